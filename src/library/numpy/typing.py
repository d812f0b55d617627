"""What annotations of array programs name: `NDArray[np.float64]`, `ArrayLike`, `DTypeLike`."""

from typing import Any, TypeVar, Union

import numpy as np

__all__ = ["ArrayLike", "DTypeLike", "NBitBase", "NDArray"]

_ScalarT = TypeVar("_ScalarT", bound=np.generic)

NDArray = np.ndarray[tuple[Any, ...], np.dtype[_ScalarT]]

ArrayLike = Union[np.ndarray, np.generic, complex, bytes, str, list, tuple]

DTypeLike = Union[type, np.dtype, tuple[Any, Any], list[Any], str]


class NBitBase:
    """How many bits a number has; nothing is made of it."""
