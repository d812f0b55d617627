//! Built-in functions of any object: types, attributes, identity, namespaces, leaving.

use super::iteration;
use crate::builtins::argument::shown_type;
use crate::raise;
use crate::value::class::Class;
use crate::value::dict::Dict;
use crate::value::exception::{self, Error, raise_with};
use crate::value::function::Function;
use crate::value::instance::Instance;
use crate::value::ops::{self, attribute, call, dunder};
use crate::value::{Arguments, Kind, Raise, Res, Symbol, Value, class_of, host, type_name, types};

/// `isinstance(obj, class_or_tuple)`
pub fn is_instance(arguments: &[Value]) -> Res {
    Ok(Value::bool(attribute::is_instance(&arguments[0], &arguments[1])?))
}

/// `issubclass(cls, class_or_tuple)`
pub fn is_subclass(arguments: &[Value]) -> Res {
    Ok(Value::bool(attribute::is_subclass(&arguments[0], &arguments[1])?))
}

/// `callable(obj)`
pub fn callable(arguments: &[Value]) -> Res {
    Ok(Value::bool(call::is_callable(&arguments[0])))
}

/// `hash(obj)`
pub fn hash(arguments: &[Value]) -> Res {
    Ok(Value::int(ops::hash(&arguments[0])?))
}

/// `id(obj)`: the address, or for what has none a number that no address is.
pub fn id(arguments: &[Value]) -> Res {
    let value = &arguments[0];
    Ok(match value {
        Value::Object(_) => Value::int(value.payload() as i64),
        // Never zero, `None` included, and never below.
        _ => Value::int(((value.payload().wrapping_mul(8) | value.tag()) >> 1 ^ 1 << 62) as i64),
    })
}

fn name(value: &Value) -> Result<Symbol, Raise> {
    match value.as_str() {
        Some(name) => Ok(Symbol::new(name)),
        None => {
            let class = type_name(value);
            Err(raise!(TypeError, "attribute name must be string, not '{class}'"))
        }
    }
}

/// `getattr(object, name[, default])`
pub fn get_attribute(arguments: &[Value]) -> Res {
    let name = name(&arguments[1])?;
    let Some(default) = arguments.get(2) else {
        return attribute::get(&arguments[0], name);
    };
    match attribute::find(&arguments[0], name) {
        Ok(found) => Ok(found.unwrap_or_else(|| default.clone())),
        Err(_) if exception::catch(Error::AttributeError).is_some() => Ok(default.clone()),
        Err(raised) => Err(raised),
    }
}

/// `hasattr(obj, name)`
pub fn has_attribute(arguments: &[Value]) -> Res {
    let name = name(&arguments[1])?;
    match attribute::find(&arguments[0], name) {
        Ok(found) => Ok(Value::bool(found.is_some())),
        Err(_) if exception::catch(Error::AttributeError).is_some() => Ok(Value::bool(false)),
        Err(raised) => Err(raised),
    }
}

/// `setattr(obj, name, value)`
pub fn set_attribute(arguments: &[Value]) -> Res {
    attribute::set(&arguments[0], name(&arguments[1])?, arguments[2].clone())?;
    Ok(Value::None)
}

/// `delattr(obj, name)`
pub fn delete_attribute(arguments: &[Value]) -> Res {
    attribute::delete(&arguments[0], name(&arguments[1])?)?;
    Ok(Value::None)
}

/// `vars([object])`
pub fn vars(arguments: &[Value]) -> Res {
    let Some(object) = arguments.first() else {
        return host::host()?.locals();
    };
    match attribute::find(object, Symbol::DICT)? {
        Some(names) => Ok(names),
        None => Err(raise!(TypeError, "vars() argument must have __dict__ attribute")),
    }
}

/// `globals()`
pub fn globals(_: &[Value]) -> Res {
    host::host()?.globals()
}

/// `locals()`
pub fn locals(_: &[Value]) -> Res {
    host::host()?.locals()
}

/// `dir([object])`
pub fn dir(arguments: &[Value]) -> Res {
    if let Some(object) = arguments.first()
        && let Some(names) = dunder::unary(object, Symbol::DIR_METHOD)?
    {
        return iteration::sorted(&Arguments::new(&[names]));
    }
    let Some(object) = arguments.first() else {
        let locals = host::host()?.locals()?;
        let keys = call::call(&attribute::get(&locals, Symbol::KEYS)?, &[])?;
        return iteration::sorted(&Arguments::new(&[keys]));
    };
    iteration::sorted(&Arguments::new(&[plain_dir(std::slice::from_ref(object))?]))
}

/// `object.__dir__()`: the names that are found in an object and its classes.
pub fn plain_dir(arguments: &[Value]) -> Res {
    if ops::base::plain(&arguments[0]).kind() == Some(Kind::Module) {
        return dir_of_module(&arguments[0]);
    }
    let mut names = names_of(&arguments[0]);
    names.sort();
    names.dedup();
    Ok(Value::list(names.iter().map(|name| Value::str(name))))
}

/// The names in a module, or those that its `__dir__` gives.
fn dir_of_module(module: &Value) -> Res {
    let shown = attribute::get(module, Symbol::DICT)?;
    let Some(names) = shown.downcast::<Dict>() else {
        return Err(raise!(TypeError, "<module>.__dict__ is not a dictionary"));
    };
    match names.get_str("__dir__") {
        Some(function) => call::call(&function, &[]),
        None => Ok(Value::list(names.keys())),
    }
}

fn names_of(object: &Value) -> Vec<String> {
    let own = match object.kind() {
        Some(Kind::Function) => object.downcast::<Function>().map(|function| function.names_with(Symbol::DICT)),
        _ => None,
    };
    let class = match object.as_gc::<Class>() {
        Some(class) => class.clone(),
        None => class_of(object),
    };
    let classes = std::iter::once(&class).chain(class.ancestors());
    let names = classes.map(|class| class.names()).chain(own).flat_map(|names| names.names());
    let fields = object.downcast::<Instance>().map(Instance::names).unwrap_or_default();
    names.chain(fields).map(|name| name.to_string()).collect()
}

/// `exit([code])`, `quit([code])`, `sys.exit([status])`
pub fn exit(arguments: &[Value]) -> Res {
    Err(match arguments.first() {
        None | Some(Value::None) => raise!(SystemExit, ""),
        Some(status) => raise_with(Error::SystemExit, status.clone()),
    })
}

/// `type(…)` with any arguments but one, which is served elsewhere: the parts of a new class.
pub fn new_class(arguments: &Arguments<'_>) -> Res {
    match arguments.positional {
        [_] => Err(raise!(TypeError, "type() takes no keyword arguments")),
        [name, _, _] if name.as_str().is_none() => {
            let class = shown_type(name);
            let message = "type.__new__() argument 1 must be str, not";
            Err(raise!(TypeError, "{message} {class}"))
        }
        _ => Err(raise!(TypeError, "type() takes 1 or 3 arguments")),
    }
}

/// `object()`
pub fn new_object(arguments: &[Value]) -> Res {
    if !arguments.is_empty() {
        return Err(raise!(TypeError, "object() takes no arguments"));
    }
    Ok(Value::from(Instance::create(&types().object)))
}
