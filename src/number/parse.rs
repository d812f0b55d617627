//! Numbers out of text: what `int(...)`, `float(...)`, `complex(...)` and `float.fromhex(...)` accept.
//!
//! A script's text comes in; a number or CPython's `ValueError` goes out. Literals in source code are the tokenizer's.

use std::borrow::Cow;

use dashu_int::IBig;

use super::{Complex64, ErrorKind, Integer, NumberError, big, repr};

/// The zeros of the decimal digits beyond ASCII; nine more digits follow each.
const ZEROS: [u32; 65] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
    0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0,
    0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10, 0x104a0, 0x10d30, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0,
    0x11450, 0x114d0, 0x11650, 0x116c0, 0x11730, 0x118e0, 0x11950, 0x11c50, 0x11d50, 0x11da0, 0x16a60, 0x16ac0,
    0x16b50, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e950, 0x1fbf0,
];

/// The value of a decimal digit of any script
pub fn decimal_digit(c: char) -> Option<u32> {
    if c.is_ascii() {
        return c.to_digit(10);
    }
    let index = ZEROS.partition_point(|zero| *zero <= c as u32).checked_sub(1)?;
    Some(c as u32 - ZEROS[index]).filter(|digit| *digit < 10)
}

/// Digits and spaces of any script as ASCII; whatever else is not ASCII becomes a character that no number has.
fn to_ascii(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let plain = |c: char| match decimal_digit(c) {
        Some(digit) => (b'0' + digit as u8) as char,
        None if c.is_ascii() => c,
        None if c.is_whitespace() => ' ',
        None => '?',
    };
    Cow::Owned(text.chars().map(plain).collect())
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0b' | '\x0c')
}

/// `int(text, base)`; `limit` is `sys.get_int_max_str_digits()`, zero for none
pub fn int(text: &str, base: u32, limit: usize) -> Result<Integer, NumberError> {
    if base == 1 || base > 36 {
        return Err(NumberError::new(ErrorKind::Value, "int() base must be >= 2 and <= 36, or 0"));
    }
    if base == 10
        && let Some(small) = short_int(text.as_bytes())
    {
        return Ok(Integer::Small(small));
    }
    let ascii = to_ascii(text);
    parse_int(ascii.trim_start_matches(is_space), base, limit).unwrap_or_else(|| {
        Err(NumberError::value(format!("invalid literal for int() with base {base}: {}", quoted(text))))
    })
}

/// What most texts are: a sign perhaps, and so few digits that they cannot be too many.
fn short_int(text: &[u8]) -> Option<i64> {
    let (negative, digits) = match text {
        [b'-', digits @ ..] => (true, digits),
        digits => (false, digits),
    };
    if !(1..=18).contains(&digits.len()) {
        return None;
    }
    let mut value = 0;
    for digit in digits {
        value = value * 10 + i64::from(digit.wrapping_sub(b'0'));
        if !digit.is_ascii_digit() {
            return None;
        }
    }
    Some(if negative { -value } else { value })
}

/// At most 200 characters of a text's repr.
fn quoted(text: &str) -> String {
    repr::text(text).chars().take(200).collect()
}

/// `None` is a malformed literal.
fn parse_int(text: &str, base: u32, limit: usize) -> Option<Result<Integer, NumberError>> {
    let (negative, text) = match text.as_bytes().first()? {
        b'-' => (true, &text[1..]),
        b'+' => (false, &text[1..]),
        _ => (false, text),
    };
    let prefixed = match text.as_bytes() {
        [b'0', b'x' | b'X', ..] => 16,
        [b'0', b'o' | b'O', ..] => 8,
        [b'0', b'b' | b'B', ..] => 2,
        _ => 10,
    };
    // Without a prefix, base 0 takes a leading zero only for zero itself.
    let only_zero = base == 0 && prefixed == 10 && text.starts_with('0');
    let has_prefix = prefixed != 10 && (base == 0 || base == prefixed);
    let base = if base == 0 { prefixed } else { base };
    let text = if has_prefix { text[2..].strip_prefix('_').unwrap_or(&text[2..]) } else { text };

    let end = text.find(|c: char| c != '_' && !c.is_digit(base)).unwrap_or(text.len());
    let (body, rest) = text.split_at(end);
    if body.is_empty() || body.starts_with('_') || body.ends_with('_') || body.contains("__") {
        return None;
    }
    let digits = if body.contains('_') { Cow::Owned(body.replace('_', "")) } else { Cow::Borrowed(body) };
    if limit != 0 && !base.is_power_of_two() && digits.len() > limit {
        return Some(Err(NumberError::value(format!(
            "Exceeds the limit ({limit} digits) for integer string conversion: value has {} digits; \
             use sys.set_int_max_str_digits() to increase the limit",
            digits.len()
        ))));
    }
    if !rest.chars().all(is_space) {
        return None;
    }
    let value = match i64::from_str_radix(&digits, base) {
        Ok(small) => Integer::Small(if negative { -small } else { small }),
        Err(_) => {
            let magnitude = IBig::from_str_radix(&digits, base).ok()?;
            Integer::from(if negative { -magnitude } else { magnitude })
        }
    };
    if only_zero && value != Integer::Small(0) {
        return None;
    }
    Some(Ok(value))
}

/// `float(text)`
pub fn float(text: &str) -> Result<f64, NumberError> {
    let malformed = || NumberError::value(format!("could not convert string to float: {}", repr::text(text)));
    let ascii = to_ascii(text);
    let plain = without_underscores(&ascii).ok_or_else(malformed)?;
    let body = plain.trim_matches(is_space);
    match scan_float(body) {
        Some((value, length)) if length == body.len() => Ok(value),
        _ => Err(malformed()),
    }
}

/// Underscores may stand only between two digits.
fn without_underscores(text: &str) -> Option<Cow<'_, str>> {
    if !text.contains('_') {
        return Some(Cow::Borrowed(text));
    }
    let bytes = text.as_bytes();
    let is_digit = |index: usize| bytes.get(index).is_some_and(u8::is_ascii_digit);
    for (index, _) in text.match_indices('_') {
        if index == 0 || !is_digit(index - 1) || !is_digit(index + 1) {
            return None;
        }
    }
    Some(Cow::Owned(text.replace('_', "")))
}

/// The float at the start of a text, and how many bytes it takes.
fn scan_float(text: &str) -> Option<(f64, usize)> {
    let bytes = text.as_bytes();
    let mut at = usize::from(matches!(bytes.first(), Some(b'+' | b'-')));
    for (word, value) in [("infinity", f64::INFINITY), ("inf", f64::INFINITY), ("nan", f64::NAN)] {
        if bytes[at..].len() >= word.len() && bytes[at..at + word.len()].eq_ignore_ascii_case(word.as_bytes()) {
            return Some((if bytes[0] == b'-' { -value } else { value }, at + word.len()));
        }
    }
    let digits = |from: usize| bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let whole = digits(at);
    at += whole;
    let mut fraction = 0;
    if bytes.get(at) == Some(&b'.') {
        fraction = digits(at + 1);
        at += 1 + fraction;
    }
    if whole + fraction == 0 {
        return None;
    }
    if matches!(bytes.get(at), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(at + 1), Some(b'+' | b'-')));
        let exponent = digits((at + 1 + sign).min(bytes.len()));
        if exponent > 0 {
            at += 1 + sign + exponent;
        }
    }
    Some((text[..at].parse().ok()?, at))
}

/// `complex(text)`
pub fn complex(text: &str) -> Result<Complex64, NumberError> {
    let ascii = to_ascii(text);
    without_underscores(&ascii)
        .ok_or_else(|| NumberError::value(format!("could not convert string to complex: {}", repr::text(text))))
        .and_then(|plain| {
            let body = plain.trim_matches(is_space);
            let body = match body.strip_prefix('(') {
                None => Some(body),
                Some(inner) => inner.strip_suffix(')').map(|inner| inner.trim_matches(is_space)),
            };
            body.and_then(parse_complex)
                .ok_or(NumberError::new(ErrorKind::Value, "complex() arg is a malformed string"))
        })
}

/// `<float>`, `<float>j`, `<float><signed float>j`; a sign alone, or nothing, before `j` means one.
fn parse_complex(text: &str) -> Option<Complex64> {
    let unit = |text: &str| match text.as_bytes() {
        [b'+', b'j' | b'J'] | [b'j' | b'J'] => Some(1.0),
        [b'-', b'j' | b'J'] => Some(-1.0),
        _ => None,
    };
    let Some((first, length)) = scan_float(text) else {
        return Some(Complex64::new(0.0, unit(text)?));
    };
    let rest = &text[length..];
    match rest.as_bytes() {
        [] => Some(Complex64::new(first, 0.0)),
        [b'j' | b'J'] => Some(Complex64::new(0.0, first)),
        [b'+' | b'-', ..] => {
            let imaginary = match scan_float(rest) {
                Some((second, length)) if matches!(&rest.as_bytes()[length..], [b'j' | b'J']) => second,
                Some(_) => return None,
                None => unit(rest)?,
            };
            Some(Complex64::new(first, imaginary))
        }
        _ => None,
    }
}

/// `float.fromhex(text)`
pub fn hex_float(text: &str) -> Result<f64, NumberError> {
    let malformed = NumberError::new(ErrorKind::Value, "invalid hexadecimal floating-point string");
    let body = text.trim_matches(is_space).to_ascii_lowercase();
    let (negative, body) = match body.as_bytes().first() {
        Some(b'-') => (true, &body[1..]),
        Some(b'+') => (false, &body[1..]),
        _ => (false, body.as_str()),
    };
    let magnitude = match body {
        "inf" | "infinity" => f64::INFINITY,
        "nan" => f64::NAN,
        body => {
            let (value, rest) = scan_hex(body.strip_prefix("0x").unwrap_or(body)).ok_or(malformed.clone())?;
            if value.is_infinite() {
                let message = "hexadecimal value too large to represent as a float";
                return Err(NumberError::new(ErrorKind::Overflow, message));
            }
            if !rest.is_empty() {
                return Err(malformed);
            }
            value
        }
    };
    Ok(if negative { -magnitude } else { magnitude })
}

/// The hexadecimal number at the start of a text, and the rest of the text.
fn scan_hex(text: &str) -> Option<(f64, &str)> {
    let (whole, rest) = split_digits(text, 16);
    let (fraction, rest) = rest.strip_prefix('.').map_or(("", rest), |rest| split_digits(rest, 16));
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let (exponent, rest) = match rest.strip_prefix('p') {
        None => (0, rest),
        Some(rest) => scan_exponent(rest)?,
    };
    // 56 bits and more are kept, the digits beyond only as a sticky bit.
    let (mut mantissa, mut dropped) = (0u64, 0i64);
    for digit in whole.chars().chain(fraction.chars()).filter_map(|digit| digit.to_digit(16)) {
        if mantissa >> 58 == 0 {
            mantissa = mantissa << 4 | u64::from(digit);
        } else {
            mantissa |= u64::from(digit != 0);
            dropped += 4;
        }
    }
    let shift = dropped - 4 * fraction.len() as i64;
    Some((big::round_scaled(mantissa, exponent + shift), rest))
}

/// A signed decimal number and the rest of the text; one beyond any float's exponent saturates.
fn scan_exponent(text: &str) -> Option<(i64, &str)> {
    const BEYOND: i64 = 1 << 40;
    let (digits, rest) = split_digits(text.strip_prefix(['+', '-']).unwrap_or(text), 10);
    if digits.is_empty() {
        return None;
    }
    let size = digits.parse::<i64>().unwrap_or(BEYOND).min(BEYOND);
    Some((if text.starts_with('-') { -size } else { size }, rest))
}

fn split_digits(text: &str, base: u32) -> (&str, &str) {
    text.split_at(text.find(|c: char| !c.is_digit(base)).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers() {
        let small = |text, base| int(text, base, 4300).ok();
        assert_eq!(small(" -1_000\n", 10), Some(Integer::Small(-1000)));
        assert_eq!(small("0x_ff", 0), Some(Integer::Small(255)));
        assert_eq!(small("0xff", 16), Some(Integer::Small(255)));
        assert_eq!(small("0b1", 16), Some(Integer::Small(0xb1)));
        assert_eq!(small("00", 0), Some(Integer::Small(0)));
        assert_eq!(small("z", 36), Some(Integer::Small(35)));
        assert_eq!(small("-9223372036854775808", 10), Some(Integer::Small(i64::MIN)));
        assert_eq!(small("\u{661}\u{662}\u{a0}", 10), Some(Integer::Small(12)));
        for malformed in ["", "-", "- 1", "1__0", "_1", "1_", "1 2", "0x", "+-1", "1.0", "\u{2160}"] {
            assert_eq!(small(malformed, 10), None, "{malformed}");
        }
        assert_eq!(small("010", 0), None);
        assert_eq!(small("0x_", 0), None);
        assert_eq!(int("12", 37, 0).unwrap_err().message, "int() base must be >= 2 and <= 36, or 0");
        assert_eq!(int("a", 10, 0).unwrap_err().message, "invalid literal for int() with base 10: 'a'");
        assert!(int(&"1".repeat(4301), 10, 4300).unwrap_err().message.contains("value has 4301 digits"));
        assert!(int(&"1".repeat(4301), 16, 4300).is_ok());
    }

    #[test]
    fn floats() {
        for (text, value) in [
            (" 1_0.5e1_0 ", 10.5e10),
            (".5", 0.5),
            ("5.", 5.0),
            ("-Infinity", f64::NEG_INFINITY),
            ("1e400", f64::INFINITY),
        ] {
            assert_eq!(float(text), Ok(value));
        }
        for malformed in ["", ".", "1e", "1_", "1._5", "0x10", "in", "1 2", "--1", "e5", "infinit"] {
            assert!(float(malformed).is_err(), "{malformed}");
        }
        assert_eq!(float("a b").unwrap_err().message, "could not convert string to float: 'a b'");
        assert!(float("-nan").unwrap().is_nan());
    }

    #[test]
    fn complex_numbers() {
        for (text, re, im) in [
            (" ( 1-2j ) ", 1.0, -2.0),
            ("j", 0.0, 1.0),
            ("-J", 0.0, -1.0),
            ("1+j", 1.0, 1.0),
            ("1e5-infj", 1e5, f64::NEG_INFINITY),
            ("3", 3.0, 0.0),
            ("2.5j", 0.0, 2.5),
        ] {
            assert_eq!(complex(text), Ok(Complex64::new(re, im)), "{text}");
        }
        for malformed in ["", "1 + 2j", "(1+2j", "1+2", "1+2jj", "()", "1jj", "+", "1+-2j"] {
            assert!(complex(malformed).is_err(), "{malformed}");
        }
    }

    #[test]
    fn hexadecimal_floats() {
        for (text, value) in [
            ("0x1.8p1", 3.0),
            ("-0X.8", -0.5),
            ("1p-1074", 5e-324),
            ("0x1p-1075", 0.0),
            ("inf", f64::INFINITY),
            (" ff ", 255.0),
        ] {
            assert_eq!(hex_float(text), Ok(value), "{text}");
        }
        assert_eq!(hex_float("0x1.fffffffffffff8p0"), Ok(2.0));
        assert_eq!(hex_float("0x1.00000000000008000000000001p0"), Ok(1.0 + f64::EPSILON));
        assert!(hex_float("0x1p1024").is_err());
        assert!(hex_float("0x").is_err());
        assert!(hex_float("1.8p").is_err());
    }
}
