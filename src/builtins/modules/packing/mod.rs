//! `struct`: values to rows of bytes and back.
//!
//! In: a format and values, or bytes. Out: bytes, or a tuple of values.

mod format;
mod object;
mod value;

use super::io::{put, writable};
use super::{Module, class, effect, function};
use crate::builtins::argument::size;
use crate::builtins::modules::packing::format::Format;
use crate::raise;
use crate::value::byte_array::{plain_bytes, with_bytes};
use crate::value::class::Class;
use crate::value::exception::{Error, Exception, raise_object};
use crate::value::heap::Ref;
use crate::value::iterator::{Iterator, State, Step};
use crate::value::native::Takes::{Anything, Between, Exactly, Named};
use crate::value::native::{Parameters, Row, given, wrong_count};
use crate::value::{Arguments, Gc, Raise, Res, Value, convert, ops, type_name};
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

/// The module.
pub fn create() -> Gc<Module> {
    let module = super::with_functions("struct", FUNCTIONS);
    module.define("error", Value::from(error_class()));
    module.define("Struct", Value::from(object::class()));
    module
}

fn error_class() -> Gc<Class> {
    thread_local! {
        static ERROR: OnceCell<Gc<Class>> = const { OnceCell::new() };
    }
    ERROR.with(|known| known.get_or_init(|| class::exception("struct", "error", Error::Exception)).clone())
}

/// `struct.error`
#[cold]
fn error(message: &str) -> Raise {
    raise_object(Exception::create(error_class(), vec![Value::str(message)]))
}

static FROM: Parameters =
    Parameters { names: &["format", "buffer", "offset"], positional_only: 1, positional: 3, required: 2 };

#[rustfmt::skip]
static FUNCTIONS: &[Row] = &[
    function("struct", "calcsize", Exactly(1, |arguments| Ok(Value::int(read(&arguments[0])?.size as i64))), "Return size in bytes of the struct described by the format string."),
    function("struct", "pack", Anything(pack), "Return a bytes object containing the values packed according to the format string."),
    effect("struct", "pack_into", Anything(pack_into), "Pack values and write the packed bytes into the writable buffer."),
    function("struct", "unpack", Between(2, 2, |arguments| unpack(&*read(&arguments[0])?, &arguments[1])), "Return a tuple containing values unpacked according to the format string."),
    function("struct", "unpack_from", Named(&FROM, |arguments| unpack_from(&*read(&arguments[0])?, &arguments[1], given(arguments, 2))), "Return a tuple containing values unpacked according to the format string."),
    function("struct", "iter_unpack", Between(2, 2, |arguments| iterate(read(&arguments[0])?, &arguments[1])), "Return an iterator yielding tuples unpacked from the given bytes."),
];

/// How many formats are remembered: most programs have a few, in a loop.
const KEPT: usize = 16;

/// The format that a value is the text of.
fn read(value: &Value) -> Result<Rc<Format>, Raise> {
    thread_local! {
        static KNOWN: RefCell<Vec<(Vec<u8>, Rc<Format>)>> = const { RefCell::new(Vec::new()) };
    }
    let find = |text: &[u8]| {
        KNOWN.with_borrow(|known| known.iter().find(|(other, _)| other == text).map(|(_, format)| format.clone()))
    };
    if let Some(known) = value.as_str().and_then(|text| find(text.as_bytes())) {
        return Ok(known);
    }
    let text = text_of(value)?;
    if let Some(known) = find(&text) {
        return Ok(known);
    }
    let format = Rc::new(Format::read(&text)?);
    KNOWN.with_borrow_mut(|known| {
        if known.len() == KEPT {
            known.remove(0);
        }
        known.push((text, format.clone()));
    });
    Ok(format)
}

fn text_of(value: &Value) -> Result<Vec<u8>, Raise> {
    if let Some(text) = value.as_str() {
        if let Some((place, letter)) = text.chars().enumerate().find(|(_, letter)| !letter.is_ascii()) {
            let code = u32::from(letter);
            let shown = match code {
                0..=0xff => format!("\\x{code:02x}"),
                0x100..=0xffff => format!("\\u{code:04x}"),
                _ => format!("\\U{code:08x}"),
            };
            return Err(raise!(
                UnicodeEncodeError,
                "'ascii' codec can't encode character '{shown}' in position {place}: ordinal not in range(128)"
            ));
        }
        return Ok(text.as_bytes().to_vec());
    }
    plain_bytes(value).ok_or_else(|| {
        let class = type_name(value);
        raise!(TypeError, "Struct() argument 1 must be a str or bytes object, not {class}")
    })
}

fn buffer(value: &Value) -> Result<Vec<u8>, Raise> {
    plain_bytes(value).ok_or_else(|| no_buffer(value))
}

fn no_buffer(value: &Value) -> Raise {
    raise!(TypeError, "a bytes-like object is required, not '{}'", type_name(value))
}

fn without_names(name: &str, arguments: &Arguments<'_>) -> Result<(), Raise> {
    match arguments.names.is_empty() {
        true => Ok(()),
        false => Err(raise!(TypeError, "{name}() takes no keyword arguments")),
    }
}

fn pack(arguments: &Arguments<'_>) -> Res {
    without_names("struct.pack", arguments)?;
    let Some((format, values)) = arguments.positional.split_first() else {
        return Err(raise!(TypeError, "missing format argument"));
    };
    Ok(Value::bytes(&packed("pack", &*read(format)?, values)?))
}

fn packed(name: &str, format: &Format, values: &[Value]) -> Result<Vec<u8>, Raise> {
    let (wanted, given) = (format.count, values.len());
    if wanted != given {
        return Err(error(&format!("{name} expected {wanted} items for packing (got {given})")));
    }
    crate::builtins::argument::room(format.size, 1)?;
    let mut bytes = vec![0; format.size];
    let mut values = values.iter();
    for field in &format.fields {
        for (number, value) in values.by_ref().take(field.count).enumerate() {
            let start = field.offset + number * field.size;
            value::pack(format, field, value, &mut bytes[start..start + field.size])?;
        }
    }
    Ok(bytes)
}

fn pack_into(arguments: &Arguments<'_>) -> Res {
    without_names("struct.pack_into", arguments)?;
    let Some((format, rest)) = arguments.positional.split_first() else {
        return Err(raise!(TypeError, "missing format argument"));
    };
    pack_at(&*read(format)?, rest)
}

/// Packs values after a buffer and an offset into it.
fn pack_at(format: &Format, arguments: &[Value]) -> Res {
    let (target, offset, values) = match arguments {
        [] => return Err(error("pack_into expected buffer argument")),
        [_] => return Err(error("pack_into expected offset argument")),
        [target, offset, values @ ..] => (target, offset, values),
    };
    let (wanted, count) = (format.count, values.len());
    if wanted != count {
        return Err(error(&format!("pack_into expected {wanted} items for packing (got {count})")));
    }
    let Some(room) = writable(target)? else {
        let class = type_name(target);
        return Err(raise!(TypeError, "argument must be read-write bytes-like object, not {class}"));
    };
    let (size, offset) = (format.size as i64, size(&convert::index(offset)?)?);
    let start = place(offset, size, ops::length(&room)? as i64, "no space to pack", "pack_into", "packing")?;
    let bytes = packed("pack_into", format, values)?;
    put(&room, start, &bytes)?;
    Ok(Value::None)
}

/// Where an offset points in a buffer that must have room behind it.
fn place(offset: i64, size: i64, length: i64, lacking: &str, name: &str, doing: &str) -> Result<usize, Raise> {
    let mut start = offset;
    if offset < 0 {
        if offset + size > 0 {
            return Err(error(&format!("{lacking} {size} bytes at offset {offset}")));
        }
        start += length;
        if start < 0 {
            return Err(error(&format!("offset {offset} out of range for {length}-byte buffer")));
        }
    }
    if length - start < size {
        return Err(error(&format!(
            "{name} requires a buffer of at least {} bytes for {doing} {size} bytes at offset {start} (actual buffer size is {length})",
            start.saturating_add(size)
        )));
    }
    Ok(start as usize)
}

fn unpacked(format: &Format, bytes: &[u8]) -> Value {
    let mut values = Vec::with_capacity(format.count);
    for field in &format.fields {
        for number in 0..field.count {
            let start = field.offset + number * field.size;
            values.push(value::unpack(format, field, &bytes[start..start + field.size]));
        }
    }
    Value::tuple(values)
}

fn unpack(format: &Format, value: &Value) -> Res {
    with_bytes(value, |bytes| match bytes.len() == format.size {
        true => Ok(unpacked(format, bytes)),
        false => Err(error(&format!("unpack requires a buffer of {} bytes", format.size))),
    })
    .unwrap_or_else(|| Err(no_buffer(value)))
}

fn unpack_from(format: &Format, value: &Value, offset: Option<&Value>) -> Res {
    let offset = offset.map_or(Ok(0), size)?;
    with_bytes(value, |bytes| {
        let (size, length) = (format.size as i64, bytes.len() as i64);
        let start = place(offset, size, length, "not enough data to unpack", "unpack_from", "unpacking")?;
        Ok(unpacked(format, &bytes[start..start + format.size]))
    })
    .unwrap_or_else(|| Err(no_buffer(value)))
}

struct Unpacker {
    format: Rc<Format>,
    bytes: Vec<u8>,
    place: usize,
}

impl Step for Unpacker {
    fn step(&mut self) -> Result<Option<Value>, Raise> {
        let end = self.place + self.format.size;
        let Some(part) = self.bytes.get(self.place..end) else { return Ok(None) };
        self.place = end;
        Ok(Some(unpacked(&self.format, part)))
    }

    fn trace(&self, _: &mut dyn FnMut(&Ref)) {}

    fn length_hint(&self) -> Option<usize> {
        Some((self.bytes.len() - self.place) / self.format.size)
    }
}

fn iterate(format: Rc<Format>, value: &Value) -> Res {
    thread_local! {
        static CLASS: OnceCell<&'static Gc<Class>> = const { OnceCell::new() };
    }
    let bytes = buffer(value)?;
    if format.size == 0 {
        return Err(error("cannot iteratively unpack with a struct of length 0"));
    }
    if !bytes.len().is_multiple_of(format.size) {
        let size = format.size;
        return Err(error(&format!("iterative unpacking requires a buffer of a multiple of {size} bytes")));
    }
    let class = CLASS.with(|class| *class.get_or_init(|| class::of_iterator("_struct", "unpack_iterator")));
    let step = Unpacker { format, bytes, place: 0 };
    Ok(Value::from(Iterator::with_class(State::Custom(Box::new(step)), class)))
}

/// `pack` of an object: its values come after the object.
fn pack_object(format: &Format, arguments: &Arguments<'_>) -> Res {
    without_names("Struct.pack", arguments)?;
    match arguments.positional.split_first() {
        Some((_, values)) => Ok(Value::bytes(&packed("pack", format, values)?)),
        None => Err(wrong_count("pack", 0, 1, usize::MAX)),
    }
}
