//! A universal function done to elements of an array one after the other, some of them several times: `ufunc.at`.
//!
//! In: an array of one dimension, places in it, and the other operands, one for each place. Out: the array changed, and what the processor noticed.
#![allow(unsafe_code)]

use super::Ufunc;
use crate::array::error::Outcome;
use crate::array::ndarray::{Array, Order};
use crate::array::status::{self, Status};
use crate::array::{DType, cast};

/// Replaces the elements at some places by what a function makes of them. Nothing if it does not take and give the type of the array,
/// or if the other operands have another type.
pub fn at(ufunc: &Ufunc, array: &Array, places: &[i64], others: Option<&Array>) -> Outcome<Option<Status>> {
    let dtype = array.dtype();
    let is_same = others.is_none_or(|others| others.dtype() == dtype && others.size() == places.len());
    let Ok(chosen) = ufunc.choose(dtype) else { return Ok(None) };
    let expected: usize = if others.is_some() { 2 } else { 1 };
    if !is_same || chosen.input != dtype || chosen.output != dtype || ufunc.inputs != expected || dtype == DType::Bool {
        return Ok(None);
    }
    let others = others.map(|others| cast::copy(others, dtype, Order::C)).transpose()?;
    let (data, size, count) = (array.data(), dtype.size(), array.size());
    let stride = array.strides()[0];
    status::clear();
    for (number, &place) in places.iter().enumerate() {
        let place = usize::try_from(place).ok().filter(|&place| place < count);
        let element = data.wrapping_offset(place.expect("places are those of elements") as isize * stride);
        // SAFETY: both are elements of this type; the result replaces the first operand.
        unsafe {
            match &others {
                Some(others) => {
                    let other = others.data().wrapping_add(number * size);
                    (chosen.run)(&[element, other, element], &[0, size as isize, 0], 1);
                }
                None => (chosen.run)(&[element, element], &[0, 0], 1),
            }
        }
    }
    ufunc.noticed().map(Some)
}
