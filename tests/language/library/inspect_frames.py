# the text and the file of frames, tracebacks and code
import inspect, sys
def here():
    return inspect.getsource(inspect.currentframe())
print(here())
print(inspect.getsource(here.__code__), inspect.getfile(here.__code__) == __file__, inspect.getfile(inspect.currentframe()) == __file__)
try:
    1 / 0
except ZeroDivisionError as e:
    print(inspect.getfile(e.__traceback__) == __file__)
print(len(inspect.getsource(inspect.currentframe())), inspect.getsourcelines(inspect.currentframe())[1])
try:
    inspect.getfile(5)
except TypeError as e:
    print(e)
