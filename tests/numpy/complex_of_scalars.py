"""complex() of scalars and arrays."""

import numpy as np, warnings

def t(*a, **k):
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        try:
            print(complex(*a, **k), [w.category.__name__ for w in told])
        except Exception as e:
            print(type(e).__name__, e)


z = complex(-0.0,-0.0)
V=(np.complex128(z), np.complex64(z), np.float64(-0.0), np.float32(1.5), np.int8(3), np.array(z), np.array([1.5]), np.array(2), np.array([1,2]), np.bool_(True))
for a in V:
    t(a); t(imag=a)
    for b in V: t(a,b)
