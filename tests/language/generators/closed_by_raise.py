def gen(n):
    try:
        for i in range(n):
            yield i
    finally:
        print('fin')
def f(n, k):
    t = 0
    try:
        for x in gen(n):
            t += x
            if x == k:
                raise ValueError(x)
    except ValueError as e:
        print('handler', e, t)
for j in range(5):
    f(10, j)
for j in range(3):
    f(3000, 2900)
