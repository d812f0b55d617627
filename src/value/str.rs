//! Text.
//!
//! In: UTF-8. Out: a body that knows its length in characters and whether it is all ASCII, so that indexing common text
//! takes constant time. The text itself lies behind the body, in the same block.

use super::heap::{Gc, Pen, Ref, Text, Trace, text};
use rustc_hash::FxHashMap;
use std::cell::{Cell, OnceCell, RefCell};
use std::mem::{ManuallyDrop, offset_of};

thread_local! {
    /// The strings of one Latin-1 character that were asked for: text is taken apart into them. They stay when the thread ends, so
    /// that nobody need look whether it does.
    static CHARACTERS: [OnceCell<ManuallyDrop<Gc<Str>>>; 256] = const { [const { OnceCell::new() }; 256] };
}

thread_local! {
    /// The byte offset of every `STRIDE`th character of long text that is not ASCII, once somebody has asked for a place, by the address
    /// of its body. Hardly any text has them, so bodies are smaller without.
    static MARKS: RefCell<FxHashMap<usize, Box<[usize]>>> = RefCell::default();
}

/// The body of a string.
#[repr(C)]
pub struct Str {
    /// How many characters there are, and whether `MARKS` knows it.
    chars: Cell<usize>,
    /// The hash, once computed; zero until then.
    hash: Cell<i64>,
    pub(super) text: Text,
}

/// The bit of text that is in `MARKS`.
const MARKED: usize = 1 << 63;

/// How many characters lie between two marks.
const STRIDE: usize = 64;

impl Str {
    /// Where lies how many bytes the text has; they follow at once.
    pub const SIZE_OFFSET: i32 = offset_of!(Str, text) as i32;

    /// A string on the heap.
    #[allow(clippy::new_ret_no_self)]
    pub fn new(text: impl AsRef<str>) -> Gc<Str> {
        let text = text.as_ref();
        Str::written(text.len(), count(text), |pen| pen.write(text))
    }

    /// A string of characters that are all ASCII.
    #[inline]
    pub fn of_ascii(text: &str) -> Gc<Str> {
        debug_assert!(text.is_ascii());
        Str::written(text.len(), text.len(), |pen| pen.write(text))
    }

    /// A string of so many bytes and characters, which `write` writes.
    #[inline(always)]
    pub fn written(bytes: usize, chars: usize, write: impl FnOnce(&mut Pen<'_>)) -> Gc<Str> {
        let make = |text| Str { chars: Cell::new(chars), hash: Cell::new(0), text };
        Gc::with_text(bytes, make, write)
    }

    /// A string of a part of this one's text: it need not be looked at again where this one is ASCII.
    pub fn cut_out(&self, text: &str) -> Gc<Str> {
        match *text.as_bytes() {
            [byte] => Str::of_char(char::from(byte)),
            _ if self.is_ascii() => Str::of_ascii(text),
            _ => Str::new(text),
        }
    }

    /// A string of this one's characters, which are all ASCII, each changed into another one that is.
    #[inline(always)]
    pub fn map_ascii(&self, change: impl Fn(&u8) -> u8) -> Gc<Str> {
        debug_assert!(self.is_ascii());
        let bytes = self.as_str().as_bytes();
        Str::written(bytes.len(), bytes.len(), |pen| pen.write_ascii(bytes, change))
    }

    /// A string of one character.
    #[inline]
    pub fn of_char(character: char) -> Gc<Str> {
        match character as usize {
            code @ ..256 => match CHARACTERS.with(|all| all[code].get().map(|known| Gc::clone(known))) {
                Some(known) => known,
                None => Str::first_of_char(character),
            },
            _ => Str::of_other_char(character),
        }
    }

    #[cold]
    fn first_of_char(character: char) -> Gc<Str> {
        let make = || ManuallyDrop::new(Str::of_other_char(character));
        CHARACTERS.with(|all| Gc::clone(all[character as usize].get_or_init(make)))
    }

    #[inline(never)]
    fn of_other_char(character: char) -> Gc<Str> {
        let mut bytes = [0; 4];
        let text = &*character.encode_utf8(&mut bytes);
        Str::written(text.len(), 1, |pen| pen.write(text))
    }

    /// Two strings joined.
    pub fn joined(first: &Str, second: &Str) -> Gc<Str> {
        Str::written(first.text.size() + second.text.size(), first.len() + second.len(), |pen| {
            pen.write(first.as_str());
            pen.write(second.as_str());
        })
    }

    /// Appends to a string that nobody else can see; it may move. False if others see it, or it is none.
    pub(super) fn append(object: &mut Ref, more: &Str) -> bool {
        // It may move.
        object.body_mut::<Str>().into_iter().for_each(|text| text.forget_marks());
        let Some(grown) = text::append(object, more.as_str()) else { return false };
        grown.chars.set(grown.chars.get() + more.len());
        grown.hash.set(0);
        true
    }

    /// The text.
    #[inline(always)]
    pub fn as_str(&self) -> &str {
        self.text.as_str()
    }

    /// How many characters there are.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.chars.get() & !MARKED
    }

    /// Whether there are none.
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.chars.get() == 0
    }

    /// Whether a byte is a character.
    #[inline(always)]
    pub fn is_ascii(&self) -> bool {
        self.chars.get() == self.text.size()
    }

    /// The byte offset of a character; the length's is the end.
    pub fn offset(&self, place: usize) -> usize {
        if self.is_ascii() {
            return place.min(self.text.size());
        }
        if place >= self.len() {
            return self.text.size();
        }
        let from = match self.len() > STRIDE {
            true => self.with_marks(|marks| marks[place / STRIDE]),
            false => 0,
        };
        let rest = &self.as_str()[from..];
        rest.char_indices().nth(place - place / STRIDE * STRIDE).map_or(self.text.size(), |(offset, _)| from + offset)
    }

    /// The number of the character at a byte offset, where one begins.
    pub fn place(&self, offset: usize) -> usize {
        if self.is_ascii() {
            return offset;
        }
        let (before, from) = match self.len() > STRIDE {
            true => self.with_marks(|marks| {
                let before = marks.partition_point(|&mark| mark <= offset).saturating_sub(1);
                (before * STRIDE, marks[before])
            }),
            false => (0, 0),
        };
        before + self.as_str()[from..offset].chars().count()
    }

    fn address(&self) -> usize {
        std::ptr::from_ref(self).addr()
    }

    fn with_marks<R>(&self, look: impl FnOnce(&[usize]) -> R) -> R {
        let offsets = || self.as_str().char_indices().step_by(STRIDE).map(|(offset, _)| offset).collect();
        self.chars.set(self.chars.get() | MARKED);
        MARKS.with_borrow_mut(|all| look(all.entry(self.address()).or_insert_with(offsets)))
    }

    #[inline(always)]
    fn forget_marks(&self) {
        if self.chars.get() & MARKED != 0 {
            self.chars.set(self.len());
            // While the thread ends, the table may be gone.
            let _ = MARKS.try_with(|all| all.borrow_mut().remove(&self.address()));
        }
    }

    /// The character at a place from the front.
    pub fn char_at(&self, place: usize) -> Option<char> {
        if self.is_ascii() {
            return self.as_str().as_bytes().get(place).map(|&byte| byte as char);
        }
        self.as_str()[self.offset(place)..].chars().next()
    }

    /// The characters from `start` to `end`, which lie in order.
    pub fn part(&self, start: usize, end: usize) -> &str {
        if start >= end {
            return "";
        }
        &self.as_str()[self.offset(start)..self.offset(end)]
    }

    pub(super) fn hash(&self) -> &Cell<i64> {
        &self.hash
    }
}

impl Drop for Str {
    #[inline(always)]
    fn drop(&mut self) {
        self.forget_marks();
    }
}

impl Trace for Str {
    fn row_length(&self) -> usize {
        self.text.room()
    }
}

/// How many characters a text has.
#[inline]
fn count(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.chars().count() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_and_offsets_are_each_others_way_back() {
        for text in ["äbc".repeat(70), "aß".to_string(), "plain".to_string()] {
            let text = Str::new(text);
            for place in 0..=text.len() {
                assert_eq!(text.place(text.offset(place)), place);
            }
        }
    }

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
