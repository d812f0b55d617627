//! Integers that fit a machine word.
//!
//! `i64` comes in and goes out; `None` says that the answer is not an `i64`: it overflows (go on with [`super::big`]) or
//! the divisor is zero (the caller picks the error from [`super::NumberError`]). Nothing wraps.

use std::cmp::Ordering;

/// 2**63, the first float beyond every `i64`.
const TWO_POWER_63: f64 = 9_223_372_036_854_775_808.0;

/// `a + b`
#[inline]
pub fn add(a: i64, b: i64) -> Option<i64> {
    a.checked_add(b)
}

/// `a - b`
#[inline]
pub fn sub(a: i64, b: i64) -> Option<i64> {
    a.checked_sub(b)
}

/// `a * b`
#[inline]
pub fn mul(a: i64, b: i64) -> Option<i64> {
    a.checked_mul(b)
}

/// `-a`
#[inline]
pub fn negate(a: i64) -> Option<i64> {
    a.checked_neg()
}

/// `abs(a)`
#[inline]
pub fn absolute(a: i64) -> Option<i64> {
    a.checked_abs()
}

/// `~a`
#[inline]
pub fn invert(a: i64) -> i64 {
    !a
}

/// `a // b`, rounded down; `None` for a zero divisor and for `-2**63 // -1`
#[inline]
pub fn floor_div(a: i64, b: i64) -> Option<i64> {
    let quotient = a.checked_div(b)?;
    // Rust rounds towards zero: one less where the signs differ and something was cut off.
    Some(quotient - i64::from((a ^ b) < 0 && quotient.wrapping_mul(b) != a))
}

/// `a % b`, with the sign of the divisor; `None` for a zero divisor
#[inline]
pub fn floor_mod(a: i64, b: i64) -> Option<i64> {
    if b == 0 {
        return None;
    }
    // Wrapping, because -2**63 % -1 is 0 although the quotient overflows.
    let remainder = a.wrapping_rem(b);
    Some(if remainder != 0 && (remainder ^ b) < 0 { remainder + b } else { remainder })
}

/// `divmod(a, b)`; `None` where [`floor_div`] says so
#[inline]
pub fn divmod(a: i64, b: i64) -> Option<(i64, i64)> {
    Some((floor_div(a, b)?, floor_mod(a, b)?))
}

/// `a / b`, exactly rounded; `None` for a zero divisor
#[inline]
pub fn true_div(a: i64, b: i64) -> Option<f64> {
    /// Up to here every integer is a float, and one rounding is left to the division.
    const EXACT: u64 = 1 << 53;
    if b == 0 {
        None
    } else if a.unsigned_abs() <= EXACT && b.unsigned_abs() <= EXACT {
        Some(a as f64 / b as f64)
    } else {
        Some(true_div_wide(a, b))
    }
}

/// Long division to 64 bits and more, the remainder kept as a sticky bit, rounded once.
#[cold]
fn true_div_wide(a: i64, b: i64) -> f64 {
    if a == 0 {
        // The sign of zero is what the fast way gives it.
        return 0.0 / b as f64;
    }
    let numerator = u128::from(a.unsigned_abs());
    let divisor = u128::from(b.unsigned_abs());
    let shift = numerator.leading_zeros();
    let numerator = numerator << shift;
    let quotient = numerator / divisor;
    let sticky = u128::from(quotient * divisor != numerator);
    let scale = f64::from_bits((1023 - u64::from(shift)) << 52);
    let magnitude = (quotient | sticky) as f64 * scale;
    if (a < 0) != (b < 0) { -magnitude } else { magnitude }
}

/// `base ** exponent` for an exponent that is not negative
#[inline]
pub fn power(base: i64, exponent: u64) -> Option<i64> {
    match (base, exponent) {
        (_, 0) | (1, _) => Some(1),
        (0, _) => Some(0),
        (-1, _) => Some(if exponent & 1 == 0 { 1 } else { -1 }),
        (_, 64..) => None,
        _ => base.checked_pow(exponent as u32),
    }
}

/// `pow(base, exponent, modulus)` for an exponent that is not negative; `None` for modulus zero
pub fn power_modulo(base: i64, exponent: u64, modulus: i64) -> Option<i64> {
    if modulus == 0 {
        return None;
    }
    let magnitude = u128::from(modulus.unsigned_abs());
    let mut square = i128::from(base).rem_euclid(magnitude as i128) as u128;
    let mut result = 1 % magnitude;
    let mut rest = exponent;
    while rest != 0 {
        if rest & 1 == 1 {
            result = result * square % magnitude;
        }
        square = square * square % magnitude;
        rest >>= 1;
    }
    // The result has the sign of the modulus, like every remainder.
    let result = result as i128;
    Some(if modulus < 0 && result != 0 { result - magnitude as i128 } else { result } as i64)
}

/// The inverse of `a` modulo `modulus`, for `pow(a, -n, modulus)`; `None` where there is none
pub fn inverse_modulo(a: i64, modulus: i64) -> Option<i64> {
    let magnitude = i128::from(modulus).abs();
    if magnitude == 0 {
        return None;
    }
    let (mut r0, mut r1) = (magnitude, i128::from(a).rem_euclid(magnitude));
    let (mut t0, mut t1) = (0i128, 1i128);
    while r1 != 0 {
        let quotient = r0 / r1;
        (r0, r1) = (r1, r0 - quotient * r1);
        (t0, t1) = (t1, t0 - quotient * t1);
    }
    if r0 != 1 {
        return None;
    }
    let inverse = t0.rem_euclid(magnitude);
    Some(if modulus < 0 && inverse != 0 { inverse - magnitude } else { inverse } as i64)
}

/// `a << count` for a count that is not negative
#[inline]
pub fn shift_left(a: i64, count: u64) -> Option<i64> {
    if a == 0 {
        return Some(0);
    }
    if count > 63 {
        return None;
    }
    let shifted = a << count;
    (shifted >> count == a).then_some(shifted)
}

/// `a >> count` for a count that is not negative, however large
#[inline]
pub fn shift_right(a: i64, count: u64) -> i64 {
    a >> count.min(63)
}

/// `a.bit_length()`
#[inline]
pub fn bit_length(a: i64) -> u32 {
    64 - a.unsigned_abs().leading_zeros()
}

/// `a.bit_count()`
#[inline]
pub fn bit_count(a: i64) -> u32 {
    a.unsigned_abs().count_ones()
}

/// `math.gcd(a, b)`; `None` only for 2**63, which is no `i64`
pub fn gcd(a: i64, b: i64) -> Option<i64> {
    let (mut a, mut b) = (a.unsigned_abs(), b.unsigned_abs());
    if a == 0 || b == 0 {
        return i64::try_from(a | b).ok();
    }
    let twos = (a | b).trailing_zeros();
    a >>= a.trailing_zeros();
    while b != 0 {
        b >>= b.trailing_zeros();
        (a, b) = (a.min(b), a.abs_diff(b));
    }
    i64::try_from(u128::from(a) << twos).ok()
}

/// `math.lcm(a, b)`
pub fn lcm(a: i64, b: i64) -> Option<i64> {
    if a == 0 || b == 0 {
        return Some(0);
    }
    let gcd = gcd(a, b)?;
    absolute(a / gcd)?.checked_mul(absolute(b)?)
}

/// `math.isqrt(a)`; `None` for a negative number
#[inline]
pub fn isqrt(a: i64) -> Option<i64> {
    a.checked_isqrt()
}

/// Compares an integer with a float by their exact values; `None` for NaN
#[inline]
pub fn compare_float(a: i64, b: f64) -> Option<Ordering> {
    if b.is_nan() {
        return None;
    }
    if b >= TWO_POWER_63 {
        return Some(Ordering::Less);
    }
    if b < -TWO_POWER_63 {
        return Some(Ordering::Greater);
    }
    // In this range the whole part is an i64; only if it is equal does the fraction decide.
    let whole = b.trunc();
    Some(a.cmp(&(whole as i64)).then_with(|| 0.0f64.total_cmp(&(b - whole + 0.0))))
}

/// Whether an integer and a float are the same number
#[inline]
pub fn equals_float(a: i64, b: f64) -> bool {
    // The float nearest to `a` must be `b`, and `b` must go back to `a`; 2**63 itself is no i64.
    a as f64 == b && b < TWO_POWER_63 && b as i64 == a
}

/// The whole part of a float; `None` if it is not an `i64` (NaN and infinities included)
#[inline]
pub fn from_float(value: f64) -> Option<i64> {
    let whole = value.trunc();
    (-TWO_POWER_63..TWO_POWER_63).contains(&whole).then_some(whole as i64)
}

/// `round(a, digits)` for `digits` below zero: to a multiple of a power of ten, ties to even
pub fn round_to(a: i64, digits: u64) -> Option<i64> {
    if digits > 18 {
        // |a| < 10**19: half of 10**19 can still be reached, by 5 * 10**18 and more.
        return if digits == 19 && a.unsigned_abs() > 5_000_000_000_000_000_000 { None } else { Some(0) };
    }
    let unit = 10i64.pow(digits as u32);
    let (quotient, remainder) = divmod(a, unit)?;
    let half = unit / 2;
    let up = unit > 1 && (remainder > half || (remainder == half && quotient & 1 == 1));
    (quotient + i64::from(up)).checked_mul(unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floor_division_rounds_down() {
        assert_eq!(divmod(7, -2), Some((-4, -1)));
        assert_eq!(divmod(-7, 2), Some((-4, 1)));
        assert_eq!(divmod(-7, -2), Some((3, -1)));
        assert_eq!(divmod(-8, 2), Some((-4, 0)));
        assert_eq!(floor_div(i64::MIN, -1), None);
        assert_eq!(floor_mod(i64::MIN, -1), Some(0));
        assert_eq!(floor_mod(1, 0), None);
        assert_eq!(floor_div(1, 0), None);
    }

    #[test]
    fn true_division_rounds_once() {
        assert_eq!(true_div(1, 3), Some(1.0 / 3.0));
        assert_eq!(true_div((1 << 53) + 1, 1 << 53), Some(1.0));
        assert_eq!(true_div(i64::MIN, i64::MIN), Some(1.0));
        assert_eq!(true_div(1, i64::MAX), Some(1.084_202_172_485_504_4e-19));
        assert_eq!(true_div(0, i64::MIN).map(f64::to_bits), Some((-0.0f64).to_bits()));
        assert_eq!(true_div(1, 0), None);
    }

    #[test]
    fn comparison_with_floats_is_exact() {
        let odd = (1 << 53) + 1;
        assert_eq!(compare_float(odd, odd as f64), Some(Ordering::Greater));
        assert!(!equals_float(odd, odd as f64));
        assert_eq!(compare_float(i64::MAX, TWO_POWER_63), Some(Ordering::Less));
        assert!(!equals_float(i64::MAX, TWO_POWER_63));
        assert!(equals_float(i64::MIN, -TWO_POWER_63));
        assert_eq!(compare_float(0, -0.0), Some(Ordering::Equal));
        assert_eq!(compare_float(0, -0.5), Some(Ordering::Greater));
        assert_eq!(compare_float(-3, -3.5), Some(Ordering::Greater));
        assert_eq!(compare_float(3, 3.5), Some(Ordering::Less));
        assert_eq!(compare_float(3, f64::NAN), None);
        assert_eq!(compare_float(3, f64::NEG_INFINITY), Some(Ordering::Greater));
    }

    #[test]
    fn shifts_and_powers_stop_at_the_edge() {
        assert_eq!(shift_left(1, 62), Some(1 << 62));
        assert_eq!(shift_left(1, 63), None);
        assert_eq!(shift_left(-1, 63), Some(i64::MIN));
        assert_eq!(shift_left(0, u64::MAX), Some(0));
        assert_eq!(shift_right(-5, u64::MAX), -1);
        assert_eq!(power(2, 62), Some(1 << 62));
        assert_eq!(power(2, 63), None);
        assert_eq!(power(-2, 63), Some(i64::MIN));
        assert_eq!(power(-1, u64::MAX), Some(-1));
        assert_eq!(power_modulo(3, 200, -7), Some(-5));
        assert_eq!(inverse_modulo(3, 7), Some(5));
        assert_eq!(inverse_modulo(2, 4), None);
    }

    #[test]
    fn common_divisors() {
        assert_eq!(gcd(-12, 18), Some(6));
        assert_eq!(gcd(0, 0), Some(0));
        assert_eq!(gcd(i64::MIN, 0), None);
        assert_eq!(gcd(i64::MIN, i64::MIN), None);
        assert_eq!(gcd(i64::MIN, 6), Some(2));
        assert_eq!(lcm(4, -6), Some(12));
    }

    #[test]
    fn rounding_to_tens() {
        assert_eq!(round_to(25, 1), Some(20));
        assert_eq!(round_to(35, 1), Some(40));
        assert_eq!(round_to(-25, 1), Some(-20));
        assert_eq!(round_to(-26, 1), Some(-30));
        assert_eq!(round_to(5, 0), Some(5));
        assert_eq!(round_to(i64::MAX, 25), Some(0));
    }
}
