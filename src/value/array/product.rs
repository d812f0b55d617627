//! Products of matrices, and what numpy says of them.
//!
//! In: arrays, and the name of the operation in warnings. Out: their product, after warnings of what the processor noticed.

use super::report;
use crate::array::element::{C64, C128};
use crate::array::status::{self, Status};
use crate::array::{Array, DType, Scalar, product};
use crate::value::Raise;

/// The sum of the products of two rows of one type and length; nothing, if the arrays are others.
pub fn of_rows(a: &Array, b: &Array, name: &str) -> Result<Option<Scalar>, Raise> {
    status::clear();
    let sum = product::of_rows(a, b);
    report(status::read(), name)?;
    Ok(sum)
}

/// `a @ b`, in a type.
pub fn matmul(a: &Array, b: &Array, dtype: DType, name: &str) -> Result<Array, Raise> {
    status::clear();
    let product = product::matmul(a, b, dtype)?;
    let mut status = status::read();
    // Loops over tiles fill up the last one with zeros: what infinities make of those is no result.
    if status.has(Status::INVALID) && !has_nan(&product) {
        status = status.without(Status::INVALID);
    }
    report(status, name)?;
    Ok(product)
}

/// Whether something in a new array is not a number.
fn has_nan(array: &Array) -> bool {
    match array.dtype() {
        DType::F32 => array.as_slice::<f32>().is_some_and(|all| all.iter().any(|x| x.is_nan())),
        DType::F64 => array.as_slice::<f64>().is_some_and(|all| all.iter().any(|x| x.is_nan())),
        DType::C64 => array.as_slice::<C64>().is_some_and(|all| all.iter().any(|x| x.re.is_nan() || x.im.is_nan())),
        DType::C128 => array.as_slice::<C128>().is_some_and(|all| all.iter().any(|x| x.re.is_nan() || x.im.is_nan())),
        _ => false,
    }
}
