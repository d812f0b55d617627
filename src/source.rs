//! In: the name and the text of a script. Out: `Source`, and `Span`, the one way to name a place in it.
//! Knows nothing of tokens or trees.

use std::sync::Arc;

/// A stretch of source text, as byte offsets into [`Source::text`]; `end` is exclusive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset just past the last byte.
    pub end: u32,
}

impl Span {
    /// The span from `start` up to, but not including, `end`.
    pub const fn new(start: u32, end: u32) -> Span {
        Span { start, end }
    }

    /// The smallest span that covers both.
    pub fn to(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Whether all of `other` lies inside.
    pub fn covers(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether no byte lies inside.
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }
}

/// A line and a column, both counted from 1; the column counts characters, as CPython's messages do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line number, from 1.
    pub line: u32,
    /// Character within the line, from 1.
    pub column: u32,
}

/// One script: what it is called in messages, its text, and where its lines begin.
///
/// Line ends are normalised to `\n` when the source is made, as CPython does before it reads a token,
/// so that no later stage needs to know the three ways of ending a line.
#[derive(Clone, Debug)]
pub struct Source {
    name: Arc<str>,
    text: Arc<str>,
    line_starts: Arc<[u32]>,
}

/// The page of the library with the functions that compiled code calls in place of built-in callables.
const HIDDEN: &str = "<library>/_in_script.py";

impl Source {
    /// A source called `name`. A leading byte order mark is dropped and line ends become `\n`.
    ///
    /// Offsets are 32 bits wide: the text must be shorter than 4 GiB (`decode` reports longer files).
    pub fn new(name: &str, text: &str) -> Source {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let text: Arc<str> =
            if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n").into() } else { text.into() };
        let mut line_starts = vec![0];
        line_starts.extend(text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n').map(|(at, _)| at as u32 + 1));
        Source { name: name.into(), text, line_starts: line_starts.into() }
    }

    /// What messages call this source: a path, `<string>` or `<stdin>`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether its functions do what something built in does: calls of them do not show.
    pub fn is_hidden(&self) -> bool {
        *self.name == *HIDDEN
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text that `span` covers.
    pub fn slice(&self, span: Span) -> &str {
        &self.text[span.start as usize..span.end as usize]
    }

    /// The number of the line that holds `offset`, from 1.
    pub fn line(&self, offset: u32) -> u32 {
        self.line_starts.partition_point(|&start| start <= offset) as u32
    }

    /// Line and column of `offset`.
    pub fn position(&self, offset: u32) -> Position {
        let line = self.line(offset);
        let start = self.line_starts[line as usize - 1] as usize;
        let before = &self.text[start..offset as usize];
        Position { line, column: before.chars().count() as u32 + 1 }
    }

    /// How many lines there are; a text that ends in a line end has an empty last line.
    pub fn line_count(&self) -> u32 {
        self.line_starts.len() as u32
    }

    /// Where line `number` (from 1) begins and ends, without its line end; empty past the last line.
    pub fn line_span(&self, number: u32) -> Span {
        let length = self.text.len() as u32;
        let index = number as usize;
        let start = index.checked_sub(1).and_then(|index| self.line_starts.get(index)).copied().unwrap_or(length);
        let end = self.line_starts.get(index).map_or(length, |next| next - 1);
        Span::new(start, end.max(start))
    }

    /// The text of line `number` (from 1), without its line end; empty past the last line.
    pub fn line_text(&self, number: u32) -> &str {
        self.slice(self.line_span(number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_are_normalised_and_found() {
        let source = Source::new("x.py", "\u{feff}a\r\nbé\rc\n");
        assert_eq!(source.text(), "a\nbé\nc\n");
        assert_eq!(source.line_text(2), "bé");
        assert_eq!(source.position(5), Position { line: 2, column: 3 });
        assert_eq!(source.line(6), 3);
        assert_eq!(source.line_text(4), "");
        assert_eq!(source.line_text(9), "");
    }
}
