"""Text that grows where it is, and text that others see."""

text = ""
for turn in range(3000):
    text += "ab"
print(len(text), text[:4], text[-3:], hash(text) == hash("ab" * 3000))

kept = []
text = "x"
for turn in range(40):
    kept.append(text)
    text += "yz"
print([len(known) for known in kept][::8], kept[3], kept[-1][-5:])

wide = "é☃"
for turn in range(100):
    wide = wide + "a☃"
    if turn % 25 == 0:
        print(len(wide), wide[60:64], wide[-2:], wide.index("a"))
print(len(wide), wide[100], wide[150:153], wide.count("☃"))

double = "abc"
for turn in range(5):
    double += double
print(len(double), double[:7])

words = {}
for length in range(0, 70, 7):
    word = "k" * length
    words[word] = length
    words[word + "!"] = -length
print([words["k" * length] for length in range(0, 70, 7)], words["k" * 63 + "!"])

for length in (7, 8, 15, 16, 17, 23, 24, 25, 255, 256, 257):
    line = "q" * length
    upper, joined = line.upper(), "-".join([line, "", line])
    print(length, len(line + "r"), upper == "Q" * length, len(joined), joined[length], (line + "é")[-2:], line[1:] + "s" == line[:-1] + "s")
