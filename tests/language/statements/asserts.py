"""assert, and annotations that do nothing."""
assert True
assert 1 + 1 == 2, "arithmetic"
for message in ("text", 5, None, (1, 2)):
    try:
        assert False, message
    except AssertionError as problem:
        print(repr(problem), problem, problem.args)
try:
    assert []
except AssertionError as problem:
    print(repr(problem), str(problem) == "")
count: int = 5
name: str
ratio: "float" = count / 2
items: list[int] = []
table: dict[str, list[int]] = {"a": [1]}
items.append(count)


def scale(x: float, by: float = 2.0, *more: int, key: str = "k", **rest: object) -> float:
    local: int = 3
    other: list[float]
    return x * by + local


print(scale(1.5), count, ratio, items, table)
try:
    print(name)
except NameError as problem:
    print(problem)


def unbound():
    value: int
    return value


try:
    unbound()
except UnboundLocalError as problem:
    print(problem)
grid: list = [[0]]
grid[0][0]: int = 5
print(grid)
