# Options between positional arguments, and spaces in a help that are not to be broken at.
import argparse

parser = argparse.ArgumentParser(prog="prog", description="one\u00a0two  three\n four")
group = parser.add_mutually_exclusive_group(required=True)
group.add_argument("--loud", action="store_true", help="a\u00a0b   c")
group.add_argument("--level")
parser.add_argument("names", nargs="*")
print(parser.parse_intermixed_args(["a", "--loud", "b"]), group.required)
print(repr(parser.format_help()))

odd = argparse.ArgumentParser(prog="odd")
odd.add_argument("x")
odd.add_argument("rest", nargs="...")
mixed = argparse.ArgumentParser(prog="mixed")
both = mixed.add_mutually_exclusive_group()
both.add_argument("--a")
both.add_argument("b", nargs="?")
for each in (odd, mixed):
    try:
        each.parse_intermixed_args(["1", "2"])
    except TypeError as error:
        print(error)
try:
    parser.parse_intermixed_args(["a"])
except SystemExit as error:
    print(error)
