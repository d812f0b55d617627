//! Cutting text into parts.
//!
//! A limit is how many cuts are made at most; none means all of them.

use super::ascii::SPACES;
use crate::unicode::{is_line_break, is_space};

/// `str.split()`: parts between runs of white space.
pub fn by_space(text: &str, limit: Option<usize>) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text.trim_start_matches(is_space);
    while !rest.is_empty() {
        if limit == Some(parts.len()) {
            // What is left keeps the space behind it.
            parts.push(rest);
            break;
        }
        let end = rest.find(is_space).unwrap_or(rest.len());
        parts.push(&rest[..end]);
        rest = rest[end..].trim_start_matches(is_space);
    }
    parts
}

/// The same of ASCII text, all parts.
pub fn ascii_by_space(text: &str) -> impl Iterator<Item = &str> {
    let bytes = text.as_bytes();
    let mut next = 0;
    std::iter::from_fn(move || {
        let start = next + bytes[next..].iter().position(|&byte| !SPACES.has(byte))?;
        let length = bytes[start..].iter().position(|&byte| SPACES.has(byte)).unwrap_or(bytes.len() - start);
        next = start + length;
        Some(&text[start..next])
    })
}

/// `str.rsplit()`: the same from the end.
pub fn by_space_from_end(text: &str, limit: Option<usize>) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text.trim_end_matches(is_space);
    while !rest.is_empty() {
        if limit == Some(parts.len()) {
            parts.push(rest);
            break;
        }
        let start = rest.char_indices().rfind(|&(_, c)| is_space(c)).map_or(0, |(place, c)| place + c.len_utf8());
        parts.push(&rest[start..]);
        rest = rest[..start].trim_end_matches(is_space);
    }
    parts.reverse();
    parts
}

/// `str.rsplit(separator)`
pub fn by_from_end<'a>(text: &'a str, separator: &str, limit: Option<usize>) -> Vec<&'a str> {
    let mut parts: Vec<&str> = match limit {
        None => text.rsplit(separator).collect(),
        Some(limit) => text.rsplitn(limit.saturating_add(1), separator).collect(),
    };
    parts.reverse();
    parts
}

/// `str.splitlines`
pub fn lines(text: &str, keep_ends: bool) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let Some((end, c)) = rest.char_indices().find(|&(_, c)| is_line_break(c)) else {
            parts.push(rest);
            break;
        };
        let next = if rest[end..].starts_with("\r\n") { end + 2 } else { end + c.len_utf8() };
        parts.push(&rest[..if keep_ends { next } else { end }]);
        rest = &rest[next..];
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn space() {
        assert_eq!(by_space("  a  b c ", None), ["a", "b", "c"]);
        assert_eq!(by_space("  a  b c ", Some(1)), ["a", "b c "]);
        assert_eq!(by_space("  a ", Some(0)), ["a "]);
        assert_eq!(by_space_from_end("  a  b c ", Some(1)), ["  a  b", "c"]);
        assert!(by_space("   ", None).is_empty());
        assert_eq!(ascii_by_space("\ta \x1f bc").collect::<Vec<_>>(), ["a", "bc"]);
        assert_eq!(ascii_by_space("a ").count() + ascii_by_space(" ").count() + ascii_by_space("").count(), 1);
    }

    #[test]
    fn separators() {
        assert_eq!(by_from_end("a,b,c", ",", Some(1)), ["a,b", "c"]);
        assert_eq!(by_from_end("", ",", None), [""]);
    }

    #[test]
    fn line_ends() {
        assert_eq!(lines("a\r\nb\n\nc\u{2028}", false), ["a", "b", "", "c"]);
        assert_eq!(lines("a\r\nb\r", true), ["a\r\n", "b\r"]);
    }
}
