//! Going over a deque, from either end.

use super::{End, this};
use crate::builtins::modules::class;
use crate::raise;
use crate::value::class::Class;
use crate::value::heap::Ref;
use crate::value::iterator::{Iterator, State, Step};
use crate::value::{Gc, Raise, Res, Value};
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

fn class_of(end: End) -> &'static Gc<Class> {
    thread_local! {
        static CLASSES: [OnceCell<&'static Gc<Class>>; 2] = const { [OnceCell::new(), OnceCell::new()] };
    }
    let name = if end == End::Left { "_deque_iterator" } else { "_deque_reverse_iterator" };
    CLASSES.with(|classes| {
        *classes[usize::from(end == End::Right)].get_or_init(|| class::of_iterator("_collections", name))
    })
}

/// `iter(deque)` or `reversed(deque)`
pub fn iterate(deque: &Value, end: End) -> Res {
    let changes = this(deque)?.changes.get();
    let walk = Walk { deque: deque.clone(), end, taken: 0, changes };
    Ok(Value::from(Iterator::with_class(State::Custom(Box::new(walk)), class_of(end))))
}
