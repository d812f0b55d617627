"""Assertions about arrays."""

import numpy as np


def _message(values, err_msg, verbose, header, names=("ACTUAL", "DESIRED"), precision=8):
    text = f"\n{header}"
    if err_msg:
        one_line = "\n" not in err_msg and len(err_msg) < 79 - len(header)
        text = f"{text} {err_msg}" if one_line else f"{text}\n{err_msg}"
    if verbose:
        for name, value in zip(names, values):
            shown = np.array_repr(value, precision=precision) if isinstance(value, np.ndarray) else repr(value)
            if shown.count("\n") > 3:
                shown = "\n".join(shown.splitlines()[:3]) + "..."
            text += f"\n {name}: {shown}"
    return text


def _same_places(a, d, mark, what, fail):
    """The places that are marked in both; that they are the same is asserted."""
    here, there = mark(a), mark(d)
    if not np.all(here == there):
        raise fail(f"{what} location mismatch:")
    return here | there


def _remarks(a, d, good, total, places, names):
    """What is said about the elements that are not as they should be."""
    bad = ~good
    count = int(np.count_nonzero(bad))
    yield f"Mismatched elements: {count} / {total} ({100 * count / total:.3g}%)"
    if good.ndim:
        rows = [f" {p.tolist()}: {x} ({names[0]}), {y} ({names[1]})" for p, x, y in places(bad)]
        head = "Mismatch at index:" if count == 1 else "Mismatch at indices:"
        yield "\n".join([head if count <= 5 else "First 5 mismatches are at indices:"] + rows)
    with np.errstate(all="ignore"):
        try:
            error = np.abs(a - d)
        except TypeError:
            return
        if a.dtype.kind == "u":
            error = np.minimum(error, np.abs(d - a))
        yield f"Max absolute difference among violations: {np.array2string(np.max(error[bad]))}"
        d = np.broadcast_to(d, error.shape)
        ratio = bad & (d != 0)
        worst = np.max(error[ratio] / np.abs(d[ratio])) if np.any(ratio) else np.array(np.inf)
        yield f"Max relative difference among violations: {np.array2string(worst)}"


def _compare(test, actual, desired, err_msg, verbose, header, names=("ACTUAL", "DESIRED"), equal_nan=True, strict=False,
             precision=6, equal_inf=True):
    a, d = np.asarray(actual), np.asarray(desired)
    err_msg = str(err_msg)

    def fail(detail):
        return AssertionError(_message((a, d), err_msg + "\n" + detail, verbose, header, names, precision))

    if a.shape != d.shape and (strict or (a.shape != () and d.shape != ())):
        raise fail(f"(shapes {a.shape}, {d.shape} mismatch)")
    if strict and a.dtype != d.dtype:
        raise fail(f"(dtypes {a.dtype}, {d.dtype} mismatch)")
    flagged = np.bool(False)
    are_numbers = a.dtype.kind in "biufc" and d.dtype.kind in "biufc"
    if equal_nan and are_numbers:
        flagged = _same_places(a, d, np.isnan, "nan", fail)
    infinite = equal_inf and are_numbers and _same_places(a, d, lambda x: np.isinf(x) & ~flagged, "inf", fail)
    if np.any(infinite):
        both = np.broadcast_arrays(a, d, infinite)
        if not np.all(both[0][both[2]] == both[1][both[2]]):
            raise fail("inf values mismatch:")
        flagged = flagged | infinite
    x, y = a, d
    if flagged.ndim:
        x, y = (v if v.ndim == 0 else v[~flagged] for v in (a, d))
        if x.size == 0:
            return
    elif flagged:
        return
    good = np.asarray(test(x, y))
    if np.all(good):
        return

    def places(bad):
        found = np.argwhere(~flagged)[bad] if flagged.ndim else np.argwhere(bad)
        for p in found[:5]:
            yield p, a if a.ndim == 0 else a[tuple(p)], d if d.ndim == 0 else d[tuple(p)]

    raise fail("\n".join(_remarks(x, y, good, flagged.size if flagged.ndim else good.size, places, names)))


def assert_allclose(actual, desired, rtol=1e-07, atol=0, equal_nan=True, err_msg="", verbose=True, *, strict=False):
    def close(x, y):
        return np.isclose(x, y, rtol, atol, equal_nan)

    header = f"Not equal to tolerance rtol={rtol:g}, atol={atol:g}"
    _compare(close, actual, desired, err_msg, verbose, header, equal_nan=equal_nan, strict=strict)


def assert_array_equal(actual, desired, err_msg="", verbose=True, *, strict=False):
    _compare(np.equal, actual, desired, err_msg, verbose, "Arrays are not equal", strict=strict)


def assert_array_almost_equal(actual, desired, decimal=6, err_msg="", verbose=True):
    def near(x, y):
        return np.abs(x - y) < 1.5 * 10.0**-decimal

    header = f"Arrays are not almost equal to {decimal} decimals"
    _compare(near, actual, desired, err_msg, verbose, header, precision=decimal)


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
        return assert_array_equal(actual, desired, err_msg, verbose, strict=strict)
    if not (actual == desired or (actual != actual and desired != desired)):
        raise AssertionError(_message((actual, desired), err_msg, verbose, "Items are not equal:"))


def assert_almost_equal(actual, desired, decimal=7, err_msg="", verbose=True):
    if isinstance(actual, (np.ndarray, tuple, list)) or isinstance(desired, (np.ndarray, tuple, list)):
        return assert_array_almost_equal(actual, desired, decimal, err_msg)
    if abs(desired - actual) >= 1.5 * 10.0 ** -decimal:
        raise AssertionError(_message((actual, desired), err_msg, verbose, f"Arrays are not almost equal to {decimal} decimals"))


def assert_array_less(x, y, err_msg="", verbose=True, *, strict=False):
    _compare(np.less, x, y, err_msg, verbose, "Arrays are not strictly ordered `x < y`", ("x", "y"), True, strict,
             equal_inf=False)


def assert_(val, msg=""):
    if not val:
        raise AssertionError(msg)


class _Raises:
    def __init__(self, kind, pattern=None, function=None):
        self.kind, self.pattern = kind, pattern
        self.caller = "" if function is None else f" by {getattr(function, '__name__', function)}"

    def __enter__(self):
        return self

    def __exit__(self, kind, exception, traceback):
        if kind is None:
            raise AssertionError(f"{getattr(self.kind, '__name__', self.kind)} not raised{self.caller}")
        if not issubclass(kind, self.kind):
            return False
        self.exception = exception
        if self.pattern is not None:
            import re

            if not re.search(self.pattern, str(exception)):
                raise AssertionError(f'"{self.pattern}" does not match "{exception}"') from exception
        return True


def assert_raises(exception_class, function=None, *args, **kwargs):
    if function is None:
        return _Raises(exception_class)
    with _Raises(exception_class, None, function):
        function(*args, **kwargs)


def assert_raises_regex(exception_class, expected_regexp, function=None, *args, **kwargs):
    if function is None:
        return _Raises(exception_class, expected_regexp)
    with _Raises(exception_class, expected_regexp, function):
        function(*args, **kwargs)


def assert_string_equal(actual, desired):
    if actual != desired:
        raise AssertionError(f"Differences in strings:\n- {actual}+ {desired}")


def assert_approx_equal(actual, desired, significant=7, err_msg="", verbose=True):
    if actual == desired:
        return
    scale = 10.0 ** np.floor(np.log10(0.5 * (np.abs(desired) + np.abs(actual))))
    if np.abs(desired / scale - actual / scale) >= 10.0 ** -(significant - 1):
        header = f"Items are not equal to {significant} significant digits:"
        raise AssertionError(_message((actual, desired), err_msg, verbose, header))


def assert_array_max_ulp(a, b, maxulp=1, dtype=None):
    a, b = np.asarray(a, dtype), np.asarray(b, dtype)
    a, b = (np.where(np.isnan(v), np.nan, v).astype(v.dtype) for v in (a, b))
    words = [v.view(np.int64 if v.itemsize == 8 else np.int32) for v in (np.atleast_1d(a), np.atleast_1d(b))]
    words = [np.where(w < 0, np.iinfo(w.dtype).min - w, w) for w in words]
    apart = np.abs(words[0] - words[1]).astype(float)
    if not np.all(apart <= maxulp):
        raise AssertionError(
            f"Arrays are not almost equal up to {maxulp:g} ULP (max difference is {np.max(apart):g} ULP)"
        )
    return apart.reshape(np.broadcast_shapes(a.shape, b.shape))


class _Warned:
    """Warnings are told of, all of them; `judge` looks at them in the end."""

    def __init__(self, judge):
        import warnings

        self.judge, self.catcher = judge, warnings.catch_warnings(record=True)

    def __enter__(self):
        import warnings

        self.told = self.catcher.__enter__()
        warnings.simplefilter("always")
        return self.told

    def __exit__(self, kind, exception, traceback):
        self.catcher.__exit__(kind, exception, traceback)
        if kind is None:
            self.judge(self.told)


def _judged(judge, function, args, kwargs):
    if function is None:
        return _Warned(judge)
    with _Warned(judge):
        return function(*args, **kwargs)


def assert_warns(warning_class, function=None, *args, **kwargs):
    import warnings

    instead = "Use warnings.catch_warnings, warnings.filterwarnings, pytest.warns, or pytest.filterwarnings instead."
    text = f"NumPy warning suppression and assertion utilities are deprecated. {instead} (Deprecated NumPy 2.4)"
    warnings.warn(text, DeprecationWarning, stacklevel=2)

    def judge(told):
        if not any(issubclass(one.category, warning_class) for one in told):
            caller = "" if function is None else f" when calling {function.__name__}"
            raise AssertionError("No warning raised" + caller)

    return _judged(judge, function, args, kwargs)


def assert_no_warnings(function=None, *args, **kwargs):
    def judge(told):
        if told:
            raise AssertionError(f"Got warnings: {told}")

    return _judged(judge, function, args, kwargs)


def assert_array_almost_equal_nulp(x, y, nulp=1):
    limit = nulp * np.spacing(np.maximum(np.abs(x), np.abs(y)))
    if not np.all(np.abs(np.subtract(x, y)) <= limit):
        raise AssertionError(f"Arrays are not equal to {nulp} ULP")
