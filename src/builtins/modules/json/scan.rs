//! JSON to objects.
//!
//! In: text and a place in it. Out: the object that begins there, and the place behind it. Places are counted in
//! characters outside, in bytes inside.

use crate::number::parse;
use crate::raise;
use crate::value::dict::Dict;
use crate::value::exception::raise_object;
use crate::value::ops::call;
use crate::value::ops::text::digits_limit;
use crate::value::str::Str;
use crate::value::{Gc, Raise, Res, Value, recursion, type_name};
use std::borrow::Cow;

struct Scanner<'a> {
    text: &'a str,
    object_hook: &'a Value,
    pairs_hook: &'a Value,
    parse_float: &'a Value,
    parse_int: &'a Value,
    parse_constant: &'a Value,
    strict: bool,
    /// Keys that came before, each at the place that `place_of` gives it: equal ones are one object. Empty before the first.
    keys: Vec<(&'a str, Value)>,
}

/// How many keys are remembered.
const KEYS: usize = 64;

/// Where a key is remembered.
fn place_of(key: &str) -> usize {
    let bytes = key.as_bytes();
    let (first, last) = (bytes.first().copied().unwrap_or(0), bytes.last().copied().unwrap_or(0));
    (bytes.len() * 5 + usize::from(first) * 3 + usize::from(last)) % KEYS
}

/// What stops a scan.
enum Stop {
    /// There is no value at this place.
    Nothing(usize),
    /// The text is wrong at this place.
    Wrong(String, usize),
    /// A script's function raised.
    Raised(Raise),
}

impl From<Raise> for Stop {
    fn from(raised: Raise) -> Stop {
        Stop::Raised(raised)
    }
}

fn wrong<T>(message: &str, place: usize) -> Result<T, Stop> {
    Err(Stop::Wrong(message.to_owned(), place))
}

/// `scan(text, start, object_hook, object_pairs_hook, parse_float, parse_int, parse_constant, strict, fail)`: `fail` makes
/// the exception for a message, the text and a place.
pub fn scan(arguments: &[Value]) -> Res {
    let [text, start, object_hook, pairs_hook, parse_float, parse_int, parse_constant, strict, fail] = arguments else {
        return Err(raise!(TypeError, "scan() takes 9 arguments"));
    };
    let inside = text.inside();
    let Some(string) = inside.as_ref().unwrap_or(text).as_gc::<Str>() else {
        let class = type_name(text);
        return Err(raise!(TypeError, "first argument must be a string, not {class}"));
    };
    let start = crate::builtins::argument::size(start)?;
    let Ok(start) = usize::try_from(start) else {
        return Err(raise!(ValueError, "idx cannot be negative"));
    };
    let mut scanner = Scanner {
        text: string.as_str(),
        object_hook,
        pairs_hook,
        parse_float,
        parse_int,
        parse_constant,
        strict: crate::value::ops::truth(strict)?,
        keys: Vec::new(),
    };
    let characters = |place: usize| match string.is_ascii() {
        true => place as i64,
        false => string.as_str()[..place].chars().count() as i64,
    };
    let fails = |message: &str, place: i64| failure(fail, message, text, place);
    if start > string.len() {
        return Err(fails("Expecting value", start as i64));
    }
    match scanner.value(string.offset(start)) {
        Ok((value, end)) => Ok(Value::pair(value, Value::int(characters(end)))),
        Err(Stop::Nothing(place)) => Err(fails("Expecting value", characters(place))),
        Err(Stop::Wrong(message, place)) => Err(fails(&message, characters(place))),
        Err(Stop::Raised(raised)) => Err(raised),
    }
}

/// `scan_string(text, start, strict, fail)`: the text that ends at the next quotation mark, and the place behind it.
pub fn scan_string(arguments: &[Value]) -> Res {
    let [text, start, strict, fail] = arguments else {
        return Err(raise!(TypeError, "scan_string() takes 4 arguments"));
    };
    let Some(string) = text.as_text() else {
        return Err(raise!(TypeError, "first argument must be a string, not {}", type_name(text)));
    };
    let none = Value::None;
    let [object_hook, pairs_hook, parse_float, parse_int, parse_constant] = [&none; 5];
    let strict = crate::value::ops::truth(strict)?;
    let keys = Vec::new();
    let plain = string.as_str();
    let scanner =
        Scanner { text: plain, object_hook, pairs_hook, parse_float, parse_int, parse_constant, strict, keys };
    let start = usize::try_from(crate::builtins::argument::size(start)?).unwrap_or(usize::MAX);
    if start > string.len() {
        return Err(raise!(ValueError, "end is out of bounds"));
    }
    match scanner.string(string.offset(start)) {
        Ok((found, end)) => Ok(Value::pair(Value::str(&found), Value::int(plain[..end].chars().count() as i64))),
        Err(Stop::Wrong(message, place)) => {
            let place = plain[..place.min(plain.len())].chars().count() as i64;
            Err(failure(fail, &message, text, place))
        }
        Err(Stop::Nothing(_)) => Err(failure(fail, "Expecting value", text, start as i64)),
        Err(Stop::Raised(raised)) => Err(raised),
    }
}

/// The exception that a script's function makes of a message, the text and a place.
fn failure(fail: &Value, message: &str, text: &Value, place: i64) -> Raise {
    match call::call(fail, &[Value::str(message), text.clone(), Value::int(place)]) {
        Ok(error) => match error.as_gc::<crate::value::exception::Exception>() {
            Some(error) => raise_object(error.clone()),
            None => raise!(ValueError, "{message}"),
        },
        Err(raised) => raised,
    }
}

type Scanned = Result<(Value, usize), Stop>;

impl<'a> Scanner<'a> {
    fn byte(&self, place: usize) -> Option<u8> {
        self.text.as_bytes().get(place).copied()
    }

    fn skip_space(&self, mut place: usize) -> usize {
        while matches!(self.byte(place), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            place += 1;
        }
        place
    }

    fn value(&mut self, place: usize) -> Scanned {
        let rest = &self.text[place..];
        match self.byte(place) {
            Some(b'"') => {
                let (text, end) = self.string(place + 1)?;
                Ok((Value::str(&text), end))
            }
            Some(b'{') => {
                let _deeper = recursion::enter(" while decoding a JSON object from a unicode string")?;
                self.object(place + 1)
            }
            Some(b'[') => {
                let _deeper = recursion::enter(" while decoding a JSON array from a unicode string")?;
                self.array(place + 1)
            }
            Some(b'n') if rest.starts_with("null") => Ok((Value::None, place + 4)),
            Some(b't') if rest.starts_with("true") => Ok((Value::bool(true), place + 4)),
            Some(b'f') if rest.starts_with("false") => Ok((Value::bool(false), place + 5)),
            Some(b'N') if rest.starts_with("NaN") => self.constant("NaN", f64::NAN, place),
            Some(b'I') if rest.starts_with("Infinity") => self.constant("Infinity", f64::INFINITY, place),
            Some(b'-') if rest.starts_with("-Infinity") => self.constant("-Infinity", f64::NEG_INFINITY, place),
            Some(b'-' | b'0'..=b'9') => self.number(place),
            _ => Err(Stop::Nothing(place)),
        }
    }

    fn constant(&self, name: &str, value: f64, place: usize) -> Scanned {
        let value = match self.parse_constant {
            Value::None => Value::float(value),
            function => call::call(function, &[Value::str(name)])?,
        };
        Ok((value, place + name.len()))
    }

    fn digits(&self, mut place: usize) -> usize {
        while matches!(self.byte(place), Some(b'0'..=b'9')) {
            place += 1;
        }
        place
    }

    fn number(&self, start: usize) -> Scanned {
        let first = start + usize::from(self.byte(start) == Some(b'-'));
        let mut end = match self.byte(first) {
            Some(b'0') => first + 1,
            Some(b'1'..=b'9') => self.digits(first),
            _ => return Err(Stop::Nothing(start)),
        };
        let mut is_float = false;
        if self.byte(end) == Some(b'.') && self.digits(end + 1) > end + 1 {
            end = self.digits(end + 1);
            is_float = true;
        }
        if matches!(self.byte(end), Some(b'e' | b'E')) {
            let sign = usize::from(matches!(self.byte(end + 1), Some(b'+' | b'-')));
            let after = self.digits(end + 1 + sign);
            if after > end + 1 + sign {
                end = after;
                is_float = true;
            }
        }
        let text = &self.text[start..end];
        let value = match (is_float, self.parse_float, self.parse_int) {
            (true, Value::None, _) => Value::float(parse::float(text).map_err(Raise::from)?),
            (false, _, Value::None) => match text.parse::<i64>() {
                Ok(small) => Value::int(small),
                Err(_) => Value::from(parse::int(text, 10, digits_limit()).map_err(Raise::from)?),
            },
            (true, function, _) | (false, _, function) => call::call(function, &[Value::str(text)])?,
        };
        Ok((value, end))
    }

    /// The text from behind its opening quote, and the place behind its closing one.
    fn string(&self, start: usize) -> Result<(Cow<'a, str>, usize), Stop> {
        let opening = start.saturating_sub(1);
        let mut out = String::new();
        let mut place = start;
        loop {
            let run = place;
            while matches!(self.byte(place), Some(byte) if byte != b'"' && byte != b'\\' && (byte >= 0x20 || !self.strict))
            {
                place += 1;
            }
            match self.byte(place) {
                Some(b'"') if run == start => return Ok((Cow::Borrowed(&self.text[run..place]), place + 1)),
                _ => out.push_str(&self.text[run..place]),
            }
            match self.byte(place) {
                None => return wrong("Unterminated string starting at", opening),
                Some(b'"') => return Ok((Cow::Owned(out), place + 1)),
                Some(b'\\') => {}
                Some(_) => return wrong("Invalid control character at", place),
            }
            let letter = match self.byte(place + 1) {
                None => return wrong("Unterminated string starting at", opening),
                Some(b'"') => '"',
                Some(b'\\') => '\\',
                Some(b'/') => '/',
                Some(b'b') => '\x08',
                Some(b'f') => '\x0c',
                Some(b'n') => '\n',
                Some(b'r') => '\r',
                Some(b't') => '\t',
                Some(b'u') => {
                    let (letter, end) = self.escaped(place)?;
                    out.push(letter);
                    place = end;
                    continue;
                }
                Some(_) => return wrong("Invalid \\escape", place),
            };
            out.push(letter);
            place += 2;
        }
    }

    fn hexadecimal(&self, place: usize) -> Option<u32> {
        let digits = self.text.as_bytes().get(place..place + 4)?;
        let valid = digits.iter().all(u8::is_ascii_hexdigit);
        valid.then(|| u32::from_str_radix(&self.text[place..place + 4], 16).ok())?
    }

    /// The letter that `\uXXXX`, or a pair of them, stands for. Half of a pair cannot be text.
    fn escaped(&self, place: usize) -> Result<(char, usize), Stop> {
        let Some(first) = self.hexadecimal(place + 2) else {
            return wrong("Invalid \\uXXXX escape", place + 1);
        };
        let end = place + 6;
        if (0xd800..0xdc00).contains(&first)
            && self.text[end..].starts_with("\\u")
            && let Some(second) = self.hexadecimal(end + 2)
            && (0xdc00..0xe000).contains(&second)
        {
            let code = 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
            return Ok((char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER), end + 6));
        }
        Ok((crate::unicode::from_code(first).unwrap_or(char::REPLACEMENT_CHARACTER), end))
    }

    fn array(&mut self, start: usize) -> Scanned {
        let mut items = Vec::new();
        let mut place = self.skip_space(start);
        if self.byte(place) == Some(b']') {
            return Ok((Value::list(items), place + 1));
        }
        loop {
            let (item, end) = self.value(place)?;
            items.push(item);
            place = self.skip_space(end);
            match self.byte(place) {
                Some(b']') => return Ok((Value::list(items), place + 1)),
                Some(b',') => place = self.skip_space(place + 1),
                _ => return wrong("Expecting ',' delimiter", place),
            }
        }
    }

    fn key(&mut self, text: Cow<'a, str>) -> Value {
        match text {
            Cow::Borrowed(text) => {
                if self.keys.is_empty() {
                    self.keys.resize(KEYS, ("", Value::Unbound));
                }
                let known = &mut self.keys[place_of(text)];
                if known.0 != text || known.1.is_unbound() {
                    *known = (text, Value::str(text));
                }
                known.1.clone()
            }
            Cow::Owned(text) => Value::str(&text),
        }
    }

    fn object(&mut self, start: usize) -> Scanned {
        const NAME: &str = "Expecting property name enclosed in double quotes";
        let mut pairs = Vec::new();
        let mut place = self.skip_space(start);
        if self.byte(place) == Some(b'}') {
            return Ok((self.finish(pairs)?, place + 1));
        }
        loop {
            if self.byte(place) != Some(b'"') {
                return wrong(NAME, place);
            }
            let (key, end) = self.string(place + 1)?;
            let key = self.key(key);
            place = self.skip_space(end);
            if self.byte(place) != Some(b':') {
                return wrong("Expecting ':' delimiter", place);
            }
            let (value, end) = self.value(self.skip_space(place + 1))?;
            pairs.push((key, value));
            place = self.skip_space(end);
            match self.byte(place) {
                Some(b'}') => return Ok((self.finish(pairs)?, place + 1)),
                Some(b',') => place = self.skip_space(place + 1),
                _ => return wrong("Expecting ',' delimiter", place),
            }
        }
    }

    /// The object of these pairs, as the script wants it.
    fn finish(&self, pairs: Vec<(Value, Value)>) -> Res {
        if !self.pairs_hook.is_none() {
            let pairs = Value::list(pairs.into_iter().map(|(key, value)| Value::pair(key, value)));
            return call::call(self.pairs_hook, &[pairs]);
        }
        let dict: Gc<Dict> = Dict::with_room(pairs.len());
        for (key, value) in pairs {
            dict.set(key, value)?;
        }
        match self.object_hook {
            Value::None => Ok(Value::from(dict)),
            hook => call::call(hook, &[Value::from(dict)]),
        }
    }
}
