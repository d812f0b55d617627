# T010 a loop that is left in the second turn.
def first(items):
    import math

    for item in items:
        if item:
            return item


total = 0
for i in range(3000):
    total += first([0, i + 1])
print(total)
