//! What classes of scripts say to arrays: `__array__` gives an array in place of an instance, `__array_ufunc__` computes universal
//! functions of instances.
//!
//! In: instances. Out: what their methods give; nothing where they have none.

use super::{NdArray, seen};
use crate::array::ufunc::Ufunc;
use crate::raise;
use crate::value::ops::{dunder, text};
use crate::value::{Arguments, Kind, Raise, Symbol, Value, type_name};
use std::cell::RefCell;

thread_local! {
    static OBJECTS: RefCell<Vec<(&'static str, Value)>> = const { RefCell::new(Vec::new()) };
}

/// Remembers the objects of universal functions, by their names.
pub fn set_ufunc_objects(objects: Vec<(&'static str, Value)>) {
    OBJECTS.set(objects);
}

/// The array that an object stands for: an instance says which, and what shows its bytes shows elements.
pub fn array_of(value: &Value) -> Result<Option<Value>, Raise> {
    match value.kind() {
        Some(Kind::ByteArray | Kind::MemoryView) => return seen::items_of(value),
        Some(Kind::Instance) => {}
        _ => return Ok(None),
    }
    let Some(method) = dunder::find(value, Symbol::ARRAY) else {
        return if value.buffer().is_some() { seen::items_of(value) } else { Ok(None) };
    };
    let made = dunder::call(&method, value, &[])?;
    match made.downcast::<NdArray>() {
        Some(_) => Ok(Some(made)),
        None => Err(raise!(ValueError, "object __array__ method not producing an array")),
    }
}

/// Whether an instance computes universal functions itself.
pub fn overrides(value: &Value) -> bool {
    value.kind() == Some(Kind::Instance)
        && dunder::find(value, Symbol::ARRAY_UFUNC).is_some_and(|method| !method.is_none())
}

/// Calls a method of a universal function as the first of the operands that knows it does.
pub fn overridden(object: &Value, method: &str, arguments: &Arguments<'_>) -> Result<Option<Value>, Raise> {
    let operands = || arguments.positional.iter().chain(arguments.named);
    if !operands().any(|value| value.kind() == Some(Kind::Instance)) {
        return Ok(None);
    }
    // What is given by name as `out` is always handed on in a tuple.
    let is_single = |name: &Symbol, value: &Value| name.as_str() == "out" && value.kind() != Some(Kind::Tuple);
    let named: Vec<Value> = (arguments.names.iter().zip(arguments.named))
        .map(|(name, value)| if is_single(name, value) { Value::tuple(vec![value.clone()]) } else { value.clone() })
        .collect();
    let mut positional = vec![object.clone(), Value::str(method)];
    positional.extend_from_slice(arguments.positional);
    let handed = Arguments { positional: &positional, names: arguments.names, named: &named };
    let mut asked = Vec::new();
    for operand in operands() {
        let Some(own) = dunder::find(operand, Symbol::ARRAY_UFUNC) else { continue };
        if own.is_none() {
            let class = type_name(operand);
            return Err(raise!(TypeError, "operand '{class}' does not support ufuncs (__array_ufunc__=None)"));
        }
        let result = crate::value::ops::call::call_special(&own, operand, &handed)?;
        if !result.is_not_implemented() {
            return Ok(Some(result));
        }
        asked.push(operand);
    }
    if asked.is_empty() {
        return Ok(None);
    }
    let shown = arguments.positional.iter().map(text::repr).collect::<Result<Vec<_>, Raise>>()?.join(", ");
    let classes: Vec<String> = operands().map(|operand| format!("'{}'", type_name(operand))).collect();
    let (object, classes) = (text::repr(object)?, classes.join(", "));
    Err(raise!(
        TypeError,
        "operand type(s) all returned NotImplemented from __array_ufunc__({object}, '{method}', {shown}): {classes}"
    ))
}

/// The same for an operator.
pub fn overridden_operator(ufunc: &Ufunc, a: &Value, b: &Value) -> Result<Option<Value>, Raise> {
    if !overrides(a) && !overrides(b) {
        return Ok(None);
    }
    let object =
        OBJECTS.with_borrow(|all| all.iter().find(|(name, _)| *name == ufunc.name).map(|(_, object)| object.clone()));
    match object {
        Some(object) => overridden(&object, "__call__", &Arguments::new(&[a.clone(), b.clone()])),
        None => Ok(None),
    }
}
