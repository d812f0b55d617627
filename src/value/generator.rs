//! Generators: an activation that waits.
//!
//! In: a function and its frame. Out: the frame, when the generator is resumed. Running it is the interpreter's.

use super::Value;
use super::function::Function;
use super::heap::{Gc, Ref, Trace};
use crate::resolve::tree::StmtId;
use std::cell::{Cell, RefCell};

/// Where a generator stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// Not started.
    Fresh,
    /// Waiting at a `yield`.
    Waiting(StmtId),
    /// Running now.
    Running,
    /// Ended.
    Done,
}

/// The body of a generator.
pub struct Generator {
    function: Gc<Function>,
    state: Cell<State>,
    /// The slots of its frame while it waits.
    frame: RefCell<Vec<Value>>,
    /// What it returned, until somebody asks.
    returned: Cell<Value>,
}

impl Generator {
    /// A generator that has not started, with its arguments in place.
    pub fn create(function: Gc<Function>, frame: Vec<Value>) -> Gc<Generator> {
        let generator = Gc::new(Generator {
            function,
            state: Cell::new(State::Fresh),
            frame: RefCell::new(frame),
            returned: Cell::new(Value::None),
        });
        generator.track();
        generator
    }

    /// What it runs.
    pub fn function(&self) -> &Gc<Function> {
        &self.function
    }

    /// Where it stands.
    pub fn state(&self) -> State {
        self.state.get()
    }

    /// Says where it stands now.
    pub fn set_state(&self, state: State) {
        self.state.set(state);
    }

    /// Says what it returned.
    pub fn set_returned(&self, value: Value) {
        self.returned.set(value);
    }

    /// What it returned, once; `None` afterwards, as for a generator that has ended before.
    pub fn take_returned(&self) -> Value {
        self.returned.replace(Value::None)
    }

    /// Takes the slots of its frame out.
    pub fn take_frame(&self) -> Vec<Value> {
        self.frame.take()
    }

    /// Puts the slots of its frame back.
    pub fn put_frame(&self, frame: Vec<Value>) {
        self.frame.replace(frame);
    }
}

impl Trace for Generator {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        visit(self.function.as_ref());
        for value in self.frame.borrow().iter() {
            value.trace(visit);
        }
    }

    fn clear(&self) {
        self.state.set(State::Done);
        drop(self.frame.take());
    }
}
