"""XML documents as trees of elements."""

import io
import re

from . import ElementPath
from xml.parsers import expat

__all__ = [
    "Comment", "dump", "Element", "ElementTree", "canonicalize", "fromstring", "fromstringlist", "indent", "iselement",
    "iterparse", "parse", "ParseError", "PI", "ProcessingInstruction", "QName", "SubElement", "tostring",
    "tostringlist", "TreeBuilder", "VERSION", "XML", "XMLID", "XMLParser", "XMLPullParser", "register_namespace",
]
VERSION = "1.3.0"


class ParseError(SyntaxError):
    """A document is no XML; `code` and `position` say more."""


def iselement(element):
    """Whether an object is an element."""
    return hasattr(element, "tag")


class Element:
    """An element: its tag, its attributes, the text in it and behind it, and the elements inside."""

    tag = None
    attrib = None
    text = None
    tail = None

    def __init__(self, tag, attrib={}, **extra):
        if not isinstance(attrib, dict):
            raise TypeError(f"attrib must be dict, not {attrib.__class__.__name__}")
        self.tag = tag
        self.attrib = {**attrib, **extra}
        self._children = []

    def __repr__(self):
        return f"<{self.__class__.__name__} {self.tag!r} at {id(self):#x}>"

    def makeelement(self, tag, attrib):
        """Another element of the same kind."""
        return self.__class__(tag, attrib)

    def __copy__(self):
        other = self.makeelement(self.tag, self.attrib)
        other.text, other.tail = self.text, self.tail
        other[:] = self
        return other

    def __len__(self):
        return len(self._children)

    def __bool__(self):
        import warnings

        warnings.warn(
            "The behavior of this method will change in future versions.  Use specific 'len(elem)' or 'elem is not "
            "None' test instead.", FutureWarning, stacklevel=2)
        return len(self._children) != 0

    def __getitem__(self, index):
        return self._children[index]

    def __setitem__(self, index, element):
        if isinstance(index, slice):
            element = list(element)
            for each in element:
                _check(each)
        else:
            _check(element)
        self._children[index] = element

    def __delitem__(self, index):
        del self._children[index]

    def append(self, subelement):
        """Add an element at the end."""
        _check(subelement)
        self._children.append(subelement)

    def extend(self, elements):
        """Add several elements at the end."""
        for element in elements:
            _check(element)
            self._children.append(element)

    def insert(self, index, subelement):
        """Add an element at a place."""
        _check(subelement)
        self._children.insert(index, subelement)

    def remove(self, subelement):
        """Take an element out."""
        self._children.remove(subelement)

    def find(self, path, namespaces=None):
        """The first element inside that a path leads to."""
        return ElementPath.find(self, path, namespaces)

    def findtext(self, path, default=None, namespaces=None):
        """The text of the first element inside that a path leads to."""
        return ElementPath.findtext(self, path, default, namespaces)

    def findall(self, path, namespaces=None):
        """All elements inside that a path leads to."""
        return ElementPath.findall(self, path, namespaces)

    def iterfind(self, path, namespaces=None):
        """All elements inside that a path leads to, one by one."""
        return ElementPath.iterfind(self, path, namespaces)

    def clear(self):
        """Take everything out."""
        self.attrib.clear()
        self._children = []
        self.text = self.tail = None

    def get(self, key, default=None):
        """An attribute."""
        return self.attrib.get(key, default)

    def set(self, key, value):
        """Set an attribute."""
        self.attrib[key] = value

    def keys(self):
        """The names of the attributes."""
        return list(self.attrib)

    def items(self):
        """The attributes."""
        return list(self.attrib.items())

    def iter(self, tag=None):
        """This element and all inside, in the order of the document."""
        if tag == "*":
            tag = None
        waiting = [self]
        while waiting:
            element = waiting.pop()
            if tag is None or element.tag == tag:
                yield element
            waiting.extend(reversed(element._children))

    def itertext(self):
        """All text inside."""
        if self.text:
            yield self.text
        for element in self._children:
            yield from element.itertext()
            if element.tail:
                yield element.tail


def _check(element):
    if not isinstance(element, Element):
        raise TypeError(f"expected an Element, not {type(element).__name__}")


def SubElement(parent, tag, attrib={}, **extra):
    """A new element inside another one."""
    element = parent.makeelement(tag, {**attrib, **extra})
    parent.append(element)
    return element


def Comment(text=None):
    """A comment."""
    element = Element(Comment)
    element.text = text
    return element


def ProcessingInstruction(target, text=None):
    """A processing instruction."""
    element = Element(ProcessingInstruction)
    element.text = f"{target} {text}" if text else target
    return element


PI = ProcessingInstruction


class QName:
    """A name with its namespace."""

    def __init__(self, text_or_uri, tag=None):
        self.text = f"{{{text_or_uri}}}{tag}" if tag else text_or_uri

    def __str__(self):
        return self.text

    def __repr__(self):
        return f"<{self.__class__.__name__} {self.text!r}>"

    def __hash__(self):
        return hash(self.text)

    def _of(other):
        return other.text if isinstance(other, QName) else other

    def __le__(self, other):
        return self.text <= QName._of(other)

    def __lt__(self, other):
        return self.text < QName._of(other)

    def __ge__(self, other):
        return self.text >= QName._of(other)

    def __gt__(self, other):
        return self.text > QName._of(other)

    def __eq__(self, other):
        return self.text == QName._of(other)


class ElementTree:
    """A document."""

    def __init__(self, element=None, file=None):
        self._root = element
        if file:
            self.parse(file)

    def getroot(self):
        """The outermost element."""
        return self._root

    def _setroot(self, element):
        self._root = element

    def parse(self, source, parser=None):
        """Read a document from a file."""
        opened = not hasattr(source, "read")
        if opened:
            source = open(source, "rb")
        try:
            parser = parser or XMLParser()
            while data := source.read(65536):
                parser.feed(data)
            self._root = parser.close()
            return self._root
        finally:
            if opened:
                source.close()

    def iter(self, tag=None):
        """All elements, in the order of the document."""
        return self._root.iter(tag)

    def _path(self, path):
        if path[:1] == "/":
            import warnings

            path = "." + path
            warnings.warn(
                f"This search is broken in 1.3 and earlier, and will be fixed in a future version.  If you rely on the "
                f"current behaviour, change it to {path!r}", FutureWarning, stacklevel=3)
        return path

    def find(self, path, namespaces=None):
        """The first element that a path leads to."""
        return self._root.find(self._path(path), namespaces)

    def findtext(self, path, default=None, namespaces=None):
        """The text of the first element that a path leads to."""
        return self._root.findtext(self._path(path), default, namespaces)

    def findall(self, path, namespaces=None):
        """All elements that a path leads to."""
        return self._root.findall(self._path(path), namespaces)

    def iterfind(self, path, namespaces=None):
        """All elements that a path leads to, one by one."""
        return self._root.iterfind(self._path(path), namespaces)

    def write(self, file_or_filename, encoding=None, xml_declaration=None, default_namespace=None, method=None, *,
              short_empty_elements=True):
        """Write the document to a file."""
        method = method or "xml"
        if method not in _METHODS:
            raise ValueError(f"unknown method {method!r}")
        encoding = encoding or "us-ascii"
        text = encoding.lower() == "unicode"
        parts = []
        if method == "xml" and (xml_declaration or (
                xml_declaration is None and encoding.lower() not in ("utf-8", "us-ascii", "unicode"))):
            shown = "utf-8" if text else encoding
            parts.append(f"<?xml version='1.0' encoding='{shown}'?>\n")
        if method == "text":
            parts.extend(self._root.itertext())
        else:
            names, spaces = _namespaces(self._root, default_namespace)
            _METHODS[method](parts.append, self._root, names, spaces, short_empty_elements)
        whole = "".join(parts)
        data = whole if text else whole.encode(encoding, "xmlcharrefreplace")
        if hasattr(file_or_filename, "write"):
            try:
                file_or_filename.write(data)
            except TypeError:
                file_or_filename.write(whole)
        else:
            with open(file_or_filename, "w" if text else "wb", **({"encoding": "utf-8"} if text else {})) as file:
                file.write(data)


_namespace_map = {
    "http://www.w3.org/XML/1998/namespace": "xml", "http://www.w3.org/1999/xhtml": "html",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf", "http://schemas.xmlsoap.org/wsdl/": "wsdl",
    "http://www.w3.org/2001/XMLSchema": "xs", "http://www.w3.org/2001/XMLSchema-instance": "xsi",
    "http://purl.org/dc/elements/1.1/": "dc",
}


def register_namespace(prefix, uri):
    """Have a namespace written with a prefix."""
    if re.match(r"ns\d+$", prefix):
        raise ValueError("Prefix format reserved for internal use")
    for known, value in list(_namespace_map.items()):
        if known == uri or value == prefix:
            del _namespace_map[known]
    _namespace_map[uri] = prefix


def _namespaces(root, default):
    names, spaces = {None: None}, {}
    if default:
        spaces[default] = ""

    def add(name):
        text = name.text if isinstance(name, QName) else name
        if name in names or text is None:
            return
        if text[:1] != "{":
            if default:
                raise ValueError("cannot use non-qualified names with default_namespace option")
            names[name] = text
            return
        uri, tag = text[1:].rsplit("}", 1)
        prefix = spaces.get(uri)
        if prefix is None:
            prefix = _namespace_map.get(uri) or f"ns{len(spaces)}"
            if prefix != "xml":
                spaces[uri] = prefix
        names[name] = f"{prefix}:{tag}" if prefix else tag

    for element in root.iter():
        if isinstance(element.tag, (str, QName)):
            add(element.tag)
        elif element.tag is not None and element.tag not in (Comment, PI):
            raise TypeError(f"cannot serialize {element.tag!r} (type {type(element.tag).__name__})")
        for key, value in element.items():
            if not isinstance(key, (str, QName)):
                raise TypeError(f"cannot serialize {key!r} (type {type(key).__name__})")
            add(key)
            if isinstance(value, QName):
                add(value)
        if isinstance(element.text, QName):
            add(element.text)
    return names, spaces


def _escaped(text, quoted=False):
    if not isinstance(text, str):
        raise TypeError(f"cannot serialize {text!r} (type {type(text).__name__})")
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    if quoted:
        for letter, escape in (('"', "&quot;"), ("\r", "&#13;"), ("\n", "&#10;"), ("\t", "&#09;")):
            if letter in text:
                text = text.replace(letter, escape)
    return text


def _opened(element, names, spaces):
    parts = [f"<{names[element.tag]}"]
    for uri, prefix in sorted(spaces.items(), key=lambda item: item[1]) if spaces else ():
        parts.append(f' xmlns{":" if prefix else ""}{prefix}="{_escaped(uri, True)}"')
    for key, value in element.items():
        shown = names[value] if isinstance(value, QName) else _escaped(value, True)
        parts.append(f' {names[key]}="{shown}"')
    return "".join(parts)


def _special(write, element):
    if element.tag is Comment:
        write(f"<!--{element.text}-->")
    elif element.tag is PI:
        write(f"<?{element.text}?>")
    else:
        return False
    return True


def _write_xml(write, element, names, spaces, short):
    if not _special(write, element):
        if names[element.tag] is None:
            if element.text:
                write(_escaped(element.text))
            for each in element:
                _write_xml(write, each, names, None, short)
        else:
            write(_opened(element, names, spaces))
            if element.text or len(element) or not short:
                write(">")
                if element.text:
                    write(names[element.text] if isinstance(element.text, QName) else _escaped(element.text))
                for each in element:
                    _write_xml(write, each, names, None, short)
                write(f"</{names[element.tag]}>")
            else:
                write(" />")
    if element.tail:
        write(_escaped(element.tail))


_EMPTY = {"area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "isindex", "link", "meta",
          "param", "source", "track", "wbr"}


def _write_html(write, element, names, spaces, short):
    if not _special(write, element):
        name = names[element.tag]
        if name is not None:
            write(_opened(element, names, spaces) + ">")
        low = (name or "").lower()
        if element.text:
            write(element.text if low in ("script", "style") else _escaped(element.text))
        for each in element:
            _write_html(write, each, names, None, short)
        if name is not None and low not in _EMPTY:
            write(f"</{name}>")
    if element.tail:
        write(_escaped(element.tail))


_METHODS = {"xml": _write_xml, "html": _write_html, "text": None}


def tostring(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None,
             short_empty_elements=True):
    """An element as a document: bytes, or text if the encoding is "unicode"."""
    stream = io.StringIO() if encoding == "unicode" else io.BytesIO()
    ElementTree(element).write(stream, encoding, xml_declaration=xml_declaration, default_namespace=default_namespace,
                               method=method, short_empty_elements=short_empty_elements)
    return stream.getvalue()


def tostringlist(element, encoding=None, method=None, **options):
    """The same in a list."""
    return [tostring(element, encoding, method, **options)]


def dump(elem):
    """Show an element."""
    import sys

    tree = elem if isinstance(elem, ElementTree) else ElementTree(elem)
    tree.write(sys.stdout, encoding="unicode")
    if not tree.getroot().tail or tree.getroot().tail[-1] != "\n":
        sys.stdout.write("\n")


def indent(tree, space="  ", level=0):
    """Put each element on a line of its own."""
    root = tree.getroot() if isinstance(tree, ElementTree) else tree
    if level < 0:
        raise ValueError(f"Initial indentation level must be >= 0, got {level}")
    if not len(root):
        return

    def go(element, level):
        inner = "\n" + (level + 1) * space
        if not element.text or not element.text.strip():
            element.text = inner
        for child in element:
            if len(child):
                go(child, level + 1)
            if not child.tail or not child.tail.strip():
                child.tail = inner
        if not child.tail.strip():
            child.tail = "\n" + level * space

    go(root, level)


class TreeBuilder:
    """Makes a tree of what a reader meets."""

    def __init__(self, element_factory=None, *, comment_factory=None, pi_factory=None, insert_comments=False,
                 insert_pis=False):
        self._data, self._elem, self._last, self._root, self._tail = [], [], None, None, False
        self._factory = element_factory or Element
        self._comment_factory, self._pi_factory = comment_factory or Comment, pi_factory or ProcessingInstruction
        self.insert_comments, self.insert_pis = insert_comments, insert_pis

    def close(self):
        """The outermost element."""
        assert len(self._elem) == 0, "missing end tags"
        assert self._root is not None, "missing toplevel element"
        return self._root

    def _flush(self):
        if self._data:
            if self._last is not None:
                text = "".join(self._data)
                if self._tail:
                    self._last.tail = text
                else:
                    self._last.text = text
            self._data = []

    def data(self, data):
        """Text."""
        self._data.append(data)

    def start(self, tag, attrs):
        """An element begins."""
        self._flush()
        self._last = element = self._factory(tag, attrs)
        if self._elem:
            self._elem[-1].append(element)
        elif self._root is None:
            self._root = element
        self._elem.append(element)
        self._tail = False
        return element

    def end(self, tag):
        """An element ends."""
        self._flush()
        self._last = self._elem.pop()
        assert self._last.tag == tag, f"end tag mismatch (expected {self._last.tag}, got {tag})"
        self._tail = True
        return self._last

    def _single(self, made, inserted):
        if inserted:
            self._flush()
            self._last = made
            if self._elem:
                self._elem[-1].append(made)
            self._tail = True
        return made

    def comment(self, text):
        """A comment."""
        return self._single(self._comment_factory(text), self.insert_comments)

    def pi(self, target, text=None):
        """A processing instruction."""
        return self._single(self._pi_factory(target, text), self.insert_pis)


class XMLParser:
    """Reads a document and hands what it meets to a builder of trees."""

    def __init__(self, *, target=None, encoding=None):
        self.target = self._target = TreeBuilder() if target is None else target
        self.parser = self._parser = parser = expat.ParserCreate(encoding, "}")
        self.entity, self.version, self._names = {}, "Expat 2.5.0", {}
        parser.buffer_text = True
        if hasattr(target := self.target, "start"):
            parser.StartElementHandler = lambda tag, attrs: target.start(
                self._fix(tag), {self._fix(key): value for key, value in attrs.items()} if attrs else attrs)
        if hasattr(target, "end"):
            parser.EndElementHandler = lambda tag: target.end(self._fix(tag))
        if hasattr(target, "start_ns"):
            parser.StartNamespaceDeclHandler = lambda prefix, uri: target.start_ns(prefix or "", uri or "")
        if hasattr(target, "end_ns"):
            parser.EndNamespaceDeclHandler = lambda prefix: target.end_ns(prefix or "")
        if hasattr(target, "data"):
            parser.CharacterDataHandler = target.data
        if hasattr(target, "comment"):
            parser.CommentHandler = target.comment
        if hasattr(target, "pi"):
            parser.ProcessingInstructionHandler = target.pi

    def _fix(self, key):
        name = self._names.get(key)
        if name is None:
            name = self._names[key] = "{" + key if "}" in key else key
        return name

    def _raise(self, error):
        found = ParseError(str(error))
        found.code, found.position = error.code, (error.lineno, error.offset)
        raise found

    def feed(self, data):
        """A piece of the document."""
        try:
            self.parser.Parse(data, False)
        except expat.ExpatError as error:
            self._raise(error)

    def close(self):
        """The document has ended; the answer is what the builder has made."""
        try:
            self.parser.Parse(b"", True)
        except expat.ExpatError as error:
            self._raise(error)
        return self.target.close() if hasattr(self.target, "close") else None


class XMLPullParser:
    """Reads a document in pieces and tells what it has met."""

    def __init__(self, events=None, *, _parser=None):
        self._events, self._begun = [], []
        self._parser = _parser or XMLParser(target=TreeBuilder())
        builder, parser, wanted = self._parser.target, self._parser.parser, events or ("end",)
        add = self._events.append
        for event in wanted:
            if event == "start":
                parser.StartElementHandler = lambda tag, attrs: add(("start", builder.start(
                    self._parser._fix(tag), {self._parser._fix(key): value for key, value in attrs.items()})))
            elif event == "end":
                parser.EndElementHandler = lambda tag: add(("end", builder.end(self._parser._fix(tag))))
            elif event == "start-ns":
                parser.StartNamespaceDeclHandler = lambda prefix, uri: add(("start-ns", (prefix or "", uri or "")))
            elif event == "end-ns":
                parser.EndNamespaceDeclHandler = lambda prefix: add(("end-ns", None))
            elif event == "comment":
                parser.CommentHandler = lambda text: add(("comment", builder.comment(text)))
            elif event == "pi":
                parser.ProcessingInstructionHandler = lambda target, data: add(("pi", builder.pi(target, data)))
            else:
                raise ValueError(f"unknown event {event!r}")

    def feed(self, data):
        """A piece of the document."""
        if self._parser is None:
            raise ValueError("feed() called after end of stream")
        if data:
            try:
                self._parser.feed(data)
            except SyntaxError as error:
                self._events.append(error)

    def _close_and_return_root(self):
        root = self._parser.close()
        self._parser = None
        return root

    def close(self):
        """The document has ended."""
        self._close_and_return_root()

    def read_events(self):
        """What was met since it was last asked."""
        events = self._events
        while events:
            event = events.pop(0)
            if isinstance(event, Exception):
                raise event
            yield event


class _IterParse:
    def __init__(self, source, events, parser):
        self._pull = XMLPullParser(events, _parser=parser)
        self._own = not hasattr(source, "read")
        self._source = open(source, "rb") if self._own else source
        self.root = None
        self._events = self._run()

    def _run(self):
        try:
            while data := self._source.read(16 * 1024):
                self._pull.feed(data)
                yield from self._pull.read_events()
            root = self._pull._close_and_return_root()
            yield from self._pull.read_events()
            self.root = root
        finally:
            if self._own:
                self._source.close()

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._events)


def iterparse(source, events=None, parser=None):
    """Read a document and tell of its elements as they come."""
    return _IterParse(source, events, parser)


def parse(source, parser=None):
    """The document in a file."""
    tree = ElementTree()
    tree.parse(source, parser)
    return tree


def XML(text, parser=None):
    """The outermost element of a document."""
    parser = parser or XMLParser(target=TreeBuilder())
    parser.feed(text)
    return parser.close()


fromstring = XML


def XMLID(text, parser=None):
    """The outermost element of a document, and its elements by their ids."""
    tree = XML(text, parser)
    return tree, {element.get("id"): element for element in tree.iter() if element.get("id")}


def fromstringlist(sequence, parser=None):
    """The same of a document in pieces."""
    parser = parser or XMLParser(target=TreeBuilder())
    for text in sequence:
        parser.feed(text)
    return parser.close()


def canonicalize(xml_data=None, *, out=None, from_file=None, **options):
    """Not there: it needs every rule of canonical XML."""
    raise NotImplementedError("xml.etree.ElementTree.canonicalize is not there")
