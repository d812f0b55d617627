"""Where CPython keeps `ProcessPoolExecutor`."""

from . import BrokenExecutor, ProcessPoolExecutor


class BrokenProcessPool(BrokenExecutor):
    """A process of the pool ended by itself."""
