//! Numbers and texts laid out by a [`Spec`]: sign, prefix, grouping, padding.
//!
//! A plain number or text and a specification come in; the finished text goes out.

use super::super::{Complex64, ErrorKind, IBig, Integer, NumberError, big, repr};
use super::float::{self, Presentation, Shape};
use super::spec::{self, Align, Defaults, Grouping, Spec};

const TEXT: Defaults = Defaults { type_name: "str", align: Align::Left, kind: Some('s') };
const COMPLEX: Defaults = Defaults { type_name: "complex", align: Align::Right, kind: None };

/// `format(value, spec)` of a str
pub fn text(value: &str, spec: &str) -> Result<String, NumberError> {
    if spec.is_empty() {
        return Ok(value.to_owned());
    }
    let spec = spec::parse(spec, TEXT)?;
    match spec.kind {
        Some('s') => {}
        kind => return Err(unknown_code(kind, TEXT.type_name)),
    }
    let refused = match spec.sign {
        Some(' ') => Some("Space not allowed in string format specifier"),
        Some(_) => Some("Sign not allowed in string format specifier"),
        None if spec.no_negative_zero => Some("Negative zero coercion (z) not allowed in string format specifier"),
        None if spec.alternate => Some("Alternate form (#) not allowed in string format specifier"),
        None if spec.align == Align::AfterSign => Some("'=' alignment not allowed in string format specifier"),
        None => None,
    };
    if let Some(message) = refused {
        return Err(NumberError::new(ErrorKind::Value, message));
    }
    let value = match spec.precision.and_then(|precision| value.char_indices().nth(precision)) {
        Some((end, _)) => &value[..end],
        None => value,
    };
    Ok(pad(value, &spec))
}

/// `format(value, spec)` of an int (or of a bool, by another `type_name`); `limit` is `sys.get_int_max_str_digits()`
pub fn int(value: i64, spec: &str, type_name: &'static str, limit: usize) -> Result<String, NumberError> {
    if spec.is_empty() {
        return Ok(value.to_string());
    }
    integer(&Integer::Small(value), spec, type_name, limit)
}

/// `format(value, spec)` of a big int; `limit` is `sys.get_int_max_str_digits()`, zero for none
pub fn big(value: &IBig, spec: &str, limit: usize) -> Result<String, NumberError> {
    integer(&Integer::Big(value.clone()), spec, "int", limit)
}

fn integer(value: &Integer, text: &str, type_name: &'static str, limit: usize) -> Result<String, NumberError> {
    let spec = spec::parse(text, Defaults { type_name, align: Align::Right, kind: Some('d') })?;
    match spec.kind {
        Some('b' | 'c' | 'd' | 'o' | 'x' | 'X' | 'n') => {}
        Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%') => {
            let value = match value {
                Integer::Small(value) => *value as f64,
                Integer::Big(value) => big::to_float(value)?,
            };
            return write_float(value, &spec);
        }
        kind => return Err(unknown_code(kind, type_name)),
    }
    let refuse = |message| Err(NumberError::new(ErrorKind::Value, message));
    if spec.precision.is_some() {
        return refuse("Precision not allowed in integer format specifier");
    }
    if spec.no_negative_zero {
        return refuse("Negative zero coercion (z) not allowed in integer format specifier");
    }
    if spec.kind == Some('c') {
        if spec.sign.is_some() {
            return refuse("Sign not allowed with integer format specifier 'c'");
        }
        if spec.alternate {
            return refuse("Alternate form (#) not allowed with integer format specifier 'c'");
        }
        return Ok(lay_out(Parts { rest: &character(value)?.to_string(), ..Parts::default() }, &spec));
    }
    let digits = in_base(value, spec.kind.unwrap_or('d'), limit)?;
    let (negative, digits) = match digits.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, digits.as_str()),
    };
    let prefix = match spec.kind {
        Some('b') if spec.alternate => "0b",
        Some('o') if spec.alternate => "0o",
        Some('x') if spec.alternate => "0x",
        Some('X') if spec.alternate => "0X",
        _ => "",
    };
    Ok(lay_out(Parts { negative, prefix, digits, rest: "" }, &spec))
}

/// The character that `c` asks for.
pub(super) fn character(value: &Integer) -> Result<char, NumberError> {
    match value {
        Integer::Small(value) => u32::try_from(*value).ok().and_then(crate::unicode::from_code),
        Integer::Big(_) => {
            return Err(NumberError::new(ErrorKind::Overflow, "Python int too large to convert to C long"));
        }
    }
    .ok_or(NumberError::new(ErrorKind::Overflow, "%c arg not in range(0x110000)"))
}

/// Digits and a leading `-`, without a prefix.
pub(super) fn in_base(value: &Integer, kind: char, limit: usize) -> Result<String, NumberError> {
    let base = match kind {
        'b' => 2,
        'o' => 8,
        'x' | 'X' => 16,
        _ => 10,
    };
    let mut text = match value {
        Integer::Big(value) if base == 10 => repr::big(value, limit)?,
        Integer::Big(value) => value.in_radix(base).to_string(),
        Integer::Small(value) if base == 10 => value.to_string(),
        Integer::Small(value) => {
            let sign = if *value < 0 { "-" } else { "" };
            let magnitude = value.unsigned_abs();
            match base {
                2 => format!("{sign}{magnitude:b}"),
                8 => format!("{sign}{magnitude:o}"),
                _ => format!("{sign}{magnitude:x}"),
            }
        }
    };
    if kind == 'X' {
        text.make_ascii_uppercase();
    }
    Ok(text)
}

/// `format(value, spec)` of a float
pub fn float(value: f64, spec: &str) -> Result<String, NumberError> {
    if spec.is_empty() {
        return Ok(repr::float(value));
    }
    let spec = spec::parse(spec, Defaults { type_name: "float", align: Align::Right, kind: None })?;
    match spec.kind {
        None | Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n' | '%') => write_float(value, &spec),
        kind => Err(unknown_code(kind, "float")),
    }
}

/// The presentation that a specification asks for.
fn presentation(spec: &Spec, point_zero: bool) -> Result<Presentation, NumberError> {
    if spec.precision.is_some_and(|precision| precision > i32::MAX as usize) {
        return Err(NumberError::new(ErrorKind::Value, "precision too big"));
    }
    if !super::has_room(spec.precision.unwrap_or(0)) {
        return Err(NumberError::OUT_OF_MEMORY);
    }
    let shape = match spec.kind {
        Some('e' | 'E') => Shape::Exponent,
        Some('f' | 'F' | '%') => Shape::Fixed,
        None if spec.precision.is_none() => Shape::Shortest,
        _ => Shape::General,
    };
    Ok(Presentation {
        shape,
        precision: spec.precision.unwrap_or(6),
        alternate: spec.alternate,
        point_zero: point_zero && spec.kind.is_none(),
        no_negative_zero: spec.no_negative_zero,
        upper: spec.kind.is_some_and(|kind| kind.is_ascii_uppercase()),
    })
}

fn write_float(value: f64, spec: &Spec) -> Result<String, NumberError> {
    let percent = spec.kind == Some('%');
    let mut body = float::write(if percent { value * 100.0 } else { value }, presentation(spec, true)?);
    if percent {
        body.push('%');
    }
    Ok(lay_out(Parts::of(&body), spec))
}

/// `format(value, spec)` of a complex number
pub fn complex(value: Complex64, text: &str) -> Result<String, NumberError> {
    if text.is_empty() {
        return Ok(repr::complex(value));
    }
    let spec = spec::parse(text, COMPLEX)?;
    match spec.kind {
        None | Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n') => {}
        kind => return Err(unknown_code(kind, COMPLEX.type_name)),
    }
    let how = presentation(&spec, false)?;
    if spec.fill == '0' {
        return Err(NumberError::new(ErrorKind::Value, "Zero padding is not allowed in complex format specifier"));
    }
    if spec.align == Align::AfterSign {
        return Err(NumberError::new(
            ErrorKind::Value,
            "'=' alignment flag is not allowed in complex format specifier",
        ));
    }
    let whole = spec.kind.is_none();
    let skip_real = whole && value.re == 0.0 && value.re.is_sign_positive();
    // The parts are written without padding, the imaginary one with its sign unless it stands alone.
    let real_spec = Spec { fill: ' ', align: Align::Left, width: None, ..spec.clone() };
    let imaginary_spec = Spec { sign: if skip_real { spec.sign } else { Some('+') }, ..real_spec.clone() };
    let imaginary = lay_out(Parts::of(&float::write(value.im, how)), &imaginary_spec);
    let text = if skip_real {
        format!("{imaginary}j")
    } else {
        let real = lay_out(Parts::of(&float::write(value.re, how)), &real_spec);
        if whole { format!("({real}{imaginary}j)") } else { format!("{real}{imaginary}j") }
    };
    Ok(pad(&text, &spec))
}

fn unknown_code(kind: Option<char>, type_name: &str) -> NumberError {
    let shown = spec::shown(kind.unwrap_or('s'));
    NumberError::value(format!("Unknown format code '{shown}' for object of type '{type_name}'"))
}

/// A number's text in its pieces.
#[derive(Default)]
struct Parts<'a> {
    negative: bool,
    prefix: &'a str,
    /// The digits that are grouped.
    digits: &'a str,
    /// Fraction, exponent, percent sign, or words like `inf`.
    rest: &'a str,
}

impl<'a> Parts<'a> {
    /// Splits what [`float::write`] wrote.
    fn of(text: &'a str) -> Self {
        let (negative, text) = match text.strip_prefix('-') {
            Some(text) => (true, text),
            None => (false, text),
        };
        let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
        Parts { negative, prefix: "", digits: &text[..end], rest: &text[end..] }
    }
}

/// Puts sign, prefix, grouped digits and rest together and pads them to the width.
fn lay_out(parts: Parts, spec: &Spec) -> String {
    let sign = match (parts.negative, spec.sign) {
        (true, _) => "-",
        (false, Some('+')) => "+",
        (false, Some(' ')) => " ",
        (false, _) => "",
    };
    let others = sign.len() + parts.prefix.len() + parts.rest.chars().count();
    let zero_filled = spec.fill == '0' && spec.align == Align::AfterSign;
    let least = if zero_filled { spec.width.unwrap_or(0).saturating_sub(others) } else { 0 };
    let digits = if parts.digits.is_empty() { String::new() } else { group(parts.digits, least, spec) };
    let padding = spec.width.unwrap_or(0).saturating_sub(others + digits.len());
    let (before, between, after) = match spec.align {
        Align::Left => (0, 0, padding),
        Align::Center => (padding / 2, 0, padding - padding / 2),
        Align::AfterSign => (0, padding, 0),
        Align::Right => (padding, 0, 0),
    };
    let mut out = String::with_capacity(others + digits.len() + padding);
    fill(&mut out, spec.fill, before);
    out.push_str(sign);
    out.push_str(parts.prefix);
    fill(&mut out, spec.fill, between);
    out.push_str(&digits);
    out.push_str(parts.rest);
    fill(&mut out, spec.fill, after);
    out
}

/// Separates groups of digits, after filling up with zeros to at least `least` characters; zeros are grouped too.
fn group(digits: &str, least: usize, spec: &Spec) -> String {
    let (separator, size) = match (spec.grouping, spec.kind) {
        (None, _) => return "0".repeat(least.saturating_sub(digits.len())) + digits,
        (Some(Grouping::Comma), _) => (',', 3),
        (Some(Grouping::Underscore), Some('b' | 'o' | 'x' | 'X')) => ('_', 4),
        (Some(Grouping::Underscore), _) => ('_', 3),
    };
    let length = |count: usize| count + (count - 1) / size;
    let mut count = digits.len().max(1);
    while length(count) < least {
        count += 1;
    }
    let mut out = String::with_capacity(length(count));
    let zeros = std::iter::repeat_n('0', count - digits.len());
    for (index, digit) in zeros.chain(digits.chars()).enumerate() {
        if index > 0 && (count - index).is_multiple_of(size) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

/// Pads a finished text to the width.
fn pad(text: &str, spec: &Spec) -> String {
    lay_out(Parts { rest: text, ..Parts::default() }, &Spec { sign: None, ..spec.clone() })
}

fn fill(out: &mut String, c: char, count: usize) {
    out.extend(std::iter::repeat_n(c, count));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message<T: std::fmt::Debug>(result: Result<T, NumberError>) -> String {
        result.unwrap_err().message.into_owned()
    }

    #[test]
    fn integers() {
        for (value, spec, expected) in [
            (1234567, ",", "1,234,567"),
            (1234, "010,", "00,001,234"),
            (1234, "08,", "0,001,234"),
            (-255, "#x", "-0xff"),
            (255, "#010X", "0X000000FF"),
            (255, "_b", "1111_1111"),
            (5, "^+7", "  +5   "),
            (5, "=+7", "+     5"),
            (65, "c", "A"),
            (65, "3c", "  A"),
            (3, ".2f", "3.00"),
            (1, "%", "100.000000%"),
            (12, "<06", "120000"),
            (0, "", "0"),
        ] {
            assert_eq!(int(value, spec, "int", 4300).as_deref(), Ok(expected), "{spec}");
        }
        assert_eq!(message(int(1, "s", "int", 0)), "Unknown format code 's' for object of type 'int'");
        assert_eq!(message(int(1, ".2d", "int", 0)), "Precision not allowed in integer format specifier");
        let huge = IBig::from(10).pow(30);
        assert_eq!(big(&huge, ",", 0).as_deref(), Ok("1,000,000,000,000,000,000,000,000,000,000"));
        assert_eq!(big(&huge, "x", 0).as_deref(), Ok("c9f2c9cd04674edea40000000"));
    }

    #[test]
    fn floats() {
        for (value, spec, expected) in [
            (2.5, ".0f", "2"),
            (1234567.891, ",.2f", "1,234,567.89"),
            (f64::INFINITY, "06", "000inf"),
            (-0.0, "z.1f", "0.0"),
            (-0.04, "z.1f", "0.0"),
            (-0.04, ".1f", "-0.0"),
            (1e10, "", "10000000000.0"),
            (1e10, "20", "       10000000000.0"),
            (1e16, ".3", "1e+16"),
            (123.0, ".3", "1.23e+02"),
            (123.0, ".4", "123.0"),
            (0.0001, "g", "0.0001"),
            (0.00001, "G", "1E-05"),
            (100000.0, "#g", "100000."),
            (1.0, "#.0f", "1."),
            (0.25, ".1%", "25.0%"),
            (f64::NAN, "+F", "+NAN"),
        ] {
            assert_eq!(float(value, spec).as_deref(), Ok(expected), "{value} {spec}");
        }
        assert_eq!(message(float(1.0, "d")), "Unknown format code 'd' for object of type 'float'");
    }

    #[test]
    fn complex_numbers_and_texts() {
        let value = Complex64::new(1.5, -2.0);
        assert_eq!(complex(value, "12.1f").as_deref(), Ok("    1.5-2.0j"));
        assert_eq!(complex(value, ">12").as_deref(), Ok("    (1.5-2j)"));
        assert_eq!(complex(Complex64::new(0.0, 2.0), "+").as_deref(), Ok("+2j"));
        assert_eq!(message(complex(value, "05")), "Zero padding is not allowed in complex format specifier");
        assert_eq!(text("\u{e9}t\u{e9}", "*^7.2").as_deref(), Ok("**\u{e9}t***"));
        assert_eq!(message(text("a", "d")), "Unknown format code 'd' for object of type 'str'");
        assert_eq!(message(text("a", ",")), "Cannot specify ',' with 's'.");
        assert_eq!(message(text("a", "=5")), "'=' alignment not allowed in string format specifier");
    }
}
