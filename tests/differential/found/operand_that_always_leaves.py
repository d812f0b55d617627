# The first operand of `and` raises whenever it is asked for: what stands around it is left all the same.
G = 3


def f0(p1, q2):
    global G
    v3 = 23.375
    v6 = 4
    a7 = [1]
    try:
        v4 = True
        w9 = 0
        while w9 < 242:
            w9 += 1
            p1 = 0.5
            v3 += 1.5
            for i10 in range(13):
                v3 = abs(v3)
                a7 = a7[:]
                v5, G = G, (G + v4)
                if v5 > 2**53 or v5 < -(2**53):
                    pass
                if G > 10**9 or G < -(10**9):
                    pass
                v3 = 2.5
                if v3 > 1e250 or v3 < -1e250:
                    pass
            v6 = w9
            if v6 > 2**62 or v6 < -(2**62):
                pass
    except OverflowError:
        pass
    return q2[-1] and False


for turn in range(8):
    try:
        print(f0(8.140625, turn))
    except Exception as problem:
        pass
try:
    pass
except Exception as problem:
    pass
