//! Going over a deque, from either end.

use super::{End, this};
use crate::builtins::argument::size;
use crate::builtins::modules::class;
use crate::raise;
use crate::value::class::Class;
use crate::value::heap::Ref;
use crate::value::iterator::{Iterator, State, Step};
use crate::value::native::wrong_count;
use crate::value::{Gc, Native, Raise, Res, Value};
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
            End::Right => deque.len().checked_sub(self.taken.saturating_add(1)),
        };
        self.taken = self.taken.saturating_add(1);
        Ok(place.and_then(|place| deque.get(place)))
    }

    fn length_hint(&self) -> Option<usize> {
        Some(this(&self.deque).map_or(0, |deque| deque.len().saturating_sub(self.taken)))
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
        *classes[usize::from(end == End::Right)].get_or_init(|| {
            let class = class::of_iterator("_collections", name);
            class.set_construct(match end {
                End::Left => Native(|arguments| new(arguments.positional, End::Left)),
                End::Right => Native(|arguments| new(arguments.positional, End::Right)),
            });
            class
        })
    })
}

/// `iter(deque)` or `reversed(deque)`
pub fn iterate(deque: &Value, end: End) -> Res {
    let changes = this(deque)?.changes.get();
    let walk = Walk { deque: deque.clone(), end, taken: 0, changes };
    Ok(Value::from(Iterator::with_class(State::Custom(Box::new(walk)), class_of(end))))
}

/// `type(iter(deque))(deque, index=0)`: an iterator that has passed so many items.
fn new(arguments: &[Value], end: End) -> Res {
    let (deque, passed) = match arguments {
        [deque] => (deque, 0),
        [deque, passed] => (deque, size(passed)?),
        others => return Err(wrong_count("_deque_iterator", others.len(), 1, 2)),
    };
    let changes = this(deque)?.changes.get();
    let taken = usize::try_from(passed).unwrap_or(0);
    let walk = Walk { deque: deque.clone(), end, taken, changes };
    Ok(Value::from(Iterator::with_class(State::Custom(Box::new(walk)), class_of(end))))
}
