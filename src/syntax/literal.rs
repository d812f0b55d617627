//! In: the text of one number or string token. Out: how long it is, and the constant it stands for.
//! Errors are data without a place in the source; whoever calls knows where the token stands.

use crate::syntax::token::BadToken;
use crate::syntax::tree::Constant;
use crate::unicode;
use dashu_int::IBig;
use std::borrow::Cow;
use std::fmt::Write;

/// Reads digits from one position on, and remembers where it is.
struct Digits<'a> {
    text: &'a [u8],
    at: usize,
}

const DECIMAL: &str = "invalid decimal literal";

impl Digits<'_> {
    fn peek(&self) -> u8 {
        self.text.get(self.at).copied().unwrap_or(0)
    }

    /// The error that marks the last character read.
    fn bad<T>(&self, message: &'static str) -> Result<T, BadToken> {
        Err(BadToken::Number { message, digit: None, at: self.at.saturating_sub(1), width: 1 })
    }

    /// Decimal digits, single underscores between them.
    fn decimal_tail(&mut self) -> Result<(), BadToken> {
        loop {
            while self.peek().is_ascii_digit() {
                self.at += 1;
            }
            if self.peek() != b'_' {
                return Ok(());
            }
            self.at += 1;
            if !self.peek().is_ascii_digit() {
                return self.bad(DECIMAL);
            }
        }
    }

    /// The digits after `0x`, `0o` or `0b`.
    fn prefixed(&mut self, radix: u32, invalid: &'static str, misplaced: &'static str) -> Result<(), BadToken> {
        self.at += 2;
        loop {
            if self.peek() == b'_' {
                self.at += 1;
            }
            let first = self.at;
            while (self.peek() as char).is_digit(radix) {
                self.at += 1;
            }
            if self.peek().is_ascii_digit() {
                return Err(BadToken::Number {
                    message: misplaced,
                    digit: Some(self.peek() as char),
                    at: self.at,
                    width: 1,
                });
            }
            if first == self.at {
                return self.bad(invalid);
            }
            if self.peek() != b'_' {
                return self.end(invalid);
            }
        }
    }

    /// A number may be followed at once by a keyword such as `if`, but by no other letter.
    fn end(&self, invalid: &'static str) -> Result<(), BadToken> {
        let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80;
        let byte = self.peek();
        let rest = &self.text[self.at.min(self.text.len())..];
        let keyword = match rest.first_chunk() {
            // As in CPython, only the longer words are read to their end.
            Some(b"if" | b"in" | b"is") => true,
            _ => [&b"and"[..], b"else", b"for", b"or", b"not"].iter().any(|word| {
                let after = rest.strip_prefix(*word).map(<[u8]>::first);
                after.is_some_and(|next| !next.is_some_and(|&next| is_word(next)))
            }),
        };
        if is_word(byte) && !keyword {
            return self.bad(invalid);
        }
        Ok(())
    }

    fn exponent_and_end(&mut self) -> Result<(), BadToken> {
        if matches!(self.peek(), b'e' | b'E') {
            let letter = self.at;
            self.at += 1;
            if matches!(self.peek(), b'+' | b'-') {
                self.at += 1;
                if !self.peek().is_ascii_digit() {
                    return self.bad(DECIMAL);
                }
            } else if !self.peek().is_ascii_digit() {
                self.at = letter;
                return self.end(DECIMAL);
            }
            self.decimal_tail()?;
        }
        if matches!(self.peek(), b'j' | b'J') {
            self.at += 1;
            return self.end("invalid imaginary literal");
        }
        self.end(DECIMAL)
    }

    fn fraction_and_end(&mut self) -> Result<(), BadToken> {
        if self.peek() == b'.' {
            self.at += 1;
            if self.peek().is_ascii_digit() {
                self.decimal_tail()?;
            }
        }
        self.exponent_and_end()
    }

    fn zero_and_end(&mut self) -> Result<(), BadToken> {
        match self.text.get(1).copied().unwrap_or(0) {
            b'x' | b'X' => {
                return self.prefixed(16, "invalid hexadecimal literal", "");
            }
            b'o' | b'O' => {
                return self.prefixed(8, "invalid octal literal", "in octal literal");
            }
            b'b' | b'B' => {
                return self.prefixed(2, "invalid binary literal", "in binary literal");
            }
            _ => {}
        }
        self.at = 1;
        loop {
            if self.peek() == b'_' {
                self.at += 1;
                if !self.peek().is_ascii_digit() {
                    return self.bad(DECIMAL);
                }
            }
            if self.peek() != b'0' {
                break;
            }
            self.at += 1;
        }
        let zeros = self.at;
        let nonzero = self.peek().is_ascii_digit();
        self.decimal_tail()?;
        if nonzero && !matches!(self.peek(), b'.' | b'e' | b'E' | b'j' | b'J') {
            return Err(BadToken::Number {
                message: "leading zeros in decimal integer literals are not permitted; \
                          use an 0o prefix for octal integers",
                digit: None,
                at: 0,
                width: zeros,
            });
        }
        self.fraction_and_end()
    }
}

/// The length of the number that `text` begins with.
pub fn scan_number(text: &[u8]) -> Result<usize, BadToken> {
    let mut digits = Digits { text, at: 0 };
    match text[0] {
        b'0' => digits.zero_and_end()?,
        b'.' => digits.fraction_and_end()?,
        _ => {
            digits.decimal_tail()?;
            digits.fraction_and_end()?;
        }
    }
    Ok(digits.at)
}

/// Why a well-formed number has no value; CPython guards `int` from text against quadratic time.
pub const TOO_LONG: &str = "Exceeds the limit (4300 digits) for integer string conversion";

/// The value of a number that `scan_number` accepted; none for a decimal integer of more than 4300 digits.
pub fn number(text: &str) -> Result<Constant, usize> {
    let text: Cow<str> = if text.contains('_') { text.replace('_', "").into() } else { text.into() };
    let bytes = text.as_bytes();
    let radix = match bytes.get(1) {
        Some(b'x' | b'X') => 16,
        Some(b'o' | b'O') => 8,
        Some(b'b' | b'B') => 2,
        _ => 10,
    };
    if radix != 10 {
        return Ok(integer(&text[2..], radix));
    }
    if let Some(imaginary) = text.strip_suffix(['j', 'J']) {
        return Ok(Constant::Imaginary(float(imaginary)));
    }
    if bytes.iter().all(u8::is_ascii_digit) {
        if text.len() > 4300 {
            return Err(text.len());
        }
        return Ok(integer(&text, 10));
    }
    Ok(Constant::Float(float(&text)))
}

fn integer(digits: &str, radix: u32) -> Constant {
    match i64::from_str_radix(digits, radix) {
        Ok(value) => Constant::Int(value),
        Err(_) => {
            let big = IBig::from_str_radix(digits, radix).expect("the scanner saw only digits");
            Constant::BigInt(Box::new(big))
        }
    }
}

fn float(text: &str) -> f64 {
    text.parse().expect("the scanner saw a float")
}

/// The prefix letters and quotes of a string token taken apart.
#[derive(Clone, Copy)]
pub struct StringShape {
    /// `r`: escapes stand for themselves.
    pub raw: bool,
    /// `b`.
    pub bytes: bool,
    /// `f`.
    pub format: bool,
    /// Where the contents begin within the token.
    pub start: usize,
    /// Where they end.
    pub end: usize,
}

impl StringShape {
    /// Takes a whole, terminated string token apart.
    pub fn of(token: &str) -> StringShape {
        let quote_at = token.find(['\'', '"']).expect("a string token has quotes");
        let prefix = &token.as_bytes()[..quote_at];
        let has = |letter: u8| prefix.iter().any(|each| each.to_ascii_lowercase() == letter);
        let quotes = &token.as_bytes()[quote_at..];
        let triple = quotes.len() >= 6 && quotes[0] == quotes[1] && quotes[0] == quotes[2];
        let width = if triple { 3 } else { 1 };
        StringShape {
            raw: has(b'r'),
            bytes: has(b'b'),
            format: has(b'f'),
            start: quote_at + width,
            end: token.len() - width,
        }
    }
}

/// A string's contents with escapes done.
pub fn text(contents: &str, raw: bool) -> Result<Cow<'_, str>, String> {
    if raw || !contents.contains('\\') {
        return Ok(Cow::Borrowed(contents));
    }
    let mut out = String::with_capacity(contents.len());
    let mut rest = contents;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        let position = encoded_length(&contents[..contents.len() - rest.len() + at]);
        rest = escape(&rest[at..], position, &mut out)?;
    }
    out.push_str(rest);
    Ok(Cow::Owned(out))
}

/// How long CPython's decoder sees text: it gets every character beyond ASCII as `\UXXXXXXXX`.
fn encoded_length(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 10 }).sum()
}

/// Does one escape at the start of `text`, `position` being its place for messages; returns what follows.
fn escape<'a>(text: &'a str, position: usize, out: &mut String) -> Result<&'a str, String> {
    let bytes = text.as_bytes();
    let failure = |length: usize, reason: &str| {
        Err(format!(
            "(unicode error) 'unicodeescape' codec can't decode bytes in position {position}-{}: {reason}",
            position + length - 1
        ))
    };
    // A piece of an f-string may end in a backslash: it stands before a brace.
    let Some(&letter) = bytes.get(1) else {
        out.push('\\');
        return Ok("");
    };
    if let Some(code) = simple_escape(letter) {
        out.extend(code);
        return Ok(&text[2..]);
    }
    match letter {
        b'0'..=b'7' => {
            let (code, length) = octal(&bytes[1..]);
            out.push(char::from_u32(code).expect("three octal digits are below the surrogates"));
            Ok(&text[1 + length..])
        }
        letter @ (b'x' | b'u' | b'U') => {
            let (width, name) = match letter {
                b'x' => (2, "\\xXX"),
                b'u' => (4, "\\uXXXX"),
                _ => (8, "\\UXXXXXXXX"),
            };
            let digits = bytes[2..].iter().take(width).take_while(|byte| byte.is_ascii_hexdigit()).count();
            if digits < width {
                return failure(2 + digits, &format!("truncated {name} escape"));
            }
            let code = u32::from_str_radix(&text[2..2 + width], 16).expect("hexadecimal digits");
            match unicode::from_code(code) {
                Some(character) => out.push(character),
                None => return failure(2 + width, "illegal Unicode character"),
            }
            Ok(&text[2 + width..])
        }
        b'N' => {
            let name = text[2..].strip_prefix('{').and_then(|rest| rest.split_once('}'));
            match name {
                Some((name, rest)) if !name.is_empty() => {
                    match unicode_names2::character(name) {
                        Some(character) => out.push(character),
                        None => {
                            return failure(text.len() - rest.len(), "unknown Unicode character name");
                        }
                    }
                    Ok(rest)
                }
                _ => {
                    let length =
                        if bytes.get(2) == Some(&b'{') { text.find('}').map_or(text.len(), |at| at + 1) } else { 2 };
                    failure(length, "malformed \\N character escape")
                }
            }
        }
        _ => {
            // Not an escape: the backslash stays.
            out.push('\\');
            Ok(&text[1..])
        }
    }
}

/// What the letter after a backslash stands for where strings and bytes agree; `\` and line end make nothing.
fn simple_escape(letter: u8) -> Option<Option<char>> {
    Some(Some(match letter {
        b'\n' => return Some(None),
        b'\\' => '\\',
        b'\'' => '\'',
        b'"' => '"',
        b'a' => '\x07',
        b'b' => '\x08',
        b'f' => '\x0c',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'v' => '\x0b',
        _ => return None,
    }))
}

/// Up to three octal digits: their value and number.
fn octal(digits: &[u8]) -> (u32, usize) {
    let length = digits.iter().take(3).take_while(|digit| (b'0'..=b'7').contains(digit)).count();
    let value = digits[..length].iter().fold(0, |value, digit| value * 8 + u32::from(digit - b'0'));
    (value, length)
}

/// A bytes literal's contents with escapes done, added to `out`.
pub fn bytes(contents: &str, raw: bool, out: &mut Vec<u8>) -> Result<(), String> {
    if !contents.is_ascii() {
        return Err("bytes can only contain ASCII literal characters".into());
    }
    let text = contents.as_bytes();
    let mut at = 0;
    while at < text.len() {
        if raw || text[at] != b'\\' {
            out.push(text[at]);
            at += 1;
            continue;
        }
        if let Some(code) = simple_escape(text[at + 1]) {
            out.extend(code.map(|character| character as u8));
            at += 2;
            continue;
        }
        match text[at + 1] {
            b'0'..=b'7' => {
                let (code, length) = octal(&text[at + 1..]);
                out.push(code as u8);
                at += 1 + length;
            }
            b'x' => {
                let digits = contents.get(at + 2..at + 4);
                match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
                    Some(code) => out.push(code),
                    None => {
                        let mut message = String::from("(value error) invalid \\x escape at position ");
                        let _ = write!(message, "{at}");
                        return Err(message);
                    }
                }
                at += 4;
            }
            _ => {
                out.push(b'\\');
                at += 1;
            }
        }
    }
    Ok(())
}
