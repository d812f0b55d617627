"""The command: which tests to run, and how to tell."""

import argparse
import os
import sys

from unittest import loader, runner
from unittest.signals import installHandler

_EXAMPLES = """\
Examples:
  %(prog)s test_module               - run tests from test_module
  %(prog)s module.TestClass          - run tests from module.TestClass
  %(prog)s module.Class.test_method  - run specified test method
  %(prog)s path/to/test_file.py      - run tests from test_file.py
"""
_MODULE_EXAMPLES = """\
Examples:
  %(prog)s                           - run default set of tests
  %(prog)s MyTestSuite               - run suite 'MyTestSuite'
  %(prog)s MyTestCase.testSomething  - run MyTestCase.testSomething
  %(prog)s MyTestCase                - run all 'test*' test methods
                                       in MyTestCase
"""


def _module_of(name):
    """A name on the command line: of a file, the module in it."""
    if not (os.path.isfile(name) and name.lower().endswith(".py")):
        return name
    if os.path.isabs(name):
        inside = os.path.relpath(name, os.getcwd())
        if os.path.isabs(inside) or inside.startswith(os.pardir):
            return name
        name = inside
    return os.path.normpath(name)[:-3].replace("\\", ".").replace("/", ".")


class TestProgram:
    """Finds tests as the command says, and runs them."""

    module = None
    verbosity = 1
    failfast = catchbreak = buffer = progName = warnings = testNamePatterns = None
    _discovery_parser = None

    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None,
                 testLoader=loader.defaultTestLoader, exit=True, verbosity=1, failfast=None, catchbreak=None,
                 buffer=None, warnings=None, *, tb_locals=False):
        if isinstance(module, str):
            self.module = __import__(module)
            for part in module.split(".")[1:]:
                self.module = getattr(self.module, part)
        else:
            self.module = module
        argv = sys.argv if argv is None else argv
        self.exit, self.failfast, self.catchbreak, self.verbosity = exit, failfast, catchbreak, verbosity
        self.buffer, self.tb_locals = buffer, tb_locals
        self.warnings = "default" if warnings is None and not sys.warnoptions else warnings
        self.defaultTest, self.testRunner, self.testLoader = defaultTest, testRunner, testLoader
        self.progName = os.path.basename(argv[0])
        self.parseArgs(argv)
        self.runTests()

    def _print_help(self, *args, **kwargs):
        print(self._main_parser.format_help())
        print((_MODULE_EXAMPLES if self.module is not None else _EXAMPLES) % {"prog": self.progName})
        if self.module is None:
            self._discovery_parser.print_help()

    def parseArgs(self, argv):
        self._initArgParsers()
        if self.module is None and len(argv) > 1 and argv[1].lower() == "discover":
            self._do_discovery(argv[2:])
            return
        self._main_parser.parse_args(argv[1:], self)
        if self.module is None and not self.tests:
            self._do_discovery([])
            return
        if self.tests:
            self.testNames = [_module_of(name) for name in self.tests]
        elif self.defaultTest is None:
            self.testNames = None
        else:
            self.testNames = (self.defaultTest,) if isinstance(self.defaultTest, str) else list(self.defaultTest)
        self.createTests()

    def createTests(self, from_discovery=False, Loader=None):
        if self.testNamePatterns:
            self.testLoader.testNamePatterns = self.testNamePatterns
        if from_discovery:
            finder = self.testLoader if Loader is None else Loader()
            self.test = finder.discover(self.start, self.pattern, self.top)
        elif self.testNames is None:
            self.test = self.testLoader.loadTestsFromModule(self.module)
        else:
            self.test = self.testLoader.loadTestsFromNames(self.testNames, self.module)

    def _initArgParsers(self):
        shared = argparse.ArgumentParser(add_help=False)
        shared.add_argument("-v", "--verbose", dest="verbosity", action="store_const", const=2, help="Verbose output")
        shared.add_argument("-q", "--quiet", dest="verbosity", action="store_const", const=0, help="Quiet output")
        shared.add_argument("--locals", dest="tb_locals", action="store_true",
                            help="Show local variables in tracebacks")
        for short, long, name, help in (
            ("-f", "--failfast", "failfast", "Stop on first fail or error"),
            ("-c", "--catch", "catchbreak", "Catch Ctrl-C and display results so far"),
            ("-b", "--buffer", "buffer", "Buffer stdout and stderr during tests"),
        ):
            if getattr(self, name) is None:
                shared.add_argument(short, long, dest=name, action="store_true", help=help)
                setattr(self, name, False)
        if self.testNamePatterns is None:
            shared.add_argument("-k", dest="testNamePatterns", action="append",
                                type=lambda text: text if "*" in text else f"*{text}*",
                                help="Only run tests which match the given substring")
            self.testNamePatterns = []
        main = self._main_parser = argparse.ArgumentParser(parents=[shared])
        main.prog, main.print_help = self.progName, self._print_help
        main.add_argument("tests", nargs="*",
                          help="a list of any number of test modules, classes and test methods.")
        finder = self._discovery_parser = argparse.ArgumentParser(parents=[shared])
        finder.prog = f"{self.progName} discover"
        finder.epilog = ("For test discovery all test modules must be importable from the top level directory of the "
                         "project.")
        finder.add_argument("-s", "--start-directory", dest="start",
                            help="Directory to start discovery ('.' default)")
        finder.add_argument("-p", "--pattern", dest="pattern", help="Pattern to match tests ('test*.py' default)")
        finder.add_argument("-t", "--top-level-directory", dest="top",
                            help="Top level directory of project (defaults to start directory)")
        for name in ("start", "pattern", "top"):
            finder.add_argument(name, nargs="?", default=argparse.SUPPRESS, help=argparse.SUPPRESS)

    def _do_discovery(self, argv, Loader=None):
        self.start, self.pattern, self.top = ".", "test*.py", None
        if argv is not None:
            if self._discovery_parser is None:
                self._initArgParsers()
            self._discovery_parser.parse_args(argv, self)
        self.createTests(from_discovery=True, Loader=Loader)

    def runTests(self):
        if self.catchbreak:
            installHandler()
        if self.testRunner is None:
            self.testRunner = runner.TextTestRunner
        made = self.testRunner
        if isinstance(made, type):
            given = {"verbosity": self.verbosity, "failfast": self.failfast, "buffer": self.buffer,
                     "warnings": self.warnings}
            # Runners of others know fewer arguments.
            for kwargs in ({**given, "tb_locals": self.tb_locals}, given, {}):
                try:
                    made = self.testRunner(**kwargs)
                    break
                except TypeError:
                    if not kwargs:
                        raise
        self.result = made.run(self.test)
        if self.exit:
            sys.exit(not self.result.wasSuccessful())


main = TestProgram
