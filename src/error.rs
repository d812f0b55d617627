//! Out: `SyntaxError`, what is wrong with a text and where. Data only: `report` makes lines of it.

use crate::source::{Source, Span};
use std::borrow::Cow;

/// Which exception class CPython raises for the error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyntaxErrorKind {
    /// `SyntaxError` itself.
    Syntax,
    /// `IndentationError`, a subclass of `SyntaxError`.
    Indentation,
    /// `TabError`, a subclass of `IndentationError`.
    Tab,
    /// `RecursionError`: the text is well formed, but nested too deeply to be compiled.
    Recursion,
}

impl SyntaxErrorKind {
    /// The name of the exception class.
    pub fn name(self) -> &'static str {
        match self {
            SyntaxErrorKind::Syntax => "SyntaxError",
            SyntaxErrorKind::Indentation => "IndentationError",
            SyntaxErrorKind::Tab => "TabError",
            SyntaxErrorKind::Recursion => "RecursionError",
        }
    }
}

/// Why a text is not a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// The exception class.
    pub kind: SyntaxErrorKind,
    /// The message, in CPython's words.
    pub message: Cow<'static, str>,
    /// The place; none where the text could not be decoded, so that there is nothing to point into.
    pub span: Option<Span>,
    /// The replacement field's expression that the place lies in, if any: it is shown instead of the line.
    pub field: Option<Span>,
}

impl SyntaxError {
    /// A plain `SyntaxError` at `span`.
    pub fn new(message: impl Into<Cow<'static, str>>, span: Span) -> SyntaxError {
        SyntaxError::of_kind(SyntaxErrorKind::Syntax, message, span)
    }

    /// An error of class `kind` at `span`.
    pub fn of_kind(kind: SyntaxErrorKind, message: impl Into<Cow<'static, str>>, span: Span) -> SyntaxError {
        SyntaxError { kind, message: message.into(), span: Some(span), field: None }
    }

    /// Where it lies, as the attributes of the exception have it. CPython knows no place for an error of depth, and none
    /// in a text that could not be decoded.
    pub fn place(&self, source: &Source) -> Option<Place> {
        let span = self.span.filter(|_| self.kind != SyntaxErrorKind::Recursion)?;
        let number = source.line(span.start);
        let mut line = source.line_span(number);
        let mut text = source.slice(line).to_string();
        if let Some(field) = self.field {
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
        let column = |from: u32, to: u32| 1 + source.slice(Span::new(from.min(to), to)).chars().count() as u32;
        let offset = column(line.start, span.start);
        // An empty span at the beginning of a line marks nothing in it.
        let nowhere = span.is_empty() && offset == 1;
        let end = span.end.max(span.start);
        let end_line = source.line(end);
        let end_offset = match end_line == number {
            true => column(line.start, end),
            false => source.position(end).column,
        };
        let offset = if nowhere { 0 } else { offset };
        Some(Place { line: number, offset, text, end_line, end_offset })
    }
}

/// Where a syntax error lies: lines and columns are counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line.
    pub line: u32,
    /// The column; 0 if nothing in the line is to be marked.
    pub offset: u32,
    /// The line's text, or the part of it that counts, without its end.
    pub text: String,
    /// The line of the end.
    pub end_line: u32,
    /// The column just past the end.
    pub end_offset: u32,
}
