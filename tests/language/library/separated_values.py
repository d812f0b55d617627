# Rows with quotes, in lines that end with them and in lines that do not; what a writer has to quote.
import csv
import io

TEXT = '''name,note,n
"Doe, Jane","said ""hi""",1
plain,"two
lines",2
"",,3
"a"b,c"d,"e" ,4
it's,"x",'y,5
'''
for options in ({}, {"skipinitialspace": True}, {"quotechar": "'"}, {"doublequote": False, "escapechar": "\\"}, {"quoting": csv.QUOTE_NONE}, {"delimiter": "\"", "quotechar": ","}):
    print(options)
    for row in csv.reader(io.StringIO(TEXT, newline=""), **options):
        print("   ", row)
print(list(csv.reader(['"1",2.5,"x"', "3,4,y"], quoting=csv.QUOTE_MINIMAL)), list(csv.reader(["a;b;'c;d'"], delimiter=";", quotechar="'")))
print(list(csv.reader([" a  b", "  ", ""], delimiter=" ", skipinitialspace=True)), list(csv.reader([";", "", '""', '"a"";b"'], delimiter=";")))
for strict in (False, True):
    try:
        print(list(csv.reader(['"a"x,b', '"open'], strict=strict)))
    except csv.Error as error:
        print(error)
for options in ({}, {"lineterminator": "!"}, {"quoting": csv.QUOTE_ALL}, {"quoting": csv.QUOTE_NONNUMERIC}, {"delimiter": ";", "lineterminator": "\n"}):
    file = io.StringIO(newline="")
    writer = csv.writer(file, **options)
    writer.writerow(["a", "b,c", 'say "x"', "two\nlines", "r\r", None, 1, 2.5, True, "", "b!", "; "])
    writer.writerows([[], [""], [None], ["x"], ("1", 2)])
    print(repr(file.getvalue()))
records = csv.DictReader(io.StringIO(TEXT))
print([record["note"] for record in records if record["n"] and record["n"].isdigit()])

# An escape at the end of a line takes the line's end; a quotation mark that is the delimiter too is a quotation mark first.
print(list(csv.reader(["a,'b\\", "c',d"], quotechar="'", escapechar="\\")), list(csv.reader(["'\\"], quotechar="'", escapechar="\\")))
print(list(csv.reader(["| |,a|b"], delimiter="|", quotechar="|")))

# Rows that are read and written at once, and those that are not.
for text in ('a,"b ""c"" d",e,', '"",x', '"a"b,c', '"a', '', ',', 'é,"ü,""ß"""', 'a\rb'):
    try:
        print(list(csv.reader([text + "\r\n"])))
    except csv.Error as error:
        print(error)
for row in ([], [""], [None], ["", ""], [1, 2.5, True, None, -0.0], ["a,b", 'say "x"', "two\nlines"], ("é", b"x", 3 + 4j), iter("ab")):
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerow(row)
    print(repr(file.getvalue()))
