# Text that is taken apart into characters, compared and put together again in loops.


def tokens(text):
    i, n, out = 0, len(text), []
    while i < n:
        c = text[i]
        if c == " " or c == "\n":
            i += 1
        elif "0" <= c <= "9":
            j = i
            while j < n and "0" <= text[j] <= "9":
                j += 1
            out.append(int(text[i:j]))
            i = j
        elif c.isalpha() or c == "_":
            j = i
            while j < n and (text[j].isalnum() or text[j] == "_"):
                j += 1
            out.append(text[i:j])
            i = j
        else:
            out.append(ord(c))
            i += 1
    return out


def rotated(text, by):
    out = []
    for c in text:
        if "a" <= c <= "z":
            out.append(chr((ord(c) - 97 + by) % 26 + 97))
        elif "A" <= c < "[":
            out.append(chr((ord(c) - 65 + by) % 26 + 65))
        else:
            out.append(c)
    return "".join(out)


def grown(n):
    # One character, held twice, one of the two grows.
    kept, total = [], 0
    for i in range(n):
        c = chr(97 + i % 3)
        d = c
        c += "x"
        c += d
        e = d
        e += e
        kept.append(d)
        total += len(c) + len(e)
    return total, kept[0], kept[1], kept[-1], c, d, e


def ordered(words):
    less = same = 0
    for a in words:
        for b in words:
            if a < b or b >= a and a != b:
                less += 1
            if a <= b and a >= b:
                same += 1
            if a > b:
                less += 2
    return less, same


text = "foo_1 = bar(12, x7) * (34 + y) - zed[100] / qux\n" * 20
print(tokens(text)[:17], len(tokens(text)))
print(rotated("Hello, World! äöü Žluťoučký 😀 ", 13) * 2)
for by in range(40):
    text = rotated(text, by)
print(text[:48], hash(text) == hash("".join(list(text))))
print(grown(500))
print(ordered(["a", "b", "", "ab", "aB", "ä", "z", "é", "😀", "￿", "zz", "a"] * 3))
try:
    for i in range(300):
        ord("ab" if i == 250 else "a")
except TypeError as error:
    print(error)
try:
    for i in range(300):
        chr(-1 if i == 250 else i)
except ValueError as error:
    print(error)
