"""Options of a command line, as the C function takes them."""

__all__ = ["GetoptError", "error", "getopt", "gnu_getopt"]


class GetoptError(Exception):
    """An option that is unknown or used wrongly."""

    opt = ""
    msg = ""

    def __init__(self, msg, opt=""):
        self.msg = msg
        self.opt = opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    """The options at the front, and the arguments behind them."""
    return _scan(list(args), shortopts, _as_list(longopts), True)


def gnu_getopt(args, shortopts, longopts=[]):
    """The options, wherever they stand, and the arguments."""
    import os

    strict = shortopts.startswith("+") or bool(os.environ.get("POSIXLY_CORRECT"))
    return _scan(list(args), shortopts.removeprefix("+"), _as_list(longopts), strict)


def _as_list(longopts):
    return [longopts] if isinstance(longopts, str) else list(longopts)


def _scan(args, shortopts, longopts, strict):
    opts, rest = [], []
    while args:
        arg = args[0]
        if arg == "--":
            rest += args[1:]
            break
        if arg[:2] == "--":
            args = _long(opts, arg[2:], longopts, args[1:])
        elif arg[:1] == "-" and arg != "-":
            args = _short(opts, arg[1:], shortopts, args[1:])
        elif strict:
            rest += args
            break
        else:
            rest.append(args.pop(0))
    return opts, rest


def _long(opts, opt, longopts, args):
    opt, equals, value = opt.partition("=")
    value = value if equals else None
    possible = [name for name in longopts if name.startswith(opt)]
    if not possible:
        raise GetoptError(f"option --{opt} not recognized", opt)
    if opt in possible:
        takes = False
    elif opt + "=" in possible:
        takes = True
    elif len(possible) > 1:
        raise GetoptError(f"option --{opt} not a unique prefix", opt)
    else:
        takes = possible[0].endswith("=")
        opt = possible[0].removesuffix("=")
    if takes:
        if value is None:
            if not args:
                raise GetoptError(f"option --{opt} requires argument", opt)
            value, args = args[0], args[1:]
    elif value is not None:
        raise GetoptError(f"option --{opt} must not have an argument", opt)
    opts.append(("--" + opt, value or ""))
    return args


def _short(opts, letters, shortopts, args):
    while letters:
        opt, letters = letters[0], letters[1:]
        place = shortopts.find(opt)
        if place == -1 or opt == ":":
            raise GetoptError(f"option -{opt} not recognized", opt)
        value = ""
        if shortopts.startswith(":", place + 1):
            if not letters:
                if not args:
                    raise GetoptError(f"option -{opt} requires argument", opt)
                letters, args = args[0], args[1:]
            value, letters = letters, ""
        opts.append(("-" + opt, value))
    return args
