"""nan, inf and the signed zero."""
import math

inf = float("inf")
nan = float("nan")
print(inf + 1, inf - inf, inf * 0, inf * -1, inf / inf, 1 / inf, -1 / inf, inf > 1e308, -inf < -1e308)
print(nan == nan, nan != nan, nan < nan, nan is nan, nan in [nan], [nan] == [nan], (nan,) == (nan,), nan == float("nan"))
print([nan].index(nan), [nan, 1].count(nan))
print(-0.0 == 0.0, 0.0 * -1, -0.0 + 0.0, -0.0 - 0.0, 0.0 - 0.0, -0.0 + -0.0, -0.0 * -0.0, 0 * -1.0, -(0.0), 0 - 0.0, -0.0 + 0)
print(math.copysign(1, -0.0), math.copysign(1, 0.0), math.atan2(0.0, -0.0), math.atan2(-0.0, -1.0), math.sqrt(-0.0))
print(max(nan, 1), max(1, nan), min(nan, 1), min(1, nan), max(0.0, -0.0), max(-0.0, 0.0), min(0.0, -0.0))
print(abs(-0.0), abs(-inf), abs(nan), round(-0.5), -0.0 // 1, -0.0 % 5, 0.0 % -5, -1e-20 % 3, 5 % -3.0)
print(sum([0.1] * 10), sum([0.1] * 3), sum([1e16, 1.0, -1e16]), sum([-0.0]), sum([-0.0, -0.0], -0.0), sum([0.5, True, 2]))
print(sorted([3.0, -0.0, inf, -inf, 0.0, -1]), math.isnan(nan), math.isinf(-inf), math.isfinite(1e308))
print(inf == inf, inf != -inf, inf // 1, -inf // 1, 1 // inf, -1 // inf, -1 % inf, inf ** 0.5, (-inf) ** 3, (-inf) ** 2)
print(1e200 * 1e200, -1e200 * 1e200, 1e-200 * 1e-200, -1e-200 * 1e-200, 1e308 + 1e308)
print(hash(inf), hash(-inf), hash(0.0), hash(-0.0), bool(nan), int(1e18), 0.0 == False)
d = {0.0: "zero"}
d[-0.0] = "minus zero"
print(d, {nan: 1}[nan], nan in {nan: 1})
