"""Filling and indenting of paragraphs."""

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

_whitespace = "\t\n\x0b\x0c\r "


def _is_letter(char):
    return char == "_" or char.isalnum() and not char.isdecimal()


def _is_word(char):
    return char == "_" or char.isalnum()


def _pieces(run):
    """Split text without spaces behind the hyphens of words and around dashes."""
    if "-" not in run:
        return [run]
    pieces, start, i, end = [], 0, 0, len(run)
    while i < end:
        if run[i] != "-":
            i += 1
            continue
        stop = i
        while stop < end and run[stop] == "-":
            stop += 1
        before = run[i - 1] if i else ""
        if stop - i >= 2 and before and (_is_word(before) or before in "!\"'&.,?") and stop < end and _is_word(run[stop]):
            if start < i:
                pieces.append(run[start:i])
            pieces.append(run[i:stop])
            start = i = stop
            continue
        i += 1
        # Behind the hyphen: two letters or letter, hyphen, letter in front of it, and letters after it.
        if (
            i - start >= 2
            and i >= 3
            and _is_letter(run[i - 2])
            and (_is_letter(run[i - 3]) or i >= 4 and run[i - 3] == "-" and _is_letter(run[i - 4]))
        ):
            after = run[i:i + 3]
            if after and _is_letter(after[0]) and (
                len(after) > 1 and _is_letter(after[1]) or len(after) > 2 and after[1] == "-" and _is_letter(after[2])
            ):
                pieces.append(run[start:i])
                start = i
    if start < end:
        pieces.append(run[start:])
    return pieces


class TextWrapper:
    """Breaks text into lines; the attributes are the arguments of `wrap`."""

    def __init__(
        self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
        fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8,
        *, max_lines=None, placeholder=" [...]",
    ):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _munge_whitespace(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            for char in "\t\n\x0b\x0c\r":
                text = text.replace(char, " ")
        return text

    def _split(self, text):
        chunks, i, end = [], 0, len(text)
        while i < end:
            start = i
            blank = text[i] in _whitespace
            while i < end and (text[i] in _whitespace) == blank:
                i += 1
            run = text[start:i]
            if blank or not self.break_on_hyphens:
                chunks.append(run)
            else:
                chunks.extend(_pieces(run))
        return chunks

    def _fix_sentence_endings(self, chunks):
        for i in range(len(chunks) - 1):
            if chunks[i + 1] == " ":
                word = chunks[i].rstrip("\"'")
                if len(chunks[i]) - len(word) <= 1 and len(word) >= 2 and word[-1] in ".!?" and "a" <= word[-2] <= "z":
                    chunks[i + 1] = "  "

    def _handle_long_word(self, reversed_chunks, cur_line, cur_len, width):
        space = 1 if width < 1 else width - cur_len
        if self.break_long_words:
            chunk = reversed_chunks[-1]
            end = space
            if self.break_on_hyphens and len(chunk) > space:
                hyphen = chunk.rfind("-", 0, space)
                if hyphen > 0 and any(c != "-" for c in chunk[:hyphen]):
                    end = hyphen + 1
            cur_line.append(chunk[:end])
            reversed_chunks[-1] = chunk[end:]
        elif not cur_line:
            cur_line.append(reversed_chunks.pop())

    def _wrap_chunks(self, chunks):
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines = []
        chunks.reverse()
        while chunks:
            line, length = [], 0
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and lines and not chunks[-1].strip():
                chunks.pop()
            while chunks and length + len(chunks[-1]) <= width:
                length += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._handle_long_word(chunks, line, length, width)
                length = sum(map(len, line))
            if self.drop_whitespace and line and not line[-1].strip():
                length -= len(line.pop())
            if not line:
                continue
            if (
                self.max_lines is None
                or len(lines) + 1 < self.max_lines
                or (not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip())
                and length <= width
            ):
                lines.append(indent + "".join(line))
                continue
            while line:
                if line[-1].strip() and length + len(self.placeholder) <= width:
                    lines.append(indent + "".join(line) + self.placeholder)
                    break
                length -= len(line.pop())
            else:
                if lines:
                    last = lines[-1].rstrip()
                    if len(last) + len(self.placeholder) <= self.width:
                        lines[-1] = last + self.placeholder
                        break
                lines.append(indent + self.placeholder.lstrip())
            break
        return lines

    def wrap(self, text):
        """The lines of the text."""
        chunks = self._split(self._munge_whitespace(text))
        if self.fix_sentence_endings:
            self._fix_sentence_endings(chunks)
        return self._wrap_chunks(chunks)

    def fill(self, text):
        """The lines, joined."""
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    """Break a paragraph into lines of at most `width` characters."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """Break a paragraph into lines and join them."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """Collapse white space and cut the text to `width` characters."""
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    """Remove what all lines have in common at their start."""
    lines = []
    margin = None
    for line in text.split("\n"):
        if not line.strip(" \t"):
            lines.append("")
            continue
        lines.append(line)
        lead = line[:len(line) - len(line.lstrip(" \t"))]
        if margin is None:
            margin = lead
        else:
            common = 0
            while common < min(len(margin), len(lead)) and margin[common] == lead[common]:
                common += 1
            margin = margin[:common]
    if margin:
        cut = len(margin)
        lines = [line[cut:] for line in lines]
    return "\n".join(lines)


def indent(text, prefix, predicate=None):
    """Put `prefix` in front of every line that is not blank, or for which `predicate` is true."""
    if predicate is None:
        predicate = str.strip
    return "".join(prefix + line if predicate(line) else line for line in text.splitlines(True))
