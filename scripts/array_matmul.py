"""The product of two square matrices that are arrays, in three loops.

    array_matmul.py [SIZE]
"""
import sys

import numpy as np


def build(size):
    left = np.zeros((size, size))
    right = np.zeros((size, size))
    for i in range(size):
        for j in range(size):
            left[i, j] = (i * 7 + j * 3) % 11 - 5.0
            right[i, j] = (i * 5 + j * 2) % 13 * 0.25
    return left, right


def compute(left, right):
    rows, inner = left.shape
    columns = right.shape[1]
    product = np.zeros((rows, columns))
    for i in range(rows):
        for k in range(inner):
            for j in range(columns):
                product[i, j] += left[i, k] * right[k, j]
    return product


def main():
    left, right = build(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
    product = compute(left, right)
    trace = 0.0
    for i in range(len(product)):
        trace += float(product[i, i])
    print(f"trace {trace!r}, corner {float(product[-1, 0])!r}")


if __name__ == "__main__":
    main()
