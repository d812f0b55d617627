"""Other programs: start them, talk to them, wait for them."""

import _os
import io
import os
import sys
import time as _time

PIPE, STDOUT, DEVNULL = -1, -2, -3

__all__ = [
    "Popen", "PIPE", "STDOUT", "call", "check_call", "getstatusoutput", "getoutput", "check_output", "run",
    "CalledProcessError", "DEVNULL", "SubprocessError", "TimeoutExpired", "CompletedProcess",
]


class SubprocessError(Exception):
    """Something went wrong with another program."""


def _set_output(error, value):
    error.output = value


_written = property(lambda error: error.output, _set_output, doc="What the program had written.")


class CalledProcessError(SubprocessError):
    """A program ended with a status that says so."""

    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode = returncode
        self.cmd = cmd
        self.output = output
        self.stderr = stderr

    def __str__(self):
        if self.returncode and self.returncode < 0:
            import signal

            try:
                return f"Command '{self.cmd}' died with {signal.Signals(-self.returncode)!r}."
            except ValueError:
                return f"Command '{self.cmd}' died with unknown signal {-self.returncode}."
        return f"Command '{self.cmd}' returned non-zero exit status {self.returncode}."

    stdout = _written


class TimeoutExpired(SubprocessError):
    """A program took too long."""

    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd = cmd
        self.timeout = timeout
        self.output = output
        self.stderr = stderr

    def __str__(self):
        return f"Command '{self.cmd}' timed out after {self.timeout} seconds"

    stdout = _written


class CompletedProcess:
    """A program that has ended."""

    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args = args
        self.returncode = returncode
        self.stdout = stdout
        self.stderr = stderr

    def __repr__(self):
        shown = [f"args={self.args!r}", f"returncode={self.returncode!r}"]
        if self.stdout is not None:
            shown.append(f"stdout={self.stdout!r}")
        if self.stderr is not None:
            shown.append(f"stderr={self.stderr!r}")
        return f"{type(self).__name__}({', '.join(shown)})"

    def check_returncode(self):
        """Raise unless it ended well."""
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


def _place(stream):
    if stream is None or isinstance(stream, int):
        return stream
    if hasattr(stream, "flush"):
        stream.flush()
    return stream.fileno()


class Popen:
    """A program that was started."""

    def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None, preexec_fn=None,
                 close_fds=True, shell=False, cwd=None, env=None, universal_newlines=None, startupinfo=None,
                 creationflags=0, restore_signals=True, start_new_session=False, pass_fds=(), *, user=None, group=None,
                 extra_groups=None, encoding=None, errors=None, text=None, umask=-1, pipesize=-1, process_group=None):
        if preexec_fn is not None:
            raise NotImplementedError("preexec_fn: taipan runs no script code in another process")
        self.args = args
        self.returncode = None
        self.stdin = self.stdout = self.stderr = self._begun = None
        self.encoding, self.errors = encoding, errors
        self.text_mode = encoding or errors or text or universal_newlines
        words = [args] if isinstance(args, (str, bytes, os.PathLike)) else list(args)
        if shell:
            words = ["/bin/sh", "-c", *words]
        if executable is not None:
            words[0] = executable
        given = os.environ if env is None else env
        self._process, *pipes = _os.spawn(words, cwd, list(given.items()), _place(stdin), _place(stdout),
                                          _place(stderr), start_new_session)
        self.pid = self._process.number()
        for name, number in zip(("stdin", "stdout", "stderr"), pipes):
            if number is not None:
                setattr(self, name, self._file(number, "wb" if name == "stdin" else "rb", bufsize))

    def _file(self, number, mode, bufsize):
        file = open(number, mode, bufsize if bufsize in (-1, 0) or bufsize > 1 else -1)
        if self.text_mode:
            file = io.TextIOWrapper(file, encoding=self.encoding, errors=self.errors,
                                    write_through=mode == "wb", line_buffering=bufsize == 1)
        return file

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        for file in (self.stdout, self.stderr, self.stdin):
            if file is not None:
                file.close()
        self.wait()

    def __repr__(self):
        words = list(self.args) if isinstance(self.args, (list, tuple)) else self.args
        text = f"<{type(self).__name__}: returncode: {self.returncode} args: {words!r}>"
        return text if len(text) <= 80 else text[:76] + "...>"

    @property
    def universal_newlines(self):
        """Whether its pipes are of text."""
        return self.text_mode

    def poll(self):
        """The status, if it has ended."""
        if self.returncode is None:
            self.returncode = self._process.wait(0)
        return self.returncode

    def wait(self, timeout=None):
        """Wait for its end; the answer is the status."""
        if self.returncode is None:
            self.returncode = self._process.wait(timeout)
            if self.returncode is None:
                raise TimeoutExpired(self.args, timeout)
        return self.returncode

    def send_signal(self, sig):
        """Send a signal, if it has not ended."""
        if self.poll() is None:
            self._process.send(int(sig))

    def terminate(self):
        """Ask it to end."""
        self.send_signal(15)

    def kill(self):
        """Have it ended."""
        self.send_signal(9)

    def communicate(self, input=None, timeout=None):
        """Write to it, read all that it writes, and wait for its end."""
        if self._begun is None:
            if self.text_mode and input is not None:
                input = input.encode(self.encoding or "utf-8", self.errors or "strict")
            numbers = [None if file is None else file.fileno() for file in (self.stdin, self.stdout, self.stderr)]
            self._process.exchange(bytes(input or b""), *numbers)
            self._begun = (self.stdout is not None, self.stderr is not None)
            for file in (self.stdin, self.stdout, self.stderr):
                if file is not None:
                    file.close()
        end = None if timeout is None else _time.monotonic() + timeout
        got = self._process.exchanged(timeout)
        if got is None:
            raise TimeoutExpired(self.args, timeout)
        self.wait(None if end is None else max(0.0, end - _time.monotonic()))
        return tuple(self._shown(data) if wanted else None for wanted, data in zip(self._begun, got))

    def _shown(self, data):
        if not self.text_mode:
            return data
        text = data.decode(self.encoding or "utf-8", self.errors or "strict")
        return text.replace("\r\n", "\n").replace("\r", "\n")


def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs):
    """Run a program to its end."""
    if input is not None:
        if kwargs.get("stdin") is not None:
            raise ValueError("stdin and input arguments may not both be used.")
        kwargs["stdin"] = PIPE
    if capture_output:
        if kwargs.get("stdout") is not None or kwargs.get("stderr") is not None:
            raise ValueError("stdout and stderr arguments may not be used with capture_output.")
        kwargs["stdout"] = kwargs["stderr"] = PIPE
    with Popen(*popenargs, **kwargs) as process:
        try:
            stdout, stderr = process.communicate(input, timeout=timeout)
        except BaseException:
            process.kill()
            raise
        code = process.poll()
        if check and code:
            raise CalledProcessError(code, process.args, output=stdout, stderr=stderr)
    return CompletedProcess(process.args, code, stdout, stderr)


def call(*popenargs, timeout=None, **kwargs):
    """Run a program; the answer is its status."""
    with Popen(*popenargs, **kwargs) as process:
        try:
            return process.wait(timeout=timeout)
        except BaseException:
            process.kill()
            raise


def check_call(*popenargs, **kwargs):
    """Run a program that must end well."""
    code = call(*popenargs, **kwargs)
    if code:
        raise CalledProcessError(code, kwargs.get("args", popenargs[0] if popenargs else None))
    return 0


def check_output(*popenargs, timeout=None, **kwargs):
    """Run a program that must end well; the answer is what it writes."""
    for name in ("stdout", "check"):
        if name in kwargs:
            raise ValueError(f"{name} argument not allowed, it will be overridden.")
    if "input" in kwargs and kwargs["input"] is None:
        kwargs["input"] = "" if kwargs.get("text") or kwargs.get("universal_newlines") else b""
    return run(*popenargs, stdout=PIPE, timeout=timeout, check=True, **kwargs).stdout


def getstatusoutput(cmd, *, encoding=None, errors=None):
    """Run a command of the shell; the answer is its status and what it writes."""
    try:
        data, code = check_output(cmd, shell=True, text=True, stderr=STDOUT, encoding=encoding, errors=errors), 0
    except CalledProcessError as error:
        data, code = error.output, error.returncode
    return code, data.removesuffix("\n")


def getoutput(cmd, *, encoding=None, errors=None):
    """What a command of the shell writes."""
    return getstatusoutput(cmd, encoding=encoding, errors=errors)[1]


def list2cmdline(seq):
    """Words as one line."""
    import shlex

    return shlex.join(map(str, seq))
