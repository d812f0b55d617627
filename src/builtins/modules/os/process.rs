//! The process and what is around it: open files by number, the environment, the processors, the terminal.
//!
//! In: numbers and names. Out: what the system says of them.

use std::io::{IsTerminal, Read, Seek, SeekFrom, Write};
use std::mem::ManuallyDrop;
use std::os::fd::{IntoRawFd, OwnedFd};
use std::os::unix::fs::OpenOptionsExt;
use std::os::unix::process::ExitStatusExt;
use std::process::Command;

use super::{allowed_path, done};
use crate::builtins::argument::{path, room, short, size};
use crate::builtins::modules::io;
use crate::builtins::types::exception::raise_system;
use crate::raise;
use crate::value::byte_array::plain_bytes;
use crate::value::exception::{Error, catch};
use crate::value::ops::iterate;
use crate::value::tuple::Tuple;
use crate::value::{Raise, Res, Value, host, type_name};

/// `access(path, mode)`
pub fn access(arguments: &[Value]) -> Res {
    let mode = rustix::fs::Access::from_bits_truncate(size(&arguments[1])? as _);
    Ok(Value::bool(rustix::fs::access(allowed_path(&arguments[0])?, mode).is_ok()))
}

/// `open(path, flags, mode)`
pub fn open(arguments: &[Value]) -> Res {
    let (flags, mode) = (short(&arguments[1])?, size(&arguments[2])? as u32);
    let access = flags & libc::O_ACCMODE;
    let mut options = std::fs::OpenOptions::new();
    options.read(access != libc::O_WRONLY).write(access != libc::O_RDONLY);
    options.create(flags & libc::O_CREAT != 0 && access != libc::O_RDONLY).mode(mode);
    options.create_new(flags & libc::O_EXCL != 0 && flags & libc::O_CREAT != 0);
    options.custom_flags(flags & !libc::O_ACCMODE);
    let file = done(options.open(allowed_path(&arguments[0])?), &arguments[0])?;
    Ok(Value::int(file.into_raw_fd().into()))
}

/// The open file of a number, which stays open.
fn open_file(value: &Value) -> Result<ManuallyDrop<std::fs::File>, Raise> {
    host::may_use_system()?;
    let file = io::file_of_number(short(value)?);
    file.map(ManuallyDrop::new).map_err(|error| raise_system(&error, None))
}

/// `close(fd)`
pub fn close(arguments: &[Value]) -> Res {
    drop(ManuallyDrop::into_inner(open_file(&arguments[0])?));
    Ok(Value::None)
}

/// `read(fd, count)`
pub fn read(arguments: &[Value]) -> Res {
    let mut file = open_file(&arguments[0])?;
    let count = usize::try_from(size(&arguments[1])?).unwrap_or(0);
    room(count, 1)?;
    let mut bytes = vec![0; count];
    let count = file.read(&mut bytes).map_err(|error| raise_system(&error, None))?;
    Ok(Value::bytes(&bytes[..count]))
}

/// `write(fd, bytes)`
pub fn write(arguments: &[Value]) -> Res {
    let Some(bytes) = plain_bytes(&arguments[1]) else {
        let class = type_name(&arguments[1]);
        return Err(raise!(TypeError, "a bytes-like object is required, not '{class}'"));
    };
    let mut file = open_file(&arguments[0])?;
    let count = file.write(&bytes).map_err(|error| raise_system(&error, None))?;
    Ok(Value::int(count as i64))
}

/// `lseek(fd, offset, whence)`
pub fn seek(arguments: &[Value]) -> Res {
    let (offset, whence) = (size(&arguments[1])?, size(&arguments[2])?);
    let to = match whence {
        0 => SeekFrom::Start(u64::try_from(offset).map_err(|_| invalid())?),
        1 => SeekFrom::Current(offset),
        2 => SeekFrom::End(offset),
        _ => return Err(invalid()),
    };
    let place = open_file(&arguments[0])?.seek(to).map_err(|error| raise_system(&error, None))?;
    Ok(Value::int(place as i64))
}

fn invalid() -> Raise {
    raise_system(&std::io::Error::from_raw_os_error(libc::EINVAL), None)
}

/// `fsync(fd)`
pub fn sync(arguments: &[Value]) -> Res {
    open_file(&arguments[0])?.sync_all().map_err(|error| raise_system(&error, None))?;
    Ok(Value::None)
}

/// `ftruncate(fd, length)`
pub fn truncate(arguments: &[Value]) -> Res {
    let length = u64::try_from(size(&arguments[1])?).map_err(|_| invalid())?;
    open_file(&arguments[0])?.set_len(length).map_err(|error| raise_system(&error, None))?;
    Ok(Value::None)
}

/// `dup(fd)`
pub fn duplicate(arguments: &[Value]) -> Res {
    let other = open_file(&arguments[0])?.try_clone().map_err(|error| raise_system(&error, None))?;
    Ok(Value::int(other.into_raw_fd().into()))
}

/// `pipe()`
pub fn pipe(_: &[Value]) -> Res {
    host::may_use_system()?;
    let (reader, writer) = std::io::pipe().map_err(|error| raise_system(&error, None))?;
    let number = |end: OwnedFd| Value::int(end.into_raw_fd().into());
    Ok(Value::pair(number(reader.into()), number(writer.into())))
}

/// `umask(mask)`
pub fn mask(arguments: &[Value]) -> Res {
    host::may_use_system()?;
    let mask = rustix::fs::Mode::from_bits_truncate(size(&arguments[0])? as u32);
    Ok(Value::int(rustix::process::umask(mask).bits().into()))
}

/// `isatty(fd)`
pub fn is_terminal(arguments: &[Value]) -> Res {
    host::may_use_system()?;
    Ok(Value::bool(io::file_of_number(short(&arguments[0])?).is_ok_and(|file| ManuallyDrop::new(file).is_terminal())))
}

/// Whether the system is out of reach; `os` can be imported all the same.
fn catch_refusal() -> bool {
    host::may_use_system().is_err() && catch(Error::PermissionError).is_some()
}

/// `environment()`
pub fn environment(_: &[Value]) -> Res {
    if catch_refusal() {
        return Ok(Value::list([]));
    }
    let text = |part: std::ffi::OsString| Value::str(&part.to_string_lossy());
    Ok(Value::list(std::env::vars_os().map(|(name, value)| Value::pair(text(name), text(value)))))
}

/// `cpu_count()`
pub fn processors(_: &[Value]) -> Res {
    Ok(std::thread::available_parallelism().map_or(Value::None, |count| Value::int(count.get() as i64)))
}

/// `urandom(count)`
pub fn random_bytes(arguments: &[Value]) -> Res {
    let Ok(count) = usize::try_from(size(&arguments[0])?) else {
        return Err(raise!(ValueError, "negative argument not allowed"));
    };
    room(count, 1)?;
    let mut bytes = vec![0; count];
    let read = std::fs::File::open("/dev/urandom").and_then(|mut file| file.read_exact(&mut bytes));
    read.map_err(|error| raise_system(&error, None))?;
    Ok(Value::bytes(&bytes))
}

/// `system(command, environment)`
pub fn system(arguments: &[Value]) -> Res {
    host::may_use_system()?;
    let text = path(&arguments[0])?;
    let mut command = Command::new("/bin/sh");
    command.arg("-c").arg(text).env_clear();
    for pair in iterate::collect_values(&arguments[1])? {
        if let Some([name, value]) = pair.downcast::<Tuple>().map(Tuple::items)
            && let (Some(name), Some(value)) = (name.as_str(), value.as_str())
        {
            command.env(name, value);
        }
    }
    // What was printed so far stands before what the command prints.
    host::host()?.flush(host::Stream::Output)?;
    let status = command.status().map_err(|error| raise_system(&error, None))?;
    Ok(Value::int(status.into_raw().into()))
}

/// `uname()`
pub fn name_of_system(_: &[Value]) -> Res {
    let names = rustix::system::uname();
    let parts = [names.sysname(), names.nodename(), names.release(), names.version(), names.machine()];
    Ok(Value::tuple(parts.map(|part| Value::str(&part.to_string_lossy())).to_vec()))
}

/// `terminal_size(fd)`
pub fn terminal_size(_: &[Value]) -> Res {
    Ok(match rustix::termios::tcgetwinsize(std::io::stdout()) {
        Ok(size) => Value::pair(Value::int(size.ws_col.into()), Value::int(size.ws_row.into())),
        Err(_) => Value::None,
    })
}

/// `strerror(code)`
pub fn words(arguments: &[Value]) -> Res {
    let text = std::io::Error::from_raw_os_error(short(&arguments[0])?).to_string();
    Ok(Value::str(text.split(" (os error").next().unwrap_or(&text)))
}
