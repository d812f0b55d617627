"""Words as a shell splits them."""

__all__ = ["split", "quote", "join", "shlex"]

_SAFE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@%+=:,./-")


def quote(s):
    """The text as one word of a shell."""
    if not s:
        return "''"
    if all(c in _SAFE for c in s):
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    """The words as one line."""
    return " ".join(map(quote, split_command))


def split(s, comments=False, posix=True):
    """The words of a line."""
    if s is None:
        import sys

        s = sys.stdin.readline()
    lexer = shlex(s, posix=posix)
    lexer.whitespace_split = True
    if not comments:
        lexer.commenters = ""
    return list(lexer)


class shlex:
    """Splits text into words, step by step."""

    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        text = instream if isinstance(instream, str) or instream is None else instream.read()
        self._text = text or ""
        self._at = 0
        self.posix = posix
        self.infile = infile
        self.eof = None if posix else ""
        self.commenters = "#"
        self.wordchars = "abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
        if posix:
            self.wordchars += "ßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ"
        self.whitespace = " \t\r\n"
        self.whitespace_split = False
        self.quotes = "'\""
        self.escape = "\\"
        self.escapedquotes = '"'
        self.lineno = 1
        self.token = ""
        self._pushed = []
        self.punctuation_chars = "();<>|&" if punctuation_chars is True else punctuation_chars or ""
        if self.punctuation_chars:
            self.wordchars += "~-./*?="
            self.wordchars = self.wordchars.translate(dict.fromkeys(map(ord, self.punctuation_chars)))

    def push_token(self, tok):
        self._pushed.insert(0, tok)

    def get_token(self):
        """The next word."""
        if self._pushed:
            return self._pushed.pop(0)
        return self.read_token()

    def _next(self):
        char = self._text[self._at:self._at + 1]
        self._at += 1
        if char == "\n":
            self.lineno += 1
        return char

    def read_token(self):
        word, started, quoting = [], False, None
        in_punctuation = False
        while True:
            char = self._next()
            if quoting:
                if not char:
                    raise ValueError("No closing quotation")
                if char == quoting:
                    quoting = None
                    if not self.posix:
                        word.append(char)
                        return "".join(word)
                    continue
                if self.posix and char in self.escape and quoting in self.escapedquotes:
                    after = self._next()
                    if not after:
                        raise ValueError("No escaped character")
                    if after not in self.escape and after != quoting:
                        word.append(char)
                    word.append(after)
                    continue
                word.append(char)
                continue
            if not char:
                break
            if in_punctuation and char not in self.punctuation_chars:
                self._at -= 1
                return "".join(word)
            if char in self.whitespace:
                if started:
                    break
                continue
            if char in self.commenters:
                while char and char != "\n":
                    char = self._next()
                # Without the rules of the shell a word goes on behind a comment.
                if self.posix and started:
                    break
                continue
            if self.posix and char in self.escape:
                after = self._next()
                if not after:
                    raise ValueError("No escaped character")
                word.append(after)
                started = True
                continue
            if char in self.quotes and (self.posix or not started):
                quoting, started = char, True
                if not self.posix:
                    word.append(char)
                continue
            if char in self.punctuation_chars:
                if started and not in_punctuation:
                    self._at -= 1
                    break
                started = in_punctuation = True
                word.append(char)
                continue
            if self.whitespace_split or char in self.wordchars or char in self.quotes and started:
                word.append(char)
                started = True
                continue
            if started:
                self._at -= 1
                break
            return char
        text = "".join(word)
        if not text and not started:
            return self.eof
        return text

    def __iter__(self):
        return self

    def __next__(self):
        token = self.get_token()
        if token == self.eof:
            raise StopIteration
        return token
