//! Texts that are one object wherever they are written: literals, names of classes and functions, what `sys.intern` was given.
//!
//! In: text. Out: the one string for it on this thread, for as long as anything else holds it.

use super::Value;
use super::heap::{Gc, Ref};
use super::str::Str;
use rustc_hash::FxHashSet;
use std::borrow::Borrow;
use std::cell::RefCell;
use std::hash::{Hash, Hasher};

/// How many texts are there before those that nothing else holds are looked for.
const ROOM: usize = 1024;

struct Text(Gc<Str>);

impl Borrow<str> for Text {
    fn borrow(&self) -> &str {
        self.0.as_str()
    }
}

impl Hash for Text {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.as_str().hash(state);
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Text) -> bool {
        self.0.as_str() == other.0.as_str()
    }
}

impl Eq for Text {}

#[derive(Default)]
struct Table {
    texts: FxHashSet<Text>,
    /// How many there may be before it is swept again.
    room: usize,
}

thread_local! {
    static TABLE: RefCell<Table> = RefCell::default();
}

impl Table {
    fn one(&mut self, text: &str, make: impl FnOnce() -> Gc<Str>) -> Gc<Str> {
        if let Some(known) = self.texts.get(text) {
            return known.0.clone();
        }
        if self.texts.len() >= self.room.max(ROOM) {
            self.texts.retain(|text| !AsRef::<Ref>::as_ref(&text.0).is_unique());
            self.room = 2 * self.texts.len();
        }
        let made = make();
        self.texts.insert(Text(made.clone()));
        made
    }
}

/// The one string of a text.
pub fn interned(text: &str) -> Value {
    let mut characters = text.chars();
    if let (Some(character @ ..='\u{ff}'), None) = (characters.next(), characters.next()) {
        return Value::from(Str::of_char(character));
    }
    // A thread that ends has no table any more.
    let known = TABLE.try_with(|table| table.borrow_mut().one(text, || Str::new(text)));
    Value::from(known.unwrap_or_else(|_| Str::new(text)))
}

/// The one string with the text of this one, which it becomes if there is none yet.
pub fn one_of(string: &Gc<Str>) -> Value {
    let known = TABLE.try_with(|table| table.borrow_mut().one(string.as_str(), || string.clone()));
    Value::from(known.unwrap_or_else(|_| string.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_one_object_while_it_is_held() {
        let first = interned("a text");
        assert!(first.is(&interned("a text")) && !first.is(&interned("another")));
        for number in 0..3 * ROOM {
            interned(&number.to_string());
        }
        assert!(first.is(&interned("a text")));
        assert!(TABLE.with_borrow(|table| table.texts.len()) <= ROOM);
    }
}
