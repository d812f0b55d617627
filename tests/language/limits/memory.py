"""Sizes that cannot be."""
import random

for label, f in (("list", lambda: [0] * 10**18), ("string", lambda: "ab" * 10**18), ("tuple", lambda: (1,) * (2**63 - 1)), ("index", lambda: [0][2**70]), ("negative index", lambda: [0][-2**70]), ("repeat big", lambda: [1] * 2**70), ("len range", lambda: len(range(10**30))), ("string index", lambda: "a"[2**70]), ("join", lambda: [1, 2][10**20:]), ("range list", lambda: range(10**30)[10**29]), ("repeat none", lambda: [] * 10**18), ("negative repeat", lambda: [1] * -10**30), ("zfill", lambda: len("1".zfill(1000))), ("width", lambda: len(f"{5:1000}")), ("sample", lambda: random.sample(range(10**18), 10**17)), ("small sample", lambda: len(random.sample(range(10**18), 3)))):
    try:
        print(label, f())
    except (MemoryError, OverflowError, IndexError) as problem:
        print(label, type(problem).__name__, problem)
