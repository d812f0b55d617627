//! Complex numbers: the operators.
//!
//! `Complex64` comes in and goes out. The formulas are CPython's, term by term, because each rounding shows in the digits;
//! `num_complex`'s own operators are used only as storage. The functions of the `cmath` module are not here.

use super::{Complex64, NumberError, libm};

const ONE: Complex64 = Complex64::new(1.0, 0.0);

/// Up to this exponent a whole power is a chain of products instead of logarithms.
const WHOLE_POWER_LIMIT: f64 = 100.0;

/// `a + b`
#[inline]
pub fn add(a: Complex64, b: Complex64) -> Complex64 {
    Complex64::new(a.re + b.re, a.im + b.im)
}

/// `a - b`
#[inline]
pub fn sub(a: Complex64, b: Complex64) -> Complex64 {
    Complex64::new(a.re - b.re, a.im - b.im)
}

/// `a * b`
#[inline]
pub fn mul(a: Complex64, b: Complex64) -> Complex64 {
    Complex64::new(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re)
}

/// `-a`
#[inline]
pub fn negate(a: Complex64) -> Complex64 {
    Complex64::new(-a.re, -a.im)
}

/// `a / b`, scaled by the larger part of the divisor; `None` for a zero divisor
#[inline]
pub fn true_div(a: Complex64, b: Complex64) -> Option<Complex64> {
    let (real, imaginary) = (b.re.abs(), b.im.abs());
    if real >= imaginary {
        if real == 0.0 {
            return None;
        }
        let ratio = b.im / b.re;
        let denominator = b.re + b.im * ratio;
        Some(Complex64::new((a.re + a.im * ratio) / denominator, (a.im - a.re * ratio) / denominator))
    } else if imaginary >= real {
        let ratio = b.re / b.im;
        let denominator = b.re * ratio + b.im;
        Some(Complex64::new((a.re * ratio + a.im) / denominator, (a.im * ratio - a.re) / denominator))
    } else {
        Some(Complex64::new(f64::NAN, f64::NAN))
    }
}

/// `abs(a)`; `None` where finite parts have a magnitude beyond the floats
#[inline]
pub fn absolute(a: Complex64) -> Option<f64> {
    let magnitude = libm::hypot(a.re, a.im);
    if magnitude == f64::INFINITY && a.re.is_finite() && a.im.is_finite() { None } else { Some(magnitude) }
}

/// `a ** b`
pub fn power(a: Complex64, b: Complex64) -> Result<Complex64, NumberError> {
    let whole = b.im == 0.0 && b.re == b.re.floor() && b.re.abs() <= WHOLE_POWER_LIMIT;
    let result = if whole { power_whole(a, b.re as i32) } else { power_polar(a, b) };
    let result = result.ok_or(NumberError::COMPLEX_ZERO_TO_POWER)?;
    if result.re.is_infinite() || result.im.is_infinite() {
        return Err(NumberError::COMPLEX_POWER_OVERFLOW);
    }
    Ok(result)
}

/// A whole power by repeated squaring; the squares are taken in CPython's order, one too many included.
fn power_whole(a: Complex64, exponent: i32) -> Option<Complex64> {
    let count = exponent.unsigned_abs();
    let (mut result, mut square) = (ONE, a);
    let mut mask = 1;
    while mask <= count {
        if count & mask != 0 {
            result = mul(result, square);
        }
        mask <<= 1;
        square = mul(square, square);
    }
    if exponent > 0 { Some(result) } else { true_div(ONE, result) }
}

/// Any power through magnitude and phase; `None` where CPython reports a domain error.
fn power_polar(a: Complex64, b: Complex64) -> Option<Complex64> {
    if b.re == 0.0 && b.im == 0.0 {
        return Some(ONE);
    }
    if a.re == 0.0 && a.im == 0.0 {
        return if b.im != 0.0 || b.re < 0.0 { None } else { Some(Complex64::new(0.0, 0.0)) };
    }
    let magnitude = libm::hypot(a.re, a.im);
    let mut length = libm::pow(magnitude, b.re);
    let angle = libm::atan2(a.im, a.re);
    let mut phase = angle * b.re;
    if b.im != 0.0 {
        length /= libm::exp(angle * b.im);
        phase += b.im * libm::log(magnitude);
    }
    // The C library's cosine of an infinity is what CPython sees as the domain error.
    if phase.is_infinite() {
        return None;
    }
    Some(Complex64::new(length * libm::cos(phase), length * libm::sin(phase)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn division_by_zero_and_nan() {
        assert_eq!(true_div(ONE, Complex64::new(0.0, -0.0)), None);
        let undefined = true_div(ONE, Complex64::new(f64::NAN, 1.0)).unwrap();
        assert!(undefined.re.is_nan() && undefined.im.is_nan());
        assert_eq!(true_div(Complex64::new(1.0, 2.0), Complex64::new(3.0, 4.0)), Some(Complex64::new(0.44, 0.08)));
    }

    #[test]
    fn magnitudes() {
        assert_eq!(absolute(Complex64::new(3.0, -4.0)), Some(5.0));
        assert_eq!(absolute(Complex64::new(1.7e308, 1.7e308)), None);
        assert_eq!(absolute(Complex64::new(f64::NAN, f64::INFINITY)), Some(f64::INFINITY));
    }

    #[test]
    fn powers() {
        let zero = Complex64::new(0.0, 0.0);
        assert_eq!(power(zero, zero), Ok(ONE));
        assert_eq!(power(zero, -ONE), Err(NumberError::COMPLEX_ZERO_TO_POWER));
        assert_eq!(power(Complex64::new(0.0, 1.0), Complex64::new(2.0, 0.0)), Ok(Complex64::new(-1.0, 0.0)));
        assert_eq!(
            power(Complex64::new(1e200, 0.0), Complex64::new(2.5, 0.0)),
            Err(NumberError::COMPLEX_POWER_OVERFLOW)
        );
    }
}
