//! Attributes.
//!
//! In: an object and a name. Out: the attribute, with methods bound; or the change done. The attributes that every
//! function, class, module and exception has are here; those of numbers and containers are getters and methods in the
//! namespaces of their classes.

use super::{call, dunder};
use crate::raise;
use crate::value::class::{Class, built_in_class, class_of};
use crate::value::dict::Dict;
use crate::value::exception::{self, Error, Exception};
use crate::value::function::{Builtin, Function, Getter, Method};
use crate::value::instance::Instance;
use crate::value::module::Module;
use crate::value::namespace::Namespace;
use crate::value::tuple::Tuple;
use crate::value::{Gc, Kind, Raise, Res, Symbol, Value, generic, type_name, types};

/// `object.name`
pub fn get(object: &Value, name: Symbol) -> Res {
    if let Some(value) = own(object, name) {
        return Ok(value);
    }
    // What a module's own `__getattr__` says of a name that is missing is the last word.
    if let Some(found) = by_module(object, name) {
        return found;
    }
    match find_in_class(object, name)? {
        Some(value) => Ok(value),
        None => Err(missing(object, name)),
    }
}

/// `object.name`, if there is such an attribute.
pub fn find(object: &Value, name: Symbol) -> Result<Option<Value>, Raise> {
    if let Some(value) = own(object, name) {
        return Ok(Some(value));
    }
    if let Some(found) = by_module(object, name) {
        return match found {
            Err(_) if exception::catch(Error::AttributeError).is_some() => Ok(None),
            other => other.map(Some),
        };
    }
    find_in_class(object, name)
}

fn find_in_class(object: &Value, name: Symbol) -> Result<Option<Value>, Raise> {
    match object.kind() {
        Some(Kind::Class) => return Ok(None),
        Some(Kind::Alias | Kind::Union) => {
            if let Some(found) = generic::attribute(object, name)? {
                return Ok(Some(found));
            }
        }
        _ => {}
    }
    match class_of(object).lookup(name) {
        Some(value) => bind(value, object).map(Some),
        None => match dunder::find(object, Symbol::GETATTR) {
            Some(method) => {
                let result = call::call(&method, &[object.clone(), Value::str(name.as_str())]);
                match result {
                    Err(_) if exception::catch(Error::AttributeError).is_some() => Ok(None),
                    other => other.map(Some),
                }
            }
            None => Ok(None),
        },
    }
}

/// A method that a statement asks the class of an object for, whatever the object itself has under that name.
pub fn special(object: &Value, name: Symbol) -> Result<Option<Value>, Raise> {
    class_of(object).lookup(name).map(|value| bind(value, object)).transpose()
}

/// What the `__getattr__` of a module makes of a name, if it has one.
fn by_module(object: &Value, name: Symbol) -> Option<Res> {
    let getter = object.downcast::<Module>()?.get(Symbol::GETATTR)?;
    Some(call::call(&getter, &[Value::str(name.as_str())]))
}

/// A function found in the class of an object, as the object's attribute.
fn bind(value: Value, object: &Value) -> Res {
    if let Some(getter) = value.downcast::<Getter>() {
        return getter.get(object);
    }
    let is_method =
        value.downcast::<Function>().is_some() || value.downcast::<Builtin>().is_some_and(|b| b.owner().is_some());
    if is_method { Ok(Value::from(Method::create(value, object.clone()))) } else { Ok(value) }
}

/// What `object.name(…)` calls, and whether the object is its first argument: a method is not bound for that.
pub fn method(object: &Value, name: Symbol) -> Result<(Value, bool), Raise> {
    let has_own = matches!(object.kind(), Some(Kind::Module | Kind::Class | Kind::Function));
    if !has_own
        && let Some(class) = built_in_class(object)
        && let Some(value) = class.lookup(name)
        && value.downcast::<Builtin>().is_some_and(|builtin| builtin.owner().is_some())
    {
        return Ok((value, true));
    }
    if let Some(instance) = object.downcast::<Instance>()
        && !instance.fields().contains(name)
        && let Some(value) = instance.class().lookup(name)
        && value.downcast::<Function>().is_some()
    {
        return Ok((value, true));
    }
    get(object, name).map(|value| (value, false))
}

/// The attributes that lie in the object itself.
fn own(object: &Value, name: Symbol) -> Option<Value> {
    if name == Symbol::CLASS {
        return Some(Value::from(class_of(object)));
    }
    match object.kind()? {
        Kind::Instance => {
            let instance = object.downcast::<Instance>()?;
            if name == Symbol::DICT { Some(as_dict(instance.fields())) } else { instance.fields().get(name) }
        }
        Kind::Module => {
            let module = object.downcast::<Module>()?;
            module.get(name).or_else(|| match name {
                Symbol::NAME => Some(Value::str(module.name().as_str())),
                Symbol::DICT => Some(as_dict(module)),
                Symbol::DOC => Some(Value::none()),
                _ => None,
            })
        }
        Kind::Class => own_of_class(object.as_gc::<Class>()?, name),
        Kind::Function => own_of_function(object.downcast::<Function>()?, name),
        Kind::Builtin => {
            let builtin = object.downcast::<Builtin>()?;
            match name {
                Symbol::NAME | Symbol::QUALNAME => Some(Value::str(builtin.name().as_str())),
                Symbol::DOC => Some(Value::str(builtin.doc())),
                Symbol::MODULE => Some(Value::str("builtins")),
                _ => None,
            }
        }
        Kind::Method => {
            let method = object.downcast::<Method>()?;
            match name {
                Symbol::SELF => Some(method.receiver().clone()),
                Symbol::FUNC => Some(method.function().clone()),
                _ => own(method.function(), name),
            }
        }
        Kind::Tuple => object.downcast::<Tuple>()?.named(name.as_str()).cloned(),
        Kind::Exception => own_of_exception(object.as_gc::<Exception>()?, name),
        _ => None,
    }
}

fn own_of_class(class: &Gc<Class>, name: Symbol) -> Option<Value> {
    match name {
        Symbol::NAME | Symbol::QUALNAME => Some(Value::str(&class.name())),
        Symbol::MODULE => Some(Value::str(class.module().as_str())),
        Symbol::BASES => Some(Value::tuple(class.bases().iter().map(Value::from).collect())),
        Symbol::MRO => {
            let order = std::iter::once(class).chain(class.ancestors());
            Some(Value::tuple(order.map(Value::from).collect()))
        }
        Symbol::DICT => Some(as_dict(class.names())),
        Symbol::DOC => Some(class.names().get(name).unwrap_or_default()).map(|doc| match doc {
            Value::Unbound => Value::none(),
            doc => doc,
        }),
        _ => class.lookup(name),
    }
}

fn own_of_function(function: &Function, name: Symbol) -> Option<Value> {
    function.names().get(name).or_else(|| match name {
        Symbol::NAME => Some(Value::str(&function.code().name)),
        Symbol::QUALNAME => Some(Value::str(&function.code().qualified_name)),
        Symbol::MODULE => Some(Value::str(function.module().name().as_str())),
        Symbol::DOC => Some(function.code().doc.as_ref().map_or(Value::none(), |doc| Value::str(doc))),
        Symbol::DEFAULTS if function.defaults().is_empty() => Some(Value::none()),
        Symbol::DEFAULTS => Some(Value::tuple(function.defaults().to_vec())),
        Symbol::DICT => Some(as_dict(function.names())),
        _ => None,
    })
}

fn own_of_exception(exception: &Gc<Exception>, name: Symbol) -> Option<Value> {
    let other = |exception: Option<Gc<Exception>>| Some(exception.map_or(Value::none(), Value::from));
    match name {
        Symbol::ARGS => return Some(Value::from(exception.args())),
        Symbol::CAUSE => return other(exception.cause()),
        Symbol::CONTEXT => return other(exception.context()),
        Symbol::SUPPRESS_CONTEXT => return Some(Value::bool(exception.suppresses_context())),
        Symbol::DICT => return Some(as_dict(exception.names())),
        _ => {}
    }
    exception.names().get(name).or_else(|| match name {
        Symbol::TRACEBACK => Some(Value::none()),
        Symbol::VALUE if exception.matches(Error::StopIteration) => Some(first_argument(exception)),
        Symbol::CODE if exception.matches(Error::SystemExit) => Some(match exception.args().items() {
            [] => Value::none(),
            [only] => only.clone(),
            _ => Value::from(exception.args()),
        }),
        Symbol::ERRNO | Symbol::STRERROR | Symbol::FILENAME if exception.matches(Error::OSError) => Some(Value::none()),
        Symbol::EXCEPTION_NAME | Symbol::OBJ | Symbol::PATH if may_have(exception, name) => Some(Value::none()),
        _ => None,
    })
}

/// Whether an exception has one of the attributes that say what was looked for.
fn may_have(exception: &Gc<Exception>, name: Symbol) -> bool {
    let classes: &[Error] = match name {
        Symbol::OBJ => &[Error::AttributeError],
        Symbol::PATH => &[Error::ImportError],
        _ => &[Error::NameError, Error::AttributeError, Error::ImportError],
    };
    classes.iter().any(|&class| exception.matches(class))
}

fn first_argument(exception: &Exception) -> Value {
    exception.args().items().first().cloned().unwrap_or(Value::None)
}

/// The names and values as a dictionary, which is a copy.
fn as_dict(names: &Namespace) -> Value {
    let dict = Dict::new();
    for name in names.names() {
        if let Some(value) = names.get(name) {
            // Text can always be a key.
            let _ = dict.set(Value::str(name.as_str()), value);
        }
    }
    Value::from(dict)
}

/// `AttributeError`: there is no such attribute.
#[cold]
pub fn missing(object: &Value, name: Symbol) -> Raise {
    let class = type_name(object);
    let raised = match object.kind() {
        Some(Kind::Module) => {
            let module = object.downcast::<Module>();
            let (own, partial) = module.map_or(("", false), |module| (module.name().as_str(), module.is_partial()));
            if partial {
                raise!(
                    AttributeError,
                    "partially initialized module '{own}' has no attribute '{name}' (most likely due to a circular import)"
                )
            } else {
                raise!(AttributeError, "module '{own}' has no attribute '{name}'")
            }
        }
        Some(Kind::Class) => {
            let class = object.downcast::<Class>().map_or_else(String::new, Class::name);
            raise!(AttributeError, "type object '{class}' has no attribute '{name}'")
        }
        _ => raise!(AttributeError, "'{class}' object has no attribute '{name}'"),
    };
    let exception = exception::take_pending();
    exception.names().set(Symbol::new("name"), Value::str(name.as_str()));
    exception.names().set(Symbol::OBJ, object.clone());
    let _ = raised;
    exception::raise_object(exception)
}

/// `object.name = value`
pub fn set(object: &Value, name: Symbol, value: Value) -> Result<(), Raise> {
    if let Some(instance) = object.downcast::<Instance>() {
        if let Some(method) = dunder::find(object, Symbol::SETATTR) {
            call::call(&method, &[object.clone(), Value::str(name.as_str()), value])?;
        } else {
            instance.fields().set(name, value);
        }
        return Ok(());
    }
    match object.kind() {
        Some(Kind::Module) => {
            if let Some(module) = object.downcast::<Module>() {
                module.set(name, value);
            }
            Ok(())
        }
        Some(Kind::Class) => match object.downcast::<Class>() {
            Some(class) if class.is_from_script() => {
                class.names().set(name, value);
                Ok(())
            }
            _ => {
                let class = object.downcast::<Class>().map_or_else(String::new, Class::name);
                Err(raise!(TypeError, "cannot set '{name}' attribute of immutable type '{class}'"))
            }
        },
        Some(Kind::Function) => {
            if let Some(function) = object.downcast::<Function>() {
                function.names().set(name, value);
            }
            Ok(())
        }
        Some(Kind::Exception) => match object.as_gc::<Exception>() {
            Some(exception) => set_of_exception(exception, name, value),
            None => Err(missing(object, name)),
        },
        _ => Err(read_only(object, name)),
    }
}

#[cold]
fn read_only(object: &Value, name: Symbol) -> Raise {
    let class = type_name(object);
    match class_of(object).lookup(name) {
        Some(Value::Object(found)) if found.kind() == Kind::Getter => {
            raise!(AttributeError, "attribute '{name}' of '{class}' objects is not writable")
        }
        Some(_) => raise!(AttributeError, "'{class}' object attribute '{name}' is read-only"),
        None => missing(object, name),
    }
}

fn set_of_exception(exception: &Gc<Exception>, name: Symbol, value: Value) -> Result<(), Raise> {
    let other = |value: &Value| match value {
        Value::None => Ok(None),
        value => match value.as_gc::<Exception>() {
            Some(exception) => Ok(Some(exception.clone())),
            None => {
                Err(raise!(TypeError, "exception {} must derive from BaseException", name.as_str().trim_matches('_')))
            }
        },
    };
    match name {
        Symbol::ARGS => {
            let items = super::iterate::collect_values(&value)?;
            exception.set_args(Tuple::new(items));
        }
        Symbol::CAUSE => exception.set_cause(other(&value)?),
        Symbol::CONTEXT => exception.set_context(other(&value)?),
        Symbol::SUPPRESS_CONTEXT => exception.set_suppress_context(super::truth(&value)?),
        _ => exception.names().set(name, value),
    }
    Ok(())
}

/// `del object.name`
pub fn delete(object: &Value, name: Symbol) -> Result<(), Raise> {
    let names: Option<&Namespace> = match object.kind() {
        Some(Kind::Instance) => object.downcast::<Instance>().map(Instance::fields),
        Some(Kind::Module) => object.downcast::<Module>().map(|module| &**module),
        Some(Kind::Function) => object.downcast::<Function>().map(Function::names),
        Some(Kind::Exception) => object.downcast::<Exception>().map(Exception::names),
        Some(Kind::Class) => match object.downcast::<Class>() {
            Some(class) if class.is_from_script() => Some(class.names()),
            _ => {
                let class = object.downcast::<Class>().map_or_else(String::new, Class::name);
                return Err(raise!(TypeError, "cannot delete '{name}' attribute of immutable type '{class}'"));
            }
        },
        _ => return Err(read_only(object, name)),
    };
    match names {
        Some(names) if names.delete(name) => Ok(()),
        _ => Err(missing(object, name)),
    }
}

/// `isinstance(object, class)`, with a class or a tuple of classes.
pub fn is_instance(object: &Value, classes: &Value) -> Result<bool, Raise> {
    is_class_in(
        &class_of(object),
        classes,
        "isinstance",
        "isinstance() arg 2 must be a type, a tuple of types, or a union",
    )
}

/// `issubclass(class, classes)`
pub fn is_subclass(class: &Value, classes: &Value) -> Result<bool, Raise> {
    match class.as_gc::<Class>() {
        Some(class) => is_class_in(
            class,
            classes,
            "issubclass",
            "issubclass() arg 2 must be a class, a tuple of classes, or a union",
        ),
        None => Err(raise!(TypeError, "issubclass() arg 1 must be a class")),
    }
}

fn is_class_in(class: &Gc<Class>, classes: &Value, function: &str, message: &str) -> Result<bool, Raise> {
    if let Some(other) = classes.as_gc::<Class>() {
        return Ok(class.is_subclass(other));
    }
    if let Some(tuple) = classes.downcast::<Tuple>() {
        let _deeper = crate::value::recursion::enter(" in __instancecheck__")?;
        for other in tuple.items() {
            if is_class_in(class, other, function, message)? {
                return Ok(true);
            }
        }
        return Ok(false);
    }
    if let Some(union) = classes.downcast::<generic::Union>() {
        return is_class_in(class, &Value::from(union.members()), function, message);
    }
    if classes.kind() == Some(Kind::Alias) {
        return Err(generic::refuse(function, 2));
    }
    Err(raise!(TypeError, "{message}"))
}

/// Whether an exception is caught by `except classes`.
pub fn exception_matches(exception: &Gc<Exception>, classes: &Value) -> Result<bool, Raise> {
    let not_exceptions = || raise!(TypeError, "catching classes that do not inherit from BaseException is not allowed");
    let base = types().exception(Error::BaseException);
    let one = |class: &Value| match class.as_gc::<Class>() {
        Some(class) if class.is_subclass(base) => Ok(exception.class().is_subclass(class)),
        _ => Err(not_exceptions()),
    };
    match classes.downcast::<Tuple>() {
        Some(tuple) => {
            let mut found = false;
            for class in tuple.items() {
                found |= one(class)?;
            }
            Ok(found)
        }
        None => one(classes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exceptions_have_their_attributes() {
        let error = Value::from(Exception::with_message(Error::ValueError, "x"));
        let args = get(&error, Symbol::ARGS).unwrap();
        assert_eq!(super::super::text::repr(&args), Ok("('x',)".into()));
        assert!(get(&error, Symbol::CAUSE).unwrap().is_none());
        set(&error, Symbol::new("extra"), Value::int(1)).unwrap();
        assert_eq!(get(&error, Symbol::new("extra")).unwrap().as_int(), Some(1));
        assert!(get(&Value::int(1), Symbol::new("extra")).is_err());
        assert!(set(&Value::int(1), Symbol::new("extra"), Value::none()).is_err());
    }

    #[test]
    fn classes_are_matched_through_their_ancestors() {
        let class = |error| Value::from(types().exception(error));
        let error = Exception::with_message(Error::ZeroDivisionError, "");
        assert!(exception_matches(&error, &class(Error::ArithmeticError)).unwrap());
        assert!(!exception_matches(&error, &class(Error::KeyError)).unwrap());
        assert!(exception_matches(&error, &Value::int(1)).is_err());
        assert!(is_instance(&Value::bool(true), &Value::from(&types().int)).unwrap());
    }
}
