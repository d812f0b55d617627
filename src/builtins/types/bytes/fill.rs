//! `bytes`: filling up to a width, expanding tabs, translating.

use super::{ByteSet, data, this};
use crate::builtins::argument::{room, short, size};
use crate::builtins::text::pad;
use crate::raise;
use crate::value::byte_array::plain_bytes;
use crate::value::native::given;
use crate::value::{Raise, Res, Value, type_name};

/// Width and fill byte.
fn width(function: &str, arguments: &[Value]) -> Result<(usize, u8), Raise> {
    let width = usize::try_from(size(&arguments[1])?).unwrap_or(0);
    room(width, 1)?;
    let Some(fill) = given(arguments, 2) else {
        return Ok((width, b' '));
    };
    match plain_bytes(fill).as_deref() {
        Some([fill]) => Ok((width, *fill)),
        _ => {
            let class = type_name(fill);
            Err(raise!(TypeError, "{function}() argument 2 must be a byte string of length 1, not {class}"))
        }
    }
}

fn surround(bytes: &[u8], left: usize, right: usize, fill: u8) -> Value {
    let mut out = vec![fill; left];
    out.extend_from_slice(bytes);
    out.resize(out.len() + right, fill);
    Value::bytes(&out)
}

/// `bytes.center(width, fillbyte=b' ')`
pub fn center(arguments: &[Value]) -> Res {
    let ((width, fill), bytes) = (width("center", arguments)?, this(arguments)?);
    let (left, right) = pad::sides(bytes.len(), width);
    Ok(surround(&bytes, left, right, fill))
}

/// `bytes.ljust(width, fillbyte=b' ')`
pub fn left(arguments: &[Value]) -> Res {
    let ((width, fill), bytes) = (width("ljust", arguments)?, this(arguments)?);
    Ok(surround(&bytes, 0, width.saturating_sub(bytes.len()), fill))
}

/// `bytes.rjust(width, fillbyte=b' ')`
pub fn right(arguments: &[Value]) -> Res {
    let ((width, fill), bytes) = (width("rjust", arguments)?, this(arguments)?);
    Ok(surround(&bytes, width.saturating_sub(bytes.len()), 0, fill))
}

/// `bytes.zfill(width)`
pub fn zeros(arguments: &[Value]) -> Res {
    let width = usize::try_from(size(&arguments[1])?).unwrap_or(0);
    room(width, 1)?;
    let bytes = this(arguments)?;
    let sign = usize::from(bytes.first().is_some_and(|byte| matches!(byte, b'+' | b'-')));
    let mut out = bytes[..sign].to_vec();
    out.resize(sign + width.saturating_sub(bytes.len()), b'0');
    out.extend_from_slice(&bytes[sign..]);
    Ok(Value::bytes(&out))
}

/// `bytes.expandtabs(tabsize=8)`
pub fn expand_tabs(arguments: &[Value]) -> Res {
    let tab = usize::try_from(given(arguments, 1).map_or(Ok(8), short)?).unwrap_or(0);
    let bytes = this(arguments)?;
    room(bytes.iter().filter(|byte| **byte == b'\t').count(), tab)?;
    let mut out = Vec::with_capacity(bytes.len());
    let mut column = 0;
    for &byte in bytes.iter() {
        match byte {
            b'\t' if tab == 0 => {}
            b'\t' => {
                let spaces = tab - column % tab;
                out.resize(out.len() + spaces, b' ');
                column += spaces;
            }
            _ => {
                out.push(byte);
                column = if matches!(byte, b'\n' | b'\r') { 0 } else { column + 1 };
            }
        }
    }
    Ok(Value::bytes(&out))
}

/// `bytes.maketrans(from, to)`
pub fn make_table(arguments: &[Value]) -> Res {
    let bytes = |value: &Value| {
        let class = type_name(value);
        plain_bytes(value).ok_or_else(|| raise!(TypeError, "a bytes-like object is required, not '{class}'"))
    };
    let (from, to) = (bytes(&arguments[0])?, bytes(&arguments[1])?);
    if from.len() != to.len() {
        return Err(raise!(ValueError, "maketrans arguments must have same length"));
    }
    let mut table: Vec<u8> = (0..=255).collect();
    for (from, to) in from.into_iter().zip(to) {
        table[usize::from(from)] = to;
    }
    Ok(Value::bytes(&table))
}

/// `bytes.translate(table, /, delete=b'')`
pub fn translate(arguments: &[Value]) -> Res {
    let bytes = this(arguments)?;
    let table = match &arguments[1] {
        Value::None => None,
        table => Some(data(table)?),
    };
    if table.is_some_and(|table| table.len() != 256) {
        return Err(raise!(ValueError, "translation table must be 256 characters long"));
    }
    let deleted = ByteSet::of(given(arguments, 2).map_or(Ok(b"".as_slice()), data)?);
    let kept = bytes.iter().filter(|byte| !deleted.contains(**byte));
    let mapped = kept.map(|&byte| table.map_or(byte, |table| table[usize::from(byte)]));
    Ok(Value::bytes(&mapped.collect::<Vec<u8>>()))
}
