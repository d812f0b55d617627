//! Attributes.
//!
//! In: an object and a name. Out: the attribute, with methods bound; or the change done. Where the object and its class
//! both have the name, the class decides if what it has is a data descriptor, else the object. The attributes that
//! functions, modules and exceptions have of their own are in `own`, those of classes in `of_class`.

mod missing;
mod of_class;
mod own;
mod relation;

pub use missing::missing;
pub use of_class::{bind_to_class, of_super};
pub use relation::{exception_matches, is_instance, is_plain_instance, is_plain_subclass, is_subclass};

use super::call;
use crate::raise;
use crate::value::class::{Class, class_of};
use crate::value::descriptor::{self, Member, Property};
use crate::value::dict::Dict;
use crate::value::exception::{self, Error, Exception};
use crate::value::function::{Builtin, Function, Getter, Method};
use crate::value::instance::Instance;
use crate::value::module::Module;
use crate::value::shape::text_of;
use crate::value::{Gc, Kind, Raise, Res, Symbol, Value, generic, recursion, type_name};

/// `object.name`
pub fn get(object: &Value, name: Symbol) -> Res {
    let class = match object.kind() {
        Some(Kind::Instance | Kind::Exception | Kind::Class) => class_of(object),
        _ => return get_plain(object, name),
    };
    let traits = class.traits();
    let found = match traits.getattribute {
        true => match class.lookup_from_script(Symbol::GETATTRIBUTE) {
            Some(method) => call_method(&method, object, &class, &[text_of(name)]).map(Some),
            None => look(object, name),
        },
        false => look(object, name),
    };
    match found {
        Ok(Some(value)) => Ok(value),
        Ok(None) if !traits.getattr => Err(missing(object, name)),
        Err(raised) if !traits.getattr || !exception::pending_matches(Error::AttributeError) => Err(raised),
        other => {
            if other.is_err() {
                drop(exception::take_pending());
            }
            match class.lookup_from_script(Symbol::GETATTR) {
                Some(method) => call_method(&method, object, &class, &[text_of(name)]),
                None => Err(missing(object, name)),
            }
        }
    }
}

fn get_plain(object: &Value, name: Symbol) -> Res {
    match look(object, name)? {
        Some(value) => Ok(value),
        None => match object.downcast::<Module>().and_then(|module| module.get(Symbol::GETATTR)) {
            Some(function) => call::call(&function, &[text_of(name)]),
            None => Err(missing(object, name)),
        },
    }
}

/// `object.name`, if there is such an attribute.
pub fn find(object: &Value, name: Symbol) -> Result<Option<Value>, Raise> {
    let result = match object.kind() {
        Some(Kind::Instance | Kind::Exception | Kind::Class) => {
            let traits = class_of(object).traits();
            match traits.getattr || traits.getattribute {
                true => get(object, name).map(Some),
                false => look(object, name),
            }
        }
        Some(Kind::Module) => get(object, name).map(Some),
        _ => look(object, name),
    };
    match result {
        Err(_) if exception::catch(Error::AttributeError).is_some() => Ok(None),
        other => other,
    }
}

/// What `object.__getattribute__(name)` does by default; nothing if there is no such attribute.
pub fn look(object: &Value, name: Symbol) -> Result<Option<Value>, Raise> {
    match object.kind() {
        Some(Kind::Instance) => match object.downcast::<Instance>() {
            Some(instance) => look_in_instance(object, instance, name),
            None => Ok(None),
        },
        Some(Kind::Class) => match object.as_gc::<Class>() {
            Some(class) => of_class::look(class, name),
            None => Ok(None),
        },
        Some(Kind::Super) => of_class::look_in_super(object, name),
        kind => {
            if matches!(kind, Some(Kind::Alias | Kind::Union))
                && let Some(found) = generic::attribute(object, name)?
            {
                return Ok(Some(found));
            }
            let class = class_of(object);
            let found = class.lookup(name);
            if kind == Some(Kind::Exception)
                && let Some(value) = &found
                && descriptor::is_data(value)
            {
                return bind(value.clone(), object, &class).map(Some);
            }
            if let Some(value) = own::get(object, name) {
                return Ok(Some(value));
            }
            match (found, object.downcast::<Method>()) {
                (Some(value), _) => bind(value, object, &class).map(Some),
                // What a method lacks, its function may have.
                (None, Some(method)) => look(method.function(), name),
                (None, None) => Ok(None),
            }
        }
    }
}

fn look_in_instance(object: &Value, instance: &Instance, name: Symbol) -> Result<Option<Value>, Raise> {
    let class = instance.class();
    let found = class.lookup(name);
    if let Some(value) = &found
        && descriptor::is_data(value)
        && descriptor::is_readable(value)
    {
        return bind(value.clone(), object, &class).map(Some);
    }
    if let Some(value) = instance.get(name) {
        return Ok(Some(value));
    }
    match (found, name) {
        (None, Symbol::CLASS) => Ok(Some(Value::from(class))),
        (Some(_), Symbol::DOC) if let Some(property) = payload_descriptor(object).filter(shows_doc_of_getter) => {
            look(&property, name)
        }
        (_, Symbol::DICT) if class.layout().has_dictionary => Ok(Some(Value::from(instance.dictionary()))),
        (Some(value), _) => bind(value, object, &class).map(Some),
        (None, _) => match super::base::payload(object) {
            Some(alias) if alias.kind() == Some(Kind::Alias) => generic::attribute(&alias, name),
            Some(made) if made.kind() == Some(Kind::Super) => of_class::look_in_super(&made, name),
            _ => Ok(None),
        },
    }
}

/// A method that a statement asks the class of an object for, whatever the object itself has under that name.
pub fn special(object: &Value, name: Symbol) -> Result<Option<Value>, Raise> {
    let class = class_of(object);
    class.lookup(name).map(|value| bind(value, object, &class)).transpose()
}

/// What a value found in a class is as an attribute of an object of that class.
pub fn bind(value: Value, object: &Value, class: &Gc<Class>) -> Res {
    match value.kind() {
        Some(Kind::Function) => Ok(Value::from(Method::create(value, object.clone()))),
        Some(Kind::Builtin) if value.downcast::<Builtin>().is_some_and(|builtin| builtin.owner().is_some()) => {
            Ok(Value::from(Method::create(value, object.clone())))
        }
        Some(Kind::Getter) => match value.downcast::<Getter>() {
            Some(getter) => getter.get(object),
            None => Ok(value),
        },
        Some(Kind::Property) => match value.downcast::<Property>() {
            Some(property) if property.getter.is_none() => Err(missing::accessor(object, property, "getter")),
            Some(property) => call::call(&property.getter, std::slice::from_ref(object)),
            None => Ok(value),
        },
        Some(Kind::Wrapper) => bind_to_class(value, class),
        Some(Kind::Super) => of_class::bind_super(value.clone(), &value, object),
        Some(Kind::Member) => match value.downcast::<Member>() {
            Some(member) => get_member(object, member),
            None => Ok(value),
        },
        Some(Kind::Instance) => {
            let own = class_of(&value);
            match own.lookup_from_script(Symbol::GET) {
                Some(method) => call_method(&method, &value, &own, &[object.clone(), Value::from(class)]),
                None => match payload_descriptor(&value) {
                    // One of a derived class stays one of that class.
                    Some(payload) if payload.kind() == Some(Kind::Super) => {
                        of_class::bind_super(value, &payload, object)
                    }
                    Some(payload) => bind(payload, object, class),
                    None => Ok(value),
                },
            }
        }
        _ => Ok(value),
    }
}

/// The property or wrapper inside an instance of a class that derives from such a type.
pub fn payload_descriptor(value: &Value) -> Option<Value> {
    let payload = value.downcast::<Instance>()?.payload()?;
    matches!(payload.kind(), Some(Kind::Property | Kind::Wrapper | Kind::Super)).then_some(payload)
}

fn shows_doc_of_getter(value: &Value) -> bool {
    value.downcast::<Property>().is_some_and(|property| property.doc_of_getter)
}

/// The field of an attribute that `__slots__` names.
fn get_member(object: &Value, member: &Member) -> Res {
    match object.downcast::<Instance>() {
        Some(instance) if instance.class().is_subclass(&member.owner) => match instance.field(member.place) {
            Value::Unbound => Err(missing(object, member.name)),
            value => Ok(value),
        },
        _ => Err(missing::wrong_receiver(object, member)),
    }
}

/// Calls a function found in the class of an object as its method.
pub fn call_method(method: &Value, object: &Value, class: &Gc<Class>, arguments: &[Value]) -> Res {
    if method.downcast::<Function>().is_some() {
        let mut all = Vec::with_capacity(arguments.len() + 1);
        all.push(object.clone());
        all.extend_from_slice(arguments);
        return call::call(method, &all);
    }
    // What is found may be bound by itself: `C.__get__ = C()`.
    let _deeper = recursion::enter("")?;
    call::call(&bind(method.clone(), object, class)?, arguments)
}

/// What `object.name(…)` calls, and whether the object is its first argument: a method is not bound for that.
pub fn method(object: &Value, name: Symbol) -> Result<(Value, bool), Raise> {
    if matches!(object.kind(), Some(Kind::Module | Kind::Class | Kind::Function | Kind::Super)) {
        return get(object, name).map(|value| (value, false));
    }
    let class = class_of(object);
    if !class.traits().getattribute
        && let Some(value) = class.lookup(name)
        && is_method(&value)
        && !has_own(object, name)
    {
        return Ok((value, true));
    }
    get(object, name).map(|value| (value, false))
}

/// The `__dict__` of an object, as state to be copied or stored: `None` if it has none or an empty one.
pub fn own_state(object: &Value) -> Res {
    let own = find(object, Symbol::DICT)?.unwrap_or(Value::None);
    Ok(if crate::value::ops::truth(&own)? { own } else { Value::None })
}

/// Whether a value found in a class is bound by putting the object in front of the arguments.
fn is_method(value: &Value) -> bool {
    value.downcast::<Function>().is_some() || value.downcast::<Builtin>().is_some_and(|b| b.owner().is_some())
}

fn has_own(object: &Value, name: Symbol) -> bool {
    match object.kind() {
        Some(Kind::Instance) => object.downcast::<Instance>().is_some_and(|instance| instance.contains(name)),
        Some(Kind::Exception) => {
            object.downcast::<Exception>().is_some_and(|exception| exception.names_with(name).contains(name))
        }
        _ => false,
    }
}

/// `object.name = value`
pub fn set(object: &Value, name: Symbol, value: Value) -> Result<(), Raise> {
    if matches!(object.kind(), Some(Kind::Instance | Kind::Exception | Kind::Class)) {
        let class = class_of(object);
        if class.traits().setattr
            && let Some(method) = class.lookup_from_script(Symbol::SETATTR)
        {
            return call_method(&method, object, &class, &[text_of(name), value]).map(drop);
        }
    }
    set_plain(object, name, value)
}

/// What `object.__setattr__(name, value)` does by default.
pub fn set_plain(object: &Value, name: Symbol, value: Value) -> Result<(), Raise> {
    match object.kind() {
        Some(Kind::Instance | Kind::Exception) => {
            let class = class_of(object);
            if let Some(found) = class.lookup(name)
                && set_through(&found, object, &value)?
            {
                return Ok(());
            }
            match object.downcast::<Instance>() {
                Some(instance) => set_in_instance(object, instance, &class, name, value),
                None => own::set(object, name, value),
            }
        }
        Some(Kind::Class) => match object.as_gc::<Class>() {
            Some(class) => of_class::set(object, class, name, value),
            None => Err(missing::not_there(object, name)),
        },
        Some(Kind::Array) => crate::value::array::set_attribute(object, name, &value),
        _ if name == Symbol::CLASS => Err(match value.as_gc::<Class>() {
            Some(_) => fixed_class(),
            None => no_class(&value),
        }),
        _ => own::set(object, name, value),
    }
}

fn set_in_instance(
    object: &Value,
    instance: &Instance,
    class: &Gc<Class>,
    name: Symbol,
    value: Value,
) -> Result<(), Raise> {
    match name {
        Symbol::CLASS => set_class(instance, class, &value),
        Symbol::DICT if is_around_module(instance) => Err(raise!(AttributeError, "readonly attribute")),
        Symbol::DICT if class.layout().has_dictionary => match value.as_gc::<Dict>() {
            Some(dict) => {
                instance.set_dictionary(dict.clone());
                Ok(())
            }
            None => {
                let given = type_name(&value);
                Err(raise!(TypeError, "__dict__ must be set to a dictionary, not a '{given}'"))
            }
        },
        _ if class.layout().has_dictionary => {
            instance.set(name, value);
            Ok(())
        }
        _ => Err(missing::read_only(object, name)),
    }
}

/// Whether its attributes are the names of a module.
fn is_around_module(instance: &Instance) -> bool {
    instance.payload_ref().is_some_and(|payload| payload.kind() == Some(Kind::Module))
}

/// `object.__class__ = class`
fn set_class(instance: &Instance, class: &Gc<Class>, to: &Value) -> Result<(), Raise> {
    let Some(to) = to.as_gc::<Class>() else { return Err(no_class(to)) };
    if !to.is_from_script() || !class.is_from_script() {
        return Err(fixed_class());
    }
    if to.layout() != class.layout() || to.layout().slots > 0 && slot_names(to) != slot_names(class) {
        let (to, class) = (to.name(), class.name());
        return Err(raise!(TypeError, "__class__ assignment: '{to}' object layout differs from '{class}'"));
    }
    instance.set_class(to);
    Ok(())
}

fn no_class(value: &Value) -> Raise {
    raise!(TypeError, "__class__ must be set to a class, not '{}' object", type_name(value))
}

fn fixed_class() -> Raise {
    raise!(TypeError, "__class__ assignment only supported for mutable types or ModuleType subclasses")
}

/// The names in the `__slots__` of a class and its bases, by field.
fn slot_names(class: &Gc<Class>) -> Vec<(usize, Symbol)> {
    let classes = std::iter::once(class).chain(class.ancestors());
    let values = classes.flat_map(|class| class.names().names().into_iter().filter_map(|name| class.names().get(name)));
    let mut found: Vec<(usize, Symbol)> =
        values.filter_map(|value| value.downcast::<Member>().map(|member| (member.place, member.name))).collect();
    found.sort_by_key(|(place, _)| *place);
    found.dedup();
    found
}

/// Stores through a data descriptor found in the class; false if it is none.
pub fn set_through(found: &Value, object: &Value, value: &Value) -> Result<bool, Raise> {
    match found.kind() {
        Some(Kind::Property) => {
            if let Some(property) = found.downcast::<Property>() {
                if property.setter.is_none() {
                    return Err(missing::accessor(object, property, "setter"));
                }
                call::call(&property.setter, &[object.clone(), value.clone()])?;
            }
            Ok(true)
        }
        Some(Kind::Member) => match (found.downcast::<Member>(), object.downcast::<Instance>()) {
            (Some(member), Some(instance)) if instance.class().is_subclass(&member.owner) => {
                instance.set_field(member.place, value.clone());
                Ok(true)
            }
            (Some(member), _) => Err(missing::wrong_receiver(object, member)),
            (None, _) => Ok(false),
        },
        Some(Kind::Getter) => match found.downcast::<Getter>() {
            Some(getter) => Err(missing::read_only(object, getter.name())),
            None => Ok(false),
        },
        Some(Kind::Instance) => {
            let class = class_of(found);
            match class.lookup_from_script(Symbol::SET) {
                Some(method) => {
                    call_method(&method, found, &class, &[object.clone(), value.clone()])?;
                    Ok(true)
                }
                None => match payload_descriptor(found) {
                    Some(payload) => set_through(&payload, object, value),
                    None if class.find(Symbol::DELETE).is_some() => Err(raise!(AttributeError, "__set__")),
                    None => Ok(false),
                },
            }
        }
        _ => Ok(false),
    }
}

/// `del object.name`
pub fn delete(object: &Value, name: Symbol) -> Result<(), Raise> {
    if matches!(object.kind(), Some(Kind::Instance | Kind::Exception | Kind::Class)) {
        let class = class_of(object);
        if class.traits().delattr
            && let Some(method) = class.lookup_from_script(Symbol::DELATTR)
        {
            return call_method(&method, object, &class, &[text_of(name)]).map(drop);
        }
    }
    delete_plain(object, name)
}

/// What `object.__delattr__(name)` does by default.
pub fn delete_plain(object: &Value, name: Symbol) -> Result<(), Raise> {
    if name == Symbol::CLASS && class_of(object).lookup(name).is_none() {
        return Err(raise!(TypeError, "can't delete __class__ attribute"));
    }
    match object.kind() {
        Some(Kind::Instance | Kind::Exception) => {
            let class = class_of(object);
            let found = class.lookup(name);
            if let Some(found) = &found
                && delete_through(found, object)?
            {
                return Ok(());
            }
            match object.downcast::<Instance>() {
                Some(instance) if instance.delete(name) => Ok(()),
                Some(instance) if name == Symbol::DICT && is_around_module(instance) => {
                    Err(raise!(AttributeError, "readonly attribute"))
                }
                Some(instance) if name == Symbol::DICT && instance.content().is_some() => {
                    Err(raise!(TypeError, "cannot delete __dict__"))
                }
                Some(instance) if name == Symbol::DICT && class.layout().has_dictionary => {
                    instance.set_dictionary(Dict::new());
                    Ok(())
                }
                Some(_) if !class.layout().has_dictionary => Err(missing::read_only(object, name)),
                Some(_) => Err(missing::not_there(object, name)),
                None => own::delete(object, name),
            }
        }
        Some(Kind::Class) => match object.as_gc::<Class>() {
            Some(class) => of_class::delete(object, class, name),
            None => Err(missing::not_there(object, name)),
        },
        _ => own::delete(object, name),
    }
}

/// Deletes through a data descriptor found in the class; false if it is none.
pub fn delete_through(found: &Value, object: &Value) -> Result<bool, Raise> {
    match found.kind() {
        Some(Kind::Property) => {
            if let Some(property) = found.downcast::<Property>() {
                if property.deleter.is_none() {
                    return Err(missing::accessor(object, property, "deleter"));
                }
                call::call(&property.deleter, std::slice::from_ref(object))?;
            }
            Ok(true)
        }
        Some(Kind::Member) => match (found.downcast::<Member>(), object.downcast::<Instance>()) {
            (Some(member), Some(instance)) => {
                if instance.field(member.place).is_unbound() {
                    return Err(raise!(AttributeError, "{}", member.name));
                }
                instance.set_field(member.place, Value::Unbound);
                Ok(true)
            }
            (Some(member), None) => Err(missing::wrong_receiver(object, member)),
            (None, _) => Ok(false),
        },
        Some(Kind::Instance) => {
            let class = class_of(found);
            match class.lookup_from_script(Symbol::DELETE) {
                Some(method) => {
                    call_method(&method, found, &class, std::slice::from_ref(object))?;
                    Ok(true)
                }
                None => match payload_descriptor(found) {
                    Some(payload) => delete_through(&payload, object),
                    None if class.find(Symbol::SET).is_some() => Err(raise!(AttributeError, "__delete__")),
                    None => Ok(false),
                },
            }
        }
        _ => Ok(false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::types;

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
