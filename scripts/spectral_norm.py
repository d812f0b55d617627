"""The spectral norm of the matrix 1/((i+j)(i+j+1)/2 + i+1), by the power method.

    spectral_norm.py [SIZE]
"""
import math
import sys


def entry(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def multiply(v):
    """A v"""
    size = len(v)
    result = []
    for i in range(size):
        total = 0.0
        for j in range(size):
            total += entry(i, j) * v[j]
        result.append(total)
    return result


def multiply_transposed(v):
    """A' v"""
    size = len(v)
    result = []
    for i in range(size):
        total = 0.0
        for j in range(size):
            total += entry(j, i) * v[j]
        result.append(total)
    return result


def compute(size):
    u = [1.0] * size
    v = u
    for _ in range(10):
        v = multiply_transposed(multiply(u))
        u = multiply_transposed(multiply(v))
    uv = 0.0
    vv = 0.0
    for i in range(size):
        uv += u[i] * v[i]
        vv += v[i] * v[i]
    return math.sqrt(uv / vv)


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 550
    print(f"{compute(size):.9f}")


if __name__ == "__main__":
    main()
