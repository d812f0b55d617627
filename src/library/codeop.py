"""Whether some lines are a whole statement."""

import __future__
import warnings

__all__ = ["compile_command", "Compile", "CommandCompiler"]

PyCF_DONT_IMPLY_DEDENT, PyCF_ALLOW_INCOMPLETE_INPUT = 0x200, 0x4000
_INCOMPLETE = PyCF_DONT_IMPLY_DEDENT | PyCF_ALLOW_INCOMPLETE_INPUT


def _complete(compiler, source, filename, symbol):
    """The code; None where more lines are to follow."""
    if symbol != "eval" and all(not line.strip() or line.strip()[0] == "#" for line in source.split("\n")):
        source = "pass"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", (SyntaxWarning, DeprecationWarning))
        try:
            compiler(source, filename, symbol)
        except SyntaxError:
            try:
                compiler(source + "\n", filename, symbol)
                return None
            except SyntaxError as error:
                if "incomplete input" in str(error):
                    return None
    return compiler(source, filename, symbol, incomplete_input=False)


def _compile(source, filename, symbol, incomplete_input=True):
    return compile(source, filename, symbol, _INCOMPLETE if incomplete_input else 0)


def compile_command(source, filename="<input>", symbol="single"):
    """Compile some lines; None if more are to follow."""
    return _complete(_compile, source, filename, symbol)


class Compile:
    """Compiles; what lines import from the future is in force for those that follow."""

    def __init__(self):
        self.flags = _INCOMPLETE

    def __call__(self, source, filename, symbol, *, incomplete_input=True):
        code = compile(source, filename, symbol, self.flags if incomplete_input else self.flags & ~_INCOMPLETE, True)
        self.flags |= code.co_flags & __future__.annotations.compiler_flag
        return code


class CommandCompiler:
    """`compile_command`, with what lines import from the future."""

    def __init__(self):
        self.compiler = Compile()

    def __call__(self, source, filename="<input>", symbol="single"):
        return _complete(self.compiler, source, filename, symbol)
