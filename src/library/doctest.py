"""Examples in documentation, run and compared with what they say."""

import difflib
import inspect
import re
import sys
from collections import namedtuple
from io import StringIO
from traceback import format_exc, format_exception_only

__all__ = [
    "register_optionflag", "DONT_ACCEPT_TRUE_FOR_1", "DONT_ACCEPT_BLANKLINE", "NORMALIZE_WHITESPACE", "ELLIPSIS",
    "SKIP", "IGNORE_EXCEPTION_DETAIL", "COMPARISON_FLAGS", "REPORT_UDIFF", "REPORT_CDIFF", "REPORT_NDIFF",
    "REPORT_ONLY_FIRST_FAILURE", "REPORTING_FLAGS", "FAIL_FAST", "Example", "DocTest", "DocTestParser",
    "DocTestFinder", "DocTestRunner", "OutputChecker", "testmod", "testfile", "run_docstring_examples", "TestResults",
    "DocTestSuite", "DocFileSuite",
]

TestResults = namedtuple("TestResults", "failed attempted")

OPTIONFLAGS_BY_NAME = {}


def register_optionflag(name):
    return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


DONT_ACCEPT_TRUE_FOR_1 = register_optionflag("DONT_ACCEPT_TRUE_FOR_1")
DONT_ACCEPT_BLANKLINE = register_optionflag("DONT_ACCEPT_BLANKLINE")
NORMALIZE_WHITESPACE = register_optionflag("NORMALIZE_WHITESPACE")
ELLIPSIS = register_optionflag("ELLIPSIS")
SKIP = register_optionflag("SKIP")
IGNORE_EXCEPTION_DETAIL = register_optionflag("IGNORE_EXCEPTION_DETAIL")
COMPARISON_FLAGS = (
    DONT_ACCEPT_TRUE_FOR_1 | DONT_ACCEPT_BLANKLINE | NORMALIZE_WHITESPACE | ELLIPSIS | SKIP | IGNORE_EXCEPTION_DETAIL)
REPORT_UDIFF = register_optionflag("REPORT_UDIFF")
REPORT_CDIFF = register_optionflag("REPORT_CDIFF")
REPORT_NDIFF = register_optionflag("REPORT_NDIFF")
REPORT_ONLY_FIRST_FAILURE = register_optionflag("REPORT_ONLY_FIRST_FAILURE")
FAIL_FAST = register_optionflag("FAIL_FAST")
REPORTING_FLAGS = REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF | REPORT_ONLY_FIRST_FAILURE | FAIL_FAST

BLANKLINE_MARKER = "<BLANKLINE>"
ELLIPSIS_MARKER = "..."

_DIVIDER = "*" * 70
_OPTION = re.compile(r"#\s*doctest:\s*([^\n'\"]*)$", re.MULTILINE)
_TRACEBACK = re.compile(r"^Traceback\ \((?:most\ recent\ call\ last|innermost\ last)\):\s*$", re.MULTILINE)


class Example:
    """A piece of code and what it is to print."""

    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = source if source.endswith("\n") else source + "\n"
        self.want = want if not want or want.endswith("\n") else want + "\n"
        self.exc_msg = exc_msg if exc_msg is None or exc_msg.endswith("\n") else exc_msg + "\n"
        self.lineno, self.indent, self.options = lineno, indent, {} if options is None else options


class DocTest:
    """The examples of one text, with the names they see."""

    def __init__(self, examples, globs, name, filename, lineno, docstring):
        self.examples, self.globs, self.docstring = examples, dict(globs), docstring
        self.name, self.filename, self.lineno = name, filename, lineno

    def __repr__(self):
        count = len(self.examples)
        shown = "no examples" if not count else "1 example" if count == 1 else f"{count} examples"
        return f"<DocTest {self.name} from {self.filename}:{self.lineno} ({shown})>"


class DocTestParser:
    """Finds the examples of a text."""

    def get_doctest(self, string, globs, name, filename, lineno):
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)

    def get_examples(self, string, name="<string>"):
        lines = string.expandtabs().split("\n")
        examples = []
        at = 0
        while at < len(lines):
            stripped = lines[at].lstrip(" ")
            if not stripped.startswith(">>>") or stripped[3:4] not in ("", " "):
                if stripped.startswith(">>>"):
                    raise ValueError(f"line {at + 1} of the docstring for {name} lacks blank after >>>: {lines[at]!r}")
                at += 1
                continue
            indent, first = len(lines[at]) - len(stripped), at
            source = [stripped[4:]]
            at += 1
            while at < len(lines) and (lines[at][indent:] == "..." or lines[at][indent:].startswith("... ")):
                source.append(lines[at][indent + 4:])
                at += 1
            want = []
            while at < len(lines) and lines[at].strip() and not lines[at].lstrip(" ").startswith(">>>"):
                if lines[at][:indent].strip():
                    raise ValueError(
                        f"line {at + 1} of the docstring for {name} has inconsistent leading whitespace: {lines[at]!r}")
                want.append(lines[at][indent:])
                at += 1
            text = "\n".join(source)
            if all(not line.strip() or line.lstrip().startswith("#") for line in source):
                continue
            want = "\n".join(want)
            examples.append(Example(text, want, _message(want), first, indent, self._options(text, name)))
        return examples

    def _options(self, source, name):
        options = {}
        for match in _OPTION.finditer(source):
            for word in match.group(1).replace(",", " ").split():
                if word[0] not in "+-" or word[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError(f"the doctest for {name} has an invalid option: {word!r}")
                options[OPTIONFLAGS_BY_NAME[word[1:]]] = word[0] == "+"
        return options


def _message(want):
    """What an expected traceback ends with."""
    match = _TRACEBACK.match(want)
    if match is None:
        return None
    lines = want[match.end():].lstrip("\n").split("\n")
    for place, line in enumerate(lines):
        if re.match(r"\w", line):
            return "\n".join(lines[place:])
    return None


class DocTestFinder:
    """Finds the texts of a module, a class or a function."""

    def __init__(self, verbose=False, parser=DocTestParser(), recurse=True, exclude_empty=True):
        self._parser, self._recurse, self._exclude_empty = parser, recurse, exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        name = getattr(obj, "__name__", None) if name is None else name
        if module is None:
            module = obj if inspect.ismodule(obj) else sys.modules.get(getattr(obj, "__module__", None))
        names = dict(module.__dict__ if module is not None else {}) if globs is None else dict(globs)
        names.update(extraglobs or {})
        names.setdefault("__name__", "__main__")
        tests = []
        self._find(tests, obj, name, module, names, set(), self._lines(module))
        tests.sort(key=lambda test: test.name)
        return tests

    def _lines(self, module):
        from linecache import getlines
        return getlines(getattr(module, "__file__", None) or "")

    def _find(self, tests, obj, name, module, globs, seen, lines):
        if id(obj) in seen:
            return
        seen.add(id(obj))
        text = getattr(obj, "__doc__", None)
        text = text if isinstance(text, str) else "" if text is None else str(text)
        if text or not self._exclude_empty:
            test = self._parser.get_doctest(text, globs, name, getattr(module, "__file__", None), self._line(obj, lines))
            if test.examples or not self._exclude_empty:
                tests.append(test)
        if not self._recurse:
            return
        own = getattr(module, "__name__", None)
        if inspect.ismodule(obj):
            for key, value in list(obj.__dict__.items()):
                value = inspect.unwrap(value) if inspect.isroutine(value) else value
                if (inspect.isroutine(value) or inspect.isclass(value)) and getattr(value, "__module__", None) == own:
                    self._find(tests, value, f"{name}.{key}", module, globs, seen, lines)
            for key, value in getattr(obj, "__test__", {}).items():
                if isinstance(value, str):
                    tests.append(self._parser.get_doctest(value, globs, f"{name}.__test__.{key}", None, None))
                else:
                    self._find(tests, value, f"{name}.__test__.{key}", module, globs, seen, lines)
        elif inspect.isclass(obj):
            for key, value in list(obj.__dict__.items()):
                if isinstance(value, (staticmethod, classmethod)):
                    value = value.__func__
                is_own = inspect.isroutine(value) or inspect.isclass(value)
                if is_own and getattr(value, "__module__", own) == own or isinstance(value, property):
                    self._find(tests, value, f"{name}.{key}", module, globs, seen, lines)

    def _line(self, obj, lines):
        """Where the text of an object begins; a module's counts from its first line."""
        if inspect.ismodule(obj):
            return 0
        obj = getattr(obj, "fget", obj) if isinstance(obj, property) else obj
        line = None
        if inspect.isclass(obj):
            begin = re.compile(rf"^\s*class\s*{re.escape(obj.__name__)}\b")
            line = next((place for place, text in enumerate(lines) if begin.match(text)), None)
        elif inspect.isfunction(obj):
            line = obj.__code__.co_firstlineno - 1
        if line is None:
            return None
        quoted = re.compile(r"(^|.*:)\s*\w*(\"|')")
        return next((place for place in range(line, len(lines)) if quoted.match(lines[place])), None)


class OutputChecker:
    """Compares what was printed with what was wanted."""

    def check_output(self, want, got, optionflags):
        if got == want:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1 and (got, want) in (("True\n", "1\n"), ("False\n", "0\n")):
            return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = re.sub(rf"(?m)^{re.escape(BLANKLINE_MARKER)}\s*?$", "", want)
            got = re.sub(r"(?m)^[^\S\n]+$", "", got)
            if got == want:
                return True
        if optionflags & NORMALIZE_WHITESPACE:
            got, want = " ".join(got.split()), " ".join(want.split())
            if got == want:
                return True
        return bool(optionflags & ELLIPSIS and _matches(want, got))

    def output_difference(self, example, got, optionflags):
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = re.sub(r"(?m)^[ ]*(?=\n)", BLANKLINE_MARKER, got)
        flags = optionflags & (REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF)
        if flags and (optionflags & REPORT_NDIFF or want.count("\n") > 2 and got.count("\n") > 2):
            before, after = want.splitlines(keepends=True), got.splitlines(keepends=True)
            if optionflags & REPORT_UDIFF:
                lines, title = list(difflib.unified_diff(before, after, n=2))[2:], "unified diff with -expected +actual"
            elif optionflags & REPORT_CDIFF:
                lines = list(difflib.context_diff(before, after, n=2))[2:]
                title = "context diff with expected followed by actual"
            else:
                lines, title = list(difflib.ndiff(before, after)), "ndiff with -expected +actual"
            return f"Differences ({title}):\n" + _indent("".join(lines))
        if want and got:
            return f"Expected:\n{_indent(want)}Got:\n{_indent(got)}"
        if want:
            return f"Expected:\n{_indent(want)}Got nothing\n"
        return f"Expected nothing\nGot:\n{_indent(got)}" if got else "Expected nothing\nGot nothing\n"


def _matches(want, got):
    """Whether `got` is `want` with anything where that has dots."""
    parts = want.split(ELLIPSIS_MARKER)
    if len(parts) == 1:
        return want == got
    first, last = parts[0], parts[-1]
    if not got.startswith(first) or not got.endswith(last) or len(first) + len(last) > len(got):
        return False
    at, end = len(first), len(got) - len(last)
    for part in parts[1:-1]:
        at = got.find(part, at, end)
        if at < 0:
            return False
        at += len(part)
    return True


def _indent(text):
    return re.sub(r"(?m)^(?!$)", "    ", text)


class DocTestRunner:
    """Runs examples and counts."""

    DIVIDER = _DIVIDER

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = "-v" in sys.argv if verbose is None else verbose
        self.optionflags = self.original_optionflags = optionflags
        self.tries = self.failures = 0
        self._by_name = {}

    def report_start(self, out, test, example):
        if self._verbose:
            wanted = "Expecting:\n" + _indent(example.want) if example.want else "Expecting nothing\n"
            out("Trying:\n" + _indent(example.source) + wanted)

    def report_success(self, out, test, example, got):
        if self._verbose:
            out("ok\n")

    def report_failure(self, out, test, example, got):
        out(self._header(test, example) + self._checker.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, text):
        out(self._header(test, example) + "Exception raised:\n" + _indent(text))

    def _header(self, test, example):
        lines = [self.DIVIDER]
        if test.filename:
            line = "?" if test.lineno is None else test.lineno + example.lineno + 1
            lines.append(f'File "{test.filename}", line {line}, in {test.name}')
        else:
            lines.append(f"Line {example.lineno + 1}, in {test.name}")
        return "\n".join([*lines, "Failed example:", _indent(example.source)])

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        real, real_hook = sys.stdout, sys.displayhook
        out = real.write if out is None else out
        capture = sys.stdout = StringIO()
        sys.displayhook = sys.__displayhook__
        try:
            failures, tries = self._run(test, out, capture)
        finally:
            sys.stdout, sys.displayhook = real, real_hook
            if clear_globs:
                test.globs.clear()
        self.tries += tries
        self.failures += failures
        known = self._by_name.get(test.name, (0, 0))
        self._by_name[test.name] = (known[0] + failures, known[1] + tries)
        return TestResults(failures, tries)

    def _run(self, test, out, capture):
        failures = tries = 0
        original = self.optionflags
        for number, example in enumerate(test.examples):
            quiet = self.optionflags & REPORT_ONLY_FIRST_FAILURE and failures > 0
            self.optionflags = original
            for flag, is_on in example.options.items():
                self.optionflags = self.optionflags | flag if is_on else self.optionflags & ~flag
            if self.optionflags & SKIP:
                continue
            tries += 1
            if not quiet:
                self.report_start(out, test, example)
            error = text = None
            try:
                exec(compile(example.source, f"<doctest {test.name}[{number}]>", "single"), test.globs)
            except KeyboardInterrupt:
                raise
            except BaseException as problem:
                error, text = problem, format_exc()
            got = capture.getvalue()
            if got and not got.endswith("\n"):
                got += "\n"
            capture.seek(0)
            capture.truncate()
            if error is None:
                passed = self._checker.check_output(example.want, got, self.optionflags)
            else:
                message = format_exception_only(type(error), error)[-1]
                if example.exc_msg is None:
                    if not quiet:
                        self.report_unexpected_exception(out, test, example, text)
                    failures += 1
                    continue
                passed = self._checker.check_output(example.exc_msg, message, self.optionflags)
                if not passed and self.optionflags & IGNORE_EXCEPTION_DETAIL:
                    passed = _kind(example.exc_msg) == _kind(message)
                got += text
            if passed:
                if not quiet:
                    self.report_success(out, test, example, got)
            else:
                if not quiet:
                    self.report_failure(out, test, example, got)
                failures += 1
                if self.optionflags & FAIL_FAST:
                    break
        self.optionflags = original
        return failures, tries

    def summarize(self, verbose=None):
        verbose = self._verbose if verbose is None else verbose
        rows = sorted(self._by_name.items())
        silent = [name for name, (failed, tried) in rows if not tried]
        passed = [(name, tried) for name, (failed, tried) in rows if tried and not failed]
        failed = [(name, *counts) for name, counts in rows if counts[0]]
        if verbose:
            if silent:
                print(len(silent), "items had no tests:")
                print(*(f"    {name}" for name in silent), sep="\n")
            if passed:
                print(len(passed), "items passed all tests:")
                for name, count in passed:
                    print(f" {count:3d} tests in {name}")
        if failed:
            print(self.DIVIDER)
            print(len(failed), "items had failures:")
            for name, bad, count in failed:
                print(f" {bad:3d} of {count:3d} in {name}")
        if verbose:
            print(self.tries, "tests in", len(rows), "items.")
            print(self.tries - self.failures, "passed and", self.failures, "failed.")
        if self.failures:
            print("***Test Failed***", self.failures, "failures.")
        elif verbose:
            print("Test passed.")
        return TestResults(self.failures, self.tries)


def _kind(message):
    """The class that a message begins with, without its module."""
    return message.split("\n")[0].split(":")[0].rpartition(".")[2].strip()


master = None


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None,
            raise_on_error=False, exclude_empty=False):
    """Run the examples of a module, the script itself if none is given."""
    m = sys.modules["__main__"] if m is None else m
    if not inspect.ismodule(m):
        raise TypeError(f"testmod: module required; {m!r}")
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    finder = DocTestFinder(exclude_empty=exclude_empty)
    for test in finder.find(m, m.__name__ if name is None else name, globs=globs, extraglobs=extraglobs):
        runner.run(test)
    if report:
        runner.summarize()
    return TestResults(runner.failures, runner.tries)


def _folder_of(package):
    """The folder of a module, or of the one whose text is running."""
    import _importlib
    import os

    name = _importlib.running() if package is None else package
    module = __import__(name, fromlist=["*"]) if isinstance(name, str) else name
    return os.path.dirname(getattr(module, "__file__", None) or "")


def testfile(filename, module_relative=True, name=None, package=None, globs=None, verbose=None, report=True,
             optionflags=0, extraglobs=None, raise_on_error=False, parser=DocTestParser(), encoding=None):
    """Run the examples of a file of text."""
    import os
    if module_relative and not os.path.isabs(filename):
        filename = os.path.join(_folder_of(package), filename)
    with open(filename, encoding=encoding) as file:
        text = file.read()
    names = {"__name__": "__main__", **(globs or {}), **(extraglobs or {})}
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    runner.run(parser.get_doctest(text, names, name or os.path.basename(filename), filename, 0))
    if report:
        runner.summarize()
    return TestResults(runner.failures, runner.tries)


def run_docstring_examples(f, globs, verbose=False, name="NoName", compileflags=None, optionflags=0):
    """Run the examples of one object."""
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(verbose=verbose, recurse=False).find(f, name, globs=globs):
        runner.run(test, compileflags=compileflags)


def _as_case(test, optionflags, setUp, tearDown):
    """A text's examples as a case of `unittest`."""
    import unittest

    def run():
        if setUp is not None:
            setUp(test)
        lines = []
        runner = DocTestRunner(verbose=False, optionflags=optionflags)
        try:
            runner.run(test, out=lines.append, clear_globs=False)
        finally:
            if tearDown is not None:
                tearDown(test)
        if runner.failures:
            raise AssertionError(f"Failed doctest test for {test.name}\n\n" + "".join(lines))

    case = unittest.FunctionTestCase(run, description=f"Doctest: {test.name}")
    case.id = lambda: test.name
    return case


def DocTestSuite(module=None, globs=None, extraglobs=None, test_finder=None, *, setUp=None, tearDown=None,
                 optionflags=0, checker=None):
    """The examples of a module as cases of `unittest`."""
    import unittest
    from importlib import import_module
    module = sys.modules["__main__"] if module is None else module
    module = import_module(module) if isinstance(module, str) else module
    tests = (test_finder or DocTestFinder()).find(module, globs=globs, extraglobs=extraglobs)
    return unittest.TestSuite(_as_case(test, optionflags, setUp, tearDown) for test in tests if test.examples)


def DocFileSuite(*paths, module_relative=True, package=None, setUp=None, tearDown=None, globs=None, optionflags=0,
                 parser=DocTestParser(), encoding=None):
    """The examples of files as cases of `unittest`."""
    import os
    import unittest
    cases = []
    for path in paths:
        if module_relative and not os.path.isabs(path):
            path = os.path.join(_folder_of(package), path)
        with open(path, encoding=encoding) as file:
            text = file.read()
        test = parser.get_doctest(text, globs or {}, os.path.basename(path), path, 0)
        cases.append(_as_case(test, optionflags, setUp, tearDown))
    return unittest.TestSuite(cases)


def _test():
    """The command: the examples of some files."""
    import argparse
    import os

    parser = argparse.ArgumentParser(description="doctest runner")
    parser.add_argument("-v", "--verbose", action="store_true", default=False,
                        help="print very verbose output for all tests")
    parser.add_argument("-o", "--option", action="append", choices=OPTIONFLAGS_BY_NAME.keys(), default=[],
                        help="specify a doctest option flag to apply to the test run; may be specified more than once "
                             "to apply multiple options")
    parser.add_argument("-f", "--fail-fast", action="store_true",
                        help="stop running tests after first failure (this is a shorthand for -o FAIL_FAST, and is in "
                             "addition to any other -o options)")
    parser.add_argument("file", nargs="+", help="file containing the tests to run")
    args = parser.parse_args()
    options = FAIL_FAST if args.fail_fast else 0
    for option in args.option:
        options |= OPTIONFLAGS_BY_NAME[option]
    for name in args.file:
        if name.endswith(".py"):
            folder, name = os.path.split(name)
            sys.path.insert(0, folder)
            module = __import__(name[:-3])
            del sys.path[0]
            failures, _ = testmod(module, verbose=args.verbose, optionflags=options)
        else:
            failures, _ = testfile(name, module_relative=False, verbose=args.verbose, optionflags=options)
        if failures:
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(_test())
