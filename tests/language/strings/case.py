# Upper, lower, title case and the questions about characters.

def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as error:
        print(type(error).__name__ + ":", error)


words = ["", "abc", "ABC", "Abc Def", "aBC dEF", "they're bill's", "ß", "ŉ", "ǆ", "ΑΣ ΣΑΣ", "İI", "ﬁne", "x1y", "1x", "Ⅷ", "ᾳ", "é", "ª"]
for word in words:
    print([word.upper(), word.lower(), word.title(), word.capitalize(), word.swapcase(), word.casefold()])
    print(word.isupper(), word.islower(), word.istitle())
samples = ["", "a", "1", "²", "½", "Ⅷ", "三", "٣", " ", "\t", "\xa0", "\u200b", "_", "a1", "a b", "é", "a_1", "1a", "\x1c", "́", "for", "ª", "\u00ad", "𝟘"]
for text in samples:
    print(ascii(text), text.isalpha(), text.isdecimal(), text.isdigit(), text.isnumeric(), text.isalnum(),
          text.isspace(), text.isprintable(), text.isidentifier(), text.isascii())
show(lambda: "abc".upper(1))
show(lambda: "abc".isalpha("x"))
show(lambda: str.upper("abc"))
show(lambda: str.upper(1))
show(lambda: str.upper())
show(lambda: "abc".nothing)
show(lambda: "abc".translate({97: "X", 98: None, 99: 100}))
show(lambda: "abc".translate(str.maketrans("ab", "xy")))
show(lambda: "abc".translate(str.maketrans("ab", "xy", "c")))
show(lambda: "abc".translate(str.maketrans({"a": "1", 98: "22"})))
show(lambda: str.maketrans("ab", "x"))
show(lambda: str.maketrans({"ab": "x"}))
show(lambda: str.maketrans("ab"))
show(lambda: "abc".translate("xy"))
show(lambda: "abc".translate([None] * 100))
show(lambda: "abc".translate({97: 1114112}))
show(lambda: "abc".translate({97: 1.5}))
show(lambda: repr("it's"))
show(lambda: repr('say "hi" it\'s'))
show(lambda: repr("a\\b\n\t\r\x00\x7f\x80é€\u200b𝄞"))
show(lambda: ascii("é€𝄞\x7f"))
show(lambda: hash("abc") == hash("a" + "bc"))
show(lambda: "abc" < "abd")
show(lambda: "abc" < 1)
