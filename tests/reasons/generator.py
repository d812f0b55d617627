# T011: a generator that has something to clean up
def items(n):
    try:
        for i in range(n):
            yield i
    finally:
        print("clean")


total = 0
for i in items(1000):
    total += i
print(total)
