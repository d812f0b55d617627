"""Iterators over arrays: `nditer`, `nested_iters`, `broadcast`, `flat`."""

import numpy as np

a = np.arange(6).reshape(2, 3)


def attempt(body):
    try:
        body(a.copy())
    except Exception as error:
        print(type(error).__name__, error)


def orders(a):
    print([int(x) for x in np.nditer(a)], [int(x) for x in np.nditer(a.T)], [int(x) for x in np.nditer(a, order="F")])
    print([int(x) for x in np.nditer(a[:, ::-1])], [int(x) for x in np.nditer(a[:, ::-1], order="C")])


def changed(a):
    with np.nditer(a, op_flags=["readwrite"]) as it:
        for x in it:
            x[...] = 2 * x
    print(a.tolist())


def kept(a):
    for x in np.nditer(a):
        x[...] = 2 * x


def rows(a):
    for options in ({}, {"order": "F"}, {"order": "C"}):
        print([x.tolist() for x in np.nditer(a, flags=["external_loop"], **options)])
    print([x.tolist() for x in np.nditer(a, flags=["external_loop", "buffered"], order="F")])
    print([x.tolist() for x in np.nditer(a[:, ::2], flags=["external_loop"])])


def places(a):
    it = np.nditer(a, flags=["f_index"])
    print([(int(x), it.index) for x in it])
    it = np.nditer(a, flags=["multi_index"])
    print([(int(x), it.multi_index) for x in it])
    it = np.nditer(a, flags=["c_index"])
    while not it.finished:
        print(it[0], it.index, it.iterindex, it.value, end="; ")
        it.iternext()
    print()
    it = np.nditer(a, flags=["multi_index"])
    print(it.multi_index, next(it), it.multi_index, it.itersize, it.shape, it.ndim, it.nop)
    it.iternext()
    print(it.multi_index, it[0])
    it.reset()
    print(it.multi_index, it.has_multi_index)
    other = it.copy()
    print([int(x) for x in other], it.multi_index)


def written(a):
    with np.nditer(a, flags=["multi_index"], op_flags=["writeonly"]) as it:
        for x in it:
            x[...] = it.multi_index[1] - it.multi_index[0]
    print(a.tolist())


def other_types(a):
    print([complex(x) for x in np.nditer(a - 3, flags=["buffered"], op_dtypes=["complex128"])])
    print([complex(x) for x in np.nditer(a - 3, op_flags=["readonly", "copy"], op_dtypes=["complex128"])])
    b = np.arange(3.0)
    with np.nditer(b, flags=["buffered"], op_flags=["readwrite"], op_dtypes=["float32"], casting="same_kind") as it:
        for x in it:
            x[...] = x / 3
    print(b)


def no_buffer(a):
    np.nditer(a, op_dtypes=["complex128"])


def unsafe(a):
    np.nditer(a * 1.5, flags=["buffered"], op_dtypes=["float32"])


def made(a):
    def square(a, out=None):
        it = np.nditer([a, out], flags=["external_loop", "buffered"],
                       op_flags=[["readonly"], ["writeonly", "allocate", "no_broadcast"]])
        with it:
            for x, y in it:
                y[...] = x * x
            return it.operands[1]

    print(square([1, 2, 3]), square(a))
    b = np.zeros(3)
    square([1, 2, 3], out=b)
    print(b)
    square(a, out=b)


def outer(a):
    it = np.nditer([np.arange(3), a, None], flags=["external_loop"], op_axes=[[0, -1, -1], [-1, 0, 1], None])
    with it:
        for x, y, z in it:
            z[...] = x * y
        print(it.operands[2].tolist())


def together(a):
    print([(int(x), int(y)) for x, y in np.nditer([np.arange(3), a])])
    np.nditer([np.arange(2), a])


def empty(a):
    print(list(np.nditer(np.zeros((0, 3)), flags=["zerosize_ok"])))
    np.nditer(np.zeros((0, 3)))


def no_places(a):
    np.nditer(a).multi_index


def no_index(a):
    np.nditer(a).index


def flat(a):
    f = a.flat
    print(next(f), f.index, f.coords, next(f), list(f), a.flat[2:4], len(a.flat), a.flat[3], type(f).__name__)
    print([int(x) for x in a.flat], next(a.T.flat), a.flat.base is a)


def several(a):
    b = np.broadcast(np.array([[1], [2], [3]]), np.array([4, 5, 6]))
    print(b.index, next(b), b.index, b.shape, b.nd, b.size, b.numiter)
    b.reset()
    print([tuple(map(int, pair)) for pair in b][:4], next(np.broadcast(a, 1).iters[1]))


def nested(a):
    a = np.arange(12).reshape(2, 3, 2)
    i, j = np.nested_iters(a, [[1], [0, 2]], flags=["multi_index"])
    for _ in i:
        print(i.multi_index, [(j.multi_index, int(y)) for y in j])


for body in (orders, changed, kept, rows, places, written, other_types, no_buffer, unsafe, made, outer, together, empty, no_places,
             no_index, flat, several, nested):
    attempt(body)
