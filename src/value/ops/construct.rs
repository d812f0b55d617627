//! Calling a class: `__new__`, then `__init__`.
//!
//! In: a class and arguments. Out: an instance, or whatever `__new__` gives. Classes of scripts that derive from a built-in
//! type wrap a value of that type; how new classes come to be is in `define`.

use super::{binary, call, define, mapping};
use crate::raise;
use crate::value::byte_array::ByteArray;
use crate::value::class::{Class, class_of};
use crate::value::descriptor::{Property, Wrapper};
use crate::value::dict::Dict;
use crate::value::exception::Exception;
use crate::value::function::Function;
use crate::value::host::{self, Arguments, Native};
use crate::value::instance::Instance;
use crate::value::list::List;
use crate::value::module::Module;
use crate::value::set::Set;
use crate::value::{Gc, Kind, Raise, Res, Symbol, Value, type_name, types};

/// `class(…)` for a class that a script made: what `type.__call__` does.
pub fn instantiate(class: &Gc<Class>, arguments: &Arguments<'_>) -> Res {
    let traits = class.traits();
    let object = match class.lookup_from_script(Symbol::NEW).filter(|_| traits.new) {
        Some(new) => call_with_first(&super::attribute::bind_to_class(new, class)?, Value::from(class), arguments)?,
        None => create(class, arguments)?,
    };
    initialise(&object, class, arguments)?;
    Ok(object)
}

/// Calls `__init__` of what a call of the class made, if that is of the class at all, and a script defined one or something built in is to
/// be filled.
pub fn initialise(object: &Value, class: &Gc<Class>, arguments: &Arguments<'_>) -> Result<(), Raise> {
    let made = class_of(object);
    if !made.is_subclass(class) {
        return Ok(());
    }
    let class = &made;
    let (traits, Some((place, slot))) = (class.traits(), class.find(Symbol::INIT)) else { return Ok(()) };
    // What is built in was filled when it was made, and `object` does nothing with what another `__new__` takes.
    if !traits.init && (!traits.new || place == class.ancestors().len()) {
        let later = traits.new.then(|| built_in_base(class)).flatten().filter(is_filled_later);
        return later.map_or(Ok(()), |base| fill_after_new(object, &base, arguments));
    }
    let Some(init) = class.names_at(place).get_slot(slot) else { return Ok(()) };
    let result = match init.downcast::<Wrapper>() {
        Some(_) => {
            let bound = super::attribute::bind(init, object, class)?;
            call::call_with(&bound, arguments)?
        }
        None => call_with_first(&init, object.clone(), arguments)?,
    };
    if !result.is_none() {
        let given = type_name(&result);
        return Err(raise!(TypeError, "__init__() should return None, not '{given}'"));
    }
    Ok(())
}

/// Fills what a script's `__new__` made, with what the class was called with; a list makes nothing of names.
fn fill_after_new(object: &Value, base: &Gc<Class>, arguments: &Arguments<'_>) -> Result<(), Raise> {
    let given = match base.is(&types().list) {
        true => Arguments::new(arguments.positional),
        false => Arguments { ..*arguments },
    };
    fill(object, &given).map(drop)
}

/// Calls with one more argument in front.
pub fn call_with_first(callee: &Value, first: Value, arguments: &Arguments<'_>) -> Res {
    if let Some(function) = callee.as_gc::<Function>()
        && arguments.names.is_empty()
    {
        return host::host()?.call_with_first(function, first, arguments.positional);
    }
    let call = |positional: &[Value]| call::call_with(callee, &Arguments { positional, ..*arguments });
    match arguments.positional {
        [] => call(&[first]),
        [second] => call(&[first, second.clone()]),
        [second, third] => call(&[first, second.clone(), third.clone()]),
        others => {
            let mut positional = Vec::with_capacity(others.len() + 1);
            positional.push(first);
            positional.extend_from_slice(others);
            call(&positional)
        }
    }
}

/// Whether values of a built-in type are made empty, and filled by `__init__`.
fn is_filled_later(base: &Gc<Class>) -> bool {
    let types = types();
    let all = [&types.list, &types.dict, &types.set, &types.byte_array, &types.property, &types.module];
    all.iter().any(|class| base.is(class))
}

/// The built-in type that a class derives from, apart from `object`.
pub fn built_in_base(class: &Gc<Class>) -> Option<Gc<Class>> {
    let all = std::iter::once(class).chain(class.ancestors());
    all.into_iter().find(|class| !class.is_from_script() && class.construct().is_some()).cloned()
}

/// A new object of a class, as the built-in `__new__` makes it.
pub fn create(class: &Gc<Class>, arguments: &Arguments<'_>) -> Res {
    if class.error().is_some() {
        return create_exception(class, arguments);
    }
    if !class.is_from_script() && !class.is(&types().class) {
        return match class.construct() {
            Some(construct) => construct.0(arguments),
            None => Err(raise!(TypeError, "cannot create '{}' instances", class.full_name())),
        };
    }
    if class.is_subclass(&types().class) {
        return define::from_arguments(class, arguments);
    }
    if !class.layout().wraps {
        let traits = class.traits();
        if !arguments.is_empty() && !traits.init && !traits.new {
            return Err(raise!(TypeError, "{}() takes no arguments", class.name()));
        }
        check_abstract(class)?;
        return Ok(Value::from(Instance::create(class)));
    }
    check_abstract(class)?;
    let Some((base, construct)) = built_in_base(class).and_then(|base| Some((base.clone(), base.construct()?))) else {
        return Ok(Value::from(Instance::create(class)));
    };
    let later = is_filled_later(&base) && (class.traits().init || class.traits().new);
    let payload = match later {
        true if base.is(&types().module) => Value::from(Module::unnamed()),
        true => construct.0(&Arguments::default())?,
        false => construct.0(arguments)?,
    };
    // What a script's own method gave may itself be of a derived class.
    around(class, super::base::plain(&payload))
}

/// What `module.__new__` makes, whatever else it is given: a module without any names.
pub fn unnamed_module(class: &Gc<Class>) -> Res {
    let module = Value::from(Module::unnamed());
    if class.is_from_script() { around(class, module) } else { Ok(module) }
}

/// An instance of a class of a script around a value of the built-in type that it derives from.
fn around(class: &Gc<Class>, payload: Value) -> Res {
    let instance = Instance::wrap(class, payload.clone());
    check_property(&instance, &payload)?;
    if let Some(module) = payload.as_gc::<Module>() {
        // The names of the module are its attributes.
        instance.set_dictionary(Gc::<Dict>::of_module(module));
    }
    Ok(Value::from(instance))
}

/// What a call of a class runs and nothing else, if it is a built-in one whose instances are not classes.
pub fn alone(class: &Gc<Class>) -> Option<Native> {
    let is_plain = !class.is_from_script() && class.error().is_none() && !class.is_subclass(&types().class);
    class.construct().filter(|_| is_plain)
}

/// Fills something built in, or an object that wraps it, as `__init__` of the built-in type does; false if it is nothing that is
/// filled.
pub fn fill(object: &Value, arguments: &Arguments<'_>) -> Result<bool, Raise> {
    let instance = object.downcast::<Instance>();
    let base = instance.map_or_else(|| Some(class_of(object)), |instance| built_in_base(&instance.class()));
    let Some(base) = base.filter(is_filled_later) else { return Ok(false) };
    let Some(construct) = base.construct() else { return Ok(false) };
    let made = construct.0(arguments)?;
    let payload = super::base::plain(object);
    match instance {
        // What else an instance is around stays the same object: compiled code counts on that.
        Some(instance) if payload.kind() == Some(Kind::Property) => {
            check_property(instance, &made)?;
            instance.set_payload(made);
        }
        _ => refill(&payload, &made)?,
    }
    Ok(true)
}

/// Puts what was made into something that was in use before: a dictionary keeps what it has.
fn refill(object: &Value, made: &Value) -> Result<(), Raise> {
    if let Some(list) = object.as_gc::<List>() {
        list.clear();
        return binary::extend(list, made);
    }
    if let (Some(set), Some(made)) = (object.as_gc::<Set>(), made.as_gc::<Set>()) {
        set.clear();
        return set.merge(made);
    }
    if let (Some(array), Some(made)) = (object.downcast::<ByteArray>(), made.downcast::<ByteArray>()) {
        array.may_resize()?;
        array.change(|bytes| *bytes = made.to_vec());
        return Ok(());
    }
    if let (Some(module), Some(made)) = (object.as_gc::<Module>(), made.as_gc::<Module>()) {
        for name in made.names() {
            module.set(name, made.get(name).unwrap_or_default());
        }
        return Ok(());
    }
    match object.as_gc::<Dict>() {
        Some(dict) => mapping::update(dict, made),
        None => Ok(()),
    }
}

/// A property of a derived class keeps the documentation of its function as an attribute.
fn check_property(instance: &Instance, payload: &Value) -> Result<(), Raise> {
    let class = instance.class();
    match payload.downcast::<Property>().is_some_and(|property| property.doc_of_getter) {
        true if !class.layout().has_dictionary && class.is_from_script() => {
            Err(raise!(AttributeError, "'{}' object attribute '__doc__' is read-only", class.name()))
        }
        _ => Ok(()),
    }
}

fn create_exception(class: &Gc<Class>, arguments: &Arguments<'_>) -> Res {
    if class.is_from_script() {
        check_abstract(class)?;
    }
    let Some(construct) = class.construct() else {
        return Ok(Value::from(Exception::create(class.clone(), arguments.positional.to_vec())));
    };
    // One function makes all exceptions; it is told which. Where a script has its own `__init__`, that alone says which
    // names may be given.
    let (names, named) = match class.traits().init {
        true => (&[][..], &[][..]),
        false => (arguments.names, arguments.named),
    };
    let mut positional = vec![Value::from(class)];
    positional.extend_from_slice(arguments.positional);
    construct.0(&Arguments { positional: &positional, names, named })
}

/// A class with abstract methods has no instances.
fn check_abstract(class: &Gc<Class>) -> Result<(), Raise> {
    let Some(methods) = class.lookup(Symbol::ABSTRACT_METHODS) else { return Ok(()) };
    let names = super::iterate::collect_values(&methods)?;
    if names.is_empty() {
        return Ok(());
    }
    let mut names: Vec<&str> = names.iter().filter_map(Value::as_str).collect();
    names.sort_unstable();
    let plural = if names.len() == 1 { "" } else { "s" };
    let (class, names) = (class.name(), names.join(", "));
    Err(raise!(TypeError, "Can't instantiate abstract class {class} with abstract method{plural} {names}"))
}
