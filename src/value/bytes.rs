//! Bytes.
//!
//! In: bytes. Out: the same, shared and never changed.

use super::Value;
use super::heap::{Gc, Trace, memory};

/// The body of a bytes object.
pub struct Bytes {
    data: Box<[u8]>,
}

impl Bytes {
    /// A bytes object on the heap.
    pub fn create(data: impl Into<Box<[u8]>>) -> Gc<Bytes> {
        let data = data.into();
        memory::charge(data.len());
        Gc::new(Bytes { data })
    }

    /// The bytes.
    pub fn data(&self) -> &[u8] {
        &self.data
    }
}

impl Drop for Bytes {
    fn drop(&mut self) {
        memory::refund(self.data.len());
    }
}

impl Trace for Bytes {}

impl Value {
    /// A bytes object.
    pub fn bytes(data: &[u8]) -> Value {
        Value::from(Bytes::create(data))
    }
}
