//! `bytes`: changing and asking about the case of ASCII letters.

use super::this;
use crate::value::{Res, Value};

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

/// Each byte changed, by whether a letter stands before it.
fn in_words(bytes: &[u8], change: impl Fn(u8, bool) -> u8) -> Value {
    let mut inside = false;
    let changed: Vec<u8> = bytes
        .iter()
        .map(|byte| {
            let changed = change(*byte, inside);
            inside = byte.is_ascii_alphabetic();
            changed
        })
        .collect();
    Value::bytes(&changed)
}

/// `bytes.title()`
pub fn title(arguments: &[Value]) -> Res {
    let change = |byte: u8, inside| if inside { byte.to_ascii_lowercase() } else { byte.to_ascii_uppercase() };
    Ok(in_words(&this(arguments)?, change))
}

/// `bytes.capitalize()`
pub fn capitalize(arguments: &[Value]) -> Res {
    let mut bytes = this(arguments)?.to_ascii_lowercase();
    if let Some(first) = bytes.first_mut() {
        first.make_ascii_uppercase();
    }
    Ok(Value::bytes(&bytes))
}

/// `bytes.swapcase()`
pub fn swap_case(arguments: &[Value]) -> Res {
    let swap =
        |byte: u8, _| if byte.is_ascii_lowercase() { byte.to_ascii_uppercase() } else { byte.to_ascii_lowercase() };
    Ok(in_words(&this(arguments)?, swap))
}

fn cased(arguments: &[Value], wanted: fn(&u8) -> bool, unwanted: fn(&u8) -> bool) -> Res {
    let bytes = this(arguments)?;
    Ok(Value::bool(bytes.iter().any(wanted) && !bytes.iter().any(unwanted)))
}

/// `bytes.islower()`
pub fn is_lower(arguments: &[Value]) -> Res {
    cased(arguments, u8::is_ascii_lowercase, u8::is_ascii_uppercase)
}

/// `bytes.isupper()`
pub fn is_upper(arguments: &[Value]) -> Res {
    cased(arguments, u8::is_ascii_uppercase, u8::is_ascii_lowercase)
}

/// `bytes.istitle()`
pub fn is_title(arguments: &[Value]) -> Res {
    let bytes = this(arguments)?;
    let mut inside = false;
    let mut right = true;
    for byte in bytes.iter() {
        right &= !byte.is_ascii_alphabetic() || byte.is_ascii_lowercase() == inside;
        inside = byte.is_ascii_alphabetic();
    }
    Ok(Value::bool(right && bytes.iter().any(u8::is_ascii_alphabetic)))
}
