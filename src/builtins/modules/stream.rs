//! The objects behind `sys.stdin`, `sys.stdout` and `sys.stderr`.
//!
//! They hold nothing: what is written or read goes to the host.

use crate::builtins::argument::shown_type;
use crate::raise;
use crate::value::class::Class;
use crate::value::function::Builtin;
use crate::value::host::{self, Stream};
use crate::value::instance::Instance;
use crate::value::native::Takes::{Between, Exactly};
use crate::value::native::{Owner, Row, Run, Takes, given};
use crate::value::{Gc, Raise, Res, Symbol, Value, ops, types};
use std::cell::OnceCell;

const NAME: &str = "TextIOWrapper";

struct Streams {
    class: Gc<Class>,
    input: Gc<Instance>,
    output: Gc<Instance>,
    error: Gc<Instance>,
}

thread_local! {
    static STREAMS: OnceCell<Streams> = const { OnceCell::new() };
}

fn with_streams<T>(look: impl FnOnce(&Streams) -> T) -> T {
    STREAMS.with(|streams| look(streams.get_or_init(create)))
}

fn create() -> Streams {
    let module = Symbol::new("_io");
    let root = vec![types().object.clone()];
    // A class that is looked up like a script's, so that its methods for iteration and text are found.
    let class = Class::create(NAME, module, root, true)
        .unwrap_or_else(|| unreachable!("a class with one base has an order of lookup"));
    for row in METHODS {
        class.names().set(Symbol::new(row.name), Value::from(Builtin::row(row)));
    }
    let make = |name: &str, mode: &str| {
        let stream = Instance::create(&class);
        for (field, value) in [("name", name), ("mode", mode), ("encoding", "utf-8"), ("errors", "strict")] {
            stream.set(Symbol::new(field), Value::str(value));
        }
        stream
    };
    let (input, output, error) = (make("<stdin>", "r"), make("<stdout>", "w"), make("<stderr>", "w"));
    Streams { class, input, output, error }
}

/// `sys.stdin`
pub fn input() -> Value {
    with_streams(|streams| Value::from(&streams.input))
}

/// `sys.stdout` or `sys.stderr`
pub fn object(stream: Stream) -> Value {
    with_streams(|streams| match stream {
        Stream::Output => Value::from(&streams.output),
        Stream::Error => Value::from(&streams.error),
    })
}

/// The stream that an object writes to, if it is one of the two above.
pub fn stream_of(value: &Value) -> Option<Stream> {
    let instance = value.as_gc::<Instance>()?;
    with_streams(|streams| match () {
        _ if instance.is(&streams.output) => Some(Stream::Output),
        _ if instance.is(&streams.error) => Some(Stream::Error),
        _ => None,
    })
}

fn is_stream(value: &Value) -> bool {
    let instance = value.downcast::<Instance>();
    instance.is_some_and(|instance| with_streams(|streams| instance.class().is(&streams.class)))
}

const fn method(name: &'static str, takes: Takes, doc: &'static str) -> Row {
    Row { name, owner: Owner::Type(NAME, is_stream), takes, pure: false, doc }
}

const fn plain(name: &'static str, run: Run, doc: &'static str) -> Row {
    method(name, Exactly(0, run), doc)
}

#[rustfmt::skip]
static METHODS: &[Row] = &[
    method("write", Exactly(1, write), "Write string s to stream."),
    method("writelines", Exactly(1, write_lines), "Write a list of lines to stream."),
    plain("flush", flush, "Flush write buffers, if applicable."),
    method("read", Between(0, 1, read), "Read at most size characters from stream."),
    method("readline", Between(0, 1, read_line), "Read until newline or EOF."),
    method("readlines", Between(0, 1, read_lines), "Return a list of lines from the stream."),
    plain("close", nothing, "Close the stream; the standard ones stay open."),
    plain("isatty", |_| Ok(Value::bool(false)), "Return whether this is an interactive stream."),
    plain("fileno", number, "Return underlying file descriptor."),
    plain("readable", |arguments| Ok(Value::bool(stream_of(&arguments[0]).is_none())), "Return whether it can be read."),
    plain("writable", |arguments| Ok(Value::bool(stream_of(&arguments[0]).is_some())), "Return whether it can be written."),
    plain("__iter__", |arguments| Ok(arguments[0].clone()), "Implement iter(self)."),
    plain("__next__", next, "Implement next(self)."),
    plain("__repr__", repr, "Return repr(self)."),
];

fn writable(value: &Value) -> Result<Stream, Raise> {
    stream_of(value).ok_or_else(|| raise!(OSError, "not writable"))
}

fn write(arguments: &[Value]) -> Res {
    let stream = writable(&arguments[0])?;
    let Some(text) = arguments[1].as_str() else {
        let class = shown_type(&arguments[1]);
        return Err(raise!(TypeError, "write() argument must be str, not {class}"));
    };
    host::host()?.write(stream, text)?;
    Ok(Value::int(ops::length(&arguments[1])? as i64))
}

fn write_lines(arguments: &[Value]) -> Res {
    let lines = ops::iter(&arguments[1])?;
    while let Some(line) = ops::next(&lines)? {
        write(&[arguments[0].clone(), line])?;
    }
    Ok(Value::None)
}

fn flush(arguments: &[Value]) -> Res {
    if let Some(stream) = stream_of(&arguments[0]) {
        host::host()?.flush(stream)?;
    }
    Ok(Value::None)
}

fn nothing(_: &[Value]) -> Res {
    Ok(Value::None)
}

fn number(arguments: &[Value]) -> Res {
    Ok(Value::int(match stream_of(&arguments[0]) {
        None => 0,
        Some(Stream::Output) => 1,
        Some(Stream::Error) => 2,
    }))
}

fn line_of(value: &Value) -> Result<String, Raise> {
    match stream_of(value) {
        None => host::host()?.read_line(),
        Some(_) => Err(raise!(OSError, "not readable")),
    }
}

/// What of a line a limit leaves. Nothing of the rest is kept: limits on standard input are for the last line.
fn limited(line: String, arguments: &[Value]) -> Result<Value, Raise> {
    let limit = match given(arguments, 1).filter(|limit| !limit.is_none()) {
        Some(limit) => usize::try_from(crate::builtins::argument::size(limit)?).ok(),
        None => None,
    };
    Ok(match limit {
        Some(limit) => Value::str(&line.chars().take(limit).collect::<String>()),
        None => Value::str(&line),
    })
}

fn read_line(arguments: &[Value]) -> Res {
    limited(line_of(&arguments[0])?, arguments)
}

fn read(arguments: &[Value]) -> Res {
    let mut all = String::new();
    loop {
        let line = line_of(&arguments[0])?;
        if line.is_empty() {
            return limited(all, arguments);
        }
        all.push_str(&line);
    }
}

fn read_lines(arguments: &[Value]) -> Res {
    let mut lines = Vec::new();
    loop {
        let line = line_of(&arguments[0])?;
        if line.is_empty() {
            return Ok(Value::list(lines));
        }
        lines.push(Value::str(&line));
    }
}

fn next(arguments: &[Value]) -> Res {
    let line = line_of(&arguments[0])?;
    if line.is_empty() {
        return Err(raise!(StopIteration, ""));
    }
    Ok(Value::str(&line))
}

fn repr(arguments: &[Value]) -> Res {
    let (name, mode) = match stream_of(&arguments[0]) {
        None => ("<stdin>", "r"),
        Some(Stream::Output) => ("<stdout>", "w"),
        Some(Stream::Error) => ("<stderr>", "w"),
    };
    Ok(Value::str(&format!("<_io.{NAME} name='{name}' mode='{mode}' encoding='utf-8'>")))
}
