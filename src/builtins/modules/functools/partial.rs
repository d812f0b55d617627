//! `partial`: a callable with some arguments filled in.

use super::in_script;
use crate::builtins::modules::class;
use crate::raise;
use crate::value::class::Class;
use crate::value::dict::Dict;
use crate::value::function::Function;
use crate::value::heap::Ref;
use crate::value::instance::Instance;
use crate::value::native::Takes::{Anything, Exactly};
use crate::value::native::{Owner, Row, Takes};
use crate::value::opaque::{Content, Opaque};
use crate::value::ops::{self, call, text};
use crate::value::shape::text_of;
use crate::value::tuple::Tuple;
use crate::value::{Arguments, Gc, Kind, Raise, Res, Symbol, Value, class_of, type_name};
use std::cell::OnceCell;

struct Partial {
    function: Value,
    positional: Gc<Tuple>,
    named: Gc<Dict>,
    /// What does the same in a script, if there is something that does.
    in_script: OnceCell<Option<Gc<Function>>>,
}

impl Content for Partial {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.function.trace(visit);
        visit(self.positional.as_ref());
        visit(self.named.as_ref());
        self.in_script.get().into_iter().flatten().for_each(|function| visit(function.as_ref()));
    }

    fn is_in_script(&self) -> bool {
        self.named.is_empty()
    }

    fn in_script(&self, _given: usize) -> Option<&Gc<Function>> {
        self.in_script.get()?.as_ref()
    }

    fn put_in_script(&self) -> Result<(), Raise> {
        if self.in_script.get().is_none() {
            let mut arguments = vec![self.function.clone(), Value::from(&self.named)];
            arguments.extend_from_slice(self.positional.items());
            let made = in_script("applied", &arguments)?;
            let _ = self.in_script.set(made.as_gc().cloned());
        }
        Ok(())
    }
}

fn is_partial(value: &Value) -> bool {
    value.content::<Partial>().is_some()
}

fn this(value: &Value) -> Result<&Partial, Raise> {
    value.content().ok_or_else(|| raise!(TypeError, "partial expected"))
}

const fn method(name: &'static str, takes: Takes, doc: &'static str) -> Row {
    Row { name, owner: Owner::Type("functools.partial", is_partial), takes, pure: false, doc }
}

static METHODS: &[Row] = &[
    Row {
        name: "__new__",
        owner: Owner::Static("functools.partial"),
        takes: Anything(new),
        pure: false,
        doc: "Create and return a new object.",
    },
    method("__call__", Anything(apply), "Call self as a function."),
    method("__repr__", Exactly(0, repr), "Return repr(self)."),
    method("__reduce__", Exactly(0, reduce), "Helper for pickle."),
    method("__setstate__", Exactly(1, set_state), ""),
];

/// The class.
pub fn class() -> Gc<Class> {
    thread_local! {
        static CLASS: OnceCell<Gc<Class>> = const { OnceCell::new() };
    }
    let make = || {
        let class = class::create("functools", "partial", None, METHODS);
        class::allow_arguments(&class);
        class::add_attributes(
            &class,
            &[
                ("func", |value| Ok(this(value)?.function.clone())),
                ("args", |value| Ok(Value::from(&this(value)?.positional))),
                ("keywords", |value| Ok(Value::from(&this(value)?.named))),
            ],
        );
        class
    };
    CLASS.with(|known| known.get_or_init(make).clone())
}

fn new(arguments: &Arguments<'_>) -> Res {
    let [class, function, positional @ ..] = arguments.positional else {
        return Err(raise!(TypeError, "type 'partial' takes at least one argument"));
    };
    let Some(class) = class.as_gc::<Class>() else {
        return Err(raise!(TypeError, "functools.partial.__new__(X): X is not a type object"));
    };
    if !call::is_callable(function) {
        return Err(raise!(TypeError, "the first argument must be callable"));
    }
    // A partial of a partial is one partial.
    let inner = function.content::<Partial>().filter(|_| class_of(function).is(&self::class()));
    let (function, mut all, named) = match inner {
        Some(inner) => (inner.function.clone(), inner.positional.items().to_vec(), inner.named.copy()),
        None => (function.clone(), Vec::new(), Dict::new()),
    };
    all.extend_from_slice(positional);
    for (name, value) in arguments.names.iter().zip(arguments.named) {
        named.set(text_of(*name), value.clone())?;
    }
    let partial = Partial { function, positional: Tuple::new(all), named, in_script: OnceCell::new() };
    Ok(Value::from(Instance::wrap(class, Opaque::create(partial))))
}

/// What makes a copy: the class, the function, and the state to give it then.
fn reduce(arguments: &[Value]) -> Res {
    let partial = this(&arguments[0])?;
    let own = ops::attribute::own_state(&arguments[0])?;
    let function = partial.function.clone();
    let state = vec![function.clone(), Value::from(&partial.positional), Value::from(&partial.named), own];
    let class = Value::from(class_of(&arguments[0]));
    Ok(Value::tuple(vec![class, Value::tuple(vec![function]), Value::tuple(state)]))
}

fn set_state(arguments: &[Value]) -> Res {
    let invalid = || raise!(TypeError, "invalid partial state");
    let items = arguments[1].downcast::<Tuple>().map(Tuple::items).ok_or_else(invalid)?;
    let [function, positional, named, own] = items else { return Err(invalid()) };
    let positional = crate::value::ops::base::plain(positional);
    let named = if named.is_none() { Value::from(Dict::new()) } else { crate::value::ops::base::plain(named) };
    let (Some(positional), Some(named)) = (positional.as_gc::<Tuple>(), named.as_gc::<Dict>()) else {
        return Err(invalid());
    };
    if !call::is_callable(function) {
        return Err(invalid());
    }
    // A plain dictionary is kept as it is, so that a copy has the same one.
    let named = if items[2].kind() == Some(Kind::Dict) { named.clone() } else { named.copy() };
    let (function, positional) = (function.clone(), positional.clone());
    let partial = Partial { function, positional, named, in_script: OnceCell::new() };
    if let Some(instance) = arguments[0].downcast::<Instance>() {
        instance.set_payload(Opaque::create(partial));
    }
    if !own.is_none() {
        ops::attribute::set_plain(&arguments[0], Symbol::DICT, own.clone())?;
    }
    Ok(Value::None)
}

fn apply(arguments: &Arguments<'_>) -> Res {
    let Some((receiver, rest)) = arguments.positional.split_first() else {
        return Err(raise!(TypeError, "partial expected"));
    };
    let partial = this(receiver)?;
    let mut positional = Vec::with_capacity(partial.positional.len() + rest.len());
    positional.extend_from_slice(partial.positional.items());
    positional.extend_from_slice(rest);
    if partial.named.is_empty() {
        return call::call_with(&partial.function, &Arguments { positional: &positional, ..*arguments });
    }
    let (mut names, mut named) = (Vec::new(), Vec::new());
    for (name, value) in partial.named.pairs() {
        let Some(name) = name.as_str() else {
            return Err(raise!(TypeError, "keywords must be strings"));
        };
        let name = Symbol::new(name);
        let over = arguments.names.iter().position(|other| *other == name);
        names.push(name);
        named.push(over.map_or(value, |place| arguments.named[place].clone()));
    }
    for (name, value) in arguments.names.iter().zip(arguments.named) {
        if !names.contains(name) {
            names.push(*name);
            named.push(value.clone());
        }
    }
    call::call_with(&partial.function, &Arguments { positional: &positional, names: &names, named: &named })
}

fn repr(arguments: &[Value]) -> Res {
    let partial = this(&arguments[0])?;
    let mut shown = String::new();
    text::nested(&mut shown, &arguments[0], "...", |out| {
        out.push_str(&type_name(&arguments[0]));
        out.push('(');
        text::write_repr(out, &partial.function)?;
        for value in partial.positional.items() {
            out.push_str(", ");
            text::write_repr(out, value)?;
        }
        for (name, value) in partial.named.pairs() {
            out.push_str(", ");
            out.push_str(&ops::str(&name)?);
            out.push('=');
            text::write_repr(out, &value)?;
        }
        out.push(')');
        Ok(())
    })?;
    Ok(Value::str(&shown))
}
