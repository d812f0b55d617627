"""pathlib."""
import os, sys, os.path
from os import path
def attempt(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)
import shutil, tempfile
os.environ["HOME"] = "/home/me"
d = tempfile.mkdtemp()
os.chdir(d)
os.mkdir("one"); os.makedirs("two/three/four")
for n in ("one/a.txt", "one/b.py", "two/c.txt", "two/three/d.txt", "two/three/four/e.py", "one/.hidden", "top.txt"):
    with open(n, "w") as f: f.write(n * 2)
from pathlib import Path, PurePath, PurePosixPath
p = Path("one") / "a.txt"
print(p, repr(p), p.name, p.stem, p.suffix, p.parent, p.parts, p.exists(), p.is_file(), p.is_dir(), p.read_text(), p.with_suffix(".md"), p.with_name("q"), p.with_stem("r"), p.suffixes, list(p.parents))
print(sorted(Path("one").iterdir()), sorted(Path(".").glob("*.txt")), sorted(Path(".").rglob("*.py")), sorted(Path("two").glob("**/*.txt")), sorted(Path(".").glob("*/*.py")))
for q in ("", ".", "/", "//a", "///a", "a/../b", "./a//b/", "/a/b.c.d", "x.", ".x"):
    r = PurePath(q); print(str(r), repr(r), r.parts, r.root, r.anchor, r.name, r.stem, r.suffix, r.suffixes, r.parent, r.is_absolute())
print(PurePath("a", "/b", "c"), PurePath("/a/b").relative_to("/a"), PurePath("a") == PurePath("./a"), PurePath("a") < PurePath("b"), hash(PurePath("a")) == hash(PurePath("a")), "x" / PurePath("y"), PurePath("a/b.py").match("*.py"), PurePath("/a/b/c.py").match("b/*.py"), PurePath("/a").is_relative_to("/"), isinstance(p, PurePosixPath), PurePath("/a/b").as_uri())
attempt(lambda: PurePath("/a").relative_to("/b")); attempt(lambda: PurePath("a").with_suffix("x")); attempt(lambda: PurePath("") .with_name("x")); attempt(lambda: PurePath(5)); attempt(lambda: PurePath("a") / 5)
w = Path("new/deep"); w.mkdir(parents=True); (w / "f").write_text("text"); print((w / "f").read_bytes(), (w/"f").stat().st_size); (w / "f").unlink(); (w / "f").unlink(missing_ok=True); attempt((w/"f").unlink); w.rmdir(); attempt(w.mkdir); print(Path("new").exists(), w.exists()); (Path("new")/"t").touch(); print(sorted(Path("new").iterdir()))
with Path("top.txt").open() as f: print(f.readline())
with open(Path("top.txt")) as f: print(f.name, f)
print(Path.cwd() == Path(os.getcwd()), Path("x").absolute() == Path.cwd() / "x", Path("one/../two").resolve() == Path.cwd() / "two", os.fspath(Path("q")), Path("~/x").expanduser())
os.chdir("/"); shutil.rmtree(d)
