//! Replacing rows of items of flat storage.
//!
//! In: places, and other storage. Out: the storage changed, in place where the kinds agree. What an item is, is `flat`'s.
#![allow(unsafe_code)]

use super::flat::{Flat, Storage, TooLarge};
use super::memory;
use crate::value::Value;

impl Flat {
    /// All items as values.
    pub fn to_values(&self) -> Vec<Value> {
        let mut values = Vec::with_capacity(self.len());
        for place in 0..self.len() {
            values.extend(self.get(place));
        }
        values
    }

    /// Replaces the items from `start` to `end` by those of another storage.
    pub fn splice(&self, start: usize, end: usize, with: &Flat) -> Result<(), TooLarge> {
        assert!(start <= end && end <= self.len());
        if self.storage() != Storage::Empty && (with.storage() == self.storage() || with.is_empty()) {
            return self.exchange(start, end, with);
        }
        let front = self.copy(0, 1, start)?;
        let back = self.copy(end.min(self.len().saturating_sub(1)), 1, self.len() - end)?;
        front.extend(with);
        front.extend(&back);
        self.swap_with(&front);
        Ok(())
    }

    /// The same where the new items, which are not this storage's own, are of its kind: what comes after them moves.
    fn exchange(&self, start: usize, end: usize, with: &Flat) -> Result<(), TooLarge> {
        let (size, old, new) = (self.storage().size(), end - start, with.len());
        assert!(!std::ptr::eq(self, with));
        if new > old && (self.capacity.get() as usize) < self.len() + new - old {
            if !memory::allows(self.len() + new - old, size) {
                return Err(TooLarge);
            }
            self.grow(new - old);
        }
        let gone = match self.storage() {
            Storage::Any => Flat::with_capacity(Storage::Any, old)?,
            _ => Flat::new(),
        };
        let tail = self.len() - end;
        // SAFETY: there is room for all items. Values that are replaced move to `gone`, which drops them when this
        // storage is whole again; the tail moves as it is; and the gap is filled before anybody looks.
        unsafe {
            let gap = self.data.get().add(start * size);
            if self.storage() == Storage::Any && old > 0 {
                std::ptr::copy_nonoverlapping(gap, gone.data.get(), old * size);
                gone.length.set(old as u64);
            }
            if start == 0 && new == 0 && tail > 0 {
                self.skip(old);
            } else {
                std::ptr::copy(self.data.get().add(end * size), gap.add(new * size), tail * size);
                self.length.set(start as u64);
                if new > 0 {
                    self.append(with, 0, 1, new);
                }
            }
        }
        let length = start + new + tail;
        self.length.set(length as u64);
        if length > 0 && (length as u64) < (self.capacity.get() + self.skipped.get()) / 4 {
            self.resize(length);
        }
        Ok(())
    }

    /// Keeps only the items whose place passes.
    pub fn retain(&self, mut keep: impl FnMut(usize) -> bool) {
        let old = self.take();
        let kept = Flat::new();
        for place in 0..old.len() {
            if keep(place)
                && let Some(item) = old.get(place)
            {
                kept.push(item);
            }
        }
        self.swap_with(&kept);
    }
}
