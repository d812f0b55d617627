"""The parts of addresses."""

import re
from collections import namedtuple

__all__ = [
    "urlparse", "urlunparse", "urljoin", "urldefrag", "urlsplit", "urlunsplit", "urlencode", "parse_qs", "parse_qsl",
    "quote", "quote_plus", "quote_from_bytes", "unquote", "unquote_plus", "unquote_to_bytes", "DefragResult",
    "ParseResult", "SplitResult", "DefragResultBytes", "ParseResultBytes", "SplitResultBytes",
]

uses_relative = ["", "ftp", "http", "gopher", "nntp", "imap", "wais", "file", "https", "shttp", "mms", "prospero",
                 "rtsp", "rtspu", "sftp", "svn", "svn+ssh", "ws", "wss"]
uses_netloc = ["", "ftp", "http", "gopher", "nntp", "telnet", "imap", "wais", "file", "mms", "https", "shttp",
               "snews", "prospero", "rtsp", "rtspu", "rsync", "svn", "svn+ssh", "sftp", "nfs", "git", "git+ssh", "ws",
               "wss"]
uses_params = ["", "ftp", "hdl", "prospero", "http", "imap", "https", "shttp", "rtsp", "rtspu", "sip", "sips", "mms",
               "sftp", "tel"]
scheme_chars = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-."


def _as_text(*parts):
    """The parts as texts, and what makes a result like them."""
    is_text = isinstance(parts[0], str)
    if any(part and isinstance(part, str) != is_text for part in parts):
        raise TypeError("Cannot mix str and non-str arguments")
    if is_text:
        return *parts, lambda result: result
    return *(part.decode("ascii") if part else "" for part in parts), lambda result: result.encode()


class _Address:
    """What texts and bytes have in common; the signs are of the one or the other."""

    __slots__ = ()

    def _user_and_host(self):
        return self.netloc.rpartition(self._signs[0])

    @property
    def username(self):
        user, at, _ = self._user_and_host()
        return user.partition(self._signs[1])[0] if at else None

    @property
    def password(self):
        user, at, _ = self._user_and_host()
        _, colon, password = user.partition(self._signs[1])
        return password if at and colon else None

    def _host_and_port(self):
        host = self._user_and_host()[2]
        _, bracket, inside = host.partition(self._signs[2])
        if bracket:
            name, _, rest = inside.partition(self._signs[3])
            port = rest.partition(self._signs[1])[2]
        else:
            name, _, port = host.partition(self._signs[1])
        return name or None, port or None

    @property
    def hostname(self):
        name = self._host_and_port()[0]
        if name is None:
            return None
        name, percent, zone = name.partition(self._signs[4])
        return name.lower() + percent + zone

    @property
    def port(self):
        port = self._host_and_port()[1]
        if port is None:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError(f"Port could not be cast to integer value as {port!r}")
        if int(port) > 65535:
            raise ValueError("Port out of range 0-65535")
        return int(port)


class _Text(_Address):
    __slots__ = ()
    _signs = "@", ":", "[", "]", "%"

    def encode(self, encoding="ascii", errors="strict"):
        return self._other(*(part.encode(encoding, errors) for part in self))


class _Bytes(_Address):
    __slots__ = ()
    _signs = b"@", b":", b"[", b"]", b"%"

    def decode(self, encoding="ascii", errors="strict"):
        return self._other(*(part.decode(encoding, errors) for part in self))


_Defrag = namedtuple("DefragResult", "url fragment")
_Split = namedtuple("SplitResult", "scheme netloc path query fragment")
_Parse = namedtuple("ParseResult", "scheme netloc path params query fragment")


class DefragResult(_Defrag, _Text):
    __slots__ = ()

    def geturl(self):
        return self.url + "#" + self.fragment if self.fragment else self.url


class SplitResult(_Split, _Text):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResult(_Parse, _Text):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


class DefragResultBytes(_Defrag, _Bytes):
    __slots__ = ()

    def geturl(self):
        return self.url + b"#" + self.fragment if self.fragment else self.url


class SplitResultBytes(_Split, _Bytes):
    __slots__ = ()
    geturl = SplitResult.geturl


class ParseResultBytes(_Parse, _Bytes):
    __slots__ = ()
    geturl = ParseResult.geturl


for _text, _bytes in ((DefragResult, DefragResultBytes), (SplitResult, SplitResultBytes),
                      (ParseResult, ParseResultBytes)):
    _text._other, _bytes._other = _bytes, _text


def urlparse(url, scheme="", allow_fragments=True):
    """<scheme>://<netloc>/<path>;<params>?<query>#<fragment> as six parts."""
    url, scheme, result = _as_text(url, scheme)
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ""
    if scheme in uses_params and ";" in path:
        place = path.find(";", path.rfind("/") if "/" in path else 0)
        if place >= 0:
            path, params = path[:place], path[place + 1:]
    return result(ParseResult(scheme, netloc, path, params, query, fragment))


def _check_netloc(netloc):
    """Refuse characters that become separators when they are normalised."""
    if not netloc or netloc.isascii():
        return
    import unicodedata

    plain = netloc.translate(dict.fromkeys(map(ord, "@:#?")))
    normal = unicodedata.normalize("NFKC", plain)
    if plain != normal and any(sign in normal for sign in "/?#@:"):
        raise ValueError(f"netloc {netloc!r} contains invalid characters under NFKC normalization")


def urlsplit(url, scheme="", allow_fragments=True):
    """<scheme>://<netloc>/<path>?<query>#<fragment> as five parts."""
    url, scheme, result = _as_text(url, scheme)
    url = url.lstrip("".join(map(chr, range(33))))
    for sign in "\t\r\n":
        url, scheme = url.replace(sign, ""), scheme.replace(sign, "")
    scheme, netloc, query, fragment = scheme.strip("".join(map(chr, range(33)))), "", "", ""
    place = url.find(":")
    if place > 0 and url[0].isascii() and url[0].isalpha() and all(c in scheme_chars for c in url[:place]):
        scheme, url = url[:place].lower(), url[place + 1:]
    if url[:2] == "//":
        end = min((i for i in (url.find(sign, 2) for sign in "/?#") if i >= 0), default=len(url))
        netloc, url = url[2:end], url[end:]
        if ("[" in netloc) != ("]" in netloc):
            raise ValueError("Invalid IPv6 URL")
    if allow_fragments and "#" in url:
        url, fragment = url.split("#", 1)
    if "?" in url:
        url, query = url.split("?", 1)
    _check_netloc(netloc)
    return result(SplitResult(scheme, netloc, url, query, fragment))


def urlunparse(components):
    """Put six parts together."""
    scheme, netloc, url, params, query, fragment, result = _as_text(*components)
    if params:
        url = f"{url};{params}"
    return result(urlunsplit((scheme, netloc, url, query, fragment)))


def urlunsplit(components):
    """Put five parts together."""
    scheme, netloc, url, query, fragment, result = _as_text(*components)
    if netloc or scheme and scheme in uses_netloc and url[:2] != "//":
        url = "//" + (netloc or "") + ("/" if url and url[:1] != "/" else "") + url
    if scheme:
        url = scheme + ":" + url
    if query:
        url = url + "?" + query
    return result(url + "#" + fragment if fragment else url)


def urljoin(base, url, allow_fragments=True):
    """The address that another one means, seen from a base."""
    if not base or not url:
        return url or base
    base, url, result = _as_text(base, url)
    base_scheme, base_netloc, base_path, base_params, base_query, _ = urlparse(base, "", allow_fragments)
    scheme, netloc, path, params, query, fragment = urlparse(url, base_scheme, allow_fragments)
    if scheme != base_scheme or scheme not in uses_relative:
        return result(url)
    if scheme in uses_netloc:
        if netloc:
            return result(urlunparse((scheme, netloc, path, params, query, fragment)))
        netloc = base_netloc
    if not path and not params:
        return result(urlunparse((scheme, netloc, base_path, base_params, query or base_query, fragment)))
    base_parts = base_path.split("/")
    if base_parts[-1] != "":
        del base_parts[-1]
    if path[:1] == "/":
        parts = path.split("/")
    else:
        parts = base_parts + path.split("/")
        parts[1:-1] = filter(None, parts[1:-1])
    resolved = []
    for part in parts:
        if part == "..":
            if resolved:
                resolved.pop()
        elif part != ".":
            resolved.append(part)
    if parts[-1] in (".", ".."):
        resolved.append("")
    return result(urlunparse((scheme, netloc, "/".join(resolved) or "/", params, query, fragment)))


def urldefrag(url):
    """The address without its fragment, and that."""
    url, result = _as_text(url)
    fragment, rest = "", url
    if "#" in url:
        scheme, netloc, path, params, query, fragment = urlparse(url)
        rest = urlunparse((scheme, netloc, path, params, query, ""))
    return result(DefragResult(rest, fragment))


_ESCAPED = re.compile(b"%([0-9a-fA-F]{2})")


def unquote_to_bytes(string):
    """%XX as the bytes that they stand for."""
    if isinstance(string, str):
        string = string.encode("utf-8")
    return _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), bytes(string))


def unquote(string, encoding="utf-8", errors="replace"):
    """%XX as the characters that they stand for."""
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode(encoding, errors)
    if "%" not in string:
        return string
    return re.sub("[\0-\x7f]+", lambda found: unquote_to_bytes(found[0]).decode(encoding or "utf-8", errors or "replace"),
                  string)


def unquote_plus(string, encoding="utf-8", errors="replace"):
    """The same, with + for a space."""
    return unquote(string.replace("+", " "), encoding, errors)


_ALWAYS_SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~")


def quote(string, safe="/", encoding=None, errors=None):
    """Write as %XX what has a meaning in addresses."""
    if isinstance(string, str):
        if not string:
            return string
        string = string.encode(encoding or "utf-8", errors or "strict")
    elif encoding is not None:
        raise TypeError("quote() doesn't support 'encoding' for bytes")
    elif errors is not None:
        raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe="", encoding=None, errors=None):
    """The same, with + for a space."""
    space = " " if isinstance(string, str) else b" "
    if space not in string:
        return quote(string, safe, encoding, errors)
    return quote(string, safe + (" " if isinstance(safe, str) else b" "), encoding, errors).replace(" ", "+")


def quote_from_bytes(bs, safe="/"):
    """Write as %XX the bytes that have a meaning in addresses."""
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError("quote_from_bytes() expected bytes")
    safe = safe.encode("ascii", "ignore") if isinstance(safe, str) else bytes(c for c in safe if c < 128)
    kept = _ALWAYS_SAFE.union(safe)
    return "".join(chr(byte) if byte in kept else f"%{byte:02X}" for byte in bs)


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    """Names and values as a query."""
    if hasattr(query, "items"):
        query = query.items()
    elif len(query) and not isinstance(query[0], tuple):
        raise TypeError("not a valid non-string sequence or mapping object")

    def shown(value):
        if isinstance(value, bytes):
            return quote_via(value, safe)
        return quote_via(str(value), safe, encoding, errors)

    pairs = []
    for name, value in query:
        several = doseq and not isinstance(value, (str, bytes)) and hasattr(value, "__len__")
        pairs += [f"{shown(name)}={shown(item)}" for item in (value if several else (value,))]
    return "&".join(pairs)


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace",
             max_num_fields=None, separator="&"):
    """A query as a dictionary of lists."""
    found = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator):
        found.setdefault(name, []).append(value)
    return found


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace",
              max_num_fields=None, separator="&"):
    """A query as names with values."""
    qs, result = _as_text(qs)
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError("Separator must be of type string or bytes.")
    separator = separator if isinstance(separator, str) else separator.decode("ascii")
    if max_num_fields is not None and max_num_fields < 1 + qs.count(separator):
        raise ValueError("Max number of fields exceeded")
    pairs = []
    for field in qs.split(separator) if qs else ():
        if not field and not strict_parsing:
            continue
        name, equals, value = field.partition("=")
        if not equals:
            if strict_parsing:
                raise ValueError(f"bad query field: {field!r}")
            if not keep_blank_values:
                continue
        if value or keep_blank_values:
            pairs.append(tuple(result(unquote_plus(part, encoding, errors)) for part in (name, value)))
    return pairs
