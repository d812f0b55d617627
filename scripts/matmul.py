"""The product of two square matrices that are lists of rows.

    matmul.py [SIZE]
"""
import sys


def build(size):
    left = [[(i * 7 + j * 3) % 11 - 5.0 for j in range(size)] for i in range(size)]
    right = [[(i * 5 + j * 2) % 13 * 0.25 for j in range(size)] for i in range(size)]
    return left, right


def compute(left, right):
    product = []
    for row in left:
        entries = []
        for j in range(len(right[0])):
            entry = 0.0
            for k in range(len(right)):
                entry += row[k] * right[k][j]
            entries.append(entry)
        product.append(entries)
    return product


def main():
    left, right = build(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
    product = compute(left, right)
    trace = 0.0
    for i in range(len(product)):
        trace += product[i][i]
    print(f"trace {trace!r}, corner {product[-1][0]!r}")


if __name__ == "__main__":
    main()
