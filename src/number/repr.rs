//! What `repr` and `str` write for numbers.
//!
//! Numbers come in, CPython's text goes out. Formats chosen by the program (`format`, `%`) are elsewhere.

use std::f64::consts::LOG10_2;

use super::digits;
use super::{Complex64, IBig, NumberError};

/// `repr(value)` of a float
pub fn float(value: f64) -> String {
    float_with(value, true)
}

/// A float's shortest text; a complex number's parts do without the `.0`.
fn float_with(value: f64, point_zero: bool) -> String {
    let mut out = String::with_capacity(24);
    write_float(&mut out, value, point_zero);
    out
}

/// Appends a float's shortest text, with `.0` after a whole number if asked for
pub fn write_float(out: &mut String, value: f64, point_zero: bool) {
    if value.is_nan() {
        out.push_str("nan");
        return;
    }
    if value.is_sign_negative() {
        out.push('-');
    }
    if value.is_infinite() {
        out.push_str("inf");
        return;
    }
    let digits = digits::shortest(value);
    let (text, point) = (digits.text.as_str(), digits.point);
    if point <= -4 || point > 16 {
        out.push_str(&text[..1]);
        if text.len() > 1 {
            out.push('.');
            out.push_str(&text[1..]);
        }
        write_exponent(out, point - 1, 'e');
        return;
    }
    if point <= 0 {
        out.push_str("0.");
        (point..0).for_each(|_| out.push('0'));
        out.push_str(text);
        return;
    }
    let whole = point as usize;
    if text.len() > whole {
        out.push_str(&text[..whole]);
        out.push('.');
        out.push_str(&text[whole..]);
    } else {
        out.push_str(text);
        (text.len()..whole).for_each(|_| out.push('0'));
        if point_zero {
            out.push_str(".0");
        }
    }
}

/// Appends `e+05`: at least two digits, always a sign
pub(crate) fn write_exponent(out: &mut String, exponent: i32, letter: char) {
    out.push(letter);
    out.push(if exponent < 0 { '-' } else { '+' });
    if exponent.abs() < 10 {
        out.push('0');
    }
    out.push_str(&exponent.abs().to_string());
}

/// `repr(value)` of a complex number
pub fn complex(value: Complex64) -> String {
    let imaginary = float_with(value.im, false);
    // A real part of +0 is left out, and with it the parentheses.
    if value.re == 0.0 && value.re.is_sign_positive() {
        return imaginary + "j";
    }
    let real = float_with(value.re, false);
    let plus = if imaginary.starts_with('-') { "" } else { "+" };
    format!("({real}{plus}{imaginary}j)")
}

/// `str(value)` of a big integer; `limit` is `sys.get_int_max_str_digits()`, zero for none
pub fn big(value: &IBig, limit: usize) -> Result<String, NumberError> {
    // An integer far beyond the limit is refused without computing its digits.
    let at_least = (super::big::bit_length(value).saturating_sub(1) as f64 * LOG10_2) as usize;
    if limit != 0 && at_least > limit {
        return Err(too_many_digits(limit));
    }
    let text = i128::try_from(value).map_or_else(|_| value.to_string(), |value| value.to_string());
    if limit != 0 && text.trim_start_matches('-').len() > limit {
        return Err(too_many_digits(limit));
    }
    Ok(text)
}

fn too_many_digits(limit: usize) -> NumberError {
    NumberError::value(format!(
        "Exceeds the limit ({limit} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit"
    ))
}

/// `repr` of bytes, at the end of a text
pub fn write_bytes(out: &mut String, data: &[u8]) {
    write_bytes_literal(out, data, |byte, quote| byte == quote);
}

/// `repr` of a byte array, at the end of a text: CPython escapes its single quotes within double ones too
pub fn write_bytearray(out: &mut String, type_name: &str, data: &[u8]) {
    out.push_str(type_name);
    out.push('(');
    write_bytes_literal(out, data, |byte, quote| byte == quote || byte == b'\'');
    out.push(')');
}

fn write_bytes_literal(out: &mut String, data: &[u8], is_escaped: impl Fn(u8, u8) -> bool) {
    let quote = if data.contains(&b'\'') && !data.contains(&b'"') { b'"' } else { b'\'' };
    out.push('b');
    out.push(quote as char);
    for &byte in data {
        match byte {
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            _ if is_escaped(byte, quote) => {
                out.push('\\');
                out.push(byte as char);
            }
            b' '..=b'~' => out.push(byte as char),
            _ => out.push_str(&format!("\\x{byte:02x}")),
        }
    }
    out.push(quote as char);
}

/// `repr` of a str, for messages that quote one
pub fn text(value: &str) -> String {
    let quote = if value.contains('\'') && !value.contains('"') { '"' } else { '\'' };
    let mut out = String::with_capacity(value.len() + 2);
    out.push(quote);
    for c in value.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c == quote => {
                out.push('\\');
                out.push(c);
            }
            ' '..='~' => out.push(c),
            c if is_printable(c) => out.push(c),
            c => match crate::unicode::code_of(c) {
                code @ ..=0xff => out.push_str(&format!("\\x{code:02x}")),
                code @ ..=0xffff => out.push_str(&format!("\\u{code:04x}")),
                code => out.push_str(&format!("\\U{code:08x}")),
            },
        }
    }
    out.push(quote);
    out
}

/// Whether a character beyond ASCII shows as itself. Rust's tables decide; after a letter, so that a combining mark is
/// not taken for a lone one.
fn is_printable(c: char) -> bool {
    !c.is_control() && !c.is_whitespace() && String::from_iter(['a', c]).escape_debug().nth(1) == Some(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats() {
        for (value, text) in [
            (0.0, "0.0"),
            (-0.0, "-0.0"),
            (1e16, "1e+16"),
            (9999999999999998.0, "9999999999999998.0"),
            (123456789012345680.0, "1.2345678901234568e+17"),
            (1e-4, "0.0001"),
            (1e-5, "1e-05"),
            (1.5e-7, "1.5e-07"),
            (1e22, "1e+22"),
            (5e-324, "5e-324"),
            (0.1, "0.1"),
            (100.0, "100.0"),
            (f64::NAN, "nan"),
            (f64::NEG_INFINITY, "-inf"),
        ] {
            assert_eq!(float(value), text);
        }
    }

    #[test]
    fn complex_numbers() {
        let text = |re, im| complex(Complex64::new(re, im));
        assert_eq!(text(1.0, -0.0), "(1-0j)");
        assert_eq!(text(0.0, -0.0), "-0j");
        assert_eq!(text(-0.0, 1.5), "(-0+1.5j)");
        assert_eq!(text(f64::NAN, f64::INFINITY), "(nan+infj)");
        assert_eq!(text(0.0, f64::NAN), "nanj");
        assert_eq!(text(1e16, 1.0), "(1e+16+1j)");
    }

    #[test]
    fn big_integers_within_the_limit() {
        let edge = IBig::from(10).pow(4300);
        assert!(big(&edge, 4300).is_err());
        assert_eq!(big(&edge, 0).map(|text| text.len()), Ok(4301));
        assert_eq!(big(&(1 - edge), 4300).map(|text| text.len()), Ok(4301));
    }

    #[test]
    fn quoted_text() {
        assert_eq!(text("a'b"), "\"a'b\"");
        assert_eq!(text("a'b\"\n\u{e9}\u{a0}\u{1}"), "'a\\'b\"\\n\u{e9}\\xa0\\x01'");
    }
}
