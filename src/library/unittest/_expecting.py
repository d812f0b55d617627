"""What assertions about exceptions, warnings and logs give to `with`."""


def _compiled(pattern):
    if pattern is None or hasattr(pattern, "search"):
        return pattern
    import re

    return re.compile(pattern)


class _Raises:
    """What `assertRaises` gives to `with`."""

    def __init__(self, case, expected, pattern=None):
        self.case, self.expected, self.msg = case, expected, None
        self.pattern = _compiled(pattern)

    def handle(self, name, args, kwargs):
        kinds = self.expected if isinstance(self.expected, tuple) else (self.expected,)
        if not all(isinstance(kind, type) and issubclass(kind, self._base) for kind in kinds):
            raise TypeError(f"{name}() arg 1 must be {self._base_words}")
        if not args:
            self.msg = kwargs.pop("msg", None)
            if kwargs:
                raise TypeError(f"{next(iter(kwargs))!r} is an invalid keyword argument for this function")
            return self
        function, *args = args
        self.function = getattr(function, "__name__", str(function))
        with self:
            function(*args, **kwargs)
        return None

    _base = BaseException
    _base_words = "an exception type or tuple of exception types"
    function = None

    def fail(self, text):
        raise self.case.failureException(self.case._formatMessage(self.msg, text))

    def _expected_name(self):
        return getattr(self.expected, "__name__", str(self.expected))

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, tb):
        if exc_type is None:
            by = f" by {self.function}" if self.function else ""
            self.fail(f"{self._expected_name()} not raised{by}")
        if not issubclass(exc_type, self.expected):
            return False
        self.exception = exc_value.with_traceback(None)
        if self.pattern is not None:
            self.check(str(exc_value))
        return True

    def check(self, text):
        if not self.pattern.search(text):
            self.fail(f'"{self.pattern.pattern}" does not match "{text}"')


class _Warns(_Raises):
    """What `assertWarns` gives to `with`."""

    _base = Warning
    _base_words = "a warning type or tuple of warning types"

    def __enter__(self):
        import sys
        import warnings

        # What was told once is told again.
        for module in list(sys.modules.values()):
            if getattr(module, "__warningregistry__", None):
                module.__warningregistry__ = {}
        self.catching = warnings.catch_warnings(record=True)
        self.warnings = self.catching.__enter__()
        warnings.simplefilter("always", self.expected)
        return self

    def __exit__(self, exc_type, exc_value, tb):
        self.catching.__exit__(exc_type, exc_value, tb)
        if exc_type is not None:
            return
        first = None
        for entry in self.warnings:
            warning = entry.message
            if not isinstance(warning, self.expected):
                continue
            if first is None:
                first = warning
            if self.pattern is not None and not self.pattern.search(str(warning)):
                continue
            self.warning, self.filename, self.lineno = warning, entry.filename, entry.lineno
            return
        if first is not None:
            self.fail(f'"{self.pattern.pattern}" does not match "{first}"')
        by = f" by {self.function}" if self.function else ""
        self.fail(f"{self._expected_name()} not triggered{by}")


class _Logs:
    """What `assertLogs` gives to `with`."""

    def __init__(self, case, logger, level, wanted):
        import logging

        self.case, self.wanted = case, wanted
        self.logger = logger if isinstance(logger, logging.Logger) else logging.getLogger(logger)
        self.level = logging._checkLevel(level) if level else logging.INFO
        self.msg = None

    def __enter__(self):
        import logging

        watcher = self
        self.records, self.output = [], []

        class Collector(logging.Handler):
            def emit(self, record):
                watcher.records.append(record)
                watcher.output.append(self.format(record))

        handler = Collector()
        handler.setLevel(self.level)
        handler.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s"))
        self.before = (self.logger.handlers[:], self.logger.level, self.logger.propagate)
        self.logger.handlers = [handler]
        self.logger.setLevel(self.level)
        self.logger.propagate = False
        return self if self.wanted else None

    def __exit__(self, exc_type, exc_value, tb):
        import logging

        self.logger.handlers, level, self.logger.propagate = self.before
        self.logger.setLevel(level)
        if exc_type is not None:
            return False
        if self.wanted and not self.records:
            raise self.case.failureException(
                f"no logs of level {logging.getLevelName(self.level)} or higher triggered on {self.logger.name}"
            )
        if not self.wanted and self.records:
            raise self.case.failureException(f"Unexpected logs found: {self.output!r}")
        return None
