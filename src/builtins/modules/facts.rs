//! What `sys` tells of the interpreter that scripts seldom ask and that never changes.
//!
//! In: nothing. Out: attributes of `sys`, as CPython on Linux has them where that makes sense.

use super::{Module, constant, effect, sys};
use crate::builtins::argument::short;
use crate::raise;
use crate::value::class::Class;
use crate::value::dict::Dict;
use crate::value::exception::{Exception, take_pending};
use crate::value::function::Builtin;
use crate::value::host::{self, Stream};
use crate::value::native::Takes::{Between, Exactly};
use crate::value::native::{Row, given};
use crate::value::ops;
use crate::value::tuple::{Record, Tuple};
use crate::value::{Arguments, Gc, Raise, Res, Symbol, Value, traceback};

static FLAGS: Record = Record {
    module: "sys",
    name: "flags",
    fields: &[
        "debug",
        "inspect",
        "interactive",
        "optimize",
        "dont_write_bytecode",
        "no_user_site",
        "no_site",
        "ignore_environment",
        "verbose",
        "bytes_warning",
        "quiet",
        "hash_randomization",
        "isolated",
        "dev_mode",
        "utf8_mode",
        "warn_default_encoding",
        "safe_path",
        "int_max_str_digits",
    ],
    hidden: &[],
};

static THREAD_INFO: Record =
    Record { module: "sys", name: "thread_info", fields: &["name", "lock", "version"], hidden: &[] };

/// Adds them.
pub fn add(module: &Module) {
    let mut flags: Vec<Value> = FLAGS.fields.iter().map(|_| Value::int(0)).collect();
    // Nothing is written beside a user's modules.
    flags[4] = Value::int(1);
    (flags[13], flags[16]) = (Value::bool(false), Value::bool(false));
    flags[17] = Value::int(-1);
    constant(module, "flags", Value::from(Tuple::with_names(&FLAGS, flags)));
    let threads = vec![Value::str("pthread"), Value::str("semaphore"), Value::None];
    constant(module, "thread_info", Value::from(Tuple::with_names(&THREAD_INFO, threads)));
    for name in ["prefix", "exec_prefix", "base_prefix", "base_exec_prefix"] {
        constant(module, name, Value::str("/usr"));
    }
    for (name, text) in [("platlibdir", "lib"), ("abiflags", ""), ("copyright", "Taipan, MIT or Apache-2.0")] {
        constant(module, name, Value::str(text));
    }
    for name in ["warnoptions", "meta_path", "path_hooks"] {
        constant(module, name, Value::list([]));
    }
    constant(module, "dont_write_bytecode", Value::bool(true));
    constant(module, "pycache_prefix", Value::None);
    constant(module, "api_version", Value::int(1013));
    for row in FUNCTIONS {
        module.define(row.name, Value::from(Builtin::row(row)));
    }
    for name in ["displayhook", "excepthook", "unraisablehook"] {
        if let Some(hook) = module.get(name.into()) {
            module.define(&format!("__{name}__"), hook);
        }
    }
}

#[rustfmt::skip]
static FUNCTIONS: &[Row] = &[
    effect("sys", "getfilesystemencoding", Exactly(0, |_| Ok(Value::str("utf-8"))), "Return the encoding used to convert Unicode filenames to OS filenames."),
    effect("sys", "getfilesystemencodeerrors", Exactly(0, |_| Ok(Value::str("surrogateescape"))), "Return the error mode used for Unicode to OS filename conversion."),
    effect("sys", "getswitchinterval", Exactly(0, |_| Ok(Value::float(0.005))), "Return the current thread switch interval."),
    effect("sys", "setswitchinterval", Exactly(1, |_| Ok(Value::None)), "Set the ideal thread switching delay inside the Python interpreter."),
    effect("sys", "gettrace", Exactly(0, |_| Ok(Value::None)), "Return the global debug tracing function set with sys.settrace."),
    effect("sys", "_getframe", Between(0, 1, frame), "Return a frame object from the call stack."),
    effect("sys", "_current_frames", Exactly(0, frames), "Return a dict mapping each thread's thread id to its current stack frame."),
    effect("sys", "getprofile", Exactly(0, |_| Ok(Value::None)), "Return the profiling function set with sys.setprofile."),
    effect("sys", "is_finalizing", Exactly(0, |_| Ok(Value::bool(false))), "Return True if Python is exiting."),
    effect("sys", "getallocatedblocks", Exactly(0, |_| Ok(Value::int(crate::value::heap::collect::tracked() as i64))), "Return the number of memory blocks currently allocated."),
    effect("sys", "displayhook", Exactly(1, display), "Print an object to sys.stdout and also save it in builtins._"),
    effect("sys", "unraisablehook", Exactly(1, report_ignored), "Handle an unraisable exception."),
    effect("sys", "excepthook", Between(3, 3, report), "Handle an exception by displaying it with a traceback on sys.stderr."),
];

/// What `threading.get_ident()` says of the one thread.
const THREAD: i64 = 140_000_000_000_000;

/// `sys._getframe(depth=0)`
fn frame(arguments: &[Value]) -> Res {
    let depth = given(arguments, 0).map_or(Ok(0), short)?;
    let found = traceback::running_frame(usize::try_from(depth).unwrap_or(0))?;
    found.ok_or_else(|| raise!(ValueError, "call stack is not deep enough"))
}

/// `sys._current_frames()`: there is one thread.
fn frames(_: &[Value]) -> Res {
    let all = Dict::new();
    if let Some(frame) = traceback::running_frame(0)? {
        all.set(Value::int(THREAD), frame)?;
    }
    Ok(Value::from(all))
}

/// `sys.displayhook(value)`
pub fn display(arguments: &[Value]) -> Res {
    if arguments[0].is_none() {
        return Ok(Value::None);
    }
    let text = Value::str(&ops::repr(&arguments[0])?);
    crate::builtins::functions::text::print(&Arguments::new(&[text]))?;
    crate::builtins::names().define("_", arguments[0].clone());
    Ok(Value::None)
}

/// The last line of what is said about an exception.
fn report(arguments: &[Value]) -> Res {
    let page = host::host()?.import("traceback")?;
    ops::call::call(&ops::attribute::get(&page, Symbol::new("print_exception"))?, arguments)
}

static IGNORED: Record = Record {
    module: "sys",
    name: "UnraisableHookArgs",
    fields: &["exc_type", "exc_value", "exc_traceback", "err_msg", "object"],
    hidden: &[],
};

/// Tells `sys.unraisablehook` of an exception that nobody can catch, raised by something that was called by nobody.
pub fn tell_ignored(exception: &Gc<Exception>, from: &Value) {
    let parts = vec![
        Value::from(exception.class()),
        Value::from(exception),
        traceback::of(exception),
        Value::None,
        from.clone(),
    ];
    let arguments = [Value::from(Tuple::with_names(&IGNORED, parts))];
    let told = match sys::current("unraisablehook") {
        Some(hook) => ops::call::call(&hook, &arguments),
        None => report_ignored(&arguments),
    };
    if told.is_err() {
        // Where even that fails, nobody is left to be told.
        drop(take_pending());
    }
}

/// `sys.unraisablehook(unraisable, /)`
fn report_ignored(arguments: &[Value]) -> Res {
    let Some([class, exception, place, message, from]) = arguments[0].downcast::<Tuple>().map(Tuple::items) else {
        return Err(raise!(TypeError, "sys.unraisablehook argument type must be UnraisableHookArgs"));
    };
    let message = if message.is_none() { "Exception ignored in".to_string() } else { ops::str(message)? };
    let class = class.as_gc::<Class>().map(|class| class.name()).unwrap_or_default();
    let shown = ops::repr(from).unwrap_or_default();
    let text = ops::str(exception).unwrap_or_default();
    let colon = if text.is_empty() { "" } else { ": " };
    let lines = lines_of(place).unwrap_or_default();
    let head = if place.is_none() { "" } else { "Traceback (most recent call last):\n" };
    let text = format!("{message}: {shown}\n{head}{lines}{class}{colon}{text}\n");
    host::host()?.write(Stream::Error, text.as_bytes())?;
    Ok(Value::None)
}

/// The lines of a traceback, as far as they can be told.
fn lines_of(place: &Value) -> Result<String, Raise> {
    let part = |of: &Value, name: &str| ops::attribute::get(of, Symbol::new(name));
    let (mut lines, mut place) = (String::new(), place.clone());
    while !place.is_none() {
        let code = part(&part(&place, "tb_frame")?, "f_code")?;
        let (file, name) = (ops::str(&part(&code, "co_filename")?)?, ops::str(&part(&code, "co_name")?)?);
        let line = ops::str(&part(&place, "tb_lineno")?)?;
        lines.push_str(&format!("  File \"{file}\", line {line}, in {name}\n"));
        if let Some((text, marks)) = traceback::shown(&place) {
            lines.push_str(&format!("    {text}\n"));
            lines.extend(marks.map(|marks| format!("    {marks}\n")));
        }
        place = part(&place, "tb_next")?;
    }
    Ok(lines)
}
