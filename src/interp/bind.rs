//! Arguments to parameters.
//!
//! In: a function and the arguments of a call. Out: the parameters in their slots and the function run, or CPython's
//! `TypeError`. Calls with exactly the positional arguments that a function takes do not come here.

use smallvec::SmallVec;

use super::call::call_function;
use super::context::Context;
use super::frame::{Frame, clear};
use super::running::{ROOM, Running};
use crate::raise;
use crate::value::class::Class;
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
    let given = arguments.positional;
    if arguments.names.is_empty() && given.len() < ROOM.min(frame.len()) {
        for (slot, value) in frame.iter_mut().zip(given) {
            *slot = value.clone();
        }
        return call_function(function, running, given.len(), frame, context);
    }
    place_any(function, running, arguments, frame)?;
    running.start(function, frame, context)
}

/// Puts any arguments where the function has its parameters; `frame` is empty, and is so again where that raises.
pub fn place_any(
    function: &Function,
    running: &Running,
    arguments: &Arguments<'_>,
    frame: &mut Frame,
) -> Result<(), Raise> {
    if frame.len() < running.code().slots.len() {
        return Err(crate::value::recursion::too_deep(""));
    }
    let placed = store(function, running.names(), arguments, frame);
    if placed.is_err() {
        clear(frame, running.code().params.names.len());
    }
    placed
}

/// Calls a script function with arguments by position, the first of them apart; `frame` is empty.
pub fn call_with_first(
    function: &Gc<Function>,
    running: &Running,
    first: Value,
    rest: &[Value],
    frame: &mut Frame,
    context: &Context,
) -> Res {
    if rest.len() + 1 >= ROOM.min(frame.len()) {
        let positional: Vec<Value> = std::iter::once(first).chain(rest.iter().cloned()).collect();
        return call(function, running, &Arguments::new(&positional), frame, context);
    }
    frame[0] = first;
    for (slot, value) in frame[1..].iter_mut().zip(rest) {
        *slot = value.clone();
    }
    call_function(function, running, rest.len() + 1, frame, context)
}

/// Makes parameters of `count` arguments by position, which are in the first slots; all slots are empty if that fails.
pub fn place(function: &Function, running: &Running, count: usize, frame: &mut Frame) -> Result<(), Raise> {
    if frame.len() < running.slots {
        clear(frame, count);
        return Err(crate::value::recursion::too_deep(""));
    }
    let placed = gather_rest(function, count, frame).and_then(|()| complete(function, frame));
    if placed.is_err() {
        clear(frame, running.names().len());
    }
    placed
}

/// Puts what the parameters by position do not take into the tuple of the rest, if the function has one.
fn gather_rest(function: &Function, count: usize, frame: &mut Frame) -> Result<(), Raise> {
    let params = &function.code().params;
    let positional = params.positional as usize;
    if let Some(star) = params.star() {
        let rest = Tuple::of(&mut frame[count.min(positional)..count]);
        frame[star] = Value::from(rest);
    } else if count > positional {
        clear(&mut frame[positional..], count - positional);
        return Err(too_many(function, count, frame));
    }
    Ok(())
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
    if let Some(star) = params.star() {
        let mut rest: SmallVec<[Value; 6]> = arguments.positional[direct..].iter().cloned().collect();
        frame[star] = Value::from(Tuple::of(&mut rest));
    }
    let others = params.double_star().map(|slot| (slot, Dict::new()));
    store_named(function, names, arguments, others.as_ref().map(|(_, others)| others), frame)?;
    if let Some((slot, others)) = others {
        frame[slot] = Value::from(others);
    }
    if given > positional && !params.star {
        return Err(too_many(function, given, frame));
    }
    complete(function, frame)
}

/// Fills in what the arguments left out: defaults, and what takes the rest; a parameter without a default must have been given.
pub fn complete(function: &Function, frame: &mut Frame) -> Result<(), Raise> {
    let params = &function.code().params;
    let positional = params.positional as usize;
    let defaults = function.defaults();
    let required = positional - defaults.len();
    fill(&mut frame[required..positional], defaults);
    if frame[..required].iter().any(Value::is_unbound) {
        return Err(missing_positional(function, frame));
    }
    if let Some(star) = params.star()
        && frame[star].is_unbound()
    {
        frame[star] = Value::from(Tuple::of(&mut []));
    }
    if params.keyword_only > 0 {
        fill(&mut frame[params.keyword_only()], function.keyword_defaults());
        let missing =
            params.keyword_only().filter(|&place| frame[place].is_unbound()).map(|place| &*params.names[place]);
        let missing: SmallVec<[&str; 4]> = missing.collect();
        if !missing.is_empty() {
            return Err(missing_arguments(function, &missing, "keyword-only"));
        }
    }
    if let Some(rest) = params.double_star()
        && frame[rest].is_unbound()
    {
        frame[rest] = Value::from(Dict::new());
    }
    Ok(())
}

fn fill(slots: &mut Frame, defaults: &[Value]) {
    for (slot, default) in slots.iter_mut().zip(defaults) {
        if slot.is_unbound() {
            *slot = default.clone();
        }
    }
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
    let by_name = function.code().params.by_name();
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
    let named = params.keyword_only().filter(|&place| !frame[place].is_unbound()).count();
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
        format!("{}()", builtin.qualified_name())
    } else if let Some(class) = callee.downcast::<Class>() {
        match class.module().as_str() {
            "builtins" => format!("{}()", class.qualified_name()),
            module => format!("{module}.{}()", class.qualified_name()),
        }
    } else {
        format!("{} object", type_name(callee))
    }
}

/// Arguments given by name, as a call collects them.
#[derive(Default)]
pub struct Keywords {
    /// The names.
    pub names: SmallVec<[Symbol; 4]>,
    /// The values, in the same order.
    pub values: SmallVec<[Value; 4]>,
}

impl Keywords {
    /// Adds the pairs of a mapping.
    pub fn spread(&mut self, callee: &Value, mapping: &Value) -> Result<(), Raise> {
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
        if dict.is_empty() {
            return Ok(());
        }
        for (key, value) in dict.pairs() {
            let Some(text) = key.as_str() else {
                return Err(raise!(TypeError, "keywords must be strings"));
            };
            self.add(callee, Symbol::new(text), value)?;
        }
        Ok(())
    }

    /// Adds one, unless it is there.
    pub fn add(&mut self, callee: &Value, name: Symbol, value: Value) -> Result<(), Raise> {
        if self.names.contains(&name) {
            let function = describe(callee);
            return Err(raise!(TypeError, "{function} got multiple values for keyword argument '{name}'"));
        }
        self.names.push(name);
        self.values.push(value);
        Ok(())
    }
}
