"""JSON to objects."""

from _json import scan as _scan
from _json import scan_string as _scan_string

__all__ = ["JSONDecoder", "JSONDecodeError"]


class JSONDecodeError(ValueError):
    """Says what is wrong with a text, and where."""

    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, f"{msg}: line {lineno} column {colno} (char {pos})")
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


def scanstring(s, end, strict=True, /):
    """The text in `s` that begins at `end` and goes on to a quotation mark, and the place behind that."""
    return _scan_string(s, end, strict, JSONDecodeError)


_SPACE = " \t\n\r"


def _after_space(s, place):
    while place < len(s) and s[place] in _SPACE:
        place += 1
    return place


class JSONDecoder:
    """Reads JSON; functions may be given that make the objects."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float
        self.parse_int = parse_int
        self.parse_constant = parse_constant
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        """The object that a text stands for, which holds nothing else."""
        obj, end = self._scan(s, _after_space(s, 0) if s[:1] in _SPACE else 0)
        if end != len(s):
            end = _after_space(s, end)
            if end != len(s):
                raise JSONDecodeError("Extra data", s, end)
        return obj

    def raw_decode(self, s, idx=0):
        """The object at a place of a text, and where it ends."""
        return self._scan(s, idx)

    def _scan(self, s, place):
        return _scan(s, place, self.object_hook, self.object_pairs_hook, self.parse_float, self.parse_int,
                     self.parse_constant, self.strict, JSONDecodeError)
