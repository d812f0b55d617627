//! `deque`: a row of items that grows and shrinks at both ends.
//!
//! In: items. Out: an instance around a ring of values. No borrow of the ring is held while script code runs; whoever
//! goes over it asks the count of changes whether it was changed meanwhile.

mod iterator;
mod operators;

use crate::builtins::argument::{clipped_place, size};
use crate::builtins::modules::class;
use crate::raise;
use crate::value::class::{Class, MATCHES_AS, SEQUENCE_FLAG};
use crate::value::heap::Ref;
use crate::value::instance::Instance;
use crate::value::native::Takes::{Anything, Between, Exactly};
use crate::value::native::{Owner, Parameters, Row, Takes, given};
use crate::value::opaque::{Content, Opaque};
use crate::value::ops;
use crate::value::{Arguments, Gc, Raise, Res, Value, convert};
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::VecDeque;

/// What a deque is made of.
#[derive(Default)]
pub struct Deque {
    items: RefCell<VecDeque<Value>>,
    most: Cell<Option<usize>>,
    /// Counts the changes of its length and order.
    changes: Cell<u64>,
}

impl Content for Deque {
    fn length(&self) -> Option<usize> {
        Some(self.len())
    }

    fn item(&self, place: usize) -> Option<Value> {
        self.get(place)
    }

    fn set_item(&self, place: usize, value: &Value) -> Result<bool, Raise> {
        let old = self.items.borrow_mut().get_mut(place).map(|item| std::mem::replace(item, value.clone()));
        Ok(old.is_some())
    }

    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.items.borrow().iter().for_each(|item| item.trace(visit));
    }

    fn clear(&self) {
        let old = self.items.take();
        drop(old);
    }
}

/// Which end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Left,
    Right,
}

impl Deque {
    fn len(&self) -> usize {
        self.items.borrow().len()
    }

    fn get(&self, place: usize) -> Option<Value> {
        self.items.borrow().get(place).cloned()
    }

    fn changed(&self) {
        self.changes.set(self.changes.get() + 1);
    }

    fn change<T>(&self, change: impl FnOnce(&mut VecDeque<Value>) -> T) -> T {
        self.changed();
        change(&mut self.items.borrow_mut())
    }

    fn push(&self, end: End, item: Value) {
        let most = self.most.get();
        // What falls off the other end is dropped after the borrow has ended.
        let fallen = self.change(|items| {
            match end {
                End::Left => items.push_front(item),
                End::Right => items.push_back(item),
            }
            match most {
                Some(most) if items.len() > most => match end {
                    End::Left => items.pop_back(),
                    End::Right => items.pop_front(),
                },
                _ => None,
            }
        });
        drop(fallen);
    }

    fn extend(&self, end: End, items: &Value) -> Result<(), Raise> {
        if self.most.get().is_none() {
            ops::steps::expect(items, size_of::<Value>())?;
        }
        ops::iterate::each(items, |item| {
            self.push(end, item);
            Ok(true)
        })
    }

    /// All items, in a row of their own.
    fn to_vec(&self) -> Vec<Value> {
        self.items.borrow().iter().cloned().collect()
    }

    /// The first place from `start` to before `end` whose item equals another. A comparison that finds nothing must not change the
    /// deque.
    fn find(&self, item: &Value, start: usize, end: usize) -> Result<Option<usize>, Raise> {
        let before = self.changes.get();
        for place in start..end {
            let Some(other) = self.get(place) else { break };
            if ops::same_or_equal(&other, item)? {
                return Ok(Some(place));
            }
            if self.changes.get() != before {
                return Err(raise!(RuntimeError, "{MUTATED}"));
            }
        }
        Ok(None)
    }
}

/// What is raised when a comparison changes a deque whose items are compared.
const MUTATED: &str = "deque mutated during iteration";

fn is_deque(value: &Value) -> bool {
    value.content::<Deque>().is_some()
}

fn this(value: &Value) -> Result<&Deque, Raise> {
    value.content().ok_or_else(|| raise!(TypeError, "deque expected"))
}

thread_local! {
    static CLASS: OnceCell<Gc<Class>> = const { OnceCell::new() };
}

/// The class.
pub fn class() -> Gc<Class> {
    CLASS.with(|known| {
        let make = || {
            let class = class::create_bare("collections", "deque", METHODS);
            class::add_rows(&class, operators::METHODS);
            class::add_attributes(&class, &[("maxlen", maximum)]);
            class.names().set("__hash__".into(), Value::None);
            class.names().set(MATCHES_AS.into(), Value::int(SEQUENCE_FLAG));
            class::allow_arguments(&class);
            class
        };
        known.get_or_init(make).clone()
    })
}

const fn method(name: &'static str, takes: Takes, doc: &'static str) -> Row {
    Row { name, owner: Owner::Type("collections.deque", is_deque), takes, pure: false, doc }
}

static INIT: Parameters = Parameters { names: &["iterable", "maxlen"], positional_only: 0, positional: 2, required: 0 };

#[rustfmt::skip]
static METHODS: &[Row] = &[
    Row { name: "__new__", owner: Owner::Static("collections.deque"), takes: Anything(new), pure: false, doc: "Create and return a new object." },
    Row { name: "__init__", owner: Owner::Type("deque", is_deque), takes: Anything(init), pure: false, doc: "Initialize self." },
    method("append", Exactly(1, |arguments| push(End::Right, arguments)), "Add an element to the right side of the deque."),
    method("appendleft", Exactly(1, |arguments| push(End::Left, arguments)), "Add an element to the left side of the deque."),
    method("clear", Exactly(0, clear), "Remove all elements from the deque."),
    method("copy", Exactly(0, copy), "Return a shallow copy of a deque."),
    method("__copy__", Exactly(0, copy), "Return a shallow copy of a deque."),
    method("count", Exactly(1, count), "Return number of occurrences of value."),
    method("extend", Exactly(1, |arguments| extend(End::Right, arguments)), "Extend the right side of the deque with elements from the iterable."),
    method("extendleft", Exactly(1, |arguments| extend(End::Left, arguments)), "Extend the left side of the deque with elements from the iterable."),
    method("index", Between(1, 3, index), "Return first index of value."),
    method("insert", Between(2, 2, insert), "Insert object before index."),
    method("pop", Exactly(0, |arguments| pop(End::Right, arguments)), "Remove and return the rightmost element."),
    method("popleft", Exactly(0, |arguments| pop(End::Left, arguments)), "Remove and return the leftmost element."),
    method("remove", Exactly(1, remove), "Remove first occurrence of value."),
    method("reverse", Exactly(0, reverse), "Reverse *IN PLACE*."),
    method("rotate", Between(0, 1, rotate), "Rotate the deque n steps to the right (default n=1)."),
];

fn new(arguments: &Arguments<'_>) -> Res {
    match arguments.positional.first().and_then(Value::as_gc::<Class>) {
        Some(class) => Ok(Value::from(Instance::wrap(class, Opaque::create(Deque::default())))),
        None => Err(raise!(TypeError, "deque.__new__(): not enough arguments")),
    }
}

fn init(arguments: &Arguments<'_>) -> Res {
    let Some((object, positional)) = arguments.positional.split_first() else {
        return Err(raise!(TypeError, "deque expected"));
    };
    let deque = this(object)?;
    let mut bound = vec![object.clone()];
    INIT.bind("deque", positional, arguments, &mut bound)?;
    let arguments = &*bound;
    let most = match given(arguments, 2).filter(|most| !most.is_none()) {
        None => None,
        Some(most) => {
            let Some(most) = convert::as_index(most)? else {
                return Err(raise!(TypeError, "an integer is required"));
            };
            let most = usize::try_from(size(&most)?);
            Some(most.map_err(|_| raise!(ValueError, "maxlen must be non-negative"))?)
        }
    };
    deque.most.set(most);
    let old = deque.change(std::mem::take);
    drop(old);
    if let Some(items) = given(arguments, 1) {
        deque.extend(End::Right, items)?;
    }
    Ok(Value::None)
}

/// A deque of the same class as another, with the same limit.
fn like(object: &Value, items: Vec<Value>) -> Res {
    let most = this(object)?.most.get();
    let skipped = most.map_or(0, |most| items.len().saturating_sub(most));
    let made = Deque { most: Cell::new(most), ..Deque::default() };
    made.items.replace(items.into_iter().skip(skipped).collect());
    let class = crate::value::class_of(object);
    Ok(Value::from(Instance::wrap(&class, Opaque::create(made))))
}

fn maximum(object: &Value) -> Res {
    Ok(this(object)?.most.get().map_or(Value::None, |most| Value::int(most as i64)))
}

fn push(end: End, arguments: &[Value]) -> Res {
    this(&arguments[0])?.push(end, arguments[1].clone());
    Ok(Value::None)
}

fn pop(end: End, arguments: &[Value]) -> Res {
    let popped = this(&arguments[0])?.change(|items| match end {
        End::Left => items.pop_front(),
        End::Right => items.pop_back(),
    });
    popped.ok_or_else(|| raise!(IndexError, "pop from an empty deque"))
}

fn extend(end: End, arguments: &[Value]) -> Res {
    let deque = this(&arguments[0])?;
    if arguments[1].is(&arguments[0]) {
        let items = Value::list(deque.to_vec());
        deque.extend(end, &items)?;
    } else {
        deque.extend(end, &arguments[1])?;
    }
    Ok(Value::None)
}

fn clear(arguments: &[Value]) -> Res {
    let old = this(&arguments[0])?.change(std::mem::take);
    drop(old);
    Ok(Value::None)
}

fn copy(arguments: &[Value]) -> Res {
    like(&arguments[0], this(&arguments[0])?.to_vec())
}

fn count(arguments: &[Value]) -> Res {
    let deque = this(&arguments[0])?;
    let before = deque.changes.get();
    let mut count = 0;
    for place in 0..deque.len() {
        let Some(other) = deque.get(place) else { break };
        count += i64::from(ops::same_or_equal(&other, &arguments[1])?);
        if deque.changes.get() != before {
            return Err(raise!(RuntimeError, "{MUTATED}"));
        }
    }
    Ok(Value::int(count))
}

fn index(arguments: &[Value]) -> Res {
    let deque = this(&arguments[0])?;
    let length = deque.len();
    let bound = |place: usize, default: usize| {
        given(arguments, place).map_or(Ok(default), |bound| clipped_place(bound, length))
    };
    let (start, end) = (bound(2, 0)?, bound(3, length)?.min(length));
    match deque.find(&arguments[1], start, end)? {
        Some(place) => Ok(Value::int(place as i64)),
        None => {
            let shown = ops::repr(&arguments[1])?;
            Err(raise!(ValueError, "{shown} is not in deque"))
        }
    }
}

fn insert(arguments: &[Value]) -> Res {
    let deque = this(&arguments[0])?;
    let place = size(&arguments[1])?;
    let length = deque.len();
    if deque.most.get().is_some_and(|most| length >= most) {
        return Err(raise!(IndexError, "deque already at its maximum size"));
    }
    let place = if place < 0 { place.saturating_add(length as i64).max(0) } else { place };
    deque.change(|items| items.insert((place as usize).min(length), arguments[2].clone()));
    Ok(Value::None)
}

fn remove(arguments: &[Value]) -> Res {
    let deque = this(&arguments[0])?;
    let before = deque.changes.get();
    for place in 0..deque.len() {
        let Some(other) = deque.get(place) else { break };
        let found = ops::same_or_equal(&other, &arguments[1])?;
        if deque.changes.get() != before {
            return Err(raise!(IndexError, "{MUTATED}"));
        }
        if found {
            let removed = deque.change(|items| items.remove(place));
            drop(removed);
            return Ok(Value::None);
        }
    }
    let shown = ops::repr(&arguments[1])?;
    Err(raise!(ValueError, "{shown} is not in deque"))
}

fn reverse(arguments: &[Value]) -> Res {
    this(&arguments[0])?.change(|items| items.make_contiguous().reverse());
    Ok(Value::None)
}

fn rotate(arguments: &[Value]) -> Res {
    let deque = this(&arguments[0])?;
    let steps = given(arguments, 1).map_or(Ok(1), size)?;
    let length = deque.len() as i64;
    if length > 1 {
        deque.change(|items| items.rotate_right(steps.rem_euclid(length) as usize));
    }
    Ok(Value::None)
}
