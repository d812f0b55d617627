//! Bytes.
//!
//! In: bytes. Out: the same, shared and never changed, in one block with the body.

use super::Value;
use super::heap::{Gc, Inline, Trace};
use std::cell::{Cell, OnceCell};
use std::mem::{ManuallyDrop, offset_of};

thread_local! {
    /// The bytes objects of one byte that were asked for: data is taken apart into them. They stay when the thread ends, so that
    /// nobody need look whether it does.
    static SINGLE: [OnceCell<ManuallyDrop<Gc<Bytes>>>; 256] = const { [const { OnceCell::new() }; 256] };
}

/// The body of a bytes object.
#[repr(C)]
pub struct Bytes {
    /// The hash, once computed; zero until then.
    hash: Cell<i64>,
    pub(super) data: Inline,
}

impl Bytes {
    /// Where lies how many bytes there are; they follow at once.
    pub const LENGTH_OFFSET: i32 = offset_of!(Bytes, data) as i32;

    /// A bytes object on the heap; those of a single byte are shared.
    #[inline]
    pub fn create(data: &[u8]) -> Gc<Bytes> {
        match *data {
            [byte] => SINGLE.with(|all| {
                let make = || ManuallyDrop::new(Bytes::joined(&[data]));
                Gc::clone(all[usize::from(byte)].get_or_init(make))
            }),
            _ => Bytes::joined(&[data]),
        }
    }

    /// A bytes object of parts, one after the other.
    pub fn joined(parts: &[&[u8]]) -> Gc<Bytes> {
        Gc::with_bytes(parts, |data| Bytes { hash: Cell::new(0), data })
    }

    /// The bytes.
    #[inline(always)]
    pub fn data(&self) -> &[u8] {
        self.data.bytes()
    }

    pub(super) fn hash(&self) -> &Cell<i64> {
        &self.hash
    }
}

impl Trace for Bytes {
    fn row_length(&self) -> usize {
        self.data.room::<Bytes>()
    }
}

impl Value {
    /// A bytes object.
    pub fn bytes(data: &[u8]) -> Value {
        Value::from(Bytes::create(data))
    }
}
