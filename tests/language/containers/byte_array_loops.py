# Byte arrays in hot loops: appended to, read, written, grown and shortened while they are looked at.


def appended(n):
    out = bytearray()
    for i in range(n):
        out.append(i * 7 & 255)
    return len(out), sum(out), bytes(out[:5]), bytes(out[-5:])


def decoded(text, table):
    out = bytearray()
    held = bits = 0
    for c in text:
        held = held << 6 | table[c]
        bits += 6
        if bits >= 8:
            bits -= 8
            out.append(held >> bits & 255)
            held &= (1 << bits) - 1
    return bytes(out)


def sieve(n):
    flags = bytearray([1]) * n
    flags[0] = flags[1] = 0
    for i in range(2, n):
        if flags[i]:
            j = i * i
            while j < n:
                flags[j] = 0
                j += i
    return sum(flags)


def mixed(n):
    data = bytearray(b'abc')
    total = 0
    for i in range(n):
        data.append(i & 127)
        if i % 3 == 0:
            total += data.pop()
        if i % 5 == 0:
            total += data.pop(0)
        if i % 7 == 0:
            data.insert(1, i & 63)
        if i % 11 == 0:
            data.extend([1, 2, i & 31])
        if i % 13 == 0:
            data.reverse()
        data[-1] ^= i & 15
        data[len(data) // 2] = (data[0] + data[-1]) & 255
        total += data[i % len(data)] - len(data)
    return total, len(data), data[:8]


def added(limit, n):
    data = bytearray()
    for i in range(n):
        try:
            data.append(i * limit)
        except ValueError as error:
            return i, str(error)
    return len(data)


def added_other(n, odd):
    data = bytearray(4)
    for i in range(n):
        item = odd if i == n - 5 else i & 255
        try:
            data.append(item)
            data[i & 3] = item
        except (TypeError, ValueError) as error:
            return i, type(error).__name__, str(error), len(data)
    return data[-1]


def read_beyond(n):
    data = bytearray(range(100))
    total = 0
    for i in range(n):
        try:
            total += data[i % 103]
        except IndexError as error:
            total += 1000
            message = str(error)
    return total, message


def written_beyond(n):
    data = bytearray(50)
    seen = set()
    for i in range(n):
        try:
            data[i % 60 - 55] = i % 258
        except (IndexError, ValueError) as error:
            seen.add((type(error).__name__, str(error)))
    return sorted(seen), sum(data)


def shown(n):
    data = bytearray(b'xyz')
    for i in range(n):
        data[0] = i & 255
    view = memoryview(data)
    count = 0
    for i in range(n):
        try:
            data.append(i & 255)
        except BufferError:
            count += 1
            if count == n // 2:
                view.release()
        view_count = count
    return count, view_count, len(data), data[0]


def named(n):
    data, total = bytearray(4), 0
    for i in range(n):
        data.__setitem__(i & 3, i & 255)
        total += data.__getitem__(1) + data.find(7) + data.count(3) + data.startswith(b'\0')
        if i % 10 == 0:
            data.__iadd__(b'x')
    return total, len(data), data.hex()[:20]


def of_bytes(data, n):
    total = 0
    for i in range(n):
        total += data[i % len(data)] * (data[-1 - i % 3] + 1)
    return total


class Longer(bytearray):
    def __getitem__(self, index):
        return 5


print(appended(5000))
table = {c: i for i, c in enumerate(b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/')}
print(decoded(b'VGhpcyBpcyBhIHRleHQgdGhhdCBpcyBkZWNvZGVk' * 20, table)[:40])
print(sieve(20000))
print(mixed(3000))
print(added(1, 2000), added(0, 2000))
for odd in (256, -1, 1 << 70, 'a', 2.5, None, True):
    print(added_other(1000, odd))
print(read_beyond(2000))
print(written_beyond(3000))
print(shown(1000))
print(named(500))
print(of_bytes(b'some bytes', 2000), of_bytes(bytearray(b'some bytes'), 2000), of_bytes(Longer(b'some bytes'), 2000))
print(of_bytes([1, 2, 3, 4], 2000))
