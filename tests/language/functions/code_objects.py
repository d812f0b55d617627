import types


def outer(a, b=2, /, *args, c, d=4, **names):
    """Its documentation."""
    kept = a

    def inner(x):
        return x + kept

    return inner


code = outer.__code__
print(code.co_name, code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_cellvars, code.co_freevars)
inner = outer(1, c=2)
print(inner.__code__.co_freevars, [cell.cell_contents for cell in inner.__closure__])
print(type(code) is types.CodeType, type(compile("1", "text", "eval")) is types.CodeType)
module = compile("x = 1", "text", "exec")
print(module.co_name, module.co_filename, module.co_argcount, module.co_varnames)

again = types.FunctionType(inner.__code__, globals(), "again", (10,), inner.__closure__)
print(again.__name__, again(), again(5), again.__defaults__)
for arguments in ((1, {}), (code, 1), (inner.__code__, globals())):
    try:
        types.FunctionType(*arguments)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

outer.first = 1
attributes = outer.__dict__
outer.second = 2
attributes["third"] = 3
print(sorted(outer.__dict__.items()), outer.third, attributes is outer.__dict__)
del outer.first
attributes.pop("second")
print(attributes, hasattr(outer, "second"))
outer.__dict__.update({"fourth": 4})
outer.__name__ = "renamed"
print(outer.fourth, outer.__dict__, outer.__name__, "fourth" in dir(outer))
names = {}
exec("def made(a): pass", names)
try:
    names["made"](**{"a": 1}, a=2)
except TypeError as error:
    print(error)
inner.__closure__[0].cell_contents = 100
print(inner(1), types.CellType(3).cell_contents)
try:
    types.CellType().cell_contents
except ValueError as error:
    print(error)
