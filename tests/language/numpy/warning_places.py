"""numpy warns with the line of the script, in compiled loops too."""
import numpy as np
def f(n):
    t = np.zeros(3)
    for i in range(n):
        t += np.array([1.0, 0.0, 2.0]) / np.array([0.0, 0.0, 1.0])
    return t
print(f(5))
x = np.log(np.array([-1.0]))
if np.sqrt(np.float64(-2.0)) > 1:
    pass
print(np.float64(1) / np.float64(0), f(3000))
np.array([1e308]) * 10
np.dot(np.full(3, 1e200), np.full(3, 1e200))
np.full((2, 2), 1e200) @ np.full((2, 2), 1e200)
np.inner(np.array([np.inf]), np.array([0.0]))
np.divmod(1.0, 0.0)
divmod(np.float64(1), 0)
round(np.float64(1e308), 5)
np.float_power(0.0, -1)
def g(n):
    for i in range(n):
        np.divmod(2.0, 0.0)
g(2000)
