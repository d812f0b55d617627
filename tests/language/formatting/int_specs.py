"""Format specs on ints and bools."""
values = [0, 1, -1, 42, -42, 255, 1000, -1234567, 2**31, 2**63, -2**64, 10**25, True, False]
specs = ["", "d", "5", "<8", ">8", "^8", "08", "+", " ", "-", ",", "_", "x", "X", "#x", "#X", "o", "#o", "b", "#b", "e", ".2f", "g", "%", "+,", "*^12", "=10", "0=10", "010,", "#010x", "_x", "_b", "+08d", "n", ".3e", "G"]
for spec in specs:
    print(spec, "|", " ".join(format(value, spec) for value in values))
print(format(65, "c"), format(0x1F600, "c"), format(65, ">3c") + "|")
for value, spec in ((5, ".2d"), (5, "s"), (5, "y"), ("a", "d"), ("a", "+"), (1.5, "d"), (1.5, "x"), (1.5, "s"), ([], "d"), (None, ">5"), ("x", ",s"), (5, ",x"), (-1, "c"), (1.5, "q"), ("a", "=5"), (1j, "=10"), ((1,), ">5")):
    try:
        print(format(value, spec))
    except (ValueError, TypeError, OverflowError) as problem:
        print(type(problem).__name__, problem)
