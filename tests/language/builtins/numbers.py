"""Built-in functions on numbers and sequences."""
print(abs(-3), abs(-2.5), abs(3 + 4j), abs(True), abs(-10**30), divmod(7, 2), divmod(-7, 2), divmod(7.5, 2), pow(2, 3), round(3.14159, 2))
print(min(3, 1, 2), max([3, 1, 2]), min("b", "a"), max(1, 2.5), max((), default=5), min([], default=None), max("abc", key=ord), min(3, 1, key=lambda v: -v), max([1, 1.0]), max([1.0, 1]), max(True, 1))
print(sum([]), sum([1, 2.5]), sum((1, 2), 10), sum([[1], [2]], []), sum(range(1000)), sum([True] * 3), sum([1j, 2]), sum({1: 5, 2: 6}), sum([10**20, -10**20, 0.5]), sum([1], start=5))
print(bin(10), bin(-10), oct(8), hex(255), hex(-1), chr(97), ord("a"), hash(5), hash(0.5), bool([]), int("7"), float("2"), complex("1j"), str(5))
print(sorted([3, 1, 2]), sorted((3, 1, 2), reverse=True), sorted("bca"), sorted({3: 1, 1: 2}), sorted([1, 0.5, True, -1]), sorted([(1, "b"), (1, "a")]), sorted(["b", "A", "c"], key=str.lower), sorted([3, 1, 2], key=lambda v: v % 3))
print(list(reversed([1, 2, 3])), list(reversed("abc")), list(enumerate("ab")), list(enumerate("ab", start=5)), list(zip([1, 2], "ab", (True, False))), list(zip()), list(zip([1, 2, 3], [1])), list(map(lambda a, b: a + b, [1, 2], [3, 4])), list(filter(lambda v: v > 1, [1, 2, 3])))
print(any([]), all([]), any([0, 1]), all([1, 0]), any(v > 2 for v in [1, 2, 3]), all(v > 0 for v in [1, 2, 3]), len("abc"), len({1: 2}), len(range(10)), len(()), callable(len), callable(5))
print(isinstance(1, int), isinstance(1.0, (int, float)), isinstance("a", str), isinstance([], list), isinstance(None, type(None)), isinstance(True, bool), isinstance(1, object), type(1) == int, type(1) is int, type("") == str, type(1.0) is float, type([]) != type(()))
print(repr("a"), repr(1.0), repr([1, "a"]), ascii("é"), format(5, "03d"), str(), int(), float(), list(), tuple(), dict(), set(), bool(), complex())
print(next(iter([1, 2])), next(iter([]), "default"), iter([1]) is not None, list(iter("ab")), range(3), slice(1, 2), type(iter([])).__name__, type(range(1)).__name__, type(print).__name__, type(lambda: 1).__name__, type(math_like := 5).__name__)
print(round(2.5), round(-1.5), round(0.1 + 0.2, 10), round(1e22), round(12345, -2), int(-3.7), int("  12  "), float("1e-3"), divmod(-7.5, 2), pow(2, -2), pow(-2, 3), 7 .__add__ if False else "x")
print(hasattr([], "append"), hasattr(5, "nope"), getattr("abc", "upper")(), getattr(5, "nope", "default"), id(5) == id(5), vars is not None, dir is not None)
for f in (lambda: max(), lambda: max([]), lambda: max(5), lambda: min(1, "a"), lambda: sum("ab"), lambda: sum(5), lambda: sorted(5), lambda: len(5), lambda: abs("a"), lambda: chr(1114112), lambda: ord(""), lambda: round("a"), lambda: divmod(1), lambda: next(5), lambda: iter(5), lambda: next(iter([])), lambda: reversed(5), lambda: zip(5), lambda: enumerate(5), lambda: isinstance(1, 5), lambda: hash([]), lambda: bin(1.5), lambda: sorted([1, "a"]), lambda: int(1, 2, 3), lambda: map(), lambda: list(map(5, [1])), lambda: sum([1, "a"]), lambda: max(1, 2, foo=3), lambda: sorted([1], foo=2), lambda: len([], 5), lambda: range(1, 2, 3, 4), lambda: complex("x"), lambda: float([]), lambda: int([]), lambda: str(1, 2, 3, 4), lambda: getattr(5, "x"), lambda: abs(), lambda: min(default=5)):
    try:
        print(f())
    except (TypeError, ValueError, StopIteration, AttributeError) as problem:
        print(type(problem).__name__, problem)
