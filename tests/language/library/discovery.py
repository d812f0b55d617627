# Tests in a folder and in the packages inside it are found under the names of their modules.
import os
import sys
import tempfile
import unittest

TEXT = """
import unittest

class Case(unittest.TestCase):
    def test_one(self):
        pass
"""

with tempfile.TemporaryDirectory() as folder:
    package = os.path.join(folder, "discovered")
    for path in (package, os.path.join(package, "test_inner"), os.path.join(folder, "no_package")):
        os.mkdir(path)
    for path in ("discovered/__init__", "discovered/test_inner/__init__"):
        open(os.path.join(folder, path + ".py"), "w").close()
    for path in ("test_top", "discovered/test_a", "discovered/other", "discovered/test_inner/test_b", "no_package/test_c"):
        with open(os.path.join(folder, path + ".py"), "w") as file:
            file.write(TEXT)

    def names(suite):
        for test in suite:
            if isinstance(test, unittest.TestSuite):
                yield from names(test)
            else:
                yield test.id()

    print(list(names(unittest.TestLoader().discover(folder))), folder in sys.path)
    print(list(names(unittest.TestLoader().discover(package, "o*.py", folder))))
    print(list(names(unittest.TestLoader().discover("discovered"))))
