"""Tables of numbers in files of text."""

import re
from itertools import count

import _numpy
import numpy as np
from numpy import array, asarray, float64, int64

__all__ = ["savetxt", "loadtxt", "genfromtxt"]


def savetxt(fname, X, fmt="%.18e", delimiter=" ", newline="\n", header="", footer="", comments="# ", encoding=None):
    rows = asarray(X)
    if rows.ndim == 0 or rows.ndim > 2:
        raise ValueError(f"Expected 1D or 2D array, got {rows.ndim}D array instead")
    rows = rows.reshape(-1, 1) if rows.ndim < 2 else rows
    columns = rows.shape[1]
    if isinstance(fmt, (list, tuple)):
        if len(fmt) != columns:
            raise AttributeError(f"fmt has wrong shape.  {fmt}")
        line = delimiter.join(fmt)
    elif rows.dtype.kind == "c":
        rows = np.stack((rows.real, rows.imag), -1).reshape(len(rows), -1)
        line = fmt if fmt.count("%") > 1 else delimiter.join([f" ({fmt}+{fmt}j)"] * columns)
    else:
        if fmt.count("%") > 1 and fmt.count("%") != columns:
            raise ValueError(f"fmt has wrong number of % formats:  {fmt}")
        line = fmt if fmt.count("%") > 1 else delimiter.join([fmt] * columns)
    lines = [line % tuple(row) + newline for row in rows.tolist()]
    if rows.shape[1] > columns:
        lines = [text.replace("+-", "-") for text in lines]
    text = comments + header.replace("\n", "\n" + comments) + newline if header else ""
    text += "".join(lines)
    text += comments + footer.replace("\n", "\n" + comments) + newline if footer else ""
    if hasattr(fname, "write"):
        fname.write(text)
        return
    with open(fname, "w") as to:
        to.write(text)


def _lines_of(source, encoding=None):
    """The lines of a file, of an open file, or of whatever gives lines."""
    if hasattr(source, "read"):
        text = source.read()
        return (text.decode() if isinstance(text, bytes) else text).splitlines()
    if isinstance(source, str) or hasattr(source, "__fspath__"):
        try:
            with open(source, encoding=encoding) as from_:
                return from_.read().splitlines()
        except FileNotFoundError:
            raise FileNotFoundError(f"{source} not found.") from None
    return [line.decode() if isinstance(line, bytes) else line for line in source]


_UNCOUNTED = (
    "Input line {} contained no data and will not be counted towards `max_rows={}`.  This differs from the behaviour in NumPy "
    "<=1.22 which counted lines rather than rows.  If desired, the previous behaviour can be achieved by using "
    "`itertools.islice`.\nPlease see the 1.23 release notes for an example on how to do this.  If you wish to ignore this "
    "warning, use `warnings.filterwarnings`.  This warning is expected to be removed in the future and is given only once per "
    "`loadtxt` call."
)


def _plain_rows(lines, delimiter, marks):
    """The fields of each line."""
    for line in lines:
        for mark in marks:
            line = line.partition(mark)[0]
        line = line.strip()
        yield line.split(delimiter) if line else []


def _quoted_rows(lines, delimiter, marks, quote):
    """The same where what stands in quotes may hold delimiters, marks of comments and ends of lines."""
    if not isinstance(quote, str) or len(quote) != 1:
        what = "Text reading control character must be a single unicode character or None"
        raise TypeError(f"{what}; but got: {quote!r}")
    inside = re.compile("(?:[^{0}]|{0}{0})*".format(re.escape(quote)))
    lines = iter(lines)
    for line in lines:
        while line.count(quote) % 2 and (more := next(lines, None)) is not None:
            line += "\n" + more
        row, field, place = [], None, 0
        while place < len(line) and not line.startswith(marks, place):
            sign = line[place]
            place += 1
            if sign == quote and field is None:
                body = inside.match(line, place)[0]
                field, place = body.replace(quote * 2, quote), place + len(body) + 1
            elif sign == delimiter or delimiter is None and sign.isspace():
                if delimiter is not None or field is not None:
                    row.append(field or "")
                field = None
            else:
                field = (field or "") + sign
        if field is not None or delimiter is not None and row:
            row.append(field or "")
        yield row


_NUMBERS = {"c": complex, "f": float, "U": str, "O": str, "S": lambda part: part.encode("latin1")}


def loadtxt(fname, dtype=float, comments="#", delimiter=None, converters=None, skiprows=0, usecols=None, unpack=False,
            ndmin=0, encoding=None, max_rows=None, *, quotechar=None, like=None):
    lines = _lines_of(fname, encoding)[skiprows:]
    marks = () if comments is None else (comments,) if isinstance(comments, str) else tuple(comments)
    kind = np.dtype(dtype)
    kinds = [kind[name] for name in kind.names] if kind.names else None
    columns = None if usecols is None else [usecols] if isinstance(usecols, int) else list(usecols)

    def read(part, row, column, kind):
        convert = converters if callable(converters) else (converters or {}).get(column)
        if convert is not None:
            return convert(part)
        try:
            return _NUMBERS.get(kind.kind, int)(part)
        except ValueError:
            message = f"could not convert string {part.strip()!r} to {kind} at row {row}, column {column + 1}."
            raise ValueError(message) from None

    rows, is_told, result = [], False, None
    if kinds is None and converters is None and columns is None and max_rows is None and quotechar is None and len(marks) < 2:
        result = _numpy.table(lines, delimiter, marks[0] if marks else None, kind)
    if result is not None:
        fields = ()
    elif quotechar is None:
        fields = _plain_rows(lines, delimiter, marks)
    else:
        fields = _quoted_rows(lines, delimiter, marks, quotechar)
    for number_of_line, parts in enumerate(fields, skiprows + 1):
        if max_rows is not None and len(rows) >= max_rows:
            break
        if parts:
            places = range(len(parts)) if columns is None else columns
            if kinds is not None and len(places) != len(kinds):
                raise ValueError(
                    f"the dtype passed requires {len(kinds)} columns but {len(places)} were found at row {len(rows) + 1}; use "
                    "`usecols` to select a subset and avoid this error"
                )
            rows.append([read(parts[i], len(rows), i, kinds[n] if kinds else kind) for n, i in enumerate(places)])
            if len(rows[-1]) != len(rows[0]):
                was, now = len(rows[0]), len(rows[-1])
                raise ValueError(
                    f"the number of columns changed from {was} to {now} at row {len(rows)}; use `usecols` to select a "
                    "subset and avoid this error"
                )
        elif max_rows is not None and not is_told:
            import warnings

            is_told = True
            warnings.warn(_UNCOUNTED.format(number_of_line, max_rows), UserWarning, stacklevel=2)
    if result is None:
        if not rows:
            import warnings

            warnings.warn(f'loadtxt: input contained no data: "{fname}"', UserWarning, stacklevel=2)
        if kinds is not None:
            result = array([tuple(row) for row in rows], dtype)
            result = result.reshape(()) if len(rows) == 1 and ndmin == 0 else result
            return [result[name] for name in kind.names] if unpack else result
        result = array(rows, dtype if kind.kind in "USO" else None).astype(dtype)
    if result.size == 0:
        result = result.reshape((0,) if ndmin < 2 else (0, 1))
    elif ndmin < 2:
        result = result.squeeze()
        result = np.atleast_1d(result) if ndmin == 1 else result
    return result.T if unpack else result


def _valid(names):
    """Names of fields, made of what a header has: letters, no two alike."""
    valid, number = [], count()
    for name in names:
        name = "".join(c for c in name.strip().replace(" ", "_") if c not in _NO_LETTERS) or f"f{next(number)}"
        name += "_" if name in ("return", "file", "print") else ""
        valid.append((name, sum(name == other for other, _ in valid)))
    return [f"{name}_{before}" if before else name for name, before in valid]


_NO_LETTERS = """~!@#$%^&*()-=+~\\|]}[{';: /?.>,<\""""


def _header(lines, comments, delimiter):
    """The names in the first line that has some, which may be a comment, and how many lines that takes."""
    for number, line in enumerate(lines, 1):
        if comments and comments in line:
            line = "".join(line.split(comments)[1:])
        names = line.strip().split(delimiter)
        if names and names[0]:
            return names, number
    raise IndexError("list index out of range")


def _of_column(values, place, column, name, default):
    """What is meant for a column, of values given for all, for each in turn, or by number or name."""
    if isinstance(values, dict):
        return values.get(name, values.get(column, default))
    if isinstance(values, (list, tuple)):
        return values[place] if place < len(values) else default
    return default if values is None else values


def _truth(part):
    return {"TRUE": True, "FALSE": False}[part.upper()]


def _small(part):
    number = int(part)
    if not -(2**63) <= number < 2**63:
        raise ValueError("too large")
    return number


_READERS = {"b": (_truth, False), "i": (_small, -1), "u": (int, -1), "f": (float, np.nan), "c": (complex, np.nan),
            "U": (str, ""), "S": (str.encode, b"")}


def _narrowest(parts):
    """The first type that all of a column is of."""
    for kind in "bifc":
        try:
            list(map(_READERS[kind][0], parts))
            return np.dtype({"b": np.bool, "i": int64, "f": float64, "c": complex}[kind])
        except (ValueError, KeyError):
            pass
    return np.dtype(f"U{max(map(len, parts))}")


def _read(parts, dtype, missing, filling):
    """The numbers of a column; what is missing or is no number gets the filling."""
    reader, default = _READERS[dtype.kind]
    filling, values = default if filling is None else filling, []
    for part in parts:
        try:
            values.append(filling if part in missing else reader(part))
        except (ValueError, KeyError):
            values.append(filling)
    return values


def genfromtxt(fname, dtype=float, comments="#", delimiter=None, skip_header=0, skip_footer=0, converters=None,
               missing_values=None, filling_values=None, usecols=None, names=None, unpack=False, invalid_raise=True,
               max_rows=None, encoding=None, *, ndmin=0, **others):
    if others:
        raise NotImplementedError(f"genfromtxt() does not take {sorted(others)[0]!r} here")
    lines, first, width = _lines_of(fname, encoding)[skip_header:], skip_header + 1, None
    if names is True:
        names, taken = _header(lines, comments, delimiter)
        lines, first, width = lines[taken:], first + taken, len(names)
    names = _valid(names.split(",") if isinstance(names, str) else names) if names else None
    lines = [line.partition(comments)[0].rstrip("\n") if comments else line for line in lines]
    if skip_footer:
        lines = lines[:-skip_footer]
    rows = [(number, line.split(delimiter)) for number, line in enumerate(lines, first) if line.strip()]
    rows = rows if max_rows is None else rows[:max_rows]
    width = width or (len(rows[0][1]) if rows else 0)
    uneven = [f"    Line #{number} (got {len(row)} columns instead of {width})" for number, row in rows if len(row) != width]
    if uneven and invalid_raise:
        raise ValueError("Some errors were detected !\n" + "\n".join(uneven))
    rows = [row for _, row in rows if len(row) == width]
    columns = range(width) if usecols is None else [usecols] if isinstance(usecols, (int, str)) else usecols
    columns = [names.index(c) if isinstance(c, str) else c + width if c < 0 else c for c in columns]
    if names and len(names) > len(columns):
        names = [names[column] for column in columns]

    dtype = None if dtype is None else np.dtype(dtype)
    own = [dtype[name] for name in dtype.names] if dtype is not None and dtype.names else None
    names = names or (list(dtype.names) if own else None)
    columns = columns[: len(names)] if names else columns
    types, table = [], []
    for place, column in enumerate(columns):
        name = names[place] if names else None
        parts = [row[column].strip() for row in rows]
        convert = _of_column(converters, place, column, name, None)
        missing = _of_column(missing_values, place, column, name, ())
        missing = {"", *(missing.split(",") if isinstance(missing, str) else missing)}
        if convert is not None:
            table.append([convert(part) for part in parts])
            types.append(own[place] if own else dtype or asarray(table[-1]).dtype)
            continue
        types.append(own[place] if own else dtype or _narrowest([part for part in parts if part not in missing]))
        table.append(_read(parts, types[-1], missing, _of_column(filling_values, place, column, name, None)))
    if names is None and len(set(types)) > 1:
        names = [f"f{place}" for place in range(len(columns))]
    if names is None:
        result = array(list(zip(*table)), dtype if dtype is not None else types[0] if types else None)
        result = np.squeeze(result) if ndmin < 2 else result
        return result.T if unpack else result
    result = array(list(zip(*table)), dtype=list(zip(names, types)))
    result = result.reshape(()) if len(rows) == 1 and ndmin == 0 else result
    return [result[name] for name in names] if unpack and len(names) > 1 else result
