//! Everything that scripts can name without defining it: functions, types with their methods, modules.
//!
//! In: values and the semantics of their operators, numbers and their algorithms. Out: objects made from static tables:
//! the names that every script has, filled types, modules when they are imported. It knows nothing of trees and
//! frames: what needs the interpreter goes through `value::host`.

mod argument;
pub mod functions;
pub mod import;
pub mod modules;
mod sort;
pub mod suggest;
pub mod support;
pub mod table;
pub mod text;
pub mod types;

use crate::value::class::types as classes;
use crate::value::exception::Error;
use crate::value::function::{Builtin, Getter};
use crate::value::module::Module;
use crate::value::{Gc, Symbol, Value};
use std::cell::OnceCell;

/// The names of types that scripts see; other types have no name of their own.
const NAMED_TYPES: &[&str] = &[
    "bool",
    "bytearray",
    "bytes",
    "classmethod",
    "complex",
    "dict",
    "enumerate",
    "filter",
    "float",
    "frozenset",
    "int",
    "list",
    "map",
    "memoryview",
    "object",
    "property",
    "range",
    "reversed",
    "set",
    "slice",
    "staticmethod",
    "str",
    "super",
    "tuple",
    "type",
    "zip",
];

thread_local! {
    static NAMES: OnceCell<Gc<Module>> = const { OnceCell::new() };
}

/// The module of the names that every script has. It is made once a thread; so are the contents of the types.
pub fn names() -> Gc<Module> {
    NAMES.with(|names| names.get_or_init(create).clone())
}

fn create() -> Gc<Module> {
    fill_types();
    let module = Module::create("builtins");
    for row in table::FUNCTIONS {
        module.define(row.name, Value::from(Builtin::row(row)));
    }
    for class in classes().all() {
        let name = class.name();
        if class.error().is_some() || NAMED_TYPES.contains(&name.as_str()) {
            module.define(&name, Value::from(class));
        }
    }
    // Two older names of the same class.
    for alias in ["EnvironmentError", "IOError"] {
        module.define(alias, Value::from(classes().exception(Error::OSError)));
    }
    module.define("NotImplemented", Value::not_implemented());
    module.define("Ellipsis", Value::ellipsis());
    module.define("__debug__", Value::bool(true));
    // Text that runs without a `__name__` of its own finds these.
    module.define("__name__", Value::str("builtins"));
    module.define("__package__", Value::str(""));
    module
}

/// Gives the built-in types their constructors, methods and attributes.
fn fill_types() {
    for kind in types::table::KINDS {
        let class = (kind.class)(classes());
        if let Some(construct) = kind.construct {
            class.set_construct(construct);
        }
        modules::class::add_rows(class, kind.methods);
        let owner = class.name();
        for (name, get) in kind.attributes {
            class.names().set(Symbol::new(name), Value::from(Getter::create(&owner, name, *get)));
        }
    }
    types::special::fill();
    types::class::fill();
    for class in classes().all() {
        class.changed();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::ops::{attribute, call, text};

    fn named(name: &str) -> Value {
        names().get(Symbol::new(name)).unwrap()
    }

    #[test]
    fn functions_and_types_are_there() {
        let five = call::call(&named("abs"), &[Value::int(-5)]).unwrap();
        assert_eq!(five.as_int(), Some(5));
        let text = call::call(&named("str"), &[Value::float(0.5)]).unwrap();
        let upper = attribute::get(&text, Symbol::new("upper")).unwrap();
        assert_eq!(text::repr(&call::call(&upper, &[]).unwrap()), Ok("'0.5'".into()));
        assert!(call::call(&named("abs"), &[]).is_err());
        let error = call::call(&named("KeyError"), &[Value::int(1)]).unwrap();
        assert_eq!(text::repr(&error), Ok("KeyError(1)".into()));
    }

    #[test]
    fn modules_are_there() {
        for name in modules::NAMES {
            assert!(modules::create(name).is_some());
        }
        assert!(modules::create("numpy").is_none());
    }

    #[test]
    fn names_of_rows_are_their_own() {
        for kind in types::table::KINDS {
            let mut names: Vec<&str> = kind.methods.iter().map(|row| row.name).collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), kind.methods.len());
        }
    }
}
