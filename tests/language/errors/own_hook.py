# A script's own `sys.excepthook` is told of what nobody caught, and nothing else is said.
import sys


def told(kind, value, traceback):
    print("told", kind.__name__, value, traceback.tb_lineno, traceback.tb_next.tb_frame.f_code.co_name)


def fails(x):
    return 1 / x


sys.excepthook = told
print(sys.excepthook is told, sys.__excepthook__ is not told)
fails(0)
