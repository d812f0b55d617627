//! What the engine does beside running scripts, as data: every report is a view of this stream.

use std::sync::Arc;
use std::time::Duration;

use crate::resolve::tree::{Code, StmtId};
use crate::trace::abort::Abort;
use crate::trace::ir::Reason;

/// A loop or a function.
#[derive(Clone, Debug)]
pub struct Location {
    /// The function.
    pub code: Arc<Code>,
    /// The loop's head; none for the function itself.
    pub head: Option<StmtId>,
}

impl Location {
    /// The line it begins at, from 1.
    pub fn line(&self) -> u32 {
        let span = self.head.map_or(self.code.span, |head| self.code.spans[head.0 as usize]);
        self.code.source.line(span.start)
    }
}

/// The stages of a unit that have a text form.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Listing {
    /// As it was built.
    Built,
    /// As it is compiled.
    Optimised,
    /// What Cranelift is given.
    Clif,
    /// What Cranelift makes of it.
    Assembly,
}

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Event {
    /// A loop or function was recorded.
    Recorded {
        /// Where.
        at: Location,
        /// Whether all was seen that a unit needs.
        complete: bool,
        /// The statement that the interpreter went on at, if there was one.
        stopped: Option<StmtId>,
        /// Statements walked.
        statements: u32,
        /// How long it took.
        time: Duration,
    },
    /// No unit was made.
    Aborted {
        /// Where.
        at: Location,
        /// Why.
        abort: Abort,
    },
    /// A unit was made.
    Compiled {
        /// Where.
        at: Location,
        /// Its number.
        unit: u32,
        /// Instructions of the IR, optimised.
        instructions: usize,
        /// Bytes of machine code.
        bytes: usize,
        /// How long building, optimising and compiling took.
        time: Duration,
    },
    /// The text of a unit at one stage; only if the configuration asks for listings.
    Listed {
        /// Where.
        at: Location,
        /// Its number.
        unit: u32,
        /// Which stage.
        listing: Listing,
        /// The text.
        text: String,
    },
    /// An exit was taken often enough to build its unit again.
    Widened {
        /// Where.
        at: Location,
        /// The unit that is replaced.
        unit: u32,
        /// Why it was left.
        reason: Reason,
    },
    /// A unit had to go for others.
    Evicted {
        /// Where.
        at: Location,
        /// Its number.
        unit: u32,
    },
    /// A unit was dropped.
    Dropped {
        /// Where.
        at: Location,
        /// Its number.
        unit: u32,
        /// Why.
        abort: Abort,
    },
}

/// What a unit has done so far.
#[derive(Clone, Debug)]
pub struct UnitReport {
    /// Where.
    pub at: Location,
    /// Its number.
    pub unit: u32,
    /// How often it was entered.
    pub entries: u64,
    /// How long it ran.
    pub time: Duration,
    /// How often it was left through each exit that is not the loop's end, by statement.
    pub exits: Vec<(StmtId, Reason, u64)>,
}
