import cmd
import code
import codeop
import fileinput
import getpass
import graphlib
import html
import io
import os
import pkgutil
import sys
import tempfile
from urllib.parse import (parse_qs, parse_qsl, quote, quote_plus, unquote, unquote_plus, urldefrag, urlencode, urljoin,
                          urlparse, urlsplit, urlunparse)

print(html.escape("<a href='x'>\"&\""), html.unescape("&lt;&amp;&#65;&#x42;&copy&eacute;&nope;&ampx &#0; &#128;"))
u = urlparse("http://me:pw@Host.org:8080/a/b;p?q=1&r=2#frag")
print(u, u.hostname, u.port, u.username, u.password, u.geturl(), urlsplit(b"//h/p?q"))
print(urljoin("http://a/b/c/d", "../e"), urljoin("http://a/b/", "//x/y"), urljoin("http://a/b", "?q"), urldefrag("a#b"))
print(quote("a b/ü"), quote_plus("a b/ü"), unquote("a%20b%C3%BC%zz"), unquote_plus("a+b"), quote(b"\xff"), quote("x&", safe="&"))
print(urlencode({"a": 1, "b": "x y"}), urlencode([("a", [1, 2])], doseq=True), parse_qs("a=1&a=2&b="), parse_qsl("a=1;b=2&c", True))
print(urlunparse(("http", "h", "/p", "", "q", "f")))
for bad in ("http://[x", "http://h:99999/"):
    try:
        urlparse(bad).port
    except ValueError as error:
        print(error)

t = graphlib.TopologicalSorter({"D": {"B", "C"}, "B": ["A"], "C": ["A"]})
t.prepare()
while t.is_active():
    ready = t.get_ready()
    print(sorted(ready))
    t.done(*ready)
try:
    list(graphlib.TopologicalSorter({1: [2], 2: [1]}).static_order())
except graphlib.CycleError as error:
    print(error)
for act in (lambda: t.add(1), lambda: t.done("Z"), lambda: graphlib.TopologicalSorter().get_ready()):
    try:
        act()
    except ValueError as error:
        print(error)


class Shell(cmd.Cmd):
    prompt = "? "

    def do_add(self, line):
        "Add numbers."
        print(sum(map(int, line.split())), file=self.stdout)

    def do_quit(self, line):
        return True

    def help_topics(self):
        self.stdout.write("all topics\n")


out = io.StringIO()
shell = Shell(stdin=io.StringIO("add 1 2\n\nnope x\nhelp\nhelp add\n?topics\n!ls\nquit\n"), stdout=out)
shell.use_rawinput = False
shell.cmdloop("hello")
print(out.getvalue())
shell.columnize([str(i) * (i % 5 + 1) for i in range(30)], 60)
print(out.getvalue()[-200:])

for source in ("1", "x = 1", "if 1:", "if 1:\n  x = 2", "if 1:\n  x = 2\n", "(1,", "'''a", "def f():\n\n  pass\n", "@d", "a \\", "# c", "for x in y:\n  pass\nelse:"):
    print(repr(source), codeop.compile_command(source) is not None)
for source in ("1 +* 2", "x = )", "if 1\n"):
    try:
        codeop.compile_command(source)
    except SyntaxError as error:
        print(type(error).__name__)
sys.stderr = errors = io.StringIO()
console = code.InteractiveConsole({"a": 5})
print([console.push(line) for line in ("a", "if a:", "  print('yes')", "", "1/0", "def f(", "): return 8", "", "f()", "x = )")])
sys.stderr = sys.__stderr__
print(errors.getvalue())

with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    for name, text in (("one", "a\nb\n"), ("two", "c\n")):
        with open(name, "w") as file:
            file.write(text)
    with fileinput.input(("one", "two")) as lines:
        for line in lines:
            print(lines.filename(), lines.lineno(), lines.filelineno(), lines.isfirstline(), repr(line))
    for line in fileinput.input("one", inplace=True):
        print(line.upper(), end="")
    print(open("one").read().split(), sorted(os.listdir()))
    os.mkdir("pack")
    for name in ("mod.py", "pack/__init__.py", "pack/inner.py"):
        open(name, "w").close()
    print([info[1:] for info in pkgutil.iter_modules(["."])], pkgutil.resolve_name("os.path:join") is os.path.join)
    os.chdir("/")
os.environ["LOGNAME"] = "somebody"
print(getpass.getuser(), pkgutil.resolve_name("collections.abc.Mapping").__name__)
for name in ("os:", "os.nope", "no_such_module", "1x"):
    try:
        print(pkgutil.resolve_name(name).__name__)
    except (ValueError, AttributeError, ImportError) as error:
        print(type(error).__name__, error)
