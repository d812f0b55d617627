"""Texts made piece by piece."""
text = ""
for i in range(200):
    text += chr(97 + i % 26)
print(len(text), text[:30], text[-5:])
line = ""
for i in range(10):
    line = str(i) + line
print(line)
words = "the quick brown fox jumps over the lazy dog the end".split()
counts = {}
for word in words:
    counts[word] = counts.get(word, 0) + 1
print(counts)
print(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
print("\n".join(f"{word:<6}{'#' * n}" for word, n in counts.items()))


def caesar(message, shift):
    result = []
    for ch in message:
        if ch.isalpha():
            base = ord("a") if ch.islower() else ord("A")
            result.append(chr((ord(ch) - base + shift) % 26 + base))
        else:
            result.append(ch)
    return "".join(result)


secret = caesar("Attack at Dawn!", 3)
print(secret, caesar(secret, -3))


def palindrome(s):
    i, j = 0, len(s) - 1
    while i < j:
        if s[i] != s[j]:
            return False
        i += 1
        j -= 1
    return True


print([word for word in ("level", "hello", "noon", "", "a", "été") if palindrome(word)])
print(" ".join(reversed("one two three".split())), "".join(sorted("listen")) == "".join(sorted("silent")))
number = 987654321
digits = ""
while number:
    digits = str(number % 7) + digits
    number //= 7
print(digits, int(digits, 7))
