"""os.path as text, and the environment."""
import os, sys, os.path
from os import path
def attempt(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)
print(os.name, repr(os.linesep), os.sep, os.pathsep, os.curdir, os.pardir, os.extsep, os.devnull, os.path is path, sys.modules['os.path'] is path)
for p in ("", "/", "//", "///a", "a", "a/b", "/a/b/", "a//b/../c/./d", "../x", "a/..", "/..", "./a", "a.b.c", ".bashrc", "a/.x", "x.tar.gz", "a.b/c", "//a//b", "/a/b/../../..", "..a", "a."):
    print(repr(p), path.split(p), path.splitext(p), path.basename(p), path.dirname(p), path.normpath(p), path.isabs(p), path.join("x", p), path.join(p, "y", "/z"), path.join(p, ""), path.splitdrive(p))
attempt(path.join, "a", 5); attempt(path.join, "a", b"x"); attempt(path.join, 5); attempt(path.basename, None); attempt(path.exists, None); attempt(path.split, 5)
print(path.commonprefix(["abc", "abd", "ab"]), path.commonprefix([]), path.commonpath(["/a/b/c", "/a/b/d"]), path.commonpath(["a/b", "a/c"]))
attempt(path.commonpath, []); attempt(path.commonpath, ["/a", "b"])
print(path.relpath("/a/b/c", "/a/d"), path.relpath("/a", "/a"), path.relpath("a/b"), path.relpath("/x", "/"))
attempt(path.relpath, "")
os.environ["ZZ"] = "zz"; print(os.environ["ZZ"], os.getenv("ZZ"), os.getenv("NOPE"), os.getenv("NOPE", "d"), "ZZ" in os.environ, os.environ.get("NOPE", 3), path.expandvars("a$ZZ/${ZZ}x$NOPE"))
attempt(lambda: os.environ["NOPE"]); attempt(lambda: os.environ.__setitem__("a", 5)); del os.environ["ZZ"]; print("ZZ" in os.environ)
os.environ["HOME"] = "/home/me"; print(path.expanduser("~"), path.expanduser("~/x"), path.expanduser("a~"), path.expanduser("~nobody_such/x"))
