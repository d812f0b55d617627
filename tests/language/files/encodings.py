"""Line ends, encodings and their errors."""
import os
import shutil
import tempfile

folder = tempfile.mkdtemp()
os.chdir(folder)
name = "data.txt"
def attempt(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)
for nl in (None, "", "\n", "\r", "\r\n"):
    with open(name, "w", newline=nl) as f:
        f.write("a\nb\r\nc\rd")
    print(nl.__repr__(), open(name, "rb").read())
with open(name, "wb") as f: f.write(b"a\nb\r\nc\rd\r")
for nl in (None, "", "\n", "\r", "\r\n"):
    with open(name, newline=nl) as f:
        print(repr(nl), f.readlines(), f.newlines)
    with open(name, newline=nl) as f:
        out = []
        while True:
            x = f.readline()
            if not x: break
            out.append(x)
        print(out)
for enc in ("utf-8", "ascii", "latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"):
    try:
        with open(name, "w", encoding=enc) as f:
            f.write("h\u00e9llo\nz\n")
        print(enc, open(name, "rb").read())
        with open(name, encoding=enc) as f:
            print(f.readline(), f.tell(), f.read(), f.encoding)
        with open(name, "a", encoding=enc) as f: f.write("more")
        print(repr(open(name, encoding=enc).read()))
    except Exception as e:
        print(type(e).__name__, e)
with open(name, "wb") as f: f.write(b"a\xff\xe9b\n")
for errors in ("strict", "ignore", "replace", "backslashreplace", "nonsense"):
    attempt(lambda: open(name, errors=errors).read())
for errors in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace"):
    try:
        with open(name, "w", encoding="ascii", errors=errors) as f: f.write("a\u20acb")
    except Exception as e: print(type(e).__name__, e)
    print(open(name, "rb").read())

os.chdir("/")
shutil.rmtree(folder)
