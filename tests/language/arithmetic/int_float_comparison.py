"""Comparing an int with a float is exact."""
big = 2**53
print(big == float(big), big + 1 == float(big), big + 1 > float(big), big + 1 <= float(big))
print(9007199254740993 == 9007199254740992.0, 9007199254740993 > 9007199254740992.0)
print(9223372036854775807 == 9223372036854775808.0, 9223372036854775807 < 9223372036854775808.0)
print(9223372036854775807 >= 9.223372036854775807e18, 2**63 == 9223372036854775808.0, -2**63 == -9.223372036854775808e18)
print(10**400 > 1e308, 10**400 < float("inf"), -10**400 > float("-inf"), 10**400 == float("inf"))
nan = float("nan")
for x in (0, 1, -1, 10**30, True, 2.5, nan):
    print(x < nan, x > nan, x == nan, x != nan, x <= nan, x >= nan)
print(1 == 1.0 == True, 0 == -0.0 == False, 3 < 3.5, 4 > 3.5, -3 > -3.5, 1 < 1.0)
print(2**53 + 1 in [float(2**53)], [1, 2.0, True].count(1), [3, 1.5, 2, True].index(1))
values = [3, 2.5, 10**20, 1e20, True, -0.0, 0, 2**53 + 1, float(2**53)]
print(sorted(values), max(values), min(values))
print(1e20 == 10**20, 1e23 == 10**23, 0.1 == 1 / 10, 0.5 == 1 / 2)
print(hash(1) == hash(1.0) == hash(True), hash(2**53) == hash(2.0**53), hash(0.5), hash(-1), hash(1e300))
d = {1: "int"}
d[1.0] = "float"
d[True] = "bool"
print(d)
