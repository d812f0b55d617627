//! Arrays over the memory of other objects, which stay what they are: bytes, byte arrays, memory views of them.
//!
//! In: an object that shows its bytes. Out: an array of these bytes, which shares them and keeps the object.
#![allow(unsafe_code)]

use super::as_array;
use crate::array::ndarray::Order;
use crate::array::{Array, DType};
use crate::raise;
use crate::value::memory_view::MemoryView;
use crate::value::{Raise, Value};
use std::ptr::NonNull;

/// The bytes of an object.
pub fn bytes_of(object: &Value) -> Result<Array, Raise> {
    if let Some(array) = as_array(object).filter(|array| array.bytes().is_some()) {
        let flat = array.reshaped_view(&[array.size()], Order::C).unwrap_or_else(|| array.alias());
        return Ok(flat.with_dtype(DType::U8).unwrap_or(flat));
    }
    let view = MemoryView::of(object)?;
    if !view.is_contiguous() {
        return Err(raise!(BufferError, "memoryview: underlying buffer is not C-contiguous"));
    }
    let (start, size) = view.with_bytes(|bytes| (NonNull::from(bytes).cast::<u8>(), bytes.len()))?;
    let is_read_only = view.is_read_only();
    // SAFETY: a view keeps its object, and the object its bytes where they are, as long as it lives. Nothing looks at them while an
    // array is computed with, since no script runs then.
    let array = unsafe { Array::over(start, size, Box::new(view)) };
    array.set_writeable(!is_read_only);
    Ok(array)
}
