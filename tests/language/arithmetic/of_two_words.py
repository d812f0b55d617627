import random
random.seed(3)
vals=[0,1,-1,2,-2,3,7,-7,2**31,2**32,2**62,2**63-1,-2**63,2**63,-2**63-1,2**64-1,2**64,2**65+5,-2**64,2**126,2**127-1,-2**127,2**127,2**128,-2**128+1,10**30,-10**36]+[random.randrange(-2**130,2**130) for _ in range(30)]+[random.randrange(-2**70,2**70) for _ in range(30)]
import operator as o
h=0
for f in (o.add,o.sub,o.mul,o.floordiv,o.mod,o.and_,o.or_,o.xor):
    for a in vals:
        for b in vals:
            try: r=f(a,b)
            except ZeroDivisionError: r=-99
            h=(h*31+hash(r))%(2**61-1)
    print(f.__name__,h)
for a in vals:
    for s in (0,1,5,62,63,64,65,100,126,127,128,129,200):
        h=(h*31+hash(a<<s)+hash(a>>s)*7)%(2**61-1)
print(h)
print([str(v) for v in vals[:40]])
def fnv(s,n):
    out=[]
    for i in range(n):
        h=14695981039346656037
        for ch in s:
            h=((h^ord(ch))*1099511628211)&0xFFFFFFFFFFFFFFFF
        out.append(h^i)
    return sum(out)%1000003
def xorshift(n):
    x=88172645463325252
    for _ in range(n):
        x^=(x<<13)&0xFFFFFFFFFFFFFFFF
        x^=x>>7
        x^=(x<<17)&0xFFFFFFFFFFFFFFFF
    return x
print(fnv('hello world',300), xorshift(3000))
