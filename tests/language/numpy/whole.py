# Statements that compute whole arrays, in loops whose other statements are compiled.
import numpy as np

N = 400


def moves():
    p, v, dt, total = np.zeros(3), np.array([1.0, -2.0, 0.5]), 0.25, 0.0
    for i in range(N):
        p = p + v * dt
        d = p - v
        r = np.sqrt((d * d).sum())
        total += r * (i % 3)
    return p, total


def in_place():
    u = np.arange(12.0)
    count = 0
    for i in range(N):
        u[1:-1] += 0.1 * (u[2:] - 2 * u[1:-1] + u[:-2])
        u *= 1.0009765625
        count += i * i % 7
    return u.sum(), u[3], count


def keeps_what_it_was():
    # What a variable held before stays what it was for others.
    a = np.zeros(4)
    before, rows, first = [], [], a
    for i in range(N):
        old = a
        row = a[1:3]
        a = a + i
        if i % 150 == 0:
            before.append(old)
            rows.append(row)
        first = old
    return before, rows, first, a


def changes_type():
    a = np.arange(3)
    kinds = []
    for i in range(N):
        a = a + (1 if i < 300 else 0.5)
        kinds.append(a.dtype.kind)
    return "".join(kinds[295:305]), a


def becomes_scalar():
    x = np.arange(4.0)
    out = []
    for i in range(N):
        y = x * 2 if i < 200 else x.max() * i
        out.append(float(np.sum(y)))
    return sum(out), type(y).__name__


def raises():
    a, done = np.zeros(3), 0
    sizes = [3] * 350 + [4]
    try:
        for n in sizes:
            a = a + np.ones(n)
            done += 1
    except ValueError as error:
        return done, a, str(error)


def raises_inside():
    a, errors = np.zeros(3), 0
    for i in range(N):
        try:
            a = a + np.ones(3 + (i % 10 == 9))
        except ValueError:
            errors += 1
    return a, errors


def in_place_raises():
    a = np.zeros(3, dtype=int)
    done = 0
    try:
        for i in range(N):
            done += 1
            a += 1 if i < 350 else 0.5
    except Exception as error:
        return done, a, type(error).__name__


def masks():
    x = np.arange(20)
    hits = 0
    for i in range(N):
        mask = (x % 3 == i % 3) & (x > 2)
        hits += int(mask.sum())
        x[mask] += 1
        x[x > 30] = 0
    return x, hits


def shared():
    total = np.zeros(2)

    def add(n):
        nonlocal total
        for i in range(n):
            total = total + i
            total[0] -= 1
        return total

    return add(N), total


def rows_of_a_matrix():
    m = np.arange(12.0).reshape(3, 4)
    for i in range(N):
        m[i % 3] = m[(i + 1) % 3] * 0.5 + 1
        m[:, i % 4] = i
        m.T[0] = -1.0
    return m


def products():
    a = np.array([[0.0, 1.0], [1.0, 1.0]])
    b, s = np.eye(2), 0.0
    for i in range(70):
        b = a @ b
        s += np.dot(b[0], b[1]) + np.trace(b) + (b.max() - b.min(axis=0)[0]) % 97
    return b, s


def made_anew():
    s = np.zeros(3)
    for i in range(N):
        q = np.array([i, i + 1, 2 * i], dtype=np.float64)
        z = np.zeros(3)
        z[1] = q[0]
        s = np.where(q > 50, s - q, s + q) + z
    return s


def nested():
    w, count = np.zeros(5), 0
    for i in range(60):
        w = np.roll(w, 1) + i
        for j in range(12):
            w[j % 5] += j
            w = w - 0.5
            if w[0] > 20:
                w = w * 0.5
                count += 1
                break
        else:
            count += 100
    return w, count


def complex_and_small_types():
    z, c, u = np.zeros(3, complex), np.array([0.1 + 0.2j, 1j, -0.3]), np.arange(4, dtype=np.uint8)
    for i in range(N):
        z = z * z + c
        z[np.abs(z) > 2] = 0
        u = u + 7
        u ^= 1
    return np.round(z, 6), u


for run in [moves, in_place, keeps_what_it_was, changes_type, becomes_scalar, raises, raises_inside, in_place_raises, masks,
            shared, rows_of_a_matrix, products, made_anew, nested, complex_and_small_types]:
    print(run.__name__, run())

# The same where variables are globals.
g, h, steps = np.zeros(3), np.ones(3), 0
for k in range(N):
    h = 1 - g * 0.5 - h * 0.25
    g += h * 0.125
    steps += k % 4
    if k == 300:
        g = g.astype(np.float32)
print(g, h, steps, g.dtype)

g = np.zeros(2)
for k in range(N):
    g = g + np.sum(h[:2]) * k
    steps -= 1
print(g, steps)


def hundred():
    with np.errstate(over="raise"):
        x = np.full(3, 1e300)
        for k in range(N):
            x = x * 10.0


try:
    hundred()
except FloatingPointError as error:
    print(error)

for k in range(N):
    g = g + np.zeros(2 if k < 350 else 3)
