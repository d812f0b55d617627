# The cmath module.

def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as error:
        print(type(error).__name__ + ":", error)


import cmath

inf = float("inf")
nan = float("nan")
values = [0j, 1 + 0j, -1 + 0j, 1j, -1j, 1 + 2j, -1.5 - 0.5j, complex(-2, -0.0), complex(-2, 0.0), complex(0.0, -0.0), 1e200 + 1e200j, 1e-320 + 1e-320j, 700 + 1j, 1e10 - 1e-5j, complex(inf, 1), complex(-inf, -1), complex(1, inf), complex(inf, inf), complex(nan, 0), complex(0, nan), complex(inf, nan), complex(nan, inf), complex(nan, nan), 0.3, 2]
for name in ["acos", "acosh", "asin", "asinh", "atan", "atanh", "cos", "cosh", "exp", "isfinite", "isinf", "isnan", "log", "log10", "phase", "polar", "sin", "sinh", "sqrt", "tan", "tanh"]:
    f = getattr(cmath, name)
    for z in values:
        try:
            print(name, z, f(z))
        except Exception as error:
            print(name, z, type(error).__name__, error)
show(lambda: cmath.rect(2, 0.5))
show(lambda: cmath.rect(1, inf))
show(lambda: cmath.rect(inf, 0))
show(lambda: cmath.log(8, 2))
show(lambda: cmath.log(1j, 2j))
show(lambda: cmath.log(0))
show(lambda: cmath.log(2, 1))
show(lambda: cmath.sqrt("a"))
show(lambda: cmath.sqrt())
show(lambda: cmath.isclose(1 + 1j, 1 + 1.0000000001j))
show(lambda: cmath.isclose(1, 2, rel_tol=0.9, abs_tol=0.0))
show(lambda: cmath.isclose(1, 2, rel_tol=-0.9))
show(lambda: (cmath.pi, cmath.e, cmath.tau, cmath.inf, cmath.infj, cmath.nan, cmath.nanj))
show(lambda: cmath.phase(-1))
show(lambda: cmath.polar(3 + 4j))
show(lambda: cmath.exp(1j * cmath.pi))
show(lambda: cmath)
