"""What the machine, the system and the interpreter are called."""

import os as _os
import sys as _sys
from collections import namedtuple as _namedtuple

class uname_result(_namedtuple("uname_result", "system node release version machine")):
    """The names of the system."""

    processor = ""


def uname():
    try:
        return uname_result(*_os.uname())
    except AttributeError:
        return uname_result(system(), "", "", "", "x86_64")


def system():
    return {"linux": "Linux", "darwin": "Darwin", "win32": "Windows"}.get(_sys.platform, _sys.platform)


def node():
    return uname().node


def release():
    return uname().release


def version():
    return uname().version


def machine():
    return uname().machine


def processor():
    return ""


def architecture(executable=_sys.executable, bits="", linkage=""):
    return (bits or "64bit", linkage or ("ELF" if _sys.platform == "linux" else ""))


def libc_ver(executable=None, lib="", version="", chunksize=16384):
    return (lib, version)


def platform(aliased=False, terse=False):
    names = uname()
    return "-".join(part for part in (names.system, "" if terse else names.release, "" if terse else names.machine) if part)


def python_implementation():
    return "CPython"


def python_version():
    return _sys.version.split()[0]


def python_version_tuple():
    return tuple(python_version().split("."))


def python_branch():
    return ""


def python_revision():
    return ""


def python_build():
    return ("main", "")


def python_compiler():
    return "rustc"


def mac_ver(release="", versioninfo=("", "", ""), machine=""):
    return (release, versioninfo, machine)


def win32_ver(release="", version="", csd="", ptype=""):
    return (release, version, csd, ptype)


def win32_edition():
    return None


def java_ver(release="", vendor="", vminfo=("", "", ""), osinfo=("", "", "")):
    return (release, vendor, vminfo, osinfo)


def freedesktop_os_release():
    """The rows of the file that tells what the system is made of."""
    from shlex import split
    for path in ("/etc/os-release", "/usr/lib/os-release"):
        try:
            with open(path, encoding="utf-8") as file:
                rows = [line.strip().partition("=") for line in file if "=" in line and not line.startswith("#")]
        except OSError:
            continue
        return {"NAME": "Linux", "ID": "linux", "PRETTY_NAME": "Linux"} | {
            name: "".join(split(value)) for name, _, value in rows}
    raise OSError("Unable to read files /etc/os-release, /usr/lib/os-release")
