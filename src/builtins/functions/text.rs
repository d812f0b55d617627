//! Built-in functions that make or take text: `repr`, `ascii`, `format`, `chr`, `ord`, `print`, `input`.

use crate::builtins::argument::{short, shown_type};
use crate::builtins::modules::{io, sys};
use crate::builtins::text::encode::{self, Failure};
use crate::raise;
use crate::unicode;
use crate::value::byte_array::own_bytes;
use crate::value::codec_error::raise_fault;
use crate::value::host::{self, Stream};
use crate::value::ops::{self, attribute, call, text};
use crate::value::str::Str;
use crate::value::{Arguments, Error, Raise, Res, Symbol, Value, type_name};

/// `repr(obj)`
pub fn repr(arguments: &[Value]) -> Res {
    text::repr_value(&arguments[0])
}

/// `ascii(obj)`
pub fn ascii(arguments: &[Value]) -> Res {
    text::ascii_value(&arguments[0])
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

/// `chr(i)`
pub fn chr(arguments: &[Value]) -> Res {
    let code = short(&arguments[0])?;
    let c = u32::try_from(code).ok().and_then(unicode::from_code);
    c.map(|c| Value::from(Str::of_char(c))).ok_or_else(|| raise!(ValueError, "chr() arg not in range(0x110000)"))
}

/// `ord(c)`
pub fn ord(arguments: &[Value]) -> Res {
    let value = &arguments[0];
    let length = if let Some(text) = value.as_str() {
        let mut chars = text.chars();
        if let (Some(c), None) = (chars.next(), chars.next()) {
            return Ok(Value::int(i64::from(unicode::code_of(c))));
        }
        text.chars().count()
    } else if let Some(bytes) = own_bytes(value) {
        if let [byte] = *bytes {
            return Ok(Value::int(i64::from(byte)));
        }
        bytes.len()
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
    let replaced = if file.is_none() { sys::replaced_output()? } else { None };
    let file = file.or(replaced.as_ref());
    let values = arguments.positional;
    if let Some(file) = file.filter(|file| sys::stream_of(file).is_none() && !io::is_own(file)) {
        return print_to(file, values, separator, end, flush);
    }
    let mut line = String::new();
    for (place, value) in values.iter().enumerate() {
        if place > 0 {
            line.push_str(separator);
        }
        // Making the text may print something itself, or fail: what stands in front is out by then.
        if !line.is_empty() && value.as_str().is_none() && matches!(value, Value::Object(_)) {
            write(file, &line, false)?;
            line.clear();
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

/// An object of a script is given each part by itself.
fn print_to(file: &Value, values: &[Value], separator: &str, end: &str, flush: bool) -> Res {
    if file.is_none() {
        return Ok(Value::None);
    }
    let (method, bound) = attribute::method(file, Symbol::WRITE)?;
    let write = |text: Value| match bound {
        true => call::call_special(&method, file, &Arguments::new(&[text])),
        false => call::call(&method, &[text]),
    };
    for (place, value) in values.iter().enumerate() {
        if place > 0 {
            write(Value::str(separator))?;
        }
        write(text::str_value(value)?)?;
    }
    write(Value::str(end))?;
    if flush {
        call::call(&attribute::get(file, Symbol::new("flush"))?, &[])?;
    }
    Ok(Value::None)
}

/// Writes to a file object, or to the standard output.
fn write(file: Option<&Value>, line: &str, flush: bool) -> Result<(), Raise> {
    match file.map(sys::stream_of) {
        None | Some(Some(_)) => {
            let stream = file.and_then(sys::stream_of).unwrap_or(Stream::Output);
            if unicode::has_halves(line) {
                return match encode::encode(line, "utf-8", "strict") {
                    Err(Failure::Codec(fault)) => Err(raise_fault(Error::UnicodeEncodeError, Value::str(line), &fault)),
                    _ => Ok(()),
                };
            }
            let host = host::host()?;
            host.write(stream, line.as_bytes())?;
            if flush { host.flush(stream) } else { Ok(()) }
        }
        Some(None) => print_to(file.unwrap_or(&Value::None), &[], "", line, flush).map(drop),
    }
}

/// `input(prompt='')`
pub fn input(arguments: &[Value]) -> Res {
    let lost = |name: &str| raise!(RuntimeError, "input(): lost sys.{name}");
    let find = |name: &str| sys::current(name).filter(|stream| !stream.is_none()).ok_or_else(|| lost(name));
    let (input, output) = (find("stdin")?, find("stdout")?);
    let prompt = arguments.first().map_or(Ok(String::new()), text::str)?;
    write(Some(&output), &prompt, true)?;
    let line = call::call(&attribute::get(&input, Symbol::new("readline"))?, &[])?;
    match line.as_str() {
        None => Err(raise!(TypeError, "object.readline() returned non-string")),
        Some("") => Err(raise!(EOFError, "EOF when reading a line")),
        Some(text) => Ok(text.strip_suffix('\n').map_or(line.clone(), Value::str)),
    }
}
