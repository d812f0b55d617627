# A loop with an `else` that ends a `try` in another loop: `break` goes on behind the `try`, not with the next turn.
G = 3


def last(kind):
    global G
    seen = 0
    for i in range(100, 0, -1):
        G = G & 35
        try:
            for k in range(9, 0, -1):
                if i % 32 == 1 and k < G:
                    break
            else:
                seen += kind != kind
        except IndexError:
            pass
        for j in range(-5, 5, 2):
            G = 5 | j
    return G, seen


def in_orelse(n):
    kept = []
    for i in range(n):
        try:
            i % 3
        except ValueError:
            pass
        else:
            while True:
                i += 1
                if i % 5 == 0:
                    break
                if i % 7 == 0:
                    i += 1
            else:
                kept.append(-1)
        kept.append(i)
    return sum(kept)


def with_finally(n):
    done = 0
    for i in range(n):
        try:
            for k in range(i % 9):
                if k == 4:
                    break
            else:
                done += 1
        finally:
            done += 10
        done += 100
    return done


def in_handler(n):
    done = 0
    for i in range(n):
        try:
            [][i]
        except IndexError:
            for k in range(i % 9):
                if k == 4:
                    break
            else:
                done += 1
        done += 100
    return done


def in_else_of_loop(n):
    done = 0
    for i in range(n):
        for k in range(3):
            pass
        else:
            for k in range(i % 9):
                if k == 4:
                    break
            else:
                done += 1
        done += 100
    return done


for turn in range(12):
    print(last(turn), in_orelse(50 + turn), with_finally(60), in_handler(60), in_else_of_loop(60))
print(last(1.5), last(-2.5), last(0.25))
