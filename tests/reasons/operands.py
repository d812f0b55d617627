# T004 in a loop: an operator that a class may define.
def f(n):
    count = 0
    for i in range(n):
        count += type(i) == int
    return count


print(f(3000))
