"""Operators on types that do not go together."""
values = [1, 2.5, 1j, "s", [1], (1,), {1: 2}, None, range(2)]
names = ["int", "float", "complex", "str", "list", "tuple", "dict", "None", "range"]


def attempt(label, function, a, b):
    try:
        print(label, function(a, b))
    except TypeError as problem:
        print(label, "TypeError:", problem)


for i in range(len(values)):
    for j in range(len(values)):
        a, b = values[i], values[j]
        attempt(f"{names[i]} + {names[j]}", lambda x, y: x + y, a, b)
        attempt(f"{names[i]} - {names[j]}", lambda x, y: x - y, a, b)
        attempt(f"{names[i]} * {names[j]}", lambda x, y: x * y, a, b)
        attempt(f"{names[i]} < {names[j]}", lambda x, y: x < y, a, b)
for value, name in zip(values, names):
    for label, function in (("-", lambda x: -x), ("+", lambda x: +x), ("~", lambda x: ~x), ("abs", lambda x: abs(x)), ("len", lambda x: len(x))):
        try:
            print(label, name, function(value))
        except TypeError as problem:
            print(label, name, problem)
for label, function in (
    ("/", lambda: 1 / "a"), ("//", lambda: "a" // 1), ("%", lambda: [] % 2), ("**", lambda: "a" ** 2),
    ("<<", lambda: 1.0 << 2), (">>", lambda: 1 >> 2.0), ("&", lambda: 1 & 1.0), ("|", lambda: "a" | 1),
    ("^", lambda: None ^ None), ("@", lambda: 1 @ 2), ("//c", lambda: 1j // 2), ("%c", lambda: 1j % 2),
    ("<c", lambda: 1j < 2j), ("divmod", lambda: divmod(1j, 2)), ("pow3", lambda: pow(2.0, 3, 5)),
    ("call", lambda: values[0](3)), ("index", lambda: values[0][0]), ("iter", lambda: [x for x in 5]), ("in", lambda: 1 in 5),
    ("attr", lambda: (5).foo), ("key", lambda: {}[[]]), ("unhash", lambda: {[1]: 2}),
):
    try:
        print(label, function())
    except (TypeError, AttributeError, ValueError) as problem:
        print(label, type(problem).__name__, problem)
