//! Subscripts of arrays.
//!
//! In: an array and a subscript. Out: an element, a view, or the elements that arrays of places name. One or two plain
//! integers are looked at first: they are what loops use.
#![allow(unsafe_code)]

use super::{NdArray, Operand, element, from_value, operand, python, reference, report_cast, settled_shape, view_of};
use crate::array::element::{Bool, Element};
use crate::array::index::{self, Meaning, Part, SliceOf};
use crate::array::ndarray::{MOST_DIMENSIONS, Order, Shape, Strides};
use crate::array::{Array, DType, Scalar, cast, select, status};
use crate::number::float::plain;
use crate::raise;
use crate::resolve::tree::CompareOp;
use crate::value::constant::Constant;
use crate::value::slice::{self, Bounds, Slice};
use crate::value::tuple::Tuple;
use crate::value::{Kind, Raise, Res, Symbol, Value, class_of, convert, types};

/// The address of the element at one or two plain places, if that is what a subscript names.
#[inline]
fn address(array: &Array, index: &Value) -> Option<*mut u8> {
    let (shape, strides) = (array.shape(), array.strides());
    let offset = |axis: usize, place: i64| -> Option<isize> {
        let length = shape[axis] as i64;
        let place = if place < 0 { place + length } else { place };
        (place >= 0 && place < length).then(|| place as isize * strides[axis])
    };
    match index {
        Value::Int(place) if shape.len() == 1 => Some(array.data().wrapping_offset(offset(0, *place)?)),
        Value::Object(object) => {
            let items = object.downcast::<Tuple>()?.items();
            if items.len() != shape.len() || items.is_empty() {
                return None;
            }
            let mut data = array.data();
            for (axis, item) in items.iter().enumerate() {
                data = data.wrapping_offset(offset(axis, item.as_int()?)?);
            }
            Some(data)
        }
        _ => None,
    }
}

/// `array[index]`
pub fn get_item(owner: &Value, index: &Value) -> Res {
    let Some(array) = owner.downcast::<NdArray>() else {
        return Err(raise!(TypeError, "not an array"));
    };
    if let Some(address) = address(array, index) {
        // SAFETY: the places were checked against the shape.
        return Ok(Value::from(unsafe { Scalar::read(array.dtype(), address) }));
    }
    if let Some(view) = plain_view(array, index) {
        let names_element = view.rank() == 0
            && index.downcast::<Tuple>().is_some_and(|tuple| tuple.items().iter().all(|item| item.as_int().is_some()));
        return Ok(if names_element { Value::from(view.only()) } else { view_of(owner, view) });
    }
    let parts = parts(index)?;
    if let [Part::Array(only)] = &parts[..] {
        let quick = match only.dtype() {
            DType::Bool => select::compress(array, only)?,
            _ if array.rank() == 1 && only.rank() == 1 && array.size() > 0 => {
                Some(select::take(array, only, 0, select::Beyond::Raise)?)
            }
            _ => None,
        };
        if let Some(found) = quick {
            return Ok(Value::from(found));
        }
    }
    let names_element = parts.iter().all(|part| match part {
        Part::Place(_) => true,
        Part::Array(place) => place.rank() == 0 && place.dtype() != DType::Bool,
        _ => false,
    });
    match index::resolve(array, parts)? {
        Meaning::View(view) if view.rank() == 0 && names_element => Ok(Value::from(view.only())),
        Meaning::View(view) => Ok(view_of(owner, view)),
        Meaning::Places(chosen) => {
            let found = chosen.read()?;
            Ok(if found.rank() == 0 && names_element { Value::from(found.only()) } else { Value::from(found) })
        }
    }
}

/// `scalar[index]`: an array without dimensions, of which no place can be named.
pub fn get_of_scalar(scalar: &Value, index: &Value) -> Res {
    let is_ellipsis = |value: &Value| value.downcast::<Constant>() == Some(&Constant::Ellipsis);
    // Nothing else goes with what has no dimensions.
    let is_truth = |item: &Value| match item.downcast::<NdArray>() {
        Some(array) => array.rank() == 0 && array.dtype() == DType::Bool,
        None => item.as_scalar().map_or(matches!(item, Value::Bool(_)), |scalar| scalar.dtype() == DType::Bool),
    };
    let parts = index.downcast::<Tuple>().map_or(std::slice::from_ref(index), Tuple::items);
    if !parts.iter().all(|item| item.is_none() || is_ellipsis(item) || is_truth(item)) {
        return Err(raise!(IndexError, "invalid index to scalar variable."));
    }
    let has_ellipsis =
        is_ellipsis(index) || index.downcast::<Tuple>().is_some_and(|all| all.items().iter().any(is_ellipsis));
    let item = get_item(&Value::from(from_value(scalar, None)?), index)?;
    match item.downcast::<NdArray>() {
        Some(array) if array.rank() == 0 && !has_ellipsis => Ok(Value::from(array.only())),
        _ => Ok(item),
    }
}

/// `array[index] = value`
pub fn set_item(owner: &Value, index: &Value, value: &Value) -> Result<(), Raise> {
    let Some(array) = owner.downcast::<NdArray>() else {
        return Err(raise!(TypeError, "not an array"));
    };
    if !array.is_writeable() {
        return Err(raise!(ValueError, "assignment destination is read-only"));
    }
    if let Some(index) = with_plain_places(index) {
        return set_item(owner, &index, value);
    }
    if array.dtype().is_reference() {
        return set_reference(array, index, value);
    }
    if let Some(address) = address(array, index) {
        let scalar = as_element(value, array.dtype())?;
        // SAFETY: the places were checked against the shape.
        unsafe { scalar.write(address) };
        return Ok(());
    }
    let plain = plain_view(array, index);
    let parts = if plain.is_some() { Vec::new() } else { parts(index)? };
    if let [Part::Array(truths)] = &parts[..]
        && truths.dtype() == DType::Bool
        && truths.rank() > 0
        && truths.shape() == array.shape()
        && !truths.may_overlap(array)
    {
        match operand(value)? {
            Some(Operand::Weak(..) | Operand::Scalar(_)) => {
                let item = element(value, array.dtype())?;
                select::put_where(array, truths, item);
                return Ok(());
            }
            Some(Operand::Array(items)) if !items.may_overlap(array) && select::put_each(array, truths, &items) => {
                return Ok(());
            }
            _ => {}
        }
    }
    let meaning = match plain {
        Some(view) => Meaning::View(view),
        None => index::resolve(array, parts)?,
    };
    // Numbers in sequences are to fit the type of the array, as one number is.
    let is_sequence = matches!(value.kind(), Some(Kind::List | Kind::Tuple));
    let given = if is_sequence { None } else { operand(value)? };
    // One number needs no array of its own.
    if let Meaning::View(view) = &meaning {
        let number = match &given {
            Some(Operand::Weak(_, number)) => Some(stored(number, array.dtype())?),
            Some(Operand::Scalar(scalar)) if scalar.dtype() == array.dtype() => Some(*scalar),
            _ => None,
        };
        if let Some(number) = number {
            return Ok(cast::fill_with(view, number)?);
        }
    }
    let source = match given {
        Some(Operand::Array(array)) => array,
        // A number beside chosen places is cast; elsewhere it is stored.
        Some(Operand::Scalar(scalar)) if matches!(meaning, Meaning::Places(_)) => Array::from_scalar(scalar)?,
        Some(Operand::Scalar(scalar)) if !super::convert::must_fit(scalar.dtype(), array.dtype()) => {
            Array::from_scalar(scalar)?
        }
        Some(Operand::Scalar(_)) => Array::from_scalar(stored(value, array.dtype())?)?,
        Some(Operand::Weak(_, number)) => Array::from_scalar(stored(&number, array.dtype())?)?,
        None => from_value(value, Some(array.dtype()))?,
    };
    status::clear();
    match meaning {
        Meaning::View(view) => cast::assign(&view, &source)?,
        Meaning::Places(chosen) => chosen.write(&source)?,
    }
    report_cast(source.dtype(), array.dtype(), status::read())
}

/// A subscript in which arrays without dimensions name places: where something is stored, these are ints like others.
fn with_plain_places(index: &Value) -> Option<Value> {
    let place = |item: &Value| {
        let array = item.downcast::<NdArray>().filter(|array| array.rank() == 0 && array.dtype().is_integer())?;
        Some(python(array.only()))
    };
    let Some(tuple) = index.downcast::<Tuple>() else { return place(index) };
    let items = tuple.items();
    let plain = || items.iter().map(|item| place(item).unwrap_or_else(|| item.clone())).collect();
    items.iter().any(|item| place(item).is_some()).then(|| Value::tuple(plain()))
}

/// A number as an element that is written alone.
#[inline]
fn as_element(value: &Value, dtype: DType) -> Result<Scalar, Raise> {
    match value {
        Value::Float(float) if dtype == DType::F64 => Ok(Scalar::of(plain(float.get()))),
        value => stored(value, dtype),
    }
}

/// `array.flat[place] = value`, of a place in the order of C.
pub fn set_element(array: &NdArray, place: usize, value: &Value) -> Result<(), Raise> {
    if !array.is_writeable() {
        return Err(raise!(ValueError, "assignment destination is read-only"));
    }
    let address = array.address_of(place);
    if array.dtype().is_reference() {
        // SAFETY: an element lies there, and the array owns its elements.
        return unsafe { reference::write(address, value, array.dtype()) };
    }
    let scalar = as_element(value, array.dtype())?;
    // SAFETY: an element of this type lies there.
    unsafe { scalar.write(address) };
    Ok(())
}

/// The same of several places, for each the next value; values that are fewer begin anew.
pub fn set_elements(array: &NdArray, mut places: impl Iterator<Item = usize>, value: &Value) -> Result<(), Raise> {
    let is_row = matches!(value.kind(), Some(Kind::List | Kind::Tuple | Kind::Array | Kind::Range));
    if !is_row && array.dtype().is_reference() {
        return places.try_for_each(|place| set_element(array, place, value));
    }
    if !is_row {
        // One number for several places is cast.
        let value = Value::from(element(value, array.dtype())?);
        return places.try_for_each(|place| set_element(array, place, &value));
    }
    let values = from_value(value, Some(array.dtype()))?;
    let values: Vec<Value> = match values.dtype().is_reference() {
        true => reference::values(&values),
        false => (0..values.size()).map(|place| Value::from(values.at(place))).collect(),
    };
    places.zip(values.iter().cycle()).try_for_each(|(place, value)| set_element(array, place, value))
}

/// The same for an array of references.
fn set_reference(array: &Array, index: &Value, value: &Value) -> Result<(), Raise> {
    if let Some(address) = address(array, index) {
        // SAFETY: the places were checked against the shape, and the array owns its elements.
        return unsafe { reference::write(address, value, array.dtype()) };
    }
    let meaning = match plain_view(array, index) {
        Some(view) => Meaning::View(view),
        None => index::resolve(array, parts(index)?)?,
    };
    let is_row = matches!(value.kind(), Some(Kind::List | Kind::Tuple | Kind::Array | Kind::Range));
    let source = match is_row {
        true => from_value(value, Some(array.dtype()))?,
        false => reference::single(value, array.dtype())?,
    };
    match meaning {
        Meaning::View(view) => cast::assign(&view, &source)?,
        Meaning::Places(chosen) => chosen.write(&source)?,
    }
    Ok(())
}

/// The view that a subscript of ints, slices of ints, `None` and `...` names; nothing, if it is another one. Whatever is wrong with it is
/// another's to say.
pub(super) fn plain_view(array: &Array, index: &Value) -> Option<Array> {
    let items = match index.downcast::<Tuple>() {
        Some(tuple) => tuple.items(),
        None => std::slice::from_ref(index),
    };
    let is_ellipsis = |item: &Value| item.downcast::<Constant>() == Some(&Constant::Ellipsis);
    let named = items.iter().filter(|item| !item.is_none() && !is_ellipsis(item)).count();
    let mut left = Some(array.rank().checked_sub(named)?);
    let (mut shape, mut strides) = (Shape::new(), Strides::new());
    let (mut data, mut axis) = (array.data(), 0);
    let whole = |count: usize, axis: &mut usize, shape: &mut Shape, strides: &mut Strides| {
        shape.extend_from_slice(&array.shape()[*axis..*axis + count]);
        strides.extend_from_slice(&array.strides()[*axis..*axis + count]);
        *axis += count;
    };
    for item in items {
        match item {
            Value::None => {
                shape.push(1);
                strides.push(0);
            }
            Value::Int(place) => {
                let length = array.shape()[axis] as i64;
                let from_start = if *place < 0 { place + length } else { *place };
                if !(0..length).contains(&from_start) {
                    return None;
                }
                data = data.wrapping_offset(from_start as isize * array.strides()[axis]);
                axis += 1;
            }
            item if is_ellipsis(item) => whole(left.take()?, &mut axis, &mut shape, &mut strides),
            item => {
                let Slice { start, stop, step, .. } = item.downcast::<Slice>()?;
                let is_bound = |bound: &&Value| matches!(bound, Value::None | Value::Int(_));
                if ![start, stop, step].iter().all(is_bound) || step.as_int() == Some(0) {
                    return None;
                }
                let chosen = slice::select(start, stop, step, || array.shape()[axis]).ok()?;
                let stride = array.strides()[axis];
                if chosen.count > 0 {
                    data = data.wrapping_offset(chosen.start as isize * stride);
                }
                shape.push(chosen.count);
                strides.push(stride.wrapping_mul(chosen.step as isize));
                axis += 1;
            }
        }
    }
    if let Some(left) = left {
        whole(left, &mut axis, &mut shape, &mut strides);
    }
    if shape.len() > MOST_DIMENSIONS {
        return None;
    }
    // SAFETY: each step stayed within the elements of the array.
    Some(unsafe { array.view(data, array.dtype(), &shape, &strides) })
}

/// `array.shape = value`
pub fn set_shape(array: &Array, value: &Value) -> Result<(), Raise> {
    let shape = settled_shape(array, value)?;
    let Some(view) = array.reshaped_view(&shape, Order::C) else {
        return Err(raise!(
            AttributeError,
            "Incompatible shape for in-place modification. Use `.reshape()` to make a copy with the desired shape."
        ));
    };
    // SAFETY: the view counts the same elements, and nothing of the array is borrowed here.
    unsafe { array.set_dimensions(view.shape(), view.strides()) };
    Ok(())
}

/// A number as it is stored into an array.
fn stored(value: &Value, dtype: DType) -> Result<Scalar, Raise> {
    match value.downcast::<NdArray>() {
        Some(array) if array.rank() > 0 && dtype.is_complex() => {
            super::single(value).and_then(|_| element(value, dtype))
        }
        Some(array) if array.rank() > 0 => Err(raise!(ValueError, "setting an array element with a sequence.")),
        Some(_) => element(value, dtype),
        None => super::convert::stored(value, dtype),
    }
}

fn parts(index: &Value) -> Result<Vec<Part>, Raise> {
    match index.downcast::<Tuple>() {
        Some(tuple) => tuple.items().iter().map(part).collect(),
        None => Ok(vec![part(index)?]),
    }
}

fn part(value: &Value) -> Result<Part, Raise> {
    match value {
        Value::Int(place) => return Ok(Part::Place(*place)),
        Value::None => return Ok(Part::New),
        Value::Bool(truth) => return Ok(Part::Array(Array::from_scalar(Scalar::of(Bool::of(truth.get())))?)),
        Value::NumpyBool(truth) => return Ok(Part::Array(Array::from_scalar(Scalar::from_word(DType::Bool, *truth))?)),
        _ => {}
    }
    match value.kind() {
        Some(Kind::Slice) => match value.downcast::<Slice>() {
            Some(slice) => slice_part(slice),
            None => Err(invalid()),
        },
        Some(Kind::Constant) if value.downcast::<Constant>() == Some(&Constant::Ellipsis) => Ok(Part::Ellipsis),
        Some(Kind::Array | Kind::List | Kind::Tuple | Kind::Range) => places(value),
        _ => match convert::as_index(value)? {
            Some(Value::Int(place)) => Ok(Part::Place(place)),
            Some(_) => Err(raise!(IndexError, "cannot fit 'int' into an index-sized integer")),
            None if is_sequence(value) => places(value),
            None => Err(invalid()),
        },
    }
}

#[cold]
fn invalid() -> Raise {
    raise!(
        IndexError,
        "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are \
         valid indices"
    )
}

/// Whether an object of a class of a script or of the library has a length and items.
fn is_sequence(value: &Value) -> bool {
    let class = class_of(value);
    value.kind() == Some(Kind::Instance)
        && !class.is_subclass(&types().dict)
        && [Symbol::LEN, Symbol::GETITEM].into_iter().all(|name| class.lookup(name).is_some())
}

/// Places, or truth values of all of them, one by one.
fn places(value: &Value) -> Result<Part, Raise> {
    let array = from_value(value, None)?;
    if array.size() == 0 && value.kind() != Some(Kind::Array) {
        return Ok(Part::Array(cast::with_type(&array, i64::DTYPE)?));
    }
    match array.dtype() {
        DType::Bool => Ok(Part::Array(array)),
        dtype if dtype.is_integer() => Ok(Part::Array(cast::with_type(&array, DType::I64)?)),
        _ => Err(match value.kind() {
            Some(Kind::Array) => {
                raise!(IndexError, "arrays used as indices must be of integer (or boolean) type")
            }
            _ => invalid(),
        }),
    }
}

/// The bounds are asked for now, while script code may run; the length is known later.
fn slice_part(slice: &Slice) -> Result<Part, Raise> {
    let bounds = Bounds::of(&slice.start, &slice.stop, &slice.step)?;
    let select: SliceOf = Box::new(move |length| {
        let chosen = bounds.select(length);
        Ok((chosen.start, chosen.step, chosen.count))
    });
    Ok(Part::Slice(select))
}

/// `item in array`
pub fn contains(owner: &Value, item: &Value) -> Result<bool, Raise> {
    let equal = super::compare(CompareOp::Equal, owner, item)?;
    Ok(match equal.downcast::<NdArray>() {
        Some(array) => crate::array::select::count_nonzero(array) > 0,
        None => super::truth(&equal)?,
    })
}
