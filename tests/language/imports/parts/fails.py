def inner(n):
    if n == 0:
        raise ValueError("it fails")
    inner(n - 1)


inner(2)
