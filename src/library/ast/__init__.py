"""Syntax trees: what a program is made of, as objects that can be looked at, changed, compiled and written as text."""

from _ast import parse as _tree


class AST:
    """A node; its fields have the names in `_fields`, its place those in `_attributes`."""

    _fields = ()
    _attributes = ()
    __match_args__ = ()

    def __init__(self, *args, **kwargs):
        name = type(self).__name__
        if len(args) > len(self._fields):
            count = len(self._fields)
            raise TypeError(f"{name} constructor takes at most {count} positional argument{'' if count == 1 else 's'}")
        for field, value in zip(self._fields, args):
            setattr(self, field, value)
        for field, value in kwargs.items():
            if field in self._fields[:len(args)]:
                raise TypeError(f"{name} got multiple values for argument {field!r}")
            setattr(self, field, value)

    def __reduce_ex__(self, protocol):
        return type(self), (), self.__dict__

    def _unparsed(self):
        return unparse(self)


_PLACE = ("lineno", "col_offset", "end_lineno", "end_col_offset")

# Kinds of nodes, each with its nodes and their fields; those with a question mark may be missing, a star stands for a list.
_KINDS = {
    "mod": ("Module body* type_ignores*", "Interactive body*", "Expression body", "FunctionType argtypes* returns"),
    "stmt": (
        "FunctionDef name args body* decorator_list* returns? type_comment?",
        "AsyncFunctionDef name args body* decorator_list* returns? type_comment?",
        "ClassDef name bases* keywords* body* decorator_list*", "Return value?", "Delete targets*",
        "Assign targets* value type_comment?", "AugAssign target op value", "AnnAssign target annotation value? simple",
        "For target iter body* orelse* type_comment?", "AsyncFor target iter body* orelse* type_comment?",
        "While test body* orelse*", "If test body* orelse*", "With items* body* type_comment?",
        "AsyncWith items* body* type_comment?", "Match subject cases*", "Raise exc? cause?",
        "Try body* handlers* orelse* finalbody*", "TryStar body* handlers* orelse* finalbody*", "Assert test msg?",
        "Import names*", "ImportFrom module? names* level?", "Global names*", "Nonlocal names*", "Expr value", "Pass",
        "Break", "Continue",
    ),
    "expr": (
        "BoolOp op values*", "NamedExpr target value", "BinOp left op right", "UnaryOp op operand", "Lambda args body",
        "IfExp test body orelse", "Dict keys* values*", "Set elts*", "ListComp elt generators*",
        "SetComp elt generators*", "DictComp key value generators*", "GeneratorExp elt generators*", "Await value",
        "Yield value?", "YieldFrom value", "Compare left ops* comparators*", "Call func args* keywords*",
        "FormattedValue value conversion format_spec?", "JoinedStr values*", "Constant value kind?",
        "Attribute value attr ctx", "Subscript value slice ctx", "Starred value ctx", "Name id ctx", "List elts* ctx",
        "Tuple elts* ctx", "Slice lower? upper? step?",
    ),
    "expr_context": ("Load", "Store", "Del"),
    "boolop": ("And", "Or"),
    "operator": (
        "Add", "Sub", "Mult", "MatMult", "Div", "Mod", "Pow", "LShift", "RShift", "BitOr", "BitXor", "BitAnd", "FloorDiv",
    ),
    "unaryop": ("Invert", "Not", "UAdd", "USub"),
    "cmpop": ("Eq", "NotEq", "Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"),
    "comprehension": ("comprehension target iter ifs* is_async",),
    "excepthandler": ("ExceptHandler type? name? body*",),
    "arguments": ("arguments posonlyargs* args* vararg? kwonlyargs* kw_defaults* kwarg? defaults*",),
    "arg": ("arg arg annotation? type_comment?",),
    "keyword": ("keyword arg? value",),
    "alias": ("alias name asname?",),
    "withitem": ("withitem context_expr optional_vars?",),
    "match_case": ("match_case pattern guard? body*",),
    "pattern": (
        "MatchValue value", "MatchSingleton value", "MatchSequence patterns*", "MatchMapping keys* patterns* rest?",
        "MatchClass cls patterns* kwd_attrs* kwd_patterns*", "MatchStar name?", "MatchAs pattern? name?",
        "MatchOr patterns*",
    ),
    "type_ignore": ("TypeIgnore lineno tag",),
}
_PLACED = {"stmt", "expr", "excepthandler", "arg", "keyword", "alias", "pattern"}


def _made(name, base, fields, placed):
    names = tuple(field.rstrip("?*") for field in fields)
    body = {"_fields": names, "__match_args__": names, "__module__": "ast"}
    body.update((field[:-1], None) for field in fields if field.endswith("?"))
    if placed:
        body["_attributes"] = _PLACE
        body.update(end_lineno=None, end_col_offset=None)
    return type(name, (base,), body)


def _make_all(classes):
    for kind, rows in _KINDS.items():
        placed = kind in _PLACED
        base = AST
        if rows[0].split()[0] != kind:
            base = classes[kind] = _made(kind, AST, (), placed)
        for row in rows:
            name, *fields = row.split()
            classes[name] = _made(name, base, fields, placed)


_make_all(globals())

PyCF_ONLY_AST = 1024
PyCF_TYPE_COMMENTS = 4096
PyCF_ALLOW_TOP_LEVEL_AWAIT = 8192


class _Older(type):
    """Classes of older versions, which constants are instances of."""

    def __instancecheck__(cls, node):
        if not isinstance(node, Constant):
            return False
        return type(node.value) in cls._types if hasattr(node, "value") else False


def _constant(cls, *args, **kwargs):
    return Constant(*args, **kwargs)


class Num(Constant, metaclass=_Older):
    _fields = ("n",)
    _types = (int, float, complex)

    __new__ = _constant


class Str(Constant, metaclass=_Older):
    _fields = ("s",)
    _types = (str,)

    __new__ = _constant


class Bytes(Constant, metaclass=_Older):
    _fields = ("s",)
    _types = (bytes,)

    __new__ = _constant


class NameConstant(Constant, metaclass=_Older):
    _types = (type(None), bool)

    __new__ = _constant


class Ellipsis(Constant, metaclass=_Older):
    _fields = ()
    _types = (type(...),)

    def __new__(cls, *args, **kwargs):
        return Constant(..., *args, **kwargs)


def _value(self):
    return self.value


def _set_value(self, value):
    self.value = value


Constant.n = Constant.s = property(_value, _set_value)


def parse(source, filename="<unknown>", mode="exec", *, type_comments=False, feature_version=None):
    """The tree of a text."""
    if isinstance(source, AST):
        return source
    return _tree(source, filename, mode, globals())


def literal_eval(node_or_string):
    """The value of an expression that is a literal: numbers, text, bytes, tuples, lists, dicts, sets, True, False and None."""
    if isinstance(node_or_string, str):
        node_or_string = parse(node_or_string.lstrip(" \t"), mode="eval")
    if isinstance(node_or_string, Expression):
        node_or_string = node_or_string.body
    return _literal(node_or_string)


def _refuse(node):
    line = getattr(node, "lineno", None)
    raise ValueError(f"malformed node or string{f' on line {line}' if line else ''}: {node!r}")


def _number(node):
    if not isinstance(node, Constant) or type(node.value) not in (int, float, complex):
        _refuse(node)
    return node.value


def _signed(node):
    if isinstance(node, UnaryOp) and isinstance(node.op, (UAdd, USub)):
        number = _number(node.operand)
        return +number if isinstance(node.op, UAdd) else -number
    return _number(node)


def _literal(node):
    if isinstance(node, Constant):
        return node.value
    if isinstance(node, Tuple):
        return tuple(map(_literal, node.elts))
    if isinstance(node, List):
        return list(map(_literal, node.elts))
    if isinstance(node, Set):
        return set(map(_literal, node.elts))
    if isinstance(node, Call) and isinstance(node.func, Name) and node.func.id == "set" and node.args == node.keywords == []:
        return set()
    if isinstance(node, Dict):
        if len(node.keys) != len(node.values):
            _refuse(node)
        return dict(zip(map(_literal, node.keys), map(_literal, node.values)))
    if isinstance(node, BinOp) and isinstance(node.op, (Add, Sub)):
        left, right = _signed(node.left), _number(node.right)
        if isinstance(left, (int, float)) and isinstance(right, complex):
            return left + right if isinstance(node.op, Add) else left - right
    return _signed(node)


def iter_fields(node):
    """The names and values of the fields that a node has."""
    for field in node._fields:
        try:
            yield field, getattr(node, field)
        except AttributeError:
            pass


def iter_child_nodes(node):
    """The nodes right below a node."""
    for _, value in iter_fields(node):
        if isinstance(value, AST):
            yield value
        elif isinstance(value, list):
            for item in value:
                if isinstance(item, AST):
                    yield item


def walk(node):
    """A node and all nodes below it, level by level."""
    waiting = [node]
    for each in waiting:
        waiting.extend(iter_child_nodes(each))
        yield each


def dump(node, annotate_fields=True, include_attributes=False, *, indent=None):
    """A tree as text, for people to read."""
    if not isinstance(node, AST):
        raise TypeError(f"expected AST, got {node.__class__.__name__!r}")
    if indent is not None and not isinstance(indent, str):
        indent = " " * indent

    def shown(node, level):
        """The text of a value, and whether it is short."""
        if indent is not None:
            level += 1
            first, between = "\n" + indent * level, ",\n" + indent * level
        else:
            first, between = "", ", "
        if isinstance(node, AST):
            kind = type(node)
            parts, short, named = [], True, annotate_fields
            for name in node._fields:
                try:
                    value = getattr(node, name)
                except AttributeError:
                    named = True
                    continue
                if value is None and getattr(kind, name, ...) is None:
                    named = True
                    continue
                value, plain = shown(value, level)
                short = short and plain
                parts.append(f"{name}={value}" if named else value)
            if include_attributes and node._attributes:
                for name in node._attributes:
                    try:
                        value = getattr(node, name)
                    except AttributeError:
                        continue
                    if value is None and getattr(kind, name, ...) is None:
                        continue
                    value, plain = shown(value, level)
                    short = short and plain
                    parts.append(f"{name}={value}")
            if short and len(parts) <= 3:
                return f"{kind.__name__}({', '.join(parts)})", not parts
            return f"{kind.__name__}({first}{between.join(parts)})", False
        if isinstance(node, list):
            if not node:
                return "[]", True
            return f"[{first}{between.join(shown(item, level)[0] for item in node)}]", False
        return repr(node), True

    return shown(node, 0)[0]


def copy_location(new_node, old_node):
    """Give a node the place of another one."""
    for name in _PLACE:
        if name in old_node._attributes and name in new_node._attributes:
            value = getattr(old_node, name, None)
            if value is not None or hasattr(old_node, name) and name.startswith("end_"):
                setattr(new_node, name, value)
    return new_node


def fix_missing_locations(node):
    """Give the nodes below a node that have no place that of the node above them."""

    def fix(node, place):
        if "lineno" in node._attributes:
            place = list(place)
            for number, name in enumerate(_PLACE):
                value = getattr(node, name, None)
                if value is None:
                    setattr(node, name, place[number])
                else:
                    place[number] = value
        for child in iter_child_nodes(node):
            fix(child, place)

    fix(node, (1, 0, 1, 0))
    return node


def increment_lineno(node, n=1):
    """Move a tree down by some lines."""
    for each in walk(node):
        if isinstance(each, TypeIgnore):
            each.lineno = getattr(each, "lineno", 0) + n
            continue
        if "lineno" in each._attributes:
            each.lineno = getattr(each, "lineno", 0) + n
        if "end_lineno" in each._attributes and (end := getattr(each, "end_lineno", 0)) is not None:
            each.end_lineno = end + n
    return node


def get_docstring(node, clean=True):
    """What documents a module, class or function."""
    if not isinstance(node, (AsyncFunctionDef, FunctionDef, ClassDef, Module)):
        raise TypeError(f"{node.__class__.__name__!r} can't have docstrings")
    if not (node.body and isinstance(node.body[0], Expr)):
        return None
    value = node.body[0].value
    if not isinstance(value, Constant) or not isinstance(value.value, str):
        return None
    if clean:
        import inspect

        return inspect.cleandoc(value.value)
    return value.value


def get_source_segment(source, node, *, padded=False):
    """The part of a text that a node was made from."""
    if getattr(node, "end_lineno", None) is None or getattr(node, "end_col_offset", None) is None:
        return None
    lines = source.splitlines(True)
    first, last = node.lineno - 1, node.end_lineno - 1
    cut = [line.encode() for line in lines[first:last + 1]]
    cut[-1] = cut[-1][:node.end_col_offset]
    before = cut[0][:node.col_offset].decode()
    cut[0] = cut[0][node.col_offset:]
    if padded and first != last:
        return "".join(char if char in "\f\t" else " " for char in before) + b"".join(cut).decode()
    return b"".join(cut).decode()


class NodeVisitor:
    """Goes through a tree; methods `visit_Name` are for nodes of that class."""

    def visit(self, node):
        return getattr(self, "visit_" + node.__class__.__name__, self.generic_visit)(node)

    def generic_visit(self, node):
        for _, value in iter_fields(node):
            if isinstance(value, list):
                for item in value:
                    if isinstance(item, AST):
                        self.visit(item)
            elif isinstance(value, AST):
                self.visit(value)

    def visit_Constant(self, node):
        names = {int: "Num", float: "Num", complex: "Num", str: "Str", bytes: "Bytes", bool: "NameConstant",
                 type(None): "NameConstant", type(...): "Ellipsis"}
        older = getattr(self, "visit_" + names.get(type(node.value), "-"), None)
        return self.generic_visit(node) if older is None else older(node)


class NodeTransformer(NodeVisitor):
    """The same; what a method returns takes the place of the node."""

    def generic_visit(self, node):
        for name, value in iter_fields(node):
            if isinstance(value, list):
                kept = []
                for item in value:
                    if isinstance(item, AST):
                        item = self.visit(item)
                        if item is None:
                            continue
                        if not isinstance(item, AST):
                            kept.extend(item)
                            continue
                    kept.append(item)
                value[:] = kept
            elif isinstance(value, AST):
                made = self.visit(value)
                if made is None:
                    delattr(node, name)
                else:
                    setattr(node, name, made)
        return node


def unparse(ast_obj):
    """A tree as a program."""
    from ast._text import Writer

    return Writer().text(ast_obj)
