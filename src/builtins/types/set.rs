//! `set` and `frozenset`: constructors and methods.

use crate::raise;
use crate::value::exception::{Error, raise_with};
use crate::value::heap::Gc;
use crate::value::ops::{self, sets};
use crate::value::set::Set;
use crate::value::{Kind, Raise, Res, Value};

/// `set(iterable=())`
pub fn new(arguments: &[Value]) -> Res {
    make(arguments, false)
}

/// `frozenset(iterable=())`
pub fn new_frozen(arguments: &[Value]) -> Res {
    match arguments.first() {
        Some(same) if same.downcast::<Set>().is_some_and(Set::is_frozen) => Ok(same.clone()),
        _ => make(arguments, true),
    }
}

fn make(arguments: &[Value], frozen: bool) -> Res {
    let set = Set::create(frozen);
    if let Some(iterable) = arguments.first() {
        sets::add_all(&set, iterable)?;
    }
    Ok(Value::from(set))
}

fn this(arguments: &[Value]) -> Result<&Gc<Set>, Raise> {
    arguments[0].as_gc::<Set>().ok_or_else(|| raise!(TypeError, "set expected"))
}

/// `set.add(item)`
pub fn add(arguments: &[Value]) -> Res {
    this(arguments)?.add(arguments[1].clone())?;
    Ok(Value::None)
}

/// `set.discard(item)`
pub fn discard(arguments: &[Value]) -> Res {
    this(arguments)?.remove(&sets::as_item(&arguments[1])?)?;
    Ok(Value::None)
}

/// `set.remove(item)`
pub fn remove(arguments: &[Value]) -> Res {
    if this(arguments)?.remove(&sets::as_item(&arguments[1])?)? {
        Ok(Value::None)
    } else {
        Err(raise_with(Error::KeyError, arguments[1].clone()))
    }
}

/// `set.pop()`
pub fn pop(arguments: &[Value]) -> Res {
    let item = this(arguments)?.pop();
    item.ok_or_else(|| raise!(KeyError, "pop from an empty set"))
}

/// `set.clear()`
pub fn clear(arguments: &[Value]) -> Res {
    this(arguments)?.clear();
    Ok(Value::None)
}

/// `set.copy()`
pub fn copy(arguments: &[Value]) -> Res {
    let set = this(arguments)?;
    if set.is_frozen() {
        return Ok(arguments[0].clone());
    }
    Ok(Value::from(set.copy(false)?))
}

/// `set.update(*others)`
pub fn update(arguments: &[Value]) -> Res {
    let set = this(arguments)?;
    for other in &arguments[1..] {
        sets::add_all(set, other)?;
    }
    Ok(Value::None)
}

/// `set.union(*others)`
pub fn union(arguments: &[Value]) -> Res {
    let result = copy_of(arguments)?;
    for other in &arguments[1..] {
        sets::add_all(&result, other)?;
    }
    Ok(Value::from(result))
}

fn copy_of(arguments: &[Value]) -> Result<Gc<Set>, Raise> {
    let set = this(arguments)?;
    set.copy(set.is_frozen())
}

fn intersect(arguments: &[Value]) -> Result<Gc<Set>, Raise> {
    let [_, others @ ..] = arguments else {
        return copy_of(arguments);
    };
    let frozen = this(arguments)?.is_frozen();
    let mut result = this(arguments)?.clone();
    for other in others {
        result = match other.as_gc::<Set>() {
            Some(other) => sets::intersection(&result, other, frozen)?,
            None => {
                // Items come in the order of the iterable.
                let kept = Set::create(frozen);
                let mut items = ops::steps::steps(other)?;
                while let Some(item) = items.next()? {
                    if result.contains(&item)? {
                        kept.add(item)?;
                    }
                }
                kept
            }
        };
    }
    if others.is_empty() { copy_of(arguments) } else { Ok(result) }
}

/// `set.intersection(*others)`
pub fn intersection(arguments: &[Value]) -> Res {
    Ok(Value::from(intersect(arguments)?))
}

/// `set.intersection_update(*others)`
pub fn intersection_update(arguments: &[Value]) -> Res {
    this(arguments)?.become_like(&intersect(arguments)?);
    Ok(Value::None)
}

/// `set.difference(*others)`
pub fn difference(arguments: &[Value]) -> Res {
    let set = this(arguments)?;
    let [_, first, rest @ ..] = arguments else {
        return Ok(Value::from(copy_of(arguments)?));
    };
    let result = match first.kind() {
        Some(Kind::Set | Kind::Dict) => sets::difference(set, &sets::set_of(first)?, set.is_frozen())?,
        // What has no length beforehand is taken away from a copy.
        _ => {
            let result = set.copy(set.is_frozen())?;
            sets::remove_all(&result, &sets::set_of(first)?)?;
            result
        }
    };
    for other in rest {
        sets::remove_all(&result, &sets::set_of(other)?)?;
    }
    Ok(Value::from(result))
}

/// `set.difference_update(*others)`
pub fn difference_update(arguments: &[Value]) -> Res {
    let set = this(arguments)?;
    for other in &arguments[1..] {
        let other = sets::set_of(other)?;
        if set.is(&other) {
            set.clear();
        } else {
            sets::remove_all(set, &other)?;
        }
    }
    Ok(Value::None)
}

/// `set.symmetric_difference(other)`
pub fn symmetric_difference(arguments: &[Value]) -> Res {
    let is_frozen = this(arguments)?.is_frozen();
    Ok(Value::from(sets::symmetric_difference(&arguments[0], &arguments[1], is_frozen)?))
}

/// `set.symmetric_difference_update(other)`
pub fn symmetric_difference_update(arguments: &[Value]) -> Res {
    let set = this(arguments)?;
    if arguments[1].is(&arguments[0]) {
        set.clear();
    } else {
        sets::toggle_all(set, &arguments[1])?;
    }
    Ok(Value::None)
}

fn contains_all(set: &Gc<Set>, items: &Value) -> Res {
    let mut items = ops::steps::steps(items)?;
    while let Some(item) = items.next()? {
        if !set.contains(&sets::as_item(&item)?)? {
            return Ok(Value::bool(false));
        }
    }
    Ok(Value::bool(true))
}

/// `set.issubset(other)`
pub fn is_subset(arguments: &[Value]) -> Res {
    let other = sets::set_of(&arguments[1])?;
    this(arguments)?.is_subset_of(&other).map(Value::bool)
}

/// `set.issuperset(other)`
pub fn is_superset(arguments: &[Value]) -> Res {
    contains_all(this(arguments)?, &arguments[1])
}

/// `set.isdisjoint(other)`
pub fn is_disjoint(arguments: &[Value]) -> Res {
    let set = this(arguments)?;
    if let Some(other) = arguments[1].downcast::<Set>() {
        return set.is_disjoint_from(other).map(Value::bool);
    }
    let mut items = ops::steps::steps(&arguments[1])?;
    while let Some(item) = items.next()? {
        if set.contains(&item)? {
            return Ok(Value::bool(false));
        }
    }
    Ok(Value::bool(true))
}
