"""errno, gc, atexit, and what files still open are given at the end."""
import sys
import errno; print(errno.ENOENT, errno.errorcode[2], errno.EAGAIN, errno.EWOULDBLOCK, len(errno.errorcode))
import gc, atexit; print(gc.collect() >= 0, gc.isenabled(), gc.disable(), gc.isenabled(), gc.enable(), gc.isenabled())
atexit.register(print, "bye", 1, sep="-"); atexit.register(lambda: print("first"))
@atexit.register
def f(): print("decorated")
def h(): pass
atexit.register(h); atexit.unregister(h)
print(sys.flags.optimize, sys.getfilesystemencoding(), sys.thread_info.name, sys.byteorder, sys.displayhook is sys.__displayhook__, sys.gettrace())
