//! `UnicodeEncodeError`, `UnicodeDecodeError` and `UnicodeTranslateError`: exceptions that know what could not be converted.
//!
//! In: what a codec met, or the arguments of a script's own exception. Out: an exception with `encoding`, `object`,
//! `start`, `end` and `reason`, and its message, which is made of these when it is asked for.

use super::byte_array::plain_bytes;
use super::exception::{Error, Exception, raise_object};
use super::{Gc, Raise, Symbol, Value, type_name, types};
use crate::{raise, unicode};

/// What a codec met.
#[derive(Debug, PartialEq)]
pub struct Fault {
    /// The encoding.
    pub encoding: String,
    /// Where what cannot be converted begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// What is wrong with it.
    pub reason: String,
}

/// Raises what a codec met in `object`.
#[cold]
pub fn raise_fault(error: Error, object: Value, fault: &Fault) -> Raise {
    let place = |place: usize| Value::int(place as i64);
    let args =
        vec![Value::str(&fault.encoding), object, place(fault.start), place(fault.end), Value::str(&fault.reason)];
    let exception = Exception::create(types().exception(error).clone(), args);
    // These arguments are what it wants.
    let _ = set_attributes(&exception);
    raise_object(exception)
}

/// Sets the attributes of an exception that was made with these arguments.
pub fn set_attributes(exception: &Gc<Exception>) -> Result<(), Raise> {
    let names = match exception.matches(Error::UnicodeTranslateError) {
        true => &["object", "start", "end", "reason"][..],
        false => &["encoding", "object", "start", "end", "reason"],
    };
    let args = exception.args();
    let (wanted, given) = (names.len(), args.items().len());
    if given != wanted {
        return Err(raise!(TypeError, "function takes exactly {wanted} arguments ({given} given)"));
    }
    for (place, (name, value)) in names.iter().zip(args.items()).enumerate() {
        let wanted = match *name {
            "start" | "end" if value.as_int().is_none() => {
                return Err(raise!(TypeError, "'{}' object cannot be interpreted as an integer", type_name(value)));
            }
            "object" if exception.matches(Error::UnicodeDecodeError) => match plain_bytes(value) {
                Some(_) => None,
                None => return Err(raise!(TypeError, "a bytes-like object is required, not '{}'", type_name(value))),
            },
            "start" | "end" => None,
            _ => Some("str"),
        };
        if let Some(wanted) = wanted
            && value.as_str().is_none()
        {
            let number = place + 1;
            return Err(raise!(TypeError, "argument {number} must be {wanted}, not {}", type_name(value)));
        }
        exception.names().set(Symbol::new(name), value.clone());
    }
    Ok(())
}

/// The message, as long as the attributes make one.
pub fn message(exception: &Gc<Exception>) -> Option<String> {
    let get = |name: &str| exception.names().get(Symbol::new(name));
    let place = |name: &str| get(name).and_then(|place| place.as_int());
    let (object, reason) = (get("object")?, get("reason")?);
    let (start, end, reason) = (place("start")?.max(0), place("end")?, reason.as_str()?.to_string());
    let encoding = get("encoding");
    let codec = encoding.as_ref().and_then(Value::as_str).map_or(String::new(), |name| format!("'{name}' codec "));
    let verb = match () {
        _ if exception.matches(Error::UnicodeDecodeError) => "decode",
        _ if exception.matches(Error::UnicodeEncodeError) => "encode",
        _ => "translate",
    };
    let (what, only) = match object.as_str() {
        Some(text) => ("character", text.chars().nth(start as usize).map(|c| format!("'{}'", unicode::escape(c)))),
        None => ("byte", plain_bytes(&object)?.get(start as usize).map(|byte| format!("0x{byte:02x}"))),
    };
    Some(match only {
        Some(only) if end == start + 1 => format!("{codec}can't {verb} {what} {only} in position {start}: {reason}"),
        _ => format!("{codec}can't {verb} {what}s in position {start}-{}: {reason}", end - 1),
    })
}
