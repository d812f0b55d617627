//! `groupby`: runs of items with equal keys. The iterator of groups and the groups share where they stand.

use super::{Tool, iterator};
use crate::value::heap::Ref;
use crate::value::iterator::Step;
use crate::value::native::given;
use crate::value::opaque::{Content, Opaque};
use crate::value::ops::{self, call};
use crate::value::{Raise, Res, Value};
use std::cell::{Cell, RefCell};

/// Where the iterator of groups and its groups stand.
struct Shared {
    items: Value,
    key: Option<Value>,
    /// The key of the group that was given last; unbound before the first.
    wanted: RefCell<Value>,
    /// Key and item that were taken last; unbound before the first, and once the item was given.
    current: RefCell<(Value, Value)>,
    /// The number of the group that may still give items.
    group: Cell<u64>,
}

impl Content for Shared {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.items.trace(visit);
        if let Some(key) = &self.key {
            key.trace(visit);
        }
        self.wanted.borrow().trace(visit);
        let current = self.current.borrow();
        current.0.trace(visit);
        current.1.trace(visit);
    }

    fn clear(&self) {
        let old = (self.wanted.take(), self.current.take());
        drop(old);
    }
}

impl Shared {
    /// Takes the next item; false if there is none.
    fn advance(&self) -> Result<bool, Raise> {
        let Some(item) = ops::next(&self.items)? else { return Ok(false) };
        let key = match &self.key {
            Some(key) => call::call(key, std::slice::from_ref(&item))?,
            None => item.clone(),
        };
        let old = self.current.replace((key, item));
        drop(old);
        Ok(true)
    }

    fn current_key(&self) -> Value {
        self.current.borrow().0.clone()
    }
}

fn shared(value: &Value) -> Option<&Shared> {
    value.downcast::<Opaque>()?.get()
}

/// `groupby(iterable, key=None)`
pub fn group_by(arguments: &[Value]) -> Res {
    let items = ops::iter(&arguments[0])?;
    let key = given(arguments, 1).filter(|key| !key.is_none()).cloned();
    let shared = Shared { items, key, wanted: RefCell::default(), current: RefCell::default(), group: Cell::new(0) };
    Ok(iterator(Tool::GroupBy, Groups { shared: Opaque::create(shared) }))
}

struct Groups {
    shared: Value,
}

impl Step for Groups {
    fn step(&mut self) -> Result<Option<Value>, Raise> {
        let Some(shared) = shared(&self.shared) else { return Ok(None) };
        let number = shared.group.get() + 1;
        shared.group.set(number);
        let key = loop {
            let (key, wanted) = (shared.current_key(), shared.wanted.borrow().clone());
            if !key.is_unbound() && (wanted.is_unbound() || !ops::same_or_equal(&wanted, &key)?) {
                break key;
            }
            if !shared.advance()? {
                return Ok(None);
            }
        };
        let old = shared.wanted.replace(key.clone());
        drop(old);
        let group = Group { shared: self.shared.clone(), key: key.clone(), number };
        Ok(Some(Value::pair(key, iterator(Tool::Grouper, group))))
    }

    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.shared.trace(visit);
    }
}

struct Group {
    shared: Value,
    key: Value,
    number: u64,
}

impl Step for Group {
    fn step(&mut self) -> Result<Option<Value>, Raise> {
        let Some(shared) = shared(&self.shared) else { return Ok(None) };
        if shared.group.get() != self.number {
            return Ok(None);
        }
        let waiting = !shared.current.borrow().1.is_unbound();
        if !waiting && !shared.advance()? {
            return Ok(None);
        }
        if !ops::same_or_equal(&self.key, &shared.current_key())? {
            return Ok(None);
        }
        Ok(Some(shared.current.borrow_mut().1.take()))
    }

    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.shared.trace(visit);
        self.key.trace(visit);
    }
}
