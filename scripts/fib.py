"""A Fibonacci number by the definition, all calls made.

    fib.py [N]
"""
import sys


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def compute(n):
    return fib(n)


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 36
    print(f"fib({n}) = {compute(n)}")


if __name__ == "__main__":
    main()
