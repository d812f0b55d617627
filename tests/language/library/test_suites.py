import io
import re
import sys
import unittest
import warnings

log = []


def setUpModule():
    log.append("setUpModule")
    unittest.addModuleCleanup(log.append, "module cleanup")


def tearDownModule():
    log.append("tearDownModule")


class Many(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        log.append("setUpClass")
        cls.addClassCleanup(log.append, "class cleanup")

    @classmethod
    def tearDownClass(cls):
        log.append("tearDownClass")

    def setUp(self):
        self.addCleanup(log.append, "cleanup")

    def test_error(self):
        "The first line says it."
        {}["key"]

    def test_failure(self):
        self.assertEqual([1, 2], [1, 3], "no luck")

    def test_parts(self):
        for i in range(3):
            with self.subTest("part", i=i):
                with self.subTest(j=i):
                    self.assertNotEqual(i, 1)

    @unittest.skip("not now")
    def test_skipped(self):
        pass

    def test_skips(self):
        self.skipTest("found out late")

    @unittest.expectedFailure
    def test_known(self):
        self.fail()

    @unittest.expectedFailure
    def test_mended(self):
        pass

    def test_returns(self):
        return 1


class NoClass(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise OSError("class is broken")

    def test_never(self):
        log.append("never")


class Waits(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.addAsyncCleanup(self.later)

    async def later(self):
        log.append("later")

    async def test_waits(self):
        import asyncio

        await asyncio.sleep(0)
        self.assertTrue(True)


def run(tests, **options):
    stream = io.StringIO()
    result = unittest.TextTestRunner(stream, **options).run(tests)
    text = re.sub(r"in \d+\.\d+s", "in 0s", stream.getvalue())
    print(re.sub(r'File ".*[/\\]', 'File "', text))
    return result


module = sys.modules[__name__]
for verbosity in (1, 2):
    result = run(unittest.defaultTestLoader.loadTestsFromModule(module), verbosity=verbosity)
    print(log, result, result.wasSuccessful())
    log.clear()
print(run(unittest.defaultTestLoader.loadTestsFromTestCase(Many), failfast=True).testsRun)


class Writes(unittest.TestCase):
    def test_writes(self):
        print("out")
        print("err", file=sys.stderr)
        self.fail("so that it is shown")

    def test_quietly(self):
        print("never shown")


sys.stderr = sys.stdout
run(unittest.defaultTestLoader.loadTestsFromTestCase(Writes), buffer=True)
sys.stderr = sys.__stderr__
run(unittest.defaultTestLoader.loadTestsFromNames(["Many.test_nope", "nope"], module))
for test in unittest.defaultTestLoader.loadTestsFromName("no_such_module.Case"):
    result = test.run()
    print(test, result, result.errors[0][1].splitlines()[-2:])
try:
    unittest.main(argv=["prog", "Many.test_parts", "-k", "nope"], exit=True, testRunner=unittest.TextTestRunner(io.StringIO()))
except SystemExit as error:
    print(error.code)
unittest.defaultTestLoader.testNamePatterns = None

case = Many("test_error")
for act in (
    lambda: case.assertEqual("a" * 200, "a" * 199 + "b"), lambda: case.assertEqual({1: 2}, {1: 3}),
    lambda: case.assertSetEqual({1}, {2}), lambda: case.assertSetEqual(1, {2}), lambda: case.assertCountEqual([1, 1], [1, []]),
    lambda: case.assertRaises(ValueError, int, "1"), lambda: case.assertRaisesRegex(ValueError, "zz", int, "x"),
    lambda: case.assertWarns(UserWarning, print), lambda: case.assertTupleEqual((1,), (1, 2)),
    lambda: case.assertMultiLineEqual("a\nb\n", "a\nc\n"), lambda: case.assertAlmostEqual(1, 1.1),
    lambda: case.assertIsInstance(1, str), lambda: case.assertRegex("a", "b"), lambda: case.enterContext(3),
    lambda: case.assertRaises(3), lambda: case.assertDictContainsSubset({1: 2}, {1: 3}) if 0 else case.assertIs(1, 2),
):
    try:
        print(act().__class__.__name__)
    except (AssertionError, TypeError) as error:
        print(type(error).__name__, error)
with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter("always")
    case.assertEquals(1, 1)
    print(told[0].message)
print(case.id(), case, repr(case), unittest.TestSuite([case]), unittest.FunctionTestCase(print), case.countTestCases())
