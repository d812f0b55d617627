"""Templates whose values stand beside them in a tuple."""


class Loud:
    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"


class Text(str):
    def __str__(self):
        return "other"


loud, text, name, count = Loud(), Text("text"), "Ann", 3
print("%s-%s" % (name, count))
print("%s %r %a|%%|%s" % (loud, loud, "é", text))
print("%s" % (None,), "%r%r" % (name, [name]), "" % (), "100%%" % ())
print("%s=%s;" % (name.upper(), count + 1) * 2)
print("%s %s" % ((1, 2), [3]))
print("%s and %s" % tuple([1, 2]), "%s" % name, "%s" % [1])
print("%5s|%-5s|%.1s|%s" % (name, name, name, name))
print("%d %s" % (count, name), "%s %(x)s" % {"x": 1} if False else "-")
print("%s %s %s" % (name, *[1, 2]))

for wrong in ("'%s' % (1, 2)", "'%s %s' % (1,)", "'%s %' % (1,)", "'%s %z' % (1, 2)", "'%s%s%s' % ()"):
    try:
        print(eval(wrong))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

seen = []


class Told:
    def __init__(self, told):
        self.told = told

    def __str__(self):
        seen.append(self.told)
        return self.told


def given(value):
    seen.append(f"given {value}")
    return value


print("%s %s" % (Told("a"), Told("b")), seen)
print("%s, %s" % (given(1), given(2)), seen)


class Broken:
    def __str__(self):
        raise ValueError("no text")


def show(value):
    return "<%s|%s>" % (name, value)


print(show(1))
show(Broken())
