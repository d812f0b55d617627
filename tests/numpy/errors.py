import numpy as np

CASES = """np.zeros((2,3))+np.zeros((4,))
np.zeros(3)[5]
np.zeros((2,3))[0,0,0]
np.zeros(3)['a']
np.zeros(3)[1.5]
np.zeros((2,3)).reshape(4)
np.zeros(3).sum(axis=2)
np.array([[1,2],[3]])
np.array([1,2],dtype=np.int8)+300
np.zeros(3,dtype=int).__len__()
bool(np.zeros(2))
hash(np.zeros(2))
int(np.zeros(2))
np.zeros(3)[[True,False]]
np.concatenate([np.zeros((2,2)),np.zeros(3)])
np.zeros(3)@np.zeros(4)
np.zeros((2,2))[[0,5]]
np.zeros(2).foo
np.sin('a')
np.array([True])-np.array([False])
~np.zeros(2)
np.zeros(-1)
np.uint8(-1)
np.array([300],dtype=np.uint8)
np.max([])
np.zeros((10**9,10**9))
np.zeros((10**5,10**7))
np.zeros(3)[:,0]
len(np.array(1))
iter(np.array(1))
np.dtype('nonsense')
np.arange(3)[np.array([0.5])]
np.arange(4).reshape(2,-1,-1)
np.int64(2)**np.int64(-1)
np.arange(3)**-1
np.zeros((2,2)).transpose(0)
np.ones((2,3)) @ np.ones((2,3))""".split("\n")
for case in CASES:
    try:
        print(case, "->", repr(eval(case)))
    except Exception as error:
        print(case, "!!", type(error).__name__, error)
a = np.arange(3)
try:
    a += 1.5
except TypeError as error:
    print(type(error).__name__, error)
with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
    print(np.float64(1) / 0, np.array([1.0, -1.0, 0.0]) / 0, np.int64(1) // np.int64(0), np.int8(127) + np.int8(1))
with np.errstate(all="raise"):
    for case in ("np.float64(1) / 0", "np.log(np.array([0.0, 1.0]))", "np.exp(np.array([1000.0]))", "np.sqrt(np.array([-1.0]))"):
        try:
            print(eval(case))
        except FloatingPointError as error:
            print(case, error)
