//! Functions of one or two floats, and logarithms of integers.

use super::super::{ErrorKind, Integer, NumberError, big, libm};
use super::Failure;

/// Functions that are the C library's but for the errors. A NaN out of a number is a domain error; an infinity out of a
/// finite number is an overflow or a pole, as the row says.
macro_rules! library_functions {
    ($($name:ident $infinite:ident;)*) => {
        $(
            #[doc = concat!("`math.", stringify!($name), "(x)`")]
            #[inline]
            pub fn $name(x: f64) -> Result<f64, Failure> {
                checked(x, libm::$name(x), Failure::$infinite)
            }
        )*
    };
}

library_functions! {
    acos Domain;
    acosh Domain;
    asin Domain;
    asinh Domain;
    atan Domain;
    atanh Domain;
    cbrt Domain;
    cos Domain;
    cosh Range;
    erf Domain;
    erfc Domain;
    exp Range;
    exp2 Range;
    expm1 Range;
    sin Domain;
    sinh Range;
    tan Domain;
    tanh Domain;
}

#[inline]
fn checked(x: f64, result: f64, infinite: Failure) -> Result<f64, Failure> {
    if result.is_finite() {
        Ok(result)
    } else if result.is_nan() {
        if x.is_nan() { Ok(result) } else { Err(Failure::Domain) }
    } else if x.is_finite() {
        Err(infinite)
    } else {
        Ok(result)
    }
}

/// `math.sqrt(x)`
#[inline]
pub fn sqrt(x: f64) -> Result<f64, Failure> {
    checked(x, x.sqrt(), Failure::Domain)
}

/// `math.log1p(x)`
pub fn log1p(x: f64) -> Result<f64, Failure> {
    checked(x, log1p_raw(x), Failure::Domain)
}

/// Keeps the sign of zero, whatever the C library does.
pub(in super::super) fn log1p_raw(x: f64) -> f64 {
    if x == 0.0 { x } else { libm::log1p(x) }
}

/// `math.log(x)`
#[inline]
pub fn log(x: f64) -> Result<f64, Failure> {
    logarithm(x, libm::log)
}

/// `math.log2(x)`
#[inline]
pub fn log2(x: f64) -> Result<f64, Failure> {
    logarithm(x, libm::log2)
}

/// `math.log10(x)`
#[inline]
pub fn log10(x: f64) -> Result<f64, Failure> {
    logarithm(x, libm::log10)
}

#[inline]
fn logarithm(x: f64, function: extern "C" fn(f64) -> f64) -> Result<f64, Failure> {
    if x > 0.0 && x.is_finite() {
        Ok(function(x))
    } else if x.is_nan() || x == f64::INFINITY {
        Ok(x)
    } else {
        Err(Failure::Domain)
    }
}

/// `math.log(n)` of an integer, however large
pub fn log_integer(n: &Integer) -> Result<f64, Failure> {
    integer_logarithm(n, libm::log)
}

/// `math.log2(n)` of an integer, however large
pub fn log2_integer(n: &Integer) -> Result<f64, Failure> {
    integer_logarithm(n, libm::log2)
}

/// `math.log10(n)` of an integer, however large
pub fn log10_integer(n: &Integer) -> Result<f64, Failure> {
    integer_logarithm(n, libm::log10)
}

fn integer_logarithm(n: &Integer, function: extern "C" fn(f64) -> f64) -> Result<f64, Failure> {
    match n {
        Integer::Small(n) => logarithm(*n as f64, function),
        Integer::Big(n) => match big::to_float(n) {
            Ok(value) => logarithm(value, function),
            Err(_) if n.sign() == dashu_int::Sign::Negative => Err(Failure::Domain),
            Err(_) => {
                let (fraction, exponent) = big::frexp(n);
                Ok(function(fraction) + function(2.0) * exponent as f64)
            }
        },
    }
}

/// `math.atan2(y, x)`
#[inline]
pub fn atan2(y: f64, x: f64) -> f64 {
    libm::atan2(y, x)
}

/// `math.copysign(x, y)`
#[inline]
pub fn copysign(x: f64, y: f64) -> f64 {
    x.copysign(y)
}

/// `math.fabs(x)`
#[inline]
pub fn fabs(x: f64) -> f64 {
    x.abs()
}

/// `math.degrees(x)`
#[inline]
pub fn degrees(x: f64) -> f64 {
    x * (180.0 / std::f64::consts::PI)
}

/// `math.radians(x)`
#[inline]
pub fn radians(x: f64) -> f64 {
    x * (std::f64::consts::PI / 180.0)
}

/// `math.fmod(x, y)`, with the sign of `x`
#[inline]
pub fn fmod(x: f64, y: f64) -> Result<f64, Failure> {
    let result = libm::fmod(x, y);
    if result.is_nan() && !x.is_nan() && !y.is_nan() { Err(Failure::Domain) } else { Ok(result) }
}

/// `math.remainder(x, y)`: the distance from the nearest multiple of `y`, ties to the even one; always exact
pub fn remainder(x: f64, y: f64) -> Result<f64, Failure> {
    if x.is_nan() || y.is_nan() {
        return Ok(if x.is_nan() { x } else { y });
    }
    if x.is_infinite() || y == 0.0 {
        return Err(Failure::Domain);
    }
    if y.is_infinite() {
        return Ok(x);
    }
    let (size, step) = (x.abs(), y.abs());
    let over = libm::fmod(size, step);
    // Compared with its complement, because half a step may not be representable.
    let under = step - over;
    let result = if over < under {
        over
    } else if over > under {
        -under
    } else {
        over - 2.0 * libm::fmod(0.5 * (size - over), step)
    };
    Ok(result * 1.0f64.copysign(x))
}

/// `math.pow(x, y)`, which never turns complex
pub fn pow(x: f64, y: f64) -> Result<f64, Failure> {
    let result = libm::pow(x, y);
    if result.is_finite() || !x.is_finite() || !y.is_finite() {
        return Ok(result);
    }
    if result.is_nan() || x == 0.0 { Err(Failure::Domain) } else { Err(Failure::Range) }
}

/// `math.frexp(x)`
pub fn frexp(x: f64) -> (f64, i32) {
    if x == 0.0 || !x.is_finite() {
        return (x, 0);
    }
    // A subnormal is brought up to the normal floats first.
    let subnormal = x.abs() < f64::MIN_POSITIVE;
    let bits = if subnormal { x * 2f64.powi(54) } else { x }.to_bits();
    let exponent = (bits >> 52 & 0x7ff) as i32 - 1022 - if subnormal { 54 } else { 0 };
    (f64::from_bits(bits & !(0x7ff << 52) | 1022 << 52), exponent)
}

/// `math.ldexp(x, exponent)`; an exponent beyond `i64` may be clamped by the caller
pub fn ldexp(x: f64, exponent: i64) -> Result<f64, Failure> {
    let result = libm::ldexp(x, exponent.clamp(-10_000, 10_000) as i32);
    if result.is_infinite() && x.is_finite() { Err(Failure::Range) } else { Ok(result) }
}

/// `math.modf(x)`: fraction and whole part
pub fn modf(x: f64) -> (f64, f64) {
    if x.is_nan() {
        return (x, x);
    }
    let whole = x.trunc();
    let fraction = if x.is_infinite() { 0.0 } else { x - whole };
    (fraction.copysign(x), whole)
}

/// `math.nextafter(x, y)`
pub fn nextafter(x: f64, y: f64) -> f64 {
    libm::nextafter(x, y)
}

/// `math.ulp(x)`
pub fn ulp(x: f64) -> f64 {
    let size = x.abs();
    if !size.is_finite() {
        return size;
    }
    let above = libm::nextafter(size, f64::INFINITY);
    if above.is_infinite() { size - libm::nextafter(size, 0.0) } else { above - size }
}

/// `math.isclose(a, b, rel_tol=..., abs_tol=...)`
pub fn is_close(a: f64, b: f64, relative: f64, absolute: f64) -> Result<bool, NumberError> {
    check_tolerances(relative, absolute)?;
    if a == b {
        return Ok(true);
    }
    if a.is_infinite() || b.is_infinite() {
        return Ok(false);
    }
    let difference = (b - a).abs();
    Ok(difference <= (relative * b).abs() || difference <= (relative * a).abs() || difference <= absolute)
}

pub(in super::super) fn check_tolerances(relative: f64, absolute: f64) -> Result<(), NumberError> {
    if relative < 0.0 || absolute < 0.0 {
        return Err(NumberError::new(ErrorKind::Value, "tolerances must be non-negative"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors() {
        assert_eq!(sqrt(-1.0), Err(Failure::Domain));
        assert_eq!(exp(1000.0), Err(Failure::Range));
        assert_eq!(log1p(-1.0), Err(Failure::Domain));
        assert_eq!(sin(f64::INFINITY), Err(Failure::Domain));
        assert_eq!(pow(0.0, -1.0), Err(Failure::Domain));
        assert_eq!(pow(10.0, 400.0), Err(Failure::Range));
        assert_eq!(ldexp(1.0, i64::MAX), Err(Failure::Range));
        assert_eq!(ldexp(1.0, i64::MIN), Ok(0.0));
        assert_eq!(log(0.0), Err(Failure::Domain));
        assert_eq!(exp(f64::INFINITY), Ok(f64::INFINITY));
    }

    #[test]
    fn parts_of_floats() {
        assert_eq!(frexp(5e-324), (0.5, -1073));
        assert_eq!(frexp(-8.0), (-0.5, 4));
        assert_eq!(modf(-2.5), (-0.5, -2.0));
        assert_eq!(ulp(1.0), f64::EPSILON);
        assert_eq!(ulp(f64::MAX), 2f64.powi(971));
        assert_eq!(remainder(5.0, 2.0), Ok(1.0));
        assert_eq!(remainder(7.0, 2.0), Ok(-1.0));
    }

    #[test]
    fn logarithms_of_big_integers() {
        let n = Integer::Big(dashu_int::IBig::from(10).pow(400));
        assert_eq!(log10_integer(&n), Ok(400.0));
        assert_eq!(log2_integer(&Integer::Big(dashu_int::IBig::from(1) << 5000usize)), Ok(5000.0));
        assert_eq!(log_integer(&Integer::Small(0)), Err(Failure::Domain));
    }
}
