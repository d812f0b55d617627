"""Finding tests, running them, telling how it went."""

import importlib
import os
import sys
import time
from fnmatch import fnmatch, fnmatchcase

from unittest._case import FunctionTestCase, SkipTest, TestCase

_HERE = __file__.rpartition("/")[0] + "/"


def _module_of(name):
    """A name on the command line: of a file, the module in it."""
    if not (name.lower().endswith(".py") and os.path.isfile(name)):
        return name
    if os.path.isabs(name):
        inside = os.path.relpath(name, os.getcwd())
        if os.path.isabs(inside) or inside.startswith(os.pardir):
            return name
        name = inside
    return os.path.normpath(name)[:-3].replace("/", ".")


class TestResult:
    """What became of the tests."""

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = False
        self.failures, self.errors, self.skipped = [], [], []
        self.expectedFailures, self.unexpectedSuccesses = [], []
        self.testsRun = 0
        self.shouldStop = False
        self.buffer = False
        self.tb_locals = False

    def printErrors(self):
        """Show failures; there is nothing to show them on."""

    def startTest(self, test):
        self.testsRun += 1

    def stopTest(self, test):
        """A test is over."""

    def startTestRun(self):
        """Before all tests."""

    def stopTestRun(self):
        """After all tests."""

    def _failed(self):
        if self.failfast:
            self.stop()

    def addError(self, test, err):
        self.errors.append((test, self._exc_info_to_string(err, test)))
        self._failed()

    def addFailure(self, test, err):
        self.failures.append((test, self._exc_info_to_string(err, test)))
        self._failed()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            failed = issubclass(err[0], test.failureException)
            (self.failures if failed else self.errors).append((subtest, self._exc_info_to_string(err, test)))
            self._failed()

    def addSuccess(self, test):
        """A test went well."""

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)
        self._failed()

    def wasSuccessful(self):
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def stop(self):
        self.shouldStop = True

    def _exc_info_to_string(self, err, test):
        import traceback

        taken = traceback.TracebackException(*err)
        seen = []
        while taken is not None and taken not in seen:
            seen.append(taken)
            taken.stack[:] = [frame for frame in taken.stack if not frame.filename.startswith(_HERE)]
            taken = taken.__cause__ or taken.__context__
        return "".join(seen[0].format())

    def __repr__(self):
        cls = self.__class__
        return (
            f"<{cls.__module__}.{cls.__qualname__} run={self.testsRun} errors={len(self.errors)} "
            f"failures={len(self.failures)}>"
        )


class _Stream:
    """A file with a method for whole lines."""

    def __init__(self, stream):
        self.stream = stream

    def __getattr__(self, attr):
        if attr in ("stream", "__getstate__"):
            raise AttributeError(attr)
        return getattr(self.stream, attr)

    def writeln(self, arg=None):
        self.write((arg or "") + "\n")


class TextTestResult(TestResult):
    """Shows on a file how it goes."""

    separator1 = "=" * 70
    separator2 = "-" * 70

    def __init__(self, stream, descriptions, verbosity):
        super().__init__(stream, descriptions, verbosity)
        self.stream = stream
        self.showAll = verbosity > 1
        self.dots = verbosity == 1
        self.descriptions = descriptions
        self._newline = True

    def getDescription(self, test):
        doc = test.shortDescription()
        return f"{test}\n{doc}" if self.descriptions and doc else str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self.stream.write(self.getDescription(test))
            self.stream.write(" ... ")
            self.stream.flush()
            self._newline = False

    def _tell(self, test, word, dot):
        if self.showAll:
            if type(test).__name__ == "_SubTest":
                if not self._newline:
                    self.stream.writeln()
                self.stream.write(f"  {self.getDescription(test)} ... ")
            elif self._newline:
                self.stream.write(f"{self.getDescription(test)} ... ")
            self.stream.writeln(word)
            self._newline = True
        elif self.dots:
            self.stream.write(dot)
        self.stream.flush()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            failed = issubclass(err[0], subtest.failureException)
            self._tell(subtest, "FAIL" if failed else "ERROR", "F" if failed else "E")
        super().addSubTest(test, subtest, err)

    def addSuccess(self, test):
        super().addSuccess(test)
        self._tell(test, "ok", ".")

    def addError(self, test, err):
        super().addError(test, err)
        self._tell(test, "ERROR", "E")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._tell(test, "FAIL", "F")

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._tell(test, f"skipped {reason!r}", "s")

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._tell(test, "expected failure", "x")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._tell(test, "unexpected success", "u")

    def printErrors(self):
        if self.dots or self.showAll:
            self.stream.writeln()
            self.stream.flush()
        self.printErrorList("ERROR", self.errors)
        self.printErrorList("FAIL", self.failures)
        if self.unexpectedSuccesses:
            self.stream.writeln(self.separator1)
            for test in self.unexpectedSuccesses:
                self.stream.writeln(f"UNEXPECTED SUCCESS: {self.getDescription(test)}")
            self.stream.flush()

    def printErrorList(self, flavour, errors):
        for test, text in errors:
            self.stream.writeln(self.separator1)
            self.stream.writeln(f"{flavour}: {self.getDescription(test)}")
            self.stream.writeln(self.separator2)
            self.stream.writeln(text)
            self.stream.flush()


class TextTestRunner:
    """Runs tests and shows how it goes."""

    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None,
                 warnings=None, *, tb_locals=False):
        self.stream = _Stream(sys.stderr if stream is None else stream)
        self.descriptions = descriptions
        self.verbosity = verbosity
        self.failfast = failfast
        if resultclass is not None:
            self.resultclass = resultclass

    def _makeResult(self):
        return self.resultclass(self.stream, self.descriptions, self.verbosity)

    def run(self, test):
        """Run a test or a suite."""
        result = self._makeResult()
        result.failfast = self.failfast
        start = time.perf_counter()
        result.startTestRun()
        try:
            test(result)
        finally:
            result.stopTestRun()
        taken = time.perf_counter() - start
        result.printErrors()
        write = self.stream.writeln
        write(TextTestResult.separator2)
        write(f"Ran {result.testsRun} test{'s' * (result.testsRun != 1)} in {taken:.3f}s")
        write()
        infos = []
        if not result.wasSuccessful():
            self.stream.write("FAILED")
            for name, items in (("failures", result.failures), ("errors", result.errors)):
                if items:
                    infos.append(f"{name}={len(items)}")
        else:
            self.stream.write("OK")
        for name, items in (
            ("skipped", result.skipped), ("expected failures", result.expectedFailures),
            ("unexpected successes", result.unexpectedSuccesses),
        ):
            if items:
                infos.append(f"{name}={len(items)}")
        write(f" ({', '.join(infos)})" if infos else "")
        self.stream.flush()
        return result


class _ErrorHolder:
    """Stands for the setup of a class that went wrong."""

    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __str__(self):
        return self.description


class TestSuite:
    """Several tests."""

    def __init__(self, tests=()):
        self._tests = []
        self.addTests(tests)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f"{test!r} is not callable")
        if isinstance(test, type) and issubclass(test, (TestCase, TestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    def countTestCases(self):
        return sum(test.countTestCases() for test in self._tests)

    def __iter__(self):
        return iter(self._tests)

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return list(self) == list(other)

    def __repr__(self):
        cls = self.__class__
        return f"<{cls.__module__}.{cls.__qualname__} tests={list(self)}>"

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def run(self, result, debug=False):
        """Run all tests, with what goes before and after the tests of each class."""
        outermost = not hasattr(result, "_class")
        if outermost:
            result._class = None
        for test in self:
            if result.shouldStop:
                break
            if not isinstance(test, TestSuite):
                if not _enter_class(test.__class__, result):
                    continue
            test(result)
        if outermost:
            _leave_class(result)
            del result._class
        return result

    def debug(self):
        for test in self:
            test.debug()


def _guarded(result, cls, name, function):
    try:
        function()
        return True
    except Exception as error:
        holder = _ErrorHolder(f"{name} ({cls.__module__}.{cls.__qualname__})")
        if isinstance(error, SkipTest):
            result.addSkip(holder, str(error))
        else:
            result.addError(holder, (type(error), error, error.__traceback__))
        return False


def _enter_class(cls, result):
    """Leave the class before; set up the next; whether its tests can run."""
    if result._class is not cls:
        _leave_class(result)
        result._class = cls
        cls._classSetupFailed = False
        setup = getattr(cls, "setUpClass", None)
        if setup is not None and not getattr(cls, "__unittest_skip__", False):
            if not _guarded(result, cls, "setUpClass", setup):
                cls._classSetupFailed = True
    return not getattr(cls, "_classSetupFailed", False)


def _leave_class(result):
    cls = result._class
    if cls is None or getattr(cls, "_classSetupFailed", False) or getattr(cls, "__unittest_skip__", False):
        return
    for name in ("tearDownClass", "doClassCleanups"):
        function = getattr(cls, name, None)
        if function is not None:
            _guarded(result, cls, name, function)


class TestLoader:
    """Finds tests."""

    testMethodPrefix = "test"
    sortTestMethodsUsing = None
    testNamePatterns = None
    suiteClass = TestSuite

    def __init__(self):
        self.errors = []

    def getTestCaseNames(self, testCaseClass):
        """The names of the test methods of a class, in order."""
        names = []
        for name in dir(testCaseClass):
            if not name.startswith(self.testMethodPrefix) or not callable(getattr(testCaseClass, name)):
                continue
            if self.testNamePatterns is not None:
                full = f"{testCaseClass.__module__}.{testCaseClass.__qualname__}.{name}"
                if not any(fnmatchcase(full, pattern) for pattern in self.testNamePatterns):
                    continue
            names.append(name)
        return sorted(names)

    def loadTestsFromTestCase(self, testCaseClass):
        if issubclass(testCaseClass, TestSuite):
            raise TypeError("Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?")
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, "runTest"):
            names = ["runTest"]
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        tests = []
        for name in dir(module):
            item = getattr(module, name)
            if isinstance(item, type) and issubclass(item, TestCase) and item not in (TestCase, FunctionTestCase):
                tests.append(self.loadTestsFromTestCase(item))
        suite = self.suiteClass(tests)
        load = getattr(module, "load_tests", None)
        return load(self, suite, pattern) if load is not None else suite

    def loadTestsFromName(self, name, module=None):
        parts = name.split(".")
        rest = parts
        if module is None:
            taken = parts[:]
            while taken:
                try:
                    module = __import__(".".join(taken))
                    break
                except ImportError:
                    taken.pop()
                    if not taken:
                        raise
            rest = parts[1:]
        item = parent = module
        for part in rest:
            parent, item = item, getattr(item, part)
        if isinstance(item, type(sys)):
            return self.loadTestsFromModule(item)
        if isinstance(item, type) and issubclass(item, TestCase):
            return self.loadTestsFromTestCase(item)
        if isinstance(parent, type) and issubclass(parent, TestCase):
            return self.suiteClass([parent(parts[-1])])
        if isinstance(item, TestSuite):
            return item
        if callable(item):
            found = item()
            if isinstance(found, TestSuite):
                return found
            if isinstance(found, TestCase):
                return self.suiteClass([found])
            raise TypeError(f"calling {item} returned {found}, not a test")
        raise TypeError(f"don't know how to make test from: {item}")

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def discover(self, start_dir, pattern="test*.py", top_level_dir=None):
        """The tests of all files in a folder, and in the packages inside, whose names fit."""
        start = os.path.abspath(start_dir)
        if not os.path.isdir(start):
            package = importlib.import_module(start_dir)
            start = os.path.dirname(package.__file__)
            top = os.path.normpath(os.path.join(start, *[".."] * len(start_dir.split("."))))
        else:
            top = os.path.abspath(start_dir if top_level_dir is None else top_level_dir)
        if top not in sys.path:
            sys.path.insert(0, top)
        return self.suiteClass(list(self._found_in(start, top, pattern)))

    def _found_in(self, folder, top, pattern):
        for name in sorted(os.listdir(folder)):
            path = os.path.join(folder, name)
            module = os.path.relpath(path.removesuffix(".py"), top).replace(os.sep, ".")
            if os.path.isdir(path):
                if name.isidentifier() and os.path.isfile(os.path.join(path, "__init__.py")):
                    package = importlib.import_module(module)
                    if fnmatch(name, pattern):
                        tests = self.loadTestsFromModule(package, pattern=pattern)
                        yield tests
                        if hasattr(package, "load_tests"):
                            continue
                    yield from self._found_in(path, top, pattern)
            elif name.endswith(".py") and name[:-3].isidentifier() and fnmatch(name, pattern):
                yield self.loadTestsFromModule(importlib.import_module(module), pattern=pattern)


defaultTestLoader = TestLoader()


class TestProgram:
    """The command: which tests to run, and how to tell."""

    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader,
                 exit=True, verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None, *, tb_locals=False):
        if isinstance(module, str):
            self.module = __import__(module)
            for part in module.split(".")[1:]:
                self.module = getattr(self.module, part)
        else:
            self.module = module
        argv = sys.argv if argv is None else argv
        self.exit, self.verbosity, self.failfast = exit, verbosity, bool(failfast)
        self.defaultTest, self.testRunner, self.testLoader = defaultTest, testRunner, testLoader
        self.progName = argv[0].rpartition("/")[2]
        self.parseArgs(argv)
        self.runTests()

    def parseArgs(self, argv):
        names, patterns, rest = [], [], list(argv[1:])
        while rest:
            arg = rest.pop(0)
            if arg in ("-v", "--verbose"):
                self.verbosity = 2
            elif arg in ("-q", "--quiet"):
                self.verbosity = 0
            elif arg in ("-f", "--failfast"):
                self.failfast = True
            elif arg in ("-k",) and rest:
                word = rest.pop(0)
                patterns.append(word if "*" in word else f"*{word}*")
            elif arg in ("-b", "--buffer", "-c", "--catch", "--locals"):
                pass
            elif arg in ("-h", "--help"):
                print(f"usage: {self.progName} [-h] [-v] [-q] [-f] [-k PATTERN] [tests ...]")
                sys.exit(0)
            elif arg.startswith("-"):
                print(f"{self.progName}: error: unrecognized arguments: {arg}", file=sys.stderr)
                sys.exit(2)
            else:
                names.append(_module_of(arg))
        if patterns:
            self.testLoader.testNamePatterns = patterns
        if not names and self.defaultTest is not None:
            names = [self.defaultTest] if isinstance(self.defaultTest, str) else list(self.defaultTest)
        if names and names[0] == "discover" and self.module is None:
            self.test = self.testLoader.discover(*(names[1:] or ["."]))
        elif names:
            self.test = self.testLoader.loadTestsFromNames(names, self.module)
        elif self.module is None:
            self.test = self.testLoader.discover(".")
        else:
            self.test = self.testLoader.loadTestsFromModule(self.module)

    def runTests(self):
        runner = self.testRunner
        if runner is None:
            runner = TextTestRunner
        if isinstance(runner, type):
            runner = runner(verbosity=self.verbosity, failfast=self.failfast)
        self.result = runner.run(self.test)
        if self.exit:
            sys.exit(not self.result.wasSuccessful())


main = TestProgram

TestResult.__module__ = "unittest.result"
TestSuite.__module__ = "unittest.suite"
TestLoader.__module__ = "unittest.loader"
TextTestResult.__module__ = TextTestRunner.__module__ = "unittest.runner"
