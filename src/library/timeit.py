"""Times small pieces of code."""

import sys
import time

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

default_number = 1000000
default_repeat = 5
default_timer = time.perf_counter
dummy_src_name = "<timeit-src>"
_globals = globals

# The loop that is timed: one function, so that its names are local and the whole loop can be compiled.
template = """\
def inner(_it, _timer{init}):
    {setup}
    _t0 = _timer()
    for _i in _it:
        {stmt}
        pass
    _t1 = _timer()
    return _t1 - _t0
"""


def reindent(src, indent):
    """Put further lines of `src` as deep as the first one."""
    return src.replace("\n", "\n" + " " * indent)


class Timer:
    """A statement with its setup, ready to be timed."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        names = {}
        scope = _globals() if globals is None else globals
        init = before = ""
        if isinstance(setup, str):
            compile(setup, dummy_src_name, "exec")
            before = setup + "\n"
            setup = reindent(setup, 4)
        elif callable(setup):
            names["_setup"] = setup
            init += ", _setup=_setup"
            setup = "_setup()"
        else:
            raise ValueError("setup is neither a string nor callable")
        if isinstance(stmt, str):
            compile(before + stmt, dummy_src_name, "exec")
            stmt = reindent(stmt, 8)
        elif callable(stmt):
            names["_stmt"] = stmt
            init += ", _stmt=_stmt"
            stmt = "_stmt()"
        else:
            raise ValueError("stmt is neither a string nor callable")
        self.src = template.format(stmt=stmt, setup=setup, init=init)
        exec(compile(self.src, dummy_src_name, "exec"), scope, names)
        self.inner = names["inner"]

    def print_exc(self, file=None):
        """Show the exception in flight, with the lines of the timed code."""
        import linecache
        import traceback

        linecache.cache[dummy_src_name] = (len(self.src), None, self.src.splitlines(True), dummy_src_name)
        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        """Run setup once and the statement `number` times; give the seconds of the latter."""
        import gc
        from itertools import repeat as times

        collecting = gc.isenabled()
        gc.disable()
        try:
            return self.inner(times(None, number), self.timer)
        finally:
            if collecting:
                gc.enable()

    def repeat(self, repeat=default_repeat, number=default_number):
        """Call `timeit` a few times; give a list of results."""
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """Find a number of turns that takes at least 0.2 seconds."""
        scale = 1
        while True:
            for factor in (1, 2, 5):
                number = scale * factor
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    """Make a Timer and call its `timeit`."""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    """Make a Timer and call its `repeat`."""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)


USAGE = """\
usage: python -m timeit [-n N] [-r N] [-s S] [-u U] [-v] [-p] [-h] [statement ...]

  -n, --number N   how many times to run the statement (found by itself if missing)
  -r, --repeat N   how many times to repeat that (default 5)
  -s, --setup S    what to run once before (default 'pass')
  -p, --process    measure the time of the process
  -v, --verbose    show every measurement
  -u, --unit U     unit of the output: nsec, usec, msec or sec
  -h, --help       this text
"""


def main(args=None, *, _wrap_timer=None):
    """The command `python -m timeit`."""
    import getopt

    try:
        opts, args = getopt.getopt(
            sys.argv[1:] if args is None else args,
            "n:u:s:r:pvh",
            ["number=", "setup=", "repeat=", "process", "verbose", "unit=", "help"],
        )
    except getopt.error as error:
        print(error)
        print("use -h/--help for command line help")
        return 2
    units = {"nsec": 1e-9, "usec": 1e-6, "msec": 1e-3, "sec": 1.0}
    timer, number, repeats, verbose, unit, setup, precision = default_timer, 0, default_repeat, 0, None, [], 3
    for name, value in opts:
        if name in ("-n", "--number"):
            number = int(value)
        elif name in ("-s", "--setup"):
            setup.append(value)
        elif name in ("-u", "--unit"):
            if value not in units:
                print("Unrecognized unit. Please select nsec, usec, msec, or sec.", file=sys.stderr)
                return 2
            unit = value
        elif name in ("-r", "--repeat"):
            repeats = max(int(value), 1)
        elif name in ("-p", "--process"):
            timer = time.process_time
        elif name in ("-v", "--verbose"):
            precision += verbose
            verbose += 1
        else:
            print(USAGE, end="")
            return 0
    if "" not in sys.path:
        sys.path.insert(0, "")
    if _wrap_timer is not None:
        timer = _wrap_timer(timer)
    timed = Timer("\n".join(args) or "pass", "\n".join(setup) or "pass", timer)

    def text(seconds):
        chosen = unit
        if chosen is None:
            chosen = next((u for u in ("sec", "msec", "usec", "nsec") if seconds >= units[u]), "nsec")
        return "%.*g %s" % (precision, seconds / units[chosen], chosen)

    try:
        if not number:
            show = None
            if verbose:

                def show(number, seconds):
                    print(f"{number} loop{'s' * (number != 1)} -> {seconds:.{precision}g} secs")

            number, _ = timed.autorange(show)
            if verbose:
                print()
        raw = timed.repeat(repeats, number)
    except:
        timed.print_exc()
        return 1
    if verbose:
        print("raw times: %s" % ", ".join(map(text, raw)))
        print()
    times = [seconds / number for seconds in raw]
    best, worst = min(times), max(times)
    plural = "s" * (number != 1)
    print("%d loop%s, best of %d: %s per loop" % (number, plural, repeats, text(best)))
    if worst >= best * 4:
        import warnings

        warnings.warn_explicit(
            "The test results are likely unreliable. "
            f"The worst time ({text(worst)}) was more than four times slower than the best time ({text(best)}).",
            UserWarning,
            "",
            0,
        )
    return None


if __name__ == "__main__":
    sys.exit(main())
