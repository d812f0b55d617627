//! `repr(x)`, `str(x)`, `ascii(x)`.
//!
//! In: a value. Out: the text that CPython prints. A container that holds itself shows as `[...]`; a structure that is
//! nested too deeply raises `RecursionError`.

use super::{attribute, base, dunder};
use crate::number::{self, Complex64, repr as number_repr};
use crate::raise;
use crate::value::array;
use crate::value::byte_array::ByteArray;
use crate::value::bytes::Bytes;
use crate::value::class::Class;
use crate::value::constant::Constant;
use crate::value::descriptor::{Member, Super, Wrapper};
use crate::value::dict::{Dict, Part, View};
use crate::value::exception::{Error, Exception};
use crate::value::function::{Builtin, Function, Getter, Method};
use crate::value::generator::Generator;
use crate::value::iterator::Iterator;
use crate::value::list::List;
use crate::value::memory_view::MemoryView;
use crate::value::module::Module;
use crate::value::range::Range;
use crate::value::set::Set;
use crate::value::slice::Slice;
use crate::value::str::Str;
use crate::value::tuple::{Record, Tuple};
use crate::value::{
    Kind, Raise, Symbol, Value, cell, class_of, codec_error, generic, recursion, syntax_error, traceback, type_name,
};
use std::cell::{Cell, RefCell};
use std::fmt::Write;

thread_local! {
    /// Containers whose text is being made.
    static OPEN: RefCell<Vec<u64>> = const { RefCell::new(Vec::new()) };
    static DIGITS: Cell<usize> = const { Cell::new(4300) };
}

/// How many digits an int may have that is converted from or to text; zero for no limit.
pub fn digits_limit() -> usize {
    DIGITS.get()
}

/// Sets that limit.
pub fn set_digits_limit(limit: usize) {
    DIGITS.set(limit);
}

/// `repr(x)`
pub fn repr(value: &Value) -> Result<String, Raise> {
    let mut out = String::new();
    write_repr(&mut out, value)?;
    Ok(out)
}

/// `str(x)`
pub fn str(value: &Value) -> Result<String, Raise> {
    let mut out = String::new();
    write_str(&mut out, value)?;
    Ok(out)
}

/// `str(x)` as a value: a string is itself, and so is what a method of a script gives.
pub fn str_value(value: &Value) -> Result<Value, Raise> {
    match value.kind() {
        None if let Value::Int(int) = value => Ok(int_text(*int)),
        Some(Kind::Str) => Ok(value.clone()),
        Some(Kind::Instance) => match dunder::text(value, Symbol::STR)? {
            Some(text) => Ok(text),
            None if value.as_str().is_some() || bytes_of(value).is_some() => Ok(Value::str(&str(value)?)),
            None => match dunder::text_for(value, Symbol::REPR, Symbol::STR)? {
                Some(text) => Ok(text),
                None => Ok(Value::str(&repr(value)?)),
            },
        },
        _ => Ok(Value::str(&str(value)?)),
    }
}

/// `repr(x)` as a value: what a method of a script gives is itself.
pub fn repr_value(value: &Value) -> Result<Value, Raise> {
    match value.kind() {
        None if let Value::Int(int) = value => Ok(int_text(*int)),
        Some(Kind::Instance) => match dunder::text(value, Symbol::REPR)? {
            Some(text) => Ok(text),
            None => Ok(Value::str(&repr(value)?)),
        },
        _ => Ok(Value::str(&repr(value)?)),
    }
}

fn int_text(int: i64) -> Value {
    Value::from(Str::of_ascii(itoa::Buffer::new().format(int)))
}

/// `ascii(x)`
pub fn ascii(value: &Value) -> Result<String, Raise> {
    let text = repr(value)?;
    Ok(if text.is_ascii() { text } else { escaped(&text) })
}

/// `ascii(x)` as a value: what a method of a script gives is itself, if it needs no escapes.
pub fn ascii_value(value: &Value) -> Result<Value, Raise> {
    let text = repr_value(value)?;
    match text.as_str() {
        Some(plain) if !plain.is_ascii() => Ok(Value::str(&escaped(plain))),
        _ => Ok(text),
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match crate::unicode::code_of(c) {
            0..=0x7f => out.push(c),
            code @ ..=0xff => _ = write!(out, "\\x{code:02x}"),
            code @ ..=0xffff => _ = write!(out, "\\u{code:04x}"),
            code => _ = write!(out, "\\U{code:08x}"),
        }
    }
    out
}

/// What an instance is around that is bytes: these have a `__str__` of their own, and do not ask for a `__repr__`.
fn bytes_of(value: &Value) -> Option<Value> {
    base::payload(value).filter(|payload| matches!(payload.kind(), Some(Kind::Bytes | Kind::ByteArray)))
}

/// Appends `str(x)`.
pub fn write_str(out: &mut String, value: &Value) -> Result<(), Raise> {
    match value.kind() {
        Some(Kind::Str) => {
            out.push_str(value.as_str().unwrap_or_default());
            Ok(())
        }
        Some(Kind::Instance | Kind::Class) => {
            match dunder::text(value, Symbol::STR)? {
                Some(text) => out.push_str(text.as_str().unwrap_or_default()),
                None => match (value.as_str(), bytes_of(value)) {
                    (Some(text), _) => out.push_str(text),
                    (None, Some(bytes)) => write_derived(out, value, &bytes)?,
                    (None, None) => match dunder::text_for(value, Symbol::REPR, Symbol::STR)? {
                        Some(text) => out.push_str(text.as_str().unwrap_or_default()),
                        None => write_repr(out, value)?,
                    },
                },
            }
            Ok(())
        }
        Some(Kind::Exception) => write_exception(out, value),
        _ if array::has_text(value) => {
            out.push_str(&array::str(value)?);
            Ok(())
        }
        _ => write_repr(out, value),
    }
}

/// Appends `repr(x)`.
pub fn write_repr(out: &mut String, value: &Value) -> Result<(), Raise> {
    match value {
        Value::Unbound => out.push_str("<unbound>"),
        Value::None => out.push_str("None"),
        Value::Bool(value) => out.push_str(if value.get() { "True" } else { "False" }),
        Value::Int(value) => out.push_str(itoa::Buffer::new().format(*value)),
        Value::Float(value) => number_repr::write_float(out, value.get(), true),
        _ if array::has_text(value) => out.push_str(&array::repr(value)?),
        _ => write_object(out, value)?,
    }
    Ok(())
}

fn write_object(out: &mut String, value: &Value) -> Result<(), Raise> {
    let Value::Object(object) = value else {
        return Ok(());
    };
    match object.kind() {
        Kind::Str => out.push_str(&number_repr::text(value.as_str().unwrap_or_default())),
        Kind::BigInt => {
            if let Some(big) = value.as_big() {
                out.push_str(&number_repr::big(big, digits_limit())?);
            }
        }
        Kind::Complex => {
            let (re, im) = value.as_complex().unwrap_or_default();
            out.push_str(&number_repr::complex(Complex64::new(re, im)));
        }
        Kind::ByteArray => {
            let data = object.downcast::<ByteArray>().map_or_else(Vec::new, ByteArray::to_vec);
            number_repr::write_bytearray(out, "bytearray", &data);
        }
        Kind::Bytes => number_repr::write_bytes(out, object.downcast::<Bytes>().map_or(&[], Bytes::data)),
        Kind::List => {
            let Some(list) = object.downcast::<List>() else {
                return Ok(());
            };
            return nested(out, value, "[...]", |out| {
                out.push('[');
                let mut place = 0;
                while let Some(item) = list.get(place) {
                    if place > 0 {
                        out.push_str(", ");
                    }
                    write_repr(out, &item)?;
                    place += 1;
                }
                out.push(']');
                Ok(())
            });
        }
        Kind::Tuple => {
            let Some(tuple) = object.downcast::<Tuple>() else {
                return Ok(());
            };
            return nested(out, value, "(...)", |out| {
                if let Some(record) = tuple.record() {
                    return write_record(out, record, tuple.items());
                }
                out.push('(');
                write_row(out, tuple.items())?;
                out.push_str(if tuple.len() == 1 { ",)" } else { ")" });
                Ok(())
            });
        }
        Kind::Dict => {
            let Some(dict) = object.downcast::<Dict>() else {
                return Ok(());
            };
            return nested(out, value, "{...}", |out| {
                out.push('{');
                for (place, (key, value)) in dict.pairs().iter().enumerate() {
                    if place > 0 {
                        out.push_str(", ");
                    }
                    write_repr(out, key)?;
                    out.push_str(": ");
                    write_repr(out, value)?;
                }
                out.push('}');
                Ok(())
            });
        }
        Kind::Set => return write_set(out, value),
        Kind::View => {
            let Some(view) = object.downcast::<View>() else {
                return Ok(());
            };
            let items: Vec<Value> = view.dict().pairs().into_iter().map(|(k, v)| view.show(k, v)).collect();
            out.push_str(match view.part() {
                Part::Keys => "dict_keys([",
                Part::Values => "dict_values([",
                Part::Items => "dict_items([",
            });
            return nested(out, value, "...])", |out| {
                write_row(out, &items)?;
                out.push_str("])");
                Ok(())
            });
        }
        Kind::Range => {
            let Some(range) = object.downcast::<Range>() else {
                return Ok(());
            };
            let (start, stop, step) = range.parts();
            out.push_str("range(");
            write_repr(out, &start)?;
            out.push_str(", ");
            write_repr(out, &stop)?;
            if step.as_int() != Some(1) {
                out.push_str(", ");
                write_repr(out, &step)?;
            }
            out.push(')');
        }
        Kind::Slice => {
            let Some(slice) = object.downcast::<Slice>() else {
                return Ok(());
            };
            out.push_str("slice(");
            write_row(out, &[slice.start.clone(), slice.stop.clone(), slice.step.clone()])?;
            out.push(')');
        }
        Kind::Constant => out.push_str(match object.downcast::<Constant>() {
            Some(Constant::Ellipsis) => "Ellipsis",
            _ => "NotImplemented",
        }),
        Kind::Exception => return write_exception_repr(out, value),
        Kind::Iterator => match object.downcast::<Iterator>().and_then(Iterator::repr) {
            Some(text) => out.push_str(&text?),
            None => write_named(out, value)?,
        },
        Kind::Instance => match dunder::text(value, Symbol::REPR)? {
            Some(text) => out.push_str(text.as_str().unwrap_or_default()),
            None => match base::payload(value) {
                Some(payload) => write_derived(out, value, &payload)?,
                None if traceback::is_frame(value) || traceback::is_code(value) => out.push_str(&place_repr(value)?),
                None => out.push_str(&plain_repr(value)),
            },
        },
        Kind::Class => match dunder::text(value, Symbol::REPR)? {
            Some(text) => out.push_str(text.as_str().unwrap_or_default()),
            None => write_named(out, value)?,
        },
        Kind::Super => write_super(out, value)?,
        _ => write_named(out, value)?,
    }
    Ok(())
}

fn write_super(out: &mut String, value: &Value) -> Result<(), Raise> {
    let Some(made) = value.downcast::<Super>() else { return Ok(()) };
    let after = made.after.name();
    match made.object.is_unbound() {
        true => _ = write!(out, "<super: <class '{after}'>, NULL>"),
        false => _ = write!(out, "<super: <class '{after}'>, <{} object>>", made.class.name()),
    }
    Ok(())
}

/// An instance around a value of a built-in type, whose class has no `__repr__`. Some types write the name of the class.
fn write_derived(out: &mut String, value: &Value, payload: &Value) -> Result<(), Raise> {
    match payload.kind() {
        Some(Kind::Set) => {
            let items = payload.downcast::<Set>().map(|set| set.items()).unwrap_or_default();
            let name = type_name(value);
            if items.is_empty() {
                _ = write!(out, "{name}()");
                return Ok(());
            }
            nested(out, value, &format!("{name}(...)"), |out| {
                _ = write!(out, "{name}({{");
                write_row(out, &items)?;
                out.push_str("})");
                Ok(())
            })
        }
        Some(Kind::ByteArray) => {
            let data = payload.downcast::<ByteArray>().map_or_else(Vec::new, ByteArray::to_vec);
            number_repr::write_bytearray(out, &type_name(value), &data);
            Ok(())
        }
        Some(Kind::Iterator | Kind::Generator | Kind::Property | Kind::Wrapper) => {
            out.push_str(&plain_repr(value));
            Ok(())
        }
        _ => write_repr(out, payload),
    }
}

/// The text of a class or function that says its name, whatever a script's class has for it.
pub fn named(value: &Value) -> Result<String, Raise> {
    let mut out = String::new();
    write_named(&mut out, value)?;
    Ok(out)
}

/// What the loader of a module says of it, if it says anything: what it raises counts for nothing.
fn told_by_loader(loader: &Value, module: &Value) -> Option<Value> {
    let told = super::attribute::find(loader, "module_repr".into())
        .and_then(|method| method.map(|method| super::call::call(&method, std::slice::from_ref(module))).transpose());
    if told.is_err() {
        drop(crate::value::exception::take_pending());
    }
    told.ok().flatten()
}

/// What has a name of its own: functions, classes, modules; and what has none.
fn write_named(out: &mut String, value: &Value) -> Result<(), Raise> {
    let Value::Object(object) = value else {
        return Ok(());
    };
    let address = value.payload();
    if let Some(function) = object.downcast::<Function>() {
        _ = write!(out, "<function {} at {address:#x}>", function.qualified_name());
    } else if let Some(builtin) = object.downcast::<Builtin>() {
        match builtin.owner() {
            Some(owner) => {
                let what = if builtin.is_from_slot() { "slot wrapper" } else { "method" };
                _ = write!(out, "<{what} '{}' of '{owner}' objects>", builtin.name());
            }
            None => _ = write!(out, "<built-in function {}>", builtin.name()),
        }
    } else if let Some(getter) = object.downcast::<Getter>() {
        _ = write!(out, "<attribute '{}' of '{}' objects>", getter.name(), getter.owner());
    } else if let Some(method) = object.downcast::<Method>() {
        let receiver = method.receiver();
        if let Some(builtin) = method.function().downcast::<Builtin>() {
            let (name, class) = (builtin.name(), type_name(receiver));
            match builtin.is_from_slot() {
                true => _ = write!(out, "<method-wrapper '{name}' of {class} object at {:#x}>", receiver.payload()),
                false => _ = write!(out, "<built-in method {name} of {class} object at {:#x}>", receiver.payload()),
            }
        } else {
            let name = method.function().downcast::<Function>().map_or("?".into(), Function::qualified_name);
            _ = write!(out, "<bound method {name} of ");
            write_repr(out, receiver)?;
            out.push('>');
        }
    } else if let Some(module) = object.downcast::<Module>() {
        let own = |name: &str| module.get(Symbol::new(name)).filter(|value| !value.is_none());
        let loader = own("__loader__").filter(|_| own("__spec__").is_none());
        if let Some(told) = loader.as_ref().and_then(|loader| told_by_loader(loader, value)) {
            out.push_str(told.as_str().unwrap_or_default());
            return Ok(());
        }
        // One that was deleted, or never given.
        let nameless = module.slot(Symbol::NAME).is_some() && !module.contains(Symbol::NAME);
        let name = match module.get(Symbol::NAME) {
            None if nameless => Value::str("?"),
            None => Value::str(module.name().as_str()),
            Some(name) => name,
        };
        out.push_str("<module ");
        write_repr(out, &name)?;
        match (module.get(Symbol::new("__file__")), module.contains(Symbol::new("__path__"))) {
            (Some(file), _) if !file.is_none() => {
                out.push_str(" from ");
                write_repr(out, &file)?;
                out.push('>');
            }
            (_, true) => out.push_str(" (namespace)>"),
            _ if let Some(loader) = &loader => {
                out.push_str(" (");
                write_repr(out, loader)?;
                out.push_str(")>");
            }
            // A script's own has no specification.
            _ if nameless || module.get(Symbol::new("__spec__")).is_some_and(|spec| spec.is_none()) => out.push('>'),
            _ => out.push_str(" (built-in)>"),
        }
    } else if let Some(class) = object.downcast::<Class>() {
        _ = write!(out, "<class '{}'>", class.full_name());
    } else if let Some(generator) = object.downcast::<Generator>() {
        let name = generator.function().qualified_name();
        let class = type_name(value);
        _ = write!(out, "<{class} object {name} at {address:#x}>");
    } else if let Some(cell) = object.downcast::<cell::Cell>() {
        let inner = cell.get();
        if inner.is_unbound() {
            _ = write!(out, "<cell at {address:#x}: empty>");
        } else {
            let class = type_name(&inner);
            _ = write!(out, "<cell at {address:#x}: {class} object at {:#x}>", inner.payload());
        }
    } else if let Some(alias) = object.downcast::<generic::Alias>() {
        out.push_str(&alias.repr()?);
    } else if let Some(union) = object.downcast::<generic::Union>() {
        out.push_str(&union.repr()?);
    } else if let Some(view) = object.downcast::<MemoryView>() {
        let released = if view.check().is_err() { "released " } else { "" };
        let _ = crate::value::exception::catch(Error::ValueError);
        _ = write!(out, "<{released}memory at {address:#x}>");
    } else if let Some(wrapper) = object.downcast::<Wrapper>() {
        _ = write!(out, "<{}(", type_name(value));
        write_repr(out, wrapper.function())?;
        out.push_str(")>");
    } else if let Some(member) = object.downcast::<Member>() {
        _ = write!(out, "<member '{}' of '{}' objects>", member.name, member.owner.name());
    } else {
        out.push_str(&plain_repr(value));
    }
    Ok(())
}

/// What a frame or a code object shows: which code it is, and where.
fn place_repr(value: &Value) -> Result<String, Raise> {
    let part = |of: &Value, name| attribute::get(of, Symbol::new(name));
    let address = value.payload();
    if traceback::is_code(value) {
        let (name, file) = (str(&part(value, "co_name")?)?, str(&part(value, "co_filename")?)?);
        let line = str(&part(value, "co_firstlineno")?)?;
        return Ok(format!("<code object {name} at {address:#x}, file \"{file}\", line {line}>"));
    }
    let (code, line) = (part(value, "f_code")?, str(&part(value, "f_lineno")?)?);
    let (name, file) = (str(&part(&code, "co_name")?)?, repr(&part(&code, "co_filename")?)?);
    Ok(format!("<frame at {address:#x}, file {file}, line {line}, code {name}>"))
}

/// What `object.__repr__` writes: class and address.
pub fn plain_repr(value: &Value) -> String {
    format!("<{} object at {:#x}>", class_of(value).full_name(), value.payload())
}

/// Writes the inside of a container, or `again` if that is going on already.
pub fn nested(
    out: &mut String,
    value: &Value,
    again: &str,
    write: impl FnOnce(&mut String) -> Result<(), Raise>,
) -> Result<(), Raise> {
    let address = value.payload();
    if OPEN.with_borrow(|open| open.contains(&address)) {
        out.push_str(again);
        return Ok(());
    }
    let _deeper = recursion::enter(" while getting the repr of an object")?;
    OPEN.with_borrow_mut(|open| open.push(address));
    let result = write(out);
    OPEN.with_borrow_mut(|open| open.pop());
    result
}

/// A tuple whose items have names.
fn write_record(out: &mut String, record: &Record, items: &[Value]) -> Result<(), Raise> {
    let _ = write!(out, "{}.{}(", record.module, record.name);
    for (place, (name, item)) in record.fields.iter().zip(items).enumerate() {
        let comma = if place > 0 { ", " } else { "" };
        let _ = write!(out, "{comma}{name}=");
        write_repr(out, item)?;
    }
    out.push(')');
    Ok(())
}

fn write_row(out: &mut String, items: &[Value]) -> Result<(), Raise> {
    for (place, item) in items.iter().enumerate() {
        if place > 0 {
            out.push_str(", ");
        }
        write_repr(out, item)?;
    }
    Ok(())
}

fn write_set(out: &mut String, value: &Value) -> Result<(), Raise> {
    let Some(set) = value.downcast::<Set>() else {
        return Ok(());
    };
    let items = set.items();
    match (set.is_frozen(), items.is_empty()) {
        (false, true) => out.push_str("set()"),
        (true, true) => out.push_str("frozenset()"),
        (frozen, false) => {
            let again = if frozen { "frozenset(...)" } else { "set(...)" };
            return nested(out, value, again, |out| {
                out.push_str(if frozen { "frozenset({" } else { "{" });
                write_row(out, &items)?;
                out.push_str(if frozen { "})" } else { "}" });
                Ok(())
            });
        }
    }
    Ok(())
}

/// `str(exception)`: its arguments, without its class.
fn write_exception(out: &mut String, value: &Value) -> Result<(), Raise> {
    if let Some(text) = dunder::text(value, Symbol::STR)? {
        out.push_str(text.as_str().unwrap_or_default());
        return Ok(());
    }
    let Some(exception) = value.as_gc::<Exception>() else {
        return Ok(());
    };
    if exception.matches(Error::OSError)
        && let (Some(number), Some(message)) =
            (exception.names().get(Symbol::ERRNO), exception.names().get(Symbol::STRERROR))
    {
        out.push_str("[Errno ");
        write_str(out, &number)?;
        out.push_str("] ");
        write_str(out, &message)?;
        if let Some(name) = exception.names().get(Symbol::FILENAME) {
            out.push_str(": ");
            write_repr(out, &name)?;
            if let Some(other) = exception.names().get(Symbol::FILENAME2) {
                out.push_str(" -> ");
                write_repr(out, &other)?;
            }
        }
        return Ok(());
    }
    if exception.matches(Error::UnicodeError)
        && let Some(message) = codec_error::message(exception)
    {
        out.push_str(&message);
        return Ok(());
    }
    if exception.matches(Error::SyntaxError) {
        write_str(out, &syntax_error::message_of(exception))?;
        out.push_str(&syntax_error::suffix(exception));
        return Ok(());
    }
    if exception.matches(Error::BaseExceptionGroup)
        && let Some(message) = exception.names().get(Symbol::MESSAGE)
    {
        let members = exception.names().get(Symbol::new("exceptions"));
        let count = members.as_ref().and_then(|all| all.downcast::<Tuple>()).map_or(0, |all| all.items().len());
        let plural = if count == 1 { "" } else { "s" };
        out.push_str(message.as_str().unwrap_or_default());
        _ = write!(out, " ({count} sub-exception{plural})");
        return Ok(());
    }
    let args = exception.args();
    match args.items() {
        [] => Ok(()),
        [only] if exception.matches(Error::KeyError) => write_repr(out, only),
        [only] => write_str(out, only),
        _ => write_repr(out, &Value::from(&args)),
    }
}

fn write_exception_repr(out: &mut String, value: &Value) -> Result<(), Raise> {
    if let Some(text) = dunder::text(value, Symbol::REPR)? {
        out.push_str(text.as_str().unwrap_or_default());
        return Ok(());
    }
    let Some(exception) = value.as_gc::<Exception>() else {
        return Ok(());
    };
    nested(out, value, "...", |out| {
        out.push_str(&exception.class().name());
        out.push('(');
        write_row(out, exception.args().items())?;
        out.push(')');
        Ok(())
    })
}

/// `format(value, spec)`
pub fn format(value: &Value, spec: &str) -> Result<String, Raise> {
    match value {
        Value::Int(int) if !spec.is_empty() => Ok(number::format::int(*int, spec, "int", digits_limit())?),
        Value::Float(float) => Ok(number::format::float(float.get(), spec)?),
        Value::Bool(truth) if !spec.is_empty() => {
            Ok(number::format::int(truth.get() as i64, spec, "bool", digits_limit())?)
        }
        _ => format_object(value, spec),
    }
}

fn format_object(value: &Value, spec: &str) -> Result<String, Raise> {
    if let Some(scalar) = value.as_scalar() {
        return match spec.is_empty() {
            true => str(&array::python(scalar)),
            false => format(&array::python(scalar), spec),
        };
    }
    if let Some(text) = value.downcast::<Str>() {
        return Ok(number::format::text(text.as_str(), spec)?);
    }
    if let Some(big) = value.as_big() {
        return Ok(number::format::big(big, spec, digits_limit())?);
    }
    if let Some((re, im)) = value.as_complex() {
        return Ok(number::format::complex(Complex64::new(re, im), spec)?);
    }
    if let Some(method) = dunder::find(value, Symbol::FORMAT) {
        let result = dunder::call(&method, value, &[Value::str(spec)])?;
        return match result.as_str() {
            Some(text) => Ok(text.to_string()),
            None => Err(raise!(TypeError, "__format__ must return a str, not {}", type_name(&result))),
        };
    }
    if !spec.is_empty() {
        if let Some(own) = array::as_array(value).filter(|own| own.rank() == 0) {
            return format(&array::python(own.only()), spec);
        }
        if let Some(formatted) =
            base::payload(value).filter(|payload| payload.as_str().is_some()).or(base::number(value))
        {
            return format(&formatted, spec);
        }
        return Err(raise!(TypeError, "unsupported format string passed to {}.__format__", type_name(value)));
    }
    str(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(value: &Value) -> String {
        repr(value).unwrap()
    }

    #[test]
    fn texts_are_those_of_cpython() {
        let one = Value::int(1);
        assert_eq!(shown(&Value::tuple(vec![one.clone()])), "(1,)");
        assert_eq!(shown(&Value::list([one.clone(), Value::float(2.0), Value::str("a'b")])), "[1, 2.0, \"a'b\"]");
        assert_eq!(shown(&Value::complex(0.0, -0.5)), "-0.5j");
        assert_eq!(shown(&Value::bytes(b"a\n\xff'")), "b\"a\\n\\xff'\"");
        assert_eq!(shown(&Range::new(0, 3, 1).into_value()), "range(0, 3)");
        assert_eq!(shown(&Value::from(Set::create(false))), "set()");
        let class = Value::from(crate::value::types().int.clone());
        assert_eq!(shown(&class), "<class 'int'>");
        let error = Exception::with_message(Error::KeyError, "k");
        assert_eq!(
            (shown(&Value::from(&error)), str(&Value::from(&error))),
            ("KeyError('k')".into(), Ok("'k'".into()))
        );
        assert_eq!(ascii(&Value::str("ß")), Ok("'\\xdf'".into()));
        let dict = Dict::new();
        dict.set(Value::str("a"), Value::from(&dict)).unwrap();
        assert_eq!(shown(&Value::from(&dict)), "{'a': {...}}");
        Dict::clear(&dict);
    }

    #[test]
    fn deep_nesting_is_an_exception() {
        let mut deep = Value::list([]);
        for _ in 0..5000 {
            deep = Value::list([deep]);
        }
        assert!(repr(&deep).is_err());
        assert!(crate::value::exception::catch(Error::RecursionError).is_some());
    }
}
