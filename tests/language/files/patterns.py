"""glob, fnmatch, shutil, tempfile."""
import os, sys, os.path
from os import path
def attempt(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)
import shutil, tempfile
d = tempfile.mkdtemp()
os.chdir(d)
os.mkdir("one"); os.makedirs("two/three/four")
for n in ("one/a.txt", "one/b.py", "two/c.txt", "two/three/d.txt", "two/three/four/e.py", "one/.hidden", "top.txt"):
    with open(n, "w") as f: f.write(n * 2)
import glob, fnmatch
print(sorted(glob.glob("*")), sorted(glob.glob("*/*.txt")), sorted(glob.glob("**/*.py", recursive=True)), sorted(glob.glob("**", recursive=True)), sorted(glob.glob("one/[ab]*")), glob.glob("nope*"), sorted(glob.glob("o?e/*")), glob.glob("one"), sorted(glob.glob("two/**/", recursive=True)), glob.glob("one/"), sorted(glob.glob("*", root_dir="two")), glob.escape("a[b]*"))
print(fnmatch.fnmatch("abc.txt", "*.txt"), fnmatch.filter(["a.py", "b.txt", ".x.py"], "*.py"), fnmatch.fnmatchcase("ABC", "a*"), fnmatch.fnmatch("a-b", "a[!x]b"), fnmatch.fnmatch("[", "[[]"), fnmatch.translate("a*[!b]?.txt"))
print(shutil.copy("top.txt", "copy.txt"), shutil.copy("top.txt", "one"), open("copy.txt").read(), shutil.copytree("two", "tree"), sorted(os.listdir("tree")), shutil.move("copy.txt", "one/moved.txt"), shutil.move("one/moved.txt", "."), os.path.exists("moved.txt"), shutil.which("sh") is not None, shutil.which("nope_such"))
shutil.rmtree("tree"); print(path.exists("tree")); attempt(shutil.rmtree, "tree"); shutil.rmtree("tree", ignore_errors=True)
with tempfile.TemporaryDirectory() as t: print(path.isdir(t)); open(path.join(t, "x"), "w").write("y")
print(path.exists(t))
with tempfile.NamedTemporaryFile("w+", suffix=".txt") as f: f.write("abc"); f.seek(0); print(f.read(), path.exists(f.name), f.name.endswith(".txt")); n = f.name
print(path.exists(n))
with tempfile.TemporaryFile() as f: f.write(b"xyz"); f.seek(0); print(f.read())
os.chdir("/"); shutil.rmtree(d)
