"""Diffusion of a square drop on a square sheet with periodic borders.

    diffusion.py [SIZE]     a SIZE x SIZE sheet, a list of lists
"""
import sys


def build(size):
    """The sheet at the start: a drop in the middle."""
    grid = [[0.0] * size for _ in range(size)]
    low = int(size * 0.4)
    high = int(size * 0.5)
    for i in range(low, high):
        for j in range(low, high):
            grid[i][j] = 0.005
    return (grid,)


def evolve(grid, dt, diffusivity=1.0):
    """The sheet one step of time later."""
    rows = len(grid)
    columns = len(grid[0])
    after = [[0.0] * columns for _ in range(rows)]
    for i in range(rows):
        for j in range(columns):
            in_x = grid[(i + 1) % rows][j] + grid[(i - 1) % rows][j] - 2.0 * grid[i][j]
            in_y = grid[i][(j + 1) % columns] + grid[i][(j - 1) % columns] - 2.0 * grid[i][j]
            after[i][j] = grid[i][j] + diffusivity * (in_x + in_y) * dt
    return after


def compute(grid, steps=20):
    for _ in range(steps):
        grid = evolve(grid, 0.1)
    return grid


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 640
    (grid,) = build(size)
    grid = compute(grid)
    total = 0.0
    squares = 0.0
    for row in grid:
        for value in row:
            total += value
            squares += value * value
    print(f"total {total!r}, sum of squares {squares!r}")


if __name__ == "__main__":
    main()
