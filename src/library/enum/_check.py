"""Decorators that look at a whole enumeration."""

import sys

from enum import Flag, ReprEnum, StrEnum

# The classes say where they are found.
__name__ = "enum"


def unique(enumeration):
    """Refuse two names for one value."""
    doubles = [(name, m.name) for name, m in enumeration.__members__.items() if name != m.name]
    if doubles:
        text = ", ".join(f"{alias} -> {name}" for alias, name in doubles)
        raise ValueError(f"duplicate values found in {enumeration!r}: {text}")
    return enumeration


class EnumCheck(StrEnum):
    """What `verify` looks for."""

    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """Decorates an enumeration that has to keep rules."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        is_flag = issubclass(enumeration, Flag)
        for check in self.checks:
            if check is UNIQUE:
                doubles = [(name, m.name) for name, m in enumeration.__members__.items() if name != m.name]
                if doubles:
                    text = ", ".join(f"{alias} -> {name}" for alias, name in doubles)
                    raise ValueError(f"aliases found in {enumeration!r}: {text}")
            elif check is CONTINUOUS:
                values = {m.value for m in enumeration}
                if len(values) < 2:
                    continue
                low, high = min(values), max(values)
                if is_flag:
                    missing = [1 << i for i in range(low.bit_length(), high.bit_length()) if 1 << i not in values]
                else:
                    missing = [i for i in range(low + 1, high) if i not in values]
                if missing:
                    kind = "flag" if is_flag else "enum"
                    shown = ", ".join(map(str, missing[:256]))
                    raise ValueError(f"invalid {kind} {enumeration.__name__!r}: missing values {shown}")
            elif check is NAMED_FLAGS:
                single = {m.value for m in enumeration}
                names, mask = [], 0
                for name, alias in enumeration._member_map_.items():
                    if name in enumeration._member_names_ or alias.value < 0:
                        continue
                    lost = [1 << i for i in range(alias.value.bit_length()) if alias.value >> i & 1 and 1 << i not in single]
                    if lost:
                        names.append(name)
                        for value in lost:
                            mask |= value
                if names:
                    if len(names) == 1:
                        text = f"alias {names[0]!r} is missing"
                    else:
                        text = f"aliases {', '.join(map(repr, names[:-1]))} and {names[-1]!r} are missing"
                    raise ValueError(
                        f"invalid Flag {enumeration.__name__!r}: {text} "
                        + (f"value 0x{mask:x}" if mask & (mask - 1) == 0 else f"combined values of 0x{mask:x}")
                        + " [use enum.show_flag_values(value) for details]"
                    )
        return enumeration


def show_flag_values(value):
    """The single bits of a value."""
    return [1 << i for i in range(int(value).bit_length()) if int(value) >> i & 1]


def global_enum_repr(self):
    """A repr that names the module instead of the class."""
    module = self.__class__.__module__.split(".")[-1]
    return f"{module}.{self._name_}"


def global_flag_repr(self):
    """A repr that names the module instead of the class."""
    module = self.__class__.__module__.split(".")[-1]
    if self._name_ is None:
        return f"{module}.{self.__class__.__name__}({self._value_!r})"
    return "|".join(name if name[:1].isdigit() else f"{module}.{name}" for name in self._name_.split("|"))


def global_str(self):
    """The bare name."""
    if self._name_ is None:
        return f"{self.__class__.__name__}({self._value_!r})"
    return self._name_


def global_enum(cls, update_str=False):
    """Put the members into the module of the class."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls
