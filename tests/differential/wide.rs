//! What random programs do beside arithmetic: objects with operators, lists of lists, dictionaries, text, tuples, generators,
//! closures, exceptions, big integers. Each is a template: a piece of program with places that random expressions fill.
//!
//! A template is `(what it needs, text)`. What it needs is a name from [`LOCALS`]; an empty string needs nothing. In the text,
//! `@int`, `@float`, `@num` and `@bool` are expressions, `@c` is a loop's counter, `@k` a small number from 1 on, `@n` a literal, `@v` a
//! variable that is given a value (and kept small afterwards), `@l` a list, `@key` a key of a dictionary.

use super::generate::{Kind, Writer};

/// Classes and functions in front of everything. `#` begins lines that one program in three leaves out.
pub const HEAD: &str = r#"
import heapq
import itertools
import random
from abc import ABC, abstractmethod
from array import array
from collections import deque
from enum import Enum, IntEnum


class Point:
#    __slots__ = ("x", "y")
    scale = 2

    def __init__(self, x, y=1):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

#    def __iadd__(self, other):
#        self.x += other.x
#        return self

    def __mul__(self, factor):
        return Point(self.x * factor, self.y * factor)

    def __neg__(self):
        return Point(-self.x, -self.y)

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y

    def __lt__(self, other):
        return (self.x, self.y) < (other.x, other.y)

    def __abs__(self):
        return abs(self.x) + abs(self.y)

#    def __bool__(self):
#        return self.x != 0

    def __getitem__(self, index):
        return (self.x, self.y)[index]

    def __call__(self, step):
        return self.x + step

    def __contains__(self, value):
        return value == self.x

    @property
    def norm(self):
        return self.x * self.x + self.y * self.y

    def step(self, by):
        self.x = self.x + by
        return self.x

    def scaled(self):
        return self.x * self.scale

    @staticmethod
    def twice(value):
        return value + value

    @classmethod
    def make(cls, value):
        return cls(value, value)

    def __repr__(self):
        return f"P({self.x}, {self.y})"


class Other(Point):
#    scale = 3
    @property
    def norm(self):
        return abs(self.x) + 1

    def step(self, by):
        return super().step(by) + 1


class Made(Other):
    def __init__(self, x, *rest, y=2, **named):
        super().__init__(x, y)
        self.rest = len(rest) + len(named)

    def step(self, by, *rest):
        return super().step(by) + len(rest) + self.rest


class Bare:
    pass


class Record:
    def __init__(self, **fields):
        for name, value in fields.items():
            setattr(self, name, value)

    def __getattr__(self, name):
        return len(name)


class Problem(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


class Guarded:
    def __init__(self, quiet):
        self.quiet = quiet
        self.left = 0

    def __enter__(self):
        return self

    def __exit__(self, kind, problem, trace):
        self.left += 1
        return self.quiet and kind is Problem


def count_up(n, k):
    i = 0
    while i < n:
        got = yield i * k
        i += 1 if got is None else got


def pairs(items):
    for at, item in enumerate(items):
        if at > 20:
            return
        yield at, item


def filtered(items, k):
    for item in items:
        if item != k:
            yield item


def doubling(n, x):
    for _ in range(n):
        yield x
        x += x
        if x:
            yield -x


def guarded_items(items):
    try:
        for item in items:
            yield item
    finally:
        LOG.append(len(LOG) % 7)


def tree(n):
    if n > 0:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 2)


def down(n, total):
    if n <= 0:
        return total
    return down(n - 1, total + n)


def even(n):
    return True if n <= 0 else odd(n - 1)


def odd(n):
    return False if n <= 0 else even(n - 1)


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


def risky(n, limit):
    if n % limit == 0:
        raise Problem(n)
    return n


def retry(n, limit):
    for turn in range(n):
        try:
            return risky(turn, limit)
        except Problem:
            continue
        finally:
            if turn > 3:
                LOG.append(turn)
    return -1


def held_through(n, limit):
    here = n * 3
    try:
        below = held_through(n - 1, limit) if n else risky(limit, 5)
    except Problem:
        if n % 2:
            return here
        raise
    return below + n


def handed_down(n, level):
    last = level

    def visit(t):
        nonlocal last
        if t:
            last = handed_down(t - 1, last + 1)

    for u in (n, 0):
        visit(u)
    return last


def helper(x):
    return x + 1


def twisted_helper(x):
    return x * 0.5


def through(x):
    return helper(x)


def twist(value):
    global G
    G = value % 11
    return G


def grow_point(n, x):
    if n <= 0:
        return Point(x, n)
    return grow_point(n - 1, x) + grow_point(n - 2, n)


def maybe(n, x):
    if n > 3:
        return None if n == 5 else x
    found = maybe(n + 1, x)
    return "none" if found is None else found


def nest(n, x):
    if n == 0:
        return [x]
    inner = nest(n - 1, x + 1)
    inner.append(len(inner))
    return (inner, nest(n - 2, x)) if n > 3 else inner


def spread(first, *rest, key=1, **named):
    return first + len(rest) + key + len(named)


class Pile(list):
    def last(self):
        return self[-1]
#
#    def append(self, item):
#        super().append(item)
#        if len(self) > 30:
#            self.pop(0)


class Ledger(dict):
#    def __missing__(self, key):
#        return 0
#
    def total(self):
        return len(self)


class Mood(Enum):
    CALM = 0
    LOUD = 1
    GONE = 2


class Level(IntEnum):
    LOW = 1
    HIGH = 3


class Solid(ABC):
    SIDES = 1

    @abstractmethod
    def size(self):
        pass

    @staticmethod
    def half(value):
        return value / 2


class Cube(Solid):
    SIDES = 6

    def __init__(self, edge):
        self.edge = edge
        self.next = None

    def size(self):
        return self.edge * self.SIDES


class Ball(Solid):
    def __init__(self, radius):
        self.radius = radius
        self.next = None

    def size(self):
        return self.radius + 1


class Meter(type):
    def __len__(cls):
        return 3


class Metered(metaclass=Meter):
    RATE = 2


LOG = []
"#;

/// What a function may have, and how it comes by it.
pub const LOCALS: &[(&str, &str)] = &[
    ("grid", "grid = [[@n for _ in range(@k + 1)] for _ in range(@k + 1)]"),
    ("grid", "grid = [[@num] * 4] * 3"),
    ("table", "table = {}"),
    ("table", "table = {@c: @num for u in range(4)}"),
    ("groups", "groups = {}"),
    ("text", "text = \"abcab\" * @k"),
    ("text", "text = str(@num)"),
    ("text", "text = \"äbß→c\" * @k"),
    ("words", "words = [\"b\", \"aa\", \"\", \"c\"] * @k"),
    ("pair", "pair = (@num, @num)"),
    ("point", "point = Point(@num, @num)"),
    ("point", "point = Other(@num)"),
    ("points", "points = [Point(u, @n) for u in range(@k)]"),
    ("points", "points = [Point(u, u % 3) if u % 2 else Other(u * 0.5) for u in range(@k)]"),
    ("fs", "fs = [lambda x, k=k: x + k for k in range(3)]"),
    ("fs", "fs = [lambda x: x + @n, abs, Point.twice]"),
    ("bump", "level = @k\ndef bump(step=1):\n    nonlocal level\n    level += step\n    return level % 1009"),
    ("gen", "gen = count_up(50, @n)"),
    ("gen", "gen = (u + @n for u in range(70))"),
    ("big", "big = 10**25 + @c"),
    ("big", "big = 2**63 - @k"),
    ("bag", "bag = {1, 2, 2.0, True}"),
    ("kept", "kept = [@num]\npush, take, tell = kept.append, kept.pop, kept.index"),
    ("kept", "kept = [\"a\", (1, 2), None]\npush, take, tell = kept.append, kept.pop, kept.index"),
    ("owner", "owner = Point(@n, @n)\nstep = owner.step"),
    ("shelf", "shelf = {@c: @num}\nlook, put = shelf.get, shelf.setdefault"),
    ("stack", "stack = [[@n, @n], (@n, \"a\", @c, 1.5)]\ngone = lent = stack[0]"),
    ("drawn", "drawn = []\nrng = random.Random(@k)\nrand, roll = rng.random, random.random\nrandom.seed(@k)"),
    ("heap", "heap = [@num]"),
    ("heap", "heap = [(@c, @n, \"x\")]"),
    ("heap", "heap = [Point(@c)]"),
    ("line", "line = deque([@num])"),
    ("line", "line = deque([@n, \"a\", None], maxlen=4)"),
    ("cells", "cells = array(\"d\", [0.5] * (@k + 2))"),
    ("cells", "cells = array(\"bBhHiIlqQf\"[@c % 10], range(@k + 2))"),
    ("row", "row = [@num for _ in range(@k + 4)]"),
    ("row", "row = [@n, \"a\", None, (1, 2), [3], @num]"),
    ("record", "record = Record(a=@n, b=@n)"),
    ("pile", "pile = Pile()"),
    ("pile", "pile = Pile([@num, @num, @n])"),
    ("ledger", "ledger = Ledger()"),
    ("ledger", "ledger = Ledger({@c: @num, 2: None})"),
    ("mood", "mood = Mood.CALM"),
    ("level", "level_ = Level.LOW"),
    ("solids", "solids = [Cube(u) if u % 3 else Ball(u * 0.5) for u in range(@k + 1)]"),
    ("solids", "solids = [Cube(@n), None, Ball(@n), Point(@n, 1)]"),
    ("chance", "chance = [None if u % 3 == 0 else u for u in range(@k + 2)]"),
    ("chance", "chance = [None, @num, Point(@n), \"a\"]"),
    ("known", "known = {u: Point(u) for u in range(0, 12, @k)}"),
    ("held", "held = {@c}\nsame = held"),
    ("held", "held = {@c: @k}\nsame = held"),
    ("tail", "tail = bytearray(b\"x\")\nend = tail"),
];

/// Statements.
pub const STATEMENTS: &[(&str, &str)] = &[
    ("grid", "grid[@c % len(grid)][@c % len(grid[0])] = @num"),
    ("grid", "grid[@c % len(grid)][@k % len(grid[0])] += @k"),
    ("grid", "grid[0], grid[-1] = grid[-1], grid[0]"),
    ("held", "held |= type(held)([(@c % 7, @k)])\nif held is not same:\n    raise ValueError(\"another one\")"),
    (
        "tail",
        "tail += bytes([@c % 256, @k])\nif end is not tail:\n    raise ValueError(\"another one\")\nif len(tail) > 99:\n    del tail[9:]",
    ),
    ("grid", "grid[@c % len(grid)] = grid[@k % len(grid)]"),
    ("grid", "grid[@c % len(grid)] = [@num for _ in range(len(grid[0]))]"),
    ("grid", "for row in grid:\n    row[@c % len(row)] = @float"),
    (
        "grid",
        "for y in range(1, len(grid) - 1):\n    for x in range(1, len(grid[0]) - 1):\n        grid[y][x] = (grid[y - 1][x] + grid[y + 1][x] + grid[y][x - 1] + grid[y][x + 1]) * 0.25",
    ),
    ("grid", "@v = sum(row[0] for row in grid)"),
    (
        "grid",
        "for y, row in enumerate(grid):\n    for x, item in enumerate(row):\n        if item == y:\n            @v = x",
    ),
    ("grid", "@v = max(max(row) for row in grid)"),
    ("grid", "grid = [list(column) for column in zip(*grid)]"),
    ("stack", "stack.append((@num, @c, str(@k), @k))"),
    ("stack", "stack.append([@num, @c])"),
    ("stack", "if len(stack) > 1:\n    gone = stack.pop()"),
    ("stack", "if len(stack) > 1:\n    @v = stack.pop()[@c % 2]\n    stack.append([@k, @num, lent])"),
    ("stack", "lent = stack[-1]\nif len(stack) > 2:\n    stack.pop()\n    spare = [@k, @c]"),
    ("stack", "lent = stack[@c % len(stack)]"),
    ("stack", "stack[@c % len(stack)] = [gone, @c][1:] + [@k]"),
    ("stack", "@v = gone[0]\nif len(stack) > 9:\n    del stack[2:]"),
    ("stack", "if lent is gone:\n    @v = lent[1]"),
    (
        "stack",
        "todo = [(@k, 0, [@c])]\nwhile todo:\n    depth_left, branch, way = todo.pop()\n    @v = branch + len(way)\n    if depth_left > 0:\n        todo.append((depth_left - 1, branch + 1, way + [branch]))\n        if depth_left == 2:\n            todo.append((0, branch, way))",
    ),
    ("pair", "@v = max([pair, (@k, @c)], key=lambda p: p[0])[1]"),
    ("pair", "@v = sum(map(lambda p: p[0] + @c % 3, [pair, pair[::-1], (@k, 2)]))"),
    ("words", "words = sorted(words, key=lambda w: (len(w) + @c % 2, w))"),
    ("words", "words = sorted(words, key=len, reverse=@c % 2)"),
    ("words", "text = \"\".join(map(lambda w: w[:1] or str(@k), words))[:30] + \"b\""),
    ("point", "point = min([point, Point(@c, @k)], key=lambda p: abs(p))"),
    ("fs", "@v = max(map(fs[@c % 3], [1, 2, @k]), key=lambda u: -u)"),
    ("bump", "@v = sum(map(bump, [@k, @c]))\nspare = sorted([@c, @k, 3], key=bump)"),
    ("table", "table[@key] = @num"),
    ("table", "table[@key] = table.get(@key, 0) + @k"),
    ("table", "if @key in table:\n    @v = table[@key]"),
    ("table", "table.pop(@key, None)"),
    ("table", "for key, value in table.items():\n    @v = value"),
    ("table", "for key in table:\n    table[key] = @num"),
    ("table", "for key in list(table):\n    if len(table) > 5:\n        del table[key]"),
    (
        "table",
        "try:\n    for key in table:\n        if len(table) > 3:\n            del table[key]\nexcept RuntimeError as problem:\n    text = str(problem)",
    ),
    ("table", "try:\n    @v = table[@key]\nexcept KeyError as problem:\n    table[@key] = @k"),
    ("table", "@v = sum(table.values())"),
    ("table", "@v = len(table)"),
    ("table", "table = {key: value for key, value in table.items() if value != @k}"),
    ("groups", "groups.setdefault(@c % @k, []).append(@num)"),
    ("groups", "for key, values in groups.items():\n    if len(values) > 4:\n        groups[key] = values[2:]"),
    ("groups", "for values in groups.values():\n    values[0] = @num"),
    ("text", "if len(text) < 50:\n    text += \"ab\"[@c % 2]"),
    ("text", "if len(text) < 50:\n    text += str(@c)"),
    ("text", "text = text[@k:] + text[:@k]"),
    ("text", "spare = @float\ntext = f\"{@c}:{spare:.3f}|{spare!r:>9}\""),
    ("text", "text = \"%d-%s\" % (@c, @num)"),
    ("text", "if text[@c % len(text)] == \"a\":\n    @v = @c"),
    ("text", "for letter in text:\n    if letter == \"b\":\n        @v = @c"),
    ("text", "for at, letter in enumerate(text):\n    if letter < \"b\":\n        @v = at"),
    ("text", "@v = len(text)"),
    ("text", "@v = ord(text[0])"),
    ("text", "text = chr(ord(text[0]) + 1) + text[1:]"),
    ("text", "text = text.replace(\"a\", \"b\").upper().lower()"),
    ("text", "if \"b\" in text and text < \"c\":\n    @v = text.count(\"b\")"),
    ("text", "old = text\nif len(text) < 40:\n    text += \"z\"\nif old == text:\n    @v = 0"),
    ("text", "try:\n    @v = int(text)\nexcept ValueError:\n    @v = @k"),
    ("words", "words.sort()"),
    ("words", "words[@c % len(words)] += \"x\"\nif len(words[0]) > 9:\n    words[0] = \"\""),
    ("words", "@v = sum(len(word) for word in words)"),
    ("words", "if \"aa\" in words:\n    @v = words.index(\"aa\")"),
    ("words", "words = \",\".join(words).split(\",\")"),
    ("words", "for word in words:\n    if word == \"b\":\n        @v = @c\n    elif word:\n        @v = len(word)"),
    ("pair", "pair = (@num, @num)"),
    ("pair", "pair = (pair[1], pair[0])"),
    ("pair", "pair = pair[:1] + (@num,)"),
    ("pair", "first, second = pair\n@v = first"),
    ("pair", "if pair < (@num, @num):\n    @v = pair[@c % 2]"),
    ("pair", "if pair == (@c % 5, @k):\n    pair = (0, 1)"),
    ("pair", "for item in pair:\n    @v = item"),
    ("pair", "pair = (@v_, pair[0])"),
    ("point", "point.x = @num"),
    ("point", "point.y = @num"),
    ("point", "point.x, point.y = point.y, point.x"),
    ("point", "point = point + Point(@num, @c)"),
    ("point", "point += Point(@k, @num)"),
    ("point", "point = point * @k"),
    ("point", "point = -point"),
    ("point", "point = Other(@num, @num)"),
    ("point", "point = Point(@num)"),
    ("point", "point = Point.make(@num)"),
    ("point", "@v = point.norm"),
    ("point", "@v = point.step(@k)"),
    ("point", "@v = abs(point)"),
    ("point", "@v = point.scaled()"),
    ("point", "@v = point(@num)"),
    ("point", "@v = point[@c % 2]"),
    ("point", "if point == Point(@num, @num):\n    @v = @k"),
    ("point", "if point < Point(@num, @num):\n    point.x = @num"),
    ("point", "if point:\n    point.y = @num"),
    ("point", "if @num in point:\n    point.x = @k"),
    ("point", "alias = point\nalias.x = @num\n@v = point.x"),
    ("point", "Point.scale = @num"),
    ("point", "setattr(point, \"xy\"[@c % 2], @num)"),
    ("point", "try:\n    point.extra = @num\nexcept AttributeError:\n    @v = @k"),
    ("point", "try:\n    del point.y\n    @v = point.y\nexcept AttributeError:\n    point.y = @num"),
    ("points", "for each in points:\n    each.x += @k"),
    ("points", "for each in points:\n    @v = each.step(@k)"),
    ("points", "for each in points:\n    @v = each.norm"),
    ("points", "@v = sum(each.y for each in points)"),
    ("points", "points.sort(key=lambda each: each.y)"),
    ("points", "points.sort()"),
    ("points", "points[@c % len(points)] = Other(@num)"),
    ("points", "points[@c % len(points)], points[0] = points[0], points[@c % len(points)]"),
    ("points", "for a in points:\n    for b in points:\n        if a is not b:\n            a.x -= b.x * 0.5"),
    ("points", "if len(points) < 9:\n    points.append(points[0] + points[-1])"),
    ("points", "total = Point(0, 0)\nfor each in points:\n    total = total + each\n@v = total.x"),
    ("fs", "@v = fs[@c % 3](@num)"),
    ("fs", "fs[@c % 3] = lambda x: x - @n"),
    ("fs", "for f in fs:\n    @v = f(@num)"),
    ("fs", "@v = sum(map(fs[0], range(@k)))"),
    ("bump", "@v = bump(@k)"),
    ("bump", "@v = bump()"),
    ("bump", "level = @k"),
    ("bump", "if @c == @k * 7:\n    bump = lambda step=1: step"),
    ("gen", "@v = next(gen, 0)"),
    ("gen", "for u in gen:\n    @v = u\n    if u == @k:\n        break"),
    ("gen", "gen = count_up(@k, @num)"),
    ("gen", "gen.close()"),
    ("gen", "try:\n    @v = next(gen)\nexcept StopIteration:\n    gen = (u * @n for u in range(9))"),
    ("", "for u in count_up(@k * 4, @num):\n    @v = u"),
    ("", "@v = sum(count_up(@k, @n))"),
    ("", "@v = sum(u * @n for u in range(@k * 8))"),
    ("", "@v = sum(filtered(count_up(@k * 4, @num), @k))"),
    ("", "for u in filtered(count_up(@k * 4, @num), @k):\n    @v = u"),
    ("", "for u in filtered(doubling(@k * 9, @num), @k):\n    if u == @c:\n        break\n    @v = u"),
    ("", "for u in filtered(filtered(@l, @k), @c):\n    if u == @n:\n        continue\n    @v = u"),
    ("", "for u in doubling(70, @k):\n    @v = u % 1009"),
    ("", "@v = len(list(filtered(doubling(@k, @num), @k)))"),
    ("", "@v = sum(u != @k for u in filtered(@l, @n))"),
    ("", "for at, item in pairs(@l):\n    if at == @k:\n        break\n    @v = item"),
    ("", "for item in guarded_items(@l):\n    if item == @k:\n        break\n    @v = item"),
    ("", "for u in tree(@k % 6):\n    @v = u"),
    ("", "@v = sum(u * u for u in range(@k * 3) if u % 2)"),
    ("", "@v = sum([u + @num for u in range(@k * 3)])"),
    ("", "@v = any(u > @num for u in @l)"),
    ("", "@v = all(u - @v_ < @num for u in @l if u != @k)"),
    ("", "@v = max(u + @num for u in range(@c % 5)) if @c % 5 else @k"),
    ("", "@v = min((u * @n) % 7 for u in range(@k + 1) for w in range(u + 1))"),
    ("", "try:\n    @v = max(u for u in @l if u > @num)\nexcept ValueError as problem:\n    @v = len(str(problem))"),
    ("", "try:\n    @v = sum(@n // (u - @k) for u in range(@k * 2))\nexcept ZeroDivisionError:\n    @v = @c"),
    ("", "@v = any(u * w == @k and u > @c % 3 for u in range(@k + 2) for w in range(4))"),
    ("", "@v = sum(sum(u * w for w in range(u)) for u in range(@k + 2))"),
    ("", "@v = len(set(u % (@k + 1) + @c for u in @l if u - u == 0)) + len(list(u for u in @l))"),
    ("", "@v = tuple(u + @num for u in range(@k + 1))[@c % @k if @k else 0]"),
    ("", "@v = sorted((u * 7) % 5 + @k for u in range(@k + 1))[0]"),
    ("", "@v = sum((u for u in @l), @float)"),
    ("", "for u in reversed(range(@k, @c % 20)):\n    @v = u"),
    ("", "steps = range(@k, @k + 20, @k + 1)\nfor u in steps:\n    @v = u"),
    ("", "for u in range(@k + 1):\n    for w in range(u, 40, u + 2):\n        @v = w"),
    (
        "row",
        "for start in range(len(row)):\n    for at in range(start, len(row) - 1, start + 1):\n        row[at] = row[at + 1]",
    ),
    ("row", "row[@c % 3:@k] = row[@k::-1]"),
    ("table", "table = dict((key, @num) for key in table)"),
    ("table", "@v = sum(1 for key, value in table.items() if value == @k)"),
    ("words", "text = \"-\".join(word + str(@c) for word in words)[:60]"),
    ("words", "@v = max(len(word) for word in words)"),
    ("points", "@v = any(each.x > @num for each in points)"),
    ("points", "@v = max(points[u].x for u in range(len(points)))"),
    ("points", "found = [u for u in range(len(points)) if all(each.y != u for each in points)]\n@v = len(found)"),
    ("", "@v = all(u != @num for u in @l)"),
    ("", "@v = max(u for u in @l)"),
    ("", "@v = min(@l, default=0)"),
    ("", "for u, w in zip(@l, @l):\n    @v = u"),
    ("", "for u, w in zip(@l, range(@k * 5)):\n    if w == @k:\n        continue\n    @v = u + w"),
    ("", "for at, u in enumerate(@l, @k):\n    if at % 3:\n        @v = u"),
    ("", "for u in reversed(range(@k * 5)):\n    @v = u"),
    ("", "for u in range(@k * 5, @c % 7, -@k):\n    @v = u"),
    ("big", "big = (big * @k + @c) % (2**89 - 1)"),
    ("big", "big = big ** 2 % 10**40"),
    ("big", "quotient, rest = divmod(big, @k + 1)\n@v = rest"),
    ("big", "@v = pow(@c, @k, 1000003)"),
    ("big", "big = (big >> @k) + (1 << 62)"),
    ("big", "@v = big % 2**63"),
    ("big", "if big > @num:\n    big -= @c"),
    ("big", "big = -big // @k"),
    ("big", "@v = big & (2**40 - 1)"),
    ("", "@v = 2**63 - 1 - @c + @k"),
    ("", "@v = -2**63 + @c - @k"),
    ("", "@v = (2**62 + @c) * @k"),
    ("bag", "bag.add(@c % 13)"),
    ("bag", "bag.discard(@c % @k)"),
    ("bag", "if @c % 13 in bag:\n    @v = len(bag)"),
    ("bag", "bag = bag | {@c % 5} if len(bag) < 20 else set()"),
    ("bag", "for item in sorted(bag):\n    @v = item"),
    ("kept", "push(@num)"),
    ("kept", "if len(kept) > 1:\n    last = take()"),
    ("kept", "if len(kept) > 3:\n    push(take(0))"),
    (
        "kept",
        "try:\n    @v = tell(@num)\nexcept ValueError:\n    kept = [@k]\n    push, take, tell = kept.append, kept.pop, kept.index",
    ),
    ("kept", "grow = kept.append\ngrow(@c)\nif len(kept) > 30:\n    del kept[@k:]"),
    ("owner", "@v = step(@k)"),
    ("owner", "if @c % 9 == @k:\n    owner = Other(@n)\n    step = owner.step"),
    ("shelf", "@v = look(@key, @k)"),
    ("shelf", "shelf[@key] = look(@key, 0) + 1"),
    ("shelf", "@v = put(@key, @num)"),
    ("shelf", "try:\n    del shelf[@key]\nexcept KeyError:\n    shelf[@key] = @k"),
    ("drawn", "drawn.append(roll())\ndel drawn[:-3]"),
    ("drawn", "@v = rand() + rng.uniform(0, @k)"),
    ("drawn", "@v = random.randint(0, @k) + rng.randrange(@k)"),
    ("drawn", "try:\n    @v = random.randrange(@c % 3)\nexcept ValueError:\n    @v = rng.getrandbits(5)"),
    ("drawn", "picked = list(range(@k))\nrandom.shuffle(picked)\n@v = random.choice(picked)"),
    ("heap", "heapq.heappush(heap, @num if type(heap[0]) is not tuple else (@num, @c))"),
    ("heap", "heapq.heappush(heap, heap[-1])"),
    ("heap", "if len(heap) > 3:\n    last = heapq.heappop(heap)"),
    (
        "heap",
        "try:\n    heapq.heappush(heap, (@num, \"y\"))\nexcept (TypeError, AttributeError) as problem:\n    heap = [(@c, \"y\")]",
    ),
    ("", "for u, w in itertools.product(@l[:3], (@k, @c)):\n    @v = u * w"),
    ("", "for u in itertools.chain(@l[:2], (@num,), range(@k)):\n    @v = u"),
    ("", "for u, w in itertools.combinations(@l[:4], 2):\n    @v = u - w"),
    ("", "for u in itertools.islice(itertools.count(@c), @k):\n    @v = u"),
    ("", "for u in itertools.permutations(@l[:3], 2):\n    @v = u[0]"),
    ("", "for w in (range(@k, -1, -1), range(@c % 5, 9), range(0, 9, @k)):\n    for u in w:\n        @v = u"),
    ("", "made = Made(@num, @c, y=@n)\n@v = made.step(@num) + made.step(@k, @n)"),
    ("", "bare = Bare()\nbare.x = @num\nbare.y = @c\n@v = bare.x + bare.y"),
    (
        "",
        "h = @c + 14695981039346656037\nfor u in range(@k):\n    h = (h ^ u) * 1099511628211 & 0xffffffffffffffff\n@v = h % 1009",
    ),
    ("line", "line.append(@num)"),
    ("line", "line.appendleft(@c)"),
    ("line", "if line:\n    last = line.popleft()"),
    ("line", "try:\n    last = line.pop()\nexcept IndexError:\n    line.append(@k)"),
    ("line", "@v = len(line)"),
    ("row", "try:\n    row.remove(@num)\nexcept ValueError:\n    row.append(@k)"),
    ("table", "table.update({@key: @num})\nif len(table) > 12:\n    table.clear()"),
    ("cells", "@v = cells[@c % len(cells)] + cells[-1]"),
    ("cells", "try:\n    cells[@c % len(cells)] = @num\nexcept (TypeError, OverflowError):\n    cells[0] = @k"),
    ("cells", "try:\n    cells[@k % len(cells)] += @c\nexcept OverflowError:\n    cells[@k % len(cells)] = 1"),
    ("cells", "try:\n    @v = cells[@c % 30 - 15]\nexcept IndexError:\n    @v = len(cells)"),
    ("cells", "for u in range(1, len(cells)):\n    cells[u] = cells[u - 1]"),
    ("cells", "if len(cells) < 20:\n    cells.append(@k)"),
    ("cells", "for u in cells:\n    @v = u"),
    ("cells", "copied = cells[:]\ncopied[0] = 1\n@v = copied[0] - cells[0]"),
    ("row", "row[:@k] = row[@k - 1::-1]"),
    ("row", "row[@c % 4:@k] = [@num] * (@k % 3)\nif len(row) < 3:\n    row = [@n] * 5"),
    ("row", "row[1:3] = row[2:0:-1]"),
    ("row", "row[::2] = row[::2]"),
    ("row", "try:\n    row[::2] = [@num, @num]\nexcept ValueError:\n    row = row[:4]"),
    ("row", "cut = row[:]\ncut[0] = @num\n@v = len(cut)"),
    ("row", "if len(row) > 4:\n    del row[@c % 3]"),
    ("row", "del row[@k:]\nrow.append(@num)"),
    ("row", "try:\n    del row[@c % 40]\nexcept IndexError:\n    row = [@num, @num, @num]"),
    ("", "@v = len(set(@l)) + len(dict.fromkeys(@l)) if all(u == u for u in @l) else len(@l)"),
    ("", "fresh = list()\nfresh.append(@num)\nseen = set()\nseen.add(@c)\n@v = len(fresh) + len(seen)"),
    ("", "grown = grow_point(@k % 5, @num)\n@v = grown.x"),
    ("", "@v = maybe(@c % 7, @num)"),
    ("", "@v = len(nest(@k % 6, @c))"),
    ("", "@v = Point.scale"),
    ("", "root = math.sqrt\n@v = root(abs(@c))"),
    ("record", "record.a = @num"),
    ("record", "record = Record(a=@num, b=@c)"),
    ("record", "record = Record()\nrecord.a = @n"),
    ("record", "@v = record.a"),
    ("record", "@v = record.missing"),
    ("", "@v = down(@k * 3, @num)"),
    ("", "@v = even(@c % 20)"),
    ("", "@v = fib(@k)"),
    (
        "",
        "try:\n    @v = risky(@c, @k + 1)\nexcept Problem as problem:\n    @v = problem.code\nfinally:\n    LOG.append(0)",
    ),
    ("", "held = @num\ntry:\n    @v = risky(@c, @k + 1)\nexcept Problem:\n    @v = held"),
    ("", "@v = handed_down(@k * 5, @c)"),
    ("", "try:\n    @v = held_through(@k, @c)\nexcept Problem as problem:\n    @v = problem.code"),
    ("", "with Guarded(True) as guard:\n    @v = risky(@c, @k + 1)"),
    (
        "",
        "try:\n    with Guarded(False) as guard:\n        @v = risky(@c, @k + 1)\nexcept Problem:\n    @v = guard.left",
    ),
    ("", "@v = retry(@k, @k)"),
    (
        "",
        "try:\n    try:\n        @v = @num // (@c % @k)\n    except ZeroDivisionError:\n        raise ValueError(\"inner\")\nexcept ValueError as problem:\n    @v = len(problem.args)",
    ),
    ("", "try:\n    assert @bool, \"no\"\nexcept AssertionError as problem:\n    @v = @k"),
    ("", "try:\n    @v = @l[@c]\nexcept IndexError:\n    @v = @n\nelse:\n    LOG.append(1)"),
    ("pile", "pile.append(@num)"),
    ("pile", "if len(pile) > 3:\n    @v = pile.pop(0)"),
    ("pile", "while len(pile) > @k:\n    @v = pile.pop()"),
    ("pile", "@v = pile[@c % @k]"),
    ("pile", "pile[-1] = @num"),
    ("pile", "pile[@c % @k] += @n"),
    ("pile", "for u in pile:\n    if u != @k:\n        @v = u"),
    ("pile", "if @n in pile:\n    @v = pile.last()"),
    ("pile", "if pile:\n    @v = pile.last()"),
    ("pile", "pile = Pile(pile[:4])"),
    ("pile", "other = Pile()\nother.append(@num)\npile = other if @c % 5 == 0 else pile\n@v = len(other) + len(pile)"),
    ("ledger", "ledger[@key] = @num"),
    ("ledger", "ledger[@key] += @k"),
    ("ledger", "if @key in ledger:\n    @v = ledger[@key]"),
    ("ledger", "@v = ledger.get(@key, @n)"),
    ("ledger", "if len(ledger) > 9:\n    ledger.clear()\n@v = ledger.total()"),
    ("mood", "mood = (Mood.CALM, Mood.LOUD, Mood.GONE)[@c % 3]"),
    ("mood", "if mood == Mood.LOUD:\n    @v = mood.value\nelif mood is Mood.GONE:\n    @v = len(mood.name)"),
    ("mood", "mood = Mood(@c % 3)"),
    ("mood", "@v = mood.value + Mood.LOUD.value"),
    ("level", "level_ = Level.HIGH if @bool else Level.LOW"),
    ("level", "if level_ == Level.HIGH or level_ > @k:\n    @v = level_ + @int"),
    (
        "solids",
        "for u in solids:\n    if isinstance(u, Cube):\n        @v = u.size()\n    elif isinstance(u, Solid):\n        @v = u.radius",
    ),
    (
        "solids",
        "u = solids[@c % len(solids)]\nif isinstance(u, (Ball, Point)):\n    @v = @n\nelif u is not None:\n    @v = u.size() + u.SIDES",
    ),
    ("solids", "@v = Cube.SIDES + Solid.SIDES + Ball.half(@num)"),
    (
        "solids",
        "u = solids[@c % len(solids)]\nif isinstance(u, Solid):\n    w = u.next\n    u.next = None if w else solids[0]",
    ),
    ("solids", "if @c == @k * 7:\n    Solid.register(Point)\nelif @c == @k * 9:\n    Solid.SIDES = 2.5"),
    ("solids", "@v = Metered.RATE + len(Metered)\nif @c == @k * 8:\n    Meter.RATE = property(lambda cls: 7)"),
    (
        "solids",
        "seen_ = {}\nfor u in solids + solids[:2]:\n    if isinstance(u, Solid):\n        seen_[u] = seen_.get(u, @n) + 1\n@v = len(seen_)",
    ),
    (
        "solids",
        "ones = set()\nfor u in solids:\n    if isinstance(u, Cube) and u not in ones:\n        ones.add(u)\n@v = len(ones)",
    ),
    ("chance", "u = chance[@c % len(chance)]\nif u is not None:\n    @v = u + 1"),
    ("chance", "u = chance[@c % len(chance)]\nchance.append(u)\nif len(chance) > 25:\n    del chance[:20]"),
    ("chance", "chance[@c % len(chance)] = chance[@k % len(chance)]"),
    ("known", "u = known.get(@c % 14)\nkept_ = [u, u]\nif u:\n    @v = u.x"),
    ("known", "found = [known.get(u) for u in range(@k)]\n@v = sum(1 for u in found if u is None)"),
    ("known", "u = known.get(@c % 9)\nknown[@c % 9] = u\nw = {@c: u}\n@v = len(w)"),
    ("known", "u = known.get(@c % 13)\nheld_ = Bare()\nheld_.it = u\nif held_.it is not None:\n    @v = held_.it.y"),
    ("known", "u = known.get(@c % 7)\n@v = maybe(0, @n) if u is None else spread(1, u)"),
    ("", "@v = through(@num)"),
    ("", "if @c == @k * 9:\n    globals()[\"helper\"] = twisted_helper"),
    ("", "@v = twist(@int)"),
    ("", "@v = spread(@num, @c, key=@k)"),
    ("", "@v = spread(@num, *@l, more=@c)"),
    ("", "if len(@L) < 40:\n    @L.insert(@c % 5, @num)"),
    ("", "if len(@L) > 3:\n    del @L[@c % 3]"),
    ("", "if len(@L) < 40:\n    @L.extend(@l[:3])"),
    ("", "@L[:2] = [@num, @num]"),
    ("", "@L.reverse()"),
    ("", "@L.sort(key=abs)"),
    ("", "if @num in @l:\n    @v = @l.index(@n)"),
    ("", "for u in @L:\n    if len(@L) < 50:\n        @L.append(u)"),
    ("", "for u in @L:\n    if len(@L) > 4:\n        @L.pop()\n    @v = u"),
    ("", "@v = sum(@l[@k:])"),
    ("", "@L = [u for u in @l if u != @k] or [@n]"),
    ("", "@L = [u + @n for u in @l]"),
    ("", "@L = list(map(abs, @l))"),
    ("", "@L = (@l + @l)[:40]"),
    ("", "@v = sorted(@l)[0]"),
    ("", "match @c % 4:\n    case 0:\n        @v = @num\n    case 1 | 2:\n        @v = @k\n    case _:\n        pass"),
    (
        "pair",
        "match pair:\n    case (0, rest):\n        @v = rest\n    case (int(), float() as second):\n        @v = second\n    case _:\n        pass",
    ),
    ("", "@v = (lambda x, y=@n: x + y)(@num)"),
    ("", "@v = divmod(@int, @k)[1]"),
    ("", "@v = isinstance(@v_, int)"),
    ("", "@v = (@num or @num) and @num"),
    ("", "if (u := @num) != @k:\n    @v = u"),
    ("", "@v = float(str(@float))"),
    ("", "@v = math.floor(@float) if math.isfinite(@float) else 0"),
    ("", "@v = math.atan2(@float, @float) + math.hypot(@float, 2.0)"),
    ("", "@v = math.exp(-abs(@float)) + math.cos(@float)"),
];

/// Expressions that give numbers, mostly.
pub const VALUES: &[(&str, &str)] = &[
    ("grid", "grid[@c % len(grid)][0]"),
    ("grid", "grid[@k % len(grid)][@c % len(grid[0])]"),
    ("table", "table.get(@key, @n)"),
    ("text", "len(text)"),
    ("words", "len(words[@c % len(words)])"),
    ("pair", "pair[0]"),
    ("pair", "pair[@c % 2]"),
    ("point", "point.x"),
    ("point", "point.y"),
    ("point", "point.norm"),
    ("point", "point.step(@k)"),
    ("points", "points[@c % len(points)].x"),
    ("fs", "fs[@c % 3](@n)"),
    ("bump", "bump()"),
    ("gen", "next(gen, @n)"),
    ("big", "(big % 1009)"),
    ("bag", "len(bag)"),
    ("record", "record.a"),
];

impl Writer {
    /// Classes and functions that the others use.
    pub fn wide_head(&mut self) {
        let (mut optional, mut kept) = (false, true);
        for line in HEAD.lines() {
            // What stands together stays or goes together.
            if line.starts_with('#') && !optional {
                kept = !self.one_in(3);
            }
            optional = line.starts_with('#');
            if !optional || kept {
                self.text.push_str(line.strip_prefix('#').unwrap_or(line));
                self.text.push('\n');
            }
        }
    }

    /// Some of what the templates work on.
    pub fn wide_locals(&mut self, in_function: bool) {
        self.has.clear();
        for _ in 0..3 + self.below(4) {
            let (name, text) = LOCALS[self.below(LOCALS.len())];
            // A module has no `nonlocal`.
            if self.has.contains(&name) || (name == "bump" && !in_function) {
                continue;
            }
            self.write_template(text);
            self.has.push(name);
        }
    }

    /// Prints what the templates worked on.
    pub fn wide_report(&mut self) {
        let shown: Vec<&str> = self
            .has
            .iter()
            .copied()
            .filter(|name| !matches!(*name, "fs" | "bump" | "gen" | "bag" | "record" | "held" | "solids" | "level"))
            .collect();
        if !shown.is_empty() {
            self.line(&format!("print({})", shown.join(", ")));
        }
    }

    /// A statement made from a template.
    pub fn wide_statement(&mut self) {
        for _ in 0..20 {
            let (needs, text) = STATEMENTS[self.below(STATEMENTS.len())];
            let costly =
                text.contains("for ") || text.contains("sum(") || text.contains("fib") || text.contains("sort");
            if (needs.is_empty() || self.has.contains(&needs)) && (!costly || self.weight <= 120) {
                return self.write_template(text);
            }
        }
        self.line("pass");
    }

    /// An expression made from a template, if what it needs is there.
    pub fn wide_value(&mut self) -> Option<String> {
        let (needs, text) = VALUES[self.below(VALUES.len())];
        if !self.has.contains(&needs) {
            return None;
        }
        let mut given = Vec::new();
        Some(self.fill(text, &mut given))
    }

    fn write_template(&mut self, text: &str) {
        let mut given = Vec::new();
        let filled = self.fill(text, &mut given);
        for line in filled.lines() {
            self.line(line);
        }
        for (name, kind) in given {
            self.tame(&name, kind, "*");
        }
    }

    /// A template's text with its places filled; the variables that it gives values to are added to `given`.
    fn fill(&mut self, text: &str, given: &mut Vec<(String, Kind)>) -> String {
        let mut filled = String::new();
        let mut rest = text;
        let mut chosen_list: Option<String> = None;
        while let Some(at) = rest.find('@') {
            filled.push_str(&rest[..at]);
            rest = &rest[at + 1..];
            let end = rest.find(|c: char| !c.is_ascii_alphabetic() && c != '_').unwrap_or(rest.len());
            let place = &rest[..end];
            rest = &rest[end..];
            let fresh = match place {
                "int" => self.contained(Kind::Int),
                "float" => self.contained(Kind::Float),
                "bool" => self.condition(1),
                "num" => {
                    let kind = self.kind();
                    self.contained(kind)
                }
                "c" => self.counter(),
                "k" => format!("{}", 1 + self.below(7)),
                "n" => {
                    let kind = self.kind();
                    format!("({})", self.literal(kind))
                }
                "l" => self.name_where(|v| v.list).unwrap_or_else(|| "[1, 2, 3.5]".to_string()),
                // The same list in all of the template: it is changed.
                "L" => {
                    let list = chosen_list.clone().or_else(|| self.name_where(|v| v.list && !v.fixed));
                    chosen_list = Some(list.unwrap_or_else(|| "LOG".to_string()));
                    chosen_list.clone().expect("just set")
                }
                "v" => match self.target() {
                    Some((name, kind)) => {
                        if !given.iter().any(|(known, _)| *known == name) {
                            given.push((name.clone(), kind));
                        }
                        name
                    }
                    None => "spare".to_string(),
                },
                "v_" => self.name_where(|v| !v.list).unwrap_or_else(|| "0".to_string()),
                "key" => self.key(),
                other => panic!("no such place in a template: {other}"),
            };
            filled.push_str(&fresh);
        }
        filled.push_str(rest);
        filled
    }

    /// An expression that goes into a container: short, where it is an integer.
    fn contained(&mut self, kind: Kind) -> String {
        let value = self.expression(kind, 1 + self.state as usize % 2);
        if kind == Kind::Int && (value.contains('*') || value.contains("<<")) {
            return format!("({value} % 1000003)");
        }
        value
    }

    fn key(&mut self) -> String {
        let counter = self.counter();
        match self.below(7) {
            0 => format!("str({counter} % 4)"),
            1 => format!("({counter} % 3, {counter} % 2)"),
            2 => format!("({counter} % 4) * 0.5"),
            3 => "\"ab\"".to_string(),
            _ => format!("{counter} % {}", 2 + self.below(9)),
        }
    }
}
