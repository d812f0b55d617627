//! The way to compiled code: when a place is hot, who is asked, and how the interpreter goes on afterwards.
//!
//! In: how much work a loop or a function has seen. Out: a call of the `Tier`, which this earlier module owns as a
//! trait, and of the `Entry` that the tier left behind. The interpreter knows nothing of recording or compiling.
//!
//! # The hand-over
//!
//! At a loop's head all state of the activation lies in its frame. A tier or an entry gets the frame there, may advance
//! it, and says in [`Left`] how to go on. An entry is called directly at the loop's start and at its back edge; only
//! where there is none, or where it answers [`Left::Stay`], is work counted.
//!
//! An exit inside inlined or natively called functions leaves more than one activation behind. The frames of the inner
//! ones then lie where they would lie had the interpreter called them (each behind its caller's slots), and
//! [`Context::pending`](super::context::Context::suspend) lists them. Entering the outermost at its call statement goes
//! on inside.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use super::context::Context;
use super::frame::Frame;
use super::origin::Origin;
use crate::resolve::tree::{Code, StmtId};
use crate::value::module::Module;
use crate::value::{Gc, Value};

/// How compiled code (or whoever ran in its place) left the frame.
pub enum Left {
    /// Nothing was done. Ask again after so much work.
    Stay(u32),
    /// The frame was advanced: go on at this statement of the same function. Activations inside it may be waiting.
    Resume(StmtId),
    /// The loop has come to its end by itself: go on with its `else`.
    Done,
    /// The function has returned.
    Return(Value),
    /// An exception is on its way, and [`Context::note`] was told where it was raised.
    Raise,
}

/// A loop or a function that has become hot.
pub struct Site<'a> {
    /// The function.
    pub code: &'a Arc<Code>,
    /// Its module.
    pub module: &'a Gc<Module>,
    /// The loop's head; none if the function itself was called often.
    pub head: Option<StmtId>,
    /// Where an entry is left.
    pub heat: &'a Heat,
}

/// Who decides what happens to hot places.
pub trait Tier {
    /// A place is hot. The frame stands at the loop's head, or at the function's start with its arguments bound.
    fn hot(&self, context: &Context, site: &Site<'_>, frame: &mut Frame) -> Left;
}

/// Compiled code, ready to be entered.
pub trait Entry {
    /// Runs it on a frame that stands at the loop's head or the function's start.
    fn enter(&self, context: &Context, frame: &mut Frame) -> Left;
}

/// How much work a place has seen, and the entry that it has got.
pub struct Heat {
    /// Work left until somebody is asked; kept at zero while there is an entry, so that one test serves both.
    left: Cell<u32>,
    /// The work of one turn.
    weight: u32,
    entry: RefCell<Option<Rc<dyn Entry>>>,
}

impl Heat {
    /// A cold place whose turns are so much work.
    pub fn new(weight: u32, first_question: u32) -> Heat {
        Heat { left: Cell::new(first_question), weight: weight.max(1), entry: RefCell::default() }
    }

    /// Counts one turn; true if it is time to look closer.
    #[inline(always)]
    pub fn turn(&self) -> bool {
        let (left, over) = self.left.get().overflowing_sub(self.weight);
        self.left.set(left);
        over
    }

    /// Whether there is an entry that wants to be tried.
    #[inline(always)]
    pub fn is_ready(&self) -> bool {
        self.left.get() == 0
    }

    /// Sets the entry, which is tried from the next turn on; or takes it away.
    pub fn set_entry(&self, entry: Option<Rc<dyn Entry>>) {
        self.left.set(if entry.is_some() { 0 } else { u32::MAX });
        self.entry.replace(entry);
    }

    /// How many turns are so much work.
    pub fn turns(&self, work: u32) -> u32 {
        work / self.weight
    }

    /// Lets so much work go by before somebody is asked again.
    pub fn rest(&self, work: u32) {
        self.left.set(work);
    }

    /// The entry, if there is one.
    pub fn entry(&self) -> Option<Rc<dyn Entry>> {
        self.entry.borrow().clone()
    }

    /// Asks the entry, or else the tier. After an answer other than `Stay`, the entry is tried at the next turn again.
    #[cold]
    #[inline(never)]
    pub fn ask(&self, context: &Context, origin: &Origin, head: Option<StmtId>, frame: &mut Frame) -> Left {
        let left = match (self.entry(), context.tier()) {
            (Some(entry), _) => {
                // Calls of the same function that come of this one are to be entered too.
                self.left.set(0);
                entry.enter(context, frame)
            }
            (None, Some(tier)) => {
                let site = Site { code: &origin.code, module: &origin.module, head, heat: self };
                tier.hot(context, &site, frame)
            }
            (None, None) => Left::Stay(u32::MAX),
        };
        match left {
            Left::Stay(work) => self.left.set(work.max(1)),
            _ if self.entry.borrow().is_some() => self.left.set(0),
            _ => {}
        }
        left
    }
}

#[cfg(test)]
mod tests {
    use super::Heat;

    #[test]
    fn work_is_counted_by_weight() {
        let heat = Heat::new(30, 100);
        assert_eq!((0..4).map(|_| heat.turn()).collect::<Vec<_>>(), [false, false, false, true]);
    }
}
