//! Byte arrays: bytes that can change.
//!
//! In: small ints, other bytes. Out: the same by place or by slice. What is borrowed from the storage never outlives one
//! of these functions, so script code that runs in between finds it free.

use super::bytes::Bytes;
use super::exception::Error;
use super::heap::{Gc, Trace, memory};
use super::memory_view::{MemoryView, seen_in};
use super::opaque::Row;
use super::ops::{self, iterate};
use super::slice::{Selection, Slice};
use super::{Kind, Raise, Res, Value, convert, type_name};
use crate::raise;
use std::cell::{Cell, RefCell};

/// The body of a byte array.
#[repr(C)]
pub struct ByteArray {
    /// Where compiled code finds the bytes.
    row: Row,
    data: RefCell<Vec<u8>>,
    /// How many memory views show the bytes: meanwhile the size stays.
    views: Cell<usize>,
}

/// Somebody looks at the bytes, whose number cannot change now.
#[cold]
pub fn shown() -> Raise {
    raise!(BufferError, "Existing exports of data: object cannot be re-sized")
}

impl ByteArray {
    /// Where its [`Row`] lies in the body.
    pub const ROW_OFFSET: i32 = 0;

    /// A byte array on the heap.
    pub fn create(mut data: Vec<u8>) -> Gc<ByteArray> {
        let row = Row::of_type(b'B');
        row.set(data.as_mut_ptr(), data.len());
        Gc::new(ByteArray { row, data: RefCell::new(data), views: Cell::new(0) })
    }

    /// How many bytes there are.
    pub fn len(&self) -> usize {
        self.data.borrow().len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The bytes, while no script code runs.
    pub fn lend(&self) -> std::cell::Ref<'_, Vec<u8>> {
        self.data.borrow()
    }

    /// A copy of the bytes.
    pub fn to_vec(&self) -> Vec<u8> {
        self.data.borrow().clone()
    }

    /// Changes the bytes. The change must not run script code.
    #[inline]
    pub fn change<T>(&self, change: impl FnOnce(&mut Vec<u8>) -> T) -> T {
        let mut data = self.data.borrow_mut();
        let result = change(&mut data);
        self.row.set(data.as_mut_ptr(), data.len());
        result
    }

    /// One memory view more, or one less, shows the bytes.
    pub(super) fn hold(&self, more: bool) {
        let views = self.views.get();
        self.views.set(if more { views + 1 } else { views.saturating_sub(1) });
    }

    /// Whether the size may change.
    #[inline]
    pub fn may_grow(&self) -> bool {
        self.views.get() == 0
    }

    /// Raises unless the size may change.
    pub fn may_resize(&self) -> Result<(), Raise> {
        if self.may_grow() { Ok(()) } else { Err(shown()) }
    }

    #[inline]
    fn place(&self, index: &Value) -> Result<usize, Raise> {
        // Most are such, and nothing need be asked.
        if let Value::Int(place) = *index
            && (0..self.len() as i64).contains(&place)
        {
            return Ok(place as usize);
        }
        self.place_of_any(index)
    }

    fn place_of_any(&self, index: &Value) -> Result<usize, Raise> {
        let Some(place) = convert::as_index(index)? else {
            let class = type_name(index);
            return Err(raise!(TypeError, "bytearray indices must be integers or slices, not {class}"));
        };
        let Some(place) = place.as_int() else {
            return Err(raise!(IndexError, "cannot fit '{}' into an index-sized integer", type_name(index)));
        };
        let length = self.len() as i64;
        let from_start = if place < 0 { place.saturating_add(length) } else { place };
        if (0..length).contains(&from_start) {
            Ok(from_start as usize)
        } else {
            Err(raise!(IndexError, "bytearray index out of range"))
        }
    }

    /// `array[index]`
    pub fn get(&self, index: &Value) -> Res {
        if let Some(slice) = index.downcast::<Slice>() {
            let chosen = slice.select(|| self.len())?;
            let data = self.data.borrow();
            let start = chosen.start as usize;
            let part = match chosen.step {
                1 => data[start..start + chosen.count].to_vec(),
                _ => places(chosen).map(|place| data[place]).collect(),
            };
            return Ok(Value::from(ByteArray::create(part)));
        }
        let place = self.place(index)?;
        Ok(Value::int(i64::from(self.data.borrow()[place])))
    }

    /// `array[index] = value`
    pub fn set(&self, index: &Value, value: &Value) -> Result<(), Raise> {
        let Some(slice) = index.downcast::<Slice>() else {
            let place = self.place(index)?;
            // Finding the byte may run script code, which may make the array shorter.
            let byte = byte(value)?;
            return match self.data.borrow_mut().get_mut(place) {
                Some(item) => {
                    *item = byte;
                    Ok(())
                }
                None => Err(raise!(IndexError, "bytearray index out of range")),
            };
        };
        let bytes = bytes_of(value)?;
        let chosen = slice.select(|| self.len())?;
        if bytes.len() != chosen.count && chosen.step == 1 {
            self.may_resize()?;
        }
        if chosen.step == 1 {
            let start = chosen.start as usize;
            self.change(|data| drop(data.splice(start..start + chosen.count, bytes)));
            return Ok(());
        }
        let (given, wanted) = (bytes.len(), chosen.count);
        if given != wanted {
            return Err(raise!(
                ValueError,
                "attempt to assign bytes of size {given} to extended slice of size {wanted}"
            ));
        }
        self.change(|data| places(chosen).zip(bytes).for_each(|(place, byte)| data[place] = byte));
        Ok(())
    }

    /// `del array[index]`
    pub fn delete(&self, index: &Value) -> Result<(), Raise> {
        self.may_resize()?;
        let Some(slice) = index.downcast::<Slice>() else {
            let place = self.place(index)?;
            self.change(|data| data.remove(place));
            return Ok(());
        };
        let chosen = slice.select(|| self.len())?;
        if chosen.step == 1 {
            let start = chosen.start as usize;
            self.change(|data| drop(data.drain(start..start + chosen.count)));
            return Ok(());
        }
        let mut doomed = vec![false; self.len()];
        places(chosen).for_each(|place| doomed[place] = true);
        let mut place = 0;
        self.change(|data| {
            data.retain(|_| {
                place += 1;
                !doomed[place - 1]
            });
        });
        Ok(())
    }
}

impl Trace for ByteArray {}

/// The places that a selection names.
fn places(chosen: Selection) -> impl Iterator<Item = usize> {
    (0..chosen.count as i64).map(move |i| (chosen.start + i * chosen.step) as usize)
}

/// A small int as a byte.
#[inline]
pub fn byte(value: &Value) -> Result<u8, Raise> {
    match *value {
        Value::Int(small @ 0..=255) => Ok(small as u8),
        _ => byte_of_any(value),
    }
}

fn byte_of_any(value: &Value) -> Result<u8, Raise> {
    let small = convert::index(value)?.as_int();
    small.and_then(|small| u8::try_from(small).ok()).ok_or_else(|| raise!(ValueError, "byte must be in range(0, 256)"))
}

/// The bytes of a value that is made of bytes, if it is.
pub fn plain_bytes(value: &Value) -> Option<Vec<u8>> {
    with_bytes(value, <[u8]>::to_vec)
}

/// The same bytes where they lie, for something that runs no script code.
#[inline]
pub fn with_bytes<T>(value: &Value, look: impl FnOnce(&[u8]) -> T) -> Option<T> {
    match value.downcast::<Bytes>() {
        Some(bytes) => Some(look(bytes.data())),
        None => match value.downcast::<ByteArray>() {
            Some(array) => Some(look(&array.lend())),
            None => with_bytes_of_other(value, look),
        },
    }
}

/// Both at once.
pub fn with_both<T>(a: &Value, b: &Value, look: impl FnOnce(&[u8], &[u8]) -> T) -> Option<T> {
    with_bytes(a, |a| with_bytes(b, |b| look(a, b))).flatten()
}

/// The bytes of a bytes object or byte array, or of an instance around one; nothing of what only shows bytes.
pub fn own_bytes(value: &Value) -> Option<Vec<u8>> {
    plain_bytes(value).filter(|_| matches!(value.kind(), Some(Kind::Bytes | Kind::ByteArray | Kind::Instance)))
}

/// The bytes that a memory view or an object of a library module shows, or that an instance is around.
fn with_bytes_of_other<T>(value: &Value, look: impl FnOnce(&[u8]) -> T) -> Option<T> {
    match value.kind()? {
        Kind::MemoryView => {
            let view = value.downcast::<MemoryView>()?;
            if view.object().is_unbound() { None } else { view.with_bytes(look).ok() }
        }
        Kind::Instance => match ops::base::payload(value) {
            Some(payload) => with_bytes(&payload, look),
            None => value.buffer().map(|buffer| seen_in(buffer, look)),
        },
        Kind::Array => value.buffer().map(|buffer| seen_in(buffer, look)),
        _ => None,
    }
}

/// The bytes of a bytes object, or of an iterable of small ints.
pub fn bytes_of(value: &Value) -> Result<Vec<u8>, Raise> {
    if let Some(bytes) = plain_bytes(value) {
        return Ok(bytes);
    }
    let iterable = value.as_str().is_none() && value.to_big().is_none();
    let iterator = iterable.then(|| iterate::iter(value));
    let Some(Ok(iterator)) = iterator else {
        let _ = super::exception::catch(Error::TypeError);
        return Err(raise!(TypeError, "can assign only bytes, buffers, or iterables of ints in range(0, 256)"));
    };
    let mut bytes = Vec::new();
    let mut iterator = ops::steps::of(iterator);
    while let Some(item) = iterator.next()? {
        bytes.push(byte(&item)?);
    }
    Ok(bytes)
}

/// `array * times`
pub fn repeat(array: &ByteArray, times: usize) -> Result<Vec<u8>, Raise> {
    if !memory::allows(array.len(), times) {
        return Err(raise!(MemoryError, ""));
    }
    Ok(array.data.borrow().repeat(times))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sieve_can_be_built_on_it() {
        let flags = ByteArray::create(vec![1; 20]);
        let evens = Slice::create(Value::int(4), Value::None, Value::int(2));
        let zeros = Value::bytes(&[0; 8]);
        flags.set(&Value::from(evens), &zeros).unwrap();
        assert_eq!(flags.to_vec().iter().filter(|&&flag| flag == 1).count(), 12);
        assert!(flags.set(&Value::int(0), &Value::int(256)).is_err());
        assert!(flags.get(&Value::int(20)).is_err());
        flags.delete(&Value::int(-1)).unwrap();
        assert_eq!(flags.len(), 19);
    }
}
