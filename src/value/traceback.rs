//! Tracebacks, their frames and codes as objects: what `exception.__traceback__` gives.
//!
//! In: the lines of an exception. Out: objects that show them, outermost first; they hold a copy, so that an exception
//! that goes on does not change them.

use super::class::{Class, types};
use super::dict::Dict;
use super::exception::{Exception, TraceEntry};
use super::function::Getter;
use super::instance::Instance;
use super::opaque::{Content, Opaque};
use super::{Gc, Res, Symbol, Value};
use crate::resolve::tree::{Code, Flavour};
use crate::syntax::marks::marks;
use std::cell::OnceCell;
use std::rc::Rc;
use std::sync::Arc;

/// A line of a traceback, and those further in.
struct Place {
    /// Outermost first.
    lines: Rc<[TraceEntry]>,
    at: usize,
}

impl Content for Place {}

/// The code of a function.
struct Body(Arc<Code>);

impl Content for Body {}

struct Classes {
    traceback: Gc<Class>,
    frame: Gc<Class>,
    code: Gc<Class>,
}

type Attribute = (&'static str, fn(&Value) -> Res);

const OF_TRACEBACK: &[Attribute] = &[
    ("tb_lineno", line_number),
    ("tb_lasti", |_| Ok(Value::int(0))),
    ("tb_next", |value| Ok(place(value).map_or(Value::None, |place| object(&place.lines, place.at + 1)))),
    ("tb_frame", |value| Ok(place(value).map_or(Value::None, frame))),
];

const OF_FRAME: &[Attribute] = &[
    ("f_lineno", line_number),
    ("f_lasti", |_| Ok(Value::int(0))),
    ("f_code", |value| Ok(place(value).map_or(Value::None, |place| code(&place.lines[place.at].code, name(place))))),
    ("f_back", |_| Ok(Value::None)),
    ("f_globals", |_| Ok(Value::from(Dict::new()))),
    ("f_locals", |_| Ok(Value::from(Dict::new()))),
];

const OF_CODE: &[Attribute] = &[
    ("co_filename", |value| with_body(value, |code| Value::str(code.source.name()))),
    ("co_firstlineno", |value| with_body(value, |code| Value::int(i64::from(code.source.line(code.span.start))))),
    ("co_argcount", |value| with_body(value, |code| Value::int(i64::from(code.params.positional)))),
    ("co_posonlyargcount", |value| with_body(value, |code| Value::int(i64::from(code.params.positional_only)))),
    ("co_kwonlyargcount", |value| with_body(value, |code| Value::int(i64::from(code.params.keyword_only)))),
    ("co_qualname", |value| with_body(value, |code| Value::str(&code.qualified_name))),
    ("co_flags", |value| with_body(value, |code| Value::int(flags(code)))),
    ("co_varnames", |value| with_body(value, variables)),
    ("co_freevars", |value| {
        with_body(value, |code| Value::tuple(code.free.iter().map(|(name, _)| Value::str(name)).collect()))
    }),
];

fn with_body(value: &Value, show: fn(&Code) -> Value) -> Res {
    Ok(value.content::<Body>().map_or(Value::None, |body| show(&body.0)))
}

/// CPython's bits: nested locals, `*args`, `**kwargs`, generators.
fn flags(code: &Code) -> i64 {
    let flavour = match code.flavour {
        _ if !code.is_generator => 0,
        Flavour::Generator => 0x20,
        Flavour::Coroutine => 0x80,
        Flavour::AsyncGenerator => 0x200,
    };
    3 | i64::from(code.params.star) << 2 | i64::from(code.params.double_star) << 3 | flavour
}

/// The parameters, those with a name first, then the other variables.
fn variables(code: &Code) -> Value {
    let params = &code.params;
    let (positional, keyword_only) = (params.positional as usize, params.keyword_only as usize);
    let star = usize::from(params.star);
    let names = &params.names;
    let mut order: Vec<&Arc<str>> = names[..positional].iter().collect();
    order.extend(&names[positional + star..positional + star + keyword_only]);
    order.extend(&names[positional..positional + star]);
    order.extend(&names[positional + star + keyword_only..]);
    order.extend(code.slots.iter().skip(names.len()).filter(|name| !name.is_empty()));
    Value::tuple(order.into_iter().map(|name| Value::str(name)).collect())
}

thread_local! {
    static CLASSES: OnceCell<Classes> = const { OnceCell::new() };
}

fn create_class(name: &str) -> Gc<Class> {
    Class::create(name, Symbol::BUILTINS, vec![types().object.clone()], false)
        .unwrap_or_else(|| unreachable!("a class with one base has an order of lookup"))
}

fn wrap(choose: fn(&Classes) -> &Gc<Class>, content: impl Content) -> Gc<Instance> {
    CLASSES.with(|classes| {
        let classes = classes.get_or_init(|| {
            let made = Classes {
                traceback: create_class("traceback"),
                frame: create_class("frame"),
                code: create_class("code"),
            };
            for (class, attributes) in [(&made.traceback, OF_TRACEBACK), (&made.frame, OF_FRAME), (&made.code, OF_CODE)]
            {
                for (name, get) in attributes {
                    class.names().set(Symbol::new(name), Value::from(Getter::create(&class.name(), name, *get)));
                }
            }
            made
        });
        Instance::wrap(choose(classes), Opaque::create(content))
    })
}

fn place(value: &Value) -> Option<&Place> {
    value.content::<Place>()
}

fn line_number(value: &Value) -> Res {
    Ok(place(value).map_or(Value::None, |place| {
        let line = &place.lines[place.at];
        Value::int(i64::from(line.code.source.line(line.span.start)))
    }))
}

fn name(place: &Place) -> Arc<str> {
    let line = &place.lines[place.at];
    line.name.clone().unwrap_or_else(|| line.code.name.clone())
}

fn object(lines: &Rc<[TraceEntry]>, at: usize) -> Value {
    if at >= lines.len() {
        return Value::None;
    }
    Value::from(wrap(|classes| &classes.traceback, Place { lines: lines.clone(), at }))
}

fn frame(place: &Place) -> Value {
    Value::from(wrap(|classes| &classes.frame, Place { lines: place.lines.clone(), at: place.at }))
}

/// The code object of a function that is called `name`.
pub fn code(code: &Arc<Code>, name: Arc<str>) -> Value {
    let instance = wrap(|classes| &classes.code, Body(code.clone()));
    instance.set(Symbol::new("co_name"), Value::str(&name));
    Value::from(instance)
}

/// The traceback of an exception; None if it was never raised.
pub fn of(exception: &Exception) -> Value {
    let lines: Rc<[TraceEntry]> = exception.traceback().into_iter().rev().collect();
    object(&lines, 0)
}

/// The lines that a traceback object shows, innermost first; nothing for other objects.
pub fn lines_of(value: &Value) -> Option<Vec<TraceEntry>> {
    let place = place(value)?;
    Some(place.lines[place.at..].iter().rev().cloned().collect())
}

/// The text of the line that a traceback object stands at, and the marks below it.
pub fn shown(value: &Value) -> Option<(String, Option<String>)> {
    let place = place(value)?;
    let line = &place.lines[place.at];
    let source = &line.code.source;
    if source.name().starts_with('<') && source.name().ends_with('>') {
        return None;
    }
    let text = source.line_text(source.line(line.span.start));
    let bare = text.trim_matches([' ', '\t', '\x0c']);
    (!bare.is_empty()).then(|| (bare.to_owned(), marks(source, line.span, text)))
}
