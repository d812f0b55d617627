"""Trees as programs: what `ast.unparse` writes, with as few parentheses as the tree needs."""

from ast import (
    AsyncFor, AsyncFunctionDef, AsyncWith, ClassDef, Constant, Expr, FunctionDef, If, JoinedStr, Module, Name, Tuple,
)

# How tightly an expression binds; where more is wanted than it has, it stands in parentheses.
(_NAMED, _TUPLE, _YIELD, _TEST, _OR, _AND, _NOT, _COMPARED, _BITOR, _BITXOR, _BITAND, _SHIFT, _SUM, _TERM, _FACTOR, _POWER,
 _AWAIT, _ATOM) = range(18)

_BINARY = {
    "Add": ("+", _SUM), "Sub": ("-", _SUM), "Mult": ("*", _TERM), "MatMult": ("@", _TERM), "Div": ("/", _TERM),
    "Mod": ("%", _TERM), "LShift": ("<<", _SHIFT), "RShift": (">>", _SHIFT), "BitOr": ("|", _BITOR),
    "BitXor": ("^", _BITXOR), "BitAnd": ("&", _BITAND), "FloorDiv": ("//", _TERM), "Pow": ("**", _POWER),
}
_UNARY = {"Invert": ("~", _FACTOR), "Not": ("not ", _NOT), "UAdd": ("+", _FACTOR), "USub": ("-", _FACTOR)}
_COMPARISON = {
    "Eq": "==", "NotEq": "!=", "Lt": "<", "LtE": "<=", "Gt": ">", "GtE": ">=", "Is": "is", "IsNot": "is not", "In": "in",
    "NotIn": "not in",
}
_LONG = ('"""', "'''")
_QUOTES = ("'", '"', *_LONG)


def _kind(node):
    return type(node).__name__


def _quoted(text, quotes=_QUOTES, escape_space=False):
    """A text with as few escapes as possible, and the quotes that it may stand in, best first."""

    def shown(char):
        if not escape_space and char in "\n\t":
            return char
        return char.encode("unicode_escape").decode("ascii") if char == "\\" or not char.isprintable() else char

    out = "".join(map(shown, text))
    possible = [quote for quote in quotes if quote not in out and ("\n" not in out or quote in _LONG)]
    if not possible:
        text = repr(text)
        return text[1:-1], [next((quote for quote in quotes if text[0] in quote), text[0])]
    if out:
        # A quote must not touch the same character at the end of the text.
        possible.sort(key=lambda quote: quote[0] == out[-1])
        if possible[0][0] == out[-1]:
            out = out[:-1] + "\\" + out[-1]
    return out, possible


class Writer:
    """Writes nodes."""

    def __init__(self, plain_text=False):
        # Inside f-strings there are no backslashes.
        self.plain_text = plain_text
        self.out = []
        self.depth = 0

    def text(self, node):
        """The text of a node of any kind."""
        name = _kind(node)
        if name in ("Module", "Interactive"):
            self.body(node)
        elif name == "Expression":
            return self.expr(node.body)
        elif name == "FunctionType":
            return f"({', '.join(map(self.expr, node.argtypes))}) -> {self.expr(node.returns)}"
        elif hasattr(self, "stmt_" + name):
            self.stmt(node)
        else:
            return self.expr(node)
        return "".join(self.out)

    # Statements

    def line(self, text=""):
        if self.out:
            self.out.append("\n")
        self.out.append("    " * self.depth + text)

    def body(self, node):
        """The statements of what may be documented."""
        statements = node.body
        if isinstance(node, (Module, FunctionDef, AsyncFunctionDef, ClassDef)) and statements:
            first = statements[0]
            if isinstance(first, Expr) and isinstance(first.value, Constant) and isinstance(first.value.value, str):
                text, quotes = _quoted(first.value.value, _LONG)
                self.line(f"{'u' if first.value.kind == 'u' else ''}{quotes[0]}{text}{quotes[0]}")
                statements = statements[1:]
        for statement in statements:
            self.stmt(statement)

    def block(self, head, statements):
        self.line(head + ":")
        self.inside(statements)

    def inside(self, statements):
        self.depth += 1
        for statement in statements:
            self.stmt(statement)
        self.depth -= 1

    def otherwise(self, statements):
        if statements:
            self.block("else", statements)

    def stmt(self, node):
        getattr(self, "stmt_" + _kind(node))(node)

    def stmt_Expr(self, node):
        self.line(self.expr(node.value, _YIELD))

    def stmt_Pass(self, node):
        self.line("pass")

    def stmt_Break(self, node):
        self.line("break")

    def stmt_Continue(self, node):
        self.line("continue")

    def stmt_Return(self, node):
        self.line("return" + (f" {self.expr(node.value)}" if node.value else ""))

    def stmt_Delete(self, node):
        self.line("del " + self.row(node.targets))

    def stmt_Assign(self, node):
        targets = "".join(f"{self.target(target)} = " for target in node.targets)
        self.line(targets + self.expr(node.value) + self.comment(node))

    def comment(self, node):
        found = getattr(node, "type_comment", None)
        return f" # type: {found}" if found else ""

    def stmt_AugAssign(self, node):
        self.line(f"{self.expr(node.target)} {_BINARY[_kind(node.op)][0]}= {self.expr(node.value)}")

    def stmt_AnnAssign(self, node):
        target = self.expr(node.target)
        if not node.simple and isinstance(node.target, Name):
            target = f"({target})"
        self.line(f"{target}: {self.expr(node.annotation)}" + (f" = {self.expr(node.value)}" if node.value else ""))

    def stmt_Assert(self, node):
        self.line("assert " + self.expr(node.test) + (f", {self.expr(node.msg)}" if node.msg else ""))

    def stmt_Global(self, node):
        self.line("global " + ", ".join(node.names))

    def stmt_Nonlocal(self, node):
        self.line("nonlocal " + ", ".join(node.names))

    def alias(self, node):
        return node.name + (f" as {node.asname}" if node.asname else "")

    def stmt_Import(self, node):
        self.line("import " + ", ".join(map(self.alias, node.names)))

    def stmt_ImportFrom(self, node):
        names = ", ".join(map(self.alias, node.names))
        self.line(f"from {'.' * (node.level or 0)}{node.module or ''} import {names}")

    def stmt_Raise(self, node):
        exc = f" {self.expr(node.exc)}" if node.exc else ""
        self.line("raise" + exc + (f" from {self.expr(node.cause)}" if node.cause else ""))

    def stmt_Try(self, node, star=""):
        self.block("try", node.body)
        for handler in node.handlers:
            kind = f" {self.expr(handler.type)}" if handler.type else ""
            self.block(f"except{star}{kind}" + (f" as {handler.name}" if handler.name else ""), handler.body)
        self.otherwise(node.orelse)
        if node.finalbody:
            self.block("finally", node.finalbody)

    def stmt_TryStar(self, node):
        self.stmt_Try(node, "*")

    def decorators(self, node):
        if self.out:
            self.out.append("\n")
        for decorator in node.decorator_list:
            self.line("@" + self.expr(decorator))

    def stmt_ClassDef(self, node):
        self.decorators(node)
        given = [self.expr(base) for base in node.bases] + list(map(self.keyword, node.keywords))
        self.line(f"class {node.name}" + (f"({', '.join(given)})" if given else "") + ":")
        self.depth += 1
        self.body(node)
        self.depth -= 1

    def stmt_FunctionDef(self, node):
        self.decorators(node)
        marked = "async " if isinstance(node, AsyncFunctionDef) else ""
        returns = f" -> {self.expr(node.returns)}" if node.returns else ""
        self.line(f"{marked}def {node.name}({self.arguments(node.args)}){returns}:{self.comment(node)}")
        self.depth += 1
        self.body(node)
        self.depth -= 1

    stmt_AsyncFunctionDef = stmt_FunctionDef

    def stmt_For(self, node):
        marked = "async " if isinstance(node, AsyncFor) else ""
        self.line(f"{marked}for {self.target(node.target)} in {self.expr(node.iter)}:{self.comment(node)}")
        self.inside(node.body)
        self.otherwise(node.orelse)

    stmt_AsyncFor = stmt_For

    def stmt_While(self, node):
        self.block("while " + self.expr(node.test), node.body)
        self.otherwise(node.orelse)

    def stmt_If(self, node):
        self.block("if " + self.expr(node.test), node.body)
        while len(node.orelse) == 1 and isinstance(node.orelse[0], If):
            node = node.orelse[0]
            self.block("elif " + self.expr(node.test), node.body)
        self.otherwise(node.orelse)

    def stmt_With(self, node):
        marked = "async " if isinstance(node, AsyncWith) else ""
        self.line(f"{marked}with {', '.join(map(self.withitem, node.items))}:{self.comment(node)}")
        self.inside(node.body)

    stmt_AsyncWith = stmt_With

    def withitem(self, node):
        return self.expr(node.context_expr) + (f" as {self.expr(node.optional_vars)}" if node.optional_vars else "")

    def stmt_Match(self, node):
        self.line(f"match {self.expr(node.subject)}:")
        self.depth += 1
        for case in node.cases:
            guard = f" if {self.expr(case.guard)}" if case.guard else ""
            self.block(f"case {self.pattern(case.pattern)}{guard}", case.body)
        self.depth -= 1

    # Patterns

    def pattern(self, node, level=_TEST):
        name = _kind(node)
        if name == "MatchValue":
            return self.expr(node.value)
        if name == "MatchSingleton":
            return repr(node.value)
        if name == "MatchSequence":
            return f"[{', '.join(map(self.pattern, node.patterns))}]"
        if name == "MatchStar":
            return f"*{node.name or '_'}"
        if name == "MatchMapping":
            pairs = [f"{self.expr(key)}: {self.pattern(each)}" for key, each in zip(node.keys, node.patterns)]
            return "{" + ", ".join(pairs + ([f"**{node.rest}"] if node.rest else [])) + "}"
        if name == "MatchClass":
            named = [f"{key}={self.pattern(each)}" for key, each in zip(node.kwd_attrs, node.kwd_patterns)]
            return f"{self.expr(node.cls, _ATOM)}({', '.join([*map(self.pattern, node.patterns), *named])})"
        if name == "MatchOr":
            return self.within(level, _BITOR, " | ".join(self.pattern(each, _BITOR + 1) for each in node.patterns))
        if node.name is None:
            return "_"
        if node.pattern is None:
            return node.name
        return self.within(level, _TEST, f"{self.pattern(node.pattern, _BITOR)} as {node.name}")

    # Expressions

    def within(self, level, own, text):
        return f"({text})" if level > own else text

    def row(self, nodes):
        return ", ".join(map(self.expr, nodes))

    def target(self, node):
        return self.expr(node, _TUPLE)

    def expr(self, node, level=_TEST):
        method = getattr(self, "expr_" + _kind(node), None)
        return getattr(self, _kind(node))(node) if method is None else method(node, level)

    def expr_Name(self, node, level):
        return node.id

    def expr_Constant(self, node, level):
        value = node.value
        if value is ...:
            return "..."
        mark = "u" if getattr(node, "kind", None) == "u" else ""
        if isinstance(value, (float, complex)):
            return repr(value).replace("inf", "1e309").replace("nan", "(1e309-1e309)")
        if self.plain_text and isinstance(value, str):
            text, quotes = _quoted(value)
            return f"{mark}{quotes[0]}{text}{quotes[0]}"
        return mark + repr(value)

    def expr_NamedExpr(self, node, level):
        return self.within(level, _NAMED, f"{self.expr(node.target, _ATOM)} := {self.expr(node.value, _ATOM)}")

    def expr_Await(self, node, level):
        return self.within(level, _AWAIT, "await" + (f" {self.expr(node.value, _ATOM)}" if node.value else ""))

    def expr_Yield(self, node, level):
        return self.within(level, _YIELD, "yield" + (f" {self.expr(node.value, _ATOM)}" if node.value else ""))

    def expr_YieldFrom(self, node, level):
        return self.within(level, _YIELD, f"yield from {self.expr(node.value, _ATOM)}")

    def expr_BoolOp(self, node, level):
        word, own = (" and ", _AND) if _kind(node.op) == "And" else (" or ", _OR)
        # Each operand binds more tightly than the one in front of it.
        parts = [self.expr(value, own + 1 + place) for place, value in enumerate(node.values)]
        return self.within(level, own, word.join(parts))

    def expr_BinOp(self, node, level):
        sign, own = _BINARY[_kind(node.op)]
        left, right = (own + 1, own) if sign == "**" else (own, own + 1)
        return self.within(level, own, f"{self.expr(node.left, left)} {sign} {self.expr(node.right, right)}")

    def expr_UnaryOp(self, node, level):
        sign, own = _UNARY[_kind(node.op)]
        return self.within(level, own, sign + self.expr(node.operand, own))

    def expr_Compare(self, node, level):
        parts = [self.expr(node.left, _COMPARED + 1)]
        for op, right in zip(node.ops, node.comparators):
            parts.append(f"{_COMPARISON[_kind(op)]} {self.expr(right, _COMPARED + 1)}")
        return self.within(level, _COMPARED, " ".join(parts))

    def expr_Lambda(self, node, level):
        given = self.arguments(node.args)
        return self.within(level, _TEST, f"lambda{' ' if given else ''}{given}: {self.expr(node.body)}")

    def expr_IfExp(self, node, level):
        body, test = self.expr(node.body, _TEST + 1), self.expr(node.test, _TEST + 1)
        return self.within(level, _TEST, f"{body} if {test} else {self.expr(node.orelse)}")

    def expr_List(self, node, level):
        return f"[{self.row(node.elts)}]"

    def expr_Tuple(self, node, level):
        return self.within(level, _TUPLE, self.items(node.elts)) if node.elts else "()"

    def items(self, nodes):
        return self.row(nodes) + ("," if len(nodes) == 1 else "")

    def expr_Set(self, node, level):
        return "{" + (self.row(node.elts) or "*()") + "}"

    def expr_Dict(self, node, level):
        pairs = [
            f"**{self.expr(value, _BITOR)}" if key is None else f"{self.expr(key)}: {self.expr(value)}"
            for key, value in zip(node.keys, node.values)
        ]
        return "{" + ", ".join(pairs) + "}"

    def comprehension(self, node):
        ifs = "".join(f" if {self.expr(each, _TEST + 1)}" for each in node.ifs)
        marked = " async for " if node.is_async else " for "
        return f"{marked}{self.target(node.target)} in {self.expr(node.iter, _TEST + 1)}{ifs}"

    def generators(self, node):
        return "".join(map(self.comprehension, node.generators))

    def expr_ListComp(self, node, level):
        return f"[{self.expr(node.elt)}{self.generators(node)}]"

    def expr_SetComp(self, node, level):
        return "{" + self.expr(node.elt) + self.generators(node) + "}"

    def expr_DictComp(self, node, level):
        return "{" + f"{self.expr(node.key)}: {self.expr(node.value)}{self.generators(node)}" + "}"

    def expr_GeneratorExp(self, node, level):
        return f"({self.expr(node.elt)}{self.generators(node)})"

    def expr_Call(self, node, level):
        given = [*map(self.expr, node.args), *map(self.keyword, node.keywords)]
        return f"{self.expr(node.func, _ATOM)}({', '.join(given)})"

    def keyword(self, node):
        return f"**{self.expr(node.value)}" if node.arg is None else f"{node.arg}={self.expr(node.value)}"

    def expr_Attribute(self, node, level):
        value = self.expr(node.value, _ATOM)
        # After a number the point would be a part of it.
        is_number = isinstance(node.value, Constant) and isinstance(node.value.value, int)
        return f"{value}{' ' if is_number else ''}.{node.attr}"

    def expr_Subscript(self, node, level):
        index = node.slice
        inner = self.items(index.elts) if isinstance(index, Tuple) and index.elts else self.expr(index)
        return f"{self.expr(node.value, _ATOM)}[{inner}]"

    def expr_Slice(self, node, level):
        lower, upper = (self.expr(part) if part else "" for part in (node.lower, node.upper))
        return f"{lower}:{upper}" + (f":{self.expr(node.step)}" if node.step else "")

    def expr_Starred(self, node, level):
        return "*" + self.expr(node.value, _BITOR)

    def expr_JoinedStr(self, node, level):
        pieces, quotes = [], _QUOTES
        for piece in node.values:
            piece, quotes = _quoted(self.piece(piece), quotes, isinstance(piece, Constant) and not self.plain_text)
            pieces.append(piece)
        return f"f{quotes[0]}{''.join(pieces)}{quotes[0]}"

    def expr_FormattedValue(self, node, level):
        text, quotes = _quoted(self.piece(node))
        return f"f{quotes[0]}{text}{quotes[0]}"

    def piece(self, node):
        """A part of an f-string."""
        if isinstance(node, Constant):
            return node.value.replace("{", "{{").replace("}", "}}")
        if isinstance(node, JoinedStr):
            return "".join(map(self.piece, node.values))
        value = Writer(True).expr(node.value, _TEST + 1)
        if "\\" in value:
            raise ValueError("Unable to avoid backslash in f-string expression part")
        conversion = f"!{chr(node.conversion)}" if node.conversion != -1 else ""
        spec = f":{self.piece(node.format_spec)}" if node.format_spec else ""
        return "{" + (" " if value.startswith("{") else "") + value + conversion + spec + "}"

    def arg(self, node):
        return node.arg + (f": {self.expr(node.annotation)}" if node.annotation else "")

    def arguments(self, node):
        """The parameters of a function."""
        parts, plain = [], [*node.posonlyargs, *node.args]
        defaults = [None] * (len(plain) - len(node.defaults)) + node.defaults
        for place, (each, default) in enumerate(zip(plain, defaults), 1):
            parts.append(self.arg(each) + (f"={self.expr(default)}" if default else ""))
            if place == len(node.posonlyargs):
                parts.append("/")
        if node.vararg or node.kwonlyargs:
            parts.append("*" + (self.arg(node.vararg) if node.vararg else ""))
        for each, default in zip(node.kwonlyargs, node.kw_defaults):
            parts.append(self.arg(each) + (f"={self.expr(default)}" if default else ""))
        if node.kwarg:
            parts.append("**" + self.arg(node.kwarg))
        return ", ".join(parts)
