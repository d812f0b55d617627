//! Tracebacks, their frames and codes as objects: what `exception.__traceback__` gives.
//!
//! In: the lines of an exception. Out: objects that show them, outermost first; they hold a copy, so that an exception
//! that goes on does not change them.

use super::class::{Class, types};
use super::dict::Dict;
use super::exception::{Exception, TraceEntry};
use super::function::{Function, Getter};
use super::heap::Ref;
use super::instance::Instance;
use super::module::Module;
use super::opaque::{Content, Opaque};
use super::program::Program;
use super::{Gc, Res, Symbol, Value};
use crate::resolve::tree::{Code, Flavour, Slot};
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

/// The code of a function, and the module it was written for, if the function is at hand.
struct Body(Arc<Code>, Option<Gc<Module>>);

impl Content for Body {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        if let Some(module) = &self.1 {
            visit(module.as_ref());
        }
    }
}

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
    ("f_code", |value| {
        Ok(place(value).map_or(Value::None, |place| code(&place.lines[place.at].code, name(place), None)))
    }),
    ("f_back", |_| Ok(Value::None)),
    ("f_globals", |_| Ok(Value::from(Dict::new()))),
    ("f_locals", |_| Ok(Value::from(Dict::new()))),
];

/// A text that was compiled has the code of a module; a function's says more.
const OF_CODE: &[Attribute] = &[
    ("co_filename", |value| match value.content::<Program>() {
        Some(program) => Ok(Value::str(program.source.name())),
        None => with_body(value, Value::None, |code| Value::str(code.source.name())),
    }),
    ("co_firstlineno", |value| {
        with_body(value, Value::int(1), |code| Value::int(i64::from(code.source.line(code.span.start))))
    }),
    ("co_argcount", |value| with_body(value, Value::int(0), |code| Value::int(i64::from(code.params.positional)))),
    ("co_posonlyargcount", |value| {
        with_body(value, Value::int(0), |code| Value::int(i64::from(code.params.positional_only)))
    }),
    ("co_kwonlyargcount", |value| {
        with_body(value, Value::int(0), |code| Value::int(i64::from(code.params.keyword_only)))
    }),
    ("co_qualname", |value| with_body(value, Value::str("<module>"), |code| Value::str(&code.qualified_name))),
    ("co_flags", |value| with_body(value, Value::int(0), |code| Value::int(flags(code)))),
    ("co_varnames", |value| with_body(value, Value::tuple(vec![]), variables)),
    ("co_cellvars", |value| {
        let name = |code: &Code, slot: &Slot| Value::str(&code.slots[slot.0 as usize]);
        with_body(value, Value::tuple(vec![]), move |code| {
            Value::tuple(code.cells.iter().map(|slot| name(code, slot)).collect())
        })
    }),
    ("co_freevars", |value| {
        with_body(value, Value::tuple(vec![]), |code| {
            Value::tuple(code.free.iter().map(|(name, _)| Value::str(name)).collect())
        })
    }),
];

fn with_body(value: &Value, of_module: Value, show: impl Fn(&Code) -> Value) -> Res {
    Ok(value.content::<Body>().map_or(of_module, |body| show(&body.0)))
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
fn code(code: &Arc<Code>, name: Arc<str>, module: Option<Gc<Module>>) -> Value {
    named(&name, Body(code.clone(), module))
}

fn named(name: &str, content: impl Content) -> Value {
    let instance = wrap(|classes| &classes.code, content);
    instance.set(Symbol::new("co_name"), Value::str(name));
    Value::from(instance)
}

/// `function.__code__`
pub fn code_of(function: &Function) -> Value {
    code(function.code(), function.code().name.clone(), Some(function.module().clone()))
}

/// A text that was compiled, as a code object.
pub fn code_of_program(program: Program) -> Value {
    named("<module>", program)
}

/// The code that an object is of, and the module it was written for; nothing for other objects.
pub fn body_of(value: &Value) -> Option<(&Arc<Code>, &Gc<Module>)> {
    let body = value.content::<Body>()?;
    Some((&body.0, body.1.as_ref()?))
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
