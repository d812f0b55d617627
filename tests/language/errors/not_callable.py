value = 3
print(value (4) + 1)
