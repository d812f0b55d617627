class A:
    def assigns(self):
        nonlocal __class__
        __class__ = 42
        return __class__

    def reads(self):
        return __class__


a = A()
print(a.reads() is A, a.assigns(), a.reads())
