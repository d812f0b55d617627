"""Chained comparison, and what it evaluates once."""
count = 0


def next_value(v):
    global count
    count += 1
    return v


print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 > 1, 1 == 1 == 1, 1 == 1.0 == True, 1 < 2 > 1, 1 != 2 != 1, 1 <= 1 < 2 >= 2 == 2)
print(next_value(1) < next_value(5) < next_value(3) < next_value(10), count)
print(1 in [1] == True, (1 in [1]) == True, 1 < 2 in [2], None is None is None, 0 == False is False, "a" in "ab" in ["ab"], not 1 < 2 < 3)
x = 5
print(0 < x < 10, 0 < x < 5, 0 <= x <= 5, 10 > x > 0 < 1, x == 5 != 4, [1 < v < 4 for v in range(6)], [v for v in range(10) if 2 <= v < 7 if v % 2])
print(1 < 2.5 < 3, float("nan") < 1 < 2, 1 < float("nan") < 2, "a" < "b" < "c", (1,) < (2,) < (3,), [] == [] != [1])
for a in (1, 2):
    for b in (1, 2):
        for c in (1, 2):
            print(a < b < c, a <= b <= c, a == b == c, a != b != c, a < b == c, a is b is c, end=" | ")
print()
if 1 < x < 10 < 20:
    print("in if")
n = 0
while 0 <= n < 3:
    n += 1
print(n)
print((lambda v: 0 < v < 3)(2), 1 < 2 and 2 < 3, 1 < (2 < 3), (1 < 2) < 3, 3 > (2 > 1), (3 > 2) > 1)
for s in ("a = 1; a", "a = 1; b = 2; a + b;", "x = (1,\n2); x", "1\n2", "if 1: 3; 4\n", "for i in [1]:\n  i\n\n5", "1 # c\n2", "import sys; sys.maxsize", "1;\n2", "def f(): pass\n", "1\n\n# c\n"):
    try: exec(compile(s, "x", "single"))
    except SyntaxError as e: print(repr(s), e)
