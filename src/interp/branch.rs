//! Branches and what leaves a block: `if`, `return`, `break`, `continue`; blocks with a name of their own.
//!
//! In: conditions and blocks. Out: where to go on.

use super::block::{Block, Control, Flow};
use super::condition::{Condition, Outcome};
use super::context::Context;
use super::frame::{Frame, slot};
use super::generate;
use super::node::{Node, Variable};
use crate::resolve::tree::StmtId;
use crate::value::Value;

/// Goes on with the value of a result, or leaves with its exception.
macro_rules! attempt {
    ($result:expr) => {
        match $result {
            Ok(value) => value,
            Err(crate::value::Raise) => return $crate::interp::block::Flow::Raise,
        }
    };
}

pub(super) use attempt;

/// `if` without `else`.
pub struct If {
    /// The condition.
    pub test: Condition,
    /// When true.
    pub then: Block,
}

impl Control for If {
    fn inside(&self, at: StmtId) -> Option<&Block> {
        self.then.contains(at).then_some(&self.then)
    }

    fn run(&self, frame: &mut Frame, context: &Context) -> Flow {
        if attempt!(self.test.test(frame, context)) { self.then.run(frame, context) } else { Flow::Next }
    }

    fn enter_at(&self, at: StmtId, frame: &mut Frame, context: &Context) -> Flow {
        self.then.enter_at(at, frame, context)
    }
}

/// `if` with `else`.
pub struct IfElse {
    /// The condition.
    pub test: Condition,
    /// When true.
    pub then: Block,
    /// When false.
    pub orelse: Block,
}

impl Control for IfElse {
    fn inside(&self, at: StmtId) -> Option<&Block> {
        [&self.then, &self.orelse].into_iter().find(|block| block.contains(at))
    }

    fn run(&self, frame: &mut Frame, context: &Context) -> Flow {
        if attempt!(self.test.test(frame, context)) {
            self.then.run(frame, context)
        } else {
            self.orelse.run(frame, context)
        }
    }

    fn enter_at(&self, at: StmtId, frame: &mut Frame, context: &Context) -> Flow {
        let block = if self.then.contains(at) { &self.then } else { &self.orelse };
        block.enter_at(at, frame, context)
    }
}

/// `if test: return variable`, the commonest way to end a recursion.
pub struct IfReturn {
    /// The condition.
    pub test: Condition,
    /// What is returned.
    pub variable: ReturnVariable,
    /// The same as a block, for entering it.
    pub then: Block,
}

impl Control for IfReturn {
    fn inside(&self, at: StmtId) -> Option<&Block> {
        self.then.contains(at).then_some(&self.then)
    }

    fn run(&self, frame: &mut Frame, context: &Context) -> Flow {
        if !attempt!(self.test.test(frame, context)) {
            return Flow::Next;
        }
        if slot(frame, self.variable.0.slot).is_unbound() {
            // The block knows which statement raises.
            return self.then.run(frame, context);
        }
        Flow::Return(slot(frame, self.variable.0.slot).clone())
    }

    fn enter_at(&self, at: StmtId, frame: &mut Frame, context: &Context) -> Flow {
        self.then.enter_at(at, frame, context)
    }
}

/// `return variable`. The value is not moved: a `finally` around it may still read the variable.
pub struct ReturnVariable(pub Variable);

impl Control for ReturnVariable {
    fn run(&self, frame: &mut Frame, context: &Context) -> Flow {
        if slot(frame, self.0.slot).is_unbound() {
            attempt!(self.0.value(frame, context));
        }
        Flow::Return(slot(frame, self.0.slot).clone())
    }
}

/// `return value`
pub struct Return(pub Outcome);

impl Control for Return {
    fn run(&self, frame: &mut Frame, context: &Context) -> Flow {
        Flow::Return(attempt!(self.0.value(frame, context)))
    }
}

/// `return` of a literal.
pub struct ReturnLiteral(pub Value);

impl Control for ReturnLiteral {
    fn run(&self, _frame: &mut Frame, _context: &Context) -> Flow {
        Flow::Return(self.0.clone())
    }
}

/// `break`
pub struct Break;

impl Control for Break {
    fn run(&self, _frame: &mut Frame, _context: &Context) -> Flow {
        Flow::Break
    }
}

/// `continue`
pub struct Continue;

impl Control for Continue {
    fn run(&self, _frame: &mut Frame, _context: &Context) -> Flow {
        Flow::Continue
    }
}

/// A block that is a frame of its own in a traceback, though not in fact: a comprehension.
pub struct Inline {
    /// The block.
    pub body: Block,
    /// A `StopIteration` does not leave it.
    pub is_generator: bool,
}

impl Inline {
    fn left(&self, flow: Flow, context: &Context) -> Flow {
        if let Flow::Raise = flow {
            generate::leave_inline(self.is_generator, context);
        }
        flow
    }
}

impl Control for Inline {
    fn inside(&self, at: StmtId) -> Option<&Block> {
        self.body.contains(at).then_some(&self.body)
    }

    fn run(&self, frame: &mut Frame, context: &Context) -> Flow {
        self.left(self.body.run(frame, context), context)
    }

    fn enter_at(&self, at: StmtId, frame: &mut Frame, context: &Context) -> Flow {
        self.left(self.body.enter_at(at, frame, context), context)
    }
}

/// Inside of an [`Inline`], a block that belongs to the frame around it.
pub struct Around(pub Block);

impl Around {
    fn left(flow: Flow, context: &Context) -> Flow {
        if let Flow::Raise = flow {
            context.pass_inline();
        }
        flow
    }
}

impl Control for Around {
    fn inside(&self, at: StmtId) -> Option<&Block> {
        self.0.contains(at).then_some(&self.0)
    }

    fn run(&self, frame: &mut Frame, context: &Context) -> Flow {
        Around::left(self.0.run(frame, context), context)
    }

    fn enter_at(&self, at: StmtId, frame: &mut Frame, context: &Context) -> Flow {
        Around::left(self.0.enter_at(at, frame, context), context)
    }
}
