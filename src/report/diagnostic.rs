//! In: an error and the source it is about. Out: the lines that CPython would print for it.

use crate::error::{SyntaxError, SyntaxErrorKind};
use crate::source::{Source, Span};
use std::fmt::Write;

/// A syntax error: place, line, carets and message, without the line end.
pub fn syntax_error(error: &SyntaxError, source: &Source) -> String {
    let mut out = String::new();
    // CPython knows no place for an error of depth, and none in a text it could not decode.
    if let (Some(span), false) = (error.span, error.kind == SyntaxErrorKind::Recursion) {
        let line = source.line(span.start);
        let _ = writeln!(out, "  File \"{}\", line {line}", source.name());
        let excerpt = excerpt(error, span, source);
        let _ = writeln!(out, "    {}", excerpt.text);
        if let Some(offset) = excerpt.offset {
            let carets = "^".repeat(excerpt.width);
            let _ = writeln!(out, "    {:offset$}{carets}", "");
        }
    }
    let _ = write!(out, "{}: {}", error.kind.name(), error.message);
    out
}

/// A line without its indentation, and what is marked in it.
struct Excerpt {
    text: String,
    /// Where the carets begin; nothing if that is before the text.
    offset: Option<usize>,
    width: usize,
}

fn excerpt(error: &SyntaxError, span: Span, source: &Source) -> Excerpt {
    let mut line = source.line_span(source.line(span.start));
    let mut text = source.slice(line).to_string();
    if let Some(field) = error.field {
        // The expression in parentheses, or of several lines the one in question.
        line.start = line.start.max(field.start);
        line.end = line.end.min(field.end);
        text = source.slice(line).to_string();
        if line.end == field.end {
            text.push(')');
            line.end += 1;
        }
        if line.start == field.start {
            text.insert(0, '(');
            line.start -= 1;
        }
    }
    let count = |from: u32, to: u32| source.slice(Span::new(from.min(to), to)).chars().count();
    let column = count(line.start, span.start);
    let width = count(span.start, span.end.clamp(span.start, line.end.max(span.start)));
    let stripped = text.trim_start_matches([' ', '\t', '\x0c']);
    let indentation = text.chars().count() - stripped.chars().count();
    // An empty span at the beginning of a line marks nothing in it.
    let nowhere = span.is_empty() && column == 0;
    let offset = column.min(text.chars().count()).checked_sub(indentation);
    Excerpt { text: stripped.to_string(), offset: offset.filter(|_| !nowhere), width: width.max(1) }
}
