"""try, except, else, finally in all combinations."""


def run(action):
    log = []
    try:
        log.append("try")
        if action == "raise":
            raise ValueError("v")
        if action == "other":
            raise KeyError("k")
        if action == "zero":
            1 / 0
    except ValueError as problem:
        log.append("value " + str(problem))
    except (KeyError, IndexError) as problem:
        log.append("lookup " + str(problem))
    except Exception:
        log.append("anything")
    else:
        log.append("else")
    finally:
        log.append("finally")
    return log


for action in ("none", "raise", "other", "zero"):
    print(run(action))


def returns(kind):
    try:
        if kind == 0:
            return "try"
        if kind == 1:
            raise ValueError
        if kind == 2:
            raise KeyError
    except ValueError:
        return "except"
    except KeyError:
        pass
    else:
        return "else"
    finally:
        print("finally", kind, end=" ")
        if kind == 4:
            return "finally wins"
    return "after"


for kind in range(5):
    print(returns(kind))


def loop():
    seen = []
    for i in range(8):
        try:
            if i == 1:
                continue
            if i == 2:
                raise ValueError(i)
            if i == 5:
                break
            seen.append(i)
        except ValueError:
            seen.append("caught")
            continue
        finally:
            seen.append("f%d" % i)
        seen.append("end")
    else:
        seen.append("else")
    return seen


print(loop())


def swallow():
    for i in range(3):
        try:
            raise ValueError(i)
        finally:
            continue
    return "swallowed by continue"


def swallow_break():
    while True:
        try:
            1 / 0
        finally:
            break
    return "swallowed by break"


def swallow_return():
    try:
        raise KeyError
    finally:
        return "swallowed by return"


print(swallow(), swallow_break(), swallow_return())


def nested():
    log = []
    try:
        try:
            try:
                raise ValueError("inner")
            except KeyError:
                log.append("wrong")
            finally:
                log.append("f1")
        except ValueError as problem:
            log.append(str(problem))
            raise TypeError("second") from problem
        finally:
            log.append("f2")
    except TypeError as problem:
        log.append(repr(problem.__cause__))
    return log


print(nested())


def value_kept():
    x = 1
    try:
        return x
    finally:
        x = 2


def raise_in_finally():
    try:
        try:
            raise ValueError("first")
        finally:
            raise KeyError("second")
    except KeyError as problem:
        return problem.args, repr(problem.__context__)


def raise_in_except():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            [][1]
    except IndexError as problem:
        return str(problem), repr(problem.__context__), problem.__cause__


def raise_in_else():
    try:
        try:
            pass
        except ValueError:
            print("never")
        else:
            raise ValueError("from else")
        finally:
            print("finally after else")
    except ValueError as problem:
        return str(problem)


print(value_kept(), raise_in_finally(), raise_in_except(), raise_in_else())


def return_from_loop_in_try():
    for i in range(3):
        for j in range(3):
            try:
                try:
                    if j == 1:
                        return i, j
                finally:
                    print("in", i, j)
            finally:
                print("out", i, j)


print(return_from_loop_in_try())


def while_else():
    n = 3
    while n:
        try:
            n -= 1
        finally:
            if n == 1:
                n = 0
    else:
        return "else", n


print(while_else())
