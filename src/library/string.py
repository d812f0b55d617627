"""Constants, templates and the formatter behind `str.format`."""

__all__ = [
    "ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits",
    "printable", "punctuation", "whitespace", "Formatter", "Template",
]

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Make the first letter of each word a capital."""
    return (sep or " ").join(map(str.capitalize, s.split(sep)))


_missing = object()


class Template:
    """Text with `$name` in it."""

    delimiter = "$"
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = None

    def __init_subclass__(cls):
        super().__init_subclass__()
        cls._prepare()

    @classmethod
    def _prepare(cls):
        import re

        pattern = cls.__dict__.get("pattern")
        if pattern is None or not isinstance(pattern, str):
            mark = re.escape(cls.delimiter)
            names, braced = cls.idpattern, cls.braceidpattern or cls.idpattern
            pattern = (
                f"{mark}(?:(?P<escaped>{mark})|(?P<named>{names})|{{(?P<braced>{braced})}}|(?P<invalid>))"
            )
        cls.pattern = re.compile(pattern, (re.IGNORECASE if cls.flags is None else cls.flags) | re.VERBOSE)

    def __init__(self, template):
        if not hasattr(type(self), "pattern"):
            Template._prepare()
        self.template = template

    def _invalid(self, found):
        start = found.start("invalid")
        lines = self.template[:start].splitlines(keepends=True)
        column = start - len("".join(lines[:-1])) if lines else 1
        if lines:
            raise ValueError(f"Invalid placeholder in string: line {len(lines)}, col {column}")
        raise ValueError("Invalid placeholder in string: line 1, col 1")

    def substitute(self, mapping=_missing, /, **kws):
        """Replace all names; a missing one is a KeyError."""
        return self._replace(mapping, kws, False)

    def safe_substitute(self, mapping=_missing, /, **kws):
        """Replace the names that are known."""
        return self._replace(mapping, kws, True)

    def _replace(self, mapping, kws, safe):
        if mapping is _missing:
            mapping = kws
        elif kws:
            mapping = {**mapping, **kws}

        def value(found):
            name = found.group("named") or found.group("braced")
            if name is not None:
                if not safe:
                    return str(mapping[name])
                try:
                    return str(mapping[name])
                except KeyError:
                    return found.group()
            if found.group("escaped") is not None:
                return self.delimiter
            if found.group("invalid") is not None:
                if safe:
                    return found.group()
                self._invalid(found)
            raise ValueError("Unrecognized named group in pattern", self.pattern)

        return self.pattern.sub(value, self.template)

    def _found(self):
        """Each placeholder: its name, and whether it is invalid."""
        for found in self.pattern.finditer(self.template):
            name, invalid = found.group("named") or found.group("braced"), found.group("invalid") is not None
            if name is None and not invalid and found.group("escaped") is None:
                raise ValueError("Unrecognized named group in pattern", self.pattern)
            yield name, invalid

    def is_valid(self):
        """Whether `substitute` could work."""
        return not any(invalid for _, invalid in self._found())

    def get_identifiers(self):
        """The names, in order, each once."""
        return list(dict.fromkeys(name for name, _ in self._found() if name is not None))


def _parse(text):
    """The parts of a format: literal text, field, spec and conversion, as `Formatter.parse` gives them."""
    literal, i, end = [], 0, len(text)
    while i < end:
        char = text[i]
        if char in "{}" and text[i + 1:i + 2] == char:
            literal.append(char)
            i += 2
            yield "".join(literal), None, None, None
            literal = []
        elif char == "}":
            raise ValueError("Single '}' encountered in format string")
        elif char == "{":
            depth, start, i = 1, i + 1, i + 1
            if i == end:
                raise ValueError("Single '{' encountered in format string")
            while i < end:
                if text[i] == "{":
                    depth += 1
                elif text[i] == "}":
                    depth -= 1
                    if not depth:
                        break
                i += 1
            else:
                raise ValueError("expected '}' before end of string")
            yield ("".join(literal), *_field(text[start:i]))
            literal = []
            i += 1
        else:
            stop = i
            while stop < end and text[stop] not in "{}":
                stop += 1
            literal.append(text[i:stop])
            i = stop
    if literal:
        yield "".join(literal), None, None, None


def _field(text):
    """Take a replacement field apart: name, spec, conversion."""
    depth = 0
    for i, char in enumerate(text):
        if char == "[":
            depth += 1
        elif char == "]":
            depth -= depth > 0
        elif char in "!:" and not depth:
            break
        elif char == "{":
            raise ValueError("unexpected '{' in field name")
    else:
        return text, "", None
    name, conversion = text[:i], None
    rest = text[i:]
    if rest[0] == "!":
        if len(rest) == 1:
            raise ValueError("end of string while looking for conversion specifier")
        conversion, rest = rest[1], rest[2:]
        if rest and rest[0] != ":":
            raise ValueError("expected ':' after conversion specifier")
    return name, rest[1:], conversion


def _path(name):
    """The first name of a field and what follows: pairs of whether it is an attribute, and its name."""
    stop = 0
    while stop < len(name) and name[stop] not in ".[":
        stop += 1
    first, steps, i = name[:stop], [], stop
    while i < len(name):
        if name[i] == ".":
            stop = i + 1
            while stop < len(name) and name[stop] not in ".[":
                stop += 1
            if stop == i + 1:
                raise ValueError("Empty attribute in format string")
            steps.append((True, name[i + 1:stop]))
            i = stop
        elif name[i] == "[":
            stop = name.find("]", i)
            if stop == -1:
                raise ValueError("Missing ']' in format string")
            if stop == i + 1:
                raise ValueError("Empty attribute in format string")
            key = name[i + 1:stop]
            steps.append((False, int(key) if key.isdecimal() else key))
            i = stop + 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
    return int(first) if first.isdecimal() else first, steps


class Formatter:
    """`str.format`, step by step: subclasses replace the steps."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2, 0)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, text, args, kwargs, used, depth, number):
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        result = []
        for literal, name, spec, conversion in self.parse(text):
            if literal:
                result.append(literal)
            if name is None:
                continue
            if name == "" or name[0] in ".[":
                if number is False:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                name = f"{number}{name}"
                number += 1
            elif name.isdigit():
                if number:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                number = False
            value, key = self.get_field(name, args, kwargs)
            used.add(key)
            value = self.convert_field(value, conversion)
            spec, number = self._vformat(spec, args, kwargs, used, depth - 1, number)
            result.append(self.format_field(value, spec))
        return "".join(result), number

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError(f"Unknown conversion specifier {conversion}")

    def parse(self, format_string):
        """The parts of the format: literal text, field name, spec and conversion."""
        return _parse(format_string)

    def get_field(self, field_name, args, kwargs):
        """The value of a field and the name or number it came from."""
        first, steps = _path(field_name)
        value = self.get_value(first, args, kwargs)
        for attribute, name in steps:
            value = getattr(value, name) if attribute else value[name]
        return value, first
