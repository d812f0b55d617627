# Characters that are compared with each other and with literals in hot loops.


def run(source, n):
    counts = [0] * 8
    for k in range(n):
        c = source[k % len(source)]
        if c == '>':
            counts[0] += 1
        elif c == '<':
            counts[1] += 1
        elif c == '+':
            counts[2] += 1
        elif c == '':
            counts[3] += 1
        elif c == 'ab':
            counts[4] += 1
        elif c != '-':
            counts[5] += 1
        else:
            counts[6] += 1
    return counts


def longest(a, b):
    row = [0] * (len(b) + 1)
    for i in range(len(a)):
        before = row
        row = [0]
        for j in range(len(b)):
            if a[i] == b[j]:
                row.append(before[j] + 1)
            else:
                row.append(max(before[j + 1], row[j]))
    return row[-1]


def differ(a, b):
    count = 0
    for i in range(min(len(a), len(b))):
        if a[i] != b[i]:
            count += 1
    return count


def grown(n):
    text, count = '', 0
    for i in range(n):
        text += 'xyz'[i % 3]
        if text[-1] == 'z':
            count += 1
        if text == 'xyz':
            count += 100
        if text != 'x':
            count += 1
    return count


def other(values, n):
    count = 0
    for i in range(n):
        if values[i % len(values)] == 'a':
            count += 1
        if values[i % len(values)] != 'é':
            count += 10
    return count


print(run('>><+-[]++>', 2000), run(['>', '', 'ab', 'abc', '-'], 2000), run('é>ß<日本𝄞', 2000))
a = ''.join('ACGT'[i * i % 7 & 3] for i in range(150))
b = ''.join('ACGT'[i * 13 % 11 & 3] for i in range(150))
print(longest(a, b), longest('日本語é' * 20, 'é本x' * 20), differ(a, b), differ('é' * 50, 'e' * 20 + 'é' * 40))
print(grown(1000))
print(other(['a', 'é', 'b'], 1000), other(['a', 1, None, 'é', b'a', 'ab'], 1000))
