"""Literals as values: of `ast`, what needs no syntax trees."""

__all__ = ["literal_eval"]

_ENDS = {"(": ")", "[": "]", "{": "}"}


def literal_eval(node_or_string):
    """The value of a text that is a literal: numbers, text, bytes, tuples, lists, dicts, sets, True, False and None."""
    if not isinstance(node_or_string, str):
        raise ValueError(f"malformed node or string: {node_or_string!r}")
    text = node_or_string.lstrip(" \t")
    # Whatever is no expression is refused in the words of the compiler.
    code = compile(text, "<unknown>", "eval")
    reader = _Reader(text)
    value = reader.value()
    reader.space()
    if reader.at < len(text) and text[reader.at] == ",":
        value = reader.items(value)
    if not reader.is_at_end():
        raise ValueError(f"malformed node or string: {code!r}")
    return value


class _Reader:
    """Goes through a text that is known to be an expression."""

    def __init__(self, text):
        self.text = text
        self.at = 0

    def fail(self):
        raise ValueError(f"malformed node or string on line {self.text.count(chr(10), 0, self.at) + 1}: {self.text!r}")

    def space(self):
        """Skip what means nothing."""
        text = self.text
        while self.at < len(text):
            if text[self.at] in " \t\n\r\f":
                self.at += 1
            elif text.startswith("\\\n", self.at):
                self.at += 2
            elif text[self.at] == "#":
                end = text.find("\n", self.at)
                self.at = len(text) if end < 0 else end
            else:
                return

    def peek(self):
        self.space()
        return self.text[self.at] if self.at < len(self.text) else ""

    def is_at_end(self):
        return not self.peek()

    def value(self):
        """A value, or the sum of a number and an imaginary one."""
        left = self.signed()
        while self.peek() in ("+", "-") and self.text[self.at]:
            sign = self.text[self.at]
            self.at += 1
            right = self.part()
            if type(left) not in (int, float) or type(right) is not complex:
                self.fail()
            left = left + right if sign == "+" else left - right
        return left

    def signed(self):
        sign = self.peek()
        if sign not in ("+", "-") or not sign:
            return self.part()
        self.at += 1
        value = self.signed() if self.peek() in ("+", "-") else self.part()
        if type(value) not in (int, float, complex):
            self.fail()
        return value if sign == "+" else -value

    def part(self):
        char = self.peek()
        if char in _ENDS and char:
            return self.group(char)
        if self.text.startswith("...", self.at):
            self.at += 3
            return ...
        word = self.word()
        if word in ("True", "False", "None"):
            return {"True": True, "False": False, "None": None}[word]
        if self.text[self.at:self.at + 1] in ("'", '"') and word.lower() in ("", "r", "u", "b", "br", "rb"):
            return self.quoted(word)
        if word[:1].isdigit() or word[:1] == ".":
            return self.number(word)
        if word == "set" and self.text[self.at:].lstrip().startswith("("):
            self.space()
            self.at += 1
            if self.peek() == ")":
                self.at += 1
                return set()
        self.fail()

    def word(self):
        start, text = self.at, self.text
        while self.at < len(text) and (text[self.at].isalnum() or text[self.at] in "._"):
            self.at += 1
            last = text[self.at - 1]
            is_decimal = text[start].isdigit() and text[start:start + 2].lower() != "0x" or text[start] == "."
            if last in "eE" and is_decimal and text[self.at:self.at + 1] in ("+", "-"):
                self.at += 1
        return text[start:self.at]

    def number(self, word):
        try:
            if word[-1] in "jJ":
                return complex(word.replace("_", ""))
            if word[:2].lower() in ("0x", "0o", "0b"):
                return int(word, 0)
            if any(char in word for char in ".eE"):
                return float(word)
            return int(word)
        except ValueError:
            self.fail()

    def quoted(self, prefix):
        """Text or bytes: one literal, and those that follow it."""
        text, start = self.text, self.at - len(prefix)
        quote = text[self.at]
        quote = quote * 3 if text.startswith(quote * 3, self.at) else quote
        self.at += len(quote)
        while not text.startswith(quote, self.at):
            self.at += 2 if text[self.at] == "\\" else 1
        self.at += len(quote)
        value = eval(text[start:self.at], {})
        self.space()
        before = self.at
        following = self.word() if before < len(text) else ""
        if text[self.at:self.at + 1] in ("'", '"'):
            return value + self.quoted(following)
        self.at = before
        return value

    def items(self, first):
        """The rest of a row after its first item, up to its end."""
        items = [first]
        while self.peek() == ",":
            self.at += 1
            if self.peek() in ("", ")", "]", "}"):
                break
            items.append(self.value())
        return tuple(items)

    def group(self, begin):
        self.at += 1
        end = _ENDS[begin]
        if self.peek() == end:
            self.at += 1
            return {"(": (), "[": [], "{": {}}[begin]
        first = self.value()
        if begin == "{" and self.peek() == ":":
            value = self.pairs(first)
        elif begin == "(" and self.peek() == end:
            value = first
        else:
            value = {"(": tuple, "[": list, "{": set}[begin](self.items(first))
        if self.peek() != end:
            self.fail()
        self.at += 1
        return value

    def pairs(self, key):
        made = {}
        while True:
            if self.peek() != ":":
                self.fail()
            self.at += 1
            made[key] = self.value()
            if self.peek() != ",":
                return made
            self.at += 1
            if self.peek() == "}":
                return made
            key = self.value()
