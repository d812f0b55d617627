"""f-strings: expressions, conversions, nested specs."""
name = "Ada"
n = 42
x = 3.14159265
items = [1, 2, 3]
print(f"{name} is {n}", f"{n + 1}", f"{x:.2f}", f"{items[1]}", f"{name!r}", f"{name!s:>6}", f"{'é'!a}", f"{{literal}}", f"{n!r:>5}")
print(f"{n:5}|{n:<5}|{n:^5}|{n:>5}|{n:05}|{n:+}|{n: }|{n:x}|{n:#x}|{n:b}|{n:#b}|{n:o}|{n:c}|{n:e}|{n:,}|{n:_}")
width = 10
precision = 3
print(f"{x:{width}.{precision}f}|{name:{'*'}^{width}}|{n:{'0' + str(width)}}|")
print(f"{n=} {x=:.3f} {name=} {n + 1 = } {name = !s}")
print(f"{'nested ' + f'{n}'} {f'{n:>{width}}'} {(lambda v: v * 2)(n)} {n if n > 10 else 0} {[i * i for i in items]} {({'a': 1})['a']}")
print(f"a" "b" f"{n}" 'c', f"", f"{n}{n}", f"{n} {{}} {n}", rf"\n{n}", f"\t{n}\n{n}", f"{'a' 'b'}")
print(f"""multi
{n}
line {
    n
}""")
print(f"{True} {None} {1 + 2j} {(1, 2)} {items} {({1: 2})} {1e20} {10**25}", f"{True:d} {True:5} {False!s:>7} {None!s:>6}")
print(f"{x!r:.6}", f"{'text':.2}", f"{'text':>{len(name) + 5}}", f"{n!s}", f"{-n:+d}", f"{n:+,}", f"{1234567.891:,.1f}", f"{0.5:.0%}", f"{0.12345:.2%}")
print(f"{3 != 4} {3 == 3} {n >= 1} {n:>1}", f"{ n }", f"{n,}", f"{n:}", f"{'a:b'}", f"{'!'}", f"{items[0]:>{items[2]}}")
print(f"{n:d}" + f"{x:g}" + f"{x:e}" + f"{x:n}", f"{n}%")
