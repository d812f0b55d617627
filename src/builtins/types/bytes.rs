//! `bytes`: constructor and methods.

use crate::builtins::argument::{bounds, named_text, room, short, shown_type, size_or};
use crate::builtins::text::encode::{self, Failure};
use crate::raise;
use crate::value::byte_array::plain_bytes;
use crate::value::bytes::Bytes;
use crate::value::native::{Parameters, given};
use crate::value::ops::{self, dunder, iterate};
use crate::value::tuple::Tuple;
use crate::value::{Arguments, Error, Kind, Raise, Res, Symbol, Value, convert, type_name};

static NEW: Parameters =
    Parameters { names: &["source", "encoding", "errors"], positional_only: 0, positional: 3, required: 0 };

/// `bytes()`, `bytes(count)`, `bytes(iterable)`, `bytes(text, encoding, errors='strict')`
pub fn new(arguments: &Arguments<'_>) -> Res {
    if let ([same], []) = (arguments.positional, arguments.names)
        && same.kind() == Some(Kind::Bytes)
    {
        return Ok(same.clone());
    }
    Ok(Value::bytes(&make("bytes", arguments)?))
}

/// What a call of `bytes` or `bytearray` makes.
pub fn make(function: &str, arguments: &Arguments<'_>) -> Result<Vec<u8>, Raise> {
    let mut bound = Vec::new();
    NEW.bind(function, arguments.positional, arguments, &mut bound)?;
    let encoding = named_text(function, "encoding", &bound, 1)?;
    let errors = named_text(function, "errors", &bound, 2)?;
    let source = given(&bound, 0);
    if let Some(text) = source.and_then(Value::as_str) {
        let Some(encoding) = encoding else {
            return Err(raise!(TypeError, "string argument without an encoding"));
        };
        return match encode::encode(text, encoding, errors.unwrap_or("strict")) {
            Ok(bytes) => Ok(bytes),
            Err(Failure::Codec(message)) => Err(raise!(UnicodeEncodeError, "{message}")),
            Err(Failure::UnknownEncoding) => Err(raise!(LookupError, "unknown encoding: {encoding}")),
            Err(Failure::UnknownHandler) => {
                let errors = errors.unwrap_or_default();
                Err(raise!(LookupError, "unknown error handler name '{errors}'"))
            }
        };
    }
    if encoding.is_some() || errors.is_some() {
        let what = if encoding.is_some() { "encoding" } else { "errors" };
        return Err(raise!(TypeError, "{what} without a string argument"));
    }
    match source {
        None => Ok(Vec::new()),
        Some(count) if count.to_big().is_some() || dunder::find(count, Symbol::INDEX).is_some() => {
            let count = convert::small_index(count, Error::OverflowError)?;
            let Ok(count) = usize::try_from(count) else {
                return Err(raise!(ValueError, "negative count"));
            };
            room(count, 1)?;
            Ok(vec![0; count])
        }
        Some(iterable) if function == "bytearray" => of_iterable(iterable, "byte"),
        Some(iterable) => of_iterable(iterable, "bytes"),
    }
}

/// The bytes of a bytes object or of an iterable of small ints; `items` is what a message calls these.
pub fn of_iterable(value: &Value, items: &str) -> Result<Vec<u8>, Raise> {
    if let Some(bytes) = plain_bytes(value) {
        return Ok(bytes);
    }
    if value.as_str().is_some() || ops::iter(value).is_err() {
        let _ = crate::value::exception::catch(Error::TypeError);
        let class = type_name(value);
        return Err(raise!(TypeError, "cannot convert '{class}' object to bytes"));
    }
    iterate::collect_values(value)?
        .iter()
        .map(|item| {
            let byte = convert::index(item)?.as_int().and_then(|byte| u8::try_from(byte).ok());
            byte.ok_or_else(|| raise!(ValueError, "{items} must be in range(0, 256)"))
        })
        .collect()
}

fn this(arguments: &[Value]) -> Result<&[u8], Raise> {
    data(&arguments[0])
}

fn data(value: &Value) -> Result<&[u8], Raise> {
    value.downcast::<Bytes>().map(Bytes::data).ok_or_else(|| {
        let class = type_name(value);
        raise!(TypeError, "a bytes-like object is required, not '{class}'")
    })
}

/// `bytes.decode(encoding='utf-8', errors='strict')`
pub fn decode(arguments: &[Value]) -> Res {
    let encoding = named_text("decode", "encoding", arguments, 1)?;
    let errors = named_text("decode", "errors", arguments, 2)?;
    super::str::decode(this(arguments)?, encoding, errors)
}

/// The parameters of `bytes.hex`.
pub static HEX: Parameters =
    Parameters { names: &["sep", "bytes_per_sep"], positional_only: 0, positional: 2, required: 0 };

/// `bytes.hex([sep[, bytes_per_sep]])`
pub fn hex(arguments: &[Value]) -> Res {
    let bytes = this(arguments)?;
    let digits = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let Some(separator) = given(arguments, 1) else {
        return Ok(Value::str(&digits(bytes)));
    };
    // Groups are counted from the end, or from the front if the number is negative.
    let group = given(arguments, 2).map_or(Ok(1), short)?;
    if ops::length(separator)? != 1 {
        return Err(raise!(ValueError, "sep must be length 1."));
    }
    let separator = match (separator.as_str(), separator.downcast::<Bytes>()) {
        (Some(text), _) if !text.is_ascii() => {
            return Err(raise!(ValueError, "sep must be ASCII."));
        }
        (Some(text), _) => text.to_owned(),
        (None, Some(bytes)) => String::from_utf8_lossy(bytes.data()).into_owned(),
        (None, None) => return Err(raise!(TypeError, "sep must be str or bytes.")),
    };
    let width = group.unsigned_abs() as usize;
    if width == 0 {
        return Ok(Value::str(&digits(bytes)));
    }
    let groups: Vec<String> = if group > 0 {
        let mut groups: Vec<String> = bytes.rchunks(width).map(digits).collect();
        groups.reverse();
        groups
    } else {
        bytes.chunks(width).map(digits).collect()
    };
    Ok(Value::str(&groups.join(&separator)))
}

/// `bytes.fromhex(string)`
pub fn from_hex(arguments: &[Value]) -> Res {
    let Some(source) = arguments[0].as_str() else {
        let class = shown_type(&arguments[0]);
        return Err(raise!(TypeError, "fromhex() argument must be str, not {class}"));
    };
    let mut bytes = Vec::with_capacity(source.len() / 2);
    let mut chars = source.chars().enumerate().peekable();
    while let Some((place, first)) = chars.next() {
        if first.is_ascii_whitespace() || first == '\x0b' {
            continue;
        }
        let wrong = |place| raise!(ValueError, "non-hexadecimal number found in fromhex() arg at position {place}");
        let high = first.to_digit(16).ok_or_else(|| wrong(place))?;
        let second = chars.next();
        let low = second.and_then(|(_, c)| c.to_digit(16)).ok_or_else(|| wrong(place + 1))?;
        bytes.push((high * 16 + low) as u8);
    }
    Ok(Value::bytes(&bytes))
}

/// What is looked for: bytes, or one byte as an int.
fn wanted(value: &Value) -> Result<Vec<u8>, Raise> {
    if let Some(bytes) = value.downcast::<Bytes>() {
        return Ok(bytes.data().to_vec());
    }
    match value.to_big() {
        Some(byte) => match u8::try_from(&byte) {
            Ok(byte) => Ok(vec![byte]),
            Err(_) => Err(raise!(ValueError, "byte must be in range(0, 256)")),
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

fn position(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    if wanted.is_empty() { Some(0) } else { bytes.windows(wanted.len()).position(|part| part == wanted) }
}

fn rposition(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    if wanted.is_empty() { Some(bytes.len()) } else { bytes.windows(wanted.len()).rposition(|part| part == wanted) }
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
fn cut<'a>(mut bytes: &'a [u8], separator: &[u8], limit: Option<usize>) -> Vec<&'a [u8]> {
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

/// `bytes.split(sep=None, maxsplit=-1)`
pub fn split(arguments: &[Value]) -> Res {
    let bytes = this(arguments)?;
    let limit = usize::try_from(size_or(arguments, 2, -1)?).ok();
    let parts = match given(arguments, 1).filter(|separator| !separator.is_none()) {
        Some(separator) => match data(separator)? {
            [] => return Err(raise!(ValueError, "empty separator")),
            separator => cut(bytes, separator, limit),
        },
        None => {
            let mut parts = Vec::new();
            let mut rest = bytes.trim_ascii_start();
            while !rest.is_empty() {
                if limit == Some(parts.len()) {
                    parts.push(rest);
                    break;
                }
                let end = rest.iter().position(u8::is_ascii_whitespace).unwrap_or(rest.len());
                parts.push(&rest[..end]);
                rest = rest[end..].trim_ascii_start();
            }
            parts
        }
    };
    Ok(Value::list(parts.into_iter().map(Value::bytes)))
}

/// `bytes.replace(old, new, count=-1)`
pub fn replace(arguments: &[Value]) -> Res {
    let bytes = this(arguments)?;
    let (old, new) = (data(&arguments[1])?, data(&arguments[2])?);
    let limit = usize::try_from(size_or(arguments, 3, -1)?).ok();
    if !old.is_empty() {
        return Ok(Value::bytes(&cut(bytes, old, limit).join(new)));
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

/// `bytes.join(iterable)`
pub fn join(arguments: &[Value]) -> Res {
    let separator = this(arguments)?;
    if ops::iter(&arguments[1]).is_err() {
        let _ = crate::value::exception::catch(Error::TypeError);
        return Err(raise!(TypeError, "can only join an iterable"));
    }
    let parts = iterate::collect_values(&arguments[1])?;
    let mut all = Vec::with_capacity(parts.len());
    for (place, part) in parts.iter().enumerate() {
        match part.downcast::<Bytes>() {
            Some(part) => all.push(part.data()),
            None => {
                let class = type_name(part);
                return Err(raise!(TypeError, "sequence item {place}: expected a bytes-like object, {class} found"));
            }
        }
    }
    Ok(Value::bytes(&all.join(separator)))
}

fn affix(arguments: &[Value], function: &str, test: fn(&[u8], &[u8]) -> bool) -> Res {
    let bytes = this(arguments)?;
    let (start, end) = bounds(arguments, 2, bytes.len())?;
    let holds = |affix: &[u8]| start <= end && test(&bytes[start..end], affix);
    if let Some(affix) = arguments[1].downcast::<Bytes>() {
        return Ok(Value::bool(holds(affix.data())));
    }
    let Some(affixes) = arguments[1].downcast::<Tuple>() else {
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

fn trimmed(arguments: &[Value], left: bool, right: bool) -> Res {
    let mut rest = this(arguments)?;
    let chars = match given(arguments, 1).filter(|chars| !chars.is_none()) {
        None => b" \t\n\r\x0b\x0c".as_slice(),
        Some(chars) => data(chars)?,
    };
    while left && rest.first().is_some_and(|byte| chars.contains(byte)) {
        rest = &rest[1..];
    }
    while right && rest.last().is_some_and(|byte| chars.contains(byte)) {
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

/// `bytes.upper()`
pub fn upper(arguments: &[Value]) -> Res {
    Ok(Value::bytes(&this(arguments)?.to_ascii_uppercase()))
}

/// `bytes.lower()`
pub fn lower(arguments: &[Value]) -> Res {
    Ok(Value::bytes(&this(arguments)?.to_ascii_lowercase()))
}

fn all(arguments: &[Value], test: fn(&u8) -> bool) -> Res {
    let bytes = this(arguments)?;
    Ok(Value::bool(!bytes.is_empty() && bytes.iter().all(test)))
}

/// `bytes.isalpha()`
pub fn is_alpha(arguments: &[Value]) -> Res {
    all(arguments, u8::is_ascii_alphabetic)
}

/// `bytes.isdigit()`
pub fn is_digit(arguments: &[Value]) -> Res {
    all(arguments, u8::is_ascii_digit)
}

/// `bytes.isalnum()`
pub fn is_alphanumeric(arguments: &[Value]) -> Res {
    all(arguments, u8::is_ascii_alphanumeric)
}

/// `bytes.isspace()`
pub fn is_space(arguments: &[Value]) -> Res {
    all(arguments, |byte| byte.is_ascii_whitespace() || *byte == 0x0b)
}

/// `bytes.isascii()`
pub fn is_ascii(arguments: &[Value]) -> Res {
    Ok(Value::bool(this(arguments)?.is_ascii()))
}
