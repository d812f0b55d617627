//! Files by their numbers, which only the caller can know to be open.
//!
//! In: a number. Out: the file that has it, or the system's error. The foreign calls of files stand here and nowhere else.
#![allow(unsafe_code)]

use std::fs::File;
use std::io;
use std::os::fd::{FromRawFd, IntoRawFd};

/// The open file with a number.
pub fn file(number: i32) -> io::Result<File> {
    // SAFETY: the call only asks about a number; it is an error if no file has it.
    if unsafe { libc::fcntl(number, libc::F_GETFD) } < 0 {
        return Err(io::Error::last_os_error());
    }
    // SAFETY: the number is that of an open file, as was just asked. A script that opens a number twice has two objects for
    // one file, as in C: whichever is closed first leaves the other with errors, never with memory that is not its own.
    Ok(unsafe { File::from_raw_fd(number) })
}

/// Closes a file, and tells what the system says: its number may have been closed by `os.close`.
pub fn close(file: File) -> io::Result<()> {
    // SAFETY: the number is the file's own, and nobody has the file any more.
    match unsafe { libc::close(file.into_raw_fd()) } {
        0 => Ok(()),
        _ => Err(io::Error::last_os_error()),
    }
}
