//! The attributes of arrays and scalars.
//!
//! In: an array. Out: what it is like, or a view of it.

use super::argument::any_array as array;
use crate::array::{Array, DType};
use crate::value::array::{NdArray, dtype_value, view_of};
use crate::value::{Raise, Res, Value};

/// Their names, and what computes them.
pub static ATTRIBUTES: &[(&str, fn(&Value) -> Res)] = &[
    ("shape", |value| with(value, |array| Value::tuple(array.shape().iter().map(|&n| Value::int(n as i64)).collect()))),
    ("strides", |value| {
        with(value, |array| Value::tuple(array.strides().iter().map(|&n| Value::int(shown_step(array, n))).collect()))
    }),
    ("ndim", |value| with(value, |array| Value::int(array.rank() as i64))),
    ("size", |value| with(value, |array| Value::int(array.size() as i64))),
    ("itemsize", |value| with(value, |array| Value::int(array.dtype().shown_size() as i64))),
    ("nbytes", |value| with(value, |array| Value::int((array.size() * array.dtype().shown_size()) as i64))),
    ("dtype", |value| with(value, |array| dtype_value(array.dtype()))),
    ("base", |value| Ok(value.downcast::<NdArray>().map_or(Value::None, |array| array.base().clone()))),
    ("T", |value| match value.downcast::<NdArray>() {
        Some(array) => Ok(view_of(value, array.reversed_axes())),
        None => Ok(value.clone()),
    }),
    ("flat", super::flat::of),
    ("real", |value| part(value, false)),
    ("imag", |value| part(value, true)),
];

fn with(value: &Value, look: impl FnOnce(&Array) -> Value) -> Res {
    match value.downcast::<NdArray>() {
        Some(own) => Ok(look(own)),
        None => Ok(look(&array(value)?)),
    }
}

/// A stride as numpy has it, whose references take eight bytes, and whose texts lie in the array.
fn shown_step(array: &Array, step: isize) -> i64 {
    let dtype = array.dtype();
    (step / dtype.size() as isize * dtype.shown_size() as isize + step % dtype.size() as isize) as i64
}

fn part(value: &Value, imaginary: bool) -> Res {
    let own = array(value)?;
    let part = match (own.dtype().is_complex(), imaginary) {
        (true, _) => own.part_view(imaginary),
        (false, false) => own.alias(),
        (false, true) => {
            let zeros = Array::zeros(own.shape(), own.dtype(), crate::array::ndarray::Order::C)?;
            zeros.set_writeable(false);
            zeros
        }
    };
    match value.downcast::<NdArray>() {
        Some(_) if !own.dtype().is_complex() && !imaginary => Ok(value.clone()),
        Some(_) => Ok(view_of(value, part)),
        None => Ok(Value::from(part.only())),
    }
}

/// The type that an array or scalar has.
pub fn dtype(value: &Value) -> Result<DType, Raise> {
    Ok(array(value)?.dtype())
}
