//! Files of the system, and the streams of the process: the bottom of every file object.
//!
//! In: paths, numbers of open files, bytes. Out: bytes, positions, the system's errors. Waiting is broken off by Ctrl-C.
//! Knows no buffers and no text.

use std::cell::RefCell;
use std::fs::{File, OpenOptions};
use std::io::{self, IsTerminal, Read, Seek, SeekFrom, Write};
use std::os::fd::{AsRawFd, IntoRawFd};

use super::error::{closed, system};
use super::foreign;
use crate::value::host::{self, Stream};
use crate::value::{Raise, Value};

/// Something open.
pub struct OsFile {
    handle: RefCell<Option<Handle>>,
    /// Whether closing the object closes the file.
    closes: bool,
}

enum Handle {
    File(File),
    /// Standard input.
    Input,
    /// Standard output or error, which a host may have put elsewhere.
    Output(Stream),
}

/// How a file is opened.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Mode {
    /// `r` or `+`
    pub read: bool,
    /// `w`, `a`, `x` or `+`
    pub write: bool,
    /// `a`
    pub append: bool,
    /// `x`
    pub create: bool,
    /// `w`
    pub truncate: bool,
}

impl Mode {
    /// The mode as raw files show it.
    pub fn shown(self) -> &'static str {
        match self {
            Mode { create: true, read: true, .. } => "xb+",
            Mode { create: true, .. } => "xb",
            Mode { append: true, read: true, .. } => "ab+",
            Mode { append: true, .. } => "ab",
            Mode { read: true, write: true, .. } => "rb+",
            Mode { read: true, .. } => "rb",
            _ => "wb",
        }
    }
}

impl OsFile {
    /// Opens a file; `name` is for the message if that fails.
    pub fn open(path: &str, mode: Mode, name: &Value) -> Result<OsFile, Raise> {
        host::may_use_system()?;
        let mut options = OpenOptions::new();
        options.read(mode.read).write(mode.write && !mode.append).append(mode.append);
        options.create_new(mode.create).create(mode.append || mode.truncate).truncate(mode.truncate);
        let file = options.open(path).map_err(|error| system(&error, Some(name)))?;
        if file.metadata().is_ok_and(|metadata| metadata.is_dir()) {
            return Err(system(&io::Error::from_raw_os_error(libc::EISDIR), Some(name)));
        }
        let file = OsFile { handle: RefCell::new(Some(Handle::File(file))), closes: true };
        if mode.append {
            // What cannot be positioned is at its end already.
            let _ = file.with(|handle| handle.seek(SeekFrom::End(0)));
        }
        Ok(file)
    }

    /// A file that is open already, by its number.
    pub fn of_number(number: i32, closes: bool) -> Result<OsFile, Raise> {
        host::may_use_system()?;
        let file = foreign::file(number).map_err(|error| system(&error, None))?;
        Ok(OsFile { handle: RefCell::new(Some(Handle::File(file))), closes })
    }

    /// Standard input.
    pub fn input() -> OsFile {
        OsFile { handle: RefCell::new(Some(Handle::Input)), closes: false }
    }

    /// Standard output or standard error.
    pub fn output(stream: Stream) -> OsFile {
        OsFile { handle: RefCell::new(Some(Handle::Output(stream))), closes: false }
    }

    /// Whether it was closed.
    pub fn is_closed(&self) -> bool {
        self.handle.borrow().is_none()
    }

    /// Whether closing the object closes the file.
    pub fn closes(&self) -> bool {
        self.closes
    }

    /// Closes it; an error if somebody has closed the number already.
    pub fn close(&self) -> Result<(), Raise> {
        match self.handle.take() {
            // The number stays open: it is someone else's.
            Some(Handle::File(file)) if !self.closes => {
                let _ = file.into_raw_fd();
                Ok(())
            }
            Some(Handle::File(file)) => foreign::close(file).map_err(|error| system(&error, None)),
            _ => Ok(()),
        }
    }

    fn with<T>(&self, mut act: impl FnMut(&mut Handle) -> io::Result<T>) -> Result<T, Raise> {
        loop {
            let done = match &mut *self.handle.borrow_mut() {
                Some(handle) => act(handle),
                None => return Err(closed()),
            };
            match done {
                Ok(done) => return Ok(done),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => host::poll()?,
                Err(error) => return Err(system(&error, None)),
            }
        }
    }

    /// Reads some bytes; none at the end.
    pub fn read(&self, into: &mut [u8]) -> Result<usize, Raise> {
        self.with(|handle| match handle {
            Handle::File(file) => file.read(into),
            Handle::Input => io::stdin().read(into),
            Handle::Output(_) => Err(io::Error::from_raw_os_error(libc::EBADF)),
        })
    }

    /// Writes all bytes.
    pub fn write(&self, mut bytes: &[u8]) -> Result<(), Raise> {
        if let Some(Handle::Output(stream)) = &*self.handle.borrow() {
            return host::host()?.write(*stream, bytes);
        }
        while !bytes.is_empty() {
            let count = self.with(|handle| match handle {
                Handle::File(file) => file.write(bytes),
                _ => Err(io::Error::from_raw_os_error(libc::EBADF)),
            })?;
            bytes = &bytes[count..];
        }
        Ok(())
    }

    /// Writes out what the host keeps back.
    pub fn flush(&self) -> Result<(), Raise> {
        match &*self.handle.borrow() {
            Some(Handle::Output(stream)) => host::host()?.flush(*stream),
            Some(_) => Ok(()),
            None => Err(closed()),
        }
    }

    /// Moves the position.
    pub fn seek(&self, to: SeekFrom) -> Result<u64, Raise> {
        self.with(|handle| handle.seek(to))
    }

    /// Whether there is a position.
    pub fn is_seekable(&self) -> bool {
        match &mut *self.handle.borrow_mut() {
            Some(handle) => handle.seek(SeekFrom::Current(0)).is_ok(),
            None => false,
        }
    }

    /// Cuts the file off, or fills it up with zeros.
    pub fn set_length(&self, length: u64) -> Result<(), Raise> {
        self.with(|handle| match handle {
            Handle::File(file) => file.set_len(length),
            _ => Err(io::Error::from_raw_os_error(libc::EINVAL)),
        })
    }

    /// How many bytes are left from the position on, as far as the system tells.
    pub fn rest(&self) -> usize {
        match &mut *self.handle.borrow_mut() {
            Some(Handle::File(file)) => {
                let length = file.metadata().map_or(0, |metadata| metadata.len());
                let at = file.stream_position().unwrap_or(0);
                usize::try_from(length.saturating_sub(at)).unwrap_or(0)
            }
            _ => 0,
        }
    }

    /// Its number.
    pub fn number(&self) -> Result<i32, Raise> {
        match &*self.handle.borrow() {
            Some(Handle::File(file)) => Ok(file.as_raw_fd()),
            Some(Handle::Input) => Ok(0),
            Some(Handle::Output(Stream::Output)) => Ok(1),
            Some(Handle::Output(Stream::Error)) => Ok(2),
            None => Err(closed()),
        }
    }

    /// Whether a person is at the other end.
    pub fn is_terminal(&self) -> Result<bool, Raise> {
        match &*self.handle.borrow() {
            Some(Handle::File(file)) => Ok(file.is_terminal()),
            Some(Handle::Input) => Ok(io::stdin().is_terminal()),
            Some(Handle::Output(Stream::Output)) => Ok(io::stdout().is_terminal()),
            Some(Handle::Output(Stream::Error)) => Ok(io::stderr().is_terminal()),
            None => Err(closed()),
        }
    }
}

impl Handle {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        match self {
            Handle::File(file) => file.seek(to),
            Handle::Input | Handle::Output(_) => Err(io::Error::from_raw_os_error(libc::ESPIPE)),
        }
    }
}

impl Drop for OsFile {
    fn drop(&mut self) {
        if let Some(Handle::File(file)) = self.handle.take() {
            if self.closes {
                // Nobody is there to be told.
                let _ = foreign::close(file);
            } else {
                let _ = file.into_raw_fd();
            }
        }
    }
}
