"""How assertions show values and their differences."""


def safe_repr(obj, short=False):
    """A repr that never raises; cut if `short`."""
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    return text[:80] + " [truncated]..." if short and len(text) >= 80 else text


def strclass(cls):
    """The whole name of a class."""
    return f"{cls.__module__}.{cls.__qualname__}"


def three_way_cmp(x, y):
    """-1, 0 or 1."""
    return (x > y) - (x < y)


def count_differences(first, second):
    """How often each item is in the one and in the other, where that differs."""
    from collections import Counter, namedtuple

    mismatch = namedtuple("Mismatch", "actual expected value")
    try:
        one, other = Counter(first), Counter(second)
        counts = {item: (one[item], other[item]) for item in [*one, *other]}.items()
    except TypeError:
        # Items without a hash are compared with each other.
        seen = []
        for item in [*first, *second]:
            if not any(item == known for known in seen):
                seen.append(item)
        counts = ((item, (first.count(item), second.count(item))) for item in seen)
    return [mismatch(a, b, item) for item, (a, b) in counts if a != b]


# How long shown values are, and what stays of them at least when something is cut out.
_LONGEST, _MARK, _END = 80, 12, 5
_DIFFERENT = _LONGEST - 2 * _MARK - 3 * _END


def _cut(text, front, back):
    """The text without its middle, if that is longer than what says so."""
    skipped = len(text) - front - back
    return f"{text[:front]}[{skipped} chars]{text[len(text) - back:]}" if skipped > _MARK else text


def shortened(first, second):
    """Two reprs, with what they share cut out if they are long."""
    first, second = safe_repr(first), safe_repr(second)
    longest = max(len(first), len(second))
    if longest <= _LONGEST:
        return first, second
    shared = 0
    while shared < min(len(first), len(second)) and first[shared] == second[shared]:
        shared += 1
    room = _LONGEST - (longest - shared + _END + _MARK)
    if room > _END:
        prefix = _cut(first[:shared], _END, room)
        return prefix + first[shared:], prefix + second[shared:]
    prefix = _cut(first[:shared], _END, _END)
    return prefix + _cut(first[shared:], _DIFFERENT, _END), prefix + _cut(second[shared:], _DIFFERENT, _END)


def difference(seq1, seq2, kind):
    """Where two sequences begin to differ."""
    text = None
    try:
        len1 = len(seq1)
    except (TypeError, NotImplementedError):
        text = f"First {kind} has no length.    Non-sequence?"
    if text is None:
        try:
            len2 = len(seq2)
        except (TypeError, NotImplementedError):
            text = f"Second {kind} has no length.    Non-sequence?"
    if text is not None:
        return text
    text = "{}s differ: {} != {}\n".format(kind.capitalize(), *shortened(seq1, seq2))
    for i in range(min(len1, len2)):
        if seq1[i] != seq2[i]:
            text += "\nFirst differing element %d:\n%s\n%s\n" % (i, *shortened(seq1[i], seq2[i]))
            break
    else:
        if len1 == len2 and type(seq1) is not type(seq2):
            return text
    if len1 > len2:
        text += f"\nFirst {kind} contains {len1 - len2} additional elements.\nFirst extra element {len2}:\n{safe_repr(seq1[len2])}\n"
    elif len1 < len2:
        text += f"\nSecond {kind} contains {len2 - len1} additional elements.\nFirst extra element {len1}:\n{safe_repr(seq2[len1])}\n"
    return text


def multiline_difference(first, second, joint="\n"):
    """The lines of two texts, marked."""
    from difflib import ndiff

    return joint.join(ndiff(first, second))
