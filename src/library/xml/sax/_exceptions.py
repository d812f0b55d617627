"""What goes wrong while XML is read."""


class SAXException(Exception):
    """Something went wrong."""

    def __init__(self, msg, exception=None):
        self._msg, self._exception = msg, exception
        Exception.__init__(self, msg)

    def getMessage(self):
        return self._msg

    def getException(self):
        return self._exception

    def __str__(self):
        return self._msg


class SAXParseException(SAXException):
    """A document is no XML."""

    def __init__(self, msg, exception, locator):
        SAXException.__init__(self, msg, exception)
        self._locator = locator
        self._columns, self._line = locator.getColumnNumber(), locator.getLineNumber()

    def getColumnNumber(self):
        return self._columns

    def getLineNumber(self):
        return self._line

    def __str__(self):
        return f"<unknown>:{self._line}:{self._columns}: {self._msg}"


class SAXNotRecognizedException(SAXException):
    """Nobody knows such a feature."""


class SAXNotSupportedException(SAXException):
    """There is no such feature."""
