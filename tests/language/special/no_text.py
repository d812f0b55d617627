class P:
    def __repr__(self): pass
class R:
    def __str__(self): return 5
    def __repr__(self): return 6
for o in (P(),R()):
    for f in (str,repr,print,'{}'.format,lambda o:f'{o}',lambda o:f'{o!r}',lambda o:'%s'%o,lambda o:'%r'%o, lambda o:str([o]), ascii):
        try: print(f(o))
        except Exception as e: print(type(e).__name__,e)
