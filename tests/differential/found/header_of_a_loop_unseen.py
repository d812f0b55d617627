class Counter:
    def __init__(self):
        self.n = 0

    def step(self):
        self.n += 1
        return self.n


def seldom(rounds):
    counter, seen = Counter(), []
    for _ in range(rounds):
        while counter.step() % 700 == 699:
            seen.append(counter.n)
    return counter.n, len(seen)


def emptied(rounds):
    stack, gone = list(range(rounds * 2)), 0
    for i in range(rounds):
        while stack.pop() % 997 == 5:
            pass
        gone += len(stack)
    return gone


print(seldom(2000), emptied(2000))


def until_zero(rounds):
    stack, gone = [i % 701 == 700 for i in range(rounds * 3)], 0
    for i in range(rounds):
        while stack.pop():
            gone += i
    return gone, len(stack)


print(until_zero(2000))
