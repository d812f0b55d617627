//! The operations of pickles, as they are read.
//!
//! In: bytes. Out: the object that they mean. Nothing in them is trusted: sizes are compared with what there is before room is asked
//! for, and the stack is looked at before anything is taken from it.

use super::code;
use super::input::{Input, truncated};
use super::memo::Known;
use super::not_read;
use super::old_text;
use super::reader::Reader;
use crate::builtins::types::str::decode;
use crate::raise;
use crate::value::byte_array::ByteArray;
use crate::value::bytes::Bytes;
use crate::value::dict::Dict;
use crate::value::memory_view::MemoryView;
use crate::value::ops::{call, iterate};
use crate::value::set::Set;
use crate::value::str::Str;
use crate::value::tuple::Tuple;
use crate::value::{Raise, Res, Value, host};
use dashu_int::IBig;
use std::ops::Range;

/// How many operations pass between looks at whether the script is to be stopped.
const POLLED: u32 = 4096;

/// A pickle that is being read.
pub struct Load<'a> {
    pub reader: &'a Reader,
    pub input: Input,
    pub memo: Known,
    pub stack: Vec<Value>,
    /// How much lay on the stack when each mark was set.
    pub marks: Vec<usize>,
    pub find_class: &'a Value,
    /// Whether that function wants to know the protocol, too.
    pub tells: bool,
    pub persistent: Option<&'a Value>,
    pub encoding: &'a str,
    pub errors: &'a str,
    pub buffers: Option<&'a Value>,
    pub extension: &'a Value,
}

/// Something that a size is of, in messages.
type What = &'static str;

impl Load<'_> {
    /// The object.
    pub fn run(mut self) -> Res {
        let result = self.operations();
        drop(self.reader.memo.replace(self.memo));
        result
    }

    fn operations(&mut self) -> Res {
        let mut left = POLLED;
        loop {
            left -= 1;
            if left == 0 {
                host::poll()?;
                left = POLLED;
            }
            match self.input.operation()? {
                code::STOP => return self.pop(),
                code::MARK => self.marks.push(self.stack.len()),
                operation => self.step(operation)?,
            }
        }
    }

    #[inline]
    fn step(&mut self, operation: u8) -> Result<(), Raise> {
        match operation {
            code::NONE => self.stack.push(Value::None),
            code::NEWTRUE => self.stack.push(Value::bool(true)),
            code::NEWFALSE => self.stack.push(Value::bool(false)),
            code::BININT => {
                let number = i32::from_le_bytes(self.input.number()?);
                self.stack.push(Value::int(number.into()));
            }
            code::BININT1 => {
                let [number] = self.input.number()?;
                self.stack.push(Value::int(number.into()));
            }
            code::BININT2 => {
                let number = u16::from_le_bytes(self.input.number()?);
                self.stack.push(Value::int(number.into()));
            }
            code::BINFLOAT => {
                let number = f64::from_be_bytes(self.input.number()?);
                self.stack.push(Value::float(number));
            }
            code::LONG1 => {
                let [size] = self.input.number()?;
                self.long(size.into())?;
            }
            code::LONG4 => {
                let size = i32::from_le_bytes(self.input.number()?);
                let negative = |_| not_read(format_args!("LONG pickle has negative byte count"));
                self.long(usize::try_from(size).map_err(negative)?)?;
            }
            code::SHORT_BINUNICODE => self.text::<1>()?,
            code::BINUNICODE => self.text::<4>()?,
            code::BINUNICODE8 => self.text::<8>()?,
            code::SHORT_BINBYTES => self.bytes::<1>()?,
            code::BINBYTES => self.bytes::<4>()?,
            code::BINBYTES8 => self.bytes::<8>()?,
            code::BYTEARRAY8 => {
                let size = self.size::<8>("BYTEARRAY8")?;
                let places = self.payload(size)?;
                let array = ByteArray::create(self.input.seen(places).to_vec());
                self.stack.push(Value::from(array));
            }
            code::SHORT_BINSTRING => self.old_string::<1>()?,
            code::BINSTRING => self.old_string::<4>()?,
            code::EMPTY_TUPLE => self.stack.push(Value::tuple(Vec::new())),
            code::EMPTY_LIST => self.stack.push(Value::list([])),
            code::EMPTY_DICT => self.stack.push(Value::from(Dict::new())),
            code::EMPTY_SET => self.stack.push(Value::from(Set::create(false))),
            code::TUPLE1 => self.tuple_of(1)?,
            code::TUPLE2 => self.tuple_of(2)?,
            code::TUPLE3 => self.tuple_of(3)?,
            code::APPEND => self.append(self.stack.len() as isize - 1)?,
            code::APPENDS => {
                let start = self.marked()?;
                self.append(start as isize)?;
            }
            code::SETITEM => self.set_items(self.stack.len() as isize - 2)?,
            code::SETITEMS => {
                let start = self.marked()?;
                self.set_items(start as isize)?;
            }
            code::ADDITEMS => self.add_items()?,
            code::MEMOIZE => self.remember(self.memo.len() as u64)?,
            code::BINPUT => {
                let [number] = self.input.number()?;
                self.remember(number.into())?;
            }
            code::LONG_BINPUT => {
                let number = u32::from_le_bytes(self.input.number()?);
                self.remember(number.into())?;
            }
            code::BINGET => {
                let [number] = self.input.number()?;
                self.recall(number.into())?;
            }
            code::LONG_BINGET => {
                let number = u32::from_le_bytes(self.input.number()?);
                self.recall(number.into())?;
            }
            code::STACK_GLOBAL => {
                let (name, module) = (self.pop(), self.pop());
                match (module, name) {
                    (Ok(module), Ok(name)) if module.as_gc::<Str>().is_some() && name.as_gc::<Str>().is_some() => {
                        self.global(module, name)?;
                    }
                    _ => return Err(not_read(format_args!("STACK_GLOBAL requires str"))),
                }
            }
            code::REDUCE => self.reduce()?,
            code::NEWOBJ => self.new_object(false)?,
            code::NEWOBJ_EX => self.new_object(true)?,
            code::BUILD => self.build()?,
            code::PROTO => {
                let [protocol] = self.input.number()?;
                if protocol > 5 {
                    return Err(raise!(ValueError, "unsupported pickle protocol: {protocol}"));
                }
                self.reader.protocol.set(protocol);
            }
            code::FRAME => {
                let size = u64::from_le_bytes(self.input.number()?);
                let too_large =
                    |_| raise!(OverflowError, "FRAME length exceeds system's maximum of {} bytes", i64::MAX);
                let size = i64::try_from(size).map_err(too_large)?;
                self.input.prepare(size as usize)?;
            }
            _ => self.rare(operation)?,
        }
        Ok(())
    }

    /// The operations that hardly any pickle has by now.
    #[cold]
    fn rare(&mut self, operation: u8) -> Result<(), Raise> {
        match operation {
            code::POP => {
                if self.marks.last() == Some(&self.stack.len()) {
                    self.marks.pop();
                } else {
                    self.pop()?;
                }
            }
            code::POP_MARK => {
                let start = self.marked()?;
                self.stack.truncate(start);
            }
            code::DUP => {
                let last = self.last()?.clone();
                self.stack.push(last);
            }
            code::TUPLE => {
                let start = self.marked()?;
                let items = Tuple::of(&mut self.stack[start..]);
                self.replace(start, Value::from(items));
            }
            code::LIST => {
                let start = self.marked()?;
                let items = Value::list(self.stack.drain(start..));
                self.stack.push(items);
            }
            code::DICT => {
                let start = self.marked()?;
                let made = Dict::new();
                if !(self.stack.len() - start).is_multiple_of(2) {
                    return Err(not_read(format_args!("odd number of items for DICT")));
                }
                let items = self.stack.split_off(start);
                for pair in items.chunks_exact(2) {
                    made.set(pair[0].clone(), pair[1].clone())?;
                }
                self.stack.push(Value::from(made));
            }
            code::FROZENSET => {
                let start = self.marked()?;
                let made = Set::create(true);
                for item in self.stack.split_off(start) {
                    made.add(item)?;
                }
                self.stack.push(Value::from(made));
            }
            code::INT => self.line_value(old_text::int)?,
            code::LONG => self.line_value(old_text::long)?,
            code::FLOAT => self.line_value(old_text::float)?,
            code::STRING => {
                let bytes = old_text::quoted(&self.line()?)?;
                self.push_old_string(&bytes)?;
            }
            code::UNICODE => {
                let text = decode(&self.line()?, Some("raw_unicode_escape"), None)?;
                self.stack.push(text);
            }
            code::GET => {
                let number = old_text::number(&self.line()?)?;
                match u64::try_from(number) {
                    Ok(number) => self.recall(number)?,
                    Err(_) => return Err(not_read(format_args!("Memo value not found at index {number}"))),
                }
            }
            code::PUT => {
                let line = self.line()?;
                if line.is_empty() {
                    return Err(truncated());
                }
                self.last()?;
                let number = old_text::number(&line)?;
                let negative = |_| raise!(ValueError, "negative PUT argument");
                self.remember(u64::try_from(number).map_err(negative)?)?;
            }
            code::GLOBAL => {
                let module = self.name("utf-8")?;
                let name = self.name("utf-8")?;
                self.global(module, name)?;
            }
            code::INST => {
                let start = self.marked()?;
                let module = self.name("ascii")?;
                let name = self.name("ascii")?;
                let class = self.find(module, name)?;
                self.instance(class, start)?;
            }
            code::OBJ => {
                let start = self.marked()?;
                if self.stack.len() == start {
                    return Err(self.underflow());
                }
                let class = self.stack.remove(start);
                self.instance(class, start)?;
            }
            code::EXT1 => {
                let [number] = self.input.number()?;
                self.extended(number.into())?;
            }
            code::EXT2 => {
                let number = u16::from_le_bytes(self.input.number()?);
                self.extended(number.into())?;
            }
            code::EXT4 => {
                let number = i32::from_le_bytes(self.input.number()?);
                self.extended(number.into())?;
            }
            code::PERSID => {
                let persistent = self.persistent()?;
                let line = self.line()?;
                if !line.is_ascii() {
                    return Err(not_read(format_args!("persistent IDs in protocol 0 must be ASCII strings")));
                }
                let name = Value::str(&String::from_utf8_lossy(&line));
                self.stack.push(call::call(&persistent, &[name])?);
            }
            code::BINPERSID => {
                let persistent = self.persistent()?;
                let name = self.pop()?;
                self.stack.push(call::call(&persistent, &[name])?);
            }
            code::NEXT_BUFFER => {
                let Some(buffers) = self.buffers else {
                    return Err(not_read(format_args!(
                        "pickle stream refers to out-of-band data but no *buffers* argument was given"
                    )));
                };
                match iterate::next(buffers)? {
                    Some(buffer) => self.stack.push(buffer),
                    None => return Err(not_read(format_args!("not enough out-of-band buffers"))),
                }
            }
            code::READONLY_BUFFER => {
                let view = MemoryView::of(self.last()?)?;
                if !view.is_read_only() {
                    self.stack.pop();
                    self.stack.push(Value::from(view.to_read_only()));
                }
            }
            b' '..=b'~' if !matches!(operation, b'\'' | b'\\') => {
                let shown = char::from(operation);
                return Err(not_read(format_args!("invalid load key, '{shown}'.")));
            }
            _ => return Err(not_read(format_args!("invalid load key, '\\x{operation:02x}'."))),
        }
        Ok(())
    }

    /// How much of the stack lies below the last mark.
    #[inline]
    pub fn fence(&self) -> usize {
        self.marks.last().copied().unwrap_or(0)
    }

    #[cold]
    pub fn underflow(&self) -> Raise {
        not_read(match self.marks.is_empty() {
            true => format_args!("unpickling stack underflow"),
            false => format_args!("unexpected MARK found"),
        })
    }

    /// Takes the last value from the stack.
    #[inline]
    pub fn pop(&mut self) -> Res {
        if self.stack.len() > self.fence()
            && let Some(value) = self.stack.pop()
        {
            return Ok(value);
        }
        Err(self.underflow())
    }

    /// The last value on the stack.
    #[inline]
    pub fn last(&self) -> Result<&Value, Raise> {
        self.stack[self.fence()..].last().ok_or_else(|| self.underflow())
    }

    /// Where the stack was when the last mark was set, which is gone then.
    #[inline]
    pub fn marked(&mut self) -> Result<usize, Raise> {
        self.marks.pop().ok_or_else(|| not_read(format_args!("could not find MARK")))
    }

    /// Puts a value in the place of all from there on.
    fn replace(&mut self, start: usize, value: Value) {
        self.stack.truncate(start);
        self.stack.push(value);
    }

    #[inline]
    fn tuple_of(&mut self, count: usize) -> Result<(), Raise> {
        let start = self.stack.len().checked_sub(count).filter(|start| *start >= self.fence());
        let start = start.ok_or_else(|| self.underflow())?;
        let items = Tuple::of(&mut self.stack[start..]);
        self.replace(start, Value::from(items));
        Ok(())
    }

    #[inline]
    fn remember(&mut self, number: u64) -> Result<(), Raise> {
        let value = self.last()?.clone();
        self.memo.put(number, value);
        Ok(())
    }

    #[inline]
    fn recall(&mut self, number: u64) -> Result<(), Raise> {
        match self.memo.get(number) {
            Some(value) => {
                let value = value.clone();
                self.stack.push(value);
                Ok(())
            }
            None => Err(not_read(format_args!("Memo value not found at index {number}"))),
        }
    }

    fn long(&mut self, size: usize) -> Result<(), Raise> {
        let places = self.input.take(size)?;
        let bytes = self.input.seen(places);
        let number = if let [rest @ .., last] = bytes
            && bytes.len() <= 8
        {
            let negative = *last >= 0x80;
            let start = if negative { -1 } else { 0i64 };
            let number =
                rest.iter().rev().fold(start << 8 | i64::from(*last), |number, byte| number << 8 | i64::from(*byte));
            Value::int(number)
        } else {
            Value::big(IBig::from_le_bytes(bytes))
        };
        self.stack.push(number);
        Ok(())
    }

    #[inline]
    fn size<const SIZE: usize>(&mut self, what: What) -> Result<usize, Raise> {
        let bytes = self.input.number::<SIZE>()?;
        let mut wide = [0; 8];
        wide[..SIZE].copy_from_slice(&bytes);
        let too_large = |_| raise!(OverflowError, "{what} exceeds system's maximum size of {} bytes", i64::MAX);
        i64::try_from(u64::from_le_bytes(wide)).map(|size| size as usize).map_err(too_large)
    }

    #[inline]
    fn text<const SIZE: usize>(&mut self) -> Result<(), Raise> {
        let size = self.size::<SIZE>("BINUNICODE")?;
        let places = self.input.take(size)?;
        let bytes = self.input.seen(places);
        let text = match std::str::from_utf8(bytes) {
            Ok(text) if text.len() == 1 => Value::from(Str::of_char(char::from(bytes[0]))),
            Ok(text) => Value::str(text),
            Err(_) => decode(bytes, Some("utf-8"), Some("surrogatepass"))?,
        };
        self.stack.push(text);
        Ok(())
    }

    /// The places of a payload that CPython makes room for before it is read.
    fn payload(&mut self, size: usize) -> Result<Range<usize>, Raise> {
        crate::builtins::argument::room(size, 1)?;
        self.input.take(size)
    }

    fn bytes<const SIZE: usize>(&mut self) -> Result<(), Raise> {
        let size = self.size::<SIZE>("BINBYTES")?;
        if size > i64::MAX as usize - 33 {
            return Err(raise!(OverflowError, "byte string is too large"));
        }
        let places = self.payload(size)?;
        let bytes = Bytes::create(self.input.seen(places));
        self.stack.push(Value::from(bytes));
        Ok(())
    }

    fn old_string<const SIZE: usize>(&mut self) -> Result<(), Raise> {
        let size = self.size::<SIZE>("BINSTRING")?;
        let places = self.input.take(size)?;
        let bytes = self.input.seen(places).to_vec();
        self.push_old_string(&bytes)
    }

    /// Text of the time when text was bytes.
    fn push_old_string(&mut self, bytes: &[u8]) -> Result<(), Raise> {
        self.stack.push(match self.encoding {
            "bytes" => Value::bytes(bytes),
            encoding => decode(bytes, Some(encoding), Some(self.errors))?,
        });
        Ok(())
    }

    fn line(&mut self) -> Result<Vec<u8>, Raise> {
        let places = self.input.line()?;
        Ok(self.input.seen(places).to_vec())
    }

    fn line_value(&mut self, read: fn(&[u8]) -> Res) -> Result<(), Raise> {
        let value = read(&self.line()?)?;
        self.stack.push(value);
        Ok(())
    }

    /// A name in a line.
    fn name(&mut self, encoding: &str) -> Res {
        let line = self.line()?;
        if line.is_empty() {
            return Err(truncated());
        }
        decode(&line, Some(encoding), None)
    }

    fn global(&mut self, module: Value, name: Value) -> Result<(), Raise> {
        let found = self.find(module, name)?;
        self.stack.push(found);
        Ok(())
    }

    /// The class or function of a name.
    fn find(&self, module: Value, name: Value) -> Res {
        match self.tells {
            true => call::call(self.find_class, &[module, name, Value::int(self.reader.protocol.get().into())]),
            false => call::call(self.find_class, &[module, name]),
        }
    }

    fn extended(&mut self, number: i64) -> Result<(), Raise> {
        if number <= 0 {
            return Err(not_read(format_args!("EXT specifies code <= 0")));
        }
        let found = call::call(self.extension, &[self.find_class.clone(), Value::int(number)])?;
        self.stack.push(found);
        Ok(())
    }

    /// What gives the object that has a name elsewhere.
    fn persistent(&self) -> Result<Value, Raise> {
        let message =
            "A load persistent id instruction was encountered,\nbut no persistent_load function was specified.";
        self.persistent.cloned().ok_or_else(|| not_read(format_args!("{message}")))
    }
}
