import sys

sys.path.insert(0, __file__.rsplit("/", 1)[0] + "/parts")
from pkg import numbers

try:
    numbers.fail()
except ZeroDivisionError:
    from pkg.sub import absent
