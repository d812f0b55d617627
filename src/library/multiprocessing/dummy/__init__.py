"""The same as `multiprocessing` with threads; here both are one."""

from .. import *
from ..pool import ThreadPool as Pool
