//! What built-in functions want of an argument, with CPython's words where they do not get it.

use crate::raise;
use crate::value::byte_array::own_bytes;
use crate::value::heap::{Gc, memory};
use crate::value::native::given;
use crate::value::ops::{attribute, call};
use crate::value::str::Str;
use crate::value::{Kind, Raise, Symbol, Value, convert, type_name};

/// An int for a size or a count.
pub fn size(value: &Value) -> Result<i64, Raise> {
    convert::index(value)?.as_int().ok_or_else(|| raise!(OverflowError, "Python int too large to convert to C ssize_t"))
}

/// An int that CPython keeps in 32 bits.
pub fn short(value: &Value) -> Result<i32, Raise> {
    let wide = convert::index(value)?.as_int();
    wide.and_then(|wide| i32::try_from(wide).ok())
        .ok_or_else(|| raise!(OverflowError, "Python int too large to convert to C int"))
}

/// A size that may be absent.
pub fn size_or(arguments: &[Value], place: usize, default: i64) -> Result<i64, Raise> {
    given(arguments, place).map_or(Ok(default), size)
}

/// A path: text, bytes, or an object that names one by `__fspath__`.
pub fn path(value: &Value) -> Result<String, Raise> {
    let wanted = |value: &Value| {
        let class = type_name(value);
        let class = class.rsplit('.').next().unwrap_or_default();
        raise!(TypeError, "expected str, bytes or os.PathLike object, not {class}")
    };
    let named;
    let mut plain = value;
    if value.as_str().is_none() && path_bytes(value).is_none() {
        let Some(method) = attribute::special(value, Symbol::new("__fspath__"))? else {
            return Err(wanted(value));
        };
        named = call::call(&method, &[])?;
        plain = &named;
    }
    let path = match (plain.as_str(), path_bytes(plain)) {
        (Some(path), _) => path.to_string(),
        (None, Some(bytes)) => String::from_utf8_lossy(&bytes).into_owned(),
        (None, None) => {
            let (class, found) = (type_name(value), type_name(plain));
            return Err(raise!(TypeError, "expected {class}.__fspath__() to return str or bytes, not {found}"));
        }
    };
    if path.contains('\0') { Err(raise!(ValueError, "embedded null byte")) } else { Ok(path) }
}

/// The bytes of a path: what only shows bytes is none.
fn path_bytes(value: &Value) -> Option<Vec<u8>> {
    own_bytes(value).filter(|_| value.kind() != Some(Kind::ByteArray))
}

/// A path as text or bytes, or the number of an open file: what an object names by `__fspath__` in its place.
pub fn plain_path(value: &Value) -> Result<Value, Raise> {
    let is_plain = value.as_str().is_some() || value.as_int().is_some() || value.as_bool().is_some();
    if is_plain || path_bytes(value).is_some() { Ok(value.clone()) } else { path(value).map(|path| Value::str(&path)) }
}

/// What messages about an argument call its type.
pub fn shown_type(value: &Value) -> String {
    if value.is_none() { "None".to_owned() } else { type_name(value) }
}

/// The string at a place; the receiver, if there is one, is at place zero.
pub fn text<'a>(function: &str, arguments: &'a [Value], place: usize) -> Result<&'a Gc<Str>, Raise> {
    let value = &arguments[place];
    value.as_text().ok_or_else(|| {
        let class = shown_type(value);
        raise!(TypeError, "{function}() argument {place} must be str, not {class}")
    })
}

/// The string at a place whose argument has a name.
pub fn named_text<'a>(
    function: &str,
    name: &str,
    arguments: &'a [Value],
    place: usize,
) -> Result<Option<&'a str>, Raise> {
    let Some(value) = given(arguments, place) else {
        return Ok(None);
    };
    match value.as_str() {
        Some(text) => Ok(Some(text)),
        None => {
            let class = shown_type(value);
            Err(raise!(TypeError, "{function}() argument '{name}' must be str, not {class}"))
        }
    }
}

/// Start and end among `length` places, from two arguments that may be absent or `None`. The start may lie behind the
/// end, even behind the last place.
pub fn bounds(arguments: &[Value], place: usize, length: usize) -> Result<(usize, usize), Raise> {
    let one = |place: usize, default: usize| -> Result<usize, Raise> {
        let Some(value) = given(arguments, place).filter(|value| !value.is_none()) else {
            return Ok(default);
        };
        let message = "slice indices must be integers or None or have an __index__ method";
        let bound = convert::clipped_index(value, message)?;
        let bound = if bound < 0 { bound.saturating_add(length as i64).max(0) } else { bound };
        Ok(bound as usize)
    };
    let (start, end) = (one(place, 0)?, one(place + 1, length)?);
    Ok((start, end.min(length)))
}

/// Raises `MemoryError` unless so many bytes can be asked for.
pub fn room(count: usize, size: usize) -> Result<(), Raise> {
    if memory::allows(count, size) { Ok(()) } else { Err(raise!(MemoryError, "")) }
}

/// An index as `list.index` takes it: clipped, and counted from the end if negative.
pub fn clipped_place(value: &Value, length: usize) -> Result<usize, Raise> {
    let message = "slice indices must be integers or have an __index__ method";
    let place = convert::clipped_index(value, message)?;
    let place = if place < 0 { place.saturating_add(length as i64).max(0) } else { place };
    Ok(place as usize)
}
