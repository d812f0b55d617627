# What annotations of array programs name.
from typing import Any, Optional

import numpy as np
import numpy.typing as npt
from numpy.typing import ArrayLike, DTypeLike, NDArray

print(NDArray[np.float64], npt.NDArray, NDArray[np.int64] | None)
print(Optional[NDArray[np.float32]], np.dtype[np.float64], np.ndarray[Any, np.dtype[np.bool_]])
print(npt.__all__, ArrayLike is npt.ArrayLike, DTypeLike is npt.DTypeLike)


def scale(a: NDArray[np.float64], by: "ArrayLike" = 2) -> npt.NDArray[np.float64]:
    return a * by


print(scale.__annotations__, scale(np.arange(3.0)))
