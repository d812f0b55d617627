"""Floor division and modulo take the divisor's sign."""
values = [7, -7, 0, 1, -1, 2, -2, 3, -3, 10**20, -10**20]
for a in values:
    for b in values:
        if b != 0:
            q = a // b
            r = a % b
            print(a, b, q, r, divmod(a, b) == (q, r), q * b + r == a)
for a in (7.5, -7.5, 0.0, -0.0, 1e300, 0.1):
    for b in (2, -2, 0.5, -0.5, 3.3, -1e-300, float("inf"), float("-inf")):
        print(a, b, a // b, a % b, divmod(a, b))
print(True // 2, True % 2, 7 // True, -7 % 3.0, -7 // 3.0, 7 % -3.0)
print(5 // 0.3, 5 % 0.3, -5 // 0.3, 1.0 // 0.1, 1.0 % 0.1)
print(float("nan") // 1, float("inf") // 2, float("inf") % 2, 5 % float("inf"), -5 % float("inf"))
