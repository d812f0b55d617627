//! Objects that compiled code made, or took out of where they were, kept alive until its entry is left.
//!
//! In: values, as helpers make and release them. Out: whether there are so many that the unit should be left. Compiled code
//! counts no references: what it holds in registers lives in a slot, in a container, or here. So nothing is freed while it
//! runs, and once it is left, the slots own what they were given and all of this goes.

use crate::value::array;
use crate::value::dict::Dict;
use crate::value::list::List;
use crate::value::set::Set;
use crate::value::str::Str;
use crate::value::tuple::Tuple;
use crate::value::{Kind, Value};

/// Bytes, roughly, that may be kept before the unit is to be left: what fits a cache, so that new objects take the place of those let go.
const LIMIT: usize = 256 << 10;

/// Kept objects.
#[derive(Debug)]
pub(super) struct Kept {
    values: Vec<Value>,
    bytes: usize,
    limit: usize,
}

impl Default for Kept {
    fn default() -> Kept {
        Kept { values: Vec::new(), bytes: 0, limit: LIMIT }
    }
}

impl Kept {
    /// Keeps an object; anything else needs no keeping.
    #[inline]
    pub fn keep(&mut self, value: Value) {
        if let Value::Object(_) = value {
            self.bytes += weight(&value);
            self.values.push(value);
        }
    }

    /// Takes back the object kept last, if it is the one at this address and nobody else holds it.
    pub fn take_unique(&mut self, address: u64) -> Option<Value> {
        match self.values.last() {
            Some(Value::Object(last)) if last.address() as u64 == address && last.is_unique() => self.values.pop(),
            _ => None,
        }
    }

    /// Whether the unit should be left.
    #[inline]
    pub fn is_full(&self) -> bool {
        self.bytes > self.limit
    }

    /// Asks for more room: the unit cannot be left now.
    pub fn extend(&mut self) {
        self.limit = self.bytes * 2;
    }

    /// Lets everything go.
    pub fn clear(&mut self) {
        // Releasing may run script code, which enters compiled code with a context of its own.
        let mut values = std::mem::take(&mut self.values);
        values.clear();
        self.values = values;
        (self.bytes, self.limit) = (0, LIMIT);
    }
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
