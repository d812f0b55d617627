"""The shortest ways between all nodes of a graph (Floyd and Warshall), in an array.

    array_paths.py [SIZE]     SIZE nodes
"""
import sys

import numpy as np


def build(size):
    """Lengths of the edges; infinite where there is none."""
    paths = np.full((size, size), np.inf)
    seed = 1
    for i in range(size):
        paths[i, i] = 0.0
        for _ in range(8):
            seed = (seed * 1103515245 + 12345) % 2147483648
            paths[i, seed % size] = seed % 97 + 1.0
    return (paths,)


def compute(paths):
    size = len(paths)
    for k in range(size):
        for i in range(size):
            for j in range(size):
                through = paths[i, k] + paths[k, j]
                if through < paths[i, j]:
                    paths[i, j] = through
    return paths


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    (paths,) = build(size)
    paths = compute(paths)
    total = 0.0
    longest = 0.0
    for i in range(size):
        for j in range(size):
            total += float(paths[i, j])
            longest = max(longest, float(paths[i, j]))
    print(f"total {total!r}, longest {longest!r}")


if __name__ == "__main__":
    main()
