//! From values to arrays and operands, and back to lists.
//!
//! In: numbers, sequences, arrays. Out: arrays of the type that holds all of their numbers, or numpy's exceptions.

use super::{DTypeBody, NdArray, objects, protocol, python, reference, report, report_cast, warn_complex};
use crate::array::dtype::{self, Weak};
use crate::array::ndarray::{MOST_DIMENSIONS, Order, Shape, shown_as_tuple};
use crate::array::status::{self, Status};
use crate::array::{Array, DType, Scalar, cast};
use crate::number::float::plain;
use crate::raise;
use crate::value::class::Class;
use crate::value::heap::Storage;
use crate::value::list::List;
use crate::value::ops::dunder;
use crate::value::tuple::Tuple;
use crate::value::{Gc, Kind, Raise, Symbol, Value, convert, ops, type_name, types};
use std::hint::black_box;

/// An operand of an element-wise operation.
pub enum Operand {
    /// An array.
    Array(Array),
    /// One element.
    Scalar(Scalar),
    /// A Python number, whose type gives way.
    Weak(Weak, Value),
}

impl Operand {
    /// As an array whose elements are of a type, or can be cast to it.
    pub fn to_array(&self, dtype: DType) -> Result<Array, Raise> {
        match self {
            Operand::Weak(_, value) if dtype.is_reference() => reference::single(value, dtype),
            Operand::Array(array) => Ok(array.alias()),
            Operand::Scalar(scalar) => Ok(Array::from_scalar(*scalar)?),
            Operand::Weak(_, value) => Ok(Array::from_scalar(element(value, dtype)?)?),
        }
    }

    /// Whether it has no dimensions and is no array.
    pub fn is_scalar(&self) -> bool {
        !matches!(self, Operand::Array(_))
    }
}

/// The operand that a value is, if it can be one.
pub fn operand(value: &Value) -> Result<Option<Operand>, Raise> {
    if let Some(array) = value.downcast::<NdArray>() {
        return Ok(Some(Operand::Array(array.alias())));
    }
    if let Some(scalar) = value.as_scalar() {
        return Ok(Some(Operand::Scalar(scalar)));
    }
    Ok(match value {
        Value::Bool(truth) => Some(Operand::Scalar(Scalar::of(crate::array::element::Bool::of(truth.get())))),
        Value::Int(_) => Some(Operand::Weak(Weak::Int, value.clone())),
        Value::Float(_) => Some(Operand::Weak(Weak::Float, value.clone())),
        _ => match value.kind() {
            Some(Kind::BigInt) => Some(Operand::Weak(Weak::Int, value.clone())),
            Some(Kind::Complex) => Some(Operand::Weak(Weak::Complex, value.clone())),
            Some(Kind::List | Kind::Tuple | Kind::Range | Kind::ByteArray | Kind::MemoryView) => {
                Some(Operand::Array(from_value(value, None)?))
            }
            _ => None,
        },
    })
}

/// The type that operands come together in.
pub fn common_type(operands: &[Operand]) -> DType {
    let strong = operands
        .iter()
        .filter_map(|operand| match operand {
            Operand::Array(array) => Some(array.dtype()),
            Operand::Scalar(scalar) => Some(scalar.dtype()),
            Operand::Weak(..) => None,
        })
        .reduce(DType::promote);
    let weak = operands.iter().filter_map(|operand| match operand {
        Operand::Weak(weak, _) => Some(*weak),
        _ => None,
    });
    match (strong, weak.max()) {
        (Some(strong), Some(weak)) => strong.promote_weak(weak),
        (Some(strong), None) => strong,
        (None, Some(weak)) => weak.dtype(),
        (None, None) => DType::F64,
    }
}

/// A number as it is stored into an element: those of other types of arrays must fit signed whole numbers, as those of Python must.
pub fn stored(value: &Value, dtype: DType) -> Result<Scalar, Raise> {
    match value.as_scalar() {
        Some(scalar) if must_fit(scalar.dtype(), dtype) => match super::single_real(value)? {
            Some(number) if number.kind() == Some(Kind::BigInt) => {
                Err(raise!(OverflowError, "Python int too large to convert to C long"))
            }
            Some(number) => element(&number, dtype),
            None => element(value, dtype),
        },
        _ => element(value, dtype),
    }
}

/// Whether scalars of one type are asked to fit an element of the other, as numbers of Python are; else they are cast.
pub fn must_fit(of: DType, into: DType) -> bool {
    into.class() == dtype::Class::Signed && of != into
}

/// Whether a float is too large for a type of single precision.
pub fn is_beyond(float: f64, dtype: DType) -> bool {
    dtype.part() == DType::F32 && float.is_finite() && (float as f32).is_infinite()
}

/// A number as an element of a type; one that it does not hold is warned of.
fn rounded(number: Scalar, dtype: DType) -> Result<Scalar, Raise> {
    if number.dtype().is_inexact() && dtype.is_integer() {
        status::clear();
        // (What the processor notices is to happen between these two.)
        let whole = black_box(black_box(number).cast(dtype));
        report(cast::heard(number.dtype(), dtype, status::read()), "cast")?;
        return Ok(whole);
    }
    let parts = number.complex();
    if is_beyond(parts.re, dtype) || is_beyond(parts.im, dtype) {
        report(Status::OVERFLOW, "cast")?;
    }
    Ok(number.cast(dtype))
}

/// A number of Python as an element of a type; whole numbers must fit, and so must the whole parts of others. Scalars of arrays are cast,
/// unlike in [`stored`].
pub fn element(value: &Value, dtype: DType) -> Result<Scalar, Raise> {
    if dtype.is_reference() {
        return Err(raise!(TypeError, "a number is wanted, not an element of dtype('{}')", objects::shown_type(dtype)));
    }
    if let Some(scalar) = value.as_scalar() {
        if scalar.dtype().is_complex() && !dtype.is_complex() && dtype != DType::Bool {
            warn_complex()?;
        }
        return rounded(scalar, dtype);
    }
    match value {
        Value::Bool(truth) => return Ok(Scalar::of(crate::array::element::Bool::of(truth.get())).cast(dtype)),
        Value::Float(float) if dtype.is_integer() => {
            let whole = Value::from(crate::number::float::to_integer(float.get().trunc())?);
            let fits_word = whole.to_big().is_some_and(|whole| {
                i64::try_from(&whole).is_ok() || dtype == DType::U64 && u64::try_from(&whole).is_ok()
            });
            return match fits_word {
                true => element(&whole, dtype),
                false => Err(raise!(OverflowError, "Python int too large to convert to C long")),
            };
        }
        Value::Float(float) => return rounded(Scalar::of(plain(float.get())), dtype),
        Value::Int(number) if !dtype.is_integer() || Scalar::fits(i128::from(*number), dtype) => {
            return Ok(Scalar::of(*number).cast(dtype));
        }
        _ => {}
    }
    if let Some(big) = value.to_big() {
        if dtype.is_inexact() {
            return rounded(Scalar::of(convert::float(value)?), dtype);
        }
        return match i128::try_from(&big) {
            Ok(number) if dtype == DType::U64 && Scalar::fits(number, dtype) => Ok(Scalar::of(number as u64)),
            _ if dtype == DType::Bool => Ok(Scalar::of(crate::array::element::Bool(1))),
            _ if dtype == DType::I64 => Err(raise!(OverflowError, "Python int too large to convert to C long")),
            _ => Err(raise!(OverflowError, "Python integer {big} out of bounds for {dtype}")),
        };
    }
    if let Some((re, im)) = value.as_complex() {
        if dtype == DType::Bool {
            return Ok(Scalar::of(crate::array::element::Bool::of(re != 0.0 || im != 0.0)));
        }
        if !dtype.is_complex() {
            return Err(match dtype.is_integer() {
                true => not_whole(value),
                false => raise!(TypeError, "float() argument must be a string or a real number, not 'complex'"),
            });
        }
        return rounded(Scalar::of(crate::number::Complex64::new(re, im)), dtype);
    }
    if let Some(array) = value.downcast::<NdArray>()
        && array.size() == 1
        && array.rank() == 0
    {
        return if array.dtype().is_reference() {
            element(&python(array.only()), dtype)
        } else {
            element(&Value::from(array.only()), dtype)
        };
    }
    if let Some(text) = value.as_str() {
        if dtype.is_integer() {
            return element(&Value::from(crate::number::parse::int(text, 10, 4300)?), dtype);
        }
        if dtype.is_complex() {
            return rounded(Scalar::of(crate::number::parse::complex(text)?), dtype);
        }
        return rounded(Scalar::of(crate::number::parse::float(text)?), dtype);
    }
    if matches!(value.kind(), Some(Kind::List | Kind::Tuple)) && dtype.is_integer() {
        return Err(not_whole(value));
    }
    if matches!(value.kind(), Some(Kind::List | Kind::Tuple | Kind::Array)) {
        return Err(raise!(ValueError, "setting an array element with a sequence."));
    }
    if value.is_none() && !dtype.is_inexact() {
        return Err(not_whole(value));
    }
    if value.is_none() {
        return Ok(Scalar::of(f64::NAN).cast(dtype));
    }
    if dtype.is_integer() {
        return match ["__int__", "__index__", "__trunc__"]
            .into_iter()
            .find_map(|name| dunder::find(value, Symbol::new(name)))
        {
            Some(method) => element(&dunder::call(&method, value, &[])?, dtype),
            None => Err(not_whole(value)),
        };
    }
    Ok(Scalar::of(convert::float(value)?).cast(dtype))
}

/// `TypeError`: what `int` says of what it cannot take.
#[cold]
fn not_whole(value: &Value) -> Raise {
    let class = type_name(value);
    raise!(TypeError, "int() argument must be a string, a bytes-like object or a real number, not '{class}'")
}

/// The items of a sequence, if a value is one that arrays are made of.
fn items(value: &Value) -> Result<Option<Vec<Value>>, Raise> {
    if value.kind() == Some(Kind::Instance) && reference::text_type(value).is_some() {
        return Ok(None);
    }
    if let Some(array) = protocol::array_of(value)? {
        return items(&array);
    }
    match value.kind() {
        Some(Kind::List) => {
            Ok(value.downcast::<List>().map(|list| (0..list.len()).filter_map(|i| list.get(i)).collect()))
        }
        Some(Kind::Tuple) => Ok(value.downcast::<Tuple>().map(|tuple| tuple.items().to_vec())),
        Some(Kind::Range) => ops::iterate::collect_values(value).map(Some),
        Some(Kind::Array) => Ok(match value.downcast::<NdArray>() {
            Some(array) if array.rank() > 0 => Some(ops::iterate::collect_values(value)?),
            _ => None,
        }),
        Some(Kind::Instance) if ops::length(value).is_ok() => ops::iterate::collect_values(value).map(Some),
        Some(Kind::Instance) => {
            drop(crate::value::exception::take_pending());
            Ok(None)
        }
        _ => Ok(None),
    }
}

/// What was found of the shape and type of nested sequences.
struct Found {
    shape: Shape,
    dtype: Option<DType>,
    weak: Option<Weak>,
    /// Whether there is something that only an array of objects holds.
    has_objects: bool,
    /// Whether an element was met, so that there are no more dimensions.
    is_deep: bool,
}

impl Found {
    fn note(&mut self, value: &Value) -> Result<(), Raise> {
        self.is_deep = true;
        let strong = |found: &mut Found, dtype: DType| {
            found.dtype = Some(found.dtype.map_or(dtype, |own| own.promote(dtype)));
        };
        let weak = |found: &mut Found, weak: Weak| found.weak = found.weak.max(Some(weak));
        match operand_kind(value) {
            Some(Ok(dtype)) => strong(self, dtype),
            Some(Err(kind)) => weak(self, kind),
            None => match reference::text_type(value) {
                Some(dtype) => strong(self, dtype),
                None => self.has_objects = true,
            },
        }
        Ok(())
    }

    fn look(&mut self, value: &Value, depth: usize) -> Result<(), Raise> {
        if let Some(array) = value.downcast::<NdArray>().filter(|array| array.size() == 0) {
            // It has no element that would say so.
            self.dtype = Some(self.dtype.map_or(array.dtype(), |own| own.promote(array.dtype())));
        }
        if let Some(array) = value.downcast::<NdArray>().filter(|array| array.rank() > 0 && array.size() > 0) {
            return self.look_at_array(value, array, depth);
        }
        if depth < MOST_DIMENSIONS
            && let Some(list) = value.downcast::<List>()
            && let Some(first) = list.get(0).filter(|_| !matches!(list.storage(), Storage::Any | Storage::Empty))
        {
            // All items are like the first one.
            self.length(depth, list.len())?;
            return if depth + 1 == self.shape.len() { self.note(&first) } else { Err(self.uneven(depth + 1)) };
        }
        let Some(items) = items(value)? else {
            self.note(value)?;
            return if depth == self.shape.len() { Ok(()) } else { Err(self.uneven(depth)) };
        };
        if depth >= MOST_DIMENSIONS {
            return Err(raise!(
                ValueError,
                "setting an array element with a sequence. The requested array would exceed the maximum number of dimension of {MOST_DIMENSIONS}."
            ));
        }
        if depth == self.shape.len() {
            self.length(depth, items.len())?;
            if let Some(first) = items.first() {
                self.first(first)?;
            }
        } else if self.shape[depth] != items.len() {
            return Err(self.uneven(depth));
        }
        if self.shape.len() > depth + 1 || items.iter().any(|item| !matches!(item, Value::Int(_) | Value::Float(_))) {
            for item in &items {
                self.look(item, depth + 1)?;
            }
        } else {
            for item in &items {
                self.note(item)?;
            }
        }
        Ok(())
    }

    /// Sequences at some depth have so many items.
    fn length(&mut self, depth: usize, length: usize) -> Result<(), Raise> {
        match self.shape.get(depth) {
            Some(&own) if own != length => Err(self.uneven(depth)),
            Some(_) => Ok(()),
            None if self.is_deep => Err(self.uneven(depth)),
            None => {
                self.shape.push(length);
                Ok(())
            }
        }
    }

    fn look_at_array(&mut self, value: &Value, array: &NdArray, depth: usize) -> Result<(), Raise> {
        for (axis, &length) in array.shape().iter().enumerate() {
            self.length(depth + axis, length)?;
        }
        match depth + array.rank() == self.shape.len() {
            true => self.note(value),
            false => Err(self.uneven(depth + array.rank())),
        }
    }

    /// The shape of the first of the items is that of all.
    fn first(&mut self, value: &Value) -> Result<(), Raise> {
        if let Some(array) = value.downcast::<NdArray>() {
            self.shape.extend_from_slice(array.shape());
            return Ok(());
        }
        if let Some(items) = items(value)? {
            if self.shape.len() >= MOST_DIMENSIONS {
                return Ok(());
            }
            self.shape.push(items.len());
            if let Some(first) = items.first() {
                self.first(first)?;
            }
        }
        Ok(())
    }

    #[cold]
    fn uneven(&self, depth: usize) -> Raise {
        let shape = shown_as_tuple(&self.shape[..depth.min(self.shape.len())]);
        raise!(
            ValueError,
            "setting an array element with a sequence. The requested array has an inhomogeneous shape after {depth} \
             dimensions. The detected shape was {shape} + inhomogeneous part."
        )
    }
}

/// The type of a number: one of arrays, or how weak it is.
fn operand_kind(value: &Value) -> Option<Result<DType, Weak>> {
    if let Some(scalar) = value.as_scalar() {
        return Some(Ok(scalar.dtype()));
    }
    Some(match value {
        Value::Bool(_) => Ok(DType::Bool),
        Value::Int(_) => Err(Weak::Int),
        Value::Float(_) => Err(Weak::Float),
        _ => match value.kind()? {
            Kind::BigInt if i64::try_from(value.as_big()?).is_err() && u64::try_from(value.as_big()?).is_ok() => {
                Ok(DType::U64)
            }
            Kind::BigInt if i64::try_from(value.as_big()?).is_err() => return None,
            Kind::BigInt => Err(Weak::Int),
            Kind::Complex => Err(Weak::Complex),
            Kind::Array => Ok(value.downcast::<NdArray>()?.dtype()),
            _ => return None,
        },
    })
}

/// A flat list of numbers of one kind, copied as it lies and brought to a type that takes each of them.
fn from_flat(list: &List, dtype: Option<DType>) -> Result<Option<Array>, Raise> {
    fn items<T>(list: &List, of: impl Fn(Value) -> Option<T>) -> Vec<T> {
        (0..list.len()).filter_map(|i| of(list.get(i)?)).collect()
    }
    let array = match list.storage() {
        Storage::Float if dtype.is_none_or(DType::is_inexact) => {
            Array::from_slice(&items(list, |value| value.as_float().map(plain)))?
        }
        Storage::Int => {
            let items: Vec<i64> = items(list, |value| value.as_int());
            let fits = |dtype: DType| {
                dtype.is_inexact()
                    || dtype.is_integer() && items.iter().all(|&item| Scalar::fits(i128::from(item), dtype))
            };
            if !dtype.is_none_or(fits) {
                return Ok(None);
            }
            Array::from_slice(&items)?
        }
        Storage::Bool => Array::from_slice(&items(list, |value| value.as_bool().map(crate::array::element::Bool::of)))?,
        Storage::Complex if dtype.is_none_or(DType::is_complex) => {
            let complex =
                |value: Value| value.as_complex().map(|(re, im)| crate::number::Complex64::new(plain(re), plain(im)));
            Array::from_slice(&items(list, complex))?
        }
        _ => return Ok(None),
    };
    Ok(Some(cast::with_type(&array, dtype.unwrap_or(array.dtype()))?))
}

/// An array of the numbers in a value: nested sequences become dimensions. An array is taken as it is if the type fits.
pub fn from_value(value: &Value, dtype: Option<DType>) -> Result<Array, Raise> {
    if let Some(array) = protocol::array_of(value)? {
        return from_value(&array, dtype);
    }
    if let Some(array) = value.downcast::<NdArray>() {
        let dtype = reference::fitting(array, dtype.unwrap_or(array.dtype()))?;
        if dtype == array.dtype() {
            return Ok(array.alias());
        }
        status::clear();
        let made = cast::with_type(array, dtype)?;
        report_cast(array.dtype(), dtype, status::read())?;
        return Ok(made);
    }
    if let Some(wanted) = dtype.filter(|dtype| dtype.is_reference()) {
        return references(value, wanted);
    }
    if let Some(list) = value.downcast::<List>()
        && let Some(array) = from_flat(list, dtype)?
    {
        return Ok(array);
    }
    if let (Some(scalar), None) = (value.as_scalar(), dtype) {
        return Ok(Array::from_scalar(scalar)?);
    }
    let mut found = Found { shape: Shape::new(), dtype: None, weak: None, has_objects: false, is_deep: false };
    if let Some(items) = items(value)? {
        found.shape.push(items.len());
        if let Some(first) = items.first() {
            found.first(first)?;
        }
    }
    found.look(value, 0)?;
    if dtype.is_none() && found.has_objects {
        return references(value, DType::Object);
    }
    let weak = found.weak.map(Weak::dtype);
    let own = match (found.dtype, weak) {
        (Some(DType::Bool), Some(weak)) => weak,
        (Some(dtype), Some(weak)) => dtype.promote(weak),
        (dtype, weak) => dtype.or(weak).unwrap_or(DType::F64),
    };
    let dtype = dtype.unwrap_or(own);
    if dtype.is_reference() {
        return references(value, dtype);
    }
    let array = Array::empty(&found.shape, dtype, Order::C)?;
    if array.size() > 0 {
        store(&array, value, dtype)?;
    }
    Ok(array)
}

/// An array of references to what nested sequences hold. Where rows are uneven, an array of objects holds rows.
fn references(value: &Value, wanted: DType) -> Result<Array, Raise> {
    let shape = shape_in(value, 0)?;
    let mut leaves = Vec::new();
    leaves_of(value, shape.len(), &mut leaves)?;
    let is_row = |leaf: &Value| matches!(leaf.kind(), Some(Kind::List | Kind::Tuple));
    if wanted != DType::Object && leaves.iter().any(is_row) {
        let found = Found { shape, dtype: None, weak: None, has_objects: false, is_deep: false };
        return Err(found.uneven(found.shape.len()));
    }
    let mut dtype = wanted;
    if matches!(wanted, DType::Text(0) | DType::Bytes(0)) {
        let typed = |leaf: &Value| match leaf.as_scalar() {
            Some(scalar) => Ok(wanted.sized_for(scalar.dtype())),
            None => reference::stored(leaf, wanted).map(|text| reference::text_type(&text).unwrap_or(wanted)),
        };
        dtype = leaves.iter().map(typed).try_fold(wanted, |all, one| one.map(|one| all.promote(one)))?;
        if dtype == wanted {
            dtype = if matches!(wanted, DType::Text(_)) { DType::Text(1) } else { DType::Bytes(1) };
        }
    }
    reference::array_of(&shape, dtype, leaves)
}

/// The dimensions that all items of nested sequences have in common.
fn shape_in(value: &Value, depth: usize) -> Result<Shape, Raise> {
    if let Some(array) = value.downcast::<NdArray>() {
        return Ok(array.shape().into());
    }
    let Some(items) = items(value)? else { return Ok(Shape::new()) };
    let mut shape: Shape = smallvec::smallvec![items.len()];
    if depth + 1 >= MOST_DIMENSIONS {
        return Ok(shape);
    }
    let mut common: Option<Shape> = None;
    for item in &items {
        let own = shape_in(item, depth + 1)?;
        common = Some(match common {
            Some(before) => before.iter().zip(&own).take_while(|(a, b)| a == b).map(|(&length, _)| length).collect(),
            None => own,
        });
    }
    shape.extend(common.unwrap_or_default());
    Ok(shape)
}

fn leaves_of(value: &Value, depth: usize, leaves: &mut Vec<Value>) -> Result<(), Raise> {
    if depth == 0 {
        leaves.push(value.clone());
        return Ok(());
    }
    if let Some(array) = protocol::array_of(value)? {
        return leaves_of(&array, depth, leaves);
    }
    if let Some(array) = value.downcast::<NdArray>()
        && array.rank() == depth
    {
        leaves.extend(reference::values(array));
        return Ok(());
    }
    for item in items(value)?.unwrap_or_default() {
        leaves_of(&item, depth - 1, leaves)?;
    }
    Ok(())
}

/// Fills an array with the numbers of nested sequences of its shape.
fn store(array: &Array, value: &Value, dtype: DType) -> Result<(), Raise> {
    if let Some(source) = value.downcast::<NdArray>() {
        status::clear();
        cast::assign(array, source)?;
        return report_cast(source.dtype(), dtype, status::read());
    }
    if array.rank() == 0 {
        return Ok(cast::fill_with(array, element(value, dtype)?)?);
    }
    if array.rank() == 1
        && let Some(list) = value.downcast::<List>()
        && let Some(row) = from_flat(list, Some(dtype))?
    {
        return Ok(cast::assign(array, &row)?);
    }
    let items = items(value)?.unwrap_or_default();
    for (place, item) in items.iter().enumerate().take(array.shape()[0]) {
        if array.rank() == 1 && item.kind() != Some(Kind::Array) {
            array.set_in_row(place, stored(item, dtype)?);
            continue;
        }
        store(&crate::array::select::line(array, 0, place), item, dtype)?;
    }
    Ok(())
}

/// The type of elements that a value names: a type, its class, a text, or Python's own types of numbers.
pub fn dtype_of(value: &Value) -> Result<Option<DType>, Raise> {
    if value.is_none() || value.is_unbound() {
        return Ok(None);
    }
    if let Some(dtype) = value.downcast::<DTypeBody>() {
        return Ok(Some(dtype.dtype));
    }
    if let Some(name) = value.as_str() {
        let unknown = || {
            let plain = name.trim_start_matches(['<', '>', '=', '|']);
            match ["datetime64", "timedelta64", "M8", "m8"].iter().any(|kind| plain.starts_with(kind)) {
                true => raise!(
                    NotImplementedError,
                    "arrays of dates (dtype '{name}') are not supported: use the module datetime in an array of objects"
                ),
                false => raise!(TypeError, "data type '{name}' not understood"),
            }
        };
        return DType::from_name(name).map(Some).ok_or_else(unknown);
    }
    if let Some(class) = value.as_gc::<Class>() {
        let types = types();
        let own = |known: &Gc<Class>| class.is(known);
        let plain = [
            (&types.bool, DType::Bool),
            (&types.int, DType::I64),
            (&types.float, DType::F64),
            (&types.complex, DType::C128),
        ];
        if let Some((_, dtype)) = plain.iter().find(|(known, _)| own(known)) {
            return Ok(Some(*dtype));
        }
        if let Some(place) = super::classes().scalars.iter().position(own) {
            return Ok(DType::from_number(place));
        }
        let references = &super::classes().references;
        let named = [
            (&types.object, DType::Object),
            (&references[0], DType::Object),
            (&types.str, DType::Text(0)),
            (&references[1], DType::Text(0)),
            (&types.bytes, DType::Bytes(0)),
            (&references[2], DType::Bytes(0)),
        ];
        if let Some((_, dtype)) = named.iter().find(|(known, _)| own(known)) {
            return Ok(Some(*dtype));
        }
        // A class of a script is whatever an array of objects holds.
        if !super::is_own(class) {
            return Ok(Some(DType::Object));
        }
    }
    if let Some(array) = value.downcast::<NdArray>() {
        return Ok(Some(array.dtype()));
    }
    let shown = ops::repr(value)?;
    if matches!(value.kind(), Some(Kind::List | Kind::Dict)) {
        return Err(raise!(
            NotImplementedError,
            "arrays of records (dtype {shown}) are not supported: keep an array for each field"
        ));
    }
    Err(raise!(TypeError, "Cannot interpret '{shown}' as a data type"))
}

/// A shape: an int or a sequence of them.
pub fn shape_of(value: &Value) -> Result<Shape, Raise> {
    let length = |value: &Value| -> Result<usize, Raise> {
        let length = match convert::as_index(value)? {
            Some(Value::Int(length)) => length,
            Some(_) => return Err(raise!(ValueError, "Maximum allowed dimension exceeded")),
            None => convert::small_index(value, crate::value::Error::ValueError)?,
        };
        usize::try_from(length).map_err(|_| raise!(ValueError, "negative dimensions are not allowed"))
    };
    match value.kind() {
        Some(Kind::List | Kind::Tuple | Kind::Range) => {
            ops::iterate::collect_values(value)?.iter().map(length).collect()
        }
        Some(Kind::Array) if value.downcast::<NdArray>().is_some_and(|array| array.rank() > 0) => {
            ops::iterate::collect_values(value)?.iter().map(length).collect()
        }
        _ => match convert::as_index(value)? {
            Some(_) => Ok(smallvec::smallvec![length(value)?]),
            None if value.as_str().is_some() => {
                Err(raise!(TypeError, "'str' object cannot be interpreted as an integer"))
            }
            None => {
                let shown = ops::repr(value)?;
                Err(raise!(TypeError, "expected a sequence of integers or a single integer, got '{shown}'"))
            }
        },
    }
}

/// A shape in which one length may be -1: what is left.
pub fn settled_shape(own: &Array, wanted: &Value) -> Result<Shape, Raise> {
    let whole = |value: &Value| convert::small_index(value, crate::value::Error::OverflowError);
    let lengths: Vec<i64> = match wanted.kind() {
        Some(Kind::Tuple | Kind::List | Kind::Array) => {
            let items = ops::iterate::collect_values(wanted)?;
            items.iter().map(whole).collect::<Result<_, _>>()?
        }
        _ => vec![whole(wanted)?],
    };
    let size = own.size();
    let refuse = || {
        let length = |&length: &i64| if length < 0 { "newaxis".to_string() } else { length.to_string() };
        // As in numpy, what is unknown is not shown where it comes first.
        let shown: Vec<String> = lengths.iter().skip_while(|&&length| length < 0).map(length).collect();
        let shown = if lengths.len() == 1 { format!("({},)", shown[0]) } else { format!("({})", shown.join(",")) };
        raise!(ValueError, "cannot reshape array of size {size} into shape {shown}")
    };
    let mut unknown = None;
    let mut known: usize = 1;
    for (place, &length) in lengths.iter().enumerate() {
        match usize::try_from(length) {
            Ok(length) => known = known.checked_mul(length).ok_or_else(refuse)?,
            Err(_) if unknown.is_none() => unknown = Some(place),
            Err(_) => return Err(raise!(ValueError, "can only specify one unknown dimension")),
        }
    }
    let mut shape: Shape = lengths.iter().map(|&length| length.max(0) as usize).collect();
    if let Some(place) = unknown {
        if known == 0 || !size.is_multiple_of(known) {
            return Err(refuse());
        }
        shape[place] = size / known;
    } else if known != size {
        return Err(refuse());
    }
    Ok(shape)
}

/// An array as nested lists of Python numbers.
pub fn to_list(array: &Array) -> Value {
    match array.rank() {
        0 => python(array.only()),
        1 => numbers(array).unwrap_or_else(|| Value::list((0..array.size()).map(|place| python(array.at(place))))),
        _ => Value::list((0..array.shape()[0]).map(|place| to_list(&crate::array::select::line(array, 0, place)))),
    }
}

/// The numbers of a dense row of one of the usual types.
fn numbers(array: &Array) -> Option<Value> {
    macro_rules! listed {
        ($($type:ty => $value:expr,)*) => {
            $(if let Some(row) = array.as_slice::<$type>() {
                return Some(Value::list(row.iter().map(|&item| $value(item))));
            })*
        };
    }
    listed! {
        i64 => Value::int, i32 => |item| Value::int(i64::from(item)), u8 => |item| Value::int(i64::from(item)),
        f64 => Value::float, f32 => |item| Value::float(f64::from(item)),
    }
    array
        .as_slice::<crate::array::element::Bool>()
        .map(|row| Value::list(row.iter().map(|item| Value::bool(item.get()))))
}
