"""Passwords, and who is asked for one."""

import os
import sys

__all__ = ["getpass", "getuser", "GetPassWarning"]


class GetPassWarning(UserWarning):
    pass


def getpass(prompt="Password: ", stream=None):
    """Ask for a line that is not shown, where the terminal can be told so."""
    hidden = sys.stdin.isatty() and os.system("stty -echo") == 0
    if not hidden:
        import warnings

        warnings.warn("Can not control echo on the terminal.", GetPassWarning, stacklevel=2)
    stream = stream or sys.stderr
    print("Warning: Password input may be echoed.\n" * (not hidden) + prompt, end="", file=stream, flush=True)
    try:
        line = sys.stdin.readline()
    finally:
        if hidden:
            os.system("stty echo")
            print(file=stream)
    if not line:
        raise EOFError
    return line.removesuffix("\n")


def getuser():
    """The name of who is logged in."""
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        user = os.environ.get(name)
        if user:
            return user
    import pwd

    return pwd.getpwuid(os.getuid())[0]
