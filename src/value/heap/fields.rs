//! The fields of an instance: a row of values that begins in the object's own block and may grow out of it.
//!
//! In: values, in the order in which attributes come. Out: the same, by place. Pointer and length lie at fixed offsets,
//! so that compiled code reads a field with one indirection, wherever the row is. What a place means is not known here.
//! In place of a row there may be the data of a library module.
#![allow(unsafe_code)]

use super::handle::Gc;
use super::kind::Body;
use super::memory;
use super::tail::Tail;
use crate::value::Value;
use crate::value::opaque::Content;
use std::alloc::{Layout, alloc, dealloc, handle_alloc_error};
use std::cell::{Cell, UnsafeCell};

/// A row of values in the block of its object, or in a block of its own once there are too many.
#[repr(C)]
pub struct Fields {
    data: Cell<*mut Value>,
    length: Cell<u32>,
    capacity: Cell<u32>,
    /// How many values the object's block has room for.
    room: u32,
    /// Whether data lies there instead: then there are no values, and no place for any.
    is_content: bool,
}

impl Fields {
    /// Where the pointer to the first value lies in a `Fields`.
    pub const DATA_OFFSET: i32 = 0;
    /// Where the number of values (a `u32`) lies in a `Fields`.
    pub const LENGTH_OFFSET: i32 = 8;

    /// An empty row over the room behind an object's body.
    ///
    /// # Safety
    /// `data` has room for `room` values, and stays where it is for as long as the row.
    pub(super) unsafe fn over(data: *mut Value, room: u32) -> Fields {
        Fields { data: Cell::new(data), length: Cell::new(0), capacity: Cell::new(room), room, is_content: false }
    }

    /// Data that lies behind an object's body, instead of values.
    ///
    /// # Safety
    /// At `data` lies a `Tail<dyn Content>` that is owned here alone, and with what it owns no further than `room` values; both stay
    /// where they are for as long as this.
    pub(super) unsafe fn of_content(data: *mut Value, room: u32) -> Fields {
        Fields { data: Cell::new(data), length: Cell::new(0), capacity: Cell::new(0), room, is_content: true }
    }

    /// The data that lies there instead of values.
    #[inline(always)]
    pub(in crate::value) fn content(&self) -> Option<&Tail<dyn Content>> {
        // SAFETY: `of_content` was told that one lies there, and nothing has moved: no value is ever added.
        if self.is_content { Some(unsafe { &*self.data.get().cast::<Tail<dyn Content>>() }) } else { None }
    }

    /// How many values the object's block has room for.
    pub fn room(&self) -> usize {
        self.room as usize
    }

    /// How many values there are.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.length.get() as usize
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The value at a place, borrowed. It must not be held while this row may change: while script code may run.
    #[inline(always)]
    pub(in crate::value) fn borrow(&self, place: usize) -> Option<&Value> {
        // SAFETY: the place is within the row; the caller does not hold it over a change, and rows belong to one thread.
        if place < self.len() { Some(unsafe { &*self.data.get().add(place) }) } else { None }
    }

    /// The value at a place, which must exist.
    #[inline(always)]
    pub fn get(&self, place: usize) -> Value {
        self.borrow(place).cloned().unwrap_or_default()
    }

    /// Stores a value at a place and returns the one before; the place must exist.
    #[inline(always)]
    pub fn replace(&self, place: usize, value: Value) -> Value {
        assert!(place < self.len());
        // SAFETY: the place is within the row, and no reference is held (see `borrow`).
        unsafe { std::ptr::replace(self.data.get().add(place), value) }
    }

    /// Adds a value behind the others.
    #[inline(always)]
    pub fn push(&self, value: Value) {
        let length = self.length.get();
        if length == self.capacity.get() {
            self.grow();
        }
        // SAFETY: the place behind the last value is within the capacity.
        unsafe { self.data.get().add(length as usize).write(value) };
        self.length.set(length + 1);
    }

    /// Takes all values out.
    pub fn take(&self) -> Vec<Value> {
        let length = self.len();
        // From here on the row does not own them.
        self.length.set(0);
        // SAFETY: these places hold values, which are read once.
        (0..length).map(|place| unsafe { self.data.get().add(place).read() }).collect()
    }

    #[cold]
    #[inline(never)]
    fn grow(&self) {
        assert!(!self.is_content, "what holds data has no fields");
        let capacity = (self.capacity.get() * 2).max(4);
        let layout = row_layout(capacity);
        // SAFETY: the layout is not empty.
        let block = unsafe { alloc(layout) }.cast::<Value>();
        if block.is_null() {
            handle_alloc_error(layout);
        }
        memory::charge(layout.size());
        // SAFETY: the new block has room for all values, which are moved there.
        unsafe { std::ptr::copy_nonoverlapping(self.data.get(), block, self.len()) };
        self.give_back();
        self.data.set(block);
        self.capacity.set(capacity);
    }

    /// Frees the block outside, if there is one.
    fn give_back(&self) {
        if self.capacity.get() > self.room {
            let layout = row_layout(self.capacity.get());
            memory::refund(layout.size());
            // SAFETY: a capacity above the room in the object means a block made by `grow` with this layout.
            unsafe { dealloc(self.data.get().cast(), layout) };
        }
    }
}

fn row_layout(capacity: u32) -> Layout {
    match Layout::array::<Value>(capacity as usize) {
        Ok(layout) => layout,
        Err(_) => unreachable!("a row of {capacity} values is no larger than the address space"),
    }
}

impl Drop for Fields {
    fn drop(&mut self) {
        if self.is_content {
            // SAFETY: it was owned here, and nobody sees it any more.
            return unsafe { std::ptr::drop_in_place(self.data.get().cast::<Tail<dyn Content>>()) };
        }
        let length = self.length.replace(0);
        for place in 0..length as usize {
            // SAFETY: these places hold values that nobody else sees any more; each is dropped once.
            unsafe { std::ptr::drop_in_place(self.data.get().add(place)) };
        }
        self.give_back();
    }
}

/// A handle that can be exchanged, at a fixed address.
#[repr(transparent)]
pub struct Link<T>(UnsafeCell<Gc<T>>);

impl<T: Body> Link<T> {
    /// A handle.
    pub fn new(to: Gc<T>) -> Link<T> {
        Link(UnsafeCell::new(to))
    }

    /// The handle, borrowed. It must not be held while this link may be set: while script code may run.
    #[inline(always)]
    pub(in crate::value) fn borrow(&self) -> &Gc<T> {
        // SAFETY: the caller does not hold it over a change, and links belong to one thread.
        unsafe { &*self.0.get() }
    }

    /// Exchanges the handle.
    #[inline(always)]
    pub fn set(&self, to: Gc<T>) {
        // SAFETY: no reference is held (see `borrow`); the old handle leaves before it is dropped.
        drop(unsafe { std::ptr::replace(self.0.get(), to) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::mem::offset_of;

    #[test]
    fn layout_is_what_compiled_code_expects() {
        assert_eq!(offset_of!(Fields, data), Fields::DATA_OFFSET as usize);
        assert_eq!(offset_of!(Fields, length), Fields::LENGTH_OFFSET as usize);
    }
}
