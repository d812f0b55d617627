//! The text that is searched.
//!
//! In: a string, or bytes. Out: text for the crate, places in characters and in bytes of that text, parts as values. Bytes
//! are searched as the characters up to U+00FF.

use crate::raise;
use crate::value::byte_array::with_bytes;
use crate::value::bytes::Bytes;
use crate::value::ops::base;
use crate::value::str::Str;
use crate::value::{Gc, Kind, Raise, Value, type_name};
use std::cell::RefCell;

/// What is searched.
#[derive(Clone)]
pub struct Subject {
    text: Gc<Str>,
    /// Whether it came from bytes.
    bytes: bool,
}

thread_local! {
    /// The bytes that were searched last, and their text: a program that reads its input token by token searches them again and again.
    static LAST: RefCell<Option<(Value, Gc<Str>)>> = const { RefCell::new(None) };
}

/// The sizes of bytes whose text is kept: shorter ones are made quickly, longer ones would keep much memory.
const KEPT: std::ops::Range<usize> = 512..1 << 24;

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
        let text = value.as_gc::<Str>().cloned();
        match (text, bytes) {
            (Some(_), true) => Err(raise!(TypeError, "cannot use a bytes pattern on a string-like object")),
            (Some(text), false) => Ok(Subject { text, bytes }),
            (None, _) => match with_bytes(value, |_| ()) {
                Some(()) if bytes => Ok(Subject { text: text_of(value), bytes }),
                Some(()) => Err(raise!(TypeError, "cannot use a string pattern on a bytes-like object")),
                None => Err(raise!(TypeError, "expected string or bytes-like object, got '{}'", type_name(value))),
            },
        }
    }

    /// The text, if it is a string that is searched.
    pub fn string(&self) -> Option<&Gc<Str>> {
        (!self.bytes).then_some(&self.text)
    }

    /// The text.
    pub fn text(&self) -> &str {
        self.text.as_str()
    }

    /// How many characters it has.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// The place of a character in the text; the end for those behind it.
    pub fn offset(&self, place: usize) -> usize {
        self.text.offset(place)
    }

    /// The number of the character at a place in the text.
    pub fn place(&self, offset: usize) -> usize {
        self.text.place(offset)
    }

    /// A part as a value.
    pub fn part(&self, start: usize, end: usize) -> Value {
        let part = self.text().get(start..end).unwrap_or_default();
        self.value(part)
    }

    /// Text of the same kind as a value.
    pub fn value(&self, text: &str) -> Value {
        if self.bytes { Value::bytes(&as_bytes(text)) } else { Value::str(text) }
    }
}

/// The text of bytes.
fn text_of(value: &Value) -> Gc<Str> {
    let make = || Str::new(with_bytes(value, as_text).unwrap_or_default());
    // Only bytes that nobody can change stay what they are.
    if !value.downcast::<Bytes>().is_some_and(|bytes| KEPT.contains(&bytes.data().len())) {
        return make();
    }
    if let Some(text) = LAST.with_borrow(|last| {
        let (known, text) = last.as_ref()?;
        known.is(value).then(|| text.clone())
    }) {
        return text;
    }
    let text = make();
    let before = LAST.replace(Some((value.clone(), text.clone())));
    drop(before);
    text
}
