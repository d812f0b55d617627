import sys

print("line one")
print("partial", end="")
sys.stderr.write("to stderr\n")
print(1 / 0)
