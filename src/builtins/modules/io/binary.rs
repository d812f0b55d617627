//! Files of bytes: `FileIO`, `BufferedReader`, `BufferedWriter` and `BufferedRandom`.
//!
//! In: calls of scripts. Out: bytes, from a file or a buffer in front of one.

use std::cell::{OnceCell, RefCell};
use std::io::SeekFrom;
use std::rc::Rc;

use super::base::{fill, limit, room_in};
use super::buffer::{Buffer, SIZE, Source};
use super::error::{closed, unsupported};
use super::file::{Mode, OsFile};
use crate::builtins::argument::size;
use crate::raise;
use crate::value::byte_array::plain_bytes;
use crate::value::class::Class;
use crate::value::heap::Ref;
use crate::value::instance::Instance;
use crate::value::native::Takes::{Between, Exactly, Named};
use crate::value::native::{Owner, Parameters, Row, Run, Takes, given};
use crate::value::opaque::{Content, Opaque};
use crate::value::{Arguments, Gc, Raise, Res, Symbol, Value, ops, type_name};

/// A `FileIO`.
#[derive(Default)]
pub struct Raw {
    open: OnceCell<(Rc<OsFile>, Mode)>,
}

impl Content for Raw {}

/// A buffered file, before and after it has something to buffer.
#[derive(Default)]
pub struct Binary {
    inner: RefCell<Option<Inner>>,
}

struct Inner {
    buffer: Rc<Buffer>,
    /// The `FileIO`, or a script's object.
    raw: Value,
    read: bool,
    write: bool,
}

impl Content for Binary {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        if let Some(inner) = &*self.inner.borrow() {
            inner.raw.trace(visit);
            inner.buffer.trace(visit);
        }
    }

    fn clear(&self) {
        self.inner.take();
    }
}

/// An instance of a class of files, with nothing inside yet.
pub fn empty<T: Content + Default>(arguments: &Arguments<'_>) -> Res {
    match arguments.positional.first().and_then(Value::as_gc::<Class>) {
        Some(class) => Ok(Value::from(Instance::wrap(class, Opaque::create(T::default())))),
        None => Err(raise!(TypeError, "__new__(): not enough arguments")),
    }
}

/// A `FileIO` around an open file.
pub fn new_raw(class: &Gc<Class>, file: OsFile, mode: Mode, name: Value) -> Value {
    let raw = Instance::wrap(class, Opaque::create(Raw { open: OnceCell::from((Rc::new(file), mode)) }));
    raw.set(Symbol::new("name"), name);
    Value::from(raw)
}

/// A buffered file around a raw one.
pub fn new_binary(class: &Gc<Class>, raw: Value, read: bool, write: bool, size: usize) -> Value {
    let inner = RefCell::new(Some(Inner::new(raw, read, write, size)));
    Value::from(Instance::wrap(class, Opaque::create(Binary { inner })))
}

impl Inner {
    fn new(raw: Value, read: bool, write: bool, size: usize) -> Inner {
        let source = match raw.content::<Raw>().and_then(|raw| raw.open.get()) {
            Some((file, _)) => Source::File(file.clone()),
            None => Source::Object(raw.clone()),
        };
        Inner { buffer: Buffer::new(source, size, write), raw, read, write }
    }
}

/// The buffer of a buffered file.
pub fn buffer_of(value: &Value) -> Option<Rc<Buffer>> {
    value.content::<Binary>()?.inner.borrow().as_ref().map(|inner| inner.buffer.clone())
}

fn is_raw(value: &Value) -> bool {
    value.content::<Raw>().is_some()
}

fn is_binary(value: &Value) -> bool {
    value.content::<Binary>().is_some()
}

const fn raw(name: &'static str, takes: Takes, doc: &'static str) -> Row {
    Row { name, owner: Owner::Type("FileIO", is_raw), takes, pure: false, doc }
}

const fn binary(name: &'static str, takes: Takes, doc: &'static str) -> Row {
    Row { name, owner: Owner::Type("BufferedIOBase", is_binary), takes, pure: false, doc }
}

const fn plain(name: &'static str, run: Run, doc: &'static str) -> Row {
    binary(name, Exactly(0, run), doc)
}

static FILE: Parameters =
    Parameters { names: &["file", "mode", "closefd", "opener"], positional_only: 0, positional: 4, required: 1 };
static BUFFERED: Parameters =
    Parameters { names: &["raw", "buffer_size"], positional_only: 0, positional: 2, required: 1 };

#[rustfmt::skip]
pub static RAW_METHODS: &[Row] = &[
    Row { name: "__new__", owner: Owner::Static("FileIO"), takes: Takes::Anything(empty::<Raw>), pure: false, doc: "" },
    raw("__init__", Named(&FILE, init_raw), "Open a file."),
    raw("__repr__", Exactly(0, repr_raw), "Return repr(self)."),
    raw("read", Between(0, 1, read_raw), "Read at most size bytes, returned as bytes."),
    raw("readall", Exactly(0, read_raw), "Read all data from the file, returned as bytes."),
    raw("readinto", Exactly(1, read_raw_into), "Same as RawIOBase.readinto()."),
    raw("write", Exactly(1, write_raw), "Write buffer b to file, return number of bytes written."),
    raw("seek", Between(1, 2, |own| place(own).and_then(|to| file(&own[0])?.0.seek(to)).map(position)), "Move to new file position."),
    raw("tell", Exactly(0, |own| file(&own[0])?.0.seek(SeekFrom::Current(0)).map(position)), "Current file position."),
    raw("truncate", Between(0, 1, truncate_raw), "Truncate the file to at most size bytes."),
    raw("close", Exactly(0, |own| file(&own[0])?.0.close().map(|()| Value::None)), "Close the file."),
    raw("flush", Exactly(0, |own| check(&own[0]).map(|_| Value::None)), "Flush write buffers, if applicable."),
    raw("fileno", Exactly(0, |own| Ok(Value::int(file(&own[0])?.0.number()?.into()))), "Return the underlying file descriptor."),
    raw("isatty", Exactly(0, |own| file(&own[0])?.0.is_terminal().map(Value::bool)), "True if the file is connected to a TTY device."),
    raw("readable", Exactly(0, |own| Ok(Value::bool(check(&own[0])?.1.read))), "True if file was opened in a read mode."),
    raw("writable", Exactly(0, |own| Ok(Value::bool(check(&own[0])?.1.write))), "True if file was opened in a write mode."),
    raw("seekable", Exactly(0, |own| Ok(Value::bool(check(&own[0])?.0.is_seekable()))), "True if file supports random-access."),
];

pub static RAW_ATTRIBUTES: &[(&str, fn(&Value) -> Res)] = &[
    ("closed", |own| Ok(Value::bool(file(own)?.0.is_closed()))),
    ("mode", |own| Ok(Value::str(file(own)?.1.shown()))),
    ("closefd", |own| Ok(Value::bool(file(own)?.0.closes()))),
];

#[rustfmt::skip]
pub static METHODS: &[Row] = &[
    Row { name: "__new__", owner: Owner::Static("BufferedIOBase"), takes: Takes::Anything(empty::<Binary>), pure: false, doc: "" },
    plain("__repr__", repr, "Return repr(self)."),
    binary("read", Between(0, 1, read), "Read and return up to n bytes."),
    binary("read1", Between(0, 1, read_some), "Read and return up to n bytes, with at most one read() call to the underlying raw stream."),
    binary("peek", Between(0, 1, |own| Ok(Value::bytes(&reading(&own[0], "peek")?.peek()?))), "Return buffered bytes without advancing the position."),
    binary("readline", Between(0, 1, read_line), "Read and return a line from the stream."),
    plain("__next__", next, "Implement next(self)."),
    binary("readinto", Exactly(1, read_into), "Read bytes into a pre-allocated bytes-like object."),
    binary("write", Exactly(1, write), "Write the given buffer to the IO stream."),
    plain("flush", |own| buffer(&own[0])?.flush().map(|()| Value::None), "Flush write buffers, if applicable."),
    plain("close", |own| buffer(&own[0])?.close().map(|()| Value::None), "Flush and close the IO object."),
    binary("seek", Between(1, 2, |own| place(own).and_then(|to| buffer(&own[0])?.seek(to)).map(position)), "Change the stream position to the given byte offset."),
    plain("tell", |own| buffer(&own[0])?.tell().map(position), "Return current stream position."),
    binary("truncate", Between(0, 1, truncate), "Truncate file to size bytes."),
    plain("fileno", |own| buffer(&own[0])?.number(), "Return underlying file descriptor if one exists."),
    plain("isatty", |own| buffer(&own[0])?.file().map_or(Ok(false), |file| file.is_terminal()).map(Value::bool), "Return whether this is an 'interactive' stream."),
    plain("readable", |own| open(&own[0]).map(|(_, read, _)| Value::bool(read)), "Return whether object was opened for reading."),
    plain("writable", |own| open(&own[0]).map(|(_, _, write)| Value::bool(write)), "Return whether object was opened for writing."),
    plain("seekable", |own| buffer(&own[0])?.is_seekable().map(Value::bool), "Return whether object supports random access."),
    plain("detach", detach, "Disconnect this buffer from its underlying raw stream and return it."),
];

/// Each class has a way of its own of coming to something to buffer.
pub static READER: &[Row] = &[binary("__init__", Named(&BUFFERED, |own| init(own, true, false)), "Initialize self.")];
pub static WRITER: &[Row] = &[binary("__init__", Named(&BUFFERED, |own| init(own, false, true)), "Initialize self.")];
pub static RANDOM: &[Row] = &[binary("__init__", Named(&BUFFERED, |own| init(own, true, true)), "Initialize self.")];

pub static ATTRIBUTES: &[(&str, fn(&Value) -> Res)] = &[
    ("closed", |own| Ok(Value::bool(buffer(own)?.is_closed()))),
    ("raw", |own| with(own, |inner| Ok(inner.raw.clone()))),
    ("name", |own| with(own, |inner| Ok(inner.raw.clone())).and_then(|raw| ops::attribute::get(&raw, "name".into()))),
    ("mode", |own| with(own, |inner| Ok(inner.raw.clone())).and_then(|raw| ops::attribute::get(&raw, "mode".into()))),
];

fn init_raw(arguments: &[Value]) -> Res {
    let mode = given(arguments, 2).map_or(Ok("r"), |mode| {
        mode.as_str().ok_or_else(|| raise!(TypeError, "FileIO() argument 'mode' must be str, not {}", type_name(mode)))
    })?;
    let mode = super::open::raw_mode(mode)?;
    let closes = given(arguments, 3).map_or(Ok(true), ops::truth)?;
    let file = super::open::open_file(&arguments[1], mode, closes)?;
    if let (Some(own), Some(raw)) = (arguments[0].downcast::<Instance>(), arguments[0].content::<Raw>()) {
        own.set(Symbol::new("name"), arguments[1].clone());
        let _ = raw.open.set((Rc::new(file), mode));
    }
    Ok(Value::None)
}

fn uninitialized() -> Raise {
    raise!(ValueError, "I/O operation on uninitialized object")
}

fn file(own: &Value) -> Result<&(Rc<OsFile>, Mode), Raise> {
    own.content::<Raw>().and_then(|raw| raw.open.get()).ok_or_else(uninitialized)
}

fn check(own: &Value) -> Result<&(Rc<OsFile>, Mode), Raise> {
    let open = file(own)?;
    if open.0.is_closed() { Err(closed()) } else { Ok(open) }
}

fn repr_raw(own: &[Value]) -> Res {
    let (file, mode) = file(&own[0])?;
    if file.is_closed() {
        return Ok(Value::str("<_io.FileIO [closed]>"));
    }
    let name = ops::repr(&ops::attribute::get(&own[0], "name".into())?)?;
    let closes = ops::repr(&Value::bool(file.closes()))?;
    Ok(Value::str(&format!("<_io.FileIO name={name} mode='{}' closefd={closes}>", mode.shown())))
}

fn read_raw(arguments: &[Value]) -> Res {
    let (file, mode) = check(&arguments[0])?;
    if !mode.read {
        return Err(unsupported("File not open for reading"));
    }
    let mut bytes = Vec::new();
    let most = limit(arguments, 1)?;
    loop {
        let start = bytes.len();
        bytes.resize(start + most.unwrap_or_else(|| file.rest().max(SIZE)), 0);
        let count = file.read(&mut bytes[start..])?;
        bytes.truncate(start + count);
        if count == 0 || most.is_some() {
            return Ok(Value::bytes(&bytes));
        }
    }
}

fn read_raw_into(arguments: &[Value]) -> Res {
    let (file, mode) = check(&arguments[0])?;
    if !mode.read {
        return Err(unsupported("File not open for reading"));
    }
    let mut bytes = vec![0; room_in(&arguments[1])?];
    let count = file.read(&mut bytes)?;
    fill(&arguments[1], &bytes[..count])
}

fn write_raw(arguments: &[Value]) -> Res {
    let (file, mode) = check(&arguments[0])?;
    if !mode.write {
        return Err(unsupported("File not open for writing"));
    }
    let bytes = bytes_like(&arguments[1])?;
    file.write(&bytes)?;
    Ok(position(bytes.len() as u64))
}

fn truncate_raw(arguments: &[Value]) -> Res {
    let (file, mode) = check(&arguments[0])?;
    if !mode.write {
        return Err(unsupported("File not open for writing"));
    }
    let length = match length(arguments)? {
        Some(length) => length,
        None => file.seek(SeekFrom::Current(0))?,
    };
    file.set_length(length)?;
    Ok(position(length))
}

/// The bytes of an argument.
pub fn bytes_like(value: &Value) -> Result<Vec<u8>, Raise> {
    plain_bytes(value).ok_or_else(|| {
        let class = type_name(value);
        raise!(TypeError, "a bytes-like object is required, not '{class}'")
    })
}

fn position(place: u64) -> Value {
    Value::int(place as i64)
}

/// The arguments of `seek`.
pub fn place(arguments: &[Value]) -> Result<SeekFrom, Raise> {
    let offset = size(&arguments[1])?;
    match given(arguments, 2).map_or(Ok(0), size)? {
        0 => match u64::try_from(offset) {
            Ok(offset) => Ok(SeekFrom::Start(offset)),
            Err(_) => Err(super::error::system(&std::io::Error::from_raw_os_error(libc::EINVAL), None)),
        },
        1 => Ok(SeekFrom::Current(offset)),
        2 => Ok(SeekFrom::End(offset)),
        whence => Err(raise!(ValueError, "whence value {whence} unsupported")),
    }
}

/// The argument of `truncate`.
pub fn length(arguments: &[Value]) -> Result<Option<u64>, Raise> {
    let Some(length) = given(arguments, 1).filter(|length| !length.is_none()) else {
        return Ok(None);
    };
    match u64::try_from(size(length)?) {
        Ok(length) => Ok(Some(length)),
        Err(_) => Err(super::error::system(&std::io::Error::from_raw_os_error(libc::EINVAL), None)),
    }
}

fn init(arguments: &[Value], read: bool, write: bool) -> Res {
    let size = given(arguments, 2).map_or(Ok(SIZE as i64), size)?;
    let Some(size) = usize::try_from(size).ok().filter(|&size| size > 0) else {
        return Err(raise!(ValueError, "buffer size must be strictly positive"));
    };
    if let Some(binary) = arguments[0].content::<Binary>() {
        binary.inner.replace(Some(Inner::new(arguments[1].clone(), read, write, size)));
    }
    Ok(Value::None)
}

fn with<T>(own: &Value, look: impl FnOnce(&Inner) -> Result<T, Raise>) -> Result<T, Raise> {
    match own.content::<Binary>().map(|binary| binary.inner.borrow()) {
        Some(inner) => match &*inner {
            Some(inner) => look(inner),
            None => Err(raise!(ValueError, "raw stream has been detached")),
        },
        None => Err(uninitialized()),
    }
}

fn buffer(own: &Value) -> Result<Rc<Buffer>, Raise> {
    with(own, |inner| Ok(inner.buffer.clone()))
}

/// The buffer, and whether it can be read and written, unless it is closed.
fn open(own: &Value) -> Result<(Rc<Buffer>, bool, bool), Raise> {
    let found = with(own, |inner| Ok((inner.buffer.clone(), inner.read, inner.write)))?;
    if found.0.is_closed() { Err(closed()) } else { Ok(found) }
}

fn reading(own: &Value, what: &str) -> Result<Rc<Buffer>, Raise> {
    match open(own)? {
        (buffer, true, _) => Ok(buffer),
        _ => Err(unsupported(what)),
    }
}

fn writing(own: &Value, what: &str) -> Result<Rc<Buffer>, Raise> {
    match open(own)? {
        (buffer, _, true) => Ok(buffer),
        _ => Err(unsupported(what)),
    }
}

fn repr(own: &[Value]) -> Res {
    let class = type_name(&own[0]);
    let name = with(&own[0], |inner| Ok(inner.raw.clone()))?;
    Ok(Value::str(&match ops::attribute::find(&name, "name".into())? {
        Some(name) => format!("<{class} name={}>", ops::repr(&name)?),
        None => format!("<{class}>"),
    }))
}

fn read(arguments: &[Value]) -> Res {
    let buffer = reading(&arguments[0], "read")?;
    if given(arguments, 1).and_then(Value::as_int).is_some_and(|count| count < -1) {
        return Err(raise!(ValueError, "read length must be non-negative or -1"));
    }
    let bytes = match limit(arguments, 1)? {
        Some(count) => buffer.read(count)?,
        None => buffer.read_all()?,
    };
    Ok(Value::bytes(&bytes))
}

fn read_some(arguments: &[Value]) -> Res {
    let most = limit(arguments, 1)?.unwrap_or(SIZE);
    Ok(Value::bytes(&reading(&arguments[0], "read1")?.read_some(most)?))
}

fn read_line(arguments: &[Value]) -> Res {
    Ok(Value::bytes(&reading(&arguments[0], "readline")?.read_line(limit(arguments, 1)?)?))
}

fn next(own: &[Value]) -> Res {
    let line = reading(&own[0], "readline")?.read_line(None)?;
    if line.is_empty() { Err(raise!(StopIteration, "")) } else { Ok(Value::bytes(&line)) }
}

fn read_into(arguments: &[Value]) -> Res {
    let bytes = reading(&arguments[0], "readinto")?.read(room_in(&arguments[1])?)?;
    fill(&arguments[1], &bytes)
}

fn write(arguments: &[Value]) -> Res {
    let buffer = writing(&arguments[0], "write")?;
    let bytes = bytes_like(&arguments[1])?;
    buffer.write(&bytes)?;
    Ok(position(bytes.len() as u64))
}

fn truncate(arguments: &[Value]) -> Res {
    writing(&arguments[0], "truncate")?.truncate(length(arguments)?).map(position)
}

fn detach(own: &[Value]) -> Res {
    buffer(&own[0])?.flush()?;
    let inner = own[0].content::<Binary>().and_then(|binary| binary.inner.take());
    inner.map(|inner| inner.raw).ok_or_else(uninitialized)
}
