//! The bytes of a pickle on their way in.
//!
//! In: bytes, or a file's `read` and `readline`. Out: as many bytes as an operation wants, and no more of a file than belongs to its
//! pickle; frames are read in one piece.

use super::not_read;
use crate::raise;
use crate::value::byte_array::plain_bytes;
use crate::value::bytes::Bytes;
use crate::value::ops::call;
use crate::value::{Gc, Raise, Value, type_name};
use std::ops::Range;

/// What is read from.
pub struct Input {
    data: Gc<Bytes>,
    /// How much of the data was read.
    at: usize,
    /// What gives more of it.
    file: Option<(Value, Value)>,
}

/// The pickle ended too early.
#[cold]
pub fn truncated() -> Raise {
    not_read(format_args!("pickle data was truncated"))
}

impl Input {
    /// Bytes, and nothing else.
    pub fn of_bytes(data: Gc<Bytes>) -> Input {
        Input { data, at: 0, file: None }
    }

    /// A file.
    pub fn of_file(read: Value, read_line: Value) -> Input {
        Input { data: Bytes::create(&[]), at: 0, file: Some((read, read_line)) }
    }

    /// The bytes at places that were read last.
    #[inline]
    pub fn seen(&self, places: Range<usize>) -> &[u8] {
        &self.data.data()[places]
    }

    /// The next operation.
    #[inline]
    pub fn operation(&mut self) -> Result<u8, Raise> {
        let at = self.at;
        if let Some(&byte) = self.data.data().get(at) {
            self.at = at + 1;
            return Ok(byte);
        }
        let places = match self.file.is_some() {
            true => self.more(1)?,
            false => 0..0,
        };
        match self.seen(places) {
            [byte] => Ok(*byte),
            _ => Err(raise!(EOFError, "Ran out of input")),
        }
    }

    /// The places of so many bytes more.
    #[inline]
    pub fn take(&mut self, count: usize) -> Result<Range<usize>, Raise> {
        let start = self.at;
        if count <= self.data.data().len() - start {
            self.at = start + count;
            return Ok(start..self.at);
        }
        let places = self.more(count)?;
        if places.len() < count { Err(truncated()) } else { Ok(places) }
    }

    /// A number of so many bytes, the lowest first.
    #[inline]
    pub fn number<const SIZE: usize>(&mut self) -> Result<[u8; SIZE], Raise> {
        let places = self.take(SIZE)?;
        self.seen(places).try_into().map_err(|_| truncated())
    }

    /// Has the next bytes ready, and reads none of them.
    pub fn prepare(&mut self, count: usize) -> Result<(), Raise> {
        let places = self.take(count)?;
        self.at = places.start;
        Ok(())
    }

    /// The places of a line, its end left out.
    pub fn line(&mut self) -> Result<Range<usize>, Raise> {
        let start = self.at;
        if let Some(length) = self.seen(start..self.data.data().len()).iter().position(|&byte| byte == b'\n') {
            self.at = start + length + 1;
            return Ok(start..start + length);
        }
        let Some((_, read_line)) = &self.file else { return Err(truncated()) };
        let line = call::call(read_line, &[])?;
        let places = self.append(&line, "readline")?;
        match self.seen(places.clone()).ends_with(b"\n") {
            true => Ok(places.start..places.end - 1),
            false => Err(truncated()),
        }
    }

    /// Asks the file for what is missing of so many bytes; the places of what there is then.
    fn more(&mut self, count: usize) -> Result<Range<usize>, Raise> {
        let Some((read, _)) = &self.file else { return Err(truncated()) };
        let missing = count - (self.data.data().len() - self.at);
        let missing = i64::try_from(missing).map_err(|_| raise!(OverflowError, "read would overflow"))?;
        let data = call::call(read, &[Value::int(missing)])?;
        let places = self.append(&data, "read")?;
        Ok(places.start..places.end.min(places.start + count))
    }

    /// Goes on with what a file gave behind what is left.
    fn append(&mut self, data: &Value, method: &str) -> Result<Range<usize>, Raise> {
        let left = self.at..self.data.data().len();
        self.data = match data.as_gc::<Bytes>() {
            Some(data) if left.is_empty() => data.clone(),
            _ => {
                let Some(bytes) = plain_bytes(data) else {
                    let class = type_name(data);
                    return Err(raise!(TypeError, "{method}() returned non-bytes object ({class})"));
                };
                Bytes::joined(&[self.seen(left), &bytes])
            }
        };
        self.at = self.data.data().len();
        Ok(0..self.at)
    }
}
