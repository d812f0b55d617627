# Ints made of bytes and bytes made of ints, in hot loops; what does not fit.


def read(data, n):
    total = 0
    for i in range(n):
        total += int.from_bytes(data[i & 7:(i & 7) + 3], 'big')
        total ^= int.from_bytes(data[i & 3:(i & 3) + 8], 'little')
        total -= int.from_bytes(data[i & 7:(i & 7) + 2], 'little', signed=True)
    return total


def written(n):
    total = 0
    for i in range(n):
        total += (i * 77).to_bytes(4, 'big')[2] + (i * 77).to_bytes(3, 'little')[0]
        total += (-i).to_bytes(5, 'little', signed=True)[4]
    return total


print(read(bytes(range(200, 220)), 2000), read(bytearray(range(20)), 2000))
print(written(2000))
for size in range(0, 18):
    for order in ('big', 'little'):
        for signed in (False, True):
            data = bytes([255 - size * 3, 1, 128, 127, 0, 200, 254, 129, 3, 77, 200, 1, 0, 5, 6, 7, 8, 9][:size])
            number = int.from_bytes(data, order, signed=signed)
            print(size, order, signed, number, number.to_bytes(size, order, signed=signed) == data)
for number in (0, 1, 127, 128, 255, 256, -1, -128, -129, 2**31, 2**63 - 1, -2**63, 2**63, 2**64 - 1, 2**64):
    for length in (0, 1, 2, 4, 8, 9):
        for signed in (False, True):
            try:
                print(number, length, signed, number.to_bytes(length, 'big', signed=signed))
            except OverflowError as error:
                print(number, length, signed, error)


class Int(int):
    pass


print(int.from_bytes([1, 2, 3], 'big'), type(Int.from_bytes(b'ab', 'big')))
for wrong in (lambda: int.from_bytes(b'a', 'middle'), lambda: int.from_bytes('a', 'big'), lambda: int.from_bytes(3, 'big'),
              lambda: (3).to_bytes(-1, 'big'), lambda: (3).to_bytes(1, 'middle')):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
