"""Reading from an empty standard input, and writing."""
import sys

try:
    input()
except EOFError as problem:
    print(type(problem).__name__, problem)
print("a", "b", file=sys.stderr)
sys.stdout.write("x" * 3 + "\n")
sys.stdout.flush()
for i in range(2000):
    if i % 500 == 0:
        print(i, end=" ", flush=True)
print()
print("long line " * 500)
