"""Julia set: the escape test written out, without abs().

    julia_expanded.py [WIDTH] a WIDTH x WIDTH grid over [-1.8, 1.8] in both axes
"""
import sys

X1, X2, Y1, Y2 = -1.8, 1.8, -1.8, 1.8
C_REAL, C_IMAG = -0.62772, -0.42193


def build(width):
    """The points of the grid, row by row from the top, and the constant for each."""
    x_step = (X2 - X1) / width
    y_step = (Y1 - Y2) / width
    xs = []
    x = X1
    while x < X2:
        xs.append(x)
        x += x_step
    ys = []
    y = Y2
    while y > Y1:
        ys.append(y)
        y += y_step
    zs = []
    cs = []
    for y in ys:
        for x in xs:
            zs.append(complex(x, y))
            cs.append(complex(C_REAL, C_IMAG))
    return zs, cs


def compute(zs, cs, maxiter=300):
    """The number of steps for each point."""
    output = [0] * len(zs)
    for i in range(len(zs)):
        n = 0
        z = zs[i]
        c = cs[i]
        while n < maxiter and z.real * z.real + z.imag * z.imag < 4:
            z = z * z + c
            n += 1
        output[i] = n
    return output


def main():
    width = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    zs, cs = build(width)
    output = compute(zs, cs)
    print(len(output), "points, sum of steps", sum(output))


if __name__ == "__main__":
    main()
