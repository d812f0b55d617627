"""Objects that stand in for others, and remember how they were used."""

import io

from unittest._autospec import create_autospec
from unittest._calls import ANY, DEFAULT, Call as _Call, CallList as _CallList, call, sentinel
from unittest._mocks import (
    FILTER_DIR, AsyncMock, Base, CallableMixin, InvalidSpecError, MagicMixin, MagicMock, Mock, NonCallableMagicMock,
    NonCallableMock, PropertyMock, seal,
)
from unittest._patch import patch

__all__ = [
    "Mock", "MagicMock", "patch", "sentinel", "DEFAULT", "ANY", "call", "create_autospec", "AsyncMock", "FILTER_DIR",
    "NonCallableMock", "NonCallableMagicMock", "mock_open", "PropertyMock", "seal",
]


def mock_open(mock=None, read_data=""):
    """A mock of `open` whose files hold a text."""
    stream = open_lines = None

    def start():
        nonlocal stream, open_lines
        stream = io.BytesIO(read_data) if isinstance(read_data, bytes) else io.StringIO(read_data)
        open_lines = lines()

    def lines():
        yield from items()
        while True:
            yield stream.readline()

    def items():
        while handle.readline.return_value is not None:
            yield handle.readline.return_value
        yield from stream

    def reading(method):
        def read(*args, **kwargs):
            given = getattr(handle, method).return_value
            return getattr(stream, method)(*args, **kwargs) if given is None else given
        return read

    def next_line():
        given = handle.readline.return_value
        return next(stream) if given is None else given

    def reset(*args, **kwargs):
        own = handle.readline.side_effect is open_lines
        start()
        if own:  # else it is the user's
            handle.readline.side_effect = open_lines
        return DEFAULT

    if mock is None:
        mock = MagicMock(name="open", spec=dir(open))
    handle = MagicMock(spec=list({*dir(io.TextIOWrapper), *dir(io.BytesIO)}))
    handle.__enter__.return_value = handle
    for method in ("write", "read", "readline", "readlines"):
        getattr(handle, method).return_value = None
    start()
    handle.read.side_effect, handle.readlines.side_effect = reading("read"), reading("readlines")
    handle.readline.side_effect = open_lines
    handle.__iter__.side_effect, handle.__next__.side_effect = items, next_line
    mock.side_effect, mock.return_value = reset, handle
    return mock


for _item in list(globals().values()):
    if getattr(_item, "__module__", "").startswith("unittest._"):
        _item.__module__ = __name__
