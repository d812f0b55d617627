"""and, or, not, and what they return."""
values = [0, 1, "", "a", [], [0], None, 0.0, 2.5, False, True]
for a in values:
    print([a and b for b in values], [a or b for b in values], not a)
print(1 and 2 and 3, 1 and 0 and 3, 0 or "" or None, 0 or 5 or 1 / 0, (0 and 1) or 2, 0 and (1 or 2), not (1 and 0) or 1, 1 or 0 and 0)


def t(label):
    print(label, end=" ")
    return True


def f(label):
    print(label, end=" ")
    return False


t("a") and f("b") and t("never"); print()
f("a") or t("b") or t("never"); print()
(f("a") or t("b")) and (t("c") or f("never")); print()
not f("a") and not t("b"); print()
x = f("a") and t("never") or t("c"); print(x)
y = [v for v in range(5) if v and (v % 2 or v > 3)]; print(y)
if t("1") and not f("2") and (f("3") or t("4")):
    print("taken")
n = 0
while n < 10 and (n != 5 or print("stop", n)):
    n += 1
print(n)
z = None
print(z is not None and z > 5, z is None or z > 5, (z or 7) + 1, [] or "default", {} and 1)
print(1 if 0 and 1 else 2, (1 if "" else 2 if [] else 3), not not [0], not 0 == 0, (not 0) == 0)
