//! `template % values`.
//!
//! In: a template and the values on the right. Out: the text. The template is taken apart by `number`; here are the
//! values.

use super::{index, text};
use crate::number::format::percent::{self, Arguments};
use crate::number::{Integer, NumberError, float};
use crate::raise;
use crate::value::tuple::Tuple;
use crate::value::{Kind, Raise, Res, Symbol, Value, convert, type_name};

/// `template % values`
pub fn percent(template: &str, values: &Value) -> Res {
    let items = values.downcast::<Tuple>().map_or(std::slice::from_ref(values), Tuple::items);
    let mapping = match values.kind() {
        Some(Kind::Dict | Kind::List | Kind::Range | Kind::Bytes) => true,
        Some(Kind::Instance) => super::dunder::find(values, Symbol::GETITEM).is_some(),
        _ => false,
    };
    let mut source = Values { all: values, items, next: 0, mapping };
    let result = percent::expand(template, text::digits_limit(), &mut source)?;
    Ok(Value::str(&result))
}

struct Values<'a> {
    all: &'a Value,
    items: &'a [Value],
    next: usize,
    mapping: bool,
}

impl Arguments for Values<'_> {
    type Value = Value;
    type Error = Raise;

    fn next(&mut self) -> Option<Value> {
        let item = self.items.get(self.next).cloned();
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
        !self.mapping && self.next < self.items.len()
    }

    fn text(&mut self, value: &Value, conversion: char) -> Result<String, Raise> {
        match conversion {
            's' => text::str(value),
            'r' => text::repr(value),
            _ => text::ascii(value),
        }
    }

    fn integer(&mut self, value: &Value, conversion: char) -> Result<Integer, Raise> {
        if let Some(value) = value.as_float()
            && !matches!(conversion, 'o' | 'x' | 'X')
        {
            return Ok(float::to_integer(value)?);
        }
        match convert::as_index(value)? {
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

    fn count(&mut self, value: &Value) -> Result<i64, Raise> {
        match (value.as_int(), value.as_big()) {
            (Some(count), _) => Ok(count),
            (None, Some(_)) => Err(raise!(OverflowError, "Python int too large to convert to C ssize_t")),
            (None, None) => Err(NumberError::STAR_WANTS_INT.into()),
        }
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
