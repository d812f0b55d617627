# Instances around numbers in hot loops: members of enumerations, and classes that derive from int and float.
from enum import Enum, IntEnum, IntFlag


class Op(IntEnum):
    PUSH = 0
    ADD = 1
    MUL = 2


class Side(Enum):
    LEFT = "l"
    RIGHT = "r"


class Bits(IntFlag):
    A = 1
    B = 2


class Meters(float):
    pass


class Loud(int):
    def __eq__(self, other):
        return not int.__eq__(self, other)

    def __hash__(self):
        return int.__hash__(self)

    def __radd__(self, other):
        return ("added", other)


class Sharp(float):
    def __lt__(self, other):
        return True


class Place(int):
    def __index__(self):
        return 2


def run(program, n):
    stack, x = [], 1
    for i in range(n):
        op = program[i % len(program)]
        if op == Op.PUSH:
            stack.append(x + op)
        elif op == Op.ADD:
            x = (x + stack.pop() + op * 2) % 1000003
        elif op != Op.MUL or op < 0:
            x = -1
        else:
            x = x * (op + 1) % 1000003
    return x, len(stack)


def steps(n):
    moves = {Side.LEFT: (-1, 0), Side.RIGHT: (0, 1)}
    side, x, y = Side.LEFT, 0, 0
    seen = {}
    for i in range(n):
        dx, dy = moves[side]
        x += dx
        y += dy
        seen[side] = seen.get(side, 0) + 1
        if side in moves and (side, 1) not in seen:
            side = Side.RIGHT if side is Side.LEFT else Side.LEFT
    return x, y, seen, side.value, side.name


def table(n):
    costs = [3, 5, 7]
    by = {Op.PUSH: 1, Op.ADD: 2, Op.MUL: 3}
    total = 0
    for i in range(n):
        op = Op(i % 3)
        total += costs[op] + by[op] + by[i % 3]
        total += (10, 20, 30)[op]
    return total


def lengths(n):
    a, b, total = Meters(1.5), Meters(2.5), 0.0
    for i in range(n):
        total = total + a * b - a / b
        if a < b and total > a:
            total -= b
    return total, type(total).__name__, type(a + b).__name__


def scripted(values, n):
    found = 0
    for i in range(n):
        value = values[i % len(values)]
        if value == 3:
            found += 1
        if value != "3":
            found += 10
    return found


def added(values, n):
    last = None
    for i in range(n):
        last = i + values[i % len(values)]
    return last


def compared(values, n):
    found = 0
    for i in range(n):
        if values[i % len(values)] < 2.5:
            found += 1
    return found


def flags(n):
    total = 0
    for i in range(n):
        both = Bits.A | Bits.B if i % 2 else Bits.A
        if both & Bits.B:
            total += both
    return total, type(total).__name__


def placed(n):
    items, place, total = [1, 20, 300], Place(1), 0
    for i in range(n):
        total += items[place]
    return total


def large(n):
    class Big(int):
        pass

    values = [Big(2**62), Big(2**70), Big(-5)]
    total, under = 0, 0
    for i in range(n):
        value = values[i % 3 if i > n // 2 else 0]
        total = total + value
        if value < 10:
            under += 1
    return total, under


program = [Op.PUSH, Op.PUSH, Op.ADD, Op.MUL, Op.ADD]
for _ in range(3):
    print(run(program, 600), run([0, Op.PUSH, 2, Op.MUL], 400), run([Op.PUSH, False, Op.ADD, 1.0], 400))
    print(steps(501), table(600), lengths(500))
    print(scripted([3, Loud(3), Loud(4), Op.MUL], 400), scripted([Op.ADD, Op.MUL], 400), scripted([Loud(3)], 300))
    print(added([1, Op.ADD], 300), added([Loud(5), Op.ADD], 300), added([True, Meters(2.5)], 300))
    print(compared([1, Meters(2), Meters(3)], 300), compared([Sharp(9), Meters(9)], 300), compared([Op.MUL], 300))
    print(flags(300), placed(300), large(300))


class Odd:
    def __eq__(self, other):
        return "odd", other

    def __radd__(self, other):
        return type(other).__name__


def beside(n):
    odd, seen = Odd(), set()
    for i in range(n):
        seen.add((Op.ADD == odd)[0] + (Op.MUL + odd))
    return seen


print(beside(300))


def fails(items, n):
    for i in range(n):
        items[Op(i // 100)] += Op.ADD / Op(2 - i // 100)


try:
    fails([0, 0, 0], 300)
except ZeroDivisionError as error:
    print(error)
try:
    fails([0], 300)
except IndexError as error:
    print(error)
