//! From values to what Rust code wants: indices, counts, floats.
//!
//! In: a value and what it is wanted for. Out: a number, or CPython's `TypeError`.

use super::ops::{base, dunder};
use super::{Error, Raise, Symbol, Value, array, raise, type_name};
use crate::number::{self, Complex64};
use crate::raise;
use dashu_int::{IBig, Sign};

/// The int that a value is, by `__index__`: an int of any size as a value, or nothing if it is not one.
pub fn as_index(value: &Value) -> Result<Option<Value>, Raise> {
    match value {
        Value::Int(_) => Ok(Some(value.clone())),
        Value::Bool(truth) => Ok(Some(Value::int(truth.get() as i64))),
        _ if value.as_big().is_some() => Ok(Some(value.clone())),
        _ if array::concerns(value) => array::as_index(value),
        // An int of a derived class is that int, whatever its `__index__` says.
        _ => match value.to_big() {
            Some(int) => Ok(Some(Value::big(int))),
            None => {
                let Some(method) = dunder::find(value, Symbol::INDEX) else { return Ok(None) };
                let result = dunder::call(&method, value, &[])?;
                match result.to_big() {
                    Some(index) => Ok(Some(Value::big(index))),
                    None => Err(raise!(TypeError, "__index__ returned non-int (type {})", type_name(&result))),
                }
            }
        },
    }
}

/// The int that a value is, or `TypeError` as CPython words it.
pub fn index(value: &Value) -> Result<Value, Raise> {
    match as_index(value)? {
        Some(index) => Ok(index),
        None => Err(raise!(TypeError, "'{}' object cannot be interpreted as an integer", type_name(value))),
    }
}

/// The int that a value is, of any size.
pub fn big_index(value: &Value) -> Result<IBig, Raise> {
    Ok(index(value)?.to_big().unwrap_or_default())
}

/// The int that a value is, clipped to 64 bits; `message` is raised as `TypeError` if it is none.
pub fn clipped_index(value: &Value, message: &str) -> Result<i64, Raise> {
    match as_index(value)? {
        Some(Value::Int(value)) => Ok(value),
        Some(other) => Ok(match other.as_big().map(IBig::sign) {
            Some(Sign::Negative) => i64::MIN,
            _ => i64::MAX,
        }),
        None => Err(raise!(TypeError, "{message}")),
    }
}

/// An int for a count or size; too large ones raise `OverflowError` or another given exception.
pub fn small_index(value: &Value, too_large: Error) -> Result<i64, Raise> {
    match index(value)? {
        Value::Int(value) => Ok(value),
        _ => Err(raise(too_large, format_args!("cannot fit '{}' into an index-sized integer", type_name(value)))),
    }
}

/// What `__float__` of a script's class gives, if there is one.
pub fn float_by_method(value: &Value) -> Result<Option<f64>, Raise> {
    let Some(method) = dunder::find(value, Symbol::FLOAT) else {
        return Ok(None);
    };
    let result = dunder::call(&method, value, &[])?;
    base::plain(&result).as_float().map(Some).ok_or_else(|| {
        let (class, result) = (type_name(value), type_name(&result));
        raise!(TypeError, "{class}.__float__ returned non-float (type {result})")
    })
}

/// The float that a real number is, by `__float__` or `__index__`.
pub fn float(value: &Value) -> Result<f64, Raise> {
    match value {
        Value::Float(value) => Ok(value.get()),
        Value::Int(value) => Ok(*value as f64),
        Value::Bool(value) => Ok(value.get() as u8 as f64),
        _ => {
            if let Some(big) = value.as_big() {
                return Ok(number::big::to_float(big)?);
            }
            if let Some(number) = array::single_real(value)? {
                return float(&number);
            }
            // A class that derives from `float` is not asked.
            if let Some(float) = base::plain(value).as_float() {
                return Ok(float);
            }
            if let Some(float) = float_by_method(value)? {
                return Ok(float);
            }
            match as_index(value)? {
                Some(index) => float(&index),
                None => Err(raise!(TypeError, "must be real number, not {}", type_name(value))),
            }
        }
    }
}

/// The complex number that a number is.
pub fn complex(value: &Value) -> Result<Complex64, Raise> {
    if let Some((re, im)) = value.as_complex() {
        return Ok(Complex64::new(re, im));
    }
    if let Some(number) = array::single(value)? {
        return complex(&number);
    }
    if let Some(method) = dunder::find(value, Symbol::COMPLEX) {
        let result = dunder::call(&method, value, &[])?;
        return match base::plain(&result).as_complex() {
            Some((re, im)) => Ok(Complex64::new(re, im)),
            None => Err(raise!(TypeError, "__complex__ returned non-complex (type {})", type_name(&result))),
        };
    }
    if let Some((re, im)) = base::plain(value).as_complex() {
        return Ok(Complex64::new(re, im));
    }
    Ok(Complex64::new(float(value)?, 0.0))
}
