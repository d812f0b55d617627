import warnings
warnings.simplefilter("ignore")
import random
def show(f, *a, **k):
    try:
        print(f.__name__ if hasattr(f,'__name__') else f, a, k, f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)
for s in (0, 1, -5, 42, 2**70, 3.5, float('inf'), True, "hello", b"abc", bytearray(b"xyz"), "ünï", "", 2**64-1, -(2**33)):
    random.seed(s)
    print(s, random.random(), random.random(), random.getrandbits(3), random.getrandbits(32), random.getrandbits(33), random.getrandbits(64), random.getrandbits(63), random.getrandbits(100), random.getrandbits(0))
random.seed("a", 1); print(random.random())
random.seed(b"a", version=1); print(random.random())
random.seed(b"", version=1); print(random.random())
random.seed("long text here is", version=1); print(random.random())
random.seed(7)
show(random.randint, 1, 6); show(random.randint, 10, 5); show(random.randint, 1.0, 5); show(random.randint, 1.5, 5); show(random.randint, 'a', 5)
show(random.randrange, 10); show(random.randrange, 0); show(random.randrange, 5, 2); show(random.randrange, 0, 100, 7); show(random.randrange, 100, 0, -7)
show(random.randrange, 0, 10, 0); show(random.randrange, 2**80); show(random.randrange, -2**70, 2**70, 2**40+1); show(random.randrange, 5, None, 2); show(random.randrange, 5.0); show(random.randrange, 2.5)
show(random.randrange, 1,2,3,4); show(random.randint,1); show(random.randint); show(random.randint,1,c=3); show(random.randint,1,a=3); show(random.randrange, stop=3)
show(random.choice, [1,2,3]); show(random.choice, "abc"); show(random.choice, (1,)); show(random.choice, []); show(random.choice, {1,2}); show(random.choice, {0:'a'}); show(random.choice, range(100)); show(random.choice, 5)
l = list(range(30)); random.shuffle(l); print(l)
l = ['a','b','c']; random.shuffle(l); print(l)
show(random.shuffle, (1,2,3)); show(random.shuffle, "ab"); b = bytearray(b"abcdef"); random.shuffle(b); print(b)
show(random.sample, range(10), 3); show(random.sample, range(1000), 5); show(random.sample, range(1000000), 20); show(random.sample, [1,2,3], 3); show(random.sample, "abcdefgh", k=4)
show(random.sample, [1], 2); show(random.sample, [1], -1); show(random.sample, {1,2,3}, 2); show(random.sample, {1:2}, 1); show(random.sample, ['x','y'], counts=[3,5], k=6); show(random.sample, ['x'], counts=[3,5], k=6); show(random.sample, ['x','y'], counts=[0,0], k=1); show(random.sample, ['x','y'], counts=[1.5,0], k=1); show(random.sample,[1,2,3]); show(random.sample,[1,2,3],1.5); show(random.sample, [1,2,3], 2, 3)
show(random.choices, [1,2,3], k=5); show(random.choices, [1,2,3]); show(random.choices, "ab", [1, 5], k=10); show(random.choices, "ab", weights=[.1, .5], k=10); show(random.choices, "ab", cum_weights=[1, 2], k=10); show(random.choices, "ab", [1,2], cum_weights=[1, 2], k=10); show(random.choices, "ab", 3); show(random.choices, "ab", [1]); show(random.choices, "ab", [0,0]); show(random.choices, "ab", [1, float('inf')]); show(random.choices, []); show(random.choices, [], k=0); show(random.choices, [], [], k=0); show(random.choices, [1], k=2.5); show(random.choices, [1,2], [1.0,2.0], k=-1)
for i in range(3):
    show(random.uniform, 1, 10); show(random.uniform, -1.5, 2.5); show(random.uniform, 10**30, 10**31)
    show(random.gauss, 0, 1); show(random.gauss, 5, 2.5); show(random.gauss); show(random.normalvariate, 0, 1); show(random.normalvariate, 100, 15); show(random.lognormvariate, 0, .25)
    show(random.triangular); show(random.triangular, 1, 5); show(random.triangular, 1, 5, 2); show(random.triangular, 3, 3, 3); show(random.triangular, low=0, high=10, mode=9)
    show(random.betavariate, 2, 3); show(random.betavariate, .5, .5); show(random.expovariate, 1.5); show(random.expovariate, 1/3); show(random.gammavariate, 2.0, 3.0); show(random.gammavariate, 1.0, 3.0); show(random.gammavariate, .5, 3.0); show(random.gammavariate, 50, 0.1)
    show(random.vonmisesvariate, 0, 4); show(random.vonmisesvariate, 3, .1); show(random.vonmisesvariate, 1, 0); show(random.paretovariate, 3); show(random.weibullvariate, 1, 1.5)
show(random.gammavariate, 0, 1); show(random.expovariate, 0); show(random.expovariate); show(random.paretovariate, 0); show(random.weibullvariate, 1, 0); show(random.uniform, 'a', 1); show(random.gauss, 'a', 1)
st = random.getstate(); a = [random.random() for _ in range(5)]; random.setstate(st); print(a == [random.random() for _ in range(5)], st[0], len(st[1]), st[2], st[1][:3], st[1][-1])
show(random.setstate, (4, 1, 2)); show(random.setstate, (3, (1,2), None)); show(random.setstate, 5); show(random.setstate, (3, [1]*625, None)); show(random.setstate, (3, (1,)*624 + (999,), None))
show(random.getrandbits, -1); show(random.getrandbits, 1.5); show(random.seed, []); show(random.seed, None); show(random.seed, 1, 2, 3)
random.seed(9); print(random.randbytes(7), random.randbytes(0), random.randbytes(16))
print(all(0 <= random.random() < 1 for _ in range(1000)))
random.seed(123)
t = 0.0
for _ in range(100000): t += random.random()
print(t)
x = 0
for _ in range(10000): x += random.randint(0, 100)
print(x)
