//! The format specification mini-language: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.
//!
//! The text after the colon comes in; a [`Spec`] or CPython's `ValueError` goes out. What the fields mean for a number or
//! a text is decided where they are formatted.

use super::super::{NumberError, parse};

/// The widest text that is made: beyond it CPython, too, runs out of memory.
pub(super) const WIDTH_LIMIT: usize = 1 << 32;

/// Where the padding goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// `<`
    Left,
    /// `>`
    Right,
    /// `^`
    Center,
    /// `=`: between sign and digits
    AfterSign,
}

impl Align {
    fn of(c: char) -> Option<Align> {
        match c {
            '<' => Some(Align::Left),
            '>' => Some(Align::Right),
            '^' => Some(Align::Center),
            '=' => Some(Align::AfterSign),
            _ => None,
        }
    }
}

/// What stands between groups of digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// `,` every three digits
    Comma,
    /// `_` every three digits, or every four of binary, octal and hexadecimal
    Underscore,
}

/// A parsed format specification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spec {
    /// The padding character.
    pub fill: char,
    /// Where the padding goes; the type's own side if the text did not say.
    pub align: Align,
    /// `+`, `-` or space, if given.
    pub sign: Option<char>,
    /// `z`: a negative number that rounds to zero loses its sign.
    pub no_negative_zero: bool,
    /// `#`
    pub alternate: bool,
    /// The least number of characters.
    pub width: Option<usize>,
    /// The separator between groups of digits.
    pub grouping: Option<Grouping>,
    /// The number after the point.
    pub precision: Option<usize>,
    /// The presentation type, if given.
    pub kind: Option<char>,
}

/// What a specification leaves open is decided by the type of the object.
#[derive(Clone, Copy, Debug)]
pub struct Defaults {
    /// The type's name, for messages.
    pub type_name: &'static str,
    /// Where padding goes.
    pub align: Align,
    /// The presentation type that stands for none, as the check of the separator sees it.
    pub kind: Option<char>,
}

/// Takes a format specification apart.
pub fn parse(text: &str, defaults: Defaults) -> Result<Spec, NumberError> {
    let mut reader = Reader { rest: text };
    let mut spec = Spec {
        fill: ' ',
        align: defaults.align,
        sign: None,
        no_negative_zero: false,
        alternate: false,
        width: None,
        grouping: None,
        precision: None,
        kind: defaults.kind,
    };

    let mut chars = text.chars();
    let (first, second) = (chars.next(), chars.next());
    let fill_given = second.and_then(Align::of).is_some();
    let mut align_given = fill_given;
    if let (Some(fill), Some(align)) = (first, second.and_then(Align::of)) {
        (spec.fill, spec.align) = (fill, align);
        reader.rest = chars.as_str();
    } else if let Some(align) = first.and_then(Align::of) {
        spec.align = align;
        align_given = true;
        reader.take(1);
    }

    if let Some(sign @ ('+' | '-' | ' ')) = reader.peek() {
        spec.sign = Some(sign);
        reader.take(1);
    }
    spec.no_negative_zero = reader.skip('z');
    spec.alternate = reader.skip('#');
    if !fill_given && reader.skip('0') {
        spec.fill = '0';
        if !align_given && defaults.align == Align::Right {
            spec.align = Align::AfterSign;
        }
    }
    spec.width = reader.number()?;
    parse_grouping(&mut reader, &mut spec)?;
    if reader.skip('.') {
        let missing = || NumberError::value("Format specifier missing precision".into());
        spec.precision = Some(reader.number()?.ok_or_else(missing)?);
    }

    let mut rest = reader.rest.chars();
    if let Some(kind) = rest.next() {
        spec.kind = Some(kind);
    }
    if rest.next().is_some() {
        return Err(NumberError::value(format!(
            "Invalid format specifier '{text}' for object of type '{}'",
            defaults.type_name
        )));
    }
    check_grouping(&spec)?;
    if spec.width.is_some_and(|width| width > WIDTH_LIMIT) {
        return Err(NumberError::OUT_OF_MEMORY);
    }
    Ok(spec)
}

fn parse_grouping(reader: &mut Reader, spec: &mut Spec) -> Result<(), NumberError> {
    if reader.skip(',') {
        spec.grouping = Some(Grouping::Comma);
    }
    if reader.skip('_') {
        if spec.grouping.is_some() {
            return Err(both_separators());
        }
        spec.grouping = Some(Grouping::Underscore);
        if reader.peek() == Some(',') {
            return Err(both_separators());
        }
    }
    Ok(())
}

fn both_separators() -> NumberError {
    NumberError::value("Cannot specify both ',' and '_'.".into())
}

/// Which presentation types allow which separator.
fn check_grouping(spec: &Spec) -> Result<(), NumberError> {
    let Some(grouping) = spec.grouping else {
        return Ok(());
    };
    match (spec.kind, grouping) {
        (None | Some('d' | 'e' | 'f' | 'g' | 'E' | 'F' | 'G' | '%'), _) => Ok(()),
        (Some('b' | 'o' | 'x' | 'X'), Grouping::Underscore) => Ok(()),
        (Some(kind), _) => {
            let separator = if grouping == Grouping::Comma { ',' } else { '_' };
            Err(NumberError::value(format!("Cannot specify '{separator}' with '{}'.", shown(kind))))
        }
    }
}

/// A presentation type as messages show it.
pub(super) fn shown(kind: char) -> String {
    if ('!'..='\x7f').contains(&kind) { kind.to_string() } else { format!("\\x{:x}", kind as u32) }
}

/// The rest of the text that is still to be read.
struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    fn take(&mut self, bytes: usize) {
        self.rest = &self.rest[bytes..];
    }

    fn skip(&mut self, c: char) -> bool {
        let found = self.rest.starts_with(c);
        if found {
            self.take(c.len_utf8());
        }
        found
    }

    /// Decimal digits of any script.
    fn number(&mut self) -> Result<Option<usize>, NumberError> {
        let mut value = None;
        while let Some((c, digit)) = self.peek().and_then(|c| Some((c, parse::decimal_digit(c)?))) {
            let next = value.unwrap_or(0i64).checked_mul(10).and_then(|value| value.checked_add(i64::from(digit)));
            let overflow = || NumberError::value("Too many decimal digits in format string".into());
            value = Some(next.ok_or_else(overflow)?);
            self.take(c.len_utf8());
        }
        Ok(value.map(|value| value as usize))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FLOAT: Defaults = Defaults { type_name: "float", align: Align::Right, kind: None };

    #[test]
    fn every_field() {
        let spec = parse("*^+z#010_.3f", FLOAT).unwrap();
        assert_eq!((spec.fill, spec.align, spec.sign), ('*', Align::Center, Some('+')));
        assert!(spec.no_negative_zero && spec.alternate);
        assert_eq!(
            (spec.width, spec.grouping, spec.precision, spec.kind),
            (Some(10), Some(Grouping::Underscore), Some(3), Some('f'))
        );
        let spec = parse("08", FLOAT).unwrap();
        assert_eq!((spec.fill, spec.align, spec.width), ('0', Align::AfterSign, Some(8)));
        let spec = parse("<<5", FLOAT).unwrap();
        assert_eq!((spec.fill, spec.align), ('<', Align::Left));
    }

    #[test]
    fn errors_in_the_words_of_cpython() {
        for (text, message) in [
            ("5.f", "Format specifier missing precision"),
            (",_", "Cannot specify both ',' and '_'."),
            ("_,", "Cannot specify both ',' and '_'."),
            (",s", "Cannot specify ',' with 's'."),
            (",x", "Cannot specify ',' with 'x'."),
            ("5fx", "Invalid format specifier '5fx' for object of type 'float'"),
            ("99999999999999999999", "Too many decimal digits in format string"),
        ] {
            assert_eq!(parse(text, FLOAT).unwrap_err().message, message, "{text}");
        }
    }
}
