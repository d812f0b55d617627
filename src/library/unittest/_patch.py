"""Putting something in the place of something else for a while."""

import builtins
import contextlib
import pkgutil
import sys
import types
from functools import partial, wraps

from unittest._autospec import check_typos, create_autospec, instances_callable
from unittest._calls import DEFAULT
from unittest._mocks import (
    AsyncMock, InvalidSpecError, MagicMock, NonCallableMagicMock, NonCallableMock, is_async, is_callable, is_list,
    is_mock, iscoroutinefunction,
)

_active = []


def _asked(spec):
    """What a mock is to be like, if anything."""
    return None if spec is False else spec


class _Patcher:
    """What both kinds of patches have in common."""

    def start(self):
        """Activate a patch, returning any created mock."""
        result = self.__enter__()
        _active.append(self)
        return result

    def stop(self):
        """Stop an active patch."""
        if self not in _active:
            return None
        _active.remove(self)
        return self.__exit__(None, None, None)

    def __call__(self, item):
        if not isinstance(item, type):
            return self._around(item)
        for name in dir(item):
            if name.startswith(patch.TEST_PREFIX) and hasattr(getattr(item, name), "__call__"):
                setattr(item, name, self.copy()(getattr(item, name)))
        return item


class _Patch(_Patcher):
    """A patch of an attribute."""

    attribute_name = None

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, *,
                 unsafe=False):
        if new_callable is not None:
            if new is not DEFAULT:
                raise ValueError("Cannot use 'new' and 'new_callable' together")
            if autospec is not None:
                raise ValueError("Cannot use 'autospec' and 'new_callable' together")
        if not unsafe:
            check_typos(kwargs)
        if is_mock(spec):
            raise InvalidSpecError(
                f"Cannot spec attr {attribute!r} as the spec has already been mocked out. [spec={spec!r}]")
        if is_mock(spec_set):
            raise InvalidSpecError(f"Cannot spec attr {attribute!r} as the spec_set target has already been mocked "
                                   f"out. [spec_set={spec_set!r}]")
        self.getter, self.attribute, self.new, self.new_callable = getter, attribute, new, new_callable
        self.spec, self.create, self.spec_set, self.autospec = spec, create, spec_set, autospec
        self.kwargs, self.additional_patchers = kwargs, []

    def copy(self):
        other = _Patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set, self.autospec,
                       self.new_callable, self.kwargs)
        other.attribute_name = self.attribute_name
        other.additional_patchers = [patcher.copy() for patcher in self.additional_patchers]
        return other

    def _around(self, function):
        if hasattr(function, "patchings"):
            function.patchings.append(self)
            return function

        @contextlib.contextmanager
        def patches(args, kwargs):
            with contextlib.ExitStack() as stack:
                for patcher in patched.patchings:
                    made = stack.enter_context(patcher)
                    if patcher.attribute_name is not None:
                        kwargs.update(made)
                    elif patcher.new is DEFAULT:
                        args += made,
                yield args, kwargs

        if iscoroutinefunction(function):
            @wraps(function)
            async def patched(*args, **kwargs):
                with patches(args, kwargs) as (args, kwargs):
                    return await function(*args, **kwargs)
        else:
            @wraps(function)
            def patched(*args, **kwargs):
                with patches(args, kwargs) as (args, kwargs):
                    return function(*args, **kwargs)

        patched.patchings = [self]
        return patched

    def _get_original(self):
        """What is replaced, and whether it is the target's own."""
        target, name = self.target, self.attribute
        try:
            original, local = target.__dict__[name], True
        except (AttributeError, KeyError):
            original, local = getattr(target, name, DEFAULT), False
        if hasattr(builtins, name) and isinstance(target, types.ModuleType):
            self.create = True
        if not self.create and original is DEFAULT:
            raise AttributeError(f"{target} does not have the attribute {name!r}")
        return original, local

    def _make(self, original):
        """A mock to put in place."""
        spec, spec_set, kind = _asked(self.spec), _asked(self.spec_set), MagicMock
        if spec is not None and spec_set is True:
            spec, spec_set = None, original if spec is True else spec
        elif spec is True:
            spec = original
        elif spec_set is True:
            spec_set = original
        like = spec if spec_set is None else spec_set
        if like is not None and original is DEFAULT:
            raise TypeError("Can't use 'spec' with create=True")
        if spec is None and is_async(original):
            kind = AsyncMock
        if self.new_callable is not None:
            kind = self.new_callable
        elif like is not None:
            if is_async(like):
                kind = AsyncMock
            elif "__call__" not in like if is_list(like) else not callable(like):
                kind = NonCallableMagicMock
        given = {name: value for name, value in (("spec", spec), ("spec_set", spec_set)) if value is not None}
        named = isinstance(kind, type) and issubclass(kind, NonCallableMock) and self.attribute
        new = kind(**given, **({"name": self.attribute} | self.kwargs if named else self.kwargs))
        if like is not None and isinstance(original, type) and is_mock(new):
            # Its instances are like those of the class.
            if not is_list(like) and not instances_callable(like):
                kind = NonCallableMagicMock
            given |= {name: value for name, value in self.kwargs.items() if name != "name"}
            new.return_value = kind(_new_parent=new, _new_name="()", **given)
        return new

    def _make_like(self, original):
        """A mock to put in place, with the attributes and parameters of what was there."""
        if self.new is not DEFAULT:
            raise TypeError("autospec creates the mock for you. Can't specify autospec and new.")
        if original is DEFAULT:
            raise TypeError("Can't use 'autospec' with create=True")
        spec = original if self.autospec is True else self.autospec
        if is_mock(self.target):
            raise InvalidSpecError(
                f"Cannot autospec attr {self.attribute!r} as the patch target has already been mocked out. "
                f"[target={self.target!r}, attr={spec!r}]")
        if is_mock(spec):
            raise InvalidSpecError(
                f"Cannot autospec attr {self.attribute!r} from target "
                f"{getattr(self.target, '__name__', self.target)!r} as it has already been mocked out. "
                f"[target={self.target!r}, attr={spec!r}]")
        return create_autospec(spec, spec_set=bool(self.spec_set), _name=self.attribute, **self.kwargs)

    def __enter__(self):
        """Perform the patch."""
        self.target = self.getter()
        spec, autospec = _asked(self.spec), _asked(self.autospec)
        if spec is not None and autospec is not None:
            raise TypeError("Can't specify spec and autospec")
        if (spec is not None or autospec is not None) and _asked(self.spec_set) not in (True, None):
            raise TypeError("Can't provide explicit spec_set *and* spec or autospec")
        original, local = self._get_original()
        if autospec is not None:
            new = self._make_like(original)
        elif self.new is DEFAULT:
            new = self._make(original)
        elif self.kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        else:
            new = self.new
        self.temp_original, self.is_local = original, local
        self._exit_stack = contextlib.ExitStack()
        try:
            setattr(self.target, self.attribute, new)
            if self.attribute_name is None:
                return new
            made = {self.attribute_name: new} if self.new is DEFAULT else {}
            for patcher in self.additional_patchers:
                extra = self._exit_stack.enter_context(patcher)
                if patcher.new is DEFAULT:
                    made.update(extra)
            return made
        except:
            if not self.__exit__(*sys.exc_info()):
                raise

    def __exit__(self, *info):
        """Undo the patch."""
        target, name, original = self.target, self.attribute, self.temp_original
        if self.is_local and original is not DEFAULT:
            setattr(target, name, original)
        else:
            delattr(target, name)
            # Some are not gone, but back to what they were first.
            if not self.create and (not hasattr(target, name) or name in (
                    "__doc__", "__module__", "__defaults__", "__annotations__", "__kwdefaults__")):
                setattr(target, name, original)
        stack = self._exit_stack
        del self.temp_original, self.is_local, self.target, self._exit_stack
        return stack.__exit__(*info)


class _PatchDict(_Patcher):
    """Patch a dictionary, or whatever is like one, and restore it afterwards."""

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict, self.clear, self._original = in_dict, clear, None
        self.values = dict(values)
        self.values.update(kwargs)

    def copy(self):
        return _PatchDict(self.in_dict, self.values, self.clear)

    def _around(self, function):
        if iscoroutinefunction(function):
            @wraps(function)
            async def patched(*args, **kwargs):
                with self:
                    return await function(*args, **kwargs)
        else:
            @wraps(function)
            def patched(*args, **kwargs):
                with self:
                    return function(*args, **kwargs)
        return patched

    def __enter__(self):
        """Patch the dict."""
        if isinstance(self.in_dict, str):
            self.in_dict = pkgutil.resolve_name(self.in_dict)
        found = self.in_dict
        self._original = found.copy() if hasattr(found, "copy") else {key: found[key] for key in found}
        if self.clear:
            _empty(found)
        _fill(found, self.values)
        return found

    def __exit__(self, *info):
        """Unpatch the dict."""
        if self._original is not None:
            _empty(self.in_dict)
            _fill(self.in_dict, self._original)
        return False


def _empty(items):
    if hasattr(items, "clear"):
        items.clear()
    else:
        for key in list(items):
            del items[key]


def _fill(items, values):
    if hasattr(items, "update"):
        items.update(values)
    else:
        for key in values:
            items[key] = values[key]


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *,
          unsafe=False, **kwargs):
    """Replace what a dotted name means, with a mock unless something else is given."""
    try:
        path, attribute = target.rsplit(".", 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f"Need a valid target to patch. You supplied: {target!r}") from None
    getter = partial(pkgutil.resolve_name, path)
    return _Patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, unsafe=unsafe)


def _object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None,
            *, unsafe=False, **kwargs):
    """Replace an attribute of an object."""
    if type(target) is str:
        raise TypeError(f"{target!r} must be the actual object to be patched, not a str")
    return _Patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs,
                  unsafe=unsafe)


def _multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    """Replace several attributes of an object."""
    getter = partial(pkgutil.resolve_name, target) if type(target) is str else lambda: target
    if not kwargs:
        raise ValueError("Must supply at least one keyword argument with patch.multiple")
    patchers = []
    for attribute, new in kwargs.items():
        patchers.append(_Patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, {}))
        patchers[-1].attribute_name = attribute
    patchers[0].additional_patchers = patchers[1:]
    return patchers[0]


def _stopall():
    """Stop all active patches, the last first."""
    for patcher in reversed(_active[:]):
        patcher.stop()


patch.object, patch.dict, patch.multiple, patch.stopall = _object, _PatchDict, _multiple, _stopall
patch.TEST_PREFIX = "test"
