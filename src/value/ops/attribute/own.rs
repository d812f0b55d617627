//! The attributes that functions, modules, methods and exceptions have of their own.

use super::missing::{not_there, read_only};
use crate::raise;
use crate::value::cell::Cell;
use crate::value::class::class_of;
use crate::value::descriptor::{Property, Wrapper};
use crate::value::dict::Dict;
use crate::value::exception::{Error, Exception};
use crate::value::function::{Builtin, Function, Method};
use crate::value::interned::interned;
use crate::value::module::Module;
use crate::value::namespace::Namespace;
use crate::value::tuple::Tuple;
use crate::value::{Gc, Kind, Raise, Symbol, Value, host, traceback, type_name, types};

/// The attributes that lie in the object itself.
pub(super) fn get(object: &Value, name: Symbol) -> Option<Value> {
    if name == Symbol::CLASS {
        return Some(Value::from(class_of(object)));
    }
    match object.kind()? {
        Kind::Module => {
            let module = object.downcast::<Module>()?;
            module.get(name).or_else(|| match name {
                // One that was deleted is gone.
                Symbol::NAME if module.slot(name).is_none() => Some(interned(module.name().as_str())),
                Symbol::DICT => Some(Value::from(Gc::<Dict>::of_module(object.as_gc::<Module>()?))),
                Symbol::DOC => Some(Value::none()),
                _ => None,
            })
        }
        Kind::Function => own_of_function(object.downcast::<Function>()?, name),
        Kind::Wrapper if !is_fixed(name) => object.downcast::<Wrapper>()?.own(name),
        Kind::Builtin => {
            let builtin = object.downcast::<Builtin>()?;
            match name {
                Symbol::NAME => Some(interned(builtin.name().as_str())),
                Symbol::QUALNAME => Some(Value::str(&builtin.qualified_name())),
                Symbol::DOC => Some(Value::str(builtin.doc())),
                Symbol::MODULE => builtin.module().map(interned),
                _ if name.as_str() == "__objclass__" => builtin.owning_class().map(Value::from),
                _ => None,
            }
        }
        Kind::Method => {
            let method = object.downcast::<Method>()?;
            match name {
                Symbol::SELF => Some(method.receiver().clone()),
                Symbol::FUNC => Some(method.function().clone()),
                _ if name.as_str() == "__objclass__" && class_of(object).is(&types().builtin) => None,
                _ => get(method.function(), name),
            }
        }
        Kind::Tuple => object.downcast::<Tuple>()?.named(name.as_str()).cloned(),
        Kind::Exception => own_of_exception(object.as_gc::<Exception>()?, name),
        _ => None,
    }
}

/// Whether what is asked of a static or class method is always the function's.
fn is_fixed(name: Symbol) -> bool {
    matches!(name.as_str(), "__func__" | "__wrapped__" | "__isabstractmethod__")
}

fn set_of_wrapper(object: &Value, wrapper: &Wrapper, name: Symbol, value: Value) -> Result<(), Raise> {
    match (name, value.as_gc::<Dict>()) {
        (Symbol::IS_ABSTRACT, _) => {
            let class = type_name(object);
            Err(raise!(AttributeError, "attribute '{name}' of '{class}' objects is not writable"))
        }
        _ if is_fixed(name) => Err(raise!(AttributeError, "readonly attribute")),
        (Symbol::DICT, Some(dictionary)) => {
            wrapper.set_dictionary(dictionary.clone());
            Ok(())
        }
        (Symbol::DICT, None) => {
            Err(raise!(TypeError, "__dict__ must be set to a dictionary, not a '{}'", type_name(&value)))
        }
        _ => wrapper.dictionary()?.set(Value::str(name.as_str()), value),
    }
}

fn own_of_function(function: &Function, name: Symbol) -> Option<Value> {
    function.names_with(name).get(name).or_else(|| match name {
        Symbol::NAME => Some(interned(&function.code().name)),
        Symbol::QUALNAME => Some(interned(&function.code().qualified_name)),
        Symbol::MODULE => Some(interned(function.module().name().as_str())),
        Symbol::DOC => Some(function.code().doc.as_ref().map_or(Value::none(), |doc| Value::str(doc))),
        Symbol::DEFAULTS if function.defaults().is_empty() => Some(Value::none()),
        Symbol::DEFAULTS => Some(Value::tuple(function.defaults().to_vec())),
        Symbol::DICT => Some(Value::from(function.dictionary())),
        Symbol::KWDEFAULTS => Some(keyword_defaults(function)),
        Symbol::ANNOTATIONS => {
            // It is kept, so that what a script adds stays.
            let annotations = Value::from(Dict::new());
            function.names_with(name).set(name, annotations.clone());
            Some(annotations)
        }
        _ => match name.as_str() {
            "__code__" => Some(traceback::code_of(function)),
            "__globals__" => Some(Value::from(Gc::<Dict>::of_module(function.module()))),
            "__builtins__" => match function.module().builtins() {
                Some(builtins) => Some(Value::from(Gc::<Dict>::of_module(builtins))),
                None => host::host().ok().map(|host| host.builtins()),
            },
            "__closure__" if function.closure().is_empty() => Some(Value::none()),
            "__closure__" => Some(Value::tuple(function.closure().to_vec())),
            _ => None,
        },
    })
}

fn keyword_defaults(function: &Function) -> Value {
    let dict = Dict::new();
    for (name, value) in keyword_only(function).iter().zip(function.keyword_defaults()) {
        if !value.is_unbound() {
            // Text can always be a key.
            let _ = dict.set(Value::str(name), value.clone());
        }
    }
    if dict.is_empty() { Value::none() } else { Value::from(dict) }
}

fn own_of_exception(exception: &Gc<Exception>, name: Symbol) -> Option<Value> {
    let other = |exception: Option<Gc<Exception>>| Some(exception.map_or(Value::none(), Value::from));
    match name {
        Symbol::ARGS => return Some(Value::from(exception.args())),
        Symbol::CAUSE => return other(exception.cause()),
        Symbol::CONTEXT => return other(exception.context()),
        Symbol::SUPPRESS_CONTEXT => return Some(Value::bool(exception.suppresses_context())),
        Symbol::DICT => return Some(Value::from(exception.dictionary())),
        _ => {}
    }
    exception.names_with(name).get(name).or_else(|| match name {
        Symbol::TRACEBACK => Some(traceback::of(exception)),
        Symbol::VALUE if exception.matches(Error::StopIteration) => Some(first_argument(exception)),
        Symbol::CODE if exception.matches(Error::SystemExit) => Some(match exception.args().items() {
            [] => Value::none(),
            [only] => only.clone(),
            _ => Value::from(exception.args()),
        }),
        Symbol::ERRNO | Symbol::STRERROR | Symbol::FILENAME | Symbol::FILENAME2
            if exception.matches(Error::OSError) =>
        {
            Some(Value::none())
        }
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
            let items = crate::value::ops::iterate::collect_values(&value)?;
            exception.set_args(Tuple::new(items));
        }
        Symbol::CAUSE => exception.set_cause(other(&value)?),
        Symbol::CONTEXT if value.is_none() => exception.clear_context(),
        Symbol::CONTEXT => exception.set_context(other(&value)?),
        Symbol::TRACEBACK => exception.set_traceback(match (&value, traceback::lines_of(&value)) {
            (Value::None, _) => Vec::new(),
            (_, Some(lines)) => lines,
            _ => return Err(raise!(TypeError, "__traceback__ must be a traceback or None")),
        }),
        Symbol::SUPPRESS_CONTEXT => exception.set_suppress_context(crate::value::ops::truth(&value)?),
        Symbol::DICT => return replace_dictionary(&exception.dictionary(), &value),
        _ => exception.names_with(name).set(name, value),
    }
    Ok(())
}

/// Gives a `__dict__` what is in another dictionary.
fn replace_dictionary(own: &Gc<Dict>, value: &Value) -> Result<(), Raise> {
    match value.as_gc::<Dict>() {
        Some(dict) => {
            own.clear();
            own.update(dict)
        }
        None => Err(raise!(TypeError, "__dict__ must be set to a dictionary, not a '{}'", type_name(value))),
    }
}

fn set_of_function(function: &Function, name: Symbol, value: Value) -> Result<(), Raise> {
    match name {
        Symbol::NAME | Symbol::QUALNAME if value.as_str().is_none() => {
            Err(raise!(TypeError, "{name} must be set to a string object"))
        }
        Symbol::DEFAULTS => {
            let defaults = match (&value, value.downcast::<Tuple>()) {
                (Value::None, _) => Vec::new(),
                (_, Some(tuple)) => tuple.items().to_vec(),
                _ => return Err(raise!(TypeError, "__defaults__ must be set to a tuple object")),
            };
            // More of them than parameters: the last ones count.
            let surplus = defaults.len().saturating_sub(function.code().params.positional as usize);
            function.set_defaults(defaults[surplus..].to_vec(), function.keyword_defaults().to_vec());
            Ok(())
        }
        Symbol::KWDEFAULTS => {
            let names = keyword_only(function);
            let defaults = match (&value, value.downcast::<Dict>()) {
                (Value::None, _) => vec![Value::Unbound; names.len()],
                (_, Some(dict)) => names.iter().map(|name| dict.get_str(name).unwrap_or_default()).collect(),
                _ => return Err(raise!(TypeError, "__kwdefaults__ must be set to a dict object")),
            };
            function.set_defaults(function.defaults().to_vec(), defaults);
            Ok(())
        }
        Symbol::DICT => replace_dictionary(&function.dictionary(), &value),
        Symbol::ANNOTATIONS if value.downcast::<Dict>().is_none() => {
            Err(raise!(TypeError, "__annotations__ must be set to a dict object"))
        }
        _ if name.as_str() == "__code__" && traceback::body_of(&value).is_none() => {
            Err(raise!(TypeError, "__code__ must be set to a code object"))
        }
        _ if name.as_str() == "__code__" => Err(raise!(
            AttributeError,
            "taipan: a function keeps the code that it was made with; make another function"
        )),
        _ => {
            function.names_with(name).set(name, value);
            Ok(())
        }
    }
}

/// The names of the keyword-only parameters.
fn keyword_only(function: &Function) -> &[std::sync::Arc<str>] {
    let params = &function.code().params;
    &params.names[params.keyword_only()]
}

/// Sets an attribute of what is neither an instance nor a class.
pub(super) fn set(object: &Value, name: Symbol, value: Value) -> Result<(), Raise> {
    match object.kind() {
        Some(Kind::Module) if name == Symbol::DICT => Err(raise!(AttributeError, "readonly attribute")),
        Some(Kind::Module) => {
            if let Some(module) = object.downcast::<Module>() {
                module.set(name, value);
            }
            Ok(())
        }
        Some(Kind::Function) if matches!(name.as_str(), "__globals__" | "__closure__" | "__builtins__") => {
            Err(raise!(AttributeError, "readonly attribute"))
        }
        Some(Kind::Function) => match object.downcast::<Function>() {
            Some(function) => set_of_function(function, name, value),
            None => Err(not_there(object, name)),
        },
        Some(Kind::Wrapper) => match object.downcast::<Wrapper>() {
            Some(wrapper) => set_of_wrapper(object, wrapper, name, value),
            None => Err(not_there(object, name)),
        },
        Some(Kind::Property) if name == Symbol::DOC => {
            if let Some(property) = object.downcast::<Property>() {
                property.set_doc(value);
            }
            Ok(())
        }
        Some(Kind::Cell) if name.as_str() == "cell_contents" => {
            if let Some(cell) = object.downcast::<Cell>() {
                cell.set(value);
            }
            Ok(())
        }
        Some(Kind::Exception) => match object.as_gc::<Exception>() {
            Some(exception) => set_of_exception(exception, name, value),
            None => Err(not_there(object, name)),
        },
        Some(Kind::Method) if name == Symbol::DOC => Err(fixed_doc()),
        Some(Kind::Method) if get(object, name).is_some() => {
            Err(raise!(AttributeError, "'method' object has no attribute '{name}'"))
        }
        _ => Err(read_only(object, name)),
    }
}

fn fixed_doc() -> Raise {
    raise!(AttributeError, "attribute '__doc__' of 'method' objects is not writable")
}

/// Deletes an attribute of what is neither an instance nor a class.
pub(super) fn delete(object: &Value, name: Symbol) -> Result<(), Raise> {
    if let Some(function) = object.downcast::<Function>() {
        match name {
            Symbol::DEFAULTS | Symbol::KWDEFAULTS | Symbol::DOC | Symbol::MODULE | Symbol::NAME | Symbol::QUALNAME => {
                return set_of_function(function, name, Value::None);
            }
            Symbol::ANNOTATIONS => return set_of_function(function, name, Value::from(Dict::new())),
            Symbol::DICT => return Err(raise!(TypeError, "cannot delete __dict__")),
            _ => {}
        }
    }
    if object.kind() == Some(Kind::Method) && name == Symbol::DOC {
        return Err(fixed_doc());
    }
    if object.kind() == Some(Kind::Module) && name == Symbol::DICT {
        return Err(raise!(AttributeError, "readonly attribute"));
    }
    if object.kind() == Some(Kind::Exception)
        && matches!(name, Symbol::ARGS | Symbol::CAUSE | Symbol::CONTEXT | Symbol::TRACEBACK)
    {
        return Err(raise!(TypeError, "{name} may not be deleted"));
    }
    if let Some(cell) = object.downcast::<Cell>()
        && name.as_str() == "cell_contents"
    {
        cell.set(Value::Unbound);
        return Ok(());
    }
    if let Some(wrapper) = object.downcast::<Wrapper>()
        && !is_fixed(name)
    {
        return match wrapper.dictionary()?.remove(&Value::str(name.as_str()))? {
            Some(_) => Ok(()),
            None => Err(not_there(object, name)),
        };
    }
    let names: Option<&Namespace> = match object.kind() {
        Some(Kind::Module) => object.downcast::<Module>().map(|module| &**module),
        Some(Kind::Function) => object.downcast::<Function>().map(|function| function.names_with(name)),
        Some(Kind::Exception) => object.downcast::<Exception>().map(|exception| exception.names_with(name)),
        _ => return Err(read_only(object, name)),
    };
    match names {
        Some(names) if names.delete(name) => Ok(()),
        _ => Err(not_there(object, name)),
    }
}
