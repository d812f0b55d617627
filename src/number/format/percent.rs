//! `%` templates: `'%-5d %s' % (1, 'a')`.
//!
//! A template comes in and, through [`Arguments`], the values on the right of the operator; the text goes out. What a value
//! is, and which error its type deserves, only the implementor of the trait knows.

use super::super::{ErrorKind, Integer, NumberError};
use super::float::{self, Presentation, Shape};
use super::number;

/// Where the values of a template come from, and what they are.
pub trait Arguments {
    /// A value.
    type Value;
    /// An exception.
    type Error: From<NumberError>;

    /// The next of the values in order; `None` when they are used up.
    fn next(&mut self) -> Option<Self::Value>;
    /// The value of a `%(name)s`; [`NumberError::FORMAT_REQUIRES_MAPPING`] if the values have no names.
    fn named(&mut self, name: &str) -> Result<Self::Value, Self::Error>;
    /// Whether it is bytes that are written, each as the character of its number: then there is `%b`.
    fn in_bytes(&self) -> bool {
        false
    }
    /// Whether values in order are left that no conversion has used; never for a mapping.
    fn left_over(&self) -> bool;
    /// What `%s`, `%r` and `%a` write.
    fn text(&mut self, value: &Self::Value, conversion: char) -> Result<String, Self::Error>;
    /// Writes that where nothing is to be done with it.
    fn write(&mut self, value: &Self::Value, conversion: char, out: &mut String) -> Result<(), Self::Error> {
        out.push_str(&self.text(value, conversion)?);
        Ok(())
    }
    /// The integer for `%d`, `%i`, `%u` (which cut a float off) and `%o`, `%x`, `%X` (which do not); see [`wrong_type`].
    fn integer(&mut self, value: &Self::Value, conversion: char) -> Result<Integer, Self::Error>;
    /// The float for `%e`, `%f`, `%g`.
    fn float(&mut self, value: &Self::Value) -> Result<f64, Self::Error>;
    /// The character for `%c`: a str of one character, or an int through [`character`].
    fn character(&mut self, value: &Self::Value) -> Result<char, Self::Error>;
    /// The int for a `*`, nothing if it does not fit; [`NumberError::STAR_WANTS_INT`] if it is none.
    fn count(&mut self, value: &Self::Value) -> Result<Option<i64>, Self::Error>;
}

impl NumberError {
    /// `'%(a)s' % 1`
    pub const FORMAT_REQUIRES_MAPPING: NumberError = NumberError::new(ErrorKind::Type, "format requires a mapping");
    /// `'%*d' % (2**70, 1)`
    pub const STAR_TOO_WIDE: NumberError =
        NumberError::new(ErrorKind::Overflow, "Python int too large to convert to C ssize_t");
    /// `'%*d' % ('a', 1)`
    pub const STAR_WANTS_INT: NumberError = NumberError::new(ErrorKind::Type, "* wants int");
    const STAR_TOO_LARGE: NumberError =
        NumberError::new(ErrorKind::Overflow, "Python int too large to convert to C int");
    /// `'%c' % 'ab'`
    pub const CHARACTER_REQUIRED: NumberError = NumberError::new(ErrorKind::Type, "%c requires int or char");
    const TOO_FEW: NumberError = NumberError::new(ErrorKind::Type, "not enough arguments for format string");
    const TOO_MANY: NumberError =
        NumberError::new(ErrorKind::Type, "not all arguments converted during string formatting");
    const TOO_MANY_FOR_BYTES: NumberError =
        NumberError::new(ErrorKind::Type, "not all arguments converted during bytes formatting");
    const INCOMPLETE: NumberError = NumberError::new(ErrorKind::Value, "incomplete format");
    const INCOMPLETE_KEY: NumberError = NumberError::new(ErrorKind::Value, "incomplete format key");
    const WIDTH_TOO_BIG: NumberError = NumberError::new(ErrorKind::Value, "width too big");
    const PRECISION_TOO_BIG: NumberError = NumberError::new(ErrorKind::Value, "precision too big");
}

/// The error of a conversion whose value is not a number.
pub fn wrong_type(conversion: char, type_name: &str) -> NumberError {
    let wanted = if matches!(conversion, 'o' | 'x' | 'X') { "an integer" } else { "a real number" };
    NumberError::type_error(format!("%{conversion} format: {wanted} is required, not {type_name}"))
}

/// The character with an integer's code.
pub fn character(value: &Integer) -> Result<char, NumberError> {
    match value {
        Integer::Small(_) => number::character(value),
        Integer::Big(_) => number::character(&Integer::Small(-1)),
    }
}

/// One `%` conversion without its value.
#[derive(Clone, Copy, Debug, Default)]
struct Conversion {
    left: bool,
    plus: bool,
    blank: bool,
    alternate: bool,
    zero: bool,
    width: usize,
    precision: Option<usize>,
}

/// Fills in a template; `limit` is `sys.get_int_max_str_digits()`, zero for none
pub fn expand<A: Arguments>(template: &str, limit: usize, arguments: &mut A) -> Result<String, A::Error> {
    let mut out = String::with_capacity(template.len() + 16);
    let mut walker = Walker { template, at: 0, arguments, named: None };
    while let Some(mark) = memchr::memchr(b'%', &template.as_bytes()[walker.at..]) {
        out.push_str(&template[walker.at..walker.at + mark]);
        walker.at += mark + 1;
        if walker.peek() == Some(b'%') {
            walker.at += 1;
            out.push('%');
        } else {
            walker.convert(limit, &mut out)?;
        }
    }
    out.push_str(&template[walker.at..]);
    if walker.arguments.left_over() {
        let bytes = walker.arguments.in_bytes();
        return Err(if bytes { NumberError::TOO_MANY_FOR_BYTES } else { NumberError::TOO_MANY }.into());
    }
    Ok(out)
}

/// A place in the template, and where values come from.
struct Walker<'a, A: Arguments> {
    template: &'a str,
    at: usize,
    arguments: &'a mut A,
    /// After `%(name)`: the values in order are no longer asked, and the named one serves once.
    named: Option<Option<A::Value>>,
}

impl<'a, A: Arguments> Walker<'a, A> {
    fn peek(&self) -> Option<u8> {
        self.template.as_bytes().get(self.at).copied()
    }

    fn next_value(&mut self) -> Result<A::Value, A::Error> {
        let value = match &mut self.named {
            Some(named) => named.take(),
            None => self.arguments.next(),
        };
        value.ok_or_else(|| NumberError::TOO_FEW.into())
    }

    /// Reads one conversion, takes its value and writes it.
    fn convert(&mut self, limit: usize, out: &mut String) -> Result<(), A::Error> {
        if self.peek() == Some(b'(') {
            self.at += 1;
            let key = self.key()?;
            self.named = Some(Some(self.arguments.named(key)?));
        }
        let how = match self.peek() {
            Some(b's' | b'd' | b'r' | b'f' | b'x') => Conversion::default(),
            _ => self.options()?,
        };
        let Some(kind) = self.template[self.at..].chars().next() else {
            return Err(NumberError::INCOMPLETE.into());
        };
        let value = self.next_value()?;
        self.at += kind.len_utf8();
        match kind {
            'b' if !self.arguments.in_bytes() => return Err(self.unsupported(kind).into()),
            's' | 'r' | 'a' | 'b' if how.width == 0 && how.precision.is_none() => {
                self.arguments.write(&value, kind, out)?;
            }
            's' | 'r' | 'a' | 'b' => {
                let text = self.arguments.text(&value, kind)?;
                how.check_width()?;
                how.write_text(&text, true, out);
            }
            'd' | 'i' | 'u' | 'o' | 'x' | 'X' => {
                let value = self.arguments.integer(&value, kind)?;
                how.check_width()?;
                how.write_integer(&value, kind, limit, out)?;
            }
            'e' | 'E' | 'f' | 'F' | 'g' | 'G' => {
                let value = self.arguments.float(&value)?;
                how.check_width()?;
                how.write_float(value, kind, out)?;
            }
            'c' => {
                let c = self.arguments.character(&value)?;
                how.check_width()?;
                how.write_text(c.encode_utf8(&mut [0; 4]), false, out);
            }
            _ => return Err(self.unsupported(kind).into()),
        }
        Ok(())
    }

    fn unsupported(&self, kind: char) -> NumberError {
        let shown = if ('\x1f'..='~').contains(&kind) { kind } else { '?' };
        let index = self.template[..self.at].chars().count() - 1;
        NumberError::value(format!("unsupported format character '{shown}' (0x{:x}) at index {index}", kind as u32))
    }

    /// The name up to the matching parenthesis.
    fn key(&mut self) -> Result<&'a str, NumberError> {
        let (template, start) = (self.template, self.at);
        let mut depth = 1;
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'(' => depth += 1,
                b')' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return Ok(&template[start..self.at - 1]);
            }
        }
        Err(NumberError::INCOMPLETE_KEY)
    }

    /// Flags, width, precision, and the length letters that mean nothing.
    fn options(&mut self) -> Result<Conversion, A::Error> {
        let mut how = Conversion::default();
        loop {
            match self.peek() {
                Some(b'-') => how.left = true,
                Some(b'+') => how.plus = true,
                Some(b' ') => how.blank = true,
                Some(b'#') => how.alternate = true,
                Some(b'0') => how.zero = true,
                _ => break,
            }
            self.at += 1;
        }
        if self.peek() == Some(b'*') {
            let width = self.star()?.ok_or(NumberError::STAR_TOO_WIDE)?;
            how.left |= width < 0;
            how.width = width.unsigned_abs() as usize;
        } else {
            how.width = self.number(i64::MAX).ok_or(NumberError::WIDTH_TOO_BIG)?;
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            how.precision = Some(if self.peek() == Some(b'*') {
                let precision = self.star()?.and_then(|precision| i32::try_from(precision).ok());
                usize::try_from(precision.ok_or(NumberError::STAR_TOO_LARGE)?).unwrap_or(0)
            } else {
                self.number(i64::from(i32::MAX)).ok_or(NumberError::PRECISION_TOO_BIG)?
            });
        }
        if matches!(self.peek(), Some(b'h' | b'l' | b'L')) {
            self.at += 1;
        }
        Ok(how)
    }

    fn star(&mut self) -> Result<Option<i64>, A::Error> {
        self.at += 1;
        let value = self.next_value()?;
        self.arguments.count(&value)
    }

    /// A decimal number, zero if there is none; `None` beyond the limit.
    fn number(&mut self, limit: i64) -> Option<usize> {
        let mut value = 0i64;
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            value = value.checked_mul(10)?.checked_add(i64::from(digit - b'0')).filter(|value| *value <= limit)?;
            self.at += 1;
        }
        Some(value as usize)
    }
}

impl Conversion {
    /// Whether so wide a text can be, which is asked once there is something to be written.
    fn check_width(&self) -> Result<(), NumberError> {
        if self.width > super::spec::WIDTH_LIMIT { Err(NumberError::OUT_OF_MEMORY) } else { Ok(()) }
    }

    /// Writes a text, cut off at the precision if `cut` says that it counts.
    fn write_text(&self, text: &str, cut: bool, out: &mut String) {
        let end = match self.precision.filter(|_| cut) {
            Some(precision) => text.char_indices().nth(precision).map_or(text.len(), |(end, _)| end),
            None => text.len(),
        };
        let text = &text[..end];
        let padding = self.width.saturating_sub(text.chars().count());
        if !self.left {
            fill(out, ' ', padding);
        }
        out.push_str(text);
        if self.left {
            fill(out, ' ', padding);
        }
    }

    fn write_integer(&self, value: &Integer, kind: char, limit: usize, out: &mut String) -> Result<(), NumberError> {
        if self.precision.is_some_and(|precision| precision > i32::MAX as usize - 3) {
            return Err(NumberError::new(ErrorKind::Overflow, "precision too large"));
        }
        let (mut buffer, long);
        let text = match value {
            Integer::Small(value) if matches!(kind, 'd' | 'i' | 'u') => {
                buffer = itoa::Buffer::new();
                buffer.format(*value)
            }
            _ => {
                long = number::in_base(value, kind, limit)?;
                &long
            }
        };
        let (negative, digits) = match text.strip_prefix('-') {
            Some(digits) => (true, digits),
            None => (false, text),
        };
        let zeros = self.precision.unwrap_or(0).saturating_sub(digits.len());
        let prefix = match kind {
            'o' if self.alternate => "0o",
            'x' if self.alternate => "0x",
            'X' if self.alternate => "0X",
            _ => "",
        };
        self.write_number(negative, prefix, zeros, digits, out);
        Ok(())
    }

    fn write_float(&self, value: f64, kind: char, out: &mut String) -> Result<(), NumberError> {
        if !super::has_room(self.precision.unwrap_or(0)) {
            return Err(NumberError::OUT_OF_MEMORY);
        }
        let shape = match kind.to_ascii_lowercase() {
            'e' => Shape::Exponent,
            'f' => Shape::Fixed,
            _ => Shape::General,
        };
        let how = Presentation {
            shape,
            precision: self.precision.unwrap_or(6),
            alternate: self.alternate,
            point_zero: false,
            no_negative_zero: false,
            upper: kind.is_ascii_uppercase(),
        };
        let text = float::write(value, how);
        match text.strip_prefix('-') {
            Some(digits) => self.write_number(true, "", 0, digits, out),
            None => self.write_number(false, "", 0, &text, out),
        }
        Ok(())
    }

    /// Writes sign, prefix, zeros and digits, padded to the width.
    fn write_number(&self, negative: bool, prefix: &str, zeros: usize, digits: &str, out: &mut String) {
        let sign = match (negative, self.plus, self.blank) {
            (true, _, _) => "-",
            (false, true, _) => "+",
            (false, false, true) => " ",
            (false, false, false) => "",
        };
        let padding = self.width.saturating_sub(sign.len() + prefix.len() + zeros + digits.len());
        if !self.left && !self.zero {
            fill(out, ' ', padding);
        }
        out.push_str(sign);
        out.push_str(prefix);
        if !self.left && self.zero {
            fill(out, '0', padding);
        }
        fill(out, '0', zeros);
        out.push_str(digits);
        if self.left {
            fill(out, ' ', padding);
        }
    }
}

fn fill(out: &mut String, c: char, count: usize) {
    out.extend(std::iter::repeat_n(c, count));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone)]
    enum Item {
        Int(i64),
        Float(f64),
        Text(&'static str),
    }
    use Item::{Float, Int, Text};

    struct Items {
        items: Vec<Item>,
        at: usize,
        mapping: bool,
    }

    impl Arguments for Items {
        type Value = Item;
        type Error = NumberError;

        fn next(&mut self) -> Option<Item> {
            self.at += 1;
            self.items.get(self.at - 1).cloned()
        }
        fn named(&mut self, name: &str) -> Result<Item, NumberError> {
            if self.mapping {
                Ok(self.items[name.len() - 1].clone())
            } else {
                Err(NumberError::FORMAT_REQUIRES_MAPPING)
            }
        }
        fn left_over(&self) -> bool {
            !self.mapping && self.at < self.items.len()
        }
        fn text(&mut self, value: &Item, _: char) -> Result<String, NumberError> {
            Ok(match value {
                Int(value) => value.to_string(),
                Float(value) => value.to_string(),
                Text(value) => value.to_string(),
            })
        }
        fn integer(&mut self, value: &Item, conversion: char) -> Result<Integer, NumberError> {
            match value {
                Int(value) => Ok(Integer::Small(*value)),
                Float(value) if matches!(conversion, 'd' | 'i' | 'u') => Ok(Integer::Small(*value as i64)),
                Float(_) => Err(wrong_type(conversion, "float")),
                Text(_) => Err(wrong_type(conversion, "str")),
            }
        }
        fn float(&mut self, value: &Item) -> Result<f64, NumberError> {
            match value {
                Int(value) => Ok(*value as f64),
                Float(value) => Ok(*value),
                Text(_) => Err(NumberError::type_error("must be real number, not str".into())),
            }
        }
        fn character(&mut self, value: &Item) -> Result<char, NumberError> {
            match value {
                Int(value) => character(&Integer::Small(*value)),
                _ => Err(NumberError::CHARACTER_REQUIRED),
            }
        }
        fn count(&mut self, value: &Item) -> Result<Option<i64>, NumberError> {
            match value {
                Int(value) => Ok(Some(*value)),
                _ => Err(NumberError::STAR_WANTS_INT),
            }
        }
    }

    fn run(template: &str, items: &[Item], mapping: bool) -> Result<String, String> {
        let mut items = Items { items: items.to_vec(), at: 0, mapping };
        expand(template, 4300, &mut items).map_err(|error| error.message.into_owned())
    }

    #[test]
    fn conversions() {
        for (template, items, expected) in [
            ("%d%% of %s", vec![Int(5), Text("x")], "5% of x"),
            ("%+06d|%-6d|% d", vec![Int(42), Int(42), Int(42)], "+00042|42    | 42"),
            ("%#x %#o %X %.4d", vec![Int(255), Int(8), Int(255), Int(-7)], "0xff 0o10 FF -0007"),
            ("%#08x|%#8x", vec![Int(255), Int(255)], "0x0000ff|    0xff"),
            (
                "%.2f %e %g %G",
                vec![Float(2.675), Float(1e5), Float(1e-7), Float(1e20)],
                "2.67 1.000000e+05 1e-07 1E+20",
            ),
            ("%*.*f|%-*d|", vec![Int(8), Int(2), Float(1.5), Int(4), Int(7)], "    1.50|7   |"),
            ("%5.1s|%-3s|%c%c", vec![Text("\u{e9}a"), Text("b"), Int(65), Int(0x20ac)], "    \u{e9}|b  |A\u{20ac}"),
            ("%ld %5%", vec![Float(3.9), Int(1)], "unsupported format character '%' (0x25) at index 6"),
            ("%d", vec![], "not enough arguments for format string"),
            ("a", vec![Int(1)], "not all arguments converted during string formatting"),
            ("%y", vec![Int(1)], "unsupported format character 'y' (0x79) at index 1"),
            ("%", vec![Int(1)], "incomplete format"),
            ("%5", vec![Int(1)], "incomplete format"),
            ("%x", vec![Float(1.0)], "%x format: an integer is required, not float"),
            ("%d", vec![Text("a")], "%d format: a real number is required, not str"),
            ("%(a)d", vec![Int(1)], "format requires a mapping"),
        ] {
            assert_eq!(run(template, &items, false).unwrap_or_else(|message| message), expected, "{template}");
        }
        assert_eq!(run("%(a)s-%(bb)d%%", &[Text("x"), Int(2)], true).as_deref(), Ok("x-2%"));
        assert_eq!(run("%(a", &[Text("x")], true), Err("incomplete format key".into()));
        assert_eq!(run("%(a)*d", &[Int(3)], true), Err("not enough arguments for format string".into()));
    }
}
