"""Objects that take any use, and remember it."""

import asyncio
import inspect
import types
from functools import partial

from unittest._calls import ANY, Call, CallList, DEFAULT, sentinel, written
from unittest.util import safe_repr

_DELETED = sentinel.DELETED
_FUNCTIONS = (types.FunctionType, types.MethodType)
_MISSPELT = "assert", "assret", "asert", "aseert", "assrt"

_NUMERIC = "add sub mul matmul truediv floordiv mod lshift rshift and xor or pow".split()
_MAGICS = {f"__{name}__" for name in [
    *"lt le gt ge eq ne getitem setitem delitem len contains iter hash str sizeof enter exit divmod rdivmod".split(),
    *"neg pos abs invert complex int float index round trunc floor ceil bool next fspath aiter".split(),
    *_NUMERIC, *("i" + name for name in _NUMERIC), *("r" + name for name in _NUMERIC),
]}
_ASYNC_MAGICS = {"__aenter__", "__aexit__", "__anext__"}
# What can be set, but is not there from the start.
_SETTABLE = {f"__{name}__" for name in (
    "get set delete reversed missing reduce reduce_ex getinitargs getnewargs getnewargs_ex getstate setstate "
    "getformat repr dir subclasses format"
).split()}
_SYNC_MAGICS = _MAGICS | _SETTABLE
_ALL_MAGICS = _SYNC_MAGICS | _ASYNC_MAGICS
_UNSUPPORTED = {f"__{name}__" for name in (
    "getattr setattr init new prepare instancecheck subclasscheck del"
).split()}

_RESULTS = {
    "__lt__": NotImplemented, "__gt__": NotImplemented, "__le__": NotImplemented, "__ge__": NotImplemented,
    "__int__": 1, "__contains__": False, "__len__": 0, "__exit__": False, "__complex__": 1j, "__float__": 1.0,
    "__bool__": True, "__index__": 1, "__aexit__": False,
}
_COMPUTED = {
    "__hash__": object.__hash__,
    "__str__": object.__str__,
    "__sizeof__": object.__sizeof__,
    "__fspath__": lambda mock: f"{type(mock).__name__}/{mock._extract_mock_name()}/{id(mock)}",
}

FILTER_DIR = True


class InvalidSpecError(Exception):
    """Indicates that an invalid value was used as a mock spec."""


def is_mock(item):
    """Whether it is one; its `__class__` may say something else."""
    return issubclass(type(item), NonCallableMock)


def is_list(item):
    return type(item) in (list, tuple)


def is_async(item):
    """Whether it, or a mock of it, is called to be awaited."""
    if is_mock(item) and not isinstance(item, AsyncMock):
        return False
    item = getattr(item, "__func__", item)
    return iscoroutinefunction(item) or inspect.isawaitable(item)


iscoroutinefunction = asyncio.iscoroutinefunction


def is_callable(item):
    if isinstance(item, (staticmethod, classmethod, types.MethodType)):
        return is_callable(item.__func__)
    return isinstance(item, type) or getattr(item, "__call__", None) is not None


def _is_exception(item):
    return isinstance(item, BaseException) or isinstance(item, type) and issubclass(item, BaseException)


def _is_magic(name):
    return f"__{name[2:-2]}__" == name


def _inner(item):
    """The mock itself, of a function that passes calls on to one."""
    return item.mock if isinstance(item, _FUNCTIONS) and hasattr(item, "mock") else item


def signature_of(function, as_instance, eat_self):
    """The function whose parameters a call must match, and its signature; None if that is not known."""
    if isinstance(function, type) and not as_instance:
        function, eat_self = function.__init__, True
    elif not isinstance(function, _FUNCTIONS):
        try:
            function = function.__call__
        except AttributeError:
            return None
    try:
        return function, inspect.signature(partial(function, None) if eat_self else function)
    except ValueError:
        return None


def _adopt(parent, value, name, new_name):
    """Make a mock without a parent a child; whether it is one now."""
    value = _inner(value)
    if not is_mock(value) or value._mock_name or value._mock_new_name:
        return False
    if value._mock_parent is not None or value._mock_new_parent is not None:
        return False
    above = parent
    while above is not None:
        if above is value:
            return False
        above = above._mock_new_parent
    if new_name:
        value._mock_new_parent, value._mock_new_name = parent, new_name
    if name:
        value._mock_parent, value._mock_name = parent, name
    return True


class Record:
    """What became of a mock; a function that passes calls on to it can take this one's place."""

    def __init__(self):
        self.return_value, self.side_effect = DEFAULT, None
        clear_record(self)
        self.await_count, self.await_args, self.await_args_list = 0, None, CallList()


def clear_record(record):
    record.called, record.call_count, record.call_args = False, 0, None
    record.call_args_list, record.mock_calls = CallList(), CallList()


# What is set in the record, by properties.
_RECORDED = {"return_value", "side_effect"}


def _recorded(name):
    _RECORDED.add(name)

    def get(self):
        return getattr(self._mock_record, name)

    def set(self, value):
        setattr(self._mock_record, name, value)

    return property(get, set)


def _as_effect(value):
    """Items are taken one after another."""
    if value is None or _is_exception(value) or is_callable(value):
        return value
    try:
        return iter(value)
    except TypeError:
        return value


class Later:
    """A child with a spec, made when it is asked for."""

    def __init__(self, spec, spec_set, parent, name):
        self.spec, self.spec_set, self.parent, self.name = spec, spec_set, parent, name


class _AnyOrder(list):
    """Compares with what was expected on the left, so that ANY is asked."""

    def __contains__(self, item):
        return any(all(a == b for a, b in zip(item, call)) for call in self)


class Base:
    def __init__(self, /, *args, **kwargs):
        pass


class NonCallableMock(Base):
    """A non-callable version of `Mock`"""

    def __new__(cls, /, *args, **kwargs):
        # Each has a class of its own, for its special methods.
        bases = (cls,)
        if not issubclass(cls, AsyncMockMixin):
            spec = kwargs.get("spec_set", kwargs.get("spec", args[0] if args else None))
            if spec is not None and is_async(spec):
                bases = (AsyncMockMixin, cls)
        return object.__new__(type(cls.__name__, bases, {"__doc__": cls.__doc__}))

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name="",
                 _new_parent=None, _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
        own = self.__dict__
        own["_mock_parent"], own["_mock_name"], own["_mock_new_name"] = parent, name, _new_name
        own["_mock_new_parent"] = parent if _new_parent is None else _new_parent
        own["_mock_sealed"] = False
        own.setdefault("_mock_record", Record())
        if spec_set is not None:
            spec, spec_set = spec_set, True
        self._mock_add_spec(spec, spec_set, _spec_as_instance, parent is not None if _eat_self is None else _eat_self)
        own["_mock_children"], own["_mock_wraps"], own["_mock_unsafe"] = {}, wraps, unsafe
        own["method_calls"] = CallList()
        if kwargs:
            self.configure_mock(**kwargs)
        super().__init__(spec, wraps, name, spec_set, parent, _spec_state)

    def _mock_add_spec(self, spec, spec_set, as_instance=False, eat_self=False):
        if is_mock(spec):
            raise InvalidSpecError(f"Cannot spec a Mock object. [object={spec!r}]")
        own = self.__dict__
        own["_spec_asyncs"] = [name for name in dir(spec) if iscoroutinefunction(getattr(spec, name, None))]
        own["_spec_class"] = own["_spec_signature"] = None
        if spec is not None and not is_list(spec):
            own["_spec_class"] = spec if isinstance(spec, type) else type(spec)
            found = signature_of(spec, as_instance, eat_self)
            own["_spec_signature"] = found and found[1]
            spec = dir(spec)
        own["_spec_set"], own["_mock_methods"] = spec_set, spec

    def mock_add_spec(self, spec, spec_set=False):
        """Allow the attributes of `spec` alone."""
        self._mock_add_spec(spec, spec_set)

    def attach_mock(self, mock, attribute):
        """Make a mock an attribute; its calls are recorded here too."""
        inner = _inner(mock)
        inner._mock_parent = inner._mock_new_parent = inner._mock_new_name = None
        inner._mock_name = ""
        setattr(self, attribute, mock)

    called, call_count, call_args = _recorded("called"), _recorded("call_count"), _recorded("call_args")
    call_args_list, mock_calls = _recorded("call_args_list"), _recorded("mock_calls")

    @property
    def return_value(self):
        found = self._mock_record.return_value
        if found is DEFAULT:
            found = self.return_value = self._get_child_mock(_new_parent=self, _new_name="()")
        return found

    @return_value.setter
    def return_value(self, value):
        self._mock_record.return_value = value
        _adopt(self, value, None, "()")

    @property
    def side_effect(self):
        record = self._mock_record
        record.side_effect = effect = _as_effect(record.side_effect)
        return effect

    @side_effect.setter
    def side_effect(self, value):
        self._mock_record.side_effect = _as_effect(value)

    # A return value that is set, without making one.
    _mock_return_value = property(lambda self: self._mock_record.return_value)

    @property
    def __class__(self):
        return type(self) if self._spec_class is None else self._spec_class

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        "Restore the mock object to its initial state."
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        clear_record(self)
        self.method_calls = CallList()
        result = self._mock_return_value
        if return_value:
            self._mock_record.return_value = DEFAULT
        if side_effect:
            self._mock_record.side_effect = None
        for child in self._mock_children.values():
            if not isinstance(child, Later) and child is not _DELETED:
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        if not return_value and is_mock(result) and result is not self:
            result.reset_mock(visited)

    def configure_mock(self, /, **kwargs):
        """Set attributes; those of attributes by names with dots."""
        for path, value in sorted(kwargs.items(), key=lambda item: item[0].count(".")):
            *parts, last = path.split(".")
            item = self
            for part in parts:
                item = getattr(item, part)
            setattr(item, last, value)

    def __getattr__(self, name):
        if name in ("_mock_methods", "_mock_unsafe"):
            raise AttributeError(name)
        methods = self._mock_methods
        if methods is not None:
            if name not in methods or name in _ALL_MAGICS:
                raise AttributeError(f"Mock object has no attribute {name!r}")
        elif _is_magic(name):
            raise AttributeError(name)
        if not self._mock_unsafe and (not methods or name not in methods) and name.startswith(_MISSPELT):
            raise AttributeError(f"{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to "
                                 "be an attribute.")
        child = self._mock_children.get(name)
        if child is _DELETED:
            raise AttributeError(name)
        if child is None:
            wraps = None if self._mock_wraps is None else getattr(self._mock_wraps, name)
            child = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name, _new_parent=self)
            self._mock_children[name] = child
        elif isinstance(child, Later):
            from unittest._autospec import create_autospec

            try:
                child = create_autospec(child.spec, child.spec_set, _parent=child.parent, _name=child.name)
            except InvalidSpecError:
                raise InvalidSpecError(
                    f"Cannot autospec attr {name!r} from target {self.__dict__['_mock_name'] or self!r} as it has "
                    f"already been mocked out. [target={self!r}, attr={child.spec!r}]") from None
            self._mock_children[name] = child
        return child

    def _extract_mock_name(self):
        names, last, above = [self._mock_new_name], self, self._mock_new_parent
        dot = "" if names == ["()"] else "."
        while above is not None:
            last = above
            names.append(above._mock_new_name + dot)
            dot = "" if above._mock_new_name == "()" else "."
            above = above._mock_new_parent
        names[-1] = last._mock_name or "mock"
        if len(names) > 1 and names[-2] not in ("()", "()."):
            names[-1] += "."
        return "".join(reversed(names))

    def __repr__(self):
        name = self._extract_mock_name()
        named = f" name={name!r}" if name not in ("mock", "mock.") else ""
        spec = ""
        if self._spec_class is not None:
            spec = f" {'spec_set' if self._spec_set else 'spec'}={self._spec_class.__name__!r}"
        return f"<{type(self).__name__}{named}{spec} id='{id(self)}'>"

    def __dir__(self):
        """What is of use."""
        from unittest import mock

        if not mock.FILTER_DIR:
            return object.__dir__(self)
        return sorted({
            *(self._mock_methods or []),
            *(name for name in dir(type(self)) if not name.startswith("_")),
            *(name for name in self.__dict__ if not name.startswith("_") or _is_magic(name)),
            *(name for name, child in self._mock_children.items() if child is not _DELETED),
        })

    def __setattr__(self, name, value):
        if name in _RECORDED or name.startswith("_mock_"):
            return object.__setattr__(self, name, value)
        methods = self._mock_methods
        if self._spec_set and methods is not None and name not in methods and name not in self.__dict__:
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if name in _UNSUPPORTED:
            raise AttributeError(f"Attempting to set unsupported magic method {name!r}.")
        if name in _ALL_MAGICS:
            if methods is not None and name not in methods:
                raise AttributeError(f"Mock object has no attribute '{name}'")
            if is_mock(value):
                # `mock_calls` is to know of it, `method_calls` is not.
                _adopt(self, value, None, name)
                setattr(type(self), name, value)
                self._mock_children[name] = value
            else:
                function = value
                setattr(type(self), name, _method(name, function))
                value = lambda *args, **kwargs: function(self, *args, **kwargs)
        elif name == "__class__":
            self.__dict__["_spec_class"] = value
            return None
        elif _adopt(self, value, name, name):
            self._mock_children[name] = value
        if self._mock_sealed and not hasattr(self, name):
            raise AttributeError(f"Cannot set {self._extract_mock_name()}.{name}")
        return object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if name in _ALL_MAGICS and name in type(self).__dict__:
            delattr(type(self), name)
            if name not in self.__dict__:
                return
        if name in self.__dict__:
            object.__delattr__(self, name)
        elif self._mock_children.get(name) is _DELETED:
            raise AttributeError(name)
        self._mock_children[name] = _DELETED

    def _get_child_mock(self, /, **kwargs):
        """What an attribute or a result is."""
        name = kwargs.get("_new_name")
        if self._mock_sealed:
            raise AttributeError(self._extract_mock_name() + (f".{kwargs['name']}" if "name" in kwargs else "()"))
        kind = type(self)
        if name in self.__dict__["_spec_asyncs"] or issubclass(kind, MagicMock) and name in _ASYNC_MAGICS:
            return AsyncMock(**kwargs)
        if issubclass(kind, AsyncMockMixin):
            synchronous = name in _SYNC_MAGICS or self._mock_methods and name in self._mock_methods
            return (MagicMock if synchronous else AsyncMock)(**kwargs)
        if not issubclass(kind, CallableMixin):
            return (MagicMock if issubclass(kind, NonCallableMagicMock) else Mock)(**kwargs)
        return kind.__mro__[1](**kwargs)

    def _signature_for(self, name):
        """The signature of what a call by way of some attributes is a call of."""
        if not name:
            return self._spec_signature
        found, children = None, self._mock_children
        for part in name.replace("()", "").split("."):
            child = children.get(part)
            if child is None or isinstance(child, Later):
                break
            child = _inner(child)
            children, found = child._mock_children, child._spec_signature
        return found

    def _call_matcher(self, call):
        """The call with its arguments bound to the parameters, if these are known; what is wrong with them, if so."""
        found = self._signature_for(call[0] if isinstance(call, tuple) and len(call) > 2 else "")
        if found is None:
            return call
        name, args, kwargs = call if len(call) > 2 else ("", *call)
        try:
            bound = found.bind(*args, **kwargs)
        except TypeError as error:
            return error.with_traceback(None)
        # As arguments, since names are to be the same here.
        return Call(("", (name, bound.args, bound.kwargs), {}))

    def _of(self):
        return self._mock_name or "mock"

    def _shown_calls(self, prefix="Calls"):
        return f"\n{prefix}: {safe_repr(self.mock_calls)}." if self.mock_calls else ""

    def _check_count(self, words, met):
        if not met:
            raise AssertionError(f"Expected '{self._of()}' {words}{self._shown_calls()}")

    def assert_not_called(self):
        """assert that the mock was never called."""
        self._check_count(f"to not have been called. Called {self.call_count} times.", self.call_count == 0)

    def assert_called(self):
        """assert that the mock was called at least once"""
        if self.call_count == 0:
            raise AssertionError(f"Expected '{self._of()}' to have been called.")

    def assert_called_once(self):
        """assert that the mock was called only once."""
        self._check_count(f"to have been called once. Called {self.call_count} times.", self.call_count == 1)

    def assert_called_with(self, /, *args, **kwargs):
        """assert that the last call was made with the specified arguments."""
        if self.call_args is None:
            raise AssertionError(
                f"expected call not found.\nExpected: {written(self._of(), args, kwargs)}\nActual: not called.")
        self._check_last("call", args, kwargs, self.call_args)

    def _check_last(self, what, args, kwargs, last):
        expected = self._call_matcher(Call((args, kwargs), two=True))
        if self._call_matcher(last) != expected:
            raise AssertionError(
                f"expected {what} not found.\nExpected: {written(self._of(), args, kwargs)}\n"
                f"Actual: {written(self._of(), *last)}") from _if_wrong(expected)

    def assert_called_once_with(self, /, *args, **kwargs):
        """assert that the mock was called exactly once and that that call was with the specified arguments."""
        self._check_count(f"to be called once. Called {self.call_count} times.", self.call_count == 1)
        return self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        """assert the mock has been called with the specified arguments."""
        self._check_any("call", args, kwargs, self.call_args_list)

    def _check_any(self, what, args, kwargs, calls):
        expected = self._call_matcher(Call((args, kwargs), two=True))
        wrong = _if_wrong(expected)
        if wrong or expected not in _AnyOrder(self._call_matcher(call) for call in calls):
            raise AssertionError(f"{written(self._of(), args, kwargs)} {what} not found") from wrong

    def assert_has_calls(self, calls, any_order=False):
        """assert the mock has been called with the specified calls, in this order or in any."""
        self._check_all("Calls not found.", "Error processing expected calls.", calls, self.mock_calls, any_order,
                        lambda: self._shown_calls("Actual").rstrip("."))

    def _check_all(self, problem, error, calls, actual, any_order, shown):
        expected = [self._call_matcher(call) for call in calls]
        wrong = next((call for call in expected if isinstance(call, Exception)), None)
        actual = CallList(self._call_matcher(call) for call in actual)
        if not any_order:
            if expected not in actual:
                if wrong is not None:
                    problem = f"{error}\nErrors: {[_if_wrong(call) for call in expected]}"
                raise AssertionError(f"{problem}\nExpected: {CallList(calls)}{shown()}") from wrong
            return
        actual, missing = list(actual), []
        for call in expected:
            if call in actual:
                actual.remove(call)
            else:
                missing.append(call)
        if missing:
            self._all_missing(tuple(missing), actual, wrong)

    def _all_missing(self, missing, actual, wrong):
        raise AssertionError(
            f"{self._of()!r} does not contain all of {missing!r} in its call list, found {actual!r} instead"
        ) from wrong


def _if_wrong(call):
    return call if isinstance(call, Exception) else None


def _method(name, function):
    def method(self, /, *args, **kwargs):
        return function(self, *args, **kwargs)

    method.__name__ = name
    return method


class CallableMixin(Base):
    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None,
                 parent=None, _spec_state=None, _new_name="", _new_parent=None, **kwargs):
        self.__dict__["_mock_record"] = record = Record()
        record.return_value = return_value
        super().__init__(spec, wraps, name, spec_set, parent, _spec_state, _new_name, _new_parent, **kwargs)
        self.side_effect = side_effect if side_effect is not None else record.side_effect

    def _mock_check_sig(self, /, *args, **kwargs):
        """Replaced where the parameters are known."""

    def __call__(self, /, *args, **kwargs):
        self._mock_check_sig(*args, **kwargs)
        self._increment_mock_call(*args, **kwargs)
        return self._mock_call(*args, **kwargs)

    def _mock_call(self, /, *args, **kwargs):
        return self._execute_mock_call(*args, **kwargs)

    def _increment_mock_call(self, /, *args, **kwargs):
        """Note the call, here and with the parents."""
        self.called = True
        self.call_count += 1
        self.call_args = call = Call((args, kwargs), two=True)
        self.call_args_list.append(call)
        self.mock_calls.append(Call(("", args, kwargs)))
        is_method, method_name, name = self._mock_parent is not None, self._mock_name, self._mock_new_name
        below, above = self, self._mock_new_parent
        while above is not None:
            if is_method:
                above.method_calls.append(Call((method_name, args, kwargs)))
                is_method = above._mock_parent is not None
                if is_method:
                    method_name = f"{above._mock_name}.{method_name}"
            above.mock_calls.append(Call((name, args, kwargs)))
            if above._mock_new_name:
                dot = "" if below._mock_new_name == "()" else "."
                name = above._mock_new_name + dot + name
            below, above = above, above._mock_new_parent

    def _execute_mock_call(self, /, *args, **kwargs):
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            result = effect(*args, **kwargs) if is_callable(effect) else next(effect)
            if not is_callable(effect) and _is_exception(result):
                raise result
            if result is not DEFAULT:
                return result
        if self._mock_return_value is DEFAULT and self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value


class Mock(CallableMixin, NonCallableMock):
    """An object whose attributes are mocks, and whose calls are recorded."""


class _MagicProxy:
    """A special method that becomes a mock when it is looked up."""

    def __init__(self, name, parent):
        self.name, self.parent = name, parent

    def __get__(self, obj, kind=None):
        name, parent = self.name, self.parent
        made = parent._get_child_mock(name=name, _new_name=name, _new_parent=parent)
        setattr(parent, name, made)
        if name in _RESULTS:
            made.return_value = _RESULTS[name]
        elif name in _COMPUTED:
            made.return_value = _COMPUTED[name](parent)
        elif name in _EFFECTS:
            made.side_effect = partial(_EFFECTS[name], parent, made)
        return made


def _equal(mock, made, other):
    result = made._mock_return_value
    return result if result is not DEFAULT else True if mock is other else NotImplemented


def _unequal(mock, made, other):
    return DEFAULT if made._mock_return_value is not DEFAULT else False if mock is other else NotImplemented


def _items(mock, made):
    result = made._mock_return_value
    return iter([] if result is DEFAULT else result)


class _AsyncIterator:
    def __init__(self, items):
        self.items = items

    def __aiter__(self):
        return self

    async def __anext__(self):
        for item in self.items:
            return item
        raise StopAsyncIteration


_EFFECTS = {
    "__eq__": _equal, "__ne__": _unequal, "__iter__": _items,
    "__aiter__": lambda mock, made: _AsyncIterator(_items(mock, made)),
}


class MagicMixin(Base):
    def __init__(self, /, *args, **kwargs):
        # Before, for those that arguments configure; after, for those that the spec leaves out.
        self._mock_set_magics()
        super().__init__(*args, **kwargs)
        self._mock_set_magics()

    def _mock_set_magics(self):
        kind, wanted = type(self), _MAGICS | _ASYNC_MAGICS
        methods = getattr(self, "_mock_methods", None)
        if methods is not None:
            for name in wanted.difference(methods) & kind.__dict__.keys():
                delattr(kind, name)
            wanted = wanted.intersection(methods)
        for name in wanted - kind.__dict__.keys():
            setattr(kind, name, _MagicProxy(name, self))

    def mock_add_spec(self, spec, spec_set=False):
        """Allow the attributes of `spec` alone."""
        self._mock_add_spec(spec, spec_set)
        self._mock_set_magics()


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    """A version of `MagicMock` that isn't callable."""


class MagicMock(MagicMixin, Mock):
    """A mock with special methods."""


class AsyncMockMixin(Base):
    await_count, await_args = _recorded("await_count"), _recorded("await_args")
    await_args_list = _recorded("await_args_list")

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        code = NonCallableMock(spec_set=types.CodeType)
        code.co_flags = inspect.CO_COROUTINE
        self.__dict__.update(_is_coroutine=asyncio.coroutines._is_coroutine, __code__=code, __name__="AsyncMock", __defaults__=(),
                             __kwdefaults__={}, __annotations__=None)

    async def _execute_mock_call(self, /, *args, **kwargs):
        self.await_count += 1
        self.await_args = call = Call((args, kwargs), two=True)
        self.await_args_list.append(call)
        effect = self.side_effect
        wrapped = self._mock_wraps if self._mock_return_value is DEFAULT else None
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if is_callable(effect):
                result = effect(*args, **kwargs)
                if iscoroutinefunction(effect):
                    result = await result
            else:
                try:
                    result = next(effect)
                except StopIteration:
                    raise StopAsyncIteration from None
                if _is_exception(result):
                    raise result
            if result is not DEFAULT:
                return result
        if wrapped is not None:
            result = wrapped(*args, **kwargs)
            return await result if iscoroutinefunction(wrapped) else result
        return self.return_value

    def _check_awaits(self, words, met):
        if not met:
            raise AssertionError(f"Expected {self._of()} {words}")

    def assert_awaited(self):
        """Assert that the mock was awaited at least once."""
        self._check_awaits("to have been awaited.", self.await_count)

    def assert_awaited_once(self):
        """Assert that the mock was awaited exactly once."""
        self._check_awaits(f"to have been awaited once. Awaited {self.await_count} times.", self.await_count == 1)

    def assert_not_awaited(self):
        """Assert that the mock was never awaited."""
        self._check_awaits(f"to not have been awaited. Awaited {self.await_count} times.", self.await_count == 0)

    def assert_awaited_with(self, /, *args, **kwargs):
        """Assert that the last await was with the specified arguments."""
        if self.await_args is None:
            raise AssertionError(f"Expected await: {written(self._of(), args, kwargs)}\nNot awaited")
        self._check_last("await", args, kwargs, self.await_args)

    def assert_awaited_once_with(self, /, *args, **kwargs):
        """Assert that the mock was awaited exactly once and with the specified arguments."""
        self.assert_awaited_once()
        return self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        """Assert the mock has ever been awaited with the specified arguments."""
        self._check_any("await", args, kwargs, self.await_args_list)

    def assert_has_awaits(self, calls, any_order=False):
        """Assert the mock has been awaited with the specified calls, in this order or in any."""
        self._check_all("Awaits not found.", "Error processing expected awaits.", calls, self.await_args_list,
                        any_order, lambda: f"\nActual: {self.await_args_list}")

    def reset_mock(self, /, *args, **kwargs):
        super().reset_mock(*args, **kwargs)
        self.await_count, self.await_args, self.await_args_list = 0, None, CallList()


class AsyncMock(AsyncMockMixin, MagicMixin, Mock):
    """A mock that is called to be awaited."""


class PropertyMock(Mock):
    """A mock of a property: it is called where that is read or set."""

    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


def seal(mock):
    """Let no more attributes come into being, here and below."""
    mock._mock_sealed = True
    for name in dir(mock):
        try:
            child = getattr(mock, name)
        except AttributeError:
            continue
        if isinstance(child, NonCallableMock) and child._mock_new_parent is mock:
            if not isinstance(child._mock_children.get(name), Later):
                seal(child)
