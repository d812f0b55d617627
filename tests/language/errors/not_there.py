"""What is raised where there is nothing to delete, or no room for it: no other name is suggested."""
import sys, math, types, collections, datetime, functools
class C: 
    pass
class D(C): 
    attribute = 1
class S:
    __slots__ = ('attribute',)
def f(): pass
d = D(); d.attribute = 1
vals = [D(), S(), D, math, types.ModuleType('mm'), f, 5, 'x', [], None, range(3), 1.5, collections.deque()]
for v in vals:
    for name in ('attributes', 'real', 'append'):
        for change in (delattr, lambda v, name: setattr(v, name, 1)):
            if isinstance(v, collections.deque) and name == 'append' or type(v) in (D, type, type(f), type(math)) and change is not delattr:
                continue
            try:
                change(v, name)
            except Exception as e:
                print(type(e).__name__, e, getattr(e, 'name', '-'), getattr(e, 'obj', '-') is v)
