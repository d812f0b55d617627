"""Finding tests."""

import functools
import os
import re
import sys
import traceback
import types
from fnmatch import fnmatch, fnmatchcase

from unittest import case, suite, util

VALID_MODULE_NAME = re.compile(r"[_a-z]\w*\.py$", re.IGNORECASE)


class _FailedTest(case.TestCase):
    """Stands for tests that could not be found: it raises what went wrong."""

    _testMethodName = None

    def __init__(self, method_name, exception):
        self._exception = exception
        super().__init__(method_name)

    def __getattr__(self, name):
        if name != self._testMethodName:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

        def fail():
            raise self._exception

        return fail


def _skipped(name, error, suite_class):
    @case.skip(str(error))
    def test(self):
        pass

    cls = type("ModuleSkipped", (case.TestCase,), {name: test, "__module__": __name__})
    return suite_class((cls(name),))


class TestLoader:
    """Finds tests in classes, modules and folders, and by name."""

    testMethodPrefix = "test"
    sortTestMethodsUsing = staticmethod(util.three_way_cmp)
    testNamePatterns = None
    suiteClass = suite.TestSuite
    _top_level_dir = None

    def __init__(self):
        self.errors = []
        # Packages whose `load_tests` is running.
        self._loading_packages = set()

    def _failed(self, name, error, message):
        """A suite that tells an error, which is noted too."""
        self.errors.append(message)
        return self.suiteClass((_FailedTest(name, error),))

    def _failed_import(self, name):
        message = f"Failed to import test module: {name}\n{traceback.format_exc()}"
        return name, ImportError(message), message

    def loadTestsFromTestCase(self, testCaseClass):
        """The test methods of a class."""
        if issubclass(testCaseClass, suite.TestSuite):
            raise TypeError("Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?")
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, "runTest"):
            names = ["runTest"]
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        """The classes of a module, or what its `load_tests` makes of them."""
        items = (getattr(module, name) for name in dir(module))
        tests = self.suiteClass([
            self.loadTestsFromTestCase(item) for item in items
            if isinstance(item, type) and issubclass(item, case.TestCase)
            and item not in (case.TestCase, case.FunctionTestCase)
        ])
        load = getattr(module, "load_tests", None)
        if load is None:
            return tests
        try:
            return load(self, tests, pattern)
        except Exception as error:
            return self._failed(module.__name__, error, f"Failed to call load_tests:\n{traceback.format_exc()}")

    def loadTestsFromName(self, name, module=None):
        """What a dotted name means: a module, a class, a method, or a function that makes tests."""
        parts, failure = name.split("."), None
        if module is None:
            taken = parts[:]
            while taken:
                try:
                    module = __import__(".".join(taken))
                    break
                except ImportError:
                    failure = self._failed_import(taken.pop())
                    if not taken:
                        return self._failed(*failure)
            parts = parts[1:]
        item = parent = module
        for part in parts:
            try:
                parent, item = item, getattr(item, part)
            except AttributeError as error:
                # In a package it is rather a module that could not be imported.
                if getattr(item, "__path__", None) is None or failure is None:
                    failure = part, error, f"Failed to access attribute:\n{traceback.format_exc()}"
                return self._failed(*failure)
        if isinstance(item, types.ModuleType):
            return self.loadTestsFromModule(item)
        if isinstance(item, type) and issubclass(item, case.TestCase):
            return self.loadTestsFromTestCase(item)
        if isinstance(item, types.FunctionType) and isinstance(parent, type) and issubclass(parent, case.TestCase):
            test = parent(parts[-1])
            if not isinstance(getattr(test, parts[-1]), types.FunctionType):
                return self.suiteClass([test])
        elif isinstance(item, suite.TestSuite):
            return item
        if not callable(item):
            raise TypeError(f"don't know how to make test from: {item}")
        test = item()
        if isinstance(test, suite.TestSuite):
            return test
        if isinstance(test, case.TestCase):
            return self.suiteClass([test])
        raise TypeError(f"calling {item} returned {test}, not a test")

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def getTestCaseNames(self, testCaseClass):
        """The names of the test methods of a class, in order."""

        def is_test(name):
            if not name.startswith(self.testMethodPrefix) or not callable(getattr(testCaseClass, name)):
                return False
            full = f"{testCaseClass.__module__}.{testCaseClass.__qualname__}.{name}"
            return self.testNamePatterns is None or any(fnmatchcase(full, pattern) for pattern in self.testNamePatterns)

        names = list(filter(is_test, dir(testCaseClass)))
        if self.sortTestMethodsUsing:
            names.sort(key=functools.cmp_to_key(self.sortTestMethodsUsing))
        return names

    def discover(self, start_dir, pattern="test*.py", top_level_dir=None):
        """The tests of all files in a folder, and in the packages inside, whose names fit."""
        implicit = top_level_dir is None and self._top_level_dir is None
        if top_level_dir is None:
            top_level_dir = start_dir if implicit else self._top_level_dir
        top_level_dir = os.path.abspath(top_level_dir)
        if top_level_dir not in sys.path:
            sys.path.insert(0, top_level_dir)
        self._top_level_dir, given = top_level_dir, start_dir
        if os.path.isdir(os.path.abspath(start_dir)):
            start_dir = os.path.abspath(start_dir)
            missing = start_dir != top_level_dir and not os.path.isfile(os.path.join(start_dir, "__init__.py"))
        else:
            missing = False
            try:
                __import__(start_dir)
            except ImportError:
                missing = True
            else:
                start_dir = self._folder_of(sys.modules[given])
                if implicit:
                    self._top_level_dir = self._get_directory_containing_module(given.split(".")[0])
                    sys.path.remove(top_level_dir)
        if missing:
            raise ImportError(f"Start directory is not importable: {start_dir!r}")
        return self.suiteClass(list(self._find_tests(start_dir, pattern)))

    def _folder_of(self, module):
        try:
            return os.path.abspath(os.path.dirname(module.__file__))
        except (AttributeError, TypeError):
            if module.__name__ in sys.builtin_module_names:
                raise TypeError("Can not use builtin modules as dotted module names") from None
            raise TypeError(f"don't know how to discover from {module!r}") from None

    def _get_directory_containing_module(self, module_name):
        path = os.path.abspath(sys.modules[module_name].__file__)
        folder = os.path.dirname(path)
        return os.path.dirname(folder) if os.path.basename(path).lower().startswith("__init__.py") else folder

    def _get_name_from_path(self, path):
        if path == self._top_level_dir:
            return "."
        inside = os.path.relpath(os.path.splitext(os.path.normpath(path))[0], self._top_level_dir)
        assert not os.path.isabs(inside) and not inside.startswith(".."), "Path must be within the project"
        return inside.replace(os.path.sep, ".")

    def _get_module_from_name(self, name):
        __import__(name)
        return sys.modules[name]

    def _match_path(self, path, full_path, pattern):
        return fnmatch(path, pattern)

    def _find_tests(self, start_dir, pattern):
        name = self._get_name_from_path(start_dir)
        if name != "." and name not in self._loading_packages:
            tests, goes_on = self._find_test_path(start_dir, pattern)
            if tests is not None:
                yield tests
            if not goes_on:
                return
        for path in sorted(os.listdir(start_dir)):
            full_path = os.path.join(start_dir, path)
            tests, goes_on = self._find_test_path(full_path, pattern)
            if tests is not None:
                yield tests
            if goes_on:
                name = self._get_name_from_path(full_path)
                self._loading_packages.add(name)
                try:
                    yield from self._find_tests(full_path, pattern)
                finally:
                    self._loading_packages.discard(name)

    def _find_test_path(self, full_path, pattern):
        """The tests of a file or of a package itself, if any, and whether to look inside."""
        base = os.path.basename(full_path)
        is_file = os.path.isfile(full_path)
        if is_file and not (VALID_MODULE_NAME.match(base) and self._match_path(base, full_path, pattern)):
            return None, False
        if not is_file and not os.path.isfile(os.path.join(full_path, "__init__.py")):
            return None, False
        name = self._get_name_from_path(full_path)
        try:
            module = self._get_module_from_name(name)
        except case.SkipTest as error:
            return _skipped(name, error, self.suiteClass), False
        except BaseException:
            return self._failed(*self._failed_import(name)), False
        if is_file:
            found = os.path.splitext(os.path.realpath(getattr(module, "__file__", full_path)))[0]
            wanted = os.path.splitext(os.path.realpath(full_path))[0]
            if found.lower() != wanted.lower():
                raise ImportError(
                    f"{os.path.splitext(base)[0]!r} module incorrectly imported from {os.path.dirname(found)!r}. "
                    f"Expected {os.path.dirname(full_path)!r}. Is this module globally installed?")
            return self.loadTestsFromModule(module, pattern=pattern), False
        self._loading_packages.add(name)
        try:
            return self.loadTestsFromModule(module, pattern=pattern), not hasattr(module, "load_tests")
        finally:
            self._loading_packages.discard(name)


defaultTestLoader = TestLoader()


def _loader(prefix, order, suite_class=None, patterns=None):
    loader = TestLoader()
    loader.sortTestMethodsUsing, loader.testMethodPrefix, loader.testNamePatterns = order, prefix, patterns
    if suite_class:
        loader.suiteClass = suite_class
    return loader


def _deprecated(name):
    import warnings

    warnings.warn(f"unittest.{name}() is deprecated and will be removed in Python 3.13. Please use "
                  f"unittest.TestLoader.{_SUCCESSORS[name]}() instead.", DeprecationWarning, stacklevel=3)


_SUCCESSORS = {"getTestCaseNames": "getTestCaseNames", "makeSuite": "loadTestsFromTestCase",
               "findTestCases": "loadTestsFromModule"}


def getTestCaseNames(testCaseClass, prefix, sortUsing=util.three_way_cmp, testNamePatterns=None):
    _deprecated("getTestCaseNames")
    return _loader(prefix, sortUsing, patterns=testNamePatterns).getTestCaseNames(testCaseClass)


def makeSuite(testCaseClass, prefix="test", sortUsing=util.three_way_cmp, suiteClass=suite.TestSuite):
    _deprecated("makeSuite")
    return _loader(prefix, sortUsing, suiteClass).loadTestsFromTestCase(testCaseClass)


def findTestCases(module, prefix="test", sortUsing=util.three_way_cmp, suiteClass=suite.TestSuite):
    _deprecated("findTestCases")
    return _loader(prefix, sortUsing, suiteClass).loadTestsFromModule(module)
