//! Copies of many items at once: of a stretch of them, behind others, or several times over.
//!
//! In: storage of one kind. Out: storage of the same kind with copies of its items, values being cloned.
#![allow(unsafe_code)]

use super::{Flat, Storage, TooLarge};
use crate::value::Value;
use std::mem::MaybeUninit;

impl Flat {
    /// A copy of `count` items, from `start` in steps of `step`; all of them must exist.
    pub fn copy(&self, start: usize, step: isize, count: usize) -> Result<Flat, TooLarge> {
        let copy = Flat::with_capacity(self.storage(), count)?;
        if count == 0 {
            return Ok(copy);
        }
        let last = start as isize + step * (count as isize - 1);
        assert!(start < self.len() && (last as usize) < self.len());
        copy.append(self, start, step, count);
        Ok(copy)
    }

    /// A copy of what is not empty, with room for so many items more.
    pub fn copy_with_room(&self, more: usize) -> Result<Flat, TooLarge> {
        debug_assert!(!self.is_empty());
        let copy = Flat::with_capacity(self.storage(), self.len() + more)?;
        copy.append(self, 0, 1, self.len());
        Ok(copy)
    }

    /// Appends copies of items of storage of the same kind, for which there is room.
    pub(in crate::value::heap) fn append(&self, from: &Flat, start: usize, step: isize, count: usize) {
        debug_assert!(self.storage() == from.storage());
        let (size, length) = (self.storage().size(), self.len());
        assert!(self.capacity.get() as usize - length >= count);
        // SAFETY: there is room for `count` items, source items exist (`copy` and `extend` checked), and the places
        // written lie behind all places read even if both are the same storage. Values are cloned, never copied.
        unsafe {
            if self.storage() == Storage::Any && step == 1 {
                let items = std::slice::from_raw_parts(item!(from, Value, start), count);
                let target = item!(self, Value, length);
                for (place, item) in items.iter().enumerate() {
                    target.add(place).write(item.clone());
                }
            } else if self.storage() == Storage::Any {
                for i in 0..count {
                    let item = (*item!(from, Value, (start as isize + step * i as isize) as usize)).clone();
                    item!(self, Value, length + i).write(item);
                }
            } else if step == 1 {
                let (source, target) = (from.data.get().add(start * size), self.data.get().add(length * size));
                std::ptr::copy_nonoverlapping(source, target, count * size);
            } else {
                match size {
                    8 => self.append_items::<u64>(from, start, step, count),
                    1 => self.append_items::<u8>(from, start, step, count),
                    _ => self.append_items::<[f64; 2]>(from, start, step, count),
                }
            }
        }
        self.length.set((length + count) as u64);
    }

    /// Copies items behind the last one without counting them.
    ///
    /// # Safety
    /// As for `append`, and items are as large as a `T`.
    unsafe fn append_items<T: Copy>(&self, from: &Flat, start: usize, step: isize, count: usize) {
        for i in 0..count {
            // SAFETY: the caller's promise.
            unsafe {
                let item = *item!(from, T, (start as isize + step * i as isize) as usize);
                item!(self, T, self.len() + i).write(item);
            }
        }
    }

    /// Appends copies of all items of another storage, or of this one itself.
    pub fn extend(&self, from: &Flat) {
        let count = from.len();
        if count == 0 {
            return;
        }
        if self.storage() == Storage::Empty {
            self.begin(from.storage());
        }
        if self.storage() == from.storage() {
            if (self.capacity.get() as usize) < self.len() + count {
                self.grow(count);
            }
            self.append(from, 0, 1, count);
        } else {
            for place in 0..count {
                if let Some(item) = from.get(place) {
                    self.push(item);
                }
            }
        }
    }

    /// The items `times` times over.
    pub fn repeat(&self, times: usize) -> Result<Flat, TooLarge> {
        let total = self.len().checked_mul(times).ok_or(TooLarge)?;
        let result = Flat::with_capacity(self.storage(), total)?;
        if self.len() == 1 && total > 0 {
            result.fill(self, total);
        } else {
            for _ in 0..if total == 0 { 0 } else { times } {
                result.append(self, 0, 1, self.len());
            }
        }
        Ok(result)
    }

    /// Fills this, which has the room, with copies of the one item of `from`.
    fn fill(&self, from: &Flat, count: usize) {
        assert!(self.capacity.get() as usize >= count && from.len() == 1 && self.storage() == from.storage());
        // SAFETY: there is room for `count` items of the storage's kind, and `from` holds one of them.
        unsafe {
            match self.storage() {
                Storage::Int | Storage::Float => {
                    let item = *item!(from, u64, 0);
                    std::slice::from_raw_parts_mut(self.data.get().cast::<MaybeUninit<u64>>(), count)
                        .fill(MaybeUninit::new(item));
                }
                Storage::Bool => self.data.get().write_bytes(*item!(from, u8, 0), count),
                Storage::Complex => {
                    let item = *item!(from, [f64; 2], 0);
                    for place in 0..count {
                        item!(self, [f64; 2], place).write(item);
                    }
                }
                Storage::Any => {
                    let item = &*item!(from, Value, 0);
                    for place in 0..count {
                        item!(self, Value, place).write(item.clone());
                    }
                }
                Storage::Empty => return,
            }
        }
        self.length.set(count as u64);
    }
}
