//! Classes that library modules make.
//!
//! In: a name and rows. Out: a class that is looked up like a script's, so that its special methods are found and scripts
//! can derive from it.

use crate::builtins::types::special;
use crate::raise;
use crate::value::class::{Class, types};
use crate::value::descriptor::Wrapper;
use crate::value::exception::Error;
use crate::value::function::{Builtin, Getter};
use crate::value::generic::Alias;
use crate::value::native::{Owner, Row, wrong_count};
use crate::value::{Arguments, Gc, Res, Symbol, Value};
use std::rc::Rc;

/// A class with methods, derived from `object` unless a base is given.
pub fn create(module: &str, name: &str, base: Option<Gc<Class>>, rows: &'static [Row]) -> Gc<Class> {
    let base = base.unwrap_or_else(|| types().object.clone());
    let class = Class::create(name, Symbol::new(module), vec![base], true)
        .unwrap_or_else(|| unreachable!("a class with one base has an order of lookup"));
    add_rows(&class, rows);
    class
}

/// A class with methods, derived from `object`, whose instances have no attributes of their own.
pub fn create_bare(module: &str, name: &str, rows: &'static [Row]) -> Gc<Class> {
    let class = Class::create_bare(name, Symbol::new(module), vec![types().object.clone()])
        .unwrap_or_else(|| unreachable!("a class with one base has an order of lookup"));
    add_rows(&class, rows);
    class
}

/// Adds methods to a class.
pub fn add_rows(class: &Gc<Class>, rows: &'static [Row]) {
    for row in rows {
        let function = Value::from(Builtin::row(row));
        let method = match row.owner {
            Owner::Class(_) => Value::from(Wrapper::create(function, true)),
            _ => function,
        };
        class.names().set(Symbol::new(row.name), method);
    }
}

/// Adds attributes that are computed when read.
pub fn add_attributes(class: &Gc<Class>, attributes: &[(&str, fn(&Value) -> Res)]) {
    let owner = class.name();
    for (name, get) in attributes {
        class.names().set(Symbol::new(name), Value::from(Getter::create(&owner, name, *get)));
    }
}

/// Lets a class be written with the types of its items: `deque[int]`.
pub fn allow_arguments(class: &Gc<Class>) {
    let origin = Value::from(class);
    let subscript = move |arguments: &Arguments<'_>| match arguments.positional {
        [item] => Ok(Value::from(Alias::create(origin.clone(), item))),
        others => Err(wrong_count("__class_getitem__", others.len(), 1, 1)),
    };
    let name = "__class_getitem__";
    class.names().set(Symbol::new(name), Value::from(Builtin::host(name, Rc::new(subscript))));
}

/// Refuses to make instances when scripts call a class.
pub fn forbid_calls(class: &Gc<Class>) {
    let name = class.full_name();
    let refuse = move |_: &Arguments<'_>| Err(raise!(TypeError, "cannot create '{name}' instances"));
    class.names().set(Symbol::NEW, Value::from(Builtin::host("__new__", Rc::new(refuse))));
}

/// A class of exceptions, derived from a built-in one.
pub fn exception(module: &str, name: &str, base: Error) -> Gc<Class> {
    create(module, name, Some(types().exception(base).clone()), &[])
}

/// The class of a module's iterators. Like those of the built-in iterators it stays until the process ends.
pub fn of_iterator(module: &str, name: &str) -> &'static Gc<Class> {
    let class = Class::create(name, Symbol::new(module), vec![types().object.clone()], false)
        .unwrap_or_else(|| unreachable!("a class with one base has an order of lookup"));
    special::fill_iterator(&class);
    Box::leak(Box::new(class))
}
