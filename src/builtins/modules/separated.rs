//! `_csv`: rows whose values stand between delimiters, some of them in quotation marks.
//!
//! In: a line, or the values of a row, and the characters of a dialect. Out: the values, or the line. Whatever is not said so plainly is
//! left to the page `csv`, which reads and writes letter by letter.

use super::{Module, function, with_functions};
use crate::value::list::List;
use crate::value::native::Row;
use crate::value::native::Takes::Exactly;
use crate::value::tuple::Tuple;
use crate::value::{Gc, Raise, Value, ops};

/// The module.
pub fn create() -> Gc<Module> {
    with_functions("_csv", FUNCTIONS)
}

#[rustfmt::skip]
static FUNCTIONS: &[Row] = &[
    function("_csv", "cut", Exactly(4, |a| Ok(cut(&a[0], &a[1], &a[2], &a[3]).unwrap_or(Value::None))), "The values of a line with delimiter and quotation mark, none longer than a limit; None if that is not all there is to it."),
    function("_csv", "join", Exactly(5, |a| Ok(join(&a[0], &a[1], &a[2], &a[3], &a[4])?.unwrap_or(Value::None))), "The line of a row with delimiter, quotation mark and an end; special are the characters because of which a value is quoted. None if that is not all there is to it."),
];

fn cut(line: &Value, delimiter: &Value, quote: &Value, limit: &Value) -> Option<Value> {
    let (line, delimiter, quote) = (line.as_str()?, delimiter.as_str()?, quote.as_str()?);
    let line = line.trim_end_matches(['\r', '\n']);
    let is_short = i64::try_from(line.len()).ok()? <= limit.as_int()?;
    if !is_short || memchr::memchr2(b'\r', b'\n', line.as_bytes()).is_some() {
        return None;
    }
    let row = List::new();
    let mut rest = if line.is_empty() { return Some(Value::from(row)) } else { Some(line) };
    while let Some(text) = rest {
        let (value, behind) = match text.strip_prefix(quote) {
            Some(quoted) => unquote(quoted, quote)?,
            None => {
                let end = text.find(delimiter).unwrap_or(text.len());
                (Value::str(&text[..end]), &text[end..])
            }
        };
        row.push(value);
        rest = match behind.strip_prefix(delimiter) {
            None if !behind.is_empty() => return None,
            more => more,
        };
    }
    Some(Value::from(row))
}

/// What stands before the closing quotation mark, in which doubled ones stand for one, and what is behind that.
fn unquote<'a>(text: &'a str, quote: &str) -> Option<(Value, &'a str)> {
    let (first, mut behind) = text.split_once(quote)?;
    if !behind.starts_with(quote) {
        return Some((Value::str(first), behind));
    }
    let mut value = first.to_owned();
    while let Some(more) = behind.strip_prefix(quote) {
        let (part, rest) = more.split_once(quote)?;
        value.push_str(quote);
        value.push_str(part);
        behind = rest;
    }
    Some((Value::str(&value), behind))
}

fn join(row: &Value, delimiter: &Value, quote: &Value, special: &Value, end: &Value) -> Result<Option<Value>, Raise> {
    let characters = (delimiter.as_str(), quote.as_str(), special.as_str(), end.as_str());
    let (Some(delimiter), Some(quote), Some(special), Some(end)) = characters else { return Ok(None) };
    let fields = match (row.downcast::<List>(), row.downcast::<Tuple>()) {
        (Some(list), _) => list.to_values(),
        (_, Some(tuple)) => tuple.items().to_vec(),
        _ => return Ok(None),
    };
    let mut line = String::new();
    for (place, field) in fields.iter().enumerate() {
        if place > 0 {
            line.push_str(delimiter);
        }
        let shown;
        let text = match field {
            Value::None => "",
            Value::Int(_) | Value::Float(_) | Value::Bool(_) => {
                shown = ops::str(field)?;
                &shown
            }
            _ => match field.as_str() {
                Some(text) => text,
                None => return Ok(None),
            },
        };
        if !text.contains(|letter| special.contains(letter)) {
            line.push_str(text);
            continue;
        }
        line.push_str(quote);
        for (place, part) in text.split(quote).enumerate() {
            if place > 0 {
                line.push_str(quote);
                line.push_str(quote);
            }
            line.push_str(part);
        }
        line.push_str(quote);
    }
    // A row of one empty value would not be told from none.
    if fields.len() == 1 && line.is_empty() {
        return Ok(None);
    }
    line.push_str(end);
    Ok(Some(Value::str(&line)))
}
