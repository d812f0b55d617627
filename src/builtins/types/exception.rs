//! Exceptions: one constructor for all of them, and the methods that all of them have.

use crate::raise;
use crate::value::class::Class;
use crate::value::dict::Dict;
use crate::value::exception::{Error, Exception, raise_object};
use crate::value::heap::Gc;
use crate::value::list::List;
use crate::value::ops::attribute;
use crate::value::tuple::Tuple;
use crate::value::{Arguments, Raise, Res, Symbol, Value, traceback, type_name, types};
use crate::value::{codec_error, syntax_error};

/// `ValueError(*args)`; the class comes first. Some classes take the attributes that they have by name.
pub fn new(arguments: &Arguments<'_>) -> Res {
    let class = arguments.positional.first().and_then(Value::as_gc::<Class>);
    let (Some(class), Some((_, rest))) = (class, arguments.positional.split_first()) else {
        return Err(raise!(TypeError, "an exception class expected"));
    };
    if arguments.names.is_empty() && !is_special(class) {
        return Ok(Value::from(Exception::create(class.clone(), rest.to_vec())));
    }
    let derives = |error: Error| class.is_subclass(types().exception(error));
    if derives(Error::BaseExceptionGroup) {
        return super::group::new(class, &Arguments { positional: rest, ..*arguments });
    }
    let allowed: &[&str] = match () {
        _ if derives(Error::ImportError) => &["name", "path"],
        _ if derives(Error::AttributeError) => &["name", "obj"],
        _ if derives(Error::NameError) => &["name"],
        _ => &[],
    };
    if let Some(name) = arguments.names.iter().find(|name| !allowed.contains(&name.as_str())) {
        let class = class.name();
        return Err(match allowed {
            [] => raise!(TypeError, "{class}() takes no keyword arguments"),
            _ => raise!(TypeError, "'{name}' is an invalid keyword argument for {class}()"),
        });
    }
    let exception = Exception::create(class_of_system_error(class, rest), rest.to_vec());
    for name in allowed {
        let value = arguments.keyword(name).cloned().unwrap_or(Value::None);
        exception.names().set(Symbol::new(name), value);
    }
    if derives(Error::ImportError) {
        let message = if let [message] = rest { message.clone() } else { Value::None };
        exception.names().set(Symbol::new("msg"), message);
    }
    if derives(Error::OSError) {
        match is_filled_later(class) {
            true => exception.set_args(Tuple::new(Vec::new())),
            false => fill_system_error(&exception, rest),
        }
    }
    if [Error::UnicodeEncodeError, Error::UnicodeDecodeError, Error::UnicodeTranslateError].into_iter().any(derives) {
        codec_error::set_attributes(&exception)?;
    }
    if derives(Error::SyntaxError) {
        syntax_error::set_attributes(&exception)?;
    }
    Ok(Value::from(exception))
}

/// Whether a class derives from one that makes something of its arguments beyond keeping them.
fn is_special(class: &Gc<Class>) -> bool {
    let all = std::iter::once(class).chain(class.ancestors()).filter(|class| !class.is_from_script());
    all.filter_map(|class| class.error()).any(|error| {
        matches!(
            error,
            Error::BaseExceptionGroup
                | Error::ImportError
                | Error::AttributeError
                | Error::NameError
                | Error::OSError
                | Error::UnicodeEncodeError
                | Error::UnicodeDecodeError
                | Error::UnicodeTranslateError
                | Error::SyntaxError
        )
    })
}

/// Whether a class derived from `OSError` leaves its arguments to `__init__`: it has one, and no `__new__`.
fn is_filled_later(class: &Class) -> bool {
    class.lookup_from_script(Symbol::INIT).is_some() && class.lookup_from_script(Symbol::NEW).is_none()
}

/// What the arguments of an `OSError` mean.
fn fill_system_error(exception: &Gc<Exception>, arguments: &[Value]) {
    let [number, message, others @ ..] = arguments else { return };
    if others.len() > 3 {
        return;
    }
    exception.names().set(Symbol::ERRNO, number.clone());
    exception.names().set(Symbol::STRERROR, message.clone());
    let given = |place: usize| others.get(place).filter(|value| !value.is_none());
    match given(0) {
        Some(written) if exception.matches(Error::BlockingIOError) && written.as_int().is_some() => {
            exception.names().set(Symbol::new("characters_written"), written.clone());
        }
        Some(file) => {
            exception.names().set(Symbol::FILENAME, file.clone());
            if let Some(other) = given(2) {
                exception.names().set(Symbol::FILENAME2, other.clone());
            }
            exception.set_args(Tuple::new(vec![number.clone(), message.clone()]));
        }
        None => {}
    }
}

/// An `OSError` with a known number is one of its more special kinds.
fn class_of_system_error(class: &Gc<Class>, arguments: &[Value]) -> Gc<Class> {
    let [Value::Int(number), _, ..] = arguments else {
        return class.clone();
    };
    if arguments.len() > 5 || class.error() != Some(Error::OSError) || class.is_from_script() {
        return class.clone();
    }
    let special = match i32::try_from(*number).unwrap_or(0) {
        libc::EAGAIN | libc::EALREADY | libc::EINPROGRESS => Error::BlockingIOError,
        libc::ECONNABORTED => Error::ConnectionAbortedError,
        libc::ECONNREFUSED => Error::ConnectionRefusedError,
        libc::ECONNRESET => Error::ConnectionResetError,
        libc::EPIPE | libc::ESHUTDOWN => Error::BrokenPipeError,
        libc::ECHILD => Error::ChildProcessError,
        libc::EEXIST => Error::FileExistsError,
        libc::ENOENT => Error::FileNotFoundError,
        libc::EINTR => Error::InterruptedError,
        libc::EISDIR => Error::IsADirectoryError,
        libc::ENOTDIR => Error::NotADirectoryError,
        libc::EACCES | libc::EPERM => Error::PermissionError,
        libc::ESRCH => Error::ProcessLookupError,
        libc::ETIMEDOUT => Error::TimeoutError,
        _ => return class.clone(),
    };
    types().exception(special).clone()
}

/// `exception.__init__(*args)`
pub fn init(arguments: &Arguments<'_>) -> Res {
    if !arguments.names.is_empty() {
        let class = arguments.positional.first().map_or_else(String::new, type_name);
        return Err(raise!(TypeError, "{class}() takes no keyword arguments"));
    }
    let args = arguments.positional.get(1..).unwrap_or_default();
    let exception = this(arguments.positional)?;
    if exception.matches(Error::OSError) && !is_filled_later(exception.class()) {
        return Ok(Value::None);
    }
    exception.set_args(Tuple::new(args.to_vec()));
    if exception.matches(Error::OSError) {
        fill_system_error(exception, args);
    }
    Ok(Value::None)
}

/// Raises the exception for an error of the system; `file` is what it is about.
#[cold]
pub fn raise_system(error: &std::io::Error, file: Option<&Value>) -> Raise {
    let text = error.to_string();
    // The system's words, without Rust's number at the end.
    let reason = Value::str(text.split(" (os error").next().unwrap_or(&text));
    let mut positional = vec![Value::from(types().exception(Error::OSError))];
    match error.raw_os_error() {
        Some(number) => positional.extend([Value::int(number.into()), reason]),
        None => positional.push(reason),
    }
    positional.extend(file.cloned());
    match new(&Arguments::new(&positional)).as_ref().map(Value::as_gc::<Exception>) {
        Ok(Some(exception)) => raise_object(exception.clone()),
        _ => Raise,
    }
}

fn this(arguments: &[Value]) -> Result<&Gc<Exception>, Raise> {
    arguments[0].as_gc::<Exception>().ok_or_else(|| raise!(TypeError, "exception expected"))
}

/// `exception.with_traceback(tb)`
pub fn with_traceback(arguments: &[Value]) -> Res {
    let lines = match (&arguments[1], traceback::lines_of(&arguments[1])) {
        (Value::None, _) => Vec::new(),
        (_, Some(lines)) => lines,
        _ => return Err(raise!(TypeError, "__traceback__ must be a traceback or None")),
    };
    this(arguments)?.set_traceback(lines);
    Ok(arguments[0].clone())
}

/// `exception.__setstate__(state)`
pub fn set_state(arguments: &[Value]) -> Res {
    if arguments[1].is_none() {
        return Ok(Value::None);
    }
    let Some(state) = arguments[1].downcast::<Dict>() else {
        return Err(raise!(TypeError, "state is not a dictionary"));
    };
    for (name, value) in state.pairs() {
        let Some(name) = name.as_str() else {
            return Err(raise!(TypeError, "attribute name must be string, not '{}'", type_name(&name)));
        };
        attribute::set(&arguments[0], Symbol::new(name), value)?;
    }
    Ok(Value::None)
}

/// `exception.add_note(note)`
pub fn add_note(arguments: &[Value]) -> Res {
    if arguments[1].as_str().is_none() {
        let class = type_name(&arguments[1]);
        return Err(raise!(TypeError, "note must be a str, not '{class}'"));
    }
    let names = this(arguments)?.names_with(Symbol::NOTES);
    match names.get(Symbol::NOTES).as_ref().and_then(Value::as_gc::<List>) {
        Some(notes) => notes.push(arguments[1].clone()),
        None => names.set(Symbol::NOTES, Value::list([arguments[1].clone()])),
    }
    Ok(Value::None)
}
