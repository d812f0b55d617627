"""The lines of several files, one after another."""

import io
import os
import sys
from types import GenericAlias

__all__ = ["input", "close", "nextfile", "filename", "lineno", "filelineno", "fileno", "isfirstline", "isstdin",
           "FileInput", "hook_compressed", "hook_encoded"]

_state = None


def input(files=None, inplace=False, backup="", *, mode="r", openhook=None, encoding=None, errors=None):
    """The lines of some files, or of those that the command names."""
    global _state
    if _state and _state._file:
        raise RuntimeError("input() already active")
    _state = FileInput(files, inplace, backup, mode=mode, openhook=openhook, encoding=encoding, errors=errors)
    return _state


def close():
    """Close what is being read."""
    global _state
    state, _state = _state, None
    if state:
        state.close()


def _asked(name):
    def ask():
        if not _state:
            raise RuntimeError("no active input()")
        return getattr(_state, name)()

    ask.__name__ = ask.__qualname__ = name
    return ask


nextfile, filename, lineno, filelineno, fileno, isfirstline, isstdin = map(_asked, (
    "nextfile", "filename", "lineno", "filelineno", "fileno", "isfirstline", "isstdin"))


class FileInput:
    """The lines of some files; what is printed can take their place."""

    def __init__(self, files=None, inplace=False, backup="", *, mode="r", openhook=None, encoding=None, errors=None):
        if isinstance(files, (str, os.PathLike)):
            files = (os.fspath(files),)
        else:
            files = tuple(sys.argv[1:] if files is None else files) or ("-",)
        if mode not in ("r", "rb"):
            raise ValueError("FileInput opening mode must be 'r' or 'rb'")
        if openhook and inplace:
            raise ValueError("FileInput cannot use an opening hook in inplace mode")
        if openhook and not callable(openhook):
            raise ValueError("FileInput openhook must be callable")
        self._files, self._inplace, self._backup, self._mode, self._openhook = files, inplace, backup, mode, openhook
        self._encoding, self._errors = encoding, errors
        self._file = self._filename = self._output = self._saved = self._backup_name = None
        self._startlineno = self._filelineno = 0
        self._isstdin = False

    __class_getitem__ = classmethod(GenericAlias)

    def __del__(self):
        self.close()

    def close(self):
        try:
            self.nextfile()
        finally:
            self._files = ()

    def __enter__(self):
        return self

    def __exit__(self, type, value, traceback):
        self.close()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readline(self):
        while True:
            if self._file is None:
                if not self._files:
                    return b"" if "b" in self._mode else ""
                self._open()
            line = self._file.readline()
            if line:
                self._filelineno += 1
                return line
            self.nextfile()

    def _open(self):
        self._filename, *self._files = self._files
        self._startlineno, self._filelineno, self._isstdin = self.lineno(), 0, False
        encoding = self._encoding if "b" in self._mode or self._encoding else "locale"
        encoding = None if "b" in self._mode else encoding
        if self._filename == "-":
            self._filename, self._isstdin = "<stdin>", True
            self._file = getattr(sys.stdin, "buffer", sys.stdin) if "b" in self._mode else sys.stdin
        elif self._inplace:
            self._backup_name = os.fspath(self._filename) + (self._backup or ".bak")
            try:
                os.unlink(self._backup_name)
            except OSError:
                pass
            os.rename(self._filename, self._backup_name)
            self._file = open(self._backup_name, self._mode, encoding=encoding, errors=self._errors)
            self._output = open(self._filename, self._mode.replace("r", "w"), encoding=encoding, errors=self._errors)
            os.chmod(self._filename, os.stat(self._backup_name).st_mode)
            self._saved, sys.stdout = sys.stdout, self._output
        elif self._openhook:
            given = {} if self._encoding is None else {"encoding": self._encoding, "errors": self._errors}
            self._file = self._openhook(self._filename, self._mode, **given)
        else:
            self._file = open(self._filename, self._mode, encoding=encoding, errors=self._errors)

    def nextfile(self):
        """Leave the rest of the current file out."""
        if self._saved is not None:
            sys.stdout, self._saved = self._saved, None
        output, file, name, stdin = self._output, self._file, self._backup_name, self._isstdin
        self._output = self._file = self._backup_name = None
        self._isstdin = False
        if output:
            output.close()
        if file and not stdin:
            file.close()
        if name and not self._backup:
            try:
                os.unlink(name)
            except OSError:
                pass

    def filename(self):
        return self._filename

    def lineno(self):
        return self._startlineno + self._filelineno

    def filelineno(self):
        return self._filelineno

    def fileno(self):
        try:
            return self._file.fileno() if self._file else -1
        except ValueError:
            return -1

    def isfirstline(self):
        return self._filelineno == 1

    def isstdin(self):
        return self._isstdin


def hook_compressed(filename, mode, *, encoding=None, errors=None):
    """Open a file, and uncompress it if its name says so."""
    if os.path.splitext(filename)[1] != ".gz":
        return open(filename, mode, encoding=encoding, errors=errors)
    import gzip

    stream = gzip.open(filename, mode)
    return stream if "b" in mode else io.TextIOWrapper(stream, encoding=encoding, errors=errors)


def hook_encoded(encoding, errors=None):
    """Opens files of an encoding."""
    return lambda filename, mode: open(filename, mode, encoding=encoding, errors=errors)
