"""Tests as methods of classes."""

from unittest._case import (
    FunctionTestCase, SkipTest, TestCase, addModuleCleanup, expectedFailure, skip, skipIf, skipUnless,
)
from unittest._run import (
    TestLoader, TestProgram, TestResult, TestSuite, TextTestResult, TextTestRunner, defaultTestLoader, main,
)

__all__ = [
    "TestResult", "TestCase", "IsolatedAsyncioTestCase", "TestSuite", "TextTestRunner", "TestLoader",
    "FunctionTestCase", "main", "defaultTestLoader", "SkipTest", "skip", "skipIf", "skipUnless", "expectedFailure",
    "TextTestResult", "addModuleCleanup",
]


def __getattr__(name):
    # An event loop is not set up for tests that have none.
    if name == "IsolatedAsyncioTestCase":
        from unittest._async import IsolatedAsyncioTestCase

        return IsolatedAsyncioTestCase
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
