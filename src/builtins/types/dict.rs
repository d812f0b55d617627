//! `dict` and its views: constructor and methods.

use crate::raise;
use crate::value::class::Class;
use crate::value::dict::{Dict, Part, View};
use crate::value::exception::{Error, raise_with};
use crate::value::heap::Gc;
use crate::value::native::wrong_count;
use crate::value::ops::{self, call, index};
use crate::value::shape::text_of;
use crate::value::{Arguments, Raise, Res, Value, types};

/// `dict()`, `dict(mapping)`, `dict(iterable)`, `dict(**kwargs)`
pub fn new(arguments: &Arguments<'_>) -> Res {
    let dict = Dict::new();
    fill(&dict, "dict", arguments.positional, arguments)?;
    Ok(Value::from(dict))
}

/// `dict.update([other, ]**kwargs)`
pub fn update(arguments: &Arguments<'_>) -> Res {
    let (dict, rest) = (this(arguments.positional)?, &arguments.positional[1..]);
    fill(dict, "update", rest, arguments)?;
    Ok(Value::None)
}

fn fill(dict: &Gc<Dict>, function: &str, positional: &[Value], arguments: &Arguments<'_>) -> Result<(), Raise> {
    match positional {
        [] => {}
        [other] => ops::mapping::update(dict, other)?,
        more => return Err(wrong_count(function, more.len(), 0, 1)),
    }
    for (name, value) in arguments.names.iter().zip(arguments.named) {
        dict.set(text_of(*name), value.clone())?;
    }
    Ok(())
}

fn this(arguments: &[Value]) -> Result<&Gc<Dict>, Raise> {
    let dict = arguments.first().and_then(Value::as_gc::<Dict>);
    dict.ok_or_else(|| raise!(TypeError, "dict expected"))
}

/// `dict.get(key, default=None)`
pub fn get(arguments: &[Value]) -> Res {
    let found = this(arguments)?.get(&arguments[1])?;
    Ok(found.or_else(|| arguments.get(2).cloned()).unwrap_or(Value::None))
}

/// `dict.setdefault(key, default=None)`
pub fn set_default(arguments: &[Value]) -> Res {
    let default = arguments.get(2).cloned().unwrap_or(Value::None);
    this(arguments)?.get_or_set(arguments[1].clone(), default)
}

/// `dict.pop(key[, default])`
pub fn pop(arguments: &[Value]) -> Res {
    match (this(arguments)?.remove(&arguments[1])?, arguments.get(2)) {
        (Some(value), _) => Ok(value),
        (None, Some(default)) => Ok(default.clone()),
        (None, None) => Err(raise_with(Error::KeyError, arguments[1].clone())),
    }
}

/// `dict.popitem()`
pub fn pop_item(arguments: &[Value]) -> Res {
    match this(arguments)?.pop_last() {
        Some((key, value)) => Ok(Value::tuple(vec![key, value])),
        None => Err(raise!(KeyError, "popitem(): dictionary is empty")),
    }
}

/// `dict.clear()`
pub fn clear(arguments: &[Value]) -> Res {
    this(arguments)?.clear();
    Ok(Value::None)
}

/// `dict.copy()`
pub fn copy(arguments: &[Value]) -> Res {
    Ok(Value::from(this(arguments)?.copy()))
}

/// `dict.keys()`
pub fn keys(arguments: &[Value]) -> Res {
    view(arguments, Part::Keys)
}

/// `dict.values()`
pub fn values(arguments: &[Value]) -> Res {
    view(arguments, Part::Values)
}

/// `dict.items()`
pub fn items(arguments: &[Value]) -> Res {
    view(arguments, Part::Items)
}

fn view(arguments: &[Value], part: Part) -> Res {
    Ok(Value::from(View::create(this(arguments)?.clone(), part)))
}

/// `dict.fromkeys(iterable, value=None)`
pub fn from_keys(arguments: &[Value]) -> Res {
    let value = arguments.get(2).cloned().unwrap_or(Value::None);
    let plain = arguments[0].as_gc::<Class>().is_some_and(|class| class.is(&types().dict));
    let made = if plain { Value::from(Dict::new()) } else { call::call(&arguments[0], &[])? };
    ops::steps::expect_distinct(&arguments[1], 2 * size_of::<Value>())?;
    let mut keys = ops::steps::steps(&arguments[1])?;
    while let Some(key) = keys.next()? {
        index::set(&made, &key, value.clone())?;
    }
    Ok(made)
}

/// `keys.isdisjoint(other)`
pub fn is_disjoint(arguments: &[Value]) -> Res {
    let mut items = ops::steps::steps(&arguments[1])?;
    while let Some(item) = items.next()? {
        if ops::contains(&arguments[0], &item)? {
            return Ok(Value::bool(false));
        }
    }
    Ok(Value::bool(true))
}
