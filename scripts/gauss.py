"""Solves a system of linear equations by elimination with row exchanges.

    gauss.py [SIZE]
"""
import sys


def build(size):
    rows = []
    for i in range(size):
        row = [(i * 3 + j * 5) % 17 * 0.5 + 1.0 / (1 + (i * j) % 7) for j in range(size)]
        row[i] += size
        row.append(1.0 + i)
        rows.append(row)
    # The largest entries are not where they are wanted.
    rows.reverse()
    return rows, size


def compute(rows, size):
    for k in range(size):
        best = k
        for i in range(k + 1, size):
            if abs(rows[i][k]) > abs(rows[best][k]):
                best = i
        rows[k], rows[best] = rows[best], rows[k]
        top = rows[k]
        for i in range(k + 1, size):
            row = rows[i]
            factor = row[k] / top[k]
            for j in range(k, size + 1):
                row[j] -= factor * top[j]
    solution = [0.0] * size
    for i in range(size - 1, -1, -1):
        row = rows[i]
        rest = row[size]
        for j in range(i + 1, size):
            rest -= row[j] * solution[j]
        solution[i] = rest / row[i]
    return solution


def main():
    rows, size = build(int(sys.argv[1]) if len(sys.argv) > 1 else 400)
    solution = compute(rows, size)
    print(f"first {solution[0]!r}, last {solution[-1]!r}")


if __name__ == "__main__":
    main()
