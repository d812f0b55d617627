//! `str`: tables that map characters.

use super::this;
use crate::builtins::argument::text;
use crate::raise;
use crate::unicode;
use crate::value::dict::Dict;
use crate::value::exception::{self, Error};
use crate::value::ops::index;
use crate::value::{Raise, Res, Value};

fn code(c: char) -> Value {
    Value::int(i64::from(unicode::code_of(c)))
}

/// `str.maketrans(x[, y[, z]])`
pub fn make_table(arguments: &[Value]) -> Res {
    let table = Dict::new();
    let [from, rest @ ..] = arguments else {
        return Ok(Value::from(table));
    };
    if rest.is_empty() {
        let Some(given) = from.downcast::<Dict>() else {
            return Err(raise!(TypeError, "if you give only one argument to maketrans it must be a dict"));
        };
        for (key, value) in given.pairs() {
            let key = match (key.to_big(), key.as_str()) {
                (Some(_), _) => key,
                (None, Some(key)) => {
                    let mut chars = key.chars();
                    match (chars.next(), chars.next()) {
                        (Some(c), None) => code(c),
                        _ => {
                            let message = "string keys in translate table must be of length 1";
                            return Err(raise!(ValueError, "{message}"));
                        }
                    }
                }
                _ => {
                    return Err(raise!(TypeError, "keys in translate table must be strings or integers"));
                }
            };
            table.set(key, value)?;
        }
        return Ok(Value::from(table));
    }
    // Numbered from one, as messages do.
    let numbered: Vec<Value> = std::iter::once(Value::None).chain(arguments.iter().cloned()).collect();
    if from.as_str().is_none() {
        return Err(raise!(TypeError, "first maketrans argument must be a string if there is a second argument"));
    }
    let from = text("maketrans", &numbered, 1)?;
    let to = text("maketrans", &numbered, 2)?;
    if from.len() != to.len() {
        return Err(raise!(ValueError, "the first two maketrans arguments must have equal length"));
    }
    for (from, to) in from.as_str().chars().zip(to.as_str().chars()) {
        table.set(code(from), code(to))?;
    }
    if rest.len() > 1 {
        for c in text("maketrans", &numbered, 3)?.as_str().chars() {
            table.set(code(c), Value::None)?;
        }
    }
    Ok(Value::from(table))
}

/// `str.translate(table)`
pub fn translate(arguments: &[Value]) -> Res {
    let mut out = String::new();
    // A dictionary says the same of a character each time.
    let keeps = arguments[1].downcast::<Dict>().is_some();
    let mut known: [Option<Box<str>>; 128] = [const { None }; 128];
    for c in this(arguments)?.as_str().chars() {
        if let Some(Some(mapped)) = known.get(c as usize) {
            out.push_str(mapped);
            continue;
        }
        let start = out.len();
        match index::get(&arguments[1], &code(c)) {
            Ok(mapped) => push(&mapped, &mut out)?,
            Err(raised) => {
                if exception::catch(Error::LookupError).is_none() {
                    return Err(raised);
                }
                out.push(c);
            }
        }
        if keeps && let Some(place) = known.get_mut(c as usize) {
            *place = Some(out[start..].into());
        }
    }
    Ok(Value::str(&out))
}

fn push(mapped: &Value, out: &mut String) -> Result<(), Raise> {
    if let Some(text) = mapped.as_str() {
        out.push_str(text);
    } else if let Some(number) = mapped.to_big() {
        let code = u32::try_from(&number).ok();
        let Some(c) = code.and_then(unicode::from_code) else {
            return Err(raise!(ValueError, "character mapping must be in range(0x110000)"));
        };
        out.push(c);
    } else if !mapped.is_none() {
        return Err(raise!(TypeError, "character mapping must return integer, None or str"));
    }
    Ok(())
}
