import numpy as np

a = np.array([[1, 2, 3], [4, 5, 6]])
print(a, repr(a), a.dtype, a.shape, a.strides, a.ndim, a.size, len(a))
print(a + 1, a * 2.5, a / 2, a // 2, a % 2, a ** 2, -a, abs(-a), 10 - a, 2 ** a)
print(a == 3, a < 3, (a > 1) & (a < 5), ~(a > 2))
print(a[0], a[1, 2], a[:, 1], a[::-1, ::2], a[-1, -1], a[..., 0], a[None].shape, a[:, np.newaxis, :].shape)
print(a[a > 2], a[[0, 1], [1, 2]], a[[1, 0]], a[:, [True, False, True]])
b = a.copy()
b[0] = 9
b[:, 1] = [7, 8]
b[b > 8] = 0
b[[0, 1], [0, 0]] += 5
print(b, a.T, a.T.strides, a.reshape(3, 2), a.reshape(-1), a.ravel(order="F"))
b += 1
b *= 2
print(b, a.sum(), a.sum(axis=0), a.sum(axis=1, keepdims=True), a.mean(), a.mean(axis=0), a.std(), a.var(axis=1))
print(a.min(), a.max(axis=1), a.argmax(), a.argmin(axis=0), a.cumsum(), a.cumprod(axis=1), a.prod())
print(np.zeros(3), np.ones((2, 2), dtype=np.int32), np.full((2,), 7), np.eye(3), np.arange(5), np.arange(1, 2, 0.25))
print(np.linspace(0, 1, 5), np.zeros_like(a), np.empty((0, 3)), np.array([]), np.array(5), repr(np.array(5)))
print(np.concatenate([a, a]), np.stack([a, a]).shape, np.hstack([a, a]), np.vstack([a, a]).shape)
print(np.dot(a, a.T), a @ a.T, np.outer([1, 2], [3, 4]), np.where(a > 2, a, 0), np.nonzero(a > 3))
print(np.sort([3, 1, 2]), np.argsort([3, 1, 2]), np.unique([1, 2, 2, 3]), np.roll(a, 1), np.roll(a, 1, axis=1), np.flip(a, 0))
x = np.float64(1.5)
print(x, repr(x), x + 1, repr(x * 2), type(x), x.dtype, repr(x + np.float32(1)), isinstance(x, float), int(x), float(x))
print(repr(np.int32(5) + 1), repr(np.int64(7) // 2), repr(np.int64(7) / 2), repr(np.uint8(200) + np.uint8(20)), hash(np.int64(5)) == hash(5))
print(f"{x:.3f} {np.int64(42):5d}", "%.2f" % x, "%d" % np.int64(3), round(np.float64(2.567), 2), {np.int64(1): "a"}[1])
print(np.float32(0.1), np.complex128(1 + 2j), repr(np.complex64(1 - 2j)), repr(np.bool(True)), np.True_, repr(np.pi))
print([1, 2, 3][np.int64(1)], list(range(np.int64(3))), 3 in a, 99 in a, [v for v in a[0]], a.tolist(), a.item(3))
print(np.dtype("f8"), repr(np.dtype(np.int32)), np.dtype(float) == np.float64, a.dtype == int, np.dtype("i4").itemsize)
print(np.result_type(np.int8, np.float32), np.promote_types("i8", "u8"), np.can_cast("f8", "i8"))
v = a[0]
v[1] = 100
print(a, v.base is a, np.shares_memory(a, v))
c = np.arange(10)
c[1:] = c[:-1]
print(c)
c[::2] = -1
print(c, c[::-1][:3], c[7:2:-2])
z = np.array([1 + 2j, 3 - 1j])
print(z, z.real, z.imag, z.conj(), abs(z), z * z, z / (1 + 1j), z.sum())
z.real = 0
print(z, repr(z))
print(np.add.reduce([1, 2, 3]), np.add.accumulate([1, 2, 3]), np.multiply.outer([1, 2], [3, 4]), np.maximum(3, [1, 5]))
out = np.empty(3)
print(np.sqrt([1.0, 4.0, 9.0], out=out), out, np.add(1, [1, 2, 3], out), np.add(out, 1, where=[True, False, True], out=out))
print(np.tril(np.ones((3, 3))), np.triu(np.arange(9).reshape(3, 3), 1), np.trace(np.eye(3)), np.diag([1, 2]), np.diff([1, 4, 9]))
print(np.allclose([1.0, 2.0], [1.0, 2.0 + 1e-9]), np.isclose(1, 1.1), np.array_equal(a, a), np.any(a > 5), np.all(a > 5))
print(np.clip([1, 5, 9], 2, 6), np.minimum([1, 5], 3), np.round(2.5678, 2), np.floor([1.5, -1.5]), np.sign([-2.0, 0.0, 3.0]))
print(np.histogram([1, 2, 1, 4], bins=3), np.bincount([0, 1, 1, 3]), np.median([3, 1, 2, 4]), np.percentile([1, 2, 3, 4], 25))
for i, value in np.ndenumerate(np.array([[1, 2], [3, 4]])):
    print(i, value)
print(list(np.ndindex(2, 2)), np.mgrid[0:2, 0:3], np.meshgrid([1, 2], [3, 4]), np.fromfunction(lambda i, j: i + j, (2, 2)))
