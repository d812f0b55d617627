"""XML read by functions that are called for what stands in it."""

import io as _io

from . import handler
from ._exceptions import SAXException, SAXNotRecognizedException, SAXNotSupportedException, SAXParseException
from .handler import ContentHandler, ErrorHandler
from xml.parsers import expat as _expat


class AttributesImpl:
    """The attributes of an element."""

    def __init__(self, attrs):
        self._attrs = attrs

    def getLength(self):
        return len(self._attrs)

    def getType(self, name):
        return "CDATA"

    def getValue(self, name):
        return self._attrs[name]

    def getNames(self):
        return list(self._attrs)

    getQNames = getNames

    def __len__(self):
        return len(self._attrs)

    def __getitem__(self, name):
        return self._attrs[name]

    def __contains__(self, name):
        return name in self._attrs

    def keys(self):
        return list(self._attrs)

    def get(self, name, alternative=None):
        return self._attrs.get(name, alternative)

    def items(self):
        return list(self._attrs.items())

    def values(self):
        return list(self._attrs.values())

    def copy(self):
        return self.__class__(self._attrs)


class _Reader:
    def __init__(self):
        self._content, self._errors, self._features = ContentHandler(), ErrorHandler(), {}

    def getContentHandler(self):
        return self._content

    def setContentHandler(self, handler):
        self._content = handler

    def setErrorHandler(self, handler):
        self._errors = handler

    def setFeature(self, name, state):
        self._features[name] = state

    def getFeature(self, name):
        return self._features.get(name, False)

    def parse(self, source):
        """Read a file, or what a name stands for."""
        if hasattr(source, "read"):
            self._read(source)
        else:
            with open(source, "rb") as file:
                self._read(file)

    def _read(self, file):
        content, parser = self._content, _expat.ParserCreate()
        self._parser = parser
        content.setDocumentLocator(self)
        parser.buffer_text = True
        parser.StartElementHandler = lambda name, attrs: content.startElement(name, AttributesImpl(attrs))
        parser.EndElementHandler = content.endElement
        parser.CharacterDataHandler = content.characters
        parser.ProcessingInstructionHandler = content.processingInstruction
        content.startDocument()
        try:
            data = file.read()
            parser.Parse(data, True)
        except _expat.ExpatError as error:
            message = _expat.ErrorString(error.code)
            self._errors.fatalError(SAXParseException(message, error, self))
        content.endDocument()

    def getColumnNumber(self):
        return self._parser.ErrorColumnNumber or self._parser.CurrentColumnNumber

    def getLineNumber(self):
        return self._parser.ErrorLineNumber if self._parser.ErrorCode else self._parser.CurrentLineNumber

    def getPublicId(self):
        return None

    def getSystemId(self):
        return None


def make_parser(parser_list=()):
    """A reader."""
    return _Reader()


def parse(source, handler, errorHandler=ErrorHandler()):
    """Read a file."""
    reader = make_parser()
    reader.setContentHandler(handler)
    reader.setErrorHandler(errorHandler)
    reader.parse(source)


def parseString(string, handler, errorHandler=ErrorHandler()):
    """Read a text."""
    parse(_io.StringIO(string) if isinstance(string, str) else _io.BytesIO(string), handler, errorHandler)
