//! In: the bytes of a file. Out: its text as a source, or why it has none.
//!
//! UTF-8 is taken for granted, as in CPython; a coding comment in the first two lines may say ASCII or Latin-1
//! instead. The errors have no place: there is no text to point into.

use crate::error::{SyntaxError, SyntaxErrorKind};
use crate::source::Source;
use std::borrow::Cow;
use std::str::Utf8Error;

/// Makes the source called `name` from the bytes of a file.
pub fn decode(name: &str, bytes: &[u8]) -> Result<Source, SyntaxError> {
    if u32::try_from(bytes.len()).is_err() {
        return fail("the file is too large to be compiled");
    }
    if bytes.contains(&0) {
        return fail("source code cannot contain null bytes");
    }
    let (marked, bytes) = match bytes.strip_prefix(b"\xef\xbb\xbf") {
        Some(rest) => (true, rest),
        None => (false, bytes),
    };
    let declared = declared_encoding(bytes);
    let text = match declared.as_deref().map(family) {
        None | Some(Family::Utf8) => {
            let text = std::str::from_utf8(bytes);
            Cow::Borrowed(text.map_err(|error| bad_utf8(name, bytes, error, declared.is_some()))?)
        }
        Some(Family::Latin1) if !marked => Cow::Owned(bytes.iter().map(|&byte| byte as char).collect()),
        Some(Family::Ascii) if !marked && bytes.is_ascii() => {
            Cow::Owned(bytes.iter().map(|&byte| byte as char).collect())
        }
        Some(_) => {
            let mark = if marked { " with BOM" } else { "" };
            let encoding = declared.unwrap_or_default();
            return fail(format!("encoding problem: {encoding}{mark}"));
        }
    };
    Ok(Source::new(name, &text))
}

fn fail<T>(message: impl Into<Cow<'static, str>>) -> Result<T, SyntaxError> {
    Err(unplaced(message))
}

fn unplaced(message: impl Into<Cow<'static, str>>) -> SyntaxError {
    SyntaxError { kind: SyntaxErrorKind::Syntax, message: message.into(), span: None, field: None }
}

fn bad_utf8(name: &str, bytes: &[u8], error: Utf8Error, declared: bool) -> SyntaxError {
    let at = error.valid_up_to();
    let byte = bytes[at];
    if declared {
        let reason = match error.error_len() {
            None => "unexpected end of data",
            Some(1) if !(0xc2..=0xf4).contains(&byte) => "invalid start byte",
            Some(_) => "invalid continuation byte",
        };
        return unplaced(format!(
            "(unicode error) 'utf-8' codec can't decode byte 0x{byte:02x} in position {at}: {reason}"
        ));
    }
    let line = 1 + bytes[..at].iter().filter(|&&byte| byte == b'\n').count();
    unplaced(format!(
        "Non-UTF-8 code starting with '\\x{byte:02x}' in file {name} on line {line}, but no encoding \
         declared; see https://peps.python.org/pep-0263/ for details"
    ))
}

/// The encodings that are known, under all their names.
enum Family {
    Utf8,
    Ascii,
    Latin1,
    Other,
}

fn family(encoding: &str) -> Family {
    let name = encoding.to_ascii_lowercase().replace('_', "-");
    match &*name {
        "utf-8" | "utf8" | "u8" | "utf" | "utf-8-sig" | "cp65001" => Family::Utf8,
        "ascii" | "us-ascii" | "646" => Family::Ascii,
        "latin-1" | "latin1" | "latin" | "l1" | "iso-8859-1" | "iso8859-1" | "8859" | "cp819" => Family::Latin1,
        _ => Family::Other,
    }
}

/// What a comment such as `# -*- coding: utf-8 -*-` in the first two lines says.
fn declared_encoding(bytes: &[u8]) -> Option<String> {
    for line in bytes.split(|&byte| byte == b'\n').take(2) {
        let line = line.trim_ascii();
        if !line.starts_with(b"#") {
            // Code before the comment makes it an ordinary one.
            if line.is_empty() {
                continue;
            }
            return None;
        }
        let found = line.windows(7).position(|window| matches!(window, b"coding:" | b"coding="));
        if let Some(at) = found {
            let name: Vec<u8> = line[at + 7..]
                .trim_ascii_start()
                .iter()
                .copied()
                .take_while(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(byte))
                .collect();
            if !name.is_empty() {
                return String::from_utf8(name).ok();
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::decode;

    fn outcome(bytes: &[u8]) -> Result<String, String> {
        match decode("x.py", bytes) {
            Ok(source) => Ok(source.text().to_string()),
            Err(error) => Err(error.message.into_owned()),
        }
    }

    #[test]
    fn encodings_are_read_as_declared() {
        assert_eq!(outcome(b"\xef\xbb\xbfx").as_deref(), Ok("x"));
        assert_eq!(outcome(b"# coding: Latin_1\n\xe9").as_deref(), Ok("# coding: Latin_1\n\u{e9}"));
        assert_eq!(outcome(b"\n# -*- coding=ascii -*-\nx").as_deref(), Ok("\n# -*- coding=ascii -*-\nx"));
        assert!(outcome(b"# coding: ascii\n\xe9").is_err());
        assert!(outcome(b"# coding: klingon\n").unwrap_err().ends_with("klingon"));
        assert!(outcome(b"x=1\n# coding: latin-1\n\xe9").is_err());
    }

    #[test]
    fn what_is_no_text_is_named_with_its_line() {
        let error = outcome(b"x = 1\ny = '\xff'\n").unwrap_err();
        assert!(error.starts_with("Non-UTF-8 code starting with '\\xff' in file x.py on line 2,"));
        let error = outcome(b"# coding: utf-8\n\xe9").unwrap_err();
        assert!(error.ends_with("byte 0xe9 in position 16: unexpected end of data"));
        assert_eq!(outcome(b"x\0").unwrap_err(), "source code cannot contain null bytes");
    }
}
