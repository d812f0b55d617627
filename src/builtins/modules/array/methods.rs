//! The methods of arrays.

use super::item::{not_bytes, word_of};
use super::{Array, append_bytes, is_array, iterate, like, new, this};
use crate::builtins::argument::{clipped_place, size};
use crate::raise;
use crate::value::byte_array::plain_bytes;
use crate::value::list::List;
use crate::value::native::Takes::{Anything, Between, Exactly};
use crate::value::native::{Owner, Row, Takes, given};
use crate::value::ops;
use crate::value::{Raise, Res, Value, class_of, type_name};

/// A row of a method.
pub const fn method(name: &'static str, takes: Takes, doc: &'static str) -> Row {
    Row { name, owner: Owner::Type("array.array", is_array), takes, pure: false, doc }
}

#[rustfmt::skip]
pub static METHODS: &[Row] = &[
    Row { name: "__new__", owner: Owner::Static("array.array"), takes: Anything(new), pure: false, doc: "Create and return a new object." },
    method("append", Exactly(1, |arguments| this(&arguments[0])?.push(&arguments[1]).map(|()| Value::None)), "Append new value v to the end of the array."),
    method("buffer_info", Exactly(0, buffer_info), "Return a tuple (address, length) giving the current memory address and the length in items of the buffer used to hold array's contents."),
    method("byteswap", Exactly(0, swap_bytes), "Byteswap all items of the array."),
    method("count", Exactly(1, count), "Return number of occurrences of v in the array."),
    method("extend", Exactly(1, extend), "Append items to the end of the array."),
    method("frombytes", Exactly(1, from_bytes), "Appends items from the string, interpreting it as an array of machine values."),
    method("fromlist", Exactly(1, from_list), "Append items to array from list."),
    method("fromunicode", Exactly(1, from_text), "Extends this array with data from the unicode string ustr."),
    method("index", Between(1, 3, index), "Return index of first occurrence of v in the array."),
    method("insert", Between(2, 2, insert), "Insert a new item v into the array before position i."),
    method("pop", Between(0, 1, pop), "Return the i-th element and delete it from the array."),
    method("remove", Exactly(1, remove), "Remove the first occurrence of v in the array."),
    method("reverse", Exactly(0, reverse), "Reverse the order of the items in the array."),
    method("tobytes", Exactly(0, |arguments| Ok(Value::bytes(&this(&arguments[0])?.to_vec()))), "Convert the array to an array of machine values and return the bytes representation."),
    method("tolist", Exactly(0, |arguments| Ok(Value::list(this(&arguments[0])?.values()))), "Convert array to an ordinary list with the same items."),
    method("tounicode", Exactly(0, to_text), "Convert the array to a unicode string."),
    method("tofile", Exactly(1, to_file), "Write all items (as machine values) to the file object f."),
    method("fromfile", Between(2, 2, from_file), "Read n objects from the file object f and append them to the end of the array."),
    method("__copy__", Exactly(0, copy), "Return a copy of the array."),
    method("__deepcopy__", Exactly(1, copy), "Return a copy of the array."),
    method("__reduce__", Exactly(0, reduce), "Return state information for pickling."),
    method("__reduce_ex__", Exactly(1, reduce), "Return state information for pickling."),
    method("__iter__", Exactly(0, iterate), "Implement iter(self)."),
];

fn buffer_info(arguments: &[Value]) -> Res {
    let array = this(&arguments[0])?;
    let address = array.data.borrow().as_ptr() as i64;
    Ok(Value::pair(Value::int(address), Value::int(array.len() as i64)))
}

fn swap_bytes(arguments: &[Value]) -> Res {
    let array = this(&arguments[0])?;
    array.data.borrow_mut().chunks_exact_mut(array.size).for_each(<[u8]>::reverse);
    Ok(Value::None)
}

/// The first place from `start` to before `end` whose item equals a value.
pub fn find(array: &Array, value: &Value, start: usize, end: usize) -> Result<Option<usize>, Raise> {
    for place in start..end {
        let Some(item) = array.get(place) else { break };
        if ops::equal(&item, value)? {
            return Ok(Some(place));
        }
    }
    Ok(None)
}

fn count(arguments: &[Value]) -> Res {
    let array = this(&arguments[0])?;
    let (mut count, mut start) = (0, 0);
    while let Some(place) = find(array, &arguments[1], start, array.len())? {
        count += 1;
        start = place + 1;
    }
    Ok(Value::int(count))
}

fn index(arguments: &[Value]) -> Res {
    let array = this(&arguments[0])?;
    let length = array.len();
    let bound = |place: usize, default: usize| {
        given(arguments, place).map_or(Ok(default), |bound| clipped_place(bound, length))
    };
    match find(array, &arguments[1], bound(2, 0)?, bound(3, length)?.min(length))? {
        Some(place) => Ok(Value::int(place as i64)),
        None => Err(raise!(ValueError, "array.index(x): x not in array")),
    }
}

fn extend(arguments: &[Value]) -> Res {
    let array = this(&arguments[0])?;
    match arguments[1].content::<Array>() {
        Some(other) if other.code != array.code => {
            return Err(raise!(TypeError, "can only extend with array of same kind"));
        }
        Some(other) => {
            let bytes = other.to_vec();
            array.resize(|data| data.extend(bytes))?;
        }
        None => array.extend(&arguments[1])?,
    }
    Ok(Value::None)
}

fn from_bytes(arguments: &[Value]) -> Res {
    let bytes = plain_bytes(&arguments[1]).ok_or_else(|| not_bytes(&arguments[1]))?;
    append_bytes(this(&arguments[0])?, &bytes)?;
    Ok(Value::None)
}

fn from_list(arguments: &[Value]) -> Res {
    let array = this(&arguments[0])?;
    let Some(list) = arguments[1].downcast::<List>() else {
        return Err(raise!(TypeError, "arg must be list"));
    };
    // All or nothing.
    let mut bytes = Vec::with_capacity(list.len() * array.size);
    let mut place = 0;
    while let Some(item) = list.get(place) {
        bytes.extend_from_slice(&word_of(array.code, &item)?.to_le_bytes()[..array.size]);
        place += 1;
    }
    append_bytes(array, &bytes)?;
    Ok(Value::None)
}

fn from_text(arguments: &[Value]) -> Res {
    let array = this(&arguments[0])?;
    let Some(text) = arguments[1].as_str() else {
        let class = type_name(&arguments[1]);
        return Err(raise!(TypeError, "fromunicode() argument must be str, not {class}"));
    };
    if array.code != b'u' {
        return Err(raise!(ValueError, "fromunicode() may only be called on unicode type arrays"));
    }
    array.resize(|data| data.extend(text.chars().flat_map(|letter| u32::from(letter).to_le_bytes())))?;
    Ok(Value::None)
}

fn to_text(arguments: &[Value]) -> Res {
    match this(&arguments[0])?.text() {
        Some(text) => Ok(Value::str(&text)),
        None => Err(raise!(ValueError, "tounicode() may only be called on unicode type arrays")),
    }
}

fn insert(arguments: &[Value]) -> Res {
    let array = this(&arguments[0])?;
    let place = size(&arguments[1])?;
    let word = word_of(array.code, &arguments[2])?;
    let length = array.len() as i64;
    let place = if place < 0 { (place + length).max(0) } else { place.min(length) } as usize * array.size;
    array.resize(|data| data.splice(place..place, word.to_le_bytes()[..array.size].iter().copied()).for_each(drop))?;
    Ok(Value::None)
}

/// Takes the item at a place away, if it is still there: script code may have run since the place was found.
pub fn take(array: &Array, place: usize) -> Result<(), Raise> {
    let start = place.saturating_mul(array.size);
    array.resize(|data| {
        let end = start.saturating_add(array.size).min(data.len());
        data.drain(start.min(end)..end).for_each(drop);
    })
}

fn pop(arguments: &[Value]) -> Res {
    let array = this(&arguments[0])?;
    let place = given(arguments, 1).map_or(Ok(-1), size)?;
    let length = array.len() as i64;
    if length == 0 {
        return Err(raise!(IndexError, "pop from empty array"));
    }
    let place = if place < 0 { place + length } else { place };
    let Some(item) = usize::try_from(place).ok().and_then(|place| array.get(place)) else {
        return Err(raise!(IndexError, "pop index out of range"));
    };
    take(array, place as usize)?;
    Ok(item)
}

fn remove(arguments: &[Value]) -> Res {
    let array = this(&arguments[0])?;
    match find(array, &arguments[1], 0, array.len())? {
        Some(place) => {
            take(array, place)?;
            Ok(Value::None)
        }
        None => Err(raise!(ValueError, "array.remove(x): x not in array")),
    }
}

fn reverse(arguments: &[Value]) -> Res {
    let array = this(&arguments[0])?;
    let mut data = array.data.borrow_mut();
    data.reverse();
    data.chunks_exact_mut(array.size).for_each(<[u8]>::reverse);
    Ok(Value::None)
}

fn to_file(arguments: &[Value]) -> Res {
    let bytes = Value::bytes(&this(&arguments[0])?.to_vec());
    let method = ops::attribute::get(&arguments[1], "write".into())?;
    ops::call::call(&method, &[bytes])?;
    Ok(Value::None)
}

fn from_file(arguments: &[Value]) -> Res {
    let array = this(&arguments[0])?;
    let wanted = size(&arguments[2])?.max(0).saturating_mul(array.size as i64);
    let method = ops::attribute::get(&arguments[1], "read".into())?;
    let read = ops::call::call(&method, &[Value::int(wanted)])?;
    let Some(bytes) = plain_bytes(&read) else {
        return Err(raise!(TypeError, "read() didn't return bytes"));
    };
    append_bytes(array, &bytes)?;
    if (bytes.len() as i64) < wanted {
        return Err(raise!(EOFError, "read() didn't return enough bytes"));
    }
    Ok(Value::None)
}

fn copy(arguments: &[Value]) -> Res {
    let array = this(&arguments[0])?;
    Ok(like(array, array.to_vec()))
}

fn reduce(arguments: &[Value]) -> Res {
    let array = this(&arguments[0])?;
    let code = Value::str(&char::from(array.code).to_string());
    let parts = Value::pair(code, Value::list(array.values()));
    let class = Value::from(class_of(&arguments[0]));
    Ok(Value::tuple(vec![class, parts, ops::attribute::own_state(&arguments[0])?]))
}
