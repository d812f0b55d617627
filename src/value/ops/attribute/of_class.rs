//! Attributes of classes, and those that `super` gives.
//!
//! In: a class and a name. Out: what the class or a base has, bound to the class where it binds; else what its own class,
//! the metaclass, has.

use super::{bind, call_method, missing, payload_descriptor};
use crate::raise;
use crate::value::class::{Class, best, class_of, set_bases};
use crate::value::descriptor::{self, Super, Wrapper};
use crate::value::dict::Dict;
use crate::value::function::Method;
use crate::value::interned::interned;
use crate::value::ops::call;
use crate::value::{Gc, Kind, Raise, Res, Symbol, Value, proxy, type_name, types};

/// `class.name`, if there is such an attribute.
pub(super) fn look(class: &Gc<Class>, name: Symbol) -> Result<Option<Value>, Raise> {
    let object = Value::from(class);
    let above = class_of(&object);
    let in_above = above.lookup(name);
    if let Some(value) = &in_above
        && above.is_from_script()
        && descriptor::is_data(value)
        && descriptor::is_readable(value)
    {
        return bind(value.clone(), &object, &above).map(Some);
    }
    if let Some(value) = own(class, name) {
        return Ok(Some(value));
    }
    if let Some(value) = class.lookup(name) {
        return bind_to_class(value, class).map(Some);
    }
    in_above.map(|value| bind(value, &object, &above)).transpose()
}

/// What every class has.
fn own(class: &Gc<Class>, name: Symbol) -> Option<Value> {
    Some(match name {
        Symbol::CLASS => Value::from(class_of(&Value::from(class))),
        Symbol::NAME => class.name_text(),
        Symbol::QUALNAME => interned(&class.qualified_name()),
        Symbol::MODULE => match class.names().get(name) {
            Some(module) if class.is_from_script() => module,
            _ => interned(class.module().as_str()),
        },
        Symbol::BASES => Value::tuple(class.bases().iter().map(Value::from).collect()),
        Symbol::BASE if class.bases().is_empty() => Value::None,
        Symbol::BASE => Value::from(best(class.bases())),
        Symbol::MRO => {
            let order = std::iter::once(class).chain(class.ancestors());
            Value::tuple(order.map(Value::from).collect())
        }
        Symbol::DICT => proxy::of_class(class),
        Symbol::DOC => match class.names().get(name) {
            Some(doc) => return bind_to_class(doc, class).ok(),
            None => Value::None,
        },
        Symbol::ANNOTATIONS if class.is_from_script() => class.names().get(name).unwrap_or_else(|| {
            let empty = Value::from(Dict::new());
            class.names().set(name, empty.clone());
            empty
        }),
        Symbol::ABSTRACT_METHODS => class.names().get(name)?,
        _ => return None,
    })
}

/// What a value found in a class is as an attribute of the class itself.
pub fn bind_to_class(value: Value, class: &Gc<Class>) -> Res {
    match value.kind() {
        Some(Kind::Wrapper) => match value.downcast::<Wrapper>() {
            Some(wrapper) if wrapper.is_for_class() => {
                let function = wrapper.function().clone();
                let object = Value::from(class);
                match function.kind() {
                    Some(Kind::Property | Kind::Wrapper) => {
                        let above = class_of(&object);
                        bind(function, &object, &above)
                    }
                    Some(Kind::Instance) if class_of(&function).find(Symbol::GET).is_some() => {
                        bind(function, &object, class)
                    }
                    _ => Ok(Value::from(Method::create(function, object))),
                }
            }
            Some(wrapper) => Ok(wrapper.function().clone()),
            None => Ok(value),
        },
        Some(Kind::Instance) => {
            let own = class_of(&value);
            match own.lookup_from_script(Symbol::GET) {
                Some(method) => call_method(&method, &value, &own, &[Value::None, Value::from(class)]),
                None => match payload_descriptor(&value) {
                    Some(payload) if payload.kind() == Some(Kind::Wrapper) => bind_to_class(payload, class),
                    _ => Ok(value),
                },
            }
        }
        _ => Ok(value),
    }
}

/// `class.name = value`
pub(super) fn set(object: &Value, class: &Gc<Class>, name: Symbol, value: Value) -> Result<(), Raise> {
    let above = class_of(object);
    if above.is_from_script()
        && let Some(found) = above.lookup(name)
        && super::set_through(&found, object, &value)?
    {
        return Ok(());
    }
    if !class.is_from_script() {
        let class = class.name();
        return Err(raise!(TypeError, "cannot set '{name}' attribute of immutable type '{class}'"));
    }
    match name {
        Symbol::NAME | Symbol::QUALNAME => {
            let Some(text) = value.as_str() else {
                let (class, given) = (class.name(), type_name(&value));
                return Err(raise!(TypeError, "can only assign string to {class}.{name}, not '{given}'"));
            };
            if name == Symbol::NAME {
                class.set_name(text)
            } else {
                class.set_qualified_name(text)
            }
            // Who knows the class by its version knows its name too.
            class.changed();
        }
        Symbol::BASES => return set_bases(class, &value),
        Symbol::MRO | Symbol::DICT => {
            return Err(raise!(AttributeError, "attribute '{name}' of 'type' objects is not writable"));
        }
        _ => class.set(name, value),
    }
    Ok(())
}

/// `del class.name`
pub(super) fn delete(object: &Value, class: &Gc<Class>, name: Symbol) -> Result<(), Raise> {
    if !class.is_from_script() {
        let class = class.name();
        return Err(raise!(TypeError, "cannot set '{name}' attribute of immutable type '{class}'"));
    }
    if name == Symbol::DICT {
        return Err(raise!(AttributeError, "attribute '__dict__' of 'type' objects is not writable"));
    }
    if matches!(name, Symbol::NAME | Symbol::QUALNAME | Symbol::BASES | Symbol::DOC) {
        let class = class.name();
        return Err(raise!(TypeError, "cannot delete '{name}' attribute of immutable type '{class}'"));
    }
    if class.delete(name) { Ok(()) } else { Err(missing::not_there(object, name)) }
}

/// `super(…).name`, if there is such an attribute.
pub(super) fn look_in_super(object: &Value, name: Symbol) -> Result<Option<Value>, Raise> {
    let Some(made) = object.downcast::<Super>() else { return Ok(None) };
    if name == Symbol::CLASS {
        return Ok(Some(Value::from(&types().super_type)));
    }
    if let Some(value) = of_super(&made.after, &made.object, &made.class, name)? {
        return Ok(Some(value));
    }
    Ok(match name.as_str() {
        "__self__" => Some(Some(&made.object).filter(|object| !object.is_unbound()).cloned().unwrap_or(Value::None)),
        "__thisclass__" => Some(Value::from(&made.after)),
        "__self_class__" if made.object.is_unbound() => Some(Value::None),
        "__self_class__" => Some(Value::from(&made.class)),
        _ => None,
    })
}

/// What `super(C)`, found in a class, is as an attribute of an object: the same for that object. `made` is what `value` is, or is around.
pub(super) fn bind_super(value: Value, made: &Value, object: &Value) -> Res {
    let Some(after) = made.downcast::<Super>().filter(|made| made.object.is_unbound()).map(|made| &made.after) else {
        return Ok(value);
    };
    let class = class_of(object);
    if !class.is_subclass(after) {
        return Err(raise!(TypeError, "super(type, obj): obj must be an instance or subtype of type"));
    }
    match value.kind() {
        Some(Kind::Instance) => call::call(&Value::from(class_of(&value)), &[Value::from(after), object.clone()]),
        _ => Ok(Value::from(Super::create(after.clone(), object.clone(), class))),
    }
}

/// The attribute that `super(after, object).name` gives, where `class` is the class whose order is followed.
pub fn of_super(after: &Gc<Class>, object: &Value, class: &Gc<Class>, name: Symbol) -> Result<Option<Value>, Raise> {
    if object.is_unbound() {
        return Ok(None);
    }
    let Some(found) = descriptor::find_behind(after, class, name) else { return Ok(None) };
    match object.as_gc::<Class>().is_some_and(|object| object.is(class)) {
        true => bind_to_class(found, class).map(Some),
        false => bind(found, object, class).map(Some),
    }
}
