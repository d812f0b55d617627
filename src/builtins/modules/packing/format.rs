//! Formats of `struct`: which values lie where in a row of bytes.

use super::error;
use crate::value::Raise;

/// In which order the bytes of a number lie.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Endian {
    /// The least first.
    Little,
    /// The greatest first.
    Big,
}

/// A value, or a gap.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// The letter of the format.
    pub code: u8,
    /// Where it lies.
    pub offset: usize,
    /// How many bytes it takes; the length of a text.
    pub size: usize,
    /// How many of them follow one another; one for a text.
    pub count: usize,
}

/// A format that was read.
#[derive(Clone, Debug)]
pub struct Format {
    /// The order of bytes.
    pub endian: Endian,
    /// The values, in order; gaps are left out.
    pub fields: Vec<Field>,
    /// How many bytes all of it takes.
    pub size: usize,
    /// How many values there are.
    pub count: usize,
}

/// Size of a value, if there is such a letter; natively it is also what its place is a multiple of.
fn size_of(code: u8, native: bool) -> Option<usize> {
    Some(match code {
        b'x' | b'c' | b'b' | b'B' | b'?' | b's' | b'p' => 1,
        b'h' | b'H' | b'e' => 2,
        b'i' | b'I' | b'f' => 4,
        b'l' | b'L' => {
            if native {
                8
            } else {
                4
            }
        }
        b'q' | b'Q' | b'd' => 8,
        b'n' | b'N' | b'P' if native => 8,
        _ => return None,
    })
}

impl Format {
    /// Reads a format.
    pub fn read(text: &[u8]) -> Result<Format, Raise> {
        let (endian, native, text) = match text {
            [b'@', rest @ ..] => (Endian::Little, true, rest),
            [b'=' | b'<', rest @ ..] => (Endian::Little, false, rest),
            [b'>' | b'!', rest @ ..] => (Endian::Big, false, rest),
            _ => (Endian::Little, true, text),
        };
        let mut format = Format { endian, fields: Vec::new(), size: 0, count: 0 };
        let too_long = || error("total struct size too long");
        let mut letters = text.iter().copied().peekable();
        while let Some(letter) = letters.next() {
            if letter.is_ascii_whitespace() {
                continue;
            }
            let mut repeat = None;
            let mut code = letter;
            while code.is_ascii_digit() {
                let digit = usize::from(code - b'0');
                let number = repeat.unwrap_or(0usize).checked_mul(10).and_then(|number| number.checked_add(digit));
                repeat = Some(number.filter(|&number| number <= isize::MAX as usize).ok_or_else(too_long)?);
                code = letters.next().ok_or_else(|| error("repeat count given without format specifier"))?;
            }
            let Some(size) = size_of(code, native) else {
                return Err(error(match code.is_ascii_whitespace() {
                    true => "repeat count given without format specifier",
                    false => "bad char in struct format",
                }));
            };
            if native && size > 1 {
                format.size = format.size.checked_next_multiple_of(size).ok_or_else(too_long)?;
            }
            let repeat = repeat.unwrap_or(1);
            let bytes = size.checked_mul(repeat).ok_or_else(too_long)?;
            let end = format.size.checked_add(bytes).filter(|&end| end <= isize::MAX as usize).ok_or_else(too_long)?;
            let is_text = matches!(code, b's' | b'p');
            if code != b'x' && (is_text || repeat > 0) {
                let (size, count) = if is_text { (repeat, 1) } else { (size, repeat) };
                format.fields.push(Field { code, offset: format.size, size, count });
                format.count += count;
            }
            format.size = end;
        }
        Ok(format)
    }
}
