//! Operators on sets and on views that are like sets.
//!
//! In: sets. Out: sets whose items come in the order that CPython gives them.

use super::compare::set_like;
use super::{base, dunder, iterate, steps};
use crate::resolve::tree::BinaryOp;
use crate::value::dict::{Dict, Part, View};
use crate::value::set::Set;
use crate::value::{Gc, Raise, Symbol, Value};

/// `a op b`, if both are sets, or one is a view like a set and the other can be iterated over.
pub fn binary(op: BinaryOp, a: &Value, b: &Value) -> Result<Option<Value>, Raise> {
    let result = if op == BinaryOp::And && (is_set_view(a) || is_set_view(b)) {
        Some(shared_with_view(a, b)?)
    } else if is_set_view(a) || is_set_view(b) {
        with_view(op, a, b)?
    } else {
        let (left, right) = (a, b);
        let (Some(a), Some(b)) = (a.as_gc::<Set>(), b.as_gc::<Set>()) else {
            return Ok(None);
        };
        let frozen = a.is_frozen();
        match op {
            BinaryOp::Or => Some(union(a, b, frozen)?),
            BinaryOp::And => Some(intersection(a, b, frozen)?),
            BinaryOp::Sub => Some(difference(a, b, frozen)?),
            BinaryOp::Xor => Some(symmetric_difference(left, right, frozen)?),
            _ => None,
        }
    };
    Ok(result.map(Value::from))
}

/// A set in a set is a frozen one; asked for, an ordinary set stands for it.
pub fn as_item(value: &Value) -> Result<Value, Raise> {
    match base::plain(value).as_gc::<Set>() {
        Some(set) if !set.is_frozen() && dunder::find(value, Symbol::HASH).is_none() => {
            Ok(Value::from(set.copy(true)?))
        }
        _ => Ok(value.clone()),
    }
}

/// Whether it is a view of keys or items.
fn is_set_view(value: &Value) -> bool {
    value.downcast::<View>().is_some_and(|view| view.part() != Part::Values)
}

/// The items of anything that can be iterated over.
pub fn set_of(value: &Value) -> Result<Gc<Set>, Raise> {
    if let Some(set) = set_like(value)? {
        return Ok(set);
    }
    let set = Set::create(false);
    add_all(&set, value)?;
    Ok(set)
}

/// Adds the items of an iterable.
pub fn add_all(set: &Gc<Set>, iterable: &Value) -> Result<(), Raise> {
    if let Some(other) = iterable.as_gc::<Set>() {
        return set.merge(other);
    }
    if let Some(dict) = iterable.downcast::<Dict>() {
        set.expect(dict.len());
    }
    steps::expect_distinct(iterable, size_of::<Value>())?;
    iterate::fold(iterable, Value::from(set), |kept, item| set.add(item).map(|()| kept)).map(drop)
}

/// An operator one side of which is a view: the result is always a plain set.
fn with_view(op: BinaryOp, a: &Value, b: &Value) -> Result<Option<Gc<Set>>, Raise> {
    let result = Set::create(false);
    match a.downcast::<View>().filter(|view| view.part() == Part::Keys) {
        Some(view) => add_all(&result, &Value::from(view.dict()))?,
        None => add_all(&result, a)?,
    }
    match op {
        BinaryOp::Or => add_all(&result, b)?,
        BinaryOp::Sub => remove_all(&result, &set_of(b)?)?,
        BinaryOp::Xor => toggle_all(&result, b)?,
        _ => return Ok(None),
    }
    Ok(Some(result))
}

/// `a & b` where one is a view: the items of the other one, or of the shorter view, that it has.
fn shared_with_view(a: &Value, b: &Value) -> Result<Gc<Set>, Raise> {
    let (mut view, mut other) = if is_set_view(a) { (a, b) } else { (b, a) };
    let swaps = match other.as_gc::<Set>() {
        Some(_) => super::length(view)? <= super::length(other)?,
        None => is_set_view(other) && super::length(view)? < super::length(other)?,
    };
    if swaps {
        (view, other) = (other, view);
    }
    let result = Set::create(false);
    iterate::each(other, |item| {
        if super::contains(view, &item)? {
            result.add(item)?;
        }
        Ok(true)
    })?;
    Ok(result)
}

/// `a op= b`; false if `b` is no set or there is no such operator.
pub fn in_place(op: BinaryOp, a: &Gc<Set>, b: &Value) -> Result<bool, Raise> {
    let Some(other) = b.as_gc::<Set>() else {
        return Ok(false);
    };
    match op {
        BinaryOp::Or => a.merge(other)?,
        BinaryOp::Sub => remove_all(a, other)?,
        BinaryOp::And => a.become_like(&intersection(a, other, false)?),
        BinaryOp::Xor => toggle_all(a, b)?,
        _ => return Ok(false),
    }
    Ok(true)
}

/// `a | b`
pub fn union(a: &Gc<Set>, b: &Gc<Set>, frozen: bool) -> Result<Gc<Set>, Raise> {
    let result = a.copy(frozen)?;
    result.merge(b)?;
    Ok(result)
}

/// `a & b`
pub fn intersection(a: &Gc<Set>, b: &Gc<Set>, frozen: bool) -> Result<Gc<Set>, Raise> {
    if a.is(b) {
        return a.copy(frozen);
    }
    let (small, large) = if b.len() > a.len() { (a, b) } else { (b, a) };
    let result = Set::create(frozen);
    result.add_shared(small, large, true)?;
    Ok(result)
}

/// `a - b`
pub fn difference(a: &Gc<Set>, b: &Gc<Set>, frozen: bool) -> Result<Gc<Set>, Raise> {
    if a.len() / 4 > b.len() {
        let result = a.copy(frozen)?;
        remove_all(&result, b)?;
        return Ok(result);
    }
    let result = Set::create(frozen);
    result.add_shared(a, b, false)?;
    Ok(result)
}

/// `a ^ b`, where the second one may be anything that can be gone over.
pub fn symmetric_difference(a: &Value, b: &Value, frozen: bool) -> Result<Gc<Set>, Raise> {
    let result = Set::create(frozen);
    add_all(&result, b)?;
    toggle_all(&result, a)?;
    Ok(result)
}

/// Removes all items of `other` from `set`.
pub fn remove_all(set: &Gc<Set>, other: &Gc<Set>) -> Result<(), Raise> {
    set.remove_all(other)
}

/// Removes the items of `other` that are in `set`, and adds the others.
pub fn toggle_all(set: &Gc<Set>, other: &Value) -> Result<(), Raise> {
    let items = match other.downcast::<Dict>() {
        Some(dict) => dict.keys(),
        None => set_of(other)?.items(),
    };
    for item in items {
        if !set.remove(&item)? {
            set.add(item)?;
        }
    }
    Ok(())
}
