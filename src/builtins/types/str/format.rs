//! `str.format` and `str.format_map`: the template is taken apart by `number::format`; here are the values.

use super::this;
use crate::number::NumberError;
use crate::number::format::template::{self, Fields, Key, index_out_of_range};
use crate::raise;
use crate::value::exception::{Error, raise_with};
use crate::value::ops::{attribute, index, text};
use crate::value::{Arguments, Raise, Res, Symbol, Value};

/// Where a template's values come from.
enum Source<'a> {
    Arguments(&'a [Value], &'a Arguments<'a>),
    Mapping(&'a Value),
}

/// `str.format(*args, **kwargs)`
pub fn format(arguments: &Arguments<'_>) -> Res {
    let template = this(arguments.positional)?.as_str();
    if !template.contains(['{', '}']) {
        return Ok(arguments.positional[0].clone());
    }
    let mut source = Source::Arguments(&arguments.positional[1..], arguments);
    Ok(Value::str(&template::expand(template, &mut source)?))
}

/// `str.format_map(mapping)`
pub fn format_map(arguments: &[Value]) -> Res {
    let template = this(arguments)?.as_str();
    let mut source = Source::Mapping(&arguments[1]);
    Ok(Value::str(&template::expand(template, &mut source)?))
}

impl Fields for Source<'_> {
    type Value = Value;
    type Error = Raise;

    fn positional(&mut self, place: usize) -> Result<Value, Raise> {
        match self {
            Source::Arguments(positional, _) => match positional.get(place) {
                Some(value) => Ok(value.clone()),
                None => Err(index_out_of_range(place).into()),
            },
            Source::Mapping(_) => Err(raise!(ValueError, "Format string contains positional fields")),
        }
    }

    fn keyword(&mut self, name: &str) -> Result<Value, Raise> {
        match self {
            Source::Arguments(_, arguments) => match arguments.keyword(name) {
                Some(value) => Ok(value.clone()),
                None => Err(raise_with(Error::KeyError, Value::str(name))),
            },
            Source::Mapping(mapping) => index::get(mapping, &Value::str(name)),
        }
    }

    fn attribute(&mut self, value: Value, name: &str) -> Result<Value, Raise> {
        attribute::get(&value, Symbol::new(name))
    }

    fn item(&mut self, value: Value, key: Key<'_>) -> Result<Value, Raise> {
        let key = match key {
            Key::Index(place) => Value::int(place as i64),
            Key::Name(name) => Value::str(name),
        };
        index::get(&value, &key)
    }

    fn convert(&mut self, value: Value, conversion: char) -> Result<Value, Raise> {
        match conversion {
            'r' => Ok(Value::str(&text::repr(&value)?)),
            'a' => Ok(Value::str(&text::ascii(&value)?)),
            's' => text::str_value(&value),
            _ => Err(NumberError::value(format!("Unknown conversion specifier {conversion}")).into()),
        }
    }

    fn format(&mut self, value: Value, spec: &str, out: &mut String) -> Result<(), Raise> {
        out.push_str(&text::format(&value, spec)?);
        Ok(())
    }
}
