def f(n):
    t=0
    for k in range(n):
        i=k%8
        for r in (range(i-1,-1,-1), range(i+1,8)):
            for j in r:
                t+=j
    return t
print(f(20000))
def g(n, s):
    t=0
    for a in range(n):
        for j in range(a%5, 9-a%11, s[a%len(s)]): t+=j
    return t
print(g(9000,[1,-1,2,-3]), g(5000,[1]), g(5000,[-1,-2]))
try: g(5000,[1,-1,0])
except ValueError as e: print(e)
