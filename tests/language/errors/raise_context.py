def low():
    return [][3]


try:
    low()
except IndexError:
    print("handling")
    int("x")
