"""Examples of examples.

>>> double(2)
4
>>> for number in range(2):
...     print(number)
0
1
>>> 1 / 0
Traceback (most recent call last):
  ...
ZeroDivisionError: division by zero
>>> print("a   b")  # doctest: +NORMALIZE_WHITESPACE
a b
>>> list(range(100))  # doctest: +ELLIPSIS
[0, 1, ..., 99]
>>> double(1)  # doctest: +SKIP
7
>>> print("a\\n\\nb")
a
<BLANKLINE>
b
"""
import doctest


def double(number):
    """Twice a number.

    >>> double("a")
    'aa'
    >>> double(double(1))
    4
    """
    return number * 2


class Counter:
    """
    >>> Counter().up()
    1
    """

    def up(self):
        """
        >>> counter = Counter()
        >>> counter.up() + counter.up()
        2
        """
        return 1


def wrong():
    """
    >>> 1 + 1
    3
    >>> print()
    >>> raise ValueError("no")
    Traceback (most recent call last):
    ValueError: yes
    """


if __name__ == "__main__":
    right = {"double": double, "Counter": Counter}
    for name, thing in right.items():
        doctest.run_docstring_examples(thing, globals(), name=name)
    keep = wrong.__doc__
    wrong.__doc__ = None
    print(doctest.testmod(verbose=True))
    parser = doctest.DocTestParser()
    test = parser.get_doctest(keep, {}, "wrong", None, 0)
    test.examples.pop()
    print(doctest.DocTestRunner().run(test))
    print([(example.source, example.want, example.lineno, example.indent) for example in parser.get_examples(keep)])


# What is written without an end of line is compared as a line.
def unended():
    """
    >>> print(1, end=" ")
    1 
    >>> import sys; _ = sys.stdout.write("x")
    x
    """


print(doctest.run_docstring_examples(unended, {"doctest": doctest}) if 0 else doctest.testmod().failed)
