//! Objects to JSON.
//!
//! In: an object and how it is to look. Out: text. What JSON does not know goes to a function of the script, whose result
//! is written in its place.

use crate::number::repr;
use crate::raise;
use crate::unicode::{code_of, is_half};
use crate::value::dict::Dict;
use crate::value::list::List;
use crate::value::ops::text::digits_limit;
use crate::value::ops::{self, attribute, call, iterate};
use crate::value::tuple::Tuple;
use crate::value::{Kind, Raise, Res, Symbol, Value, class_of, convert, host, recursion, type_name};
use std::fmt::Write;

/// How the text is to look, and what has been written.
struct Encoder<'a> {
    out: String,
    default: &'a Value,
    skip_keys: bool,
    ascii: bool,
    check: bool,
    allow_nan: bool,
    indent: Option<String>,
    item_separator: &'a str,
    key_separator: &'a str,
    sort_keys: bool,
    /// The objects that are being written, outermost first.
    open: Vec<u64>,
    /// How deep the object is that is being written.
    level: usize,
    count: u32,
}

/// `encode(o, default, skipkeys, ensure_ascii, check_circular, allow_nan, indent, item_separator, key_separator, sort_keys)`
pub fn encode(arguments: &[Value]) -> Res {
    let truth = |place: usize| ops::truth(&arguments[place]);
    let text = |place: usize| {
        arguments[place].as_str().ok_or_else(|| {
            let class = type_name(&arguments[place]);
            raise!(TypeError, "make_encoder() argument {place} must be str, not {class}")
        })
    };
    let indent = match (&arguments[6], arguments[6].as_str()) {
        (Value::None, _) => None,
        (_, Some(text)) => Some(text.to_owned()),
        (number, None) => {
            Some(" ".repeat(convert::clipped_index(number, "indent must be an int or a str")?.max(0) as usize))
        }
    };
    let mut encoder = Encoder {
        out: String::new(),
        default: &arguments[1],
        skip_keys: truth(2)?,
        ascii: truth(3)?,
        check: truth(4)?,
        allow_nan: truth(5)?,
        indent,
        item_separator: text(7)?,
        key_separator: text(8)?,
        sort_keys: truth(9)?,
        open: Vec::new(),
        level: 0,
        count: 0,
    };
    encoder.write(&arguments[0])?;
    Ok(Value::str(&encoder.out))
}

/// `encode_basestring(s)`
pub fn string(arguments: &[Value], ascii: bool) -> Res {
    let Some(text) = arguments[0].as_str() else {
        let class = type_name(&arguments[0]);
        return Err(raise!(TypeError, "first argument must be a string, not {class}"));
    };
    let mut out = String::new();
    write_text(&mut out, text, ascii);
    Ok(Value::str(&out))
}

fn write_text(out: &mut String, text: &str, ascii: bool) {
    out.push('"');
    let mut rest = text;
    // Runs of letters that stand for themselves are copied at once.
    while let Some(end) = rest
        .find(|letter: char| matches!(letter, '"' | '\\' | '\0'..='\x1f') || (ascii && !matches!(letter, ' '..='~')))
    {
        let (plain, special) = rest.split_at(end);
        out.push_str(plain);
        let Some(letter) = special.chars().next() else { break };
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\x08' => out.push_str("\\b"),
            '\x0c' => out.push_str("\\f"),
            letter if is_half(letter) => _ = write!(out, "\\u{:04x}", code_of(letter)),
            letter => letter.encode_utf16(&mut [0; 2]).iter().for_each(|unit| _ = write!(out, "\\u{unit:04x}")),
        }
        rest = &special[letter.len_utf8()..];
    }
    out.push_str(rest);
    out.push('"');
}

impl Encoder<'_> {
    fn write(&mut self, value: &Value) -> Result<(), Raise> {
        match value {
            Value::None | Value::Unbound => self.out.push_str("null"),
            Value::Bool(truth) => self.out.push_str(if truth.get() { "true" } else { "false" }),
            Value::Int(number) => _ = write!(self.out, "{number}"),
            Value::Float(float) => self.write_float(float.get())?,
            _ => self.write_object(value)?,
        }
        Ok(())
    }

    fn float_text(&self, float: f64) -> Result<String, Raise> {
        if float.is_finite() {
            return Ok(repr::float(float));
        }
        if !self.allow_nan {
            return Err(raise!(ValueError, "Out of range float values are not JSON compliant"));
        }
        Ok(match float {
            _ if float.is_nan() => "NaN",
            _ if float > 0.0 => "Infinity",
            _ => "-Infinity",
        }
        .to_owned())
    }

    fn write_float(&mut self, float: f64) -> Result<(), Raise> {
        let text = self.float_text(float)?;
        self.out.push_str(&text);
        Ok(())
    }

    fn write_object(&mut self, value: &Value) -> Result<(), Raise> {
        if let Some(text) = value.as_str() {
            write_text(&mut self.out, text, self.ascii);
            return Ok(());
        }
        if let Some(big) = value.as_big() {
            self.out.push_str(&repr::big(big, digits_limit())?);
            return Ok(());
        }
        match value.kind() {
            Some(Kind::List | Kind::Tuple) => self.nested(value, Encoder::write_row),
            Some(Kind::Dict) => self.nested(value, Encoder::write_dict),
            _ => match inside(value) {
                Some(inside) if inside.kind() == Some(Kind::Dict) => self.nested(value, Encoder::write_dict),
                Some(inside) if matches!(inside.kind(), Some(Kind::List | Kind::Tuple)) => {
                    self.nested(value, Encoder::write_row)
                }
                Some(inside) => self.write(&inside),
                None => self.nested(value, |encoder, value| {
                    let replaced = call::call(encoder.default, std::slice::from_ref(value))?;
                    encoder.write(&replaced)
                }),
            },
        }
    }

    /// Writes what may hold other objects.
    fn nested(
        &mut self,
        value: &Value,
        write: impl FnOnce(&mut Self, &Value) -> Result<(), Raise>,
    ) -> Result<(), Raise> {
        let _deeper = recursion::enter(" while encoding a JSON object")?;
        self.count = self.count.wrapping_add(1);
        if self.count.is_multiple_of(1024) {
            host::poll()?;
        }
        if !self.check {
            return write(self, value);
        }
        let address = value.payload();
        if self.open.contains(&address) {
            return Err(raise!(ValueError, "Circular reference detected"));
        }
        self.open.push(address);
        let result = write(self, value);
        self.open.pop();
        result
    }

    /// Begins a line of its own, as deep as the objects that are open.
    fn line(&mut self, depth: usize) {
        if let Some(indent) = &self.indent {
            self.out.push('\n');
            for _ in 0..depth {
                self.out.push_str(indent);
            }
        }
    }

    fn write_row(&mut self, value: &Value) -> Result<(), Raise> {
        let items = match (value.as_gc::<List>(), value.downcast::<Tuple>()) {
            (Some(list), _) => list.clone(),
            (_, Some(tuple)) => List::from_values(tuple.items().to_vec()),
            _ => List::from_values(iterate::collect_values(value)?),
        };
        if items.is_empty() {
            self.out.push_str("[]");
            return Ok(());
        }
        self.out.push('[');
        self.level += 1;
        // What writes an item may change the list.
        for (place, item) in (0..).map_while(|place| Some((place, items.get(place)?))) {
            if place > 0 {
                self.out.push_str(self.item_separator);
            }
            self.line(self.level);
            self.write(&item)?;
        }
        self.level -= 1;
        self.line(self.level);
        self.out.push(']');
        Ok(())
    }

    fn write_dict(&mut self, value: &Value) -> Result<(), Raise> {
        let mut pairs: Vec<(Value, Value)> = match value.downcast::<Dict>() {
            Some(dict) => dict.pairs(),
            None => {
                let items = call::call(&attribute::get(value, Symbol::new("items"))?, &[])?;
                let mut pairs = Vec::new();
                for pair in iterate::collect_values(&items)? {
                    match <[Value; 2]>::try_from(iterate::collect_values(&pair)?) {
                        Ok([key, value]) => pairs.push((key, value)),
                        Err(_) => return Err(raise!(ValueError, "items must return 2-tuples")),
                    }
                }
                pairs
            }
        };
        if pairs.is_empty() {
            self.out.push_str("{}");
            return Ok(());
        }
        if self.sort_keys {
            let mut rows: Vec<Value> = pairs.into_iter().map(|(key, value)| Value::pair(key, value)).collect();
            crate::builtins::sort::sort(&mut rows, false)?;
            let part = |row: &Value, place: usize| {
                row.downcast::<Tuple>().and_then(|row| row.items().get(place).cloned()).unwrap_or_default()
            };
            pairs = rows.iter().map(|row| (part(row, 0), part(row, 1))).collect();
        }
        self.out.push('{');
        self.level += 1;
        let mut first = true;
        for (key, value) in &pairs {
            let Some(key) = self.key_text(key)? else { continue };
            if !first {
                self.out.push_str(self.item_separator);
            }
            first = false;
            self.line(self.level);
            write_text(&mut self.out, &key, self.ascii);
            self.out.push_str(self.key_separator);
            self.write(value)?;
        }
        self.level -= 1;
        if !first {
            self.line(self.level);
        }
        self.out.push('}');
        Ok(())
    }

    /// A key as text; none if it is left out.
    fn key_text(&self, key: &Value) -> Result<Option<String>, Raise> {
        Ok(Some(match key {
            Value::None => "null".to_owned(),
            Value::Bool(truth) => if truth.get() { "true" } else { "false" }.to_owned(),
            Value::Int(number) => number.to_string(),
            Value::Float(float) => self.float_text(float.get())?,
            _ => match (key.as_str(), key.as_big(), inside(key)) {
                (Some(text), ..) => text.to_owned(),
                (_, Some(big), _) => repr::big(big, digits_limit())?,
                (.., Some(inside)) if !inside.may_hold_others() => return self.key_text(&inside),
                _ if self.skip_keys => return Ok(None),
                _ => {
                    let class = class_of(key).name();
                    return Err(raise!(TypeError, "keys must be str, int, float, bool or None, not {class}"));
                }
            },
        }))
    }
}

/// The value inside an instance of a class that derives from a built-in type which JSON knows.
fn inside(value: &Value) -> Option<Value> {
    // `numpy.float64` is a kind of float.
    if let Value::NumpyF64(bits) = value {
        return Some(Value::float(f64::from_bits(*bits)));
    }
    let inside = value.inside()?;
    let known = match inside.kind() {
        None => !inside.is_none(),
        Some(kind) => matches!(kind, Kind::Str | Kind::BigInt | Kind::List | Kind::Tuple | Kind::Dict),
    };
    known.then_some(inside)
}
