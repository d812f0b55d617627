# T004 in a loop: integers of any size, which a unit would keep until it is left.
def count(n):
    x = 10 ** 30
    total = 0
    for i in range(n):
        total += (x + i) % 7
        x += 1
    return total


print(count(2000))
