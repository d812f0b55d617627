"""Functions about functions; what has to be fast is in `_functools`."""

from _functools import cmp_to_key, partial, reduce

__all__ = [
    "update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering", "cache", "cmp_to_key",
    "lru_cache", "reduce", "partial", "partialmethod", "singledispatch", "singledispatchmethod", "cached_property",
]

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Give `wrapper` the name, documentation and attributes of `wrapped`."""
    for attr in assigned:
        try:
            value = getattr(wrapped, attr)
        except AttributeError:
            pass
        else:
            setattr(wrapper, attr, value)
    for attr in updated:
        values = getattr(wrapped, attr, {})
        if attr == "__dict__":
            for name in values:
                setattr(wrapper, name, values[name])
        else:
            getattr(wrapper, attr).update(values)
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Decorate a wrapper with `update_wrapper`."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


def _from_root(root, target):
    """Make the comparison `target` out of the one named `root`."""
    strict, wants_strict = root[3] == "t", target[3] == "t"
    if root[2] == target[2]:
        rule = "answer or self == other" if strict else "answer and self != other"
    elif strict != wants_strict:
        rule = "not answer"
    else:
        rule = "not answer and self != other" if strict else "not answer or self == other"
    # A function for each of them: to look its parts up with each call takes longer than to compare.
    namespace = {}
    exec(
        f"def {target}(self, other):\n"
        f"    answer = type(self).{root}(self, other)\n"
        f"    if answer is NotImplemented:\n"
        f"        return answer\n"
        f"    return {rule}\n",
        {"__name__": __name__},
        namespace,
    )
    compare = namespace[target]
    compare.__doc__ = getattr(int, target).__doc__
    return compare


def total_ordering(cls):
    """Fill in the comparisons that a class has not defined, from the one it has."""
    names = ("__lt__", "__le__", "__gt__", "__ge__")
    roots = {name for name in names if getattr(cls, name, None) is not getattr(object, name, None)}
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = max(roots)
    for name in names:
        if name not in roots:
            setattr(cls, name, _from_root(root, name))
    return cls


def __getattr__(name):
    if name != "_CacheInfo":
        raise AttributeError(f"module 'functools' has no attribute {name!r}")
    global _CacheInfo
    from collections import namedtuple

    # A class is slow to make: it waits until something is cached.
    _CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"], module="functools")
    return _CacheInfo


try:
    from _functools import _lru_cache_wrapper
except ImportError:
    from _functools import lru_cache, cache
else:
    def lru_cache(maxsize=128, typed=False):
        """Keep the results of the last `maxsize` different calls."""
        if isinstance(maxsize, int):
            maxsize = max(maxsize, 0)
        elif callable(maxsize) and isinstance(typed, bool):
            return _cached(maxsize, 128, typed)
        elif maxsize is not None:
            raise TypeError("Expected first argument to be an integer, a callable, or None")
        return lambda function: _cached(function, maxsize, typed)

    def cache(user_function, /):
        """Keep all results."""
        return _cached(user_function, None, False)

    def _cached(function, maxsize, typed):
        info = globals().get("_CacheInfo") or __getattr__("_CacheInfo")
        made = _lru_cache_wrapper(function, maxsize, typed, info)
        made.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
        return update_wrapper(made, function)


class partialmethod:
    """A method with some arguments filled in."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        if isinstance(func, partialmethod):
            args, keywords, func = func.args + args, {**func.keywords, **keywords}, func.func
        self.func, self.args, self.keywords = func, args, keywords

    def __repr__(self):
        parts = [repr(self.func), *map(repr, self.args), *(f"{k}={v!r}" for k, v in self.keywords.items())]
        return f"functools.partialmethod({', '.join(parts)})"

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method._partialmethod = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, "__get__", None)
        if get is not None:
            bound = get(obj, cls)
            if bound is not self.func:
                made = partial(bound, *self.args, **self.keywords)
                try:
                    made.__self__ = bound.__self__
                except AttributeError:
                    pass
                return made
        return self._make_unbound_method().__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    @classmethod
    def __class_getitem__(cls, item):
        return type(list[int])(cls, item)


def _order(cls, abstract):
    """The order of bases of `cls` with the abstract classes among `abstract` that it belongs to put in."""
    known = [kind for kind in abstract if kind not in cls.__mro__ and hasattr(kind, "__mro__") and issubclass(cls, kind)]
    known = [kind for kind in known if not any(kind is not other and kind in other.__mro__ for other in known)]

    def order(kind):
        bases = list(kind.__bases__)
        place = next((i for i, base in enumerate(bases) if not hasattr(base, "__abstractmethods__")), len(bases))
        extra = [base for base in known if base not in kind.__mro__ and issubclass(kind, base)]
        extra = [base for base in extra if not any(issubclass(b, base) for b in kind.__bases__)]
        if kind is cls or extra:
            bases[place:place] = extra
        sequences = [order(base) for base in bases] + [list(bases)]
        result = [kind]
        while True:
            sequences = [s for s in sequences if s]
            if not sequences:
                return result
            for sequence in sequences:
                head = sequence[0]
                if not any(head in other[1:] for other in sequences):
                    break
            else:
                raise RuntimeError("Inconsistent hierarchy")
            result.append(head)
            for sequence in sequences:
                if sequence[0] is head:
                    del sequence[0]

    return order(cls)


def _find_impl(cls, registry):
    match = None
    for kind in _order(cls, registry):
        if match is not None:
            # Two abstract classes fit and neither stands before the other by inheritance.
            if (
                kind in registry
                and kind not in cls.__mro__
                and match not in cls.__mro__
                and not issubclass(match, kind)
            ):
                raise RuntimeError(f"Ambiguous dispatch: {match} or {kind}")
            break
        if kind in registry:
            match = kind
    return registry.get(match)


def singledispatch(func):
    """A function with one version for each type of its first argument."""
    registry = {}
    found = {}
    token = None
    name = getattr(func, "__name__", "singledispatch function")

    def dispatch(cls):
        nonlocal token
        if token is not None:
            from abc import get_cache_token

            now = get_cache_token()
            if token != now:
                found.clear()
                token = now
        try:
            return found[cls]
        except KeyError:
            impl = found[cls] = registry[cls] if cls in registry else _find_impl(cls, registry)
            return impl

    def members(cls):
        """The classes that `cls` names: one, or those of a union."""
        if isinstance(cls, type):
            return [cls]
        args = getattr(cls, "__args__", None)
        if args and "Union" in f"{type(cls).__name__}{cls!r}" and all(isinstance(arg, type) for arg in args):
            return list(args)
        return None

    def register(cls, func=None):
        nonlocal token
        kinds = members(cls)
        if kinds is None:
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
            annotations = getattr(cls, "__annotations__", {})
            if not annotations:
                raise TypeError(
                    f"Invalid first argument to `register()`: {cls!r}. "
                    f"Use either `@register(some_class)` or plain `@register` on an annotated function."
                )
            func = cls
            from typing import get_type_hints

            argument, cls = next(iter(get_type_hints(func).items()))
            kinds = members(cls)
            if kinds is None:
                raise TypeError(f"Invalid annotation for {argument!r}. {cls!r} is not a class.")
        elif func is None:
            return lambda f: register(cls, f)
        for kind in kinds:
            registry[kind] = func
            if token is None and hasattr(kind, "__abstractmethods__"):
                from abc import get_cache_token

                token = get_cache_token()
        found.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{name} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    from types import MappingProxyType

    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = MappingProxyType(registry)
    wrapper._clear_cache = found.clear
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    """`singledispatch` for methods: the type of the argument after self counts."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def _method(*args, **kwargs):
            return self.dispatcher.dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        return update_wrapper(_method, self.func)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)


_absent = object()


class cached_property:
    """A property that is computed once and then kept in the instance."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                "Cannot assign the same cached_property to two different names "
                f"({self.attrname!r} and {name!r})."
            )

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            kept = instance.__dict__
        except AttributeError:
            raise TypeError(
                f"No '__dict__' attribute on {type(instance).__name__!r} "
                f"instance to cache {self.attrname!r} property."
            ) from None
        value = kept.get(self.attrname, _absent)
        if value is _absent:
            value = self.func(instance)
            try:
                kept[self.attrname] = value
            except TypeError:
                raise TypeError(
                    f"The '__dict__' attribute on {type(instance).__name__!r} instance does not support "
                    f"item assignment for caching {self.attrname!r} property."
                ) from None
        return value

    @classmethod
    def __class_getitem__(cls, item):
        return type(list[int])(cls, item)
