# A byte array that an array shares; operators that are reduced at once, on arrays.
import numpy as np


def shared(n):
    data = bytearray(16)
    array = np.frombuffer(data, dtype=np.uint8)
    total = 0
    for i in range(n):
        data[i & 15] = i & 255
        total += int(array[i & 15]) + data[3]
        array[3] = 7
    return total, bytes(data)


print(shared(1000))
print(np.arange(5) * 3 % 4, (np.arange(5) * 3 + 1) & 6, (np.uint8(200) * np.uint8(1)) % 7)
