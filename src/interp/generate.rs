//! Generators: activations that wait in an object between two `yield`s.
//!
//! In: a generator, and what it is resumed with. Out: what it hands out, or how it ended. Its slots move from the object
//! to the frame stack and back; everything else that it must remember lies in them. A `yield from` passes on whatever
//! its generator is resumed with, for as long as the iterator in its hidden slot lasts. A coroutine that is awaited where it
//! is called runs without an object until it waits (`await_call`).

use super::await_call::Begun;
use super::block::{Control, Flow};
use super::branch::attempt;
use super::call::{Known, store};
use super::context::Context;
use super::frame::{Frame, put, slot, slot_mut};
use super::node::Node;
use super::running::Running;
use super::statement::Target;
use crate::raise;
use crate::resolve::tree::{Flavour, Slot, StmtId};
use crate::source::Span;
use crate::value::exception::{self, Error, Exception, catch, is_pending, raise_object, take_pending};
use crate::value::function::Function;
use crate::value::generator::{Generator, State};
use crate::value::heap::finalize;
use crate::value::list::List;
use crate::value::ops::{self, attribute, call};
use crate::value::set::Set;
use crate::value::tuple::Tuple;
use crate::value::{Gc, Kind, Raise, Symbol, Value, recursion};

/// What a generator is resumed with.
pub enum Resumption {
    /// A value, which `yield` gives.
    Send(Value),
    /// The exception on its way, which `yield` raises.
    Throw,
}

/// How a generator goes on.
enum Entry {
    /// Its `yield` gives a value.
    Send(Value),
    /// Its `yield` raises the exception on its way.
    Throw,
    /// The iterator of its `yield from` has returned a value.
    Returned(Value),
    /// The iterator of its `yield from` has raised the exception on its way.
    Raised,
}

impl Running {
    /// Makes a generator of an activation whose parameters are in their slots.
    pub fn suspend(&self, function: &Gc<Function>, frame: &mut Frame) -> Value {
        self.capture(function, frame);
        Value::from(self.make_generator(function, frame))
    }

    /// Makes a generator of an activation.
    fn make_generator(&self, function: &Gc<Function>, frame: &mut Frame) -> Gc<Generator> {
        if let Some(me) = self.me.upgrade() {
            function.prepared(|| me);
        }
        let slots = frame[..self.slots].iter_mut().map(Value::take).collect();
        Generator::create(function.clone(), slots)
    }

    /// Runs a coroutine whose parameters are in their slots, as a call runs a function. It becomes an object if it waits.
    pub(super) fn run_in_place(
        &self,
        function: &Gc<Function>,
        frame: &mut Frame,
        context: &Context,
    ) -> Result<Begun, Raise> {
        let _depth = self.enter(frame)?;
        if self.captures {
            self.capture(function, frame);
        }
        let flow = match context.poll.is_set() && context.pause().is_err() {
            true => Flow::Raise,
            false => self.body(context).run(frame, context),
        };
        if let Flow::Yield = flow {
            let coroutine = self.make_generator(function, frame);
            coroutine.wait(context.resume_at(), context.passes_to());
            return Ok(Begun::Waits(coroutine));
        }
        match self.leave(flow, frame, context) {
            Ok(value) => Ok(Begun::Returned(value)),
            Err(Raise) => {
                self.seal(context);
                Err(Raise)
            }
        }
    }

    /// Runs a generator of this function to its next `yield`; no value when it has ended: what it returned waits in it.
    #[inline]
    pub fn resume(
        &self,
        generator: &Gc<Generator>,
        sent: Resumption,
        frame: &mut Frame,
        context: &Context,
    ) -> Result<Option<Value>, Raise> {
        self.resume_drained(generator, sent, None, frame, context)
    }

    /// The same for somebody who drains it. What becomes of the items lies in the frame meanwhile: compiled code goes on with it.
    pub fn resume_drained(
        &self,
        generator: &Gc<Generator>,
        sent: Resumption,
        drained: Option<&mut Value>,
        frame: &mut Frame,
        context: &Context,
    ) -> Result<Option<Value>, Raise> {
        match sent {
            Resumption::Send(value) if generator.passes_on() && !context.watch.is_wanted() => {
                self.resume_inner(generator, value, drained, frame, context)
            }
            Resumption::Send(value) => self.go_on(generator, Entry::Send(value), drained, frame, context),
            Resumption::Throw => self.go_on(generator, Entry::Throw, drained, frame, context),
        }
    }

    /// Resumes the generator at the end of those that pass on to the next: the ones between see nothing of an item, only of
    /// how the one that they pass on to ends.
    fn resume_inner(
        &self,
        generator: &Gc<Generator>,
        value: Value,
        mut drained: Option<&mut Value>,
        frame: &mut Frame,
        context: &Context,
    ) -> Result<Option<Value>, Raise> {
        let mut entry = Entry::Send(value);
        let inner = Generator::innermost(generator, recursion::limit() - recursion::depth());
        let mut inner = match inner {
            Some(inner) if inner.state() == State::Running => {
                return Err(raise!(ValueError, "{} already executing", generator.kind()));
            }
            Some(inner) if matches!(inner.state(), State::Waiting(_)) => inner,
            _ => generator.clone(),
        };
        while !inner.is(generator) {
            let running = context.running_of(inner.function());
            entry = match running.go_on(&inner, entry, None, frame, context) {
                Ok(Some(item)) => return Ok(Some(item)),
                Ok(None) => Entry::Returned(inner.take_returned()),
                Err(Raise) => Entry::Raised,
            };
            inner = Generator::outer_of(generator, &inner).unwrap_or_else(|| generator.clone());
        }
        self.go_on(generator, entry, drained.take(), frame, context)
    }

    /// Runs a generator on.
    fn go_on(
        &self,
        generator: &Gc<Generator>,
        entry: Entry,
        drained: Option<&mut Value>,
        frame: &mut Frame,
        context: &Context,
    ) -> Result<Option<Value>, Raise> {
        let state = generator.state();
        // One that cannot run on for want of room has ended, as by any exception.
        let _depth = self.enter(frame).inspect_err(|_| {
            end(generator);
            generator.finish();
        })?;
        let mut slots = generator.take_frame();
        // The slots of the frame are empty, as those of the generator are while it runs.
        frame[..slots.len()].swap_with_slice(&mut slots);
        generator.set_state(State::Running);
        let mut drained = drained.zip(self.origin.code.drained);
        if let Some((drained, at)) = &mut drained {
            std::mem::swap(slot_mut(frame, *at), *drained);
        }
        let body = self.body(context);
        let flow = match (state, entry) {
            (State::Waiting(at), entry) => {
                match entry {
                    Entry::Send(value) => context.send(value),
                    Entry::Throw => context.send(Value::Unbound),
                    Entry::Returned(value) => context.send_end(value),
                    Entry::Raised => context.send_end(Value::Unbound),
                }
                body.enter_at(at, frame, context)
            }
            (State::Standing(at), Entry::Send(_)) => body.enter_at(at, frame, context),
            (State::Standing(at), _) => {
                context.note(&self.origin.code, None, at);
                Flow::Raise
            }
            (_, Entry::Send(_)) => body.run(frame, context),
            (_, _) => {
                context.note(&self.origin.code, None, StmtId(0));
                Flow::Raise
            }
        };
        if let Some((drained, at)) = drained {
            std::mem::swap(slot_mut(frame, at), drained);
        }
        if let Flow::Yield = flow {
            frame[..slots.len()].swap_with_slice(&mut slots);
            generator.put_frame(slots);
            generator.wait(context.resume_at(), context.passes_to());
            return Ok(Some(context.take_yielded()));
        }
        end(generator);
        match self.leave(flow, frame, context) {
            Ok(value) => {
                if !value.is_none() {
                    generator.set_returned(value);
                }
                Ok(None)
            }
            Err(Raise) => {
                self.seal(context);
                Err(Raise)
            }
        }
    }

    /// An exception leaves a generator of this function.
    #[cold]
    pub fn seal(&self, context: &Context) {
        seal(self.origin.code.flavour, context);
    }
}

/// Says that a generator has ended; nothing is to be run when it is let go of.
#[inline]
fn end(generator: &Gc<Generator>) {
    generator.set_state(State::Done);
    if generator.must_be_closed() {
        finalize::unwatch(generator.as_ref());
    }
}

/// A `StopIteration` must not leave a generator as if it had ended by itself.
#[cold]
pub fn seal(flavour: Flavour, context: &Context) {
    debug_assert!(is_pending());
    let stopped = catch(Error::StopIteration);
    let class = if stopped.is_some() { "StopIteration" } else { "StopAsyncIteration" };
    let stopped = match stopped {
        None if flavour == Flavour::AsyncGenerator => catch(Error::StopAsyncIteration),
        stopped => stopped,
    };
    if let Some(stopped) = stopped {
        let kind = match flavour {
            Flavour::Generator => "generator",
            Flavour::Coroutine => "coroutine",
            Flavour::AsyncGenerator => "async generator",
        };
        let _ = raise!(RuntimeError, "{kind} raised {class}");
        let error = context.catch();
        error.set_origin(stopped);
        raise_object(error);
    }
}

/// An exception leaves a block that is a frame of its own in a traceback.
pub fn leave_inline(is_generator: bool, context: &Context) {
    if context.leave_inline_raising() && is_generator {
        seal(Flavour::Generator, context);
    }
}

/// `yield value`
pub struct Yield {
    /// What is handed out.
    pub value: Box<dyn Node>,
    /// Where whoever takes all items keeps what becomes of them.
    pub drained: Slot,
    /// Where the value sent in goes.
    pub target: Option<Target>,
    /// Its number.
    pub id: StmtId,
    /// Its place.
    pub span: Span,
}

impl Control for Yield {
    fn run(&self, frame: &mut Frame, context: &Context) -> Flow {
        let value = attempt!(self.value.value(frame, context));
        let kept = slot_mut(frame, self.drained);
        let Some(value) = (if kept.is_unbound() { Some(value) } else { keep(kept, value) }) else {
            store(self.target.as_ref(), frame, Value::None);
            return Flow::Next;
        };
        context.set_yielded(value);
        context.set_resume_at(self.id);
        context.set_passes_to(None);
        Flow::Yield
    }

    fn enter_at(&self, _at: StmtId, frame: &mut Frame, context: &Context) -> Flow {
        match context.take_sent() {
            Value::Unbound => {
                context.fail(self.span);
                Flow::Raise
            }
            value => {
                store(self.target.as_ref(), frame, value);
                Flow::Next
            }
        }
    }
}

/// Puts an item where whoever takes all items keeps them, if that runs nothing: then the generator need not be left for
/// it. Else gives it back.
fn keep(kept: &mut Value, item: Value) -> Option<Value> {
    let total = match (&*kept, &item) {
        (Value::Int(total), Value::Int(number)) => total.checked_add(*number).map(Value::int),
        (Value::Float(total), Value::Float(number)) => Some(Value::float(total.get() + number.get())),
        (Value::None, _) => return if is_plainly(&item, false) { None } else { Some(item) },
        (Value::Object(_), _) if kept.is_not_implemented() => {
            return if is_plainly(&item, true) { None } else { Some(item) };
        }
        (Value::Object(_), _) => return keep_in(kept, item),
        _ => None,
    };
    match total {
        Some(total) => {
            put(kept, total);
            None
        }
        None => Some(item),
    }
}

fn keep_in(container: &Value, item: Value) -> Option<Value> {
    if let Some(list) = container.as_gc::<List>() {
        list.push(item);
        return None;
    }
    let set = container.as_gc::<Set>().filter(|_| is_plain(&item));
    match set.map(|set| set.add(item.clone())) {
        Some(Ok(())) => None,
        Some(Err(Raise)) => {
            // Whoever takes the items meets it again, where it belongs.
            drop(take_pending());
            Some(item)
        }
        None => Some(item),
    }
}

/// Whether a value is plainly of this truth.
fn is_plainly(value: &Value, truth: bool) -> bool {
    match value {
        Value::Bool(value) => value.get() == truth,
        Value::Int(value) => (*value != 0) == truth,
        Value::None => !truth,
        _ => false,
    }
}

/// Whether hashing and comparing a value runs no script.
fn is_plain(value: &Value) -> bool {
    match value.kind() {
        None | Some(Kind::Str) => true,
        Some(Kind::Tuple) => value
            .downcast::<Tuple>()
            .is_some_and(|tuple| tuple.items().iter().all(|item| matches!(item.kind(), None | Some(Kind::Str)))),
        _ => false,
    }
}

/// `yield from`
pub struct YieldFrom {
    /// Where the iterator waits.
    pub iterator: Slot,
    /// Where what it returns goes.
    pub target: Option<Target>,
    /// Its number.
    pub id: StmtId,
    /// Its place.
    pub span: Span,
    /// The first slot of a callee.
    pub first: usize,
    /// The function of the generator that came first.
    pub known: Known,
}

impl Control for YieldFrom {
    fn run(&self, frame: &mut Frame, context: &Context) -> Flow {
        self.pass_on(Resumption::Send(Value::None), frame, context)
    }

    fn enter_at(&self, _at: StmtId, frame: &mut Frame, context: &Context) -> Flow {
        let ended = context.has_inner_ended();
        match context.take_sent() {
            Value::Unbound if ended => self.follow(Err(Raise), frame, context),
            value if ended => self.follow(Ok(Step::Returned(value)), frame, context),
            Value::Unbound => self.pass_on(Resumption::Throw, frame, context),
            value => self.pass_on(Resumption::Send(value), frame, context),
        }
    }
}

impl YieldFrom {
    fn pass_on(&self, with: Resumption, frame: &mut Frame, context: &Context) -> Flow {
        let iterator = slot(frame, self.iterator).clone();
        let is_set_anew = matches!(with, Resumption::Throw) && context.throw_from_here();
        let step = match iterator.as_gc::<Generator>() {
            Some(generator) => self.resume(generator, with, frame, context),
            None => step(&iterator, with),
        };
        if is_set_anew && step.is_err() {
            // As in CPython, what was thrown is raised here once more: in the context of what is handled here.
            let exception = take_pending();
            exception.set_context(context.handled());
            let _ = raise_object(exception);
        }
        self.follow(step, frame, context)
    }

    /// Does what follows from how the iterator went on.
    fn follow(&self, step: Result<Step, Raise>, frame: &mut Frame, context: &Context) -> Flow {
        match step {
            Ok(Step::Yielded(value)) => {
                context.set_yielded(value);
                context.set_resume_at(self.id);
                context.set_passes_to(Some(self.iterator));
                Flow::Yield
            }
            Ok(Step::Returned(value)) => {
                put(slot_mut(frame, self.iterator), Value::Unbound);
                store(self.target.as_ref(), frame, value);
                Flow::Next
            }
            Err(Raise) => {
                put(slot_mut(frame, self.iterator), Value::Unbound);
                context.fail(self.span);
                Flow::Raise
            }
        }
    }

    /// A generator runs on this frame's stack.
    fn resume(
        &self,
        generator: &Gc<Generator>,
        with: Resumption,
        frame: &mut Frame,
        context: &Context,
    ) -> Result<Step, Raise> {
        if let Resumption::Throw = with
            && let Some(leave) = exit_on_its_way()
        {
            return Err(close(&Value::from(generator), leave));
        }
        let yielded = match generator.state() {
            state if state.can_go_on() => {
                let function = generator.function();
                let running = self.known.find(function).unwrap_or_else(|| self.known.of(function, context));
                running.resume(generator, with, &mut frame[self.first..], context)?
            }
            _ => context.resume_generator(generator, with)?,
        };
        Ok(match yielded {
            Some(value) => Step::Yielded(value),
            None => Step::Returned(generator.take_returned()),
        })
    }
}

/// What an iterator does when it is resumed.
enum Step {
    Yielded(Value),
    Returned(Value),
}

/// Resumes anything else than a generator.
fn step(iterator: &Value, with: Resumption) -> Result<Step, Raise> {
    let result = match with {
        Resumption::Send(Value::None) => match attribute::special(iterator, Symbol::NEXT)? {
            Some(next) => call::call(&next, &[]),
            None => {
                return Ok(ops::next(iterator)?.map_or(Step::Returned(Value::None), Step::Yielded));
            }
        },
        Resumption::Send(value) => call::call(&attribute::get(iterator, Symbol::SEND)?, &[value]),
        Resumption::Throw => {
            if let Some(leave) = exit_on_its_way() {
                return Err(close(iterator, leave));
            }
            let exception = take_pending();
            match attribute::find(iterator, Symbol::THROW)? {
                Some(throw) => call::call(&throw, &[Value::from(exception)]),
                None => return Err(raise_object(exception)),
            }
        }
    };
    match result {
        Ok(value) => Ok(Step::Yielded(value)),
        Err(Raise) => match catch(Error::StopIteration) {
            Some(stopped) => {
                let value = stopped.args().items().first().cloned();
                Ok(Step::Returned(value.unwrap_or(Value::None)))
            }
            None => Err(Raise),
        },
    }
}

/// The exception on its way, if it only asks generators to end.
fn exit_on_its_way() -> Option<Gc<Exception>> {
    exception::pending_matches(Error::GeneratorExit).then(take_pending)
}

/// Closes an iterator, and goes on leaving.
fn close(iterator: &Value, leave: Gc<Exception>) -> Raise {
    let closed = match attribute::find(iterator, Symbol::CLOSE) {
        Ok(Some(close)) => call::call(&close, &[]).map(drop),
        Ok(None) => Ok(()),
        Err(raised) => Err(raised),
    };
    match closed {
        Ok(()) => raise_object(leave),
        Err(raised) => raised,
    }
}
