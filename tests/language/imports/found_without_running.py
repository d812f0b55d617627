# Modules that are found without running them, and files that are run as modules.
import importlib.machinery
import importlib.util
import os
import sys
import tempfile

print(importlib.util.find_spec("no_such_module"), importlib.util.find_spec("math").name)
print(importlib.util.find_spec("json.decoder").parent, importlib.util.find_spec("json") is not None)
try:
    importlib.util.find_spec("no_such_package.inside")
except ModuleNotFoundError as error:
    print(error)
try:
    importlib.util.find_spec("math.inside")
except ModuleNotFoundError as error:
    print(error, error.name)
try:
    importlib.util.find_spec("__main__")
except ValueError as error:
    print(error)
print(importlib.util.resolve_name(".b", "a"), importlib.util.resolve_name("..c", "a.b"))
for name, package in ((".b", None), ("...b", "a")):
    try:
        importlib.util.resolve_name(name, package)
    except ImportError as error:
        print(error)

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "plugin.py")
    with open(path, "w") as file:
        file.write("'''A plugin.'''\nimport math\nTAU = 2 * math.pi\n\ndef area(r):\n    return math.pi * r * r\n\ndef count():\n"
                   "    total = 0\n    for i in range(3000):\n        total += i\n    return total\n")
    spec = importlib.util.spec_from_file_location("a_plugin", path)
    print(spec.name, spec.origin == path, spec.parent == "", spec.has_location, spec.submodule_search_locations)
    module = importlib.util.module_from_spec(spec)
    print(hasattr(module, "area"), module.__name__, module.__spec__ is spec, module.__file__ == path, "a_plugin" in sys.modules)
    spec.loader.exec_module(module)
    print(module.TAU, module.area(2), module.count(), module.area.__module__, module.__doc__)
    print(spec.loader.get_filename("a_plugin") == path, spec.loader.is_package("a_plugin"))
    print(spec.loader.get_source("a_plugin").splitlines()[1])
    print(importlib.util.spec_from_file_location("text", os.path.join(folder, "text.txt")))

    package = os.path.join(folder, "box")
    os.mkdir(package)
    with open(os.path.join(package, "__init__.py"), "w") as file:
        file.write("print('box runs')\n")
    with open(os.path.join(package, "inner.py"), "w") as file:
        file.write("print('inner runs')\nVALUE = 7\n")
    sys.path.insert(0, folder)
    spec = importlib.util.find_spec("box")
    print(spec.submodule_search_locations == [package], spec.parent, "box" in sys.modules)
    spec = importlib.util.find_spec("box.inner")
    print(spec.parent, spec.origin == os.path.join(package, "inner.py"), sorted(name for name in sys.modules if "box" in name))
    inner = importlib.machinery.SourceFileLoader("inner_alone", spec.origin).load_module()
    print(inner.VALUE, inner is sys.modules["inner_alone"])
    print(importlib.util.find_spec("box.missing"))

print(importlib.machinery.ModuleSpec("m", None), importlib.machinery.ModuleSpec("p", None, is_package=True, origin="here"))
print(importlib.machinery.SOURCE_SUFFIXES)
