//! `bytes`: constructor and methods. `bytearray` has the same methods and calls them with its bytes.

mod case;
mod fill;
mod search;
mod split;
pub mod table;

use super::class;
use crate::builtins::argument::{named_text, room, short, shown_type};
use crate::builtins::text::encode::{self, Failure};
use crate::memory;
use crate::raise;
use crate::value::byte_array::{ByteArray, plain_bytes};
use crate::value::bytes::Bytes;
use crate::value::codec_error::raise_fault;
use crate::value::heap::Storage;
use crate::value::list::List;
use crate::value::native::{Parameters, given};
use crate::value::ops::{self, dunder, iterate};
use crate::value::{Arguments, Error, Kind, Raise, Res, Symbol, Value, convert, type_name, types};
use data_encoding::{HEXLOWER, HEXLOWER_PERMISSIVE};

static NEW: Parameters =
    Parameters { names: &["source", "encoding", "errors"], positional_only: 0, positional: 3, required: 0 };

/// Some of the 256 bytes, a bit each: asking does not depend on how many there are.
struct ByteSet([u64; 4]);

impl ByteSet {
    fn of(bytes: &[u8]) -> ByteSet {
        let mut bits = [0; 4];
        for byte in bytes {
            bits[usize::from(byte / 64)] |= 1 << (byte % 64);
        }
        ByteSet(bits)
    }

    fn contains(&self, byte: u8) -> bool {
        self.0[usize::from(byte / 64)] & 1 << (byte % 64) != 0
    }
}

/// `bytes()`, `bytes(count)`, `bytes(iterable)`, `bytes(text, encoding, errors='strict')`
pub fn new(arguments: &Arguments<'_>) -> Res {
    if let ([same], []) = (arguments.positional, arguments.names)
        && same.kind() == Some(Kind::Bytes)
    {
        return Ok(same.clone());
    }
    match by_method(arguments)? {
        Some(result) => Ok(result),
        None => Ok(Value::bytes(&make("bytes", arguments)?)),
    }
}

/// What the `__bytes__` of the only argument gives, if it has one: bytes, or something of a class that derives from them.
fn by_method(arguments: &Arguments<'_>) -> Result<Option<Value>, Raise> {
    let source = match (arguments.positional, arguments.names, arguments.named) {
        ([source], [], _) => source,
        ([], [name], [source]) if name.as_str() == "source" => source,
        _ => return Ok(None),
    };
    let Some(method) = dunder::find(source, Symbol::BYTES) else { return Ok(None) };
    let result = dunder::call(&method, source, &[])?;
    match ops::base::plain(&result).kind() {
        Some(Kind::Bytes) => Ok(Some(result)),
        _ => Err(raise!(TypeError, "__bytes__ returned non-bytes (type {})", type_name(&result))),
    }
}

/// What a call of `bytes` or `bytearray` makes.
pub fn make(function: &str, arguments: &Arguments<'_>) -> Result<Vec<u8>, Raise> {
    if let ([list], []) = (arguments.positional, arguments.names)
        && list.kind() == Some(Kind::List)
    {
        return of_iterable(list, if function == "bytes" { function } else { "byte" });
    }
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
            Err(Failure::Codec(fault)) => Err(raise_fault(Error::UnicodeEncodeError, Value::str(text), &fault)),
            Err(_) => {
                let data =
                    super::str::otherwise("_encode_otherwise", Value::str(text), encoding, errors.unwrap_or("strict"))?;
                plain_bytes(&data).ok_or_else(|| raise!(TypeError, "encoder must return bytes"))
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
    if let Some(list) = value.downcast::<List>().filter(|list| list.storage() == Storage::Int) {
        let byte = |place| u8::try_from(list.int_at(place as i64).unwrap_or(-1));
        let bytes: Result<Vec<u8>, _> = (0..list.len()).map(byte).collect();
        return bytes.map_err(|_| raise!(ValueError, "{items} must be in range(0, 256)"));
    }
    let wanted = if items == "bytes" { items } else { "bytearray" };
    let no_bytes = || raise!(TypeError, "cannot convert '{}' object to {wanted}", type_name(value));
    let iterator = match ops::iter(value) {
        _ if value.as_str().is_some() => return Err(no_bytes()),
        Err(_) if crate::value::exception::catch(Error::TypeError).is_some() => return Err(no_bytes()),
        other => other?,
    };
    // One by one: what an item says may add more of them.
    let mut bytes = Vec::new();
    iterate::each(&iterator, |item| {
        let byte = convert::index(&item)?.as_int().and_then(|byte| u8::try_from(byte).ok());
        if bytes.len() == bytes.capacity() {
            room(bytes.len(), 2)?;
        }
        bytes.push(byte.ok_or_else(|| raise!(ValueError, "{items} must be in range(0, 256)"))?);
        Ok(true)
    })?;
    Ok(bytes)
}

/// The bytes of a receiver; those of a byte array are lent, so no script code may run as long as they are used.
enum Lent<'a> {
    Bytes(&'a [u8]),
    Array(std::cell::Ref<'a, Vec<u8>>),
}

impl std::ops::Deref for Lent<'_> {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Lent::Bytes(bytes) => bytes,
            Lent::Array(bytes) => bytes,
        }
    }
}

fn this(arguments: &[Value]) -> Result<Lent<'_>, Raise> {
    match arguments[0].downcast::<ByteArray>() {
        Some(array) => Ok(Lent::Array(array.lend())),
        None => data(&arguments[0]).map(Lent::Bytes),
    }
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
    super::str::decode(&this(arguments)?, encoding, errors)
}

/// The parameters of `bytes.hex`.
pub static HEX: Parameters =
    Parameters { names: &["sep", "bytes_per_sep"], positional_only: 0, positional: 2, required: 0 };

/// `bytes.hex([sep[, bytes_per_sep]])`
pub fn hex(arguments: &[Value]) -> Res {
    let bytes = this(arguments)?;
    let digits = |bytes: &[u8]| HEXLOWER.encode(bytes);
    let Some(separator) = given(arguments, 1) else {
        return Ok(Value::str(&digits(&bytes)));
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
        (None, Some(bytes)) if !bytes.data().is_ascii() => {
            return Err(raise!(ValueError, "sep must be ASCII."));
        }
        (None, Some(bytes)) => String::from_utf8_lossy(bytes.data()).into_owned(),
        (None, None) => return Err(raise!(TypeError, "sep must be str or bytes.")),
    };
    let width = group.unsigned_abs() as usize;
    if width == 0 {
        return Ok(Value::str(&digits(&bytes)));
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
    class::of_class(&arguments[0], &types().bytes, Value::bytes(&parse_hex(&arguments[1])?))
}

/// The bytes that text in hexadecimal digits stands for.
pub fn parse_hex(source: &Value) -> Result<Vec<u8>, Raise> {
    let Some(source) = source.as_str() else {
        let class = shown_type(source);
        return Err(raise!(TypeError, "fromhex() argument must be str, not {class}"));
    };
    // The bytes, and once more as the value that they become.
    if !memory::allows(source.len(), 1) {
        return Err(raise!(MemoryError, ""));
    }
    if let Ok(bytes) = HEXLOWER_PERMISSIVE.decode(source.as_bytes()) {
        return Ok(bytes);
    }
    let mut bytes = Vec::with_capacity(source.len() / 2);
    let digit = |at: usize| source.as_bytes().get(at).and_then(|&byte| char::from(byte).to_digit(16));
    let mut at = 0;
    while let Some(first) = source.as_bytes().get(at) {
        if first.is_ascii_whitespace() || *first == b'\x0b' {
            at += 1;
            continue;
        }
        let wrong = |at: usize| {
            let place = source.char_indices().take_while(|(start, _)| *start < at).count();
            raise!(ValueError, "non-hexadecimal number found in fromhex() arg at position {place}")
        };
        let high = digit(at).ok_or_else(|| wrong(at))?;
        let low = digit(at + 1).ok_or_else(|| wrong(at + 1))?;
        bytes.push((high * 16 + low) as u8);
        at += 2;
    }
    Ok(bytes)
}
