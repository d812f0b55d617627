# What is no context manager.
try:
    with 1 as x:
        print("no")
except TypeError as e:
    print(e)
try:
    with None:
        pass
except TypeError as e:
    print(e)
