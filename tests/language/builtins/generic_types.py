# Types with arguments, and unions of types.
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
print(list[int], dict[str, int], tuple[int, ...], list[int].__origin__, list[int].__args__, list[int] == list[int], hash(list[int]) == hash(list[int]), list[int]([1,2]), list[list[int]])
print(int | None, int | str | int, (int | str) == (str | int), (int|str).__args__, isinstance(5, int | str), isinstance(None, int | None), isinstance("", int|None), issubclass(bool, int | str))
t(lambda: isinstance(5, list[int])); t(lambda: int | "a"); t(lambda: int | 5); t(lambda: int[5]); t(lambda: list[int] | None); t(lambda: None | int)
print(dict[str, int].fromkeys([1]), list[int].append, tuple[()])
