"""What `importlib` asks of an interpreter."""

import sys

_held = 0


def lock_held():
    return _held > 0


def acquire_lock():
    global _held
    _held += 1


def release_lock():
    global _held
    if not _held:
        raise RuntimeError("not holding the import lock")
    _held -= 1


def is_builtin(name):
    return int(name in sys.builtin_module_names)


def is_frozen(name):
    return False


def extension_suffixes():
    return []


def _override_frozen_modules_for_tests(override):
    """There are no frozen modules."""
