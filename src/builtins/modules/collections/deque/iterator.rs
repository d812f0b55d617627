//! Going over a deque, from either end.

use super::{End, this};
use crate::raise;
use crate::value::class::{Class, types};
use crate::value::heap::Ref;
use crate::value::iterator::{Iterator, State, Step};
use crate::value::{Gc, Raise, Res, Symbol, Value};
use std::cell::OnceCell;

struct Walk {
    deque: Value,
    end: End,
    taken: usize,
    changes: u64,
}

impl Step for Walk {
    fn step(&mut self) -> Result<Option<Value>, Raise> {
        let deque = this(&self.deque)?;
        if deque.changes.get() != self.changes {
            return Err(raise!(RuntimeError, "deque mutated during iteration"));
        }
        let place = match self.end {
            End::Left => Some(self.taken),
            End::Right => deque.len().checked_sub(self.taken + 1),
        };
        self.taken += 1;
        Ok(place.and_then(|place| deque.get(place)))
    }

    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.deque.trace(visit);
    }
}

fn class(end: End) -> &'static Gc<Class> {
    thread_local! {
        static CLASSES: [OnceCell<&'static Gc<Class>>; 2] = const { [OnceCell::new(), OnceCell::new()] };
    }
    let name = if end == End::Left { "_deque_iterator" } else { "_deque_reverse_iterator" };
    let make = || {
        let class = Class::create(name, Symbol::new("_collections"), vec![types().object.clone()], false)
            .unwrap_or_else(|| unreachable!("a class with one base has an order of lookup"));
        let class: &'static Gc<Class> = Box::leak(Box::new(class));
        class
    };
    CLASSES.with(|classes| *classes[usize::from(end == End::Right)].get_or_init(make))
}

/// `iter(deque)` or `reversed(deque)`
pub fn iterate(deque: &Value, end: End) -> Res {
    let changes = this(deque)?.changes.get();
    let walk = Walk { deque: deque.clone(), end, taken: 0, changes };
    Ok(Value::from(Iterator::with_class(State::Custom(Box::new(walk)), class(end))))
}
