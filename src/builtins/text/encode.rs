//! Text to bytes and back, in the encodings that scripts use.
//!
//! In: text or bytes, the names of an encoding and of an error handler. Out: bytes or text, or the `Failure` from which
//! the exception is made.

use super::charmap::Charmap;
use super::escapes::{self, Escapes};
use crate::unicode::{self, escape};
use crate::value::codec_error::Fault;
use std::fmt::Write;

/// Why an encoding or decoding failed.
#[derive(Debug, PartialEq)]
pub enum Failure {
    /// There is no such encoding.
    UnknownEncoding,
    /// There is no such error handler.
    UnknownHandler,
    /// Something cannot be encoded (`UnicodeEncodeError`) or decoded (`UnicodeDecodeError`).
    Codec(Fault),
}

#[derive(Clone, Copy)]
enum Codec {
    Utf8,
    /// The same with a mark in front.
    MarkedUtf8,
    Ascii,
    Latin1,
    Utf16 {
        mark: bool,
        big: bool,
    },
    Utf32 {
        mark: bool,
        big: bool,
    },
    Escapes(Escapes),
    /// A byte for each character of a table.
    Charmap(&'static Charmap),
}

impl Codec {
    fn find(name: &str) -> Option<Codec> {
        let name: String =
            name.chars().map(|c| if matches!(c, '_' | ' ') { '-' } else { c.to_ascii_lowercase() }).collect();
        Some(match name.as_str() {
            "utf-8" | "utf8" | "u8" | "cp65001" => Codec::Utf8,
            "utf-8-sig" | "utf8-sig" => Codec::MarkedUtf8,
            "ascii" | "us-ascii" | "646" => Codec::Ascii,
            "latin-1" | "latin1" | "iso-8859-1" | "iso8859-1" | "8859" | "l1" | "latin" => Codec::Latin1,
            "utf-16" | "utf16" | "u16" => Codec::Utf16 { mark: true, big: false },
            "utf-16-le" | "utf-16le" => Codec::Utf16 { mark: false, big: false },
            "utf-16-be" | "utf-16be" => Codec::Utf16 { mark: false, big: true },
            "utf-32" | "utf32" | "u32" => Codec::Utf32 { mark: true, big: false },
            "utf-32-le" | "utf-32le" => Codec::Utf32 { mark: false, big: false },
            "utf-32-be" | "utf-32be" => Codec::Utf32 { mark: false, big: true },
            "unicode-escape" | "unicodeescape" => Codec::Escapes(Escapes::All),
            "raw-unicode-escape" | "rawunicodeescape" => Codec::Escapes(Escapes::Wide),
            other => Codec::Charmap(Charmap::find(&other.replace('-', "_"))?),
        })
    }

    /// The byte of a character where each has one at most.
    fn byte(self, character: char) -> Option<u8> {
        match self {
            Codec::Charmap(table) => table.byte(character),
            Codec::Ascii => u8::try_from(character).ok().filter(u8::is_ascii),
            _ => u8::try_from(character).ok(),
        }
    }
}

/// How characters lie in bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shape {
    /// One to four bytes a character.
    Utf8,
    /// A byte a character.
    One,
    /// Two bytes a character, four for some.
    Two,
    /// Four bytes a character.
    Four,
}

/// How an encoding lays characters, if there is the encoding.
pub fn shape(encoding: &str) -> Option<Shape> {
    Some(match Codec::find(encoding)? {
        Codec::Utf8 | Codec::MarkedUtf8 => Shape::Utf8,
        Codec::Ascii | Codec::Latin1 | Codec::Charmap(_) | Codec::Escapes(_) => Shape::One,
        Codec::Utf16 { .. } => Shape::Two,
        Codec::Utf32 { .. } => Shape::Four,
    })
}

/// `str.encode`
pub fn encode(text: &str, encoding: &str, errors: &str) -> Result<Vec<u8>, Failure> {
    let codec = Codec::find(encoding).ok_or(Failure::UnknownEncoding)?;
    match codec {
        Codec::Utf8 | Codec::Utf16 { .. } | Codec::Utf32 { .. } if unicode::has_halves(text) => {
            encode_halves(text, codec, errors)
        }
        Codec::Utf8 => Ok(text.as_bytes().to_vec()),
        Codec::MarkedUtf8 => Ok([&b"\xef\xbb\xbf"[..], &encode(text, "utf-8", errors)?].concat()),
        Codec::Escapes(which) => Ok(escapes::encode(text, which)),
        Codec::Ascii => encode_narrow(text, codec, "ascii", "ordinal not in range(128)", errors),
        Codec::Latin1 => encode_narrow(text, codec, "latin-1", "ordinal not in range(256)", errors),
        Codec::Charmap(_) => encode_narrow(text, codec, "charmap", UNDEFINED, errors),
        Codec::Utf16 { mark, big } => {
            let units = mark.then_some(0xfeff).into_iter().chain(text.encode_utf16());
            Ok(units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect())
        }
        Codec::Utf32 { mark, big } => {
            let units = mark.then_some(0xfeff).into_iter().chain(text.chars().map(u32::from));
            Ok(units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect())
        }
    }
}

/// Text with halves of surrogate pairs in an encoding of all of Unicode: each is what the handler says.
fn encode_halves(text: &str, codec: Codec, errors: &str) -> Result<Vec<u8>, Failure> {
    let name = match codec {
        Codec::Utf16 { big, .. } if big => "utf-16-be",
        Codec::Utf16 { .. } => "utf-16-le",
        Codec::Utf32 { big, .. } if big => "utf-32-be",
        Codec::Utf32 { .. } => "utf-32-le",
        _ => "utf-8",
    };
    let mut out = Vec::with_capacity(text.len());
    for (place, c) in text.chars().enumerate() {
        let code = unicode::code_of(c);
        match errors {
            _ if !unicode::is_half(c) => {
                let plain = encode(c.encode_utf8(&mut [0; 4]), name, "strict")?;
                out.extend(plain);
            }
            "surrogatepass" if matches!(codec, Codec::Utf8) => {
                out.extend([0xe0 | (code >> 12) as u8, 0x80 | (code >> 6 & 0x3f) as u8, 0x80 | (code & 0x3f) as u8]);
            }
            "surrogateescape" if (0xdc80..=0xdcff).contains(&code) => out.push(code as u8),
            "ignore" => {}
            "replace" => out.extend(encode("?", name, "strict")?),
            "xmlcharrefreplace" => out.extend(encode(&format!("&#{code};"), name, "strict")?),
            "backslashreplace" => out.extend(encode(&escape(c), name, "strict")?),
            "strict" | "surrogateescape" | "surrogatepass" => {
                return Err(cannot_encode(text, place, name, "surrogates not allowed", unicode::is_half));
            }
            _ => return Err(Failure::UnknownHandler),
        }
    }
    Ok(out)
}

/// Why a table does not do.
const UNDEFINED: &str = "character maps to <undefined>";

fn encode_narrow(text: &str, codec: Codec, name: &str, reason: &str, errors: &str) -> Result<Vec<u8>, Failure> {
    let mut out = Vec::with_capacity(text.len());
    // What stands for a character that has no byte is written in the encoding itself.
    let instead = |text: &str| text.chars().filter_map(|c| codec.byte(c)).collect::<Vec<u8>>();
    for (place, c) in text.chars().enumerate() {
        if let Some(byte) = codec.byte(c) {
            out.push(byte);
            continue;
        }
        let code = unicode::code_of(c);
        match errors {
            "surrogateescape" if (0xdc80..=0xdcff).contains(&code) => out.push(code as u8),
            "strict" | "surrogateescape" | "surrogatepass" => {
                return Err(cannot_encode(text, place, name, reason, |c| codec.byte(c).is_none()));
            }
            "ignore" => {}
            "replace" => out.extend(instead("?")),
            "xmlcharrefreplace" => out.extend(instead(&format!("&#{code};"))),
            "backslashreplace" => out.extend(instead(&escape(c))),
            _ => return Err(Failure::UnknownHandler),
        }
    }
    Ok(out)
}

fn cannot_encode(text: &str, start: usize, name: &str, reason: &str, wrong: impl Fn(char) -> bool) -> Failure {
    let end = start + text.chars().skip(start).take_while(|&c| wrong(c)).count();
    Failure::Codec(Fault { encoding: name.to_string(), start, end, reason: reason.to_string() })
}

/// `bytes.decode`
pub fn decode(bytes: &[u8], encoding: &str, errors: &str) -> Result<String, Failure> {
    match Codec::find(encoding).ok_or(Failure::UnknownEncoding)? {
        Codec::Utf8 => decode_utf8(bytes, errors),
        Codec::MarkedUtf8 => decode_utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes), errors),
        Codec::Escapes(which) => escapes::decode(bytes, which, errors),
        Codec::Latin1 => Ok(bytes.iter().map(|&byte| char::from(byte)).collect()),
        Codec::Charmap(table) => {
            let mut out = String::with_capacity(bytes.len());
            for (place, &byte) in bytes.iter().enumerate() {
                match table.character(byte) {
                    Some(character) => out.push(character),
                    None => replace(bytes, place..place + 1, "charmap", UNDEFINED, errors, &mut out)?,
                }
            }
            Ok(out)
        }
        Codec::Ascii => {
            let mut out = String::with_capacity(bytes.len());
            for (place, &byte) in bytes.iter().enumerate() {
                if byte.is_ascii() {
                    out.push(char::from(byte));
                } else {
                    replace(bytes, place..place + 1, "ascii", "ordinal not in range(128)", errors, &mut out)?;
                }
            }
            Ok(out)
        }
        Codec::Utf16 { mark, big } => {
            let (bytes, big) = without_mark(bytes, mark, big, &[0xff, 0xfe], &[0xfe, 0xff]);
            let name = if big { "utf-16-be" } else { "utf-16-le" };
            let units: Vec<u16> =
                bytes
                    .chunks_exact(2)
                    .map(|pair| {
                        if big {
                            u16::from_be_bytes([pair[0], pair[1]])
                        } else {
                            u16::from_le_bytes([pair[0], pair[1]])
                        }
                    })
                    .collect();
            let mut out = String::with_capacity(units.len());
            let mut place = 0;
            for unit in char::decode_utf16(units) {
                match unit {
                    Ok(c) => {
                        out.push(c);
                        place += 2 * c.len_utf16();
                    }
                    Err(_) => {
                        replace(bytes, place..place + 2, name, "illegal encoding", errors, &mut out)?;
                        place += 2;
                    }
                }
            }
            if place < bytes.len() {
                replace(bytes, place..bytes.len(), name, "truncated data", errors, &mut out)?;
            }
            Ok(out)
        }
        Codec::Utf32 { mark, big } => {
            let (bytes, big) = without_mark(bytes, mark, big, &[0xff, 0xfe, 0, 0], &[0, 0, 0xfe, 0xff]);
            let name = if big { "utf-32-be" } else { "utf-32-le" };
            let mut out = String::with_capacity(bytes.len() / 4);
            for (index, chunk) in bytes.chunks(4).enumerate() {
                let place = 4 * index;
                let code = <[u8; 4]>::try_from(chunk)
                    .map(|unit| if big { u32::from_be_bytes(unit) } else { u32::from_le_bytes(unit) });
                match code.map(char::from_u32) {
                    Ok(Some(c)) => out.push(c),
                    Ok(None) => {
                        replace(bytes, place..place + 4, name, "code point not in range(0x110000)", errors, &mut out)?
                    }
                    Err(_) => replace(bytes, place..bytes.len(), name, "truncated data", errors, &mut out)?,
                }
            }
            Ok(out)
        }
    }
}

fn without_mark<'a>(bytes: &'a [u8], mark: bool, big: bool, little_mark: &[u8], big_mark: &[u8]) -> (&'a [u8], bool) {
    if mark && let Some(rest) = bytes.strip_prefix(little_mark) {
        (rest, false)
    } else if mark && let Some(rest) = bytes.strip_prefix(big_mark) {
        (rest, true)
    } else {
        (bytes, big)
    }
}

fn decode_utf8(bytes: &[u8], errors: &str) -> Result<String, Failure> {
    let mut out = String::with_capacity(bytes.len());
    let (mut place, mut passed) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        out.push_str(chunk.valid());
        place += chunk.valid().len();
        let bad = chunk.invalid();
        let Some(&first) = bad.first() else { continue };
        let end = place + bad.len();
        if let (&[0xed, second @ 0xa0..=0xbf, third @ 0x80..=0xbf, ..], "surrogatepass") = (&bytes[place..], errors) {
            let code = 0xd000 | u32::from(second & 0x3f) << 6 | u32::from(third & 0x3f);
            out.extend(unicode::from_code(code));
            passed = end + 2;
        }
        if end <= passed {
            place = end;
            continue;
        }
        let reason = match first {
            0x80..=0xc1 | 0xf5..=0xff => "invalid start byte",
            _ if end == bytes.len() && is_start_of_longer(bad) => "unexpected end of data",
            _ => "invalid continuation byte",
        };
        replace(bytes, place..end, "utf-8", reason, errors, &mut out)?;
        place = end;
    }
    Ok(out)
}

/// Whether more bytes could have made a character of these.
fn is_start_of_longer(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_err_and(|error| error.error_len().is_none())
}

/// Does with undecodable bytes what the handler says.
pub(super) fn replace(
    bytes: &[u8],
    place: std::ops::Range<usize>,
    name: &str,
    reason: &str,
    errors: &str,
    out: &mut String,
) -> Result<(), Failure> {
    match errors {
        "ignore" => {}
        "surrogateescape" if bytes[place.clone()].iter().all(|byte| *byte >= 0x80) => {
            out.extend(bytes[place].iter().filter_map(|&byte| unicode::from_code(0xdc00 + u32::from(byte))));
        }
        "replace" => out.push('\u{fffd}'),
        "backslashreplace" => bytes[place].iter().for_each(|byte| {
            let _ = write!(out, "\\x{byte:02x}");
        }),
        "strict" | "surrogateescape" | "surrogatepass" => {
            let (encoding, reason) = (name.to_string(), reason.to_string());
            return Err(Failure::Codec(Fault { encoding, start: place.start, end: place.end, reason }));
        }
        _ => return Err(Failure::UnknownHandler),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encoding() {
        assert_eq!(encode("é", "UTF_8", "strict"), Ok(vec![0xc3, 0xa9]));
        assert_eq!(encode("a", "utf-16", "strict"), Ok(vec![0xff, 0xfe, b'a', 0]));
        assert_eq!(encode("é€", "ascii", "xmlcharrefreplace"), Ok(b"&#233;&#8364;".to_vec()));
        let fault = |encoding: &str, start, end, reason: &str| {
            Failure::Codec(Fault { encoding: encoding.to_string(), start, end, reason: reason.to_string() })
        };
        assert_eq!(encode("aéöb", "ascii", "strict"), Err(fault("ascii", 1, 3, "ordinal not in range(128)")));
        assert_eq!(encode("a", "foo", "strict"), Err(Failure::UnknownEncoding));
    }

    #[test]
    fn decoding() {
        let fault = |bytes: &[u8]| match decode(bytes, "utf8", "strict") {
            Err(Failure::Codec(fault)) => (fault.start, fault.end, fault.reason),
            other => panic!("{other:?}"),
        };
        assert_eq!(fault(b"\xff"), (0, 1, "invalid start byte".to_string()));
        assert_eq!(fault(b"\xe2\x82"), (0, 2, "unexpected end of data".to_string()));
        assert_eq!(fault(b"\xf0\x9fA"), (0, 2, "invalid continuation byte".to_string()));
        assert_eq!(decode(b"\xed\xa0\x80", "utf8", "replace").unwrap(), "\u{fffd}\u{fffd}\u{fffd}");
        assert_eq!(decode(b"\xff\xfea\0", "utf-16", "strict").unwrap(), "a");
    }
}
