//! `bytearray`: its constructor, what changes it, and the methods it shares with `bytes`.

use super::{bytes, class};
use crate::builtins::argument::{size, size_or};
use crate::raise;
use crate::value::byte_array::{ByteArray, byte, plain_bytes};
use crate::value::exception::{Error, catch};
use crate::value::heap::Gc;
use crate::value::native::Run;
use crate::value::ops::{self, iterate};
use crate::value::{Arguments, Kind, Raise, Res, Value, type_name, types};

/// `bytearray()`, `bytearray(count)`, `bytearray(iterable)`, `bytearray(text, encoding, errors='strict')`
pub fn new(arguments: &Arguments<'_>) -> Res {
    let made = bytes::make("bytearray", arguments)?;
    Ok(Value::from(ByteArray::create(made)))
}

fn this(arguments: &[Value]) -> Result<&Gc<ByteArray>, Raise> {
    let array = arguments[0].as_gc::<ByteArray>();
    array.ok_or_else(|| raise!(TypeError, "bytearray expected"))
}

/// The receiver, whose size is about to change.
fn resized(arguments: &[Value]) -> Result<&Gc<ByteArray>, Raise> {
    let array = this(arguments)?;
    array.may_resize()?;
    Ok(array)
}

/// `bytearray.fromhex(string)`
pub fn from_hex(arguments: &[Value]) -> Res {
    let bytes = bytes::parse_hex(&arguments[1])?;
    class::of_class(&arguments[0], &types().byte_array, Value::from(ByteArray::create(bytes)))
}

/// A method of `bytes` and `bytearray`, with what arrays among the arguments hold now. If the receiver is an array, so are
/// the bytes that come out.
pub fn shared(arguments: &[Value], method: Run) -> Res {
    if arguments.iter().all(|value| matches!(value.kind(), None | Some(Kind::Bytes | Kind::Str))) {
        return method(arguments);
    }
    let plain = |value: &Value| plain_bytes(value).map_or_else(|| value.clone(), |bytes| Value::bytes(&bytes));
    let (receiver, others) = arguments.split_first().expect("a method has a receiver");
    // A receiver that is an array lies still while none of the other arguments can run script code.
    let is_quiet = |value: &Value| {
        matches!(value.kind(), None | Some(Kind::Str | Kind::Bytes | Kind::ByteArray | Kind::MemoryView | Kind::Tuple))
    };
    let receiver = if others.iter().all(is_quiet) { receiver.clone() } else { plain(receiver) };
    let plain: Vec<Value> = std::iter::once(receiver).chain(others.iter().map(plain)).collect();
    let result = method(&plain)?;
    if arguments[0].kind() == Some(Kind::Bytes) {
        return Ok(result);
    }
    let back = |value: Value| match plain_bytes(&value) {
        Some(bytes) => Value::from(ByteArray::create(bytes)),
        None => value,
    };
    Ok(match result.kind() {
        Some(Kind::List) => Value::list(iterate::collect_values(&result)?.into_iter().map(back)),
        Some(Kind::Tuple) => Value::tuple(iterate::collect_values(&result)?.into_iter().map(back).collect()),
        _ => back(result),
    })
}

/// `bytearray.append(item)`
pub fn append(arguments: &[Value]) -> Res {
    let (array, byte) = (resized(arguments)?, byte(&arguments[1])?);
    array.change(|data| data.push(byte));
    Ok(Value::None)
}

/// `bytearray.extend(iterable)`
pub fn extend(arguments: &[Value]) -> Res {
    let source = &arguments[1];
    let more = match plain_bytes(source) {
        Some(bytes) => bytes,
        None if ops::iter(source).is_err() && catch(Error::TypeError).is_some() => {
            return Err(raise!(TypeError, "can't extend bytearray with {}", type_name(source)));
        }
        None => iterate::collect_values(source)?.iter().map(byte).collect::<Result<_, Raise>>()?,
    };
    let array = resized(arguments)?;
    array.change(|data| data.extend(more));
    Ok(Value::None)
}

/// `bytearray.insert(index, item)`
pub fn insert(arguments: &[Value]) -> Res {
    let place = size(&arguments[1])?;
    let (array, byte) = (resized(arguments)?, byte(&arguments[2])?);
    let length = array.len() as i64;
    let place = if place < 0 { place.saturating_add(length).max(0) } else { place.min(length) };
    array.change(|data| data.insert(place as usize, byte));
    Ok(Value::None)
}

/// `bytearray.pop(index=-1)`
pub fn pop(arguments: &[Value]) -> Res {
    let (array, place) = (resized(arguments)?, size_or(arguments, 1, -1)?);
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
    let (array, byte) = (resized(arguments)?, byte(&arguments[1])?);
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
    resized(arguments)?.change(Vec::clear);
    Ok(Value::None)
}

/// `bytearray.copy()`
pub fn copy(arguments: &[Value]) -> Res {
    Ok(Value::from(ByteArray::create(this(arguments)?.to_vec())))
}
