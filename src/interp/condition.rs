//! Expressions of control statements, each with its typed versions: conditions, returned values, arguments.
//!
//! In: generic nodes. Out: the same results, from a typed version where one fits. Such an expression is found again in
//! the resolved tree by the number of its statement when a version is to be built.

use std::rc::Rc;

use super::context::Context;
use super::frame::{Frame, slot_mut};
use super::node::{Node, Test};
use super::origin::Origin;
use super::speculate::Speculated;
use super::typed::{self, Returned, Sight, Truths, Typed};
use crate::resolve::tree::{Arg, Expr, Slot, Stmt, StmtId, StmtKind};
use crate::value::heap::finalize;
use crate::value::{Raise, Res};

/// Which expression of a statement.
#[derive(Clone, Copy)]
pub enum Part {
    /// The condition of `if` or `while`.
    Test,
    /// The value of `return`.
    Value,
    /// An argument of a call by position.
    Argument(usize),
}

impl Part {
    fn find(self, statement: &Stmt) -> Option<&Expr> {
        match (self, &statement.kind) {
            (Part::Test, StmtKind::If { test, .. }) => Some(test),
            (Part::Test, StmtKind::While(node)) => Some(&node.test),
            (Part::Value, StmtKind::Return(value)) => Some(value),
            (Part::Argument(place), StmtKind::Call { call, .. }) => match &call.args[place] {
                Arg::Positional(value) => Some(value),
                _ => None,
            },
            _ => None,
        }
    }
}

/// Where an expression stands in the resolved tree.
pub struct Position {
    /// The function.
    pub origin: Rc<Origin>,
    /// The statement.
    pub statement: StmtId,
    /// The part of it.
    pub part: Part,
}

impl Position {
    fn build<T>(&self, frame: &Frame, build: impl FnOnce(&Expr, Sight<'_>) -> Option<T>) -> Option<T> {
        let expr = self.part.find(self.origin.statement(self.statement)?)?;
        build(expr, Sight { frame, origin: &self.origin })
    }

    /// A result, after what waited for the statement to get so far.
    #[inline(always)]
    fn settled<T>(&self, result: Result<T, Raise>, context: &Context) -> Result<T, Raise> {
        if finalize::is_waiting() && result.is_ok() {
            context.settle_place(&self.origin.code, &self.origin.module, self.statement)?;
        }
        result
    }
}

/// A condition.
pub struct Condition {
    fast: Speculated<Box<dyn Truths>>,
    slow: Box<dyn Test>,
    position: Position,
}

impl Condition {
    /// The condition at a position.
    pub fn new(slow: Box<dyn Test>, position: Position) -> Condition {
        Condition { fast: Speculated::new(), slow, position }
    }

    /// Its truth.
    #[inline(always)]
    pub fn test(&self, frame: &mut Frame, context: &Context) -> Result<bool, Raise> {
        if let Some(typed) = self.fast.first()
            && let Some(truth) = typed.truth(frame)
        {
            return Ok(truth);
        }
        if self.fast.is_given_up() {
            return self.position.settled(self.slow.test(frame, context), context);
        }
        self.test_slow(frame, context)
    }

    #[inline(never)]
    fn test_slow(&self, frame: &mut Frame, context: &Context) -> Result<bool, Raise> {
        if let Some(truth) = self.fast.try_others(|typed| typed.truth(frame)) {
            return Ok(truth);
        }
        self.fast.miss(|| self.position.build(frame, typed::test));
        self.position.settled(self.slow.test(frame, context), context)
    }
}

/// A value that leaves the frame.
pub struct Outcome {
    fast: Speculated<Box<dyn Returned>>,
    slow: Box<dyn Node>,
    position: Position,
}

impl Outcome {
    /// The value at a position.
    pub fn new(slow: Box<dyn Node>, position: Position) -> Outcome {
        Outcome { fast: Speculated::new(), slow, position }
    }

    /// The value.
    #[inline(always)]
    pub fn value(&self, frame: &mut Frame, context: &Context) -> Res {
        if let Some(typed) = self.fast.first()
            && let Some(value) = typed.returned(frame)
        {
            return Ok(value);
        }
        if self.fast.is_given_up() {
            return self.position.settled(self.slow.value(frame, context), context);
        }
        self.value_slow(frame, context)
    }

    #[inline(never)]
    fn value_slow(&self, frame: &mut Frame, context: &Context) -> Res {
        if let Some(value) = self.fast.try_others(|typed| typed.returned(frame)) {
            return Ok(value);
        }
        self.fast.miss(|| self.position.build(frame, typed::returned));
        self.position.settled(self.slow.value(frame, context), context)
    }
}

/// An argument, which is evaluated into the callee's frame.
pub struct Argument {
    slot: Slot,
    fast: Speculated<Box<dyn Typed>>,
    slow: Box<dyn Node>,
    position: Position,
}

impl Argument {
    /// The argument at a position, stored into `slot`.
    pub fn new(slot: Slot, slow: Box<dyn Node>, position: Position) -> Argument {
        Argument { slot, fast: Speculated::new(), slow, position }
    }

    /// Evaluates it.
    #[inline(always)]
    pub fn store(&self, frame: &mut Frame, context: &Context) -> Result<(), Raise> {
        if let Some(typed) = self.fast.first()
            && typed.run(frame)
        {
            return Ok(());
        }
        if self.fast.is_given_up() {
            *slot_mut(frame, self.slot) = self.position.settled(self.slow.value(frame, context), context)?;
            return Ok(());
        }
        self.store_slow(frame, context)
    }

    #[inline(never)]
    fn store_slow(&self, frame: &mut Frame, context: &Context) -> Result<(), Raise> {
        if self.fast.try_others(|typed| typed.run(frame).then_some(())).is_some() {
            return Ok(());
        }
        let slot = self.slot;
        self.fast.miss(|| self.position.build(frame, |expr, sight| typed::assign_slot(slot, expr, sight)));
        let value = self.position.settled(self.slow.value(frame, context), context)?;
        *slot_mut(frame, self.slot) = value;
        Ok(())
    }
}
