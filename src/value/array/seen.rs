//! Arrays over the memory of other objects, which stay what they are: bytes, byte arrays, memory views of them.
//!
//! In: an object that shows its bytes. Out: an array of these bytes, or of the items that they are, which shares them and keeps the
//! object.
#![allow(unsafe_code)]

use super::{as_array, view_of};
use crate::array::ndarray::Order;
use crate::array::{Array, DType, Outcome, cast};
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

/// Bytes as elements of a type. Those that do not lie where numbers do are copied there; what was written to them would not be seen.
pub fn elements(bytes: &Array, dtype: DType) -> Outcome<Array> {
    let is_aligned = (bytes.data() as usize).is_multiple_of(dtype.size().min(8));
    let placed = if is_aligned { bytes.alias() } else { cast::copy(bytes, DType::U8, Order::C)? };
    let made = placed.with_dtype(dtype).unwrap_or(placed);
    made.set_writeable(bytes.is_writeable() && is_aligned);
    Ok(made)
}

/// The items of an object as an array, if they are numbers.
pub fn items_of(object: &Value) -> Result<Option<Value>, Raise> {
    if object.buffer().is_some_and(|buffer| type_of(buffer.format()).is_none()) {
        return Ok(None);
    }
    let view = MemoryView::of(object)?;
    let Some(dtype) = type_of(view.format()) else { return Ok(None) };
    if !view.is_contiguous() {
        let bytes = Array::from_slice::<u8>(&view.to_vec()?)?;
        return Ok(Some(Value::from(bytes.with_dtype(dtype).unwrap_or(bytes))));
    }
    Ok(Some(view_of(object, elements(&bytes_of(object)?, dtype)?)))
}

/// The type of elements that a letter of `struct` stands for.
fn type_of(format: char) -> Option<DType> {
    Some(match format {
        '?' => DType::Bool,
        'b' => DType::I8,
        'B' => DType::U8,
        'h' => DType::I16,
        'H' => DType::U16,
        'i' => DType::I32,
        'I' => DType::U32,
        'l' | 'q' => DType::I64,
        'L' | 'Q' => DType::U64,
        'f' => DType::F32,
        'd' => DType::F64,
        _ => return None,
    })
}
