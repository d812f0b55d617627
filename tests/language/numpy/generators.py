# Random streams, pages of numpy and subscripts in variables, in loops whose other statements are compiled.
import numpy as np

N = 500


def walk():
    rng = np.random.default_rng(7)
    x, inside = np.zeros(2), 0
    for i in range(N):
        x = x + rng.normal(size=2) * 0.5
        u, v = rng.random(), rng.uniform(-1.0, 1.0)
        inside += u * u + v * v < 1
    return x, inside


def legacy():
    np.random.seed(3)
    total = 0.0
    for i in range(N):
        total += np.random.rand() - np.random.uniform(0, 2)
        if np.random.randint(0, 10) == 3:
            total *= 0.5
    return total


def pages():
    s = 0.0
    for i in range(N):
        s += np.clip(i * 0.01, 1.0, 3.0) + np.round(i / 7, 2) - np.mean([i, 2.0])
        s -= np.std(np.arange(4.0) * (i % 3))
    return s


def places():
    m = np.zeros((3, 4), int)
    for i in range(N):
        at = i % 3, i % 4
        m[at] += np.dot(m[:, at[1]], m[:, 0]) % 3 + 2
        m[i % 3, -1] -= np.sum(m[at[0], 1:3]) % 2
        last = (-1, i % 4)
        m[last] = m[last] // 2 + m[at] % 7
        if i == N - 1:
            try:
                m[(i, 0)] = 1
            except IndexError as error:
                print(error)
    return m


class Source:
    def __init__(self, rng):
        self.rng = rng

    def random(self):
        return 0.5

    def draw(self):
        return self.rng.integers(0, 6)


def any_receiver():
    rng, other = np.random.default_rng(1), Source(np.random.default_rng(2))
    total = 0.0
    for i in range(N):
        if i == 400:
            rng = other
        total += rng.random()
        total += other.draw()
    return total


for run in [walk, legacy, pages, places, any_receiver]:
    print(run.__name__, run())

rng, count = np.random.default_rng(5), 0
for k in range(N):
    point = rng.standard_normal(3)
    if np.linalg.norm(point) < 1.0:
        count += 1
print(count)
