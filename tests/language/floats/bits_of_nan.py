# What is not a number is itself and no other, and shows the bits that CPython's has.
import array
import pickle
import struct

n, m, minus, made = float("nan"), float("nan"), float("-nan"), float("inf") - float("inf")
for value in (n, m, minus, made, -made, n + 1, n * m, abs(minus)):
    print(struct.pack(">d", value).hex(), struct.pack(">f", value).hex(), struct.pack(">e", value).hex())
    print(array.array("d", [value]).tobytes().hex(), array.array("f", [value]).tobytes().hex(), pickle.dumps(value)[-9:].hex())
view = memoryview(bytearray(8)).cast("d")
view[0] = m
print(view.tobytes().hex(), n is n, n is m, [n] == [n], [n] == [m], n in [m, n], [m].count(n), {n: 1}.get(m))
kept = struct.unpack(">d", bytes.fromhex("7ff8000000000123"))[0]
print(struct.pack(">d", kept).hex(), pickle.loads(pickle.dumps(n)), n == n)
