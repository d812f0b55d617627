//! `binascii`, and what of `zlib` is about check sums: bytes as hexadecimal digits and in base 64, and sums of bytes.

use super::base64::decode_64;
use super::{Module, class, function};
use crate::builtins::argument::size;
use crate::raise;
use crate::value::byte_array::plain_bytes;
use crate::value::class::Class;
use crate::value::exception::{Error, Exception, raise_object};
use crate::value::native::Takes::{Between, Named};
use crate::value::native::{Parameters, Row, given};
use crate::value::ops;
use crate::value::{Gc, Raise, Res, Value, convert, type_name};
use data_encoding::{BASE64, HEXLOWER, HEXLOWER_PERMISSIVE};
use std::cell::OnceCell;
use std::sync::LazyLock;

/// `binascii`
pub fn create() -> Gc<Module> {
    let module = super::with_functions("binascii", FUNCTIONS);
    module.define("Error", Value::from(error_class()));
    module.define("Incomplete", Value::from(class::exception("binascii", "Incomplete", Error::Exception)));
    module
}

fn error_class() -> Gc<Class> {
    thread_local! {
        static ERROR: OnceCell<Gc<Class>> = const { OnceCell::new() };
    }
    ERROR.with(|known| known.get_or_init(|| class::exception("binascii", "Error", Error::ValueError)).clone())
}

#[cold]
fn error(message: &str) -> Raise {
    raise_object(Exception::create(error_class(), vec![Value::str(message)]))
}

static HEX: Parameters =
    Parameters { names: &["data", "sep", "bytes_per_sep"], positional_only: 0, positional: 3, required: 1 };
static TO_64: Parameters = Parameters { names: &["data", "newline"], positional_only: 1, positional: 1, required: 1 };
static FROM_64: Parameters =
    Parameters { names: &["data", "strict_mode"], positional_only: 1, positional: 1, required: 1 };

#[rustfmt::skip]
static FUNCTIONS: &[Row] = &[
    function("binascii", "hexlify", Named(&HEX, to_hexadecimal), "Hexadecimal representation of binary data."),
    function("binascii", "b2a_hex", Named(&HEX, to_hexadecimal), "Hexadecimal representation of binary data."),
    function("binascii", "unhexlify", Between(1, 1, from_hexadecimal), "Binary data of hexadecimal representation."),
    function("binascii", "a2b_hex", Between(1, 1, from_hexadecimal), "Binary data of hexadecimal representation."),
    function("binascii", "b2a_base64", Named(&TO_64, to_base_64), "Base64-code line of data."),
    function("binascii", "a2b_base64", Named(&FROM_64, from_base_64), "Decode a line of base64 data."),
    function("binascii", "crc32", Between(1, 2, crc_32), "Compute CRC-32 incrementally."),
    function("binascii", "crc_hqx", Between(2, 2, crc_16), "Compute CRC-CCITT incrementally."),
];

#[rustfmt::skip]
/// What of `zlib` is about check sums.
pub static SUMS: &[Row] = &[
    function("zlib", "crc32", Between(1, 2, crc_32), "Compute a CRC-32 checksum of data."),
    function("zlib", "adler32", Between(1, 2, adler_32), "Compute an Adler-32 checksum of data."),
];

/// The bytes of an argument.
pub fn buffer(value: &Value) -> Result<Vec<u8>, Raise> {
    plain_bytes(value).ok_or_else(|| {
        let class = type_name(value);
        raise!(TypeError, "a bytes-like object is required, not '{class}'")
    })
}

/// Bytes, or text of ASCII letters; `wanted` says so in the words of who asks.
pub fn ascii(value: &Value, wanted: &str) -> Result<Vec<u8>, Raise> {
    match value.as_str() {
        Some(text) if text.is_ascii() => Ok(text.as_bytes().to_vec()),
        Some(_) => Err(raise!(ValueError, "string argument should contain only ASCII characters")),
        None => plain_bytes(value).ok_or_else(|| {
            let class = type_name(value);
            raise!(TypeError, "argument should be {wanted}, not '{class}'")
        }),
    }
}

/// What the functions here want.
const WANTED: &str = "bytes, buffer or ASCII string";

/// Two digits a byte.
pub fn hexadecimal(bytes: &[u8]) -> String {
    HEXLOWER.encode(bytes)
}

fn to_hexadecimal(arguments: &[Value]) -> Res {
    let bytes = buffer(&arguments[0])?;
    let digits = hexadecimal(&bytes);
    let Some(separator) = given(arguments, 1) else {
        return Ok(Value::bytes(digits.as_bytes()));
    };
    let separator = match (separator.as_str(), plain_bytes(separator)) {
        (Some(text), _) => text.as_bytes().to_vec(),
        (None, Some(bytes)) => bytes,
        (None, None) => return Err(raise!(TypeError, "sep must be str or bytes.")),
    };
    let [separator] = *separator else {
        return Err(raise!(ValueError, "sep must be length 1."));
    };
    if !separator.is_ascii() {
        return Err(raise!(ValueError, "sep must be ASCII."));
    }
    let every = given(arguments, 2).map_or(Ok(1), size)?;
    let step = every.unsigned_abs() as usize;
    let mut out = Vec::new();
    for (place, pair) in digits.as_bytes().chunks(2).enumerate() {
        // Groups are counted from the end, unless the number is negative.
        let done = if every > 0 { bytes.len() - place } else { place };
        if place > 0 && step > 0 && done.is_multiple_of(step) {
            out.push(separator);
        }
        out.extend_from_slice(pair);
    }
    Ok(Value::bytes(&out))
}

fn from_hexadecimal(arguments: &[Value]) -> Res {
    let digits = ascii(&arguments[0], WANTED)?;
    if digits.len() % 2 != 0 {
        return Err(error("Odd-length string"));
    }
    let bytes = HEXLOWER_PERMISSIVE.decode(&digits);
    bytes.map(|bytes| Value::bytes(&bytes)).map_err(|_| error("Non-hexadecimal digit found"))
}

/// What each letter of base 64 stands for.
static VALUES: LazyLock<[Option<u8>; 256]> = LazyLock::new(|| {
    let mut values = [None; 256];
    for (value, letter) in BASE64.specification().symbols.bytes().enumerate() {
        values[usize::from(letter)] = Some(value as u8);
    }
    values
});

fn to_base_64(arguments: &[Value]) -> Res {
    let bytes = buffer(&arguments[0])?;
    let mut out = BASE64.encode(&bytes).into_bytes();
    if given(arguments, 1).map_or(Ok(true), ops::truth)? {
        out.push(b'\n');
    }
    Ok(Value::bytes(&out))
}

fn from_base_64(arguments: &[Value]) -> Res {
    let strict = given(arguments, 1).map_or(Ok(false), ops::truth)?;
    bytes_of_base_64(&ascii(&arguments[0], WANTED)?, strict)
}

/// The bytes that a text in base 64 stands for; letters that are none are skipped, unless that is strictly forbidden.
pub fn bytes_of_base_64(text: &[u8], strict: bool) -> Res {
    if let Some(bytes) = decode_64(text) {
        return Ok(Value::bytes(&bytes));
    }
    if strict && text.first() == Some(&b'=') {
        return Err(error("Leading padding not allowed"));
    }
    let (mut out, mut word, mut count, mut padding) = (Vec::new(), 0u32, 0, 0);
    for (place, &letter) in text.iter().enumerate() {
        if letter == b'=' {
            padding += 1;
            if count >= 2 && count + padding >= 4 {
                if strict && place + 1 < text.len() {
                    return Err(error("Excess data after padding"));
                }
                return Ok(Value::bytes(&out));
            }
            continue;
        }
        let Some(value) = VALUES[usize::from(letter)] else {
            if strict {
                return Err(error("Only base64 data is allowed"));
            }
            continue;
        };
        if strict && padding > 0 {
            return Err(error("Discontinuous padding not allowed"));
        }
        padding = 0;
        word = word << 6 | u32::from(value);
        count += 1;
        match count {
            2 => out.push((word >> 4) as u8),
            3 => out.push((word >> 2) as u8),
            4 => {
                out.push(word as u8);
                (word, count) = (0, 0);
            }
            _ => {}
        }
    }
    match count {
        0 => Ok(Value::bytes(&out)),
        1 => {
            let letters = out.len() / 3 * 4 + 1;
            Err(error(&format!(
                "Invalid base64-encoded string: number of data characters ({letters}) cannot be 1 more than a multiple of 4"
            )))
        }
        _ => Err(error("Incorrect padding")),
    }
}

/// The low 32 bits of a sum to begin with.
fn start(arguments: &[Value], default: u32) -> Result<u32, Raise> {
    match given(arguments, 1) {
        Some(value) => {
            let number = convert::big_index(value)?;
            let low = number & dashu_int::IBig::from(u32::MAX);
            Ok(u32::try_from(low).unwrap_or(0))
        }
        None => Ok(default),
    }
}

fn crc_32(arguments: &[Value]) -> Res {
    const TABLE: [u32; 256] = {
        let mut table = [0; 256];
        let mut byte = 0;
        while byte < 256 {
            let mut sum = byte as u32;
            let mut bit = 0;
            while bit < 8 {
                sum = if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 };
                bit += 1;
            }
            table[byte] = sum;
            byte += 1;
        }
        table
    };
    let bytes = buffer(&arguments[0])?;
    let sum = bytes.iter().fold(!start(arguments, 0)?, |sum, &byte| TABLE[(sum as u8 ^ byte) as usize] ^ sum >> 8);
    Ok(Value::int((!sum).into()))
}

fn crc_16(arguments: &[Value]) -> Res {
    let bytes = buffer(&arguments[0])?;
    let step = |sum: u32| if sum & 0x8000 != 0 { sum << 1 ^ 0x1021 } else { sum << 1 } & 0xffff;
    let sum = bytes
        .iter()
        .fold(start(arguments, 0)? & 0xffff, |sum, &byte| (0..8).fold(sum ^ u32::from(byte) << 8, |sum, _| step(sum)));
    Ok(Value::int(sum.into()))
}

fn adler_32(arguments: &[Value]) -> Res {
    let bytes = buffer(&arguments[0])?;
    let begin = start(arguments, 1)?;
    let (mut a, mut b) = (begin & 0xffff, begin >> 16);
    for byte in bytes {
        a = (a + u32::from(byte)) % 65_521;
        b = (b + a) % 65_521;
    }
    Ok(Value::int((b << 16 | a).into()))
}
