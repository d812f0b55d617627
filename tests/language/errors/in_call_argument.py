def double(x):
    return x * 2


print(double(3), double(double(4) + None))
