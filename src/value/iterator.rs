//! Iterators of the built-in types and functions.
//!
//! In: what is iterated over. Out: a place in it. Taking the next item may run script code, so it is done in
//! `ops::iterate`; here is only where an iterator stands.

use super::array::NdArray;
use super::bytes::Bytes;
use super::class::{Class, types};
use super::dict::{Dict, Part};
use super::heap::{Gc, Ref, Trace};
use super::list::List;
use super::set::Set;
use super::str::Str;
use super::tuple::Tuple;
use super::{Kind, Value};
use dashu_int::IBig;
use std::cell::RefCell;

/// The body of an iterator.
pub struct Iterator {
    pub(super) state: RefCell<State>,
    class: &'static Gc<Class>,
    /// Whether it is plain wherever it stands.
    stays_plain: bool,
}

/// What an iterator goes over, and where it stands.
#[derive(Default)]
pub enum State {
    /// Nothing is left.
    #[default]
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
    BigRange(Box<[IBig; 3]>),
    /// A dictionary: position, the number of pairs it had, and how many of them are to come.
    Dict(Gc<Dict>, Part, usize, u32, u32),
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

/// What an iterator of lists, tuples, arrays and ranges is made of; where it stands is beside it in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Shape {
    /// A list and the next index.
    List,
    /// A list from the back and how many items are left.
    ListReversed,
    /// A tuple and the next index.
    Tuple,
    /// The next item, the step, and how many items are left.
    Range,
    /// An array and the next index.
    Array,
    /// `enumerate`: what belongs to the iterator inside, and the next number.
    Enumerate(Box<Shape>),
    /// `zip`: what belongs to each iterator inside.
    Zip(Vec<Shape>),
}

impl Shape {
    /// A number that no other shape has; none if it is too large for that.
    pub fn code(&self) -> Option<i64> {
        let mut digits = Vec::new();
        self.digits(&mut digits);
        (digits.len() <= 18).then(|| digits.iter().fold(0, |code, digit| code * 10 + digit))
    }

    /// The shape that has this number.
    pub fn from_code(code: i64) -> Option<Shape> {
        let text = code.to_string();
        let mut digits = text.bytes().map(|digit| digit - b'0').peekable();
        let shape = Shape::read(&mut digits)?;
        digits.next().is_none().then_some(shape)
    }

    fn read(digits: &mut std::iter::Peekable<impl std::iter::Iterator<Item = u8>>) -> Option<Shape> {
        Some(match digits.next()? {
            1 => Shape::List,
            2 => Shape::ListReversed,
            3 => Shape::Tuple,
            4 => Shape::Range,
            8 => Shape::Array,
            5 => Shape::Enumerate(Box::new(Shape::read(digits)?)),
            6 => {
                let mut inner = Vec::new();
                while digits.next_if_eq(&7).is_none() {
                    inner.push(Shape::read(digits)?);
                }
                Shape::Zip(inner)
            }
            _ => return None,
        })
    }

    fn digits(&self, digits: &mut Vec<i64>) {
        match self {
            Shape::List => digits.push(1),
            Shape::ListReversed => digits.push(2),
            Shape::Tuple => digits.push(3),
            Shape::Range => digits.push(4),
            Shape::Array => digits.push(8),
            Shape::Enumerate(inner) => {
                digits.push(5);
                inner.digits(digits);
            }
            Shape::Zip(inner) => {
                digits.push(6);
                inner.iter().for_each(|shape| shape.digits(digits));
                digits.push(7);
            }
        }
    }
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

    /// Whether it runs no script code, and touches nothing but what it owns.
    fn is_plain(&self) -> bool {
        false
    }

    /// How many items are left, if it can tell.
    fn length_hint(&self) -> Option<usize> {
        None
    }

    /// How many items are left at least; endless ones have as many as there can be.
    fn at_least(&self) -> Option<usize> {
        self.length_hint()
    }

    /// Another one that stands where this one does, if there can be two.
    fn copy(&self) -> Option<Box<dyn Step>> {
        None
    }
}

impl State {
    /// An iterator over a dictionary.
    pub fn of_dict(dict: &Gc<Dict>, part: Part) -> State {
        let length = dict.len() as u32;
        State::Dict(dict.clone(), part, 0, length, length)
    }

    /// Whether taking items runs no script code and touches nothing else, whatever was taken before.
    fn stays_plain(&self) -> bool {
        let stays = |inner: &Value| inner.downcast::<Iterator>().is_some_and(|inner| inner.stays_plain);
        match self {
            State::Done
            | State::List(..)
            | State::ListReversed(..)
            | State::Tuple(..)
            | State::Str(..)
            | State::Bytes(..)
            | State::Range(..)
            | State::BigRange(..)
            | State::Dict(..)
            | State::DictReversed(..)
            | State::Set(..)
            | State::Ready(_) => true,
            State::Enumerate(inner, _) => stays(inner),
            State::Zip(inner, _) => inner.items().iter().all(stays),
            State::Sequence(value, _) | State::SequenceReversed(value, _) => {
                value.downcast::<NdArray>().is_some_and(|array| !array.dtype().is_reference())
            }
            State::Callable(..) | State::Map(..) | State::Filter(..) | State::Custom(_) => false,
        }
    }

    /// Whether it asks the iterators inside again after they have ended: they may have more by then.
    pub fn asks_again(&self) -> bool {
        matches!(self, State::Enumerate(..) | State::Zip(..) | State::Map(..) | State::Filter(..))
    }
}

impl Iterator {
    /// An iterator object.
    #[inline]
    pub fn create(state: State) -> Gc<Iterator> {
        let class = class(&state);
        Iterator::with_class(state, class)
    }

    /// An iterator object of a class that its state does not tell.
    #[inline]
    pub fn with_class(state: State, class: &'static Gc<Class>) -> Gc<Iterator> {
        let tracked = !matches!(state, State::Range(..) | State::BigRange(..) | State::Str(..) | State::Bytes(..));
        let stays_plain = state.stays_plain();
        let iterator = Gc::new(Iterator { state: RefCell::new(state), class, stays_plain });
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

    /// Looks at where it stands; nothing while it is taking a step.
    pub fn look<T>(&self, look: impl FnOnce(&State) -> T) -> Option<T> {
        self.state.try_borrow().ok().map(|state| look(&state))
    }

    /// Moves it; nothing while it is taking a step.
    pub fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> Option<T> {
        self.state.try_borrow_mut().ok().map(|mut state| change(&mut state))
    }

    /// Whether a value is an iterator that is plain.
    pub fn is_plain_value(value: &Value) -> bool {
        value.downcast::<Iterator>().is_some_and(Iterator::is_plain)
    }

    /// Whether taking items from it runs no script code and touches nothing else.
    pub fn is_plain(&self) -> bool {
        let plain = Iterator::is_plain_value;
        self.stays_plain
            || self.state.try_borrow().is_ok_and(|state| match &*state {
                State::Enumerate(inner, _) => plain(inner),
                State::Zip(inner, _) => inner.items().iter().all(plain),
                State::Custom(step) => step.is_plain(),
                state => matches!(state, State::Done),
            })
    }

    /// Whether its items are pairs that it need not make to be asked for what is in them.
    pub fn gives_halves(&self) -> bool {
        self.state.try_borrow().is_ok_and(|state| match &*state {
            State::Dict(_, Part::Items, ..) | State::Enumerate(..) => true,
            State::Zip(inner, _) => inner.len() == 2,
            _ => false,
        })
    }

    /// What it is made of, if nobody else has the iterators inside. `see` is called with each object and number in it.
    pub fn shape(&self, see: &mut impl FnMut(Value)) -> Option<Shape> {
        let state = self.state.try_borrow().ok()?;
        if !std::ptr::eq(self.class, class(&state)) {
            return None;
        }
        let mut inner = |value: &Value| match value {
            Value::Object(object) if object.is_unique() => object.downcast::<Iterator>()?.shape_inside(see),
            _ => None,
        };
        Some(match &*state {
            State::Enumerate(iterator, Value::Int(next)) => {
                let shape = inner(iterator)?;
                see(Value::Int(*next));
                Shape::Enumerate(Box::new(shape))
            }
            State::Zip(iterators, false) => {
                Shape::Zip(iterators.items().iter().map(inner).collect::<Option<Vec<Shape>>>()?)
            }
            State::List(list, next) => {
                see(Value::from(list));
                see(Value::int(*next as i64));
                Shape::List
            }
            State::ListReversed(list, left) => {
                see(Value::from(list));
                see(Value::int(*left as i64));
                Shape::ListReversed
            }
            State::Tuple(tuple, next) => {
                see(Value::from(tuple));
                see(Value::int(*next as i64));
                Shape::Tuple
            }
            State::Sequence(array, next)
                if array.kind() == Some(Kind::Array) && !super::array::reference::is_array(array) =>
            {
                see(array.clone());
                see(Value::int(*next));
                Shape::Array
            }
            State::Range(next, step, left) if *left <= 1 << 48 => {
                [*next, *step, *left as i64].into_iter().for_each(|word| see(Value::int(word)));
                Shape::Range
            }
            _ => return None,
        })
    }

    fn shape_inside(&self, see: &mut dyn FnMut(Value)) -> Option<Shape> {
        self.shape(&mut |value| see(value))
    }

    /// An iterator of a shape, with the objects and numbers in it.
    pub fn of_shape(shape: &Shape, parts: &mut impl FnMut() -> Value) -> Gc<Iterator> {
        Iterator::create(Iterator::state_of(shape, &mut || parts()))
    }

    fn state_of(shape: &Shape, parts: &mut dyn FnMut() -> Value) -> State {
        let list = |value: Value| value.as_gc::<List>().cloned().expect("the shape has a list");
        let place = |parts: &mut dyn FnMut() -> Value| parts().as_int().unwrap_or_default();
        match shape {
            Shape::List => State::List(list(parts()), place(parts) as usize),
            Shape::ListReversed => State::ListReversed(list(parts()), place(parts) as usize),
            Shape::Tuple => {
                let tuple = parts().as_gc::<Tuple>().cloned().expect("the shape has a tuple");
                State::Tuple(tuple, place(parts) as usize)
            }
            Shape::Range => State::Range(place(parts), place(parts), place(parts) as u64),
            Shape::Array => State::Sequence(parts(), place(parts)),
            Shape::Enumerate(inner) => {
                let inner = Iterator::create(Iterator::state_of(inner, parts));
                State::Enumerate(Value::from(inner), parts())
            }
            Shape::Zip(inner) => {
                let inner = inner.iter().map(|shape| Value::from(Iterator::create(Iterator::state_of(shape, parts))));
                State::Zip(Tuple::new(inner.collect()), false)
            }
        }
    }

    /// Its class.
    pub fn class(&self) -> &'static Gc<Class> {
        self.class
    }
}

#[inline]
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
        State::DictReversed(_, Part::Keys, ..) => &types.reverse_key_iterator,
        State::DictReversed(_, Part::Values, ..) => &types.reverse_value_iterator,
        State::DictReversed(_, Part::Items, ..) => &types.reverse_item_iterator,
        State::Set(..) => &types.set_iterator,
        State::Sequence(value, _) => match value.kind() {
            Some(Kind::ByteArray) => &types.byte_array_iterator,
            Some(Kind::MemoryView) => &types.memory_iterator,
            _ => &types.sequence_iterator,
        },
        State::SequenceReversed(..) => &types.reversed,
        State::Callable(..) => &types.callable_iterator,
        State::Enumerate(..) => &types.enumerate,
        State::Zip(..) => &types.zip,
        State::Map(..) => &types.map,
        State::Filter(..) => &types.filter,
    }
}

/// The next item of a list or tuple that is gone over, if that is what is, and where it stands.
#[inline(always)]
fn look(state: &mut State) -> Option<(Value, &mut usize)> {
    match state {
        State::List(list, place) => Some((list.get(*place)?, place)),
        State::Tuple(tuple, place) => Some((tuple.items().get(*place)?.clone(), place)),
        _ => None,
    }
}

impl Iterator {
    /// The next item, if it goes over a list or tuple that has one: no script code can see how that is taken.
    #[inline]
    pub(super) fn next_of_row(&self) -> Option<Value> {
        let mut state = self.state.try_borrow_mut().ok()?;
        let (item, place) = look(&mut state)?;
        *place += 1;
        Some(item)
    }
}

/// The next items of two iterators over lists or tuples, if that is what they are and both have one: no script code can see how they
/// are taken.
#[inline]
pub(super) fn next_of_rows(iterators: &Tuple) -> Option<(Value, Value)> {
    let [first, second] = iterators.items() else { return None };
    // One iterator that is both cannot be borrowed twice.
    let mut first = first.downcast::<Iterator>()?.state.try_borrow_mut().ok()?;
    let mut second = second.downcast::<Iterator>()?.state.try_borrow_mut().ok()?;
    let ((first, first_place), (second, second_place)) = (look(&mut first)?, look(&mut second)?);
    *first_place += 1;
    *second_place += 1;
    Some((first, second))
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

#[cfg(test)]
mod tests {
    use super::Shape;

    #[test]
    fn shapes_have_numbers() {
        let zip = Shape::Zip(vec![Shape::List, Shape::Enumerate(Box::new(Shape::Range)), Shape::Tuple]);
        let shape = Shape::Enumerate(Box::new(zip));
        assert_eq!(shape.code(), Some(5_615_437));
        assert_eq!(Shape::from_code(5_615_437), Some(shape));
        assert_eq!(Shape::from_code(61), None);
    }
}
