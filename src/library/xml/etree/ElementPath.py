"""Paths to elements, as `find` and `findall` take them."""

import re

_tokens = re.compile(
    r"('[^']*'|\"[^\"]*\"|::|//?|\.\.|\(\)|!=|[/.*:\[\]\(\)@=])|((?:\{[^}]+\})?[^/\[\]\(\)@!=\s]+)|\s+")


def _split(path, namespaces):
    default = namespaces.get("") if namespaces else None
    in_attribute = False
    for kind, tag in _tokens.findall(path):
        if tag and tag[0] != "{":
            if ":" in tag:
                prefix, uri = tag.split(":", 1)
                if not namespaces or prefix not in namespaces:
                    raise SyntaxError(f"prefix {prefix!r} not found in prefix map") from None
                yield kind, f"{{{namespaces[prefix]}}}{uri}"
            elif default and not in_attribute:
                yield kind, f"{{{default}}}{tag}"
            else:
                yield kind, tag
            in_attribute = False
        else:
            yield kind, tag
            in_attribute = kind == "@"


def _fits(tag):
    if tag == "*" or tag == "{*}*":
        return lambda element: isinstance(element.tag, str) or tag == "*"
    if tag.startswith("{*}"):
        name = tag[3:]
        return lambda element: isinstance(element.tag, str) and element.tag.rpartition("}")[2] == name
    if tag.endswith("}*"):
        space = tag[:-1]
        return lambda element: isinstance(element.tag, str) and (
            element.tag.startswith(space) if space != "{}" else element.tag[:1] != "{")
    if tag.startswith("{}"):
        tag = tag[2:]
    return lambda element: element.tag == tag


def _children(next, token):
    fits = _fits(token[1])
    return lambda context, found: (each for element in found for each in element if fits(each))


def _any_child(next, token):
    return lambda context, found: (each for element in found for each in element)


def _itself(next, token):
    return lambda context, found: found


def _below(next, token):
    token = next()
    if token is None:
        return None
    if token[0] == "*":
        tag = "*"
    elif not token[0]:
        tag = token[1]
    else:
        raise SyntaxError("invalid descendant")
    fits = _fits(tag)

    def select(context, found):
        for element in found:
            for each in element.iter():
                if each is not element and fits(each):
                    yield each

    return select


def _parents(context):
    if "parents" not in context:
        context["parents"] = {child: parent for parent in context["root"].iter() for child in parent}
    return context["parents"]


def _parent(next, token):
    def select(context, found):
        parents, seen = _parents(context), set()
        for element in found:
            parent = parents.get(element)
            if parent is not None and id(parent) not in seen:
                seen.add(id(parent))
                yield parent

    return select


def _predicate(next, token):
    signature, words = [], []
    while True:
        token = next()
        if token is None:
            return None
        if token[0] == "]":
            break
        if token == ("", ""):
            continue
        if token[0] and token[0][:1] in "'\"":
            token = "'", token[0][1:-1]
        signature.append(token[0] or "-")
        words.append(token[1])
    signature = "".join(signature)
    if signature == "@-":
        return lambda context, found: (each for each in found if each.get(words[1]) is not None)
    if signature == "@-='":
        return lambda context, found: (each for each in found if each.get(words[1]) == words[-1])
    if signature == "@-!='":
        return lambda context, found: (each for each in found if each.get(words[1]) not in (None, words[-1]))
    if signature == "-" and not re.match(r"\-?\d+$", words[0]):
        return lambda context, found: (each for each in found if each.find(words[0]) is not None)
    if signature in (".='", ".!='"):
        return lambda context, found: (
            each for each in found if ("".join(each.itertext()) == words[-1]) is (signature == ".='"))
    if signature in ("-='", "-!='") and not re.match(r"\-?\d+$", words[0]):
        def by_text(context, found):
            for each in found:
                texts = ["".join(inner.itertext()) for inner in each.findall(words[0])]
                if any((text == words[-1]) is (signature == "-='") for text in texts):
                    yield each

        return by_text
    if signature in ("-", "-()", "-()-"):
        return _at_place(signature, words)
    raise SyntaxError("invalid predicate")


def _at_place(signature, words):
    if signature == "-":
        place = int(words[0]) - 1
        if place < 0:
            raise SyntaxError("XPath position >= 1 expected")
    else:
        if words[0] != "last":
            raise SyntaxError("unsupported function")
        place = -1
        if signature == "-()-":
            try:
                place = int(words[2]) - 1
            except ValueError:
                raise SyntaxError("unsupported expression")
            if place > -2:
                raise SyntaxError("XPath offset from last() must be negative")

    def select(context, found):
        parents = _parents(context)
        for element in found:
            try:
                if list(parents[element].findall(element.tag))[place] is element:
                    yield element
            except (IndexError, KeyError):
                pass

    return select


_steps = {"": _children, "*": _any_child, ".": _itself, "..": _parent, "//": _below, "[": _predicate}
_known = {}


def iterfind(elem, path, namespaces=None):
    """All elements that a path leads to, one by one."""
    if path[-1:] == "/":
        path += "*"
    key = path, *(sorted(namespaces.items()) if namespaces else ())
    steps = _known.get(key)
    if steps is None:
        if path[:1] == "/":
            raise SyntaxError("cannot use absolute path on element")
        tokens = iter(_split(path, namespaces))

        def advance():
            return next(tokens, None)

        token, steps = advance(), []
        while token is not None:
            if token[0] not in _steps:
                raise SyntaxError("invalid path")
            step = _steps[token[0]](advance, token)
            if step is None:
                raise SyntaxError("invalid path")
            steps.append(step)
            token = advance()
            if token is not None and token[0] == "/":
                token = advance()
        _known[key] = steps
    found, context = [elem], {"root": elem}
    for step in steps:
        found = step(context, found)
    return iter(found)


def find(elem, path, namespaces=None):
    """The first element that a path leads to."""
    return next(iterfind(elem, path, namespaces), None)


def findall(elem, path, namespaces=None):
    """All elements that a path leads to."""
    return list(iterfind(elem, path, namespaces))


def findtext(elem, path, default=None, namespaces=None):
    """The text of the first element that a path leads to."""
    found = find(elem, path, namespaces)
    return default if found is None else found.text or ""
