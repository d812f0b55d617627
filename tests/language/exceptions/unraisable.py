# Exceptions that nobody can catch are told to `sys.unraisablehook`.
import sys


class Loud:
    def __init__(self, what):
        self.what = what

    def __del__(self):
        raise ValueError(self.what)


def hook(told):
    print("told", told.exc_type.__name__, told.exc_value, told.err_msg, told.object.__name__, told.exc_traceback.tb_lineno)


sys.unraisablehook = hook
Loud("first")
thing = Loud("second")
del thing


def closing():
    try:
        yield 1
    finally:
        raise KeyError("closed")


def by_generator(told):
    print("told", told.exc_type.__name__, told.exc_value, type(told.object).__name__, len(told))


sys.unraisablehook = by_generator
generator = closing()
next(generator)
del generator
sys.unraisablehook = sys.__unraisablehook__
print(sys.unraisablehook is sys.__unraisablehook__)
