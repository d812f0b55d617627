"""numpy's own exceptions and warnings."""

from _numpy import AxisError


class ComplexWarning(RuntimeWarning):
    """An imaginary part is lost."""


class VisibleDeprecationWarning(UserWarning):
    """Something will not work for ever."""


class RankWarning(RuntimeWarning):
    """A fit is not well determined."""


class TooHardError(RuntimeError):
    """Something would take too long."""


class DTypePromotionError(TypeError):
    """Types do not come together."""


for _class in (ComplexWarning, VisibleDeprecationWarning, RankWarning, TooHardError, DTypePromotionError):
    _class.__module__ = "numpy.exceptions"
