# Templates with marks and names of their own.
from string import Template


class Percent(Template):
    delimiter = "%"
    idpattern = r"[a-z]+_[a-z]+"


class Dotted(Template):
    idpattern = r"[_a-z][_a-z0-9.]*"


class Own(Template):
    pattern = r"""
    (?P<escaped>@{2})                   |
    @(?P<named>[_a-z][._a-z0-9]*)       |
    @{(?P<braced>[_a-z][._a-z0-9]*)}    |
    (?P<invalid>@)
    """


class Unnamed(Template):
    pattern = r"(?P<badname>.*)|(?P<escaped>@{2})|@(?P<named>a)|@{(?P<braced>b)}|(?P<invalid>@)|"


print(Percent("%with_mark %notthis %% %{a_b}").safe_substitute(with_mark="yes", a_b="b"))
print(Dotted("$a.b and ${c.d}").substitute({"a.b": 1, "c.d": 2}))
text = Own("@bag.foo.who likes to eat a bag of @{bag.what}, @@")
print(text.substitute({"bag.foo.who": "tim", "bag.what": "ham"}), text.get_identifiers(), text.is_valid())
print(Own("at @ the end").is_valid(), Template("$a $$ ${b} $").is_valid(), Template("$a $$ ${b} $").get_identifiers())
for action in (Unnamed("b").is_valid, Unnamed("b").get_identifiers, Own("a\n@").substitute):
    try:
        action()
    except ValueError as error:
        print(error.args[0])
