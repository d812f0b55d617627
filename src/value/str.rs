//! Text.
//!
//! In: UTF-8. Out: a body that knows its length in characters and whether it is all ASCII, so that indexing common text
//! takes constant time.

use super::heap::{Gc, Trace, memory};
use compact_str::CompactString;
use std::cell::{Cell, OnceCell};

thread_local! {
    /// The strings of one Latin-1 character that were asked for: text is taken apart into them.
    static CHARACTERS: [OnceCell<Gc<Str>>; 256] = const { [const { OnceCell::new() }; 256] };
}

/// The body of a string.
pub struct Str {
    /// Short text lies here, without a block of its own.
    text: CompactString,
    chars: usize,
    /// The hash, once computed; zero until then.
    hash: Cell<i64>,
    /// The byte offset of every `STRIDE`th character of long text that is not ASCII, once somebody asks for a place.
    marks: OnceCell<Box<Marks>>,
}

/// Byte offsets, behind one word: hardly any text has them.
struct Marks(Box<[usize]>);

/// How many bytes lie in the body itself.
const SHORT: usize = std::mem::size_of::<CompactString>();

/// How many characters lie between two marks.
const STRIDE: usize = 64;

impl Str {
    /// A string on the heap.
    #[allow(clippy::new_ret_no_self)]
    pub fn new(text: impl Into<CompactString>) -> Gc<Str> {
        let text: CompactString = text.into();
        let chars = if text.is_ascii() { text.len() } else { text.chars().count() };
        Str::with_length(text, chars)
    }

    /// A string of characters that are all ASCII.
    pub fn of_ascii(text: CompactString) -> Gc<Str> {
        let chars = text.len();
        Str::with_length(text, chars)
    }

    /// A string of a part of this one's text: it need not be looked at again where this one is ASCII.
    pub fn cut_out(&self, text: &str) -> Gc<Str> {
        match *text.as_bytes() {
            [byte] => Str::of_char(char::from(byte)),
            _ if self.is_ascii() => Str::of_ascii(text.into()),
            _ => Str::new(text),
        }
    }

    /// A string of this one's characters, which are all ASCII, each changed into another one that is.
    #[inline(always)]
    pub fn map_ascii(&self, change: impl Fn(&u8) -> u8) -> Gc<Str> {
        debug_assert!(self.is_ascii());
        let bytes = self.text.as_bytes();
        // Short text is changed as a whole, so that no loop counts its bytes.
        let mut short = [0; SHORT];
        let changed = match short.get_mut(..bytes.len()) {
            Some(text) => {
                text.copy_from_slice(bytes);
                short.iter_mut().for_each(|byte| *byte = change(byte));
                std::str::from_utf8(&short[..bytes.len()]).ok().map(CompactString::from)
            }
            None => String::from_utf8(bytes.iter().map(change).collect()).ok().map(CompactString::from),
        };
        Str::of_ascii(changed.expect("ASCII stays ASCII"))
    }

    /// A string of one character.
    pub fn of_char(character: char) -> Gc<Str> {
        let make = || Str::with_length((&*character.encode_utf8(&mut [0; 4])).into(), 1);
        match character as usize {
            code @ ..256 => CHARACTERS.with(|all| all[code].get_or_init(make).clone()),
            _ => make(),
        }
    }

    /// A string of so many characters.
    fn with_length(text: CompactString, chars: usize) -> Gc<Str> {
        let text = Str { text, chars, hash: Cell::new(0), marks: OnceCell::new() };
        text.account(memory::charge);
        Gc::new(text)
    }

    /// Two strings joined.
    pub fn joined(first: &Str, second: &Str) -> Gc<Str> {
        let mut text = CompactString::with_capacity(first.text.len() + second.text.len());
        text.push_str(&first.text);
        text.push_str(&second.text);
        Str::with_length(text, first.chars + second.chars)
    }

    /// Appends to a string that nobody else can see; it grows by doubling.
    pub(super) fn push(&mut self, more: &Str) {
        self.account(memory::refund);
        self.text.push_str(&more.text);
        self.account(memory::charge);
        self.chars += more.chars;
        self.hash.set(0);
        self.marks.take();
    }

    /// The text.
    #[inline(always)]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// How many characters there are.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.chars
    }

    /// Whether there are none.
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.chars == 0
    }

    /// Whether a byte is a character.
    #[inline(always)]
    pub fn is_ascii(&self) -> bool {
        self.chars == self.text.len()
    }

    /// The byte offset of a character; the length's is the end.
    pub fn offset(&self, place: usize) -> usize {
        if self.is_ascii() {
            return place.min(self.text.len());
        }
        if place >= self.chars {
            return self.text.len();
        }
        let from = match self.chars > STRIDE {
            true => self.marks()[place / STRIDE],
            false => 0,
        };
        let rest = &self.text[from..];
        rest.char_indices().nth(place - place / STRIDE * STRIDE).map_or(self.text.len(), |(offset, _)| from + offset)
    }

    fn marks(&self) -> &[usize] {
        let offsets = || self.text.char_indices().step_by(STRIDE).map(|(offset, _)| offset).collect();
        &self.marks.get_or_init(|| Box::new(Marks(offsets()))).0
    }

    /// The character at a place from the front.
    pub fn char_at(&self, place: usize) -> Option<char> {
        if self.is_ascii() {
            return self.text.as_bytes().get(place).map(|&byte| byte as char);
        }
        self.text[self.offset(place)..].chars().next()
    }

    /// The characters from `start` to `end`, which lie in order.
    pub fn part(&self, start: usize, end: usize) -> &str {
        if start >= end {
            return "";
        }
        &self.text[self.offset(start)..self.offset(end)]
    }

    /// Counts the bytes that lie outside of the body.
    #[inline(always)]
    fn account(&self, count: fn(usize)) {
        if self.text.is_heap_allocated() {
            count(self.text.len());
        }
    }

    pub(super) fn hash(&self) -> &Cell<i64> {
        &self.hash
    }
}

impl Drop for Str {
    #[inline]
    fn drop(&mut self) {
        self.account(memory::refund);
    }
}

impl Trace for Str {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_counted_not_bytes() {
        let text = Str::new("aßc");
        assert_eq!((text.len(), text.is_ascii()), (3, false));
        assert_eq!(text.char_at(2), Some('c'));
        assert_eq!(text.part(1, 3), "ßc");
        assert_eq!(Str::new("abc").part(1, 2), "b");
    }

    #[test]
    fn long_text_has_marks() {
        let long = "aé☃".repeat(100);
        let text = Str::new(long.as_str());
        for (place, c) in long.chars().enumerate() {
            assert_eq!(text.char_at(place), Some(c));
        }
        assert_eq!((text.char_at(300), text.offset(300), text.offset(1000)), (None, long.len(), long.len()));
        assert_eq!(text.part(64, 67), "é☃a");
    }

    #[test]
    fn single_characters_are_shared() {
        assert!(Str::of_char('x').is(&Str::of_char('x')));
        assert!(Str::of_char('é').is(&Str::of_char('é')));
        assert_eq!(Str::of_char('☃').as_str(), "☃");
    }
}
