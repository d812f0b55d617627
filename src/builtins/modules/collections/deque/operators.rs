//! The operators of deques, as special methods.

use super::iterator::iterate;
use super::{End, extend, is_deque, like, method, this};
use crate::builtins::argument::room;
use crate::raise;
use crate::resolve::tree::CompareOp;
use crate::value::native::Row;
use crate::value::native::Takes::Exactly;
use crate::value::opaque::Content;
use crate::value::ops::{self, compare, text};
use crate::value::{Raise, Res, Value, convert, type_name};
use std::fmt::Write;

#[rustfmt::skip]
pub static METHODS: &[Row] = &[
    method("__len__", Exactly(0, |arguments| Ok(Value::int(this(&arguments[0])?.len() as i64))), "Return len(self)."),
    method("__bool__", Exactly(0, |arguments| Ok(Value::bool(this(&arguments[0])?.len() > 0))), "True if self else False"),
    method("__iter__", Exactly(0, |arguments| iterate(&arguments[0], End::Left)), "Implement iter(self)."),
    method("__reversed__", Exactly(0, |arguments| iterate(&arguments[0], End::Right)), "Return a reverse iterator over the deque."),
    method("__contains__", Exactly(1, contains), "Return key in self."),
    method("__getitem__", Exactly(1, get), "Return self[key]."),
    method("__setitem__", crate::value::native::Takes::Between(2, 2, set), "Set self[key] to value."),
    method("__delitem__", Exactly(1, delete), "Delete self[key]."),
    method("__repr__", Exactly(0, repr), "Return repr(self)."),
    method("__eq__", Exactly(1, |arguments| rich(CompareOp::Equal, arguments)), "Return self==value."),
    method("__ne__", Exactly(1, |arguments| rich(CompareOp::NotEqual, arguments)), "Return self!=value."),
    method("__lt__", Exactly(1, |arguments| rich(CompareOp::Less, arguments)), "Return self<value."),
    method("__le__", Exactly(1, |arguments| rich(CompareOp::LessEqual, arguments)), "Return self<=value."),
    method("__gt__", Exactly(1, |arguments| rich(CompareOp::Greater, arguments)), "Return self>value."),
    method("__ge__", Exactly(1, |arguments| rich(CompareOp::GreaterEqual, arguments)), "Return self>=value."),
    method("__add__", Exactly(1, add), "Return self+value."),
    method("__iadd__", Exactly(1, |arguments| extend(End::Right, arguments).map(|_| arguments[0].clone())), "Implement self+=value."),
    method("__mul__", Exactly(1, multiply), "Return self*value."),
    method("__rmul__", Exactly(1, multiply), "Return value*self."),
    method("__imul__", Exactly(1, multiply_in_place), "Implement self*=value."),
    method("__reduce__", Exactly(0, reduce), "Return state information for pickling."),
];

fn place(arguments: &[Value]) -> Result<usize, Raise> {
    let index = &arguments[1];
    let Some(place) = convert::as_index(index)? else {
        let class = type_name(index);
        return Err(raise!(TypeError, "sequence index must be integer, not '{class}'"));
    };
    let Some(place) = place.as_int() else {
        let class = type_name(index);
        return Err(raise!(IndexError, "cannot fit '{class}' into an index-sized integer"));
    };
    let length = this(&arguments[0])?.len() as i64;
    let place = if place < 0 { place.saturating_add(length) } else { place };
    match (0..length).contains(&place) {
        true => Ok(place as usize),
        false => Err(raise!(IndexError, "deque index out of range")),
    }
}

fn contains(arguments: &[Value]) -> Res {
    let deque = this(&arguments[0])?;
    Ok(Value::bool(deque.find(&arguments[1], 0, deque.len())?.is_some()))
}

fn get(arguments: &[Value]) -> Res {
    let place = place(arguments)?;
    Ok(this(&arguments[0])?.get(place).unwrap_or(Value::None))
}

fn set(arguments: &[Value]) -> Res {
    let place = place(arguments)?;
    this(&arguments[0])?.set_item(place, &arguments[2])?;
    Ok(Value::None)
}

fn delete(arguments: &[Value]) -> Res {
    let place = place(arguments)?;
    let removed = this(&arguments[0])?.change(|items| items.remove(place));
    drop(removed);
    Ok(Value::None)
}

fn repr(arguments: &[Value]) -> Res {
    let deque = this(&arguments[0])?;
    let mut shown = String::new();
    text::nested(&mut shown, &arguments[0], "[...]", |out| {
        _ = write!(out, "{}([", crate::value::class_of(&arguments[0]).name());
        for (place, item) in deque.to_vec().iter().enumerate() {
            out.push_str(if place > 0 { ", " } else { "" });
            text::write_repr(out, item)?;
        }
        out.push(']');
        if let Some(most) = deque.most.get() {
            _ = write!(out, ", maxlen={most}");
        }
        out.push(')');
        Ok(())
    })?;
    Ok(Value::str(&shown))
}

/// Compares as lists do; with anything else there is no comparison.
fn rich(op: CompareOp, arguments: &[Value]) -> Res {
    if !is_deque(&arguments[1]) {
        return Ok(Value::not_implemented());
    }
    let (a, b) = (this(&arguments[0])?.to_vec(), this(&arguments[1])?.to_vec());
    compare::compare(op, &Value::list(a), &Value::list(b))
}

fn add(arguments: &[Value]) -> Res {
    if !is_deque(&arguments[1]) {
        let class = type_name(&arguments[1]);
        return Err(raise!(TypeError, "can only concatenate deque (not \"{class}\") to deque"));
    }
    let mut items = this(&arguments[0])?.to_vec();
    items.extend(this(&arguments[1])?.to_vec());
    like(&arguments[0], items)
}

fn repeated(arguments: &[Value]) -> Result<Vec<Value>, Raise> {
    let Some(times) = ops::sequence::times(&arguments[1])? else {
        let class = type_name(&arguments[1]);
        return Err(raise!(TypeError, "can't multiply sequence by non-int of type '{class}'"));
    };
    let deque = this(&arguments[0])?;
    let items = deque.to_vec();
    room(items.len().saturating_mul(times), 16)?;
    let most = deque.most.get().unwrap_or(usize::MAX);
    let kept = items.len().saturating_mul(times).min(most);
    // Only the last ones stay where there is a limit.
    let skipped = items.len() * times - kept;
    Ok((skipped..skipped + kept).map(|place| items[place % items.len()].clone()).collect())
}

fn multiply(arguments: &[Value]) -> Res {
    like(&arguments[0], repeated(arguments)?)
}

fn multiply_in_place(arguments: &[Value]) -> Res {
    let items = repeated(arguments)?;
    let old = this(&arguments[0])?.change(|kept| std::mem::replace(kept, items.into()));
    drop(old);
    Ok(arguments[0].clone())
}

fn reduce(arguments: &[Value]) -> Res {
    let deque = this(&arguments[0])?;
    let mut parts = vec![Value::tuple(Vec::new())];
    if let Some(most) = deque.most.get() {
        parts[0] = Value::pair(Value::tuple(Vec::new()), Value::int(most as i64));
    }
    parts.insert(0, Value::from(crate::value::class_of(&arguments[0])));
    parts.push(ops::attribute::own_state(&arguments[0])?);
    parts.push(iterate(&arguments[0], End::Left)?);
    Ok(Value::tuple(parts))
}
