//! `BytesIO`: a file of bytes in memory.
//!
//! In: bytes. Out: the same, read and written as from a file.

use std::cell::{Cell, OnceCell, RefCell};
use std::io::SeekFrom;

use super::base::{fill, limit, room_in};
use super::binary::{bytes_like, empty, place};
use super::error::closed;
use crate::builtins::argument::{room, size};
use crate::builtins::modules::class;
use crate::raise;
use crate::value::byte_array::{plain_bytes, shown};
use crate::value::class::Class;
use crate::value::dict::Dict;
use crate::value::heap::Ref;
use crate::value::instance::Instance;
use crate::value::memory_view::{Buffer, MemoryView};
use crate::value::native::Takes::{Between, Exactly, Named};
use crate::value::native::{Owner, Parameters, Row, Run, Takes, given};
use crate::value::opaque::{Content, Opaque};
use crate::value::ops::attribute;
use crate::value::tuple::Tuple;
use crate::value::{Gc, Raise, Res, Symbol, Value, type_name};

/// The bytes and the position.
#[derive(Default)]
pub struct Memory {
    data: RefCell<Vec<u8>>,
    at: Cell<usize>,
    closed: Cell<bool>,
    /// How many views forbid it to change its size.
    views: Cell<usize>,
}

impl Content for Memory {}

/// What the views of a file show: its bytes. The file itself is no row of bytes.
struct Shown(Value);

impl Shown {
    fn of<T>(&self, look: impl FnOnce(&Memory) -> T) -> Option<T> {
        self.0.content::<Memory>().map(look)
    }
}

impl Content for Shown {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.0.trace(visit);
    }

    fn buffer(&self) -> Option<&dyn Buffer> {
        Some(self)
    }
}

impl Buffer for Shown {
    fn format(&self) -> char {
        'B'
    }

    fn look(&self, look: &mut dyn FnMut(&[u8])) {
        self.of(|memory| look(&memory.data.borrow()));
    }

    fn write(&self, start: usize, bytes: &[u8]) {
        self.of(|memory| memory.data.borrow_mut()[start..start + bytes.len()].copy_from_slice(bytes));
    }

    fn hold(&self, more: bool) {
        self.of(|memory| {
            let views = memory.views.get();
            memory.views.set(if more { views + 1 } else { views.saturating_sub(1) });
        });
    }
}

fn accepts(value: &Value) -> bool {
    value.content::<Memory>().is_some()
}

const fn row(name: &'static str, takes: Takes, doc: &'static str) -> Row {
    Row { name, owner: Owner::Type("BytesIO", accepts), takes, pure: false, doc }
}

const fn plain(name: &'static str, run: Run, doc: &'static str) -> Row {
    row(name, Exactly(0, run), doc)
}

static INIT: Parameters = Parameters { names: &["initial_bytes"], positional_only: 0, positional: 1, required: 0 };

#[rustfmt::skip]
pub static METHODS: &[Row] = &[
    Row { name: "__new__", owner: Owner::Static("BytesIO"), takes: Takes::Anything(empty::<Memory>), pure: false, doc: "" },
    row("__init__", Named(&INIT, init), "Buffered I/O implementation using an in-memory bytes buffer."),
    row("read", Between(0, 1, read), "Read at most size bytes, returned as a bytes object."),
    row("read1", Between(0, 1, read), "Read at most size bytes, returned as a bytes object."),
    row("readline", Between(0, 1, read_line), "Next line from the file, as a bytes object."),
    plain("__next__", next, "Implement next(self)."),
    row("readinto", Exactly(1, read_into), "Read bytes into buffer."),
    row("write", Exactly(1, write), "Write bytes to file."),
    row("seek", Between(1, 2, seek), "Change stream position."),
    plain("tell", |own| Ok(Value::int(open(&own[0])?.at.get() as i64)), "Current file position, an integer."),
    row("truncate", Between(0, 1, truncate), "Truncate the file to at most size bytes."),
    plain("getvalue", |own| Ok(Value::bytes(&open(&own[0])?.data.borrow())), "Retrieve the entire contents of the BytesIO object."),
    plain("getbuffer", get_buffer, "Get a read view over the contents of the BytesIO object."),
    row("__getstate__", Exactly(0, state), "What is stored of it."),
    row("__setstate__", Exactly(1, set_state), "Become what was stored."),
    plain("close", close, "Disable all I/O operations."),
    plain("flush", |own| open(&own[0]).map(|_| Value::None), "Does nothing."),
    plain("isatty", |own| open(&own[0]).map(|_| Value::bool(false)), "Always returns False."),
    plain("readable", |own| open(&own[0]).map(|_| Value::bool(true)), "Returns True if the IO object can be read."),
    plain("writable", |own| open(&own[0]).map(|_| Value::bool(true)), "Returns True if the IO object can be written."),
    plain("seekable", |own| open(&own[0]).map(|_| Value::bool(true)), "Returns True if the IO object can be seeked."),
];

pub static ATTRIBUTES: &[(&str, fn(&Value) -> Res)] =
    &[("closed", |own| Ok(Value::bool(own.content::<Memory>().is_some_and(|own| own.closed.get()))))];

fn open(own: &Value) -> Result<&Memory, Raise> {
    match own.content::<Memory>() {
        Some(memory) if !memory.closed.get() => Ok(memory),
        _ => Err(closed()),
    }
}

fn init(arguments: &[Value]) -> Res {
    let memory = open_to_resize(&arguments[0])?;
    let data = given(arguments, 1).filter(|data| !data.is_none()).map_or(Ok(Vec::new()), bytes_like)?;
    memory.data.replace(data);
    memory.at.set(0);
    Ok(Value::None)
}

/// Does something with what lies between the position and so many bytes on; the position moves there.
fn take<T>(memory: &Memory, most: usize, look: impl FnOnce(&[u8]) -> T) -> T {
    let data = memory.data.borrow();
    let start = memory.at.get().min(data.len());
    let end = data.len().min(start.saturating_add(most));
    memory.at.set(memory.at.get().max(end));
    look(&data[start..end])
}

fn read(arguments: &[Value]) -> Res {
    let memory = open(&arguments[0])?;
    let most = limit(arguments, 1)?.unwrap_or(usize::MAX);
    Ok(take(memory, most, Value::bytes))
}

/// The line that begins at the position, or so much of it.
fn line(memory: &Memory, most: Option<usize>) -> Value {
    let length = {
        let data = memory.data.borrow();
        let rest = data.get(memory.at.get()..).unwrap_or_default();
        rest.iter().position(|&byte| byte == b'\n').map_or(rest.len(), |end| end + 1)
    };
    take(memory, length.min(most.unwrap_or(usize::MAX)), Value::bytes)
}

fn read_line(arguments: &[Value]) -> Res {
    Ok(line(open(&arguments[0])?, limit(arguments, 1)?))
}

fn next(own: &[Value]) -> Res {
    let memory = open(&own[0])?;
    let is_at_end = memory.at.get() >= memory.data.borrow().len();
    if is_at_end { Err(raise!(StopIteration, "")) } else { Ok(line(memory, None)) }
}

fn read_into(arguments: &[Value]) -> Res {
    let memory = open(&arguments[0])?;
    // What is filled may be a view of the stream itself.
    let bytes = take(memory, room_in(&arguments[1])?, <[u8]>::to_vec);
    fill(&arguments[1], &bytes)
}

fn write(arguments: &[Value]) -> Res {
    let memory = open_to_resize(&arguments[0])?;
    let bytes = bytes_like(&arguments[1])?;
    let mut data = memory.data.borrow_mut();
    let (start, end) = (memory.at.get(), memory.at.get() + bytes.len());
    if bytes.is_empty() {
        return Ok(Value::int(0));
    }
    if end > data.len() {
        room(end - data.len(), 1)?;
        data.resize(end, 0);
    }
    data[start..end].copy_from_slice(&bytes);
    memory.at.set(end);
    Ok(Value::int(bytes.len() as i64))
}

fn seek(arguments: &[Value]) -> Res {
    let memory = open(&arguments[0])?;
    let offset = size(&arguments[1])?;
    if offset < 0 && given(arguments, 2).is_none_or(|whence| whence.as_int() == Some(0)) {
        return Err(raise!(ValueError, "negative seek value {offset}"));
    }
    let at = match place(arguments)? {
        SeekFrom::Start(offset) => offset as i64,
        SeekFrom::Current(offset) => (memory.at.get() as i64).saturating_add(offset),
        SeekFrom::End(offset) => (memory.data.borrow().len() as i64).saturating_add(offset),
    };
    memory.at.set(at.max(0) as usize);
    Ok(Value::int(at.max(0)))
}

fn truncate(arguments: &[Value]) -> Res {
    let memory = open_to_resize(&arguments[0])?;
    let length = match given(arguments, 1).filter(|length| !length.is_none()) {
        Some(length) => size(length)?,
        None => memory.at.get() as i64,
    };
    let Ok(kept) = usize::try_from(length) else {
        return Err(raise!(ValueError, "negative size value {length}"));
    };
    memory.data.borrow_mut().truncate(kept);
    Ok(Value::int(length))
}

fn get_buffer(own: &[Value]) -> Res {
    thread_local! {
        static CLASS: OnceCell<Gc<Class>> = const { OnceCell::new() };
    }
    open(&own[0])?;
    let class = CLASS.with(|known| known.get_or_init(|| class::create("_io", "_BytesIOBuffer", None, &[])).clone());
    let shown = Instance::wrap(&class, Opaque::create(Shown(own[0].clone())));
    Ok(Value::from(MemoryView::of(&Value::from(shown))?))
}

/// The memory, if no view forbids it to change its size.
fn open_to_resize(own: &Value) -> Result<&Memory, Raise> {
    let memory = open(own)?;
    match memory.views.get() {
        0 => Ok(memory),
        _ => Err(shown()),
    }
}

fn close(own: &[Value]) -> Res {
    if let Some(memory) = own[0].content::<Memory>() {
        if memory.views.get() > 0 {
            return Err(shown());
        }
        memory.closed.set(true);
        memory.data.take();
    }
    Ok(Value::None)
}

/// Bytes, position, and attributes.
fn state(arguments: &[Value]) -> Res {
    let memory = open(&arguments[0])?;
    let (bytes, place) = (Value::bytes(&memory.data.borrow()), Value::int(memory.at.get() as i64));
    Ok(Value::tuple(vec![bytes, place, attribute::own_state(&arguments[0])?]))
}

fn set_state(arguments: &[Value]) -> Res {
    let Some([bytes, place, own]) = arguments[1].downcast::<Tuple>().map(Tuple::items) else {
        let given = type_name(&arguments[1]);
        return Err(raise!(
            TypeError,
            "{}.__setstate__ argument should be 3-tuple, got {given}",
            type_name(&arguments[0])
        ));
    };
    let Some(bytes) = plain_bytes(bytes) else { return Err(raise!(TypeError, "a bytes-like object is required")) };
    let memory = open_to_resize(&arguments[0])?;
    let place = position(place)?;
    *memory.data.borrow_mut() = bytes.to_vec();
    memory.at.set(place);
    take_names(&arguments[0], own)
}

/// A position in a state that was kept.
pub fn position(place: &Value) -> Result<usize, Raise> {
    usize::try_from(size(place)?).map_err(|_| raise!(ValueError, "position value cannot be negative"))
}

/// Gives an object the attributes in a dictionary, if there is one.
pub fn take_names(object: &Value, own: &Value) -> Res {
    let Some(own) = own.downcast::<Dict>() else { return Ok(Value::None) };
    for (name, value) in own.pairs() {
        if let Some(name) = name.as_str() {
            attribute::set(object, Symbol::new(name), value)?;
        }
    }
    Ok(Value::None)
}
