import copy as m
class A:
    def __init__(s): s.x=[1]; s.me=s
class S: __slots__=('a','b')
class L(list): pass
class D(dict): pass
a=A(); b=m.deepcopy(a); print(b.me is b, b.x is not a.x)
s=S(); s.a=[1]; t=m.deepcopy(s); print(t.a, hasattr(t,'b'))
l=L([1,[2]]); l.z=3; k=m.deepcopy(l); print(k,k.z,type(k),m.copy(l)); d=D(a=[1]); print(m.deepcopy(d), m.copy(d)['a'] is d['a'])
t=([],); t[0].append(t); u=m.deepcopy(t); print(u[0][0] is u)
print(m.deepcopy({1:(2,[3])}), repr(m.copy(ValueError('x'))), m.deepcopy(a.__init__).__self__ is a)
