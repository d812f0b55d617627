//! Arithmetic between numbers of any types.
//!
//! In: an operator and two numbers. Out: the result, nothing if these types have no such operator, or the exception that
//! CPython raises. The calculation itself is in `number`; here types are brought together.

use super::number::Number;
use crate::number::{self, Complex64, NumberError, big, complex, float, int};
use crate::resolve::tree::BinaryOp;
use crate::value::{Raise, Res, Value};
use dashu_int::{IBig, Sign};

/// An int of more bits is refused by CPython before it asks for memory.
const MOST_BITS: u128 = (i64::MAX as u128 - 24) / 4 * 30;

type Calculated = Result<Option<Value>, NumberError>;

/// `a op b`, if these types have the operator.
pub fn arithmetic(op: BinaryOp, a: Number<'_>, b: Number<'_>) -> Result<Option<Value>, Raise> {
    let result = match (a, b) {
        (Number::Int(a), Number::Int(b)) => small(op, a, b),
        // No operand is turned into another type for an operator that is not there.
        (Number::Complex(_), _) | (_, Number::Complex(_)) if !of_complexes(op) => Ok(None),
        (Number::Float(_), _) | (_, Number::Float(_)) if !of_floats(op) => Ok(None),
        (Number::Complex(a), b) => to_complex(b).and_then(|b| complexes(op, a, b)),
        (a, Number::Complex(b)) => to_complex(a).and_then(|a| complexes(op, a, b)),
        (Number::Float(a), b) => to_float(b).and_then(|b| floats(op, a, b)),
        (a, Number::Float(b)) => to_float(a).and_then(|a| floats(op, a, b)),
        (Number::Big(a), Number::Big(b)) => bigs(op, a, b),
        (Number::Big(a), Number::Int(b)) => bigs(op, a, &IBig::from(b)),
        (Number::Int(a), Number::Big(b)) => bigs(op, &IBig::from(a), b),
    };
    Ok(result?)
}

fn of_complexes(op: BinaryOp) -> bool {
    matches!(op, BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul | BinaryOp::Div | BinaryOp::Pow)
}

fn of_floats(op: BinaryOp) -> bool {
    of_complexes(op) || matches!(op, BinaryOp::FloorDiv | BinaryOp::Mod)
}

fn to_float(number: Number<'_>) -> Result<f64, NumberError> {
    match number {
        Number::Int(value) => Ok(value as f64),
        Number::Float(value) => Ok(value),
        Number::Big(value) => big::to_float(value),
        Number::Complex(value) => Ok(value.re),
    }
}

fn to_complex(number: Number<'_>) -> Result<Complex64, NumberError> {
    match number {
        Number::Complex(value) => Ok(value),
        other => to_float(other).map(|re| Complex64::new(re, 0.0)),
    }
}

/// Both ints fit 64 bits; what overflows goes on in big ints.
fn small(op: BinaryOp, a: i64, b: i64) -> Calculated {
    if op == BinaryOp::Div {
        return int::true_div(a, b).map(|result| Some(Value::float(result))).ok_or(NumberError::DIVISION_BY_ZERO);
    }
    match quick(op, a, b) {
        Some(result) => Ok(Some(Value::int(result))),
        None => match wide(op, a.into(), b.into()) {
            Some(result) => Ok(Some(Value::wide(result))),
            None => bigs(op, &IBig::from(a), &IBig::from(b)),
        },
    }
}

/// What two ints give, if that fits 64 bits.
#[inline]
fn quick(op: BinaryOp, a: i64, b: i64) -> Option<i64> {
    match op {
        BinaryOp::Add => int::add(a, b),
        BinaryOp::Sub => int::sub(a, b),
        BinaryOp::Mul => int::mul(a, b),
        BinaryOp::FloorDiv => int::floor_div(a, b),
        BinaryOp::Mod => int::floor_mod(a, b),
        BinaryOp::And => Some(a & b),
        BinaryOp::Or => Some(a | b),
        BinaryOp::Xor => Some(a ^ b),
        BinaryOp::Pow if b >= 0 => int::power(a, b as u64),
        BinaryOp::LeftShift if b >= 0 => int::shift_left(a, b as u64),
        BinaryOp::RightShift if b >= 0 => Some(int::shift_right(a, b as u64)),
        _ => None,
    }
}

/// `a op b` of two ints, if no more than 128 bits are needed.
#[inline]
pub fn in_128_bits(op: BinaryOp, a: i128, b: i128) -> Option<i128> {
    let quick = match (i64::try_from(a), i64::try_from(b)) {
        (Ok(a), Ok(b)) => quick(op, a, b),
        _ => None,
    };
    quick.map(i128::from).or_else(|| wide(op, a, b))
}

/// `a op b` of two ints, neither of them a bool; nothing of small ones where that is no int at once.
#[inline]
pub fn of_ints(op: BinaryOp, a: &Value, b: &Value) -> Option<Res> {
    if let (Value::Int(a), Value::Int(b)) = (a, b)
        && let Some(result) = quick(op, *a, *b)
    {
        return Some(Ok(Value::int(result)));
    }
    if let (Some(a), Some(b)) = (a.as_wide(), b.as_wide())
        && let Some(result) = wide(op, a, b)
    {
        return Some(Ok(Value::wide(result)));
    }
    let result = match (a, b) {
        (Value::Object(_), Value::Object(_)) => bigs(op, a.as_big()?, b.as_big()?),
        (Value::Object(_), Value::Int(b)) => bigs(op, a.as_big()?, &IBig::from(*b)),
        (Value::Int(a), Value::Object(_)) => bigs(op, &IBig::from(*a), b.as_big()?),
        _ => return None,
    };
    result.map_err(Raise::from).transpose()
}

/// What two ints give that fit 128 bits, if that fits them too: hashes and random numbers of 64 bits are such.
fn wide(op: BinaryOp, a: i128, b: i128) -> Option<i128> {
    match op {
        BinaryOp::Add => a.checked_add(b),
        BinaryOp::Sub => a.checked_sub(b),
        BinaryOp::Mul => a.checked_mul(b),
        BinaryOp::FloorDiv if b != 0 => {
            let quotient = a.checked_div(b)?;
            let is_cut = quotient * b != a;
            Some(if is_cut && (a < 0) != (b < 0) { quotient - 1 } else { quotient })
        }
        BinaryOp::Mod if b != 0 => {
            let rest = a.checked_rem(b)?;
            Some(if rest != 0 && (rest < 0) != (b < 0) { rest + b } else { rest })
        }
        BinaryOp::And => Some(a & b),
        BinaryOp::Or => Some(a | b),
        BinaryOp::Xor => Some(a ^ b),
        BinaryOp::LeftShift if (0..128).contains(&b) => {
            let result = a << b;
            (result >> b == a).then_some(result)
        }
        BinaryOp::RightShift if b >= 0 => Some(a >> b.min(127)),
        _ => None,
    }
}

fn bigs(op: BinaryOp, a: &IBig, b: &IBig) -> Calculated {
    let result = match op {
        BinaryOp::Add => big::add(a, b),
        BinaryOp::Sub => big::sub(a, b),
        BinaryOp::Mul => big::mul(a, b),
        BinaryOp::FloorDiv => big::floor_div(a, b).ok_or(NumberError::INT_DIVISION_BY_ZERO)?,
        BinaryOp::Mod => big::floor_mod(a, b).ok_or(NumberError::INT_MODULO_BY_ZERO)?,
        BinaryOp::And => big::and(a, b),
        BinaryOp::Or => big::or(a, b),
        BinaryOp::Xor => big::xor(a, b),
        BinaryOp::Div => return big::true_div(a, b).map(|result| Some(Value::float(result))),
        BinaryOp::Pow => {
            if b.sign() == Sign::Negative {
                return floats(op, big::to_float(a)?, big::to_float(b)?);
            }
            match count(b) {
                Some(count) => big::power(a, count)?,
                // Only 0, 1 and -1 have such a power; the lowest bit is all that counts.
                None => big::power(a, u64::MAX - 1 + u64::from(b & IBig::ONE == IBig::ONE))?,
            }
        }
        BinaryOp::LeftShift | BinaryOp::RightShift if b.sign() == Sign::Negative => {
            return Err(NumberError::NEGATIVE_SHIFT);
        }
        BinaryOp::LeftShift => match count(b) {
            Some(count) => big::shift_left(a, count)?,
            None if a.is_zero() => number::Integer::Small(0),
            None if *b <= IBig::from(MOST_BITS) => return Err(NumberError::OUT_OF_MEMORY),
            None => return Err(NumberError::TOO_MANY_DIGITS),
        },
        BinaryOp::RightShift => big::shift_right(a, count(b).unwrap_or(u64::MAX)),
        BinaryOp::MatMul => return Ok(None),
    };
    Ok(Some(Value::from(result)))
}

fn count(number: &IBig) -> Option<u64> {
    u64::try_from(number).ok()
}

fn floats(op: BinaryOp, a: f64, b: f64) -> Calculated {
    let result = match op {
        BinaryOp::Add => a + b,
        BinaryOp::Sub => a - b,
        BinaryOp::Mul => a * b,
        BinaryOp::Div => float::true_div(a, b).ok_or(NumberError::FLOAT_DIVISION_BY_ZERO)?,
        BinaryOp::FloorDiv => float::floor_div(a, b).ok_or(NumberError::FLOAT_FLOOR_DIVISION_BY_ZERO)?,
        BinaryOp::Mod => float::floor_mod(a, b).ok_or(NumberError::FLOAT_MODULO_BY_ZERO)?,
        BinaryOp::Pow => match float::power(a, b) {
            Some(result) => result,
            None => return float::power_otherwise(a, b).map(|result| Some(Value::from(result))),
        },
        _ => return Ok(None),
    };
    Ok(Some(Value::float(result)))
}

fn complexes(op: BinaryOp, a: Complex64, b: Complex64) -> Calculated {
    let result = match op {
        BinaryOp::Add => complex::add(a, b),
        BinaryOp::Sub => complex::sub(a, b),
        BinaryOp::Mul => complex::mul(a, b),
        BinaryOp::Div => complex::true_div(a, b).ok_or(NumberError::COMPLEX_DIVISION_BY_ZERO)?,
        BinaryOp::Pow => complex::power(a, b)?,
        _ => return Ok(None),
    };
    Ok(Some(Value::from(result)))
}

/// `divmod(a, b)` of two numbers, if they are real.
pub fn divmod(a: Number<'_>, b: Number<'_>) -> Result<Option<(Value, Value)>, Raise> {
    let pair = match (a, b) {
        (Number::Complex(_), _) | (_, Number::Complex(_)) => return Ok(None),
        (Number::Float(_), _) | (_, Number::Float(_)) => {
            let (quotient, remainder) =
                float::divmod(to_float(a)?, to_float(b)?).ok_or(NumberError::FLOAT_DIVMOD_BY_ZERO)?;
            (Value::float(quotient), Value::float(remainder))
        }
        (Number::Int(a), Number::Int(b)) if let Some((quotient, remainder)) = int::divmod(a, b) => {
            (Value::int(quotient), Value::int(remainder))
        }
        _ => {
            let (a, b) = (a.to_big().unwrap_or_default(), b.to_big().unwrap_or_default());
            let (quotient, remainder) = big::divmod(&a, &b).ok_or(NumberError::INT_DIVISION_BY_ZERO)?;
            (Value::from(quotient), Value::from(remainder))
        }
    };
    Ok(Some(pair))
}

/// `pow(a, b, modulus)` of three ints.
pub fn power_modulo(a: Number<'_>, b: Number<'_>, modulus: Number<'_>) -> Result<Option<Value>, Raise> {
    if let (Number::Int(a), Number::Int(b), Number::Int(modulus)) = (a, b, modulus)
        && b >= 0
        && let Some(result) = number::int::power_modulo(a, b as u64, modulus)
    {
        return Ok(Some(Value::int(result)));
    }
    let (Some(a), Some(b), Some(modulus)) = (a.to_big(), b.to_big(), modulus.to_big()) else {
        return Ok(None);
    };
    Ok(Some(Value::from(big::power_modulo(&a, &b, &modulus)?)))
}
