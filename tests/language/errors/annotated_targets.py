# Targets that cannot have an annotation.
for text in ("(): int", "(a, b): int", "a, b: int", "[]: int", "[a]: int = 1", "(a,): int", "f(): int", "() = (): int", "1: int"):
    try:
        compile(text, "text", "exec")
    except SyntaxError as error:
        print(text, "|", error.msg, error.lineno, error.offset, error.end_offset)
