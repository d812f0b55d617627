//! A universal function done to elements of an array one after the other, some of them several times: `ufunc.at`.
//!
//! In: an array of one dimension, places in it, and the other operands, one for each place. Out: the array changed, and what the processor noticed.
#![allow(unsafe_code)]

use super::loops::Binary;
use super::{Ufunc, operators};
use crate::array::error::Outcome;
use crate::array::ndarray::{Array, Order};
use crate::array::status::{self, Status};
use crate::array::{DType, cast, index};

/// Changes elements by the operator of a name, if it is one of these; tells whether it is.
macro_rules! changed_by {
    (($name:expr, $dtype:expr, $rows:expr, $places:expr) $($known:literal $op:ident: $($type:ident $own:ident),*;)*) => {
        match ($name, $dtype) {
            $($(($known, DType::$own) => {
                change::<operators::$op<$type>>($rows, $places);
                true
            })*)*
            _ => false,
        }
    };
}

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
    let (data, size, count) = (array.data(), dtype.size(), array.size());
    let stride = array.strides()[0];
    if let Some(others) = others
        && others.rank() == 1
        && index::are_from_start(places, count)
    {
        let rows = [(data, stride), (others.data(), others.strides()[0])];
        status::clear();
        // What is mostly asked for needs no loop for each element.
        // SAFETY: all places are those of elements, and there are as many others.
        let is_done = unsafe {
            changed_by! {
                (ufunc.name, dtype, rows, places)
                "add" Add: f64 F64, f32 F32, i64 I64, i32 I32;
                "subtract" Subtract: f64 F64, f32 F32, i64 I64, i32 I32;
                "multiply" Multiply: f64 F64, f32 F32, i64 I64, i32 I32;
                "divide" Divide: f64 F64, f32 F32;
                "maximum" Maximum: f64 F64, f32 F32, i64 I64, i32 I32;
                "minimum" Minimum: f64 F64, f32 F32, i64 I64, i32 I32;
                "fmax" Fmax: f64 F64, f32 F32;
                "fmin" Fmin: f64 F64, f32 F32;
                "bitwise_or" BitwiseOr: i64 I64, i32 I32, u8 U8;
                "bitwise_and" BitwiseAnd: i64 I64, i32 I32, u8 U8;
            }
        };
        if is_done {
            return ufunc.noticed().map(Some);
        }
    }
    let others = others.map(|others| cast::copy(others, dtype, Order::C)).transpose()?;
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

/// Changes each element of a row at some places by the one of another row that comes with it.
///
/// # Safety
/// The rows begin there, with elements so far apart; there are elements of the first one at all places, and as many others.
unsafe fn change<O: Binary<R = <O as Binary>::A>>(
    [(data, stride), (others, step)]: [(*mut u8, isize); 2],
    places: &[i64],
) {
    for (number, &place) in places.iter().enumerate() {
        let to = data.wrapping_offset(place as isize * stride).cast::<O::A>();
        let other = others.wrapping_offset(number as isize * step).cast::<O::B>();
        // SAFETY: the caller's promise.
        unsafe { to.write(O::apply(to.read(), other.read())) };
    }
}
