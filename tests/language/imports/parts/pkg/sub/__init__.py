from .. import numbers as outer
from ..numbers import add
from . import leaf
