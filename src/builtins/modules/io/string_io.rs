//! `StringIO`: a file of text in memory.
//!
//! In: text. Out: the same, read and written as from a file. Places are counted in characters.

use std::cell::{Cell, RefCell};

use super::base::limit;
use super::binary::empty;
use super::bytes_io;
use super::newline::Newline;
use crate::builtins::argument::{room, size};
use crate::raise;
use crate::value::native::Takes::{Between, Exactly, Named};
use crate::value::native::{Owner, Parameters, Row, Run, Takes, given};
use crate::value::opaque::Content;
use crate::value::ops::attribute;
use crate::value::tuple::Tuple;
use crate::value::{Raise, Res, Value, type_name};

/// The text and the position.
pub struct Memory {
    text: RefCell<String>,
    /// The position in characters, and in bytes of the text.
    at: Cell<(usize, usize)>,
    newline: Cell<Newline>,
    /// Which ends of lines were met, as bits: `\r`, `\n`, `\r\n`.
    met: Cell<u8>,
    closed: Cell<bool>,
}

impl Default for Memory {
    fn default() -> Memory {
        let newline = Cell::new(Newline::One("\n"));
        Memory { text: RefCell::default(), at: Cell::default(), newline, met: Cell::default(), closed: Cell::default() }
    }
}

impl Content for Memory {}

fn accepts(value: &Value) -> bool {
    value.content::<Memory>().is_some()
}

const fn row(name: &'static str, takes: Takes, doc: &'static str) -> Row {
    Row { name, owner: Owner::Type("StringIO", accepts), takes, pure: false, doc }
}

const fn plain(name: &'static str, run: Run, doc: &'static str) -> Row {
    row(name, Exactly(0, run), doc)
}

static INIT: Parameters =
    Parameters { names: &["initial_value", "newline"], positional_only: 0, positional: 2, required: 0 };

#[rustfmt::skip]
pub static METHODS: &[Row] = &[
    Row { name: "__new__", owner: Owner::Static("StringIO"), takes: Takes::Anything(empty::<Memory>), pure: false, doc: "" },
    row("__init__", Named(&INIT, init), "Text I/O implementation using an in-memory buffer."),
    row("read", Between(0, 1, read), "Read at most size characters, returned as a string."),
    row("readline", Between(0, 1, read_line), "Read until newline or EOF."),
    plain("__next__", next, "Implement next(self)."),
    row("write", Exactly(1, write), "Write string to file."),
    row("seek", Between(1, 2, seek), "Change stream position."),
    plain("tell", |own| Ok(Value::int(open(&own[0])?.at.get().0 as i64)), "Tell the current file position."),
    row("truncate", Between(0, 1, truncate), "Truncate size to pos."),
    plain("getvalue", |own| Ok(Value::str(&open(&own[0])?.text.borrow())), "Retrieve the entire contents of the object."),
    plain("__getstate__", state, "What is stored of it."),
    row("__setstate__", Exactly(1, set_state), "Become what was stored."),
    plain("close", close, "Close the IO object."),
    plain("flush", |own| open(&own[0]).map(|_| Value::None), "Does nothing."),
    plain("isatty", |own| open(&own[0]).map(|_| Value::bool(false)), "Always returns False."),
    plain("readable", |own| open(&own[0]).map(|_| Value::bool(true)), "Returns True if the IO object can be read."),
    plain("writable", |own| open(&own[0]).map(|_| Value::bool(true)), "Returns True if the IO object can be written."),
    plain("seekable", |own| open(&own[0]).map(|_| Value::bool(true)), "Returns True if the IO object can be seeked."),
];

pub static ATTRIBUTES: &[(&str, fn(&Value) -> Res)] = &[
    ("closed", |own| Ok(Value::bool(own.content::<Memory>().is_some_and(|own| own.closed.get())))),
    ("line_buffering", |own| open(own).map(|_| Value::bool(false))),
    ("newlines", |own| Ok(newlines(open(own)?.met.get()))),
];

fn open(own: &Value) -> Result<&Memory, Raise> {
    match own.content::<Memory>() {
        Some(memory) if !memory.closed.get() => Ok(memory),
        _ => Err(raise!(ValueError, "I/O operation on closed file")),
    }
}

fn init(arguments: &[Value]) -> Res {
    let memory = open(&arguments[0])?;
    memory.newline.set(Newline::of(arguments, 2, Newline::One("\n"))?);
    memory.text.take();
    memory.at.set((0, 0));
    memory.met.set(0);
    if let Some(text) = given(arguments, 1).filter(|text| !text.is_none()) {
        let Some(text) = text.as_str() else {
            let class = type_name(text);
            return Err(raise!(TypeError, "initial_value must be str or None, not {class}"));
        };
        memory.put(text)?;
        memory.at.set((0, 0));
    }
    Ok(Value::None)
}

/// Text, ends of lines, position, and attributes.
fn state(arguments: &[Value]) -> Res {
    let memory = open(&arguments[0])?;
    let newline = match memory.newline.get() {
        Newline::Any => Value::None,
        Newline::Kept => Value::str(""),
        Newline::One(end) => Value::str(end),
    };
    let (text, place) = (Value::str(&memory.text.borrow()), Value::int(memory.at.get().0 as i64));
    Ok(Value::tuple(vec![text, newline, place, attribute::own_state(&arguments[0])?]))
}

fn set_state(arguments: &[Value]) -> Res {
    let parts = arguments[1].downcast::<Tuple>().map(Tuple::items);
    let Some([text, newline, place, own]) = parts else {
        let given = type_name(&arguments[1]);
        return Err(raise!(
            TypeError,
            "{}.__setstate__ argument should be 4-tuple, got {given}",
            type_name(&arguments[0])
        ));
    };
    init(&[arguments[0].clone(), Value::str(""), newline.clone()])?;
    let memory = open(&arguments[0])?;
    let Some(text) = text.as_str() else { return Err(raise!(TypeError, "initial_value must be str or None")) };
    *memory.text.borrow_mut() = text.to_string();
    memory.go(bytes_io::position(place)?);
    bytes_io::take_names(&arguments[0], own)
}

/// `newlines`, of the bits.
fn newlines(met: u8) -> Value {
    let ends = ["\r", "\n", "\r\n"].into_iter().enumerate();
    let mut ends: Vec<Value> = ends.filter(|(bit, _)| met >> bit & 1 == 1).map(|(_, end)| Value::str(end)).collect();
    match ends.len() {
        0 => Value::None,
        1 => ends.remove(0),
        _ => Value::tuple(ends),
    }
}

impl Memory {
    /// Notes which ends of lines there are in a text.
    fn meet(&self, text: &str) {
        let pairs = text.matches("\r\n").count();
        let (returns, feeds) = (text.matches('\r').count(), text.matches('\n').count());
        let bits = u8::from(returns > pairs) | u8::from(feeds > pairs) << 1 | u8::from(pairs > 0) << 2;
        self.met.set(self.met.get() | bits);
    }

    /// Writes at the position.
    fn put(&self, text: &str) -> Result<(), Raise> {
        if self.newline.get().is_universal() {
            self.meet(text);
        }
        let changed = match self.newline.get() {
            Newline::Any => Some(Newline::Any.read(text.to_string())),
            newline => newline.written(text),
        };
        let new = changed.as_deref().unwrap_or(text);
        let mut all = self.text.borrow_mut();
        let (place, mut byte) = self.at.get();
        if byte > all.len() {
            // Beyond the end there are zeros.
            byte = all.len();
            let gap = place - all.chars().count();
            room(gap, 1)?;
            all.extend(std::iter::repeat_n('\0', gap));
            byte += gap;
        }
        let count = new.chars().count();
        if byte == all.len() {
            room(new.len(), 1)?;
            all.push_str(new);
        } else {
            let end = all[byte..].char_indices().nth(count).map_or(all.len(), |(end, _)| byte + end);
            all.replace_range(byte..end, new);
        }
        self.at.set((place + count, byte + new.len()));
        Ok(())
    }

    /// What lies between the position and so many bytes on; the position moves there.
    fn take(&self, bytes: usize) -> Value {
        let all = self.text.borrow();
        let (place, byte) = self.at.get();
        let part = &all[byte..byte + bytes];
        self.at.set((place + part.chars().count(), byte + bytes));
        Value::str(part)
    }

    /// How many bytes so many characters from the position on take, as far as there are any.
    fn width(&self, most: Option<usize>) -> usize {
        let all = self.text.borrow();
        let rest = all.get(self.at.get().1..).unwrap_or_default();
        match most {
            Some(most) if most < rest.len() => rest.char_indices().nth(most).map_or(rest.len(), |(end, _)| end),
            _ => rest.len(),
        }
    }

    fn line(&self, most: Option<usize>) -> Value {
        let end = {
            let all = self.text.borrow();
            let rest = all.get(self.at.get().1..).unwrap_or_default();
            if rest.is_empty() {
                return Value::str("");
            }
            self.newline.get().end_of_line(rest).unwrap_or(rest.len())
        };
        self.take(end.min(self.width(most)))
    }

    fn go(&self, place: usize) {
        let all = self.text.borrow();
        let byte = all.char_indices().map(|(byte, _)| byte).chain([all.len()]).nth(place);
        // Beyond the end the byte only says that it is beyond.
        self.at.set((place, byte.unwrap_or(all.len() + 1)));
    }
}

fn read(arguments: &[Value]) -> Res {
    let memory = open(&arguments[0])?;
    let width = memory.width(limit(arguments, 1)?);
    Ok(if width == 0 { Value::str("") } else { memory.take(width) })
}

fn read_line(arguments: &[Value]) -> Res {
    Ok(open(&arguments[0])?.line(limit(arguments, 1)?))
}

fn next(own: &[Value]) -> Res {
    let line = open(&own[0])?.line(None);
    if line.as_str() == Some("") { Err(raise!(StopIteration, "")) } else { Ok(line) }
}

fn write(arguments: &[Value]) -> Res {
    let Some(text) = arguments[1].as_str() else {
        let class = type_name(&arguments[1]);
        return Err(raise!(TypeError, "string argument expected, got '{class}'"));
    };
    open(&arguments[0])?.put(text)?;
    Ok(Value::int(crate::value::ops::length(&arguments[1])? as i64))
}

fn seek(arguments: &[Value]) -> Res {
    let memory = open(&arguments[0])?;
    let offset = size(&arguments[1])?;
    let whence = given(arguments, 2).map_or(Ok(0), size)?;
    let place = match whence {
        0 if offset < 0 => return Err(raise!(ValueError, "Negative seek position {offset}")),
        0 => offset as usize,
        1 | 2 if offset != 0 => return Err(raise!(OSError, "Can't do nonzero cur-relative seeks")),
        1 => memory.at.get().0,
        2 => memory.text.borrow().chars().count(),
        _ => return Err(raise!(ValueError, "Invalid whence ({whence}, should be 0, 1 or 2)")),
    };
    memory.go(place);
    Ok(Value::int(place as i64))
}

fn truncate(arguments: &[Value]) -> Res {
    let memory = open(&arguments[0])?;
    let length = match given(arguments, 1).filter(|length| !length.is_none()) {
        Some(length) => size(length)?,
        None => memory.at.get().0 as i64,
    };
    let Ok(kept) = usize::try_from(length) else {
        return Err(raise!(ValueError, "Negative size value {length}"));
    };
    {
        let mut all = memory.text.borrow_mut();
        let end = all.char_indices().nth(kept).map_or(all.len(), |(end, _)| end);
        all.truncate(end);
    }
    memory.go(memory.at.get().0);
    Ok(Value::int(length))
}

fn close(own: &[Value]) -> Res {
    if let Some(memory) = own[0].content::<Memory>() {
        memory.closed.set(true);
        memory.text.take();
    }
    Ok(Value::None)
}
