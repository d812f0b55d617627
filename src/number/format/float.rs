//! One float as text in one presentation: `e`, `f`, `g` or the shortest, before padding and grouping.
//!
//! A float and the presentation come in; sign and digits go out. Both the mini-language and `%` build on it.

use super::super::{digits, repr};

/// The shapes that a float's text can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// `1.5e+00`
    Exponent,
    /// `1.500000`
    Fixed,
    /// The shorter of both, without trailing zeros.
    General,
    /// As many digits as it takes to read the same float back.
    Shortest,
}

/// How a float is to be written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Presentation {
    pub shape: Shape,
    pub precision: usize,
    /// Keep the point, and the zeros of [`Shape::General`].
    pub alternate: bool,
    /// Write `.0` after a whole number.
    pub point_zero: bool,
    /// A negative number that rounds to zero loses its sign.
    pub no_negative_zero: bool,
    pub upper: bool,
}

/// Writes a float; the sign, if any, is always `-` and comes first.
pub(super) fn write(value: f64, how: Presentation) -> String {
    let mut body = if value.is_nan() {
        "nan".to_owned()
    } else if value.is_infinite() {
        "inf".to_owned()
    } else {
        write_magnitude(value, how)
    };
    if how.upper {
        body.make_ascii_uppercase();
    }
    let vanishes = how.no_negative_zero && is_zero(&body);
    if value.is_sign_negative() && !value.is_nan() && !vanishes {
        body.insert(0, '-');
    }
    body
}

/// Whether nothing but zeros stands before the exponent.
fn is_zero(body: &str) -> bool {
    body.bytes().take_while(|byte| !byte.eq_ignore_ascii_case(&b'e')).all(|byte| matches!(byte, b'0' | b'.'))
}

fn write_magnitude(value: f64, how: Presentation) -> String {
    match how.shape {
        Shape::Fixed => {
            let mut text = digits::fixed(value, how.precision);
            if how.alternate && how.precision == 0 {
                text.push('.');
            }
            text
        }
        Shape::Exponent => {
            let digits = digits::significant(value, how.precision + 1);
            scientific(&digits.text, digits.point, how.alternate)
        }
        Shape::Shortest => {
            let digits = digits::shortest(value);
            if digits.point <= -4 || digits.point > 16 {
                scientific(&digits.text, digits.point, how.alternate)
            } else {
                plain(&digits.text, digits.point, how)
            }
        }
        Shape::General => {
            let precision = how.precision.max(1);
            let digits = digits::significant(value, precision);
            let text = if how.alternate { digits.text.as_str() } else { digits.text.trim_end_matches('0') };
            let text = if text.is_empty() { "0" } else { text };
            let limit = precision as i64 - i64::from(how.point_zero);
            if digits.point <= -4 || i64::from(digits.point) > limit {
                scientific(text, digits.point, how.alternate)
            } else {
                plain(text, digits.point, how)
            }
        }
    }
}

fn scientific(digits: &str, point: i32, alternate: bool) -> String {
    let mut out = String::with_capacity(digits.len() + 6);
    out.push_str(&digits[..1]);
    if digits.len() > 1 || alternate {
        out.push('.');
        out.push_str(&digits[1..]);
    }
    repr::write_exponent(&mut out, point - 1, 'e');
    out
}

fn plain(digits: &str, point: i32, how: Presentation) -> String {
    let mut out = String::with_capacity(digits.len() + 8);
    let whole = usize::try_from(point).unwrap_or(0);
    if whole == 0 {
        out.push('0');
    }
    out.push_str(&digits[..whole.min(digits.len())]);
    (digits.len()..whole).for_each(|_| out.push('0'));
    if digits.len() > whole {
        out.push('.');
        (point..0).for_each(|_| out.push('0'));
        out.push_str(&digits[whole..]);
    } else if how.point_zero {
        out.push_str(".0");
    } else if how.alternate {
        out.push('.');
    }
    out
}
