# Encodings with a byte for each character of a table.
import os
import tempfile

NAMES = """cp1250 windows-1251 cp1252 WINDOWS_1252 cp1253 cp1257 iso8859-15 ISO-8859-2 iso8859_5 latin9 koi8-r koi8_u
cp437 IBM437 cp850 cp866 mac-roman macintosh tis-620 cp874 iso8859-11 cp037 cp500 ptcp154 kz1048 hp_roman8 cp1125""".split()
all_bytes = bytes(range(256))
for name in NAMES:
    text = all_bytes.decode(name, "replace")
    print(name, ascii(text[128:160]), sum(map(ord, text)), text.encode(name, "ignore").decode(name, "ignore") == text.replace("\ufffd", ""))
    for errors in ("strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace"):
        try:
            print("   ", "aé€Ж漢字\U0001f600z".encode(name, errors))
        except UnicodeEncodeError as error:
            print("   ", error, error.start, error.end)
for broken in (b"a\x81b", b"\x8d\x8f"):
    for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape"):
        try:
            print(ascii(broken.decode("cp1252", errors)))
        except (UnicodeDecodeError, LookupError) as error:
            print(type(error).__name__, error)
print(str(b"caf\xe9 \x80", "cp1252"), bytes("naïve", "cp850"), bytearray("ł", "iso-8859-2"))
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "data.csv")
    with open(path, "w", encoding="cp1252", newline="") as file:
        file.write("größe;5 €\r\nname;é\r\n")
    with open(path, "rb") as file:
        print(file.read())
    with open(path, encoding="windows-1252") as file:
        print(file.encoding, file.readlines())
    with open(path, encoding="cp437") as file:
        print(file.readline(), file.tell(), file.read(3))
    try:
        open(path, "w", encoding="cp1251").write("größe")
    except UnicodeEncodeError as error:
        print(error)
    try:
        open(path, encoding="no-such-thing")
    except LookupError as error:
        print(error)
