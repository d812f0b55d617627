import unicodedata as u


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


for letter in "aZ 5\u00e9\u00bd\u00b2\u0663\u2167\u4e09$+(\n\u0301\ufb01\u212b\u2460":
    print(ascii(letter), u.category(letter), u.combining(letter), u.name(letter, "?"), u.numeric(letter, -1),
          u.digit(letter, -1), u.decimal(letter, -1))
for form in ("NFC", "NFD", "NFKC", "NFKD"):
    text = "\u00e9e\u0301\ufb01\u212b\u00bd"
    print(form, ascii(u.normalize(form, text)), u.is_normalized(form, text), u.is_normalized(form, "abc"))
print(u.lookup("LATIN SMALL LETTER A"), u.lookup("GREEK SMALL LETTER ALPHA"), u.decomposition("\u00e9"))
attempt(lambda: u.lookup("NO SUCH NAME"))
attempt(lambda: u.name("\n"))
attempt(lambda: u.decimal("a"))
attempt(lambda: u.digit("a"))
attempt(lambda: u.numeric("a"))
attempt(lambda: u.category("ab"))
attempt(lambda: u.category(5))
attempt(lambda: u.normalize("X", "a"))
attempt(lambda: u.normalize("NFC"))
print(u.unidata_version)
