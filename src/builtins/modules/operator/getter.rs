//! `itemgetter`, `attrgetter` and `methodcaller`: objects that are called with another object.

use crate::builtins::modules::class;
use crate::raise;
use crate::value::class::Class;
use crate::value::heap::Ref;
use crate::value::instance::Instance;
use crate::value::native::Takes::{Anything, Exactly};
use crate::value::native::{Owner, Row, wrong_count};
use crate::value::opaque::{Content, Opaque};
use crate::value::ops::{self, attribute, call};
use crate::value::{Arguments, Gc, Raise, Res, Symbol, Value, class_of, host};
use std::cell::OnceCell;

/// What such an object does.
enum Getter {
    /// Takes items.
    Items(Vec<Value>),
    /// Takes attributes; each name is a row of names with dots between.
    Attributes(Vec<Vec<Symbol>>),
    /// Calls a method with these arguments.
    Method(Symbol, Vec<Value>, Vec<Symbol>, Vec<Value>),
}

impl Content for Getter {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        match self {
            Getter::Items(items) => items.iter().for_each(|item| item.trace(visit)),
            Getter::Attributes(_) => {}
            Getter::Method(_, positional, _, named) => {
                positional.iter().chain(named).for_each(|value| value.trace(visit));
            }
        }
    }
}

fn is_getter(value: &Value) -> bool {
    value.content::<Getter>().is_some()
}

const fn new_row(owner: &'static str, new: fn(&Arguments<'_>) -> Res) -> Row {
    Row {
        name: "__new__",
        owner: Owner::Static(owner),
        takes: Anything(new),
        pure: true,
        doc: "Create and return a new object.",
    }
}

const fn method(name: &'static str, takes: crate::value::native::Takes, doc: &'static str) -> Row {
    Row { name, owner: Owner::Type("operator.itemgetter", is_getter), takes, pure: false, doc }
}

static ITEM_GETTER: &[Row] = &[new_row("operator.itemgetter", new_item_getter)];
static ATTRIBUTE_GETTER: &[Row] = &[new_row("operator.attrgetter", new_attribute_getter)];
static METHOD_CALLER: &[Row] = &[new_row("operator.methodcaller", new_method_caller)];
static SHARED: &[Row] = &[
    method("__call__", Anything(apply), "Call self as a function."),
    method("__repr__", Exactly(0, repr), "Return repr(self)."),
    method("__reduce__", Exactly(0, reduce), "Return state information for pickling."),
];

/// The three classes with their names.
pub fn classes() -> [(&'static str, Gc<Class>); 3] {
    thread_local! {
        static CLASSES: OnceCell<[(&'static str, Gc<Class>); 3]> = const { OnceCell::new() };
    }
    let make = |name: &'static str, rows| {
        let class = class::create("operator", name, None, rows);
        class::add_rows(&class, SHARED);
        (name, class)
    };
    let all =
        || [make("itemgetter", ITEM_GETTER), make("attrgetter", ATTRIBUTE_GETTER), make("methodcaller", METHOD_CALLER)];
    CLASSES.with(|classes| classes.get_or_init(all).clone())
}

fn make(name: &str, arguments: &Arguments<'_>, getter: Getter) -> Res {
    match arguments.positional.first().and_then(Value::as_gc::<Class>) {
        Some(class) => Ok(Value::from(Instance::wrap(class, Opaque::create(getter)))),
        None => Err(raise!(TypeError, "{name}.__new__(): not enough arguments")),
    }
}

fn without_names(name: &str, arguments: &Arguments<'_>) -> Result<(), Raise> {
    match arguments.names.is_empty() {
        true => Ok(()),
        false => Err(raise!(TypeError, "{name}() takes no keyword arguments")),
    }
}

fn new_item_getter(arguments: &Arguments<'_>) -> Res {
    without_names("itemgetter", arguments)?;
    match arguments.positional {
        [_, items @ ..] if !items.is_empty() => make("itemgetter", arguments, Getter::Items(items.to_vec())),
        _ => Err(wrong_count("itemgetter", 0, 1, 1)),
    }
}

fn new_attribute_getter(arguments: &Arguments<'_>) -> Res {
    without_names("attrgetter", arguments)?;
    let names = arguments.positional.get(1..).unwrap_or_default();
    if names.is_empty() {
        return Err(wrong_count("attrgetter", 0, 1, 1));
    }
    let mut attributes = Vec::with_capacity(names.len());
    for name in names {
        match name.as_str() {
            Some(name) => attributes.push(name.split('.').map(Symbol::new).collect()),
            None => return Err(raise!(TypeError, "attribute name must be a string")),
        }
    }
    make("attrgetter", arguments, Getter::Attributes(attributes))
}

fn new_method_caller(arguments: &Arguments<'_>) -> Res {
    let Some((name, rest)) = arguments.positional.get(1..).and_then(<[Value]>::split_first) else {
        return Err(raise!(TypeError, "methodcaller needs at least one argument, the method name"));
    };
    let Some(name) = name.as_str() else {
        return Err(raise!(TypeError, "method name must be a string"));
    };
    let getter = Getter::Method(Symbol::new(name), rest.to_vec(), arguments.names.to_vec(), arguments.named.to_vec());
    make("methodcaller", arguments, getter)
}

/// One result alone, several as a tuple.
fn gather<T>(wanted: &[T], get: impl Fn(&T) -> Res) -> Res {
    match wanted {
        [only] => get(only),
        _ => Ok(Value::tuple(wanted.iter().map(get).collect::<Result<_, _>>()?)),
    }
}

fn apply(arguments: &Arguments<'_>) -> Res {
    let [this, rest @ ..] = arguments.positional else {
        return Err(raise!(TypeError, "a getter needs an argument"));
    };
    let Some(getter) = this.content::<Getter>() else {
        return Err(raise!(TypeError, "operator.itemgetter expected"));
    };
    let ([object], []) = (rest, arguments.names) else {
        let name = class_of(this).name();
        without_names(&name, arguments)?;
        return Err(wrong_count(&name, rest.len(), 1, 1));
    };
    match getter {
        Getter::Items(items) => gather(items, |item| ops::index::get(object, item)),
        Getter::Attributes(names) => {
            gather(names, |path| path.iter().try_fold(object.clone(), |object, &name| attribute::get(&object, name)))
        }
        Getter::Method(name, positional, names, named) => {
            let (function, bound) = attribute::method(object, *name)?;
            let mut all = Vec::with_capacity(positional.len() + 1);
            all.extend(bound.then(|| object.clone()));
            all.extend_from_slice(positional);
            call::call_with(&function, &Arguments { positional: &all, names, named })
        }
    }
}

/// What the object was made with.
fn parts(this: &Value) -> Vec<Value> {
    match this.content::<Getter>() {
        Some(Getter::Items(items)) => items.clone(),
        Some(Getter::Attributes(names)) => {
            let joined = |path: &Vec<Symbol>| path.iter().map(|name| name.as_str()).collect::<Vec<_>>().join(".");
            names.iter().map(|path| Value::str(&joined(path))).collect()
        }
        Some(Getter::Method(name, positional, ..)) => {
            std::iter::once(Value::str(name.as_str())).chain(positional.iter().cloned()).collect()
        }
        None => Vec::new(),
    }
}

fn repr(arguments: &[Value]) -> Res {
    let mut shown = Vec::new();
    for part in parts(&arguments[0]) {
        shown.push(ops::repr(&part)?);
    }
    if let Some(Getter::Method(_, _, names, named)) = arguments[0].content::<Getter>() {
        for (name, value) in names.iter().zip(named) {
            shown.push(format!("{name}={}", ops::repr(value)?));
        }
    }
    Ok(Value::str(&format!("{}({})", class_of(&arguments[0]).full_name(), shown.join(", "))))
}

fn reduce(arguments: &[Value]) -> Res {
    if let Some(Getter::Method(name, positional, names, named)) = arguments[0].content::<Getter>()
        && !names.is_empty()
    {
        // What is made again is made by position alone: the names are given beforehand.
        let partial = attribute::get(&host::host()?.import("functools")?, Symbol::new("partial"))?;
        let first = [Value::from(class_of(&arguments[0])), Value::str(name.as_str())];
        let made = call::call_with(&partial, &Arguments { positional: &first, names, named })?;
        return Ok(Value::pair(made, Value::tuple(positional.clone())));
    }
    Ok(Value::pair(Value::from(class_of(&arguments[0])), Value::tuple(parts(&arguments[0]))))
}
