//! Numbers and texts as the first protocol writes them: in lines.

use super::input::truncated;
use crate::builtins::types::str::decode;
use crate::number::repr;
use crate::raise;
use crate::value::exception::{Error, catch};
use crate::value::ops::call;
use crate::value::{Raise, Res, Value, types};

/// The number in a line, in any of the bases that programs write numbers in; `00` and `01` are truths.
pub fn int(line: &[u8]) -> Res {
    match line {
        [] => return Err(truncated()),
        b"00" => return Ok(Value::bool(false)),
        b"01" => return Ok(Value::bool(true)),
        _ => {}
    }
    let digits = line.strip_prefix(b"-").unwrap_or(line);
    // As C has it, numbers with a zero in front are octal.
    if digits.len() > 1
        && digits[0] == b'0'
        && digits.iter().all(|digit| (b'0'..=b'7').contains(digit))
        && let Ok(number) = i64::from_str_radix(&String::from_utf8_lossy(line), 8)
    {
        return Ok(Value::int(number));
    }
    match in_base(line, 0) {
        Err(_) if catch(Error::ValueError).is_some() => Err(raise!(ValueError, "could not convert string to int")),
        other => other,
    }
}

/// The same, of any size, behind which an `L` may stand.
pub fn long(line: &[u8]) -> Res {
    if line.is_empty() {
        return Err(truncated());
    }
    // The end of the line is a part of what is read, unless a letter ends the digits before.
    match line.strip_suffix(b"L") {
        Some(digits) => in_base(digits, 0).map_err(|raised| not_decimal(digits, "", raised)),
        None => in_base(line, 0).map_err(|raised| not_decimal(line, "\n", raised)),
    }
}

/// The number of an entry of the memo.
pub fn number(line: &[u8]) -> Result<i64, Raise> {
    if line.is_empty() {
        return Err(truncated());
    }
    match in_base(line, 10).map_err(|raised| not_decimal(line, "\n", raised))? {
        Value::Int(number) => Ok(number),
        _ => Err(raise!(OverflowError, "Python int too large to convert to C ssize_t")),
    }
}

fn in_base(line: &[u8], base: i64) -> Res {
    let text = Value::str(&String::from_utf8_lossy(line));
    call::call(&Value::from(&types().int), &[text, Value::int(base)])
}

#[cold]
fn not_decimal(line: &[u8], end: &str, raised: Raise) -> Raise {
    if catch(Error::ValueError).is_none() {
        return raised;
    }
    let text = match decode(&[line, end.as_bytes()].concat(), None, None) {
        Ok(text) => text,
        Err(raised) => return raised,
    };
    let shown = repr::text(text.as_str().unwrap_or_default());
    raise!(ValueError, "invalid literal for int() with base 10: {shown}")
}

/// The float in a line.
pub fn float(line: &[u8]) -> Res {
    if line.is_empty() {
        return Err(truncated());
    }
    let text = String::from_utf8_lossy(line);
    let is_plain = !line.iter().any(|byte| byte.is_ascii_whitespace() || *byte == b'_');
    let made = call::call(&Value::from(&types().float), &[Value::str(&text)]);
    match made {
        Ok(number) if is_plain => Ok(number),
        Err(raised) if catch(Error::ValueError).is_none() => Err(raised),
        _ if line[0].is_ascii_digit() => Err(raise!(ValueError, "could not convert string to float")),
        _ => Err(raise!(ValueError, "could not convert string to float: '{text}\n'")),
    }
}

/// The bytes between quotes.
pub fn quoted(line: &[u8]) -> Result<Vec<u8>, Raise> {
    match line {
        [first @ (b'"' | b'\''), inner @ .., last] if first == last => unescape(inner),
        _ => Err(super::not_read(format_args!("the STRING opcode argument must be quoted"))),
    }
}

fn unescape(text: &[u8]) -> Result<Vec<u8>, Raise> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut at = 0;
    while let Some(&byte) = text.get(at) {
        at += 1;
        if byte != b'\\' {
            bytes.push(byte);
            continue;
        }
        let Some(&letter) = text.get(at) else { return Err(raise!(ValueError, "Trailing \\ in string")) };
        at += 1;
        match letter {
            b'\n' => {}
            b'\\' | b'\'' | b'"' => bytes.push(letter),
            b'a' => bytes.push(7),
            b'b' => bytes.push(8),
            b'f' => bytes.push(12),
            b'n' => bytes.push(b'\n'),
            b'r' => bytes.push(b'\r'),
            b't' => bytes.push(b'\t'),
            b'v' => bytes.push(11),
            b'0'..=b'7' => {
                let digits = text[at - 1..].iter().take(3).take_while(|digit| (b'0'..=b'7').contains(digit));
                let (count, code) =
                    digits.fold((0, 0u32), |(count, code), digit| (count + 1, code * 8 + u32::from(digit - b'0')));
                bytes.push(code as u8);
                at += count - 1;
            }
            b'x' => {
                let digit = |place: usize| text.get(place).and_then(|&digit| char::from(digit).to_digit(16));
                let (Some(high), Some(low)) = (digit(at), digit(at + 1)) else {
                    let place = at - 2;
                    return Err(raise!(ValueError, "invalid \\x escape at position {place}"));
                };
                bytes.push((high * 16 + low) as u8);
                at += 2;
            }
            _ => bytes.extend([b'\\', letter]),
        }
    }
    Ok(bytes)
}
