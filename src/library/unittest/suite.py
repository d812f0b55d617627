"""Several tests, with what goes before and after those of a class and of a module."""

import sys

from unittest import case, util


class BaseTestSuite:
    """Several tests."""

    _cleanup = True

    def __init__(self, tests=()):
        self._tests = []
        self._removed_tests = 0
        self.addTests(tests)

    def __repr__(self):
        return f"<{util.strclass(self.__class__)} tests={list(self)}>"

    def __eq__(self, other):
        return list(self) == list(other) if isinstance(other, self.__class__) else NotImplemented

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return self._removed_tests + sum(test.countTestCases() for test in self if test)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f"{test!r} is not callable")
        if isinstance(test, type) and issubclass(test, (case.TestCase, TestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    def run(self, result):
        """Run all tests."""
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            test(result)
            if self._cleanup:
                self._removeTestAtIndex(index)
        return result

    def _removeTestAtIndex(self, index):
        """Let go of a test that has run."""
        try:
            test = self._tests[index]
        except TypeError:
            return
        if hasattr(test, "countTestCases"):
            self._removed_tests += test.countTestCases()
        self._tests[index] = None

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        """Run all tests and let exceptions out."""
        for test in self:
            test.debug()


class TestSuite(BaseTestSuite):
    """Several tests, with what goes before and after those of a class and of a module."""

    def run(self, result, debug=False):
        outermost = not getattr(result, "_testRunEntered", False)
        if outermost:
            result._testRunEntered = True
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            if not _is_suite(test):
                self._tearDownPreviousClass(test, result)
                self._handleModuleFixture(test, result)
                self._handleClassSetUp(test, result)
                result._previousTestClass = test.__class__
                if getattr(test.__class__, "_classSetupFailed", False) or getattr(result, "_moduleSetUpFailed", False):
                    continue
            test.debug() if debug else test(result)
            if self._cleanup:
                self._removeTestAtIndex(index)
        if outermost:
            self._tearDownPreviousClass(None, result)
            self._handleModuleTearDown(result)
            result._testRunEntered = False
        return result

    def debug(self):
        self.run(_DebugResult(), True)

    def _guarded(self, result, function, what, parent):
        """Call something that goes before or after tests; whether it went well."""
        try:
            function()
        except Exception as error:
            if isinstance(result, _DebugResult):
                raise
            self._tell(result, (type(error), error, error.__traceback__), what, parent)
            return False
        return True

    def _tell(self, result, info, what, parent):
        holder = _ErrorHolder(f"{what} ({parent})")
        if isinstance(info[1], case.SkipTest) and hasattr(result, "addSkip"):
            result.addSkip(holder, str(info[1]))
        else:
            result.addError(holder, info)

    def _cleanUpClass(self, result, cls, what):
        if hasattr(cls, "doClassCleanups"):
            cls.doClassCleanups()
            for info in cls.tearDown_exceptions:
                if isinstance(result, _DebugResult):
                    raise info[1]
                self._tell(result, info, what, util.strclass(cls))

    def _handleClassSetUp(self, test, result):
        cls = test.__class__
        if cls == getattr(result, "_previousTestClass", None) or getattr(result, "_moduleSetUpFailed", False) or \
                getattr(cls, "__unittest_skip__", False):
            return
        _mark(cls, False)
        setup = getattr(cls, "setUpClass", None)
        if setup is not None:
            with _Redirected(result):
                if not self._guarded(result, setup, "setUpClass", util.strclass(cls)):
                    _mark(cls, True)
                    self._cleanUpClass(result, cls, "setUpClass")

    def _tearDownPreviousClass(self, test, result):
        cls = getattr(result, "_previousTestClass", None)
        if cls is None or test.__class__ == cls or getattr(cls, "_classSetupFailed", False) or \
                getattr(result, "_moduleSetUpFailed", False) or getattr(cls, "__unittest_skip__", False):
            return
        with _Redirected(result):
            teardown = getattr(cls, "tearDownClass", None)
            if teardown is not None:
                self._guarded(result, teardown, "tearDownClass", util.strclass(cls))
            self._cleanUpClass(result, cls, "tearDownClass")

    def _get_previous_module(self, result):
        return getattr(getattr(result, "_previousTestClass", None), "__module__", None)

    def _handleModuleFixture(self, test, result):
        name = test.__class__.__module__
        if name == self._get_previous_module(result):
            return
        self._handleModuleTearDown(result)
        result._moduleSetUpFailed = False
        setup = getattr(sys.modules.get(name), "setUpModule", None)
        if setup is not None:
            with _Redirected(result):
                if not self._guarded(result, setup, "setUpModule", name):
                    result._moduleSetUpFailed = True
                    self._guarded(result, case.doModuleCleanups, "setUpModule", name)

    def _handleModuleTearDown(self, result):
        name = self._get_previous_module(result)
        if name is None or getattr(result, "_moduleSetUpFailed", False) or name not in sys.modules:
            return
        with _Redirected(result):
            teardown = getattr(sys.modules[name], "tearDownModule", None)
            if teardown is not None:
                self._guarded(result, teardown, "tearDownModule", name)
            self._guarded(result, case.doModuleCleanups, "tearDownModule", name)


def _is_suite(test):
    try:
        iter(test)
    except TypeError:
        return False
    return True


def _mark(cls, failed):
    try:
        cls._classSetupFailed = failed
    except TypeError:
        pass  # a function as a test


class _Redirected:
    """What is written meanwhile goes where the result has it go."""

    def __init__(self, result):
        self.result = result

    def __enter__(self):
        getattr(self.result, "_setupStdout", bool)()

    def __exit__(self, *info):
        getattr(self.result, "_restoreStdout", bool)()


class _ErrorHolder:
    """Stands in a result for what goes before or after tests."""

    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __repr__(self):
        return f"<ErrorHolder description={self.description!r}>"

    def __str__(self):
        return self.id()

    def run(self, result):
        """There is nothing to run."""

    def __call__(self, result):
        return self.run(result)

    def countTestCases(self):
        return 0


class _DebugResult:
    """The result of a run that lets exceptions out."""

    _previousTestClass = None
    _moduleSetUpFailed = False
    shouldStop = False
