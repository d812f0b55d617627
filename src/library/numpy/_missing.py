"""What is said of names that are not there: what took their place, or what there is of a similar name."""

_ALIASES = ("float", "int", "complex", "object", "str", "bool")

_INSTEAD = {
    "Inf": "np.inf", "Infinity": "np.inf", "infty": "np.inf", "PINF": "np.inf", "NINF": "-np.inf", "NaN": "np.nan",
    "NAN": "np.nan", "string_": "np.bytes_", "unicode_": "np.str_", "mat": "np.asmatrix", "source": "inspect.getsource",
    "cast": "np.asarray(arr, dtype=dtype)", "obj2sctype": "np.dtype(obj).type", "safe_eval": "ast.literal_eval",
    "asfarray": "np.asarray` with a proper dtype", "fastCopyAndTranspose": "arr.T.copy()", "nbytes": "np.dtype(<dtype>).itemsize",
    "NZERO": "-0.0", "PZERO": "0.0", "float_": "np.float64", "complex_": "np.complex128",
    "cfloat": "np.complex128", "singlecomplex": "np.complex64", "alltrue": "np.all", "sometrue": "np.any",
    "round_": "np.round", "issubsctype": "np.issubdtype", "issubclass_": "issubclass` builtin",
}
_SIMILAR = {
    "trapz": "trapezoid", "product": "prod", "cumproduct": "cumprod", "bool8": "bool",
    "in1d": "isin", "float16": "float32", "half": "float32", "longdouble": "float64", "float128": "float64",
    "clongdouble": "complex128", "complex256": "complex128", "matrix": "array", "asmatrix": "asarray",
    "msort": "sort", "memmap": "load",
    "recarray": "array", "ma": "where",
    "einsum_path": "einsum", "datetime64": "datetime.datetime", "timedelta64": "datetime.timedelta", "void": "object_",
}


def error(module, name, known):
    """The exception for a name that a module does not have."""
    if module == "numpy" and name in _INSTEAD:
        new = _INSTEAD[name]
        new = new if new.endswith(("builtin", "dtype")) else new + "`"
        return AttributeError(f"`np.{name}` was removed in the NumPy 2.0 release. Use `{new} instead.")
    text = f"module '{module}' has no attribute '{name}'"
    if module == "numpy" and name in _ALIASES:
        return AttributeError(f"{text}.\n`np.{name}` was an alias of the built-in `{name}`: use `{name}` by itself.")
    close = _SIMILAR.get(name) if module == "numpy" else None
    if close is None:
        import difflib

        close = next(iter(difflib.get_close_matches(name, [n for n in known if n[0] != "_"], 1, 0.5)), None)
    return AttributeError(text + (f". Did you mean: '{close}'?" if close else ""))
