class A:
    def f(self):
        return self.g()
    def g(self):
        raise ValueError("inside")
class B(A):
    def __init__(self, v):
        self.v = v
        super().__init__()
    @property
    def p(self):
        return self.f()
def run():
    b = B(2)
    try:
        b.p
    except ValueError as e:
        print("caught", e)
    class Inner:
        x = 1
        y = x / 0
run()
