//! Arguments to parameters.
//!
//! In: a function and the arguments of a call. Out: the parameters in their slots and the function run, or CPython's
//! `TypeError`. Calls with exactly the positional arguments that a function takes do not come here.

use smallvec::SmallVec;

use super::context::Context;
use super::frame::{Frame, clear};
use super::running::Running;
use crate::raise;
use crate::value::dict::Dict;
use crate::value::function::{Builtin, Function};
use crate::value::host::Arguments;
use crate::value::shape;
use crate::value::tuple::Tuple;
use crate::value::{Gc, Raise, Res, Symbol, Value, ops, type_name};

/// Calls a script function with any arguments; `frame` is empty.
pub fn call(
    function: &Gc<Function>,
    running: &Running,
    arguments: &Arguments<'_>,
    frame: &mut Frame,
    context: &Context,
) -> Res {
    if frame.len() < running.code().slots.len() {
        return Err(crate::value::recursion::too_deep(""));
    }
    let given = arguments.positional;
    if arguments.names.is_empty() && running.may_accept(given.len()) {
        for (slot, value) in frame.iter_mut().zip(given) {
            *slot = value.clone();
        }
        if running.accepts(function, given.len(), frame) {
            return running.start(function, frame, context);
        }
    }
    if let Err(raise) = store(function, running.names(), arguments, frame) {
        clear(frame, running.code().params.names.len());
        return Err(raise);
    }
    if running.code().is_generator {
        return Ok(running.suspend(function, frame));
    }
    running.call(function, frame, context)
}

/// Stores the parameters of a call into the first slots of a frame.
pub fn bind(function: &Function, arguments: &Arguments<'_>, frame: &mut Frame) -> Result<(), Raise> {
    let names = function.code().params.names.iter();
    let names: Vec<Symbol> = names.map(|name| Symbol::new(name)).collect();
    store(function, &names, arguments, frame)
}

/// The same, with the names of the parameters known.
fn store(function: &Function, names: &[Symbol], arguments: &Arguments<'_>, frame: &mut Frame) -> Result<(), Raise> {
    let code = function.code();
    let params = &code.params;
    let positional = params.positional as usize;
    let given = arguments.positional.len();
    let direct = given.min(positional);
    for (slot, value) in frame.iter_mut().zip(&arguments.positional[..direct]) {
        *slot = value.clone();
    }
    let star = positional;
    let keyword_first = star + params.star as usize;
    let keyword_only = params.keyword_only as usize;
    if params.star {
        let mut rest: SmallVec<[Value; 6]> = arguments.positional[direct..].iter().cloned().collect();
        frame[star] = Value::from(Tuple::of(&mut rest));
    }
    let rest = keyword_first + keyword_only;
    let others = params.double_star.then(Dict::new);
    store_named(function, names, arguments, others.as_ref(), frame)?;
    if let Some(others) = others {
        frame[rest] = Value::from(others);
    }
    if given > positional && !params.star {
        return Err(too_many(function, given, frame));
    }
    complete(function, frame)?;
    for place in 0..keyword_only {
        if frame[keyword_first + place].is_unbound() {
            frame[keyword_first + place] = function.keyword_defaults()[place].clone();
        }
    }
    let missing: Vec<&str> =
        (keyword_first..rest).filter(|&place| frame[place].is_unbound()).map(|place| &*params.names[place]).collect();
    if !missing.is_empty() {
        return Err(missing_arguments(function, &missing, "keyword-only"));
    }
    Ok(())
}

/// Fills the defaults of positional parameters in; a parameter without one must have been given.
#[inline]
pub fn complete(function: &Function, frame: &mut Frame) -> Result<(), Raise> {
    let positional = function.code().params.positional as usize;
    let defaults = function.defaults();
    let required = positional - defaults.len();
    for (slot, default) in frame[required..positional].iter_mut().zip(defaults) {
        if slot.is_unbound() {
            *slot = default.clone();
        }
    }
    if frame[..required].iter().any(Value::is_unbound) { Err(missing_positional(function, frame)) } else { Ok(()) }
}

#[cold]
fn missing_positional(function: &Function, frame: &Frame) -> Raise {
    let params = &function.code().params;
    let names = params.names.iter().zip(frame).take(params.positional as usize);
    let missing: Vec<&str> = names.filter(|(_, value)| value.is_unbound()).map(|(name, _)| &**name).collect();
    missing_arguments(function, &missing, "positional")
}

/// Stores the arguments given by name.
fn store_named(
    function: &Function,
    names: &[Symbol],
    arguments: &Arguments<'_>,
    others: Option<&Gc<Dict>>,
    frame: &mut Frame,
) -> Result<(), Raise> {
    let code = function.code();
    let params = &code.params;
    let positional = params.positional as usize;
    let first = params.positional_only as usize;
    let keyword_first = positional + params.star as usize;
    let by_name = (first..positional).chain(keyword_first..keyword_first + params.keyword_only as usize);
    for (name, value) in arguments.names.iter().zip(arguments.named) {
        match by_name.clone().find(|&place| names[place] == *name) {
            Some(place) if frame[place].is_unbound() => frame[place] = value.clone(),
            Some(_) => {
                let function = function.qualified_name();
                return Err(raise!(TypeError, "{function}() got multiple values for argument '{name}'"));
            }
            None => match others {
                Some(others) => others.set(shape::text_of(*name), value.clone())?,
                None => return Err(unexpected(function, arguments, name.as_str())),
            },
        }
    }
    Ok(())
}

#[cold]
fn unexpected(function: &Function, arguments: &Arguments<'_>, name: &str) -> Raise {
    let code = function.code();
    let only = &code.params.names[..code.params.positional_only as usize];
    let named: Vec<&str> = only
        .iter()
        .map(|name| &**name)
        .filter(|name| arguments.names.iter().any(|given| given.as_str() == *name))
        .collect();
    let function = function.qualified_name();
    if named.is_empty() {
        raise!(TypeError, "{function}() got an unexpected keyword argument '{name}'")
    } else {
        raise!(
            TypeError,
            "{function}() got some positional-only arguments passed as keyword arguments: '{}'",
            named.join(", ")
        )
    }
}

#[cold]
fn too_many(function: &Function, given: usize, frame: &Frame) -> Raise {
    let params = &function.code().params;
    let positional = params.positional as usize;
    let keyword_first = positional + params.star as usize;
    let named = (keyword_first..keyword_first + params.keyword_only as usize)
        .filter(|&place| !frame[place].is_unbound())
        .count();
    let plural = |count: usize| if count == 1 { "" } else { "s" };
    let takes = match function.defaults().len() {
        0 => format!("{positional} positional argument{}", plural(positional)),
        defaults => format!("from {} to {positional} positional arguments", positional - defaults),
    };
    let name = function.qualified_name();
    let also = match named {
        0 => String::new(),
        count => {
            format!(" positional argument{} (and {count} keyword-only argument{})", plural(given), plural(count))
        }
    };
    let were = if given == 1 && named == 0 { "was" } else { "were" };
    raise!(TypeError, "{name}() takes {takes} but {given}{also} {were} given")
}

#[cold]
fn missing_arguments(function: &Function, names: &[&str], kind: &str) -> Raise {
    let quoted: Vec<String> = names.iter().map(|name| format!("'{name}'")).collect();
    let list = match &*quoted {
        [only] => only.clone(),
        [first, second] => format!("{first} and {second}"),
        [start @ .., last] => format!("{}, and {last}", start.join(", ")),
        [] => String::new(),
    };
    let plural = if names.len() == 1 { "" } else { "s" };
    let function = function.qualified_name();
    raise!(TypeError, "{function}() missing {} required {kind} argument{plural}: {list}", names.len())
}

/// What a message calls a callee: `f()`, or the type of the object.
pub fn describe(callee: &Value) -> String {
    if let Some(function) = callee.downcast::<Function>() {
        match function.module().name().as_str() {
            "builtins" => format!("{}()", function.qualified_name()),
            module => format!("{module}.{}()", function.qualified_name()),
        }
    } else if let Some(builtin) = callee.downcast::<Builtin>() {
        format!("{}()", builtin.name())
    } else {
        format!("{} object", type_name(callee))
    }
}

/// Adds the pairs of a mapping to the arguments given by name.
pub fn spread(callee: &Value, mapping: &Value, names: &mut Vec<Symbol>, named: &mut Vec<Value>) -> Result<(), Raise> {
    let collected;
    let dict = match mapping.as_gc::<Dict>() {
        Some(dict) => dict,
        None => {
            collected = Dict::new();
            if !ops::mapping::merge(&collected, mapping)? {
                let (callee, class) = (describe(callee), type_name(mapping));
                return Err(raise!(TypeError, "{callee} argument after ** must be a mapping, not {class}"));
            }
            &collected
        }
    };
    for (key, value) in dict.pairs() {
        let Some(text) = key.as_str() else {
            return Err(raise!(TypeError, "keywords must be strings"));
        };
        add_keyword(callee, Symbol::new(text), value, names, named)?;
    }
    Ok(())
}

/// Adds one keyword argument to those that a call has collected, unless it is there.
pub fn add_keyword(
    callee: &Value,
    name: Symbol,
    value: Value,
    names: &mut Vec<Symbol>,
    named: &mut Vec<Value>,
) -> Result<(), Raise> {
    if names.contains(&name) {
        let function = describe(callee);
        return Err(raise!(TypeError, "{function} got multiple values for keyword argument '{name}'"));
    }
    names.push(name);
    named.push(value);
    Ok(())
}
