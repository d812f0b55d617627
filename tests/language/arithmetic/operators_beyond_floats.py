B = 10**400
for name, f in (('|', lambda a,b: a|b), ('&', lambda a,b: a&b), ('^', lambda a,b: a^b), ('<<', lambda a,b: a<<b), ('>>', lambda a,b: a>>b), ('@', lambda a,b: a@b), ('+', lambda a,b: a+b), ('**', lambda a,b: a**b), ('//', lambda a,b: a//b), ('%', lambda a,b: a%b), ('divmod', divmod), ('<', lambda a,b: a<b), ('==', lambda a,b: a==b), ('/', lambda a,b: a/b)):
    for a, b in ((1.5, B), (B, 1.5), (1j, B), (B, 1j), (True, B), ('x', B), (B, 'x'), (None, B), (0.0, B), (B, 0.0), (float('inf'), B), (B, float('nan'))):
        try: r = repr(f(a, b))[:30]
        except Exception as e: r = type(e).__name__ + ' ' + str(e)
        print(name, str(a)[:5], str(b)[:5], r)
for op in ('|=', '&=', '<<='):
    for a in (1.5, 1j):
        x = a
        try: exec('x %s B' % op)
        except Exception as e: print(op, a, type(e).__name__, e)
