# A loop with a `return` in a `try` whose `finally` is outside of the loop: what the `finally` reads is written back.
class Manager:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        return True


def counted(n, log):
    total = turns = 0
    try:
        for i in range(n):
            total += i
            if total > 300 and i % 7 == 3:
                return "found"
            turns += 1
    finally:
        log.append((total, turns))
    return "not found"


def swapped(n, log):
    t, u = n, 1
    while True:
        n += 1
        with Manager():
            try:
                for i in [0, 1, 2, 3]:
                    t += 290
                    u, t = t, u
                    if t % 3 == 0:
                        return "swapped"
                    if t > 9000:
                        break
            finally:
                t += len(log)
                log.append((t, u))
                if t % 2:
                    raise ValueError(t)
        if n > 40:
            return t, u


def handled(n, log):
    best = 0
    for k in range(3):
        try:
            while best < 1000:
                best += k + 1
                if best % (n + 20) == 0:
                    return best
        finally:
            log.append(best)
    return -best


for turn in range(24):
    log = []
    print(counted(20 + turn, log), swapped(turn, log), handled(turn, log), log)
