"""sys.modules is the registry; importlib and __import__."""
import sys

sys.path.insert(0, __file__.rsplit("/", 1)[0] + "/parts")

print("pkg" in sys.modules, "sys" in sys.modules, "__main__" in sys.modules)
import pkg
print(sys.modules["pkg"] is pkg, "pkg.numbers" in sys.modules)

sys.modules["made_up"] = 5
import made_up
print(made_up)
sys.modules["forbidden"] = None
try:
    import forbidden
except ImportError as error:
    print(type(error).__name__, error, error.name)

old = pkg.numbers
del sys.modules["pkg.numbers"]
import pkg.numbers
print(pkg.numbers is old, sys.modules["pkg.numbers"] is pkg.numbers)

import importlib

module = importlib.import_module("pkg.sub.leaf")
print(module.doubled, importlib.import_module(".leaf", "pkg.sub") is module, importlib.import_module("..numbers", "pkg.sub") is pkg.numbers)
module.doubled = 0
module.extra = "stays"
print(importlib.reload(module) is module, module.doubled, module.extra)
for call in (lambda: importlib.import_module("absent"), lambda: importlib.import_module(".x"), lambda: importlib.import_module("....x", "pkg.sub"), lambda: importlib.reload(5), lambda: importlib.import_module("")):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)

print(__import__("pkg.sub.leaf").__name__, __import__("pkg.sub.leaf", fromlist=["doubled"]).__name__)
print(__import__("numbers", {"__package__": "pkg"}, None, ["value"], 1).value)
for call in (lambda: __import__(""), lambda: __import__(3), lambda: __import__("x", level=-1), lambda: __import__("x", {"__package__": ""}, level=1), lambda: __import__("absent.x")):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)

for name in list(sys.modules):
    if name.startswith("pkg"):
        del sys.modules[name]
import pkg as fresh
print(fresh is pkg, fresh.numbers.value)
