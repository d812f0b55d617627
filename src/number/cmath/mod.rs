//! What the `cmath` module computes.
//!
//! Complex numbers come in; a number or a [`Failure`] goes out. Formulas, scalings and their order are CPython's, on the
//! same C library, because each rounding shows in the digits.

mod special;

use std::f64::consts::{E, LN_2, LN_10, PI};

use super::math::{Failure, check_tolerances, log1p_raw};
use super::{Complex64, NumberError, complex, libm};
use special::{entry, special};

/// Beyond a quarter of the largest float sums and products of parts may overflow.
const LARGE: f64 = f64::MAX / 4.0;
/// ln of [`LARGE`]
const LOG_LARGE: f64 = 708.396_418_532_264_1;
/// Turns a subnormal into a normal number when scaled by this power of two; the root is scaled back by half of it.
const SCALE_UP: i32 = 53;
const SCALE_DOWN: i32 = -27;

fn new(re: f64, im: f64) -> Complex64 {
    Complex64::new(re, im)
}

/// `i * z`
fn times_i(z: Complex64) -> Complex64 {
    new(-z.im, z.re)
}

/// `-i * z`
fn over_i(z: Complex64) -> Complex64 {
    new(z.im, -z.re)
}

fn is_large(z: Complex64) -> bool {
    z.re.abs() > LARGE || z.im.abs() > LARGE
}

/// ln |z| where |z| itself would overflow.
fn log_of_large(z: Complex64) -> f64 {
    libm::log(libm::hypot(z.re / 2.0, z.im / 2.0)) + LN_2 * 2.0
}

/// An infinite part out of finite ones is an overflow.
fn in_range(z: Complex64) -> Result<Complex64, Failure> {
    if z.re.is_infinite() || z.im.is_infinite() { Err(Failure::Range) } else { Ok(z) }
}

/// `cmath.sqrt(z)`
pub fn sqrt(z: Complex64) -> Complex64 {
    if let Some(value) = special(z, &special::SQRT) {
        return value;
    }
    if z.re == 0.0 && z.im == 0.0 {
        return new(0.0, z.im);
    }
    let (x, y) = (z.re.abs(), z.im.abs());
    let root = if x < f64::MIN_POSITIVE && y < f64::MIN_POSITIVE {
        let x = libm::ldexp(x, SCALE_UP);
        libm::ldexp((x + libm::hypot(x, libm::ldexp(y, SCALE_UP))).sqrt(), SCALE_DOWN)
    } else {
        let x = x / 8.0;
        2.0 * (x + libm::hypot(x, y / 8.0)).sqrt()
    };
    let other = y / (2.0 * root);
    if z.re >= 0.0 { new(root, other.copysign(z.im)) } else { new(other, root.copysign(z.im)) }
}

/// `cmath.acos(z)`
pub fn acos(z: Complex64) -> Complex64 {
    if let Some(value) = special(z, &special::ACOS) {
        return value;
    }
    if is_large(z) {
        let size = log_of_large(z);
        let imaginary = if z.re < 0.0 { -size.copysign(z.im) } else { size.copysign(-z.im) };
        return new(libm::atan2(z.im.abs(), z.re), imaginary);
    }
    let a = sqrt(new(1.0 - z.re, -z.im));
    let b = sqrt(new(1.0 + z.re, z.im));
    new(2.0 * libm::atan2(a.re, b.re), libm::asinh(b.re * a.im - b.im * a.re))
}

/// `cmath.acosh(z)`
pub fn acosh(z: Complex64) -> Complex64 {
    if let Some(value) = special(z, &special::ACOSH) {
        return value;
    }
    if is_large(z) {
        return new(log_of_large(z), libm::atan2(z.im, z.re));
    }
    let a = sqrt(new(z.re - 1.0, z.im));
    let b = sqrt(new(z.re + 1.0, z.im));
    new(libm::asinh(a.re * b.re + a.im * b.im), 2.0 * libm::atan2(a.im, b.re))
}

/// `cmath.asin(z)`
pub fn asin(z: Complex64) -> Complex64 {
    over_i(asinh(times_i(z)))
}

/// `cmath.asinh(z)`
pub fn asinh(z: Complex64) -> Complex64 {
    if let Some(value) = special(z, &special::ASINH) {
        return value;
    }
    if is_large(z) {
        let size = log_of_large(z);
        let real = if z.im >= 0.0 { size.copysign(z.re) } else { -size.copysign(-z.re) };
        return new(real, libm::atan2(z.im, z.re.abs()));
    }
    let a = sqrt(new(1.0 + z.im, -z.re));
    let b = sqrt(new(1.0 - z.im, z.re));
    new(libm::asinh(a.re * b.im - b.re * a.im), libm::atan2(z.im, a.re * b.re - a.im * b.im))
}

/// `cmath.atan(z)`
pub fn atan(z: Complex64) -> Result<Complex64, Failure> {
    atanh(times_i(z)).map(over_i)
}

/// `cmath.atanh(z)`
pub fn atanh(z: Complex64) -> Result<Complex64, Failure> {
    if let Some(value) = special(z, &special::ATANH) {
        return Ok(value);
    }
    if z.re < 0.0 {
        return atanh(complex::negate(z)).map(complex::negate);
    }
    let y = z.im.abs();
    let limit = LARGE.sqrt();
    if z.re > limit || y > limit {
        // 1/z, but for the quarter turn.
        let half = libm::hypot(z.re / 2.0, z.im / 2.0);
        return Ok(new(z.re / 4.0 / half / half, -(PI / 2.0).copysign(-z.im)));
    }
    if z.re == 1.0 && y < f64::MIN_POSITIVE.sqrt() {
        if y == 0.0 {
            return Err(Failure::Domain);
        }
        let real = -libm::log(y.sqrt() / libm::hypot(y, 2.0).sqrt());
        return Ok(new(real, (libm::atan2(2.0, -y) / 2.0).copysign(z.im)));
    }
    let gap = 1.0 - z.re;
    let real = log1p_raw(4.0 * z.re / (gap * gap + y * y)) / 4.0;
    Ok(new(real, -libm::atan2(-2.0 * z.im, gap * (1.0 + z.re) - y * y) / 2.0))
}

/// `cmath.cos(z)`
pub fn cos(z: Complex64) -> Result<Complex64, Failure> {
    cosh(times_i(z))
}

/// `cmath.sin(z)`
pub fn sin(z: Complex64) -> Result<Complex64, Failure> {
    sinh(times_i(z)).map(over_i)
}

/// `cmath.tan(z)`
pub fn tan(z: Complex64) -> Result<Complex64, Failure> {
    tanh(times_i(z)).map(over_i)
}

/// An infinity in the direction of `phase`.
fn infinite(phase: f64) -> Complex64 {
    new(f64::INFINITY.copysign(libm::cos(phase)), f64::INFINITY.copysign(libm::sin(phase)))
}

/// Whether the real part is infinite and the imaginary one turns it somewhere.
fn is_turned_infinity(x: f64, phase: f64) -> bool {
    x.is_infinite() && phase.is_finite() && phase != 0.0
}

/// `cmath.cosh(z)`
pub fn cosh(z: Complex64) -> Result<Complex64, Failure> {
    if is_turned_infinity(z.re, z.im) {
        let value = infinite(z.im);
        return Ok(if z.re > 0.0 { value } else { new(value.re, -value.im) });
    }
    if z.im.is_infinite() && !z.re.is_nan() {
        return Err(Failure::Domain);
    }
    if let Some(value) = special(z, &special::COSH) {
        return Ok(value);
    }
    in_range(if z.re.abs() > LOG_LARGE {
        // One less in the exponent, in case only cosh of the real part overflows.
        let x = z.re - 1.0f64.copysign(z.re);
        new(libm::cos(z.im) * libm::cosh(x) * E, libm::sin(z.im) * libm::sinh(x) * E)
    } else {
        new(libm::cos(z.im) * libm::cosh(z.re), libm::sin(z.im) * libm::sinh(z.re))
    })
}

/// `cmath.sinh(z)`
pub fn sinh(z: Complex64) -> Result<Complex64, Failure> {
    if is_turned_infinity(z.re, z.im) {
        let value = infinite(z.im);
        return Ok(if z.re > 0.0 { value } else { new(-value.re, value.im) });
    }
    if z.im.is_infinite() && !z.re.is_nan() {
        return Err(Failure::Domain);
    }
    if let Some(value) = special(z, &special::SINH) {
        return Ok(value);
    }
    in_range(if z.re.abs() > LOG_LARGE {
        let x = z.re - 1.0f64.copysign(z.re);
        new(libm::cos(z.im) * libm::sinh(x) * E, libm::sin(z.im) * libm::cosh(x) * E)
    } else {
        new(libm::cos(z.im) * libm::sinh(z.re), libm::sin(z.im) * libm::cosh(z.re))
    })
}

/// `cmath.tanh(z)`
pub fn tanh(z: Complex64) -> Result<Complex64, Failure> {
    if is_turned_infinity(z.re, z.im) {
        let imaginary = 0.0f64.copysign(2.0 * libm::sin(z.im) * libm::cos(z.im));
        return Ok(new(1.0f64.copysign(z.re), imaginary));
    }
    if z.im.is_infinite() && z.re.is_finite() {
        return Err(Failure::Domain);
    }
    if let Some(value) = special(z, &special::TANH) {
        return Ok(value);
    }
    if z.re.abs() > LOG_LARGE {
        let imaginary = 4.0 * libm::sin(z.im) * libm::cos(z.im) * libm::exp(-2.0 * z.re.abs());
        return Ok(new(1.0f64.copysign(z.re), imaginary));
    }
    let (tx, ty) = (libm::tanh(z.re), libm::tan(z.im));
    let cx = 1.0 / libm::cosh(z.re);
    let product = tx * ty;
    let denominator = 1.0 + product * product;
    Ok(new(tx * (1.0 + ty * ty) / denominator, ((ty / denominator) * cx) * cx))
}

/// `cmath.exp(z)`
pub fn exp(z: Complex64) -> Result<Complex64, Failure> {
    if is_turned_infinity(z.re, z.im) {
        let direction = infinite(z.im);
        return Ok(if z.re > 0.0 { direction } else { new(0f64.copysign(direction.re), 0f64.copysign(direction.im)) });
    }
    if z.im.is_infinite() && (z.re.is_finite() || z.re == f64::INFINITY) {
        return Err(Failure::Domain);
    }
    if let Some(value) = special(z, &special::EXP) {
        return Ok(value);
    }
    in_range(if z.re > LOG_LARGE {
        let size = libm::exp(z.re - 1.0);
        new(size * libm::cos(z.im) * E, size * libm::sin(z.im) * E)
    } else {
        let size = libm::exp(z.re);
        new(size * libm::cos(z.im), size * libm::sin(z.im))
    })
}

/// `cmath.log(z)`
pub fn log(z: Complex64) -> Result<Complex64, Failure> {
    let value = log_unchecked(z);
    if z.re == 0.0 && z.im == 0.0 { Err(Failure::Domain) } else { Ok(value) }
}

/// The logarithm, which at zero is an infinity.
fn log_unchecked(z: Complex64) -> Complex64 {
    if let Some(value) = special(z, &special::LOG) {
        return value;
    }
    let (x, y) = (z.re.abs(), z.im.abs());
    let imaginary = libm::atan2(z.im, z.re);
    let real = if is_large(z) {
        libm::log(libm::hypot(x / 2.0, y / 2.0)) + LN_2
    } else if x < f64::MIN_POSITIVE && y < f64::MIN_POSITIVE {
        if x == 0.0 && y == 0.0 {
            f64::NEG_INFINITY
        } else {
            libm::log(libm::hypot(libm::ldexp(x, 53), libm::ldexp(y, 53))) - 53.0 * LN_2
        }
    } else {
        let size = libm::hypot(x, y);
        if (0.71..=1.73).contains(&size) {
            // Close to one the logarithm would lose digits.
            let (long, short) = if x > y { (x, y) } else { (y, x) };
            log1p_raw((long - 1.0) * (long + 1.0) + short * short) / 2.0
        } else {
            libm::log(size)
        }
    };
    new(real, imaginary)
}

/// `cmath.log(z, base)`; like CPython it forgives a zero `z`, but not a base whose logarithm is zero or infinite
pub fn log_base(z: Complex64, base: Complex64) -> Result<Complex64, Failure> {
    complex::true_div(log_unchecked(z), log(base)?).ok_or(Failure::Domain)
}

/// `cmath.log10(z)`
pub fn log10(z: Complex64) -> Result<Complex64, Failure> {
    log(z).map(|value| new(value.re / LN_10, value.im / LN_10))
}

/// `cmath.phase(z)`; CPython reports an angle too small for a float as out of range
pub fn phase(z: Complex64) -> Result<f64, Failure> {
    let angle = libm::atan2(z.im, z.re);
    if angle == 0.0 && z.im != 0.0 && z.re.is_finite() { Err(Failure::Range) } else { Ok(angle) }
}

/// `cmath.polar(z)`
pub fn polar(z: Complex64) -> Result<(f64, f64), Failure> {
    Ok((complex::absolute(z).ok_or(Failure::Range)?, libm::atan2(z.im, z.re)))
}

/// `cmath.rect(r, phi)`
pub fn rect(r: f64, phi: f64) -> Result<Complex64, Failure> {
    if is_turned_infinity(r, phi) {
        let value = infinite(phi);
        return Ok(if r > 0.0 { value } else { complex::negate(value) });
    }
    if phi.is_infinite() && r != 0.0 && !r.is_nan() {
        return Err(Failure::Domain);
    }
    if !r.is_finite() || !phi.is_finite() {
        return Ok(entry(&special::RECT, r, phi));
    }
    Ok(if phi == 0.0 { new(r, r * phi) } else { new(r * libm::cos(phi), r * libm::sin(phi)) })
}

/// `cmath.isclose(a, b, rel_tol=..., abs_tol=...)`
pub fn is_close(a: Complex64, b: Complex64, relative: f64, absolute: f64) -> Result<bool, NumberError> {
    check_tolerances(relative, absolute)?;
    if a == b {
        return Ok(true);
    }
    if [a.re, a.im, b.re, b.im].into_iter().any(f64::is_infinite) {
        return Ok(false);
    }
    let size = |z: Complex64| libm::hypot(z.re, z.im);
    let difference = size(complex::sub(a, b));
    Ok(difference <= relative * size(b) || difference <= relative * size(a) || difference <= absolute)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_and_special_values() {
        assert_eq!(log(new(0.0, -0.0)), Err(Failure::Domain));
        assert_eq!(exp(new(1000.0, 0.0)), Err(Failure::Range));
        assert_eq!(atanh(new(1.0, 0.0)), Err(Failure::Domain));
        assert_eq!(sqrt(new(f64::INFINITY, f64::NEG_INFINITY)), new(f64::INFINITY, f64::NEG_INFINITY));
        assert_eq!(rect(1.0, f64::INFINITY), Err(Failure::Domain));
        assert_eq!(tanh(new(f64::NEG_INFINITY, 1.0)), Ok(new(-1.0, 0.0)));
        assert!(log_base(new(0.0, 0.0), new(2.0, 0.0)).is_ok());
        assert_eq!(log_base(new(2.0, 0.0), new(1.0, 0.0)), Err(Failure::Domain));
        assert_eq!(LOG_LARGE, libm::log(LARGE));
    }

    #[test]
    fn known_values() {
        assert_eq!(sqrt(new(-1.0, 0.0)), new(0.0, 1.0));
        assert_eq!(log(new(1.0, 1.0)), Ok(new(0.346_573_590_279_972_64, PI / 4.0)));
        assert_eq!(polar(new(3.0, 4.0)), Ok((5.0, 0.927_295_218_001_612_2)));
    }
}
