"""What is useful for series of all kinds."""

import numpy as np
from numpy.exceptions import RankWarning

from ._base import domain_of as getdomain, map_parameters as mapparms, mapped as mapdomain
from ._series import cut as trimcoef, trimmed as trimseq

__all__ = ["RankWarning", "as_series", "getdomain", "mapdomain", "mapparms", "trimcoef", "trimseq"]


def as_series(alist, trim=True):
    rows = [np.array(a, ndmin=1) for a in alist]
    if any(row.size == 0 for row in rows):
        raise ValueError("Coefficient array is empty")
    if any(row.ndim != 1 for row in rows):
        raise ValueError("Coefficient array is not 1-d")
    rows = [trimseq(row) if trim else row for row in rows]
    kind = np.result_type(np.float64, *rows)
    return [np.array(row, dtype=kind) for row in rows]
