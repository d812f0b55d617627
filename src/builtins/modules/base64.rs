//! `_base64`: the loops of the page `base64` and of `binascii`.
//!
//! In: bytes. Out: the letters that stand for them, and back. Bases 64, 32 and 16 are the crate `data-encoding`'s, which knows of no
//! padding here: how much of it there must be is asked first. What a text that stands for nothing lacks is found out by the caller.

use super::binascii::{ascii, buffer, bytes_of_base_64};
use super::{Module, function};
use crate::raise;
use crate::value::native::Takes::{Exactly, Script};
use crate::value::native::{Row, given};
use crate::value::signature::Signature;
use crate::value::{Gc, Raise, Res, Value, ops};
use data_encoding::{BASE32, BASE32HEX, BASE64, Encoding};
use std::sync::LazyLock;

static ENCODE_64: Signature =
    Signature { function: "b64encode", names: &["s", "altchars"], positional: 2, required: 1, method: false };
static DECODE_64: Signature = Signature {
    function: "b64decode",
    names: &["s", "altchars", "validate"],
    positional: 3,
    required: 1,
    method: false,
};
static ENCODE_STANDARD: Signature = of_one("standard_b64encode");
static DECODE_STANDARD: Signature = of_one("standard_b64decode");
static ENCODE_URL: Signature = of_one("urlsafe_b64encode");
static DECODE_URL: Signature = of_one("urlsafe_b64decode");

const fn of_one(function: &'static str) -> Signature {
    Signature { function, names: &["s"], positional: 1, required: 1, method: false }
}

/// The two letters beside the digits and those of the alphabet.
const STANDARD: [u8; 2] = *b"+/";
const URL: [u8; 2] = *b"-_";

#[rustfmt::skip]
static FUNCTIONS: &[Row] = &[
    function("base64", "b64encode", Script(&ENCODE_64, encode_64), "The text of bytes in base 64; two letters may be replaced."),
    function("base64", "b64decode", Script(&DECODE_64, from_64), "The bytes that a text in base 64 stands for."),
    function("base64", "standard_b64encode", Script(&ENCODE_STANDARD, |a| to_64(&a[0], STANDARD)), "The text of bytes in base 64."),
    function("base64", "standard_b64decode", Script(&DECODE_STANDARD, |a| bytes_of_base_64(&letters(&a[0])?, false)), "The bytes that a text in base 64 stands for."),
    function("base64", "urlsafe_b64encode", Script(&ENCODE_URL, |a| to_64(&a[0], URL)), "The text of bytes in base 64, with letters that may stand in addresses."),
    function("base64", "urlsafe_b64decode", Script(&DECODE_URL, |a| of_other_letters(&a[0], URL, false)), "The bytes that such a text stands for."),
    function("_base64", "encode32", Exactly(2, |a| Ok(Value::bytes(with_32(&a[1])?.0.encode(&buffer(&a[0])?).as_bytes()))), "The text of bytes in base 32, letters or digits first."),
    function("_base64", "decode32", Exactly(2, |a| {
        let decoded = decode(&buffer(&a[0])?, with_32(&a[1])?.1, 8);
        Ok(decoded.map_or(Value::None, |bytes| Value::bytes(&bytes)))
    }), "The bytes that such a text stands for, None if there are none."),
    function("_base64", "encode85", Exactly(5, encode_85), "The text of bytes in base 85."),
    function("_base64", "decode85", Exactly(2, decode_85), "The bytes that a text in base 85 stands for."),
    function("_base64", "decode_ascii85", Exactly(3, decode_ascii_85), "The bytes that a text in Ascii85 stands for."),
];

/// The module.
pub fn create() -> Gc<Module> {
    super::with_functions("_base64", FUNCTIONS)
}

/// An encoding that is read without padding, and with anything in the bits that are left over.
fn lenient(encoding: &Encoding) -> Encoding {
    let mut specification = encoding.specification();
    specification.padding = None;
    specification.check_trailing_bits = false;
    specification.encoding().unwrap_or_else(|_| unreachable!("an encoding without padding is one"))
}

static TO_32: Encoding = BASE32;
static TO_32_HEX: Encoding = BASE32HEX;
static FROM_64: LazyLock<Encoding> = LazyLock::new(|| lenient(&BASE64));
static FROM_32: LazyLock<Encoding> = LazyLock::new(|| lenient(&BASE32));
static FROM_32_HEX: LazyLock<Encoding> = LazyLock::new(|| lenient(&BASE32HEX));

/// The ways to and from base 32; those with digits first if so wanted.
fn with_32(digits_first: &Value) -> Result<(&'static Encoding, &'static Encoding), Raise> {
    Ok(if ops::truth(digits_first)? { (&TO_32_HEX, &FROM_32_HEX) } else { (&TO_32, &FROM_32) })
}

/// The bytes of a text in base 64 that is just as it should be.
pub fn decode_64(text: &[u8]) -> Option<Vec<u8>> {
    decode(text, &FROM_64, 4)
}

/// The bytes of a text in groups of `group` letters, the last of them filled up.
fn decode(text: &[u8], encoding: &Encoding, group: usize) -> Option<Vec<u8>> {
    let length = text.iter().rposition(|&letter| letter != b'=').map_or(0, |last| last + 1);
    let is_whole = text.len().is_multiple_of(group) && text.len() - length < group;
    // So many letters as would be a byte's only if one of them stood for less.
    is_whole.then(|| encoding.decode(&text[..length]).ok()).flatten()
}

/// `b64encode(s, altchars=None)`
fn encode_64(arguments: &[Value]) -> Res {
    match given(arguments, 1).filter(|letters| !letters.is_none()) {
        None => to_64(&arguments[0], STANDARD),
        Some(letters) => to_64(&arguments[0], two(&buffer(letters)?, letters)?),
    }
}

fn to_64(data: &Value, others: [u8; 2]) -> Res {
    let mut text = BASE64.encode(&buffer(data)?).into_bytes();
    if others != STANDARD {
        replace(&mut text, STANDARD, others);
    }
    Ok(Value::bytes(&text))
}

/// `b64decode(s, altchars=None, validate=False)`
fn from_64(arguments: &[Value]) -> Res {
    let strict = given(arguments, 2).map_or(Ok(false), ops::truth)?;
    match given(arguments, 1).filter(|others| !others.is_none()) {
        None => bytes_of_base_64(&letters(&arguments[0])?, strict),
        Some(others) => {
            letters(&arguments[0])?;
            of_other_letters(&arguments[0], two(&letters(others)?, others)?, strict)
        }
    }
}

fn of_other_letters(text: &Value, others: [u8; 2], strict: bool) -> Res {
    let mut text = letters(text)?;
    replace(&mut text, others, STANDARD);
    bytes_of_base_64(&text, strict)
}

fn replace(text: &mut [u8], from: [u8; 2], to: [u8; 2]) {
    for letter in text {
        // Where both are the same letter, the second one counts.
        if let Some(place) = from.iter().rposition(|from| from == letter) {
            *letter = to[place];
        }
    }
}

/// The letters that stand for the two that may be replaced.
fn two(letters: &[u8], given: &Value) -> Result<[u8; 2], Raise> {
    match *letters {
        [first, second] => Ok([first, second]),
        _ => Err(raise!(AssertionError, "{}", ops::text::repr(given)?)),
    }
}

/// Bytes, or text of ASCII letters.
fn letters(value: &Value) -> Result<Vec<u8>, Raise> {
    ascii(value, "a bytes-like object or ASCII string")
}

/// `encode85(data, letters, pad, fold_zeros, fold_spaces)`
fn encode_85(arguments: &[Value]) -> Res {
    let (data, letters) = (buffer(&arguments[0])?, buffer(&arguments[1])?);
    let [pad, fold_zeros, fold_spaces] =
        [ops::truth(&arguments[2])?, ops::truth(&arguments[3])?, ops::truth(&arguments[4])?];
    let mut out = Vec::with_capacity(data.len() / 4 * 5 + 5);
    for chunk in data.chunks(4) {
        let mut bytes = [0; 4];
        bytes[..chunk.len()].copy_from_slice(chunk);
        let keeps = if pad { 5 } else { chunk.len() + 1 };
        match u32::from_be_bytes(bytes) {
            0 if fold_zeros && keeps == 5 => out.push(b'z'),
            0x2020_2020 if fold_spaces => out.push(b'y'),
            mut word => {
                let mut digits = [0; 5];
                for digit in digits.iter_mut().rev() {
                    *digit = letters[(word % 85) as usize];
                    word /= 85;
                }
                out.extend_from_slice(&digits[..keeps]);
            }
        }
    }
    Ok(Value::bytes(&out))
}

/// `decode85(text, letters)`
fn decode_85(arguments: &[Value]) -> Res {
    let (text, letters) = (buffer(&arguments[0])?, buffer(&arguments[1])?);
    let mut values = [None; 256];
    for (value, &letter) in letters.iter().enumerate() {
        values[usize::from(letter)] = Some(value as u64);
    }
    let mut out = Vec::with_capacity(text.len() / 5 * 4 + 4);
    for (place, chunk) in text.chunks(5).enumerate() {
        let mut word = 0;
        for at in 0..5 {
            // What is missing counts as the last letter, so that what is then dropped was nothing.
            let value = chunk.get(at).map_or(Some(84), |&letter| values[usize::from(letter)]);
            let Some(value) = value else {
                return Err(raise!(ValueError, "bad base85 character at position {}", place * 5 + at));
            };
            word = word * 85 + value;
        }
        let Ok(word) = u32::try_from(word) else {
            return Err(raise!(ValueError, "base85 overflow in hunk starting at byte {}", place * 5));
        };
        out.extend_from_slice(&word.to_be_bytes()[..chunk.len() - 1]);
    }
    Ok(Value::bytes(&out))
}

/// `decode_ascii85(text, fold_spaces, ignored)`
fn decode_ascii_85(arguments: &[Value]) -> Res {
    let (text, ignored) = (buffer(&arguments[0])?, buffer(&arguments[2])?);
    let fold_spaces = ops::truth(&arguments[1])?;
    let mut out = Vec::with_capacity(text.len() / 5 * 4 + 4);
    let (mut word, mut count) = (0u64, 0);
    for letter in text.into_iter().chain(*b"uuuu") {
        match letter {
            b'!'..=b'u' => {
                word = word * 85 + u64::from(letter - b'!');
                count += 1;
                if count == 5 {
                    let whole = u32::try_from(word).map_err(|_| raise!(ValueError, "Ascii85 overflow"))?;
                    out.extend_from_slice(&whole.to_be_bytes());
                    (word, count) = (0, 0);
                }
            }
            b'z' if count > 0 => return Err(raise!(ValueError, "z inside Ascii85 5-tuple")),
            b'z' => out.extend_from_slice(&[0; 4]),
            b'y' if fold_spaces && count > 0 => return Err(raise!(ValueError, "y inside Ascii85 5-tuple")),
            b'y' if fold_spaces => out.extend_from_slice(b"    "),
            other if ignored.contains(&other) => {}
            other => return Err(raise!(ValueError, "Non-Ascii85 digit found: {}", char::from(other))),
        }
    }
    // As many bytes were only filled up as there are letters short of a group.
    out.truncate(out.len().saturating_sub(4 - count));
    Ok(Value::bytes(&out))
}
