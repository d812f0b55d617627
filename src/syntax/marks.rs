//! The part of a line that failed, marked below it.
//!
//! In: a text and a span of it. Out: the line of `^` and `~` that tracebacks of CPython 3.11 show. Knows of no exceptions.

use super::parse::parse;
use super::tree::{ExprKind, StmtKind};
use crate::source::{Source, Span};

/// The line that marks the failing part of the one above it, unless that is all of it.
pub fn marks(source: &Source, span: Span, text: &str) -> Option<String> {
    let count = |text: &str| text.chars().count();
    let number = source.line(span.start);
    let line = source.line_span(number);
    let start = count(source.slice(Span::new(line.start, span.start)));
    let (end, anchors) = if source.line(span.end.max(span.start)) == number {
        let part = source.slice(span);
        (start + count(part), anchors(part))
    } else {
        (count(text.trim_end_matches([' ', '\t', '\x0c'])), None)
    };
    let indentation = count(text) - count(text.trim_start_matches([' ', '\t', '\x0c']));
    let width = count(text.trim_matches([' ', '\t', '\x0c']));
    if end.saturating_sub(start) == width && anchors.is_none() {
        return None;
    }
    let mark = |place: usize| match anchors {
        _ if place < start => ' ',
        Some((left, right)) if (start + left..start + right).contains(&place) => '^',
        Some(_) => '~',
        None => '^',
    };
    Some((indentation..end).map(mark).collect())
}

/// Where the operator, or the subscript, of an expression lies in its text, in characters.
fn anchors(text: &str) -> Option<(usize, usize)> {
    let source = Source::new("<part>", text);
    let tree = parse(&source).ok()?;
    let [only] = &tree.body[..] else { return None };
    let StmtKind::Expr(value) = &only.kind else {
        return None;
    };
    let count = |from: u32, to: u32| source.slice(Span::new(from, to)).chars().count();
    let blank = |byte: u8| matches!(byte, b' ' | b'\t' | b'\x0c');
    match &value.kind {
        ExprKind::BinOp { left, right, .. } => {
            let bytes = source.text().as_bytes();
            let (from, to) = (left.span.end as usize, right.span.start as usize);
            let at = (from..to).find(|&at| !blank(bytes[at]))?;
            let two = at + 1 < to && !blank(bytes[at + 1]);
            let place = count(0, at as u32);
            Some((place, place + 1 + usize::from(two)))
        }
        ExprKind::Subscript { value, slice } => Some((count(0, value.span.end), count(0, slice.span.end) + 1)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operators_and_subscripts_are_found() {
        assert_eq!(anchors("a + b"), Some((2, 3)));
        assert_eq!(anchors("é // b"), Some((2, 4)));
        assert_eq!(anchors("[][3]"), Some((2, 5)));
        assert_eq!(anchors("f(x)"), None);
        assert_eq!(anchors("a +"), None);
    }
}
