"""Format specs on strings and everything else."""
for spec in ("", "s", "10", "<10", ">10", "^10", "*^11", ".2", "10.2", "^10.3s", "010", "<05", "é>8"):
    print(f"[{format('text', spec)}]", f"[{format('', spec)}]", f"[{format('héé', spec)}]")
print("[{}]".format([1, 2]), "{:>10}".format("x"), "{:{}}".format("x", 4) + "|", "{:{w}.{p}f}".format(3.14159, w=8, p=2))
print("{0} {0} {1}".format("a", "b"), "{a} {b}".format(a=1, b=2), "{!r} {!s}".format("x", "x"), "{0!r:>6}".format("x"), "{}{{}}".format(1))
print(format(3), format("x"), format(None), format([1]), format(2.5), format(True), str(2.5), format(1 + 2j))
for text, arguments in (("{} {}", (1,)), ("{0} {}", (1, 2)), ("{", ()), ("}", ()), ("{x}", ()), ("{5}", (1,)), ("{:d}", ("x",)), ("{!z}", (1,))):
    try:
        print(text.format(*arguments))
    except (IndexError, ValueError, KeyError) as problem:
        print(type(problem).__name__, problem)
print("|".join(f"{v:>6}" for v in (1, "a", 2.5, True)), f"{'a':<3}{'b':^3}{'c':>3}|")
