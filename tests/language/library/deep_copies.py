import copy
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
class Own:
    def __deepcopy__(self, memo):
        seen.append(type(memo).__name__); grow.append(1) if len(grow)<4 else None
        return self
seen=[]; grow=[Own()]
grow.append(Own())
print(len(copy.deepcopy(grow)), len(grow), seen)
d={1:Own()}
class Adds:
    def __deepcopy__(self, memo): d[len(d)+1]=0; return self
d[2]=Adds()
t(lambda: copy.deepcopy(d))
l=[1]; l.append(l); m=copy.deepcopy(l); print(m[1] is m, m[1] is l)
tt=([],); tt[0].append(tt); u=copy.deepcopy(tt); print(u[0][0] is u, u is tt)
s=(1,'a',(2,3)); print(copy.deepcopy(s) is s)
shared=[1]; x=copy.deepcopy([shared,shared,(shared,)]); print(x[0] is x[1] is x[2][0], x[0] is shared)
memo={}; a=[1,[2]]; b=copy.deepcopy(a,memo); print(len(memo), memo[id(a)] is b, a in memo[id(memo)])
class M(dict):
    def get(self,k,default=None): calls.append('get'); return dict.get(self,k,default)
    def __setitem__(self,k,v): calls.append('set'); dict.__setitem__(self,k,v)
calls=[]; print(copy.deepcopy([[1]],M()), 'set' in calls, 'get' in calls)
memo={id(shared):'instead'}; print(copy.deepcopy([shared],memo))
deep=[]
for _ in range(100000): deep=[deep]
try: copy.deepcopy(deep)
except RecursionError: print('too deep')
while deep: deep=deep.pop()
import collections
P=collections.namedtuple('P','x y'); p=copy.deepcopy(P([1],2)); print(p, type(p).__name__)
class L(list): pass
q=L([[1],2]); q.n=[5]; r=copy.deepcopy(q); print(r, r.n, r.n is q.n, type(r).__name__)
print(copy.deepcopy({(1,2):[3],'k':{1,2}}), copy.deepcopy(x=[1]), copy.deepcopy([1],_nil=3))
t(lambda: copy.deepcopy()); t(lambda: copy.deepcopy(1,2,3,4))
print(copy.deepcopy(len) is len, copy.deepcopy(int) is int, copy.deepcopy(t) is t, copy.deepcopy(...) is ...)
class E(Exception): pass
e=copy.deepcopy(E('a',[1])); print(repr(e))
