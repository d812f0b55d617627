"""Paths as objects."""

import errno
import fnmatch
import io
import os
import stat

__all__ = [
    "Path", "PosixPath", "PurePath", "PurePosixPath", "PureWindowsPath", "WindowsPath",
]


def _parts_of(texts):
    """The root and the parts that texts name, one after the other."""
    root, parts = "", []
    for text in texts:
        if isinstance(text, PurePath):
            text = str(text)
        else:
            text = os.fspath(text)
            if not isinstance(text, str):
                raise TypeError("argument should be a str object or an os.PathLike object returning str, "
                                f"not {type(text)!r}")
        if text.startswith("/"):
            root, parts = "//" if text.startswith("//") and not text.startswith("///") else "/", []
        parts.extend(part for part in text.split("/") if part and part != ".")
    return root, parts


class PurePath:
    """A path that is only looked at."""

    def __new__(cls, *args):
        if cls is PurePath:
            cls = PurePosixPath
        self = object.__new__(cls)
        self._root, self._tail = _parts_of(args)
        self._text = None
        return self

    def __init__(self, *args):
        pass

    def _made(self, root, tail):
        """Another path of the same class, which keeps the list of its parts."""
        other = object.__new__(type(self))
        other._root = root
        other._tail = tail
        other._text = None
        return other

    def __reduce__(self):
        return type(self), tuple(self.parts)

    def __str__(self):
        if self._text is None:
            self._text = self._root + "/".join(self._tail) or "."
        return self._text

    def __fspath__(self):
        return self._text or str(self)

    def __bytes__(self):
        return str(self).encode()

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"

    def __hash__(self):
        return hash(str(self))

    def __eq__(self, other):
        return str(self) == str(other) if isinstance(other, PurePath) else NotImplemented

    def __lt__(self, other):
        return self.parts < other.parts if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self.parts <= other.parts if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return self.parts > other.parts if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return self.parts >= other.parts if isinstance(other, PurePath) else NotImplemented

    def __truediv__(self, key):
        try:
            return self.joinpath(key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return type(self)(key, self)
        except TypeError:
            return NotImplemented

    def joinpath(self, *args):
        """The path with others behind it; an absolute one begins anew."""
        root, parts = _parts_of(args)
        return self._made(root, parts) if root else self._made(self._root, self._tail + parts)

    @property
    def parts(self):
        """The root, if there is one, and the names."""
        return tuple(([self._root] if self._root else []) + self._tail)

    @property
    def drive(self):
        return ""

    @property
    def root(self):
        return self._root

    @property
    def anchor(self):
        return self._root

    @property
    def name(self):
        """The last part."""
        return self._tail[-1] if self._tail else ""

    @property
    def suffix(self):
        """The last extension, with its dot."""
        name = self.name
        dot = name.rfind(".")
        return name[dot:] if 0 < dot < len(name) - 1 else ""

    @property
    def suffixes(self):
        """All extensions."""
        name = self.name
        if name.endswith("."):
            return []
        return ["." + part for part in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        """The last part without its last extension."""
        name = self.name
        dot = name.rfind(".")
        return name[:dot] if 0 < dot < len(name) - 1 else name

    @property
    def parent(self):
        """The folder that it lies in."""
        return self._made(self._root, self._tail[:-1]) if self._tail else self

    @property
    def parents(self):
        """The folders around it, the nearest first."""
        count = len(self._tail)
        return tuple(self._made(self._root, self._tail[:count - place]) for place in range(1, count + 1))

    def as_posix(self):
        return str(self)

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-~/"
        return "file://" + "".join(chr(byte) if chr(byte) in plain else f"%{byte:02X}" for byte in str(self).encode())

    def is_absolute(self):
        return bool(self._root)

    def is_reserved(self):
        return False

    def is_relative_to(self, *other):
        """Whether it lies below another path."""
        try:
            self.relative_to(*other)
        except ValueError:
            return False
        return True

    def relative_to(self, *other):
        """The way from a folder around it."""
        if not other:
            raise TypeError("need at least one argument")
        root, parts = _parts_of(other)
        if root != self._root or self._tail[:len(parts)] != parts:
            start = root + "/".join(parts) or "."
            raise ValueError(f"{str(self)!r} is not in the subpath of {start!r} OR one path is relative and the other "
                             "is absolute.")
        return self._made("", self._tail[len(parts):])

    def with_name(self, name):
        """The path with another last part."""
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        if not name or "/" in name or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        return self._made(self._root, self._tail[:-1] + [name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        """The path with another last extension."""
        if "/" in suffix or suffix and not suffix.startswith(".") or suffix == ".":
            raise ValueError(f"Invalid suffix {suffix!r}")
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        return self.with_name(self.stem + suffix)

    def match(self, path_pattern):
        """Whether the path, or its end, fits a pattern."""
        root, patterns = _parts_of([path_pattern])
        if not root and not patterns:
            raise ValueError("empty pattern")
        names = list(self._tail)
        if root and (root != self._root or len(names) != len(patterns)) or len(names) < len(patterns):
            return False
        return all(fnmatch.fnmatchcase(name, pattern)
                   for name, pattern in zip(names[len(names) - len(patterns):], patterns))


class PurePosixPath(PurePath):
    """A path as this system has it."""


class PureWindowsPath(PurePath):
    """Paths of another system are not known here."""

    def __new__(cls, *args):
        raise NotImplementedError("cannot instantiate 'PureWindowsPath' on your system")


class Path(PurePath):
    """A path that can be followed."""

    def __new__(cls, *args, **kwargs):
        return PurePath.__new__(PosixPath if cls is Path else cls, *args)

    def __enter__(self):
        return self

    def __exit__(self, *reason):
        pass

    @classmethod
    def cwd(cls):
        """The current folder."""
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        """The user's folder."""
        return cls("~").expanduser()

    def expanduser(self):
        if self._root or not self._tail or self._tail[0][:1] != "~":
            return self
        text = os.path.expanduser(str(self))
        if text.startswith("~"):
            raise RuntimeError("Could not determine home directory.")
        return type(self)(text)

    def absolute(self):
        return self if self._root else type(self)(os.getcwd(), self)

    def resolve(self, strict=False):
        try:
            found = type(self)(os.path.realpath(str(self), strict=strict))
        except OSError as error:
            if error.errno == errno.ELOOP:
                raise RuntimeError(f"Symlink loop from {error.filename!r}")
            raise
        if not strict:
            # What is left of a circle is there still.
            try:
                found.stat()
            except OSError as error:
                if error.errno == errno.ELOOP:
                    raise RuntimeError(f"Symlink loop from {str(found)!r}")
        return found

    def samefile(self, other_path):
        return os.path.samefile(self, other_path)

    def readlink(self):
        return type(self)(os.readlink(self))

    def stat(self, *, follow_symlinks=True):
        return os.stat(self, follow_symlinks=follow_symlinks)

    def lstat(self):
        return os.lstat(self)

    def exists(self):
        return os.path.exists(self)

    def is_file(self):
        return os.path.isfile(self)

    def is_dir(self):
        return os.path.isdir(self)

    def is_symlink(self):
        return os.path.islink(self)

    def _is_kind(self, test):
        try:
            return test(self.stat().st_mode)
        except (OSError, ValueError):
            return False

    def is_block_device(self):
        return self._is_kind(stat.S_ISBLK)

    def is_char_device(self):
        return self._is_kind(stat.S_ISCHR)

    def is_fifo(self):
        return self._is_kind(stat.S_ISFIFO)

    def is_socket(self):
        return self._is_kind(stat.S_ISSOCK)

    def is_mount(self):
        return os.path.ismount(self)

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return io.open(self, mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None):
        with self.open("r", encoding=encoding, errors=errors) as file:
            return file.read()

    def read_bytes(self):
        with self.open("rb") as file:
            return file.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError(f"data must be str, not {type(data).__name__}")
        with self.open("w", encoding=encoding, errors=errors, newline=newline) as file:
            return file.write(data)

    def write_bytes(self, data):
        data = memoryview(data)
        with self.open("wb") as file:
            return file.write(data)

    def iterdir(self):
        """The paths in a folder."""
        root, tail = self._root, self._tail
        for name in os.listdir(self):
            yield self._made(root, tail + [name])

    def glob(self, pattern):
        """The paths below that fit a pattern."""
        return self._search(pattern, [])

    def rglob(self, pattern):
        """The same at any depth."""
        return self._search(pattern, ["**"])

    def _search(self, pattern, before):
        root, patterns = _parts_of([pattern])
        if not root and not patterns and not before:
            raise ValueError(f"Unacceptable pattern: {pattern!r}")
        if root:
            raise NotImplementedError("Non-relative patterns are unsupported")
        patterns = before + patterns
        if pattern.endswith("/"):
            # Folders alone.
            patterns.append("")
        if "**" not in patterns:
            yield from _select(self, patterns)
            return
        seen = set()
        for found in _select(self, patterns):
            if str(found) not in seen:
                seen.add(str(found))
                yield found

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            os.mkdir(self, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def touch(self, mode=0o666, exist_ok=True):
        if exist_ok and self.exists():
            os.utime(self)
        else:
            os.close(os.open(self, os.O_CREAT | os.O_WRONLY | (0 if exist_ok else os.O_EXCL), mode))

    def rmdir(self):
        os.rmdir(self)

    def unlink(self, missing_ok=False):
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rename(self, target):
        os.rename(self, target)
        return type(self)(target)

    def replace(self, target):
        os.replace(self, target)
        return type(self)(target)

    def chmod(self, mode, *, follow_symlinks=True):
        os.chmod(self, mode)

    def symlink_to(self, target, target_is_directory=False):
        os.symlink(target, self)

    def hardlink_to(self, target):
        os.link(target, self)


def _select(folder, patterns):
    """The paths below a folder whose parts fit patterns."""
    if not patterns:
        yield folder
        return
    pattern, rest = patterns[0], patterns[1:]
    if pattern == "":
        if folder.is_dir():
            yield folder
        return
    if pattern == "**":
        for place in _folders(folder):
            yield from _select(place, rest)
        return
    if not any(letter in pattern for letter in "*?["):
        inner = folder._made(folder._root, folder._tail + [pattern])
        if inner.exists():
            yield from _select(inner, rest)
        return
    root, tail = folder._root, folder._tail
    try:
        entries = list(os.scandir(folder)) if rest else os.listdir(folder)
    except OSError:
        return
    if not rest:
        for name in fnmatch.filter(entries, pattern):
            yield folder._made(root, tail + [name])
        return
    for entry in entries:
        if entry.is_dir() and fnmatch.fnmatchcase(entry.name, pattern):
            yield from _select(folder._made(root, tail + [entry.name]), rest)


def _folders(folder):
    """A folder, and all below it."""
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    yield folder
    for entry in entries:
        if entry.is_dir() and not entry.is_symlink():
            yield from _folders(folder._made(folder._root, folder._tail + [entry.name]))


class PosixPath(Path, PurePosixPath):
    """A path of this system that can be followed."""


class WindowsPath(Path, PureWindowsPath):
    """Paths of another system are not known here."""

