"""Mandelbrot set on a square grid, real and imaginary parts as floats.

    mandelbrot.py [WIDTH]
"""
import sys


def escape(cr, ci, limit):
    """Steps until the orbit of c leaves the circle of radius 2, at most limit."""
    zr = 0.0
    zi = 0.0
    n = 0
    while n < limit:
        zr2 = zr * zr
        zi2 = zi * zi
        if zr2 + zi2 > 4.0:
            break
        zi = 2.0 * zr * zi + ci
        zr = zr2 - zi2 + cr
        n += 1
    return n


def compute(width, limit=200):
    """Points that never left, and the sum of the steps of all points."""
    inside = 0
    total = 0
    for row in range(width):
        ci = 2.5 * row / width - 1.25
        for column in range(width):
            cr = 2.5 * column / width - 2.0
            n = escape(cr, ci, limit)
            total += n
            if n == limit:
                inside += 1
    return inside, total


def main():
    width = int(sys.argv[1]) if len(sys.argv) > 1 else 800
    inside, total = compute(width)
    print(f"{inside} of {width * width} points inside, {total} steps")


if __name__ == "__main__":
    main()
