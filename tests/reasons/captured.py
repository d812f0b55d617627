# T007
def made(x):
    def inside():
        return x

    return inside


total = 0
for i in range(1000):
    total += made(i)()
print(total)
