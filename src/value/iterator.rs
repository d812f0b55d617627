//! Iterators of the built-in types and functions.
//!
//! In: what is iterated over. Out: a place in it. Taking the next item may run script code, so it is done in
//! `ops::iterate`; here is only where an iterator stands.

use super::Value;
use super::bytes::Bytes;
use super::class::{Class, types};
use super::dict::{Dict, Part};
use super::heap::{Gc, Ref, Trace};
use super::list::List;
use super::set::Set;
use super::str::Str;
use super::tuple::Tuple;
use dashu_int::IBig;
use std::cell::RefCell;

/// The body of an iterator.
pub struct Iterator {
    pub(super) state: RefCell<State>,
    class: &'static Gc<Class>,
}

/// What an iterator goes over, and where it stands.
pub enum State {
    /// Nothing is left.
    Done,
    /// A list from the front.
    List(Gc<List>, usize),
    /// A list from the back: the number of items left.
    ListReversed(Gc<List>, usize),
    /// A tuple.
    Tuple(Gc<Tuple>, usize),
    /// Text: the byte offset.
    Str(Gc<Str>, usize),
    /// Bytes.
    Bytes(Gc<Bytes>, usize),
    /// A range: the next item, the step, and how many are left.
    Range(i64, i64, u64),
    /// A range of any bounds.
    BigRange(IBig, IBig, IBig),
    /// A dictionary: position and the number of pairs it had.
    Dict(Gc<Dict>, Part, usize, usize),
    /// A dictionary from the back.
    DictReversed(Gc<Dict>, Part, usize, usize),
    /// A set: position and the number of items it had.
    Set(Gc<Set>, usize, usize),
    /// Anything with `__getitem__`: the next index.
    Sequence(Value, i64),
    /// The same from the back: the number of items left.
    SequenceReversed(Value, i64),
    /// A callable, until it returns the second value.
    Callable(Value, Value),
    /// `enumerate`: an iterator and the next number.
    Enumerate(Value, Value),
    /// `zip`: iterators, and whether they must end together.
    Zip(Gc<Tuple>, bool),
    /// `map`: a callable and iterators.
    Map(Value, Gc<Tuple>),
    /// `filter`: a callable or `None`, and an iterator.
    Filter(Value, Value),
    /// Items that were made before.
    Ready(std::vec::IntoIter<Value>),
    /// Anything else, by a Rust object.
    Custom(Box<dyn Step>),
}

/// An iterator that a built-in module makes of its own (`itertools`).
pub trait Step {
    /// The next item, or nothing at the end.
    fn step(&mut self) -> Result<Option<Value>, super::Raise>;

    /// Calls `visit` once for every handle that it owns.
    fn trace(&self, visit: &mut dyn FnMut(&Ref));

    /// Its text, if that says more than what class it has.
    fn repr(&self) -> Option<Result<String, super::Raise>> {
        None
    }

    /// How many items are left, if it can tell.
    fn length_hint(&self) -> Option<usize> {
        None
    }
}

impl Iterator {
    /// An iterator object.
    pub fn create(state: State) -> Gc<Iterator> {
        let class = class(&state);
        Iterator::with_class(state, class)
    }

    /// An iterator object of a class that its state does not tell.
    pub fn with_class(state: State, class: &'static Gc<Class>) -> Gc<Iterator> {
        let tracked = !matches!(state, State::Range(..) | State::BigRange(..) | State::Str(..) | State::Bytes(..));
        let iterator = Gc::new(Iterator { state: RefCell::new(state), class });
        if tracked {
            iterator.track();
        }
        iterator
    }

    /// Its text, if that says more than what class it has.
    pub fn repr(&self) -> Option<Result<String, super::Raise>> {
        match &*self.state.try_borrow().ok()? {
            State::Custom(step) => step.repr(),
            _ => None,
        }
    }

    /// Its class.
    pub fn class(&self) -> &'static Gc<Class> {
        self.class
    }
}

fn class(state: &State) -> &'static Gc<Class> {
    let types = types();
    match state {
        State::Done | State::List(..) | State::Ready(..) | State::Custom(..) => &types.list_iterator,
        State::ListReversed(..) => &types.list_reverse_iterator,
        State::Tuple(..) => &types.tuple_iterator,
        State::Str(text, _) if text.is_ascii() => &types.str_ascii_iterator,
        State::Str(..) => &types.str_iterator,
        State::Bytes(..) => &types.bytes_iterator,
        State::Range(..) => &types.range_iterator,
        State::BigRange(..) => &types.long_range_iterator,
        State::Dict(_, Part::Keys, ..) => &types.key_iterator,
        State::Dict(_, Part::Values, ..) => &types.value_iterator,
        State::Dict(_, Part::Items, ..) => &types.item_iterator,
        State::DictReversed(..) => &types.reverse_key_iterator,
        State::Set(..) => &types.set_iterator,
        State::Sequence(..) => &types.sequence_iterator,
        State::SequenceReversed(..) => &types.reversed,
        State::Callable(..) => &types.callable_iterator,
        State::Enumerate(..) => &types.enumerate,
        State::Zip(..) => &types.zip,
        State::Map(..) => &types.map,
        State::Filter(..) => &types.filter,
    }
}

impl Trace for Iterator {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        // A step that is running holds the state; its handles then count as held from outside.
        let Ok(state) = self.state.try_borrow() else {
            return;
        };
        match &*state {
            State::Done | State::Range(..) | State::BigRange(..) => {}
            State::List(list, _) | State::ListReversed(list, _) => visit(list.as_ref()),
            State::Tuple(tuple, _) => visit(tuple.as_ref()),
            State::Str(text, _) => visit(text.as_ref()),
            State::Bytes(bytes, _) => visit(bytes.as_ref()),
            State::Dict(dict, ..) | State::DictReversed(dict, ..) => visit(dict.as_ref()),
            State::Set(set, ..) => visit(set.as_ref()),
            State::Sequence(value, _) | State::SequenceReversed(value, _) => value.trace(visit),
            State::Callable(first, second) | State::Enumerate(first, second) | State::Filter(first, second) => {
                first.trace(visit);
                second.trace(visit);
            }
            State::Zip(iterators, _) => visit(iterators.as_ref()),
            State::Map(function, iterators) => {
                function.trace(visit);
                visit(iterators.as_ref());
            }
            State::Ready(items) => items.as_slice().iter().for_each(|item| item.trace(visit)),
            State::Custom(step) => step.trace(visit),
        }
    }

    fn clear(&self) {
        if let Ok(mut state) = self.state.try_borrow_mut() {
            let old = std::mem::replace(&mut *state, State::Done);
            drop(state);
            drop(old);
        }
    }
}
