# T008 a loop of thousands of statements.
body = "\n".join([f"        x = (x * 3 + {i}) % 1000003" for i in range(3000)])
exec(f"def run(n):\n    x = 0\n    for i in range(n):\n{body}\n    return x")
for _ in range(30):
    total = run(4)
print(total)
