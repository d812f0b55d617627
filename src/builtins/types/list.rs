//! `list` and `tuple`: their constructors and methods.

use crate::builtins::argument::{clipped_place, size, size_or};
use crate::raise;
use crate::value::heap::{Flat, Gc};
use crate::value::list::List;
use crate::value::ops::{self, binary, iterate};
use crate::value::tuple::Tuple;
use crate::value::{Raise, Res, Value};

/// `list(iterable=())`
pub fn new(arguments: &[Value]) -> Res {
    let items = match arguments.first() {
        Some(iterable) => List::from_flat(iterate::collect(iterable)?),
        None => List::new(),
    };
    Ok(Value::from(items))
}

fn this(arguments: &[Value]) -> Result<&Gc<List>, Raise> {
    arguments[0].as_gc::<List>().ok_or_else(|| raise!(TypeError, "list expected"))
}

/// `list.append(object)`
pub fn append(arguments: &[Value]) -> Res {
    this(arguments)?.push(arguments[1].clone());
    Ok(Value::None)
}

/// `list.extend(iterable)`
pub fn extend(arguments: &[Value]) -> Res {
    binary::extend(this(arguments)?, &arguments[1])?;
    Ok(Value::None)
}

/// `list.insert(index, object)`
pub fn insert(arguments: &[Value]) -> Res {
    let list = this(arguments)?;
    let place = size(&arguments[1])?;
    let length = list.len() as i64;
    let place = if place < 0 { place.saturating_add(length).max(0) } else { place.min(length) };
    (**list).insert(place as usize, arguments[2].clone());
    list.settle();
    Ok(Value::None)
}

/// `list.pop(index=-1)`
pub fn pop(arguments: &[Value]) -> Res {
    let list = this(arguments)?;
    let index = size_or(arguments, 1, -1)?;
    if list.is_empty() {
        return Err(raise!(IndexError, "pop from empty list"));
    }
    match list.place(index) {
        Some(place) if place + 1 == list.len() => Ok((**list).pop().unwrap_or(Value::None)),
        Some(place) => Ok(list.remove(place)),
        None => Err(raise!(IndexError, "pop index out of range")),
    }
}

/// `list.remove(value)`
pub fn remove(arguments: &[Value]) -> Res {
    let list = this(arguments)?;
    match iterate::position(list, &arguments[1], 0, usize::MAX)? {
        Some(place) => {
            // A comparison may have shortened the list meanwhile.
            if place < list.len() {
                list.remove(place);
            }
            Ok(Value::None)
        }
        None => Err(raise!(ValueError, "list.remove(x): x not in list")),
    }
}

/// `list.clear()`
pub fn clear(arguments: &[Value]) -> Res {
    // Letting go of the items may run script code, which must find the list empty.
    drop(this(arguments)?.take());
    Ok(Value::None)
}

/// `list.copy()`
pub fn copy(arguments: &[Value]) -> Res {
    Ok(Value::from(List::from_flat(iterate::collect(&arguments[0])?)))
}

/// `list.reverse()`
pub fn reverse(arguments: &[Value]) -> Res {
    this(arguments)?.reverse();
    Ok(Value::None)
}

/// `list.index(value, start=0, stop=9223372036854775807)`
pub fn index(arguments: &[Value]) -> Res {
    let list = this(arguments)?;
    let (start, stop) = stretch(arguments, list.len())?;
    match iterate::position(list, &arguments[1], start, stop)? {
        Some(place) => Ok(Value::int(place as i64)),
        None => {
            let shown = ops::repr(&arguments[1])?;
            Err(raise!(ValueError, "{shown} is not in list"))
        }
    }
}

/// Where to look, from the second and third argument.
fn stretch(arguments: &[Value], length: usize) -> Result<(usize, usize), Raise> {
    let bound = |place: usize, default| arguments.get(place).map_or(Ok(default), |bound| clipped_place(bound, length));
    Ok((bound(2, 0)?, bound(3, usize::MAX)?))
}

/// `list.count(value)`
pub fn count(arguments: &[Value]) -> Res {
    let list = this(arguments)?;
    let mut count = 0;
    let mut place = 0;
    while let Some(found) = iterate::position(list, &arguments[1], place, usize::MAX)? {
        (count, place) = (count + 1, found + 1);
    }
    Ok(Value::int(count))
}

/// `tuple(iterable=())`
pub fn new_tuple(arguments: &[Value]) -> Res {
    match arguments.first() {
        Some(same) if same.downcast::<Tuple>().is_some_and(|tuple| tuple.record().is_none()) => Ok(same.clone()),
        Some(iterable) => {
            let tuple = |items: &Flat| Tuple::filled(items.len(), |place| items.get(place).unwrap_or_default());
            Ok(Value::from(match iterable.downcast::<List>() {
                Some(list) => tuple(list),
                None => tuple(&iterate::collect(iterable)?),
            }))
        }
        None => Ok(Value::tuple(Vec::new())),
    }
}

fn items(arguments: &[Value]) -> Result<&[Value], Raise> {
    let tuple = arguments[0].downcast::<Tuple>();
    tuple.map(Tuple::items).ok_or_else(|| raise!(TypeError, "tuple expected"))
}

/// `tuple.index(value, start=0, stop=9223372036854775807)`
pub fn tuple_index(arguments: &[Value]) -> Res {
    let items = items(arguments)?;
    let (start, stop) = stretch(arguments, items.len())?;
    for (place, item) in items.iter().enumerate().take(stop).skip(start) {
        if ops::same_or_equal(item, &arguments[1])? {
            return Ok(Value::int(place as i64));
        }
    }
    Err(raise!(ValueError, "tuple.index(x): x not in tuple"))
}

/// `tuple.count(value)`
pub fn tuple_count(arguments: &[Value]) -> Res {
    let mut count = 0;
    for item in items(arguments)? {
        count += i64::from(ops::same_or_equal(item, &arguments[1])?);
    }
    Ok(Value::int(count))
}
