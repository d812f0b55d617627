x = 5
y = "text"
print(x * 2 + (x + y) * 3)
