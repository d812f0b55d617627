//! `bytes`: cutting, stripping and joining.

use super::search::{cut, position, rposition};
use super::{ByteSet, data, this};
use crate::builtins::argument::{short, size_or};
use crate::memory;
use crate::raise;
use crate::value::byte_array::plain_bytes;
use crate::value::bytes::Bytes;
use crate::value::exception::Error;
use crate::value::list::List;
use crate::value::native::given;
use crate::value::ops::{self, dunder, iterate};
use crate::value::{Kind, Raise, Res, Symbol, Value, type_name};
use smallvec::SmallVec;

fn is_space(byte: &u8) -> bool {
    byte.is_ascii_whitespace() || *byte == 0x0b
}

fn trim_start(bytes: &[u8]) -> &[u8] {
    &bytes[bytes.iter().position(|byte| !is_space(byte)).unwrap_or(bytes.len())..]
}

fn trim_end(bytes: &[u8]) -> &[u8] {
    &bytes[..bytes.iter().rposition(|byte| !is_space(byte)).map_or(0, |last| last + 1)]
}

/// `bytes.split(sep=None, maxsplit=-1)`
pub fn split(arguments: &[Value]) -> Res {
    let bytes = &*this(arguments)?;
    let limit = usize::try_from(size_or(arguments, 2, -1)?).ok();
    let parts = match given(arguments, 1).filter(|separator| !separator.is_none()) {
        Some(separator) => match data(separator)? {
            [] => return Err(raise!(ValueError, "empty separator")),
            separator => cut(bytes, separator, limit),
        },
        None => {
            let mut parts = Vec::new();
            let mut rest = trim_start(bytes);
            while !rest.is_empty() {
                if limit == Some(parts.len()) {
                    parts.push(rest);
                    break;
                }
                let end = rest.iter().position(is_space).unwrap_or(rest.len());
                parts.push(&rest[..end]);
                rest = trim_start(&rest[end..]);
            }
            parts
        }
    };
    Ok(Value::list(parts.into_iter().map(Value::bytes)))
}

/// `bytes.rsplit(sep=None, maxsplit=-1)`
pub fn split_from_end(arguments: &[Value]) -> Res {
    let bytes = &*this(arguments)?;
    let limit = usize::try_from(size_or(arguments, 2, -1)?).ok();
    let mut parts = Vec::new();
    match given(arguments, 1).filter(|separator| !separator.is_none()) {
        Some(separator) => {
            let separator = match data(separator)? {
                [] => return Err(raise!(ValueError, "empty separator")),
                separator => separator,
            };
            let mut rest = bytes;
            while limit != Some(parts.len())
                && let Some(place) = rposition(rest, separator)
            {
                parts.push(&rest[place + separator.len()..]);
                rest = &rest[..place];
            }
            parts.push(rest);
        }
        None => {
            let mut rest = trim_end(bytes);
            while !rest.is_empty() {
                if limit == Some(parts.len()) {
                    parts.push(rest);
                    break;
                }
                let start = rest.iter().rposition(is_space).map_or(0, |last| last + 1);
                parts.push(&rest[start..]);
                rest = trim_end(&rest[..start]);
            }
        }
    }
    Ok(Value::list(parts.into_iter().rev().map(Value::bytes)))
}

/// `bytes.splitlines(keepends=False)`
pub fn lines(arguments: &[Value]) -> Res {
    let keep = given(arguments, 1).map_or(Ok(0), short)? != 0;
    let mut rest = &*this(arguments)?;
    let mut lines = Vec::new();
    while !rest.is_empty() {
        let end = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
        let next = match &rest[end..] {
            [b'\r', b'\n', ..] => end + 2,
            [] => end,
            _ => end + 1,
        };
        lines.push(&rest[..if keep { next } else { end }]);
        rest = &rest[next..];
    }
    Ok(Value::list(lines.into_iter().map(Value::bytes)))
}

/// `bytes.partition(sep)`
pub fn partition(arguments: &[Value]) -> Res {
    let (bytes, separator) = (&*this(arguments)?, not_empty(&arguments[1])?);
    Ok(match position(bytes, separator) {
        Some(place) => triple(&bytes[..place], separator, &bytes[place + separator.len()..]),
        None => triple(bytes, b"", b""),
    })
}

/// `bytes.rpartition(sep)`
pub fn partition_from_end(arguments: &[Value]) -> Res {
    let (bytes, separator) = (&*this(arguments)?, not_empty(&arguments[1])?);
    Ok(match rposition(bytes, separator) {
        Some(place) => triple(&bytes[..place], separator, &bytes[place + separator.len()..]),
        None => triple(b"", b"", bytes),
    })
}

fn triple(before: &[u8], between: &[u8], after: &[u8]) -> Value {
    Value::tuple(vec![Value::bytes(before), Value::bytes(between), Value::bytes(after)])
}

fn not_empty(separator: &Value) -> Result<&[u8], Raise> {
    match data(separator)? {
        [] => Err(raise!(ValueError, "empty separator")),
        separator => Ok(separator),
    }
}

/// `bytes.join(iterable)`
pub fn join(arguments: &[Value]) -> Res {
    let separator = &*this(arguments)?;
    if let Some(joined) = join_bytes(separator, &arguments[1]) {
        return Ok(joined);
    }
    if ops::iter(&arguments[1]).is_err() {
        let _ = crate::value::exception::catch(Error::TypeError);
        return Err(raise!(TypeError, "can only join an iterable"));
    }
    let (mut all, mut total) = (Vec::new(), 0usize);
    if arguments[1].kind() == Some(Kind::Instance) {
        // Of what a script's `__iter__` gives is asked how many items it has.
        dunder::unary(&ops::iter(&arguments[1])?, Symbol::new("__length_hint__"))?;
    }
    for (place, part) in iterate::collect_values(&arguments[1])?.iter().enumerate() {
        match plain_bytes(part) {
            Some(part) => {
                total = total.saturating_add(part.len() + separator.len());
                all.push(part);
                // The parts, and twice what they make together.
                if !memory::allows(total, 3) {
                    return Err(raise!(MemoryError, ""));
                }
            }
            None => {
                let class = type_name(part);
                return Err(raise!(TypeError, "sequence item {place}: expected a bytes-like object, {class} found"));
            }
        }
    }
    Ok(Value::bytes(&all.join(separator)))
}

/// The items of a list joined, if all of them are `bytes`.
fn join_bytes(separator: &[u8], parts: &Value) -> Option<Value> {
    let parts = parts.downcast::<List>()?;
    let (mut all, mut total) = (SmallVec::<[Value; 8]>::with_capacity(parts.len()), 0usize);
    for place in 0..parts.len() {
        let part = parts.get(place)?;
        total = total.saturating_add(part.downcast::<Bytes>()?.data().len() + separator.len());
        all.push(part);
    }
    let mut joined = Vec::new();
    if !memory::allows(total, 1) {
        return None;
    }
    joined.reserve_exact(total);
    for (place, part) in all.iter().enumerate() {
        if place > 0 {
            joined.extend_from_slice(separator);
        }
        joined.extend_from_slice(part.downcast::<Bytes>()?.data());
    }
    Some(Value::bytes(&joined))
}

fn trimmed(arguments: &[Value], left: bool, right: bool) -> Res {
    let mut rest = &*this(arguments)?;
    let chars = match given(arguments, 1).filter(|chars| !chars.is_none()) {
        None => b" \t\n\r\x0b\x0c".as_slice(),
        Some(chars) => data(chars)?,
    };
    let chars = ByteSet::of(chars);
    while left && rest.first().is_some_and(|&byte| chars.contains(byte)) {
        rest = &rest[1..];
    }
    while right && rest.last().is_some_and(|&byte| chars.contains(byte)) {
        rest = &rest[..rest.len() - 1];
    }
    if rest.len() == this(arguments)?.len() {
        return Ok(arguments[0].clone());
    }
    Ok(Value::bytes(rest))
}

/// `bytes.strip(bytes=None)`
pub fn strip(arguments: &[Value]) -> Res {
    trimmed(arguments, true, true)
}

/// `bytes.lstrip(bytes=None)`
pub fn strip_left(arguments: &[Value]) -> Res {
    trimmed(arguments, true, false)
}

/// `bytes.rstrip(bytes=None)`
pub fn strip_right(arguments: &[Value]) -> Res {
    trimmed(arguments, false, true)
}
