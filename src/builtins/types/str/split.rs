//! `str`: cutting, stripping and joining.

use super::this;
use crate::builtins::argument::{room, size_or};
use crate::builtins::text::ascii::{AsciiSet, SPACES};
use crate::builtins::text::split;
use crate::raise;
use crate::unicode::is_space;
use crate::value::heap::Storage;
use crate::value::list::List;
use crate::value::native::{Parameters, given};
use crate::value::ops::{self, dunder, iterate};
use crate::value::str::Str;
use crate::value::{Gc, Kind, Raise, Res, Symbol, Value, exception, type_name};

/// The parameters of `split` and `rsplit`.
pub static SPLIT: Parameters =
    Parameters { names: &["sep", "maxsplit"], positional_only: 0, positional: 2, required: 0 };

/// The parameters of `splitlines`.
pub static LINES: Parameters = Parameters { names: &["keepends"], positional_only: 0, positional: 1, required: 0 };

/// How many parts a list has room for where nobody knows their number.
const FEW: usize = 8;

fn list<'a>(whole: &Str, parts: impl IntoIterator<Item = &'a str>) -> Res {
    list_of(whole, FEW, parts)
}

/// A list with room for so many parts.
fn list_of<'a>(whole: &Str, count: usize, parts: impl IntoIterator<Item = &'a str>) -> Res {
    let list = List::with_capacity(Storage::Any, count)?;
    for part in parts {
        list.push(Value::from(whole.cut_out(part)));
    }
    Ok(Value::from(list))
}

/// Separator and limit of a split.
fn separator(arguments: &[Value]) -> Result<(Option<&str>, Option<usize>), Raise> {
    let limit = usize::try_from(size_or(arguments, 2, -1)?).ok();
    let Some(separator) = given(arguments, 1).filter(|separator| !separator.is_none()) else {
        return Ok((None, limit));
    };
    match separator.as_str() {
        None => Err(raise!(TypeError, "must be str or None, not {}", type_name(separator))),
        Some("") => Err(raise!(ValueError, "empty separator")),
        separator => Ok((separator, limit)),
    }
}

/// `str.split(sep=None, maxsplit=-1)`
pub fn split(arguments: &[Value]) -> Res {
    let whole = this(arguments)?;
    let text = whole.as_str();
    match separator(arguments)? {
        (None, None) if whole.is_ascii() => list(whole, split::ascii_by_space(text)),
        (None, limit) => list(whole, split::by_space(text, limit)),
        (Some(separator), Some(limit)) => list(whole, text.splitn(limit.saturating_add(1), separator)),
        (Some(separator), None) => match *separator.as_bytes() {
            [byte] => {
                let ends = || memchr::memchr_iter(byte, text.as_bytes());
                let mut start = 0;
                let parts = ends().chain([text.len()]).map(|end| &text[std::mem::replace(&mut start, end + 1)..end]);
                list_of(whole, ends().count() + 1, parts)
            }
            _ => list(whole, text.split(separator)),
        },
    }
}

/// `str.rsplit(sep=None, maxsplit=-1)`
pub fn split_from_end(arguments: &[Value]) -> Res {
    let whole = this(arguments)?;
    match separator(arguments)? {
        (None, limit) => list(whole, split::by_space_from_end(whole.as_str(), limit)),
        (Some(separator), limit) => list(whole, split::by_from_end(whole.as_str(), separator, limit)),
    }
}

/// `str.splitlines(keepends=False)`
pub fn lines(arguments: &[Value]) -> Res {
    let keep = match given(arguments, 1) {
        Some(keep) => crate::builtins::argument::short(keep)? != 0,
        None => false,
    };
    let whole = this(arguments)?;
    list(whole, split::lines(whole.as_str(), keep))
}

/// `str.partition(sep)`
pub fn partition(arguments: &[Value]) -> Res {
    let whole = this(arguments)?.as_str();
    let separator = not_empty(&arguments[1])?;
    let (before, between, after) = match whole.split_once(separator) {
        Some((before, after)) => (before, separator, after),
        None => (whole, "", ""),
    };
    triple(before, between, after)
}

/// `str.rpartition(sep)`
pub fn partition_from_end(arguments: &[Value]) -> Res {
    let whole = this(arguments)?.as_str();
    let separator = not_empty(&arguments[1])?;
    let (before, between, after) = match whole.rsplit_once(separator) {
        Some((before, after)) => (before, separator, after),
        None => ("", "", whole),
    };
    triple(before, between, after)
}

fn triple(before: &str, between: &str, after: &str) -> Res {
    Ok(Value::tuple(vec![Value::str(before), Value::str(between), Value::str(after)]))
}

fn not_empty(separator: &Value) -> Result<&str, Raise> {
    match separator.as_str() {
        Some("") => Err(raise!(ValueError, "empty separator")),
        Some(separator) => Ok(separator),
        None => Err(raise!(TypeError, "must be str, not {}", type_name(separator))),
    }
}

/// `str.strip(chars=None)`
pub fn strip(arguments: &[Value]) -> Res {
    trimmed(arguments, "strip", true, true)
}

/// `str.lstrip(chars=None)`
pub fn strip_left(arguments: &[Value]) -> Res {
    trimmed(arguments, "lstrip", true, false)
}

/// `str.rstrip(chars=None)`
pub fn strip_right(arguments: &[Value]) -> Res {
    trimmed(arguments, "rstrip", false, true)
}

fn trimmed(arguments: &[Value], function: &str, left: bool, right: bool) -> Res {
    let receiver = this(arguments)?;
    let whole = receiver.as_str();
    let chars = match given(arguments, 1).filter(|chars| !chars.is_none()) {
        None => None,
        Some(chars) => match chars.as_str() {
            None => return Err(raise!(TypeError, "{function} arg must be None or str")),
            chars => chars,
        },
    };
    let set = match chars {
        Some(chars) => AsciiSet::of(chars),
        None => receiver.is_ascii().then_some(SPACES),
    };
    let rest = match (set, chars) {
        (Some(set), _) => set.trim(whole, left, right),
        (None, Some(chars)) => without(whole, left, right, |c| chars.contains(c)),
        (None, None) => without(whole, left, right, is_space),
    };
    Ok(if rest.len() == whole.len() { arguments[0].clone() } else { Value::from(receiver.cut_out(rest)) })
}

/// A text without the characters at its ends that go.
fn without(whole: &str, left: bool, right: bool, goes: impl Fn(char) -> bool + Copy) -> &str {
    let rest = if left { whole.trim_start_matches(goes) } else { whole };
    if right { rest.trim_end_matches(goes) } else { rest }
}

/// `str.join(iterable)`
pub fn join(arguments: &[Value]) -> Res {
    let separator = this(arguments)?;
    let held;
    let list = match arguments[1].as_gc::<List>() {
        Some(list) => list,
        None => {
            held = collected(&arguments[1])?;
            &held
        }
    };
    // Nothing below runs script code, so the list stays as it is.
    let part = |place: usize| list.any_at(place as i64).and_then(Value::as_text);
    let between = list.len().saturating_sub(1);
    let mut length = separator.as_str().len().saturating_mul(between);
    let mut chars = separator.len().saturating_mul(between);
    for place in 0..list.len() {
        let Some(text) = part(place) else {
            let class = type_name(&list.get(place).unwrap_or_default());
            return Err(raise!(TypeError, "sequence item {place}: expected str instance, {class} found"));
        };
        length = length.saturating_add(text.as_str().len());
        chars = chars.saturating_add(text.len());
    }
    room(length, 1)?;
    Ok(Value::from(Str::written(length, chars, |pen| {
        for place in 0..list.len() {
            if place > 0 {
                pen.write(separator.as_str());
            }
            pen.write(part(place).map_or("", |text| text.as_str()));
        }
    })))
}

/// What is to be joined, as a list.
fn collected(iterable: &Value) -> Result<Gc<List>, Raise> {
    let found = match iterable.kind() {
        // Of what a script's `__iter__` gives is asked how many items it has.
        Some(Kind::Instance) => ops::iter(iterable).and_then(|iterator| {
            dunder::unary(&iterator, Symbol::new("__length_hint__"))?;
            iterate::collect(&iterator)
        }),
        _ => iterate::collect(iterable),
    };
    match found {
        Ok(items) => Ok(List::from_flat(items)),
        // Only what is no iterable at all is worded in another way.
        Err(raised) if ops::iter(iterable).is_ok() => Err(raised),
        Err(_) => {
            let _ = exception::take_pending();
            Err(raise!(TypeError, "can only join an iterable"))
        }
    }
}
