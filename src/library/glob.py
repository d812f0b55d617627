"""Paths that fit a pattern."""

import fnmatch
import os

__all__ = ["escape", "glob", "has_magic", "iglob"]


def has_magic(s):
    """Whether a pattern stands for more than itself."""
    return any(letter in s for letter in ((b"*", b"?", b"[") if isinstance(s, bytes) else "*?["))


def escape(pathname):
    """The pattern that stands for just this path."""
    if isinstance(pathname, bytes):
        return os.fsencode(escape(os.fsdecode(pathname)))
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in pathname)


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """The paths that fit a pattern, as a list."""
    return list(iglob(pathname, root_dir=root_dir, recursive=recursive, include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """The paths that fit a pattern, one after the other."""
    pathname = os.fspath(pathname)
    root = "" if root_dir is None else os.fsdecode(root_dir)
    found = _search(root, os.fsdecode(pathname), recursive, include_hidden, False)
    # A pattern of stars alone also finds the folder that is searched.
    found = (path for path in found if path)
    return map(os.fsencode, found) if isinstance(pathname, bytes) else found


def _search(root, pattern, recursive, hidden, folders_only):
    folder, name = os.path.split(pattern)
    if not has_magic(pattern):
        place = os.path.join(root, pattern)
        if os.path.lexists(place) if name else os.path.isdir(place):
            yield pattern
        return
    if folder and folder != pattern and has_magic(folder):
        folders = _search(root, folder, recursive, hidden, True)
    else:
        folders = [folder]
    for inside in folders:
        for found in _names(os.path.join(root, inside), name, recursive, hidden, folders_only):
            yield os.path.join(inside, found)


def _names(folder, pattern, recursive, hidden, folders_only):
    if recursive and pattern == "**":
        if os.path.isdir(folder or os.curdir):
            yield ""
            yield from _below(folder, hidden, folders_only)
        return
    if not has_magic(pattern):
        place = os.path.join(folder, pattern)
        if os.path.lexists(place) if pattern else os.path.isdir(folder):
            yield pattern
        return
    names = [entry.name for entry in _entries(folder, folders_only)]
    if not hidden and not pattern.startswith("."):
        names = [name for name in names if not name.startswith(".")]
    yield from fnmatch.filter(names, pattern)


def _entries(folder, folders_only):
    try:
        entries = list(os.scandir(folder or os.curdir))
    except OSError:
        return []
    return [entry for entry in entries if not folders_only or entry.is_dir()]


def _below(folder, hidden, folders_only):
    for entry in _entries(folder, folders_only):
        if hidden or not entry.name.startswith("."):
            yield entry.name
            if entry.is_dir():
                for inner in _below(os.path.join(folder, entry.name), hidden, folders_only):
                    yield os.path.join(entry.name, inner)
