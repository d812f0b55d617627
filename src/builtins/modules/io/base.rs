//! The classes that all file objects derive from: what can be said by calling other methods of the same object, so that a
//! script's own file class needs only a few methods.
//!
//! In: any object whose class derives from one of these. Out: the methods that it did not write itself.

use super::error::{closed, unsupported};
use crate::builtins::argument::size;
use crate::raise;
use crate::value::byte_array::{ByteArray, plain_bytes};
use crate::value::class::Class;
use crate::value::exception::take_pending;
use crate::value::instance::Instance;
use crate::value::native::Takes::{Between, Exactly};
use crate::value::native::{Owner, Row, Run, Takes, given};
use crate::value::ops::{self, attribute, call, truth};
use crate::value::slice::Slice;
use crate::value::{Arguments, Raise, Res, Symbol, Value, type_name};

const fn row(owner: &'static str, name: &'static str, takes: Takes, doc: &'static str) -> Row {
    Row { name, owner: Owner::Type(owner, |_| true), takes, pure: false, doc }
}

const fn plain(owner: &'static str, name: &'static str, run: Run, doc: &'static str) -> Row {
    row(owner, name, Exactly(0, run), doc)
}

#[rustfmt::skip]
pub static BASE: &[Row] = &[
    Row { name: "__new__", owner: Owner::Static("_IOBase"), takes: Takes::Anything(new), pure: false, doc: "" },
    plain("_IOBase", "__enter__", |own| check_open(&own[0]).map(|()| own[0].clone()), "Return self."),
    row("_IOBase", "__exit__", Between(0, 3, |own| ask(&own[0], "close", &[]).map(|_| Value::None)), "Close the file."),
    plain("_IOBase", "__iter__", |own| check_open(&own[0]).map(|()| own[0].clone()), "Implement iter(self)."),
    plain("_IOBase", "__next__", next, "Implement next(self)."),
    plain("_IOBase", "close", close, "Flush and close the IO object."),
    plain("_IOBase", "flush", |own| check_open(&own[0]).map(|()| Value::None), "Flush write buffers, if applicable."),
    plain("_IOBase", "fileno", |_| Err(unsupported("fileno")), "Return underlying file descriptor if one exists."),
    plain("_IOBase", "isatty", |own| check_open(&own[0]).map(|()| Value::bool(false)), "Return whether this is an 'interactive' stream."),
    plain("_IOBase", "readable", |_| Ok(Value::bool(false)), "Return whether object was opened for reading."),
    plain("_IOBase", "writable", |_| Ok(Value::bool(false)), "Return whether object was opened for writing."),
    plain("_IOBase", "seekable", |_| Ok(Value::bool(false)), "Return whether object supports random access."),
    row("_IOBase", "readline", Between(0, 1, read_line), "Read and return a line from the stream."),
    row("_IOBase", "readlines", Between(0, 1, read_lines), "Return a list of lines from the stream."),
    row("_IOBase", "writelines", Exactly(1, write_lines), "Write a list of lines to stream."),
    row("_IOBase", "seek", Between(1, 2, |_| Err(unsupported("seek"))), "Change the stream position to the given byte offset."),
    plain("_IOBase", "tell", |own| ask(&own[0], "seek", &[Value::int(0), Value::int(1)]), "Return current stream position."),
    row("_IOBase", "truncate", Between(0, 1, |_| Err(unsupported("truncate"))), "Truncate file to size bytes."),
];

#[rustfmt::skip]
pub static RAW: &[Row] = &[
    row("_RawIOBase", "read", Between(0, 1, read_raw), "Read up to size bytes from the object and return them."),
    plain("_RawIOBase", "readall", read_all, "Read until EOF, using multiple read() call."),
];

#[rustfmt::skip]
pub static BUFFERED: &[Row] = &[
    row("_BufferedIOBase", "read", Between(0, 1, |_| Err(unsupported("read"))), "Read and return up to n bytes."),
    row("_BufferedIOBase", "read1", Between(0, 1, |_| Err(unsupported("read1"))), "Read and return up to n bytes, with at most one read() call."),
    row("_BufferedIOBase", "write", Exactly(1, |_| Err(unsupported("write"))), "Write the given buffer to the IO stream."),
    plain("_BufferedIOBase", "detach", |_| Err(unsupported("detach")), "Disconnect this buffer from its underlying raw stream."),
    row("_BufferedIOBase", "readinto", Exactly(1, read_into), "Read bytes into a pre-allocated bytes-like object."),
    row("_BufferedIOBase", "readinto1", Exactly(1, read_into), "Read bytes into a pre-allocated bytes-like object."),
];

#[rustfmt::skip]
pub static TEXT: &[Row] = &[
    row("_TextIOBase", "read", Between(0, 1, |_| Err(unsupported("read"))), "Read at most n characters from stream."),
    row("_TextIOBase", "readline", Between(0, 1, |_| Err(unsupported("readline"))), "Read until newline or EOF."),
    row("_TextIOBase", "write", Exactly(1, |_| Err(unsupported("write"))), "Write string to stream."),
    plain("_TextIOBase", "detach", |_| Err(unsupported("detach")), "Separate the underlying buffer from the TextIOBase."),
];

/// Attributes of all, and of text.
pub static BASE_ATTRIBUTES: &[(&str, fn(&Value) -> Res)] = &[("closed", |own| Ok(Value::bool(was_closed(own))))];
pub static TEXT_ATTRIBUTES: &[(&str, fn(&Value) -> Res)] =
    &[("encoding", |_| Ok(Value::None)), ("newlines", |_| Ok(Value::None)), ("errors", |_| Ok(Value::None))];

fn new(arguments: &Arguments<'_>) -> Res {
    match arguments.positional.first().and_then(Value::as_gc::<Class>) {
        Some(class) => Ok(Value::from(Instance::create(class))),
        None => Err(raise!(TypeError, "_IOBase.__new__(): not enough arguments")),
    }
}

/// Calls a method of an object.
pub fn ask(object: &Value, name: &str, arguments: &[Value]) -> Res {
    call::call(&attribute::get(object, Symbol::new(name))?, arguments)
}

const CLOSED: &str = "__IOBase_closed";

fn was_closed(own: &Value) -> bool {
    own.downcast::<Instance>().is_some_and(|own| own.contains(Symbol::new(CLOSED)))
}

fn check_open(own: &Value) -> Result<(), Raise> {
    if truth(&attribute::get(own, Symbol::new("closed"))?)? { Err(closed()) } else { Ok(()) }
}

fn close(own: &[Value]) -> Res {
    if !was_closed(&own[0]) {
        let flushed = ask(&own[0], "flush", &[]);
        if let Some(own) = own[0].downcast::<Instance>() {
            own.set(Symbol::new(CLOSED), Value::bool(true));
        }
        flushed?;
    }
    Ok(Value::None)
}

fn is_empty(piece: &Value) -> Result<bool, Raise> {
    Ok(!truth(piece)?)
}

fn next(own: &[Value]) -> Res {
    let line = ask(&own[0], "readline", &[])?;
    if is_empty(&line)? { Err(raise!(StopIteration, "")) } else { Ok(line) }
}

/// A count that may be absent, `None` or negative, all of which mean no limit.
pub fn limit(arguments: &[Value], place: usize) -> Result<Option<usize>, Raise> {
    match given(arguments, place).filter(|limit| !limit.is_none()) {
        Some(limit) if limit.as_float().is_some() || limit.as_str().is_some() => {
            let class = type_name(limit);
            Err(raise!(TypeError, "argument should be integer or None, not '{class}'"))
        }
        Some(limit) => Ok(usize::try_from(size(limit)?).ok()),
        None => Ok(None),
    }
}

fn read_line(arguments: &[Value]) -> Res {
    let limit = limit(arguments, 1)?.unwrap_or(usize::MAX);
    let mut line = Vec::new();
    while line.len() < limit {
        let piece = ask(&arguments[0], "read", &[Value::int(1)])?;
        let Some(piece) = plain_bytes(&piece) else {
            let class = type_name(&piece);
            return Err(raise!(OSError, "read() should have returned a bytes object, not '{class}'"));
        };
        line.extend_from_slice(&piece);
        if piece.is_empty() || piece.ends_with(b"\n") {
            break;
        }
    }
    Ok(Value::bytes(&line))
}

fn read_lines(arguments: &[Value]) -> Res {
    let hint = limit(arguments, 1)?.filter(|&hint| hint > 0).unwrap_or(usize::MAX);
    let mut lines = Vec::new();
    let mut length = 0;
    let iterator = ops::iter(&arguments[0])?;
    while length < hint
        && let Some(line) = ops::next(&iterator)?
    {
        length += ops::length(&line)?;
        lines.push(line);
    }
    Ok(Value::list(lines))
}

fn write_lines(arguments: &[Value]) -> Res {
    check_open(&arguments[0])?;
    let write = attribute::get(&arguments[0], Symbol::new("write"))?;
    let mut lines = ops::steps::steps(&arguments[1])?;
    while let Some(line) = lines.next()? {
        call::call(&write, &[line])?;
    }
    Ok(Value::None)
}

fn read_raw(arguments: &[Value]) -> Res {
    let Some(count) = limit(arguments, 1)? else {
        return ask(&arguments[0], "readall", &[]);
    };
    let bytes = ByteArray::create(vec![0; count]);
    let count = ask(&arguments[0], "readinto", &[Value::from(&bytes)])?;
    match count.as_int() {
        Some(count) => Ok(Value::bytes(&bytes.to_vec()[..usize::try_from(count).unwrap_or(0).min(bytes.len())])),
        None => Ok(Value::None),
    }
}

fn read_all(own: &[Value]) -> Res {
    let mut all = Vec::new();
    loop {
        let piece = ask(&own[0], "read", &[Value::int(super::buffer::SIZE as i64)])?;
        match plain_bytes(&piece).filter(|piece| !piece.is_empty()) {
            Some(piece) => all.extend(piece),
            None => return Ok(Value::bytes(&all)),
        }
    }
}

fn read_into(arguments: &[Value]) -> Res {
    let wanted = room_in(&arguments[1])?;
    let bytes = ask(&arguments[0], "read", &[Value::int(wanted as i64)])?;
    fill(&arguments[1], &plain_bytes(&bytes).unwrap_or_default())
}

fn room(target: &Value) -> Res {
    writable(target)?.ok_or_else(|| {
        let class = type_name(target);
        raise!(TypeError, "readinto() argument must be read-write bytes-like object, not {class}")
    })
}

/// How many bytes an object has room for.
pub fn room_in(target: &Value) -> Result<usize, Raise> {
    ops::length(&room(target)?)
}

/// Puts bytes into the front of an object that holds bytes; how many there were.
pub fn fill(target: &Value, bytes: &[u8]) -> Res {
    let room = room(target)?;
    let (wanted, count) = (ops::length(&room)?, bytes.len());
    if count > wanted {
        return Err(raise!(ValueError, "read() returned too much data: {wanted} bytes requested, {count} returned"));
    }
    put(&room, 0, bytes)?;
    Ok(Value::int(count as i64))
}

/// The bytes of an object, to be written to: a `bytearray` or a view; nothing if it has none or they cannot change.
pub fn writable(target: &Value) -> Result<Option<Value>, Raise> {
    if target.downcast::<ByteArray>().is_some() {
        return Ok(Some(target.clone()));
    }
    let view = crate::builtins::names().get(Symbol::new("memoryview")).unwrap_or_default();
    let Ok(view) = call::call(&view, std::slice::from_ref(target)) else {
        let _ = take_pending();
        return Ok(None);
    };
    match truth(&attribute::get(&view, Symbol::new("readonly"))?)? {
        true => Ok(None),
        false => ask(&view, "cast", &[Value::str("B")]).map(Some),
    }
}

/// Puts bytes into what `writable` gave.
pub fn put(room: &Value, start: usize, bytes: &[u8]) -> Result<(), Raise> {
    let end = start + bytes.len();
    if let Some(array) = room.downcast::<ByteArray>() {
        array.change(|data| data[start..end].copy_from_slice(bytes));
        return Ok(());
    }
    let part = Slice::create(Value::int(start as i64), Value::int(end as i64), Value::None);
    ops::index::set(room, &Value::from(part), Value::bytes(bytes))
}
