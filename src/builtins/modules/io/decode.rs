//! Bytes that come in pieces, as text.
//!
//! In: pieces. Out: the text of what is whole; the start of a character, or of a line's end of two, waits for the next piece.

use crate::builtins::text::encode::{self, Failure, Shape};

/// Decodes pieces.
pub struct Decoder {
    encoding: String,
    errors: String,
    shape: Shape,
    /// A mark at the beginning, if there may be one, tells the order of bytes.
    marked: bool,
    /// Line ends of two characters are kept together.
    together: bool,
    rest: Vec<u8>,
}

/// The encoding without what is only said at the beginning, and whether there may be a mark.
pub fn unmarked(encoding: &str) -> (&str, bool) {
    let plain = encoding.to_ascii_lowercase().replace('_', "-");
    match plain.as_str() {
        "utf-8-sig" | "utf8-sig" => ("utf-8", true),
        "utf-16" | "utf16" | "u16" => ("utf-16-le", true),
        "utf-32" | "utf32" | "u32" => ("utf-32-le", true),
        _ => (encoding, false),
    }
}

impl Decoder {
    /// A decoder, if there is the encoding.
    pub fn new(encoding: &str, errors: &str, together: bool) -> Option<Decoder> {
        let (plain, marked) = unmarked(encoding);
        let shape = encode::shape(plain)?;
        let (encoding, errors) = (plain.to_string(), errors.to_string());
        Some(Decoder { encoding, errors, shape, marked, together, rest: Vec::new() })
    }

    /// Whether a character may take several bytes, of which the first can be told from the others.
    pub fn is_utf8(&self) -> bool {
        self.shape == Shape::Utf8
    }

    /// How many bytes wait.
    pub fn waiting(&self) -> usize {
        self.rest.len()
    }

    /// Forgets what waits; `start` tells whether a mark may come.
    pub fn reset(&mut self, start: bool, encoding: &str) {
        self.rest.clear();
        self.marked = start && unmarked(encoding).1;
    }

    /// The text of another piece, and the bytes that it stands for.
    pub fn decode(&mut self, piece: &[u8], last: bool) -> Result<(Vec<u8>, String), Failure> {
        self.rest.extend_from_slice(piece);
        if self.marked && (self.rest.len() >= 4 || last) {
            self.take_mark();
        } else if self.marked {
            return Ok((Vec::new(), String::new()));
        }
        let keep = if last { 0 } else { self.unfinished() };
        let rest = self.rest.split_off(self.rest.len() - keep);
        let bytes = std::mem::replace(&mut self.rest, rest);
        let text = encode::decode(&bytes, &self.encoding, &self.errors)?;
        Ok((bytes, text))
    }

    fn take_mark(&mut self) {
        let marks: &[(&[u8], &str)] = match self.shape {
            Shape::Utf8 => &[(b"\xef\xbb\xbf", "utf-8")],
            Shape::Two => &[(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")],
            Shape::Four => &[(b"\xff\xfe\0\0", "utf-32-le"), (b"\0\0\xfe\xff", "utf-32-be")],
            Shape::One => &[],
        };
        if let Some((mark, encoding)) = marks.iter().find(|(mark, _)| self.rest.starts_with(mark)) {
            self.rest.drain(..mark.len());
            self.encoding = encoding.to_string();
        }
        self.marked = false;
    }

    /// How many bytes at the end are the start of something longer.
    fn unfinished(&self) -> usize {
        let bytes = &self.rest[..];
        let big = self.encoding.ends_with("be");
        let unit = match self.shape {
            Shape::Utf8 => {
                let start = (1..=3.min(bytes.len())).find(|&back| bytes[bytes.len() - back] >= 0xc0);
                let partial = |back: usize| {
                    let end = std::str::from_utf8(&bytes[bytes.len() - back..]);
                    end.is_err_and(|error| error.valid_up_to() == 0 && error.error_len().is_none())
                };
                match start.filter(|&back| partial(back)) {
                    Some(back) => return back,
                    None => 1,
                }
            }
            Shape::One => 1,
            Shape::Two => {
                let odd = bytes.len() % 2;
                let whole = &bytes[..bytes.len() - odd];
                let high = |pair: &[u8]| if big { pair[0] } else { pair[1] };
                if whole.chunks_exact(2).next_back().is_some_and(|pair| (0xd8..0xdc).contains(&high(pair))) {
                    return odd + 2;
                }
                if odd > 0 {
                    return odd;
                }
                2
            }
            Shape::Four if !bytes.len().is_multiple_of(4) => return bytes.len() % 4,
            Shape::Four => 4,
        };
        let last = &bytes[bytes.len().saturating_sub(unit)..];
        let place = if big { last.len().saturating_sub(1) } else { 0 };
        let returns = last.iter().enumerate().all(|(at, &byte)| byte == if at == place { b'\r' } else { 0 });
        if self.together && last.len() == unit && returns { unit } else { 0 }
    }

    /// How many bytes stand for a text.
    pub fn bytes_of(&self, text: &str) -> usize {
        match self.shape {
            Shape::Utf8 => text.len(),
            Shape::One => text.chars().count(),
            Shape::Two => text.chars().map(char::len_utf16).sum::<usize>() * 2,
            Shape::Four => text.chars().count() * 4,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(encoding: &str, bytes: &[u8], size: usize) -> String {
        let mut decoder = Decoder::new(encoding, "strict", true).unwrap();
        let mut text = String::new();
        for piece in bytes.chunks(size) {
            let (bytes, more) = decoder.decode(piece, false).unwrap();
            assert_eq!(decoder.bytes_of(&more), bytes.len());
            text += &more;
        }
        text + &decoder.decode(&[], true).unwrap().1
    }

    #[test]
    fn pieces_may_end_anywhere() {
        let text = "aé€\u{1f600}\r\nz\r";
        for size in 1..8 {
            assert_eq!(pieces("utf-8", text.as_bytes(), size), text);
            for encoding in ["utf-16", "utf-16-be", "utf-32", "utf-32-be"] {
                let bytes = encode::encode(text, encoding, "strict").unwrap();
                assert_eq!(pieces(encoding, &bytes, size), text, "{encoding} {size}");
            }
            assert_eq!(pieces("utf-8-sig", b"\xef\xbb\xbfa\r\n", size), "a\r\n");
        }
    }
}
