//! The functions that scripts cannot name: steps of `with`, `match`, `except*` and `await`.
//!
//! In: the values that lowered statements pass. Out: methods, truths, the parts that a pattern looks at. They are found on
//! the class of a value, as Python's statements find them, never on the value itself.

use super::functions::iteration;
use super::types::{coroutine, group};
use crate::raise;
use crate::resolve::support::Support;
use crate::value::cell::Cell;
use crate::value::class::{Class, MAPPING_FLAG, MATCHES_AS, SEQUENCE_FLAG, class_of};
use crate::value::dict::Dict;
use crate::value::exception::{self, Error};
use crate::value::function::Builtin;
use crate::value::native::Run;
use crate::value::ops::{self, attribute, call};
use crate::value::tuple::Tuple;
use crate::value::{Gc, Kind, Raise, Res, Symbol, Value, type_name, types};

/// What lowering names: the function that does a step, or a class.
pub fn value(support: Support) -> Value {
    match step(support) {
        Some(step) => Value::from(Builtin::step(step)),
        None => {
            let end = if support == Support::StopIteration { Error::StopIteration } else { Error::StopAsyncIteration };
            Value::from(types().exception(end))
        }
    }
}

/// The function that does a step, if it is one.
pub fn step(support: Support) -> Option<Run> {
    Some(match support {
        Support::StopAsyncIteration | Support::StopIteration => return None,
        Support::AsyncEnter => async_enter,
        Support::AsyncExit => async_exit,
        Support::Awaitable => awaitable,
        Support::AsyncIterator => async_iterator,
        Support::AsyncNext => async_next,
        Support::HandOut => hand_out,
        Support::Enter => enter,
        Support::Exit => exit,
        Support::HasName => has_name,
        Support::ClassOf => class,
        Support::SplitGroup => split_group,
        Support::JoinGroup => join_group,
        Support::Length => length,
        Support::IsSequence => is_sequence,
        Support::IsMapping => is_mapping,
        Support::MatchKeys => match_keys,
        Support::OtherItems => other_items,
        Support::MatchClass => match_class,
        Support::SortedBy => iteration::sorted_by,
    })
}

fn first(arguments: &[Value]) -> &Value {
    &arguments[0]
}

// ---- with -------------------------------------------------------------------------------------------

fn no_manager(value: &Value, more: &str) -> Raise {
    raise!(TypeError, "'{}' object does not support the {more}", type_name(value))
}

const MANAGER: &str = "context manager protocol";
const ASYNC_MANAGER: &str = "asynchronous context manager protocol";

fn enter(arguments: &[Value]) -> Res {
    let manager = first(arguments);
    attribute::special(manager, Symbol::ENTER)?.ok_or_else(|| no_manager(manager, MANAGER))
}

fn exit(arguments: &[Value]) -> Res {
    let manager = first(arguments);
    if class_of(manager).lookup(Symbol::ENTER).is_none() {
        return Err(no_manager(manager, MANAGER));
    }
    let missed = || no_manager(manager, &format!("{MANAGER} (missed __exit__ method)"));
    attribute::special(manager, Symbol::EXIT)?.ok_or_else(missed)
}

fn async_enter(arguments: &[Value]) -> Res {
    let manager = first(arguments);
    attribute::special(manager, Symbol::new("__aenter__"))?.ok_or_else(|| no_manager(manager, ASYNC_MANAGER))
}

fn async_exit(arguments: &[Value]) -> Res {
    let manager = first(arguments);
    if class_of(manager).lookup(Symbol::new("__aenter__")).is_none() {
        return Err(no_manager(manager, ASYNC_MANAGER));
    }
    let missed = || no_manager(manager, &format!("{ASYNC_MANAGER} (missed __aexit__ method)"));
    attribute::special(manager, Symbol::new("__aexit__"))?.ok_or_else(missed)
}

fn class(arguments: &[Value]) -> Res {
    Ok(Value::from(class_of(first(arguments))))
}

fn has_name(arguments: &[Value]) -> Res {
    let [namespace, name] = arguments else { unreachable!("lowering passes two arguments") };
    if let Some(dict) = namespace.downcast::<Dict>() {
        return dict.contains(name).map(Value::bool);
    }
    match ops::index::get(namespace, name) {
        Ok(_) => Ok(Value::bool(true)),
        Err(_) if exception::catch(Error::KeyError).is_some() => Ok(Value::bool(false)),
        Err(raised) => Err(raised),
    }
}

// ---- except* ----------------------------------------------------------------------------------------

fn split_group(arguments: &[Value]) -> Res {
    let [exception, classes] = arguments else { unreachable!("lowering passes two arguments") };
    group::take_part(exception, classes)
}

fn join_group(arguments: &[Value]) -> Res {
    let [whole, raised, rest] = arguments else { unreachable!("lowering passes three arguments") };
    group::join(whole, raised, rest)
}

// ---- async ------------------------------------------------------------------------------------------

fn awaitable(arguments: &[Value]) -> Res {
    let who = arguments.get(1).and_then(Value::as_int).unwrap_or(0);
    coroutine::awaitable(first(arguments), who)
}

fn async_iterator(arguments: &[Value]) -> Res {
    coroutine::async_iterator(first(arguments))
}

fn async_next(arguments: &[Value]) -> Res {
    coroutine::async_next(first(arguments))
}

fn hand_out(arguments: &[Value]) -> Res {
    Ok(Value::from(Cell::create(first(arguments).clone())))
}

// ---- match ------------------------------------------------------------------------------------------

fn length(arguments: &[Value]) -> Res {
    Ok(Value::int(ops::length(first(arguments))? as i64))
}

/// The first class in the order of lookup that is one or the other decides.
fn matches_as(value: &Value, flag: i64) -> bool {
    let class = class_of(value);
    let types = types();
    let sequences = [&types.list, &types.tuple, &types.range, &types.memory_view];
    let flags = |class: &Gc<Class>| match class {
        class if class.is(&types.dict) => Some(MAPPING_FLAG),
        class if sequences.iter().any(|other| class.is(other)) => Some(SEQUENCE_FLAG),
        class => class.names().get(Symbol::new(MATCHES_AS)).and_then(|flags| flags.as_int()),
    };
    std::iter::once(&class).chain(class.ancestors()).find_map(flags).is_some_and(|flags| flags & flag != 0)
}

fn is_sequence(arguments: &[Value]) -> Res {
    let value = first(arguments);
    let plain = matches!(value.kind(), Some(Kind::List | Kind::Tuple | Kind::Range));
    Ok(Value::bool(plain || matches_as(value, SEQUENCE_FLAG)))
}

fn is_mapping(arguments: &[Value]) -> Res {
    let value = first(arguments);
    Ok(Value::bool(value.kind() == Some(Kind::Dict) || matches_as(value, MAPPING_FLAG)))
}

fn items(value: &Value) -> &[Value] {
    value.downcast::<Tuple>().map_or(&[], Tuple::items)
}

fn match_keys(arguments: &[Value]) -> Res {
    let [mapping, keys] = arguments else { unreachable!("lowering passes two arguments") };
    let keys = items(keys);
    for (place, key) in keys.iter().enumerate() {
        for other in &keys[..place] {
            if ops::equal(key, other)? {
                return Err(raise!(ValueError, "mapping pattern checks duplicate key ({})", ops::repr(key)?));
            }
        }
    }
    let mut values = Vec::with_capacity(keys.len());
    if let Some(dict) = mapping.downcast::<Dict>() {
        for key in keys {
            let Some(value) = dict.get(key)? else { return Ok(Value::None) };
            values.push(value);
        }
        return Ok(Value::tuple(values));
    }
    let get = attribute::get(mapping, Symbol::new("get"))?;
    // No script has a value that is this one.
    let missing = Value::list([]);
    for key in keys {
        let value = call::call(&get, &[key.clone(), missing.clone()])?;
        if value.is(&missing) {
            return Ok(Value::None);
        }
        values.push(value);
    }
    Ok(Value::tuple(values))
}

fn other_items(arguments: &[Value]) -> Res {
    let [mapping, keys] = arguments else { unreachable!("lowering passes two arguments") };
    let others = Dict::new();
    crate::value::ops::mapping::update(&others, mapping)?;
    for key in items(keys) {
        others.remove(key)?;
    }
    Ok(Value::from(others))
}

/// The attribute of a subject; none if it has no such attribute.
fn attribute_of(
    subject: &Value,
    class: &Gc<Class>,
    name: &str,
    seen: &mut Vec<Symbol>,
) -> Result<Option<Value>, Raise> {
    let symbol = Symbol::new(name);
    if seen.contains(&symbol) {
        let (class, name) = (class.name(), ops::repr(&Value::str(name))?);
        return Err(raise!(TypeError, "{class}() got multiple sub-patterns for attribute {name}"));
    }
    seen.push(symbol);
    match attribute::get(subject, symbol) {
        Ok(value) => Ok(Some(value)),
        Err(_) if exception::catch(Error::AttributeError).is_some() => Ok(None),
        Err(raised) => Err(raised),
    }
}

/// Whether the one positional pattern of a class is the value itself.
fn matches_itself(class: &Gc<Class>) -> bool {
    let types = types();
    let scalars = [&types.bool, &types.float, &types.int, &types.str, &types.bytes, &types.byte_array];
    let containers = [&types.dict, &types.frozenset, &types.list, &types.set, &types.tuple];
    scalars.iter().chain(&containers).any(|own| class.is_subclass(own))
}

fn match_class(arguments: &[Value]) -> Res {
    let [subject, class, count, names] = arguments else { unreachable!("lowering passes four arguments") };
    let count = count.as_int().unwrap_or(0) as usize;
    let Some(pattern) = class.as_gc::<Class>() else {
        return Err(raise!(TypeError, "called match pattern must be a type"));
    };
    if !attribute::is_instance(subject, class)? {
        return Ok(Value::None);
    }
    let (mut found, mut seen) = (Vec::new(), Vec::new());
    if count > 0 {
        let listed = attribute::find(class, Symbol::new("__match_args__"))?;
        let itself = listed.is_none() && matches_itself(pattern);
        let listed = listed.unwrap_or_else(|| Value::tuple(Vec::new()));
        if listed.downcast::<Tuple>().is_none() {
            let (class, got) = (pattern.name(), type_name(&listed));
            return Err(raise!(TypeError, "{class}.__match_args__ must be a tuple (got {got})"));
        }
        let listed = items(&listed);
        let allowed = if itself { 1 } else { listed.len() };
        if count > allowed {
            let (class, plural) = (pattern.name(), if allowed == 1 { "" } else { "s" });
            return Err(raise!(
                TypeError,
                "{class}() accepts {allowed} positional sub-pattern{plural} ({count} given)"
            ));
        }
        if itself {
            found.push(subject.clone());
        }
        for name in listed.iter().take(count) {
            let Some(name) = name.as_str() else {
                return Err(raise!(TypeError, "__match_args__ elements must be strings (got {})", type_name(name)));
            };
            let Some(value) = attribute_of(subject, pattern, name, &mut seen)? else { return Ok(Value::None) };
            found.push(value);
        }
    }
    for name in items(names).iter().filter_map(Value::as_str) {
        let Some(value) = attribute_of(subject, pattern, name, &mut seen)? else { return Ok(Value::None) };
        found.push(value);
    }
    Ok(Value::tuple(found))
}
