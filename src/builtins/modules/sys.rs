//! `sys`: what a script may know and set of the interpreter.

use super::{Module, constant, effect, io};
use crate::builtins::argument::{short, shown_type};
use crate::builtins::functions::object;
use crate::raise;
use crate::value::bytes::Bytes;
use crate::value::class::Class;
use crate::value::dict::Dict;
use crate::value::host::{self, Stream};
use crate::value::instance::Instance;
use crate::value::interned::one_of;
use crate::value::list::List;
use crate::value::native::Takes::{Between, Exactly, Named};
use crate::value::native::{Parameters, Row};
use crate::value::ops::text::{digits_limit, set_digits_limit};
use crate::value::set::Set;
use crate::value::str::Str;
use crate::value::tuple::{Record, Tuple};
use crate::value::{Gc, Kind, Raise, Res, Symbol, Value, recursion, traceback, types};
use std::cell::RefCell;

/// The version of the language that is spoken.
pub const VERSION: (i64, i64, i64) = (3, 11, 2);

static VERSION_INFO: Record = Record {
    module: "sys",
    name: "version_info",
    fields: &["major", "minor", "micro", "releaselevel", "serial"],
    hidden: &[],
};

static FLOAT_INFO: Record = Record {
    module: "sys",
    name: "float_info",
    fields: &[
        "max",
        "max_exp",
        "max_10_exp",
        "min",
        "min_exp",
        "min_10_exp",
        "dig",
        "mant_dig",
        "epsilon",
        "radix",
        "rounds",
    ],
    hidden: &[],
};

static INT_INFO: Record = Record {
    module: "sys",
    name: "int_info",
    fields: &["bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"],
    hidden: &[],
};

static HASH_INFO: Record = Record {
    module: "sys",
    name: "hash_info",
    fields: &["width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"],
    hidden: &[],
};

thread_local! {
    /// The module that was made last, whose `stdout` a script may have replaced.
    static CURRENT: RefCell<Option<Gc<Module>>> = const { RefCell::new(None) };
}

/// The module; the arguments of the command are put into it by [`set_arguments`].
pub fn create() -> Gc<Module> {
    let module = super::with_functions("sys", FUNCTIONS);
    let int = Value::int;
    let record = |record: &'static Record, items: Vec<Value>| Value::from(Tuple::with_names(record, items));
    let (major, minor, micro) = VERSION;
    let version = || record(&VERSION_INFO, vec![int(major), int(minor), int(micro), Value::str("final"), int(0)]);
    constant(&module, "version_info", version());
    let text = format!("{major}.{minor}.{micro} (taipan {})", env!("CARGO_PKG_VERSION"));
    constant(&module, "version", Value::str(&text));
    constant(&module, "hexversion", int(major << 24 | minor << 16 | micro << 8 | 0xf0));
    let float_info = vec![
        Value::float(f64::MAX),
        int(f64::MAX_EXP.into()),
        int(f64::MAX_10_EXP.into()),
        Value::float(f64::MIN_POSITIVE),
        int(f64::MIN_EXP.into()),
        int(f64::MIN_10_EXP.into()),
        int(f64::DIGITS.into()),
        int(f64::MANTISSA_DIGITS.into()),
        Value::float(f64::EPSILON),
        int(f64::RADIX.into()),
        int(1),
    ];
    constant(&module, "float_info", record(&FLOAT_INFO, float_info));
    constant(&module, "int_info", record(&INT_INFO, vec![int(30), int(4), int(4300), int(640)]));
    let hash_info = vec![
        int(64),
        int((1 << 61) - 1),
        int(314_159),
        int(0),
        int(1_000_003),
        Value::str("siphash13"),
        int(64),
        int(128),
        int(0),
    ];
    constant(&module, "hash_info", record(&HASH_INFO, hash_info));
    constant(&module, "maxsize", int(i64::MAX));
    constant(&module, "maxunicode", int(0x10_ffff));
    constant(&module, "byteorder", Value::str(if cfg!(target_endian = "big") { "big" } else { "little" }));
    constant(&module, "float_repr_style", Value::str("short"));
    constant(&module, "platform", Value::str(std::env::consts::OS));
    let executable = std::env::current_exe().unwrap_or_default();
    constant(&module, "executable", Value::str(&executable.to_string_lossy()));
    constant(&module, "argv", Value::list([Value::str("")]));
    constant(&module, "path", Value::list([]));
    constant(&module, "implementation", implementation(version()));
    let names = super::NAMES.iter().map(|name| Value::str(name)).collect();
    constant(&module, "builtin_module_names", Value::tuple(names));
    for name in ["stdin", "__stdin__"] {
        constant(&module, name, io::input());
    }
    for name in ["stdout", "__stdout__"] {
        constant(&module, name, io::output(Stream::Output));
    }
    for name in ["stderr", "__stderr__"] {
        constant(&module, name, io::output(Stream::Error));
    }
    super::facts::add(&module);
    CURRENT.replace(Some(module.clone()));
    module
}

/// Sets `sys.argv`.
pub fn set_arguments(module: &Module, arguments: impl IntoIterator<Item = String>) {
    module.define("argv", Value::list(arguments.into_iter().map(|argument| Value::str(&argument))));
}

/// Sets `sys.warnoptions`.
pub fn set_warning_options(module: &Module, options: impl IntoIterator<Item = String>) {
    module.define("warnoptions", Value::list(options.into_iter().map(|option| Value::str(&option))));
}

/// Sets `sys.argv[0]`.
pub fn set_program(module: &Module, name: &str) {
    if let Some(arguments) = module.get(Symbol::new("argv"))
        && let Some(arguments) = arguments.downcast::<List>()
        && !arguments.is_empty()
    {
        arguments.set(0, Value::str(name));
    }
}

/// What one of the streams is now.
pub fn current(stream: &str) -> Option<Value> {
    CURRENT.with_borrow(|module| module.as_ref()?.get(Symbol::new(stream)))
}

/// What a script has put in the place of `sys.stdout`, if it has.
pub fn replaced_output() -> Result<Option<Value>, Raise> {
    let current = current("stdout").ok_or_else(|| raise!(RuntimeError, "lost sys.stdout"))?;
    Ok((io::stream_of(&current) != Some(Stream::Output)).then_some(current))
}

/// The stream of the host that an object writes to, if it is one of the standard ones.
pub fn stream_of(file: &Value) -> Option<Stream> {
    io::stream_of(file)
}

/// `sys.implementation`
fn implementation(version: Value) -> Value {
    let root = vec![types().object.clone()];
    let Some(class) = Class::create("SimpleNamespace", Symbol::new("types"), root, false) else {
        return Value::None;
    };
    let namespace = Instance::create(&class);
    let set = |name: &str, value: Value| namespace.set(Symbol::new(name), value);
    set("name", Value::str("taipan"));
    set("cache_tag", Value::None);
    set("version", version);
    Value::from(namespace)
}

#[rustfmt::skip]
static FUNCTIONS: &[Row] = &[
    effect("sys", "exit", Between(0, 1, object::exit), "Exit the interpreter by raising SystemExit(status)."),
    effect("sys", "getrecursionlimit", Exactly(0, recursion_limit), "Return the current value of the recursion limit."),
    effect("sys", "setrecursionlimit", Exactly(1, set_recursion_limit), "Set the maximum depth of the Python interpreter stack to n."),
    effect("sys", "getsizeof", Named(&SIZE_OF, size_of), "Return the size of object in bytes."),
    effect("sys", "get_int_max_str_digits", Exactly(0, |_| Ok(Value::int(digits_limit() as i64))), "Return the maximum string digits limit for non-binary int<->str conversions."),
    effect("sys", "set_int_max_str_digits", Named(&MAX_DIGITS, set_max_digits), "Set the maximum string digits limit for non-binary int<->str conversions."),
    effect("sys", "intern", Exactly(1, intern), "Intern the given string."),
    effect("sys", "exc_info", Exactly(0, exception_info), "Return current exception information: (type, value, traceback)."),
    effect("sys", "exception", Exactly(0, handled), "Return the current exception."),
    effect("sys", "getdefaultencoding", Exactly(0, |_| Ok(Value::str("utf-8"))), "Return the current default encoding."),
    effect("sys", "getrefcount", Exactly(1, reference_count), "Return the reference count of object."),
];

fn recursion_limit(_: &[Value]) -> Res {
    Ok(Value::int(recursion::limit().into()))
}

fn set_recursion_limit(arguments: &[Value]) -> Res {
    let limit = short(&arguments[0])?;
    if limit < 1 {
        return Err(raise!(ValueError, "recursion limit must be greater or equal than 1"));
    }
    let (limit, depth) = (limit.unsigned_abs(), recursion::depth());
    if depth >= limit {
        return Err(raise!(
            RecursionError,
            "cannot set the recursion limit to {limit} at the recursion depth {depth}: the limit is too low"
        ));
    }
    recursion::set_limit(limit);
    Ok(Value::None)
}

static SIZE_OF: Parameters =
    Parameters { names: &["object", "default"], positional_only: 0, positional: 2, required: 1 };

/// What CPython would say: scripts compare such sizes with each other at most.
/// `sys.getsizeof(object)`, without a default: what CPython would need.
pub fn size_of(arguments: &[Value]) -> Res {
    let value = &arguments[0];
    let object = |size: usize| size as i64;
    let size = match value.kind() {
        None if value.is_none() => 16,
        None if value.as_float().is_some() => 24,
        None | Some(Kind::BigInt) => {
            let bits = value.to_big().map_or(0, |number| crate::number::big::bit_length(&number));
            24 + 4 * object(bits.div_ceil(30).max(1))
        }
        Some(Kind::Complex) => 32,
        Some(Kind::Str) => value.downcast::<Str>().map_or(0, size_of_text),
        Some(Kind::Bytes) => 33 + value.downcast::<Bytes>().map_or(0, |bytes| object(bytes.data().len())),
        Some(Kind::List) => 56 + 8 * value.downcast::<List>().map_or(0, |list| object(list.len())),
        Some(Kind::Tuple) => 40 + 8 * value.downcast::<Tuple>().map_or(0, |tuple| object(tuple.len())),
        Some(Kind::Dict) => match value.downcast::<Dict>().map_or(0, Dict::len) {
            0 => 64,
            length => 96 + 16 * object((length * 3).div_ceil(2).next_power_of_two().max(8)),
        },
        Some(Kind::Set) => match value.downcast::<Set>().map_or(0, Set::len) {
            0..=4 => 216,
            length => 200 + 16 * object((length * 5).div_ceil(3).next_power_of_two()),
        },
        Some(Kind::Range) => 48,
        Some(Kind::Class) => 1064,
        Some(Kind::Function) => 152,
        _ => 48,
    };
    Ok(Value::int(size))
}

fn size_of_text(text: &Str) -> i64 {
    let widest = text.as_str().chars().max().map_or(0, u32::from);
    let (base, width) = match widest {
        0..=0x7f => (49, 1),
        0x80..=0xff => (73, 1),
        0x100..=0xffff => (74, 2),
        _ => (76, 4),
    };
    base + width * text.len() as i64
}

static MAX_DIGITS: Parameters = Parameters { names: &["maxdigits"], positional_only: 0, positional: 1, required: 1 };

fn set_max_digits(arguments: &[Value]) -> Res {
    let limit = short(&arguments[0])?;
    match usize::try_from(limit) {
        Ok(limit) if limit == 0 || limit >= 640 => {
            set_digits_limit(limit);
            Ok(Value::None)
        }
        _ => Err(raise!(ValueError, "maxdigits must be 0 or larger than 640")),
    }
}

fn intern(arguments: &[Value]) -> Res {
    match arguments[0].as_gc::<Str>() {
        Some(text) => Ok(one_of(text)),
        None => Err(raise!(TypeError, "intern() argument must be str, not {}", shown_type(&arguments[0]))),
    }
}

fn exception_info(_: &[Value]) -> Res {
    Ok(Value::tuple(match host::host()?.handled() {
        Some(exception) => {
            vec![Value::from(exception.class()), Value::from(&exception), traceback::of(&exception)]
        }
        None => vec![Value::None, Value::None, Value::None],
    }))
}

fn handled(_: &[Value]) -> Res {
    Ok(host::host()?.handled().map_or(Value::None, Value::from))
}

fn reference_count(arguments: &[Value]) -> Res {
    Ok(Value::int(match &arguments[0] {
        Value::Object(object) => object.header().count() as i64,
        _ => i64::from(u32::MAX),
    }))
}
