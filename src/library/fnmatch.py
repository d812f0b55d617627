"""Names of files that fit a pattern with stars, question marks and sets of characters."""

import os
import re

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]

_known = {}


def translate(pat):
    """The regular expression of a pattern."""
    out, place = [], 0
    while place < len(pat):
        letter = pat[place]
        place += 1
        if letter == "*":
            if not out or out[-1] != ".*":
                out.append(".*")
        elif letter == "?":
            out.append(".")
        elif letter == "[":
            end = place
            if pat[end:end + 1] == "!":
                end += 1
            if pat[end:end + 1] == "]":
                end += 1
            end = pat.find("]", end)
            if end < 0:
                out.append("\\[")
                continue
            inside = pat[place:end].replace("\\", "\\\\")
            place = end + 1
            if inside.startswith("!"):
                inside = "^" + inside[1:]
            elif inside.startswith(("^", "[")):
                inside = "\\" + inside
            out.append(f"[{inside}]")
        else:
            out.append(re.escape(letter))
    return f"(?s:{''.join(out)})\\Z"


def _matcher(pat):
    found = _known.get(pat)
    if found is None:
        if isinstance(pat, bytes):
            expression = translate(pat.decode("latin-1")).encode("latin-1")
        else:
            expression = translate(pat)
        found = _known[pat] = re.compile(expression).match
    return found


def fnmatchcase(name, pat):
    """Whether a name fits a pattern."""
    return _matcher(pat)(name) is not None


def fnmatch(name, pat):
    """The same with both as the system compares names."""
    return fnmatchcase(os.path.normcase(name), os.path.normcase(pat))


def filter(names, pat):
    """The names that fit a pattern."""
    match = _matcher(os.path.normcase(pat))
    return [name for name in names if match(name)]
