//! Bytes read ahead and bytes not yet written, between a file and whoever uses it piece by piece.
//!
//! In: a file of the system, or any object with the methods of one. Out: bytes in the pieces asked for, lines among them.
//! What was written is written out when the buffer is full, on demand, and when the last handle goes.

use std::cell::{Cell, RefCell};
use std::io::SeekFrom;
use std::rc::{Rc, Weak};

use super::error::closed;
use super::file::OsFile;
use crate::raise;
use crate::value::byte_array::bytes_of;
use crate::value::exception::{is_pending, raise_object, take_pending};
use crate::value::heap::Ref;
use crate::value::ops::{attribute, call, truth};
use crate::value::{Raise, Res, Symbol, Value};

/// The usual size.
pub const SIZE: usize = 8192;

/// What lies behind a buffer.
pub enum Source {
    /// A file.
    File(Rc<OsFile>),
    /// An object of a script.
    Object(Value),
}

/// A buffer in both directions; one of them is empty.
pub struct Buffer {
    source: Source,
    /// Read ahead: the bytes, and how many were used.
    ahead: RefCell<Vec<u8>>,
    used: Cell<usize>,
    /// Not yet written.
    behind: RefCell<Vec<u8>>,
    size: usize,
    closed: Cell<bool>,
}

thread_local! {
    /// Buffers that may hold what is to be written.
    static OPEN: RefCell<Vec<Weak<Buffer>>> = const { RefCell::new(Vec::new()) };
}

/// Writes out what is in all buffers, when a program ends.
pub fn flush_all() {
    let open: Vec<Rc<Buffer>> = OPEN.take().iter().filter_map(Weak::upgrade).collect();
    for buffer in open {
        if !buffer.is_closed() && buffer.flush().is_err() {
            drop(take_pending());
        }
    }
}

impl Source {
    fn ask(&self, name: &str, arguments: &[Value]) -> Res {
        match self {
            Source::Object(object) => call::call(&attribute::get(object, Symbol::new(name))?, arguments),
            Source::File(_) => Ok(Value::None),
        }
    }

    fn read(&self, into: &mut Vec<u8>, most: usize) -> Result<usize, Raise> {
        match self {
            Source::File(file) => {
                let start = into.len();
                into.resize(start + most, 0);
                let count = file.read(&mut into[start..]);
                into.truncate(start + *count.as_ref().unwrap_or(&0));
                count
            }
            Source::Object(_) => {
                let read = self.ask("read", &[Value::int(most as i64)])?;
                if read.is_none() {
                    return Ok(0);
                }
                let bytes = bytes_of(&read)?;
                into.extend_from_slice(&bytes);
                Ok(bytes.len())
            }
        }
    }

    fn write(&self, bytes: &[u8]) -> Result<(), Raise> {
        match self {
            Source::File(file) => file.write(bytes),
            Source::Object(_) => {
                let mut rest = bytes;
                while !rest.is_empty() {
                    let count = self.ask("write", &[Value::bytes(rest)])?;
                    let count = count.as_int().and_then(|count| usize::try_from(count).ok());
                    match count.filter(|&count| count > 0 && count <= rest.len()) {
                        Some(count) => rest = &rest[count..],
                        None => return Err(raise!(OSError, "raw write() returned invalid length")),
                    }
                }
                Ok(())
            }
        }
    }

    fn seek(&self, to: SeekFrom) -> Result<u64, Raise> {
        match self {
            Source::File(file) => file.seek(to),
            Source::Object(_) => {
                let (offset, whence) = match to {
                    SeekFrom::Start(offset) => (offset as i64, 0),
                    SeekFrom::Current(offset) => (offset, 1),
                    SeekFrom::End(offset) => (offset, 2),
                };
                let place = self.ask("seek", &[Value::int(offset), Value::int(whence)])?;
                Ok(place.as_int().and_then(|place| u64::try_from(place).ok()).unwrap_or(0))
            }
        }
    }
}

impl Buffer {
    /// A buffer; one that is written to is written out at the end of the program.
    pub fn new(source: Source, size: usize, writes: bool) -> Rc<Buffer> {
        let buffer = Rc::new(Buffer {
            source,
            ahead: RefCell::default(),
            used: Cell::new(0),
            behind: RefCell::default(),
            size: size.max(1),
            closed: Cell::new(false),
        });
        if writes {
            OPEN.with_borrow_mut(|open| {
                if open.len() >= 64 && open.len().is_power_of_two() {
                    open.retain(|known| known.strong_count() > 0);
                }
                open.push(Rc::downgrade(&buffer));
            });
        }
        buffer
    }

    /// Calls `visit` for the object behind it.
    pub fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        if let Source::Object(object) = &self.source {
            object.trace(visit);
        }
    }

    /// The file behind it, if it is one.
    pub fn file(&self) -> Option<&Rc<OsFile>> {
        match &self.source {
            Source::File(file) => Some(file),
            Source::Object(_) => None,
        }
    }

    /// Whether it, or what is behind it, was closed.
    pub fn is_closed(&self) -> bool {
        self.closed.get() || self.file().is_some_and(|file| file.is_closed())
    }

    fn check(&self) -> Result<(), Raise> {
        if self.is_closed() { Err(closed()) } else { Ok(()) }
    }

    /// Bytes that were read ahead, handed to `look`, which says how many it uses; more are read if there are none.
    fn with_ahead<T>(&self, look: impl FnOnce(&[u8]) -> (usize, T)) -> Result<T, Raise> {
        if self.used.get() == self.ahead.borrow().len() {
            self.write_out()?;
            let mut fresh = Vec::new();
            self.source.read(&mut fresh, self.size)?;
            self.ahead.replace(fresh);
            self.used.set(0);
        }
        let ahead = self.ahead.borrow();
        let used = self.used.get();
        let (more, result) = look(&ahead[used..]);
        self.used.set(used + more);
        Ok(result)
    }

    /// Reads up to so many bytes, fewer only at the end.
    pub fn read(&self, count: usize) -> Result<Vec<u8>, Raise> {
        self.check()?;
        let mut out = self.take_ahead(count);
        self.write_out()?;
        while out.len() < count {
            let left = count - out.len();
            if left >= self.size {
                if self.source.read(&mut out, left.min(1 << 20))? == 0 {
                    break;
                }
            } else {
                let more = self.with_ahead(|bytes| {
                    let count = left.min(bytes.len());
                    (count, bytes[..count].to_vec())
                })?;
                if more.is_empty() {
                    break;
                }
                out.extend(more);
            }
        }
        Ok(out)
    }

    fn take_ahead(&self, most: usize) -> Vec<u8> {
        let ahead = self.ahead.borrow();
        let used = self.used.get();
        let end = ahead.len().min(used.saturating_add(most));
        self.used.set(end);
        ahead[used..end].to_vec()
    }

    /// Reads to the end.
    pub fn read_all(&self) -> Result<Vec<u8>, Raise> {
        self.check()?;
        self.write_out()?;
        let mut out = self.take_ahead(usize::MAX);
        let mut piece = self.file().map_or(0, |file| file.rest()).clamp(self.size, 1 << 30) + 1;
        while self.source.read(&mut out, piece)? > 0 {
            piece = piece.clamp(self.size, 1 << 20);
        }
        Ok(out)
    }

    /// Reads what is there, with one look at the file at most.
    pub fn read_some(&self, most: usize) -> Result<Vec<u8>, Raise> {
        self.check()?;
        self.with_ahead(|bytes| {
            let count = most.min(bytes.len());
            (count, bytes[..count].to_vec())
        })
    }

    /// What would be read next, without reading it.
    pub fn peek(&self) -> Result<Vec<u8>, Raise> {
        self.check()?;
        self.with_ahead(|bytes| (0, bytes.to_vec()))
    }

    /// Reads a line with its end, or so many bytes of it.
    pub fn read_line(&self, most: Option<usize>) -> Result<Vec<u8>, Raise> {
        self.check()?;
        let most = most.unwrap_or(usize::MAX);
        let mut out = Vec::new();
        while out.len() < most {
            let (piece, ended) = self.with_ahead(|bytes| {
                let bytes = &bytes[..bytes.len().min(most - out.len())];
                let end = bytes.iter().position(|&byte| byte == b'\n').map(|end| end + 1);
                let count = end.unwrap_or(bytes.len());
                (count, (bytes[..count].to_vec(), end.is_some() || bytes.is_empty()))
            })?;
            out.extend(piece);
            if ended {
                break;
            }
        }
        Ok(out)
    }

    /// Writes; a full buffer is written out.
    pub fn write(&self, bytes: &[u8]) -> Result<(), Raise> {
        self.check()?;
        self.forget_ahead()?;
        if self.behind.borrow().len() + bytes.len() > self.size {
            self.write_out()?;
            if bytes.len() >= self.size {
                return self.source.write(bytes);
            }
        }
        self.behind.borrow_mut().extend_from_slice(bytes);
        Ok(())
    }

    /// Goes back to where the user is, before writing.
    fn forget_ahead(&self) -> Result<(), Raise> {
        let unused = self.ahead.borrow().len() - self.used.get();
        self.ahead.take();
        self.used.set(0);
        if unused > 0 {
            self.source.seek(SeekFrom::Current(-(unused as i64)))?;
        }
        Ok(())
    }

    fn write_out(&self) -> Result<(), Raise> {
        if self.behind.borrow().is_empty() {
            return Ok(());
        }
        let bytes = self.behind.take();
        self.source.write(&bytes)
    }

    /// Writes out what was written.
    pub fn flush(&self) -> Result<(), Raise> {
        self.check()?;
        self.write_out()?;
        match &self.source {
            Source::File(file) => file.flush(),
            Source::Object(object) => match attribute::find(object, Symbol::new("flush"))? {
                Some(flush) => call::call(&flush, &[]).map(drop),
                None => Ok(()),
            },
        }
    }

    /// Where the user is.
    pub fn tell(&self) -> Result<u64, Raise> {
        self.check()?;
        let place = self.source.seek(SeekFrom::Current(0))?;
        let unused = (self.ahead.borrow().len() - self.used.get()) as u64;
        Ok((place + self.behind.borrow().len() as u64).saturating_sub(unused))
    }

    /// Moves the user.
    pub fn seek(&self, to: SeekFrom) -> Result<u64, Raise> {
        self.check()?;
        self.write_out()?;
        let unused = self.ahead.borrow().len() - self.used.get();
        self.ahead.take();
        self.used.set(0);
        self.source.seek(match to {
            SeekFrom::Current(offset) => SeekFrom::Current(offset - unused as i64),
            other => other,
        })
    }

    /// Whether there is a position.
    pub fn is_seekable(&self) -> Result<bool, Raise> {
        self.check()?;
        match &self.source {
            Source::File(file) => Ok(file.is_seekable()),
            Source::Object(_) => truth(&self.source.ask("seekable", &[])?),
        }
    }

    /// Cuts the file off at a position, or fills it up with zeros.
    pub fn truncate(&self, length: Option<u64>) -> Result<u64, Raise> {
        self.check()?;
        self.write_out()?;
        let length = match length {
            Some(length) => length,
            None => self.tell()?,
        };
        match &self.source {
            Source::File(file) => file.set_length(length)?,
            Source::Object(_) => drop(self.source.ask("truncate", &[Value::int(length as i64)])?),
        }
        Ok(length)
    }

    /// Writes out what was written, and closes.
    pub fn close(&self) -> Result<(), Raise> {
        if self.is_closed() {
            return Ok(());
        }
        let flushed = self.flush();
        self.closed.set(true);
        match &self.source {
            Source::File(file) => flushed.and(file.close()),
            Source::Object(_) => {
                self.source.ask("close", &[])?;
                flushed
            }
        }
    }

    /// The number of the file.
    pub fn number(&self) -> Res {
        match &self.source {
            Source::File(file) => Ok(Value::int(file.number()?.into())),
            Source::Object(_) => self.source.ask("fileno", &[]),
        }
    }
}

impl Drop for Buffer {
    fn drop(&mut self) {
        // Nobody is left to be told of an error, and an object of a script may be gone itself.
        if let Source::File(file) = &self.source
            && !self.behind.borrow().is_empty()
            && !file.is_closed()
        {
            let pending = is_pending().then(take_pending);
            if file.write(&self.behind.take()).is_err() {
                drop(take_pending());
            }
            pending.map(raise_object);
        }
    }
}
