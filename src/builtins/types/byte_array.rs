//! `bytearray`: its constructor, what changes it, and the methods it shares with `bytes`.

use super::bytes;
use crate::builtins::argument::{size, size_or};
use crate::raise;
use crate::value::byte_array::{ByteArray, byte, bytes_of, plain_bytes};
use crate::value::heap::Gc;
use crate::value::native::Run;
use crate::value::ops::iterate;
use crate::value::{Arguments, Kind, Raise, Res, Value};

/// `bytearray()`, `bytearray(count)`, `bytearray(iterable)`, `bytearray(text, encoding, errors='strict')`
pub fn new(arguments: &Arguments<'_>) -> Res {
    let made = bytes::make("bytearray", arguments)?;
    Ok(Value::from(ByteArray::create(made)))
}

fn this(arguments: &[Value]) -> Result<&Gc<ByteArray>, Raise> {
    let array = arguments[0].as_gc::<ByteArray>();
    array.ok_or_else(|| raise!(TypeError, "bytearray expected"))
}

/// A method of `bytes` on what the array holds now; bytes that come out are an array again.
pub fn shared(arguments: &[Value], method: Run) -> Res {
    let plain = |value: &Value| plain_bytes(value).map_or_else(|| value.clone(), |bytes| Value::bytes(&bytes));
    let arguments: Vec<Value> = arguments.iter().map(plain).collect();
    let back = |value: Value| match plain_bytes(&value) {
        Some(bytes) => Value::from(ByteArray::create(bytes)),
        None => value,
    };
    let result = method(&arguments)?;
    if result.kind() == Some(Kind::List) {
        let parts = iterate::collect_values(&result)?;
        return Ok(Value::list(parts.into_iter().map(back)));
    }
    Ok(back(result))
}

/// `bytearray.append(item)`
pub fn append(arguments: &[Value]) -> Res {
    let (array, byte) = (this(arguments)?, byte(&arguments[1])?);
    array.change(|data| data.push(byte));
    Ok(Value::None)
}

/// `bytearray.extend(iterable)`
pub fn extend(arguments: &[Value]) -> Res {
    let (array, more) = (this(arguments)?, bytes_of(&arguments[1])?);
    array.change(|data| data.extend(more));
    Ok(Value::None)
}

/// `bytearray.insert(index, item)`
pub fn insert(arguments: &[Value]) -> Res {
    let (array, byte) = (this(arguments)?, byte(&arguments[2])?);
    let (place, length) = (size(&arguments[1])?, array.len() as i64);
    let place = if place < 0 { place.saturating_add(length).max(0) } else { place.min(length) };
    array.change(|data| data.insert(place as usize, byte));
    Ok(Value::None)
}

/// `bytearray.pop(index=-1)`
pub fn pop(arguments: &[Value]) -> Res {
    let (array, place) = (this(arguments)?, size_or(arguments, 1, -1)?);
    let length = array.len() as i64;
    if length == 0 {
        return Err(raise!(IndexError, "pop from empty bytearray"));
    }
    let place = if place < 0 { place.saturating_add(length) } else { place };
    if !(0..length).contains(&place) {
        return Err(raise!(IndexError, "pop index out of range"));
    }
    let byte = array.change(|data| data.remove(place as usize));
    Ok(Value::int(byte.into()))
}

/// `bytearray.remove(value)`
pub fn remove(arguments: &[Value]) -> Res {
    let (array, byte) = (this(arguments)?, byte(&arguments[1])?);
    let found = array.change(|data| {
        let place = data.iter().position(|&other| other == byte)?;
        Some(data.remove(place))
    });
    match found {
        Some(_) => Ok(Value::None),
        None => Err(raise!(ValueError, "value not found in bytearray")),
    }
}

/// `bytearray.reverse()`
pub fn reverse(arguments: &[Value]) -> Res {
    this(arguments)?.change(|data| data.reverse());
    Ok(Value::None)
}

/// `bytearray.clear()`
pub fn clear(arguments: &[Value]) -> Res {
    this(arguments)?.change(Vec::clear);
    Ok(Value::None)
}

/// `bytearray.copy()`
pub fn copy(arguments: &[Value]) -> Res {
    Ok(Value::from(ByteArray::create(this(arguments)?.to_vec())))
}
