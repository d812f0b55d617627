# Rows as text and back: quotes, line ends and odd characters at every place of a short line.
import csv
import io
import random

random.seed(7)


def rows(lines, **how):
    try:
        return list(csv.reader(lines, **how))
    except csv.Error as error:
        return str(error)


for _ in range(150):
    line = "".join(random.choice('ab,"" ;') for _ in range(random.randrange(12))) + random.choice(("", "\n", "\r\n"))
    print(repr(line), rows([line]), rows([line], delimiter=";"), rows([line], quotechar="a"), rows([line], strict=True))
print(rows(['a,"b\n', 'c",d\n', "e\n"]), rows(['"a""b",c\n', '"",""\n', '"x"y,z\n']), rows(["a,b,\n", ",\n", "\n", ""]))
print(rows(['1,"2",3.5\n'], quoting=csv.QUOTE_NONNUMERIC), rows(['a,"b",c\n'], quoting=csv.QUOTE_NONE))
print(rows(["a, b\n", 'a, "b"\n'], skipinitialspace=True), rows(["a\\,b,c\n"], escapechar="\\"), rows(["a\rb\n"]))
for how in ({}, {"quoting": csv.QUOTE_ALL}, {"quoting": csv.QUOTE_NONNUMERIC}, {"delimiter": ";"}, {"lineterminator": "|"},
            {"doublequote": False, "escapechar": "\\"}, {"quoting": csv.QUOTE_NONE, "escapechar": "\\"}):
    out = io.StringIO()
    writer = csv.writer(out, **how)
    for row in ([], [""], ["a", "b c", 1, 2.5, None], ['say "x"', "a,b", "a;b", "a|b", "line\nend", "\\"], [True, 1j, b"x"]):
        try:
            writer.writerow(row)
        except csv.Error as error:
            print(row, error)
    print(how, repr(out.getvalue()))
print(list(csv.DictReader(["x,y\n", '1,"2,3"\n', "4\n", "5,6,7\n"])))
before = csv.field_size_limit(5)
print(rows(["abcdef,a\n"]), rows(["abc,abc\n"]), rows(['"abcdef"\n']), before)
csv.field_size_limit(before)
