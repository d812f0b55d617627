//! `str`: finding, counting and replacing.

use super::this;
use crate::builtins::argument::{bounds, room, shown_type, size_or, text};
use crate::raise;
use crate::value::heap::Gc;
use crate::value::ops;
use crate::value::str::Str;
use crate::value::tuple::Tuple;
use crate::value::{Raise, Res, Value, type_name};
use memchr::memmem;

/// The stretch of the receiver that is searched, where it begins in characters, and what is looked for. No stretch if
/// the bounds leave none, not even an empty one.
struct Search<'a> {
    receiver: &'a Gc<Str>,
    wanted: &'a str,
    stretch: Option<(usize, &'a str)>,
}

fn stretch<'a>(receiver: &'a Gc<Str>, arguments: &[Value], place: usize) -> Result<Option<(usize, &'a str)>, Raise> {
    let (start, end) = bounds(arguments, place, receiver.len())?;
    Ok((start <= end).then(|| (start, receiver.part(start, end))))
}

fn search(arguments: &[Value]) -> Result<Search<'_>, Raise> {
    let receiver = this(arguments)?;
    // CPython looks at the bounds first.
    let stretch = stretch(receiver, arguments, 2)?;
    let Some(wanted) = arguments[1].as_str() else {
        let class = type_name(&arguments[1]);
        return Err(raise!(TypeError, "must be str, not {class}"));
    };
    Ok(Search { receiver, wanted, stretch })
}

impl Search<'_> {
    /// The place, in characters of the receiver, of what `find` finds in the stretch.
    fn place(&self, find: impl FnOnce(&str, &str) -> Option<usize>) -> Option<i64> {
        let (start, stretch) = self.stretch?;
        let offset = find(stretch, self.wanted)?;
        let before = if self.receiver.is_ascii() { offset } else { stretch[..offset].chars().count() };
        Some((start + before) as i64)
    }
}

fn first(text: &str, wanted: &str) -> Option<usize> {
    match *wanted.as_bytes() {
        [byte] => memchr::memchr(byte, text.as_bytes()),
        _ => memmem::find(text.as_bytes(), wanted.as_bytes()),
    }
}

fn last(text: &str, wanted: &str) -> Option<usize> {
    memmem::rfind(text.as_bytes(), wanted.as_bytes())
}

/// In shorter text a search is over before it could have been prepared.
const SHORT: usize = 64;

/// Where text that is not empty lies in other text, in bytes, one place behind the other.
fn places<'t>(text: &'t str, wanted: &'t str) -> impl Iterator<Item = usize> + 't {
    let prepared = (wanted.len() > 1 && text.len() >= SHORT).then(|| memmem::Finder::new(wanted));
    let mut from = 0;
    std::iter::from_fn(move || {
        let rest = &text[from..];
        let place =
            from + prepared.as_ref().map_or_else(|| first(rest, wanted), |finder| finder.find(rest.as_bytes()))?;
        from = place + wanted.len();
        Some(place)
    })
}

fn not_found() -> Raise {
    raise!(ValueError, "substring not found")
}

/// `str.find(sub[, start[, end]])`
pub fn find(arguments: &[Value]) -> Res {
    Ok(Value::int(search(arguments)?.place(first).unwrap_or(-1)))
}

/// `str.rfind(sub[, start[, end]])`
pub fn find_last(arguments: &[Value]) -> Res {
    Ok(Value::int(search(arguments)?.place(last).unwrap_or(-1)))
}

/// `str.index(sub[, start[, end]])`
pub fn index(arguments: &[Value]) -> Res {
    search(arguments)?.place(first).map(Value::int).ok_or_else(not_found)
}

/// `str.rindex(sub[, start[, end]])`
pub fn index_last(arguments: &[Value]) -> Res {
    search(arguments)?.place(last).map(Value::int).ok_or_else(not_found)
}

/// `str.count(sub[, start[, end]])`
pub fn count(arguments: &[Value]) -> Res {
    let search = search(arguments)?;
    let count = match search.stretch {
        None => 0,
        Some((start, stretch)) if search.wanted.is_empty() => {
            // Before, between and behind the characters.
            if start > search.receiver.len() { 0 } else { stretch.chars().count() + 1 }
        }
        Some((_, stretch)) => places(stretch, search.wanted).count(),
    };
    Ok(Value::int(count as i64))
}

/// `str.startswith(prefix[, start[, end]])`
pub fn starts_with(arguments: &[Value]) -> Res {
    affix(arguments, "startswith", |text, prefix| text.starts_with(prefix))
}

/// `str.endswith(suffix[, start[, end]])`
pub fn ends_with(arguments: &[Value]) -> Res {
    affix(arguments, "endswith", |text, suffix| text.ends_with(suffix))
}

fn affix(arguments: &[Value], function: &str, test: fn(&str, &str) -> bool) -> Res {
    let stretch = stretch(this(arguments)?, arguments, 2)?;
    let holds = |affix: &str| stretch.is_some_and(|(_, stretch)| test(stretch, affix));
    if let Some(affix) = arguments[1].as_str() {
        return Ok(Value::bool(holds(affix)));
    }
    let affixes = ops::base::plain(&arguments[1]);
    let Some(affixes) = affixes.downcast::<Tuple>() else {
        let class = type_name(&arguments[1]);
        return Err(raise!(TypeError, "{function} first arg must be str or a tuple of str, not {class}"));
    };
    for affix in affixes.items() {
        let Some(affix) = affix.as_str() else {
            let class = type_name(affix);
            return Err(raise!(TypeError, "tuple for {function} must only contain str, not {class}"));
        };
        if holds(affix) {
            return Ok(Value::bool(true));
        }
    }
    Ok(Value::bool(false))
}

/// `str.replace(old, new, count=-1)`
pub fn replace(arguments: &[Value]) -> Res {
    let receiver = this(arguments)?.as_str();
    let old = text("replace", arguments, 1)?.as_str();
    let new = text("replace", arguments, 2)?.as_str();
    let limit = usize::try_from(size_or(arguments, 3, -1)?).ok();
    if new.len() > old.len() {
        let most = limit.unwrap_or(usize::MAX);
        let found = if old.is_empty() { receiver.len() + 1 } else { places(receiver, old).count() };
        room(found.min(most), new.len())?;
    }
    if old.is_empty() {
        return Ok(Value::str(&receiver.replacen(old, new, limit.unwrap_or(usize::MAX))));
    }
    let (mut replaced, mut done) = (String::with_capacity(receiver.len()), 0);
    for place in places(receiver, old).take(limit.unwrap_or(usize::MAX)) {
        replaced.push_str(&receiver[done..place]);
        replaced.push_str(new);
        done = place + old.len();
    }
    if done == 0 {
        // Nothing was found, and text does not change.
        return Ok(ops::base::plain(&arguments[0]));
    }
    replaced.push_str(&receiver[done..]);
    Ok(Value::str(&replaced))
}

/// `str.removeprefix(prefix)`
pub fn remove_prefix(arguments: &[Value]) -> Res {
    let prefix = argument("removeprefix", arguments)?;
    Ok(this(arguments)?.as_str().strip_prefix(prefix).map_or_else(|| arguments[0].clone(), Value::str))
}

/// `str.removesuffix(suffix)`
pub fn remove_suffix(arguments: &[Value]) -> Res {
    let suffix = argument("removesuffix", arguments)?;
    Ok(this(arguments)?.as_str().strip_suffix(suffix).map_or_else(|| arguments[0].clone(), Value::str))
}

/// The only argument, which must be text.
fn argument<'a>(function: &str, arguments: &'a [Value]) -> Result<&'a str, Raise> {
    arguments[1].as_str().ok_or_else(|| {
        let class = shown_type(&arguments[1]);
        raise!(TypeError, "{function}() argument must be str, not {class}")
    })
}
