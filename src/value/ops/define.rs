//! New classes: what `type(name, bases, namespace)` and the `class` statement do.
//!
//! In: a metaclass, a name, bases and a namespace. Out: the class, with its slots, its methods wrapped and everybody told
//! who wants to know of it; or CPython's TypeError where the bases do not fit together.

use super::attribute::{self, call_method};
use super::{call, construct};
use crate::raise;
use crate::value::cell::Cell;
use crate::value::class::{Class, Definition, best, class_of};
use crate::value::descriptor::{self, Member, Wrapper};
use crate::value::dict::Dict;
use crate::value::exception;
use crate::value::function::Function;
use crate::value::host::{self, Arguments};
use crate::value::instance::Instance;
use crate::value::tuple::Tuple;
use crate::value::{Gc, Raise, Res, Symbol, Value, ops, type_name, types};

/// The metaclass of a class with these bases, if a metaclass is asked for: the most derived of all.
pub fn metaclass(asked: &Gc<Class>, bases: &[Value]) -> Result<Gc<Class>, Raise> {
    let mut winner = asked.clone();
    for base in bases {
        let other = class_of(base);
        if other.is_subclass(&winner) {
            winner = other;
        } else if !winner.is_subclass(&other) {
            return Err(raise!(
                TypeError,
                "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses \
                 of all its bases"
            ));
        }
    }
    Ok(winner)
}

/// `type.__new__(metaclass, name, bases, namespace, **keywords)`
pub fn from_arguments(asked: &Gc<Class>, arguments: &Arguments<'_>) -> Res {
    let [name, bases, namespace] = arguments.positional else {
        return Err(raise!(
            TypeError,
            "type.__new__() takes exactly 3 arguments ({} given)",
            arguments.positional.len()
        ));
    };
    let wrong = |place: u32, wanted: &str, given: &Value| {
        raise!(TypeError, "type.__new__() argument {place} must be {wanted}, not {}", type_name(given))
    };
    let Some(text) = name.as_str() else { return Err(wrong(1, "str", name)) };
    let Some(tuple) = bases.downcast::<Tuple>() else { return Err(wrong(2, "tuple", bases)) };
    let payload = namespace.downcast::<Instance>().and_then(Instance::payload);
    let Some(dict) = payload.as_ref().unwrap_or(namespace).as_gc::<Dict>() else {
        return Err(wrong(3, "dict", namespace));
    };
    let winner = metaclass(asked, tuple.items())?;
    if !winner.is(asked) && winner.traits().new {
        // The metaclass of a base knows better.
        return match winner.lookup(Symbol::NEW) {
            Some(new) => {
                let function = new.downcast::<Wrapper>().map_or(&new, Wrapper::function);
                construct::call_with_first(function, Value::from(&winner), arguments)
            }
            None => Err(wrong(1, "str", name)),
        };
    }
    let class = create(&winner, text, tuple.items(), dict)?;
    announce(&class, dict, arguments)?;
    Ok(Value::from(class))
}

/// The bases as classes, if a class can have them together.
fn check_bases(bases: &[Value]) -> Result<Vec<Gc<Class>>, Raise> {
    let mut classes: Vec<Gc<Class>> = Vec::new();
    for base in bases {
        let Some(class) = base.as_gc::<Class>() else {
            return Err(raise!(TypeError, "bases must be types"));
        };
        if !is_acceptable(class) {
            let name = class.name();
            return Err(raise!(TypeError, "type '{name}' is not an acceptable base type"));
        }
        classes.push(class.clone());
    }
    if classes.is_empty() {
        classes.push(types().object.clone());
    }
    let clash = |a: &Gc<Class>, b: &Gc<Class>| !a.is_subclass(b) && !b.is_subclass(a);
    for (place, class) in classes.iter().enumerate() {
        for other in &classes[..place] {
            let built_in = match (construct::built_in_base(class), construct::built_in_base(other)) {
                (Some(a), Some(b)) => {
                    let object = &types().object;
                    let both_errors = a.error().is_some() && b.error().is_some();
                    !a.is(object) && !b.is(object) && !both_errors && clash(&a, &b)
                }
                _ => false,
            };
            if built_in || clash(class, other) && own_slots(class) && own_slots(other) {
                return Err(raise!(TypeError, "multiple bases have instance lay-out conflict"));
            }
        }
    }
    Ok(classes)
}

fn own_slots(class: &Gc<Class>) -> bool {
    class.layout().slots > 0
}

/// The module of a class whose namespace names none.
fn running_module() -> Result<Symbol, Raise> {
    Ok(host::host()?.running())
}

/// Whether scripts may derive from a class.
fn is_acceptable(class: &Gc<Class>) -> bool {
    let types = types();
    let closed = [
        &types.bool,
        &types.none,
        &types.ellipsis,
        &types.not_implemented,
        &types.range,
        &types.slice,
        &types.generator,
        &types.function,
        &types.cell,
    ];
    class.is_from_script()
        || class.construct().is_some() && !closed.iter().any(|other| class.is(other))
        || class.is(&types.object)
}

fn create(metaclass: &Gc<Class>, name: &str, bases: &[Value], namespace: &Gc<Dict>) -> Result<Gc<Class>, Raise> {
    let bases = check_bases(bases)?;
    for (place, class) in bases.iter().enumerate() {
        if bases[..place].iter().any(|other| other.is(class)) {
            let name = class.name();
            return Err(raise!(TypeError, "duplicate base class {name}"));
        }
    }
    let slots = slots(namespace, name, &bases)?;
    let module = namespace.get_str("__module__").and_then(|module| module.as_str().map(Symbol::new));
    let listed: Vec<String> = bases.iter().map(|class| class.name()).collect();
    let definition = Definition {
        name: name.to_string(),
        module: module.map_or_else(running_module, Ok)?,
        metaclass: Some(metaclass.clone()).filter(|class| !class.is(&types().class)),
        bases,
        slots: slots.as_ref().map_or(0, |slots| slots.names.len() as u32),
        has_dictionary: slots.as_ref().is_none_or(|slots| slots.dictionary),
    };
    let own = definition.slots;
    let Some(class) = Class::define(definition) else {
        let bases = listed.join(", ");
        return Err(raise!(TypeError, "Cannot create a consistent method resolution\norder (MRO) for bases {bases}"));
    };
    fill(&class, namespace)?;
    if let Some(order) = metaclass.lookup_from_script(Symbol::new("mro")) {
        let given = attribute::call_method(&order, &Value::from(&class), metaclass, &[])?;
        class.set_order(&ops::iterate::collect_values(&given)?)?;
    }
    if slots.as_ref().is_some_and(|slots| slots.weak) {
        class.names().set(Symbol::WEAKREF, Value::None);
    }
    let first = (class.layout().reserved() - own) as usize;
    for (number, name) in slots.into_iter().flat_map(|slots| slots.names).enumerate() {
        let member = Member { owner: class.clone(), name, place: first + number };
        let member = Gc::new(member);
        member.track();
        class.names().set(name, Value::from(member));
    }
    class.changed();
    Ok(class)
}

/// What `__slots__` asks for.
struct Slots {
    names: Vec<Symbol>,
    dictionary: bool,
    weak: bool,
}

fn slots(namespace: &Gc<Dict>, class: &str, bases: &[Gc<Class>]) -> Result<Option<Slots>, Raise> {
    let Some(given) = namespace.get_str("__slots__") else { return Ok(None) };
    let given = match given.as_str() {
        Some(_) => vec![given],
        None => ops::iterate::collect_values(&given)?,
    };
    // Classes of the library say nothing of their dictionaries.
    let inherited = bases.iter().any(|base| base.layout().has_dictionary && base.names().get(Symbol::MODULE).is_some());
    let mut slots = Slots { names: Vec::new(), dictionary: false, weak: false };
    for name in &given {
        let Some(text) = name.as_str() else {
            let given = type_name(name);
            return Err(raise!(TypeError, "__slots__ items must be strings, not '{given}'"));
        };
        match text {
            "__dict__" if slots.dictionary || inherited => {
                return Err(raise!(TypeError, "__dict__ slot disallowed: we already got one"));
            }
            "__dict__" => slots.dictionary = true,
            "__weakref__" => slots.weak = true,
            _ if !crate::unicode::is_identifier(text) => {
                return Err(raise!(TypeError, "__slots__ must be identifiers"));
            }
            _ => {
                let name = mangled(class, text);
                if namespace.get_str(&name).is_some() {
                    return Err(raise!(ValueError, "'{name}' in __slots__ conflicts with class variable"));
                }
                let types = types();
                let fixed = [&types.int, &types.tuple, &types.bytes];
                if fixed.into_iter().any(|fixed| bases.iter().any(|base| base.is_subclass(fixed))) {
                    let base = best(bases).name();
                    return Err(raise!(TypeError, "nonempty __slots__ not supported for subtype of '{base}'"));
                }
                let name = Symbol::new(&name);
                if !slots.names.contains(&name) {
                    slots.names.push(name);
                }
            }
        }
    }
    slots.names.sort_by_key(|name| name.as_str());
    Ok(Some(slots))
}

/// A private name, with the name of its class in front.
fn mangled(class: &str, name: &str) -> String {
    let class = class.trim_start_matches('_');
    if class.is_empty() || !name.starts_with("__") || name.ends_with("__") {
        return name.to_string();
    }
    format!("_{class}{name}")
}

/// Moves the namespace into the class.
fn fill(class: &Gc<Class>, namespace: &Gc<Dict>) -> Result<(), Raise> {
    let names = class.names();
    for (key, value) in namespace.pairs() {
        let Some(text) = key.as_str() else { continue };
        let name = Symbol::new(text);
        let is_function = value.downcast::<Function>().is_some();
        let value = match name {
            Symbol::QUALNAME => {
                match value.as_str() {
                    Some(text) => class.set_qualified_name(text),
                    None => {
                        let given = type_name(&value);
                        return Err(raise!(TypeError, "type __qualname__ must be a str, not {given}"));
                    }
                }
                continue;
            }
            Symbol::CLASSCELL => {
                if let Some(cell) = value.downcast::<Cell>() {
                    cell.set(Value::from(class));
                }
                continue;
            }
            Symbol::NEW if is_function => Value::from(Wrapper::create(value, false)),
            Symbol::INIT_SUBCLASS | Symbol::CLASS_GETITEM if is_function => Value::from(Wrapper::create(value, true)),
            _ => value,
        };
        names.set(name, value);
    }
    if names.get(Symbol::MODULE).is_none() {
        names.set(Symbol::MODULE, Value::str(running_module()?.as_str()));
    }
    if names.get(Symbol::DOC).is_none() {
        names.set(Symbol::DOC, Value::None);
    }
    if names.get(Symbol::EQ).is_some() && names.get(Symbol::HASH).is_none() {
        names.set(Symbol::HASH, Value::None);
    }
    Ok(())
}

/// Tells the values in the namespace their names, and the nearest base of its new subclass.
fn announce(class: &Gc<Class>, namespace: &Gc<Dict>, arguments: &Arguments<'_>) -> Result<(), Raise> {
    for (key, value) in namespace.pairs() {
        let of = class_of(&value);
        if let Some(method) = of.lookup_from_script(Symbol::SET_NAME) {
            let result = call_method(&method, &value, &of, &[Value::from(class), key.clone()]);
            if result.is_err() {
                let cause = exception::take_pending();
                let (of, owner) = (of.name(), class.name());
                let key = ops::repr(&key)?;
                let _ = raise!(RuntimeError, "Error calling __set_name__ on '{of}' instance {key} in '{owner}'");
                let error = exception::take_pending();
                error.set_origin(cause);
                return Err(exception::raise_object(error));
            }
        } else if let Some(property) = value.downcast::<descriptor::Property>()
            && let Some(name) = key.as_str()
        {
            property.set_name(Some(Symbol::new(name)));
        }
    }
    let keywords = Arguments { positional: &[], ..*arguments };
    let Some(found) = descriptor::find_behind(class, class, Symbol::INIT_SUBCLASS) else { return Ok(()) };
    let bound = attribute::bind_to_class(found, class)?;
    call::call_with(&bound, &keywords).map(drop)
}
