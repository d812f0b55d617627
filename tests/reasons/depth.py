# E013 left: calls nested to the limit.
def f(n):
    return 0 if n == 0 else f(n - 1) + 1


for _ in range(40):
    f(100)
try:
    f(10**6)
except RecursionError as error:
    print(error)
