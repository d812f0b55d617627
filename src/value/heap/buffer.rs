//! Fixed rows of values: the items of a tuple, the saved slots of a generator.
//!
//! In: values. Out: `Values`, whose pointer and length lie at fixed offsets, so that compiled code can read items.
//! It never grows; what grows is `Flat`.
#![allow(unsafe_code)]

use super::memory;
use crate::value::Value;
use std::cell::UnsafeCell;
use std::fmt;
use std::ops::Deref;

/// A row of values of fixed length.
#[repr(C)]
pub struct Values {
    data: *mut Value,
    length: u64,
}

impl Values {
    /// Where the data pointer lies in a `Values`.
    pub const DATA_OFFSET: i32 = 0;
    /// Where the length (a `u64`) lies in a `Values`.
    pub const LENGTH_OFFSET: i32 = 8;

    /// How many values there are.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.length as usize
    }

    /// Whether there are none.
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }
}

impl From<Box<[Value]>> for Values {
    fn from(items: Box<[Value]>) -> Values {
        memory::charge(std::mem::size_of_val(&*items));
        let length = items.len() as u64;
        Values { data: Box::into_raw(items).cast::<Value>(), length }
    }
}

impl From<Vec<Value>> for Values {
    fn from(items: Vec<Value>) -> Values {
        Values::from(items.into_boxed_slice())
    }
}

impl Deref for Values {
    type Target = [Value];
    #[inline(always)]
    fn deref(&self) -> &[Value] {
        // SAFETY: pointer and length came from a boxed slice, which this owns and never changes.
        unsafe { std::slice::from_raw_parts(self.data, self.length as usize) }
    }
}

impl Drop for Values {
    fn drop(&mut self) {
        memory::refund(self.len() * std::mem::size_of::<Value>());
        // SAFETY: the parts came from a boxed slice, which is given back once.
        unsafe { drop(Box::from_raw(std::ptr::slice_from_raw_parts_mut(self.data, self.length as usize))) }
    }
}

impl fmt::Debug for Values {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

/// A row of values of fixed length that lies in the same block as the object that owns it. Its words lie where those of
/// `Values` do.
#[repr(C)]
pub struct Row {
    data: *mut Value,
    length: u64,
}

impl Row {
    /// Writes `count` items to `data`, each as `item` gives it for its place.
    ///
    /// # Safety
    /// `data` has room for the items, and stays where it is for as long as the row.
    #[inline(always)]
    pub(super) unsafe fn fill(data: *mut Value, count: usize, mut item: impl FnMut(usize) -> Value) -> Row {
        for place in 0..count {
            // SAFETY: the caller has made room for all items.
            unsafe { data.add(place).write(item(place)) };
        }
        Row { data, length: count as u64 }
    }
}

impl Deref for Row {
    type Target = [Value];
    #[inline(always)]
    fn deref(&self) -> &[Value] {
        // SAFETY: the items were put there by `fill`, and never change.
        unsafe { std::slice::from_raw_parts(self.data, self.length as usize) }
    }
}

impl Drop for Row {
    fn drop(&mut self) {
        // From the end, as CPython does: finalizers show the order.
        for place in (0..self.length as usize).rev() {
            // SAFETY: the items are this row's, and nobody looks at them afterwards. The block itself goes with the object.
            unsafe { std::ptr::drop_in_place(self.data.add(place)) }
        }
    }
}

/// One value that can change, at a fixed address.
#[repr(transparent)]
#[derive(Default)]
pub struct Slot(UnsafeCell<Value>);

impl Slot {
    /// A slot with a value.
    pub const fn new(value: Value) -> Slot {
        Slot(UnsafeCell::new(value))
    }

    /// The value, counted.
    #[inline(always)]
    pub fn get(&self) -> Value {
        self.borrow().clone()
    }

    /// The value, borrowed. It must not be held while this slot may be assigned: while script code may run.
    #[inline(always)]
    pub(in crate::value) fn borrow(&self) -> &Value {
        // SAFETY: the caller does not hold it over an assignment, and slots belong to one thread.
        unsafe { &*self.0.get() }
    }

    /// Assigns, and returns what was there.
    #[inline(always)]
    pub fn replace(&self, value: Value) -> Value {
        // SAFETY: no reference is held (see `borrow`); the old value leaves before anything is dropped.
        unsafe { std::ptr::replace(self.0.get(), value) }
    }

    /// Assigns.
    #[inline(always)]
    pub fn set(&self, value: Value) {
        drop(self.replace(value));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::mem::offset_of;

    #[test]
    fn both_rows_look_alike_to_compiled_code() {
        assert_eq!(offset_of!(Values, data), Values::DATA_OFFSET as usize);
        assert_eq!(offset_of!(Values, length), Values::LENGTH_OFFSET as usize);
        assert_eq!(offset_of!(Row, data), Values::DATA_OFFSET as usize);
        assert_eq!(offset_of!(Row, length), Values::LENGTH_OFFSET as usize);
    }
}
