"""A test, and the assertions it makes."""

import sys

from unittest._text import difference, multiline_difference, safe_repr

_DIFF_OMITTED = "\nDiff is %s characters long. Set self.maxDiff to None to see it."


class SkipTest(Exception):
    """Raised to leave a test out."""


class _ShouldStop(Exception):
    """The test cannot go on."""


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


class _Raises:
    """What `assertRaises` gives to `with`."""

    def __init__(self, case, expected, pattern=None):
        self.case, self.expected, self.pattern, self.msg = case, expected, pattern, None

    def handle(self, name, args, kwargs):
        kinds = self.expected if isinstance(self.expected, tuple) else (self.expected,)
        if not all(isinstance(kind, type) and issubclass(kind, self._base) for kind in kinds):
            raise TypeError(f"{name}() arg 1 must be {self._base_words}")
        if not args:
            self.msg = kwargs.pop("msg", None)
            if kwargs:
                raise TypeError(f"{next(iter(kwargs))!r} is an invalid keyword argument for this function")
            return self
        function, *args = args
        self.function = getattr(function, "__name__", str(function))
        with self:
            function(*args, **kwargs)
        return None

    _base = BaseException
    _base_words = "an exception type or tuple of exception types"
    function = None

    def fail(self, text):
        raise self.case.failureException(self.case._formatMessage(self.msg, text))

    def _expected_name(self):
        return getattr(self.expected, "__name__", str(self.expected))

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, tb):
        if exc_type is None:
            by = f" by {self.function}" if self.function else ""
            self.fail(f"{self._expected_name()} not raised{by}")
        if not issubclass(exc_type, self.expected):
            return False
        self.exception = exc_value.with_traceback(None)
        if self.pattern is not None:
            self.check(str(exc_value))
        return True

    def check(self, text):
        import re

        pattern = re.compile(self.pattern) if isinstance(self.pattern, (str, bytes)) else self.pattern
        if not pattern.search(text):
            self.fail(f'"{pattern.pattern}" does not match "{text}"')


class _Warns(_Raises):
    """What `assertWarns` gives to `with`."""

    _base = Warning
    _base_words = "a warning type or tuple of warning types"

    def __enter__(self):
        import warnings

        self.catching = warnings.catch_warnings(record=True)
        self.warnings = self.catching.__enter__()
        warnings.simplefilter("always", self.expected)
        return self

    def __exit__(self, exc_type, exc_value, tb):
        self.catching.__exit__(exc_type, exc_value, tb)
        if exc_type is not None:
            return
        first = None
        for entry in self.warnings:
            warning = entry.message
            if not isinstance(warning, self.expected):
                continue
            if first is None:
                first = warning
            if self.pattern is not None:
                import re

                if not re.search(self.pattern, str(warning)):
                    continue
            self.warning, self.filename, self.lineno = warning, entry.filename, entry.lineno
            return
        if first is not None:
            self.fail(f'"{self.pattern}" does not match "{first}"')
        by = f" by {self.function}" if self.function else ""
        self.fail(f"{self._expected_name()} not triggered{by}")


class _Logs:
    """What `assertLogs` gives to `with`."""

    def __init__(self, case, logger, level, wanted):
        import logging

        self.case, self.wanted = case, wanted
        self.logger = logger if isinstance(logger, logging.Logger) else logging.getLogger(logger)
        self.level = logging._checkLevel(level) if level else logging.INFO
        self.msg = None

    def __enter__(self):
        import logging

        watcher = self
        self.records, self.output = [], []

        class Collector(logging.Handler):
            def emit(self, record):
                watcher.records.append(record)
                watcher.output.append(self.format(record))

        handler = Collector()
        handler.setLevel(self.level)
        handler.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s"))
        self.before = (self.logger.handlers[:], self.logger.level, self.logger.propagate)
        self.logger.handlers = [handler]
        self.logger.setLevel(self.level)
        self.logger.propagate = False
        return self if self.wanted else None

    def __exit__(self, exc_type, exc_value, tb):
        import logging

        self.logger.handlers, level, self.logger.propagate = self.before
        self.logger.setLevel(level)
        if exc_type is not None:
            return False
        if self.wanted and not self.records:
            raise self.case.failureException(
                f"no logs of level {logging.getLevelName(self.level)} or higher triggered on {self.logger.name}"
            )
        if not self.wanted and self.records:
            raise self.case.failureException(f"Unexpected logs found: {self.output!r}")
        return None


class TestCase:
    """A test; subclasses define methods whose names begin with `test`."""

    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8
    _classSetupFailed = False

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
        self._type_equality_funcs[typeobj] = function

    def addCleanup(self, function, /, *args, **kwargs):
        """Call a function after the test."""
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        """Enter a context and leave it after the test."""
        result = type(cm).__enter__(cm)
        self.addCleanup(type(cm).__exit__, cm, None, None, None)
        return result

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        if "_class_cleanups" not in cls.__dict__:
            cls._class_cleanups = []
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def doClassCleanups(cls):
        for function, args, kwargs in reversed(cls.__dict__.get("_class_cleanups", [])):
            function(*args, **kwargs)
        cls._class_cleanups = []

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
        from unittest._run import TestResult

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

    def subTest(self, msg=None, **params):
        """A part of the test that may fail by itself."""
        return _SubTestContext(self, msg, params)

    def run(self, result=None):
        """Run the test and tell the result."""
        started = result is None
        if started:
            result = self.defaultTestResult()
            result.startTestRun()
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            if getattr(self.__class__, "__unittest_skip__", False) or getattr(method, "__unittest_skip__", False):
                why = getattr(self.__class__, "__unittest_skip_why__", "") or getattr(method, "__unittest_skip_why__", "")
                result.addSkip(self, why)
                return result
            expecting = getattr(self, "__unittest_expecting_failure__", False) or getattr(
                method, "__unittest_expecting_failure__", False
            )
            self._result, self._failed, self._expected = result, False, None
            self._expecting = expecting
            self._skipped = False
            ready = self._step(self._callSetUp)
            if ready:
                self._step(self._callTestMethod, method)
                self._step(self._callTearDown)
            self.doCleanups()
            if self._skipped:
                pass
            elif expecting:
                if self._expected is not None:
                    result.addExpectedFailure(self, self._expected)
                elif not self._failed:
                    result.addUnexpectedSuccess(self)
            elif not self._failed:
                result.addSuccess(self)
            return result
        finally:
            result.stopTest(self)
            if started:
                result.stopTestRun()

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        method()

    def _callTearDown(self):
        self.tearDown()

    def _callCleanup(self, function, /, *args, **kwargs):
        function(*args, **kwargs)

    def _step(self, function, *args, **kwargs):
        """Run a part of the test; whether it went well."""
        result = self._result
        try:
            function(*args, **kwargs)
            return True
        except KeyboardInterrupt:
            raise
        except SkipTest as error:
            self._skipped = True
            result.addSkip(self, str(error))
        except _ShouldStop:
            self._failed = True
        except BaseException as error:
            info = (type(error), error, error.__traceback__)
            if self._expecting:
                self._expected = info
            else:
                self._failed = True
                if issubclass(info[0], self.failureException):
                    result.addFailure(self, info)
                else:
                    result.addError(self, info)
        return False

    def doCleanups(self):
        """Call what `addCleanup` has collected, last first."""
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            if hasattr(self, "_result"):
                self._step(self._callCleanup, function, *args, **kwargs)
            else:
                self._callCleanup(function, *args, **kwargs)

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        """Run the test and let exceptions out."""
        self._callSetUp()
        self._callTestMethod(getattr(self, self._testMethodName))
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
        if not first == second:
            self._fail(msg, f"{safe_repr(first)} != {safe_repr(second)}")

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
        return message + _DIFF_OMITTED % len(diff)

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        first, second = set1.difference(set2), set2.difference(set1)
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
            self._fail(msg, self._truncateMessage(f"{safe_repr(d1, True)} != {safe_repr(d2, True)}", diff))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first != second:
            if len(first) > 2**16 or len(second) > 2**16:
                self._fail(msg, f"{safe_repr(first)} != {safe_repr(second)}")
            one, other = first.splitlines(True), second.splitlines(True)
            if len(one) == 1 and first.strip("\r\n") == first:
                one = [first + "\n"]
                other = (second + "\n").splitlines(True)
            diff = "\n" + multiline_difference(one, other, "")
            self._fail(msg, self._truncateMessage(f"{safe_repr(first, True)} != {safe_repr(second, True)}", diff))

    def assertCountEqual(self, first, second, msg=None):
        from collections import Counter

        first, second = list(first), list(second)
        try:
            one, other = Counter(first), Counter(second)
            if one == other:
                return
            names = list(one) + [n for n in other if n not in one]
            differences = [(one[n], other[n], n) for n in names if one[n] != other[n]]
        except TypeError:
            differences, seen = [], []
            for item in first + second:
                if item in seen:
                    continue
                seen.append(item)
                if first.count(item) != second.count(item):
                    differences.append((first.count(item), second.count(item), item))
        if differences:
            lines = [f"First has {a}, Second has {b}:  {item!r}" for a, b, item in differences]
            self._fail(msg, self._truncateMessage("Element counts were not equal:\n", "\n".join(lines)))

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

    failUnless = assertTrue
    assertEquals = assertEqual
    assertNotEquals = assertNotEqual
    assert_ = assertTrue
    assertAlmostEquals = assertAlmostEqual
    assertRaisesRegexp = assertRaisesRegex
    assertRegexpMatches = assertRegex


class _SubTest(TestCase):
    """A part of a test, as results name it."""

    def __init__(self, case, message, params):
        super().__init__()
        self.test_case, self._message, self.params = case, message, params
        self.failureException = case.failureException

    def _description(self):
        parts = []
        if self._message is not None:
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
        if self.outer is not None:
            self.params = {**self.outer.params, **self.params}
        case._subtest = _SubTest(case, self.message, self.params)

    def __exit__(self, exc_type, exc_value, tb):
        case = self.case
        subtest, case._subtest = case._subtest, self.outer
        if exc_type is None:
            return False
        if issubclass(exc_type, KeyboardInterrupt) or not hasattr(case, "_result"):
            return False
        if issubclass(exc_type, SkipTest):
            case._result.addSkip(subtest, str(exc_value))
            return True
        if issubclass(exc_type, _ShouldStop):
            return False
        info = (exc_type, exc_value, tb)
        if case._expecting:
            case._expected = info
        else:
            case._failed = True
            case._result.addSubTest(case, subtest, info)
            if case._result.failfast:
                raise _ShouldStop
        return True


class FunctionTestCase(TestCase):
    """A function as a test."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._functions = (testFunc, setUp, tearDown)
        self._description = description

    def setUp(self):
        if self._functions[1] is not None:
            self._functions[1]()

    def tearDown(self):
        if self._functions[2] is not None:
            self._functions[2]()

    def runTest(self):
        self._functions[0]()

    def id(self):
        return self._functions[0].__name__

    def __str__(self):
        return f"{self.__class__.__module__}.{self.__class__.__qualname__} ({self._functions[0].__name__})"


for _cls in (SkipTest, TestCase, FunctionTestCase):
    _cls.__module__ = "unittest.case"
