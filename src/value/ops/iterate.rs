//! Iteration and membership.
//!
//! In: a value, or an iterator. Out: an iterator, its next item, all its items, or whether one is equal to something. A
//! step that may run script code takes what it needs out of the iterator first.

use super::advance::stopped;
use super::number::Number;
use super::{base, call, dunder, same_or_equal, sets, truth};
use crate::raise;
use crate::resolve::tree::Flavour;
use crate::value::byte_array::{with_both, with_bytes};
use crate::value::bytes::Bytes;
use crate::value::dict::{Dict, Part, View};
use crate::value::exception::{self, Error, Exception};
use crate::value::generator::{self, Generator};
use crate::value::generic::Alias;
use crate::value::heap::{Flat, Storage};
use crate::value::host;
use crate::value::iterator::{Iterator, State};
use crate::value::list::List;
use crate::value::range::{self, Range};
use crate::value::set::Set;
use crate::value::str::Str;
use crate::value::tuple::Tuple;
use crate::value::{Gc, Kind, Raise, Res, Symbol, Value, convert, type_name};
use dashu_int::IBig;
use std::cell::Cell;

/// `iter(x)`
pub fn iter(value: &Value) -> Res {
    let state = match value.kind() {
        Some(Kind::List) => value.as_gc::<List>().map(|list| State::List(list.clone(), 0)),
        Some(Kind::Tuple) => value.as_gc::<Tuple>().map(|tuple| State::Tuple(tuple.clone(), 0)),
        Some(Kind::Str) => value.as_gc::<Str>().map(|text| State::Str(text.clone(), 0)),
        Some(Kind::Bytes) => value.as_gc::<Bytes>().map(|bytes| State::Bytes(bytes.clone(), 0)),
        Some(Kind::ByteArray | Kind::MemoryView) => Some(State::Sequence(value.clone(), 0)),
        Some(Kind::Array) => {
            super::length(value).map_err(|raised| {
                let _ = (raised, exception::take_pending());
                raise!(TypeError, "iteration over a 0-d array")
            })?;
            Some(State::Sequence(value.clone(), 0))
        }
        Some(Kind::Dict) => value.as_gc::<Dict>().map(|dict| State::of_dict(dict, Part::Keys)),
        Some(Kind::View) => value.downcast::<View>().map(|view| State::of_dict(view.dict(), view.part())),
        Some(Kind::Set) => value.as_gc::<Set>().map(|set| State::Set(set.clone(), 0, set.len())),
        Some(Kind::Range) => value.downcast::<Range>().map(range_state),
        Some(Kind::Alias) => {
            value.downcast::<Alias>().map(|alias| State::Ready(vec![Value::from(alias.unpacked())].into_iter()))
        }
        Some(Kind::Iterator) => return Ok(value.clone()),
        Some(Kind::Generator) if is_generator(value) => return Ok(value.clone()),
        Some(Kind::Instance | Kind::Exception | Kind::Class) => return iter_scripted(value),
        _ => None,
    };
    match state {
        Some(state) => Ok(Value::from(Iterator::create(state))),
        None => Err(raise!(TypeError, "'{}' object is not iterable", type_name(value))),
    }
}

/// `iter(x)` by the methods of a script's class; else of the built-in value inside.
fn iter_scripted(value: &Value) -> Res {
    let not_iterable = || raise!(TypeError, "'{}' object is not iterable", type_name(value));
    match dunder::find(value, Symbol::ITER) {
        Some(Value::None) => return Err(not_iterable()),
        Some(method) => {
            let iterator = dunder::call(&method, value, &[])?;
            if is_iterator(&iterator) {
                return Ok(iterator);
            }
            return Err(raise!(TypeError, "iter() returned non-iterator of type '{}'", type_name(&iterator)));
        }
        None => {}
    }
    if let Some(payload) = base::payload(value)
        && Number::of(&payload).is_none()
    {
        return iter(&payload);
    }
    match dunder::find(value, Symbol::GETITEM) {
        Some(_) => Ok(Value::from(Iterator::create(State::Sequence(value.clone(), 0)))),
        None => Err(not_iterable()),
    }
}

/// What went wrong when a value was unpacked with `*`: CPython has words of its own for what has no items at all.
pub fn unpacking_error(value: &Value, raised: Raise, what: &str) -> Raise {
    let has_items = match value.kind() {
        Some(Kind::Instance) => [Symbol::ITER, Symbol::GETITEM].iter().any(|&name| dunder::find(value, name).is_some()),
        _ => !exception::pending_matches(Error::TypeError) || iter(value).is_ok(),
    };
    if has_items {
        return raised;
    }
    drop(exception::take_pending());
    raise!(TypeError, "{what} after * must be an iterable, not {}", type_name(value))
}

/// Whether `next` works on a value.
pub fn is_iterator(value: &Value) -> bool {
    value.kind() == Some(Kind::Iterator)
        || is_generator(value)
        || dunder::find(value, Symbol::NEXT).is_some()
        || base::payload(value).is_some_and(|payload| is_iterator(&payload))
}

/// Whether a value is a generator; not so a coroutine.
fn is_generator(value: &Value) -> bool {
    value.downcast::<Generator>().is_some_and(|generator| generator.flavour() == Flavour::Generator)
}

fn range_state(range: &Range) -> State {
    match range {
        Range::Small { start, step, length, .. } => State::Range(*start, *step, *length as u64),
        Range::Big { start, step, length, .. } => {
            State::BigRange(Box::new([start.clone(), step.clone(), length.clone()]))
        }
    }
}

/// `reversed(x)`
pub fn reversed(value: &Value) -> Res {
    let state = match value.kind() {
        Some(Kind::List) => value.as_gc::<List>().map(|list| State::ListReversed(list.clone(), list.len())),
        Some(Kind::Tuple | Kind::Str | Kind::Bytes | Kind::ByteArray | Kind::MemoryView | Kind::Array) => {
            Some(State::SequenceReversed(value.clone(), super::length(value)? as i64))
        }
        Some(Kind::Dict) => {
            value.as_gc::<Dict>().map(|dict| State::DictReversed(dict.clone(), Part::Keys, dict.end(), dict.len()))
        }
        Some(Kind::View) => value.downcast::<View>().map(|view| {
            let dict = view.dict();
            State::DictReversed(dict.clone(), view.part(), dict.end(), dict.len())
        }),
        Some(Kind::Range) => value.downcast::<Range>().map(|range| {
            let length = range.length();
            let last = &length - 1;
            range_state(&range.part(&last, &IBig::from(-1), &length))
        }),
        Some(Kind::Instance | Kind::Exception | Kind::Class) => {
            match dunder::find(value, Symbol::REVERSED) {
                Some(Value::None) => return Err(raise!(TypeError, "'{}' object is not reversible", type_name(value))),
                Some(method) => return dunder::call(&method, value, &[]),
                None => {}
            }
            if let Some(payload) = base::ordered(value) {
                return reversed(&payload);
            }
            match dunder::find(value, Symbol::GETITEM) {
                Some(_) => Some(State::SequenceReversed(value.clone(), super::length(value)? as i64)),
                None => None,
            }
        }
        _ => None,
    };
    match state {
        Some(state) => Ok(Value::from(Iterator::create(state))),
        None => Err(raise!(TypeError, "'{}' object is not reversible", type_name(value))),
    }
}

/// The next item of an iterator, or nothing at its end.
#[inline]
pub fn next(iterator: &Value) -> Result<Option<Value>, Raise> {
    match iterator.downcast::<Iterator>() {
        Some(iterator) => iterator.next(),
        None => next_of_other(iterator),
    }
}

/// Hands over the items of an iterable one by one, until it ends or no more are wanted; now and then the script may be
/// stopped.
pub fn each(iterable: &Value, take: impl FnMut(Value) -> Result<bool, Raise>) -> Result<(), Raise> {
    each_beside(iterable, Value::Unbound, take)
}

/// The same for somebody who wants nothing of items that are not of this truth: a generator need not hand them out.
pub fn each_of_truth(
    iterable: &Value,
    truth: bool,
    take: impl FnMut(Value) -> Result<bool, Raise>,
) -> Result<(), Raise> {
    each_beside(iterable, if truth { generator::wants_true() } else { generator::wants_false() }, take)
}

fn each_beside(iterable: &Value, kept: Value, mut take: impl FnMut(Value) -> Result<bool, Raise>) -> Result<(), Raise> {
    if let Some(tuple) = iterable.as_gc::<Tuple>() {
        // No iterator need exist.
        for item in tuple.clone().items() {
            if !take(item.clone())? {
                break;
            }
        }
        return Ok(());
    }
    let mut count = 0u32;
    let mut take = |item| {
        count = count.wrapping_add(1);
        if count.is_multiple_of(4096) {
            host::poll()?;
        }
        take(item)
    };
    if let Some(done) = each_within(iterable, &mut take) {
        return done;
    }
    let iterator = iter(iterable)?;
    if let Some(generator) = iterator.as_gc::<Generator>() {
        return host::host()?.drain(generator, kept, &mut take);
    }
    if let Some(done) = each_applied(&iterator, &mut take) {
        return done;
    }
    while let Some(item) = next(&iterator)? {
        if !take(item)? {
            break;
        }
    }
    Ok(())
}

/// The same for the built-in containers whose items can be had without an iterator; nothing if it is none of them.
fn each_within(container: &Value, take: &mut impl FnMut(Value) -> Result<bool, Raise>) -> Option<Result<(), Raise>> {
    if let Some(tuple) = container.as_gc::<Tuple>().cloned() {
        return Some(until_false(tuple.items().iter().cloned(), take));
    }
    if let Some(list) = container.as_gc::<List>().cloned() {
        // What is done with the items may change the list.
        return Some(until_false((0..).map_while(|place| list.get(place)), take));
    }
    if let Some(text) = container.as_gc::<Str>().cloned() {
        return Some(until_false(text.as_str().chars().map(|c| Value::from(Str::of_char(c))), take));
    }
    if let Some((start, stop, step)) = container.downcast::<Range>().and_then(Range::as_small) {
        let length = range::small_length(start, stop, step).unwrap_or(0);
        return Some(until_false(
            (0..length).map(|place| Value::int(start.wrapping_add(step.wrapping_mul(place)))),
            take,
        ));
    }
    if let Some(set) = container.as_gc::<Set>().cloned() {
        return Some(each_of_set(&set, take));
    }
    let (dict, part) = match container.downcast::<View>() {
        Some(view) => (view.dict().clone(), view.part()),
        None => (container.as_gc::<Dict>()?.clone(), Part::Keys),
    };
    let (length, mut position, mut left) = (dict.len(), 0, dict.len());
    while let Some((after, key, value)) = dict.entry_from(position) {
        if left == 0 {
            return Some(Err(raise!(RuntimeError, "dictionary keys changed during iteration")));
        }
        (position, left) = (after, left - 1);
        match take(part.show(key, value)) {
            Ok(true) if dict.len() == length => {}
            Ok(true) => return Some(Err(raise!(RuntimeError, "dictionary changed size during iteration"))),
            other => return Some(other.map(drop)),
        }
    }
    Some(Ok(()))
}

fn each_of_set(set: &Gc<Set>, take: &mut impl FnMut(Value) -> Result<bool, Raise>) -> Result<(), Raise> {
    let (length, mut position) = (set.len(), 0);
    while let Some((after, item)) = set.item_from(position) {
        position = after;
        if !take(item)? {
            break;
        }
        if set.len() != length {
            return Err(raise!(RuntimeError, "Set changed size during iteration"));
        }
    }
    Ok(())
}

/// The same for `map` over one iterable and `filter` with a function; nothing if it is neither.
fn each_applied(iterator: &Value, take: &mut impl FnMut(Value) -> Result<bool, Raise>) -> Option<Result<(), Raise>> {
    let parts = iterator.downcast::<Iterator>()?.look(|state| match state {
        State::Map(function, inner) if inner.len() == 1 => Some((function.clone(), inner.items()[0].clone(), true)),
        State::Filter(function, inner) if !function.is_none() => Some((function.clone(), inner.clone(), false)),
        _ => None,
    });
    let (function, inner, maps) = parts??;
    let mut work = |call: &mut dyn FnMut(Value) -> Res| {
        while let Some(item) = next(&inner)? {
            let result = match call(item.clone()) {
                Ok(result) => result,
                Err(raised) => return stopped(raised).map(drop),
            };
            let wanted = if maps { Some(result) } else { truth(&result)?.then_some(item) };
            if let Some(item) = wanted
                && !take(item)?
            {
                break;
            }
        }
        Ok(())
    };
    Some(call::call_often(&function, &mut work))
}

fn until_false(
    items: impl std::iter::Iterator<Item = Value>,
    take: &mut impl FnMut(Value) -> Result<bool, Raise>,
) -> Result<(), Raise> {
    for item in items {
        if !take(item)? {
            break;
        }
    }
    Ok(())
}

/// Makes one value of all items of an iterable. Of a generator's, compiled code may do so: sums of numbers, lists of anything.
pub fn fold(iterable: &Value, start: Value, mut step: impl FnMut(Value, Value) -> Res) -> Res {
    let mut count = 0u32;
    let mut step = |so_far, item| {
        count = count.wrapping_add(1);
        if count.is_multiple_of(4096) {
            host::poll()?;
        }
        step(so_far, item)
    };
    let mut so_far = start;
    let done = each_within(iterable, &mut |item| {
        so_far = step(so_far.take(), item)?;
        Ok(true)
    });
    if let Some(done) = done {
        return done.map(|()| so_far);
    }
    let iterator = iter(iterable)?;
    if let Some(generator) = iterator.as_gc::<Generator>() {
        return host::host()?.fold(generator, so_far, &mut step);
    }
    let done = each_applied(&iterator, &mut |item| {
        so_far = step(so_far.take(), item)?;
        Ok(true)
    });
    if let Some(done) = done {
        return done.map(|()| so_far);
    }
    while let Some(item) = next(&iterator)? {
        so_far = step(so_far, item)?;
    }
    Ok(so_far)
}

thread_local! {
    /// The exception with arguments by which an iterator of a script ended last.
    static ENDED: Cell<Option<Gc<Exception>>> = const { Cell::new(None) };
}

/// The exception with arguments by which an iterator of a script ended since this was asked last.
pub fn take_ended() -> Option<Gc<Exception>> {
    ENDED.take()
}

pub(super) fn note_end(end: Gc<Exception>) {
    if !end.args().is_empty() {
        ENDED.set(Some(end));
    }
}

fn next_of_other(iterator: &Value) -> Result<Option<Value>, Raise> {
    if let Some(generator) = iterator.as_gc::<Generator>()
        && generator.flavour() == Flavour::Generator
    {
        return host::host()?.resume(generator, Value::none());
    }
    match dunder::find(iterator, Symbol::NEXT) {
        Some(method) => match dunder::call(&method, iterator, &[]) {
            Ok(item) => Ok(Some(item)),
            Err(raised) => match exception::catch(Error::StopIteration) {
                Some(end) => {
                    note_end(end);
                    Ok(None)
                }
                None => Err(raised),
            },
        },
        None => match base::payload(iterator) {
            Some(payload) if is_iterator(&payload) => next(&payload),
            _ => Err(raise!(TypeError, "'{}' object is not an iterator", type_name(iterator))),
        },
    }
}

/// All items of an iterable, in flat storage.
pub fn collect(value: &Value) -> Result<Flat, Raise> {
    if let Some(list) = value.downcast::<List>() {
        return Ok(list.copy(0, 1, list.len())?);
    }
    if let Some(tuple) = value.downcast::<Tuple>() {
        return Ok(Flat::from_values(tuple.items().iter().cloned()));
    }
    if let Some(text) = value.downcast::<Str>() {
        let items = Flat::with_capacity(Storage::Any, text.len())?;
        text.as_str().chars().for_each(|c| items.push(Value::from(Str::of_char(c))));
        return Ok(items);
    }
    if let Some((start, stop, step)) = value.downcast::<Range>().and_then(Range::as_small) {
        let length = range::small_length(start, stop, step).unwrap_or(0);
        let items = Flat::with_capacity(Storage::Int, length as usize)?;
        let mut item = start;
        for _ in 0..length {
            items.push_int(item);
            item = item.wrapping_add(step);
        }
        return Ok(items);
    }
    let own;
    let value = match super::steps::expect_of_script(value, 0, size_of::<i64>())? {
        Some(iterator) => {
            own = iterator;
            &own
        }
        None => value,
    };
    super::steps::expect(value, size_of::<i64>())?;
    let items = List::new();
    fold(value, Value::from(&items), |list, item| {
        items.push(item);
        Ok(list)
    })?;
    Ok(items.take())
}

/// All items of an iterable.
pub fn collect_values(value: &Value) -> Result<Vec<Value>, Raise> {
    if let Some(tuple) = value.downcast::<Tuple>() {
        return Ok(tuple.items().to_vec());
    }
    if let Some(list) = value.downcast::<List>() {
        return Ok(list.to_values());
    }
    Ok(collect(value)?.to_values())
}

/// `item in container`
pub fn contains(container: &Value, item: &Value) -> Result<bool, Raise> {
    if container.kind() == Some(Kind::Array) {
        return crate::value::array::contains(container, item);
    }
    match container.kind() {
        Some(Kind::Str) => match (container.as_str(), item.as_str()) {
            (Some(text), Some(part)) => {
                // Getting ready to search for more takes longer than looking through a short text.
                return Ok(match part.as_bytes() {
                    [byte] => memchr::memchr(*byte, text.as_bytes()).is_some(),
                    part => memchr::memmem::find(text.as_bytes(), part).is_some(),
                });
            }
            _ => {
                let class = type_name(item);
                return Err(raise!(TypeError, "'in <string>' requires string as left operand, not {class}"));
            }
        },
        Some(Kind::Dict) => {
            if let Some(dict) = container.downcast::<Dict>() {
                return dict.contains(item);
            }
        }
        Some(Kind::Set) => {
            if let Some(set) = container.as_gc::<Set>() {
                return set.contains(&sets::as_item(item)?);
            }
        }
        Some(Kind::List) => {
            if let Some(list) = container.downcast::<List>() {
                return Ok(position(list, item, 0, usize::MAX)?.is_some());
            }
        }
        Some(Kind::Tuple) => {
            if let Some(tuple) = container.downcast::<Tuple>() {
                for candidate in tuple.items() {
                    if same_or_equal(candidate, item)? {
                        return Ok(true);
                    }
                }
                return Ok(false);
            }
        }
        Some(Kind::Range) => {
            // What is equal to an int of a derived class is for that to say.
            if let (Some(range), Some(number)) = (container.downcast::<Range>(), item.to_big())
                && item.kind() != Some(Kind::Instance)
            {
                return Ok(range.place_of(&number).is_some());
            }
        }
        Some(Kind::View) => {
            if let Some(view) = container.downcast::<View>()
                && let Some(result) = view_contains(view, item)?
            {
                return Ok(result);
            }
        }
        Some(Kind::Bytes | Kind::ByteArray) => {
            return bytes_contain(container, item);
        }
        Some(Kind::Instance | Kind::Exception | Kind::Class) => match dunder::find(container, Symbol::CONTAINS) {
            Some(Value::None) => {
                return Err(raise!(TypeError, "'{}' object is not a container", type_name(container)));
            }
            Some(method) => {
                return truth(&dunder::call(&method, container, std::slice::from_ref(item))?);
            }
            None => {
                if let Some(payload) = base::payload(container)
                    && Number::of(&payload).is_none()
                {
                    return contains(&payload, item);
                }
            }
        },
        _ => {}
    }
    let iterator = match iter(container) {
        Ok(iterator) => iterator,
        Err(raised) => {
            if exception::catch(Error::TypeError).is_none() {
                return Err(raised);
            }
            return Err(raise!(TypeError, "argument of type '{}' is not iterable", type_name(container)));
        }
    };
    let mut iterator = super::steps::of(iterator);
    while let Some(candidate) = iterator.next()? {
        if same_or_equal(&candidate, item)? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn view_contains(view: &View, item: &Value) -> Result<Option<bool>, Raise> {
    match view.part() {
        Part::Keys => view.dict().contains(item).map(Some),
        Part::Values => Ok(None),
        Part::Items => {
            let Some([key, value]) = item.downcast::<Tuple>().map(Tuple::items) else {
                return Ok(Some(false));
            };
            match view.dict().get(key)? {
                Some(found) => same_or_equal(&found, value).map(Some),
                None => Ok(Some(false)),
            }
        }
    }
}

fn bytes_contain(container: &Value, item: &Value) -> Result<bool, Raise> {
    // An array without dimensions is a number here.
    let is_number = crate::value::array::as_array(item).is_some_and(|array| array.rank() == 0);
    if !is_number
        && let Some(found) = with_both(container, item, |bytes, part| memchr::memmem::find(bytes, part).is_some())
    {
        return Ok(found);
    }
    match convert::as_index(item)? {
        Some(Value::Int(byte @ 0..=255)) => {
            Ok(with_bytes(container, |bytes| memchr::memchr(byte as u8, bytes).is_some()) == Some(true))
        }
        Some(_) => Err(raise!(ValueError, "byte must be in range(0, 256)")),
        None => Err(raise!(TypeError, "a bytes-like object is required, not '{}'", type_name(item))),
    }
}

/// The first place of an item in a list, from `start` up to `stop`.
pub fn position(list: &List, item: &Value, start: usize, stop: usize) -> Result<Option<usize>, Raise> {
    let mut place = start;
    if let Some(wanted) = item.as_int()
        && list.storage() == Storage::Int
    {
        return Ok((start..list.len().min(stop)).find(|&place| list.int_at(place as i64) == Some(wanted)));
    }
    while place < stop {
        let Some(candidate) = list.get(place) else {
            break;
        };
        if same_or_equal(&candidate, item)? {
            return Ok(Some(place));
        }
        place += 1;
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ints(value: &Value) -> Vec<i64> {
        collect_values(value).unwrap().iter().filter_map(Value::as_int).collect()
    }

    #[test]
    fn ranges_forwards_and_backwards() {
        let range = Range::new(10, 0, -3).into_value();
        assert_eq!(ints(&range), [10, 7, 4, 1]);
        assert_eq!(ints(&reversed(&range).unwrap()), [1, 4, 7, 10]);
        assert!(contains(&range, &Value::int(7)).unwrap());
        assert!(!contains(&range, &Value::int(0)).unwrap());
    }

    #[test]
    fn a_list_may_grow_while_it_is_gone_over() {
        let list = List::from_values([Value::int(1), Value::int(2)]);
        let iterator = iter(&Value::from(&list)).unwrap();
        let mut seen = 0;
        while let Some(item) = next(&iterator).unwrap() {
            seen += item.as_int().unwrap();
            if list.len() < 5 {
                list.push(Value::int(10));
            }
        }
        assert_eq!(seen, 33);
        list.push(Value::int(1));
        assert!(next(&iterator).unwrap().is_none());
    }

    #[test]
    fn a_dictionary_may_not() {
        let dict = Dict::new();
        dict.set(Value::int(1), Value::none()).unwrap();
        let iterator = iter(&Value::from(&dict)).unwrap();
        dict.set(Value::int(2), Value::none()).unwrap();
        assert!(next(&iterator).is_err());
    }
}
