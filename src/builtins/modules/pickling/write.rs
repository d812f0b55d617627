//! Objects of the types that the language itself has, as they are written.
//!
//! In: an object. Out: operations that make it again. What is of no such type goes through a reduction (`reduce`), or to the page.

use super::code;
use super::not_written;
use super::writer::{Hooks, Writer};
use crate::builtins::argument::room;
use crate::builtins::text::escapes::{self, Escapes};
use crate::builtins::types::str::encode;
use crate::number::float::plain;
use crate::number::repr;
use crate::raise;
use crate::unicode::has_halves;
use crate::value::byte_array::ByteArray;
use crate::value::bytes::Bytes;
use crate::value::dict::Dict;
use crate::value::interned::interned;
use crate::value::list::List;
use crate::value::ops::text::{self, digits_limit};
use crate::value::ops::{attribute, call};
use crate::value::set::Set;
use crate::value::str::Str;
use crate::value::tuple::Tuple;
use crate::value::{Kind, Raise, Symbol, Value, host, recursion, types};

/// How many items are written between a mark and what takes them.
pub const BATCH: usize = 1000;
/// From so many containers inside each other on, those that are not numbered are looked at for circles.
const DEEP: usize = 50;
/// What recursion that goes too deep was for.
pub const DOING: &str = " while pickling an object";

/// Who writes an object, and with whose help.
#[derive(Clone, Copy)]
pub struct Save<'a> {
    pub writer: &'a Writer,
    /// The writer as an object of the script.
    pub handle: &'a Value,
    pub hooks: &'a Hooks,
}

impl Save<'_> {
    /// Writes an object, or where it was written before.
    pub fn object(self, object: &Value) -> Result<(), Raise> {
        self.writer.output.borrow_mut().boundary();
        if let Some(persistent) = &self.hooks.persistent {
            let name = call::call(persistent, std::slice::from_ref(object))?;
            if !name.is_none() {
                return self.persistent(&name);
            }
        }
        self.itself(object)
    }

    /// Writes the name under which an object is known elsewhere.
    fn persistent(self, name: &Value) -> Result<(), Raise> {
        if self.writer.protocol > 0 {
            self.writer.output.borrow_mut().boundary();
            self.itself(name)?;
            self.writer.put_byte(code::BINPERSID);
            return Ok(());
        }
        let shown = text::str(name)?;
        match shown.is_ascii() {
            true => self.writer.put(format!("P{shown}\n").as_bytes()),
            false => return Err(not_written(format_args!("persistent IDs in protocol 0 must be ASCII strings"))),
        }
        Ok(())
    }

    fn itself(self, object: &Value) -> Result<(), Raise> {
        let writer = self.writer;
        match object {
            Value::None => writer.put_byte(code::NONE),
            Value::Bool(truth) if writer.protocol >= 2 => {
                writer.put_byte(if truth.get() { code::NEWTRUE } else { code::NEWFALSE });
            }
            Value::Bool(truth) => writer.put(if truth.get() { b"I01\n" } else { b"I00\n" }),
            Value::Int(number) => self.int(*number),
            Value::Float(float) if writer.protocol > 0 => {
                let [a, b, c, d, e, f, g, h] = plain(float.get()).to_be_bytes();
                writer.put(&[code::BINFLOAT, a, b, c, d, e, f, g, h]);
            }
            Value::Float(float) => writer.put(format!("F{}\n", repr::float(float.get())).as_bytes()),
            _ => return self.heap_object(object),
        }
        Ok(())
    }

    fn int(self, number: i64) {
        let writer = self.writer;
        let protocol = writer.protocol;
        if let Ok(short) = i32::try_from(number) {
            match (protocol, short) {
                (0, _) => writer.put(format!("I{number}\n").as_bytes()),
                (_, 0..=0xff) => writer.put(&[code::BININT1, short as u8]),
                (_, 0..=0xffff) => writer.put(&[code::BININT2, short as u8, (short >> 8) as u8]),
                _ => writer.put_number(code::BININT, short as u32),
            }
        } else if protocol < 2 {
            writer.put(format!("L{number}L\n").as_bytes());
        } else {
            // As many bytes as it takes to tell the sign.
            let bytes = number.to_le_bytes();
            let bits = 65 - if number < 0 { number.leading_ones() } else { number.leading_zeros() };
            let size = bits.div_ceil(8) as usize;
            writer.put(&[code::LONG1, size as u8]);
            writer.put(&bytes[..size]);
        }
    }

    fn heap_object(self, object: &Value) -> Result<(), Raise> {
        let writer = self.writer;
        if let Some(big) = object.as_big() {
            if writer.protocol < 2 {
                let digits = repr::big(big, digits_limit())?;
                writer.put(format!("L{digits}L\n").as_bytes());
                return Ok(());
            }
            let bytes = big.to_le_bytes();
            match (u8::try_from(bytes.len()), u32::try_from(bytes.len())) {
                (Ok(size), _) => writer.put(&[code::LONG1, size]),
                (_, Ok(size @ ..=0x7fff_ffff)) => writer.put_number(code::LONG4, size),
                _ => return Err(raise!(OverflowError, "int too large to pickle")),
            }
            writer.put(&bytes);
            return Ok(());
        }
        if writer.put_known(object) {
            return Ok(());
        }
        if let Some(text) = object.as_gc::<Str>() {
            return self.text(object, text.as_str());
        }
        if let Some(bytes) = object.downcast::<Bytes>() {
            return self.bytes(object, bytes.data());
        }
        let _deeper = recursion::enter(DOING)?;
        writer.count.set(writer.count.get().wrapping_add(1));
        if writer.count.get().is_multiple_of(1024) {
            host::poll()?;
        }
        match object.kind() {
            Some(Kind::List) => self.container(object, Save::list),
            Some(Kind::Dict) => self.container(object, Save::dict),
            Some(Kind::Tuple) if object.downcast::<Tuple>().is_some_and(|tuple| !tuple.has_names()) => {
                self.container(object, Save::tuple)
            }
            Some(Kind::Set) if object.downcast::<Set>().is_some_and(Set::is_frozen) => {
                self.container(object, Save::frozen_set)
            }
            Some(Kind::Set) => self.set(object),
            Some(Kind::ByteArray) => self.byte_array(object),
            _ => self.other(object),
        }
    }

    /// Writes what holds other objects. Where nothing is numbered, a circle would have no end.
    fn container(self, object: &Value, write: fn(Self, &Value) -> Result<(), Raise>) -> Result<(), Raise> {
        let writer = self.writer;
        if !writer.fast.get() {
            return write(self, object);
        }
        let address = object.payload();
        if writer.open.borrow().len() >= DEEP && writer.open.borrow().contains(&address) {
            let class = crate::value::type_name(object);
            return Err(raise!(
                ValueError,
                "fast mode: can't pickle cyclic objects including object type {class} at {address:#x}"
            ));
        }
        writer.open.borrow_mut().push(address);
        let written = write(self, object);
        writer.open.borrow_mut().pop();
        written
    }

    /// Writes a payload, introduced by the code of its size.
    fn sized(self, codes: [u8; 3], what: &str, payload: &[u8]) -> Result<(), Raise> {
        let (writer, size) = (self.writer, payload.len());
        room(size, 1)?;
        let mut output = writer.output.borrow_mut();
        if size <= 0xff && codes[0] != 0 {
            output.payload(&[codes[0], size as u8], payload);
        } else if let Ok(size) = u32::try_from(size) {
            let [a, b, c, d] = size.to_le_bytes();
            output.payload(&[codes[1], a, b, c, d], payload);
        } else if writer.protocol >= 4 {
            output.payload(&introduction(codes[2], size), payload);
        } else {
            let message = format!("serializing a {what} object larger than 4 GiB requires pickle protocol 4 or higher");
            return Err(raise!(OverflowError, "{message}"));
        }
        Ok(())
    }

    fn text(self, object: &Value, text: &str) -> Result<(), Raise> {
        let writer = self.writer;
        if writer.protocol == 0 {
            writer.put_byte(code::UNICODE);
            writer.put(&raw_escapes(text));
            writer.put_byte(b'\n');
        } else {
            let short = if writer.protocol >= 4 { code::SHORT_BINUNICODE } else { 0 };
            let codes = [short, code::BINUNICODE, code::BINUNICODE8];
            if has_halves(text) {
                let encoded = encode(&[object.clone(), Value::str("utf-8"), Value::str("surrogatepass")])?;
                self.sized(codes, "string", encoded.downcast::<Bytes>().map_or(&[], Bytes::data))?;
            } else {
                self.sized(codes, "string", text.as_bytes())?;
            }
        }
        writer.memoize(Some(object))
    }

    fn bytes(self, object: &Value, data: &[u8]) -> Result<(), Raise> {
        if self.writer.protocol < 3 {
            if data.is_empty() {
                let function = Value::from(&types().bytes);
                return self.made_by(function, Vec::new(), object);
            }
            let text: String = data.iter().map(|&byte| char::from(byte)).collect();
            let encode = attribute::get(&host::host()?.import("codecs")?, Symbol::new("encode"))?;
            return self.made_by(encode, vec![Value::str(&text), interned("latin1")], object);
        }
        self.sized([code::SHORT_BINBYTES, code::BINBYTES, code::BINBYTES8], "bytes", data)?;
        self.writer.memoize(Some(object))
    }

    fn byte_array(self, object: &Value) -> Result<(), Raise> {
        let data = object.downcast::<ByteArray>().map(ByteArray::to_vec).unwrap_or_default();
        if self.writer.protocol < 5 {
            let arguments = if data.is_empty() { Vec::new() } else { vec![Value::bytes(&data)] };
            return self.made_by(Value::from(&types().byte_array), arguments, object);
        }
        room(data.len(), 1)?;
        self.writer.output.borrow_mut().payload(&introduction(code::BYTEARRAY8, data.len()), &data);
        self.writer.memoize(Some(object))
    }

    /// Writes an object as what a function makes of arguments.
    fn made_by(self, function: Value, arguments: Vec<Value>, object: &Value) -> Result<(), Raise> {
        self.reduced(&Tuple::pair(function, Value::tuple(arguments)), Some(object))
    }

    fn tuple(self, object: &Value) -> Result<(), Raise> {
        let (writer, Some(tuple)) = (self.writer, object.downcast::<Tuple>()) else { return Ok(()) };
        let (count, binary) = (tuple.len(), writer.protocol > 0);
        if count == 0 {
            writer.put(if binary { &[code::EMPTY_TUPLE] } else { &[code::MARK, code::TUPLE] });
            return Ok(());
        }
        let short = count <= 3 && writer.protocol >= 2;
        if !short {
            writer.put_byte(code::MARK);
        }
        for item in tuple.items() {
            self.object(item)?;
        }
        // It may have been written on the way, as a part of itself.
        if writer.memo.borrow().number(object).is_some() {
            match (short, binary) {
                (true, _) => writer.put(&[code::POP; 3][..count]),
                (false, true) => writer.put_byte(code::POP_MARK),
                (false, false) => (0..=count).for_each(|_| writer.put_byte(code::POP)),
            }
            writer.put_known(object);
            return Ok(());
        }
        writer.put_byte(if short { code::TUPLE1 + count as u8 - 1 } else { code::TUPLE });
        writer.memoize(Some(object))
    }

    fn list(self, object: &Value) -> Result<(), Raise> {
        let (writer, Some(list)) = (self.writer, object.downcast::<List>()) else { return Ok(()) };
        writer.put(if writer.protocol > 0 { &[code::EMPTY_LIST] } else { &[code::MARK, code::LIST] });
        writer.memoize(Some(object))?;
        if list.is_empty() {
            return Ok(());
        }
        let _deeper = recursion::enter(DOING)?;
        if let (true, Some(only)) = (list.len() == 1 && writer.protocol > 0, list.get(0)) {
            self.object(&only)?;
            writer.put_byte(code::APPEND);
            return Ok(());
        }
        // What writes an item may change the list.
        let mut place = 0;
        while place < list.len() {
            if writer.protocol > 0 {
                writer.put_byte(code::MARK);
            }
            while let Some(item) = list.get(place) {
                self.object(&item)?;
                place += 1;
                if writer.protocol == 0 {
                    writer.put_byte(code::APPEND);
                } else if place.is_multiple_of(BATCH) {
                    break;
                }
            }
            if writer.protocol > 0 {
                writer.put_byte(code::APPENDS);
            }
        }
        Ok(())
    }

    pub fn dict(self, object: &Value) -> Result<(), Raise> {
        let (writer, Some(dict)) = (self.writer, object.downcast::<Dict>()) else { return Ok(()) };
        writer.put(if writer.protocol > 0 { &[code::EMPTY_DICT] } else { &[code::MARK, code::DICT] });
        writer.memoize(Some(object))?;
        let length = dict.len();
        if length == 0 {
            return Ok(());
        }
        let _deeper = recursion::enter(DOING)?;
        let (mut position, mut written, mut open) = (0, 0, false);
        let in_batches = length > 1 && writer.protocol > 0;
        loop {
            if in_batches && !open {
                writer.put_byte(code::MARK);
                open = true;
            }
            let Some((next, key, value)) = dict.entry_from(position) else { break };
            self.object(&key)?;
            self.object(&value)?;
            if dict.len() != length {
                return Err(raise!(RuntimeError, "dictionary changed size during iteration"));
            }
            position = next;
            written += 1;
            if !in_batches {
                writer.put_byte(code::SETITEM);
            } else if written % BATCH == 0 {
                writer.put_byte(code::SETITEMS);
                open = false;
            }
        }
        if open {
            writer.put_byte(code::SETITEMS);
        }
        Ok(())
    }

    fn set(self, object: &Value) -> Result<(), Raise> {
        let (writer, Some(set)) = (self.writer, object.downcast::<Set>()) else { return Ok(()) };
        if writer.protocol < 4 {
            return self.made_by(Value::from(&types().set), vec![Value::list(set.items())], object);
        }
        writer.put_byte(code::EMPTY_SET);
        writer.memoize(Some(object))?;
        let length = set.len();
        let (mut position, mut count) = (0, BATCH);
        while count == BATCH && length > 0 {
            count = 0;
            writer.put_byte(code::MARK);
            while count < BATCH
                && let Some((next, item)) = set.item_from(position)
            {
                self.object(&item)?;
                position = next;
                count += 1;
            }
            writer.put_byte(code::ADDITEMS);
            if set.len() != length {
                return Err(raise!(RuntimeError, "set changed size during iteration"));
            }
        }
        Ok(())
    }

    fn frozen_set(self, object: &Value) -> Result<(), Raise> {
        let (writer, Some(set)) = (self.writer, object.downcast::<Set>()) else { return Ok(()) };
        if writer.protocol < 4 {
            return self.made_by(Value::from(&types().frozenset), vec![Value::list(set.items())], object);
        }
        writer.put_byte(code::MARK);
        for item in set.items() {
            self.object(&item)?;
        }
        if writer.memo.borrow().number(object).is_some() {
            writer.put_byte(code::POP_MARK);
            writer.put_known(object);
            return Ok(());
        }
        writer.put_byte(code::FROZENSET);
        writer.memoize(Some(object))
    }
}

/// A code and a size of eight bytes.
fn introduction(code: u8, size: usize) -> [u8; 9] {
    let mut bytes = [code; 9];
    bytes[1..].copy_from_slice(&(size as u64).to_le_bytes());
    bytes
}

/// Text in one line, as the first protocol has it.
fn raw_escapes(text: &str) -> Vec<u8> {
    let special = |c: char| matches!(c, '\0' | '\n' | '\r' | '\\' | '\x1a');
    let mut bytes = Vec::with_capacity(text.len());
    for part in text.split_inclusive(special) {
        let plain = part.strip_suffix(special).unwrap_or(part);
        bytes.extend(escapes::encode(plain, Escapes::Wide));
        for c in part[plain.len()..].chars() {
            bytes.extend(format!("\\u{:04x}", c as u32).bytes());
        }
    }
    bytes
}
