//! Subscripts: reading, storing and deleting items and slices.
//!
//! In: a container, an index, a value. Out: the item, or the change done. Indices may be any object with `__index__`;
//! it is asked before the container is looked at.

use super::{attribute, base, dunder, iterate};
use crate::raise;
use crate::value::array;
use crate::value::byte_array::ByteArray;
use crate::value::bytes::Bytes;
use crate::value::class::{Class, class_of, types};
use crate::value::dict::Dict;
use crate::value::exception::{self, Error};
use crate::value::generic::{self, Alias};
use crate::value::heap::Flat;
use crate::value::list::List;
use crate::value::memory_view::MemoryView;
use crate::value::range::Range;
use crate::value::slice::{Bounds, Selection, Slice};
use crate::value::str::Str;
use crate::value::tuple::Tuple;
use crate::value::{Gc, Kind, Raise, Res, Symbol, Value, convert, type_name};
use dashu_int::IBig;

/// `object[index]`
#[inline]
pub fn get(object: &Value, index: &Value) -> Res {
    if let (Some(list), Some(place)) = (object.downcast::<List>(), index.as_int())
        && let Some(place) = list.place(place)
        && let Some(item) = list.get(place)
    {
        return Ok(item);
    }
    get_any(object, index)
}

/// `object[start:stop:step]`: no slice is made for the sequences that programs cut most.
pub fn get_slice(object: &Value, start: &Value, stop: &Value, step: &Value) -> Res {
    let bounds = || Bounds::of(start, stop, step);
    match object.kind() {
        Some(Kind::List) if let Some(list) = object.downcast::<List>() => {
            let bounds = bounds()?;
            get_list_slice(list, bounds.select(list.len()))
        }
        Some(Kind::Str) if let Some(text) = object.downcast::<Str>() => {
            get_str_slice(text, bounds()?.select(text.len()))
        }
        Some(Kind::Tuple) if let Some(tuple) = object.downcast::<Tuple>() => {
            get_tuple_slice(tuple, bounds()?.select(tuple.len()))
        }
        _ => get_any(object, &Value::from(Slice::create(start.clone(), stop.clone(), step.clone()))),
    }
}

#[inline(never)]
fn get_any(object: &Value, index: &Value) -> Res {
    match object.kind() {
        Some(Kind::Array) => array::get_item(object, index),
        Some(Kind::List) => match object.downcast::<List>() {
            Some(list) => get_list(list, index),
            None => Err(not_subscriptable(object)),
        },
        Some(Kind::Tuple) => match object.downcast::<Tuple>() {
            Some(tuple) => get_tuple(tuple, index),
            None => Err(not_subscriptable(object)),
        },
        Some(Kind::Dict) => match object.downcast::<Dict>() {
            Some(dict) => match dict.get(index)? {
                Some(value) => Ok(value),
                None => Err(exception::raise_with(Error::KeyError, index.clone())),
            },
            None => Err(not_subscriptable(object)),
        },
        Some(Kind::Str) => match object.downcast::<Str>() {
            Some(text) => get_str(text, index),
            None => Err(not_subscriptable(object)),
        },
        Some(Kind::Bytes) => match object.downcast::<Bytes>() {
            Some(bytes) => get_bytes(bytes, index),
            None => Err(not_subscriptable(object)),
        },
        Some(Kind::ByteArray) => match object.downcast::<ByteArray>() {
            Some(array) => array.get(index),
            None => Err(not_subscriptable(object)),
        },
        Some(Kind::MemoryView) => match object.downcast::<MemoryView>() {
            Some(view) => get_view(view, index),
            None => Err(not_subscriptable(object)),
        },
        Some(Kind::Range) => match object.downcast::<Range>() {
            Some(range) => get_range(range, index),
            None => Err(not_subscriptable(object)),
        },
        Some(Kind::Instance | Kind::Exception) => get_scripted(object, index),
        Some(Kind::Class) => get_of_class(object, index),
        Some(Kind::Alias) => generic::substitute(object, index),
        _ if array::concerns(object) => array::get_of_scalar(object, index),
        _ => Err(not_subscriptable(object)),
    }
}

/// The item of an object whose class a script made: by its method, else of the built-in value inside.
fn get_scripted(object: &Value, index: &Value) -> Res {
    if let Some(item) = dunder::binary_method(object, Symbol::GETITEM, index)? {
        return Ok(item);
    }
    get_inside(object, index)
}

/// The item that the built-in value inside an instance has; of a key that a dictionary does not have, what the class says.
pub fn get_inside(object: &Value, index: &Value) -> Res {
    let Some(payload) = base::ordered(object) else {
        return Err(not_subscriptable(object));
    };
    if let Some(dict) = payload.downcast::<Dict>()
        && let Some(method) = dunder::find(object, Symbol::MISSING)
    {
        return match dict.get(index)? {
            Some(value) => Ok(value),
            None => dunder::call(&method, object, std::slice::from_ref(index)),
        };
    }
    get(&payload, index)
}

/// `Class[…]`: what the metaclass says, or the class; else a type with arguments, for classes that take some.
fn get_of_class(object: &Value, index: &Value) -> Res {
    if let Some(item) = dunder::binary_method(object, Symbol::GETITEM, index)? {
        return Ok(item);
    }
    let Some(class) = object.as_gc::<Class>() else {
        return Err(not_subscriptable(object));
    };
    if class.lookup(Symbol::CLASS_GETITEM).is_some() {
        return super::call::call(&attribute::get(object, Symbol::CLASS_GETITEM)?, std::slice::from_ref(index));
    }
    // A class that derives from `type` takes no arguments for that.
    if std::iter::once(class).chain(class.ancestors()).any(is_generic) && !derives_from_type(class) {
        return Ok(Value::from(Alias::create(object.clone(), index)));
    }
    Err(raise!(TypeError, "type '{}' is not subscriptable", class.name()))
}

fn derives_from_type(class: &Gc<Class>) -> bool {
    class.is_subclass(&types().class) && !class.is(&types().class)
}

/// Whether a built-in class can be written with the types of its items.
fn is_generic(class: &Gc<Class>) -> bool {
    let generic = ["dict", "dtype", "enumerate", "frozenset", "list", "ndarray", "number", "set", "tuple", "type"];
    let is_group = class.error().is_some_and(|error| error == Error::BaseExceptionGroup);
    !class.is_from_script() && (is_group || generic.contains(&class.name().as_str()))
}

#[cold]
fn not_subscriptable(object: &Value) -> Raise {
    raise!(TypeError, "'{}' object is not subscriptable", type_name(object))
}

/// The place that an index names in a sequence of `length()` items. The length is asked after `__index__`.
fn place(index: &Value, what: &str, out_of_range: &str, length: impl FnOnce() -> usize) -> Result<usize, Raise> {
    let index = match convert::as_index(index)? {
        Some(Value::Int(index)) => index,
        Some(_) => {
            return Err(raise!(IndexError, "cannot fit '{}' into an index-sized integer", type_name(index)));
        }
        None => {
            let class = type_name(index);
            return Err(raise!(TypeError, "{what} indices must be integers or slices, not {class}"));
        }
    };
    let length = length() as i64;
    let place = if index < 0 { index + length } else { index };
    if place < 0 || place >= length {
        return Err(raise!(IndexError, "{out_of_range}"));
    }
    Ok(place as usize)
}

fn get_list(list: &List, index: &Value) -> Res {
    if let Some(slice) = index.downcast::<Slice>() {
        return get_list_slice(list, slice.select(|| list.len())?);
    }
    let place = place(index, "list", "list index out of range", || list.len())?;
    Ok(list.get(place).unwrap_or_default())
}

fn get_list_slice(list: &List, chosen: Selection) -> Res {
    let start = if chosen.count == 0 { 0 } else { chosen.start as usize };
    let items = list.copy(start, chosen.step as isize, chosen.count)?;
    Ok(Value::from(List::from_flat(items)))
}

/// The places that a selection names.
fn places(chosen: Selection) -> impl Iterator<Item = usize> {
    (0..chosen.count as i64).map(move |i| (chosen.start + i * chosen.step) as usize)
}

fn get_tuple(tuple: &Tuple, index: &Value) -> Res {
    if let Some(slice) = index.downcast::<Slice>() {
        return get_tuple_slice(tuple, slice.select(|| tuple.len())?);
    }
    let place = place(index, "tuple", "tuple index out of range", || tuple.len())?;
    Ok(tuple.items()[place].clone())
}

fn get_tuple_slice(tuple: &Tuple, chosen: Selection) -> Res {
    let item = |i: usize| tuple.items()[(chosen.start + i as i64 * chosen.step) as usize].clone();
    Ok(Value::from(Tuple::filled(chosen.count, item)))
}

fn get_str_slice(text: &Str, chosen: Selection) -> Res {
    if chosen.step == 1 {
        let part = text.part(chosen.start as usize, chosen.start as usize + chosen.count);
        return Ok(Value::from(text.cut_out(part)));
    }
    if text.is_ascii() {
        let bytes = text.as_str().as_bytes();
        let count = chosen.count;
        return Ok(Value::from(match count {
            1 => Str::of_char(char::from(bytes[chosen.start as usize])),
            _ => Str::written(count, count, |pen| {
                places(chosen).for_each(|place| pen.write_ascii(&[bytes[place]], |&byte| byte));
            }),
        }));
    }
    let chars: Vec<char> = text.as_str().chars().collect();
    Ok(Value::from(Str::new(places(chosen).map(|place| chars[place]).collect::<String>())))
}

fn get_str(text: &Str, index: &Value) -> Res {
    if let Some(slice) = index.downcast::<Slice>() {
        return get_str_slice(text, slice.select(|| text.len())?);
    }
    if convert::as_index(index)?.is_none() {
        let class = type_name(index);
        return Err(raise!(TypeError, "string indices must be integers, not '{class}'"));
    }
    let place = place(index, "string", "string index out of range", || text.len())?;
    Ok(text.char_at(place).map_or_else(Value::default, |c| Value::from(Str::of_char(c))))
}

fn get_bytes(bytes: &Bytes, index: &Value) -> Res {
    let data = bytes.data();
    if let Some(slice) = index.downcast::<Slice>() {
        let chosen = slice.select(|| data.len())?;
        return Ok(Value::bytes(&places(chosen).map(|place| data[place]).collect::<Vec<u8>>()));
    }
    let place = place(index, "byte", "index out of range", || data.len())?;
    Ok(Value::int(data[place] as i64))
}

fn view_place(view: &MemoryView, index: &Value) -> Result<usize, Raise> {
    let Some(place) = convert::as_index(index)? else {
        return Err(raise!(TypeError, "memoryview: invalid slice key"));
    };
    let (length, place) = (view.len() as i64, place.as_int().unwrap_or(i64::MAX));
    let place = if place < 0 { place.saturating_add(length) } else { place };
    match (0..length).contains(&place) {
        true => Ok(place as usize),
        false => Err(raise!(IndexError, "index out of bounds on dimension 1")),
    }
}

fn get_view(view: &MemoryView, index: &Value) -> Res {
    view.check()?;
    match index.downcast::<Slice>() {
        Some(slice) => Ok(Value::from(view.part(slice.select(|| view.len())?))),
        None => view.get(view_place(view, index)?),
    }
}

fn set_view(view: &MemoryView, index: &Value, value: &Value) -> Result<(), Raise> {
    view.check()?;
    if view.is_read_only() {
        return Err(raise!(TypeError, "cannot modify read-only memory"));
    }
    match index.downcast::<Slice>() {
        Some(slice) => {
            let part = view.part(slice.select(|| view.len())?);
            let from = MemoryView::of(value).map_err(|raised| {
                let _ = (raised, exception::take_pending());
                raise!(TypeError, "a bytes-like object is required, not '{}'", type_name(value))
            })?;
            part.fill(&from)
        }
        None => view.set(view_place(view, index)?, value),
    }
}

fn get_range(range: &Range, index: &Value) -> Res {
    let length = range.length();
    if let Some(slice) = index.downcast::<Slice>() {
        return get_range_slice(range, &length, slice);
    }
    let Some(index_value) = convert::as_index(index)? else {
        let class = type_name(index);
        return Err(raise!(TypeError, "range indices must be integers or slices, not {class}"));
    };
    let mut place = index_value.to_big().unwrap_or_default();
    if place < IBig::ZERO {
        place += &length;
    }
    if place < IBig::ZERO || place >= length {
        return Err(raise!(IndexError, "range object index out of range"));
    }
    Ok(range.item(&place))
}

/// A part of a range is a range; its bounds may be of any size.
fn get_range_slice(range: &Range, length: &IBig, slice: &Slice) -> Res {
    let bound = |value: &Value| -> Result<Option<IBig>, Raise> {
        if value.is_none() {
            return Ok(None);
        }
        match convert::as_index(value)? {
            Some(index) => Ok(index.to_big()),
            None => Err(raise!(TypeError, "slice indices must be integers or None or have an __index__ method")),
        }
    };
    let step = bound(&slice.step)?.unwrap_or(IBig::ONE);
    if step == IBig::ZERO {
        return Err(raise!(ValueError, "slice step cannot be zero"));
    }
    let (lowest, highest) = if step > IBig::ZERO { (IBig::ZERO, length.clone()) } else { (IBig::NEG_ONE, length - 1) };
    let clip =
        |place: IBig| (if place < IBig::ZERO { place + length } else { place }).clamp(lowest.clone(), highest.clone());
    let ascending = step > IBig::ZERO;
    let start = bound(&slice.start)?.map_or(if ascending { lowest.clone() } else { highest.clone() }, clip);
    let stop = bound(&slice.stop)?.map_or(if ascending { highest.clone() } else { lowest.clone() }, clip);
    let item_at = |place: &IBig| range.part(place, &IBig::ONE, &IBig::ZERO).parts().0.to_big().unwrap_or_default();
    let (_, _, width) = range.parts();
    let new_step = width.to_big().unwrap_or_default() * &step;
    Ok(Range::of(item_at(&start), item_at(&stop), new_step).into_value())
}

/// `object[index] = value`
#[inline]
pub fn set(object: &Value, index: &Value, value: Value) -> Result<(), Raise> {
    if let (Some(list), Some(place)) = (object.as_gc::<List>(), index.as_int())
        && let Some(place) = list.place(place)
    {
        list.set(place, value);
        return Ok(());
    }
    set_any(object, index, value)
}

/// `object[start:stop:step] = value`: no slice is made for lists.
pub fn set_slice(object: &Value, parts: [&Value; 3], value: Value) -> Result<(), Raise> {
    match object.as_gc::<List>() {
        Some(list) => set_list_slice(list, parts, &value),
        None => {
            set_any(object, &Value::from(Slice::create(parts[0].clone(), parts[1].clone(), parts[2].clone())), value)
        }
    }
}

#[inline(never)]
fn set_any(object: &Value, index: &Value, value: Value) -> Result<(), Raise> {
    if object.kind() == Some(Kind::Array) {
        return array::set_item(object, index, &value);
    }
    if let Some(list) = object.as_gc::<List>() {
        if let Some(slice) = index.downcast::<Slice>() {
            return set_list_slice(list, [&slice.start, &slice.stop, &slice.step], &value);
        }
        let place = place(index, "list", "list assignment index out of range", || list.len())?;
        list.set(place, value);
        return Ok(());
    }
    if let Some(dict) = object.as_gc::<Dict>() {
        return dict.set(index.clone(), value);
    }
    if let Some(array) = object.downcast::<ByteArray>() {
        return array.set(index, &value);
    }
    if let Some(view) = object.downcast::<MemoryView>() {
        return set_view(view, index, &value);
    }
    if let Some(method) = dunder::find(object, Symbol::SETITEM) {
        dunder::call(&method, object, &[index.clone(), value])?;
        return Ok(());
    }
    if let Some(payload) = base::payload(object).filter(changes_by_place) {
        return set_any(&payload, index, value);
    }
    Err(raise!(TypeError, "'{}' object does not support item assignment", type_name(object)))
}

fn changes_by_place(payload: &Value) -> bool {
    matches!(payload.kind(), Some(Kind::List | Kind::Dict | Kind::ByteArray))
}

fn set_list_slice(list: &Gc<List>, [start, stop, step]: [&Value; 3], value: &Value) -> Result<(), Raise> {
    let bounds = Bounds::of(start, stop, step)?;
    if let Some(given) = value.as_gc::<List>().filter(|given| !given.is(list)) {
        let chosen = bounds.select(list.len());
        if chosen.step == 1 {
            return splice(list, chosen, given);
        }
    }
    // What it says of its own length is not asked.
    let begun = if dunder::is_scripted(value) { iterate::iter(value) } else { Ok(value.clone()) };
    let items: Flat = match begun.and_then(|items| iterate::collect(&items)) {
        Ok(items) => items,
        Err(raised) => {
            if exception::catch(Error::TypeError).is_none() {
                return Err(raised);
            }
            let plain = step.is_none() || step.as_int() == Some(1);
            return Err(if plain {
                raise!(TypeError, "can only assign an iterable")
            } else {
                raise!(TypeError, "must assign iterable to extended slice")
            });
        }
    };
    let chosen = bounds.select(list.len());
    if chosen.step == 1 {
        return splice(list, chosen, &items);
    }
    if items.len() != chosen.count {
        let (given, wanted) = (items.len(), chosen.count);
        return Err(raise!(
            ValueError,
            "attempt to assign sequence of size {given} to extended slice of size {wanted}"
        ));
    }
    for (from, to) in places(chosen).enumerate() {
        if let Some(item) = items.get(from) {
            list.set(to, item);
        }
    }
    Ok(())
}

/// Puts items in the place of those of a slice with a step of one.
fn splice(list: &Gc<List>, chosen: Selection, items: &Flat) -> Result<(), Raise> {
    let start = chosen.start as usize;
    list.splice(start, start + chosen.count, items)?;
    list.settle();
    Ok(())
}

/// Whether CPython's type of an object has slots for sequences.
fn has_places(object: &Value) -> bool {
    match object.kind() {
        Some(Kind::Str | Kind::Tuple | Kind::Bytes | Kind::Range | Kind::View | Kind::Set | Kind::Exception) => true,
        Some(Kind::Instance) => !class_of(object).is(&types().object),
        _ => false,
    }
}

/// `del object[index]`
pub fn delete(object: &Value, index: &Value) -> Result<(), Raise> {
    if let Some(list) = object.as_gc::<List>() {
        if let Some(slice) = index.downcast::<Slice>() {
            return delete_list_slice(list, slice.select(|| list.len())?);
        }
        let place = place(index, "list", "list assignment index out of range", || list.len())?;
        drop(list.remove(place));
        return Ok(());
    }
    if let Some(dict) = object.downcast::<Dict>() {
        return match dict.remove(index)? {
            Some(_) => Ok(()),
            None => Err(exception::raise_with(Error::KeyError, index.clone())),
        };
    }
    if let Some(array) = object.downcast::<ByteArray>() {
        return array.delete(index);
    }
    if let Some(method) = dunder::find(object, Symbol::DELITEM) {
        dunder::call(&method, object, std::slice::from_ref(index))?;
        return Ok(());
    }
    if let Some(payload) = base::payload(object).filter(changes_by_place) {
        return delete(&payload, index);
    }
    let class = type_name(object);
    Err(match object.kind() {
        Some(Kind::MemoryView) => raise!(TypeError, "cannot delete memory"),
        Some(Kind::Array) => raise!(ValueError, "cannot delete array elements"),
        _ => match has_places(object).then(|| convert::as_index(index)).transpose()?.flatten() {
            Some(place) => {
                convert::small_index(&place, Error::IndexError)?;
                raise!(TypeError, "'{class}' object doesn't support item deletion")
            }
            None => raise!(TypeError, "'{class}' object does not support item deletion"),
        },
    })
}

fn delete_list_slice(list: &Gc<List>, chosen: Selection) -> Result<(), Raise> {
    if chosen.step == 1 {
        let start = chosen.start as usize;
        list.splice(start, start + chosen.count, &Flat::new())?;
        return Ok(());
    }
    let mut doomed = vec![false; list.len()];
    for place in places(chosen) {
        doomed[place] = true;
    }
    list.retain(|place| !doomed[place]);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::ops::iterate::collect_values;

    fn ints(value: &Value) -> Vec<i64> {
        collect_values(value).unwrap().iter().filter_map(Value::as_int).collect()
    }

    fn slice(start: Option<i64>, stop: Option<i64>, step: Option<i64>) -> Value {
        let part = |part: Option<i64>| part.map_or(Value::none(), Value::int);
        Value::from(Slice::create(part(start), part(stop), part(step)))
    }

    #[test]
    fn slices_of_lists() {
        let list = Value::list((0..6).map(Value::int));
        assert_eq!(ints(&get(&list, &slice(Some(4), None, Some(-2))).unwrap()), [4, 2, 0]);
        set(&list, &slice(Some(1), Some(3), None), Value::list([Value::int(9)])).unwrap();
        assert_eq!(ints(&list), [0, 9, 3, 4, 5]);
        set(&list, &slice(None, None, Some(2)), Value::list((7..10).map(Value::int))).unwrap();
        assert_eq!(ints(&list), [7, 9, 8, 4, 9]);
        assert!(set(&list, &slice(None, None, Some(2)), Value::list([])).is_err());
        delete(&list, &slice(None, None, Some(2))).unwrap();
        assert_eq!(ints(&list), [9, 4]);
        set(&list, &slice(Some(9), None, None), Value::tuple(vec![Value::int(1)])).unwrap();
        assert_eq!(ints(&list), [9, 4, 1]);
        set(&list, &slice(None, None, None), list.clone()).unwrap();
        assert_eq!(ints(&list), [9, 4, 1]);
    }

    #[test]
    fn slices_of_text_and_ranges() {
        let text = get(&Value::str("größe"), &slice(None, None, Some(-1))).unwrap();
        assert_eq!(text.as_str(), Some("eßörg"));
        let part = get(&Range::new(0, 10, 2).into_value(), &slice(None, None, Some(-2))).unwrap();
        assert_eq!(part.downcast::<Range>().and_then(Range::as_small), Some((8, -2, -4)));
        assert!(get(&Value::int(1), &Value::int(0)).is_err());
    }
}
