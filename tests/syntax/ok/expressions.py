x = 1 + 2 * 3 ** -4 // 5 % 6 @ a << 1 >> 2 & 3 | 4 ^ ~5
a < b <= c != d is not e not in f
not a and b or c and not d
f(a, *b, c=1, **d)(x for x in y)[1:2, ..., ::3][*a].b.c
[x for x in y if a if b for z in x]
{**a, 'b': 1, "c" 'd': 2, **e}
{*a, b}
{k: v for k, v in z}
lambda: (yield)
lambda: (yield from x)
lambda a, /, b=1, *c, d, e=2, **f: a if b else lambda: c
(a, b, *c), (d,), (), [e]
(y := f(x), z)
0x1F, 0b1010, 0o17, 1_000_000, 12345678901234567890123, 1e10, .5, 1., 1_0.5e-3J, 00
'a\n\x41\u00e9\N{DEGREE SIGN}\
b' "c" r'\d' '\d', b'\x00\377a' rb'\n'
None, True, False, ...
μ = µ
