//! Operators on two numbers, computed as the machine computes them.
//!
//! In: an operator and values, one of which is a scalar of an array. Out: the result, unless the operands come together in another
//! type first, or there is something of floats to notice. Whole numbers wrap round here, and are warned of.

use super::{Condition, Handling, NdArray, from_word, handling, report};
use crate::array::dtype::Class;
use crate::array::status::Status;
use crate::array::{DType, Scalar};
use crate::number::int;
use crate::resolve::tree::BinaryOp;
use crate::value::{Res, Value};
use std::ops::{Add, Div, Mul, Sub};

/// A result, and whether a whole number left its type and wrapped round.
type Computed = (Value, bool);

/// `a op b` of two numbers of one type, or of one and a number of Python that the type holds.
#[inline(never)]
pub(super) fn binary(op: BinaryOp, a: &Value, b: &Value) -> Option<Res> {
    let (result, has_left) = compute(op, a, b)?;
    Some(told(op, has_left).map(|()| result))
}

/// The same where arrays without dimensions are among the operands; those that wrap round do so without a word, in their loops.
pub(super) fn without_dimensions(op: BinaryOp, a: &Value, b: &Value) -> Option<Value> {
    let only = |value: &Value| {
        let array = value.downcast::<NdArray>()?;
        (array.rank() == 0 && !array.dtype().is_reference()).then(|| Value::from(array.only()))
    };
    let (result, has_left) = match (only(a), only(b)) {
        (Some(x), Some(y)) => compute(op, &x, &y)?,
        (Some(x), None) => compute(op, &x, b)?,
        (None, Some(y)) => compute(op, a, &y)?,
        (None, None) => return None,
    };
    (!has_left).then_some(result)
}

#[inline]
fn compute(op: BinaryOp, a: &Value, b: &Value) -> Option<Computed> {
    if let (Some(x), Some(y)) = (double(a), double(b)) {
        return finite(on_floats(op, x, y)?);
    }
    let dtype = match (a.scalar_dtype(), b.scalar_dtype()) {
        (Some(x), Some(y)) if x == y => x,
        (Some(dtype), None) | (None, Some(dtype)) => dtype,
        _ => return mixed(op, a, b),
    };
    match dtype {
        DType::F64 => mixed(op, a, b),
        DType::F32 => {
            let result = on_floats(op, single(a)?, single(b)?)?;
            result.is_finite().then(|| (Value::from(Scalar::of(result)), false))
        }
        DType::U64 => on_words(op, word(a)?, word(b)?),
        dtype if dtype.is_integer() => match (held(a, dtype), held(b, dtype)) {
            (Some(x), Some(y)) => on_integers(op, x, y, dtype),
            _ => mixed(op, a, b),
        },
        _ => None,
    }
}

/// The same of two numbers of 64 bits, one of them a float and one a whole number.
fn mixed(op: BinaryOp, a: &Value, b: &Value) -> Option<Computed> {
    let float = |value: &Value| match value {
        Value::NumpyI64(word) => Some(*word as i64 as f64),
        Value::Int(number) => Some(*number as f64),
        value => double(value),
    };
    finite(on_floats(op, float(a)?, float(b)?)?)
}

/// A result of double precision, if there is nothing to notice.
#[inline]
fn finite(result: f64) -> Option<Computed> {
    result.is_finite().then(|| (Value::NumpyF64(result.to_bits()), false))
}

/// A float of double precision: of Python, or of an array.
#[inline]
pub(super) fn double(value: &Value) -> Option<f64> {
    match value {
        Value::NumpyF64(bits) => Some(f64::from_bits(*bits)),
        Value::Float(bits) => Some(bits.get()),
        _ => None,
    }
}

/// A float of single precision, or a number of Python that is one: not every whole number is rounded once.
fn single(value: &Value) -> Option<f32> {
    match value {
        Value::NumpyF32(word) => Some(f32::from_bits(*word as u32)),
        Value::Float(bits) => Some(bits.get() as f32).filter(|float| float.is_finite()),
        Value::Int(number) if number.unsigned_abs() <= 1 << 24 => Some(*number as f32),
        _ => None,
    }
}

/// A `uint64`, or a number of Python that is one.
#[inline]
fn word(value: &Value) -> Option<u64> {
    match value {
        Value::NumpyU64(word) => Some(*word),
        Value::Int(number) => u64::try_from(*number).ok(),
        _ => None,
    }
}

/// A whole number of a type, whose words fit an `i64`, or a number of Python that the type holds.
#[inline]
fn held(value: &Value, dtype: DType) -> Option<i64> {
    match value {
        Value::Int(number) => (in_type(*number, dtype) == *number).then_some(*number),
        value => value.scalar_dtype().map(|_| value.scalar_word() as i64),
    }
}

/// The number of the type that a whole number wraps round to.
#[inline]
fn in_type(number: i64, dtype: DType) -> i64 {
    let unused = 64 - 8 * dtype.size() as u32;
    match dtype.class() {
        Class::Signed => number << unused >> unused,
        _ => ((number as u64) << unused >> unused) as i64,
    }
}

/// One of the four operators on floats of one size.
#[inline]
fn on_floats<T>(op: BinaryOp, x: T, y: T) -> Option<T>
where
    T: Add<Output = T> + Sub<Output = T> + Mul<Output = T> + Div<Output = T>,
{
    Some(match op {
        BinaryOp::Add => x + y,
        BinaryOp::Sub => x - y,
        BinaryOp::Mul => x * y,
        BinaryOp::Div => x / y,
        _ => return None,
    })
}

/// An operator on whole numbers of a type other than `uint64`.
#[inline]
fn on_integers(op: BinaryOp, x: i64, y: i64, dtype: DType) -> Option<Computed> {
    let bits = 8 * dtype.size() as i64;
    let (result, has_left) = match op {
        BinaryOp::Add => x.overflowing_add(y),
        BinaryOp::Sub => x.overflowing_sub(y),
        BinaryOp::Mul => x.overflowing_mul(y),
        BinaryOp::FloorDiv => {
            let quotient = int::floor_div(x, y)?;
            return (in_type(quotient, dtype) == quotient).then(|| (from_word(dtype, quotient as u64), false));
        }
        BinaryOp::Mod => (int::floor_mod(x, y)?, false),
        BinaryOp::And => (x & y, false),
        BinaryOp::Or => (x | y, false),
        BinaryOp::Xor => (x ^ y, false),
        BinaryOp::LeftShift if (0..bits).contains(&y) => {
            return Some((from_word(dtype, in_type(x << y, dtype) as u64), false));
        }
        BinaryOp::RightShift if (0..bits).contains(&y) => (x >> y, false),
        BinaryOp::Div if y != 0 => return finite(x as f64 / y as f64),
        _ => return None,
    };
    let wrapped = in_type(result, dtype);
    Some((from_word(dtype, wrapped as u64), has_left || wrapped != result))
}

/// An operator on two `uint64`.
#[inline]
fn on_words(op: BinaryOp, x: u64, y: u64) -> Option<Computed> {
    let (result, has_left) = match op {
        BinaryOp::Add => x.overflowing_add(y),
        BinaryOp::Sub => x.overflowing_sub(y),
        BinaryOp::Mul => x.overflowing_mul(y),
        BinaryOp::FloorDiv => (x.checked_div(y)?, false),
        BinaryOp::Mod => (x.checked_rem(y)?, false),
        BinaryOp::And => (x & y, false),
        BinaryOp::Or => (x | y, false),
        BinaryOp::Xor => (x ^ y, false),
        BinaryOp::LeftShift if y < 64 => (x << y, false),
        BinaryOp::RightShift if y < 64 => (x >> y, false),
        BinaryOp::Div if y != 0 => return finite(x as f64 / y as f64),
        _ => return None,
    };
    Some((Value::NumpyU64(result), has_left))
}

/// Says that a result has left its type, if it has.
#[inline]
fn told(op: BinaryOp, has_left: bool) -> Result<(), crate::value::Raise> {
    if !has_left || handling()[Condition::Over as usize] == Handling::Ignore {
        return Ok(());
    }
    report(
        Status::OVERFLOW,
        match op {
            BinaryOp::Add => "scalar add",
            BinaryOp::Sub => "scalar subtract",
            _ => "scalar multiply",
        },
    )
}
