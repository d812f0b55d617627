//! The items of arrays: machine numbers of one type, and their values.
//!
//! In: bytes, values. Out: the same the other way round, with CPython's errors for what does not fit.

use crate::number::IBig;
use crate::number::float::plain;
use crate::raise;
use crate::value::{Raise, Value, convert, type_name};

/// The letters of the types.
pub const CODES: &str = "bBuhHiIlLqQfd";

/// How many bytes an item takes, if there is the type.
pub fn size_of(code: u8) -> Option<usize> {
    Some(match code {
        b'b' | b'B' => 1,
        b'h' | b'H' => 2,
        b'i' | b'I' | b'f' | b'u' => 4,
        b'l' | b'L' | b'q' | b'Q' | b'd' => 8,
        _ => return None,
    })
}

/// The value of an item.
#[inline]
pub fn value_of(code: u8, bytes: &[u8]) -> Value {
    // The usual sizes need no call to copy them.
    let word = match *bytes {
        [a, b, c, d, e, f, g, h] => u64::from_le_bytes([a, b, c, d, e, f, g, h]),
        [a, b, c, d] => u32::from_le_bytes([a, b, c, d]).into(),
        _ => bytes.iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte)),
    };
    match code {
        b'd' => Value::float(f64::from_bits(word)),
        b'f' => Value::float(f32::from_bits(word as u32).into()),
        b'b' => Value::int((word as i8).into()),
        b'h' => Value::int((word as i16).into()),
        b'i' => Value::int((word as i32).into()),
        b'l' | b'q' => Value::int(word as i64),
        b'u' => {
            let letter = char::from_u32(word as u32).unwrap_or(char::REPLACEMENT_CHARACTER);
            Value::str(letter.encode_utf8(&mut [0; 4]))
        }
        _ => i64::try_from(word).map_or_else(|_| Value::big(IBig::from(word)), Value::int),
    }
}

/// The word whose low bytes are the item for a value.
#[inline]
pub fn word_of(code: u8, value: &Value) -> Result<u64, Raise> {
    match code {
        b'd' => convert::float(value).map(|float| plain(float).to_bits()),
        b'f' => convert::float(value).map(|float| (plain(float) as f32).to_bits().into()),
        b'u' => {
            let mut letters = value.as_str().into_iter().flat_map(str::chars);
            match (letters.next(), letters.next()) {
                (Some(letter), None) => Ok(u32::from(letter).into()),
                _ => Err(raise!(TypeError, "array item must be unicode character")),
            }
        }
        _ => integer(code, value),
    }
}

/// Through which C type CPython takes an integer, with the names and bounds of that and of the item's own type.
fn integer(code: u8, value: &Value) -> Result<u64, Raise> {
    let index = convert::index(value)?;
    let small = index.as_int();
    let bounds = |name: &str, least: i64, most: i64| match small {
        Some(number) if number < least => Err(raise!(OverflowError, "{name} is less than minimum")),
        Some(number) if number > most => Err(raise!(OverflowError, "{name} is greater than maximum")),
        Some(number) => Ok(number as u64),
        None => Err(raise!(OverflowError, "Python int too large to convert to C long")),
    };
    const INT: (i64, i64) = (i32::MIN as i64, i32::MAX as i64);
    match code {
        b'b' => {
            bounds("signed short integer", i16::MIN.into(), i16::MAX.into())?;
            bounds("signed char", i8::MIN.into(), i8::MAX.into())
        }
        b'B' => bounds("unsigned byte integer", 0, 255),
        b'h' => bounds("signed short integer", i16::MIN.into(), i16::MAX.into()),
        b'H' => {
            bounds("signed integer", INT.0, INT.1)?;
            bounds("unsigned short", 0, u16::MAX.into())
        }
        b'i' => bounds("signed integer", INT.0, INT.1),
        b'l' => bounds("", i64::MIN, i64::MAX),
        b'q' => small.map(|number| number as u64).ok_or_else(|| raise!(OverflowError, "int too big to convert")),
        _ => unsigned(code, &index.to_big().unwrap_or_default()),
    }
}

fn unsigned(code: u8, number: &IBig) -> Result<u64, Raise> {
    if *number < IBig::ZERO {
        return Err(match code {
            b'Q' => raise!(OverflowError, "can't convert negative int to unsigned"),
            _ => raise!(OverflowError, "can't convert negative value to unsigned int"),
        });
    }
    match u64::try_from(number) {
        Ok(word) if code == b'I' && word > u32::MAX.into() => {
            Err(raise!(OverflowError, "unsigned int is greater than maximum"))
        }
        Ok(word) => Ok(word),
        Err(_) if code == b'Q' => Err(raise!(OverflowError, "int too big to convert")),
        Err(_) => Err(raise!(OverflowError, "Python int too large to convert to C unsigned long")),
    }
}

/// The letter of a type that a value is.
pub fn code_of(value: &Value) -> Result<u8, Raise> {
    let mut letters = value.as_str().into_iter().flat_map(str::chars);
    let (Some(letter), None) = (letters.next(), letters.next()) else {
        let class = crate::builtins::argument::shown_type(value);
        return Err(raise!(TypeError, "array() argument 1 must be a unicode character, not {class}"));
    };
    match u8::try_from(letter) {
        Ok(code) if size_of(code).is_some() => Ok(code),
        _ => Err(raise!(ValueError, "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")),
    }
}

/// The `TypeError` for an argument that should be bytes.
pub fn not_bytes(value: &Value) -> Raise {
    let class = type_name(value);
    raise!(TypeError, "a bytes-like object is required, not '{class}'")
}
