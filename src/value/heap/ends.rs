//! The two ends of flat storage: how it grows and shrinks.
//!
//! In: items, and how many there will be. Out: the same storage with more or less of them. At the back there is room in
//! advance; at the front the room of what was removed stays free, so that a list serves as a queue. What an item is, is `flat`'s.
#![allow(unsafe_code)]

use super::flat::{ALIGN, Flat, Storage, item};
use super::memory;
use crate::value::Value;
use std::alloc::{Layout, alloc, handle_alloc_error, realloc};
use std::mem::MaybeUninit;

impl Flat {
    /// Makes room for `more` further items.
    #[cold]
    #[inline(never)]
    pub(super) fn grow(&self, more: usize) {
        let needed = self.len() + more;
        if self.skipped.get() as usize > self.len() / 2 {
            self.move_to_front();
            if needed <= self.capacity.get() as usize {
                return;
            }
        }
        // Where memory runs out, no more is asked for in advance than there is.
        let ahead = self.len() / 2;
        let ahead = if memory::allows(ahead, self.storage().size()) { ahead } else { ahead.min(1 << 16) };
        let roomy = needed.max(self.len() + ahead).max(8);
        if !self.resize(roomy) && !self.resize(needed) {
            handle_alloc_error(Layout::new::<Value>());
        }
    }

    /// Makes the capacity `count` items, which is at least the length.
    pub(super) fn resize(&self, count: usize) -> bool {
        self.move_to_front();
        let size = self.storage().size();
        let (old, new) = (self.capacity.get() as usize * size, count * size);
        let Ok(layout) = Layout::from_size_align(new, ALIGN) else {
            return false;
        };
        // SAFETY: sizes are not zero; the old block, if any, was allocated here with the same alignment.
        let data = unsafe {
            if old == 0 {
                alloc(layout)
            } else {
                realloc(self.data.get(), Layout::from_size_align_unchecked(old, ALIGN), new)
            }
        };
        if data.is_null() {
            return false;
        }
        memory::charge(new);
        memory::refund(old);
        self.data.set(data);
        self.capacity.set(count as u64);
        true
    }

    /// Lets the items begin where the block does.
    fn move_to_front(&self) {
        let skipped = self.skipped.replace(0);
        if skipped > 0 {
            let (size, data) = (self.storage().size(), self.data.get());
            // SAFETY: the block begins so many items in front of the data, and what lies there is free.
            unsafe {
                let first = data.sub(skipped as usize * size);
                std::ptr::copy(data, first, self.len() * size);
                self.data.set(first);
            }
            self.capacity.set(self.capacity.get() + skipped);
        }
    }

    /// Leaves out the first items, which the caller has moved elsewhere: in time that does not depend on the length.
    pub(super) fn skip(&self, count: usize) {
        debug_assert!(count <= self.len());
        let bytes = count * self.storage().size();
        // SAFETY: so many items are there.
        self.data.set(unsafe { self.data.get().add(bytes) });
        self.length.set((self.len() - count) as u64);
        self.capacity.set(self.capacity.get() - count as u64);
        self.skipped.set(self.skipped.get() + count as u64);
    }

    /// Removes the last item.
    #[inline]
    pub fn pop(&self) -> Option<Value> {
        let last = self.len().checked_sub(1)?;
        if self.storage() == Storage::Any {
            self.length.set(last as u64);
            // SAFETY: the item was the last one and now belongs to the caller alone.
            return Some(unsafe { item!(self, Value, last).read() });
        }
        let value = self.get(last);
        self.length.set(last as u64);
        value
    }

    /// Drops all items past `length`.
    pub fn truncate(&self, length: usize) {
        while self.len() > length {
            self.pop();
        }
    }

    /// Inserts a value before a place; the place is at most the length.
    pub fn insert(&self, place: usize, value: Value) {
        assert!(place <= self.len());
        if place == 0 && self.skipped.get() > 0 {
            self.admit(&value);
            if self.skipped.get() > 0 {
                return self.insert_in_front(value);
            }
        }
        self.push(value);
        let (size, last) = (self.storage().size(), self.len() - 1);
        // SAFETY: both places are below the length; the last item moves to the place, those from there on by one.
        unsafe {
            let (to, from) = (self.data.get().add(place * size), self.data.get().add(last * size));
            let mut item = MaybeUninit::<Value>::uninit();
            std::ptr::copy_nonoverlapping(from, item.as_mut_ptr().cast(), size);
            std::ptr::copy(to, to.add(size), (last - place) * size);
            std::ptr::copy_nonoverlapping(item.as_ptr().cast(), to, size);
        }
    }

    /// Inserts a value, which the storage fits, in the free room before the first.
    fn insert_in_front(&self, value: Value) {
        let size = self.storage().size();
        // SAFETY: there is room for an item in front of the data.
        self.data.set(unsafe { self.data.get().sub(size) });
        self.length.set(self.length.get() + 1);
        self.capacity.set(self.capacity.get() + 1);
        self.skipped.set(self.skipped.get() - 1);
        match self.storage() {
            // SAFETY: the room held no value.
            Storage::Any => unsafe { item!(self, Value, 0).write(value) },
            _ => self.set(0, value),
        }
    }

    /// Removes and returns the item at a place, which must exist.
    pub fn remove(&self, place: usize) -> Value {
        assert!(place < self.len());
        let size = self.storage().size();
        if place == 0 && self.len() > 1 {
            let item = match self.storage() {
                // SAFETY: the item is there, and is left out at once: it is the caller's alone.
                Storage::Any => unsafe { item!(self, Value, 0).read() },
                _ => self.get(0).unwrap_or(Value::None),
            };
            self.skip(1);
            return item;
        }
        // SAFETY: the place is below the length; its item moves to the end, those behind it by one.
        unsafe {
            let (from, last) = (self.data.get().add(place * size), self.len() - 1);
            let mut item = MaybeUninit::<Value>::uninit();
            std::ptr::copy_nonoverlapping(from, item.as_mut_ptr().cast(), size);
            std::ptr::copy(from.add(size), from, (last - place) * size);
            std::ptr::copy_nonoverlapping(item.as_ptr().cast(), self.data.get().add(last * size), size);
        }
        self.pop().unwrap_or(Value::None)
    }
}
