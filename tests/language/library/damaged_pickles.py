# Whatever bytes say, they end in an object or an exception with CPython's words.
import io
import pickle
import random


class Plain:
    def __setstate__(self, state):
        self.state = state


damaged = [
    b"", b".", b"0", b"(.", b"((1.", b"a", b"(a", b"e", b"(e", b"F1x\n.", b"Fabc\n.", b"I010\n.", b"I0x1f\n.", b"I1_0\n.", b"I01\n.", b"Iabc\n.", b"L12L\n.",
    b"Labc\n.", b"g1\n", b"gx\n", b"g-1\n", b"Np-1\n.", b"Npx\n.", b'S"a\\x4"\n.', b"S'\\n\\0101\\x41'\n.", b"S'\\'\n.", b"S1\n.", b"\x80\x09", b"\x82\x01",
    b"\x82\x00", b"\x95\xff\xff\xff\xff\xff\xff\xff\xff", b"\x95\xff\xff\xff\xff\xff\xff\xff\x0f", b"\x8d" + b"\xff" * 8, b"\x8d" + b"\xff" * 7 + b"\x0f",
    b"\x8e" + b"\xff" * 7 + b"\x7f", b"\x97", b"\x8b\xff\xff\xff\xff", b"\x8b\xff\xff\xff\x7f", b"NNNR.", b"N)R.",
    b"NN\x81", b"cbuiltins\nint\nN\x81", b"cbuiltins\nint\n)N\x92", b"NNb", b"]Nb.", b"K\x01}b.", b"]K\x01b.", b"]K\x01N\x86b.", b"cnosuch\nx\n.", b"(cbuiltins\nint\no.", b"(i\n",
    b"(ibuiltins\nlist\n.", b"(o.", b"(K\x01d.", b"}(K\x01u.", b"'", b"\\", b"\xff", b"X\x01\0\0\0\xff.", b"X\x03\0\0\0\xed\xa0\x80.", b"X\x04\0\0\0\xed\xa0\x80\xed.", b"U\x01\xff.", b"NhF",
    b"r\0\0\0\0", b"\x94", b"1", b"(1N.", b"2", b"t", b"\x85", b"(\x85", b"G\0", b"K", b"I\n", b"V\\u12\n.", b"V\\u0041\\\n.", b"c\n", b"cos\n\n", b"}K\x01s.",
    b"}NNs.", b"]N\x90.", b"\x8f(]\x90.", b"}]Ns.", b"Px\n.", b"NQ.", b"x", 5, "x", None,
]
for data in damaged:
    try:
        print(data, repr(pickle.loads(data)))
    except Exception as error:
        print(data, type(error).__name__, error)
files = io.BytesIO(pickle.dumps([1, "x"]) + pickle.dumps({"a": Plain()}, 2) + b"rest")
print(pickle.load(files), list(pickle.load(files)), files.read())
values = [[1, 2.5, "x", None], {"a": (1, 2, 3, 4), "b": b"b"}, ["s"] * 3, {1, 2}, 2**70, ("é", [[]], 300)]
source = random.Random(5)
for turn in range(1500):
    data = bytearray(pickle.dumps(source.choice(values), source.randrange(6)))
    if turn % 3:
        data[source.randrange(len(data))] = source.choice(b"(.012IJKMNQRXU])}abdeghjlpqstu\x80\x85\x88\x8a\x8c\x90\x94\x95")
    else:
        del data[source.randrange(len(data)):]
    if not set(data) & set(b"cir\x93\x82\x83\x84"):
        try:
            shown = repr(pickle.loads(bytes(data)))
        except Exception as error:
            shown = f"{type(error).__name__}: {error}"
        print(turn, ascii(shown))
for make in list, dict, tuple:
    deep = None
    for _ in range(5000):
        deep = {"x": deep} if make is dict else make([deep])
    try:
        pickle.dumps(deep)
    except RecursionError as error:
        print(error)
    while deep:
        deep = deep["x"] if make is dict else deep[0]
