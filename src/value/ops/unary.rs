//! Operators with one operand, truth and length.
//!
//! In: a value. Out: the result of `-x`, `+x`, `~x`, `abs(x)`, `bool(x)`, `len(x)`.

use super::number::Number;
use super::{base, dunder};
use crate::number::{self, Integer, NumberError};
use crate::raise;
use crate::resolve::tree::UnaryOp;
use crate::value::array;
use crate::value::byte_array::ByteArray;
use crate::value::bytes::Bytes;
use crate::value::class::class_of;
use crate::value::dict::{Dict, View};
use crate::value::instance::Instance;
use crate::value::list::List;
use crate::value::memory_view::MemoryView;
use crate::value::range::Range;
use crate::value::set::Set;
use crate::value::str::Str;
use crate::value::tuple::Tuple;
use crate::value::{Kind, Raise, Ref, Res, Symbol, Value, convert, type_name};
use dashu_int::IBig;

/// `op x`
pub fn unary(op: UnaryOp, value: &Value) -> Res {
    match op {
        UnaryOp::Negative => negative(value),
        UnaryOp::Positive => positive(value),
        UnaryOp::Invert => invert(value),
    }
}

/// `-x`
#[inline]
pub fn negative(value: &Value) -> Res {
    match Number::of(value) {
        Some(Number::Int(int)) => Ok(match number::int::negate(int) {
            Some(result) => Value::int(result),
            None => Value::big(-IBig::from(int)),
        }),
        Some(Number::Float(float)) => Ok(Value::float(-float)),
        Some(Number::Big(big)) => Ok(Value::from(number::big::negate(big))),
        Some(Number::Complex(complex)) => Ok(Value::from(number::complex::negate(complex))),
        None => by_method(value, Symbol::NEG, negative, "unary -"),
    }
}

/// `+x`
pub fn positive(value: &Value) -> Res {
    match Number::of(value) {
        Some(Number::Int(int)) => Ok(Value::int(int)),
        Some(_) => Ok(value.clone()),
        None => by_method(value, Symbol::POS, positive, "unary +"),
    }
}

/// `~x`
pub fn invert(value: &Value) -> Res {
    match Number::of(value) {
        Some(Number::Int(int)) => Ok(Value::int(number::int::invert(int))),
        Some(Number::Big(big)) => Ok(Value::from(number::big::invert(big))),
        _ => by_method(value, Symbol::INVERT, invert, "unary ~"),
    }
}

/// What the class says; else what the built-in type does that it derives from.
#[cold]
fn by_method(value: &Value, name: Symbol, plain: fn(&Value) -> Res, sign: &str) -> Res {
    if array::concerns(value) {
        return array::unary(name, value);
    }
    if let Some(result) = dunder::unary(value, name)? {
        return Ok(result);
    }
    match base::number(value) {
        Some(payload) if name != Symbol::INVERT || payload.to_big().is_some() => plain(&payload),
        _ => Err(raise!(TypeError, "bad operand type for {sign}: '{}'", type_name(value))),
    }
}

/// `abs(x)`
#[inline]
pub fn absolute(value: &Value) -> Res {
    match Number::of(value) {
        Some(Number::Int(int)) => Ok(match number::int::absolute(int) {
            Some(result) => Value::int(result),
            None => Value::from(Integer::from(-IBig::from(int))),
        }),
        Some(Number::Float(float)) => Ok(Value::float(float.abs())),
        Some(Number::Big(big)) => Ok(Value::from(number::big::absolute(big))),
        Some(Number::Complex(complex)) => match number::complex::absolute(complex) {
            Some(result) => Ok(Value::float(result)),
            None => Err(NumberError::ABSOLUTE_TOO_LARGE.into()),
        },
        None => by_method(value, Symbol::ABS, absolute, "abs()"),
    }
}

/// `bool(x)`
#[inline]
pub fn truth(value: &Value) -> Result<bool, Raise> {
    match value {
        Value::Bool(value) => Ok(value.get()),
        Value::Int(value) => Ok(*value != 0),
        Value::Float(value) => Ok(value.get() != 0.0),
        Value::None | Value::Unbound => Ok(false),
        Value::Object(object) => object_truth(value, object),
        scalar => Ok(scalar.as_scalar().is_some_and(|scalar| scalar.truth())),
    }
}

fn object_truth(value: &Value, object: &Ref) -> Result<bool, Raise> {
    if array::concerns(value) {
        return array::truth(value);
    }
    if let Some(length) = built_in_length(value) {
        return Ok(length != 0);
    }
    match object.kind() {
        Kind::Complex => Ok(value.as_complex() != Some((0.0, 0.0))),
        Kind::Range => Ok(object.downcast::<Range>().is_some_and(|range| range.length() != IBig::ZERO)),
        Kind::Instance | Kind::Exception | Kind::Class => scripted_truth(value),
        _ => Ok(true),
    }
}

#[inline(never)]
fn scripted_truth(value: &Value) -> Result<bool, Raise> {
    let traits = match value.downcast::<Instance>() {
        Some(instance) => instance.look_at_class(|class| class.traits()),
        None => class_of(value).traits(),
    };
    if traits.natively_sized
        && let Some(length) = value.held_length()
    {
        return Ok(length != 0);
    }
    if traits.truth
        && let Some(result) = dunder::unary(value, Symbol::BOOL)?
    {
        let wrong = || raise!(TypeError, "__bool__ should return bool, returned {}", type_name(&result));
        return result.as_bool().ok_or_else(wrong);
    }
    if traits.length {
        return Ok(length(value)? != 0);
    }
    base::payload(value).map_or(Ok(true), |payload| truth(&payload))
}

/// How many items a built-in container has.
#[inline]
fn built_in_length(value: &Value) -> Option<usize> {
    let Value::Object(object) = value else {
        return None;
    };
    match object.kind() {
        Kind::List => object.downcast::<List>().map(|list| list.len()),
        Kind::Tuple => object.downcast::<Tuple>().map(Tuple::len),
        Kind::Str => object.downcast::<Str>().map(Str::len),
        Kind::Dict => object.downcast::<Dict>().map(Dict::len),
        Kind::Set => object.downcast::<Set>().map(Set::len),
        Kind::Bytes => object.downcast::<Bytes>().map(|bytes| bytes.data().len()),
        Kind::ByteArray => object.downcast::<ByteArray>().map(ByteArray::len),
        Kind::MemoryView => object.downcast::<MemoryView>().map(MemoryView::len),
        Kind::View => object.downcast::<View>().map(|view| view.dict().len()),
        _ => None,
    }
}

/// `len(x)`
#[inline]
pub fn length(value: &Value) -> Result<usize, Raise> {
    match built_in_length(value) {
        Some(length) => Ok(length),
        None => other_length(value),
    }
}

fn other_length(value: &Value) -> Result<usize, Raise> {
    if let Some(array) = value.downcast::<array::NdArray>() {
        return array.shape().first().copied().ok_or_else(|| raise!(TypeError, "len() of unsized object"));
    }
    if let Some(instance) = value.downcast::<Instance>()
        && instance.look_at_class(|class| class.traits().natively_sized)
        && let Some(length) = value.held_length()
    {
        return Ok(length);
    }
    let too_large = || raise!(OverflowError, "Python int too large to convert to C ssize_t");
    if let Some(range) = value.downcast::<Range>() {
        return i64::try_from(range.length()).map(|length| length as usize).map_err(|_| too_large());
    }
    match dunder::unary(value, Symbol::LEN)? {
        Some(result) => match convert::index(&result)? {
            Value::Int(length) if length >= 0 => Ok(length as usize),
            length if length.to_big().is_some_and(|length| length < IBig::ZERO) => {
                Err(raise!(ValueError, "__len__() should return >= 0"))
            }
            _ => Err(raise!(OverflowError, "cannot fit 'int' into an index-sized integer")),
        },
        None => match base::payload(value).filter(|payload| Number::of(payload).is_none()) {
            Some(payload) => length(&payload),
            None => Err(raise!(TypeError, "object of type '{}' has no len()", type_name(value))),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_of_the_range() {
        let value = negative(&Value::int(i64::MIN)).unwrap();
        assert_eq!(value.as_big(), Some(&-IBig::from(i64::MIN)));
        assert_eq!(negative(&value).unwrap().as_int(), Some(i64::MIN));
        assert_eq!(invert(&Value::bool(true)).unwrap().as_int(), Some(-2));
        assert_eq!(absolute(&Value::complex(3.0, -4.0)).unwrap().as_float(), Some(5.0));
        assert!(invert(&Value::float(1.0)).is_err());
        assert!(length(&Value::int(1)).is_err());
        assert_eq!(truth(&Value::str("")), Ok(false));
    }
}
