"""Coroutines that take turns, on one thread: tasks, futures, locks, queues, time-outs.

There are no connections, subprocesses or streams. What CPython gives to a pool of threads runs when it is asked for.
"""

from .exceptions import *
from .futures import Future, isfuture, wrap_future
from .locks import *
from .loop import *
from .queues import *
from .tasks import *
from .timeouts import *

from . import exceptions, futures, locks, loop as events, queues, tasks, timeouts
from .tasks import iscoroutine, iscoroutinefunction, coroutines

BaseEventLoop = SelectorEventLoop = AbstractEventLoop
