"""A package of helpers."""
from . import numbers
from .numbers import value as first
