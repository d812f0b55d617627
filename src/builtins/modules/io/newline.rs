//! The ways in which lines end.
//!
//! In: what a script said of line ends. Out: what that means for reading and for writing.

use crate::raise;
use crate::value::native::given;
use crate::value::{Raise, Value, type_name};

/// What `newline=` says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Newline {
    /// `None`: all ends are read as `\n`.
    Any,
    /// `''`: all ends are known, none is changed.
    Kept,
    /// `'\n'`, `'\r'` or `'\r\n'`: no other end is known; `\n` is written so.
    One(&'static str),
}

impl Newline {
    /// From an argument.
    pub fn of(arguments: &[Value], place: usize, default: Newline) -> Result<Newline, Raise> {
        let Some(value) = given(arguments, place) else { return Ok(default) };
        if value.is_none() {
            return Ok(Newline::Any);
        }
        match value.as_str() {
            Some("") => Ok(Newline::Kept),
            Some("\n") => Ok(Newline::One("\n")),
            Some("\r") => Ok(Newline::One("\r")),
            Some("\r\n") => Ok(Newline::One("\r\n")),
            Some(other) => Err(raise!(ValueError, "illegal newline value: {other}")),
            None => {
                let class = type_name(value);
                Err(raise!(TypeError, "open() argument 'newline' must be str or None, not {class}"))
            }
        }
    }

    /// Whether all ends are known.
    pub fn is_universal(self) -> bool {
        !matches!(self, Newline::One(_))
    }

    /// Text as it is read.
    pub fn read(self, text: String) -> String {
        if self == Newline::Any && text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }
    }

    /// Text as it is written, if that is different.
    pub fn written(self, text: &str) -> Option<String> {
        match self {
            Newline::One(end) if end != "\n" && text.contains('\n') => Some(text.replace('\n', end)),
            _ => None,
        }
    }

    /// Where the first line of a text ends, its end included.
    pub fn end_of_line(self, text: &str) -> Option<usize> {
        match self {
            Newline::Any | Newline::One("\n") => text.find('\n').map(|end| end + 1),
            Newline::One(end) => text.find(end).map(|place| place + end.len()),
            Newline::Kept => {
                let end = text.find(['\r', '\n'])?;
                Some(end + if text[end..].starts_with("\r\n") { 2 } else { 1 })
            }
        }
    }
}
