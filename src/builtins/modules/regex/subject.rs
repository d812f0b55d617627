//! The text that is searched.
//!
//! In: a string, or bytes. Out: text for the crate, places in characters and in bytes of that text, parts as values. Bytes
//! are searched as the characters up to U+00FF.

use crate::raise;
use crate::value::byte_array::plain_bytes;
use crate::value::ops::base;
use crate::value::str::Str;
use crate::value::{Gc, Kind, Raise, Value, type_name};
use std::rc::Rc;

/// What is searched.
#[derive(Clone)]
pub enum Subject {
    /// A string.
    Text(Gc<Str>),
    /// Bytes, as text.
    Bytes(Rc<str>),
}

/// Bytes as text.
pub fn as_text(bytes: &[u8]) -> String {
    bytes.iter().map(|&byte| char::from(byte)).collect()
}

/// Text that came from bytes as bytes.
pub fn as_bytes(text: &str) -> Vec<u8> {
    text.chars().map(|letter| u32::from(letter) as u8).collect()
}

impl Subject {
    /// The text of a value, for a pattern of text or of bytes.
    pub fn of(value: &Value, bytes: bool) -> Result<Subject, Raise> {
        // The text inside an instance of a derived class.
        let inside = (value.kind() == Some(Kind::Instance)).then(|| base::plain(value));
        let value = inside.as_ref().unwrap_or(value);
        match (value.as_gc::<Str>(), plain_bytes(value)) {
            (Some(_), _) if bytes => Err(raise!(TypeError, "cannot use a bytes pattern on a string-like object")),
            (Some(text), _) => Ok(Subject::Text(text.clone())),
            (None, Some(_)) if !bytes => Err(raise!(TypeError, "cannot use a string pattern on a bytes-like object")),
            (None, Some(data)) => Ok(Subject::Bytes(as_text(&data).into())),
            (None, None) => {
                let class = type_name(value);
                Err(raise!(TypeError, "expected string or bytes-like object, got '{class}'"))
            }
        }
    }

    /// The text.
    pub fn text(&self) -> &str {
        match self {
            Subject::Text(text) => text.as_str(),
            Subject::Bytes(text) => text,
        }
    }

    fn is_ascii(&self) -> bool {
        match self {
            Subject::Text(text) => text.is_ascii(),
            Subject::Bytes(text) => text.is_ascii(),
        }
    }

    /// How many characters it has.
    pub fn len(&self) -> usize {
        match self {
            Subject::Text(text) => text.len(),
            Subject::Bytes(text) => text.chars().count(),
        }
    }

    /// The place of a character in the text; the end for those behind it.
    pub fn offset(&self, place: usize) -> usize {
        let text = self.text();
        match self.is_ascii() {
            true => place.min(text.len()),
            false => text.char_indices().nth(place).map_or(text.len(), |(offset, _)| offset),
        }
    }

    /// The number of the character at a place in the text.
    pub fn place(&self, offset: usize) -> usize {
        if self.is_ascii() { offset } else { self.text()[..offset].chars().count() }
    }

    /// A part as a value.
    pub fn part(&self, start: usize, end: usize) -> Value {
        let part = self.text().get(start..end).unwrap_or_default();
        match self {
            Subject::Text(_) => Value::str(part),
            Subject::Bytes(_) => Value::bytes(&as_bytes(part)),
        }
    }

    /// Text of the same kind as a value.
    pub fn value(&self, text: &str) -> Value {
        match self {
            Subject::Text(_) => Value::str(text),
            Subject::Bytes(_) => Value::bytes(&as_bytes(text)),
        }
    }
}
