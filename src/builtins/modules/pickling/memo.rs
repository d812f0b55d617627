//! What was written or read so far, by its number.
//!
//! In: objects in the order in which they come. Out: the number of an object, or the object of a number.

use crate::value::heap::Ref;
use crate::value::{Raise, Value};
use rustc_hash::FxHashMap;

/// The objects that were written.
#[derive(Default)]
pub struct Written {
    /// The objects in order, so that no other one gets the address of one of them meanwhile.
    kept: Vec<Value>,
    numbers: FxHashMap<u64, u32>,
}

impl Written {
    /// The number of an object, if it was written.
    #[inline]
    pub fn number(&self, object: &Value) -> Option<u32> {
        if let Value::Object(_) = object { self.numbers.get(&object.payload()).copied() } else { None }
    }

    /// Numbers an object, which may be one that nobody else can come across.
    pub fn add(&mut self, object: Option<&Value>) -> Result<u32, Raise> {
        let too_many = |_| super::not_written(format_args!("memo id too large for LONG_BINPUT"));
        let number = u32::try_from(self.kept.len()).map_err(too_many)?;
        self.kept.push(object.cloned().unwrap_or_default());
        if let Some(object @ Value::Object(_)) = object {
            self.numbers.insert(object.payload(), number);
        }
        Ok(number)
    }

    /// Gives an object a number that it had elsewhere.
    pub fn put(&mut self, number: u32, object: &Value) {
        let place = number as usize;
        if place >= self.kept.len() {
            self.kept.resize_with(place + 1, Value::default);
        }
        self.kept[place] = object.clone();
        self.numbers.insert(object.payload(), number);
    }

    /// The objects in order; those that nobody can come across are unbound.
    pub fn objects(&self) -> &[Value] {
        &self.kept
    }

    pub fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.kept.iter().for_each(|object| object.trace(visit));
    }
}

/// The objects that were read.
#[derive(Default)]
pub struct Known {
    /// Those whose numbers came in order.
    row: Vec<Value>,
    /// Those with numbers far away.
    far: FxHashMap<u64, Value>,
}

impl Known {
    /// The object with a number.
    #[inline]
    pub fn get(&self, number: u64) -> Option<&Value> {
        self.row.get(number as usize).or_else(|| self.far.get(&number))
    }

    /// Gives an object a number.
    #[inline]
    pub fn put(&mut self, number: u64, object: Value) {
        let count = self.row.len() as u64;
        if number < count {
            self.row[number as usize] = object;
        } else if number == count {
            self.row.push(object);
            if !self.far.is_empty() {
                self.far.remove(&number);
            }
        } else {
            self.far.insert(number, object);
        }
    }

    /// How many there are.
    #[inline]
    pub fn len(&self) -> usize {
        self.row.len() + self.far.len()
    }

    /// The numbers and their objects.
    pub fn pairs(&self) -> impl Iterator<Item = (u64, &Value)> {
        (0..).zip(&self.row).chain(self.far.iter().map(|(number, object)| (*number, object)))
    }

    pub fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.pairs().for_each(|(_, object)| object.trace(visit));
    }
}
