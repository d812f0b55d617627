"""Values that name other values."""

import re
import warnings

from configparser._errors import (
    InterpolationDepthError, InterpolationMissingOptionError, InterpolationSyntaxError, NoOptionError, NoSectionError,
)

MAX_INTERPOLATION_DEPTH = 10


class Interpolation:
    """Values are what they say."""

    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value

    def before_read(self, parser, section, option, value):
        return value

    def before_write(self, parser, section, option, value):
        return value


class _Substituting(Interpolation):
    """A sign, followed by what stands for another value or by itself."""

    def before_get(self, parser, section, option, value, defaults):
        parts = []
        self._expand(parser, option, parts, value, section, defaults, 1)
        return "".join(parts)

    def before_set(self, parser, section, option, value):
        if self.sign in self.reference.sub("", value.replace(self.sign * 2, "")):
            raise ValueError(f"invalid interpolation syntax in {value!r} at position {value.find(self.sign)}")
        return value

    def _expand(self, parser, option, parts, rest, section, known, depth):
        raw = parser.get(section, option, raw=True, fallback=rest)
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        while rest:
            place = rest.find(self.sign)
            if place < 0:
                parts.append(rest)
                return
            parts.append(rest[:place])
            rest = rest[place:]
            after = rest[1:2]
            if after == self.sign:
                parts.append(after)
                rest = rest[2:]
                continue
            if after != self.opening:
                raise InterpolationSyntaxError(
                    option, section,
                    f"'{self.sign}' must be followed by '{self.sign}' or '{self.opening}', found: {self.shown(rest)}")
            found = self.reference.match(rest)
            if found is None:
                raise InterpolationSyntaxError(option, section, f"bad interpolation variable reference {rest!r}")
            rest = rest[found.end():]
            where, name, value = self._look_up(parser, option, section, found[1], raw, known)
            if value is not None and self.sign in value:
                inner = known if where == section else dict(parser.items(where, raw=True))
                self._expand(parser, name, parts, value, where, inner, depth + 1)
            else:
                parts.append(value)


class BasicInterpolation(_Substituting):
    """`%(name)s` is the value of another option."""

    sign, opening, shown = "%", "(", staticmethod(repr)
    reference = re.compile(r"%\(([^)]+)\)s")

    def _look_up(self, parser, option, section, path, raw, known):
        name = parser.optionxform(path)
        try:
            return section, option, known[name]
        except KeyError:
            raise InterpolationMissingOptionError(option, section, raw, name) from None


class ExtendedInterpolation(_Substituting):
    """`${section:name}` is the value of an option of another section."""

    sign, opening, shown = "$", "{", staticmethod(repr)
    reference = re.compile(r"\$\{([^}]+)\}")

    def _look_up(self, parser, option, section, path, raw, known):
        parts = path.split(":")
        try:
            if len(parts) == 1:
                name = parser.optionxform(parts[0])
                return section, name, known[name]
            if len(parts) == 2:
                name = parser.optionxform(parts[1])
                return parts[0], name, parser.get(parts[0], name, raw=True)
        except (KeyError, NoSectionError, NoOptionError):
            raise InterpolationMissingOptionError(option, section, raw, ":".join(parts)) from None
        raise InterpolationSyntaxError(option, section, f"More than one ':' found: {'${' + path + '}'!r}")


class LegacyInterpolation(Interpolation):
    """`%(name)s` as the operator of texts has it."""

    reference = re.compile(r"%\(([^)]*)\)s|.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        warnings.warn("LegacyInterpolation has been deprecated since Python 3.2 and will be removed from the "
                      "configparser module in Python 3.13. Use BasicInterpolation or ExtendedInterpolation instead.",
                      DeprecationWarning, stacklevel=2)

    def before_get(self, parser, section, option, value, defaults):
        raw = value
        for _ in range(MAX_INTERPOLATION_DEPTH):
            if not value or "%(" not in value:
                break
            value = self.reference.sub(
                lambda found: found[0] if found[1] is None else f"%({parser.optionxform(found[1])})s", value)
            try:
                value = value % defaults
            except KeyError as error:
                raise InterpolationMissingOptionError(option, section, raw, error.args[0]) from None
        if value and "%(" in value:
            raise InterpolationDepthError(option, section, raw)
        return value
