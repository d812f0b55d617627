# Types with arguments: variables among them are replaced, and callables are joined with others.
from collections.abc import Callable, Iterable
from typing import Any, Optional, TypeVar

T = TypeVar("T")
U = TypeVar("U")
print(list[T], list[T][int], list[T].__parameters__, dict[T, list[U]].__parameters__)
print(dict[T, list[U]][str, int], dict[str, list[T]][float], tuple[T, T][int], (list[T] | None).__parameters__)
for wrong in (lambda: list[int][int], lambda: list[T][int, str], lambda: dict[T, U][int]):
    try:
        wrong()
    except TypeError as error:
        print(error)
print(Callable[[int, str], float], Callable[..., Any], Callable[[], None])
print(Callable[[int], int] | None, None | Callable[[int], int], Optional[Callable[[int], str]])
print(Callable[[int], str] == Callable[[int], str], Callable[[int], str] == Callable[[str], str])
print(Callable[[int], str].__args__, Callable[[int], str].__origin__ is Callable, isinstance(len, Callable))


def f(x: Callable[[float], float] | None = None, y: Iterable[T] = ()) -> list[T] | None:
    return None


print(f.__annotations__)
