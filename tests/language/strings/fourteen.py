"""Characters are those of Unicode 14."""
names = [
    "isalnum", "isalpha", "isdecimal", "isdigit", "isidentifier", "islower", "isnumeric", "isprintable", "isspace", "istitle", "isupper",
]
blocks = [(0, 0x3100), (0xA600, 0xAC00), (0xF900, 0x12000), (0x1E000, 0x1FB00), (0x31300, 0x31400)]
every = [chr(code) for first, end in blocks for code in range(first, end)]
for name in names:
    print(name, sum(getattr(c, name)() for c in every))
for name in ("upper", "lower", "title", "casefold", "swapcase"):
    check = 0
    for c in every:
        mapped = getattr(c, name)()
        if mapped != c:
            for part in mapped:
                check = (check * 31 + ord(part)) % (2**61 - 1)
    print(name, check)
print("ὈΔΥΣΣΕΎΣ Ƛ".lower(), "ƛ\u0264straße".upper(), "\u1c8aa".title())
