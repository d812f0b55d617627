//! Tuples: fixed rows of values.
//!
//! In: values. Out: a body whose items can be borrowed freely, since they never change. Compiled code reads them through
//! the words of a row, which lie at the start of the body as those of a `Values` do.

use super::Value;
use super::heap::{Gc, Ref, Row, Trace};
use std::cell::Cell;

/// The body of a tuple.
#[repr(C)]
pub struct Tuple {
    items: Row,
    /// The hash, once computed; zero until then.
    hash: Cell<i64>,
    /// The names of the items, if they have some.
    record: Option<&'static Record>,
}

/// A type of tuples whose items have names (`time.struct_time`).
pub struct Record {
    /// The module that it belongs to.
    pub module: &'static str,
    /// What it is called.
    pub name: &'static str,
    /// The names of the items.
    pub fields: &'static [&'static str],
}

impl Tuple {
    /// Where the words of the row lie in the body.
    pub const ITEMS_OFFSET: i32 = 0;

    /// A tuple on the heap.
    #[allow(clippy::new_ret_no_self)]
    pub fn new(mut items: Vec<Value>) -> Gc<Tuple> {
        Tuple::of(&mut items)
    }

    /// A tuple of the values in a row, which are moved out of it. There is one empty tuple.
    pub fn of(items: &mut [Value]) -> Gc<Tuple> {
        thread_local! {
            static EMPTY: Gc<Tuple> = Tuple::make(&mut [], None);
        }
        match items {
            [] => EMPTY.with(Gc::clone),
            items => Tuple::make(items, None),
        }
    }

    /// A tuple whose items have names, one each.
    pub fn with_names(record: &'static Record, mut items: Vec<Value>) -> Gc<Tuple> {
        Tuple::make(&mut items, Some(record))
    }

    fn make(items: &mut [Value], record: Option<&'static Record>) -> Gc<Tuple> {
        // A tuple of plain values can never be part of a cycle.
        let tracked = items.iter().any(Value::may_hold_others);
        let tuple = Gc::with_row(items, |items| Tuple { items, hash: Cell::new(0), record });
        if tracked {
            tuple.track();
        }
        tuple
    }

    /// The names of the items, if they have some.
    #[inline]
    pub fn record(&self) -> Option<&'static Record> {
        self.record
    }

    /// The item of a name.
    pub fn named(&self, name: &str) -> Option<&Value> {
        let place = self.record?.fields.iter().position(|field| *field == name)?;
        self.items().get(place)
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

    fn row_length(&self) -> usize {
        self.items.len()
    }
}
