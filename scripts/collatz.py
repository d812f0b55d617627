"""The start below a limit whose Collatz sequence is the longest.

    collatz.py [LIMIT]
"""
import sys


def compute(limit):
    """The start, its number of steps, and the highest value met on any way."""
    best = 0
    longest = 0
    peak = 0
    for start in range(1, limit):
        n = start
        steps = 0
        while n != 1:
            if n % 2 == 0:
                n //= 2
            else:
                n = 3 * n + 1
                if n > peak:
                    peak = n
            steps += 1
        if steps > longest:
            best = start
            longest = steps
    return best, longest, peak


def main():
    limit = int(sys.argv[1]) if len(sys.argv) > 1 else 300000
    best, longest, peak = compute(limit)
    print(f"start {best}: {longest} steps; highest value {peak}")


if __name__ == "__main__":
    main()
