//! Out: `SyntaxError`, what is wrong with a text and where. Data only: `report` makes lines of it.

use crate::source::Span;
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
}
