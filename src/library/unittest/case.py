"""A test, and the assertions it makes."""

import sys

from unittest._expecting import _Logs, _Raises, _Warns
from unittest.util import count_differences, difference, multiline_difference, safe_repr, shortened, strclass

DIFF_OMITTED = "\nDiff is %s characters long. Set self.maxDiff to None to see it."


# That a part of a test was given no message.
_NO_MESSAGE = object()


class SkipTest(Exception):
    """Raised to leave a test out."""


class _ShouldStop(Exception):
    """The test cannot go on."""


class _UnexpectedSuccess(Exception):
    """The test was to fail, and did not."""


class _Outcome:
    """How the parts of a test go."""

    def __init__(self, result=None):
        self.expecting_failure = False
        self.result = result
        self.result_supports_subtests = hasattr(result, "addSubTest")
        self.success = True
        self.expectedFailure = None


class _Part:
    """Goes on after a part of a test, whatever it raises, and tells the result."""

    def __init__(self, outcome, case, is_subtest=False):
        self.outcome, self.case, self.is_subtest = outcome, case, is_subtest

    def __enter__(self):
        self.before, self.outcome.success = self.outcome.success, True

    def __exit__(self, kind, error, tb):
        outcome, case = self.outcome, self.case
        try:
            if kind is None:
                if self.is_subtest and outcome.success:
                    outcome.result.addSubTest(case.test_case, case, None)
                return True
            if issubclass(kind, KeyboardInterrupt):
                return False
            if issubclass(kind, SkipTest):
                outcome.success = False
                _tell_skip(outcome.result, case, str(error))
            elif issubclass(kind, _ShouldStop):
                pass
            elif outcome.expecting_failure:
                outcome.expectedFailure = kind, error, tb
            else:
                outcome.success = False
                if outcome.result is None:
                    pass
                elif self.is_subtest:
                    outcome.result.addSubTest(case.test_case, case, (kind, error, tb))
                elif issubclass(kind, case.failureException):
                    outcome.result.addFailure(case, (kind, error, tb))
                else:
                    outcome.result.addError(case, (kind, error, tb))
            return True
        finally:
            outcome.success = outcome.success and self.before


def _tell_skip(result, case, reason):
    add = getattr(result, "addSkip", None)
    if add is not None:
        add(case, reason)
    else:
        import warnings

        warnings.warn("TestResult has no addSkip method, skips not reported", RuntimeWarning, 2)
        result.addSuccess(case)


def _enter(cm, add_cleanup):
    """Enter a context that is left by a cleanup."""
    cls = type(cm)
    try:
        enter, leave = cls.__enter__, cls.__exit__
    except AttributeError:
        raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the context manager "
                        "protocol") from None
    result = enter(cm)
    add_cleanup(leave, cm, None, None, None)
    return result


def skip(reason):
    """Leave a test or a class of tests out."""

    def decorate(item):
        if not isinstance(item, type):
            def wrapper(*args, **kwargs):
                raise SkipTest(why)

            wrapper.__name__ = item.__name__
            wrapper.__qualname__ = item.__qualname__
            wrapper.__doc__ = item.__doc__
            item = wrapper
        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = why
        return item

    if callable(reason) and not isinstance(reason, str):
        item, why = reason, ""
        return decorate(item)
    why = reason
    return decorate


def skipIf(condition, reason):
    """Leave out if the condition is true."""
    return skip(reason) if condition else lambda item: item


def skipUnless(condition, reason):
    """Leave out if the condition is false."""
    return lambda item: item if condition else skip(reason)(item)


def expectedFailure(item):
    """The test is known to fail."""
    item.__unittest_expecting_failure__ = True
    return item


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    """Call a function after the tests of the module."""
    _module_cleanups.append((function, args, kwargs))


def enterModuleContext(cm):
    """Enter a context that is left after the tests of the module."""
    return _enter(cm, addModuleCleanup)


def doModuleCleanups():
    """Call what `addModuleCleanup` has collected, last first."""
    exceptions = []
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        try:
            function(*args, **kwargs)
        except Exception as error:
            exceptions.append(error)
    if exceptions:
        raise exceptions[0]


class TestCase:
    """A test; subclasses define methods whose names begin with `test`."""

    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8
    # Longer texts are not compared line by line.
    _diffThreshold = 2**16

    def __init_subclass__(cls, *args, **kwargs):
        cls._classSetupFailed = False
        cls._class_cleanups = []
        super().__init_subclass__(*args, **kwargs)

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._outcome = None
        self._testMethodDoc = "No test"
        method = getattr(self, methodName, None)
        if method is None:
            if methodName != "runTest":
                raise ValueError(f"no such test method in {self.__class__}: {methodName}")
        else:
            self._testMethodDoc = method.__doc__
        self._cleanups = []
        self._subtest = None
        self._type_equality_funcs = {
            dict: "assertDictEqual", list: "assertListEqual", tuple: "assertTupleEqual", set: "assertSetEqual",
            frozenset: "assertSetEqual", str: "assertMultiLineEqual",
        }

    def addTypeEqualityFunc(self, typeobj, function):
        """Have `assertEqual` compare by a function where both values are of this very type."""
        self._type_equality_funcs[typeobj] = function

    def addCleanup(self, function, /, *args, **kwargs):
        """Call a function after the test."""
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        """Enter a context and leave it after the test."""
        return _enter(cm, self.addCleanup)

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        """Call a function after the tests of the class."""
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        """Enter a context and leave it after the tests of the class."""
        return _enter(cm, cls.addClassCleanup)

    @classmethod
    def doClassCleanups(cls):
        """Call what `addClassCleanup` has collected, last first; what they raise is kept in `tearDown_exceptions`."""
        cls.tearDown_exceptions = []
        while cls._class_cleanups:
            function, args, kwargs = cls._class_cleanups.pop()
            try:
                function(*args, **kwargs)
            except Exception:
                cls.tearDown_exceptions.append(sys.exc_info())

    def setUp(self):
        """Before each test."""

    def tearDown(self):
        """After each test."""

    @classmethod
    def setUpClass(cls):
        """Before the tests of the class."""

    @classmethod
    def tearDownClass(cls):
        """After the tests of the class."""

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        from unittest.result import TestResult

        return TestResult()

    def shortDescription(self):
        doc = self._testMethodDoc
        return doc.strip().split("\n")[0].strip() if doc else None

    def id(self):
        cls = self.__class__
        return f"{cls.__module__}.{cls.__qualname__}.{self._testMethodName}"

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        cls = self.__class__
        return f"{self._testMethodName} ({cls.__module__}.{cls.__qualname__}.{self._testMethodName})"

    def __repr__(self):
        cls = self.__class__
        return f"<{cls.__module__}.{cls.__qualname__} testMethod={self._testMethodName}>"

    def subTest(self, msg=_NO_MESSAGE, **params):
        """A part of the test that may fail by itself."""
        return _SubTestContext(self, msg, params)

    def run(self, result=None):
        """Run the test and tell the result."""
        stop = None
        if result is None:
            result = self.defaultTestResult()
            getattr(result, "startTestRun", bool)()
            stop = getattr(result, "stopTestRun", None)
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            if getattr(self.__class__, "__unittest_skip__", False) or getattr(method, "__unittest_skip__", False):
                _tell_skip(result, self, getattr(self.__class__, "__unittest_skip_why__", "")
                           or getattr(method, "__unittest_skip_why__", ""))
                return result
            expecting = getattr(self, "__unittest_expecting_failure__", False) or getattr(
                method, "__unittest_expecting_failure__", False)
            outcome = self._outcome = _Outcome(result)
            try:
                with _Part(outcome, self):
                    self._callSetUp()
                if outcome.success:
                    outcome.expecting_failure = expecting
                    with _Part(outcome, self):
                        self._callTestMethod(method)
                    outcome.expecting_failure = False
                    with _Part(outcome, self):
                        self._callTearDown()
                self.doCleanups()
                if not outcome.success:
                    pass
                elif not expecting:
                    result.addSuccess(self)
                elif outcome.expectedFailure:
                    self._addExpectedFailure(result, outcome.expectedFailure)
                else:
                    self._addUnexpectedSuccess(result)
                return result
            finally:
                # The traceback would keep the test.
                outcome.expectedFailure = self._outcome = None
        finally:
            result.stopTest(self)
            if stop is not None:
                stop()

    def _addExpectedFailure(self, result, info):
        if hasattr(result, "addExpectedFailure"):
            result.addExpectedFailure(self, info)
            return
        import warnings

        warnings.warn("TestResult has no addExpectedFailure method, reporting as passes", RuntimeWarning)
        result.addSuccess(self)

    def _addUnexpectedSuccess(self, result):
        if hasattr(result, "addUnexpectedSuccess"):
            result.addUnexpectedSuccess(self)
            return
        import warnings

        warnings.warn("TestResult has no addUnexpectedSuccess method, reporting as failure", RuntimeWarning)
        # A result that knows no other word for it.
        try:
            raise _UnexpectedSuccess from None
        except _UnexpectedSuccess:
            result.addFailure(self, sys.exc_info())

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        if method() is not None:
            import warnings

            warnings.warn(f"It is deprecated to return a value that is not None from a test case ({method})",
                          DeprecationWarning, stacklevel=3)

    def _callTearDown(self):
        self.tearDown()

    def _callCleanup(self, function, /, *args, **kwargs):
        function(*args, **kwargs)

    def doCleanups(self):
        """Call what `addCleanup` has collected, last first."""
        outcome = self._outcome or _Outcome()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            with _Part(outcome, self):
                self._callCleanup(function, *args, **kwargs)
        return outcome.success

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        """Run the test and let exceptions out."""
        method = getattr(self, self._testMethodName)
        if getattr(self.__class__, "__unittest_skip__", False) or getattr(method, "__unittest_skip__", False):
            raise SkipTest(getattr(self.__class__, "__unittest_skip_why__", "")
                           or getattr(method, "__unittest_skip_why__", ""))
        self._callSetUp()
        self._callTestMethod(method)
        self._callTearDown()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            self._callCleanup(function, *args, **kwargs)

    def skipTest(self, reason):
        raise SkipTest(reason)

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        if msg is None:
            return standardMsg
        return f"{standardMsg} : {msg}"

    def _fail(self, msg, text):
        raise self.failureException(self._formatMessage(msg, text))

    def assertFalse(self, expr, msg=None):
        if expr:
            self._fail(msg, f"{safe_repr(expr)} is not false")

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._fail(msg, f"{safe_repr(expr)} is not true")

    def assertRaises(self, expected_exception, *args, **kwargs):
        return _Raises(self, expected_exception).handle("assertRaises", args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return _Raises(self, expected_exception, expected_regex).handle("assertRaisesRegex", args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return _Warns(self, expected_warning).handle("assertWarns", args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return _Warns(self, expected_warning, expected_regex).handle("assertWarnsRegex", args, kwargs)

    def assertLogs(self, logger=None, level=None):
        return _Logs(self, logger, level, True)

    def assertNoLogs(self, logger=None, level=None):
        return _Logs(self, logger, level, False)

    def assertEqual(self, first, second, msg=None):
        if type(first) is type(second):
            special = self._type_equality_funcs.get(type(first))
            if special is not None:
                (getattr(self, special) if isinstance(special, str) else special)(first, second, msg=msg)
                return
        self._baseAssertEqual(first, second, msg)

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            self._fail(msg, "{} != {}".format(*shortened(first, second)))

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._fail(msg, f"{safe_repr(first)} == {safe_repr(second)}")

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        diff = abs(first - second)
        shown = f"{safe_repr(first)} != {safe_repr(second)} within "
        if delta is not None:
            if diff <= delta:
                return
            shown += f"{safe_repr(delta)} delta ({safe_repr(diff)} difference)"
        else:
            places = 7 if places is None else places
            if round(diff, places) == 0:
                return
            shown += f"{places!r} places ({safe_repr(diff)} difference)"
        self._fail(msg, shown)

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        diff = abs(first - second)
        shown = f"{safe_repr(first)} == {safe_repr(second)} within "
        if delta is not None:
            if not first == second and diff > delta:
                return
            shown += f"{safe_repr(delta)} delta ({safe_repr(diff)} difference)"
        else:
            places = 7 if places is None else places
            if not first == second and round(diff, places) != 0:
                return
            shown += f"{places!r} places"
        self._fail(msg, shown)

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        if seq_type is not None:
            name = seq_type.__name__
            for which, seq in (("First", seq1), ("Second", seq2)):
                if not isinstance(seq, seq_type):
                    raise self.failureException(f"{which} sequence is not a {name}: {safe_repr(seq)}")
        if seq1 == seq2:
            return
        text = difference(seq1, seq2, (seq_type.__name__ if seq_type else "sequence"))
        import pprint

        diff = "\n" + multiline_difference(pprint.pformat(seq1).splitlines(), pprint.pformat(seq2).splitlines())
        self._fail(msg, self._truncateMessage(text, diff))

    def _truncateMessage(self, message, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return message + diff
        return message + DIFF_OMITTED % len(diff)

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        parts = []
        for which, one, other in (("first", set1, set2), ("second", set2, set1)):
            try:
                parts.append(one.difference(other))
            except TypeError as error:
                self.fail(f"invalid type when attempting set difference: {error}")
            except AttributeError as error:
                self.fail(f"{which} argument does not support set difference: {error}")
        first, second = parts
        if not (first or second):
            return
        lines = []
        for which, items in (("first", first), ("second", second)):
            if items:
                lines.append(f"Items in the {which} set but not the {'second' if which == 'first' else 'first'}:")
                lines.extend(map(repr, items))
        self._fail(msg, "\n".join(lines))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            import pprint

            diff = "\n" + multiline_difference(pprint.pformat(d1).splitlines(), pprint.pformat(d2).splitlines())
            self._fail(msg, self._truncateMessage("{} != {}".format(*shortened(d1, d2)), diff))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first != second:
            if max(len(first), len(second)) > self._diffThreshold:
                self._baseAssertEqual(first, second, msg)
            one, other = first.splitlines(True), second.splitlines(True)
            if len(one) == 1 and first.strip("\r\n") == first:
                one = [first + "\n"]
                other = (second + "\n").splitlines(True)
            diff = "\n" + multiline_difference(one, other, "")
            self._fail(msg, self._truncateMessage("{} != {}".format(*shortened(first, second)), diff))

    def assertCountEqual(self, first, second, msg=None):
        differences = count_differences(list(first), list(second))
        if differences:
            lines = [f"First has {a}, Second has {b}:  {item!r}" for a, b, item in differences]
            self._fail(msg, self._truncateMessage("Element counts were not equal:\n", "\n".join(lines)))

    def assertDictContainsSubset(self, subset, dictionary, msg=None):
        """Deprecated."""
        import warnings

        warnings.warn("assertDictContainsSubset is deprecated", DeprecationWarning)
        missing = [key for key in subset if key not in dictionary]
        mismatched = [f"{safe_repr(key)}, expected: {safe_repr(value)}, actual: {safe_repr(dictionary[key])}"
                      for key, value in subset.items() if key in dictionary and value != dictionary[key]]
        text = f"Missing: {','.join(map(safe_repr, missing))}" if missing else ""
        if mismatched:
            text += f"{'; ' if text else ''}Mismatched values: {','.join(mismatched)}"
        if text:
            self._fail(msg, text)

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._fail(msg, f"{safe_repr(member)} not found in {safe_repr(container)}")

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._fail(msg, f"{safe_repr(member)} unexpectedly found in {safe_repr(container)}")

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._fail(msg, f"{safe_repr(expr1)} is not {safe_repr(expr2)}")

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._fail(msg, f"unexpectedly identical: {safe_repr(expr1)}")

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._fail(msg, f"{safe_repr(a)} not less than {safe_repr(b)}")

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._fail(msg, f"{safe_repr(a)} not less than or equal to {safe_repr(b)}")

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._fail(msg, f"{safe_repr(a)} not greater than {safe_repr(b)}")

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._fail(msg, f"{safe_repr(a)} not greater than or equal to {safe_repr(b)}")

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._fail(msg, f"{safe_repr(obj)} is not None")

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._fail(msg, "unexpectedly None")

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._fail(msg, f"{safe_repr(obj)} is not an instance of {cls!r}")

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._fail(msg, f"{safe_repr(obj)} is an instance of {cls!r}")

    def assertRegex(self, text, expected_regex, msg=None):
        import re

        pattern = re.compile(expected_regex) if isinstance(expected_regex, (str, bytes)) else expected_regex
        if not pattern.search(text):
            self._fail(msg, f"Regex didn't match: {pattern.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        import re

        pattern = re.compile(unexpected_regex) if isinstance(unexpected_regex, (str, bytes)) else unexpected_regex
        found = pattern.search(text)
        if found:
            self._fail(
                msg,
                f"Regex matched: {text[found.start():found.end()]!r} matches {pattern.pattern!r} in {text!r}",
            )

    def _old_name(method):
        def old(self, *args, **kwargs):
            import warnings

            warnings.warn(f"Please use {method.__name__} instead.", DeprecationWarning, 2)
            return method(self, *args, **kwargs)

        return old

    failUnlessEqual = assertEquals = _old_name(assertEqual)
    failIfEqual = assertNotEquals = _old_name(assertNotEqual)
    failUnless = assert_ = _old_name(assertTrue)
    failIf = _old_name(assertFalse)
    failUnlessRaises = _old_name(assertRaises)
    failUnlessAlmostEqual = assertAlmostEquals = _old_name(assertAlmostEqual)
    failIfAlmostEqual = assertNotAlmostEquals = _old_name(assertNotAlmostEqual)
    assertRegexpMatches = _old_name(assertRegex)
    assertNotRegexpMatches = _old_name(assertNotRegex)
    assertRaisesRegexp = _old_name(assertRaisesRegex)
    del _old_name


class _SubTest(TestCase):
    """A part of a test, as results name it."""

    def __init__(self, case, message, params):
        super().__init__()
        self.test_case, self._message, self.params = case, message, params
        self.failureException = case.failureException

    def runTest(self):
        raise NotImplementedError("subtests cannot be run directly")

    def _description(self):
        parts = []
        if self._message is not _NO_MESSAGE:
            parts.append(f"[{self._message}]")
        if self.params:
            parts.append("(" + ", ".join(f"{k}={v!r}" for k, v in self.params.items()) + ")")
        return " ".join(parts) or "(<subtest>)"

    def id(self):
        return f"{self.test_case.id()} {self._description()}"

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f"{self.test_case} {self._description()}"


class _SubTestContext:
    """What `subTest` gives to `with`."""

    def __init__(self, case, message, params):
        self.case, self.message, self.params = case, message, params

    def __enter__(self):
        case = self.case
        self.outer = case._subtest
        self.watched = case._outcome is not None and case._outcome.result_supports_subtests
        if self.watched:
            outer = self.outer.params if self.outer is not None else {}
            params = {**self.params, **{name: value for name, value in outer.items() if name not in self.params}}
            case._subtest = _SubTest(case, self.message, params)
            self.part = _Part(case._outcome, case._subtest, True)
            self.part.__enter__()

    def __exit__(self, kind, error, tb):
        if not self.watched:
            return False
        outcome = self.case._outcome
        try:
            handled = self.part.__exit__(kind, error, tb)
            if handled and (outcome.expectedFailure if outcome.success else outcome.result.failfast):
                raise _ShouldStop
            return handled
        finally:
            self.case._subtest = self.outer


class FunctionTestCase(TestCase):
    """A function as a test."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._testFunc, self._setUpFunc, self._tearDownFunc = testFunc, setUp, tearDown
        self._description = description

    def setUp(self):
        if self._setUpFunc is not None:
            self._setUpFunc()

    def tearDown(self):
        if self._tearDownFunc is not None:
            self._tearDownFunc()

    def runTest(self):
        self._testFunc()

    def id(self):
        return self._testFunc.__name__

    def _parts(self):
        return self._setUpFunc, self._tearDownFunc, self._testFunc, self._description

    def __eq__(self, other):
        return self._parts() == other._parts() if isinstance(other, self.__class__) else NotImplemented

    def __hash__(self):
        return hash((type(self), *self._parts()))

    def __str__(self):
        return f"{strclass(self.__class__)} ({self._testFunc.__name__})"

    def __repr__(self):
        return f"<{strclass(self.__class__)} tec={self._testFunc}>"

    def shortDescription(self):
        doc = self._testFunc.__doc__
        return self._description if self._description is not None else doc and doc.split("\n")[0].strip() or None
