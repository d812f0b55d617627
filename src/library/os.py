"""The operating system: files and folders by name, the environment, the process."""

import sys
from abc import ABC, abstractmethod

import _os
from _os import (
    chdir, chmod, chown, close, cpu_count, dup, fsync, ftruncate, getcwd, getgid, getpid, getppid, getuid, isatty, link, lseek, pipe,
    read, readlink, remove, rename, rmdir, symlink, umask, urandom, write,
)

name = "posix"
linesep = "\n"
curdir, pardir, extsep, sep, pathsep, altsep = ".", "..", ".", "/", ":", None
defpath, devnull = "/bin:/usr/bin", "/dev/null"
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
O_RDONLY, O_WRONLY, O_RDWR = 0, 1, 2
O_CREAT, O_EXCL, O_TRUNC, O_APPEND, O_CLOEXEC, O_NOFOLLOW = 0o100, 0o200, 0o1000, 0o2000, 0o2000000, 0o400000
EX_OK = 0
EX_USAGE, EX_DATAERR, EX_NOINPUT, EX_NOUSER, EX_NOHOST, EX_UNAVAILABLE, EX_SOFTWARE, EX_OSERR = range(64, 72)
EX_OSFILE, EX_CANTCREAT, EX_IOERR, EX_TEMPFAIL, EX_PROTOCOL, EX_NOPERM, EX_CONFIG = range(72, 79)
O_NONBLOCK, O_SYNC, O_DIRECTORY, O_ACCMODE, O_NOCTTY = 0o4000, 0o4010000, 0o200000, 3, 0o400

error = OSError
unlink = remove
replace = rename
geteuid, getegid = getuid, getgid


def kill(pid, signal, /):
    """Send a signal to a process."""
    import _signal

    _signal.kill(pid, signal)


def fspath(path):
    """The text of a path, or of an object that stands for one."""
    if isinstance(path, (str, bytes)):
        return path
    kind = type(path)
    try:
        method = kind.__fspath__
    except AttributeError:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {kind.__name__}") from None
    text = method(path)
    if isinstance(text, (str, bytes)):
        return text
    raise TypeError(f"expected {kind.__name__}.__fspath__() to return str or bytes, not {type(text).__name__}")


def fsencode(filename):
    """A path as bytes."""
    filename = fspath(filename)
    return filename.encode() if isinstance(filename, str) else filename


def getcwdb():
    """The working directory as bytes."""
    return fsencode(getcwd())


def fsdecode(filename):
    """A path as text."""
    filename = fspath(filename)
    return filename.decode() if isinstance(filename, bytes) else filename


import posixpath as path

sys.modules["os.path"] = path


class PathLike(ABC):
    """An object that stands for a path; whatever has __fspath__ is one."""

    @abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, kind):
        if cls is not PathLike:
            return NotImplemented
        return getattr(kind, "__fspath__", None) is not None or NotImplemented

    __class_getitem__ = classmethod(type(list[int]))


class _Environ:
    """The variables of the environment; changes are seen by the commands that are started."""

    def __init__(self, pairs):
        self._data = dict(pairs)

    def _text(self, value):
        if not isinstance(value, str):
            raise TypeError(f"str expected, not {type(value).__name__}")
        return value

    def __getitem__(self, key):
        try:
            return self._data[self._text(key)]
        except KeyError:
            raise KeyError(key) from None

    def __setitem__(self, key, value):
        self._data[self._text(key)] = self._text(value)

    def __delitem__(self, key):
        try:
            del self._data[self._text(key)]
        except KeyError:
            raise KeyError(key) from None

    def __contains__(self, key):
        return self._text(key) in self._data

    def __iter__(self):
        return iter(list(self._data))

    def __len__(self):
        return len(self._data)

    def __eq__(self, other):
        return self._data == (other._data if isinstance(other, _Environ) else other)

    def __repr__(self):
        inside = ", ".join(f"{key!r}: {value!r}" for key, value in self._data.items())
        return f"environ({{{inside}}})"

    def __or__(self, other):
        return {**self._data, **dict(other)}

    def __ior__(self, other):
        self.update(other)
        return self

    def get(self, key, default=None):
        return self._data.get(self._text(key), default)

    def keys(self):
        return self._data.keys()

    def values(self):
        return self._data.values()

    def items(self):
        return self._data.items()

    def pop(self, key, *default):
        return self._data.pop(key, *default)

    def setdefault(self, key, value):
        return self._data.setdefault(self._text(key), self._text(value))

    def update(self, *others, **named):
        for key, value in dict(*others, **named).items():
            self[key] = value

    def clear(self):
        self._data.clear()

    def copy(self):
        return dict(self._data)


environ = _Environ(_os.environment())
supports_bytes_environ = True
supports_dir_fd, supports_effective_ids, supports_fd = set(), set(), set()


def getenv(key, default=None):
    """A variable of the environment."""
    return environ.get(key, default)


def putenv(key, value):
    """Set a variable of the environment."""
    environ[key] = value


def unsetenv(key):
    """Take a variable out of the environment."""
    environ.pop(key, None)


def system(command):
    """Have the shell run a command; its exit status."""
    return _os.system(command, list(environ.items()))


class _Piped:
    """What a command writes, or reads, as a file; closing it waits for the command."""

    def __init__(self, stream, process):
        self._stream, self._process = stream, process

    def close(self):
        self._stream.close()
        status = self._process.wait()
        return None if status == 0 else status << 8 if status > 0 else status

    def __enter__(self):
        return self

    def __exit__(self, *info):
        self.close()

    def __iter__(self):
        return iter(self._stream)

    def __getattr__(self, name):
        return getattr(self._stream, name)


def popen(cmd, mode="r", buffering=-1):
    """Have the shell run a command, and read what it writes, or write what it reads."""
    if not isinstance(cmd, str):
        raise TypeError(f"invalid cmd type ({type(cmd)}, expected string)")
    if mode not in ("r", "w"):
        raise ValueError(f"invalid mode {mode!r}")
    if buffering == 0 or buffering is None:
        raise ValueError("popen() does not support unbuffered streams")
    import subprocess

    process = subprocess.Popen(cmd, shell=True, text=True, **{"stdout" if mode == "r" else "stdin": subprocess.PIPE})
    return _Piped(process.stdout if mode == "r" else process.stdin, process)


def waitstatus_to_exitcode(status):
    """The exit code of a command that `system` has run; negative for a signal."""
    return -(status & 127) if status & 127 else status >> 8


WIFEXITED, WEXITSTATUS = lambda status: status & 127 == 0, lambda status: status >> 8 & 255
WIFSIGNALED, WTERMSIG = lambda status: status & 127 not in (0, 127), lambda status: status & 127


def getlogin():
    """Who is logged in."""
    import getpass

    return getpass.getuser()


def getloadavg():
    """How many processes wanted to run, in the last 1, 5 and 15 minutes."""
    import builtins

    try:
        with builtins.open("/proc/loadavg") as file:
            return tuple(map(float, file.read().split()[:3]))
    except FileNotFoundError:
        raise OSError("Load averages are unobtainable") from None


def get_exec_path(env=None):
    """The folders that programs are looked for in."""
    return (environ if env is None else env).get("PATH", defpath).split(pathsep)


class _Row(tuple):
    """Values in a row, with names."""

    _names = ()

    def __init__(self, values):
        for name, value in zip(self._names, self):
            setattr(self, name, value)

    def __repr__(self):
        inside = ", ".join(f"{name}={value!r}" for name, value in zip(self._names, self))
        return f"{self._module}.{type(self).__name__}({inside})"


stat_result = _os.stat_result


def stat(path, *, dir_fd=None, follow_symlinks=True):
    """What the system knows of a file, by its path or its number."""
    return _os.stat(path, follow_symlinks)


def lstat(path):
    """The same; a symbolic link is a file of its own."""
    return _os.stat(path, False)


def fstat(fd):
    """The same of an open file."""
    return _os.stat(fd, True)


def listdir(path="."):
    """The names in a folder, in no order."""
    names = _os.listdir("." if path is None else path)
    return [name.encode() for name in names] if isinstance(path, bytes) else names


class DirEntry:
    """A name in a folder, and what is known of it."""

    def __init__(self, folder, name, kind):
        self.name = name
        self._folder = folder
        self._kind = kind

    @property
    def path(self):
        """The folder as it was named, and the name."""
        return path.join(self._folder, self.name)

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"

    def _is(self, kind, follow_symlinks):
        if self._kind == "l" and follow_symlinks:
            return _os.kind(self.path, True) == kind
        return self._kind == kind

    def is_dir(self, *, follow_symlinks=True):
        return self._is("d", follow_symlinks)

    def is_file(self, *, follow_symlinks=True):
        return self._is("f", follow_symlinks)

    def is_symlink(self):
        return self._kind == "l"

    def stat(self, *, follow_symlinks=True):
        return _os.stat(self.path, follow_symlinks)

    def inode(self):
        return _os.stat(self.path, False).st_ino


class _Scan:
    """The entries of a folder, one after the other."""

    def __init__(self, folder):
        self._entries = iter([DirEntry(folder, name, kind) for name, kind in _os.entries(folder)])

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *reason):
        self.close()

    def close(self):
        self._entries = iter(())


def scandir(path="."):
    """The entries of a folder, with what they are."""
    return _Scan("." if path is None else fspath(path))


def walk(top, topdown=True, onerror=None, followlinks=False):
    """Each folder below a place: its path, the folders in it and the files in it."""
    top = fspath(top)
    try:
        entries = list(scandir(top))
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    folders = [entry.name for entry in entries if entry.is_dir()]
    files = [entry.name for entry in entries if not entry.is_dir()]
    if topdown:
        yield top, folders, files
    for folder in folders:
        inner = path.join(top, folder)
        if followlinks or not path.islink(inner):
            yield from walk(inner, topdown, onerror, followlinks)
    if not topdown:
        yield top, folders, files


def mkdir(path, mode=0o777, *, dir_fd=None):
    """Make a folder."""
    _os.mkdir(path, mode)


def makedirs(name, mode=0o777, exist_ok=False):
    """Make a folder, and all that it lies in."""
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail == curdir:
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def removedirs(name):
    """Remove a folder, and those around it that are empty then."""
    rmdir(name)
    head, tail = path.split(name)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


def renames(old, new):
    """Rename; folders are made for the new name and removed from the old one."""
    head = path.dirname(new)
    if head and not path.exists(head):
        makedirs(head)
    rename(old, new)
    head = path.dirname(old)
    if head:
        try:
            removedirs(head)
        except OSError:
            pass


def access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True):
    """Whether the process may use a file so."""
    return _os.access(path, mode)


def utime(path, times=None, *, ns=None):
    """Set when a file was read and changed."""
    if times is not None and ns is not None:
        raise ValueError("utime: you may specify either 'times' or 'ns' but not both")
    if ns is None:
        import time
        ns = (time.time_ns(),) * 2 if times is None else tuple(int(moment * 1_000_000_000) for moment in times)
    _os.utime(path, *ns)


def truncate(path, length):
    """Cut a file off at a length."""
    from io import open
    with open(path, "r+b") as file:
        file.truncate(length)


def open(path, flags, mode=0o777, *, dir_fd=None):
    """Open a file; its number."""
    return _os.open(path, flags, mode)


def fdopen(fd, *arguments, **named):
    """A file object for an open file."""
    from io import open
    return open(fd, *arguments, **named)


class uname_result(_Row):
    """What the system calls itself."""

    _module = "posix"
    _names = ("sysname", "nodename", "release", "version", "machine")


def uname():
    """What the system calls itself."""
    return uname_result(_os.uname())


class terminal_size(_Row):
    """Columns and lines."""

    _module = "os"
    _names = ("columns", "lines")


def get_terminal_size(fd=1):
    """The size of the terminal."""
    size = _os.terminal_size()
    if size is None:
        raise OSError(25, "Inappropriate ioctl for device")
    return terminal_size(size)


def strerror(code):
    """What the system calls an error."""
    return _os.strerror(code)


def sched_getaffinity(pid):
    """The processors that the process may use."""
    return set(range(cpu_count() or 1))


def _exit(status):
    """End at once."""
    raise SystemExit(status)


def abort():
    """End as if something went very wrong."""
    raise SystemExit(134)


supports_follow_symlinks = {stat}
