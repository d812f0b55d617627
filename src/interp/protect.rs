//! `try` and `raise`.
//!
//! In: blocks, handlers, exceptions. Out: where to go on. The exception being handled, and what a `finally` interrupted,
//! lie in hidden slots, so a generator may leave in the middle of either.

use super::block::{Block, Control, Flow, Statement};
use super::context::Context;
use super::frame::{Frame, put, slot, slot_mut};
use super::node::Node;
use super::statement::Target;
use crate::raise;
use crate::resolve::tree::{Slot, StmtId};
use crate::source::Span;
use crate::value::class::{Class, class_of};
use crate::value::exception::{Error, Exception, raise_object};
use crate::value::heap::finalize;
use crate::value::{Gc, Raise, Value, ops, types};

/// What a `finally` interrupted, as it is kept in its slot.
mod interrupted {
    pub const NOTHING: i64 = 0;
    pub const BREAK: i64 = 1;
    pub const CONTINUE: i64 = 2;
    pub const RETURN: i64 = 3;
    pub const RAISE: i64 = 4;
}

/// An `except` clause.
pub struct Handler {
    /// The class or tuple of classes.
    pub class: Option<Box<dyn Node>>,
    /// `as name`
    pub name: Option<Target>,
    /// The statements.
    pub body: Block,
    /// Its place.
    pub span: Span,
}

/// `try`
pub struct Try {
    /// The guarded statements.
    pub body: Block,
    /// `except` clauses.
    pub handlers: Box<[Handler]>,
    /// `else:`
    pub orelse: Block,
    /// `finally:`
    pub finally: Option<Block>,
    /// Hidden slot of the exception being handled.
    pub caught: Slot,
    /// First of two hidden slots of what `finally` interrupted.
    pub pending: Slot,
}

impl Control for Try {
    fn inside(&self, at: StmtId) -> Option<&Block> {
        std::iter::once(&self.body)
            .chain(self.handlers.iter().map(|handler| &handler.body))
            .chain([&self.orelse])
            .chain(&self.finally)
            .find(|block| block.contains(at))
    }

    fn finish_guarded(&self, flow: Flow, after_else: bool, frame: &mut Frame, context: &Context) -> Flow {
        if after_else { self.finish(flow, frame, context) } else { self.after_body(flow, frame, context) }
    }

    fn run(&self, frame: &mut Frame, context: &Context) -> Flow {
        let flow = self.body.run(frame, context);
        self.after_body(flow, frame, context)
    }

    fn enter_at(&self, at: StmtId, frame: &mut Frame, context: &Context) -> Flow {
        if self.body.contains(at) {
            let flow = self.body.enter_at(at, frame, context);
            return self.after_body(flow, frame, context);
        }
        if let Some(handler) = self.handlers.iter().find(|handler| handler.body.contains(at)) {
            let Some(exception) = slot(frame, self.caught).as_gc::<Exception>().cloned() else {
                unreachable!("a handler runs with its exception in the slot");
            };
            context.begin_handling(exception);
            let flow = handler.body.enter_at(at, frame, context);
            let flow = self.after_handler(handler, flow, frame, context);
            return self.finish(flow, frame, context);
        }
        if self.orelse.contains(at) {
            let flow = self.orelse.enter_at(at, frame, context);
            return self.finish(flow, frame, context);
        }
        let Some(finally) = &self.finally else { unreachable!("the statement lies in one of the blocks") };
        if let Some(exception) = slot(frame, self.interrupting()).as_gc::<Exception>().cloned()
            && slot(frame, self.pending).as_int() == Some(interrupted::RAISE)
        {
            context.begin_handling(exception);
        }
        let flow = finally.enter_at(at, frame, context);
        self.after_finally(flow, frame, context)
    }
}

impl Try {
    fn interrupting(&self) -> Slot {
        Slot(self.pending.0 + 1)
    }

    fn after_body(&self, flow: Flow, frame: &mut Frame, context: &Context) -> Flow {
        let flow = match flow {
            Flow::Next => self.orelse.run(frame, context),
            Flow::Raise if !self.handlers.is_empty() => self.handle(frame, context),
            other => other,
        };
        self.finish(flow, frame, context)
    }

    /// Finds the handler for the exception on its way and runs it.
    fn handle(&self, frame: &mut Frame, context: &Context) -> Flow {
        let exception = context.catch();
        if finalize::is_due() {
            context.finalize();
        }
        context.begin_handling(exception.clone());
        for handler in &self.handlers {
            match handler.matches(&exception, frame, context) {
                Ok(false) => {}
                Ok(true) => {
                    *slot_mut(frame, self.caught) = Value::from(&exception);
                    if let Some(name) = &handler.name {
                        name.store(frame, Value::from(&exception));
                    }
                    drop(exception);
                    let flow = handler.body.run(frame, context);
                    return self.after_handler(handler, flow, frame, context);
                }
                Err(Raise) => {
                    // The clause's own expression raised: that goes on instead, at the clause's line.
                    context.fail(handler.span);
                    let origin = self.body.origin();
                    context.note(&origin.code, origin.inline.as_ref(), handler.body.first());
                    context.end_handling();
                    return Flow::Raise;
                }
            }
        }
        context.end_handling();
        context.raise_again(exception);
        Flow::Raise
    }

    fn after_handler(&self, handler: &Handler, flow: Flow, frame: &mut Frame, context: &Context) -> Flow {
        context.end_handling();
        if let Flow::Yield = flow {
            // Whoever goes on with the generator must come by here.
            context.set_passes_to(None);
        } else {
            put(slot_mut(frame, self.caught), Value::Unbound);
            if let Some(name) = &handler.name {
                name.store(frame, Value::Unbound);
            }
        }
        flow
    }

    /// Runs `finally`, whatever came before.
    fn finish(&self, flow: Flow, frame: &mut Frame, context: &Context) -> Flow {
        let Some(finally) = &self.finally else {
            return flow;
        };
        let (kind, value) = match flow {
            Flow::Next => (interrupted::NOTHING, Value::Unbound),
            Flow::Break => (interrupted::BREAK, Value::Unbound),
            Flow::Continue => (interrupted::CONTINUE, Value::Unbound),
            Flow::Return(value) => (interrupted::RETURN, value),
            Flow::Raise => {
                let exception = context.catch();
                context.begin_handling(exception.clone());
                (interrupted::RAISE, Value::from(exception))
            }
            // The activation goes on later, inside.
            Flow::Yield | Flow::Resume => return flow,
        };
        put(slot_mut(frame, self.pending), Value::Int(kind));
        *slot_mut(frame, self.interrupting()) = value;
        let flow = finally.run(frame, context);
        self.after_finally(flow, frame, context)
    }

    fn after_finally(&self, flow: Flow, frame: &mut Frame, context: &Context) -> Flow {
        let kind = slot(frame, self.pending).as_int().unwrap_or(interrupted::NOTHING);
        if kind == interrupted::RAISE {
            context.end_handling();
            context.set_passes_to(None);
        }
        if let Flow::Yield | Flow::Resume = flow {
            return flow;
        }
        let value = slot_mut(frame, self.interrupting()).take();
        put(slot_mut(frame, self.pending), Value::Unbound);
        // Another outcome of `finally` itself replaces what it interrupted.
        let Flow::Next = flow else { return flow };
        match kind {
            interrupted::BREAK => Flow::Break,
            interrupted::CONTINUE => Flow::Continue,
            interrupted::RETURN => Flow::Return(value),
            interrupted::RAISE => {
                if let Some(exception) = value.as_gc::<Exception>() {
                    context.raise_again(exception.clone());
                }
                Flow::Raise
            }
            _ => Flow::Next,
        }
    }
}

impl Handler {
    fn matches(&self, exception: &Gc<Exception>, frame: &mut Frame, context: &Context) -> Result<bool, Raise> {
        let Some(class) = &self.class else {
            return Ok(true);
        };
        let class = class.value(frame, context)?;
        ops::attribute::exception_matches(exception, &class)
    }
}

/// `raise`
pub struct RaiseStatement {
    /// The exception or its class; the one being handled if there is none.
    pub exception: Option<Box<dyn Node>>,
    /// `from …`
    pub cause: Option<Box<dyn Node>>,
}

impl Statement for RaiseStatement {
    fn run(&self, frame: &mut Frame, context: &Context) -> Result<(), Raise> {
        let Some(exception) = &self.exception else {
            return Err(match context.handled() {
                Some(exception) => context.raise_again(exception),
                None => raise!(RuntimeError, "No active exception to reraise"),
            });
        };
        let exception = exception.value(frame, context)?;
        let cause = match &self.cause {
            Some(cause) => Some(cause.value(frame, context)?),
            None => None,
        };
        let Some(exception) = exception_object(&exception)? else {
            return Err(raise!(TypeError, "exceptions must derive from BaseException"));
        };
        if let Some(cause) = cause {
            let cause = match cause {
                Value::None => None,
                cause => match exception_object(&cause)? {
                    Some(cause) => Some(cause),
                    None => {
                        return Err(raise!(TypeError, "exception causes must derive from BaseException"));
                    }
                },
            };
            exception.set_cause(cause);
        }
        exception.set_context(context.handled());
        Err(raise_object(exception))
    }
}

/// The exception that a value is or, as a class, makes.
fn exception_object(value: &Value) -> Result<Option<Gc<Exception>>, Raise> {
    if let Some(exception) = value.as_gc::<Exception>() {
        return Ok(Some(exception.clone()));
    }
    match value.as_gc::<Class>() {
        Some(class) if class.error().is_some() => {
            let made = ops::call::call(value, &[])?;
            let Some(exception) = made.as_gc::<Exception>() else {
                let (class, given) = (ops::repr(value)?, ops::repr(&Value::from(class_of(&made)))?);
                return Err(raise!(
                    TypeError,
                    "calling {class} should have returned an instance of BaseException, not {given}"
                ));
            };
            Ok(Some(exception.clone()))
        }
        _ => Ok(None),
    }
}

/// A failed `assert`.
pub struct RaiseAssertion(pub Option<Box<dyn Node>>);

impl Statement for RaiseAssertion {
    fn run(&self, frame: &mut Frame, context: &Context) -> Result<(), Raise> {
        let args = match &self.0 {
            Some(message) => vec![message.value(frame, context)?],
            None => Vec::new(),
        };
        let class = types().exception(Error::AssertionError).clone();
        Err(raise_object(Exception::create(class, args)))
    }
}

/// Sends an exception on its way again as if it had never been caught.
pub struct Reraise(pub Box<dyn Node>);

impl Statement for Reraise {
    fn run(&self, frame: &mut Frame, context: &Context) -> Result<(), Raise> {
        let exception = self.0.value(frame, context)?;
        match exception.as_gc::<Exception>() {
            Some(exception) => Err(context.raise_again(exception.clone())),
            None => Err(raise!(TypeError, "exceptions must derive from BaseException")),
        }
    }
}
