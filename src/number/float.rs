//! Floats: the operators and the conversions that need no text.
//!
//! `f64` comes in and goes out, bit for bit as CPython computes it on the same C library. `None` says that the operator
//! raises; which error it is depends on the operator alone, except for [`power`], whose [`power_otherwise`] tells.

use super::{Complex64, IBig, Integer, NumberError, big, complex, digits, libm, repr};

/// `a / b`; `None` for a zero divisor
#[inline]
pub fn true_div(a: f64, b: f64) -> Option<f64> {
    if b == 0.0 { None } else { Some(a / b) }
}

/// `a % b`, with the sign of the divisor even where the remainder is zero; `None` for a zero divisor
#[inline]
pub fn floor_mod(a: f64, b: f64) -> Option<f64> {
    if b == 0.0 {
        return None;
    }
    let remainder = libm::fmod(a, b);
    Some(if remainder == 0.0 {
        0.0f64.copysign(b)
    } else if (b < 0.0) != (remainder < 0.0) {
        remainder + b
    } else {
        remainder
    })
}

/// `divmod(a, b)`; `None` for a zero divisor
#[inline]
pub fn divmod(a: f64, b: f64) -> Option<(f64, f64)> {
    if b == 0.0 {
        return None;
    }
    let mut remainder = libm::fmod(a, b);
    // Mathematically a multiple of b, so the quotient is a whole number but for rounding.
    let mut quotient = (a - remainder) / b;
    if remainder == 0.0 {
        remainder = 0.0f64.copysign(b);
    } else if (b < 0.0) != (remainder < 0.0) {
        remainder += b;
        quotient -= 1.0;
    }
    let floor = if quotient == 0.0 {
        0.0f64.copysign(a / b)
    } else {
        let floor = quotient.floor();
        if quotient - floor > 0.5 { floor + 1.0 } else { floor }
    };
    Some((floor, remainder))
}

/// `a // b`; `None` for a zero divisor
#[inline]
pub fn floor_div(a: f64, b: f64) -> Option<f64> {
    divmod(a, b).map(|(quotient, _)| quotient)
}

/// `a ** b` where it is a float; `None` where it is complex or raises: [`power_otherwise`] says which
#[inline]
pub fn power(a: f64, b: f64) -> Option<f64> {
    if b == 0.0 {
        return Some(1.0);
    }
    if !a.is_finite() || !b.is_finite() {
        return Some(power_special(a, b));
    }
    if a == 0.0 {
        return if b < 0.0 {
            None
        } else if is_odd(b) {
            Some(a)
        } else {
            Some(0.0)
        };
    }
    let mut negative = false;
    if a < 0.0 {
        if b != b.floor() {
            return None;
        }
        negative = is_odd(b);
    }
    let magnitude = a.abs();
    let result = if magnitude == 1.0 { 1.0 } else { libm::pow(magnitude, b) };
    if result == f64::INFINITY {
        return None;
    }
    Some(if negative { -result } else { result })
}

/// Powers with an infinity or a NaN, where the C libraries once disagreed and CPython decides by itself.
#[cold]
fn power_special(a: f64, b: f64) -> f64 {
    if a.is_nan() {
        return a;
    }
    if b.is_nan() {
        return if a == 1.0 { 1.0 } else { b };
    }
    if b.is_infinite() {
        let magnitude = a.abs();
        return if magnitude == 1.0 {
            1.0
        } else if (b > 0.0) == (magnitude > 1.0) {
            f64::INFINITY
        } else {
            0.0
        };
    }
    match (b > 0.0, is_odd(b)) {
        (true, true) => a,
        (true, false) => a.abs(),
        (false, true) => 0.0f64.copysign(a),
        (false, false) => 0.0,
    }
}

/// What `a ** b` is where [`power`] has no float for it: a complex number, or an error
#[cold]
pub fn power_otherwise(a: f64, b: f64) -> Result<Complex64, NumberError> {
    if a == 0.0 {
        Err(NumberError::ZERO_TO_NEGATIVE_POWER)
    } else if a < 0.0 && b != b.floor() {
        complex::power(Complex64::new(a, 0.0), Complex64::new(b, 0.0))
    } else {
        Err(NumberError::RESULT_OUT_OF_RANGE)
    }
}

/// Whether a finite float is an odd integer
fn is_odd(value: f64) -> bool {
    libm::fmod(value.abs(), 2.0) == 1.0
}

/// `value.is_integer()`
#[inline]
pub fn is_integer(value: f64) -> bool {
    value.is_finite() && value.floor() == value
}

/// `round(value)` as a float: to the nearest whole number, ties to even
#[inline]
pub fn round_even(value: f64) -> f64 {
    value.round_ties_even()
}

/// `round(value, decimals)`
pub fn round_to(value: f64, decimals: i64) -> Result<f64, NumberError> {
    if !value.is_finite() {
        return Ok(value);
    }
    let rounded = digits::round(value, decimals);
    if rounded.is_infinite() { Err(NumberError::ROUNDED_TOO_LARGE) } else { Ok(rounded) }
}

/// `value.hex()`
pub fn hex(value: f64) -> String {
    if !value.is_finite() {
        return repr::float(value);
    }
    let bits = value.to_bits();
    let sign = if value.is_sign_negative() { "-" } else { "" };
    if value == 0.0 {
        return format!("{sign}0x0.0p+0");
    }
    let biased = (bits >> 52 & 0x7ff) as i32;
    let fraction = bits & ((1 << 52) - 1);
    let exponent = biased.max(1) - 1023;
    format!("{sign}0x{}.{fraction:013x}p{exponent:+}", i32::from(biased != 0))
}

/// The bits of what is not a number.
const NAN: u64 = 0x7ff8 << 48;
/// The one that says that it has a number of its own.
const NUMBERED: u64 = 1 << 50;

/// What is not a number, with a number of its own: containers look for an item by identity first, which for floats is that
/// of their bits.
pub fn numbered_nan(sign: f64, number: u32) -> f64 {
    f64::from_bits(sign.to_bits() & (1 << 63) | NAN | NUMBERED | u64::from(number))
}

/// The float as its bits are to be seen, without such a number.
pub fn plain(value: f64) -> f64 {
    match value.is_nan() && value.to_bits() & NUMBERED != 0 {
        true => f64::from_bits(value.to_bits() & (1 << 63) | NAN),
        false => value,
    }
}

/// The integer that a whole float is (the caller has rounded it: `trunc`, `floor`, `ceil`, [`round_even`])
pub fn to_integer(whole: f64) -> Result<Integer, NumberError> {
    if let Some(small) = super::int::from_float(whole) {
        return Ok(Integer::Small(small));
    }
    if whole.is_nan() {
        Err(NumberError::NAN_TO_INT)
    } else if whole.is_infinite() {
        Err(NumberError::INFINITY_TO_INT)
    } else {
        Ok(Integer::Big(big::from_float(whole)))
    }
}

/// `value.as_integer_ratio()`
pub fn as_integer_ratio(value: f64) -> Result<(Integer, Integer), NumberError> {
    if value.is_nan() {
        return Err(NumberError::NAN_TO_RATIO);
    }
    if value.is_infinite() {
        return Err(NumberError::INFINITY_TO_RATIO);
    }
    let (mantissa, exponent) = decompose(value);
    if mantissa == 0 {
        return Ok((Integer::Small(0), Integer::Small(1)));
    }
    let twos = mantissa.trailing_zeros();
    let numerator = IBig::from(mantissa >> twos);
    let exponent = exponent + twos as i32;
    if exponent >= 0 {
        Ok(((numerator << exponent as usize).into(), Integer::Small(1)))
    } else {
        Ok((numerator.into(), (IBig::from(1) << exponent.unsigned_abs() as usize).into()))
    }
}

/// A finite float as `mantissa * 2**exponent`
pub(crate) fn decompose(value: f64) -> (i64, i32) {
    let bits = value.to_bits();
    let biased = (bits >> 52 & 0x7ff) as i32;
    let fraction = (bits & ((1 << 52) - 1)) as i64;
    let (mantissa, exponent) = if biased == 0 { (fraction, -1074) } else { (fraction | 1 << 52, biased - 1075) };
    (if value.is_sign_negative() { -mantissa } else { mantissa }, exponent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remainders_take_the_sign_of_the_divisor() {
        assert_eq!(floor_mod(-1.0, 3.0), Some(2.0));
        assert_eq!(floor_mod(1.0, -3.0), Some(-2.0));
        assert_eq!(floor_mod(-3.0, 3.0).map(f64::to_bits), Some(0.0f64.to_bits()));
        assert_eq!(floor_mod(3.0, -3.0).map(f64::to_bits), Some((-0.0f64).to_bits()));
        assert_eq!(floor_mod(-1.0, f64::INFINITY), Some(f64::INFINITY));
        assert_eq!(divmod(-1.0, f64::INFINITY), Some((-1.0, f64::INFINITY)));
        assert_eq!(floor_div(-0.0, 2.0).map(f64::to_bits), Some((-0.0f64).to_bits()));
        assert_eq!(floor_mod(1.0, 0.0), None);
    }

    #[test]
    fn powers_with_special_values() {
        assert_eq!(power(f64::NAN, 0.0), Some(1.0));
        assert_eq!(power(1.0, f64::NAN), Some(1.0));
        assert_eq!(power(-2.0, f64::INFINITY), Some(f64::INFINITY));
        assert_eq!(power(-1.0, f64::NEG_INFINITY), Some(1.0));
        assert_eq!(power(f64::NEG_INFINITY, -3.0).map(f64::to_bits), Some((-0.0f64).to_bits()));
        assert_eq!(power(-2.0, 3.0), Some(-8.0));
        assert_eq!(power(10.0, 400.0), None);
        assert_eq!(power_otherwise(10.0, 400.0), Err(NumberError::RESULT_OUT_OF_RANGE));
        assert_eq!(power_otherwise(0.0, -1.0), Err(NumberError::ZERO_TO_NEGATIVE_POWER));
        assert_eq!(power(-8.0, 0.5), None);
        assert!(power_otherwise(-8.0, 0.5).is_ok());
    }

    #[test]
    fn floats_become_integers_exactly() {
        assert_eq!(to_integer(1e18), Ok(Integer::Small(1_000_000_000_000_000_000)));
        assert_eq!(to_integer(-9_223_372_036_854_775_808.0), Ok(Integer::Small(i64::MIN)));
        assert_eq!(to_integer(1e300).map(|value| big::to_float(&value.to_big()).unwrap()), Ok(1e300));
        assert_eq!(to_integer(f64::NAN), Err(NumberError::NAN_TO_INT));
        assert_eq!(as_integer_ratio(-0.75), Ok((Integer::Small(-3), Integer::Small(4))));
        assert_eq!(as_integer_ratio(-0.0), Ok((Integer::Small(0), Integer::Small(1))));
    }
}
