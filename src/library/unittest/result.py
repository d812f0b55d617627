"""What became of tests."""

import io
import sys

_HERE = __file__.rpartition("/")[0] + "/"

STDOUT_LINE = "\nStdout:\n%s"
STDERR_LINE = "\nStderr:\n%s"


def failfast(method):
    """Have a method stop the run if the first failure is to."""

    def told(self, *args, **kwargs):
        if getattr(self, "failfast", False):
            self.stop()
        return method(self, *args, **kwargs)

    told.__name__, told.__doc__ = method.__name__, method.__doc__
    return told


def _with_end(text):
    return text if text.endswith("\n") else text + "\n"


class TestResult:
    """What became of the tests."""

    _previousTestClass = None
    _testRunEntered = False
    _moduleSetUpFailed = False

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = self.buffer = self.tb_locals = self.shouldStop = False
        self.failures, self.errors, self.skipped = [], [], []
        self.expectedFailures, self.unexpectedSuccesses = [], []
        self.testsRun = 0
        self._stdout_buffer = self._stderr_buffer = None
        self._original_stdout, self._original_stderr = sys.stdout, sys.stderr
        self._mirrorOutput = False

    def printErrors(self):
        """Show failures; there is nothing to show them on."""

    def startTest(self, test):
        self.testsRun += 1
        self._mirrorOutput = False
        self._setupStdout()

    def _setupStdout(self):
        if self.buffer:
            if self._stderr_buffer is None:
                self._stdout_buffer, self._stderr_buffer = io.StringIO(), io.StringIO()
            sys.stdout, sys.stderr = self._stdout_buffer, self._stderr_buffer

    def startTestRun(self):
        """Before all tests."""

    def stopTest(self, test):
        self._restoreStdout()
        self._mirrorOutput = False

    def _restoreStdout(self):
        if not self.buffer:
            return
        if self._mirrorOutput:
            output, error = sys.stdout.getvalue(), sys.stderr.getvalue()
            if output:
                self._original_stdout.write(STDOUT_LINE % _with_end(output))
            if error:
                self._original_stderr.write(STDERR_LINE % _with_end(error))
        sys.stdout, sys.stderr = self._original_stdout, self._original_stderr
        for stream in (self._stdout_buffer, self._stderr_buffer):
            stream.seek(0)
            stream.truncate()

    def stopTestRun(self):
        """After all tests."""

    @failfast
    def addError(self, test, err):
        self.errors.append((test, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    @failfast
    def addFailure(self, test, err):
        self.failures.append((test, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    def addSubTest(self, test, subtest, err):
        """The end of a part of a test; `err` is None if it went well."""
        if err is not None:
            if getattr(self, "failfast", False):
                self.stop()
            failed = issubclass(err[0], test.failureException)
            (self.failures if failed else self.errors).append((subtest, self._exc_info_to_string(err, test)))
            self._mirrorOutput = True

    def addSuccess(self, test):
        """A test went well."""

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

    @failfast
    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)

    def wasSuccessful(self):
        return not (self.failures or self.errors or getattr(self, "unexpectedSuccesses", None))

    def stop(self):
        self.shouldStop = True

    def _exc_info_to_string(self, err, test):
        import traceback

        taken = traceback.TracebackException(*err, capture_locals=self.tb_locals, compact=True)
        seen, pending = [], [taken]
        while pending:
            part = pending.pop()
            if part is not None and not any(part is other for other in seen):
                seen.append(part)
                part.stack[:] = [frame for frame in part.stack if not frame.filename.startswith(_HERE)]
                pending += part.__cause__, part.__context__
        lines = list(taken.format())
        if self.buffer:
            for words, stream in ((STDOUT_LINE, sys.stdout), (STDERR_LINE, sys.stderr)):
                text = stream.getvalue()
                if text:
                    lines.append(words % _with_end(text))
        return "".join(lines)

    def __repr__(self):
        cls = self.__class__
        return (f"<{cls.__module__}.{cls.__qualname__} run={self.testsRun} errors={len(self.errors)} "
                f"failures={len(self.failures)}>")
