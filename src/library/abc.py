"""Abstract base classes."""

__all__ = [
    "ABC", "ABCMeta", "abstractmethod", "abstractclassmethod", "abstractstaticmethod", "abstractproperty",
    "get_cache_token", "update_abstractmethods",
]

from _abc import ask_metaclass as _ask_metaclass, follow_descent as _follow_descent

_registrations = 0


def abstractmethod(funcobj):
    """Mark a method that subclasses have to define."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    """An abstract class method."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    """An abstract static method."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    """An abstract property."""

    __isabstractmethod__ = True


def _abstract_names(cls, own):
    names = {name for name, value in own if getattr(value, "__isabstractmethod__", False)}
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if getattr(getattr(cls, name, None), "__isabstractmethod__", False):
                names.add(name)
    return frozenset(names)


def get_cache_token():
    """A number that changes when a class is registered anywhere."""
    return _registrations


def update_abstractmethods(cls):
    """Look again at which methods of `cls` are abstract."""
    if hasattr(cls, "__abstractmethods__"):
        cls.__abstractmethods__ = _abstract_names(cls, cls.__dict__.items())
    return cls


class _Known:
    """What an abstract class knows of its virtual subclasses."""

    def __init__(self):
        self.registry = []
        self.cache = {}
        self.members = None


class ABCMeta(type):
    """The class of classes with abstract methods and virtual subclasses."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstract_names(cls, namespace.items())
        cls._abc_impl = _Known()
        if (
            mcls.__instancecheck__ is ABCMeta.__instancecheck__
            and mcls.__subclasscheck__ is ABCMeta.__subclasscheck__
        ):
            _follow_descent(cls)
        else:
            _ask_metaclass(cls)
        return cls

    def register(cls, subclass):
        """Make `subclass` count as a subclass of this class."""
        global _registrations
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        cls._abc_impl.registry.append(subclass)
        _ask_metaclass(cls)
        flags = getattr(cls, "__abc_tpflags__", 0)
        if flags and "__abc_tpflags__" not in vars(subclass):
            try:
                # What a pattern of `match` takes it for.
                subclass.__abc_tpflags__ = flags
            except TypeError:
                pass  # Of a built-in class the patterns know.
        _registrations += 1
        return subclass

    def __instancecheck__(cls, instance):
        kind = type(instance)
        found = cls._abc_impl.cache.get(kind)
        if found is not None and found[0] == _registrations and instance.__class__ is kind:
            return found[1]
        return cls.__subclasscheck__(instance.__class__) or (
            instance.__class__ is not kind and cls.__subclasscheck__(kind)
        )

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        cache = cls._abc_impl.cache
        found = cache.get(subclass)
        if found is not None and found[0] == _registrations:
            return found[1]
        answer = cls.__subclasshook__(subclass)
        if answer is NotImplemented:
            answer = (
                cls in getattr(subclass, "__mro__", ())
                or any(issubclass(subclass, known) for known in cls._abc_impl.registry)
                or any(issubclass(subclass, known) for known in cls.__subclasses__())
            )
        cache[subclass] = (_registrations, answer)
        return answer

    def _dump_registry(cls, file=None):
        print(f"Class: {cls.__module__}.{cls.__qualname__}", file=file)
        print(f"Inv. counter: {get_cache_token()}", file=file)


class ABC(metaclass=ABCMeta):
    """A class to derive from where one does not want to name the metaclass."""

    __slots__ = ()
