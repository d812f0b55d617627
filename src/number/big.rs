//! Integers of any size.
//!
//! Big integers come in by reference; an [`Integer`] in normal form goes out. `None` says that the divisor is zero.
//! A machine word joins in as `IBig::from(word)`, which allocates nothing.

use std::cmp::Ordering;

use dashu_int::fast_div::ConstDivisor;
use dashu_int::ops::{BitTest, DivRem, ExtendedGcd, Gcd, SquareRoot};
use dashu_int::{IBig, Sign, UBig};

use super::{Integer, NumberError, float, int};

/// The most bits that an integer may have: beyond it CPython, too, runs out of memory.
const BITS_LIMIT: u64 = 1 << 34;
/// The most bits that a power may have: it takes minutes and nothing can stop it.
const POWER_LIMIT: u64 = 1 << 33;

/// `a + b`
pub fn add(a: &IBig, b: &IBig) -> Integer {
    (a + b).into()
}

/// `a - b`
pub fn sub(a: &IBig, b: &IBig) -> Integer {
    (a - b).into()
}

/// `a * b`
pub fn mul(a: &IBig, b: &IBig) -> Integer {
    (a * b).into()
}

/// `-a`
pub fn negate(a: &IBig) -> Integer {
    (-a).into()
}

/// `abs(a)`
pub fn absolute(a: &IBig) -> Integer {
    if a.sign() == Sign::Negative { negate(a) } else { a.clone().into() }
}

/// `~a`
pub fn invert(a: &IBig) -> Integer {
    (!a).into()
}

/// `a & b`, as if both had infinitely many sign bits
pub fn and(a: &IBig, b: &IBig) -> Integer {
    (a & b).into()
}

/// `a | b`, as if both had infinitely many sign bits
pub fn or(a: &IBig, b: &IBig) -> Integer {
    (a | b).into()
}

/// `a ^ b`, as if both had infinitely many sign bits
pub fn xor(a: &IBig, b: &IBig) -> Integer {
    (a ^ b).into()
}

/// `divmod(a, b)`; `None` for a zero divisor
pub fn divmod(a: &IBig, b: &IBig) -> Option<(Integer, Integer)> {
    let (quotient, remainder) = divmod_big(a, b)?;
    Some((quotient.into(), remainder.into()))
}

/// Quotient rounded down and remainder with the divisor's sign.
fn divmod_big(a: &IBig, b: &IBig) -> Option<(IBig, IBig)> {
    if b.is_zero() {
        return None;
    }
    let (quotient, remainder) = a.div_rem(b);
    if !remainder.is_zero() && remainder.sign() != b.sign() {
        Some((quotient - 1, remainder + b))
    } else {
        Some((quotient, remainder))
    }
}

/// `a // b`; `None` for a zero divisor
pub fn floor_div(a: &IBig, b: &IBig) -> Option<Integer> {
    if b.is_zero() {
        return None;
    }
    if a.sign() == b.sign() {
        return Some((a / b).into());
    }
    divmod_big(a, b).map(|(quotient, _)| quotient.into())
}

/// `a % b`; `None` for a zero divisor
pub fn floor_mod(a: &IBig, b: &IBig) -> Option<Integer> {
    if b.is_zero() {
        return None;
    }
    let remainder = a % b;
    let wrong_side = !remainder.is_zero() && remainder.sign() != b.sign();
    Some(if wrong_side { remainder + b } else { remainder }.into())
}

/// `a / b`, exactly rounded
pub fn true_div(a: &IBig, b: &IBig) -> Result<f64, NumberError> {
    if b.is_zero() {
        return Err(NumberError::DIVISION_BY_ZERO);
    }
    let negative = a.sign() != b.sign();
    if a.is_zero() {
        return Ok(if negative { -0.0 } else { 0.0 });
    }
    // The quotient's exponent is this difference or one less: enough to know the number of bits that a float keeps there.
    let difference = bit_length(a) as i64 - bit_length(b) as i64;
    if difference > 1024 {
        return Err(NumberError::INT_DIVISION_TOO_LARGE);
    }
    if difference < -1076 {
        return Ok(if negative { -0.0 } else { 0.0 });
    }
    // Below the normal floats the last bit stays at 2**-1074; two bits more, the second sticky, decide the rounding.
    let shift = (difference - 1).max(-1022) - 54;
    let (a, b) = (magnitude(a), magnitude(b));
    let (quotient, remainder) =
        if shift <= 0 { (a << shift.unsigned_abs() as usize).div_rem(&b) } else { a.div_rem(b << shift as usize) };
    // 55 or 56 bits, so there is room for the sticky one.
    let quotient = u64::try_from(&quotient).unwrap_or(u64::MAX >> 2);
    let result = round_scaled(quotient << 2 | u64::from(!remainder.is_zero()), shift - 2);
    if result.is_infinite() {
        return Err(NumberError::INT_DIVISION_TOO_LARGE);
    }
    Ok(if negative { -result } else { result })
}

/// `mantissa * 2**exponent` with one rounding, ties to even, also where the result is subnormal.
pub(crate) fn round_scaled(mantissa: u64, exponent: i64) -> f64 {
    if mantissa == 0 {
        return 0.0;
    }
    let length = 64 - i64::from(mantissa.leading_zeros());
    let drop = (length - 53).max(-1074 - exponent);
    let (mut kept, exponent) = if drop <= 0 {
        (mantissa, exponent)
    } else if drop > 64 {
        return 0.0;
    } else {
        let wide = u128::from(mantissa);
        let kept = (wide >> drop) as u64;
        let rest = wide & ((1 << drop) - 1);
        let half = 1u128 << (drop - 1);
        (kept + u64::from(rest > half || (rest == half && kept & 1 == 1)), exponent + drop)
    };
    // At most 53 bits, or 2**53 exactly: scaling by powers of two is exact from here on.
    let mut exponent = exponent;
    while kept & 1 == 0 {
        if kept == 0 {
            return 0.0;
        }
        kept >>= 1;
        exponent += 1;
    }
    if exponent > 1023 {
        return f64::INFINITY;
    }
    scale(kept as f64, exponent)
}

/// `value * 2**exponent` where the result is exact.
fn scale(value: f64, exponent: i64) -> f64 {
    super::libm::ldexp(value, exponent.clamp(-5000, 5000) as i32)
}

fn magnitude(a: &IBig) -> UBig {
    a.clone().into_parts().1
}

/// `base ** exponent` for an exponent that is not negative
pub fn power(base: &IBig, exponent: u64) -> Result<Integer, NumberError> {
    if exponent == 0 || base.is_one() {
        return Ok(Integer::Small(1));
    }
    if base.is_zero() {
        return Ok(Integer::Small(0));
    }
    if *base == IBig::NEG_ONE {
        return Ok(Integer::Small(if exponent & 1 == 0 { 1 } else { -1 }));
    }
    if (bit_length(base) as u64 - 1).saturating_mul(exponent) > POWER_LIMIT {
        return Err(NumberError::OUT_OF_MEMORY);
    }
    Ok(base.pow(exponent as usize).into())
}

/// `pow(base, exponent, modulus)`
pub fn power_modulo(base: &IBig, exponent: &IBig, modulus: &IBig) -> Result<Integer, NumberError> {
    if modulus.is_zero() {
        return Err(NumberError::POWER_MODULUS_ZERO);
    }
    let size = magnitude(modulus);
    let mut base = least_residue(base, &size);
    if exponent.sign() == Sign::Negative {
        base = inverse(&base, &size).ok_or(NumberError::NOT_INVERTIBLE)?;
    }
    let result = if size.is_one() {
        UBig::ZERO
    } else {
        ConstDivisor::new(size.clone()).reduce(base).pow(&magnitude(exponent)).residue()
    };
    let result = IBig::from(result);
    Ok(if modulus.sign() == Sign::Negative && !result.is_zero() { result + modulus } else { result }.into())
}

/// The residue of `a` that is not negative.
fn least_residue(a: &IBig, size: &UBig) -> UBig {
    let (sign, residue) = (a % IBig::from(size.clone())).into_parts();
    if sign == Sign::Negative && !residue.is_zero() { size - residue } else { residue }
}

/// The inverse modulo `size`; everything is congruent, and so inverse, modulo one.
fn inverse(a: &UBig, size: &UBig) -> Option<UBig> {
    if size.is_one() {
        return Some(UBig::ZERO);
    }
    if a.is_zero() {
        return None;
    }
    let (gcd, factor, _) = a.gcd_ext(size);
    gcd.is_one().then(|| least_residue(&factor, size))
}

/// `a << count` for a count that is not negative
pub fn shift_left(a: &IBig, count: u64) -> Result<Integer, NumberError> {
    if a.is_zero() {
        return Ok(Integer::Small(0));
    }
    if count > BITS_LIMIT {
        return Err(NumberError::OUT_OF_MEMORY);
    }
    Ok((a << count as usize).into())
}

/// `a >> count` for a count that is not negative, however large
pub fn shift_right(a: &IBig, count: u64) -> Integer {
    if count >= bit_length(a) as u64 {
        return Integer::Small(if a.sign() == Sign::Negative { -1 } else { 0 });
    }
    (a >> count as usize).into()
}

/// `a.bit_length()`
pub fn bit_length(a: &IBig) -> usize {
    let words = a.as_sign_words().1;
    words.last().map_or(0, |last| words.len() * 64 - last.leading_zeros() as usize)
}

/// `a.bit_count()`
pub fn bit_count(a: &IBig) -> usize {
    a.as_sign_words().1.iter().map(|word| word.count_ones() as usize).sum()
}

/// `math.gcd(a, b)`
pub fn gcd(a: &IBig, b: &IBig) -> Integer {
    if a.is_zero() {
        return absolute(b);
    }
    if b.is_zero() {
        return absolute(a);
    }
    IBig::from(a.gcd(b)).into()
}

/// `math.lcm(a, b)`
pub fn lcm(a: &IBig, b: &IBig) -> Integer {
    if a.is_zero() || b.is_zero() {
        return Integer::Small(0);
    }
    let gcd = IBig::from(a.gcd(b));
    absolute(&(a / gcd * b))
}

/// `math.isqrt(a)`
pub fn isqrt(a: &IBig) -> Result<Integer, NumberError> {
    if a.sign() == Sign::Negative {
        return Err(NumberError::ISQRT_NEGATIVE);
    }
    Ok(IBig::from(magnitude(a).sqrt()).into())
}

/// The leading 64 bits of the magnitude of a number that is not zero, the last of them set if any behind it is, and the
/// power of two that they count.
fn leading(a: &IBig) -> (u64, i64) {
    let (_, words) = a.as_sign_words();
    let Some((&top, rest)) = words.split_last() else { return (0, 0) };
    let shift = top.leading_zeros();
    let (next, lower) = rest.split_last().map_or((0, rest), |(&next, lower)| (next, lower));
    let wide = (u128::from(top) << 64 | u128::from(next)) << shift;
    let behind = wide as u64 != 0 || lower.iter().any(|&word| word != 0);
    ((wide >> 64) as u64 | u64::from(behind), rest.len() as i64 * 64 - i64::from(shift))
}

/// `float(a)`, exactly rounded
pub fn to_float(a: &IBig) -> Result<f64, NumberError> {
    let (bits, exponent) = leading(a);
    let value = round_scaled(bits, exponent);
    match value.is_infinite() {
        true => Err(NumberError::INT_TOO_LARGE_FOR_FLOAT),
        false => Ok(if a.sign() == Sign::Negative { -value } else { value }),
    }
}

/// A big integer above zero as a fraction in [0.5, 1), exactly rounded, and a power of two
pub fn frexp(a: &IBig) -> (f64, i64) {
    let (bits, exponent) = leading(a);
    let fraction = round_scaled(bits, -64);
    if fraction == 1.0 { (0.5, exponent + 65) } else { (fraction, exponent + 64) }
}

/// The integer that a finite whole float is
pub fn from_float(whole: f64) -> IBig {
    let (mantissa, exponent) = float::decompose(whole);
    let mantissa = IBig::from(mantissa);
    if exponent >= 0 { mantissa << exponent as usize } else { mantissa >> exponent.unsigned_abs() as usize }
}

/// Compares an integer with a float by their exact values; `None` for NaN
pub fn compare_float(a: &IBig, b: f64) -> Option<Ordering> {
    if b.is_nan() {
        return None;
    }
    if b.is_infinite() {
        return Some(if b > 0.0 { Ordering::Less } else { Ordering::Greater });
    }
    if let Ok(small) = i64::try_from(a) {
        return int::compare_float(small, b);
    }
    // Beyond i64 every float is whole.
    Some(if b.abs() < 1e15 {
        if a.sign() == Sign::Negative { Ordering::Less } else { Ordering::Greater }
    } else {
        a.cmp(&from_float(b))
    })
}

/// `round(a, digits)` for `digits` below zero: to a multiple of a power of ten, ties to even
pub fn round_to(a: &IBig, digits: u64) -> Integer {
    // A power of ten with more digits than twice the integer's rounds it to nothing.
    if digits > bit_length(a) as u64 {
        return Integer::Small(0);
    }
    let unit = IBig::from(10).pow(digits as usize);
    let Some((quotient, remainder)) = divmod_big(a, &unit) else {
        return Integer::Small(0);
    };
    let up = match (&remainder << 1).cmp(&unit) {
        Ordering::Less => false,
        Ordering::Equal => quotient.bit(0),
        Ordering::Greater => true,
    };
    ((quotient + i32::from(up)) * unit).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn big(text: &str) -> IBig {
        text.parse().unwrap()
    }

    #[test]
    fn results_come_back_to_words() {
        let edge = IBig::from(1) << 63usize;
        assert_eq!(sub(&edge, &IBig::from(1)), Integer::Small(i64::MAX));
        assert_eq!(negate(&edge), Integer::Small(i64::MIN));
        assert!(matches!(absolute(&IBig::from(i64::MIN)), Integer::Big(_)));
    }

    #[test]
    fn division_rounds_down() {
        let a = big("-100000000000000000000000000000000000001");
        let b = big("10000000000000000000000");
        assert_eq!(floor_div(&a, &b), Some(Integer::Small(-10_000_000_000_000_001)));
        assert_eq!(floor_mod(&a, &b), Some(big("9999999999999999999999").into()));
        assert_eq!(floor_mod(&-a.clone(), &-b.clone()), Some(big("-9999999999999999999999").into()));
        assert_eq!(divmod(&a, &IBig::ZERO), None);
        assert_eq!(shift_right(&a, 1 << 50), Integer::Small(-1));
        assert_eq!(shift_right(&IBig::from(-5), 1), Integer::Small(-3));
    }

    #[test]
    fn floats_are_rounded_once() {
        // Halfway between two floats but for what lies far behind, or exactly.
        let half: IBig = (IBig::from(1) << 53usize) + 1;
        assert_eq!(to_float(&(half.clone() << 90usize)), Ok((1u64 << 53) as f64 * 2f64.powi(90)));
        assert_eq!(to_float(&((half << 90usize) + 1)), Ok(((1u64 << 53) + 2) as f64 * 2f64.powi(90)));
        assert_eq!(to_float(&big("-29773541344879211140593918236480985397985280")), Ok(-2.977354134487921e43));
        assert_eq!(to_float(&((IBig::from(1) << 1024usize) - 1)), Err(NumberError::INT_TOO_LARGE_FOR_FLOAT));
        assert_eq!(to_float(&((IBig::from(1) << 1024usize) - (IBig::from(1) << 970usize) - 1)), Ok(f64::MAX));
        assert_eq!(frexp(&((IBig::from(1) << 200usize) - 1)), (0.5, 201));
    }

    #[test]
    fn true_division_rounds_once() {
        let huge = IBig::from(10).pow(400);
        assert_eq!(true_div(&huge, &IBig::from(10).pow(399)), Ok(10.0));
        assert_eq!(true_div(&huge, &IBig::from(3)), Err(NumberError::INT_DIVISION_TOO_LARGE));
        assert_eq!(true_div(&IBig::from(-1), &huge).map(f64::to_bits), Ok((-0.0f64).to_bits()));
        assert_eq!(true_div(&IBig::from(1), &(IBig::from(1) << 1074usize)), Ok(5e-324));
        assert_eq!(true_div(&IBig::from(3), &(IBig::from(1) << 1075usize)), Ok(1e-323));
        assert_eq!(true_div(&IBig::from(1), &(IBig::from(1) << 1075usize)), Ok(0.0));
        assert_eq!(true_div(&IBig::from(2), &IBig::from(3)), Ok(2.0 / 3.0));
    }

    #[test]
    fn powers() {
        assert_eq!(power(&IBig::from(-3), 41), Ok(big("-36472996377170786403").into()));
        assert_eq!(power(&IBig::from(2), u64::MAX), Err(NumberError::OUT_OF_MEMORY));
        let modulus = big("-1000000000000000000000007");
        assert_eq!(
            power_modulo(&IBig::from(3), &big("100000000000000000000"), &modulus),
            Ok(big("-831934331267541513510284").into())
        );
        assert_eq!(power_modulo(&IBig::from(2), &IBig::from(-1), &IBig::from(4)), Err(NumberError::NOT_INVERTIBLE));
        assert_eq!(power_modulo(&IBig::from(3), &IBig::from(-2), &IBig::from(7)), Ok(Integer::Small(4)));
    }

    #[test]
    fn floats_and_integers() {
        assert_eq!(to_float(&IBig::from(10).pow(309)), Err(NumberError::INT_TOO_LARGE_FOR_FLOAT));
        assert_eq!(compare_float(&IBig::from(10).pow(309), 1.7e308), Some(Ordering::Greater));
        assert_eq!(compare_float(&IBig::from(10).pow(23), 1e23), Some(Ordering::Greater));
        assert_eq!(compare_float(&IBig::from(10).pow(22), 1e22), Some(Ordering::Equal));
        assert_eq!(round_to(&big("-1500000000000000000000"), 21), big("-2000000000000000000000").into());
    }
}
