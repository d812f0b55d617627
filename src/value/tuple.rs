//! Tuples: fixed rows of values.
//!
//! In: values. Out: a body whose items can be borrowed freely, since they never change. Compiled code reads them through
//! `Values`, which lies at the start of the body.

use super::Value;
use super::heap::{Gc, Ref, Trace, Values};
use std::cell::Cell;

/// The body of a tuple.
#[repr(C)]
pub struct Tuple {
    items: Values,
    /// The hash, once computed; zero until then.
    hash: Cell<i64>,
}

impl Tuple {
    /// Where the `Values` lies in the body.
    pub const ITEMS_OFFSET: i32 = 0;

    /// A tuple on the heap.
    #[allow(clippy::new_ret_no_self)]
    pub fn new(items: Vec<Value>) -> Gc<Tuple> {
        // A tuple of plain values can never be part of a cycle.
        let tracked = items.iter().any(Value::may_hold_others);
        let tuple = Gc::new(Tuple {
            items: Values::from(items),
            hash: Cell::new(0),
        });
        if tracked {
            tuple.track();
        }
        tuple
    }

    /// The items.
    #[inline(always)]
    pub fn items(&self) -> &[Value] {
        &self.items
    }

    /// How many items there are.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there are none.
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    pub(super) fn hash(&self) -> &Cell<i64> {
        &self.hash
    }
}

impl Trace for Tuple {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        for item in self.items() {
            item.trace(visit);
        }
    }
}
