//! `mappingproxy`: a mapping that shows another one and cannot change it; `class.__dict__` is one.
//!
//! In: a class, or any mapping. Out: an instance whose methods ask that one each time.

use super::class::{Class, MAPPING_FLAG, MATCHES_AS, class_of, types};
use super::descriptor::Wrapper;
use super::dict::Dict;
use super::function::{Builtin, Getter};
use super::generic::Alias;
use super::heap::Ref;
use super::instance::Instance;
use super::native::Takes::{Anything, Between, Exactly};
use super::native::{Owner, Row, Run, given};
use super::opaque::{Content, Opaque};
use super::ops::{self, attribute, call, index};
use super::{Arguments, Error, Gc, Kind, Raise, Res, Symbol, Value, exception, type_name};
use crate::raise;
use crate::resolve::tree::BinaryOp;
use std::cell::OnceCell;

/// What is shown.
enum Proxy {
    /// The names of a class.
    Class(Gc<Class>),
    /// Any mapping.
    Mapping(Value),
}

impl Content for Proxy {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        match self {
            Proxy::Class(class) => visit(class.as_ref()),
            Proxy::Mapping(mapping) => mapping.trace(visit),
        }
    }
}

impl Proxy {
    /// The mapping, which for a class is a copy of its names.
    fn mapping(&self) -> Result<Value, Raise> {
        match self {
            Proxy::Mapping(mapping) => Ok(mapping.clone()),
            Proxy::Class(class) => {
                let dict = Dict::new();
                for name in class.names().names() {
                    if let Some(value) = class.names().get(name) {
                        dict.set(Value::str(name.as_str()), value)?;
                    }
                }
                for name in EVERY_INSTANCE {
                    if let Some(value) = own_attribute(class, name) {
                        dict.set(Value::str(name), value)?;
                    }
                }
                Ok(Value::from(dict))
            }
        }
    }
}

/// What a class has under a key.
fn name_of_class(class: &Gc<Class>, key: &Value) -> Result<Option<Value>, Raise> {
    ops::hash(key)?;
    let Some(name) = key.as_str() else { return Ok(None) };
    Ok(class.names().get(Symbol::new(name)).or_else(|| own_attribute(class, name)))
}

/// Attributes that a class gives to its instances if no base does.
const EVERY_INSTANCE: [&str; 2] = ["__dict__", "__weakref__"];

/// What a class that a script made has under a name of [`EVERY_INSTANCE`].
fn own_attribute(class: &Gc<Class>, name: &str) -> Option<Value> {
    let gives = |class: &Gc<Class>| class.layout().has_dictionary;
    if !class.is_from_script() || !gives(class) || class.bases().iter().any(gives) {
        return None;
    }
    let get: fn(&Value) -> Res = match name {
        "__dict__" => |object| attribute::get(object, Symbol::DICT),
        "__weakref__" => |_| Ok(Value::None),
        _ => return None,
    };
    Some(Value::from(Getter::create(&class.name(), name, get)))
}

fn is_proxy(value: &Value) -> bool {
    value.content::<Proxy>().is_some()
}

fn this(value: &Value) -> Result<&Proxy, Raise> {
    value.content().ok_or_else(|| raise!(TypeError, "mappingproxy expected, not '{}'", type_name(value)))
}

const fn method(name: &'static str, count: usize, run: Run, doc: &'static str) -> Row {
    Row { name, owner: Owner::Type("mappingproxy", is_proxy), takes: Exactly(count, run), pure: false, doc }
}

#[rustfmt::skip]
static METHODS: &[Row] = &[
    Row { name: "__new__", owner: Owner::Static("mappingproxy"), takes: Anything(new), pure: false, doc: "Create and return a new object." },
    method("__getitem__", 1, get_item, "Return self[key]."),
    method("__contains__", 1, contains, "Return key in self."),
    method("__len__", 0, |a| ops::length(&this(&a[0])?.mapping()?).map(|length| Value::int(length as i64)), "Return len(self)."),
    method("__iter__", 0, |a| ops::iter(&this(&a[0])?.mapping()?), "Implement iter(self)."),
    method("__reversed__", 0, |a| ops::iterate::reversed(&this(&a[0])?.mapping()?), "D.__reversed__() -> reverse iterator"),
    Row { name: "get", owner: Owner::Type("mappingproxy", is_proxy), takes: Between(1, 2, get), pure: false, doc: "Return the value for key if key is in the mapping, else default." },
    method("keys", 0, |a| ask(a, "keys"), "D.keys() -> a set-like object providing a view on D's keys"),
    method("values", 0, |a| ask(a, "values"), "D.values() -> an object providing a view on D's values"),
    method("items", 0, |a| ask(a, "items"), "D.items() -> a set-like object providing a view on D's items"),
    method("copy", 0, |a| ask(a, "copy"), "D.copy() -> a shallow copy of D"),
    Row { name: "__class_getitem__", owner: Owner::Class("mappingproxy"), takes: Exactly(1, |a| Ok(Value::from(Alias::create(a[0].clone(), &a[1])))), pure: false, doc: "See PEP 585" },
    method("__eq__", 1, |a| ops::equal(&shown(&a[0])?, &shown(&a[1])?).map(Value::bool), "Return self==value."),
    method("__or__", 1, |a| ops::binary::binary(BinaryOp::Or, &shown(&a[0])?, &shown(&a[1])?), "Return self|value."),
    method("__ror__", 1, |a| ops::binary::binary(BinaryOp::Or, &shown(&a[1])?, &shown(&a[0])?), "Return value|self."),
    method("__ior__", 1, no_update, "Return self|=value."),
    method("__str__", 0, |a| ops::text::str_value(&shown(&a[0])?), "Return str(self)."),
    method("__repr__", 0, |a| Ok(Value::str(&format!("mappingproxy({})", ops::repr(&shown(&a[0])?)?))), "Return repr(self)."),
];

/// The mapping behind a proxy; any other value is itself.
fn shown(value: &Value) -> Result<Value, Raise> {
    value.content::<Proxy>().map_or_else(|| Ok(value.clone()), Proxy::mapping)
}

fn ask(arguments: &[Value], name: &str) -> Res {
    call::call(&attribute::get(&shown(&arguments[0])?, Symbol::new(name))?, &[])
}

fn get_item(arguments: &[Value]) -> Res {
    match this(&arguments[0])? {
        Proxy::Mapping(mapping) => index::get(mapping, &arguments[1]),
        Proxy::Class(class) => match name_of_class(class, &arguments[1])? {
            Some(value) => Ok(value),
            None => Err(exception::raise_with(Error::KeyError, arguments[1].clone())),
        },
    }
}

fn get(arguments: &[Value]) -> Res {
    let default = given(arguments, 2).cloned().unwrap_or(Value::None);
    match this(&arguments[0])? {
        Proxy::Mapping(mapping) => {
            call::call(&attribute::get(mapping, "get".into())?, &[arguments[1].clone(), default])
        }
        Proxy::Class(class) => Ok(name_of_class(class, &arguments[1])?.unwrap_or(default)),
    }
}

fn contains(arguments: &[Value]) -> Res {
    Ok(Value::bool(match this(&arguments[0])? {
        Proxy::Mapping(mapping) => ops::contains(mapping, &arguments[1])?,
        Proxy::Class(class) => name_of_class(class, &arguments[1])?.is_some(),
    }))
}

fn no_update(_: &[Value]) -> Res {
    Err(raise!(TypeError, "'|=' is not supported by mappingproxy; use '|' instead"))
}

/// `mappingproxy.__new__(class, mapping)`
fn new(arguments: &Arguments<'_>) -> Res {
    let [_, mapping] = arguments.positional else {
        return Err(raise!(TypeError, "mappingproxy() missing required argument 'mapping' (pos 1)"));
    };
    let plain = matches!(mapping.kind(), Some(Kind::List | Kind::Tuple));
    if plain || class_of(mapping).lookup(Symbol::GETITEM).is_none() {
        let given = type_name(mapping);
        return Err(raise!(TypeError, "mappingproxy() argument must be a mapping, not {given}"));
    }
    Ok(of_mapping(mapping.clone()))
}

fn wrap(proxy: Proxy) -> Value {
    Value::from(Instance::wrap(&class(), Opaque::create(proxy)))
}

/// The class of proxies.
fn class() -> Gc<Class> {
    thread_local! {
        static CLASS: OnceCell<Gc<Class>> = const { OnceCell::new() };
    }
    let make = || {
        let class = Class::create("mappingproxy", Symbol::BUILTINS, vec![types().object.clone()], true)
            .unwrap_or_else(|| unreachable!("a class with one base has an order of lookup"));
        for row in METHODS {
            let function = Value::from(Builtin::row(row));
            let method = match row.owner {
                Owner::Class(_) => Value::from(Wrapper::create(function, true)),
                _ => function,
            };
            class.names().set(Symbol::new(row.name), method);
        }
        class.names().set(Symbol::HASH, Value::None);
        class.names().set(MATCHES_AS.into(), Value::int(MAPPING_FLAG));
        class
    };
    CLASS.with(|known| known.get_or_init(make).clone())
}

/// What shows a mapping and does not change it.
pub fn of_mapping(mapping: Value) -> Value {
    wrap(Proxy::Mapping(mapping))
}

/// `class.__dict__`
pub fn of_class(class: &Gc<Class>) -> Value {
    wrap(Proxy::Class(class.clone()))
}
