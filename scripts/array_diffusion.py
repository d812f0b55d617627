"""Diffusion of a square drop on a square sheet with fixed borders, element by element of an array.

    array_diffusion.py [SIZE]     a SIZE x SIZE sheet
"""
import sys

import numpy as np


def build(size):
    """The sheet at the start: a drop in the middle."""
    grid = np.zeros((size, size))
    low = int(size * 0.4)
    high = int(size * 0.5)
    for i in range(low, high):
        for j in range(low, high):
            grid[i, j] = 0.005
    return (grid,)


def evolve(grid, after, dt, diffusivity=1.0):
    """The sheet one step of time later."""
    rows, columns = grid.shape
    for i in range(1, rows - 1):
        for j in range(1, columns - 1):
            in_x = grid[i + 1, j] + grid[i - 1, j] - 2.0 * grid[i, j]
            in_y = grid[i, j + 1] + grid[i, j - 1] - 2.0 * grid[i, j]
            after[i, j] = grid[i, j] + diffusivity * (in_x + in_y) * dt


def compute(grid, steps=100):
    after = np.zeros(grid.shape)
    for _ in range(steps):
        evolve(grid, after, 0.1)
        grid, after = after, grid
    return grid


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 640
    (grid,) = build(size)
    grid = compute(grid)
    total = 0.0
    squares = 0.0
    for i in range(size):
        for j in range(size):
            value = float(grid[i, j])
            total += value
            squares += value * value
    print(f"total {total!r}, sum of squares {squares!r}")


if __name__ == "__main__":
    main()
