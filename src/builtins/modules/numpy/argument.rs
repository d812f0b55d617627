//! Arguments of numpy's functions.
//!
//! In: the arguments of a call. Out: one value a parameter, and what arrays, axes, orders and types they stand for.

use crate::array::dtype::Casting;
use crate::array::ndarray::Order;
use crate::array::{Array, cast, reduce};
use crate::raise;
use crate::value::array::{NdArray, from_value, objects};
use crate::value::{Arguments, Error, Kind, Raise, Value, convert, ops, type_name};

/// One value a parameter, `Unbound` for what was not given.
pub fn bind<const N: usize>(arguments: &Arguments<'_>, function: &str, names: [&str; N]) -> Result<[Value; N], Raise> {
    let given = arguments.positional.len();
    if given == 0 && arguments.names.iter().all(|name| name.as_str() != names[0]) {
        let first = names[0];
        if matches!(function, "array" | "asarray" | "zeros" | "empty") {
            return Err(raise!(TypeError, "{function}() missing required argument '{first}' (pos 0)"));
        }
        return Err(raise!(TypeError, "{function}() missing 1 required positional argument: '{first}'"));
    }
    bind_any(arguments, function, names)
}

/// The same, where all may be missing.
pub fn bind_any<const N: usize>(
    arguments: &Arguments<'_>,
    function: &str,
    names: [&str; N],
) -> Result<[Value; N], Raise> {
    let given = arguments.positional.len();
    if given > N {
        return Err(raise!(TypeError, "{function}() takes from 1 to {N} positional arguments but {given} were given"));
    }
    let mut bound: [Value; N] =
        std::array::from_fn(|place| arguments.positional.get(place).cloned().unwrap_or_default());
    for (name, value) in arguments.names.iter().zip(arguments.named) {
        match names.iter().position(|known| *known == name.as_str()) {
            Some(place) if bound[place].is_unbound() => bound[place] = value.clone(),
            Some(_) => return Err(raise!(TypeError, "{function}() got multiple values for argument '{name}'")),
            None => return Err(raise!(TypeError, "{function}() got an unexpected keyword argument '{name}'")),
        }
    }
    Ok(bound)
}

/// Whether an argument was given, and is not `None`.
pub fn given(value: &Value) -> Option<&Value> {
    if value.is_unbound() || value.is_none() { None } else { Some(value) }
}

/// The array of numbers that an argument is or can be made of.
pub fn array(value: &Value) -> Result<Array, Raise> {
    let array = any_array(value)?;
    match array.dtype().is_reference() {
        true => Err(raise!(
            TypeError,
            "this function is not supported for arrays of dtype('{}')",
            objects::shown_type(array.dtype())
        )),
        false => Ok(array),
    }
}

/// The array, of numbers or of references, that an argument is or can be made of.
pub fn any_array(value: &Value) -> Result<Array, Raise> {
    match value.downcast::<NdArray>() {
        Some(array) => Ok(array.alias()),
        None => from_value(value, None),
    }
}

/// The array for results, of `out=`: the array itself, or a tuple of it.
pub fn out(value: &Value) -> Result<Option<Value>, Raise> {
    let Some(value) = given(value) else {
        return Ok(None);
    };
    let value = match value.downcast::<crate::value::tuple::Tuple>() {
        Some(tuple) if tuple.len() == 1 => tuple.items()[0].clone(),
        _ => value.clone(),
    };
    match value.kind() {
        Some(Kind::Array) => Ok(Some(value)),
        None if value.is_none() => Ok(None),
        _ => Err(raise!(TypeError, "return arrays must be of ArrayType")),
    }
}

/// An int, or a default.
pub fn whole(value: &Value, default: i64) -> Result<i64, Raise> {
    given(value).map_or(Ok(default), |value| convert::small_index(value, Error::OverflowError))
}

/// A truth, or a default.
pub fn truth(value: &Value, default: bool) -> Result<bool, Raise> {
    if value.is_unbound() { Ok(default) } else { ops::truth(value) }
}

/// One axis of an array, or a default.
pub fn axis(value: &Value, rank: usize, default: i64) -> Result<usize, Raise> {
    Ok(reduce::axis(whole(value, default)?, rank)?)
}

/// The array and the one axis that is asked for; one without dimensions counts as a row.
pub fn one_axis(own: &Array, along: &Value, default: i64) -> Result<(Array, usize), Raise> {
    let axis = axis(along, own.rank().max(1), default)?;
    Ok((if own.rank() == 0 { cast::flattened(own, Order::C)? } else { own.alias() }, axis))
}

/// Axes: all if none are given, else one or a tuple of them, in order.
pub fn axes(value: &Value, rank: usize) -> Result<Vec<usize>, Raise> {
    let Some(value) = given(value) else {
        return Ok((0..rank).collect());
    };
    if matches!(value.kind(), Some(Kind::Tuple | Kind::List)) {
        let mut axes = Vec::new();
        for item in ops::iterate::collect_values(value)? {
            let axis = axis(&item, rank, 0)?;
            if axes.contains(&axis) {
                return Err(raise!(ValueError, "duplicate value in 'axis'"));
            }
            axes.push(axis);
        }
        axes.sort_unstable();
        return Ok(axes);
    }
    // A scalar may be reduced along axis 0 or -1.
    match convert::small_index(value, Error::OverflowError)? {
        0 | -1 if rank == 0 => Ok(Vec::new()),
        axis => Ok(vec![reduce::axis(axis, rank)?]),
    }
}

/// An order of memory.
pub fn order(value: &Value, default: Order) -> Result<Order, Raise> {
    match given(value).map(Value::as_str) {
        None => Ok(default),
        Some(Some("C" | "c")) => Ok(Order::C),
        Some(Some("F" | "f")) => Ok(Order::F),
        Some(Some("A" | "a")) => Ok(Order::Any),
        Some(Some("K" | "k")) => Ok(Order::Keep),
        Some(None) => Err(raise!(TypeError, "order must be str, not {}", type_name(value))),
        Some(_) => Err(raise!(ValueError, "order must be one of 'C', 'F', 'A', or 'K' (got {})", ops::repr(value)?)),
    }
}

/// A rule for changes of type.
pub fn casting(value: &Value, default: Casting) -> Result<Casting, Raise> {
    match given(value) {
        None => Ok(default),
        Some(name) => name.as_str().and_then(Casting::from_name).ok_or_else(|| {
            raise!(ValueError, "casting must be one of 'no', 'equiv', 'safe', 'same_kind', 'unsafe', 'same_value'")
        }),
    }
}
