//! `template % values`.
//!
//! In: a template and the values on the right. Out: the text. The template is taken apart by `number`; here are the
//! values.

use super::{index, text};
use crate::number::format::percent::{self, Arguments};
use crate::number::{Integer, NumberError, float};
use crate::raise;
use crate::value::array::NdArray;
use crate::value::byte_array::{ByteArray, plain_bytes};
use crate::value::str::Str;
use crate::value::tuple::Tuple;
use crate::value::{Kind, Raise, Res, Symbol, Value, convert, type_name};

/// `template % values`
pub fn percent(template: &str, values: &Value) -> Res {
    let result = percent::expand(template, text::digits_limit(), &mut Values::new(values))?;
    Ok(Value::from(Str::new(result)))
}

/// The same with a template of bytes: bytes come out, of the template's type.
pub fn percent_bytes(template: &Value, values: &Value) -> Res {
    let bytes = plain_bytes(template).unwrap_or_default();
    let mut source = Values::new(values);
    source.mapping &= plain_bytes(values).is_none();
    let result = percent::expand(&widened(&bytes), text::digits_limit(), &mut Bytewise(source))?;
    let bytes: Vec<u8> = result.chars().map(|c| c as u8).collect();
    Ok(match template.kind() {
        Some(Kind::ByteArray) => Value::from(ByteArray::create(bytes)),
        _ => Value::bytes(&bytes),
    })
}

/// Text in which each byte is the character of its number.
fn widened(bytes: &[u8]) -> String {
    bytes.iter().map(|&byte| char::from(byte)).collect()
}

struct Values<'a> {
    all: &'a Value,
    /// The same without the instance that may be around it.
    plain: Value,
    next: usize,
    mapping: bool,
}

impl Values<'_> {
    fn new(values: &Value) -> Values<'_> {
        let plain = super::base::plain(values);
        let mapping = match plain.kind() {
            Some(Kind::Dict | Kind::List | Kind::Range | Kind::Bytes | Kind::ByteArray | Kind::MemoryView) => true,
            Some(Kind::Tuple | Kind::Str) => false,
            _ => super::dunder::find(values, Symbol::GETITEM).is_some(),
        };
        Values { all: values, plain, next: 0, mapping }
    }

    /// The values in order: those of a tuple, or the one there is.
    fn items(&self) -> &[Value] {
        match self.plain.downcast::<Tuple>() {
            Some(tuple) => tuple.items(),
            None => std::slice::from_ref(self.all),
        }
    }
}

impl Arguments for Values<'_> {
    type Value = Value;
    type Error = Raise;

    fn next(&mut self) -> Option<Value> {
        let item = self.items().get(self.next).cloned();
        self.next += 1;
        item
    }

    fn named(&mut self, name: &str) -> Result<Value, Raise> {
        if !self.mapping {
            return Err(NumberError::FORMAT_REQUIRES_MAPPING.into());
        }
        index::get(self.all, &Value::str(name))
    }

    fn left_over(&self) -> bool {
        !self.mapping && self.next < self.items().len()
    }

    fn text(&mut self, value: &Value, conversion: char) -> Result<String, Raise> {
        match conversion {
            's' => text::str(value),
            'r' => text::repr(value),
            _ => text::ascii(value),
        }
    }

    fn write(&mut self, value: &Value, conversion: char, out: &mut String) -> Result<(), Raise> {
        match conversion {
            's' => text::write_str(out, value),
            'r' => text::write_repr(out, value),
            _ => {
                out.push_str(&text::ascii(value)?);
                Ok(())
            }
        }
    }

    fn integer(&mut self, value: &Value, conversion: char) -> Result<Integer, Raise> {
        if let Value::Int(value) = value {
            return Ok(Integer::Small(*value));
        }
        // A class that derives from `int` is not asked.
        if let Some(int) = super::base::number(value).and_then(|number| number.to_big()) {
            return Ok(Integer::from(int));
        }
        let whole = !matches!(conversion, 'o' | 'x' | 'X');
        if let Some(method) = super::dunder::find(value, Symbol::INT).filter(|_| whole) {
            let result = super::dunder::call(&method, value, &[])?;
            return match result.to_big() {
                Some(int) => Ok(Integer::from(int)),
                None => Err(raise!(TypeError, "__int__ returned non-int (type {})", type_name(&result))),
            };
        }
        let is_row = value.downcast::<NdArray>().is_some_and(|array| array.rank() > 0);
        if whole
            && !is_row
            && let Some(number) = crate::value::array::single_real(value)?
        {
            return self.integer(&number, conversion);
        }
        if let Some(value) = super::base::plain(value).as_float()
            && whole
        {
            return Ok(float::to_integer(value)?);
        }
        match if is_row { None } else { convert::as_index(value)? } {
            Some(Value::Int(value)) => Ok(Integer::Small(value)),
            Some(other) => Ok(Integer::from(other.to_big().unwrap_or_default())),
            None => Err(percent::wrong_type(conversion, &type_name(value)).into()),
        }
    }

    fn float(&mut self, value: &Value) -> Result<f64, Raise> {
        convert::float(value)
    }

    fn character(&mut self, value: &Value) -> Result<char, Raise> {
        if let Some(text) = value.as_str() {
            let mut chars = text.chars();
            return match (chars.next(), chars.next()) {
                (Some(c), None) => Ok(c),
                _ => Err(NumberError::CHARACTER_REQUIRED.into()),
            };
        }
        match convert::as_index(value)? {
            Some(Value::Int(code)) => Ok(percent::character(&Integer::Small(code))?),
            Some(other) => Ok(percent::character(&Integer::from(other.to_big().unwrap_or_default()))?),
            None => Err(NumberError::CHARACTER_REQUIRED.into()),
        }
    }

    fn count(&mut self, value: &Value) -> Result<Option<i64>, Raise> {
        match (value.as_int(), value.as_bool(), value.as_big()) {
            (Some(count), ..) => Ok(Some(count)),
            (_, Some(truth), _) => Ok(Some(truth.into())),
            (.., Some(_)) => Ok(None),
            _ => Err(NumberError::STAR_WANTS_INT.into()),
        }
    }
}

/// The values of a template of bytes.
struct Bytewise<'a>(Values<'a>);

impl Arguments for Bytewise<'_> {
    type Value = Value;
    type Error = Raise;

    fn in_bytes(&self) -> bool {
        true
    }

    fn next(&mut self) -> Option<Value> {
        self.0.next()
    }

    fn named(&mut self, name: &str) -> Result<Value, Raise> {
        if !self.0.mapping {
            return Err(NumberError::FORMAT_REQUIRES_MAPPING.into());
        }
        let name: Vec<u8> = name.chars().map(|c| c as u8).collect();
        index::get(self.0.all, &Value::bytes(&name))
    }

    fn left_over(&self) -> bool {
        self.0.left_over()
    }

    fn text(&mut self, value: &Value, conversion: char) -> Result<String, Raise> {
        if matches!(conversion, 'r' | 'a') {
            return text::ascii(value);
        }
        if let Some(bytes) = plain_bytes(value) {
            return Ok(widened(&bytes));
        }
        if let Some(result) = super::dunder::unary(value, Symbol::BYTES)?
            && let Some(bytes) = plain_bytes(&result)
        {
            return Ok(widened(&bytes));
        }
        let class = type_name(value);
        let wanted = "requires a bytes-like object, or an object that implements __bytes__";
        Err(raise!(TypeError, "%b {wanted}, not '{class}'"))
    }

    fn integer(&mut self, value: &Value, conversion: char) -> Result<Integer, Raise> {
        self.0.integer(value, conversion)
    }

    fn float(&mut self, value: &Value) -> Result<f64, Raise> {
        match value.as_str() {
            Some(_) => Err(raise!(TypeError, "float argument required, not str")),
            None => self.0.float(value),
        }
    }

    fn character(&mut self, value: &Value) -> Result<char, Raise> {
        let wrong = "%c requires an integer in range(256) or a single byte";
        match plain_bytes(value) {
            Some(bytes) if bytes.len() == 1 => Ok(char::from(bytes[0])),
            Some(_) => Err(raise!(TypeError, "{wrong}")),
            None => match convert::as_index(value)? {
                Some(Value::Int(byte @ 0..=255)) => Ok(char::from(byte as u8)),
                Some(_) => Err(raise!(OverflowError, "%c arg not in range(256)")),
                None => Err(raise!(TypeError, "{wrong}")),
            },
        }
    }

    fn count(&mut self, value: &Value) -> Result<Option<i64>, Raise> {
        self.0.count(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates() {
        let values = Value::tuple(vec![Value::int(7), Value::str("x"), Value::float(0.5)]);
        assert_eq!(percent("%03d|%-3s|%.2f", &values).unwrap().as_str(), Some("007|x  |0.50"));
        assert!(percent("%d", &Value::str("x")).is_err());
        assert!(percent("%d", &values).is_err());
        assert_eq!(percent("%x", &Value::int(255)).unwrap().as_str(), Some("ff"));
    }
}
