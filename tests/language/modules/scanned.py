# Matches one after another, and what a pattern says of itself.
import re

words = re.compile(r"(?P<word>\w+)|(?P<space>\s*)").scanner("ab cd  ef")
while True:
    found = words.match()
    print(found.span(), found.lastgroup)
    if found.end() == 9:
        break
stars = re.compile("a*").scanner("baac")
print([stars.search() for _ in range(6)])
stars = re.compile("a*").scanner("aab")
print([stars.match() for _ in range(4)])
one = re.compile("x").scanner("axbx", 1, endpos=3)
print(one.search(), one.search(), one.pattern)
print(re.compile("a", re.I | 512), re.compile(b"a", re.A), re.compile("a").groupindex)
named = re.compile("(?P<first>a)(?P<second>b)").groupindex
print(type(named).__name__, dict(named), named["second"])
for action in (
    lambda: re.sub("a", b"x", "a"),
    lambda: re.sub(b"a", "x", b"a"),
    lambda: re.sub("a", b"x", "b"),
    lambda: re.sub("b", b"x", "ab"),
    lambda: named.update({}),
    lambda: re.compile("a").scanner(b"a"),
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
