"""Characters are those of Unicode 14."""
names = [
    "isalnum", "isalpha", "isdecimal", "isdigit", "isidentifier", "islower", "isnumeric", "isprintable", "isspace", "istitle", "isupper",
]
every = [chr(code) for code in range(0x110000) if not 0xD800 <= code <= 0xDFFF]
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
print("ὈΔΥΣΣΕΎΣ Ƛ ꟋΣ".lower(), "ƛ\u0264straße".upper(), "\u1c8aa".title())
