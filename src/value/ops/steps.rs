//! Going over iterables of any length.
//!
//! In: an iterable. Out: its items, one by one, with a look now and then at whether the script is to stop; and, for whoever
//! keeps them all, a refusal at once where so many items can never be kept.

use super::iterate::{iter, next};
use super::{dunder, special};
use crate::memory;
use crate::raise;
use crate::value::iterator::{Iterator, State};
use crate::value::list::List;
use crate::value::range::Range;
use crate::value::tuple::Tuple;
use crate::value::{Raise, Symbol, Value, class_of, host};

/// An iterator, and how many items it has given.
pub struct Steps {
    iterator: Value,
    count: u32,
}

/// The items of an iterable, one by one.
pub fn steps(iterable: &Value) -> Result<Steps, Raise> {
    Ok(of(iter(iterable)?))
}

/// The items of an iterator, one by one.
pub fn of(iterator: Value) -> Steps {
    Steps { iterator, count: 0 }
}

impl Steps {
    /// The next item; it may fail, unlike that of Rust's iterators.
    #[allow(clippy::should_implement_trait)]
    #[inline]
    pub fn next(&mut self) -> Result<Option<Value>, Raise> {
        self.count = self.count.wrapping_add(1);
        if self.count.is_multiple_of(4096) {
            host::poll()?;
        }
        next(&self.iterator)
    }
}

/// Raises `MemoryError` if all items of an iterable are to be kept, `size` bytes each, and that can never be.
pub fn expect(iterable: &Value, size: usize) -> Result<(), Raise> {
    if iterable.downcast::<Range>().is_some_and(|range| i64::try_from(range.length()).is_err()) {
        return Err(raise!(OverflowError, "Python int too large to convert to C ssize_t"));
    }
    match least(iterable, false) {
        Some(count) if !memory::allows(count, size) => Err(raise!(MemoryError, "")),
        _ => Ok(()),
    }
}

/// The same for what a script's class says of itself, by `__len__` or `__length_hint__`: whatever they raise is raised. It is asked once
/// it is known that it can be gone over; what goes over it is given back. A number that is too large beside the items that
/// there are says nothing.
pub fn expect_of_script(iterable: &Value, before: usize, size: usize) -> Result<Option<Value>, Raise> {
    if !dunder::is_scripted(iterable) {
        return Ok(None);
    }
    let class = class_of(iterable);
    let says = |name| class.lookup_from_script(name).is_some();
    if !says(Symbol::LEN) && !says(Symbol::LENGTH_HINT) {
        return Ok(None);
    }
    let iterator = iter(iterable)?;
    let expected = special::expected_length(iterable)?;
    match expected.filter(|count| count.checked_add(before as i64).is_some()) {
        Some(count) if !memory::allows(count as usize, size) => Err(raise!(MemoryError, "")),
        _ => Ok(Some(iterator)),
    }
}

/// The same where equal items are kept once.
pub fn expect_distinct(iterable: &Value, size: usize) -> Result<(), Raise> {
    match least(iterable, true) {
        Some(count) if !memory::allows(count, size) => Err(raise!(MemoryError, "")),
        _ => Ok(()),
    }
}

/// How many items an iterable has at least, as far as that can be told without taking any.
pub fn at_least(iterable: &Value) -> usize {
    least(iterable, false).unwrap_or(0)
}

/// How many items there are at least, if that can be told without taking any; `distinct` counts only those that differ
/// from all others.
fn least(value: &Value, distinct: bool) -> Option<usize> {
    if let Some(range) = value.downcast::<Range>() {
        return Some(usize::try_from(&range.length()).unwrap_or(usize::MAX));
    }
    let Some(iterator) = value.downcast::<Iterator>() else {
        return match distinct {
            true => None,
            false => {
                value.downcast::<List>().map(|list| list.len()).or_else(|| value.downcast::<Tuple>().map(Tuple::len))
            }
        };
    };
    iterator.look(|state| match state {
        State::Range(_, _, left) => Some(*left as usize),
        State::BigRange(range) => Some(usize::try_from(&range[2]).unwrap_or(usize::MAX)),
        State::Enumerate(items, _) => least(items, false),
        State::Zip(iterators, _) => {
            let all: Option<Vec<usize>> = iterators.items().iter().map(|items| least(items, false)).collect();
            let some_differ = !distinct || iterators.items().iter().any(|items| least(items, true).is_some());
            all?.into_iter().min().filter(|_| some_differ)
        }
        State::List(list, place) if !distinct => Some(list.len().saturating_sub(*place)),
        State::Custom(step) if !distinct => step.at_least(),
        _ => None,
    })?
}
