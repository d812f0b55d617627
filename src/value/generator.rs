//! Generators: an activation that waits.
//!
//! In: a function and its frame. Out: the frame, when the generator is resumed. Running it is the interpreter's.

use super::Value;
use super::function::Function;
use super::heap::{Gc, Ref, Trace, finalize};
use crate::resolve::tree::{Flavour, Slot, StmtId};
use std::cell::Cell;

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

/// What is kept in a generator's frame by whoever takes all items and wants only those that are true.
pub fn wants_true() -> Value {
    Value::None
}

/// The same for whoever wants only those that are false.
pub fn wants_false() -> Value {
    Value::not_implemented()
}

/// Whether what is kept in a generator's frame becomes of its items, so that compiled code can go on with it.
pub fn is_made_of_items(kept: &Value) -> bool {
    !matches!(kept, Value::Unbound | Value::None) && !kept.is_not_implemented()
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
    /// Where the iterator lies that it passes on to, if it waits for that and for nothing else.
    passes_to: Cell<Option<Slot>>,
    /// The slots of its frame while it waits.
    frame: Cell<Box<[Value]>>,
    /// What it returned, until somebody asks.
    returned: Cell<Value>,
}

impl Generator {
    /// A generator that has not started, with its arguments in place.
    pub fn create(function: Gc<Function>, frame: Box<[Value]>) -> Gc<Generator> {
        let generator = Gc::new(Generator {
            function,
            state: Cell::new(State::Fresh),
            passes_to: Cell::new(None),
            frame: Cell::new(frame),
            returned: Cell::new(Value::None),
        });
        generator.track();
        if generator.must_be_closed() {
            finalize::watch(generator.as_ref());
        }
        generator
    }

    /// A generator that compiled code has run: where it stands, and the slots of its frame.
    pub fn standing(function: Gc<Function>, state: State, frame: Box<[Value]>) -> Gc<Generator> {
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

    /// Where it stands.
    pub fn state(&self) -> State {
        self.state.get()
    }

    /// Says where it stands now.
    pub fn set_state(&self, state: State) {
        self.state.set(state);
        self.passes_to.set(None);
    }

    /// Lets it wait at a statement: for its next item, or for those of the iterator in a slot.
    pub fn wait(&self, at: StmtId, passes_to: Option<Slot>) {
        self.state.set(State::Waiting(at));
        self.passes_to.set(passes_to);
    }

    /// Whether all that it is resumed with goes to an iterator of its own.
    pub fn passes_on(&self) -> bool {
        self.passes_to.get().is_some()
    }

    /// The generator that it passes on to.
    fn inner(&self) -> Option<Gc<Generator>> {
        let slot = self.passes_to.get()?;
        let frame = self.frame.take();
        let inner = frame.get(slot.0 as usize).and_then(Value::as_gc::<Generator>).cloned();
        self.put_frame(frame);
        inner
    }

    /// The generator at the end of those that pass on to the next; none if more than `most` do.
    pub fn innermost(generator: &Gc<Generator>, most: u32) -> Option<Gc<Generator>> {
        let mut current = generator.clone();
        for _ in 0..most {
            match current.inner() {
                Some(inner) => current = inner,
                None => return Some(current),
            }
        }
        None
    }

    /// The one of these generators that passes on to `inner`.
    pub fn outer_of(generator: &Gc<Generator>, inner: &Gc<Generator>) -> Option<Gc<Generator>> {
        let mut current = generator.clone();
        loop {
            let next = current.inner()?;
            if next.is(inner) {
                return Some(current);
            }
            current = next;
        }
    }

    /// Whether it runs now, or the one at the end of those that pass on to the next.
    pub fn is_running(generator: &Gc<Generator>) -> bool {
        if !generator.passes_on() {
            return generator.state() == State::Running;
        }
        Generator::innermost(generator, u32::MAX).is_some_and(|inner| inner.state() == State::Running)
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
    pub fn take_frame(&self) -> Box<[Value]> {
        self.frame.take()
    }

    /// Puts the slots of its frame back.
    pub fn put_frame(&self, frame: Box<[Value]>) {
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
