import heapq, random
from heapq import heappush, heappop
def dij(g, s):
    dist={s:0}; q=[(0,s)]
    while q:
        d,u=heappop(q)
        if d>dist[u]: continue
        for v,w in g[u]:
            nd=d+w
            if v not in dist or nd<dist[v]:
                dist[v]=nd
                heappush(q,(nd,v))
    return dist
random.seed(5)
n=400
g=[[(random.randrange(n),random.randint(1,100)) for _ in range(5)] for _ in range(n)]
d=dij(g,0)
print(sum(d.values()),len(d))
class P:
    def __init__(s,x): s.x=x
    def __lt__(s,o):
        if o.x==13: raise ValueError('no')
        return s.x<o.x
def t(kind,n):
    h=[];out=[]
    for i in range(n):
        x=(i*7919)%101
        if kind=='f': x=x/3
        elif kind=='t': x=(x,str(i))
        elif kind=='s': x=str(x)
        elif kind=='m': x=x if i%3 else x/2
        elif kind=='p': x=P(x)
        elif kind=='tp': x=(x%7,P(x))
        elif kind=='nan': x=float('nan') if i%5==0 else x
        elif kind=='l': x=[x]
        try:
            heappush(h,x)
        except (ValueError,TypeError) as e: out.append(str(e)[:20])
        if len(h)>20:
            try: 
                y=heappop(h)
                out.append(y if not isinstance(y,P) and kind!='tp' else len(h))
            except (ValueError,TypeError) as e: out.append(str(e)[:20])
    return hash(str(out)) if False else (len(out),str(out)[-150:],str([x for x in h if kind not in('p','tp')])[:100])
for k in 'iftsmpl': print(k,t(k,600))
print(t('tp',600)); print(t('nan',600))
h=[3,1,2,5,4]
heapq.heapify(h); heapq._heappop_max if 0 else 0
print(heapq.heappop(h),h,heapq.heappushpop(h,0),heapq.heapreplace(h,9),h)
for i in range(3000):
    heapq.heappush(h,i%17); heapq.heappop(h)
print(h)
try: heapq.heappop([])
except IndexError as e: print(e)
