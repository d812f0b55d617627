import unicodedata

print(unicodedata.unidata_version)
for text in ("a", "é", "漢", "ｱ", "Ａ", "א", "م", "(", "«", "1", "٣", " ", "\t", "\u200f", "\u0378", "€", "∑", "\U0001f600", "\uac00", "\U0010ffff"):
    print(ascii(text), unicodedata.east_asian_width(text), unicodedata.bidirectional(text), unicodedata.mirrored(text))
counts = {}
for code in range(0x3000):
    key = unicodedata.east_asian_width(chr(code)), unicodedata.bidirectional(chr(code)), unicodedata.mirrored(chr(code))
    counts[key] = counts.get(key, 0) + 1
print(sorted(counts.items()))
for wrong in ("ab", "", 1):
    try:
        unicodedata.east_asian_width(wrong)
    except TypeError as error:
        print(error)
