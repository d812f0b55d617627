"""Tracebacks as data and as text."""

import sys

try:
    from _traceback import shown as _shown
except ImportError:
    _shown = None

__all__ = [
    "extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list", "format_stack",
    "format_tb", "print_exc", "format_exc", "print_exception", "print_last", "print_stack", "print_tb", "clear_frames",
    "FrameSummary", "StackSummary", "TracebackException", "walk_stack", "walk_tb", "print_list",
]

_given = object()
_REPEATED = 3


class FrameSummary:
    """One line of a traceback."""

    __slots__ = ("filename", "lineno", "end_lineno", "colno", "end_colno", "name", "_line", "_marks", "locals")

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None,
                 colno=None, end_colno=None):
        self.filename, self.lineno, self.name = filename, lineno, name
        self.end_lineno, self.colno, self.end_colno = end_lineno, colno, end_colno
        self._line = line
        self._marks = None
        self.locals = None if locals is None else {k: repr(v) for k, v in locals.items()}

    @property
    def line(self):
        """The text of the line."""
        if self._line is None:
            if self.lineno is None:
                return None
            import linecache

            self._line = linecache.getline(self.filename, self.lineno)
        return self._line.strip()

    def _key(self):
        return (self.filename, self.lineno, self.name, self.locals)

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return self._key() == other._key()
        if isinstance(other, tuple):
            return tuple(self) == other
        return NotImplemented

    def __getitem__(self, pos):
        return (self.filename, self.lineno, self.name, self.line)[pos]

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __len__(self):
        return 4

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


class StackSummary(list):
    """The lines of a traceback, outermost first."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """Lines of pairs of frame and line number."""
        result = klass()
        for frame, lineno in frame_gen:
            code = frame.f_code
            result.append(FrameSummary(code.co_filename, lineno, code.co_name))
        return klass(_limited(result, limit))

    @classmethod
    def from_list(klass, a_list):
        """Lines of tuples."""
        result = klass()
        for frame in a_list:
            if isinstance(frame, FrameSummary):
                result.append(frame)
            else:
                filename, lineno, name, line = frame
                result.append(FrameSummary(filename, lineno, name, line=line))
        return result

    def format_frame_summary(self, frame_summary):
        """The text of one line."""
        text = f'  File "{frame_summary.filename}", line {frame_summary.lineno}, in {frame_summary.name}\n'
        line = frame_summary.line
        if line:
            text += f"    {line}\n"
            if frame_summary._marks:
                text += f"    {frame_summary._marks}\n"
        if frame_summary.locals:
            for name, value in sorted(frame_summary.locals.items()):
                text += f"    {name} = {value}\n"
        return text

    def format(self):
        """The texts of all lines; equal ones are counted."""
        result, last, count = [], None, 0

        def close():
            if count > _REPEATED:
                more = count - _REPEATED
                result.append(f"  [Previous line repeated {more} more time{'s' * (more > 1)}]\n")

        for frame in self:
            text = self.format_frame_summary(frame)
            if text is None:
                continue
            key = (frame.filename, frame.lineno, frame.name)
            if key != last:
                close()
                last, count = key, 0
            count += 1
            if count <= _REPEATED:
                result.append(text)
        close()
        return result


def _limited(items, limit):
    if limit is None:
        limit = getattr(sys, "tracebacklimit", None)
        if limit is not None and limit < 0:
            limit = 0
    if limit is None:
        return items
    return items[:limit] if limit >= 0 else items[limit:]


def walk_tb(tb):
    """The frames of a traceback with their lines."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    """The frames from `f` outward."""
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def extract_tb(tb, limit=None):
    """The lines of a traceback."""
    result = StackSummary()
    while tb is not None:
        code = tb.tb_frame.f_code
        summary = FrameSummary(code.co_filename, tb.tb_lineno, code.co_name)
        if _shown is not None:
            summary._line, summary._marks = _shown(tb)
        result.append(summary)
        tb = tb.tb_next
    return StackSummary(_limited(result, limit))


def extract_stack(f=None, limit=None):
    """The lines of the running functions, outermost first."""
    if f is None:
        f = sys._getframe().f_back
    found = StackSummary.extract(walk_stack(f), limit=limit)
    found.reverse()
    return found


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    _write(format_list(extracted_list), file)


def format_tb(tb, limit=None):
    return extract_tb(tb, limit=limit).format()


def print_tb(tb, limit=None, file=None):
    _write(format_tb(tb, limit), file)


def format_stack(f=None, limit=None):
    if f is None:
        f = sys._getframe().f_back
    return format_list(extract_stack(f, limit))


def print_stack(f=None, limit=None, file=None):
    if f is None:
        f = sys._getframe().f_back
    _write(format_list(extract_stack(f, limit)), file)


def clear_frames(tb):
    """Let go of what the frames of a traceback hold."""


def _write(texts, file):
    print("".join(texts), file=sys.stderr if file is None else file, end="")


def _parsed(exc, value, tb):
    if exc is _given:
        raise TypeError("missing exception")
    if value is _given and tb is _given:
        if exc is None:
            return None, None
        if not isinstance(exc, BaseException):
            raise TypeError(f"Exception expected for value, {type(exc).__name__} found")
        return exc, exc.__traceback__
    if value is _given or tb is _given:
        raise ValueError("Both or neither of value and tb must be given")
    return value, tb


def format_exception(exc, /, value=_given, tb=_given, limit=None, chain=True):
    """The texts of an exception with its traceback."""
    value, tb = _parsed(exc, value, tb)
    return list(TracebackException(type(value), value, tb, limit=limit, compact=True).format(chain=chain))


def print_exception(exc, /, value=_given, tb=_given, limit=None, file=None, chain=True):
    _write(format_exception(exc, value, tb, limit, chain), file)


def format_exception_only(exc, /, value=_given):
    """The texts of an exception alone."""
    if value is _given:
        value = exc
    return list(TracebackException(type(value), value, None, compact=True).format_exception_only())


def print_exc(limit=None, file=None, chain=True):
    """Print the exception being handled."""
    print_exception(*sys.exc_info(), limit, file, chain)


def format_exc(limit=None, chain=True):
    """The text of the exception being handled."""
    return "".join(format_exception(*sys.exc_info(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    if not hasattr(sys, "last_type"):
        raise ValueError("no last exception")
    print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file, chain)


_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"


class TracebackException:
    """An exception taken down for later."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, _seen=None):
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))
        self.exc_type = exc_type
        self._str = "" if exc_value is None else _text(exc_value, "exception")
        self.__notes__ = getattr(exc_value, "__notes__", None)
        self.stack = extract_tb(exc_traceback, limit=limit)
        self._limits = (max_group_width, max_group_depth)
        self._is_syntax = isinstance(exc_value, SyntaxError)
        if self._is_syntax:
            self.filename = exc_value.filename
            self.lineno = None if exc_value.lineno is None else str(exc_value.lineno)
            self.end_lineno = None if exc_value.end_lineno is None else str(exc_value.end_lineno)
            self.text, self.offset, self.end_offset = exc_value.text, exc_value.offset, exc_value.end_offset
            self.msg = exc_value.msg
        self.__cause__ = self.__context__ = self.exceptions = None
        self.__suppress_context__ = False
        if exc_value is not None:
            def follow(other):
                if other is None or id(other) in seen:
                    return None
                return TracebackException(
                    type(other), other, other.__traceback__, limit=limit, compact=compact, _seen=seen
                )

            self.__suppress_context__ = exc_value.__suppress_context__
            self.__cause__ = follow(exc_value.__cause__)
            if not compact or self.__cause__ is None and not self.__suppress_context__:
                self.__context__ = follow(exc_value.__context__)
            if isinstance(exc_value, BaseExceptionGroup):
                self.exceptions = [
                    TracebackException(type(e), e, e.__traceback__, limit=limit, compact=compact, _seen=seen)
                    for e in exc_value.exceptions
                ]

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        """The exception, with all that belongs to it."""
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self):
        """The lines of the exception without its traceback."""
        if self.exc_type is None:
            yield "NoneType: None\n" if not self._str else f"None: {self._str}\n"
            return
        name = self.exc_type.__qualname__
        if self.exc_type.__module__ not in ("__main__", "builtins"):
            name = f"{self.exc_type.__module__}.{name}"
        if self._is_syntax:
            yield from self._syntax_lines(name)
        else:
            yield f"{name}: {self._str}\n" if self._str else f"{name}\n"
        notes = self.__notes__
        if notes is not None:
            try:
                notes = list(notes)
            except TypeError:
                yield _text(notes, "__notes__", repr)
                return
            for note in notes:
                text = note if isinstance(note, str) else _text(note, "note")
                yield from [line + "\n" for line in text.split("\n")]

    def _syntax_lines(self, name):
        where = ""
        if self.lineno is not None:
            yield f'  File "{self.filename or "<string>"}", line {self.lineno}\n'
        elif self.filename is not None:
            where = f" ({self.filename})"
        if self.text is not None:
            line = self.text.rstrip("\n")
            bare = line.lstrip(" \n\f")
            yield f"    {bare}\n"
            if self.offset is not None:
                offset = self.offset
                end = self.end_offset if self.end_offset not in (None, 0) else offset
                if self.end_lineno is not None and self.end_lineno != self.lineno:
                    end = len(line) + 1
                if offset == end or end == -1:
                    end = offset + 1
                start = offset - 1 - (len(line) - len(bare))
                stop = end - 1 - (len(line) - len(bare))
                if start >= 0:
                    blank = "".join(c if c.isspace() else " " for c in bare[:start])
                    yield f"    {blank.ljust(start)}{'^' * (stop - start)}\n"
        yield f"{name}: {self.msg or '<no detail available>'}{where}\n"

    def format(self, *, chain=True, _depth=0):
        """All lines, those of earlier exceptions first."""
        parts, exc = [], self
        while exc is not None:
            if not chain:
                parts.append((None, exc))
                break
            if exc.__cause__ is not None:
                parts.append((_CAUSE, exc))
                exc = exc.__cause__
            elif exc.__context__ is not None and not exc.__suppress_context__:
                parts.append((_CONTEXT, exc))
                exc = exc.__context__
            else:
                parts.append((None, exc))
                exc = None
        margin = "  " * _depth + "| " if _depth else ""
        for message, exc in reversed(parts):
            if message is not None:
                yield from _indented(message, margin)
            if exc.exceptions is None:
                if exc.stack:
                    yield from _indented("Traceback (most recent call last):\n", margin)
                    for text in exc.stack.format():
                        yield from _indented(text, margin)
                for text in exc.format_exception_only():
                    yield from _indented(text, margin)
            else:
                yield from exc._group(_depth)

    def _group(self, depth):
        width, deepest = self._limits
        if depth > deepest:
            yield f"{'  ' * depth}| ... (max_group_depth is {deepest})\n"
            return
        outermost = depth == 0
        inner = 1 if outermost else depth
        margin = "  " * inner + "| "
        if self.stack:
            head = "Exception Group Traceback (most recent call last):\n"
            yield f"  + {head}" if outermost else margin + head
            for text in self.stack.format():
                yield from _indented(text, margin)
        for text in self.format_exception_only():
            yield from _indented(text, margin)
        count = len(self.exceptions)
        shown = min(count, width)
        for i, exc in enumerate(self.exceptions[:shown] + ([None] if count > shown else [])):
            title = "..." if exc is None else str(i + 1)
            yield f"{'  ' * inner}{'+-' if i == 0 else '  '}+---------------- {title} ----------------\n"
            deeper = inner + 1
            if exc is None:
                left = count - shown
                yield f"{'  ' * deeper}| and {left} more exception{'s' * (left > 1)}\n"
            else:
                yield from exc.format(_depth=deeper)
            last = i == count - 1 or exc is None
            if last and not (exc is not None and exc.exceptions is not None):
                yield f"{'  ' * deeper}+------------------------------------\n"

    def print(self, *, file=None, chain=True):
        _write(self.format(chain=chain), file)


def _indented(text, margin):
    if not margin:
        yield text
    else:
        yield "".join(margin + line for line in text.splitlines(True))


def _text(value, what, func=str):
    try:
        return func(value)
    except Exception:
        return f"<{what} {func.__name__}() failed>"
