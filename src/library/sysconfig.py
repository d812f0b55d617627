"""How Python was set up, as far as there is an answer."""

import os
import sys

__all__ = ["get_config_h_filename", "get_config_var", "get_config_vars", "get_makefile_filename", "get_path",
           "get_path_names", "get_paths", "get_platform", "get_python_version", "get_scheme_names"]

_FOLDERS = "stdlib", "platstdlib", "purelib", "platlib", "include", "scripts", "data"


def get_python_version():
    return "%d.%d" % sys.version_info[:2]


def get_platform():
    name = os.uname()
    return f"{name.sysname.lower()}-{name.machine}"


def get_config_vars(*names):
    """What is known; None for what is not."""
    known = {
        "prefix": sys.prefix, "exec_prefix": sys.exec_prefix, "py_version": sys.version.split()[0],
        "py_version_short": get_python_version(), "py_version_nodot": get_python_version().replace(".", ""),
        "abiflags": "", "EXT_SUFFIX": ".so", "SIZEOF_VOID_P": 8, "Py_DEBUG": 0, "WITH_DOC_STRINGS": 1,
    }
    return [known.get(name) for name in names] if names else known


def get_config_var(name):
    return get_config_vars(name)[0]


def get_scheme_names():
    return ("posix_prefix",)


def get_path_names():
    return _FOLDERS


def get_paths(scheme="posix_prefix", vars=None, expand=True):
    """Where things would lie."""
    library = f"{sys.prefix}/lib/python{get_python_version()}"
    places = library, library, f"{library}/site-packages", f"{library}/site-packages"
    rest = f"{sys.prefix}/include/python{get_python_version()}", f"{sys.prefix}/bin", sys.prefix
    return dict(zip(_FOLDERS, places + rest))


def get_path(name, scheme="posix_prefix", vars=None, expand=True):
    return get_paths()[name]


def is_python_build(check_home=False):
    return False
