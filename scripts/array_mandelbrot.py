"""The Mandelbrot set, counted into an array.

    array_mandelbrot.py [SIZE]     SIZE x SIZE points
"""
import sys

import numpy as np


def compute(size, most=200):
    counts = np.zeros((size, size), dtype=np.int32)
    xs = np.linspace(-2.0, 0.5, size)
    ys = np.linspace(-1.25, 1.25, size)
    for i in range(size):
        for j in range(size):
            cr = xs[j]
            ci = ys[i]
            zr = 0.0
            zi = 0.0
            count = 0
            while count < most and zr * zr + zi * zi <= 4.0:
                zr, zi = zr * zr - zi * zi + cr, 2.0 * zr * zi + ci
                count += 1
            counts[i, j] = count
    return counts


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    counts = compute(size)
    total = 0
    inside = 0
    for i in range(size):
        for j in range(size):
            total += int(counts[i, j])
            if counts[i, j] == 200:
                inside += 1
    print(f"total {total}, inside {inside}")


if __name__ == "__main__":
    main()
