//! The class `TextIOWrapper`: arguments and attributes of text files.
//!
//! In: calls of scripts. Out: what the layer of text below makes of them.

use std::rc::Rc;

use super::base::limit;
use super::binary::empty;
use super::newline::Newline;
use super::text::{Layer, Style, Text};
use crate::builtins::argument::{shown_type, size};
use crate::raise;
use crate::value::host::Stream;
use crate::value::native::Takes::{Between, Exactly, Named};
use crate::value::native::{Owner, Parameters, Row, Run, Takes, given};
use crate::value::ops::{self, attribute, truth};
use crate::value::{Raise, Res, Symbol, Value};

/// What the system's files are encoded in.
pub const ENCODING: &str = "UTF-8";

fn is_text(value: &Value) -> bool {
    value.content::<Text>().is_some()
}

const fn row(name: &'static str, takes: Takes, doc: &'static str) -> Row {
    Row { name, owner: Owner::Type("TextIOWrapper", is_text), takes, pure: false, doc }
}

const fn plain(name: &'static str, run: Run, doc: &'static str) -> Row {
    row(name, Exactly(0, run), doc)
}

static INIT: Parameters = Parameters {
    names: &["buffer", "encoding", "errors", "newline", "line_buffering", "write_through"],
    positional_only: 0,
    positional: 6,
    required: 1,
};

static RECONFIGURE: Parameters = Parameters {
    names: &["encoding", "errors", "newline", "line_buffering", "write_through"],
    positional_only: 0,
    positional: 0,
    required: 0,
};

#[rustfmt::skip]
pub static METHODS: &[Row] = &[
    Row { name: "__new__", owner: Owner::Static("TextIOWrapper"), takes: Takes::Anything(empty::<Text>), pure: false, doc: "" },
    row("__init__", Named(&INIT, init), "Character and line based layer over a BufferedIOBase object, buffer."),
    plain("__repr__", repr, "Return repr(self)."),
    row("read", Between(0, 1, |own| layer(&own[0])?.read(limit(own, 1)?)), "Read at most n characters from stream."),
    row("readline", Between(0, 1, |own| layer(&own[0])?.read_line(limit(own, 1)?)), "Read until newline or EOF."),
    plain("__next__", next, "Implement next(self)."),
    row("write", Exactly(1, write), "Write string s to stream."),
    plain("flush", |own| layer(&own[0])?.flush().map(|()| Value::None), "Flush write buffers, if applicable."),
    plain("close", |own| layer(&own[0])?.close().map(|()| Value::None), "Flush and close the IO object."),
    plain("tell", |own| layer(&own[0])?.tell().map(Value::int), "Return the stream position as an opaque number."),
    row("seek", Between(1, 2, seek), "Set the stream position, and return the new stream position."),
    row("truncate", Between(0, 1, |own| layer(&own[0])?.truncate(given(own, 1).filter(|length| !length.is_none()))), "Truncate file to size bytes."),
    plain("fileno", |own| below(&own[0], "fileno"), "Return underlying file descriptor if one exists."),
    plain("isatty", |own| below(&own[0], "isatty"), "Return whether this is an 'interactive' stream."),
    plain("readable", |own| below(&own[0], "readable"), "Return whether object was opened for reading."),
    plain("writable", |own| below(&own[0], "writable"), "Return whether object was opened for writing."),
    plain("seekable", |own| below(&own[0], "seekable"), "Return whether object supports random access."),
    plain("detach", detach, "Separate the underlying buffer from the TextIOBase and return it."),
    row("reconfigure", Named(&RECONFIGURE, reconfigure), "Reconfigure the text stream with new parameters."),
];

pub static ATTRIBUTES: &[(&str, fn(&Value) -> Res)] = &[
    ("buffer", |own| Ok(layer(own)?.below.clone())),
    ("closed", |own| layer(own)?.is_closed().map(Value::bool)),
    ("encoding", |own| Ok(Value::str(&layer(own)?.style.borrow().encoding))),
    ("errors", |own| Ok(Value::str(&layer(own)?.style.borrow().errors))),
    ("line_buffering", |own| Ok(Value::bool(layer(own)?.style.borrow().by_line))),
    ("write_through", |own| Ok(Value::bool(layer(own)?.style.borrow().through))),
    ("name", |own| attribute::get(&layer(own)?.below, Symbol::EXCEPTION_NAME)),
    ("newlines", |own| {
        let met = layer(own)?.met();
        Ok(match &met[..] {
            [] => Value::None,
            [only] => Value::str(only),
            _ => Value::tuple(met.iter().map(|end| Value::str(end)).collect()),
        })
    }),
];

fn layer(own: &Value) -> Result<Rc<Layer>, Raise> {
    let found = own.content::<Text>().and_then(|text| text.layer.borrow().clone());
    found.ok_or_else(|| raise!(ValueError, "underlying buffer has been detached"))
}

/// The stream of the host that a text file writes to, if it is one of the standard ones.
pub fn stream_of(value: &Value) -> Option<Stream> {
    value.content::<Text>()?.layer.borrow().as_ref()?.stream()
}

fn below(own: &Value, name: &str) -> Res {
    let layer = layer(own)?;
    layer.check()?;
    super::base::ask(&layer.below, name, &[])
}

/// A text argument that may be absent or `None`.
pub fn text_or<'a>(arguments: &'a [Value], place: usize, name: &str, default: &'a str) -> Result<&'a str, Raise> {
    match given(arguments, place).filter(|text| !text.is_none()) {
        Some(text) => text.as_str().ok_or_else(|| {
            let class = shown_type(text);
            raise!(TypeError, "open() argument '{name}' must be str or None, not {class}")
        }),
        None => Ok(default),
    }
}

/// The encoding that an argument names.
pub fn encoding(arguments: &[Value], place: usize) -> Result<String, Raise> {
    let name = text_or(arguments, place, "encoding", ENCODING)?;
    Ok(if name == "locale" { ENCODING } else { name }.to_string())
}

fn flag(arguments: &[Value], place: usize) -> Result<bool, Raise> {
    given(arguments, place).map_or(Ok(false), truth)
}

fn init(arguments: &[Value]) -> Res {
    let style = Style {
        encoding: encoding(arguments, 2)?,
        errors: text_or(arguments, 3, "errors", "strict")?.to_string(),
        newline: Newline::of(arguments, 4, Newline::Any)?,
        by_line: flag(arguments, 5)?,
        through: flag(arguments, 6)?,
    };
    let layer = Layer::new(arguments[1].clone(), style, None)?;
    if let Some(text) = arguments[0].content::<Text>() {
        text.layer.replace(Some(layer));
    }
    Ok(Value::None)
}

fn repr(own: &[Value]) -> Res {
    let mut out = String::from("<_io.TextIOWrapper");
    for name in ["name", "mode"] {
        if let Some(value) = attribute::find(&own[0], Symbol::new(name))? {
            out += &format!(" {name}={}", ops::repr(&value)?);
        }
    }
    let encoding = ops::repr(&Value::str(&layer(&own[0])?.style.borrow().encoding))?;
    Ok(Value::str(&format!("{out} encoding={encoding}>")))
}

fn next(own: &[Value]) -> Res {
    let layer = layer(&own[0])?;
    layer.iterating.set(true);
    let line = layer.read_line(None)?;
    if line.as_str() == Some("") {
        layer.iterating.set(false);
        return Err(raise!(StopIteration, ""));
    }
    Ok(line)
}

fn write(arguments: &[Value]) -> Res {
    let Some(text) = arguments[1].as_str() else {
        let class = shown_type(&arguments[1]);
        return Err(raise!(TypeError, "write() argument must be str, not {class}"));
    };
    layer(&arguments[0])?.write(text)?;
    Ok(Value::int(ops::length(&arguments[1])? as i64))
}

fn seek(arguments: &[Value]) -> Res {
    let whence = given(arguments, 2).map_or(Ok(0), size)?;
    layer(&arguments[0])?.seek(size(&arguments[1])?, whence).map(Value::int)
}

fn detach(own: &[Value]) -> Res {
    let layer = layer(&own[0])?;
    layer.flush()?;
    if let Some(text) = own[0].content::<Text>() {
        text.layer.take();
    }
    Ok(layer.below.clone())
}

fn reconfigure(arguments: &[Value]) -> Res {
    let before = layer(&arguments[0])?;
    before.flush()?;
    let mut style = before.style.borrow().clone();
    if given(arguments, 1).is_some_and(|encoding| !encoding.is_none()) {
        style.encoding = encoding(arguments, 1)?;
        style.errors = "strict".to_string();
    }
    style.errors = text_or(arguments, 2, "errors", &style.errors)?.to_string();
    style.newline = Newline::of(arguments, 3, style.newline)?;
    for (place, flag) in [(4, &mut style.by_line), (5, &mut style.through)] {
        if let Some(value) = given(arguments, place).filter(|value| !value.is_none()) {
            *flag = truth(value)?;
        }
    }
    let fresh = Layer::new(before.below.clone(), style, before.stream())?;
    if let Some(text) = arguments[0].content::<Text>() {
        text.layer.replace(Some(fresh));
    }
    Ok(Value::None)
}
