"""Decimal digits of pi, one after the other, from a stream of big integers.

    pi_digits.py [DIGITS]
"""
import sys


def compute(wanted):
    """The digits as text, by Gibbons' spigot."""
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    made = 0
    text = ""
    while made < wanted:
        if 4 * q + r - t < m * t:
            text += str(m)
            made += 1
            q, r, m = 10 * q, 10 * (r - m * t), 10 * (3 * q + r) // t - 10 * m
        else:
            q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2
    return text


def main():
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 6000
    digits = compute(wanted)
    for start in range(0, len(digits), 50):
        print(f"{digits[start:start + 50]:<50} {min(start + 50, len(digits)):>6}")


if __name__ == "__main__":
    main()
