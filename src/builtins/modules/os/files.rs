//! Files and folders by their paths.
//!
//! In: paths. Out: what is there, and changes to it.

use std::fs::{self, FileTimes, Metadata};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt};
use std::path::{Component, Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::{allowed_path, done, nothing};
use crate::builtins::argument::{plain_path, size};
use crate::builtins::types::exception::raise_system;
use crate::raise;
use crate::value::exception::{Exception, raise_object, take_pending};
use crate::value::ops::truth;
use crate::value::tuple::{Record, Tuple};
use crate::value::{Kind, Raise, Res, Symbol, Value, host, type_name};

/// What the system knows of a file.
pub static STAT_RESULT: Record = Record {
    module: "os",
    name: "stat_result",
    fields: &[
        "st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime", "st_mtime", "st_ctime",
    ],
    hidden: &[
        "st_atime",
        "st_mtime",
        "st_ctime",
        "st_atime_ns",
        "st_mtime_ns",
        "st_ctime_ns",
        "st_blksize",
        "st_blocks",
        "st_rdev",
    ],
};

fn text(path: &Path) -> Value {
    Value::str(&path.to_string_lossy())
}

/// `getcwd()`
pub fn current(_: &[Value]) -> Res {
    host::may_use_system()?;
    done(std::env::current_dir(), &Value::str("")).map(|path| text(&path))
}

/// `chdir(path)`
pub fn change_folder(arguments: &[Value]) -> Res {
    nothing(std::env::set_current_dir(allowed_path(&arguments[0])?), &arguments[0])
}

fn folder(value: &Value) -> Result<Vec<fs::DirEntry>, Raise> {
    let read = fs::read_dir(allowed_path(value)?).and_then(Iterator::collect);
    done(read, value)
}

/// `listdir(path)`
pub fn names(arguments: &[Value]) -> Res {
    let entries = folder(&arguments[0])?;
    Ok(Value::list(entries.iter().map(|entry| Value::str(&entry.file_name().to_string_lossy()))))
}

fn letter(kind: fs::FileType) -> &'static str {
    match () {
        _ if kind.is_dir() => "d",
        _ if kind.is_file() => "f",
        _ if kind.is_symlink() => "l",
        _ => "?",
    }
}

/// `entries(path)`
pub fn entries(arguments: &[Value]) -> Res {
    let entries = folder(&arguments[0])?;
    Ok(Value::list(entries.iter().map(|entry| {
        let name = Value::str(&entry.file_name().to_string_lossy());
        Value::pair(name, Value::str(entry.file_type().map_or("?", letter)))
    })))
}

/// `mkdir(path, mode)`
pub fn make_folder(arguments: &[Value]) -> Res {
    let mode = size(&arguments[1])? as u32;
    nothing(fs::DirBuilder::new().mode(mode).create(allowed_path(&arguments[0])?), &arguments[0])
}

/// `rmdir(path)`
pub fn remove_folder(arguments: &[Value]) -> Res {
    nothing(fs::remove_dir(allowed_path(&arguments[0])?), &arguments[0])
}

/// `remove(path)`
pub fn remove(arguments: &[Value]) -> Res {
    nothing(fs::remove_file(allowed_path(&arguments[0])?), &arguments[0])
}

/// A change that two paths take part in: an error is about both.
fn between(arguments: &[Value], change: fn(PathBuf, PathBuf) -> std::io::Result<()>) -> Res {
    let (from, to) = (allowed_path(&arguments[0])?, allowed_path(&arguments[1])?);
    let Err(error) = change(from.into(), to.into()) else {
        return Ok(Value::None);
    };
    let (from, to) = (plain_path(&arguments[0])?, plain_path(&arguments[1])?);
    let _ = raise_system(&error, Some(&from));
    let exception: crate::value::Gc<Exception> = take_pending();
    exception.names().set(Symbol::FILENAME2, to);
    Err(raise_object(exception))
}

/// `rename(from, to)`
pub fn rename(arguments: &[Value]) -> Res {
    between(arguments, fs::rename)
}

/// `symlink(target, path)`
pub fn symbolic_link(arguments: &[Value]) -> Res {
    between(arguments, std::os::unix::fs::symlink)
}

/// `link(target, path)`
pub fn link(arguments: &[Value]) -> Res {
    between(arguments, fs::hard_link)
}

/// `readlink(path)`
pub fn read_link(arguments: &[Value]) -> Res {
    done(fs::read_link(allowed_path(&arguments[0])?), &arguments[0]).map(|path| text(&path))
}

/// `chmod(path, mode)`
pub fn change_mode(arguments: &[Value]) -> Res {
    let mode = fs::Permissions::from_mode(size(&arguments[1])? as u32);
    nothing(fs::set_permissions(allowed_path(&arguments[0])?, mode), &arguments[0])
}

/// `chown(path, user, group)`; -1 for what stays.
pub fn change_owner(arguments: &[Value]) -> Res {
    let number = |value: &Value| match size(value)? {
        -1 => Ok(None),
        number => u32::try_from(number).map(Some).map_err(|_| match number < 0 {
            true => raise!(OverflowError, "uid is less than minimum"),
            false => raise!(OverflowError, "uid is greater than maximum"),
        }),
    };
    let (user, group) = (number(&arguments[1])?, number(&arguments[2])?);
    nothing(std::os::unix::fs::chown(allowed_path(&arguments[0])?, user, group), &arguments[0])
}

/// `utime(path, accessed, modified)`
pub fn set_times(arguments: &[Value]) -> Res {
    let moment = |value: &Value| -> Result<SystemTime, Raise> {
        let nanoseconds = u64::try_from(size(value)?).map_err(|_| raise!(ValueError, "time before 1970"))?;
        Ok(SystemTime::UNIX_EPOCH + Duration::from_nanos(nanoseconds))
    };
    let times = FileTimes::new().set_accessed(moment(&arguments[1])?).set_modified(moment(&arguments[2])?);
    let file = fs::File::open(allowed_path(&arguments[0])?);
    nothing(file.and_then(|file| file.set_times(times)), &arguments[0])
}

/// Containers stand for no path, whatever they hold.
fn is_no_path(kind: Kind) -> bool {
    matches!(kind, Kind::List | Kind::Tuple | Kind::Dict | Kind::Set | Kind::Function | Kind::Class)
}

fn metadata(value: &Value, follow: bool) -> Result<std::io::Result<Metadata>, Raise> {
    if value.as_int().is_some() || value.as_bool().is_some() {
        host::may_use_system()?;
        let number = crate::builtins::argument::short(value)?;
        return Ok(fs::metadata(format!("/dev/fd/{number}")).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => std::io::Error::from_raw_os_error(libc::EBADF),
            _ => error,
        }));
    }
    if value.is_none() || value.as_float().is_some() || value.kind().is_some_and(is_no_path) {
        let class = type_name(value);
        return Err(raise!(TypeError, "stat: path should be string, bytes, os.PathLike or integer, not {class}"));
    }
    let path = allowed_path(value)?;
    Ok(if follow { fs::metadata(path) } else { fs::symlink_metadata(path) })
}

/// `stat(path, follow)`
pub fn facts(arguments: &[Value]) -> Res {
    let data = done(metadata(&arguments[0], truth(&arguments[1])?)?, &arguments[0])?;
    let times =
        [(data.atime(), data.atime_nsec()), (data.mtime(), data.mtime_nsec()), (data.ctime(), data.ctime_nsec())];
    let exact = times.map(|(seconds, rest)| seconds.saturating_mul(1_000_000_000).saturating_add(rest));
    let mut values = [
        data.mode().into(),
        data.ino() as i64,
        data.dev() as i64,
        data.nlink() as i64,
        data.uid().into(),
        data.gid().into(),
        data.size() as i64,
    ]
    .map(Value::int)
    .to_vec();
    values.extend(times.map(|(seconds, _)| Value::int(seconds)));
    values.extend(times.map(|(seconds, rest)| Value::float(seconds as f64 + 1e-9 * rest as f64)));
    values.extend(exact.map(Value::int));
    values.extend([data.blksize() as i64, data.blocks() as i64, data.rdev() as i64].map(Value::int));
    Ok(Value::from(Tuple::with_names(&STAT_RESULT, values)))
}

/// `kind(path, follow)`: no error of the system is one.
pub fn kind(arguments: &[Value]) -> Res {
    let found = match metadata(&arguments[0], truth(&arguments[1])?) {
        Ok(found) => found,
        Err(_) if crate::value::exception::catch(crate::value::exception::Error::ValueError).is_some() => {
            return Ok(Value::str(""));
        }
        Err(raise) => return Err(raise),
    };
    Ok(Value::str(found.map_or("", |data| letter(data.file_type()))))
}

/// `realpath(path)`: links are followed as far as there is something.
pub fn real_path(arguments: &[Value]) -> Res {
    let path = std::path::absolute(allowed_path(&arguments[0])?).unwrap_or_default();
    let mut done = PathBuf::from("/");
    let below = |path: &Path| -> Vec<std::ffi::OsString> {
        let parts = path.components().rev().filter(|part| *part != Component::RootDir);
        parts.map(|part| part.as_os_str().to_owned()).collect()
    };
    let mut left = below(&path);
    let mut links = 0;
    while let Some(part) = left.pop() {
        if part == ".." {
            done.pop();
            continue;
        }
        let next = done.join(&part);
        match fs::read_link(&next) {
            // A circle of links stays as it is.
            Ok(target) if links < 40 => {
                links += 1;
                if target.is_absolute() {
                    done = PathBuf::from("/");
                }
                left.extend(below(&target));
            }
            _ => done = next,
        }
    }
    Ok(text(&done))
}
