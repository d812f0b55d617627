# Whatever has __fspath__ is a path; compressed files are opened by such paths, and know their names and times.
import gzip
import os
import pathlib
import tempfile


class Place:
    def __init__(self, text):
        self.text = text

    def __fspath__(self):
        return self.text


class Declared(os.PathLike):
    def __fspath__(self):
        return "declared"


class Unfinished(os.PathLike):
    pass


print(isinstance(pathlib.Path("x"), os.PathLike), issubclass(pathlib.PurePath, os.PathLike), isinstance(Place("x"), os.PathLike))
print(isinstance("x", os.PathLike), isinstance(Declared(), os.PathLike), isinstance(Place("x"), Declared), os.fspath(Declared()))
try:
    Unfinished()
except TypeError as error:
    print(error)
with tempfile.TemporaryDirectory() as folder:
    path = pathlib.Path(folder) / "a.gz"
    with gzip.open(path, "wt") as file:
        file.write("hello\nthere\n")
    with gzip.open(Place(str(path)), "rt") as file:
        print(file.readlines())
    data = path.read_bytes()
    print(data[:4], data[10:12], data[-8:])
    with gzip.open(path) as file:
        print(file.peek(3)[:3], file.read(2), file.fileno() > 2, file.fileobj.name == str(path), file.name == str(path))
    with gzip.GzipFile(path, "ab", mtime=5) as file:
        file.write(b"more")
    print(gzip.open(path).read())
    with gzip.GzipFile(path, "wb", mtime=5) as file:
        file.write(b"new")
    with gzip.GzipFile(path) as file:
        file.read()
        print(file.mtime, path.read_bytes()[:12])
    try:
        gzip.open(5)
    except TypeError as error:
        print(error)
    try:
        gzip.GzipFile(path, "z")
    except ValueError as error:
        print(error)
