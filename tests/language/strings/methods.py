"""The methods scripts use."""
s = "  The quick brown Fox  "
print([s.strip(), s.lstrip(), s.rstrip(), s.upper(), s.lower(), s.title(), s.swapcase(), s.strip().capitalize()])
print("xxabcxx".strip("x"), "abcba".lstrip("ab"), "abcba".rstrip("ab"), "www.example.com".strip("cmowz."))
print("a,b,,c".split(","), " a  b c ".split(), "a,b,c".split(",", 1), "a,b,c".rsplit(",", 1), "".split(), "".split(","), "a b c".split(None, 1))
print("one\ntwo\r\nthree\n".splitlines(), "one\ntwo".splitlines(True), "key=value=x".partition("="), "key=value=x".rpartition("="), "none".partition("="))
print(",".join(["a", "b"]), "".join([]), "-".join("abc"), ", ".join(str(i) for i in range(3)))
print("banana".replace("a", "o"), "banana".replace("a", "o", 2), "abc".replace("", "-"), "banana".replace("an", ""))
print("banana".find("an"), "banana".find("an", 2), "banana".rfind("an"), "banana".find("x"), "banana".index("n"), "banana".rindex("n"), "banana".count("a"), "banana".count("an"), "banana".count(""))
print("banana".startswith("ban"), "banana".endswith("na"), "banana".startswith("an", 1), "banana".startswith(("x", "b")), "banana".endswith(("x", "y")))
print("abc".isalpha(), "ab1".isalpha(), "123".isdigit(), "12a".isdigit(), "ab1".isalnum(), " \t".isspace(), "".isspace(), "ABC".isupper(), "abc".islower(), "Abc Def".istitle(), "abc_1".isidentifier(), "1a".isidentifier(), "12".isdecimal(), "½".isnumeric(), "abc".isascii(), "é".isascii(), "a\n".isprintable())
print("abc".center(9), "abc".center(8, "*"), "abc".ljust(6) + "|", "abc".rjust(6), "42".zfill(5), "-42".zfill(5), "+4".zfill(4), "abc".zfill(2))
print("a\tb\tc".expandtabs(4), "Straße".casefold(), "ÀÉ".lower(), "àé".upper(), "ß".upper())
print("prefix-x".removeprefix("prefix-"), "x.py".removesuffix(".py"), "x".removeprefix("y"))
print("{} and {}".format(1, "two"), "{1} {0}".format("a", "b"), "{x:>5}|{y:.2f}".format(x=1, y=2.345), "{{}} {0!r}".format("q"), "{0[1]}".format([1, 2]))
print("abc".translate({97: "x", 98: None}), str.maketrans("ab", "xy"), "aabb".translate(str.maketrans("ab", "xy")))
print("a-b_c".replace("-", "").replace("_", ""))
for function in (lambda: "banana".index("x"), lambda: ",".join([1, 2]), lambda: "a".split(""), lambda: "abc".center(), lambda: "abc".nothing(), lambda: "a".replace("b")):
    try:
        print(function())
    except (ValueError, TypeError, AttributeError) as problem:
        print(type(problem).__name__, problem)
