//! `open`.
//!
//! In: a path, the number of an open file or an object that names a path; a mode and how text is read. Out: a file object
//! of the kind that this asks for.

use super::binary::{new_binary, new_raw};
use super::buffer::SIZE;
use super::classes;
use super::file::{Mode, OsFile};
use super::newline::Newline;
use super::text::{Layer, Style, Text};
use super::wrapper::{encoding, text_or};
use crate::builtins::argument::{path, plain_path, shown_type, size};
use crate::raise;
use crate::value::instance::Instance;
use crate::value::native::{Parameters, given};
use crate::value::opaque::Opaque;
use crate::value::ops::{call, truth};
use crate::value::{Raise, Res, Symbol, Value};

/// The parameters of `open`.
pub static OPEN: Parameters = Parameters {
    names: &["file", "mode", "buffering", "encoding", "errors", "newline", "closefd", "opener"],
    positional_only: 0,
    positional: 8,
    required: 1,
};

/// The mode of a raw file.
pub fn raw_mode(text: &str) -> Result<Mode, Raise> {
    let mut mode = Mode::default();
    let mut plus = false;
    for letter in text.chars() {
        match letter {
            'r' => mode.read = true,
            'w' => mode.truncate = true,
            'a' => mode.append = true,
            'x' => mode.create = true,
            '+' if !plus => plus = true,
            'b' => {}
            _ => return Err(raise!(ValueError, "invalid mode: {text}")),
        }
    }
    if [mode.read, mode.truncate, mode.append, mode.create].iter().filter(|&&one| one).count() != 1 {
        return Err(raise!(ValueError, "Must have exactly one of create/read/write/append mode and at most one plus"));
    }
    mode.write = plus || !mode.read;
    mode.read |= plus;
    Ok(mode)
}

/// Opens what an argument names.
pub fn open_file(file: &Value, mode: Mode, closes: bool) -> Result<OsFile, Raise> {
    if file.as_int().is_some() || file.as_bool().is_some() {
        let number = crate::builtins::argument::short(file)?;
        if number < 0 {
            return Err(raise!(ValueError, "negative file descriptor"));
        }
        return OsFile::of_number(number, closes);
    }
    if !closes {
        return Err(raise!(ValueError, "Cannot use closefd=False with file name"));
    }
    OsFile::open(&path(file)?, mode, file)
}

/// `open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)`
pub fn open(arguments: &[Value]) -> Res {
    let file = &plain_path(&arguments[0])?;
    let mode_text = match given(arguments, 1) {
        None => "r",
        Some(mode) => mode.as_str().ok_or_else(|| {
            let class = shown_type(mode);
            raise!(TypeError, "open() argument 'mode' must be str, not {class}")
        })?,
    };
    let letters: Vec<char> = mode_text.chars().collect();
    let repeated = letters.iter().enumerate().any(|(at, letter)| letters[..at].contains(letter));
    if repeated || letters.iter().any(|letter| !"rwaxbt+".contains(*letter)) {
        return Err(raise!(ValueError, "invalid mode: '{mode_text}'"));
    }
    let (text, binary) = (letters.contains(&'t'), letters.contains(&'b'));
    if text && binary {
        return Err(raise!(ValueError, "can't have text and binary mode at once"));
    }
    let raw_letters: String = letters.iter().filter(|letter| !"bt".contains(**letter)).collect();
    if raw_letters.chars().filter(|letter| "rwax".contains(*letter)).count() > 1 {
        return Err(raise!(ValueError, "must have exactly one of create/read/write/append mode"));
    }
    if binary {
        for (place, name) in [(3, "an encoding"), (4, "an errors"), (5, "a newline")] {
            if given(arguments, place).is_some_and(|value| !value.is_none()) {
                return Err(raise!(ValueError, "binary mode doesn't take {name} argument"));
            }
        }
    }
    let mode = raw_mode(&raw_letters)?;
    let buffering = given(arguments, 2).map_or(Ok(-1), size)?;
    let closes = given(arguments, 6).map_or(Ok(true), truth)?;
    let style = match binary {
        true => None,
        false => Some((
            encoding(arguments, 3)?,
            text_or(arguments, 4, "errors", "strict")?,
            Newline::of(arguments, 5, Newline::Any)?,
        )),
    };
    let opened = match given(arguments, 7).filter(|opener| !opener.is_none()) {
        Some(opener) => open_file(&call::call(opener, &[file.clone(), Value::int(flags(mode))])?, mode, closes)?,
        None => open_file(file, mode, closes)?,
    };
    let terminal = opened.is_terminal()?;
    let classes = classes();
    let raw = new_raw(&classes.file_io, opened, mode, file.clone());
    if buffering == 0 {
        if !binary {
            return Err(raise!(ValueError, "can't have unbuffered text I/O"));
        }
        return Ok(raw);
    }
    let size = if buffering > 1 { buffering as usize } else { SIZE };
    let class = match (mode.read, mode.write) {
        (true, true) => &classes.random,
        (_, true) => &classes.writer,
        _ => &classes.reader,
    };
    let buffered = new_binary(class, raw, mode.read, mode.write, size);
    let Some((encoding, errors, newline)) = style else {
        return Ok(buffered);
    };
    let by_line = buffering == 1 || buffering < 0 && terminal;
    let style = Style { encoding, errors: errors.to_string(), newline, by_line, through: false };
    let layer = Layer::new(buffered, style, None)?;
    let wrapper = Text::default();
    wrapper.layer.replace(Some(layer));
    let instance = Instance::wrap(&classes.text_wrapper, Opaque::create(wrapper));
    instance.set(Symbol::new("mode"), Value::str(mode_text));
    Ok(Value::from(instance))
}

fn flags(mode: Mode) -> i64 {
    let access = match (mode.read, mode.write) {
        (true, true) => libc::O_RDWR,
        (_, true) => libc::O_WRONLY,
        _ => libc::O_RDONLY,
    };
    let choose = |on: bool, flag: libc::c_int| if on { flag } else { 0 };
    let others = choose(mode.append, libc::O_APPEND | libc::O_CREAT)
        | choose(mode.truncate, libc::O_TRUNC | libc::O_CREAT)
        | choose(mode.create, libc::O_EXCL | libc::O_CREAT);
    (access | others | libc::O_CLOEXEC).into()
}
