"""Tables with separated values."""

from _csv import cut, join

__all__ = [
    "QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "Error", "Dialect", "excel", "excel_tab",
    "field_size_limit", "reader", "writer", "register_dialect", "get_dialect", "list_dialects", "Sniffer",
    "unregister_dialect", "DictReader", "DictWriter", "unix_dialect",
]

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)


class Error(Exception):
    """A table that cannot be read or written."""

    __module__ = "_csv"


class Dialect:
    """How values are separated and quoted."""

    delimiter = quotechar = escapechar = doublequote = skipinitialspace = lineterminator = quoting = None

    def __init__(self):
        try:
            _Settings(self)
        except TypeError as error:
            raise Error(str(error))


class excel(Dialect):
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(Dialect):
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\n"
    quoting = QUOTE_ALL


_dialects = {}
_limit = 131072


def _char(name, value, none):
    if value is None and none:
        return None
    if not isinstance(value, str):
        kind = "string or None" if none else "string"
        raise TypeError(f'"{name}" must be {kind}, not {type(value).__name__}')
    if len(value) != 1:
        raise TypeError(f'"{name}" must be a 1-character string')
    return value


class _Settings:
    """A dialect, checked."""

    def __init__(self, dialect=None, **given):
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)

        def pick(name, default):
            if name in given:
                return given.pop(name)
            value = getattr(dialect, name, default) if dialect is not None else default
            return value

        self.delimiter = _char("delimiter", pick("delimiter", ","), False)
        self.doublequote = bool(pick("doublequote", True))
        self.escapechar = _char("escapechar", pick("escapechar", None), True)
        self.lineterminator = pick("lineterminator", "\r\n")
        quoting = pick("quoting", QUOTE_MINIMAL)
        has_char = "quotechar" in given
        self.quotechar = _char("quotechar", pick("quotechar", '"'), True)
        self.skipinitialspace = bool(pick("skipinitialspace", False))
        self.strict = bool(pick("strict", False))
        if given:
            raise TypeError(f"'{next(iter(given))}' is an invalid keyword argument for this function")
        if not isinstance(quoting, int):
            raise TypeError('"quoting" must be an integer')
        if not 0 <= quoting <= 3:
            raise TypeError('bad "quoting" value')
        if has_char and self.quotechar is None and quoting == QUOTE_MINIMAL:
            quoting = QUOTE_NONE
        if quoting != QUOTE_NONE and self.quotechar is None:
            raise TypeError("quotechar must be set if quoting enabled")
        if self.lineterminator is None:
            raise TypeError("lineterminator must be set")
        if not isinstance(self.lineterminator, str):
            raise TypeError('"lineterminator" must be a string')
        self.quoting = quoting


def register_dialect(name, dialect=None, **fmtparams):
    """Give a dialect a name."""
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = _Settings(dialect, **fmtparams)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]


def get_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def list_dialects():
    return list(_dialects)


def field_size_limit(*limit):
    """The longest value that is read; sets it if given."""
    global _limit
    before = _limit
    if len(limit) > 1:
        raise TypeError(f"field_size_limit expected at most 1 argument, got {len(limit)}")
    if limit:
        if not isinstance(limit[0], int):
            raise TypeError("limit must be an integer")
        _limit = limit[0]
    return before


class reader:
    """Reads rows out of lines."""

    def __init__(self, iterable, dialect="excel", **fmtparams):
        self._lines = iter(iterable)
        self.dialect = settings = _Settings(dialect, **fmtparams)
        self._is_plain = (
            settings.quoting < QUOTE_NONNUMERIC and settings.quotechar is not None and settings.doublequote
            and settings.escapechar is None and not settings.skipinitialspace
            and settings.delimiter != settings.quotechar
        )
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        line = next(self._lines)
        if self._is_plain and isinstance(line, str):
            # Most lines need not be read letter by letter.
            row = cut(line, self.dialect.delimiter, self.dialect.quotechar, _limit)
            if row is not None:
                self.line_num += 1
                return row
        return self._read(line)

    def _read(self, line):
        """The row that begins with a line."""
        settings = self.dialect
        row, field, state, numeric = [], [], "start", False
        delimiter, quote, escape = settings.delimiter, settings.quotechar, settings.escapechar
        quoting = settings.quoting
        while True:
            if line is None:
                try:
                    line = next(self._lines)
                except StopIteration:
                    if state in ("quoted", "escaped quoted") or field:
                        if settings.strict:
                            raise Error("unexpected end of data")
                        self._save(row, field, numeric)
                        return row
                    raise
            if not isinstance(line, str):
                raise Error(
                    f"iterator should return strings, not {type(line).__name__} "
                    "(the file should be opened in text mode)"
                )
            self.line_num += 1
            ended = False
            for char in line:
                if ended:
                    if char in "\r\n":
                        continue
                    raise Error(
                        "new-line character seen in unquoted field - do you need to open the file in universal-newline mode?"
                    )
                if state == "quoted":
                    if char == escape:
                        state = "escaped quoted"
                    elif char == quote and quoting != QUOTE_NONE:
                        state = "quote in quoted" if settings.doublequote else "field"
                    else:
                        field.append(char)
                elif state == "escaped":
                    field.append(char)
                    state = "escaped end" if char in "\r\n" else "field"
                elif state == "escaped quoted":
                    field.append(char)
                    state = "quoted"
                elif char in "\r\n":
                    if state != "start":
                        self._save(row, field, numeric)
                    field, ended = [], True
                elif state == "quote in quoted" and quoting != QUOTE_NONE and char == quote:
                    field.append(char)
                    state = "quoted"
                elif char == quote and quoting != QUOTE_NONE and state in ("start", "value"):
                    state = "quoted"
                elif char == " " and settings.skipinitialspace and state in ("start", "value"):
                    state = "value"
                elif char == delimiter:
                    self._save(row, field, numeric)
                    field, state, numeric = [], "value", False
                elif state == "quote in quoted":
                    if settings.strict:
                        raise Error(f"'{delimiter}' expected after '{quote}'")
                    field.append(char)
                    state = "field"
                elif char == escape:
                    state = "escaped"
                elif state in ("start", "value"):
                    numeric = quoting == QUOTE_NONNUMERIC
                    field.append(char)
                    state = "field"
                else:
                    field.append(char)
                if len(field) > _limit:
                    raise Error(f"field larger than field limit ({_limit})")
            if ended:
                return row
            if state == "start":
                return row
            if state not in ("quoted", "escaped quoted", "escaped", "escaped end"):
                self._save(row, field, numeric)
                return row
            if state in ("escaped", "escaped quoted"):
                field.append("\n")
            if state == "escaped quoted":
                state = "quoted"
            line = None

    def _save(self, row, field, numeric):
        text = "".join(field)
        row.append(float(text) if numeric else text)


class _Writer:
    """Writes rows."""

    def __init__(self, file, settings):
        self.dialect = settings
        self._write = file.write
        self._special = {settings.delimiter, settings.quotechar, settings.escapechar, *settings.lineterminator}
        self._is_plain = settings.quoting == QUOTE_MINIMAL and settings.doublequote and settings.escapechar is None
        self._reasons = "".join(letter for letter in self._special if letter is not None)

    def writerow(self, row):
        """Write one row."""
        if self._is_plain:
            # Most rows are of texts and numbers.
            line = join(row, self.dialect.delimiter, self.dialect.quotechar, self._reasons, self.dialect.lineterminator)
            if line is not None:
                return self._write(line)
        try:
            fields = iter(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        settings = self.dialect
        quote, escape, quoting = settings.quotechar, settings.escapechar, settings.quoting
        special = self._special
        parts = []
        for field in fields:
            text = "" if field is None else field if isinstance(field, str) else str(field)
            quoted = quoting == QUOTE_ALL or quoting == QUOTE_NONNUMERIC and not _is_kind_of_number(field)
            if special.isdisjoint(text):
                parts.append(quote + text + quote if quoted else text)
                continue
            result = []
            for char in text:
                if char in special:
                    wants_escape = False
                    if quoting == QUOTE_NONE:
                        wants_escape = True
                    elif char == quote:
                        if settings.doublequote:
                            result.append(quote)
                        else:
                            wants_escape = True
                    elif char == escape:
                        wants_escape = True
                    if wants_escape:
                        if escape is None:
                            raise Error("need to escape, but no escapechar set")
                        result.append(escape)
                    else:
                        quoted = True
                result.append(char)
            text = "".join(result)
            parts.append(quote + text + quote if quoted else text)
        if len(parts) == 1 and parts[0] == "":
            if quoting == QUOTE_NONE:
                raise Error("single empty field record must be quoted")
            parts[0] = quote + quote
        return self._write(settings.delimiter.join(parts) + settings.lineterminator)

    def writerows(self, rows):
        """Write many rows."""
        for row in rows:
            self.writerow(row)


def _is_kind_of_number(value):
    return isinstance(value, (int, float)) or type(value).__name__ in ("complex", "Fraction", "Decimal")


def writer(fileobj, dialect="excel", **fmtparams):
    """What writes rows to a file."""
    if not callable(getattr(fileobj, "write", None)):
        raise TypeError("argument 1 must have a \"write\" method")
    return _Writer(fileobj, _Settings(dialect, **fmtparams))


register_dialect("excel", excel)
register_dialect("excel-tab", excel_tab)
register_dialect("unix", unix_dialect)


class DictReader:
    """Reads rows as dicts."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self._fieldnames = fieldnames
        self.restkey, self.restval = restkey, restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while row == []:
            row = next(self.reader)
        names = self.fieldnames
        result = dict(zip(names, row))
        if len(names) < len(row):
            result[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            result[name] = self.restval
        return result


class DictWriter:
    """Writes dicts as rows."""

    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        if iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self.fieldnames = fieldnames
        self.restval = restval
        if extrasaction.lower() not in ("raise", "ignore"):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, rowdict):
        if self.extrasaction == "raise":
            wrong = [name for name in rowdict if name not in self.fieldnames]
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join(map(repr, wrong)))
        return (rowdict.get(key, self.restval) for key in self.fieldnames)

    def writerow(self, rowdict):
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._row, rowdicts))


class Sniffer:
    """Guesses the dialect of a text."""

    def __init__(self):
        self.preferred = [",", "\t", ";", " ", ":"]

    def sniff(self, sample, delimiters=None):
        """A dialect that fits the sample."""
        lines = [line for line in sample.splitlines() if line]
        best, most = None, 0
        for char in delimiters or self.preferred + ["|"]:
            counts = {line.count(char) for line in lines}
            if len(counts) == 1 and max(counts, default=0) > most:
                best, most = char, max(counts)
        if best is None:
            raise Error("Could not determine delimiter")

        class dialect(excel):
            _name = "sniffed"
            delimiter = best
            skipinitialspace = all(line.count(best) == line.count(best + " ") for line in lines)
            quotechar = "'" if '"' not in sample and f"'{best}" in sample else '"'

        return dialect

    def has_header(self, sample):
        """Whether the first row looks like names above columns of numbers."""
        import io

        rows = list(reader(io.StringIO(sample), self.sniff(sample)))
        votes = 0
        for column, name in enumerate(rows[0]):
            below = [row[column] for row in rows[1:20] if len(row) == len(rows[0])]
            if below and all(map(_is_number, below)):
                votes += -1 if _is_number(name) else 1
            elif below and len({len(value) for value in below}) == 1:
                votes += 1 if len(name) != len(below[0]) else -1
        return votes > 0


def _is_number(text):
    try:
        complex(text)
    except ValueError:
        return False
    return True
