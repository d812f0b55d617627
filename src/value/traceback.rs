//! Tracebacks, their frames and codes as objects: what `exception.__traceback__` gives.
//!
//! In: the lines of an exception. Out: objects that show them, outermost first; they hold a copy, so that an exception
//! that goes on does not change them.

use super::class::{Class, class_of, types};
use super::code::{ATTRIBUTES as OF_CODE, Body};
use super::dict::Dict;
use super::exception::{Exception, TraceEntry};
use super::function::{Function, Getter};
use super::generator::{Generator, State};
use super::heap::{Ref, Weak};
use super::host::{self, Now, Seen};
use super::instance::Instance;
use super::module::Module;
use super::opaque::{Content, Opaque};
use super::program::Program;
use super::{Gc, Raise, Res, Symbol, Value};
use crate::resolve::tree::Code;
use crate::syntax::marks::marks;
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

/// A line of a traceback, and those further in.
struct Place {
    /// Outermost first.
    lines: Rc<[TraceEntry]>,
    at: usize,
}

impl Content for Place {}

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
    ("f_lineno", |value| match seen(value) {
        Some(now) => Ok(Value::int(i64::from(now.code.source.line(now.now.span.get().start)))),
        None => line_number(value),
    }),
    ("f_lasti", |_| Ok(Value::int(0))),
    ("f_trace", |_| Ok(Value::None)),
    ("f_code", |value| {
        if let Some(now) = seen(value) {
            let name = now.name.clone().unwrap_or_else(|| now.code.name.clone());
            return Ok(code(&now.code, name, Some(now.module.clone())));
        }
        Ok(place(value).map_or(Value::None, |place| code(&place.lines[place.at].code, name(place), None)))
    }),
    ("f_back", |value| match value.content::<Activations>() {
        Some(frames) => Ok(frame_at(&frames.all, frames.at + 1)),
        None => Ok(Value::None),
    }),
    ("f_globals", |value| {
        Ok(Value::from(seen(value).map_or_else(Dict::new, |now| Gc::<Dict>::of_module(&now.module))))
    }),
    ("f_locals", |value| Ok(seen(value).map_or_else(|| Value::from(Dict::new()), |now| now.locals()))),
    ("f_builtins", |_| Ok(host::host()?.builtins())),
];

/// Activations that were running when somebody looked, and one of them.
struct Activations {
    /// Innermost first.
    all: Rc<[Seen]>,
    at: usize,
}

impl Content for Activations {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        // Several objects share them, and what several have looked at shares its variables, with the activation too while it
        // runs; each handle is counted once only where there is one that has it.
        if Rc::strong_count(&self.all) == 1 {
            for seen in self.all.iter() {
                visit(seen.module.as_ref());
                if Rc::strong_count(&seen.now) == 1 {
                    seen.now.slots.borrow().iter().for_each(|value| value.trace(visit));
                }
            }
        }
    }
}

fn seen(value: &Value) -> Option<&Seen> {
    value.content::<Activations>().map(|frames| &frames.all[frames.at])
}

fn frame_at(all: &Rc<[Seen]>, at: usize) -> Value {
    if at >= all.len() {
        return Value::None;
    }
    Value::from(wrap(|classes| &classes.frame, Activations { all: all.clone(), at }))
}

/// The activation so many calls further out, as an object; nothing if there is none.
pub fn running_frame(at: usize) -> Result<Option<Value>, Raise> {
    let all: Rc<[Seen]> = host::host()?.frames().into();
    Ok(Some(frame_at(&all, at)).filter(|frame| !frame.is_none()))
}

/// The activation of a generator that waits, as an object: where it is, and its variables as they are now.
pub fn waiting_frame(generator: &Generator) -> Value {
    let function = generator.function();
    let code = function.code().clone();
    let span = match generator.state() {
        State::Waiting(at) | State::Standing(at) => code.spans[at.0 as usize],
        _ => code.span,
    };
    let slots = generator.take_frame();
    let now = Rc::new(Now { span: Cell::new(span), slots: RefCell::new(slots.to_vec()) });
    generator.put_frame(slots);
    let module = function.module().clone();
    let all: Rc<[Seen]> = [Seen { code, name: None, module, now }].into();
    frame_at(&all, 0)
}

/// How many code objects are known before those that are gone are forgotten.
const MOST_OBJECTS: usize = 1024;

thread_local! {
    /// The objects of codes that somebody has: each code has one at a time, which keeps the code where it is.
    static OBJECTS: RefCell<HashMap<(usize, Arc<str>), Weak>> = RefCell::default();
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

/// Whether it is a frame of an exception, or of a function that runs.
pub fn is_frame(value: &Value) -> bool {
    seen(value).is_some() || (place(value).is_some() && !is_traceback(value))
}

fn is_traceback(value: &Value) -> bool {
    let class = class_of(value);
    CLASSES.with(|classes| classes.get().is_some_and(|classes| class.is(&classes.traceback)))
}

/// Whether it is the code of a function, or a text that was compiled.
pub fn is_code(value: &Value) -> bool {
    value.content::<Body>().is_some() || value.content::<Program>().is_some()
}

/// The code object of a function that is called `name`.
pub(super) fn code(code: &Arc<Code>, name: Arc<str>, module: Option<Gc<Module>>) -> Value {
    // A generator expression that is a loop on the spot has the code of what is around it, and a name of its own.
    let key = (Arc::as_ptr(code) as usize, name.clone());
    let known = OBJECTS.with_borrow(|objects| objects.get(&key)?.get_as::<Instance>());
    if let Some(known) = known {
        return Value::from(known);
    }
    let made = named(&name, Body(code.clone(), module));
    if let Value::Object(object) = &made {
        OBJECTS.with_borrow_mut(|objects| {
            if objects.len() >= MOST_OBJECTS {
                objects.retain(|_, known| known.get().is_some());
            }
            objects.insert(key, Weak::new(object));
        });
    }
    made
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
