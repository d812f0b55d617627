//! Elements that are values: how arrays of objects and of texts keep them, and what they are as elements of other types.
//!
//! In: values and elements. Out: the one as the other. An array of objects holds any value; one of texts holds strings (or
//! bytes) that are no longer than its type says. What is taken out of the latter is a `numpy.str_` (or `numpy.bytes_`).
#![allow(unsafe_code)]

use super::{NdArray, convert, python};
use crate::array::element::Handle;
use crate::array::error::{Error, Kind as ErrorKind};
use crate::array::ndarray::Order;
use crate::array::{Array, DType, Outcome, Scalar, print, reference};
use crate::raise;
use crate::value::bytes::Bytes;
use crate::value::exception;
use crate::value::heap::Ref;
use crate::value::instance::Instance;
use crate::value::{Kind, Raise, Res, Value, ops};
use std::mem::ManuallyDrop;

/// Says to arrays what is done with values, before there is the first of them.
pub fn install() {
    reference::set_keeper(reference::Keeper { keep, release, cast });
}

/// Whether a value is an array of references.
#[inline]
pub fn is_array(value: &Value) -> bool {
    value.downcast::<NdArray>().is_some_and(|array| array.dtype().is_reference())
}

/// The value of an element, which keeps its owner.
///
/// # Safety
/// The words are those of a value that is alive.
unsafe fn borrowed(handle: Handle) -> ManuallyDrop<Value> {
    // SAFETY: the caller's promise; a value is two words, and zeros are one.
    unsafe { std::mem::transmute::<Handle, ManuallyDrop<Value>>(handle) }
}

fn into_handle(value: Value) -> Handle {
    let value = ManuallyDrop::new(value);
    Handle([value.tag(), value.payload()])
}

unsafe fn keep(handle: Handle) {
    // SAFETY: the caller promises an element; the clone's owner is whoever copied it.
    std::mem::forget(unsafe { Value::clone(&borrowed(handle)) });
}

unsafe fn release(handle: Handle) {
    // SAFETY: the caller promises an element with an owner to spare.
    drop(ManuallyDrop::into_inner(unsafe { borrowed(handle) }));
}

unsafe fn cast(scalar: Scalar, to: DType) -> Outcome<Scalar> {
    let cast = || -> Result<Scalar, Raise> {
        if to.is_reference() {
            let value = match (scalar.dtype().is_reference(), to) {
                (false, DType::Text(_)) => Value::str(&print::scalar(scalar)),
                (false, DType::Bytes(_)) => Value::bytes(print::scalar(scalar).as_bytes()),
                _ => python(scalar),
            };
            return Ok(Scalar::reference(to, into_handle(stored(&value, to)?)));
        }
        if to == DType::Bool {
            return Ok(Scalar::of(crate::array::element::Bool::of(ops::truth(&python(scalar))?)));
        }
        // Texts are named as what they are here.
        match scalar.dtype().is_text() {
            true => number_of_text(&Value::from(scalar), to),
            false => convert::element(&python(scalar), to),
        }
    };
    cast().map_err(|Raise| Error::new(ErrorKind::Raised, ""))
}

fn number_of_text(value: &Value, to: DType) -> Result<Scalar, Raise> {
    let text = Value::str(value.as_str().unwrap_or_default());
    convert::element(&text, to).map_err(|Raise| {
        if to.is_complex() || exception::catch(exception::Error::ValueError).is_none() {
            return Raise;
        }
        let shown = ops::repr(value).unwrap_or_default();
        match to.is_integer() {
            true => raise!(ValueError, "invalid literal for int() with base 10: {shown}"),
            false => raise!(ValueError, "could not convert string to float: {shown}"),
        }
    })
}

/// What an element of references is: of texts, a `numpy.str_`.
pub(super) fn taken(scalar: Scalar) -> Value {
    let plain = plain(scalar);
    match scalar.dtype() {
        DType::Text(_) | DType::Bytes(_) => of_class(scalar.dtype(), plain),
        _ => plain,
    }
}

/// The plain value of an element of references.
pub(super) fn plain(scalar: Scalar) -> Value {
    // SAFETY: whoever has such a scalar read it from an array that is still there.
    let value = unsafe { Value::clone(&borrowed(scalar.handle())) };
    match (scalar.dtype(), value.is_unbound()) {
        (_, false) => value,
        (DType::Text(_), _) => Value::str(""),
        (DType::Bytes(_), _) => Value::bytes(b""),
        _ => Value::None,
    }
}

/// A string or bytes as numpy's class of them.
pub fn of_class(dtype: DType, plain: Value) -> Value {
    let classes = &super::classes().references;
    let class = if matches!(dtype, DType::Text(_)) { &classes[1] } else { &classes[2] };
    Value::from(Instance::around(class, plain))
}

/// The bytes that a value is or is around.
fn as_bytes(value: &Value) -> Option<Vec<u8>> {
    let own = |value: &Value| value.downcast::<Bytes>().map(|bytes| bytes.data().to_vec());
    own(value).or_else(|| own(value.downcast::<Instance>()?.payload_ref()?))
}

/// The type of texts that a value is by itself.
pub fn text_type(value: &Value) -> Option<DType> {
    if !matches!(value.kind(), Some(Kind::Str | Kind::Bytes | Kind::Instance)) {
        return None;
    }
    if let Some(text) = value.as_str() {
        return Some(DType::Text((text.chars().count() as u32).max(1)));
    }
    as_bytes(value).map(|bytes| DType::Bytes((bytes.len() as u32).max(1)))
}

/// A value as an array of a type of references holds it.
pub fn stored(value: &Value, dtype: DType) -> Res {
    if let Some(array) = value.downcast::<NdArray>()
        && array.rank() == 0
    {
        return stored(&Value::from(array.only()), dtype);
    }
    match dtype {
        DType::Text(length) => {
            let text = match (value.as_str(), as_bytes(value)) {
                (Some(text), _) => text.to_owned(),
                (None, Some(bytes)) => decoded(bytes)?,
                (None, None) => ops::text::str(value)?,
            };
            let kept = cut(&text, length);
            match value.kind() == Some(Kind::Str) && kept.len() == value.as_str().map_or(0, str::len) {
                true => Ok(value.clone()),
                false => Ok(Value::str(kept)),
            }
        }
        DType::Bytes(length) => {
            let bytes = match (as_bytes(value), value.as_str()) {
                (Some(bytes), _) => bytes,
                (None, Some(text)) => encoded(text)?,
                (None, None) => encoded(&ops::text::str(value)?)?,
            };
            let most = if length == 0 { bytes.len() } else { bytes.len().min(length as usize) };
            let end = bytes[..most].iter().rposition(|&byte| byte != 0).map_or(0, |last| last + 1);
            Ok(Value::bytes(&bytes[..end]))
        }
        _ => Ok(value.clone()),
    }
}

/// A text without what is too long, and without the zeros at its end.
fn cut(text: &str, length: u32) -> &str {
    let end = match length {
        0 => text.len(),
        length => text.char_indices().nth(length as usize).map_or(text.len(), |(place, _)| place),
    };
    text[..end].trim_end_matches('\0')
}

fn decoded(bytes: Vec<u8>) -> Result<String, Raise> {
    match String::from_utf8(bytes) {
        Ok(text) if text.is_ascii() => Ok(text),
        _ => Err(raise!(ValueError, "bytes beyond ASCII cannot be texts of an array")),
    }
}

fn encoded(text: &str) -> Result<Vec<u8>, Raise> {
    match text.chars().position(|each| !each.is_ascii()) {
        None => Ok(text.as_bytes().to_vec()),
        Some(_) => {
            let encode = ops::attribute::get(&Value::str(text), crate::value::Symbol::new("encode"))?;
            ops::call::call(&encode, &[Value::str("ascii")])?;
            Ok(Vec::new())
        }
    }
}

/// The longest text among the elements of an array, as a type.
pub fn fitting(array: &Array, wanted: DType) -> Result<DType, Raise> {
    let (is_known, is_text) = (!matches!(wanted, DType::Text(0) | DType::Bytes(0)), matches!(wanted, DType::Text(_)));
    if is_known {
        return Ok(wanted);
    }
    if array.dtype() != DType::Object {
        return Ok(wanted.sized_for(array.dtype()));
    }
    let mut most = 1;
    for place in 0..array.size() {
        let text = stored(&plain(array.at(place)), wanted)?;
        most = most.max(match text_type(&text) {
            Some(DType::Text(length) | DType::Bytes(length)) => length,
            _ => 1,
        });
    }
    Ok(if is_text { DType::Text(most) } else { DType::Bytes(most) })
}

/// Writes a value into an array of references, at the address of one of its elements.
///
/// # Safety
/// The address is that of an element, and the array owns its elements.
pub unsafe fn write(address: *mut u8, value: &Value, dtype: DType) -> Result<(), Raise> {
    let value = stored(value, dtype)?;
    // SAFETY: the caller's promise; the value's owner becomes the element's.
    unsafe { reference::give(address, Scalar::reference(dtype, into_handle(value))) };
    Ok(())
}

/// A new array of references, of values in the order of C.
pub fn array_of(shape: &[usize], dtype: DType, values: impl IntoIterator<Item = Value>) -> Result<Array, Raise> {
    let array = Array::empty(shape, dtype, Order::C)?;
    for (place, value) in values.into_iter().take(array.size()).enumerate() {
        // SAFETY: the new array has so many elements, one after the other.
        unsafe { write(array.data().wrapping_add(place * dtype.size()), &value, dtype)? };
    }
    Ok(array)
}

/// An array without dimensions around one value.
pub fn single(value: &Value, dtype: DType) -> Result<Array, Raise> {
    array_of(&[], dtype, [value.clone()])
}

/// The elements of an array as plain values, in the order of C.
pub fn values(array: &Array) -> Vec<Value> {
    (0..array.size()).map(|place| python(array.at(place))).collect()
}

/// The shown elements of an array of references: as `repr` has them, and lists named as such.
pub(super) fn written(array: &Array, options: &print::Options) -> Result<Vec<String>, Raise> {
    let text = |scalar: Scalar| {
        let value = plain(scalar);
        let text = ops::repr(&value)?;
        Ok(if value.kind() == Some(Kind::List) && array.dtype() == DType::Object {
            format!("list({text})")
        } else {
            text
        })
    };
    print::shown(array, options).into_iter().map(text).collect()
}

/// Calls `visit` for each object that an array alone keeps.
pub(super) fn trace(array: &Array, visit: &mut dyn FnMut(&Ref)) {
    for &handle in array.own_references() {
        // SAFETY: the buffer keeps its elements.
        unsafe { borrowed(handle) }.trace(visit);
    }
}

/// Lets go of the elements that an array alone keeps.
pub(super) fn clear(array: &Array) {
    if array.own_references().is_empty() {
        return;
    }
    for place in 0..array.own_references().len() {
        // SAFETY: the place is one of the buffer, which keeps its elements; what is written is `Unbound`.
        unsafe { reference::give(array.buffer_start().wrapping_add(place * DType::Object.size()), NOTHING) };
    }
}

/// An element that refers to nothing.
const NOTHING: Scalar = Scalar::nothing();
