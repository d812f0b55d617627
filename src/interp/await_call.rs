//! `await function(…)`: the coroutine runs in place, as any call does, and becomes an object only if it has to wait.
//!
//! In: a call whose result the next two statements await (the first finds its iterator, the second runs that to its end).
//! Out: what the coroutine returned, where they would have stored it; both then find their slots unbound and do nothing.

use super::block::{Control, Flow};
use super::call::{Call, CallMethod, call_function, place, store};
use super::context::Context;
use super::frame::{Frame, put, slot, slot_mut};
use super::running::Running;
use super::statement::Target;
use crate::resolve::support::Support;
use crate::resolve::tree::{self, Arg, Callee, ExprKind, Flavour, Place, Slot, Stmt, StmtId, StmtKind};
use crate::source::Span;
use crate::value::function::Function;
use crate::value::generator::Generator;
use crate::value::{Gc, Raise, Value};

/// How a call that is awaited began.
pub(super) enum Begun {
    /// It gave something to be awaited, as any call gives its result.
    Made(Value),
    /// The coroutine returned.
    Returned(Value),
    /// The coroutine waits.
    Waits(Gc<Generator>),
}

impl From<Value> for Begun {
    #[inline(always)]
    fn from(value: Value) -> Begun {
        Begun::Made(value)
    }
}

/// What awaits a call: the two statements behind it.
#[derive(Clone, Copy)]
pub struct AwaitedBy {
    /// Where the result of the call waits to be awaited.
    pub made: Slot,
    /// Where its iterator waits.
    pub iterator: Slot,
    /// The statement that runs the iterator to its end.
    pub at: StmtId,
    /// The place of that.
    pub span: Span,
    /// Where what it returns goes.
    pub target: Option<Place>,
}

/// What awaits the result of the first of these statements at once, if it is a call.
pub fn awaited_by(statements: &[Stmt]) -> Option<AwaitedBy> {
    let [call, find, by, ..] = statements else { return None };
    let StmtKind::Call { target: Some(Place::Local(made)), .. } = call.kind else { return None };
    match by.kind {
        StmtKind::YieldFrom { target, iterator } if finds(find) == Some((made, iterator)) => {
            Some(AwaitedBy { made, iterator, at: by.id, span: by.span, target })
        }
        _ => None,
    }
}

/// The slot of a value to be awaited, and the slot that a statement puts its iterator into.
fn finds(statement: &Stmt) -> Option<(Slot, Slot)> {
    let StmtKind::Call { target: Some(Place::Local(iterator)), call } = &statement.kind else { return None };
    let tree::Call { callee: Callee::Value(callee), args, .. } = call else { return None };
    match (&callee.kind, &**args) {
        (ExprKind::Support(Support::Awaitable), [Arg::Positional(value), _]) => match value.kind {
            ExprKind::Temporary(at) => Some((at, *iterator)),
            _ => None,
        },
        _ => None,
    }
}

/// The call that is awaited.
pub enum Called {
    /// `await function(…)`
    Function(Call),
    /// `await object.method(…)`
    Method(CallMethod),
}

/// A call whose result is awaited at once.
pub struct AwaitCall {
    /// The call.
    pub call: Called,
    /// What awaits it.
    pub by: AwaitedBy,
    /// Where what the coroutine returns goes.
    pub target: Option<Target>,
}

impl AwaitCall {
    fn begin(&self, frame: &mut Frame, context: &Context) -> Result<Begun, Raise> {
        let start = |function: &Gc<Function>, running: &Running, count, frame: &mut Frame, context: &Context| {
            if running.code().flavour != Flavour::Coroutine {
                return call_function(function, running, count, frame, context).map(Begun::Made);
            }
            place(function, running, count, frame)?;
            running.run_in_place(function, frame, context).map_err(|_| context.fail(self.by.span))
        };
        match &self.call {
            Called::Function(call) => call.call_by(start, frame, context),
            Called::Method(call) => call.call_by(start, frame, context),
        }
    }

    fn span(&self) -> Span {
        match &self.call {
            Called::Function(call) => call.span,
            Called::Method(call) => call.span,
        }
    }

    fn call(&self) -> &dyn Control {
        match &self.call {
            Called::Function(call) => call,
            Called::Method(call) => call,
        }
    }
}

impl Control for AwaitCall {
    fn run(&self, frame: &mut Frame, context: &Context) -> Flow {
        let (made, iterator) = (self.by.made, self.by.iterator);
        match self.begin(frame, context) {
            Ok(Begun::Returned(value)) => {
                put(slot_mut(frame, made), Value::Unbound);
                put(slot_mut(frame, iterator), Value::Unbound);
                store(self.target.as_ref(), frame, value);
                Flow::Next
            }
            Ok(Begun::Made(value)) => {
                put(slot_mut(frame, made), value);
                Flow::Next
            }
            Ok(Begun::Waits(coroutine)) => {
                put(slot_mut(frame, iterator), Value::from(coroutine));
                context.set_resume_at(self.by.at);
                context.set_passes_to(Some(iterator));
                Flow::Yield
            }
            Err(Raise) => {
                context.fail(self.span());
                Flow::Raise
            }
        }
    }

    fn run_alone(&self, frame: &mut Frame, context: &Context) -> Flow {
        self.call().run(frame, context)
    }

    fn enter_at(&self, at: StmtId, frame: &mut Frame, context: &Context) -> Flow {
        self.call().enter_at(at, frame, context)
    }
}

/// A statement that goes on with what waits in a slot, if anything does.
pub struct IfBound {
    /// The slot.
    pub slot: Slot,
    /// The statement.
    pub control: Box<dyn Control>,
}

impl Control for IfBound {
    fn run(&self, frame: &mut Frame, context: &Context) -> Flow {
        match slot(frame, self.slot).is_unbound() {
            true => Flow::Next,
            false => self.control.run(frame, context),
        }
    }

    fn enter_at(&self, at: StmtId, frame: &mut Frame, context: &Context) -> Flow {
        self.control.enter_at(at, frame, context)
    }
}
