"""Enumerations."""

import sys

import _importlib
from _enum import hash as _hash
from operator import or_ as _or_

__all__ = [
    "EnumType", "EnumMeta", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique", "property",
    "verify", "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP", "global_flag_repr",
    "global_enum_repr", "global_str", "global_enum", "EnumCheck", "CONTINUOUS", "NAMED_FLAGS", "UNIQUE",
]

_builtin_property = property
Enum = Flag = ReprEnum = EJECT = KEEP = None


class nonmember:
    """Keeps a value from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes a value a member that would not be one."""

    def __init__(self, value):
        self.value = value


class property(_builtin_property):
    """A property of members that leaves its name to a member of the class."""

    member = None

    def __set_name__(self, owner, name):
        self.name = name
        self.clsname = owner.__name__

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            try:
                return ownerclass._member_map_[self.name]
            except KeyError:
                raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}") from None
        if self.fget is None:
            raise AttributeError(f"{ownerclass!r} member has no attribute {self.name!r}")
        return self.fget(instance)


def _fixed(get):
    """A property of every member."""

    def set(self, value):
        raise AttributeError(f"<enum 'Enum'> cannot set attribute {get.__name__!r}")

    def delete(self):
        raise AttributeError(f"<enum 'Enum'> cannot delete attribute {get.__name__!r}")

    return _builtin_property(get, set, delete)


class auto:
    """A value that the class chooses."""

    def __init__(self, value=None):
        self.value = _chosen if value is None else value

    def __repr__(self):
        return f"auto({self.value!r})"


_chosen = object()


def _is_descriptor(value):
    return hasattr(value, "__get__") or hasattr(value, "__set__") or hasattr(value, "__delete__")


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


class _EnumDict(dict):
    """The namespace of an enumeration while its body runs."""

    def __init__(self, cls_name):
        super().__init__()
        self._cls_name = cls_name
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._generate_next_value = None

    def __setitem__(self, key, value):
        if self._cls_name and key.startswith(f"_{self._cls_name}__"):
            pass
        elif _is_sunder(key):
            if key not in ("_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_",
                           "_iter_member_by_value_", "_iter_member_by_def_"):
                raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
            if key == "_generate_next_value_":
                if self._auto_called:
                    raise TypeError("_generate_next_value_ must be defined before members")
                self._generate_next_value = getattr(value, "__func__", value)
            elif key == "_ignore_":
                value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
                self._ignore = value
                already = set(value) & set(self._member_names)
                if already:
                    raise ValueError(f"_ignore_ cannot specify already set names: {already!r}")
        elif _is_dunder(key):
            if key == "__order__":
                key = "_order_"
        elif key in self._member_names:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif not isinstance(value, member) and _is_descriptor(value):
            pass
        else:
            if key in self:
                raise TypeError(f"{key!r} already defined as {self[key]!r}")
            if isinstance(value, member):
                value = value.value
            value = self._resolve(key, value)
            self._member_names[key] = None
            self._last_values.append(value)
        super().__setitem__(key, value)

    def _resolve(self, key, value):
        """Choose values for `auto()`, alone or within a tuple."""
        if isinstance(value, auto):
            if value.value is _chosen:
                value.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
                self._auto_called = True
            return value.value
        if type(value) is tuple and any(isinstance(part, auto) for part in value):
            return tuple(self._resolve(key, part) for part in value)
        return value

    def update(self, members, **more):
        for name, value in dict(members, **more).items():
            self[name] = value


class EnumType(type):
    """The class of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        if Enum is None:
            return {}
        made = _EnumDict(cls)
        _, first = metacls._get_mixins_(cls, bases)
        made._generate_next_value = first._generate_next_value_
        return made

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if Enum is None:
            return super().__new__(metacls, cls, bases, dict(classdict), **kwds)
        ignored = classdict._ignore
        names = list(classdict._member_names)
        values = {name: classdict[name] for name in names}
        bad = set(names) & {"mro", ""}
        if bad:
            raise ValueError(f"invalid enum member name(s) {','.join(map(repr, bad))}")
        body = {k: v for k, v in classdict.items() if k not in values and k not in ignored and k != "_ignore_"}
        order = body.pop("_order_", None)
        member_type, first = metacls._get_mixins_(cls, bases)
        new, save_new, use_args = metacls._find_new_(classdict, member_type, first)
        generate = classdict._generate_next_value
        if generate is not None and "_generate_next_value_" in body:
            body["_generate_next_value_"] = staticmethod(generate)
        body["_new_member_"] = new
        body["_use_args_"] = use_args
        body["_member_names_"] = []
        body["_member_map_"] = {}
        body["_value2member_map_"] = {}
        body["_unhashable_values_"] = []
        body["_member_type_"] = member_type
        body["_value_repr_"] = metacls._find_data_repr_(cls, bases)
        body["_boundary_"] = boundary or getattr(first, "_boundary_", None)
        body["_flag_mask_"] = body["_singles_mask_"] = body["_all_bits_"] = 0
        body["_inverted_"] = None
        if ReprEnum is not None and ReprEnum in bases:
            for name in ("__format__", "__str__"):
                if name not in body:
                    method = getattr(member_type, name)
                    body[name] = member_type.__repr__ if method is object.__str__ else method
        if save_new:
            body["__new_member__"] = new
        body["__new__"] = Enum.__new__
        try:
            enum_class = super().__new__(metacls, cls, bases, body, **kwds)
        except RuntimeError as error:
            raise (error.__cause__ or error)
        # The other type may have hidden what an enumeration does by itself.
        for name in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
            if name not in body:
                found = getattr(enum_class, name, None)
                if found in (getattr(member_type, name, None), getattr(object, name, None)):
                    type.__setattr__(enum_class, name, getattr(first, name))
        is_flag = Flag is not None and issubclass(enum_class, Flag)
        for name in names:
            enum_class._add_member_(name, values[name], is_flag)
        if is_flag:
            for operator in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"):
                if operator not in body:
                    type.__setattr__(enum_class, operator, getattr(first, operator))
            found = [enum_class._member_map_[n]._value_ for n in enum_class._member_names_]
            if found != sorted(found):
                type.__setattr__(enum_class, "_iter_member_", enum_class._iter_member_by_def_)
        if order is not None:
            order = order.replace(",", " ").split() if isinstance(order, str) else list(order)
            expected = [n for n in order if n in enum_class._member_names_ or n not in enum_class._member_map_]
            if is_flag:
                expected = [n for n in expected if n in enum_class._member_names_]
            if enum_class._member_names_ != expected:
                raise TypeError(
                    "member order does not match _order_:\n"
                    f"  {enum_class._member_names_!r}\n  {expected!r}"
                )
        return enum_class

    def __init__(cls, *args, **kwds):
        super().__init__(*args)

    def _add_member_(cls, name, value, is_flag):
        args = value if isinstance(value, tuple) else (value,)
        kind = cls._member_type_
        if kind is tuple:
            args = (args,)
        made = cls._new_member_(cls, *args) if cls._use_args_ else cls._new_member_(cls)
        if not hasattr(made, "_value_"):
            if kind is object:
                made._value_ = value
            else:
                try:
                    made._value_ = kind(*args)
                except Exception as error:
                    new = TypeError("_value_ not set in __new__, unable to create it")
                    new.__cause__ = error
                    raise new
        value = made._value_
        made._name_ = name
        made.__objclass__ = cls
        made.__init__(*args)
        made._sort_order_ = len(cls._member_names_)
        known = None
        try:
            known = cls._value2member_map_.get(value)
        except TypeError:
            known = next((m for m in cls._member_map_.values() if m._value_ == value), None)
            if known is None:
                cls._unhashable_values_.append(value)
        single = True
        if is_flag and isinstance(value, int):
            single = value > 0 and value & (value - 1) == 0
        if known is None:
            if single:
                cls._member_names_.append(name)
            try:
                cls._value2member_map_.setdefault(value, made)
            except TypeError:
                pass
        else:
            made = known
        if is_flag and isinstance(value, int):
            type.__setattr__(cls, "_flag_mask_", cls._flag_mask_ | value)
            if single:
                type.__setattr__(cls, "_singles_mask_", cls._singles_mask_ | value)
            type.__setattr__(cls, "_all_bits_", 2 ** cls._flag_mask_.bit_length() - 1)
        for base in cls.__mro__[1:]:
            found = base.__dict__.get(name)
            if found is not None:
                if isinstance(found, (property, _builtin_property)):
                    redirect = property(found.fget, found.fset, found.fdel)
                    redirect.name, redirect.clsname = name, cls.__name__
                    type.__setattr__(cls, name, redirect)
                else:
                    type.__setattr__(cls, name, made)
                break
        else:
            type.__setattr__(cls, name, made)
        cls._member_map_[name] = made

    def __bool__(cls):
        return True

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None:
            return cls.__new__(cls, value)
        return cls._create_(value, names, module=module, qualname=qualname, type=type, start=start, boundary=boundary)

    def __contains__(cls, member):
        if not isinstance(member, Enum):
            import warnings

            warnings.warn(
                "in 3.12 __contains__ will no longer raise TypeError, but will return True or\n"
                "False depending on whether the value is a member or the value of a member",
                DeprecationWarning,
                stacklevel=2,
            )
            raise TypeError(
                f"unsupported operand type(s) for 'in': '{type(member).__qualname__}' and '{type(cls).__qualname__}'"
            )
        return isinstance(member, cls) and member._name_ in cls._member_map_

    def __delattr__(cls, attr):
        if attr in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"{cls.__name__!r} cannot delete member {attr!r}.")
        super().__delattr__(attr)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def __dir__(cls):
        names = {"__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__", "__members__",
                 "__module__", "__name__", "__qualname__", *cls._member_names_}
        if cls._new_member_ is not object.__new__:
            names.add("__new__")
        if cls.__init_subclass__ is not object.__init_subclass__:
            names.add("__init_subclass__")
        return sorted(names if cls._member_type_ is object else set(dir(cls._member_type_)) | names)

    def __getattr__(cls, name):
        raise AttributeError(name)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __len__(cls):
        return len(cls._member_names_)

    @_builtin_property
    def __members__(cls):
        from types import MappingProxyType

        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        if Flag is not None and issubclass(cls, Flag):
            return f"<flag {cls.__name__!r}>"
        return f"<enum {cls.__name__!r}>"

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        _, first = cls._get_mixins_(class_name, bases)
        classdict = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            given, names, last = names, [], []
            for count, name in enumerate(given):
                value = first._generate_next_value_(name, start, count, last[:])
                last.append(value)
                names.append((name, value))
        for item in names:
            name, value = (item, names[item]) if isinstance(item, str) else item
            classdict[name] = value
        if module is None:
            try:
                module = sys._getframe(2).f_globals["__name__"]
            except (AttributeError, KeyError, ValueError):
                module = _importlib.running()
        classdict["__module__"] = module
        if qualname is not None:
            classdict["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, classdict, boundary=boundary)

    @staticmethod
    def _check_for_existing_members_(class_name, bases):
        if Enum is None:
            return
        for chain in bases:
            for base in getattr(chain, "__mro__", ()):
                if isinstance(base, EnumType) and base.__dict__.get("_member_names_"):
                    raise TypeError(f"<enum {class_name!r}> cannot extend {base!r}")

    @classmethod
    def _get_mixins_(metacls, class_name, bases):
        """The type of the values and the enumeration among the bases."""
        first = bases[-1]
        if not isinstance(first, EnumType):
            raise TypeError(
                "new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`"
            )
        return metacls._find_data_type_(class_name, bases) or object, first

    @classmethod
    def _find_data_type_(metacls, class_name, bases):
        types = []
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        types.append(base._member_type_)
                        break
                elif base.__module__ == "builtins" or "__new__" in base.__dict__ or "__dataclass_fields__" in base.__dict__:
                    types.append(candidate or base)
                    break
                else:
                    candidate = candidate or base
        types = list(dict.fromkeys(types))
        if len(types) > 1:
            raise TypeError(f"too many data types for {class_name!r}: {set(types)!r}")
        return types[0] if types else None

    @classmethod
    def _find_data_repr_(metacls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    return base._value_repr_
                if "__repr__" in base.__dict__:
                    return base.__dict__["__repr__"]
        return None

    @classmethod
    def _find_new_(metacls, classdict, member_type, first):
        """How members are made: a function, whether to keep it, whether it takes the value."""
        new = classdict.get("__new__")
        save = new is not None and "_new_member_" in getattr(first, "__dict__", ())
        if new is None:
            plain = (None, object.__new__, Enum.__dict__["__new__"], getattr(Enum, "__new__"))
            for method in ("__new_member__", "__new__"):
                for kind in (member_type, first):
                    found = getattr(kind, method, None)
                    if not any(found is p for p in plain):
                        new = found
                        break
                if new is not None:
                    break
            else:
                new = object.__new__
        elif isinstance(new, staticmethod):
            new = new.__func__
        return new, save, new is not object.__new__ or member_type is not object


EnumMeta = EnumType


class Enum(metaclass=EnumType):
    """An enumeration: derive from it and set names in the body."""

    _member_type_ = object
    _member_names_ = []
    _member_map_ = {}
    _value2member_map_ = {}
    _unhashable_values_ = []
    _value_repr_ = None
    _boundary_ = None
    _new_member_ = object.__new__
    _use_args_ = False

    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for known in cls._member_map_.values():
                if known._value_ == value:
                    return known
        failed = None
        try:
            result = cls._missing_(value)
        except Exception as error:
            failed, result = error, None
        if isinstance(result, cls) or Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(result, int):
            return result
        wrong = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        if result is None and failed is None:
            raise wrong
        if failed is None:
            failed = TypeError(f"error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member")
        if not isinstance(failed, ValueError):
            failed.__context__ = wrong
        raise failed

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            return max(last_values) + 1
        except TypeError:
            for last in reversed(last_values):
                try:
                    return last + 1
                except TypeError:
                    pass
            return start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        return f"<{self.__class__.__name__}.{self._name_}: {show(self._value_)}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __dir__(self):
        names = {name for cls in self.__class__.__mro__ for name in cls.__dict__ if name[0] != "_"}
        return sorted({"__class__", "__doc__", "__eq__", "__hash__", "__module__", "name", "value"} | names)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    __hash__ = _hash

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    @_fixed
    def name(self):
        """The name of the Enum member."""
        return self._name_

    @_fixed
    def value(self):
        """The value of the Enum member."""
        return self._value_


class ReprEnum(Enum):
    """Only the repr is that of an enumeration: str and format are those of the value's type."""


class IntEnum(int, ReprEnum):
    """Members are ints too."""


class StrEnum(str, ReprEnum):
    """Members are strings too."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f"{values[0]!r} is not a string")
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError(f"encoding must be a string, not {values[1]!r}")
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError(f"errors must be a string, not {values[2]!r}")
        value = str(*values)
        made = str.__new__(cls, value)
        made._value_ = value
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    """What a flag does with bits that have no name."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _binary(number, bits):
    """The bits of a number, with a digit for the sign in front."""
    sign = "0b1" if number < 0 else "0b0"
    if number < 0:
        bits = max(bits, (~number).bit_length())
        number += 1 << bits
    digits = f"{number:b}"
    return f"{sign} {digits.rjust(bits, '1' if sign == '0b1' else '0')}"


class Flag(Enum, boundary=CONFORM):
    """Members that can be combined."""

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not count:
            return start if start is not None else 1
        last = max(last_values)
        try:
            return 2 ** last.bit_length()
        except Exception:
            raise TypeError(f"invalid flag value {last!r}") from None

    @classmethod
    def _iter_member_by_value_(cls, value):
        value &= cls._flag_mask_
        bit = 1
        while bit <= value:
            if value & bit:
                yield cls._value2member_map_[bit]
            bit <<= 1

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted(cls._iter_member_by_value_(value), key=lambda m: m._sort_order_)

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        flags, singles, everything = cls._flag_mask_, cls._singles_mask_, cls._all_bits_
        negative = None
        if not ~everything <= value <= everything or value & (everything ^ flags):
            if cls._boundary_ is STRICT:
                bits = max(value.bit_length(), flags.bit_length())
                raise ValueError(
                    f"{cls!r} invalid value {value!r}\n"
                    f"    given {_binary(value, bits)}\n  allowed {_binary(flags, bits)}"
                )
            if cls._boundary_ is CONFORM:
                value &= flags
            elif cls._boundary_ is EJECT:
                return value
            elif cls._boundary_ is KEEP:
                if value < 0:
                    value = max(everything + 1, 2 ** value.bit_length()) + value
            else:
                raise ValueError(f"{cls!r} unknown flag boundary {cls._boundary_!r}")
        if value < 0:
            negative = value
            value += everything + 1
        unknown = value & ~flags
        made = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
        if not hasattr(made, "_value_"):
            made._value_ = value
        names = [m._name_ for m in cls._iter_member_(value & singles)]
        if names:
            made._name_ = "|".join(names) + (f"|{cls._numeric_repr_(unknown)}" if unknown else "")
        else:
            made._name_ = None
        made = cls._value2member_map_.setdefault(value, made)
        if negative is not None:
            cls._value2member_map_[negative] = made
        return made

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(
                f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} "
                f"and {self.__class__.__qualname__!r}"
            )
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        if self._name_ is None:
            return f"<{self.__class__.__name__}: {show(self._value_)}>"
        return f"<{self.__class__.__name__}.{self._name_}: {show(self._value_)}>"

    def __str__(self):
        if self._name_ is None:
            return f"{self.__class__.__name__}({self._value_!r})"
        return f"{self.__class__.__name__}.{self._name_}"

    def __bool__(self):
        return bool(self._value_)

    def _bits(self, flag):
        if isinstance(flag, self.__class__):
            return flag._value_
        if self._member_type_ is not object and isinstance(flag, self._member_type_):
            return flag
        return NotImplemented

    def __or__(self, other):
        bits = self._bits(other)
        return NotImplemented if bits is NotImplemented else self.__class__(self._value_ | bits)

    def __and__(self, other):
        bits = self._bits(other)
        return NotImplemented if bits is NotImplemented else self.__class__(self._value_ & bits)

    def __xor__(self, other):
        bits = self._bits(other)
        return NotImplemented if bits is NotImplemented else self.__class__(self._value_ ^ bits)

    def __invert__(self):
        if self._inverted_ is None:
            if self._boundary_ in (EJECT, KEEP):
                self._inverted_ = self.__class__(~self._value_)
            else:
                self._inverted_ = self.__class__(self._singles_mask_ & ~self._value_)
        return self._inverted_

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Flags that are ints too."""


from enum._check import (
    CONTINUOUS, NAMED_FLAGS, UNIQUE, EnumCheck, global_enum, global_enum_repr, global_flag_repr, global_str,
    show_flag_values, unique, verify,
)
