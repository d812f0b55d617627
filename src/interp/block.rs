//! Blocks: statements in order, and the two kinds of things a statement can be.
//!
//! In: nodes. Out: how a row of them ended. Nothing stores which statement is running: when one ends in another way
//! than going on, the block that sees it first says which it was. This is also where an activation is entered in its
//! middle: by the number of a statement, downwards through the blocks whose numbers hold it.

use std::rc::Rc;

use super::context::Context;
use super::frame::Frame;
use super::origin::Origin;
use super::speculate::Speculated;
use super::typed::{self, Sight, Typed};
use crate::resolve::tree::{self, StmtId};
use crate::value::heap::finalize;
use crate::value::{Raise, Value};

/// How a statement ended.
pub enum Flow {
    /// Go on with the next one.
    Next,
    /// Leave the innermost loop.
    Break,
    /// Go on with the next turn of the innermost loop.
    Continue,
    /// An exception is on its way.
    Raise,
    /// A generator hands out a value, which waits in the context.
    Yield,
    /// Compiled code advanced the frame to another place of the function, which waits in the context.
    Resume,
    /// Leave the function.
    Return(Value),
}

// Like values and results, this travels in two registers.
const _: () = assert!(size_of::<Flow>() == 16);

impl From<Result<(), Raise>> for Flow {
    #[inline(always)]
    fn from(result: Result<(), Raise>) -> Flow {
        match result {
            Ok(()) => Flow::Next,
            Err(Raise) => Flow::Raise,
        }
    }
}

/// A statement that has no statements inside and always goes on with the next.
pub trait Statement {
    /// Runs it.
    fn run(&self, frame: &mut Frame, context: &Context) -> Result<(), Raise>;
}

/// A statement that decides where to go on.
pub trait Control {
    /// Runs it from its start.
    fn run(&self, frame: &mut Frame, context: &Context) -> Flow;

    /// Runs it from its start where somebody else runs what stands behind it.
    fn run_alone(&self, frame: &mut Frame, context: &Context) -> Flow {
        self.run(frame, context)
    }

    /// Enters it at a statement inside, or at itself where the context says that its effect has begun.
    fn enter_at(&self, at: StmtId, frame: &mut Frame, context: &Context) -> Flow {
        let _ = at;
        self.run(frame, context)
    }

    /// Goes on after the statements that it guards ended like this, or the `else` behind them.
    fn finish_guarded(&self, flow: Flow, after_else: bool, frame: &mut Frame, context: &Context) -> Flow {
        let _ = (after_else, frame, context);
        flow
    }

    /// The block inside that holds a statement.
    fn inside(&self, at: StmtId) -> Option<&Block> {
        let _ = at;
        None
    }
}

/// One statement of a block.
pub enum Item {
    /// Without statements inside: typed versions and the generic form.
    Leaf(Speculated<Box<dyn Typed>>, Box<dyn Statement>),
    /// Without statements inside, and of a kind that has no typed versions.
    Plain(Box<dyn Statement>),
    /// Anything else.
    Control(Box<dyn Control>),
}

/// Statements in order.
pub struct Block {
    items: Box<[Item]>,
    ids: Box<[StmtId]>,
    end: StmtId,
    origin: Rc<Origin>,
}

impl Block {
    /// A block of nodes for the statements of `tree`.
    pub fn new(tree: &tree::Block, items: Vec<Item>, origin: &Rc<Origin>) -> Block {
        let ids = tree.statements.iter().map(|statement| statement.id).collect();
        let end = tree.statements.last().map_or(StmtId(0), |last| last.end);
        Block { items: items.into(), ids, end, origin: origin.clone() }
    }

    /// The function that it belongs to.
    pub fn origin(&self) -> &Rc<Origin> {
        &self.origin
    }

    /// Whether there is nothing to do.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The number of the first statement.
    pub fn first(&self) -> StmtId {
        self.ids.first().copied().unwrap_or(self.end)
    }

    /// Whether a statement with this number lies inside.
    pub fn contains(&self, at: StmtId) -> bool {
        self.ids.first().is_some_and(|&first| first <= at) && at < self.end
    }

    /// Runs the statements from the first on.
    #[inline(always)]
    pub fn run(&self, frame: &mut Frame, context: &Context) -> Flow {
        self.run_from(0, frame, context)
    }

    /// Runs the statements after the first.
    #[inline]
    pub fn run_rest(&self, frame: &mut Frame, context: &Context) -> Flow {
        self.run_from(1, frame, context)
    }

    #[inline(always)]
    fn run_from(&self, first: usize, frame: &mut Frame, context: &Context) -> Flow {
        for (place, item) in self.items.iter().enumerate().skip(first) {
            let flow = match item {
                Item::Leaf(fast, slow) => {
                    if fast.first().is_some_and(|typed| typed.run(frame)) {
                        Flow::Next
                    } else if fast.is_given_up() {
                        slow.run(frame, context).into()
                    } else {
                        self.run_leaf(place, fast, &**slow, frame, context)
                    }
                }
                Item::Control(control) => control.run(frame, context),
                Item::Plain(statement) => statement.run(frame, context).into(),
            };
            if let Flow::Next = flow {
                // It owns nothing; saying so keeps the test for what to drop out of every turn.
                std::mem::forget(flow);
                if finalize::is_due() && self.settle(place, context).is_err() {
                    return self.raised(place, context);
                }
                continue;
            }
            if finalize::is_waiting()
                && !matches!(flow, Flow::Raise | Flow::Resume)
                && self.settle(place, context).is_err()
            {
                return self.raised(place, context);
            }
            match flow {
                Flow::Raise => return self.raised(place, context),
                Flow::Resume => return self.resumed(frame, context),
                other => return other,
            }
        }
        Flow::Next
    }

    /// Runs a leaf that its first typed version did not serve.
    #[inline(never)]
    fn run_leaf(
        &self,
        place: usize,
        fast: &Speculated<Box<dyn Typed>>,
        slow: &dyn Statement,
        frame: &mut Frame,
        context: &Context,
    ) -> Flow {
        if fast.try_others(|typed| typed.run(frame).then_some(())).is_some() {
            return Flow::Next;
        }
        fast.miss(|| {
            let statement = self.origin.statement(self.ids[place])?;
            typed::statement(&statement.kind, Sight { frame, origin: &self.origin })
        });
        slow.run(frame, context).into()
    }

    /// Runs what comes after a statement that has been entered. What waits for its end is told of it.
    fn run_behind(&self, place: usize, frame: &mut Frame, context: &Context) -> Flow {
        match finalize::is_due() && self.settle(place, context).is_err() {
            true => self.raised(place, context),
            false => self.run_from(place + 1, frame, context),
        }
    }

    /// Does what is to be done after a statement.
    #[cold]
    fn settle(&self, place: usize, context: &Context) -> Result<(), Raise> {
        context.settle(&self.origin.code, &self.origin.module, self.ids[place])
    }

    /// Notes where an exception was raised.
    #[cold]
    #[inline(never)]
    fn raised(&self, place: usize, context: &Context) -> Flow {
        let Origin { code, inline, module, .. } = &*self.origin;
        context.raised_at(code, inline.as_ref(), module, self.ids[place]);
        Flow::Raise
    }

    /// Goes on at the statement that waits in the context, if it lies in this block.
    #[cold]
    #[inline(never)]
    fn resumed(&self, frame: &mut Frame, context: &Context) -> Flow {
        match context.resume_at() {
            at if self.contains(at) => {
                let place = self.ids.partition_point(|&id| id <= at).saturating_sub(1);
                // What has ended on the way here comes first.
                let due = finalize::is_queued() && !context.is_suspended();
                match due && self.settle(place, context).is_err() {
                    true => self.raised(place, context),
                    false => self.enter_at(at, frame, context),
                }
            }
            _ => Flow::Resume,
        }
    }

    /// Runs a loop somewhere inside from its head to its end, and nothing after it.
    #[cold]
    pub fn finish_loop(&self, head: StmtId, frame: &mut Frame, context: &Context) -> Flow {
        let place = self.ids.partition_point(|&id| id <= head).saturating_sub(1);
        match &self.items[place] {
            Item::Control(control) => match control.inside(head) {
                Some(block) => block.finish_loop(head, frame, context),
                None => control.enter_at(head, frame, context),
            },
            Item::Leaf(..) | Item::Plain(_) => Flow::Next,
        }
    }

    /// Runs a statement somewhere inside from its start to its end, and nothing after it.
    #[cold]
    pub fn run_one(&self, at: StmtId, frame: &mut Frame, context: &Context) -> Flow {
        let place = self.ids.partition_point(|&id| id <= at).saturating_sub(1);
        match &self.items[place] {
            Item::Control(control) => match control.inside(at) {
                Some(block) => block.run_one(at, frame, context),
                None => control.run_alone(frame, context),
            },
            Item::Leaf(_, statement) | Item::Plain(statement) => statement.run(frame, context).into(),
        }
    }

    /// Goes on in a `try` somewhere inside whose guarded statements (or its `else`) ended like this, to its end.
    #[cold]
    pub fn finish_try(&self, at: StmtId, flow: Flow, after_else: bool, frame: &mut Frame, context: &Context) -> Flow {
        let place = self.ids.partition_point(|&id| id <= at).saturating_sub(1);
        match &self.items[place] {
            Item::Control(control) => match control.inside(at) {
                Some(block) => block.finish_try(at, flow, after_else, frame, context),
                None => control.finish_guarded(flow, after_else, frame, context),
            },
            Item::Leaf(..) | Item::Plain(_) => flow,
        }
    }

    /// Runs from the statement with this number on, which lies in this block.
    pub fn enter_at(&self, at: StmtId, frame: &mut Frame, context: &Context) -> Flow {
        let place = self.ids.partition_point(|&id| id <= at).saturating_sub(1);
        let flow = match &self.items[place] {
            _ if self.ids[place] == at && context.take_behind() => self.run_behind(place, frame, context),
            Item::Leaf(..) | Item::Plain(_) if self.ids[place] == at && context.take_raise() => {
                self.raised(place, context)
            }
            Item::Control(control) if self.ids[place] != at || context.is_suspended() => {
                match control.enter_at(at, frame, context) {
                    Flow::Next => self.run_behind(place, frame, context),
                    Flow::Raise => self.raised(place, context),
                    other => other,
                }
            }
            _ => self.run_from(place, frame, context),
        };
        match flow {
            Flow::Resume => self.resumed(frame, context),
            other => other,
        }
    }
}
