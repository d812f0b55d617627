//! Arrays made of a rule: rows of numbers in even steps, diagonals.
//!
//! In: numbers. Out: new arrays.
#![allow(unsafe_code)]

use super::cast;
use super::dtype::DType;
use super::element::{To, with_number};
use super::error::{Error, Outcome};
use super::ndarray::{Array, Order};
use super::scalar::Scalar;

/// An array of one value.
pub fn full(shape: &[usize], value: Scalar, order: Order) -> Outcome<Array> {
    let array = Array::empty(shape, value.dtype(), order)?;
    cast::fill_with(&array, value)?;
    Ok(array)
}

/// Whole numbers in even steps, of a type.
pub fn whole_range(start: i64, step: i64, count: usize, dtype: DType) -> Outcome<Array> {
    let array = Array::empty(&[count], dtype, Order::C)?;
    with_number!(dtype, T => {
        let mut next = start;
        for i in 0..count {
            // SAFETY: the new array has `count` elements of this type.
            unsafe { array.data().cast::<T>().add(i).write(next.to()) };
            next = next.wrapping_add(step);
        }
    });
    Ok(array)
}

/// Floats in even steps: each is the first one and so many times the step.
pub fn float_range(start: f64, next: f64, count: usize, dtype: DType) -> Outcome<Array> {
    let array = Array::empty(&[count], dtype, Order::C)?;
    // numpy takes the first two elements, in the type of the array, and steps by their difference.
    with_number!(dtype, T => {
        let (first, second): (T, T) = (start.to(), next.to());
        let wide = |value: T| -> f64 { value.to() };
        let step = wide(second) - wide(first);
        for i in 0..count {
            let value: T = match i {
                0 => first,
                1 => second,
                _ => (wide(first) + i as f64 * step).to(),
            };
            // SAFETY: the new array has `count` elements of this type.
            unsafe { array.data().cast::<T>().add(i).write(value) };
        }
    });
    Ok(array)
}

/// The elements of a diagonal of the first two axes given, as a view with the diagonal last.
pub fn diagonal(array: &Array, offset: i64, first: usize, second: usize) -> Outcome<Array> {
    if array.rank() < 2 {
        return Err(Error::value("diag requires an array of at least two dimensions"));
    }
    if first == second {
        return Err(Error::value("axis1 and axis2 cannot be the same"));
    }
    let (rows, columns) = (array.shape()[first] as i64, array.shape()[second] as i64);
    let (row, column) = if offset < 0 { (offset.saturating_neg(), 0) } else { (0, offset) };
    let count = (rows.saturating_sub(row)).min(columns.saturating_sub(column)).max(0);
    let strides = array.strides();
    let data = match count {
        0 => array.data(),
        _ => array.data().wrapping_offset(row as isize * strides[first] + column as isize * strides[second]),
    };
    let others = || (0..array.rank()).filter(|&axis| axis != first && axis != second);
    let shape: Vec<usize> = others().map(|axis| array.shape()[axis]).chain([count as usize]).collect();
    let steps: Vec<isize> = others().map(|axis| strides[axis]).chain([strides[first] + strides[second]]).collect();
    // SAFETY: the places of the diagonal are places of both axes.
    Ok(unsafe { array.view(data, array.dtype(), &shape, &steps) })
}
