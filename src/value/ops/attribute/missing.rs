//! What is raised where there is no such attribute, or where it cannot be changed.

use crate::raise;
use crate::value::class::{Class, class_of};
use crate::value::descriptor::{Member, Property, Super};
use crate::value::exception;
use crate::value::module::Module;
use crate::value::ops::base;
use crate::value::{Kind, Raise, Symbol, Value, type_name, types};

/// `AttributeError`: there is no such attribute.
#[cold]
pub fn missing(object: &Value, name: Symbol) -> Raise {
    let payload = base::payload(object).filter(|payload| payload.kind() == Some(Kind::Module));
    let receiver = payload.as_ref().unwrap_or(object);
    let raised = match receiver.kind() {
        Some(Kind::Module) => {
            let module = receiver.downcast::<Module>();
            let own = module.and_then(|module| module.get(Symbol::NAME)).filter(|own| own.as_str().is_some());
            // A module that was never named in its own names has the name that it was made with.
            let nameless = own.is_none() && module.is_some_and(|module| module.slot(Symbol::NAME).is_some());
            let name_of = || module.map_or("", |module| module.name().as_str()).to_string();
            let own = own.as_ref().and_then(Value::as_str).map_or_else(name_of, str::to_string);
            if nameless {
                raise!(AttributeError, "module has no attribute '{name}'")
            } else if module.is_some_and(Module::is_partial) {
                raise!(
                    AttributeError,
                    "partially initialized module '{own}' has no attribute '{name}' (most likely due to a circular import)"
                )
            } else {
                raise!(AttributeError, "module '{own}' has no attribute '{name}'")
            }
        }
        Some(Kind::Super) if object.downcast::<Super>().is_some() => {
            raise!(AttributeError, "'super' object has no attribute '{name}'")
        }
        _ => not_there(object, name),
    };
    about(raised, object, name)
}

/// Notes object and name in the exception on its way.
fn about(raised: Raise, object: &Value, name: Symbol) -> Raise {
    let exception = exception::take_pending();
    exception.names().set(Symbol::EXCEPTION_NAME, Value::str(name.as_str()));
    exception.names().set(Symbol::OBJ, object.clone());
    let _ = raised;
    exception::raise_object(exception)
}

/// A property cannot be read, written or deleted.
#[cold]
pub fn accessor(object: &Value, property: &Property, what: &str) -> Raise {
    let class = class_of(object).qualified_name();
    match property.name() {
        Some(name) => raise!(AttributeError, "property '{name}' of '{class}' object has no {what}"),
        None => raise!(AttributeError, "property of '{class}' object has no {what}"),
    }
}

/// The object has no field for such an attribute.
#[cold]
pub fn wrong_receiver(object: &Value, member: &Member) -> Raise {
    let (name, owner, class) = (member.name, member.owner.name(), type_name(object));
    raise!(TypeError, "descriptor '{name}' for '{owner}' objects doesn't apply to a '{class}' object")
}

/// The attribute cannot be changed, or is not there to be changed.
#[cold]
pub fn read_only(object: &Value, name: Symbol) -> Raise {
    let class = type_name(object);
    match class_of(object).lookup(name) {
        Some(Value::Object(found))
            if found.kind() == Kind::Getter && class_of(object).is_subclass(&types().property) =>
        {
            raise!(AttributeError, "readonly attribute")
        }
        Some(Value::Object(found)) if found.kind() == Kind::Getter => {
            raise!(AttributeError, "attribute '{name}' of '{class}' objects is not writable")
        }
        Some(_) => raise!(AttributeError, "'{class}' object attribute '{name}' is read-only"),
        None => not_there(object, name),
    }
}

/// There is no attribute to delete, and no room for a new one. Unlike [`missing`], no other name is suggested.
#[cold]
pub fn not_there(object: &Value, name: Symbol) -> Raise {
    match object.downcast::<Class>() {
        Some(class) => raise!(AttributeError, "type object '{}' has no attribute '{name}'", class.name()),
        None => raise!(AttributeError, "'{}' object has no attribute '{name}'", type_name(object)),
    }
}
