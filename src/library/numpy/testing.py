"""Assertions about arrays."""

import numpy as np


def _difference(actual, desired, detail, err_msg, verbose):
    text = f"\n{detail}" + (f"\n{err_msg}" if err_msg else "")
    if verbose:
        text += f"\n ACTUAL: {actual!r}\n DESIRED: {desired!r}"
    return AssertionError(text)


def _check_shapes(actual, desired, header, err_msg):
    if actual.shape != desired.shape and actual.shape != () and desired.shape != ():
        raise AssertionError(f"\n{header}\n{err_msg}\n(shapes {actual.shape}, {desired.shape} mismatch)".replace("\n\n", "\n"))


def _compare(good, actual, desired, header, err_msg, verbose):
    if np.all(good):
        return
    count, total = good.size - np.count_nonzero(good), good.size
    text = f"\n{header}\n{err_msg}\nMismatched elements: {count} / {total} ({100 * count / total:.3g}%)".replace("\n\n", "\n")
    with np.errstate(all="ignore"):
        error = np.abs(np.asarray(actual, dtype=float) - np.asarray(desired, dtype=float))
        text += f"\nMax absolute difference among violations: {np.max(error[~good] if good.shape else error)}"
    if verbose:
        text += f"\n ACTUAL: {np.array2string(np.asarray(actual), separator=', ')}"
        text += f"\n DESIRED: {np.array2string(np.asarray(desired), separator=', ')}"
    raise AssertionError(text)


def assert_allclose(actual, desired, rtol=1e-07, atol=0, equal_nan=True, err_msg="", verbose=True, *, strict=False):
    a, d = np.asarray(actual), np.asarray(desired)
    header = f"Not equal to tolerance rtol={rtol:g}, atol={atol:g}"
    _check_shapes(a, d, header, err_msg)
    _compare(np.isclose(a, d, rtol, atol, equal_nan), a, d, header, err_msg, verbose)


def assert_array_equal(actual, desired, err_msg="", verbose=True, *, strict=False):
    a, d = np.asarray(actual), np.asarray(desired)
    header = "Arrays are not equal"
    _check_shapes(a, d, header, err_msg)
    _compare((a == d) | ((a != a) & (d != d)), a, d, header, err_msg, verbose)


def assert_array_almost_equal(actual, desired, decimal=6, err_msg="", verbose=True):
    a, d = np.asarray(actual), np.asarray(desired)
    header = f"Arrays are not almost equal to {decimal} decimals"
    _check_shapes(a, d, header, err_msg)
    _compare((np.abs(a - d) < 1.5 * 10.0 ** -decimal) | (a == d), a, d, header, err_msg, verbose)


def assert_equal(actual, desired, err_msg="", verbose=True, *, strict=False):
    if isinstance(desired, dict):
        assert_equal(len(actual), len(desired), err_msg, verbose)
        for key in desired:
            assert_equal(actual[key], desired[key], f"key={key!r}\n{err_msg}", verbose)
        return
    if isinstance(desired, (list, tuple)) and isinstance(actual, (list, tuple)):
        assert_equal(len(actual), len(desired), err_msg, verbose)
        for place, item in enumerate(desired):
            assert_equal(actual[place], item, f"item={place!r}\n{err_msg}", verbose)
        return
    if isinstance(actual, np.ndarray) or isinstance(desired, np.ndarray):
        return assert_array_equal(actual, desired, err_msg, verbose)
    if not (actual == desired or (actual != actual and desired != desired)):
        raise _difference(actual, desired, "Items are not equal:", err_msg, verbose)


def assert_almost_equal(actual, desired, decimal=7, err_msg="", verbose=True):
    if isinstance(actual, (np.ndarray, tuple, list)) or isinstance(desired, (np.ndarray, tuple, list)):
        return assert_array_almost_equal(actual, desired, decimal, err_msg)
    if abs(desired - actual) >= 1.5 * 10.0 ** -decimal:
        raise _difference(actual, desired, f"Arrays are not almost equal to {decimal} decimals", err_msg, verbose)


def assert_array_less(x, y, err_msg="", verbose=True):
    x, y = np.asarray(x), np.asarray(y)
    _compare(x < y, x, y, "Arrays are not strictly ordered `x < y`", err_msg, verbose)


def assert_(val, msg=""):
    if not val:
        raise AssertionError(msg)


def assert_raises(exception_class, function, *args, **kwargs):
    try:
        function(*args, **kwargs)
    except exception_class:
        return
    raise AssertionError(f"{exception_class.__name__} not raised by {function.__name__}")
