# Small arrays in what compiled loops call and hold: functions that are inlined, attributes, items of lists.
import numpy as np

N = 700


def slope(y, k):
    return np.array([y[1], -k * y[0]])


def step(y, k, dt):
    a = slope(y, k)
    b = slope(y + dt * 0.5 * a, k)
    return y + dt * 0.5 * (a + b)


def oscillator():
    y, energy = np.array([1.0, 0.0]), 0.0
    for i in range(N):
        y = step(y, 2.0, 0.01)
        energy += y.dot(y) - (y * y).sum()
    return y, round(energy, 9)


class Body:
    def __init__(self, x, v):
        self.x = x
        self.v = v

    def move(self, dt):
        self.x += self.v * dt
        self.v = self.v * 0.999

    def pull(self, other):
        d = other.x - self.x
        return d / (1.0 + np.dot(d, d))


def bodies():
    all = [Body(np.array([float(i), 1.0, -i]), np.array([0.5, -0.25 * i, 0.125])) for i in range(3)]
    held = all[0].x
    for i in range(N):
        for body in all:
            for other in all:
                if other is not body:
                    body.v += body.pull(other) * 0.001
            body.move(0.01)
    return [body.x.round(9).tolist() for body in all], held is all[0].x


def lists():
    rows = [np.zeros(2), np.ones(2)]
    seen = rows[0]
    for i in range(N):
        rows[i % 2] += rows[(i + 1) % 2] * 0.001
        rows[1] = rows[1] - 0.001
    return rows, seen is rows[0], seen


def add_to(a, b):
    a += b
    return a


def aliases():
    a, b = np.zeros(3), np.arange(3.0)
    c = a
    for i in range(N):
        d = add_to(a, b)
        if i == 500:
            a = a * 2
    return a, c, d is a


def integers_stay():
    n, errors = np.zeros(2, int), 0

    def more(m, k):
        m += k
        return m

    for i in range(N):
        try:
            n = more(n, 1 if i % 100 else 0.5)
        except TypeError:
            errors += 1
    return n, errors


def views():
    m, total = np.arange(9.0).reshape(3, 3), 0.0

    def norm(row):
        return np.sqrt((row * row).sum())

    for i in range(N):
        total += norm(m[i % 3]) + norm(m[:, i % 3]) - norm(m.T[1])
        m[i % 3, 1] += 0.01
    return round(total, 6)


def shapes():
    def both(x, y):
        return x + y

    out, errors = [], 0
    for i in range(N):
        try:
            out.append(both(np.zeros(3), np.ones(3 if i % 90 else 2)).sum())
        except ValueError:
            errors += 1
    return sum(out), errors


def grows():
    # Not small any more.
    def twice(x):
        return x * 2 - x

    x, total = np.ones(4), 0.0
    for i in range(N):
        if i == 400:
            x = np.ones(5000)
        x = twice(x)
        total += x[0]
    return total, x.shape


def extremes():
    def spread(x):
        return x.max() - x.min(), x.argmax(), np.sum(x), -x

    x, out = np.array([3.0, -1.0, 2.0]), []
    for i in range(N):
        x = x * 1.001
        width, place, total, negative = spread(x)
        out.append(width + place - total + negative[1])
    return round(sum(out), 6)


for run in [oscillator, bodies, lists, aliases, integers_stay, views, shapes, grows, extremes]:
    print(run.__name__, run())
