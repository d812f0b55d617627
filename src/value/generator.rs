//! Generators: an activation that waits.
//!
//! In: a function and its frame. Out: the frame, when the generator is resumed. Running it is the interpreter's.

use super::Value;
use super::function::Function;
use super::heap::{Gc, Ref, Trace, finalize};
use crate::resolve::tree::{Flavour, StmtId};
use std::any::Any;
use std::cell::{Cell, OnceCell};
use std::rc::Rc;

/// Where a generator stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// Not started.
    Fresh,
    /// Waiting at a `yield`.
    Waiting(StmtId),
    /// About to run a statement: compiled code went on with it and left it there.
    Standing(StmtId),
    /// Running now.
    Running,
    /// Ended.
    Done,
}

impl State {
    /// Whether it can be run on.
    pub fn can_go_on(self) -> bool {
        !matches!(self, State::Running | State::Done)
    }
}

/// The body of a generator.
pub struct Generator {
    function: Gc<Function>,
    state: Cell<State>,
    /// The slots of its frame while it waits.
    frame: Cell<Vec<Value>>,
    /// What it returned, until somebody asks.
    returned: Cell<Value>,
    /// The interpreter's form of its function, once it has run.
    prepared: OnceCell<Rc<dyn Any>>,
}

impl Generator {
    /// A generator that has not started, with its arguments in place.
    pub fn create(function: Gc<Function>, frame: Vec<Value>) -> Gc<Generator> {
        let generator = Gc::new(Generator {
            function,
            state: Cell::new(State::Fresh),
            frame: Cell::new(frame),
            returned: Cell::new(Value::None),
            prepared: OnceCell::new(),
        });
        generator.track();
        if generator.must_be_closed() {
            finalize::watch(generator.as_ref());
        }
        generator
    }

    /// A generator that compiled code has run: where it stands, and the slots of its frame.
    pub fn standing(function: Gc<Function>, state: State, frame: Vec<Value>) -> Gc<Generator> {
        let generator = Generator::create(function, frame);
        generator.state.set(state);
        generator
    }

    /// The slots of its frame, while it waits; the address stays until it runs.
    pub fn slots(&self) -> *const Value {
        let frame = self.frame.take();
        let slots = frame.as_ptr();
        self.frame.set(frame);
        slots
    }

    /// Whether it is a coroutine, or what else.
    pub fn flavour(&self) -> Flavour {
        self.function.code().flavour
    }

    /// Whether there may be something to run if it is let go of before its end, or something to say.
    pub fn must_be_closed(&self) -> bool {
        self.function.code().cleans_up || self.flavour() == Flavour::Coroutine
    }

    /// What the flavour is called in messages.
    pub fn kind(&self) -> &'static str {
        match self.flavour() {
            Flavour::Generator => "generator",
            Flavour::Coroutine => "coroutine",
            Flavour::AsyncGenerator => "async generator",
        }
    }

    /// Ends it without running anything.
    pub fn finish(&self) {
        self.state.set(State::Done);
        drop(self.frame.take());
    }

    /// What it delegates to where it waits.
    pub fn delegate(&self) -> Option<Value> {
        let State::Waiting(at) = self.state.get() else { return None };
        let slot = self.function.code().delegates_at(at)?;
        let frame = self.frame.take();
        let iterator = frame.get(slot.0 as usize).cloned();
        self.frame.set(frame);
        iterator
    }

    /// What it runs.
    pub fn function(&self) -> &Gc<Function> {
        &self.function
    }

    /// The interpreter's form of its function, which is `prepare`d when it is first asked for.
    pub fn prepared<T: Any>(&self, prepare: impl FnOnce() -> Rc<T>) -> Option<&T> {
        self.prepared.get_or_init(|| prepare()).downcast_ref()
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
        // The place is empty while the generator runs.
        std::mem::forget(self.frame.replace(frame));
    }
}

impl Trace for Generator {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        visit(self.function.as_ref());
        let frame = self.frame.take();
        frame.iter().for_each(|value| value.trace(visit));
        self.frame.set(frame);
    }

    fn clear(&self) {
        self.finish();
    }
}
