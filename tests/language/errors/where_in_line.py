"""Where tracebacks mark lines: calls over several lines, truths, and what nothing is marked of."""
import re
import traceback


class Chain:
    def step(self, *args):
        return self

    def fail(self):
        raise ValueError("fail")

    @property
    def broken(self):
        raise KeyError("broken")


class Untold:
    def __bool__(self):
        raise ValueError("untold")

    def __eq__(self, other):
        return self

    def __enter__(self):
        raise ValueError("enter")

    def __exit__(self, *_):
        pass

    def __iter__(self):
        return self

    def __next__(self):
        raise ValueError("next")


chain = Chain()
untold = Untold()
text = "a"


def over_lines():
    (chain
     .step()
     .fail())


def over_arguments():
    chain.step(
        1,
    ).step(
    ).nothing


def properties():
    (chain
        .broken)


def wrong_arguments():
    (chain.step()
          .fail(1))


def in_parentheses():
    (text + "b").upperr()


def a_number():
    (1).bit_lenght()


def branch():
    if untold: pass


def negated_branch():
    if not untold: pass


def either_branch():
    if 0 or untold: pass


def after_a_comparison():
    if text == "a" and untold: pass


def compared():
    if untold == 1: pass


def loop():
    while untold: pass


def asserted():
    assert untold


def asserted_with_text():
    assert 0, "x" * 2


def asserted_comparison():
    assert text == "b", "x" * 2


def both():
    return untold and 1


def negated():
    x = not untold
    return x


def chosen():
    return 5 if untold else 6


def filtered():
    return [i for i in [1] if untold]


def in_a_sum():
    return 1 + (2 or 3) + (untold or 4)


def entered():
    with untold: pass


def not_entered():
    with 5: pass


def gone_over():
    for _ in untold: pass


def delegated():
    yield from 5


def changed():
    chain.broken += 1


for function in (
    over_lines, over_arguments, properties, wrong_arguments, in_parentheses, a_number, branch, negated_branch, either_branch,
    after_a_comparison, compared, loop, asserted, asserted_with_text, asserted_comparison, both, negated, chosen, filtered, in_a_sum,
    entered, not_entered, gone_over, delegated, changed,
):
    try:
        result = function()
        if hasattr(result, "send"):
            next(result)
    except Exception:
        print(function.__name__)
        print(re.sub(r'File ".*?", ', "", "\n".join(traceback.format_exc().splitlines()[3:])))
