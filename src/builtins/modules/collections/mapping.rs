//! `defaultdict` and `OrderedDict`: classes derived from `dict`.
//!
//! In: what `dict` takes. Out: instances around a dictionary. All that `dict` does is done by its own methods; here is
//! what these two do otherwise.

use crate::builtins::modules::class;
use crate::builtins::types::dict as plain;
use crate::raise;
use crate::value::class::{Class, types};
use crate::value::dict::{Dict, Part};
use crate::value::exception::{Error, raise_with};
use crate::value::instance::Instance;
use crate::value::iterator::{Iterator, State};
use crate::value::native::Takes::{Anything, Exactly, Named};
use crate::value::native::{Owner, Parameters, Row, Takes, given};
use crate::value::ops::{self, call, compare, text};
use crate::value::{Arguments, Gc, Raise, Res, Symbol, Value, class_of, type_name};
use std::cell::OnceCell;

/// The dictionary that an instance is around, or that a value is.
fn dict_of(value: &Value) -> Option<Gc<Dict>> {
    match value.as_gc::<Dict>() {
        Some(dict) => Some(dict.clone()),
        None => value.inside()?.as_gc::<Dict>().cloned(),
    }
}

fn is_dict(value: &Value) -> bool {
    dict_of(value).is_some()
}

fn this(value: &Value) -> Result<Gc<Dict>, Raise> {
    dict_of(value).ok_or_else(|| raise!(TypeError, "dict expected"))
}

const fn method(owner: &'static str, name: &'static str, takes: Takes, doc: &'static str) -> Row {
    Row { name, owner: Owner::Type(owner, is_dict), takes, pure: false, doc }
}

const fn of_default(name: &'static str, takes: Takes, doc: &'static str) -> Row {
    method("collections.defaultdict", name, takes, doc)
}

const fn of_ordered(name: &'static str, takes: Takes, doc: &'static str) -> Row {
    method("collections.OrderedDict", name, takes, doc)
}

static LAST: Parameters = Parameters { names: &["last"], positional_only: 0, positional: 1, required: 0 };
static MOVE: Parameters = Parameters { names: &["key", "last"], positional_only: 0, positional: 2, required: 1 };
static POP: Parameters = Parameters { names: &["key", "default"], positional_only: 0, positional: 2, required: 1 };
static SET_DEFAULT: Parameters =
    Parameters { names: &["key", "default"], positional_only: 0, positional: 2, required: 1 };

#[rustfmt::skip]
static DEFAULT: &[Row] = &[
    Row { name: "__new__", owner: Owner::Static("collections.defaultdict"), takes: Anything(new_default), pure: false, doc: "Create and return a new object." },
    of_default("__init__", Anything(init_default), "Initialize self."),
    of_default("__missing__", Exactly(1, missing), "Called by __getitem__ for a missing key."),
    of_default("__repr__", Exactly(0, repr_default), "Return repr(self)."),
    of_default("copy", Exactly(0, copy_default), "D.copy() -> a shallow copy of D."),
    of_default("__copy__", Exactly(0, copy_default), "D.copy() -> a shallow copy of D."),
    of_default("__or__", Exactly(1, |arguments| join_default(&arguments[0], &arguments[0], &arguments[1])), "Return self|value."),
    of_default("__ror__", Exactly(1, |arguments| join_default(&arguments[0], &arguments[1], &arguments[0])), "Return value|self."),
    of_default("__reduce__", Exactly(0, reduce_default), "Return state information for pickling."),
];

#[rustfmt::skip]
static ORDERED: &[Row] = &[
    Row { name: "__new__", owner: Owner::Static("collections.OrderedDict"), takes: Anything(new_ordered), pure: false, doc: "Create and return a new object." },
    of_ordered("__init__", Anything(init_ordered), "Initialize self."),
    of_ordered("__repr__", Exactly(0, repr_ordered), "Return repr(self)."),
    of_ordered("__eq__", Exactly(1, equals), "Return self==value."),
    of_ordered("__ne__", Exactly(1, differs), "Return self!=value."),
    of_ordered("__reversed__", Exactly(0, reversed), "od.__reversed__() <==> reversed(od)"),
    of_ordered("copy", Exactly(0, copy_ordered), "od.copy() -> a shallow copy of od"),
    of_ordered("move_to_end", Named(&MOVE, move_to_end), "Move an existing element to the end (or beginning if last is false)."),
    of_ordered("pop", Named(&POP, pop), "Remove the specified key and return the corresponding value."),
    of_ordered("setdefault", Named(&SET_DEFAULT, set_default), "Insert key with a value of default if key is not in the dictionary."),
    of_ordered("popitem", Named(&LAST, pop_item), "Remove and return a (key, value) pair from the dictionary."),
    of_ordered("__or__", Exactly(1, |arguments| join_ordered(&arguments[0], &arguments[0], &arguments[1])), "Return self|value."),
    of_ordered("__ror__", Exactly(1, |arguments| join_ordered(&arguments[0], &arguments[1], &arguments[0])), "Return value|self."),
    of_ordered("__reduce__", Exactly(0, reduce_ordered), "Return state information for pickling."),
];

thread_local! {
    static CLASSES: [OnceCell<Gc<Class>>; 2] = const { [OnceCell::new(), OnceCell::new()] };
}

fn made(place: usize, make: impl FnOnce() -> Gc<Class>) -> Gc<Class> {
    CLASSES.with(|classes| classes[place].get_or_init(make).clone())
}

/// The class `defaultdict`.
pub fn default_class() -> Gc<Class> {
    made(0, || {
        let class = class::create("collections", "defaultdict", Some(types().dict.clone()), DEFAULT);
        class.names().set("__hash__".into(), Value::None);
        class::allow_arguments(&class);
        class
    })
}

/// The class `OrderedDict`.
pub fn ordered_class() -> Gc<Class> {
    made(1, || {
        let class = class::create("collections", "OrderedDict", Some(types().dict.clone()), ORDERED);
        class.names().set("__hash__".into(), Value::None);
        class::allow_arguments(&class);
        class
    })
}

fn empty(name: &str, arguments: &Arguments<'_>) -> Result<Gc<Instance>, Raise> {
    match arguments.positional.first().and_then(Value::as_gc::<Class>) {
        Some(class) => Ok(Instance::wrap(class, Value::from(Dict::new()))),
        None => Err(raise!(TypeError, "{name}.__new__(): not enough arguments")),
    }
}

/// Calls `dict.update` on the dictionary inside.
fn fill(object: &Value, positional: &[Value], arguments: &Arguments<'_>) -> Result<(), Raise> {
    let mut all = vec![Value::from(this(object)?)];
    all.extend_from_slice(positional);
    plain::update(&Arguments { positional: &all, ..*arguments })?;
    Ok(())
}

const FACTORY: &str = "default_factory";

fn new_default(arguments: &Arguments<'_>) -> Res {
    let instance = empty("defaultdict", arguments)?;
    instance.set(Symbol::new(FACTORY), Value::None);
    Ok(Value::from(instance))
}

fn factory(object: &Value) -> Value {
    let instance = object.downcast::<Instance>();
    instance.and_then(|instance| instance.get(Symbol::new(FACTORY))).unwrap_or(Value::None)
}

fn init_default(arguments: &Arguments<'_>) -> Res {
    let Some((object, rest)) = arguments.positional.split_first() else {
        return Err(raise!(TypeError, "defaultdict expected"));
    };
    let (factory, rest) = rest.split_first().unwrap_or((&Value::None, rest));
    if !factory.is_none() && !call::is_callable(factory) {
        return Err(raise!(TypeError, "first argument must be callable or None"));
    }
    if let Some(instance) = object.downcast::<Instance>() {
        instance.set(Symbol::new(FACTORY), factory.clone());
    }
    fill(object, rest, arguments)?;
    Ok(Value::None)
}

fn missing(arguments: &[Value]) -> Res {
    let factory = factory(&arguments[0]);
    if factory.is_none() {
        return Err(raise_with(Error::KeyError, arguments[1].clone()));
    }
    let value = call::call(&factory, &[])?;
    ops::index::set(&arguments[0], &arguments[1], value.clone())?;
    Ok(value)
}

fn repr_default(arguments: &[Value]) -> Res {
    let mut shown = format!("{}(", class_of(&arguments[0]).name());
    let factory = factory(&arguments[0]);
    text::nested(&mut shown, &arguments[0], "...", |out| text::write_repr(out, &factory))?;
    shown.push_str(", ");
    text::write_repr(&mut shown, &Value::from(this(&arguments[0])?))?;
    shown.push(')');
    Ok(Value::str(&shown))
}

/// Another of the same class, with the same factory.
fn like_default(object: &Value, items: &Value) -> Res {
    call::call(&Value::from(class_of(object)), &[factory(object), items.clone()])
}

fn copy_default(arguments: &[Value]) -> Res {
    like_default(&arguments[0], &Value::from(this(&arguments[0])?))
}

/// A new dictionary with the pairs of one and then of another; nothing if one is no dictionary.
fn joined(first: &Value, second: &Value) -> Result<Option<Value>, Raise> {
    let (Some(first), Some(second)) = (dict_of(first), dict_of(second)) else { return Ok(None) };
    let all = first.copy();
    all.update(&second)?;
    Ok(Some(Value::from(all)))
}

fn join_default(object: &Value, first: &Value, second: &Value) -> Res {
    match joined(first, second)? {
        Some(items) => like_default(object, &items),
        None => Ok(Value::not_implemented()),
    }
}

fn items(dict: &Gc<Dict>) -> Value {
    Value::from(Iterator::create(State::of_dict(dict, Part::Items)))
}

fn reduce_default(arguments: &[Value]) -> Res {
    let factory = factory(&arguments[0]);
    let made_with = if factory.is_none() { Vec::new() } else { vec![factory] };
    let class = Value::from(class_of(&arguments[0]));
    let items = items(&this(&arguments[0])?);
    Ok(Value::tuple(vec![class, Value::tuple(made_with), Value::None, Value::None, items]))
}

fn new_ordered(arguments: &Arguments<'_>) -> Res {
    empty("OrderedDict", arguments).map(Value::from)
}

fn init_ordered(arguments: &Arguments<'_>) -> Res {
    match arguments.positional {
        [] => Err(raise!(TypeError, "OrderedDict expected")),
        [object, rest @ ..] if rest.len() <= 1 => {
            fill(object, rest, arguments)?;
            Ok(Value::None)
        }
        [_, rest @ ..] => {
            let count = rest.len();
            Err(raise!(TypeError, "expected at most 1 arguments, got {count}"))
        }
    }
}

fn repr_ordered(arguments: &[Value]) -> Res {
    let dict = this(&arguments[0])?;
    let mut shown = String::new();
    text::nested(&mut shown, &arguments[0], "...", |out| {
        out.push_str(&class_of(&arguments[0]).name());
        out.push('(');
        if !dict.is_empty() {
            let pairs = dict.pairs().into_iter().map(|(key, value)| Value::pair(key, value));
            text::write_repr(out, &Value::list(pairs))?;
        }
        out.push(')');
        Ok(())
    })?;
    Ok(Value::str(&shown))
}

/// With another of these the order counts, with a plain dictionary it does not.
fn equals(arguments: &[Value]) -> Res {
    let (Some(a), Some(b)) = (dict_of(&arguments[0]), dict_of(&arguments[1])) else {
        return Ok(Value::not_implemented());
    };
    let equal = compare::equal(&Value::from(&a), &Value::from(&b))?;
    if !equal || !class_of(&arguments[1]).is_subclass(&ordered_class()) {
        return Ok(Value::bool(equal));
    }
    compare::compare(crate::resolve::tree::CompareOp::Equal, &Value::list(a.keys()), &Value::list(b.keys()))
}

fn differs(arguments: &[Value]) -> Res {
    let equal = equals(arguments)?;
    if equal.is_not_implemented() { Ok(equal) } else { Ok(Value::bool(!ops::truth(&equal)?)) }
}

fn reversed(arguments: &[Value]) -> Res {
    ops::iterate::reversed(&Value::from(this(&arguments[0])?))
}

fn copy_ordered(arguments: &[Value]) -> Res {
    call::call(&Value::from(class_of(&arguments[0])), &[Value::from(this(&arguments[0])?)])
}

fn is_last(arguments: &[Value], place: usize) -> Result<bool, Raise> {
    given(arguments, place).map_or(Ok(true), ops::truth)
}

fn move_to_end(arguments: &[Value]) -> Res {
    let dict = this(&arguments[0])?;
    let last = is_last(arguments, 2)?;
    let Some((key, value)) = dict.take(&arguments[1])? else {
        return Err(raise_with(Error::KeyError, arguments[1].clone()));
    };
    let after = if last { Vec::new() } else { dict.pairs() };
    if !last {
        dict.clear();
    }
    dict.set(key, value)?;
    for (key, value) in after {
        dict.set(key, value)?;
    }
    Ok(Value::None)
}

fn pop_item(arguments: &[Value]) -> Res {
    let dict = this(&arguments[0])?;
    let popped = if is_last(arguments, 1)? { dict.pop_last() } else { dict.pop_first() };
    match popped {
        Some((key, value)) => Ok(Value::pair(key, value)),
        None => Err(raise_with(Error::KeyError, Value::str("dictionary is empty"))),
    }
}

fn pop(arguments: &[Value]) -> Res {
    let key = &arguments[1];
    match this(&arguments[0])?.remove(key)?.or_else(|| given(arguments, 2).cloned()) {
        Some(value) => Ok(value),
        None => Err(raise_with(Error::KeyError, key.clone())),
    }
}

fn set_default(arguments: &[Value]) -> Res {
    let (dict, key) = (this(&arguments[0])?, &arguments[1]);
    if let Some(value) = dict.get(key)? {
        return Ok(value);
    }
    let value = given(arguments, 2).cloned().unwrap_or(Value::None);
    dict.set(key.clone(), value.clone())?;
    Ok(value)
}

fn join_ordered(object: &Value, first: &Value, second: &Value) -> Res {
    match joined(first, second)? {
        Some(items) => call::call(&Value::from(class_of(object)), &[items]),
        None => Ok(Value::not_implemented()),
    }
}

fn reduce_ordered(arguments: &[Value]) -> Res {
    let class = Value::from(class_of(&arguments[0]));
    let items = items(&this(&arguments[0])?);
    let own = ops::attribute::own_state(&arguments[0])?;
    Ok(Value::tuple(vec![class, Value::tuple(Vec::new()), own, Value::None, items]))
}

/// `_count_elements(mapping, iterable)`: counts items into a mapping from items to numbers.
pub fn count_items(arguments: &[Value]) -> Res {
    ops::steps::expect_distinct(&arguments[1], 2 * size_of::<Value>())?;
    let mut items = ops::steps::steps(&arguments[1])?;
    let Some(dict) = dict_of(&arguments[0]) else {
        let class = type_name(&arguments[0]);
        return Err(raise!(TypeError, "a dict is expected, not {class}"));
    };
    let class = class_of(&arguments[0]);
    let (read, write) = (Symbol::new("get"), Symbol::SETITEM);
    if class.lookup_from_script(read).is_some() || class.lookup_from_script(write).is_some() {
        // A script's class wants to be asked.
        while let Some(item) = items.next()? {
            let read = ops::attribute::get(&arguments[0], read)?;
            let count = call::call(&read, &[item.clone(), Value::int(0)])?;
            ops::index::set(&arguments[0], &item, ops::binary::add(&count, &Value::int(1))?)?;
        }
        return Ok(Value::None);
    }
    while let Some(item) = items.next()? {
        let count = match dict.get(&item)? {
            Some(Value::Int(count)) if count < i64::MAX => Value::int(count + 1),
            Some(count) => ops::binary::add(&count, &Value::int(1))?,
            None => Value::int(1),
        };
        dict.set(item, count)?;
    }
    Ok(Value::None)
}
