//! `_os`: what the pages `os`, `posixpath`, `shutil` and `tempfile` need of the system.
//!
//! In: paths, numbers of open files. Out: names, facts about files, changes done; the system's errors as `OSError`. What
//! can be said in Python is in the pages.

mod child;
mod files;
mod process;

use super::{Module, effect, record};
use crate::builtins::argument::{path, plain_path};
use crate::builtins::types::exception::raise_system;
use crate::value::native::Row;
use crate::value::native::Takes::{Between, Exactly};
use crate::value::{Gc, Raise, Res, Value, host};

/// The module.
pub fn create() -> Gc<Module> {
    let module = super::with_functions("_os", FUNCTIONS);
    record::define(&module, &files::STAT_RESULT, |arguments| record::make(&files::STAT_RESULT, arguments));
    module
}

#[rustfmt::skip]
static FUNCTIONS: &[Row] = &[
    effect("_os", "getcwd", Exactly(0, files::current), "Return a string representing the current working directory."),
    effect("_os", "chdir", Exactly(1, files::change_folder), "Change the current working directory to the specified path."),
    effect("_os", "listdir", Exactly(1, files::names), "Return a list containing the names of the files in the directory."),
    effect("_os", "entries", Exactly(1, files::entries), "The names in a folder, each with its kind: 'd', 'f', 'l' or '?'."),
    effect("_os", "mkdir", Exactly(2, files::make_folder), "Create a directory."),
    effect("_os", "rmdir", Exactly(1, files::remove_folder), "Remove a directory."),
    effect("_os", "remove", Exactly(1, files::remove), "Remove a file."),
    effect("_os", "rename", Exactly(2, files::rename), "Rename a file or directory."),
    effect("_os", "symlink", Exactly(2, files::symbolic_link), "Create a symbolic link pointing to src named dst."),
    effect("_os", "link", Exactly(2, files::link), "Create a hard link to a file."),
    effect("_os", "readlink", Exactly(1, files::read_link), "Return a string representing the path to which the symbolic link points."),
    effect("_os", "chown", Exactly(3, files::change_owner), "Change the owner and group id of a file."),
    effect("_os", "chmod", Exactly(2, files::change_mode), "Change the access permissions of a file."),
    effect("_os", "utime", Exactly(3, files::set_times), "Set the access and modified time of a file, in nanoseconds."),
    effect("_os", "stat", Exactly(2, files::facts), "The numbers that the system has of a file."),
    effect("_os", "kind", Exactly(2, files::kind), "'d', 'f', 'l', '?' or nothing, if there is no such file."),
    effect("_os", "realpath", Exactly(1, files::real_path), "The path without symbolic links."),
    effect("_os", "access", Exactly(2, process::access), "Use the real uid/gid to test for access to a path."),
    effect("_os", "open", Exactly(3, process::open), "Open a file for low level IO.  Returns a file descriptor (integer)."),
    effect("_os", "close", Exactly(1, process::close), "Close a file descriptor."),
    effect("_os", "read", Exactly(2, process::read), "Read from a file descriptor.  Returns a bytes object."),
    effect("_os", "write", Exactly(2, process::write), "Write a bytes object to a file descriptor."),
    effect("_os", "lseek", Exactly(3, process::seek), "Set the position of a file descriptor.  Return the new position."),
    effect("_os", "fsync", Exactly(1, process::sync), "Force write of fd to disk."),
    effect("_os", "ftruncate", Exactly(2, process::truncate), "Truncate a file, specified by file descriptor, to a specific length."),
    effect("_os", "dup", Exactly(1, process::duplicate), "Return a duplicate of a file descriptor."),
    effect("_os", "pipe", Exactly(0, process::pipe), "Create a pipe."),
    effect("_os", "umask", Exactly(1, process::mask), "Set the current numeric umask and return the previous umask."),
    effect("_os", "isatty", Exactly(1, process::is_terminal), "Return True if the fd is connected to a terminal."),
    effect("_os", "strerror", Exactly(1, process::words), "Translate an error code to a message string."),
    effect("_os", "environment", Exactly(0, process::environment), "The variables of the environment."),
    effect("_os", "getpid", Exactly(0, |_| Ok(Value::int(std::process::id().into()))), "Return the current process id."),
    effect("_os", "getppid", Exactly(0, |_| Ok(Value::int(std::os::unix::process::parent_id().into()))), "Return the parent's process id."),
    effect("_os", "cpu_count", Exactly(0, process::processors), "Return the number of CPUs in the system; return None if indeterminable."),
    effect("_os", "urandom", Exactly(1, process::random_bytes), "Return a bytes object containing random bytes suitable for cryptographic use."),
    effect("_os", "system", Exactly(2, process::system), "Execute the command in a subshell."),
    effect("_os", "spawn", Exactly(7, child::spawn), "Start a program."),
    effect("_os", "uname", Exactly(0, process::name_of_system), "What the system calls itself."),
    effect("_os", "getuid", Exactly(0, |_| Ok(Value::int(rustix::process::getuid().as_raw().into()))), "Return the current process's user id."),
    effect("_os", "getgid", Exactly(0, |_| Ok(Value::int(rustix::process::getgid().as_raw().into()))), "Return the current process's group id."),
    effect("_os", "terminal_size", Between(0, 1, process::terminal_size), "The columns and lines of the terminal, or None."),
];

/// The text of a path, for someone who may use the system.
fn allowed_path(value: &Value) -> Result<String, Raise> {
    host::may_use_system()?;
    path(value)
}

/// A result of the system; `file` is what an error is about.
fn done<T>(result: std::io::Result<T>, file: &Value) -> Result<T, Raise> {
    result.map_err(|error| match plain_path(file) {
        Ok(path) => raise_system(&error, Some(&path)),
        Err(raise) => raise,
    })
}

/// The same where nothing comes of it.
fn nothing(result: std::io::Result<()>, file: &Value) -> Res {
    done(result, file).map(|()| Value::None)
}
