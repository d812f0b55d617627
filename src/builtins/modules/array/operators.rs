//! The operators of arrays, as special methods.

use super::methods::{find, method, take};
use super::{Array, array_or, is_array, like, this};
use crate::builtins::argument::room;
use crate::raise;
use crate::resolve::tree::CompareOp;
use crate::value::memory_view::Buffer;
use crate::value::native::Row;
use crate::value::native::Takes::{Between, Exactly};
use crate::value::ops::{self, compare};
use crate::value::slice::{Selection, Slice};
use crate::value::{Raise, Res, Value, convert, type_name};

#[rustfmt::skip]
pub static METHODS: &[Row] = &[
    method("__len__", Exactly(0, |arguments| Ok(Value::int(this(&arguments[0])?.len() as i64))), "Return len(self)."),
    method("__getitem__", Exactly(1, get), "Return self[key]."),
    method("__setitem__", Between(2, 2, set), "Set self[key] to value."),
    method("__delitem__", Exactly(1, delete), "Delete self[key]."),
    method("__contains__", Exactly(1, contains), "Return key in self."),
    method("__repr__", Exactly(0, repr), "Return repr(self)."),
    method("__eq__", Exactly(1, |arguments| rich(CompareOp::Equal, arguments)), "Return self==value."),
    method("__ne__", Exactly(1, |arguments| rich(CompareOp::NotEqual, arguments)), "Return self!=value."),
    method("__lt__", Exactly(1, |arguments| rich(CompareOp::Less, arguments)), "Return self<value."),
    method("__le__", Exactly(1, |arguments| rich(CompareOp::LessEqual, arguments)), "Return self<=value."),
    method("__gt__", Exactly(1, |arguments| rich(CompareOp::Greater, arguments)), "Return self>value."),
    method("__ge__", Exactly(1, |arguments| rich(CompareOp::GreaterEqual, arguments)), "Return self>=value."),
    method("__add__", Exactly(1, add), "Return self+value."),
    method("__iadd__", Exactly(1, add_in_place), "Implement self+=value."),
    method("__mul__", Exactly(1, multiply), "Return self*value."),
    method("__rmul__", Exactly(1, multiply), "Return value*self."),
    method("__imul__", Exactly(1, multiply_in_place), "Implement self*=value."),
];

fn place(array: &Array, index: &Value, what: &str) -> Result<usize, Raise> {
    let number = match index {
        Value::Int(number) => *number,
        _ => match convert::as_index(index)? {
            Some(number) => number.as_int().unwrap_or(i64::MAX),
            None => return Err(raise!(TypeError, "array indices must be integers")),
        },
    };
    let length = array.len() as i64;
    let place = if number < 0 { number.saturating_add(length) } else { number };
    if (0..length).contains(&place) {
        Ok(place as usize)
    } else {
        Err(raise!(IndexError, "array {what}index out of range"))
    }
}

fn places(chosen: Selection) -> impl Iterator<Item = usize> {
    (0..chosen.count as i64).map(move |i| (chosen.start + i * chosen.step) as usize)
}

fn get(arguments: &[Value]) -> Res {
    let array = this(&arguments[0])?;
    let Some(slice) = arguments[1].downcast::<Slice>() else {
        let place = place(array, &arguments[1], "")?;
        return Ok(array.get(place).unwrap_or(Value::None));
    };
    let chosen = slice.select(|| array.len())?;
    let data = array.data.borrow();
    let size = array.size;
    let part = match chosen.step {
        1 => data[chosen.start as usize * size..(chosen.start as usize + chosen.count) * size].to_vec(),
        _ => places(chosen).flat_map(|place| data[place * size..(place + 1) * size].iter().copied()).collect(),
    };
    drop(data);
    Ok(like(array, part))
}

fn set(arguments: &[Value]) -> Res {
    let array = this(&arguments[0])?;
    let Some(slice) = arguments[1].downcast::<Slice>() else {
        let place = place(array, &arguments[1], "assignment ")?;
        array.store(place, &arguments[2])?;
        return Ok(Value::None);
    };
    let Some(other) = arguments[2].content::<Array>() else {
        let class = type_name(&arguments[2]);
        return Err(raise!(TypeError, "can only assign array (not \"{class}\") to array slice"));
    };
    if other.code != array.code {
        return Err(raise!(TypeError, "bad argument type for built-in operation"));
    }
    let bytes = other.to_vec();
    let chosen = slice.select(|| array.len())?;
    let size = array.size;
    if chosen.step == 1 {
        let start = chosen.start as usize * size;
        array.resize(|data| data.splice(start..start + chosen.count * size, bytes).for_each(drop))?;
        return Ok(Value::None);
    }
    let (given, wanted) = (bytes.len() / size, chosen.count);
    if given != wanted {
        return Err(raise!(ValueError, "attempt to assign array of size {given} to extended slice of size {wanted}"));
    }
    for (place, item) in places(chosen).zip(bytes.chunks_exact(size)) {
        array.write(place * size, item);
    }
    Ok(Value::None)
}

fn delete(arguments: &[Value]) -> Res {
    let array = this(&arguments[0])?;
    let Some(slice) = arguments[1].downcast::<Slice>() else {
        take(array, place(array, &arguments[1], "assignment ")?)?;
        return Ok(Value::None);
    };
    let chosen = slice.select(|| array.len())?;
    let mut doomed = vec![false; array.len()];
    places(chosen).for_each(|place| doomed[place] = true);
    array.resize(|data| {
        let mut byte = 0;
        data.retain(|_| {
            byte += 1;
            !doomed[(byte - 1) / array.size]
        });
    })?;
    Ok(Value::None)
}

fn contains(arguments: &[Value]) -> Res {
    let array = this(&arguments[0])?;
    Ok(Value::bool(find(array, &arguments[1], 0, array.len())?.is_some()))
}

fn repr(arguments: &[Value]) -> Res {
    let array = this(&arguments[0])?;
    let (class, code) = (crate::value::class_of(&arguments[0]).name(), char::from(array.code));
    if array.len() == 0 {
        return Ok(Value::str(&format!("{class}('{code}')")));
    }
    let items = match array.text() {
        Some(text) => Value::str(&text),
        None => Value::list(array.values()),
    };
    Ok(Value::str(&format!("{class}('{code}', {})", ops::repr(&items)?)))
}

fn rich(op: CompareOp, arguments: &[Value]) -> Res {
    if !is_array(&arguments[1]) {
        return Ok(Value::not_implemented());
    }
    let (a, b) = (this(&arguments[0])?, this(&arguments[1])?);
    if matches!(op, CompareOp::Equal | CompareOp::NotEqual) && a.len() != b.len() {
        return Ok(Value::bool(op == CompareOp::NotEqual));
    }
    // The first items that differ decide. None is the same object as another: what is not equal to itself differs.
    for (x, y) in (0..).map_while(|place| a.get(place).zip(b.get(place))) {
        if !compare::compare_truth(CompareOp::Equal, &x, &y)? {
            return match op {
                CompareOp::Equal | CompareOp::NotEqual => Ok(Value::bool(op == CompareOp::NotEqual)),
                _ => compare::compare(op, &x, &y),
            };
        }
    }
    compare::compare(op, &Value::int(a.len() as i64), &Value::int(b.len() as i64))
}

fn add(arguments: &[Value]) -> Res {
    let array = this(&arguments[0])?;
    let class = type_name(&arguments[1]);
    let Some(other) = arguments[1].content::<Array>() else {
        return Err(raise!(TypeError, "can only append array (not \"{class}\") to array"));
    };
    if other.code != array.code {
        return Err(raise!(TypeError, "bad argument type for built-in operation"));
    }
    let mut data = array.to_vec();
    data.extend(other.to_vec());
    Ok(like(array, data))
}

fn add_in_place(arguments: &[Value]) -> Res {
    let array = this(&arguments[0])?;
    let other = array_or(&arguments[1], "can only extend array with array")?;
    if other.code != array.code {
        return Err(raise!(TypeError, "can only extend with array of same kind"));
    }
    let bytes = other.to_vec();
    array.resize(|data| data.extend(bytes))?;
    Ok(arguments[0].clone())
}

fn repeated(arguments: &[Value]) -> Result<Vec<u8>, Raise> {
    let Some(times) = ops::sequence::times(&arguments[1])? else {
        let class = type_name(&arguments[1]);
        return Err(raise!(TypeError, "can't multiply sequence by non-int of type '{class}'"));
    };
    let data = this(&arguments[0])?.to_vec();
    room(data.len(), times)?;
    Ok(data.repeat(times))
}

fn multiply(arguments: &[Value]) -> Res {
    Ok(like(this(&arguments[0])?, repeated(arguments)?))
}

fn multiply_in_place(arguments: &[Value]) -> Res {
    let data = repeated(arguments)?;
    this(&arguments[0])?.resize(|kept| *kept = data)?;
    Ok(arguments[0].clone())
}
