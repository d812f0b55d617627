"""Lines of source files, kept."""

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

# File: size, time of change, lines, full name; None for texts that are no files.
cache = {}


def clearcache():
    """Forget everything."""
    cache.clear()


def getline(filename, lineno, module_globals=None):
    """A line with its end; an empty text where there is none."""
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ""


def getlines(filename, module_globals=None):
    """All lines of a file."""
    if filename in cache:
        return cache[filename][2]
    return updatecache(filename, module_globals)


def checkcache(filename=None):
    """Forget files that have changed."""
    import os

    for name in list(cache) if filename is None else [n for n in (filename,) if n in cache]:
        size, changed, _, path = cache[name]
        if changed is None:
            continue
        try:
            found = os.stat(path)
        except OSError:
            cache.pop(name, None)
            continue
        if size != found.st_size or changed != found.st_mtime:
            cache.pop(name, None)


def updatecache(filename, module_globals=None):
    """Read a file anew."""
    if not filename or filename.startswith("<") and filename.endswith(">"):
        return []
    import os

    path = filename
    try:
        found = os.stat(path)
        with open(path, encoding="utf-8") as file:
            lines = file.readlines()
    except (OSError, UnicodeDecodeError, SyntaxError):
        return []
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    cache[filename] = found.st_size, found.st_mtime, lines, path
    return lines


def lazycache(filename, module_globals):
    """Whether the lines could be had from a loader; there are none here."""
    return False
