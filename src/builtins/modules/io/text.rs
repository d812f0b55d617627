//! `TextIOWrapper`: text over a file of bytes.
//!
//! In: text from scripts, bytes from a buffer below. Out: the other of the two. The standard streams are such files, and
//! write straight to the host.

use std::cell::{Cell, RefCell};
use std::io::SeekFrom;
use std::rc::Rc;

use super::base::ask;
use super::binary::buffer_of;
use super::buffer::{Buffer, SIZE};
use super::decode::{Decoder, unmarked};
use super::error::{closed, unsupported};
use super::newline::Newline;
use crate::builtins::text::encode::{self, Failure};
use crate::raise;
use crate::value::byte_array::plain_bytes;
use crate::value::codec_error::raise_fault;
use crate::value::heap::Ref;
use crate::value::host::{self, Stream};
use crate::value::opaque::Content;
use crate::value::ops::{attribute, truth};
use crate::value::{Error, Raise, Res, Symbol, Value, type_name};

/// A text file, before and after it has something below.
#[derive(Default)]
pub struct Text {
    pub(super) layer: RefCell<Option<Rc<Layer>>>,
}

impl Content for Text {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        if let Some(layer) = &*self.layer.borrow() {
            layer.below.trace(visit);
        }
    }

    fn clear(&self) {
        self.layer.take();
    }
}

/// How text is made of bytes.
#[derive(Clone)]
pub struct Style {
    /// The encoding, as it was named.
    pub encoding: String,
    /// What is done where that fails.
    pub errors: String,
    /// How lines end.
    pub newline: Newline,
    /// Write out whole lines at once.
    pub by_line: bool,
    /// Write out everything at once.
    pub through: bool,
}

/// What was read and not used.
#[derive(Default)]
struct Ahead {
    /// The bytes, as they were.
    bytes: Vec<u8>,
    /// Their text.
    text: String,
    /// How much of the text was used.
    used: usize,
}

/// Text over bytes.
pub struct Layer {
    /// The object below.
    pub below: Value,
    buffer: Option<Rc<Buffer>>,
    pub(super) style: RefCell<Style>,
    /// Where it writes to, if it is one of the standard streams.
    stream: Option<Stream>,
    decoder: RefCell<Option<Decoder>>,
    writes: bool,
    ahead: RefCell<Ahead>,
    /// A mark is written before the first text.
    mark: Cell<bool>,
    /// Iterating makes positions unknown.
    pub(super) iterating: Cell<bool>,
    /// The line ends that were met: `\r`, `\n`, `\r\n`.
    met: Cell<[bool; 3]>,
}

/// Raises what `object`, bytes when decoding and else text, came to grief with.
fn failed(failure: &Failure, style: &Style, object: Value) -> Raise {
    match failure {
        Failure::Codec(fault) if object.as_str().is_none() => raise_fault(Error::UnicodeDecodeError, object, fault),
        Failure::Codec(fault) => raise_fault(Error::UnicodeEncodeError, object, fault),
        Failure::UnknownEncoding => raise!(LookupError, "unknown encoding: {}", style.encoding),
        Failure::UnknownHandler => raise!(LookupError, "unknown error handler name '{}'", style.errors),
    }
}

impl Layer {
    /// Text over an object that reads and writes bytes.
    pub fn new(below: Value, style: Style, stream: Option<Stream>) -> Result<Rc<Layer>, Raise> {
        let can = |what: &str| ask(&below, what, &[]).and_then(|can| truth(&can));
        let (reads, writes) = (can("readable")?, can("writable")?);
        let together = style.newline.is_universal();
        let Some(decoder) = Decoder::new(&style.encoding, &style.errors, together) else {
            return Err(raise!(LookupError, "unknown encoding: {}", style.encoding));
        };
        let mut mark = writes && unmarked(&style.encoding).1;
        if mark && can("seekable")? {
            mark = ask(&below, "tell", &[])?.as_int() == Some(0);
        }
        Ok(Rc::new(Layer {
            buffer: buffer_of(&below),
            below,
            style: RefCell::new(style),
            stream,
            decoder: RefCell::new(reads.then_some(decoder)),
            writes,
            ahead: RefCell::default(),
            mark: Cell::new(mark),
            iterating: Cell::new(false),
            met: Cell::default(),
        }))
    }

    /// Where it writes to, if it is an open standard stream.
    pub fn stream(&self) -> Option<Stream> {
        self.stream.filter(|_| self.is_closed() == Ok(false))
    }

    /// Whether it, or what is below, was closed.
    pub fn is_closed(&self) -> Result<bool, Raise> {
        match &self.buffer {
            Some(buffer) => Ok(buffer.is_closed()),
            None => truth(&attribute::get(&self.below, Symbol::new("closed"))?),
        }
    }

    /// Raises if it was closed.
    pub fn check(&self) -> Result<(), Raise> {
        if self.is_closed()? { Err(closed()) } else { Ok(()) }
    }

    /// The line ends that were met.
    pub fn met(&self) -> Vec<&'static str> {
        let ends = ["\r", "\n", "\r\n"];
        ends.into_iter().zip(self.met.get()).filter(|(_, met)| *met).map(|(end, _)| end).collect()
    }

    fn note_ends(&self, text: &str) {
        let [mut single, mut line, mut both] = self.met.get();
        if text.contains('\r') {
            let bytes = text.as_bytes();
            for (at, &byte) in bytes.iter().enumerate() {
                let before = at.checked_sub(1).map(|before| bytes[before]);
                match byte {
                    b'\n' if before == Some(b'\r') => both = true,
                    b'\n' => line = true,
                    b'\r' if bytes.get(at + 1) != Some(&b'\n') => single = true,
                    _ => {}
                }
            }
        } else {
            line = line || text.contains('\n');
        }
        self.met.set([single, line, both]);
    }
}

/// Reading.
impl Layer {
    /// Reads one more piece; false at the end.
    fn fill(&self) -> Result<bool, Raise> {
        let piece = match &self.buffer {
            Some(buffer) => buffer.read_some(SIZE)?,
            None => {
                let name = match attribute::find(&self.below, Symbol::new("read1"))? {
                    Some(_) => "read1",
                    None => "read",
                };
                self.bytes_read(&ask(&self.below, name, &[Value::int(SIZE as i64)])?, name)?
            }
        };
        self.take_in(&piece, piece.is_empty())?;
        Ok(!piece.is_empty())
    }

    fn bytes_read(&self, read: &Value, name: &str) -> Result<Vec<u8>, Raise> {
        plain_bytes(read).ok_or_else(|| {
            let class = type_name(read);
            raise!(TypeError, "underlying {name}() should have returned a bytes-like object, not '{class}'")
        })
    }

    fn take_in(&self, piece: &[u8], last: bool) -> Result<(), Raise> {
        let style = self.style.borrow();
        let mut decoder = self.decoder.borrow_mut();
        let decoder = decoder.as_mut().ok_or_else(|| unsupported("not readable"))?;
        let (bytes, text) =
            decoder.decode(piece, last).map_err(|failure| failed(&failure, &style, Value::bytes(piece)))?;
        if style.newline.is_universal() {
            self.note_ends(&text);
        }
        let text = style.newline.read(text);
        let mut ahead = self.ahead.borrow_mut();
        let gone = ahead.bytes_used(decoder, style.newline);
        ahead.bytes.drain(..gone);
        ahead.bytes.extend(bytes);
        let used = std::mem::take(&mut ahead.used);
        ahead.text.drain(..used);
        ahead.text.push_str(&text);
        Ok(())
    }

    fn may_read(&self) -> Result<(), Raise> {
        self.check()?;
        match &*self.decoder.borrow() {
            Some(_) => Ok(()),
            None => Err(unsupported("not readable")),
        }
    }

    /// Reads so many characters, or all.
    pub fn read(&self, count: Option<usize>) -> Res {
        self.may_read()?;
        self.write_out()?;
        match count {
            None => {
                let rest = match &self.buffer {
                    Some(buffer) => buffer.read_all()?,
                    None => self.bytes_read(&ask(&self.below, "read", &[])?, "read")?,
                };
                self.take_in(&rest, true)?;
            }
            Some(count) => {
                // As many characters as bytes are looked at only once there are as many bytes.
                while self.ahead.borrow().rest().len() < count || self.ahead.borrow().rest().chars().count() < count {
                    if !self.fill()? {
                        break;
                    }
                }
            }
        }
        let mut ahead = self.ahead.borrow_mut();
        let rest = ahead.rest();
        let end = match count {
            Some(count) if count < rest.len() => rest.char_indices().nth(count).map_or(rest.len(), |(end, _)| end),
            _ => rest.len(),
        };
        Ok(ahead.take(end))
    }

    /// Reads a line with its end, or so many characters of it; empty at the end.
    pub fn read_line(&self, most: Option<usize>) -> Res {
        self.may_read()?;
        let newline = self.style.borrow().newline;
        let mut searched = 0;
        loop {
            {
                let mut ahead = self.ahead.borrow_mut();
                let rest = ahead.rest();
                // What ends a line may begin just before the end of the piece before.
                let mut from = searched.min(rest.len()).saturating_sub(1);
                while !rest.is_char_boundary(from) {
                    from -= 1;
                }
                let end = newline.end_of_line(&rest[from..]).map(|end| end + from);
                let limit = most.and_then(|most| match most {
                    most if most > rest.len() => None,
                    most => rest.char_indices().map(|(place, _)| place).chain([rest.len()]).nth(most),
                });
                match (end, limit) {
                    (Some(end), Some(limit)) => return Ok(ahead.take(end.min(limit))),
                    (Some(end), None) | (None, Some(end)) => return Ok(ahead.take(end)),
                    (None, None) => searched = rest.len(),
                }
            }
            if !self.fill()? {
                let mut ahead = self.ahead.borrow_mut();
                let rest = ahead.rest();
                let end = newline.end_of_line(rest).unwrap_or(rest.len());
                return Ok(ahead.take(end));
            }
        }
    }
}

impl Ahead {
    fn rest(&self) -> &str {
        &self.text[self.used..]
    }

    fn take(&mut self, bytes: usize) -> Value {
        let part = Value::str(&self.rest()[..bytes]);
        self.used += bytes;
        part
    }

    /// How many of the bytes the used text stands for.
    fn bytes_used(&self, decoder: &Decoder, newline: Newline) -> usize {
        let used = &self.text[..self.used];
        if newline != Newline::Any || !self.bytes.contains(&b'\r') {
            return decoder.bytes_of(used).min(self.bytes.len());
        }
        if used.len() == self.text.len() {
            return self.bytes.len();
        }
        // Some ends were two characters: the bytes tell which, where each of their characters is a byte.
        let (mut bytes, mut chars) = (0, used.chars().count());
        while chars > 0 && bytes < self.bytes.len() {
            let rest = &self.bytes[bytes..];
            bytes += if rest.starts_with(b"\r\n") { 2 } else { 1 };
            while decoder.is_utf8() && self.bytes.get(bytes).is_some_and(|&byte| byte & 0xc0 == 0x80) {
                bytes += 1;
            }
            chars -= 1;
        }
        bytes
    }
}

/// Writing.
impl Layer {
    /// Writes text.
    pub fn write(&self, text: &str) -> Result<(), Raise> {
        self.check()?;
        if !self.writes {
            return Err(unsupported("not writable"));
        }
        let style = self.style.borrow();
        let changed = style.newline.written(text);
        let new = changed.as_deref().unwrap_or(text);
        let (encoding, _) = unmarked(&style.encoding);
        let utf8 = encode::shape(encoding) == Some(encode::Shape::Utf8);
        let mut bytes = std::borrow::Cow::Borrowed(new.as_bytes());
        if !utf8 {
            let encoded = encode::encode(new, encoding, &style.errors);
            bytes = encoded.map_err(|failure| failed(&failure, &style, Value::str(new)))?.into();
        }
        if self.mark.take() {
            let mut marked = encode::encode("\u{feff}", encoding, "strict").unwrap_or_default();
            marked.extend_from_slice(&bytes);
            bytes = marked.into();
        }
        if !self.ahead.borrow().text.is_empty() {
            self.forget();
        }
        match (self.stream, &self.buffer) {
            (Some(stream), _) => host::host()?.write(stream, &bytes)?,
            (None, Some(buffer)) => buffer.write(&bytes)?,
            (None, None) => drop(ask(&self.below, "write", &[Value::bytes(&bytes)])?),
        }
        if style.by_line && text.contains(['\n', '\r']) || style.through && self.stream.is_none() {
            self.write_out()?;
        }
        Ok(())
    }

    fn forget(&self) {
        self.ahead.take();
        if let Some(decoder) = &mut *self.decoder.borrow_mut() {
            decoder.reset(false, &self.style.borrow().encoding);
        }
    }

    fn write_out(&self) -> Result<(), Raise> {
        if !self.writes {
            return Ok(());
        }
        match (self.stream, &self.buffer) {
            (Some(stream), _) => host::host()?.flush(stream),
            (None, Some(buffer)) => buffer.flush(),
            (None, None) => ask(&self.below, "flush", &[]).map(drop),
        }
    }

    /// Writes out what was written.
    pub fn flush(&self) -> Result<(), Raise> {
        self.check()?;
        self.write_out()
    }

    /// Writes out what was written, and closes what is below.
    pub fn close(&self) -> Result<(), Raise> {
        if self.is_closed()? {
            return Ok(());
        }
        let flushed = self.write_out();
        match &self.buffer {
            Some(buffer) => buffer.close()?,
            None => drop(ask(&self.below, "close", &[])?),
        }
        flushed
    }
}

/// Positions.
impl Layer {
    /// Where the user is: a number that `seek` understands.
    pub fn tell(&self) -> Result<i64, Raise> {
        self.check()?;
        if !truth(&ask(&self.below, "seekable", &[])?)? {
            return Err(unsupported("underlying stream is not seekable"));
        }
        if self.iterating.get() {
            return Err(raise!(OSError, "telling position disabled by next() call"));
        }
        self.write_out()?;
        let place = ask(&self.below, "tell", &[])?.as_int().unwrap_or(0);
        let unused = match &*self.decoder.borrow() {
            Some(decoder) => {
                let ahead = self.ahead.borrow();
                ahead.bytes.len() - ahead.bytes_used(decoder, self.style.borrow().newline) + decoder.waiting()
            }
            None => 0,
        };
        Ok(place - unused as i64)
    }

    /// Moves the user to a number that `tell` gave, or to the end.
    pub fn seek(&self, offset: i64, whence: i64) -> Result<i64, Raise> {
        self.check()?;
        if !truth(&ask(&self.below, "seekable", &[])?)? {
            return Err(unsupported("underlying stream is not seekable"));
        }
        let to = match whence {
            0 => match u64::try_from(offset) {
                Ok(offset) => SeekFrom::Start(offset),
                Err(_) => return Err(raise!(ValueError, "negative seek position {offset}")),
            },
            1 if offset != 0 => return Err(unsupported("can't do nonzero cur-relative seeks")),
            1 => SeekFrom::Start(self.tell()? as u64),
            2 if offset != 0 => return Err(unsupported("can't do nonzero end-relative seeks")),
            2 => SeekFrom::End(0),
            _ => return Err(raise!(ValueError, "invalid whence ({whence}, should be 0, 1 or 2)")),
        };
        self.write_out()?;
        self.forget();
        self.iterating.set(false);
        let (offset, whence) = match to {
            SeekFrom::End(offset) => (offset, 2),
            SeekFrom::Start(offset) => (offset as i64, 0),
            SeekFrom::Current(offset) => (offset, 1),
        };
        let place = ask(&self.below, "seek", &[Value::int(offset), Value::int(whence)])?.as_int().unwrap_or(0);
        let encoding = &self.style.borrow().encoding;
        if let Some(decoder) = &mut *self.decoder.borrow_mut() {
            decoder.reset(place == 0, encoding);
        }
        self.mark.set(place == 0 && self.writes && unmarked(encoding).1);
        Ok(place)
    }

    /// Cuts the file off.
    pub fn truncate(&self, length: Option<&Value>) -> Res {
        self.flush()?;
        let length = match length {
            Some(length) => length.clone(),
            None => Value::int(self.tell()?),
        };
        ask(&self.below, "truncate", &[length])
    }
}
