//! `unicode_escape` and `raw_unicode_escape`: text as it stands in a program.
//!
//! In: text, or bytes with escapes. Out: the other.

use super::encode::{Failure, replace};
use crate::unicode;
use std::fmt::Write;

/// Which characters are escaped.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Escapes {
    /// All that are not printable ASCII.
    All,
    /// Those beyond Latin-1.
    Wide,
}

/// Text as bytes with escapes.
pub fn encode(text: &str, which: Escapes) -> Vec<u8> {
    let mut out = String::new();
    let mut bytes = Vec::with_capacity(text.len());
    for c in text.chars() {
        out.clear();
        let _ = match unicode::code_of(c) {
            code @ ..=0xff if which == Escapes::Wide => {
                bytes.push(code as u8);
                Ok(())
            }
            0x5c => out.write_str("\\\\"),
            0x09 => out.write_str("\\t"),
            0x0a => out.write_str("\\n"),
            0x0d => out.write_str("\\r"),
            0x20..=0x7e => out.write_char(c),
            code @ ..=0xff => write!(out, "\\x{code:02x}"),
            code @ ..=0xffff => write!(out, "\\u{code:04x}"),
            code => write!(out, "\\U{code:08x}"),
        };
        bytes.extend_from_slice(out.as_bytes());
    }
    bytes
}

/// Bytes with escapes as text.
pub fn decode(bytes: &[u8], which: Escapes, errors: &str) -> Result<String, Failure> {
    let name = match which {
        Escapes::All => "unicodeescape",
        Escapes::Wide => "rawunicodeescape",
    };
    let mut out = String::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let escaped = byte == b'\\' && (which == Escapes::All || matches!(bytes.get(at + 1), Some(b'u' | b'U')));
        if !escaped {
            out.push(char::from(byte));
            at += 1;
            continue;
        }
        match one(bytes, at) {
            Ok((c, end)) => {
                out.extend(c);
                at = end;
            }
            Err((reason, end)) => {
                replace(bytes, at..end, name, reason, errors, &mut out)?;
                at = end;
            }
        }
    }
    Ok(out)
}

/// What the escape at a place stands for, and where it ends; or what is wrong with it, and how far that goes.
fn one(bytes: &[u8], at: usize) -> Result<(Option<char>, usize), (&'static str, usize)> {
    let Some(&letter) = bytes.get(at + 1) else { return Err(("\\ at end of string", at + 1)) };
    let simple = |c: char| Ok((Some(c), at + 2));
    match letter {
        b'\n' => Ok((None, at + 2)),
        b'\\' | b'\'' | b'"' => simple(char::from(letter)),
        b'a' => simple('\x07'),
        b'b' => simple('\x08'),
        b'f' => simple('\x0c'),
        b'n' => simple('\n'),
        b'r' => simple('\r'),
        b't' => simple('\t'),
        b'v' => simple('\x0b'),
        b'0'..=b'7' => {
            let digits = bytes[at + 1..].iter().take(3).take_while(|digit| (b'0'..=b'7').contains(digit)).count();
            let code = bytes[at + 1..at + 1 + digits].iter().fold(0, |code, digit| code * 8 + u32::from(digit - b'0'));
            Ok((char::from_u32(code), at + 1 + digits))
        }
        b'x' => hexadecimal(bytes, at, 2, "truncated \\xXX escape"),
        b'u' => hexadecimal(bytes, at, 4, "truncated \\uXXXX escape"),
        b'U' => hexadecimal(bytes, at, 8, "truncated \\UXXXXXXXX escape"),
        b'N' => {
            let malformed = ("malformed \\N character escape", at + 2);
            if bytes.get(at + 2) != Some(&b'{') {
                return Err(malformed);
            }
            let Some(length) = bytes[at + 3..].iter().position(|&byte| byte == b'}') else {
                return Err((malformed.0, bytes.len()));
            };
            let end = at + 3 + length;
            let name = String::from_utf8_lossy(&bytes[at + 3..end]);
            match unicode_names2::character(&name) {
                Some(c) => Ok((Some(c), end + 1)),
                None => Err(("unknown Unicode character name", end + 1)),
            }
        }
        _ => Ok((Some('\\'), at + 1)),
    }
}

fn hexadecimal(
    bytes: &[u8],
    at: usize,
    count: usize,
    short: &'static str,
) -> Result<(Option<char>, usize), (&'static str, usize)> {
    let digits = bytes[at + 2..].iter().take(count).take_while(|byte| byte.is_ascii_hexdigit()).count();
    let end = at + 2 + digits;
    if digits < count {
        return Err((short, end));
    }
    let code = std::str::from_utf8(&bytes[at + 2..end]).ok().and_then(|text| u32::from_str_radix(text, 16).ok());
    match code.and_then(unicode::from_code) {
        Some(c) => Ok((Some(c), end)),
        None => Err(("illegal Unicode character", end)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_go_both_ways() {
        assert_eq!(encode("a\\é☃\n", Escapes::All), b"a\\\\\\xe9\\u2603\\n");
        assert_eq!(encode("é☃", Escapes::Wide), b"\xe9\\u2603");
        assert_eq!(decode(b"a\\\\\\xe9\\u2603\\n\\101", Escapes::All, "strict"), Ok("a\\é☃\nA".to_string()));
        assert!(decode(b"\\x4", Escapes::All, "strict").is_err());
    }
}
