# T007 in a loop: a recursive function whose own variable is captured.
def f(n):
    def g():
        return n
    return g() if n < 2 else f(n - 1) + f(n - 2)


print(f(16))
