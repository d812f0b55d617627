# Trees of programs: made, looked at, changed, written and run.
import ast


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


source = '''
"""Documented."""
import os.path as p, sys
from . import a as b

@decorated(1)
class Shape(Base, metaclass=Meta):
    sides: int = 4
    (x): str

    async def area(self, a, /, b: int = 2, *rest, c, d=3, **named) -> float:
        """Of it."""
        async with self.lock as (l, m), other:
            w = await self.side ** 2 - -b // 3 % 2 @ c << 1 | ~d & 1 ^ 2
        async for i, j in rest[1:2, ::-1]:
            yield i or j and not (a if b else c)

def f(n):
    global g
    try:
        x, *y = z = [n for n in range(10) if n % 2 if n], {k: v for k, v in {}.items()}, {1, 2}, {**a, 'b': b"c"}
        del x[0], y.attr
        assert x < y <= 3 is not None, f"{x!r:>{width}} {{}} {y=}"
        raise ValueError(...) from None
    except (A, B) as e:
        pass
    except:
        while (q := n - 1) > 0:
            break
        else:
            continue_ = lambda *a, k=1: (yield)
    else:
        nonlocal_ = 1.5e300 + 2j
    finally:
        x += u'old' 'joined'
    if n: return
    elif not n: print(*a, sep='', **k)
    else: (i for i in [])

match command:
    case [1, -2, *rest] if rest: pass
    case {'a': None, **more} | {'b': more}: pass
    case Point(0, y=[_, 'b' | b'c' as c]): pass
    case (A.B) | 3: pass
    case _: pass
'''
tree = ast.parse(source)
print(ast.dump(tree))
print(ast.dump(ast.parse("x = a.b[1] + f(2, *c)"), indent=2))
print(ast.dump(ast.parse("x; y"), include_attributes=True))
print(ast.unparse(tree))
print(ast.dump(ast.parse(ast.unparse(tree))) == ast.dump(tree))
print([type(node).__name__ for node in ast.walk(ast.parse("a + b * c"))])
print(ast.get_docstring(tree), ast.get_docstring(tree.body[3]), ast.get_docstring(tree.body[3].body[2]))
print(ast.get_source_segment(source, tree.body[3].body[0]), ast.get_source_segment("a = b +  1", ast.parse("a = b +  1").body[0].value))


class Names(ast.NodeVisitor):
    def __init__(self):
        self.found = []

    def visit_Name(self, node):
        self.found.append((node.id, type(node.ctx).__name__))
        self.generic_visit(node)


names = Names()
names.visit(ast.parse("a, b = c[d] = e(f=g); del h; i += j"))
print(names.found)


class Doubled(ast.NodeTransformer):
    def visit_Constant(self, node):
        return ast.copy_location(ast.Constant(node.value * 2), node) if isinstance(node.value, int) else node

    def visit_Pass(self, node):
        return None


changed = ast.fix_missing_locations(Doubled().visit(ast.parse("pass\nx = 3 + 4\ny = [1, 'a']")))
names = {}
exec(compile(changed, "<tree>", "exec"), names)
print(names["x"], names["y"], ast.unparse(changed))
print(eval(compile(ast.parse("1 + 2 * 3", mode="eval"), "<tree>", "eval")), eval(compile(ast.fix_missing_locations(ast.Expression(ast.BinOp(ast.Constant(6), ast.Mult(), ast.Constant(7)))), "", "eval")))
operators = {ast.Add: lambda a, b: a + b, ast.Sub: lambda a, b: a - b, ast.Mult: lambda a, b: a * b, ast.Pow: lambda a, b: a ** b}


def calculated(node):
    match node:
        case ast.Expression(body):
            return calculated(body)
        case ast.Constant(value):
            return value
        case ast.BinOp(left, op, right):
            return operators[type(op)](calculated(left), calculated(right))
        case ast.UnaryOp(ast.USub(), operand):
            return -calculated(operand)
        case _:
            raise TypeError(type(node).__name__)


for text in ("2 + 3 * 4 ** 2", "-(5 - 7) * 1.5", "f(1)"):
    attempt(lambda: calculated(ast.parse(text, mode="eval")))
node = ast.Name("x", ast.Load())
print(node._fields, node._attributes, node.id, ast.Name.__match_args__, isinstance(node, ast.expr), ast.Return.value, ast.BinOp._fields)
attempt(lambda: ast.Name("a", "b", "c"))
attempt(lambda: ast.Name("a", id="b"))
attempt(lambda: ast.dump(3))
attempt(lambda: ast.parse("a b"))
attempt(lambda: ast.parse("x = 1", mode="eval"))
attempt(lambda: ast.parse("1", mode="none"))
for text in ("[1, (2.5, 'a'), {'k': -3j + 1}]", "set()", "-5", "1 + 2j", "None", "a", "1 + 1", "[1", "f()", "{**a}", "'a' 'b'", "...", "(1,)"):
    try:
        print(repr(ast.literal_eval(text)))
    except ValueError as error:
        print(str(error).split(": ")[0])
    except SyntaxError as error:
        print("SyntaxError", error.msg)
print(ast.literal_eval(ast.parse("[1, 2]", mode="eval")), ast.literal_eval(ast.Constant(3)))
print([(field, type(value).__name__) for field, value in ast.iter_fields(ast.parse("a = 1").body[0])])
moved = ast.increment_lineno(ast.parse("a\nb"), 5)
print(moved.body[1].lineno, moved.body[1].end_lineno, isinstance(ast.Constant(1), ast.Num), isinstance(ast.Constant("a"), ast.Str))
