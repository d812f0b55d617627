"""Files and folders for the time being."""

import io
import os
import shutil

__all__ = [
    "NamedTemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory", "TemporaryFile", "gettempdir", "gettempprefix",
    "mkdtemp", "mkstemp", "mktemp", "template", "tempdir",
]

template = "tmp"
tempdir = None
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789_"
_TRIES = 100


def gettempdir():
    """The folder for such files."""
    global tempdir
    if tempdir is None:
        places = [os.environ.get(name) for name in ("TMPDIR", "TEMP", "TMP")]
        for place in [*places, "/tmp", "/var/tmp", "/usr/tmp", os.getcwd()]:
            if place and os.path.isdir(place) and os.access(place, os.W_OK):
                tempdir = os.path.abspath(place)
                break
        else:
            raise FileNotFoundError(2, "No usable temporary directory found")
    return tempdir


def gettempprefix():
    """What the names begin with."""
    return template


def _paths(suffix, prefix, folder):
    folder = gettempdir() if folder is None else folder
    prefix = template if prefix is None else prefix
    for _ in range(_TRIES):
        middle = "".join(_LETTERS[byte % len(_LETTERS)] for byte in os.urandom(8))
        yield os.path.join(os.path.abspath(folder), prefix + middle + (suffix or ""))
    raise FileExistsError(17, "No usable temporary file name found")


def mktemp(suffix="", prefix=template, dir=None):
    """A path that nobody uses, for now."""
    for path in _paths(suffix, prefix, dir):
        if not os.path.lexists(path):
            return path


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    """Make and open a file: its number and its path."""
    for path in _paths(suffix, prefix, dir):
        try:
            return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), path
        except FileExistsError:
            continue


def mkdtemp(suffix=None, prefix=None, dir=None):
    """Make a folder: its path."""
    for path in _paths(suffix, prefix, dir):
        try:
            os.mkdir(path, 0o700)
            return path
        except FileExistsError:
            continue


class TemporaryDirectory:
    """A folder that is removed with all that is in it."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
        self._ignore = ignore_cleanup_errors
        self.name = mkdtemp(suffix, prefix, dir)

    def __repr__(self):
        return f"<TemporaryDirectory {self.name!r}>"

    def __enter__(self):
        return self.name

    def __exit__(self, *reason):
        self.cleanup()

    def __del__(self):
        if os.path.isdir(self.name):
            shutil.rmtree(self.name, ignore_errors=True)

    def cleanup(self):
        if os.path.isdir(self.name):
            shutil.rmtree(self.name, ignore_errors=self._ignore)


class _Named:
    """An open file that is removed when it is closed."""

    def __init__(self, file, name, delete):
        self.file, self.name, self.delete = file, name, delete

    def __getattr__(self, name):
        return getattr(self.__dict__["file"], name)

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, *reason):
        self.close()

    def __iter__(self):
        return iter(self.file)

    def close(self):
        self.file.close()
        if self.delete:
            self.delete = False
            os.unlink(self.name)

    def __del__(self):
        self.close()


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                       delete=True, *, errors=None):
    """An open file with a name; it is removed when it is closed."""
    number, path = mkstemp(suffix, prefix, dir)
    file = io.open(number, mode, buffering, encoding=encoding, newline=newline, errors=errors)
    return _Named(file, path, delete)


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *,
                  errors=None):
    """An open file without a name."""
    number, path = mkstemp(suffix, prefix, dir)
    os.unlink(path)
    return io.open(number, mode, buffering, encoding=encoding, newline=newline, errors=errors)


def SpooledTemporaryFile(max_size=0, mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None,
                         dir=None, *, errors=None):
    """The same: what is small is not kept in memory."""
    return TemporaryFile(mode, buffering, encoding, newline, suffix, prefix, dir, errors=errors)
