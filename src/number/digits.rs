//! Decimal digits of floats.
//!
//! A finite float comes in; decimal digits go out, either the shortest that read back as the same float or as many as
//! asked for, correctly rounded. Layout (exponents, padding, grouping) is not decided here.

use std::fmt::Write;

/// More digits than any float has, in whole: beyond them there are only zeros.
const MOST_DIGITS: usize = 1100;

/// The digits of a magnitude: `0.d1d2d3... * 10**point`, without the sign.
#[derive(Debug, PartialEq, Eq)]
pub struct Digits {
    /// ASCII digits, the first one not `0` unless the number is zero.
    pub text: String,
    /// Where the decimal point stands, counted from the first digit.
    pub point: i32,
}

/// The fewest digits that read back as the same float
pub fn shortest(value: f64) -> Digits {
    let mut text = String::with_capacity(24);
    let _ = write!(text, "{:e}", value.abs());
    let mut digits = split(text);
    round_tie_to_even(value, &mut digits, false);
    digits
}

/// The fewest digits that read back as the same float of single precision
pub fn shortest_single(value: f32) -> Digits {
    let mut digits = split(format!("{:e}", value.abs()));
    round_tie_to_even(f64::from(value), &mut digits, true);
    digits
}

/// Where the exact value lies halfway between two shortest texts, CPython takes the even one; Rust may have taken the odd.
fn round_tie_to_even(value: f64, digits: &mut Digits, is_single: bool) {
    let Some(last @ (b'1' | b'3' | b'5' | b'7' | b'9')) = digits.text.bytes().last() else {
        return;
    };
    // Of fewer digits no two numbers are the same float.
    let count = digits.text.len();
    if count < if is_single { 7 } else { 16 } {
        return;
    }
    let (mantissa, exponent) = super::float::decompose(value.abs());
    let twos = mantissa.trailing_zeros();
    let (odd, exponent) = (mantissa >> twos, exponent + twos as i32);
    // Halfway means an odd multiple of half the last digit's unit, 10**unit / 2 = 5**unit * 2**(unit - 1).
    let unit = digits.point - count as i32;
    let multiple_of_fives = match u32::try_from(unit) {
        Ok(unit) => 5i64.checked_pow(unit).is_some_and(|fives| odd % fives == 0),
        Err(_) => true,
    };
    if exponent != unit - 1 || !multiple_of_fives {
        return;
    }
    // The next digit is an exact five, so what stands before it is the lower of the two.
    let lower = significant(value, count + 1).text.starts_with(&digits.text);
    let even = if lower { last + 1 } else { last - 1 };
    let mut text = digits.text.clone();
    text.pop();
    text.push(char::from(even));
    // Below a power of two floats lie closer together, and the other text may be another float.
    let back = read(&format!("0.{text}e{}", digits.point));
    let back = if is_single { f64::from(back as f32) } else { back };
    if even <= b'9' && back == value.abs() {
        digits.text = text;
    }
}

/// Exactly `count` digits (at least one), correctly rounded
pub fn significant(value: f64, count: usize) -> Digits {
    let mut text = String::new();
    let _ = write!(text, "{:.*e}", (count - 1).min(MOST_DIGITS), value.abs());
    let mut digits = split(text);
    pad(&mut digits.text, count);
    digits
}

/// The plain decimal text of the magnitude with `decimals` digits after the point, correctly rounded
pub fn fixed(value: f64, decimals: usize) -> String {
    let mut text = String::new();
    if let Some(count) = scaled(value, decimals) {
        let _ = write!(text, "{count:0width$}", width = decimals + 1);
        if decimals > 0 {
            text.insert(text.len() - decimals, '.');
        }
        return text;
    }
    let _ = write!(text, "{:.*}", decimals.min(MOST_DIGITS), value.abs());
    if decimals > MOST_DIGITS {
        let length = text.len() + decimals - MOST_DIGITS;
        pad(&mut text, length);
    }
    text
}

/// How many units of `10**-decimals` a magnitude has, correctly rounded, where words hold all of it.
fn scaled(value: f64, decimals: usize) -> Option<u64> {
    /// 10**19 times the largest mantissa is well below 2**127.
    const MOST_DECIMALS: usize = 19;
    let (mantissa, exponent) = super::float::decompose(value.abs());
    if decimals > MOST_DECIMALS || exponent >= 0 {
        return None;
    }
    let product = mantissa as u128 * 10u128.pow(decimals as u32);
    let shift = exponent.unsigned_abs();
    if shift > 127 {
        return Some(0);
    }
    let (whole, rest, half) = (product >> shift, product & ((1 << shift) - 1), 1 << (shift - 1));
    let up = rest > half || (rest == half && whole & 1 == 1);
    u64::try_from(whole + u128::from(up)).ok()
}

/// `round(value, decimals)` for a finite float; infinite where the rounded value is beyond the floats
pub fn round(value: f64, decimals: i64) -> f64 {
    // A float of 308 digits has none beyond the 323rd decimal, and none is left of 10**309.
    if decimals > 323 || value == 0.0 {
        return value;
    }
    let magnitude = if decimals >= 0 {
        let decimals = decimals as usize;
        match scaled(value, decimals) {
            // Both are floats exactly, so the division rounds once, as reading the digits would.
            Some(count) if count <= 1 << 53 => count as f64 / 10f64.powi(decimals as i32),
            _ => read(&fixed(value, decimals)),
        }
    } else if decimals < -308 {
        0.0
    } else {
        round_to_tens(value, decimals.unsigned_abs() as usize)
    };
    magnitude.copysign(value)
}

/// Rounds to a multiple of `10**zeros`.
fn round_to_tens(value: f64, zeros: usize) -> f64 {
    let exact = significant(value, 20);
    match usize::try_from(exact.point).unwrap_or(0).checked_sub(zeros) {
        None => 0.0,
        Some(0) => {
            // The unit is one place above the first digit: only more than half of it rounds up to it, a tie being even below.
            let all = significant(value, 800);
            let over_half =
                all.text[..1] > *"5" || (all.text[..1] == *"5" && all.text[1..].bytes().any(|digit| digit != b'0'));
            if over_half { read(&format!("1e{zeros}")) } else { 0.0 }
        }
        Some(count) => {
            let digits = significant(value, count);
            read(&format!("0.{}e{}", digits.text, digits.point))
        }
    }
}

/// Text made here is always a number.
fn read(text: &str) -> f64 {
    text.parse().unwrap_or(f64::NAN)
}

/// Takes Rust's `d.ddde-x` apart.
fn split(mut text: String) -> Digits {
    let mark = text.find('e').unwrap_or(text.len());
    let exponent: i32 = text.get(mark + 1..).and_then(|exponent| exponent.parse().ok()).unwrap_or(0);
    text.truncate(mark);
    if text.len() > 1 {
        text.remove(1);
    }
    Digits { text, point: exponent + 1 }
}

fn pad(text: &mut String, length: usize) {
    while text.len() < length {
        text.push('0');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_are_decided_by_the_exact_value() {
        assert_eq!(fixed(2.5, 0), "2");
        assert_eq!(fixed(3.5, 0), "4");
        assert_eq!(fixed(0.125, 2), "0.12");
        assert_eq!(fixed(2.675, 2), "2.67");
        assert_eq!(significant(0.5, 1).text, "5");
        assert_eq!(significant(25.0, 1).text, "2");
        assert_eq!(significant(35.0, 1).text, "4");
    }

    #[test]
    fn rounding() {
        assert_eq!(round(2.675, 2), 2.67);
        assert_eq!(round(-0.4, 0).to_bits(), (-0.0f64).to_bits());
        assert_eq!(round(1234.5, -2), 1200.0);
        assert_eq!(round(50.0, -2), 0.0);
        assert_eq!(round(50.000_000_000_000_01, -2), 100.0);
        assert_eq!(round(5.1, -2), 0.0);
        assert_eq!(round(0.7, -1), 0.0);
        assert_eq!(round(1e-320, 320), 1e-320);
        assert!(round(1.7e308, -308).is_infinite());
    }
}
