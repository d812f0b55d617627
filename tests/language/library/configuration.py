import configparser
import io

text = """
[DEFAULT]
home = /home/%(user)s
user = me   ; not a comment
[server]
host: example.org
port = 80
on = Yes
path = %(home)s/www
lines = one
   two

   three
# a comment
empty =
[Other Section]
Key = Value
"""
c = configparser.ConfigParser()
c.read_string(text)
print(c.sections(), c.options("server"), c["server"]["path"], c.getint("server", "port"), c.getboolean("server", "on"))
print(repr(c["server"]["lines"]), repr(c["server"]["empty"]), c["other section".title()]["key"], c.has_option("server", "HOST"))
print(c.get("server", "nope", fallback="x"), c["server"].getint("nope", 5), c["server"].get("port"), dict(c["Other Section"]))
c["new"] = {"a": 1, "b": "50%%"}
c.set("new", "c", "%(a)s%(a)s")
print(c["new"]["b"], c["new"]["c"], c.get("new", "c", raw=True), c.items("new"))
out = io.StringIO()
c.write(out)
print(out.getvalue())
for act in (
    lambda: c.get("nope", "x"), lambda: c.get("server", "x"), lambda: c.add_section("server"), lambda: c["nope"],
    lambda: c.set("server", "a", 3), lambda: c.set("server", "a", "%"), lambda: c.read_string("a = 1"),
    lambda: c.read_string("[x]\na=1\na=2"), lambda: c.read_string("[x]\n[x]"), lambda: c.read_string("[y]\nnonsense\n=3"),
    lambda: c.getint("server", "host"), lambda: c.getboolean("server", "host"), lambda: c.remove_section("zz"),
):
    try:
        print(act())
    except Exception as error:
        print(type(error).__name__, error)
e = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation(), allow_no_value=True,
                              inline_comment_prefixes=("#",), delimiters=("=",), converters={"list": str.split})
e.read_string("[a]\nx = 1 2 # two\nflag\ny = ${x} ${b:z} $$\n[b]\nz = Z\nw = ${a:y}\n")
print(e["a"].getlist("x"), e["a"]["flag"], e["b"]["w"], e.getlist("a", "x"))
e.optionxform = str
e.read_dict({"C": {"Upper": 1, "none": None}})
print(list(e["C"]), e["C"]["none"], "C" in e, len(e), [*e], e.pop("C"), e.popitem())
r = configparser.RawConfigParser({"d": "%(x)s"})
r.add_section("s")
print(r["s"]["d"], r.defaults(), r["s"], r.read(["no such file"]))
loop = configparser.ConfigParser()
loop.read_string("[s]\na = %(b)s\nb = %(a)s\nc = %(zz)s\nd = %x")
for name in "acd":
    try:
        loop.get("s", name)
    except configparser.InterpolationError as error:
        print(type(error).__name__, error)
