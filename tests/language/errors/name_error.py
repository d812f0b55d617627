counter = 1
print(counter)
print(countre + 1)
