# Namespaces of one's own.
d = {}
exec("x = 1\ndef f(): return x + y", d)
d["y"] = 10
print(d["x"], d["f"](), sorted(k for k in d if k != "__builtins__"))
exec("x = 5", d)
print(d["f"](), eval("x * 2 + y", d), "x" in d, len([k for k in d if k[0] != "_"]))
del d["x"]
try:
    d["f"]()
except NameError as e:
    print(e)
print("__builtins__" in d, type(d["__builtins__"]).__name__)
print(d["f"].__globals__ is d) if hasattr(d["f"], "__globals__") else print(True)
# The script's own.
z = 3
exec("z += 1; w = z * 2")
print(z, w, eval("z + w"))
g = globals()
print(g is globals(), g["z"], "w" in g)
g["new"] = 42
print(new)
del g["new"]
try:
    new
except NameError as e:
    print(e)
z = 100
print(g["z"], g.get("nothing"), g.pop("w"), "w" in globals())
print(locals() is globals(), vars() is globals())
def changes():
    global added
    added = 7
changes()
print(g["added"], [k for k in g if k == "added"])
g.update(added=8, other=9)
print(added, other)
exec("global added\nadded = 'exec'")
print(added)
# Inside functions.
def inner(a, b=2):
    c = a + b
    print(eval("a * b + c"), sorted(locals()))
    exec("print(a, b, c, z)")
    exec("c = 1000")
    print(c)
    scope = {"k": 1}
    exec("m = k + 1\nprint(m)", scope)
    print(scope["m"], eval("[a + i for i in range(3)]", {"a": 5}))
    return eval("(lambda q: q + z)(1)")
print(inner(1))
# Separate locals.
gl, lo = {"a": 1}, {"b": 2}
exec("c = a + b\na = 'local'\nfor i in range(2): pass\ndef h(): return a\nr = h()", gl, lo)
print(gl["a"], sorted(lo), lo["a"], lo["c"], lo["r"])
print(eval("a, b", gl, lo))
exec("global t\nt = 5\ndel b", gl, lo)
print(gl["t"], "b" in lo)
try:
    exec("nothing_here", gl, lo)
except NameError as e:
    print(e)
# Code objects.
c = compile("1 + 2", "<calc>", "eval")
print(eval(c), type(c).__name__, c.co_filename)
c = compile("n = n + 1", "prog", "exec")
ns = {"n": 0}
for i in range(5):
    exec(c, ns)
print(ns["n"], exec(c, ns), eval(compile("pass", "x", "exec")))
exec(compile("5 * 5\n", "single", "single"))
exec(b"print('bytes', 1)")
print(eval("  1 + 1"), eval("(1 +\n 2)"))
for bad in ["1 +", "x = 1", "", "1; 2", "for"]:
    try:
        print(eval(bad))
    except SyntaxError as e:
        print(type(e).__name__, e.msg)
for args in [("1", 5), (5,), ("1", {}, 5)]:
    try:
        eval(*args)
    except TypeError as e:
        print(e)
    try:
        exec(*args)
    except TypeError as e:
        print(e)
try:
    compile("1", "f", "what")
except ValueError as e:
    print(e)
try:
    exec("def broken(:\n  pass")
except SyntaxError as e:
    print(e.filename, e.lineno, e.msg)
try:
    exec("1 / 0")
except ZeroDivisionError as e:
    print(e)
try:
    eval("print('hidden')", {"__builtins__": {}})
except NameError as e:
    print(e)
print(eval("len([1, 2])", {"__builtins__": {"len": len}}))
def counter():
    total = 0
    ns = {"total": 0}
    code = compile("for i in range(1000):\n    total += i\n", "loop", "exec")
    for _ in range(20):
        exec(code, ns)
    return ns["total"]
print(counter())
fns = {}
for name in ["sin", "cos"]:
    exec(f"def {name}(x):\n    return '{name}' + str(x)\n", fns)
print(fns["sin"](1), fns["cos"](2))
print([eval("i", {"i": i}) for i in range(3)])
i = "outer"
print([eval("z") for _ in range(2)])
