a = 1
b = 2
c = None
result = (a + b) * (b - a) + a ** b - c * (a + b) / (b + 1)
