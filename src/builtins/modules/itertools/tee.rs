//! `tee`: several iterators over one. What some have taken and others have not lies in a chain of chunks.

use super::{Tool, iterator};
use crate::builtins::argument::size;
use crate::raise;
use crate::value::heap::Ref;
use crate::value::iterator::{Iterator, State, Step};
use crate::value::opaque::{Content, Opaque};
use crate::value::ops;
use crate::value::{Raise, Res, Value};
use std::cell::RefCell;

/// How many items a chunk holds.
const CHUNK: usize = 64;

/// Items that were taken, and the chunk after them once there is one.
struct Chunk {
    source: Value,
    items: RefCell<Vec<Value>>,
    next: RefCell<Option<Value>>,
}

impl Content for Chunk {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.source.trace(visit);
        self.items.borrow().iter().for_each(|item| item.trace(visit));
        if let Some(next) = &*self.next.borrow() {
            next.trace(visit);
        }
    }

    fn clear(&self) {
        let old = (self.items.take(), self.next.take());
        drop(old);
    }
}

fn chunk(source: Value) -> Value {
    Opaque::create(Chunk { source, items: RefCell::default(), next: RefCell::default() })
}

/// `tee(iterable, n=2)`
pub fn tee(arguments: &[Value]) -> Res {
    let count = arguments.get(1).map_or(Ok(2), size)?;
    if count < 0 {
        return Err(raise!(ValueError, "n must be >= 0"));
    }
    let first = chunk(ops::iter(&arguments[0])?);
    let branch = |_| iterator(Tool::Tee, Branch { chunk: first.clone(), place: 0 });
    Ok(Value::tuple((0..count).map(branch).collect()))
}

struct Branch {
    chunk: Value,
    place: usize,
}

impl Step for Branch {
    fn step(&mut self) -> Result<Option<Value>, Raise> {
        if self.place == CHUNK {
            let next = {
                let Some(full) = self.chunk.downcast::<Opaque>().and_then(Opaque::get::<Chunk>) else {
                    return Ok(None);
                };
                full.next.borrow_mut().get_or_insert_with(|| chunk(full.source.clone())).clone()
            };
            self.chunk = next;
            self.place = 0;
        }
        let Some(chunk) = self.chunk.downcast::<Opaque>().and_then(Opaque::get::<Chunk>) else { return Ok(None) };
        let known = chunk.items.borrow().get(self.place).cloned();
        let item = match known {
            Some(item) => item,
            None => {
                let Some(item) = ops::next(&chunk.source)? else { return Ok(None) };
                chunk.items.borrow_mut().push(item.clone());
                item
            }
        };
        self.place += 1;
        Ok(Some(item))
    }

    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.chunk.trace(visit);
    }

    fn copy(&self) -> Option<Box<dyn Step>> {
        Some(Box::new(Branch { chunk: self.chunk.clone(), place: self.place }))
    }
}

/// `tee_object.__copy__()`
pub fn copy(arguments: &[Value]) -> Res {
    let iterator = arguments[0].downcast::<Iterator>();
    let copied = iterator.and_then(|iterator| {
        iterator.look(|state| match state {
            State::Custom(step) => step.copy(),
            _ => None,
        })?
    });
    match (copied, iterator) {
        (Some(step), Some(iterator)) => Ok(Value::from(Iterator::with_class(State::Custom(step), iterator.class()))),
        _ => Err(raise!(TypeError, "the iterator cannot be copied")),
    }
}
