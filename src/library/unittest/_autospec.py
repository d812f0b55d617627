"""Mocks that take what something else takes, and nothing more."""

import asyncio
import inspect
import types
from functools import partial

from unittest._calls import DEFAULT, CallList
from unittest._mocks import (
    AsyncMock, InvalidSpecError, Later, MagicMock, NonCallableMagicMock, _FUNCTIONS, _is_magic, clear_record,
    is_callable, is_list, is_mock, iscoroutinefunction, signature_of,
)

_COPIED = "__name__", "__doc__", "__text_signature__", "__module__", "__defaults__", "__kwdefaults__"
_ASSERTIONS = [f"assert_{name}" for name in (
    "called called_once called_with called_once_with not_called any_call has_calls"
).split()]
_AWAITED = [f"assert_{name}" for name in (
    "awaited awaited_once awaited_with awaited_once_with any_await has_awaits not_awaited"
).split()]


def check_typos(names):
    """Words that were meant to be arguments of these functions."""
    for name in ("autospect", "auto_spec", "set_spec"):
        if name in names:
            raise RuntimeError(f"{name!r} might be a typo; use unsafe=True if this is intended")


def instances_callable(item):
    """Whether it can be called; of a class, whether its instances can."""
    if not isinstance(item, type):
        return getattr(item, "__call__", None) is not None
    return any(base.__dict__.get("__call__") is not None for base in item.__mro__)


def _copy_details(source, target):
    for name in _COPIED:
        try:
            setattr(target, name, getattr(source, name))
        except (AttributeError, TypeError):
            pass


def _check_arguments(spec, mock, skip_first, instance=False):
    """Have calls of the mock match the parameters of what it stands for."""
    found = signature_of(spec, instance, skip_first)
    if found is None:
        return
    function, signature = found

    def check(self, /, *args, **kwargs):
        signature.bind(*args, **kwargs)

    _copy_details(function, check)
    type(mock)._mock_check_sig = check
    type(mock).__signature__ = signature


def _as_function(mock, original):
    """A function that passes calls on to a mock, and takes the place of its record."""
    found = signature_of(original, False, False)
    if found is None:
        return mock
    signature = found[1]

    def function(*args, **kwargs):
        signature.bind(*args, **kwargs)
        return mock(*args, **kwargs)

    def reset_mock():
        function.method_calls = CallList()
        mock.reset_mock()
        if is_mock(function.return_value) and function.return_value is not mock:
            function.return_value.reset_mock()

    _copy_details(original, function)
    function.__defaults__ = function.__kwdefaults__ = None
    function.__name__ = function.__qualname__ = original.__name__ if original.__name__.isidentifier() else "funcopy"
    function.mock, function.reset_mock, function.method_calls = mock, reset_mock, CallList()
    function.return_value, function.side_effect = mock.return_value, mock.side_effect
    clear_record(function)
    function._mock_children, function.__signature__ = mock._mock_children, signature
    for name in _ASSERTIONS:
        setattr(function, name, getattr(mock, name))
    if isinstance(mock, AsyncMock):
        function._is_coroutine = asyncio.coroutines._is_coroutine
        function.await_count, function.await_args, function.await_args_list = 0, None, CallList()
        for name in _AWAITED:
            setattr(function, name, getattr(mock, name))
    mock._mock_record = function
    return function


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
    """A mock with the attributes and parameters of something, and so on for each attribute."""
    if is_list(spec):
        spec = type(spec)  # a list would be names
    if is_mock(spec):
        raise InvalidSpecError(f"Cannot autospec a Mock object. [object={spec!r}]")
    if not unsafe:
        check_typos(kwargs)
    is_class, asynchronous = isinstance(spec, type), iscoroutinefunction(spec)
    given = {"spec_set" if spec_set else "spec": spec} if spec_set or spec is not None else {}
    if given and instance:
        given["_spec_as_instance"] = True
    kind = MagicMock
    if inspect.isdatadescriptor(spec):
        given = {}  # what it will give is not known
    elif asynchronous:
        if instance:
            raise RuntimeError("Instance can not be True when create_autospec is mocking an async function")
        kind = AsyncMock
    elif not is_callable(spec) or is_class and instance and not instances_callable(spec):
        kind = NonCallableMagicMock
    given.update(kwargs)
    name = given.pop("name", _name)
    mock = kind(parent=_parent, _new_parent=_parent, _new_name="" if _parent is None else name, name=name, **given)
    if isinstance(spec, _FUNCTIONS):
        mock = _as_function(mock, spec)
    else:
        _check_arguments(spec, mock, is_class, instance)
    if _parent is not None and not instance:
        _parent._mock_children[name] = mock
    if is_class and not instance and "return_value" not in kwargs:
        mock.return_value = create_autospec(spec, spec_set, instance=True, _name="()", _parent=mock)
    for entry in dir(spec):
        if not _is_magic(entry):
            _add_child(mock, spec, spec_set, entry, is_class)
    return mock


def _add_child(mock, spec, spec_set, entry, is_class):
    try:
        original = getattr(spec, entry)
    except AttributeError:
        return
    if not isinstance(original, _FUNCTIONS):
        mock._mock_children[entry] = Later(original, spec_set, mock, entry)
        return
    parent = mock.mock if isinstance(spec, _FUNCTIONS) else mock
    skip_first = _takes_self(spec, entry, is_class)
    kind = AsyncMock if iscoroutinefunction(original) else MagicMock
    given = {"spec_set" if spec_set else "spec": original}
    child = kind(parent=parent, name=entry, _new_name=entry, _new_parent=parent, _eat_self=skip_first, **given)
    mock._mock_children[entry] = child
    _check_arguments(original, child, skip_first)
    setattr(mock, entry, child)


def _takes_self(spec, entry, is_class):
    """Whether the first parameter is not the caller's to give."""
    if not isinstance(spec, type):
        if entry in getattr(spec, "__dict__", {}):
            return False
        spec = spec.__class__
    for kind in spec.__mro__:
        if entry in kind.__dict__:
            return is_class and isinstance(kind.__dict__[entry], _FUNCTIONS)
    return is_class
