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
    named: Option<Box<Named>>,
}

/// A type of tuples whose items have names (`time.struct_time`).
pub struct Record {
    /// The module that it belongs to.
    pub module: &'static str,
    /// What it is called.
    pub name: &'static str,
    /// The names of the items.
    pub fields: &'static [&'static str],
    /// The names of values that are not among the items; one that is `None` hides no item of its name.
    pub hidden: &'static [&'static str],
}

/// What a tuple whose items have names has beside the items.
struct Named {
    record: &'static Record,
    hidden: Vec<Value>,
}

impl Tuple {
    /// Where the words of the row lie in the body.
    pub const ITEMS_OFFSET: i32 = 0;

    /// A tuple on the heap.
    #[allow(clippy::new_ret_no_self)]
    pub fn new(mut items: Vec<Value>) -> Gc<Tuple> {
        Tuple::of(&mut items)
    }

    /// A tuple of the values in a row, which are moved out of it.
    #[inline]
    pub fn of(items: &mut [Value]) -> Gc<Tuple> {
        Tuple::filled(items.len(), |place| items[place].take())
    }

    /// A tuple of `count` values, each as `item` gives it for its place. There is one empty tuple.
    #[inline(always)]
    pub fn filled(count: usize, item: impl FnMut(usize) -> Value) -> Gc<Tuple> {
        if count == 0 { Tuple::empty() } else { Tuple::make(count, item, None) }
    }

    #[inline(never)]
    fn empty() -> Gc<Tuple> {
        thread_local! {
            static EMPTY: Gc<Tuple> = Tuple::make(0, |_| Value::None, None);
        }
        EMPTY.with(Gc::clone)
    }

    /// A tuple whose items have names, one each. The values behind them are hidden; those that are left out are `None`.
    pub fn with_names(record: &'static Record, mut items: Vec<Value>) -> Gc<Tuple> {
        let mut hidden = items.split_off(record.fields.len().min(items.len()));
        hidden.resize(record.hidden.len(), Value::None);
        Tuple::make(items.len(), |place| items[place].take(), Some(Box::new(Named { record, hidden })))
    }

    /// A tuple of two.
    #[inline]
    pub fn pair(mut first: Value, mut second: Value) -> Gc<Tuple> {
        // Each by itself, so that they come out of registers.
        let item = |place| if place == 0 { first.take() } else { second.take() };
        Tuple::make(2, item, None)
    }

    #[inline(always)]
    fn make(count: usize, mut item: impl FnMut(usize) -> Value, named: Option<Box<Named>>) -> Gc<Tuple> {
        // A tuple of plain values can never be part of a cycle.
        let mut tracked = false;
        let item = |place| {
            let item = item(place);
            tracked |= item.may_hold_others();
            item
        };
        let tuple = Gc::with_row(count, item, |items| Tuple { items, hash: Cell::new(0), named });
        if tracked {
            tuple.track();
        }
        tuple
    }

    /// Whether its items have names.
    #[inline(always)]
    pub fn has_names(&self) -> bool {
        self.named.is_some()
    }

    /// The names of the items, if they have some.
    #[inline]
    pub fn record(&self) -> Option<&'static Record> {
        self.named.as_deref().map(|named| named.record)
    }

    /// The value of a name.
    pub fn named(&self, name: &str) -> Option<&Value> {
        let Named { record, hidden } = self.named.as_deref()?;
        let find = |names: &[&str]| names.iter().position(|known| *known == name);
        let item = find(record.fields).and_then(|place| self.items().get(place));
        let behind = find(record.hidden).and_then(|place| hidden.get(place));
        behind.filter(|value| !value.is_none()).or(item).or(behind)
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
        self.named.iter().flat_map(|named| &named.hidden).for_each(|value| value.trace(visit));
    }

    fn row_length(&self) -> usize {
        self.items.len()
    }
}
