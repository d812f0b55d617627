//! The next item of an iterator of the built-in types and functions.
//!
//! In: where the iterator stands. Out: the item, and where it stands then. What runs script code does so while nobody holds
//! the iterator's state.

use super::iterate::{next, note_end};
use super::{call, index, same_or_equal, truth};
use crate::raise;
use crate::value::byte_array::ByteArray;
use crate::value::dict::Part;
use crate::value::exception::{self, Error};
use crate::value::iterator::{self, Iterator, State};
use crate::value::str::Str;
use crate::value::tuple::Tuple;
use crate::value::{Raise, Value, recursion};
use dashu_int::IBig;
use smallvec::SmallVec;

/// What is left to do after the iterator's state was looked at: work that may run script code.
enum Task {
    Sequence(Value, i64),
    Callable(Value, Value),
    Enumerate(Value, Value),
    Zip(Value, bool),
    Map(Value, Value),
    MapEach(Value, Value),
    Filter(Value, Value),
}

/// An item of an iterator whose items are gone over two by two.
pub enum Pair {
    /// Its halves: no tuple was made of them.
    Halves(Value, Value),
    /// The item as it is.
    Whole(Value),
}

impl Iterator {
    /// The next item for a loop with two variables, or nothing at the end.
    pub fn next_pair(&self) -> Result<Option<Pair>, Raise> {
        // It may be asked for an item while it takes a step of its own: then there is none.
        let Ok(mut state) = self.state.try_borrow_mut() else { return Ok(None) };
        let found = match &mut *state {
            State::Dict(dict, Part::Items, position, length, left) if dict.len() == *length as usize && *left > 0 => {
                dict.entry_from(*position).map(|(after, key, value)| {
                    *position = after;
                    *left -= 1;
                    (key, value)
                })
            }
            State::Enumerate(inner, Value::Int(number)) if *number < i64::MAX => {
                let (inner, number) = (inner.clone(), *number);
                drop(state);
                let item = next(&inner)?;
                state = self.state.borrow_mut();
                if let (State::Enumerate(_, following), Some(_)) = (&mut *state, &item) {
                    *following = Value::Int(number + 1);
                }
                item.map(|item| (Value::Int(number), item))
            }
            State::Zip(inner, false) if let Some(both) = iterator::next_of_rows(inner) => Some(both),
            State::Zip(inner, false) if inner.len() == 2 => {
                let inner = inner.clone();
                drop(state);
                let first = next(&inner.items()[0])?;
                let both = match first {
                    Some(first) => next(&inner.items()[1])?.map(|second| (first, second)),
                    None => None,
                };
                state = self.state.borrow_mut();
                both
            }
            _ => {
                drop(state);
                return Ok(self.next()?.map(Pair::Whole));
            }
        };
        if found.is_none() && !state.asks_again() {
            let ended = std::mem::replace(&mut *state, State::Done);
            drop(state);
            drop(ended);
        }
        Ok(found.map(|(first, second)| Pair::Halves(first, second)))
    }

    /// The next item, or nothing at the end.
    pub fn next(&self) -> Result<Option<Value>, Raise> {
        // It may be asked for an item while it takes a step of its own: then there is none.
        let Ok(mut state) = self.state.try_borrow_mut() else { return Ok(None) };
        let found = match &mut *state {
            State::Done => return Ok(None),
            State::List(list, place) => {
                let item = list.get(*place);
                *place += 1;
                item
            }
            State::ListReversed(list, left) => {
                let place = left.checked_sub(1);
                *left = place.unwrap_or(0);
                place.and_then(|place| list.get(place))
            }
            State::Tuple(tuple, place) => {
                let item = tuple.items().get(*place).cloned();
                *place += 1;
                item
            }
            State::Str(text, offset) if text.is_ascii() => text.as_str().as_bytes().get(*offset).map(|&byte| {
                *offset += 1;
                Value::from(Str::of_char(byte as char))
            }),
            State::Str(text, offset) => text.as_str()[*offset..].chars().next().map(|c| {
                *offset += c.len_utf8();
                Value::from(Str::of_char(c))
            }),
            State::Bytes(bytes, place) => {
                let item = bytes.data().get(*place).map(|&byte| Value::int(byte as i64));
                *place += 1;
                item
            }
            State::Sequence(value, place) if let Some(array) = value.downcast::<ByteArray>() => {
                let item = array.lend().get(*place as usize).map(|&byte| Value::int(byte as i64));
                *place += 1;
                item
            }
            State::Range(next, step, left) => (*left > 0).then(|| {
                let item = *next;
                *left -= 1;
                *next = next.wrapping_add(*step);
                Value::int(item)
            }),
            State::BigRange(range) => {
                let [next, step, left] = &mut **range;
                (*left > IBig::ZERO).then(|| {
                    let item = Value::big(next.clone());
                    *left -= 1;
                    *next += &*step;
                    item
                })
            }
            State::Dict(dict, part, position, length, left) => {
                if dict.len() != *length as usize {
                    *length = u32::MAX;
                    return Err(raise!(RuntimeError, "dictionary changed size during iteration"));
                }
                match dict.entry_from(*position) {
                    Some(_) if *left == 0 => {
                        return Err(raise!(RuntimeError, "dictionary keys changed during iteration"));
                    }
                    Some((after, key, value)) => {
                        *position = after;
                        *left -= 1;
                        Some(part.show(key, value))
                    }
                    None => None,
                }
            }
            State::DictReversed(dict, part, position, length) => {
                if dict.len() != *length {
                    *length = usize::MAX;
                    return Err(raise!(RuntimeError, "dictionary changed size during iteration"));
                }
                dict.entry_before(*position).map(|(place, key, value)| {
                    *position = place;
                    part.show(key, value)
                })
            }
            State::Set(set, position, length) => {
                if set.len() != *length {
                    *length = usize::MAX;
                    return Err(raise!(RuntimeError, "Set changed size during iteration"));
                }
                set.item_from(*position).map(|(after, item)| {
                    *position = after;
                    item
                })
            }
            State::Ready(items) => items.next(),
            State::Zip(inner, false) if let Some((first, second)) = iterator::next_of_rows(inner) => {
                Some(Value::pair(first, second))
            }
            State::Custom(step) => {
                if recursion::stack_is_low() {
                    return Err(recursion::too_deep(""));
                }
                step.step()?
            }
            other => {
                let task = match other {
                    State::Sequence(value, place) => {
                        *place += 1;
                        Task::Sequence(value.clone(), *place - 1)
                    }
                    State::SequenceReversed(value, left) => {
                        *left -= 1;
                        Task::Sequence(value.clone(), *left)
                    }
                    State::Callable(function, end) => Task::Callable(function.clone(), end.clone()),
                    State::Enumerate(inner, number) => Task::Enumerate(inner.clone(), number.clone()),
                    State::Zip(inner, strict) => Task::Zip(Value::from(&*inner), *strict),
                    State::Map(function, inner) => match inner.items() {
                        [only] => Task::Map(function.clone(), only.clone()),
                        _ => Task::MapEach(function.clone(), Value::from(&*inner)),
                    },
                    State::Filter(function, inner) => Task::Filter(function.clone(), inner.clone()),
                    _ => return Ok(None),
                };
                drop(state);
                return self.perform(task);
            }
        };
        if found.is_none() && !state.asks_again() {
            let ended = std::mem::replace(&mut *state, State::Done);
            drop(state);
            drop(ended);
        }
        Ok(found)
    }

    fn perform(&self, task: Task) -> Result<Option<Value>, Raise> {
        // Iterators can be wrapped in iterators without end.
        if recursion::stack_is_low() {
            return Err(recursion::too_deep(""));
        }
        let result = match task {
            Task::Sequence(_, place) if place < 0 => None,
            Task::Sequence(value, place) => match index::get(&value, &Value::int(place)) {
                Ok(item) => Some(item),
                Err(raised) if exception::pending_matches(Error::IndexError) => {
                    let _ = (raised, exception::take_pending());
                    None
                }
                Err(raised) if exception::pending_matches(Error::StopIteration) => {
                    let _ = (raised, exception::take_pending());
                    None
                }
                Err(raised) => {
                    // From the front, the same item is asked for again; from the back, that was the end.
                    let is_forward = matches!(&*self.state.borrow(), State::Sequence(..));
                    let next = if is_forward { State::Sequence(value, place) } else { State::Done };
                    drop(self.state.replace(next));
                    return Err(raised);
                }
            },
            Task::Callable(function, end) => {
                let item = match call::call(&function, &[]) {
                    Ok(item) => item,
                    Err(raised) => {
                        if exception::catch(Error::StopIteration).is_none() {
                            return Err(raised);
                        }
                        end.clone()
                    }
                };
                if same_or_equal(&item, &end)? { None } else { Some(item) }
            }
            Task::Enumerate(inner, number) => match next(&inner)? {
                Some(item) => {
                    let following = match number.as_int().and_then(|number| number.checked_add(1)) {
                        Some(following) => Value::int(following),
                        None => super::binary::add(&number, &Value::int(1))?,
                    };
                    if let State::Enumerate(_, number) = &mut *self.state.borrow_mut() {
                        *number = following;
                    }
                    return Ok(Some(Value::pair(number, item)));
                }
                None => None,
            },
            Task::Zip(inner, strict) => zip_step(&inner, strict)?,
            Task::Map(function, inner) => match next(&inner)? {
                Some(item) => match call::call(&function, &[item]) {
                    Ok(item) => Some(item),
                    Err(raised) => return stopped(raised),
                },
                None => None,
            },
            Task::MapEach(function, inner) => {
                let mut items = Items::new();
                match next_of_each(&inner, &mut items)? {
                    true => match call::call(&function, &items) {
                        Ok(item) => Some(item),
                        Err(raised) => return stopped(raised),
                    },
                    false => None,
                }
            }
            Task::Filter(function, inner) => loop {
                let Some(item) = next(&inner)? else {
                    break None;
                };
                let passes = if function.is_none() {
                    truth(&item)?
                } else {
                    match call::call(&function, std::slice::from_ref(&item)) {
                        Ok(passes) => truth(&passes)?,
                        Err(raised) => return stopped(raised),
                    }
                };
                if passes {
                    break Some(item);
                }
            },
        };
        if result.is_none() && !self.state.borrow().asks_again() {
            let ended = self.state.replace(State::Done);
            drop(ended);
        }
        Ok(result)
    }
}

/// A function that raises `StopIteration` ends the loop over its iterator, though not the iterator.
pub(super) fn stopped(raised: Raise) -> Result<Option<Value>, Raise> {
    match exception::catch(Error::StopIteration) {
        Some(end) => {
            note_end(end);
            Ok(None)
        }
        None => Err(raised),
    }
}

/// Items of some iterators, in the order of these.
type Items = SmallVec<[Value; 4]>;

/// Adds the next items of all iterators in a tuple; false as soon as one has ended.
fn next_of_each(iterators: &Value, items: &mut Items) -> Result<bool, Raise> {
    let Some(iterators) = iterators.downcast::<Tuple>() else {
        return Ok(false);
    };
    for iterator in iterators.items() {
        match iterator.downcast::<Iterator>().and_then(Iterator::next_of_row) {
            Some(item) => items.push(item),
            None => match next(iterator)? {
                Some(item) => items.push(item),
                None => return Ok(false),
            },
        }
    }
    Ok(!items.is_empty())
}

fn zip_step(inner: &Value, strict: bool) -> Result<Option<Value>, Raise> {
    if !strict {
        let mut items = Items::new();
        let found = next_of_each(inner, &mut items)?;
        return Ok(found.then(|| Value::from(Tuple::of(&mut items))));
    }
    let Some(iterators) = inner.downcast::<Tuple>() else {
        return Ok(None);
    };
    let mut items = Vec::with_capacity(iterators.len());
    for (place, iterator) in iterators.items().iter().enumerate() {
        match next(iterator)? {
            Some(item) if items.len() == place => items.push(item),
            None if items.is_empty() => {}
            found => {
                let (which, plural) = if found.is_some() { ("longer", place) } else { ("shorter", place) };
                let before = if plural == 1 { "argument 1".to_string() } else { format!("arguments 1-{plural}") };
                return Err(raise!(ValueError, "zip() argument {} is {which} than {before}", place + 1));
            }
        }
    }
    Ok(if items.len() == iterators.len() && !items.is_empty() { Some(Value::tuple(items)) } else { None })
}
