"""Indexing, slicing, comparing, repeating."""
s = "hello, world"
print(s[0], s[-1], s[3:8], s[:5], s[7:], s[::-1], s[::2], s[10:2:-3], s[-5:-1], s[100:], s[5:2], s[-100:3])
print(len(s), "world" in s, "xyz" not in s, "" in s, s + "!", "ab" * 3, 3 * "ab", "ab" * 0, "ab" * -1)
print("a" < "b", "a" < "B", "abc" < "abd", "ab" < "abc", "" < "a", "a" == "a", "a" != "b", "Z" < "a", "é" > "z")
print('single' "joined" 'text', """triple
line""", 'it\'s', "say \"x\"", 'tab\there', "back\\slash", r"raw\n", "\x41\u00e9\U0001F600\101\0end".replace("\0", "<0>"))
print(repr("it's"), repr('say "x"'), repr("both ' and \""), repr("line\nnext\ttab\r\\"), repr("\x00\x1f\x7f\x80\xa0\xad é ü 漢 😀"), repr(""))
print("a\
b")
for ch in "aé漢😀":
    print(ch, ord(ch), len(ch), repr(ch), ascii(ch))
print("aé漢😀"[1], "aé漢😀"[-1], "aé漢😀"[1:3], len("aé漢😀"), "aé漢😀"[::-1], "漢" in "aé漢😀")
print(chr(65), chr(233), chr(0x1F600), ord("A"), str(5), str(None), str("x"), str([1, "a"]), str((1,)))
print(list("abc"), tuple("abc"), sorted("banana"), "".join(reversed("abc")), max("hello"), min("hello"))
for index in (12, -13, 100):
    try:
        print(s[index])
    except IndexError as problem:
        print(problem)
try:
    s[0] = "H"
except TypeError as problem:
    print(problem)
try:
    s["a"]
except TypeError as problem:
    print(problem)
try:
    s[1.0]
except TypeError as problem:
    print(problem)
try:
    "a" + 1
except TypeError as problem:
    print(problem)
try:
    "a" * 1.5
except TypeError as problem:
    print(problem)
