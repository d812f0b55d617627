"""A reader of XML that calls functions for what it meets, as expat does."""

import re as _re

native_encoding = "UTF-8"
version_info = (2, 5, 0)
EXPAT_VERSION = "expat_2.5.0"
XML_PARAM_ENTITY_PARSING_NEVER = 0
XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE = 1
XML_PARAM_ENTITY_PARSING_ALWAYS = 2

_MESSAGES = {
    2: "syntax error", 3: "no element found", 4: "not well-formed (invalid token)", 5: "unclosed token",
    7: "mismatched tag", 8: "duplicate attribute", 9: "junk after document element", 11: "undefined entity",
    14: "reference to invalid character number", 20: "unclosed CDATA section", 27: "unbound prefix",
}
_ENTITIES = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}

_name = r"[A-Za-z_:\u0080-\U0010ffff][\w:.\-\u00b7]*"
_start = _re.compile(rf"<({_name})((?:\s+{_name}\s*=\s*(?:\"[^<\"]*\"|'[^<']*'))*)\s*(/?)>")
_opening = _re.compile(
    rf"<(?:{_name}(?:\s+{_name}\s*=\s*(?:\"[^<\"]*\"|'[^<']*'))*(?:\s+{_name}\s*=?\s*(?:\"[^<\"]*|'[^<']*)?)?)?")
_attribute = _re.compile(rf"\s+({_name})\s*=\s*(?:\"([^<\"]*)\"|'([^<']*)')")
_end = _re.compile(rf"</({_name})\s*>")
_instruction = _re.compile(rf"<\?({_name})(?:\s+(.*?))?\?>", _re.DOTALL)
_declared = _re.compile(r"\s*([\w]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_reference = _re.compile(rf"&(?:#(\d+)|#x([0-9a-fA-F]+)|({_name}));")
_begun_reference = _re.compile(rf"&(?:#\w*|{_name})?")
_space = _re.compile(r"\s*\Z")


class ExpatError(Exception):
    """A document is no XML."""


error = ExpatError


def ErrorString(code, /):
    """What the number of an error means."""
    return _MESSAGES.get(code)


class _Errors:
    codes = {text: code for code, text in _MESSAGES.items()}
    messages = dict(_MESSAGES)
    XML_ERROR_SYNTAX, XML_ERROR_NO_ELEMENTS, XML_ERROR_INVALID_TOKEN = (_MESSAGES[code] for code in (2, 3, 4))
    XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_TAG_MISMATCH = _MESSAGES[5], _MESSAGES[7]


errors = _Errors()

_HANDLERS = (
    "StartElementHandler", "EndElementHandler", "CharacterDataHandler", "ProcessingInstructionHandler",
    "CommentHandler", "StartCdataSectionHandler", "EndCdataSectionHandler", "XmlDeclHandler",
    "StartDoctypeDeclHandler", "EndDoctypeDeclHandler", "DefaultHandler", "DefaultHandlerExpand",
    "StartNamespaceDeclHandler", "EndNamespaceDeclHandler", "EntityDeclHandler", "ElementDeclHandler",
    "AttlistDeclHandler", "NotationDeclHandler", "UnparsedEntityDeclHandler", "ExternalEntityRefHandler",
    "SkippedEntityHandler", "NotStandaloneHandler",
)


class XMLParserType:
    """Reads one document, in pieces if need be."""

    def __init__(self, encoding, separator):
        for name in _HANDLERS:
            setattr(self, name, None)
        self.buffer_text = self.ordered_attributes = self.specified_attributes = self.namespace_prefixes = False
        self.buffer_size = 8192
        self.intern = {}
        self._encoding, self._separator = encoding, separator
        self._raw, self._text, self._at = b"", "", 0
        self._lines, self._column = 1, 0
        self._open, self._spaces = [], [{"xml": "http://www.w3.org/XML/1998/namespace"}]
        self._entities = dict(_ENTITIES)
        self._begun = self._rooted = self._ended = False
        self._base = None
        self.ErrorCode, self.ErrorLineNumber, self.ErrorColumnNumber = 0, 1, 0

    def SetBase(self, base, /):
        """Where relative names of files are looked for."""
        if not isinstance(base, str):
            raise TypeError(f"SetBase() argument must be str, not {type(base).__name__}")
        self._base = base

    def GetBase(self):
        """What SetBase has set."""
        return self._base

    def SetParamEntityParsing(self, flag, /):
        """Files beside the document are never read; the answer is that of expat all the same."""
        if not isinstance(flag, int):
            raise TypeError(f"'{type(flag).__name__}' object cannot be interpreted as an integer")
        if not -(2**31) <= flag < 2**31:
            raise OverflowError("Python int too large to convert to C long")
        return 1

    def UseForeignDTD(self, flag=True, /):
        """Files beside the document are never read."""

    @property
    def CurrentLineNumber(self):
        """The line that it has come to."""
        return self._lines + self._text.count("\n", 0, self._at)

    @property
    def CurrentColumnNumber(self):
        """The place in that line."""
        before = self._text.rfind("\n", 0, self._at)
        return self._at - before - 1 if before >= 0 else self._column + self._at

    @property
    def CurrentByteIndex(self):
        """The place in the document."""
        return self._at

    def Parse(self, data, isfinal=False, /):
        """Read a piece of the document."""
        if self._ended:
            raise self._error(36 if data else 3)
        self._take(data, isfinal)
        text = self._text
        while self._at < len(text):
            if not self._step(text, isfinal):
                break
        if isfinal:
            if self._at < len(text):
                self._fail(5 if self._open or text[self._at] == "<" else 4)
            if self._open or not self._rooted:
                self._fail(3)
            self._ended = True
        self._drop()
        return 1

    def ParseFile(self, file, /):
        """Read a document from a file."""
        while True:
            data = file.read(65536)
            if not data:
                return self.Parse(data, True)
            self.Parse(data, False)

    def _take(self, data, isfinal):
        if isinstance(data, str):
            self._text += data.replace("\r\n", "\n")
            return
        self._raw += data
        encoding = self._encoding
        if encoding is None:
            head = self._raw[:200]
            if head[:3] == b"\xef\xbb\xbf":
                self._raw, encoding = self._raw[3:], "utf-8"
            elif head[:2] in (b"\xff\xfe", b"\xfe\xff"):
                encoding = "utf-16"
            else:
                declared = _re.match(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._\-]+)[\"']", head)
                encoding = declared[1].decode() if declared else "utf-8"
            self._encoding = encoding
        try:
            text, self._raw = self._raw.decode(encoding), b""
        except UnicodeDecodeError as error:
            if isfinal or error.end < len(self._raw) - 3:
                self._fail(4)
            text, self._raw = self._raw[:error.start].decode(encoding), self._raw[error.start:]
        self._text += text.replace("\r\n", "\n")

    def _drop(self):
        passed = self._text[:self._at]
        lines = passed.count("\n")
        self._column = len(passed) - passed.rfind("\n") - 1 if lines else self._column + len(passed)
        self._lines += lines
        self._text, self._at = self._text[self._at:], 0

    def _error(self, code):
        line, column = self.CurrentLineNumber, self.CurrentColumnNumber
        message = _MESSAGES.get(code, "parsing finished")
        found = ExpatError(f"{message}: line {line}, column {column}")
        found.code, found.lineno, found.offset = code, line, column
        self.ErrorCode, self.ErrorLineNumber, self.ErrorColumnNumber = code, line, column
        return found

    def _fail(self, code):
        raise self._error(code)

    def _step(self, text, isfinal):
        at = self._at
        if text[at] != "<":
            return self._characters(text, isfinal)
        following = text[at + 1:at + 2]
        if following == "/":
            return self._leave(text)
        if following == "!":
            return self._marked(text)
        if following == "?":
            end = text.find("?>", at)
            if end < 0:
                return False
            return self._instruct(text)
        if text.find(">", at) < 0:
            return False
        return self._enter(text)

    def _characters(self, text, isfinal):
        at = self._at
        end = text.find("<", at)
        if end < 0:
            end = len(text)
            if not isfinal:
                cut = text.rfind("&", at)
                if cut >= 0 and ";" not in text[cut:]:
                    end = cut
                if end == at:
                    return False
        part = text[at:end]
        if not self._open:
            if not _space.match(part):
                self._at += len(part) - len(part.lstrip())
                self._fail(9 if self._rooted else 2)
        else:
            self._say(part)
        self._at, self._begun = end, True
        return True

    def _say(self, part):
        handler = self.CharacterDataHandler or self.DefaultHandler
        if "]]>" in part:
            self._at += part.index("]]>") + 2
            self._fail(4)
        if handler is None:
            if "&" in part:
                self._resolve(part)
            return
        if self.buffer_text:
            handler(self._resolve(part))
            return
        # expat hands over each line, each end of a line and each reference by itself.
        for piece in _re.findall(r"\n|&[^;]*;?|[^\n&]+", part):
            handler(self._resolve(piece) if piece[0] == "&" else piece)

    def _resolve(self, text):
        if "&" not in text:
            return text
        if text.count("&") != len(_reference.findall(text)):
            wrong = next(found for found in _begun_reference.finditer(text) if not _reference.match(text, found.start()))
            self._at += wrong.end()
            self._fail(4)

        def value(found):
            try:
                if found[1] or found[2]:
                    return chr(int(found[1])) if found[1] else chr(int(found[2], 16))
            except (ValueError, OverflowError):
                self._fail(14)
            if found[3] not in self._entities:
                self._fail(11)
            return self._entities[found[3]]

        return _reference.sub(value, text)

    def _enter(self, text):
        found = _start.match(text, self._at)
        if found is None:
            self._at += _opening.match(text, self._at).end() - self._at
            self._fail(4)
        if not self._open and self._rooted:
            self._fail(9)
        name, written, closed = found.groups()
        self._begun = self._rooted = True
        attributes = []
        if written:
            for each in _attribute.finditer(written):
                key, first, second = each.groups()
                value = first or second or ""
                if "\n" in value or "\t" in value:
                    value = value.replace("\n", " ").replace("\t", " ")
                if any(known == key for known, _ in attributes):
                    self._at += found.start(2) - found.start() + each.start(1)
                    self._fail(8)
                attributes.append((key, self._resolve(value)))
        shown = name
        if self._separator is not None:
            shown, attributes = self._qualified(name, attributes)
        handler = self.StartElementHandler
        if handler is not None:
            if self.ordered_attributes:
                handler(shown, [part for pair in attributes for part in pair])
            else:
                handler(shown, dict(attributes))
        self._at = found.end()
        if not closed:
            self._open.append((name, shown))
        else:
            self._close(shown)
        return True

    def _qualified(self, name, attributes):
        scope, kept = self._spaces[-1], []
        for key, value in attributes:
            prefix, _, local = key.partition(":")
            if prefix == "xmlns":
                scope = {**scope, local: value}
                if self.StartNamespaceDeclHandler is not None:
                    self.StartNamespaceDeclHandler(local or None, value)
            else:
                kept.append((key, value))
        self._spaces.append(scope)
        return self._expanded(name, True), [(self._expanded(key, False), value) for key, value in kept]

    def _expanded(self, name, is_element):
        prefix, colon, local = name.partition(":")
        if not colon:
            space = self._spaces[-1].get("", "") if is_element else ""
            return f"{space}{self._separator}{name}" if space else name
        if prefix not in self._spaces[-1]:
            self._fail(27)
        return f"{self._spaces[-1][prefix]}{self._separator}{local}"

    def _close(self, shown):
        if self.EndElementHandler is not None:
            self.EndElementHandler(shown)
        if self._separator is not None:
            gone = self._spaces.pop()
            if self.EndNamespaceDeclHandler is not None:
                for prefix in gone.keys() - self._spaces[-1].keys():
                    self.EndNamespaceDeclHandler(prefix or None)

    def _leave(self, text):
        end = text.find(">", self._at)
        if end < 0:
            return False
        found = _end.match(text, self._at)
        if found is None:
            self._at += 2
            self._fail(4)
        if not self._open:
            self._fail(9 if self._rooted else 4)
        name, shown = self._open.pop()
        if name != found[1]:
            self._at += 2
            self._fail(7)
        self._at = found.end()
        self._close(shown)
        return True

    def _instruct(self, text):
        found = _instruction.match(text, self._at)
        if found is None:
            self._fail(4)
        target, data = found[1], found[2] or ""
        if target == "xml":
            if self._begun:
                self._fail(4)
            said = {key: first or second for key, first, second in _declared.findall(data)}
            if self.XmlDeclHandler is not None:
                standalone = {"yes": 1, "no": 0}.get(said.get("standalone"), -1)
                self.XmlDeclHandler(said.get("version"), said.get("encoding"), standalone)
        elif self.ProcessingInstructionHandler is not None:
            self.ProcessingInstructionHandler(target, data)
        self._at, self._begun = found.end(), True
        return True

    def _marked(self, text):
        at = self._at
        for opening, closing, read in (("<!--", "-->", self._comment), ("<![CDATA[", "]]>", self._literal)):
            if text.startswith(opening, at):
                end = text.find(closing, at + len(opening))
                if end < 0:
                    return False
                read(text[at + len(opening):end])
                self._at = end + len(closing)
                return True
            if opening.startswith(text[at:at + len(opening)]):
                return False
        if text.startswith("<!DOCTYPE", at):
            return self._doctype(text)
        if "<!DOCTYPE".startswith(text[at:at + 9]):
            return False
        self._at += 2
        self._fail(4)

    def _comment(self, data):
        self._begun = True
        if "--" in data:
            self._fail(4)
        if self.CommentHandler is not None:
            self.CommentHandler(data)

    def _literal(self, data):
        if not self._open:
            self._fail(2)
        if self.StartCdataSectionHandler is not None:
            self.StartCdataSectionHandler()
        if self.CharacterDataHandler is not None and data:
            if self.buffer_text:
                self.CharacterDataHandler(data)
            else:
                for piece in _re.findall(r"\n|[^\n]+", data):
                    self.CharacterDataHandler(piece)
        if self.EndCdataSectionHandler is not None:
            self.EndCdataSectionHandler()

    def _doctype(self, text):
        depth, place, quote = 0, self._at + 9, ""
        while place < len(text):
            letter = text[place]
            if quote:
                quote = "" if letter == quote else quote
            elif letter in "\"'":
                quote = letter
            elif letter == "[":
                depth += 1
            elif letter == "]":
                depth -= 1
            elif letter == ">" and depth == 0:
                break
            place += 1
        else:
            return False
        inside = text[self._at + 9:place]
        name = _re.match(rf"\s*({_name})", inside)
        if name is None:
            self._fail(2)
        for key, first, second in _re.findall(rf"<!ENTITY\s+({_name})\s+(?:\"([^\"]*)\"|'([^']*)')", inside):
            self._entities.setdefault(key, first or second)
        if self.StartDoctypeDeclHandler is not None:
            words = _re.findall(r"\"([^\"]*)\"|'([^']*)'", inside.partition("[")[0])
            ids = [first or second for first, second in words]
            public = ids.pop(0) if "PUBLIC" in inside and ids else None
            self.StartDoctypeDeclHandler(name[1], ids[0] if ids else None, public, int("[" in inside))
        if self.EndDoctypeDeclHandler is not None:
            self.EndDoctypeDeclHandler()
        self._at, self._begun = place + 1, True
        return True


def ParserCreate(encoding=None, namespace_separator=None, intern=None):
    """A reader."""
    if namespace_separator is not None and len(namespace_separator) > 1:
        raise ValueError("namespace_separator must be at most one character, omitted, or None")
    return XMLParserType(encoding, namespace_separator)
