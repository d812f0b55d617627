import numpy as np

for a in [np.arange(20) / 7, np.arange(12.0).reshape(3, 4) * 1000, np.array([1e10, 1.5]), np.array([1e-10, 1.0]), np.array([1.0, np.nan, -np.inf]),
          np.arange(2000), np.arange(3000.0).reshape(60, 50), np.array([0.1, 0.25], dtype=np.float32), np.array([[True, False]]),
          np.array([1 + 2j, 1.5 - 0.25j, np.nan]), np.zeros((2, 2, 2)), np.array([123456789.123, 0.1]), np.array([1e300, -1e-300]),
          np.array([[]]), np.zeros((0, 3)), np.array([0.1 + 0.2, 1 / 3, 2.0]), np.array([-0.0, 0.0]), np.array(3.25),
          np.arange(5, dtype=np.int8), np.array([1, 10, -100], dtype=np.uint64 if False else np.int64), np.array([1e16, 1.0]), np.array([100000.5, 2.25]),
          np.linspace(-1, 1, 30), np.array([1.0, 2.5e-5]), np.array([99999999.0]), np.array([100000000.0]), np.float32([1.1, 2.2, 1e10])]:
    print(a)
    print(repr(a))
for s in [np.float64(0.1), np.float64(1e22), np.float64(1e-5), np.float32(1e10), np.float32(0.3), np.float64(100), np.float64("nan"), np.int8(-3),
          np.complex128(1e20 + 1j), np.complex64(0.1 + 0.2j), np.float64(123456789012345680.0), np.bool(False)]:
    print(s, repr(s), [s], f"{s}")
np.set_printoptions(precision=3, suppress=True)
print(np.array([0.123456, 1e-7, 1234.5]))
np.set_printoptions(precision=8, suppress=False, threshold=5, edgeitems=2, linewidth=40)
print(np.arange(10.0), np.arange(100).reshape(10, 10))
np.set_printoptions(threshold=1000, edgeitems=3, linewidth=75, floatmode="fixed", precision=2)
print(np.array([1.0, 2.345, 1e5]))
print(np.array2string(np.arange(3.0), separator=", ", floatmode="maxprec"), np.array_repr(np.arange(2)), np.get_printoptions()["precision"])

# Floats of single precision that lie halfway between two shortest texts.
print([str(np.float32(v)) for v in (1276958.25, 1276958.75, 2097152.25, 2097153.75, 4154779.25, 1959953.25)])
print(np.array([1276958.25, 2097152.25, 33554434.0, 3552.0625], dtype="f4"), (np.arange(4, dtype="f4") + 0.25) * 1000001)
