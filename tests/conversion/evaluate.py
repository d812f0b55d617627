"""Evaluates the expressions in a file, one a line, and says what each gives; line ends in them are written as \\x01."""
import math
import sys

sys.set_int_max_str_digits(0)
for line in open(sys.argv[1], encoding="utf-8", newline="\n"):
    try:
        answer = repr(eval(line[:-1].replace("\x01", "\n"), {"math": math}))
    except Exception as error:
        answer = f"{type(error).__name__}: {error}"
    print(ascii(answer[:200]))
