"""Where CPython keeps `ThreadPoolExecutor`."""

from . import BrokenExecutor, ThreadPoolExecutor


class BrokenThreadPool(BrokenExecutor):
    """A thread of the pool could not be set up."""
