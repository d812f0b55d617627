//! `str.format` templates: `'{0:>{width}} {name.attribute[key]!r}'.format(...)`.
//!
//! A template comes in and, through [`Fields`], the arguments of the call; the text goes out. Names are taken apart here;
//! looking up attributes and items, converting and formatting are the implementor's.

use super::super::{ErrorKind, NumberError, parse};

/// Fields may stand inside the specification of a field, but no deeper.
const DEPTH: usize = 2;

/// What stands between brackets in a field's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key<'a> {
    /// Digits: an index.
    Index(usize),
    /// Anything else: a str, without quotes.
    Name(&'a str),
}

/// Where the values of a template come from, and what can be done with them.
pub trait Fields {
    /// A value.
    type Value;
    /// An exception.
    type Error: From<NumberError>;

    /// The argument at a position; [`index_out_of_range`] if there is none.
    fn positional(&mut self, index: usize) -> Result<Self::Value, Self::Error>;
    /// The argument with a name; `KeyError` if there is none.
    fn keyword(&mut self, name: &str) -> Result<Self::Value, Self::Error>;
    /// `value.name`
    fn attribute(&mut self, value: Self::Value, name: &str) -> Result<Self::Value, Self::Error>;
    /// `value[key]`
    fn item(&mut self, value: Self::Value, key: Key) -> Result<Self::Value, Self::Error>;
    /// What `!r`, `!s` and `!a` make of a value; no other letter is asked for.
    fn convert(&mut self, value: Self::Value, conversion: char) -> Result<Self::Value, Self::Error>;
    /// Appends `format(value, spec)`.
    fn format(&mut self, value: Self::Value, spec: &str, out: &mut String) -> Result<(), Self::Error>;
}

/// The error of a position that has no argument.
pub fn index_out_of_range(index: usize) -> NumberError {
    let message = format!("Replacement index {index} out of range for positional args tuple");
    NumberError { kind: ErrorKind::Index, message: message.into() }
}

/// Fills in a template.
pub fn expand<F: Fields>(template: &str, fields: &mut F) -> Result<String, F::Error> {
    let mut out = String::with_capacity(template.len() + 16);
    expand_into(template, fields, DEPTH, &mut Numbering::Unknown, &mut out)?;
    Ok(out)
}

/// Whether fields are numbered by hand or by their order; a template must not mix the two.
enum Numbering {
    Unknown,
    Automatic(usize),
    Manual,
}

impl Numbering {
    /// The number of a field without a name.
    fn next(&mut self) -> Result<usize, NumberError> {
        let index = match self {
            Numbering::Unknown => 0,
            Numbering::Automatic(index) => *index,
            Numbering::Manual => {
                return Err(invalid("cannot switch from manual field specification to automatic field numbering"));
            }
        };
        *self = Numbering::Automatic(index + 1);
        Ok(index)
    }

    /// A field has a number of its own.
    fn manual(&mut self) -> Result<(), NumberError> {
        if let Numbering::Automatic(_) = self {
            return Err(invalid("cannot switch from automatic field numbering to manual field specification"));
        }
        *self = Numbering::Manual;
        Ok(())
    }
}

fn invalid(message: &'static str) -> NumberError {
    NumberError::new(ErrorKind::Value, message)
}

fn expand_into<F: Fields>(
    template: &str,
    fields: &mut F,
    depth: usize,
    numbering: &mut Numbering,
    out: &mut String,
) -> Result<(), F::Error> {
    if depth == 0 {
        return Err(invalid("Max string recursion exceeded").into());
    }
    let mut rest = template;
    while let Some(mark) = rest.find(['{', '}']) {
        out.push_str(&rest[..mark]);
        let (brace, after) = rest[mark..].split_at(1);
        if let Some(after) = after.strip_prefix(brace) {
            out.push_str(brace);
            rest = after;
            continue;
        }
        if brace == "}" {
            return Err(invalid("Single '}' encountered in format string").into());
        }
        if after.is_empty() {
            return Err(invalid("Single '{' encountered in format string").into());
        }
        let (field, after) = parse_field(after)?;
        rest = after;
        let mut value = look_up(field.name, fields, numbering)?;
        if let Some(conversion) = field.conversion {
            if !matches!(conversion, 'r' | 's' | 'a') {
                return Err(unknown_conversion(conversion).into());
            }
            value = fields.convert(value, conversion)?;
        }
        if field.spec.contains('{') {
            let mut spec = String::new();
            expand_into(field.spec, fields, depth - 1, numbering, &mut spec)?;
            fields.format(value, &spec, out)?;
        } else {
            fields.format(value, field.spec, out)?;
        }
    }
    out.push_str(rest);
    Ok(())
}

fn unknown_conversion(conversion: char) -> NumberError {
    let shown =
        if ('!'..='~').contains(&conversion) { conversion.to_string() } else { format!("\\x{:x}", conversion as u32) };
    NumberError::value(format!("Unknown conversion specifier {shown}"))
}

/// A replacement field in its pieces: `{name!conversion:spec}`.
struct Field<'a> {
    name: &'a str,
    conversion: Option<char>,
    spec: &'a str,
}

/// Reads a field, its opening brace already taken; answers it and what follows its closing brace.
fn parse_field(text: &str) -> Result<(Field<'_>, &str), NumberError> {
    let (end, mark) = find_name_end(text)?;
    let mut field = Field { name: &text[..end], conversion: None, spec: "" };
    let mut rest = &text[end + 1..];
    if mark == b'}' {
        return Ok((field, rest));
    }
    if mark == b'!' {
        let mut chars = rest.chars();
        field.conversion = chars.next();
        if field.conversion.is_none() {
            return Err(invalid("end of string while looking for conversion specifier"));
        }
        rest = chars.as_str();
        match chars.next() {
            Some('}') => return Ok((field, chars.as_str())),
            Some(':') => rest = chars.as_str(),
            Some(_) => return Err(invalid("expected ':' after conversion specifier")),
            None => {}
        }
    }
    let mut depth = 1;
    for (index, byte) in rest.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            field.spec = &rest[..index];
            return Ok((field, &rest[index + 1..]));
        }
    }
    Err(invalid("unmatched '{' in format spec"))
}

/// Where a field's name ends, and with which character; between brackets everything belongs to it.
fn find_name_end(text: &str) -> Result<(usize, u8), NumberError> {
    let mut bracket = false;
    for (index, byte) in text.bytes().enumerate() {
        match byte {
            b']' => bracket = false,
            _ if bracket => {}
            b'[' => bracket = true,
            b'{' => return Err(invalid("unexpected '{' in field name")),
            b'}' | b':' | b'!' => return Ok((index, byte)),
            _ => {}
        }
    }
    Err(invalid("expected '}' before end of string"))
}

/// Evaluates a field's name: an argument, then its attributes and items.
fn look_up<F: Fields>(name: &str, fields: &mut F, numbering: &mut Numbering) -> Result<F::Value, F::Error> {
    let end = name.find(['.', '[']).unwrap_or(name.len());
    let (first, mut rest) = name.split_at(end);
    let mut value = if first.is_empty() {
        let index = numbering.next()?;
        fields.positional(index)?
    } else if let Some(index) = index_of(first)? {
        numbering.manual()?;
        fields.positional(index)?
    } else {
        fields.keyword(first)?
    };
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix('.') {
            let end = after.find(['.', '[']).unwrap_or(after.len());
            value = fields.attribute(value, not_empty(&after[..end])?)?;
            rest = &after[end..];
        } else if let Some(after) = rest.strip_prefix('[') {
            let end = after.find(']').ok_or(invalid("Missing ']' in format string"))?;
            let text = &after[..end];
            let key = match index_of(text)? {
                Some(index) => Key::Index(index),
                None => Key::Name(not_empty(text)?),
            };
            value = fields.item(value, key)?;
            rest = &after[end + 1..];
        } else {
            return Err(invalid("Only '.' or '[' may follow ']' in format field specifier").into());
        }
    }
    Ok(value)
}

fn not_empty(name: &str) -> Result<&str, NumberError> {
    if name.is_empty() { Err(invalid("Empty attribute in format string")) } else { Ok(name) }
}

/// The number that a name is, if it is one.
fn index_of(name: &str) -> Result<Option<usize>, NumberError> {
    let mut value = 0i64;
    for c in name.chars() {
        let Some(digit) = parse::decimal_digit(c) else {
            return Ok(None);
        };
        value = value
            .checked_mul(10)
            .and_then(|value| value.checked_add(i64::from(digit)))
            .ok_or(invalid("Too many decimal digits in format string"))?;
    }
    Ok(if name.is_empty() { None } else { Some(value as usize) })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Values are their own descriptions; the last specification decides nothing.
    struct Words(&'static [&'static str]);

    impl Fields for Words {
        type Value = String;
        type Error = NumberError;

        fn positional(&mut self, index: usize) -> Result<String, NumberError> {
            self.0.get(index).map(|word| word.to_string()).ok_or(index_out_of_range(index))
        }
        fn keyword(&mut self, name: &str) -> Result<String, NumberError> {
            Ok(format!("<{name}>"))
        }
        fn attribute(&mut self, value: String, name: &str) -> Result<String, NumberError> {
            Ok(format!("{value}.{name}"))
        }
        fn item(&mut self, value: String, key: Key) -> Result<String, NumberError> {
            Ok(match key {
                Key::Index(index) => format!("{value}[{index}]"),
                Key::Name(name) => format!("{value}['{name}']"),
            })
        }
        fn convert(&mut self, value: String, conversion: char) -> Result<String, NumberError> {
            Ok(format!("{conversion}({value})"))
        }
        fn format(&mut self, value: String, spec: &str, out: &mut String) -> Result<(), NumberError> {
            out.push_str(&value);
            if !spec.is_empty() {
                out.push('|');
                out.push_str(spec);
            }
            Ok(())
        }
    }

    #[test]
    fn fields() {
        for (template, expected) in [
            ("{} {{}} {}", "a {} b"),
            ("{1} {0}", "b a"),
            ("{x.y[0][k-1].z!r:>{}}", "r(<x>.y[0]['k-1'].z)|>a"),
            ("{0[}]}", "a['}']"),
            ("{:{}.{}}", "a|b.c"),
            ("{!s}", "s(a)"),
        ] {
            assert_eq!(expand(template, &mut Words(&["a", "b", "c"])).as_deref(), Ok(expected), "{template}");
        }
    }

    #[test]
    fn errors_in_the_words_of_cpython() {
        for (template, message) in [
            ("{", "Single '{' encountered in format string"),
            ("}", "Single '}' encountered in format string"),
            ("{0", "expected '}' before end of string"),
            ("{0:", "unmatched '{' in format spec"),
            ("{0!", "end of string while looking for conversion specifier"),
            ("{0!r", "unmatched '{' in format spec"),
            ("{0!rx}", "expected ':' after conversion specifier"),
            ("{0!x}", "Unknown conversion specifier x"),
            ("{0.}", "Empty attribute in format string"),
            ("{0[}", "expected '}' before end of string"),
            ("{0[1]x}", "Only '.' or '[' may follow ']' in format field specifier"),
            ("{5}", "Replacement index 5 out of range for positional args tuple"),
            ("{}{0}", "cannot switch from automatic field numbering to manual field specification"),
            ("{0}{}", "cannot switch from manual field specification to automatic field numbering"),
            ("{0:{0:{0}}}", "Max string recursion exceeded"),
            ("{a{b}}", "unexpected '{' in field name"),
        ] {
            assert_eq!(expand(template, &mut Words(&["a"])).unwrap_err().message, message, "{template}");
        }
    }
}
