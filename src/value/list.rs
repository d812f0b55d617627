//! Lists.
//!
//! In: values or plain machine items. Out: a body around flat storage. What needs comparison or script code is in
//! `ops`; here nothing can raise. Compiled code finds the storage's four words at `ITEMS_OFFSET` in the body.

use super::Value;
use super::heap::flat::{Flat, Storage, TooLarge};
use super::heap::{Gc, Ref, Trace};
use std::ops::Deref;

/// The body of a list. It derefs to its storage, whose element-wise operations it shares.
#[derive(Default)]
#[repr(C)]
pub struct List {
    items: Flat,
}

impl List {
    /// Where the storage lies in the body.
    pub const ITEMS_OFFSET: i32 = 0;

    /// An empty list on the heap.
    #[allow(clippy::new_ret_no_self)]
    pub fn new() -> Gc<List> {
        Gc::new(List::default())
    }

    /// A list around storage.
    pub fn from_flat(items: Flat) -> Gc<List> {
        let list = Gc::new(List { items });
        list.settle();
        list
    }

    /// A list of values.
    pub fn from_values(items: impl IntoIterator<Item = Value>) -> Gc<List> {
        List::from_flat(Flat::from_values(items))
    }

    /// An empty list with room for `count` items of a kind.
    pub fn with_capacity(storage: Storage, count: usize) -> Result<Gc<List>, TooLarge> {
        Ok(List::from_flat(Flat::with_capacity(storage, count)?))
    }

    /// The value at a Python index, borrowed, if values of any kind are stored. It must not be held while anything is
    /// stored into this list or script code may run: look at it, take a number or a clone from it, and let go.
    #[inline(always)]
    pub fn any_at(&self, index: i64) -> Option<&Value> {
        self.items.any_at(index)
    }
}

impl Deref for List {
    type Target = Flat;
    #[inline(always)]
    fn deref(&self) -> &Flat {
        &self.items
    }
}

impl Gc<List> {
    /// Enters the list in the collector's registry if it holds values that may lead back to it.
    #[inline]
    pub fn settle(&self) {
        if self.storage() == Storage::Any {
            self.track();
        }
    }

    /// Appends a value.
    #[inline(always)]
    pub fn push(&self, value: Value) {
        self.items.push(value);
        self.settle();
    }

    /// Stores a value at a place from the front, which must exist.
    #[inline]
    pub fn set(&self, place: usize, value: Value) {
        self.items.set(place, value);
        self.settle();
    }
}

impl Trace for List {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.items.trace(visit);
    }

    fn flat(&self) -> Option<&Flat> {
        Some(&self.items)
    }

    fn clear(&self) {
        self.items.clear();
    }
}
