"""Paths as text: what os.path is on this system."""

import os
import _os

__all__ = [
    "abspath", "basename", "commonpath", "commonprefix", "dirname", "exists", "expanduser", "expandvars",
    "getatime", "getctime", "getmtime", "getsize", "isabs", "isdir", "isfile", "islink", "ismount", "join",
    "lexists", "normcase", "normpath", "realpath", "relpath", "samefile", "split", "splitdrive", "splitext",
    "curdir", "pardir", "sep", "pathsep", "defpath", "extsep", "altsep", "devnull", "supports_unicode_filenames",
]

curdir, pardir, extsep, sep, pathsep = ".", "..", ".", "/", ":"
defpath, altsep, devnull = "/bin:/usr/bin", None, "/dev/null"
supports_unicode_filenames = False


def _signs(path):
    """The separator, the dot and the empty path, of the path's own type."""
    return (b"/", b".", b"") if isinstance(path, bytes) else ("/", ".", "")


def _same_type(function, first, *others):
    for other in others:
        if isinstance(other, (str, bytes)) and type(other) is not type(first) and \
                isinstance(other, str) != isinstance(first, str):
            raise TypeError("Can't mix strings and bytes in path components")
        if not isinstance(other, (str, bytes)):
            raise TypeError(f"{function}() argument must be str, bytes, or os.PathLike object, "
                            f"not {type(other).__name__!r}")


def normcase(s):
    """The path itself: upper and lower case differ here."""
    return os.fspath(s)


def isabs(s):
    """Whether the path begins at the root."""
    s = os.fspath(s)
    return s.startswith(_signs(s)[0])


def join(a, *p):
    """Paths one after the other; an absolute one begins anew."""
    path = os.fspath(a)
    slash = _signs(path)[0]
    for part in p:
        try:
            part = os.fspath(part)
        except TypeError:
            raise TypeError("join() argument must be str, bytes, or os.PathLike object, "
                            f"not {type(part).__name__!r}") from None
        _same_type("join", path, part)
        if part.startswith(slash):
            path = part
        elif not path or path.endswith(slash):
            path += part
        else:
            path += slash + part
    return path


def split(p):
    """The folder and the last part."""
    p = os.fspath(p)
    slash = _signs(p)[0]
    cut = p.rfind(slash) + 1
    head, tail = p[:cut], p[cut:]
    return head.rstrip(slash) or head, tail


def splitext(p):
    """The path without its extension, and the extension with its dot."""
    p = os.fspath(p)
    slash, dot, nothing = _signs(p)
    start = p.rfind(slash) + 1
    cut = p.rfind(dot)
    # Dots at the start of a name begin no extension.
    if cut > start and p[start:cut].strip(dot):
        return p[:cut], p[cut:]
    return p, p[:0]


def splitdrive(p):
    """There are no drives here."""
    p = os.fspath(p)
    return p[:0], p


def basename(p):
    """The last part."""
    p = os.fspath(p)
    return p[p.rfind(_signs(p)[0]) + 1:]


def dirname(p):
    """The folder."""
    return split(p)[0]


def normpath(path):
    """The path without empty parts, dots and parts that are left again."""
    path = os.fspath(path)
    slash, dot, nothing = _signs(path)
    if not path:
        return dot
    root = path[:len(path) - len(path.lstrip(slash))]
    # Two slashes at the start are something of their own, three are not.
    root = root if len(root) <= 2 else slash
    parts = []
    for part in path.split(slash):
        if part in (nothing, dot):
            continue
        if part != dot * 2 or not root and (not parts or parts[-1] == dot * 2):
            parts.append(part)
        elif parts:
            parts.pop()
    return root + slash.join(parts) or dot


def abspath(path):
    """The path from the root, normalised."""
    path = os.fspath(path)
    if not isabs(path):
        here = os.getcwd()
        path = join(here.encode() if isinstance(path, bytes) else here, path)
    return normpath(path)


def realpath(filename, *, strict=False):
    """The path from the root without symbolic links."""
    filename = os.fspath(filename)
    if strict:
        os.stat(filename)
    real = _os.realpath(filename or ".")
    return real.encode() if isinstance(filename, bytes) else real


def relpath(path, start=None):
    """The way from one place to another."""
    if not path:
        raise ValueError("no path specified")
    path = os.fspath(path)
    slash, dot, nothing = _signs(path)
    start = dot if start is None else os.fspath(start)
    _same_type("relpath", path, start)
    here = [part for part in abspath(start).split(slash) if part]
    there = [part for part in abspath(path).split(slash) if part]
    same = len(commonprefix([here, there]))
    return slash.join([dot * 2] * (len(here) - same) + there[same:]) or dot


def commonprefix(m):
    """What all items of a list begin with, item by item."""
    if not m:
        return ""
    if not isinstance(m[0], (list, tuple)):
        m = tuple(map(os.fspath, m))
    first, last = min(m), max(m)
    for place, item in enumerate(first):
        if item != last[place]:
            return first[:place]
    return first


def commonpath(paths):
    """The longest folder that all paths lie in."""
    paths = tuple(map(os.fspath, paths))
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    slash, dot, nothing = _signs(paths[0])
    absolute = {path.startswith(slash) for path in paths}
    if len(absolute) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    parts = [[part for part in path.split(slash) if part and part != dot] for path in paths]
    return (slash if absolute == {True} else nothing) + slash.join(commonprefix(parts))


def expanduser(path):
    """The path with the user's folder in the place of a tilde."""
    path = os.fspath(path)
    slash = _signs(path)[0]
    tilde = b"~" if isinstance(path, bytes) else "~"
    if path[:1] != tilde or path[1:2] not in (path[:0], slash):
        return path
    home = os.environ.get("HOME")
    if home is None:
        return path
    home = (home.encode() if isinstance(path, bytes) else home).rstrip(slash)
    return home + path[1:] or slash


def expandvars(path):
    """The path with variables of the environment in the place of $name and ${name}."""
    path = os.fspath(path)
    if isinstance(path, bytes):
        return os.fsencode(expandvars(os.fsdecode(path)))
    if "$" not in path:
        return path
    import re

    def value(found):
        name = found[1]
        return os.environ.get(name[1:-1] if name.startswith("{") else name, found[0])

    return re.sub(r"\$(\w+|\{[^}]*\})", value, path, flags=re.ASCII)


def exists(path):
    """Whether there is something; links are followed."""
    return _os.kind(path, True) != ""


def lexists(path):
    """Whether there is something, be it a link to nothing."""
    return _os.kind(path, False) != ""


def isfile(path):
    """Whether it is a file; links are followed."""
    return _os.kind(path, True) == "f"


def isdir(s):
    """Whether it is a folder; links are followed."""
    return _os.kind(s, True) == "d"


def islink(path):
    """Whether it is a symbolic link."""
    return _os.kind(path, False) == "l"


def ismount(path):
    """Whether another file system begins there."""
    if not isdir(path) or islink(path):
        return False
    here, above = os.stat(path), os.stat(join(os.fspath(path), ".."))
    return here.st_dev != above.st_dev or here.st_ino == above.st_ino


def getsize(filename):
    """The size in bytes."""
    return os.stat(filename).st_size


def getmtime(filename):
    """When it was last changed."""
    return os.stat(filename).st_mtime


def getatime(filename):
    """When it was last read."""
    return os.stat(filename).st_atime


def getctime(filename):
    """When its facts were last changed."""
    return os.stat(filename).st_ctime


def samefile(f1, f2):
    """Whether two paths lead to the same file."""
    return samestat(os.stat(f1), os.stat(f2))


def samestat(s1, s2):
    """Whether two results of stat are of the same file."""
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev
