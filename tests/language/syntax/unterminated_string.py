x = 1
name = "abc
print(name)
