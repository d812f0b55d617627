"""Distributions of numbers, drawn from both generators: the same streams."""

import hashlib

import numpy as np

CASES = [
    ("gamma", (2.0, 1.5)), ("gamma", (0.4,)), ("standard_gamma", (1.0,)), ("beta", (2.0, 1.0)), ("beta", (0.5, 0.3)),
    ("chisquare", (3.0,)), ("f", (3.0, 5.0)), ("standard_cauchy", ()), ("standard_t", (4.0,)), ("pareto", (2.5,)),
    ("weibull", (1.5,)), ("power", (2.0,)), ("rayleigh", (2.0,)), ("laplace", (0.5, 2.0)), ("gumbel", (0.5, 2.0)),
    ("logistic", (0.5, 2.0)), ("triangular", (-1.0, 0.5, 2.0)), ("poisson", (3.0,)), ("poisson", (0.0,)),
    ("poisson", (47.3,)), ("geometric", (0.5,)), ("geometric", (0.05,)), ("binomial", (10, 0.3)), ("binomial", (10, 0.8)),
    ("binomial", (500, 0.4)), ("binomial", (100000, 0.7)), ("exponential", (2.0,)), ("lognormal", (0.0, 0.5)),
]

for make in (np.random.default_rng, np.random.RandomState):
    rng = make(12)
    for name, parameters in CASES:
        draw = getattr(rng, name)
        one, many = draw(*parameters), draw(*parameters, size=2000)
        row = many if name == "lognormal" else hashlib.md5(many.tobytes()).hexdigest()[:12]
        if name == "lognormal":
            row = round(float(row.sum()), 6)
        print(name, parameters, type(one).__name__, round(float(one), 12), many.dtype, row)
    print(rng.poisson([1.0, 20.0, 300.0]), rng.gamma(np.array([[0.5], [2.0]]), [1.0, 2.0, 3.0]).shape)
    print(rng.binomial([5, 50, 500], 0.5, size=(2, 3)).tolist())
    print(rng.multinomial(20, [0.2, 0.3, 0.5], size=3).tolist())
    print(np.round(rng.dirichlet([1.0, 2.0, 3.0], size=2), 12).tolist())
    for name, parameters in [("gamma", (-1.0,)), ("beta", (0.0, 1.0)), ("poisson", (-1.0,)), ("binomial", (5, 1.5)),
                             ("triangular", (1.0, 0.0, 2.0)), ("laplace", (0.0, -1.0)), ("geometric", (0.0,))]:
        try:
            print(getattr(rng, name)(*parameters))
        except ValueError as error:
            print(name, error)
np.random.seed(5)
print(np.random.poisson(4, 5).tolist(), np.random.gamma(2.0, size=2).round(12).tolist(), np.random.binomial(10, 0.5))
