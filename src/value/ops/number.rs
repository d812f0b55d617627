//! Numbers as operators see them: which of the four kinds a value is.
//!
//! In: a value. Out: its number, with `True` and `False` as ints.

use crate::number::{self, Complex64};
use crate::value::{Kind, Value};
use dashu_int::IBig;
use std::cmp::Ordering;

/// A number of any type.
#[derive(Clone, Copy, Debug)]
pub enum Number<'a> {
    /// An int that fits 64 bits, or a bool.
    Int(i64),
    /// An int that does not.
    Big(&'a IBig),
    /// A float.
    Float(f64),
    /// A complex.
    Complex(Complex64),
}

impl<'a> Number<'a> {
    /// The number that a value is, if it is one.
    #[inline]
    pub fn of(value: &'a Value) -> Option<Number<'a>> {
        match value {
            Value::Int(value) => Some(Number::Int(*value)),
            Value::Float(value) => Some(Number::Float(value.get())),
            Value::Bool(value) => Some(Number::Int(value.get() as i64)),
            Value::Object(object) => match object.kind() {
                Kind::BigInt => value.as_big().map(Number::Big),
                Kind::Complex => value.as_complex().map(|(re, im)| Number::Complex(Complex64::new(re, im))),
                _ => None,
            },
            _ => None,
        }
    }

    /// As a big int, if it is an int.
    pub fn to_big(self) -> Option<IBig> {
        match self {
            Number::Int(value) => Some(IBig::from(value)),
            Number::Big(value) => Some(value.clone()),
            _ => None,
        }
    }
}

/// `a == b` of two numbers, exact between types.
pub fn numbers_equal(a: Number<'_>, b: Number<'_>) -> bool {
    match (a, b) {
        (Number::Complex(a), Number::Complex(b)) => a.re == b.re && a.im == b.im,
        (Number::Complex(a), b) | (b, Number::Complex(a)) => a.im == 0.0 && numbers_equal(Number::Float(a.re), b),
        (a, b) => order(a, b) == Some(Ordering::Equal),
    }
}

/// How two real numbers are ordered, exact between types; nothing if one is not a number or is complex.
pub fn order(a: Number<'_>, b: Number<'_>) -> Option<Ordering> {
    match (a, b) {
        (Number::Int(a), Number::Int(b)) => Some(a.cmp(&b)),
        (Number::Float(a), Number::Float(b)) => a.partial_cmp(&b),
        (Number::Int(a), Number::Float(b)) => number::int::compare_float(a, b),
        (Number::Float(a), Number::Int(b)) => number::int::compare_float(b, a).map(Ordering::reverse),
        (Number::Big(a), Number::Big(b)) => Some(a.cmp(b)),
        (Number::Big(a), Number::Float(b)) => number::big::compare_float(a, b),
        (Number::Float(a), Number::Big(b)) => number::big::compare_float(b, a).map(Ordering::reverse),
        (Number::Big(a), Number::Int(b)) => Some(a.cmp(&IBig::from(b))),
        (Number::Int(a), Number::Big(b)) => Some(IBig::from(a).cmp(b)),
        (Number::Complex(_), _) | (_, Number::Complex(_)) => None,
    }
}
