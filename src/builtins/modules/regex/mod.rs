//! `re`: regular expressions.
//!
//! In: patterns and text. Out: matches. The syntax and its errors are Python's and read here; the crate that matches gets a
//! pattern in which everything is spelled out.

mod escape;
mod found;
mod object;
mod parse;
mod program;
mod scanner;
mod subject;
mod template;
mod translate;
mod tree;

use super::{Module, class, effect, function};
use crate::builtins::argument::size;
use crate::raise;
use crate::value::byte_array::plain_bytes;
use crate::value::class::Class;
use crate::value::exception::{Error, Exception, raise_object};
use crate::value::native::Row;
use crate::value::native::Takes::{Exactly, Script};
use crate::value::native::given;
use crate::value::signature::Signature;
use crate::value::{Gc, Raise, Res, Symbol, Value, type_name};
use parse::Fault;
use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use tree::flag;

/// The module.
pub fn create() -> Gc<Module> {
    let module = super::with_functions("re", FUNCTIONS);
    let flags = [
        ("A", "ASCII", flag::ASCII),
        ("DEBUG", "DEBUG", flag::DEBUG),
        ("I", "IGNORECASE", flag::IGNORECASE),
        ("L", "LOCALE", flag::LOCALE),
        ("M", "MULTILINE", flag::MULTILINE),
        ("S", "DOTALL", flag::DOTALL),
        ("U", "UNICODE", flag::UNICODE),
        ("X", "VERBOSE", flag::VERBOSE),
    ];
    for (short, long, number) in flags {
        module.define(short, Value::int(number.into()));
        module.define(long, Value::int(number.into()));
    }
    module.define("NOFLAG", Value::int(0));
    module.define("error", Value::from(error_class()));
    module.define("Pattern", Value::from(object::class()));
    module.define("Match", Value::from(found::class()));
    module
}

fn error_class() -> Gc<Class> {
    thread_local! {
        static ERROR: OnceCell<Gc<Class>> = const { OnceCell::new() };
    }
    ERROR.with(|known| known.get_or_init(|| class::exception("re", "error", Error::Exception)).clone())
}

/// The exception that a fault of a pattern becomes.
#[cold]
fn raise_fault(fault: Fault, pattern: &Value, text: &str) -> Raise {
    match fault {
        Fault::Value(message) => raise!(ValueError, "{message}"),
        Fault::Overflow(message) => raise!(OverflowError, "{message}"),
        Fault::Syntax(message, place) => {
            let mut shown = message.clone();
            let (mut line, mut column) = (Value::None, Value::None);
            if let Some(place) = place {
                let before: String = text.chars().take(place).collect();
                let number = before.matches('\n').count() + 1;
                let offset = place - before.rfind('\n').map_or(0, |at| before[..=at].chars().count()) + 1;
                shown += &format!(" at position {place}");
                if text.contains('\n') {
                    shown += &format!(" (line {number}, column {offset})");
                }
                (line, column) = (Value::int(number as i64), Value::int(offset as i64));
            }
            let error = Exception::create(error_class(), vec![Value::str(&shown)]);
            let place = place.map_or(Value::None, |place| Value::int(place as i64));
            let attributes = [
                ("msg", Value::str(&message)),
                ("pattern", pattern.clone()),
                ("pos", place),
                ("lineno", line),
                ("colno", column),
            ];
            for (name, value) in attributes {
                error.names().set(Symbol::new(name), value);
            }
            raise_object(error)
        }
    }
}

const fn signature(function: &'static str, names: &'static [&'static str], required: usize) -> Signature {
    Signature { function, names, positional: names.len(), required, method: false }
}

static COMPILE: Signature = signature("compile", &["pattern", "flags"], 1);
static SEARCH: Signature = signature("search", &["pattern", "string", "flags"], 2);
static MATCH: Signature = signature("match", &["pattern", "string", "flags"], 2);
static FULL: Signature = signature("fullmatch", &["pattern", "string", "flags"], 2);
static FIND_ALL: Signature = signature("findall", &["pattern", "string", "flags"], 2);
static FIND_EACH: Signature = signature("finditer", &["pattern", "string", "flags"], 2);
static SPLIT: Signature = signature("split", &["pattern", "string", "maxsplit", "flags"], 2);
static SUB: Signature = signature("sub", &["pattern", "repl", "string", "count", "flags"], 3);
static SUB_COUNT: Signature = signature("subn", &["pattern", "repl", "string", "count", "flags"], 3);
static ESCAPE: Signature = signature("escape", &["pattern"], 1);

#[rustfmt::skip]
static FUNCTIONS: &[Row] = &[
    function("re", "compile", Script(&COMPILE, |arguments| compile(&arguments[0], given(arguments, 1))), "Compile a regular expression pattern, returning a Pattern object."),
    function("re", "search", Script(&SEARCH, |arguments| object::search(&with_pattern(arguments, 2)?)), "Scan through string looking for a match to the pattern."),
    function("re", "match", Script(&MATCH, |arguments| object::match_(&with_pattern(arguments, 2)?)), "Try to apply the pattern at the start of the string."),
    function("re", "fullmatch", Script(&FULL, |arguments| object::full_match(&with_pattern(arguments, 2)?)), "Try to apply the pattern to all of the string."),
    function("re", "findall", Script(&FIND_ALL, |arguments| object::find_all(&with_pattern(arguments, 2)?)), "Return a list of all non-overlapping matches in the string."),
    function("re", "finditer", Script(&FIND_EACH, |arguments| object::find_each(&with_pattern(arguments, 2)?)), "Return an iterator over all non-overlapping matches in the string."),
    function("re", "split", Script(&SPLIT, |arguments| object::split(&with_pattern(arguments, 3)?)), "Split the source string by the occurrences of the pattern."),
    effect("re", "sub", Script(&SUB, |arguments| object::substitute(&with_pattern(arguments, 4)?)), "Return the string obtained by replacing the occurrences of the pattern."),
    effect("re", "subn", Script(&SUB_COUNT, |arguments| object::substitute_counted(&with_pattern(arguments, 4)?)), "Return a tuple of the new string and the number of substitutions."),
    function("re", "escape", Script(&ESCAPE, escaped), "Escape special characters in a string."),
    effect("re", "purge", Exactly(0, |_| { CACHE.with_borrow_mut(HashMap::clear); Ok(Value::None) }), "Clear the regular expression caches"),
];

/// The arguments of a module's function as those of a pattern's method: the pattern compiled, the flags taken away.
fn with_pattern(arguments: &[Value], flags: usize) -> Result<Vec<Value>, Raise> {
    let mut changed = arguments[..flags.min(arguments.len())].to_vec();
    changed[0] = compile(&arguments[0], given(arguments, flags))?;
    Ok(changed)
}

/// A pattern in the cache: its text, whether it is one of bytes, and the flags.
type Key = (Vec<u8>, bool, u32);

/// How many compiled patterns are remembered.
const CACHED: usize = 512;

thread_local! {
    static CACHE: RefCell<HashMap<Key, Value>> = RefCell::default();
}

/// `re.compile(pattern, flags=0)`
fn compile(pattern: &Value, flags: Option<&Value>) -> Res {
    let flags = match flags {
        Some(flags) => size(flags)? as u32,
        None => 0,
    };
    if object::is_pattern(pattern) {
        return match flags {
            0 => Ok(pattern.clone()),
            _ => Err(raise!(ValueError, "cannot process flags argument with a compiled pattern")),
        };
    }
    let (text, bytes) = match (pattern.as_str(), plain_bytes(pattern)) {
        (Some(text), _) => (text.to_owned(), false),
        (None, Some(bytes)) => (subject::as_text(&bytes), true),
        (None, None) => return Err(raise!(TypeError, "first argument must be string or compiled pattern")),
    };
    let key = (text.clone().into_bytes(), bytes, flags);
    if let Some(known) = CACHE.with_borrow(|cache| cache.get(&key).cloned()) {
        return Ok(known);
    }
    let program = match program::Program::compile(&text, bytes, flags) {
        Ok(program) => program,
        Err(fault) => return Err(raise_fault(fault, pattern, &text)),
    };
    let made = object::create(pattern.clone(), program, bytes);
    CACHE.with_borrow_mut(|cache| {
        if cache.len() >= CACHED {
            cache.clear();
        }
        cache.insert(key, made.clone());
    });
    Ok(made)
}

/// `re.escape(pattern)`
fn escaped(arguments: &[Value]) -> Res {
    let special = |letter: char| "()[]{}?*+-|^$\\.&~# \t\n\r\x0b\x0c".contains(letter);
    let escape = |text: &str| {
        let mut out = String::with_capacity(text.len());
        for letter in text.chars() {
            out.extend(special(letter).then_some('\\'));
            out.push(letter);
        }
        out
    };
    match (arguments[0].as_str(), plain_bytes(&arguments[0])) {
        (Some(text), _) => Ok(Value::str(&escape(text))),
        (None, Some(bytes)) => Ok(Value::bytes(&subject::as_bytes(&escape(&subject::as_text(&bytes))))),
        (None, None) => {
            let class = type_name(&arguments[0]);
            Err(raise!(TypeError, "decoding to str: need a bytes-like object, {class} found"))
        }
    }
}
