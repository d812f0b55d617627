"""Prime numbers below a limit by the sieve of Eratosthenes.

    sieve.py [LIMIT]
"""
import sys


def compute(limit):
    """How many primes there are below limit, their sum, and the last one."""
    prime = [True] * limit
    prime[0] = False
    prime[1] = False
    i = 2
    while i * i < limit:
        if prime[i]:
            for j in range(i * i, limit, i):
                prime[j] = False
        i += 1
    count = 0
    total = 0
    last = 0
    for i in range(limit):
        if prime[i]:
            count += 1
            total += i
            last = i
    return count, total, last


def main():
    limit = int(sys.argv[1]) if len(sys.argv) > 1 else 25000000
    count, total, last = compute(limit)
    print(f"{count} primes, sum {total}, last {last}")


if __name__ == "__main__":
    main()
