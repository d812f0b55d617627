"""Hot loops over and into strings."""


def build(n):
    s = ""
    for i in range(n):
        s += chr(97 + i % 26)
    return len(s), s[:5], s[-3:]


def count_letters(text, n):
    counts = {}
    for i in range(n):
        ch = text[i % len(text)]
        counts[ch] = counts.get(ch, 0) + 1
    return sorted(counts.items())


def numbers(n):
    parts = []
    for i in range(n):
        parts.append(str(i * i))
    joined = ",".join(parts)
    return len(joined), sum(int(p) for p in joined.split(","))


def reverse(text):
    out = ""
    for ch in text:
        out = ch + out
    return out


def formatted(n):
    total = 0
    for i in range(n):
        total += len(f"{i:>5}|{i / 7:.3f}|{i % 3 == 0}")
    return total


def becomes_string(n):
    x = 0
    for i in range(n):
        if i == 2000:
            x = str(x)
        x = x + (1 if i < 2000 else "1")
    return len(x), x[:6]


def compare(n):
    words = ["apple", "pear", "fig", "apple"]
    same = 0
    for i in range(n):
        if words[i % 4] == words[(i + 3) % 4]:
            same += 1
        elif words[i % 4] < "b":
            same += 1000
    return same


def checksum(text, n):
    value = 0
    for i in range(n):
        value = (value * 31 + ord(text[i % len(text)])) % 1000000007
    return value


def unicode_walk(text, n):
    total = 0
    for _ in range(n):
        for ch in text:
            total += ord(ch)
    return total


print(build(5000), count_letters("mississippi", 3000), numbers(2000), reverse("hot loop " * 20)[:20], formatted(2000), becomes_string(3000), compare(4000), checksum("taipan", 10000), unicode_walk("aé漢😀", 500))
