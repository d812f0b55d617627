"""Files and folders as wholes: copied, moved, removed."""

import os

__all__ = [
    "copy", "copy2", "copyfile", "copyfileobj", "copymode", "copystat", "copytree", "get_terminal_size",
    "ignore_patterns", "move", "rmtree", "which", "Error", "SameFileError",
]


class Error(OSError):
    """What went wrong with several files."""


class SameFileError(Error):
    """Both names are of one file."""


def copyfileobj(fsrc, fdst, length=64 * 1024):
    """Copy from one open file to another."""
    while piece := fsrc.read(length):
        fdst.write(piece)


def copyfile(src, dst, *, follow_symlinks=True):
    """Copy what is in a file."""
    if os.path.exists(dst) and os.path.samefile(src, dst):
        raise SameFileError(f"{src!r} and {dst!r} are the same file")
    if not follow_symlinks and os.path.islink(src):
        os.symlink(os.readlink(src), dst)
        return dst
    with open(src, "rb") as source, open(dst, "wb") as target:
        copyfileobj(source, target)
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    """Copy who may use a file."""
    os.chmod(dst, os.stat(src).st_mode & 0o7777)


def copystat(src, dst, *, follow_symlinks=True):
    """Copy who may use a file, and its times."""
    known = os.stat(src)
    os.utime(dst, ns=(known.st_atime_ns, known.st_mtime_ns))
    os.chmod(dst, known.st_mode & 0o7777)


def _target(src, dst):
    return os.path.join(dst, os.path.basename(src)) if os.path.isdir(dst) else dst


def copy(src, dst, *, follow_symlinks=True):
    """Copy a file, and who may use it, to a name or into a folder."""
    dst = copyfile(src, _target(src, dst), follow_symlinks=follow_symlinks)
    copymode(src, dst)
    return dst


def copy2(src, dst, *, follow_symlinks=True):
    """The same with its times."""
    dst = copyfile(src, _target(src, dst), follow_symlinks=follow_symlinks)
    copystat(src, dst)
    return dst


def ignore_patterns(*patterns):
    """What copytree leaves out: names that fit a pattern."""
    import fnmatch

    def ignored(folder, names):
        return {name for pattern in patterns for name in fnmatch.filter(names, pattern)}

    return ignored


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False,
             dirs_exist_ok=False):
    """Copy a folder and all that is in it."""
    entries = list(os.scandir(src))
    left_out = set(ignore(os.fspath(src), [entry.name for entry in entries])) if ignore else set()
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    failed = []
    for entry in entries:
        if entry.name in left_out:
            continue
        target = os.path.join(dst, entry.name)
        try:
            if entry.is_symlink() and symlinks:
                os.symlink(os.readlink(entry.path), target)
            elif entry.is_dir():
                copytree(entry.path, target, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok)
            elif not (entry.is_symlink() and ignore_dangling_symlinks and not os.path.exists(entry.path)):
                copy_function(entry.path, target)
        except Error as error:
            failed.extend(error.args[0])
        except OSError as error:
            failed.append((entry.path, target, str(error)))
    copystat(src, dst)
    if failed:
        raise Error(failed)
    return dst


def rmtree(path, ignore_errors=False, onerror=None, *, dir_fd=None):
    """Remove a folder and all that is in it."""
    def failed(function, name, error):
        if onerror is not None:
            onerror(function, name, (type(error), error, error.__traceback__))
        elif not ignore_errors:
            raise error

    try:
        if os.path.islink(path):
            raise OSError("Cannot call rmtree on a symbolic link")
        entries = list(os.scandir(path))
    except OSError as error:
        return failed(os.scandir, path, error)
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            rmtree(entry.path, ignore_errors, onerror)
            continue
        try:
            os.unlink(entry.path)
        except OSError as error:
            failed(os.unlink, entry.path, error)
    try:
        os.rmdir(path)
    except OSError as error:
        failed(os.rmdir, path, error)


def move(src, dst, copy_function=copy2):
    """Move a file or folder to a name or into a folder."""
    target = dst
    if os.path.isdir(dst):
        target = os.path.join(dst, os.path.basename(os.fspath(src).rstrip("/")))
        if os.path.exists(target):
            raise Error(f"Destination path '{target}' already exists")
    try:
        os.rename(src, target)
    except OSError:
        if os.path.isdir(src):
            copytree(src, target, symlinks=True, copy_function=copy_function)
            rmtree(src)
        else:
            copy_function(src, target)
            os.unlink(src)
    return target


def which(cmd, mode=os.F_OK | os.X_OK, path=None):
    """Where the program of a name lies."""
    if os.path.dirname(cmd):
        places = [""]
    else:
        places = (os.environ.get("PATH", os.defpath) if path is None else path).split(os.pathsep)
    for place in places:
        found = os.path.join(place, cmd)
        if os.path.isfile(found) and os.access(found, mode):
            return found
    return None


def get_terminal_size(fallback=(80, 24)):
    """The size of the terminal, or what stands for it."""
    def number(name):
        try:
            return int(os.environ[name])
        except (KeyError, ValueError):
            return 0

    columns, lines = number("COLUMNS"), number("LINES")
    if columns <= 0 or lines <= 0:
        try:
            size = os.get_terminal_size()
        except OSError:
            size = fallback
        columns, lines = columns if columns > 0 else size[0], lines if lines > 0 else size[1]
    return os.terminal_size((columns, lines))
