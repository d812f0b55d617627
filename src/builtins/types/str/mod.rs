//! `str`: its constructor and its methods. What they compute on plain text is in `builtins::text`.

pub mod fill;
pub mod format;
pub mod question;
pub mod search;
pub mod split;
pub mod translate;

use crate::builtins::argument::{named_text, text};
use crate::builtins::text::encode::{self, Failure};
use crate::raise;
use crate::value::byte_array::plain_bytes;
use crate::value::codec_error::raise_fault;
use crate::value::heap::Gc;
use crate::value::native::{Parameters, given};
use crate::value::str::Str;
use crate::value::{Arguments, Error, Raise, Res, Symbol, Value, host, ops, type_name};

static NEW: Parameters =
    Parameters { names: &["object", "encoding", "errors"], positional_only: 0, positional: 3, required: 0 };

/// `str(object='')`, `str(bytes, encoding='utf-8', errors='strict')`
pub fn new(arguments: &Arguments<'_>) -> Res {
    if let ([value], []) = (arguments.positional, arguments.names) {
        return ops::text::str_value(value);
    }
    let mut bound = Vec::new();
    NEW.bind("str", arguments.positional, arguments, &mut bound)?;
    let encoding = named_text("str", "encoding", &bound, 1)?;
    let errors = named_text("str", "errors", &bound, 2)?;
    let Some(object) = given(&bound, 0) else {
        return Ok(Value::str(""));
    };
    if encoding.is_none() && errors.is_none() {
        return ops::text::str_value(object);
    }
    if object.as_str().is_some() {
        return Err(raise!(TypeError, "decoding str is not supported"));
    }
    let Some(bytes) = plain_bytes(object) else {
        let class = type_name(object);
        return Err(raise!(TypeError, "decoding to str: need a bytes-like object, {class} found"));
    };
    decode(&bytes, encoding, errors)
}

/// The text that bytes stand for.
pub fn decode(bytes: &[u8], encoding: Option<&str>, errors: Option<&str>) -> Res {
    let (encoding, errors) = (encoding.unwrap_or("utf-8"), errors.unwrap_or("strict"));
    if encoding == "utf-8"
        && let Some(text) = std::str::from_utf8(bytes).ok().filter(|text| text.is_ascii())
    {
        return Ok(Value::from(Str::of_ascii(text)));
    }
    match encode::decode(bytes, encoding, errors) {
        Ok(text) => Ok(Value::str(&text)),
        Err(Failure::Codec(fault)) => Err(raise_fault(Error::UnicodeDecodeError, Value::bytes(bytes), &fault)),
        Err(_) => otherwise("_decode_otherwise", Value::bytes(bytes), encoding, errors),
    }
}

/// The parameters of `str.encode` and `bytes.decode`.
pub static CODEC: Parameters =
    Parameters { names: &["encoding", "errors"], positional_only: 0, positional: 2, required: 0 };

/// `str.encode(encoding='utf-8', errors='strict')`
pub fn encode(arguments: &[Value]) -> Res {
    let encoding = named_text("encode", "encoding", arguments, 1)?.unwrap_or("utf-8");
    let errors = named_text("encode", "errors", arguments, 2)?.unwrap_or("strict");
    let receiver = this(arguments)?;
    if encoding == "utf-8" && receiver.is_ascii() {
        return Ok(Value::bytes(receiver.as_str().as_bytes()));
    }
    match encode::encode(receiver.as_str(), encoding, errors) {
        Ok(bytes) => Ok(Value::bytes(&bytes)),
        Err(Failure::Codec(fault)) => Err(raise_fault(Error::UnicodeEncodeError, arguments[0].clone(), &fault)),
        Err(_) => otherwise("_encode_otherwise", arguments[0].clone(), encoding, errors),
    }
}

/// Encodes or decodes where the encoding or the handler of errors is none of the interpreter's: what scripts have registered.
pub fn otherwise(function: &str, object: Value, encoding: &str, errors: &str) -> Res {
    let codecs = host::host()?.import("codecs")?;
    let function = ops::attribute::get(&codecs, Symbol::new(function))?;
    ops::call::call(&function, &[object, Value::str(encoding), Value::str(errors)])
}

/// The receiver.
fn this(arguments: &[Value]) -> Result<&Gc<Str>, Raise> {
    text("str", arguments, 0)
}

/// A method that changes each letter by itself where all are ASCII.
fn map_letters(arguments: &[Value], ascii: impl Fn(&u8) -> u8, change: impl FnOnce(&str) -> String) -> Res {
    let text = this(arguments)?;
    if !text.is_ascii() {
        return Ok(Value::str(&change(text.as_str())));
    }
    Ok(Value::from(text.map_ascii(ascii)))
}

/// A method that makes one text of another.
fn map(arguments: &[Value], change: impl FnOnce(&str) -> String) -> Res {
    Ok(Value::str(&change(this(arguments)?.as_str())))
}
