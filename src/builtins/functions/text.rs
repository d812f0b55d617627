//! Built-in functions that make or take text: `repr`, `ascii`, `format`, `chr`, `ord`, `print`, `input`.

use crate::builtins::argument::{short, shown_type};
use crate::builtins::modules::sys;
use crate::raise;
use crate::value::bytes::Bytes;
use crate::value::host::{self, Stream};
use crate::value::ops::{self, attribute, call, text};
use crate::value::{Arguments, Raise, Res, Symbol, Value, exception, type_name};

/// `repr(obj)`
pub fn repr(arguments: &[Value]) -> Res {
    Ok(Value::str(&text::repr(&arguments[0])?))
}

/// `ascii(obj)`
pub fn ascii(arguments: &[Value]) -> Res {
    Ok(Value::str(&text::ascii(&arguments[0])?))
}

/// `format(value, format_spec='')`
pub fn format(arguments: &[Value]) -> Res {
    let spec = match arguments.get(1) {
        None => "",
        Some(spec) => match spec.as_str() {
            Some(spec) => spec,
            None => {
                let class = shown_type(spec);
                return Err(raise!(TypeError, "format() argument 2 must be str, not {class}"));
            }
        },
    };
    Ok(Value::str(&text::format(&arguments[0], spec)?))
}

/// `chr(i)`. Halves of surrogate pairs are no characters here.
pub fn chr(arguments: &[Value]) -> Res {
    let code = short(&arguments[0])?;
    let c = u32::try_from(code).ok().and_then(char::from_u32);
    c.map(|c| Value::str(c.encode_utf8(&mut [0; 4])))
        .ok_or_else(|| raise!(ValueError, "chr() arg not in range(0x110000)"))
}

/// `ord(c)`
pub fn ord(arguments: &[Value]) -> Res {
    let value = &arguments[0];
    let length = if let Some(text) = value.as_str() {
        let mut chars = text.chars();
        if let (Some(c), None) = (chars.next(), chars.next()) {
            return Ok(Value::int(i64::from(u32::from(c))));
        }
        text.chars().count()
    } else if let Some(bytes) = value.downcast::<Bytes>() {
        if let [byte] = bytes.data() {
            return Ok(Value::int(i64::from(*byte)));
        }
        bytes.data().len()
    } else {
        let class = type_name(value);
        return Err(raise!(TypeError, "ord() expected string of length 1, but {class} found"));
    };
    Err(raise!(TypeError, "ord() expected a character, but string of length {length} found"))
}

/// `print(*args, sep=' ', end='\n', file=None, flush=False)`
pub fn print(arguments: &Arguments<'_>) -> Res {
    let (mut separator, mut end) = (" ", "\n");
    let (mut file, mut flush) = (None, false);
    for (name, value) in arguments.names.iter().zip(arguments.named) {
        match name.as_str() {
            "sep" => separator = text_or(value, "sep", separator)?,
            "end" => end = text_or(value, "end", end)?,
            "file" => file = Some(value).filter(|file| !file.is_none()),
            "flush" => flush = ops::truth(value)?,
            _ => {
                return Err(raise!(TypeError, "'{name}' is an invalid keyword argument for print()"));
            }
        }
    }
    let mut line = String::new();
    for (place, value) in arguments.positional.iter().enumerate() {
        if place > 0 {
            line.push_str(separator);
        }
        text::write_str(&mut line, value)?;
    }
    line.push_str(end);
    write(file, &line, flush)?;
    Ok(Value::None)
}

fn text_or<'a>(value: &'a Value, name: &str, default: &'a str) -> Result<&'a str, Raise> {
    if value.is_none() {
        return Ok(default);
    }
    value.as_str().ok_or_else(|| {
        let class = type_name(value);
        raise!(TypeError, "{name} must be None or a string, not {class}")
    })
}

/// Writes to a file object, or to what `sys.stdout` is now.
fn write(file: Option<&Value>, line: &str, flush: bool) -> Result<(), Raise> {
    let current;
    let file = match file {
        Some(file) => Some(file),
        None => {
            current = sys::replaced_output();
            current.as_ref()
        }
    };
    let stream = match file {
        None => Some(Stream::Output),
        Some(file) => sys::stream_of(file),
    };
    if let Some(stream) = stream {
        let host = host::host()?;
        host.write(stream, line)?;
        return if flush { host.flush(stream) } else { Ok(()) };
    }
    let Some(file) = file.filter(|file| !file.is_none()) else {
        return Ok(());
    };
    let write = attribute::get(file, Symbol::new("write"))?;
    call::call(&write, &[Value::str(line)])?;
    if flush {
        call::call(&attribute::get(file, Symbol::new("flush"))?, &[])?;
    }
    Ok(())
}

/// `input(prompt='')`
pub fn input(arguments: &[Value]) -> Res {
    let host = host::host()?;
    if let Some(prompt) = arguments.first() {
        host.write(Stream::Output, &text::str(prompt)?)?;
    }
    host.flush(Stream::Output)?;
    let line = host.read_line()?;
    if line.is_empty() {
        return Err(exception::raise(exception::Error::EOFError, format_args!("EOF when reading a line")));
    }
    Ok(Value::str(line.strip_suffix('\n').unwrap_or(&line)))
}
