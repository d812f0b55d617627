//! `flatiter`: the elements of an array one after the other, in the order of C, however they lie.
//!
//! In: an array. Out: an object that reads and writes it by one place, and goes over it.

use super::argument::any_array;
use crate::array::ndarray::Order;
use crate::array::{DType, cast, create};
use crate::builtins::modules::class;
use crate::raise;
use crate::value::array::{NdArray, get_item, set_element, set_elements};
use crate::value::class::Class;
use crate::value::exception::take_pending;
use crate::value::heap::Ref;
use crate::value::instance::Instance;
use crate::value::native::Takes::{Anything, Exactly};
use crate::value::native::{Owner, Row, Takes};
use crate::value::opaque::{Content, Opaque};
use crate::value::{Arguments, Gc, Kind, Raise, Res, Value, convert, ops};
use std::cell::{Cell, OnceCell};

/// What a flat iterator is made of: an array of numbers, which leads to nothing else.
struct Flat {
    base: Value,
    /// The place that is next.
    next: Cell<usize>,
}

/// The same of an array of objects.
struct FlatOfObjects(Flat);

impl Flat {
    fn array(&self) -> &NdArray {
        self.base.downcast().unwrap_or_else(|| unreachable!("a flat iterator is made of an array"))
    }
}

impl Content for FlatOfObjects {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.0.base.trace(visit);
    }
}

impl Content for Flat {
    fn is_alone() -> bool {
        true
    }

    fn length(&self) -> Option<usize> {
        Some(self.array().size())
    }

    fn item(&self, place: usize) -> Option<Value> {
        let array = self.array();
        (place < array.size()).then(|| Value::from(array.at(place)))
    }

    fn set_item(&self, place: usize, value: &Value) -> Result<bool, Raise> {
        let array = self.array();
        if place >= array.size() {
            return Ok(false);
        }
        write(array, place, value).map(|()| true)
    }
}

fn of_value(value: &Value) -> Option<&Flat> {
    value.content::<Flat>().or_else(|| value.content::<FlatOfObjects>().map(|flat| &flat.0))
}

fn is_flat(value: &Value) -> bool {
    of_value(value).is_some()
}

fn this(value: &Value) -> Result<&Flat, Raise> {
    of_value(value).ok_or_else(|| super::wrong("a flatiter is wanted", value))
}

const fn row(name: &'static str, takes: Takes) -> Row {
    Row { name, owner: Owner::Type("numpy.flatiter", is_flat), takes, pure: false, doc: "" }
}

static METHODS: &[Row] = &[
    row("__getitem__", Exactly(1, |arguments| get(this(&arguments[0])?, &arguments[1]))),
    row(
        "__setitem__",
        Exactly(2, |arguments| set(this(&arguments[0])?, &arguments[1], &arguments[2]).map(|()| Value::None)),
    ),
    row("__len__", Exactly(0, |arguments| Ok(Value::int(this(&arguments[0])?.array().size() as i64)))),
    row("__iter__", Exactly(0, begin)),
    row("__next__", Exactly(0, next)),
    row("__array__", Anything(|arguments: &Arguments<'_>| copy(&arguments.positional[0]))),
    row("copy", Exactly(0, |arguments| copy(&arguments[0]))),
];

static ATTRIBUTES: &[(&str, fn(&Value) -> Res)] = &[
    ("base", |value| Ok(this(value)?.base.clone())),
    ("index", |value| Ok(Value::int(this(value)?.next.get() as i64))),
    ("coords", |value| {
        let flat = this(value)?;
        let mut left = flat.next.get();
        let mut places: Vec<Value> = Vec::new();
        for (axis, &length) in flat.array().shape().iter().enumerate().rev() {
            let length = length.max(1);
            // The first axis goes on behind its end.
            places.push(Value::int((if axis == 0 { left } else { left % length }) as i64));
            left /= length;
        }
        places.reverse();
        Ok(Value::tuple(places))
    }),
];

/// The class.
pub fn class() -> Gc<Class> {
    with_class(Gc::clone)
}

#[inline]
fn with_class<T>(look: impl FnOnce(&Gc<Class>) -> T) -> T {
    thread_local! {
        static CLASS: OnceCell<Gc<Class>> = const { OnceCell::new() };
    }
    let make = || {
        let class = class::create_bare("numpy", "flatiter", METHODS);
        class::add_attributes(&class, ATTRIBUTES);
        class::forbid_calls(&class);
        class
    };
    CLASS.with(|known| look(known.get_or_init(make)))
}

/// `array.flat`
pub fn of(value: &Value) -> Res {
    let base = match value.kind() {
        Some(Kind::Array) => value.clone(),
        _ => Value::from(any_array(value)?),
    };
    let holds_objects = base.downcast::<NdArray>().is_some_and(|array| array.dtype() == DType::Object);
    let flat = Flat { base, next: Cell::new(0) };
    Ok(match holds_objects {
        true => Value::from(Instance::wrap(&class(), Opaque::create(FlatOfObjects(flat)))),
        false => Value::from(Instance::holding(with_class(|class| class.shape().clone()), flat)),
    })
}

/// The one place that a subscript names, if it is a whole number.
fn place(flat: &Flat, index: &Value) -> Result<Option<usize>, Raise> {
    let Some(wanted) = (if matches!(index, Value::Bool(_)) { None } else { convert::as_index(index)? }) else {
        return Ok(None);
    };
    let size = flat.array().size();
    let from_start = wanted.as_int().map(|place| if place < 0 { place + size as i64 } else { place });
    match from_start.and_then(|place| usize::try_from(place).ok()).filter(|&place| place < size) {
        Some(place) => Ok(Some(place)),
        None => {
            let shown = ops::repr(&wanted)?;
            Err(raise!(IndexError, "index {shown} is out of bounds for size {size}"))
        }
    }
}

fn get(flat: &Flat, index: &Value) -> Res {
    if !matches!(index.kind(), Some(Kind::Array))
        && let Some(place) = place(flat, index)?
    {
        return Ok(Value::from(flat.array().at(place)));
    }
    let item = get_item(&row_of(flat)?, index)?;
    match item.downcast::<NdArray>() {
        Some(view) => Ok(Value::from(cast::copy(view, view.dtype(), Order::C)?)),
        None => Ok(item),
    }
}

/// Writes one element; what is wrong with the value is not said.
fn write(array: &NdArray, place: usize, value: &Value) -> Result<(), Raise> {
    if !array.is_writeable() {
        return Err(raise!(ValueError, "underlying array is read-only"));
    }
    set_element(array, place, value).map_err(|_| {
        drop(take_pending());
        raise!(ValueError, "Error setting single item of array.")
    })
}

fn set(flat: &Flat, index: &Value, value: &Value) -> Result<(), Raise> {
    let array = flat.array();
    if !matches!(index.kind(), Some(Kind::Array))
        && let Some(place) = place(flat, index)?
    {
        return write(array, place, value);
    }
    let all = create::whole_range(0, 1, array.size(), DType::I64)?;
    let places = cast::to_vec::<i64>(&any_array(&get_item(&Value::from(all), index)?)?)?;
    set_elements(array, places.into_iter().map(|place| place as usize), value)
}

/// One that has not begun is gone over without a call for each element.
fn begin(arguments: &[Value]) -> Res {
    let flat = this(&arguments[0])?;
    match flat.next.get() {
        0 => ops::iter(&row_of(flat)?),
        _ => Ok(arguments[0].clone()),
    }
}

fn next(arguments: &[Value]) -> Res {
    let flat = this(&arguments[0])?;
    let place = flat.next.get();
    match flat.item(place) {
        Some(item) => {
            flat.next.set(place + 1);
            Ok(item)
        }
        None => Err(raise!(StopIteration, "")),
    }
}

/// The elements as a row: a view, where they lie in their order.
fn row_of(flat: &Flat) -> Res {
    let array = flat.array();
    let row = array.reshaped_view(&[array.size()], Order::C);
    Ok(Value::from(row.map_or_else(|| cast::flattened(array, Order::C), Ok)?))
}

fn copy(value: &Value) -> Res {
    Ok(Value::from(cast::flattened(this(value)?.array(), Order::C)?))
}
