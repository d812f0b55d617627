//! Operators on sets and on views that are like sets.
//!
//! In: sets. Out: sets whose items come in the order that CPython gives them.

use super::compare::set_like;
use crate::resolve::tree::BinaryOp;
use crate::value::set::Set;
use crate::value::{Gc, Kind, Raise, Value};

/// `a op b`, if both are sets or views like sets.
pub fn binary(op: BinaryOp, a: &Value, b: &Value) -> Result<Option<Value>, Raise> {
    let either_view = a.kind() == Some(Kind::View) || b.kind() == Some(Kind::View);
    if !either_view && (a.kind() != Some(Kind::Set) || b.kind() != Some(Kind::Set)) {
        return Ok(None);
    }
    let (Some(x), Some(y)) = (set_like(a)?, set_like(b)?) else {
        return Ok(None);
    };
    let frozen = a.downcast::<Set>().is_some_and(Set::is_frozen);
    let result = match op {
        BinaryOp::Or => union(&x, &y, frozen)?,
        BinaryOp::And => intersection(&x, &y, frozen)?,
        BinaryOp::Sub => difference(&x, &y, frozen)?,
        BinaryOp::Xor => symmetric_difference(&x, &y, frozen)?,
        _ => return Ok(None),
    };
    Ok(Some(Value::from(result)))
}

/// `a op= b`; false if `b` is no set or there is no such operator.
pub fn in_place(op: BinaryOp, a: &Gc<Set>, b: &Value) -> Result<bool, Raise> {
    let Some(other) = b.as_gc::<Set>() else {
        return Ok(false);
    };
    match op {
        BinaryOp::Or => a.merge(other)?,
        BinaryOp::Sub => remove_all(a, other)?,
        BinaryOp::And => replace(a, &intersection(a, other, false)?)?,
        BinaryOp::Xor => toggle_all(a, other)?,
        _ => return Ok(false),
    }
    Ok(true)
}

/// Gives a set the items of another one that was just made.
pub fn replace(set: &Gc<Set>, with: &Gc<Set>) -> Result<(), Raise> {
    set.clear();
    set.merge(with)
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
    for item in small.items() {
        if large.contains(&item)? {
            result.add(item)?;
        }
    }
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
    for item in a.items() {
        if !b.contains(&item)? {
            result.add(item)?;
        }
    }
    Ok(result)
}

/// `a ^ b`
pub fn symmetric_difference(a: &Gc<Set>, b: &Gc<Set>, frozen: bool) -> Result<Gc<Set>, Raise> {
    let result = b.copy(frozen)?;
    toggle_all(&result, a)?;
    Ok(result)
}

/// Removes all items of `other` from `set`.
pub fn remove_all(set: &Gc<Set>, other: &Gc<Set>) -> Result<(), Raise> {
    for item in other.items() {
        set.remove(&item)?;
    }
    Ok(())
}

/// Removes the items of `other` that are in `set`, and adds the others.
pub fn toggle_all(set: &Gc<Set>, other: &Gc<Set>) -> Result<(), Raise> {
    for item in other.items() {
        if !set.remove(&item)? {
            set.add(item)?;
        }
    }
    Ok(())
}
