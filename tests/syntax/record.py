"""Says what CPython makes of scripts, in the text form of taipan's syntax tree.

    python3 record.py ok FILE        the tree
    python3 record.py places FILE    the tree with the place of every node
    python3 record.py err FILE       the error: class, message, place
"""
import ast
import struct
import sys

PLACES = False
OPERATORS = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.MatMult: "@", ast.Div: "/", ast.Mod: "%", ast.Pow: "**",
    ast.LShift: "<<", ast.RShift: ">>", ast.BitOr: "|", ast.BitXor: "^", ast.BitAnd: "&", ast.FloorDiv: "//",
    ast.Invert: "~", ast.Not: "not", ast.UAdd: "+", ast.USub: "-",
    ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=",
    ast.Is: "is", ast.IsNot: "is-not", ast.In: "in", ast.NotIn: "not-in",
}


def op(node):
    return OPERATORS[type(node)]


def quoted(text):
    out = []
    for c in text:
        if c in '"\\':
            out.append("\\" + c)
        elif " " <= c <= "~":
            out.append(c)
        else:
            out.append("\\u{%x}" % ord(c))
    return '"' + "".join(out) + '"'


def constant(value):
    if isinstance(value, bool) or value is None:
        return str(value)
    if value is ...:
        return "..."
    if isinstance(value, int):
        return str(value) if value < 2**63 else hex(value)
    if isinstance(value, float):
        return "f" + struct.pack(">d", value).hex()
    if isinstance(value, complex):
        return "j" + struct.pack(">d", value.imag).hex()
    if isinstance(value, bytes):
        return "b" + value.hex()
    return quoted(value)


def head(kind, node, start=None):
    if not PLACES:
        return kind
    line, column = start or (node.lineno, node.col_offset)
    return f"{kind}@{line}:{column}-{node.end_lineno}:{node.end_col_offset}"


def listed(items, each=None):
    return "[" + " ".join((each or expr)(item) for item in items) + "]"


def optional(node):
    return "-" if node is None else expr(node)


def alias(node):
    return f"({head('alias', node)} {node.name} {node.asname or '-'})"


def keyword(node):
    return f"({head('keyword', node)} {node.arg or '-'} {expr(node.value)})"


def arguments(a):
    def parameter(arg, default=None):
        return f"({arg.arg} {optional(arg.annotation)} {optional(default)})"
    both = a.posonlyargs + a.args
    defaults = [None] * (len(both) - len(a.defaults)) + a.defaults
    items = [parameter(*pair) for pair in zip(both, defaults)]
    n = len(a.posonlyargs)
    parts = [items[:n], items[n:], [parameter(a.vararg)] if a.vararg else [],
             [parameter(*pair) for pair in zip(a.kwonlyargs, a.kw_defaults)],
             [parameter(a.kwarg)] if a.kwarg else []]
    return "(arguments " + " ".join("[" + " ".join(part) + "]" for part in parts) + ")"


def generators(items):
    def one(g):
        return f"({'async' if g.is_async else 'for'} {expr(g.target)} {expr(g.iter)} {listed(g.ifs)})"
    return listed(items, one)


def fstring(node):
    out = []
    text = ""
    for part in node.values:
        if isinstance(part, ast.Constant):
            text += part.value
            continue
        if text:
            out.append(quoted(text))
            text = ""
        conversion = "-" if part.conversion == -1 else chr(part.conversion)
        spec = ""
        if part.format_spec is not None:
            spec = " :" + "".join(" " + each for each in fstring(part.format_spec))
        out.append(f"({conversion} {expr(part.value)}{spec})")
    if text:
        out.append(quoted(text))
    return out


def expr(node):
    global PLACES
    kind = type(node).__name__
    if isinstance(node, ast.BoolOp):
        return f"({head(type(node.op).__name__, node)} {listed(node.values)})"
    start = f"({head(kind, node)}"
    if isinstance(node, ast.JoinedStr):
        places, PLACES = PLACES, False
        parts = fstring(node)
        PLACES = places
        return start + "".join(" " + part for part in parts) + ")"
    match node:
        case ast.NamedExpr(): parts = [expr(node.target), expr(node.value)]
        case ast.BinOp(): parts = [op(node.op), expr(node.left), expr(node.right)]
        case ast.UnaryOp(): parts = [op(node.op), expr(node.operand)]
        case ast.Lambda(): parts = [arguments(node.args), expr(node.body)]
        case ast.IfExp(): parts = [expr(node.test), expr(node.body), expr(node.orelse)]
        case ast.Dict():
            parts = [part for k, v in zip(node.keys, node.values) for part in (optional(k), expr(v))]
        case ast.Set() | ast.List() | ast.Tuple(): parts = [listed(node.elts)]
        case ast.ListComp() | ast.SetComp() | ast.GeneratorExp():
            parts = [expr(node.elt), generators(node.generators)]
        case ast.DictComp(): parts = [expr(node.key), expr(node.value), generators(node.generators)]
        case ast.Await() | ast.YieldFrom() | ast.Starred(): parts = [expr(node.value)]
        case ast.Yield(): parts = [optional(node.value)]
        case ast.Compare():
            parts = [expr(node.left)]
            parts += [part for o, r in zip(node.ops, node.comparators) for part in (op(o), expr(r))]
        case ast.Call(): parts = [expr(node.func), listed(node.args), listed(node.keywords, keyword)]
        case ast.Constant(): parts = [constant(node.value)]
        case ast.Attribute(): parts = [expr(node.value), node.attr]
        case ast.Subscript(): parts = [expr(node.value), expr(node.slice)]
        case ast.Name(): parts = [node.id]
        case ast.Slice(): parts = [optional(node.lower), optional(node.upper), optional(node.step)]
    return start + "".join(" " + part for part in parts) + ")"


def pattern(node):
    match node:
        case ast.MatchValue(): parts = [expr(node.value)]
        case ast.MatchSingleton(): parts = [constant(node.value)]
        case ast.MatchSequence() | ast.MatchOr(): parts = [listed(node.patterns, pattern)]
        case ast.MatchMapping():
            parts = [part for k, p in zip(node.keys, node.patterns) for part in (expr(k), pattern(p))]
            parts.append(node.rest or "-")
        case ast.MatchClass():
            named = [f"{k} {pattern(p)}" for k, p in zip(node.kwd_attrs, node.kwd_patterns)]
            parts = [expr(node.cls), listed(node.patterns, pattern), "[" + " ".join(named) + "]"]
        case ast.MatchStar(): parts = [node.name or "-"]
        case ast.MatchAs(): parts = ["-" if node.pattern is None else pattern(node.pattern), node.name or "-"]
    return f"({head(type(node).__name__, node)}" + "".join(" " + part for part in parts) + ")"


def body(level, title, stmts):
    if not stmts:
        return ""
    pad = "  " * level
    return f"\n{pad}{title}\n" + "\n".join(stmt(each, level + 1) for each in stmts)


def if_chain(node, level):
    pad = "  " * level
    out = f"({head('If', node)}"
    while True:
        # CPython's nested `if` of an `elif` has its own place; a branch ends with its body.
        last = node.body[-1]
        end = f"-{last.end_lineno}:{last.end_col_offset}"
        place = f"@{node.lineno}:{node.col_offset}{end}" if PLACES else ""
        out += f"\n{pad}(Branch{place} {expr(node.test)}{body(level, 'body', node.body)})"
        if len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If) and is_elif(node.orelse[0]):
            node = node.orelse[0]
            continue
        return out + body(level, "else", node.orelse)


def is_elif(node):
    return LINES[node.lineno - 1].encode()[node.col_offset:].startswith(b"elif")


def stmt(node, level=0):
    kind = type(node).__name__
    out = f"({head(kind, node)}"
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            out += f" {node.name} {arguments(node.args)} {listed(node.decorator_list)} {optional(node.returns)}"
            out += body(level, "body", node.body)
        case ast.ClassDef():
            out += f" {node.name} {listed(node.bases)} {listed(node.keywords, keyword)}"
            out += f" {listed(node.decorator_list)}" + body(level, "body", node.body)
        case ast.Return(): out += " " + optional(node.value)
        case ast.Delete(): out += " " + listed(node.targets)
        case ast.Assign(): out += f" {listed(node.targets)} {expr(node.value)}"
        case ast.AugAssign(): out += f" {op(node.op)} {expr(node.target)} {expr(node.value)}"
        case ast.AnnAssign():
            out += f" {node.simple} {expr(node.target)} {expr(node.annotation)} {optional(node.value)}"
        case ast.For() | ast.AsyncFor():
            out += f" {expr(node.target)} {expr(node.iter)}"
            out += body(level, "body", node.body) + body(level, "else", node.orelse)
        case ast.While():
            out += f" {expr(node.test)}" + body(level, "body", node.body) + body(level, "else", node.orelse)
        case ast.If(): out = if_chain(node, level)
        case ast.With() | ast.AsyncWith():
            for item in node.items:
                out += f" {expr(item.context_expr)} {optional(item.optional_vars)}"
            out += body(level, "body", node.body)
        case ast.Match():
            out += " " + expr(node.subject)
            for case in node.cases:
                out += f"\n{'  ' * level}(case {pattern(case.pattern)} {optional(case.guard)}"
                out += body(level, "body", case.body) + ")"
        case ast.Raise(): out += f" {optional(node.exc)} {optional(node.cause)}"
        case ast.Try() | ast.TryStar():
            out += body(level, "body", node.body)
            for h in node.handlers:
                out += f"\n{'  ' * level}({head('ExceptHandler', h)} {optional(h.type)} {h.name or '-'}"
                out += body(level, "body", h.body) + ")"
            out += body(level, "else", node.orelse) + body(level, "finally", node.finalbody)
        case ast.Assert(): out += f" {expr(node.test)} {optional(node.msg)}"
        case ast.Import(): out += " " + listed(node.names, alias)
        case ast.ImportFrom(): out += f" {node.level} {node.module or '-'} {listed(node.names, alias)}"
        case ast.Global() | ast.Nonlocal(): out += " [" + " ".join(node.names) + "]"
        case ast.Expr(): out += " " + expr(node.value)
    return "  " * level + out + ")"


def tree(path):
    global LINES
    data = open(path, "rb").read()
    LINES = ast._splitlines_no_ff(data.decode("utf-8-sig").replace("\r\n", "\n"))
    return "".join(stmt(each) + "\n" for each in ast.parse(data).body)


def error(path):
    data = open(path, "rb").read()
    try:
        compile(data, "script", "exec")
    except (SyntaxError, RecursionError) as e:
        if isinstance(e, RecursionError):
            return f"{type(e).__name__}: {e}\n"
        place = f"{e.lineno}:{e.offset}-{e.end_lineno}:{e.end_offset}"
        return f"{place} {type(e).__name__}: {e.msg}\n"
    except ValueError as e:
        return f"{type(e).__name__}: {e}\n"
    return "accepted\n"


def main():
    global PLACES
    *mode, path = sys.argv[1:]
    mode = mode[0] if mode else "places"
    sys.setrecursionlimit(10000)
    PLACES = mode == "places"
    sys.stdout.write(error(path) if mode == "err" else tree(path))


if __name__ == "__main__":
    main()
