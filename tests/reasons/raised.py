# T015 a loop that raises in its second turn.
def failing(n):
    import math

    for i in range(n):
        part = 1 // (1 - i)


caught = 0
for i in range(3000):
    try:
        failing(3)
    except ZeroDivisionError:
        caught += 1
print(caught)
