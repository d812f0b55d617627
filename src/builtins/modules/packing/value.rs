//! One value of a format, to bytes and back.

use super::error;
use super::format::{Endian, Field, Format};
use crate::number::IBig;
use crate::number::float::plain;
use crate::raise;
use crate::value::byte_array::plain_bytes;
use crate::value::exception::{self, Error};
use crate::value::{Raise, Value, convert, ops};

/// Writes a value.
pub fn pack(format: &Format, field: &Field, value: &Value, bytes: &mut [u8]) -> Result<(), Raise> {
    match field.code {
        b'c' => match plain_bytes(value).as_deref() {
            Some([byte]) => bytes[0] = *byte,
            _ => return Err(error("char format requires a bytes object of length 1")),
        },
        b'?' => bytes[0] = ops::truth(value)?.into(),
        b's' | b'p' => pack_text(field, value, bytes)?,
        b'e' | b'f' | b'd' => put(format, bytes, float_bits(field, value)?),
        _ => put(format, bytes, integer(format, field, value)?),
    }
    Ok(())
}

/// The low bytes of a number, in the order of the format.
fn put(format: &Format, bytes: &mut [u8], bits: u64) {
    bytes.copy_from_slice(&bits.to_le_bytes()[..bytes.len()]);
    if format.endian == Endian::Big {
        bytes.reverse();
    }
}

fn pack_text(field: &Field, value: &Value, bytes: &mut [u8]) -> Result<(), Raise> {
    let Some(text) = plain_bytes(value) else {
        return Err(error(&format!("argument for '{}' must be a bytes object", char::from(field.code))));
    };
    let target = match field.code {
        b'p' => {
            let Some((length, rest)) = bytes.split_first_mut() else { return Ok(()) };
            *length = text.len().min(rest.len()).min(255) as u8;
            rest
        }
        _ => bytes,
    };
    let count = text.len().min(target.len());
    target[..count].copy_from_slice(&text[..count]);
    Ok(())
}

fn float_bits(field: &Field, value: &Value) -> Result<u64, Raise> {
    let float = match convert::float(value) {
        Ok(float) => float,
        Err(raised) => {
            return Err(match exception::catch(Error::TypeError).or_else(|| exception::catch(Error::OverflowError)) {
                Some(_) => error("required argument is not a float"),
                None => raised,
            });
        }
    };
    let float = plain(float);
    let too_large = || raise!(OverflowError, "float too large to pack with {} format", char::from(field.code));
    match field.code {
        b'd' => Ok(float.to_bits()),
        b'f' => {
            let single = float as f32;
            if single.is_infinite() && float.is_finite() { Err(too_large()) } else { Ok(single.to_bits().into()) }
        }
        _ => half_bits(float).map(u64::from).ok_or_else(too_large),
    }
}

/// A float of 16 bits, rounded to even; none if it is too large.
pub fn half_bits(float: f64) -> Option<u16> {
    let sign = if float.is_sign_negative() { 0x8000 } else { 0 };
    if float.is_nan() {
        return Some(sign | 0x7e00);
    }
    if float.is_infinite() {
        return Some(sign | 0x7c00);
    }
    let magnitude = float.abs();
    // The distance between neighbours at this magnitude; below the normal ones it stays the same.
    let exponent = ((magnitude.to_bits() >> 52) as i32 - 1023).max(-14);
    let units = (magnitude * 2f64.powi(10 - exponent)).round_ties_even();
    let bits = units as u32 + (((exponent + 14) as u32) << 10);
    if bits >= 0x7c00 { None } else { Some(sign | bits as u16) }
}

/// The float of 16 bits.
pub fn half_value(bits: u16) -> f64 {
    let (exponent, fraction) = (i32::from(bits >> 10 & 0x1f), f64::from(bits & 0x3ff));
    let magnitude = match exponent {
        0 => fraction * 2f64.powi(-24),
        31 if fraction == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        _ => (1024.0 + fraction) * 2f64.powi(exponent - 25),
    };
    if bits & 0x8000 == 0 { magnitude } else { -magnitude }
}

fn is_signed(code: u8) -> bool {
    code.is_ascii_lowercase()
}

fn integer(format: &Format, field: &Field, value: &Value) -> Result<u64, Raise> {
    let (code, size) = (field.code, field.size);
    let number = match convert::as_index(value) {
        Ok(Some(number)) => number.to_big().unwrap_or_default(),
        Ok(None) => return Err(error("required argument is not an integer")),
        Err(raised) => return Err(raised),
    };
    let out_of_range = || match format.endian == Endian::Big && matches!(code, b'q' | b'Q') {
        true => error("int too large to convert"),
        false => error("argument out of range"),
    };
    // Small unsigned numbers are read as signed ones, and their bounds have a message of their own.
    let little = format.endian == Endian::Little;
    let as_signed =
        is_signed(code) || code == b'B' || (code == b'H' && little) || (code == b'P' && number < IBig::ZERO);
    let bits = match as_signed {
        true => i64::try_from(&number).ok().map(|number| number as u64),
        false => u64::try_from(&number).ok(),
    };
    let bits = bits.ok_or_else(out_of_range)?;
    if size == 8 {
        return Ok(bits);
    }
    let (least, most): (i64, i64) = match is_signed(code) {
        true => (-1 << (size * 8 - 1), (1 << (size * 8 - 1)) - 1),
        false => (0, (1 << (size * 8)) - 1),
    };
    if number < IBig::from(least) || number > IBig::from(most) {
        let what = match code {
            b'b' => "byte".to_owned(),
            b'B' => "ubyte".to_owned(),
            b'h' if little => "short".to_owned(),
            b'H' if little => "ushort".to_owned(),
            _ => format!("'{}'", char::from(code)),
        };
        return Err(error(&format!("{what} format requires {least} <= number <= {most}")));
    }
    Ok(bits)
}

/// Reads a value.
pub fn unpack(format: &Format, field: &Field, bytes: &[u8]) -> Value {
    match field.code {
        b'c' | b's' => return Value::bytes(bytes),
        b'?' => return Value::bool(bytes[0] != 0),
        b'p' => {
            let Some((&length, rest)) = bytes.split_first() else { return Value::bytes(&[]) };
            return Value::bytes(&rest[..usize::from(length).min(rest.len())]);
        }
        _ => {}
    }
    let mut word = [0; 8];
    let target = &mut word[..bytes.len()];
    target.copy_from_slice(bytes);
    if format.endian == Endian::Big {
        target.reverse();
    }
    let bits = u64::from_le_bytes(word);
    match field.code {
        b'd' => Value::float(f64::from_bits(bits)),
        b'f' => Value::float(f32::from_bits(bits as u32).into()),
        b'e' => Value::float(half_value(bits as u16)),
        code if is_signed(code) => {
            let unused = 64 - bytes.len() as u32 * 8;
            Value::int((bits << unused) as i64 >> unused)
        }
        _ => match i64::try_from(bits) {
            Ok(small) => Value::int(small),
            Err(_) => Value::big(IBig::from(bits)),
        },
    }
}
