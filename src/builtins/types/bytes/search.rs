//! `bytes`: finding, counting and replacing.

use super::{data, this};
use crate::builtins::argument::{bounds, size_or};
use crate::raise;
use crate::value::bytes::Bytes;
use crate::value::ops;
use crate::value::tuple::Tuple;
use crate::value::{Raise, Res, Value, convert, type_name};
use memchr::memmem;

/// What is looked for: bytes, or one byte as an int.
fn wanted(value: &Value) -> Result<Vec<u8>, Raise> {
    if let Some(bytes) = value.downcast::<Bytes>() {
        return Ok(bytes.data().to_vec());
    }
    match convert::as_index(value)? {
        Some(byte) => match byte.as_int().map(u8::try_from) {
            Some(Ok(byte)) => Ok(vec![byte]),
            _ => Err(raise!(ValueError, "byte must be in range(0, 256)")),
        },
        None => {
            let class = type_name(value);
            Err(raise!(TypeError, "argument should be integer or bytes-like object, not '{class}'"))
        }
    }
}

fn search(arguments: &[Value], last: bool) -> Result<Option<i64>, Raise> {
    let bytes = this(arguments)?;
    // CPython looks at the bounds first.
    let (start, end) = bounds(arguments, 2, bytes.len())?;
    let wanted = wanted(&arguments[1])?;
    if start > end {
        return Ok(None);
    }
    let found = if last { rposition(&bytes[start..end], &wanted) } else { position(&bytes[start..end], &wanted) };
    Ok(found.map(|place| (start + place) as i64))
}

pub(super) fn position(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    memmem::find(bytes, wanted)
}

pub(super) fn rposition(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    memmem::rfind(bytes, wanted)
}

/// `bytes.find(sub[, start[, end]])`
pub fn find(arguments: &[Value]) -> Res {
    Ok(Value::int(search(arguments, false)?.unwrap_or(-1)))
}

/// `bytes.rfind(sub[, start[, end]])`
pub fn find_last(arguments: &[Value]) -> Res {
    Ok(Value::int(search(arguments, true)?.unwrap_or(-1)))
}

/// `bytes.index(sub[, start[, end]])`
pub fn index(arguments: &[Value]) -> Res {
    search(arguments, false)?.map(Value::int).ok_or_else(|| raise!(ValueError, "subsection not found"))
}

/// `bytes.rindex(sub[, start[, end]])`
pub fn index_last(arguments: &[Value]) -> Res {
    search(arguments, true)?.map(Value::int).ok_or_else(|| raise!(ValueError, "subsection not found"))
}

/// The parts between separators, which are not empty.
pub(super) fn cut<'a>(mut bytes: &'a [u8], separator: &[u8], limit: Option<usize>) -> Vec<&'a [u8]> {
    let mut parts = Vec::new();
    while limit != Some(parts.len())
        && let Some(place) = position(bytes, separator)
    {
        parts.push(&bytes[..place]);
        bytes = &bytes[place + separator.len()..];
    }
    parts.push(bytes);
    parts
}

/// `bytes.count(sub[, start[, end]])`
pub fn count(arguments: &[Value]) -> Res {
    let bytes = this(arguments)?;
    let (start, end) = bounds(arguments, 2, bytes.len())?;
    let wanted = wanted(&arguments[1])?;
    Ok(Value::int(match (start <= end, wanted.is_empty()) {
        (false, _) => 0,
        (true, true) => (end - start + 1) as i64,
        (true, false) => cut(&bytes[start..end], &wanted, None).len() as i64 - 1,
    }))
}

/// `bytes.replace(old, new, count=-1)`
pub fn replace(arguments: &[Value]) -> Res {
    let bytes = this(arguments)?;
    let (old, new) = (data(&arguments[1])?, data(&arguments[2])?);
    let limit = usize::try_from(size_or(arguments, 3, -1)?).ok();
    if !old.is_empty() {
        return Ok(Value::bytes(&cut(&bytes, old, limit).join(new)));
    }
    let mut out = Vec::new();
    let places = limit.unwrap_or(usize::MAX);
    for (place, byte) in bytes.iter().enumerate() {
        if place < places {
            out.extend_from_slice(new);
        }
        out.push(*byte);
    }
    if bytes.len() < places {
        out.extend_from_slice(new);
    }
    Ok(Value::bytes(&out))
}

fn affix(arguments: &[Value], function: &str, test: fn(&[u8], &[u8]) -> bool) -> Res {
    let bytes = this(arguments)?;
    let (start, end) = bounds(arguments, 2, bytes.len())?;
    let holds = |affix: &[u8]| start <= end && test(&bytes[start..end], affix);
    if let Some(affix) = arguments[1].downcast::<Bytes>() {
        return Ok(Value::bool(holds(affix.data())));
    }
    let affixes = ops::base::plain(&arguments[1]);
    let Some(affixes) = affixes.downcast::<Tuple>() else {
        let class = type_name(&arguments[1]);
        return Err(raise!(TypeError, "{function} first arg must be bytes or a tuple of bytes, not {class}"));
    };
    for affix in affixes.items() {
        if holds(data(affix)?) {
            return Ok(Value::bool(true));
        }
    }
    Ok(Value::bool(false))
}

/// `bytes.startswith(prefix[, start[, end]])`
pub fn starts_with(arguments: &[Value]) -> Res {
    affix(arguments, "startswith", |bytes, prefix| bytes.starts_with(prefix))
}

/// `bytes.endswith(suffix[, start[, end]])`
pub fn ends_with(arguments: &[Value]) -> Res {
    affix(arguments, "endswith", |bytes, suffix| bytes.ends_with(suffix))
}

/// `bytes.removeprefix(prefix)`
pub fn remove_prefix(arguments: &[Value]) -> Res {
    let (bytes, prefix) = (this(arguments)?, data(&arguments[1])?);
    Ok(bytes.strip_prefix(prefix).map_or_else(|| arguments[0].clone(), Value::bytes))
}

/// `bytes.removesuffix(suffix)`
pub fn remove_suffix(arguments: &[Value]) -> Res {
    let (bytes, suffix) = (this(arguments)?, data(&arguments[1])?);
    Ok(bytes.strip_suffix(suffix).map_or_else(|| arguments[0].clone(), Value::bytes))
}
