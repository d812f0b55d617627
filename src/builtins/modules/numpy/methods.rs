//! The methods of arrays, which scalars have too.
//!
//! In: an array and arguments. Out: views where the elements lie right, else new arrays.

use super::argument::{any_array as array, axis, bind, given, one_axis, order, truth};
use super::{method, references};
use crate::array::ndarray::{Order, shown_as_tuple};
use crate::array::{Array, DType, Error, cast, sort};
use crate::raise;
use crate::value::array::objects::shown_type;
use crate::value::array::reference;
use crate::value::array::{NdArray, as_array, dtype_of, python, set_item, settle, settled_shape, to_list, view_of};
use crate::value::native::Row;
use crate::value::{Arguments, Kind, Raise, Res, Value, convert, ops};

pub static METHODS: &[Row] = &[
    method("astype", as_type),
    method("copy", copy),
    method("__copy__", copy),
    method("view", view),
    method("reshape", reshape),
    method("ravel", ravel),
    method("flatten", flatten),
    method("transpose", transpose),
    method("swapaxes", swap_axes),
    method("squeeze", squeeze),
    method("sort", sort_in_place),
    method("argsort", order_of),
    method("item", item),
    method("tolist", |arguments| {
        let [own] = bind(arguments, "tolist", ["self"])?;
        Ok(to_list(&array(&own)?))
    }),
    method("fill", fill),
    method("tobytes", to_bytes),
    method("__array__", |arguments| match &arguments.positional[0] {
        own if as_array(own).is_some() => Ok(own.clone()),
        scalar => Ok(Value::from(array(scalar)?)),
    }),
    method("__len__", |arguments| Ok(Value::int(ops::length(&arguments.positional[0])? as i64))),
    method("__getitem__", |arguments| match arguments.positional {
        [array, index] => ops::index::get(array, index),
        given => Err(wrong_number(1, given)),
    }),
    method("__setitem__", |arguments| match arguments.positional {
        [array, index, value] => ops::index::set(array, index, value.clone()).map(|()| Value::None),
        given => Err(wrong_number(2, given)),
    }),
    method("__iter__", |arguments| ops::iter(&arguments.positional[0])),
];

/// A special method was not given as many arguments, after its receiver, as it takes.
fn wrong_number(wanted: usize, given: &[Value]) -> Raise {
    let plural = if wanted == 1 { "" } else { "s" };
    raise!(TypeError, "expected {wanted} argument{plural}, got {}", given.len().saturating_sub(1))
}

/// A view of a receiver, which remembers it.
fn viewing(receiver: &Value, view: Array) -> Value {
    match receiver.kind() {
        Some(Kind::Array) => view_of(receiver, view),
        _ => settle(view),
    }
}

fn as_type(arguments: &Arguments<'_>) -> Res {
    let [own, dtype, wanted, casting, _, copy] =
        bind(arguments, "astype", ["self", "dtype", "order", "casting", "subok", "copy"])?;
    if dtype.is_unbound() {
        return Err(raise!(TypeError, "astype() missing required argument 'dtype' (pos 0)"));
    }
    let source = array(&own)?;
    let dtype = reference::fitting(&source, dtype_of(&dtype)?.unwrap_or(DType::F64))?;
    let rule = super::argument::casting(&casting, crate::array::dtype::Casting::Unsafe)?;
    if !source.dtype().can_cast(dtype, rule) {
        let (from, dtype, rule) = (shown_type(source.dtype()), shown_type(dtype), rule.name());
        return Err(raise!(
            TypeError,
            "Cannot cast array data from dtype('{from}') to dtype('{dtype}') according to the rule '{rule}'"
        ));
    }
    if !truth(&copy, true)? && dtype == source.dtype() {
        return Ok(own);
    }
    crate::array::status::clear();
    let result = cast::copy(&source, dtype, order(&wanted, Order::Keep)?)?;
    crate::value::array::report_cast(source.dtype(), dtype, crate::array::status::read())?;
    Ok(match own.kind() {
        Some(Kind::Array) => Value::from(result),
        _ => settle(result),
    })
}

fn copy(arguments: &Arguments<'_>) -> Res {
    let [own, wanted] = bind(arguments, "copy", ["self", "order"])?;
    let source = array(&own)?;
    let result = cast::copy(&source, source.dtype(), order(&wanted, Order::C)?)?;
    Ok(if own.kind() == Some(Kind::Array) { Value::from(result) } else { settle(result) })
}

/// `array.view(dtype)`: the same memory as elements of another type.
fn view(arguments: &Arguments<'_>) -> Res {
    let [own, dtype, _] = bind(arguments, "view", ["self", "dtype", "type"])?;
    let source = array(&own)?;
    let dtype = match given(&dtype) {
        Some(class)
            if class
                .as_gc::<crate::value::class::Class>()
                .is_some_and(|class| class.is(crate::value::array::array_class())) =>
        {
            None
        }
        _ => dtype_of(&dtype)?,
    };
    let Some(dtype) = dtype.filter(|dtype| *dtype != source.dtype()) else {
        return Ok(viewing(&own, source.alias()));
    };
    match source.with_dtype(dtype) {
        Some(view) if view.is_aligned() => Ok(viewing(&own, view)),
        // Elements that do not lie where numbers do are copied there. What was written to them would not be seen.
        Some(view) => {
            let bytes = cast::copy(&source, source.dtype(), Order::C)?;
            let copied = bytes.with_dtype(dtype).unwrap_or(view);
            copied.set_writeable(false);
            Ok(Value::from(copied))
        }
        None => Err(raise!(
            ValueError,
            "When changing to a larger dtype, its size must be a divisor of the total size in bytes of the last axis of the array."
        )),
    }
}

/// `a.reshape(shape)`, `a.reshape(n, m)`
fn reshape(arguments: &Arguments<'_>) -> Res {
    let [own, lengths @ ..] = arguments.positional else {
        return Err(raise!(TypeError, "reshape() needs an array"));
    };
    let wanted = match (lengths, arguments.keyword("shape")) {
        ([shape], _) => shape.clone(),
        ([], Some(shape)) => shape.clone(),
        (lengths, _) => Value::tuple(lengths.to_vec()),
    };
    let source = array(own)?;
    let order = order(&arguments.keyword("order").cloned().unwrap_or_default(), Order::C)?;
    let order = if order == Order::Any { source.settled(order) } else { order };
    let shape = settled_shape(&source, &wanted)?;
    if shape.len() > crate::array::ndarray::MOST_DIMENSIONS {
        return Err(raise!(
            ValueError,
            "maximum supported dimension for an ndarray is currently 64, found {}",
            shape.len()
        ));
    }
    if let Some(view) = source.reshaped_view(&shape, order) {
        return Ok(viewing(own, view));
    }
    let dense = cast::copy(&source, source.dtype(), order)?;
    match dense.reshaped_view(&shape, order) {
        Some(view) => Ok(Value::from(view)),
        None => Err(raise!(ValueError, "cannot reshape into {}", shown_as_tuple(&shape))),
    }
}

fn ravel(arguments: &Arguments<'_>) -> Res {
    let [own, wanted] = bind(arguments, "ravel", ["self", "order"])?;
    let source = array(&own)?;
    let flat = cast::flattened(&source, order(&wanted, Order::C)?)?;
    Ok(if flat.shares_buffer(&source) { viewing(&own, flat) } else { Value::from(flat) })
}

fn flatten(arguments: &Arguments<'_>) -> Res {
    let [own, wanted] = bind(arguments, "flatten", ["self", "order"])?;
    let source = array(&own)?;
    let flat = cast::flattened(&source, order(&wanted, Order::C)?)?;
    Ok(Value::from(if flat.shares_buffer(&source) { cast::copy(&flat, flat.dtype(), Order::C)? } else { flat }))
}

/// `a.transpose()`, `a.transpose(axes)`, `a.transpose(1, 0)`
fn transpose(arguments: &Arguments<'_>) -> Res {
    let [own, axes @ ..] = arguments.positional else {
        return Err(raise!(TypeError, "transpose() needs an array"));
    };
    let source = array(own)?;
    let keyword = arguments.keyword("axes").cloned();
    let axes: Vec<Value> = match (axes, keyword) {
        ([], None) => Vec::new(),
        ([], Some(axes)) => given(&axes).map_or(Ok(Vec::new()), ops::iterate::collect_values)?,
        ([Value::None], _) => Vec::new(),
        ([one], _) if matches!(one.kind(), Some(Kind::Tuple | Kind::List | Kind::Array)) => {
            ops::iterate::collect_values(one)?
        }
        (axes, _) => axes.to_vec(),
    };
    if axes.is_empty() {
        return Ok(viewing(own, source.reversed_axes()));
    }
    if axes.len() != source.rank() {
        return Err(raise!(ValueError, "axes don't match array"));
    }
    let places: Result<Vec<usize>, Raise> = axes.iter().map(|place| axis(place, source.rank(), 0)).collect();
    let places = places?;
    if (0..places.len()).any(|place| !places.contains(&place)) {
        return Err(raise!(ValueError, "repeated axis in transpose"));
    }
    Ok(viewing(own, source.transposed(&places)))
}

fn swap_axes(arguments: &Arguments<'_>) -> Res {
    let [own, a, b] = bind(arguments, "swapaxes", ["self", "axis1", "axis2"])?;
    if b.is_unbound() {
        return Err(raise!(TypeError, "swapaxes expected 2 arguments"));
    }
    let source = array(&own)?;
    let mut places: Vec<usize> = (0..source.rank()).collect();
    let place = |name: &str, value: &Value| -> Result<usize, Raise> {
        let place = crate::array::reduce::axis(super::argument::whole(value, 0)?, source.rank());
        Ok(place.map_err(|error| Error::new(error.kind, format!("{name}: {}", error.text)))?)
    };
    places.swap(place("axis1", &a)?, place("axis2", &b)?);
    Ok(viewing(&own, source.transposed(&places)))
}

fn squeeze(arguments: &Arguments<'_>) -> Res {
    let [own, along] = bind(arguments, "squeeze", ["self", "axis"])?;
    let source = array(&own)?;
    let gone = match given(&along) {
        None if !source.shape().contains(&1) => return Ok(own),
        None => (0..source.rank()).filter(|&axis| source.shape()[axis] == 1).collect(),
        Some(along) => super::argument::axes(along, source.rank())?,
    };
    if gone.iter().any(|&axis| source.shape()[axis] != 1) {
        return Err(raise!(ValueError, "cannot select an axis to squeeze out which has size not equal to one"));
    }
    Ok(viewing(&own, source.without_axes(&gone)))
}

fn sort_in_place(arguments: &Arguments<'_>) -> Res {
    let [own, along, _, _, _] = bind(arguments, "sort", ["self", "axis", "kind", "order", "stable"])?;
    let target: &NdArray = as_array(&own).ok_or_else(|| super::wrong("an array is wanted", &own))?;
    if !target.is_writeable() {
        return Err(raise!(ValueError, "sort array is read-only"));
    }
    if along.is_none() {
        return Err(raise!(TypeError, "'NoneType' object cannot be interpreted as an integer"));
    }
    let axis = axis(&along, target.rank(), -1)?;
    match target.dtype().is_reference() {
        true => references::sort_lines(target, axis)?,
        false => sort::sort(target, target, axis, None),
    }
    Ok(Value::None)
}

fn order_of(arguments: &Arguments<'_>) -> Res {
    let [own, along, _, _, _] = bind(arguments, "argsort", ["self", "axis", "kind", "order", "stable"])?;
    ordered(&own, &along, None)
}

/// The places that put the lines of an array in order, or do so as far as some places ask for.
pub fn ordered(own: &Value, along: &Value, asked: Option<&[usize]>) -> Res {
    let source = array(own)?;
    let (source, axis) = match along.is_none() {
        true => (cast::flattened(&source, Order::C)?, 0),
        false => one_axis(&source, along, -1)?,
    };
    Ok(Value::from(match source.dtype().is_reference() {
        true => references::order_of(&source, axis)?,
        false => sort::order_of(&source, axis, asked)?,
    }))
}

/// `a.item(*place)`
fn item(arguments: &Arguments<'_>) -> Res {
    let [own, places @ ..] = arguments.positional else {
        return Err(raise!(TypeError, "item() needs an array"));
    };
    let source = array(own)?;
    let place = match places {
        [] if source.size() == 1 => return Ok(python(source.at(0))),
        [] => return Err(raise!(ValueError, "can only convert an array of size 1 to a Python scalar")),
        [place] if place.kind() != Some(Kind::Tuple) => {
            let size = source.size();
            let place = convert::small_index(place, crate::value::Error::IndexError)?;
            let which = if source.rank() == 1 { "axis 0 with size" } else { "size" };
            let wrong = |_| raise!(IndexError, "index {place} is out of bounds for {which} {size}");
            return Ok(python(source.at(crate::array::index::place_of(place, 0, size).map_err(wrong)?)));
        }
        [place] => place.clone(),
        places => Value::tuple(places.to_vec()),
    };
    let wrong = || raise!(ValueError, "incorrect number of indices for array");
    let owner = Value::from(source);
    let element = crate::value::array::get_item(&owner, &place)?;
    match (reference::is_array(&owner), element.kind()) {
        (true, Some(Kind::Array)) => Err(wrong()),
        (true, _) => Ok(ops::base::plain(&element)),
        _ => element.as_scalar().map(python).ok_or_else(wrong),
    }
}

/// The bytes that numpy has for an array of texts: four for each character, all texts of one length.
fn text_bytes(source: &Array, order: Order) -> Result<Vec<u8>, Raise> {
    let ordered = if order == Order::F { source.reversed_axes() } else { source.alias() };
    let size = source.dtype().shown_size();
    let mut bytes = Vec::with_capacity(source.size() * size);
    for value in reference::values(&ordered) {
        let end = bytes.len() + size;
        match (value.as_str(), source.dtype()) {
            (Some(text), DType::Text(_)) => text.chars().for_each(|each| bytes.extend((each as u32).to_le_bytes())),
            (_, DType::Bytes(_)) => bytes.extend(crate::value::byte_array::plain_bytes(&value).unwrap_or_default()),
            _ => return Err(raise!(TypeError, "objects have no bytes")),
        }
        bytes.resize(end, 0);
    }
    Ok(bytes)
}

fn fill(arguments: &Arguments<'_>) -> Res {
    let [own, value] = bind(arguments, "fill", ["self", "value"])?;
    let is_row = matches!(value.kind(), Some(Kind::List | Kind::Tuple | Kind::Range));
    if (is_row || as_array(&value).is_some_and(|array| array.rank() > 0)) && !array(&own)?.dtype().is_reference() {
        return Err(raise!(ValueError, "setting an array element with a sequence."));
    }
    set_item(&own, &Value::ellipsis(), &value)?;
    Ok(Value::None)
}

fn to_bytes(arguments: &Arguments<'_>) -> Res {
    let [own, wanted] = bind(arguments, "tobytes", ["self", "order"])?;
    let source = array(&own)?;
    let order = source.settled(order(&wanted, Order::C)?);
    if source.dtype().is_reference() {
        return Ok(Value::bytes(&text_bytes(&source, order)?));
    }
    Ok(Value::bytes(&cast::copy(&source, source.dtype(), order)?.to_bytes()))
}
