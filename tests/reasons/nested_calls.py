# T009: an operator's method that is too long to be part of a statement
body = "".join(f"        x = x * 3 % {i}\n" for i in range(7, 107))
exec(f"class Long:\n    def __add__(self, x):\n{body}        return x")
long = Long()
total = 0
for i in range(1000):
    total += long + i
print(total)
