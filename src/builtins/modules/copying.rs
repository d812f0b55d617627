//! `_copy`: instances whose classes say nothing of how they are copied.
//!
//! In: an object. Out: a new instance of its class beside its attributes, if that is all that there is to it; whatever has methods for
//! being copied, or slots, or is around a value of a built-in type, is left to the page `copy`.

use super::{Module, effect, with_functions};
use crate::value::dict::Dict;
use crate::value::instance::Instance;
use crate::value::native::Row;
use crate::value::native::Takes::Exactly;
use crate::value::ops::{attribute, construct};
use crate::value::shape::text_of;
use crate::value::{Arguments, Gc, Res, Symbol, Value, types};

/// What a class may say of it; `copy` has asked for `__copy__` and `__deepcopy__` before.
const HOOKS: [Symbol; 8] = [
    Symbol::REDUCE_EX,
    Symbol::REDUCE,
    Symbol::GETNEWARGS_EX,
    Symbol::GETNEWARGS,
    Symbol::GETSTATE,
    Symbol::SETSTATE,
    Symbol::SLOTS,
    Symbol::NEW,
];

/// The module.
pub fn create() -> Gc<Module> {
    with_functions("_copy", FUNCTIONS)
}

#[rustfmt::skip]
static FUNCTIONS: &[Row] = &[
    effect("_copy", "plain", Exactly(1, plain), "A new instance and the attributes of an object that nothing else is known of; None for any other object."),
    effect("_copy", "defined", Exactly(2, defined), "The method of a class, unless it is the one that every object has, or None."),
    effect("_copy", "fill", Exactly(2, fill), "Give an instance all attributes of a dictionary."),
];

fn plain(arguments: &[Value]) -> Res {
    let Some(instance) = arguments[0].downcast::<Instance>() else { return Ok(Value::None) };
    let (class, shape) = (instance.class(), instance.shape());
    let traits = class.traits();
    let is_built_in = !class.is_from_script() && !class.is(&types().object);
    let is_own = is_built_in || class.layout().wraps || shape.is_dictionary() || traits.getattr || traits.getattribute;
    if is_own || HOOKS.iter().any(|&hook| class.lookup_from_script(hook).is_some()) {
        return Ok(Value::None);
    }
    let state = Dict::with_room(shape.names().len());
    for name in instance.names() {
        state.set(text_of(name), instance.get(name).unwrap_or(Value::None))?;
    }
    Ok(Value::pair(construct::create(&class, &Arguments::default())?, Value::from(state)))
}

fn defined(arguments: &[Value]) -> Res {
    let name = Symbol::new(arguments[1].as_str().unwrap_or_default());
    let method = attribute::find(&arguments[0], name)?.unwrap_or(Value::None);
    let of_all = attribute::find(&Value::from(&types().object), name)?;
    Ok(if of_all.is_some_and(|known| known.is(&method)) { Value::None } else { method })
}

fn fill(arguments: &[Value]) -> Res {
    if let (Some(instance), Some(state)) = (arguments[0].downcast::<Instance>(), arguments[1].as_gc::<Dict>()) {
        for (name, value) in state.pairs() {
            if let Some(name) = name.as_str() {
                instance.set(Symbol::new(name), value);
            }
        }
    }
    Ok(Value::None)
}
