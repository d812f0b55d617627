//! Objects that compiled code made, or took out of where they were, kept alive until its entry is left.
//!
//! In: values, as helpers make and release them. Out: whether there are so many that the unit should be left. Compiled code
//! counts no references: what it holds in registers lives in a slot, in a container, or here. So nothing is freed while it
//! runs, and once it is left, the slots own what they were given and all of this goes.

use crate::value::array;
use crate::value::dict::Dict;
use crate::value::heap::memory;
use crate::value::list::List;
use crate::value::set::Set;
use crate::value::str::Str;
use crate::value::tuple::Tuple;
use crate::value::{Kind, Value};

/// Bytes, roughly, that may be kept before the unit is to be left: what fits a cache, so that new objects take the place of those let go.
const LIMIT: usize = 256 << 10;

/// How many of the objects that were kept last are known by their addresses.
const RECENT: usize = 64;

/// How many of the objects kept last may be taken back: what text grows by may have been kept after it.
const LAST: usize = 4;

/// Kept objects.
#[derive(Debug)]
pub(super) struct Kept {
    values: Vec<Value>,
    /// Those that live until the unit makes the next one at the same place.
    for_a_turn: Vec<Value>,
    /// Addresses of some of them, each in the place that its bits say: what is kept again and again is kept once.
    recent: [u64; RECENT],
    bytes: usize,
    limit: usize,
    /// What the heap held when the first of them was kept.
    heap: usize,
    /// There was no more room, and more was kept all the same.
    extended: bool,
}

impl Default for Kept {
    fn default() -> Kept {
        Kept {
            values: Vec::new(),
            for_a_turn: Vec::new(),
            recent: [0; RECENT],
            bytes: 0,
            limit: LIMIT,
            heap: 0,
            extended: false,
        }
    }
}

impl Kept {
    /// Keeps an object; anything else needs no keeping.
    #[inline]
    pub fn keep(&mut self, value: Value) {
        if let Value::Object(object) = &value {
            let address = object.address() as u64;
            let recent = &mut self.recent[place_of(address)];
            // Each count of text tells that one more variable holds it, if it may grow.
            if *recent == address && (object.kind() != Kind::Str || is_character(&value)) {
                return;
            }
            *recent = address;
            if self.values.is_empty() {
                self.heap = memory::used();
            }
            let weight = weight(&value);
            self.bytes += weight;
            // One large object is no reason to leave: what is left would have to be made anew, text that grows in place too.
            self.limit = self.limit.max(4 * weight);
            self.values.push(value);
        }
    }

    /// Keeps an object in place of the last one that was kept at `place`.
    #[inline]
    pub fn keep_for_a_turn(&mut self, place: usize, value: Value) {
        if place >= self.for_a_turn.len() {
            self.for_a_turn.resize(place + 1, Value::None);
        }
        self.for_a_turn[place] = value;
    }

    /// Takes back one of the objects kept last, if it is the one at this address and nobody else holds it.
    pub fn take_unique(&mut self, address: u64) -> Option<Value> {
        let first = self.values.len().saturating_sub(LAST);
        let is_wanted = |value: &Value| match value {
            Value::Object(object) => object.address() as u64 == address && object.is_unique() && !is_character(value),
            _ => false,
        };
        let at = first + self.values[first..].iter().position(is_wanted)?;
        self.recent[place_of(address)] = 0;
        self.bytes -= weight(&self.values[at]);
        Some(self.values.remove(at))
    }

    /// Whether the unit should be left. What is kept empty and filled later shows in the heap alone.
    #[inline]
    pub fn is_full(&self) -> bool {
        self.bytes > self.limit || self.growth() > 2 * self.limit
    }

    /// How much larger the heap has become since the first of them was kept.
    #[inline]
    fn growth(&self) -> usize {
        if self.values.is_empty() { 0 } else { memory::used().saturating_sub(self.heap) }
    }

    /// Asks for more room: the unit cannot be left now.
    pub fn extend(&mut self) {
        self.limit = self.bytes.max(self.growth()) * 2;
        self.extended = true;
    }

    /// Whether it has asked for more room: all that waits for a call is to be left too.
    pub fn is_extended(&self) -> bool {
        self.extended
    }

    /// Lets everything go.
    pub fn clear(&mut self) {
        // Releasing may run script code, which enters compiled code with a context of its own.
        self.for_a_turn.clear();
        let mut values = std::mem::take(&mut self.values);
        if !values.is_empty() {
            self.recent = [0; RECENT];
        }
        values.clear();
        self.values = values;
        (self.bytes, self.limit, self.extended) = (0, LIMIT, false);
    }
}

/// Where the address of an object stands among the recent ones. (Objects begin at multiples of 16.)
#[inline]
fn place_of(address: u64) -> usize {
    (address >> 4) as usize % RECENT
}

/// Whether it is text of one byte: that never grows, since text that is looked through is full of the same few.
#[inline]
fn is_character(value: &Value) -> bool {
    value.downcast::<Str>().is_some_and(|text| text.as_str().len() <= 1)
}

/// Bytes that an object may hold.
#[inline]
fn weight(value: &Value) -> usize {
    let content = match value.kind() {
        Some(Kind::Str) => value.downcast::<Str>().map_or(0, |text| text.as_str().len()),
        Some(Kind::List) => value.downcast::<List>().map_or(0, |list| list.len() * list.storage().size()),
        Some(Kind::Array) => array::as_array(value).map_or(0, |array| 256 + array.size() * array.dtype().size()),
        Some(Kind::Tuple) => value.downcast::<Tuple>().map_or(0, |tuple| tuple.len() * 16),
        // Tables have room to spare; those that are made empty are made to be filled.
        Some(Kind::Set) => value.downcast::<Set>().map_or(0, |set| 200 + set.len() * 60),
        Some(Kind::Dict) => value.downcast::<Dict>().map_or(0, |dict| 200 + dict.len() * 48),
        _ => 0,
    };
    64 + content
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_large_object_does_not_fill_it() {
        let mut kept = Kept::default();
        let text = Value::str(&"x".repeat(8 * LIMIT));
        kept.keep(text);
        assert!(!kept.is_full());
        (0..4).for_each(|_| kept.keep(Value::str(&"y".repeat(8 * LIMIT))));
        assert!(kept.is_full());
    }

    #[test]
    fn what_is_filled_later_counts() {
        let mut kept = Kept::default();
        for _ in 0..40 {
            let list = List::new();
            let value = Value::from(list.clone());
            kept.keep(value);
            (0..2000).for_each(|number| list.push(Value::Int(number)));
        }
        assert!(kept.is_full());
    }

    #[test]
    fn what_others_hold_fills_nothing() {
        let mut kept = Kept::default();
        kept.keep(Value::from(List::new()));
        kept.clear();
        let list = List::new();
        (0..40_000).for_each(|number| list.push(Value::Int(number << 40)));
        kept.keep(Value::Int(1));
        assert!(!kept.is_full());
    }

    #[test]
    fn what_grows_counts_once() {
        let mut kept = Kept::default();
        // A single character is shared, so that nobody has it alone.
        for length in 2..2000 {
            let text = Value::str(&"x".repeat(length));
            let address = text.payload();
            kept.keep(text);
            assert!(kept.take_unique(address).is_some());
        }
        assert_eq!(kept.bytes, 0);
    }

    #[test]
    fn more_room_is_asked_for_until_all_is_let_go() {
        let mut kept = Kept::default();
        (0..LIMIT / 32).for_each(|_| kept.keep(Value::str("y")));
        assert!(kept.is_full() && !kept.is_extended());
        kept.extend();
        assert!(!kept.is_full() && kept.is_extended());
        kept.clear();
        assert!(!kept.is_extended());
    }

    #[test]
    fn what_is_kept_again_is_kept_once() {
        let character = Value::str("t");
        // Each alone: two may have one place among the recent ones.
        for (value, times) in [(Value::from(List::new()), 1), (character.clone(), 1), (Value::str("text"), 100)] {
            let mut kept = Kept::default();
            (0..100).for_each(|_| kept.keep(value.clone()));
            assert_eq!(kept.values.len(), times);
        }
        let mut kept = Kept::default();
        kept.keep(character.clone());
        let address = character.payload();
        drop(character);
        assert!(kept.take_unique(address).is_none());
    }
}
