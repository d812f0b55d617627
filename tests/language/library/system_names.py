import os
import platform
import sched
import stat
import time
from array import array

for mode in (0o100644, 0o040755, 0o120777, 0o104755, 0o102644, 0o041777, 0o010600, 0o020000, 0o060000, 0o140000, 0):
    kinds = [kind(mode) for kind in (stat.S_ISREG, stat.S_ISDIR, stat.S_ISLNK, stat.S_ISFIFO)]
    print(stat.filemode(mode), oct(stat.S_IMODE(mode)), kinds)
found = os.stat(".")
print(stat.S_ISDIR(found[stat.ST_MODE]), found == tuple(found), len(found), isinstance(found, tuple))
print(platform.system() == os.uname().sysname, platform.python_implementation(), platform.architecture()[0])
print(platform.python_version_tuple()[:2], len(platform.uname()) >= 5, platform.machine() == os.uname()[4])

scheduler = sched.scheduler(time.monotonic, time.sleep)
scheduler.enter(0.02, 1, print, ("later",))
scheduler.enter(0.01, 2, print, ("sooner",), {"end": "!\n"})
dropped = scheduler.enter(0.01, 1, print, ("never",))
scheduler.cancel(dropped)
print(scheduler.empty(), len(scheduler.queue))
scheduler.run()
print(scheduler.empty(), tuple([]) is tuple(()))


class Thing:
    pass


thing = Thing()
thing.a = 1
del thing.__dict__
print(hasattr(thing, "a"), thing.__dict__)
nan = array("d", [float("nan")])
print(nan == nan, nan != nan, nan < nan, nan >= nan)
print(array("i", [1, 2]) < array("i", [1, 3]), array("i", [1]) <= array("i", [1]))
