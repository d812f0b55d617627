# T012 more variables than an exit can write.
names = [f"v{i}" for i in range(600)]
start = " = ".join(names)
body = "\n".join([f"        {name} += i" for name in names])
exec(f"def run(n):\n    {start} = 0\n    for i in range(n):\n{body}\n    return v0 + v599")
for _ in range(30):
    total = run(4)
print(total)
