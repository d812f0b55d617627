"""One number at a time from both generators, by calls and in hot loops: the same streams, the same types."""

import copy
import pickle

import numpy as np

CASES = [
    ("random", ()), ("uniform", ()), ("uniform", (-1, 2.5)), ("normal", ()), ("normal", (1, np.float64(0.5))),
    ("standard_normal", ()), ("exponential", ()), ("exponential", (2.0,)), ("standard_exponential", ()), ("lognormal", (0.0, 0.5)),
    ("gamma", (2.0, 1.5)), ("gamma", (0.4,)), ("standard_gamma", (1.0,)), ("beta", (2.0, 1)), ("chisquare", (3,)),
    ("f", (3.0, 5.0)), ("standard_cauchy", ()), ("standard_t", (4,)), ("pareto", (2.5,)), ("weibull", (1.5,)), ("power", (2,)),
    ("rayleigh", (2.0,)), ("laplace", ()), ("gumbel", (0.5, 2.0)), ("logistic", ()), ("triangular", (-1, 0.5, 2)),
    ("vonmises", (0.0, 1.0)), ("wald", (1.0, 2.0)), ("poisson", ()), ("poisson", (np.int64(47),)), ("geometric", (0.05,)),
    ("binomial", (10, 0.3)), ("binomial", (500, 0.4)), ("negative_binomial", (5, 0.5)), ("zipf", (3.0,)), ("logseries", (0.5,)),
    ("hypergeometric", (10, 5, 7)), ("choice", (5,)), ("choice", ([1, 2.5, 4],)), ("choice", (["a", "bc"],)), ("choice", (np.arange(4),)),
]
NEW = [("integers", (10,)), ("integers", (-5, 5)), ("integers", (2**40,)), ("integers", (np.int32(7),))]
OLD = [("rand", ()), ("randn", ()), ("random_sample", ()), ("randint", (10,)), ("randint", (-5, np.int64(5))), ("randint", (0, 2**40))]


def many(draw, arguments, count):
    total = 0
    for k in range(count):
        total = total * 0.5 + float(draw(*arguments))
    return total


for make, own in ((np.random.default_rng, NEW), (np.random.RandomState, OLD)):
    rng = make(12)
    for name, arguments in CASES + own:
        draw = getattr(rng, name)
        one = draw(*arguments)
        shown = round(one, 12) if isinstance(one, float) else one
        print(name, arguments, type(one).__name__, shown, end=" ")
        if not isinstance(one, str):
            print(round(many(draw, arguments, 50), 9))
        else:
            print()
    for name, arguments in CASES[1:37] + own[:1]:
        row = getattr(rng, name)(*arguments, size=4) if name not in ("rand", "randn") else getattr(rng, name)(4)
        print(name, row.dtype, row.round(9).tolist())
    print(rng.normal(size=(2, 2)).shape, rng.normal(loc=1.0).__class__, rng.uniform(high=3, low=2.5) > 2.5, rng.normal(size=()).shape)
    print(rng.uniform(np.array(1.0)).__class__, rng.poisson(lam=[1, 2]).shape, rng.normal(0, [1, 2], (3, 2)).shape)
    for wrong in ("uniform(0, float('inf'))", "normal(0, -1)", "exponential(-1)", "lognormal(0, -1)", "standard_gamma(-1)", "poisson(-1)",
                  "poisson(1e20)", "binomial(-1, 0.5)", "choice(0)", "choice([])", "normal(size=-1)", "normal('a')", "gamma(-1)"):
        try:
            print(eval("rng." + wrong))
        except (ValueError, TypeError, OverflowError) as error:
            print(wrong, type(error).__name__, error)
    print(rng.gamma(float("nan")))

rng = np.random.default_rng(3)
np.random.seed(7)


def walk(n):
    x, hits, steps = 0.0, 0, [0] * 4
    for k in range(n):
        x += rng.normal(0, 1.5) * 0.1 + np.random.normal()
        if rng.random() < 0.25 or np.random.rand() < np.random.uniform(0, 0.5):
            hits += 1
        steps[rng.integers(4)] += 1
        steps[np.random.randint(0, 4)] += 1
        x -= rng.uniform() * np.random.randn() + rng.standard_normal() + np.random.random()
        if rng.choice(3) == np.random.choice(3):
            hits += rng.poisson(2.0)
    return round(x, 9), int(hits), steps


def pairs(n):
    inside = 0
    for k in range(n):
        u, v = rng.random(2)
        a = rng.uniform(-1, 1, 2)
        inside += (u * u + v * v < 1) + (a[0] * a[0] + a[1] * a[1] < 1)
    return int(inside)


def until(n):
    count = 0
    for k in range(n):
        scale = 1.0 if k < n - 1 else -1.0
        try:
            rng.normal(0.0, scale)
            count += 1
        except ValueError as error:
            return count, str(error), round(rng.random(), 12)


print(walk(3000), pairs(2000), until(2000))

# States, and copies.
for rng in (np.random.default_rng(3), np.random.RandomState(3)):
    rng.normal()
    for how in (copy.copy, copy.deepcopy, lambda r: pickle.loads(pickle.dumps(r))):
        other = how(rng)
        print(type(other).__name__, round(other.normal(), 12), round(rng.normal(), 12), round(rng.normal(), 12))
bits = np.random.PCG64(5)
first, second = np.random.Generator(bits), np.random.Generator(bits)
print(first.random(), second.random(), first.bit_generator is bits)
state = np.random.get_state()
print(state[0], state[1].dtype, state[1].shape, state[2:])
before = np.random.normal(), np.random.normal()
np.random.set_state(state)
print(before == (np.random.normal(), np.random.normal()))


class Mine(np.random.Generator):
    def random(self, *size):
        return 7.0


class Old(np.random.RandomState):
    def __init__(self, seed):
        super().__init__(seed)
        self.extra = 1


print(Mine(bits).random(), round(Mine(bits).normal(), 12), round(Old(4).normal(), 12), Old(4).extra)
