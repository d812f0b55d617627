//! `__reduce__` and `__setstate__` of the built-in iterators: how they are copied and stored.
//!
//! In: an iterator, or a place for one to stand at. Out: what makes an equal one anew, as CPython has it.

use crate::builtins::argument::size;
use crate::raise;
use crate::value::dict::Dict;
use crate::value::iterator::{Iterator, State};
use crate::value::range::Range;
use crate::value::{Gc, Raise, Res, Symbol, Value, class_of};
use dashu_int::IBig;

fn named(name: &str) -> Value {
    crate::builtins::names().get(Symbol::new(name)).unwrap_or_default()
}

/// `(function, arguments)`, with the place if there is one.
fn reduced(function: Value, arguments: Vec<Value>, place: Option<i64>) -> Value {
    let mut parts = vec![function, Value::tuple(arguments)];
    parts.extend(place.map(Value::int));
    Value::tuple(parts)
}

fn this(value: &Value) -> Result<&Gc<Iterator>, Raise> {
    value.as_gc::<Iterator>().ok_or_else(|| raise!(TypeError, "iterator expected"))
}

/// The items that are left, without taking them.
fn rest_of(dict: &Gc<Dict>, mut place: usize, show: impl Fn(Value, Value) -> Value) -> Value {
    let mut items = Vec::new();
    while let Some((next, key, value)) = dict.entry_from(place) {
        items.push(show(key, value));
        place = next;
    }
    Value::list(items)
}

/// `iterator.__reduce__()`
pub fn reduce(arguments: &[Value]) -> Res {
    let iterator = this(&arguments[0])?;
    let iter = || named("iter");
    let class = || Value::from(class_of(&arguments[0]));
    let Some(parts) = iterator.look(|state| match state {
        State::Done => match class_of(&arguments[0]).name().as_str() {
            "reversed" | "list_reverseiterator" | "list_iterator" => reduced(iter(), vec![Value::list([])], None),
            "str_iterator" | "str_ascii_iterator" => reduced(iter(), vec![Value::str("")], None),
            _ => reduced(iter(), vec![Value::tuple(vec![])], None),
        },
        State::List(list, place) => reduced(iter(), vec![Value::from(list)], Some(*place as i64)),
        State::ListReversed(list, left) => reduced(named("reversed"), vec![Value::from(list)], Some(*left as i64 - 1)),
        State::Tuple(tuple, place) => reduced(iter(), vec![Value::from(tuple)], Some(*place as i64)),
        State::Str(text, offset) => {
            let place = text.as_str()[..*offset].chars().count();
            reduced(iter(), vec![Value::from(text)], Some(place as i64))
        }
        State::Bytes(bytes, place) => reduced(iter(), vec![Value::from(bytes)], Some(*place as i64)),
        State::Range(next, step, left) => {
            let stop = next.saturating_add(step.saturating_mul(*left as i64));
            reduced(iter(), vec![Range::new(*next, stop, *step).into_value()], Some(0))
        }
        State::BigRange(range) => {
            let [next, step, left] = &**range;
            let stop = next + step * left;
            reduced(iter(), vec![Range::of(next.clone(), stop, step.clone()).into_value()], Some(0))
        }
        State::Dict(dict, part, place, ..) => {
            reduced(iter(), vec![rest_of(dict, *place, |key, value| part.show(key, value))], None)
        }
        State::DictReversed(dict, part, place, _) => {
            let mut items = Vec::new();
            let mut at = *place;
            while let Some((next, key, value)) = dict.entry_before(at) {
                items.push(part.show(key, value));
                at = next;
            }
            reduced(iter(), vec![Value::list(items)], None)
        }
        State::Set(set, place, _) => {
            let mut items = Vec::new();
            let mut at = *place;
            while let Some((next, item)) = set.item_from(at) {
                items.push(item);
                at = next;
            }
            reduced(iter(), vec![Value::list(items)], None)
        }
        State::Sequence(value, place) => reduced(iter(), vec![value.clone()], Some(*place)),
        State::SequenceReversed(value, left) => reduced(named("reversed"), vec![value.clone()], Some(*left - 1)),
        State::Callable(callable, end) => reduced(iter(), vec![callable.clone(), end.clone()], None),
        State::Enumerate(items, next) => reduced(class(), vec![items.clone(), next.clone()], None),
        State::Zip(iterators, strict) => {
            let mut parts = vec![class(), Value::from(iterators)];
            parts.extend(strict.then(|| Value::bool(true)));
            Value::tuple(parts)
        }
        State::Map(function, iterators) => {
            let mut all = vec![function.clone()];
            all.extend_from_slice(iterators.items());
            reduced(class(), all, None)
        }
        State::Filter(function, items) => reduced(class(), vec![function.clone(), items.clone()], None),
        State::Ready(items) => reduced(iter(), vec![Value::list(items.as_slice().iter().cloned())], None),
        State::Custom(_) => Value::None,
    }) else {
        return Err(raise!(ValueError, "the iterator is running"));
    };
    match parts {
        Value::None => Err(raise!(TypeError, "cannot pickle '{}' object", class_of(&arguments[0]).name())),
        parts => Ok(parts),
    }
}

/// `iterator.__setstate__(place)`
pub fn set_state(arguments: &[Value]) -> Res {
    let iterator = this(&arguments[0])?;
    let wanted = size(&arguments[1])?;
    let place = usize::try_from(wanted).unwrap_or(0);
    iterator.change(|state| match state {
        State::List(list, at) => *at = place.min(list.len()),
        State::ListReversed(list, left) => *left = ((wanted + 1).max(0) as usize).min(list.len()),
        State::Tuple(tuple, at) => *at = place.min(tuple.len()),
        State::Str(text, at) => *at = text.offset(place.min(text.len())),
        State::Bytes(bytes, at) => *at = place.min(bytes.data().len()),
        State::Sequence(_, at) => *at = place as i64,
        State::SequenceReversed(_, left) => *left = (wanted + 1).max(0),
        State::Zip(_, strict) => *strict = place != 0,
        State::Range(next, step, left) => {
            let passed = (place as u64).min(*left);
            *next = next.wrapping_add(step.wrapping_mul(passed as i64));
            *left -= passed;
        }
        State::BigRange(range) => {
            let [next, step, left] = &mut **range;
            let passed = IBig::from(place).min(left.clone());
            *next += &*step * &passed;
            *left -= passed;
        }
        _ => {}
    });
    Ok(Value::None)
}
