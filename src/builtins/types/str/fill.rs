//! `str`: filling up to a width.

use super::this;
use crate::builtins::argument::{room, short, size};
use crate::builtins::text::pad;
use crate::raise;
use crate::value::native::{Parameters, given};
use crate::value::{Raise, Res, Value, type_name};

/// The parameters of `expandtabs`.
pub static TABS: Parameters = Parameters { names: &["tabsize"], positional_only: 0, positional: 1, required: 0 };

/// Width and fill character.
fn width(arguments: &[Value]) -> Result<(usize, char), Raise> {
    let width = usize::try_from(size(&arguments[1])?).unwrap_or(0);
    let Some(fill) = given(arguments, 2) else {
        return Ok((width, ' '));
    };
    let Some(fill) = fill.as_str() else {
        let class = type_name(fill);
        return Err(raise!(TypeError, "The fill character must be a unicode character, not {class}"));
    };
    let mut chars = fill.chars();
    match (chars.next(), chars.next()) {
        (Some(fill), None) => {
            room(width, fill.len_utf8())?;
            Ok((width, fill))
        }
        _ => Err(raise!(TypeError, "The fill character must be exactly one character long")),
    }
}

/// `str.center(width, fillchar=' ')`
pub fn center(arguments: &[Value]) -> Res {
    let ((width, fill), text) = (width(arguments)?, this(arguments)?);
    room(width, 1)?;
    Ok(Value::str(&pad::center(text.as_str(), text.len(), width, fill)))
}

/// `str.ljust(width, fillchar=' ')`
pub fn left(arguments: &[Value]) -> Res {
    let ((width, fill), text) = (width(arguments)?, this(arguments)?);
    room(width, 1)?;
    Ok(Value::str(&pad::surround(text.as_str(), 0, width.saturating_sub(text.len()), fill)))
}

/// `str.rjust(width, fillchar=' ')`
pub fn right(arguments: &[Value]) -> Res {
    let ((width, fill), text) = (width(arguments)?, this(arguments)?);
    room(width, 1)?;
    Ok(Value::str(&pad::surround(text.as_str(), width.saturating_sub(text.len()), 0, fill)))
}

/// `str.zfill(width)`
pub fn zeros(arguments: &[Value]) -> Res {
    let width = usize::try_from(size(&arguments[1])?).unwrap_or(0);
    room(width, 1)?;
    let text = this(arguments)?;
    Ok(Value::str(&pad::fill_zeros(text.as_str(), text.len(), width)))
}

/// `str.expandtabs(tabsize=8)`
pub fn expand_tabs(arguments: &[Value]) -> Res {
    let tab = given(arguments, 1).map_or(Ok(8), short)?;
    let tab = usize::try_from(tab).unwrap_or(0);
    let text = this(arguments)?.as_str();
    if !text.contains('\t') {
        return Ok(arguments[0].clone());
    }
    room(pad::expanded_length(text, tab).unwrap_or(usize::MAX), 1)?;
    Ok(Value::str(&pad::expand_tabs(text, tab)))
}
