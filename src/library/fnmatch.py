"""Names of files that fit a pattern with stars, question marks and sets of characters."""

import os
import re

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]

_known = {}


def _set(inside):
    """The expression of a set of characters."""
    ranges = []
    start = 1 if inside.startswith("!") else 0
    piece = 0
    dash = inside.find("-", start + 1)
    while dash >= 0:
        ranges.append(inside[piece:dash])
        piece = dash + 1
        dash = inside.find("-", dash + 3)
    if inside[piece:] or not ranges:
        ranges.append(inside[piece:])
    else:
        ranges[-1] += "-"
    # Ranges whose ends are the wrong way round hold nothing.
    for place in range(len(ranges) - 1, 0, -1):
        before, after = ranges[place - 1], ranges[place]
        if before[-1] > after[0]:
            ranges[place - 1:place + 1] = [before[:-1] + after[1:]]
    text = ranges[0].replace("\\", r"\\")
    if len(ranges) > 1 or "-" in inside:
        text = "-".join(part.replace("\\", r"\\").replace("-", r"\-") for part in ranges)
    text = re.sub("([&~|])", r"\\\1", text)
    if not text:
        return "(?!)"
    if text == "!":
        return "."
    if text.startswith("!"):
        text = "^" + text[1:]
    elif text.startswith(("^", "[")):
        text = "\\" + text
    return f"[{text}]"


def translate(pat):
    """The regular expression of a pattern."""
    # The pieces between stars.
    pieces, place = [""], 0
    while place < len(pat):
        letter = pat[place]
        place += 1
        if letter == "*":
            if len(pieces) == 1 or pieces[-1]:
                pieces.append("")
        elif letter == "?":
            pieces[-1] += "."
        elif letter == "[":
            end = place
            if pat[end:end + 1] == "!":
                end += 1
            if pat[end:end + 1] == "]":
                end += 1
            end = pat.find("]", end)
            if end < 0:
                pieces[-1] += "\\["
                continue
            pieces[-1] += _set(pat[place:end])
            place = end + 1
        else:
            pieces[-1] += re.escape(letter)
    # A piece that was found first need not be looked for again farther on.
    text = pieces[0] + "".join(f"(?>.*?{piece})" for piece in pieces[1:-1])
    if len(pieces) > 1:
        text += ".*" + pieces[-1]
    return f"(?s:{text})\\Z"


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
