//! `SyntaxError` as an exception: from a text that is no program, and what scripts and reports read of it.
//!
//! In: an error of parsing or resolving with its source, or the arguments of a script's own `SyntaxError(…)`. Out: an
//! exception with `msg`, `filename`, `lineno`, `offset`, `text`, `end_lineno` and `end_offset`, and the place these name.

use super::exception::{Error, Exception, raise_object};
use super::ops;
use super::{Gc, Raise, Symbol, Value, types};
use crate::error::{Place, SyntaxError, SyntaxErrorKind};
use crate::raise;
use crate::source::Source;

/// The attributes that tell the place, in the order of the exception's second argument.
const PLACE: &[&str] = &["filename", "lineno", "offset", "text", "end_lineno", "end_offset"];

/// Raises what is wrong with a text.
#[cold]
pub fn raise(error: &SyntaxError, source: &Source) -> Raise {
    let class = match error.kind {
        SyntaxErrorKind::Syntax => Error::SyntaxError,
        SyntaxErrorKind::Indentation => Error::IndentationError,
        SyntaxErrorKind::Tab => Error::TabError,
        SyntaxErrorKind::Recursion => Error::RecursionError,
    };
    let mut args = vec![Value::str(&error.message)];
    if let Some(place) = error.place(source) {
        let number = |number: u32| Value::int(number.into());
        let ends = place.line < source.line_count();
        let text = Value::str(&if ends { format!("{}\n", place.text) } else { place.text });
        args.push(Value::tuple(vec![
            Value::str(source.name()),
            number(place.line),
            number(place.offset),
            text,
            number(place.end_line),
            number(place.end_offset),
        ]));
    }
    let exception = Exception::create(types().exception(class).clone(), args);
    if class != Error::RecursionError {
        // These arguments are what it wants.
        let _ = set_attributes(&exception);
    }
    raise_object(exception)
}

/// Sets the attributes of a `SyntaxError` that was made with these arguments.
pub fn set_attributes(exception: &Exception) -> Result<(), Raise> {
    let (args, names) = (exception.args(), exception.names());
    let set = |name: &str, value: Value| names.set(Symbol::new(name), value);
    set("msg", args.items().first().cloned().unwrap_or(Value::None));
    let place = match args.items() {
        [_, place] => ops::iterate::collect_values(place)?,
        _ => Vec::new(),
    };
    if args.items().len() == 2 && !(4..=6).contains(&place.len()) {
        let (bound, wanted) = if place.len() < 4 { ("at least", 4) } else { ("at most", 6) };
        return Err(raise!(TypeError, "function takes {bound} {wanted} arguments ({} given)", place.len()));
    }
    for (index, name) in PLACE.iter().enumerate() {
        set(name, place.get(index).cloned().unwrap_or(Value::None));
    }
    set("print_file_and_line", Value::None);
    Ok(())
}

/// The file and the place that a `SyntaxError` names, if it names a line.
pub fn place_of(exception: &Gc<Exception>) -> Option<(String, Place)> {
    if !exception.matches(Error::SyntaxError) {
        return None;
    }
    let get = |name: &str| exception.names().get(Symbol::new(name)).unwrap_or_default();
    let number = |name: &str| get(name).as_int().and_then(|number| u32::try_from(number).ok());
    let line = number("lineno")?;
    let offset = number("offset").unwrap_or(0);
    let file = get("filename").as_str().map_or("<string>".to_string(), str::to_string);
    let text = get("text").as_str().unwrap_or_default().to_string();
    let end_offset = number("end_offset").filter(|&end| end != 0).unwrap_or(offset);
    let end_line = number("end_lineno").unwrap_or(line);
    Some((file, Place { line, offset, text, end_line, end_offset }))
}

/// The message of a `SyntaxError` without its place.
pub fn message_of(exception: &Exception) -> Value {
    exception.names().get(Symbol::new("msg")).unwrap_or(Value::None)
}

/// What `str` adds to the message: the file and the line.
pub fn suffix(exception: &Exception) -> String {
    let get = |name: &str| exception.names().get(Symbol::new(name)).unwrap_or_default();
    let (file, line) = (get("filename"), get("lineno"));
    let file = file.as_str().map(|file| file.rsplit('/').next().unwrap_or(file));
    match (file, line.as_int()) {
        (Some(file), Some(line)) => format!(" ({file}, line {line})"),
        (Some(file), None) => format!(" ({file})"),
        (None, Some(line)) => format!(" (line {line})"),
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    #[test]
    fn a_place_survives_the_way_through_an_exception() {
        let source = Source::new("x.py", "a = 1\nb = = 2\n");
        let error = SyntaxError::new("invalid syntax", Span::new(10, 11));
        let _ = raise(&error, &source);
        let exception = super::super::exception::take_pending();
        let (file, place) = place_of(&exception).unwrap();
        assert_eq!((file.as_str(), place.line, place.offset, place.end_offset), ("x.py", 2, 5, 6));
        assert_eq!(ops::str(&Value::from(exception)).unwrap(), "invalid syntax (x.py, line 2)");
    }
}
