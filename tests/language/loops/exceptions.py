"""try statements inside and around hot loops."""


def inside(n):
    counts = [0, 0, 0, 0]
    for i in range(n):
        try:
            if i % 5 == 0:
                raise ValueError
            if i % 7 == 0:
                [][0]
            counts[0] += 1
        except ValueError:
            counts[1] += 1
        except IndexError:
            counts[2] += 1
        finally:
            counts[3] += 1
    return counts


def always(n):
    total = 0
    for i in range(n):
        try:
            total += int("x")
        except ValueError:
            total += 1
    return total


def around(n):
    done = 0
    for attempt in range(5):
        try:
            for i in range(n):
                done += 1
                if i == attempt * 300:
                    raise KeyError(attempt)
        except KeyError as problem:
            done += problem.args[0]
    return done


def finally_only(n):
    log = 0
    for i in range(n):
        try:
            if i % 3 == 0:
                continue
            if i == n - 5:
                break
            log += 1
        finally:
            log += 1000
    return log


def return_inside(n):
    for i in range(n):
        try:
            if i == n // 2:
                return i
        finally:
            i += 1
    return -1


def checked(n):
    total = 0
    for i in range(n):
        assert i >= 0, "negative"
        total += i
        assert total < 1500000, f"too much at {i}: {total}"
    return total


def nested(n):
    out = 0
    for i in range(n):
        try:
            try:
                if i % 4 == 0:
                    raise KeyError
                if i % 6 == 0:
                    raise TypeError
            except KeyError:
                out += 1
                if i % 8 == 0:
                    raise ValueError
            else:
                out += 10
        except (ValueError, TypeError):
            out += 100
    return out


def stop_iteration(n):
    it = iter(range(n))
    total = 0
    while True:
        try:
            total += next(it)
        except StopIteration:
            break
    return total


def late_first(n):
    total = 0
    d = {i: i for i in range(1500)}
    for i in range(n):
        try:
            total += d[i]
        except KeyError:
            total -= 1
    return total


print(inside(3000), always(1000), around(2000), finally_only(2000), return_inside(3000), nested(2000), stop_iteration(2000), late_first(2000))
try:
    checked(5000)
except AssertionError as problem:
    print(problem)
