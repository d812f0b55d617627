"""Numbers of derived classes on the right of numbers."""
class R(int):
    def __radd__(self, o): return 'radd'
    def __rlt__(self, o): return 'r'
    def __gt__(self, o): return 'gt'
class F(float):
    def __radd__(self, o): return 'fradd'
    def __gt__(self, o): return 'gt'
class B(int): pass
class Q(B):
    def __rsub__(self, o): return 'rsub'
def main():
    print(2.0 + R(1), 2 + F(1), 1j + R(1), 1j + F(2), True + R(1), 2.0 < R(1), 2 < F(3), True < R(2), B(3) - Q(1), 3 - Q(1), 2.5 - Q(1), 1 << R(2), True + F(2))
    x = 2.0; y = R(1); 
    print(x + y, x - Q(2), x * y)
def loop(v, w, n):
    t = None
    for i in range(n):
        t = v + w
    return t
for i in range(3): main()
for v in 2, 2.0, 1j, True, R(3), F(2), B(3), Q(3):
    for w in R(1), F(1), Q(1), B(1), 1.5:
        print(loop(v, w, 100), loop(w, v, 100), end=' ')
    print()
