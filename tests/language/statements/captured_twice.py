# A pattern may give one part several names; keys of a mapping pattern are each there once.
match (0,):
    case y as v,:
        print(y, v)
match 5:
    case a as b:
        print(a, b)
match ((0, 1), (2, 3)):
    case ((a as b, c as d) as e) as w, ((f as g, h) as i) as z:
        print(a, b, c, d, e, f, g, h, i, w, z)


def twice(x):
    match x:
        case [first as one, *rest] if one > 0:
            return first, one, rest
        case {"k": value as same, **others}:
            return value, same, others
        case whole as all_of_it:
            return whole, all_of_it


for x in ([1, 2, 3], [0], {"k": [1], "l": 2}, "text"):
    print(twice(x))

CASES = """\
{0: _, 0j: _}
{0: _, False: _}
{"a": _, "b": _, 'a': _}
{0: _, -0: _}
{-0.0: _, 0.0: _}
{b"a": _, b"a": _}
{b"a": _, "a": _}
{-1 + 2j: _, -1 + 2j: _}
{-1j: _, -1j: _}
{None: _, True: _, None: _}
{True: _, 1 + 0j: _}
{99999999999999999999999: _, 99999999999999999999999: _}
{9007199254740993: _, 9007199254740992.0: _}
{9007199254740992: _, 9007199254740992.0: _}
{1e999: _, 1e999: _}
{a.b: _, a.b: _}
{f"{a}": _}
{1: x, 1: x}
a as c.d
a as c[1]
a as c(1)
a as c + 1
a as (c)
a as 1
"""
for case in CASES.splitlines():
    try:
        compile(f"match 1:\n case {case}: pass", "<text>", "exec")
    except SyntaxError as error:
        print(case, "->", error, error.offset, error.end_offset)
    else:
        print(case, "-> taken")
