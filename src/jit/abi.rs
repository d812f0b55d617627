//! What Rust and compiled code agree on: the context every unit gets, its signature, and the meaning of what it returns.
//!
//! In: nothing. Out: the layout of [`JitContext`], the entry of units, the codes they return. Knows neither IR nor Cranelift.
//!
//! A loop unit is `fn(context, frame, depth) -> u64`: it reads its parameters from the slots of the frame, and returns a
//! [`Leave`] with the values of the exit in the context; or [`NOT_ENTERED`], having done nothing, where a slot does not hold what
//! the unit was compiled for. A function unit is `fn(context, frame, depth, arguments ...) -> (status, results ...)`, arguments
//! unboxed, `frame` the free slots behind the caller's; what it cannot do it has the interpreter do, to the end of the call
//! ([`JitContext::serve`]). One result, or two floats, come back in registers; more in [`JitContext::results`].
//!
//! `depth` is how many more calls may be nested: the least of what the recursion limit, the native stack and the frame stack
//! allow, computed where Rust enters compiled code. So one comparison guards all three; it fails as an exit, and the interpreter
//! finds out which it was.

use super::kept::Kept;
use crate::resolve::tree::{CodeId, StmtId};
use crate::trace::helper::HelperId;
use crate::trace::ir::{ExitId, Reason};
use crate::value::Value;
use std::any::Any;
use std::mem::offset_of;
use std::ptr::NonNull;
use std::sync::atomic::AtomicU64;

/// Most values an exit may store.
pub const MAX_EXIT_VALUES: usize = 512;

/// Most results a helper or a unit may have.
pub const MAX_RESULTS: usize = 8;

/// Most arguments of a unit entered from Rust, or of an observed call.
pub const MAX_ARGUMENTS: usize = 16;

/// Native stack that one call of a unit may take, return address and saved registers included.
pub const FRAME_BYTES: usize = 1024;

/// Slots of the frame stack that one call of a unit may take, with the frames of what it inlines.
pub const FRAME_SLOTS: usize = 512;

/// Returned by a loop unit that was not entered.
pub const NOT_ENTERED: u64 = u64::MAX;

/// What compiled code is given. One for each engine; every field is read or written by machine code.
#[repr(C)]
pub struct JitContext {
    /// The word that asks for attention when it is not zero.
    pub poll: *const AtomicU64,
    /// Of each module, the address of its first global.
    pub globals: *const *mut Value,
    /// Runs the rest of a call that compiled code had to leave: unit number, [`Leave`], frame, depth. Returns a [`Status`];
    /// `results` or `value` then hold what was returned.
    pub(super) serve: Serve,
    /// Told of every call that units compiled for verification make: the code of a [`Call`], with what it speaks of in
    /// `arguments` or `results`.
    pub(super) observe: Observe,
    /// In units compiled for stress: the number of the guard that shall fail, or [`NO_GUARD`].
    pub stress: u64,
    /// The status of the last call of a unit that did not return what its caller expected.
    pub status: u64,
    /// What that call returned: tag and payload, with its reference count.
    pub value: [u64; 2],
    /// Results that do not fit registers.
    pub results: [u64; MAX_RESULTS],
    /// Arguments of a unit entered from Rust, and of an observed call.
    pub arguments: [u64; MAX_ARGUMENTS],
    /// Where the helper called next keeps the object that it makes: its place among those that live for one turn of their loop, from 1 on.
    pub(super) turn: u64,
    /// The values of the exit taken, the oldest first.
    pub exit_values: [u64; MAX_EXIT_VALUES],
    /// Whom the two entries above ask; not for machine code, like what follows.
    pub(super) runtime: Option<NonNull<dyn Runtime>>,
    /// The end of the frame stack.
    pub(super) stack_end: *mut Value,
    /// How deep the compiled code lies that is further out.
    pub(super) outer: u32,
    /// How often arrays had taken other dimensions when the entry was made.
    pub(super) reshaped: u64,
    /// Objects that live at least until this entry is left.
    pub(super) kept: Kept,
    /// The tuple that something is looked up with.
    pub(super) key: Value,
    /// A panic on its way through compiled code.
    pub(super) panic: Option<Box<dyn Any + Send>>,
}

/// What compiled code needs of whoever runs it. Nothing here is called on the way of a loop that goes well.
pub trait Runtime {
    /// Runs a call to its end that a function unit left through an exit: restores its frames, which begin at the start of
    /// `slots`, interprets them, and [hands over](super::exit::hand_over) the outcome.
    fn serve(&self, context: &mut JitContext, unit: u32, leave: Leave, slots: &mut [Value], depth: u64) -> Status;

    /// Runs a statement of a unit on the frame that is meant; false if it raised. Who runs units without a script has none.
    fn interpret(&self, _what: Interpreted, _slots: &mut [Value]) -> bool {
        false
    }

    /// Sees a call that a unit compiled for verification makes: hand it to a [`Lockstep`](super::verify::Lockstep).
    fn observe(&self, _context: &mut JitContext, _call: Call) {}
}

/// A statement that the interpreter runs in the middle of a unit.
#[derive(Clone, Copy, Debug)]
pub struct Interpreted {
    /// The unit's number.
    pub unit: u32,
    /// How many more calls may be nested in it.
    pub depth: u64,
    /// The function that it belongs to: the unit's own, or one that was inlined.
    pub code: CodeId,
    /// How many inlined calls are open there.
    pub open: u32,
    /// The statement.
    pub stmt: StmtId,
}

/// See [`JitContext::serve`].
pub type Serve = extern "C" fn(*mut JitContext, u64, u64, *mut Value, u64) -> u64;

/// See [`JitContext::observe`].
pub type Observe = extern "C" fn(*mut JitContext, u64);

/// A call that is observed, before and after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Call {
    /// A helper is about to be called; its arguments are in the context.
    Helper(HelperId),
    /// A unit is about to be called; its arguments are in the context.
    Unit(u32),
    /// The call is over; its results are in the context.
    Returned,
    /// The call is over, and failed.
    Failed,
}

impl Call {
    /// The word compiled code passes.
    pub fn code(self) -> u64 {
        match self {
            Call::Returned => 0,
            Call::Failed => 1,
            Call::Helper(helper) => 2 << 32 | helper.index() as u64,
            Call::Unit(number) => 3 << 32 | u64::from(number),
        }
    }

    /// What a passed word means.
    pub fn from_code(code: u64) -> Call {
        match (code >> 32, code as u32) {
            (0, 0) => Call::Returned,
            (0, _) => Call::Failed,
            (2, helper) => Call::Helper(HelperId::from_index(helper as usize)),
            (_, number) => Call::Unit(number),
        }
    }
}

/// The number of no guard.
pub const NO_GUARD: u64 = u64::MAX;

/// Offsets of the context's fields.
pub mod offset {
    use super::*;

    macro_rules! offsets {
        ($($name:ident = $field:ident,)*) => {
            $(#[doc = concat!("Of `", stringify!($field), "`.")]
            pub const $name: i32 = offset_of!(JitContext, $field) as i32;)*
        };
    }

    offsets! {
        POLL = poll,
        GLOBALS = globals,
        SERVE = serve,
        OBSERVE = observe,
        STRESS = stress,
        STATUS = status,
        RESULTS = results,
        ARGUMENTS = arguments,
        TURN = turn,
        EXIT_VALUES = exit_values,
    }
}

/// How a call of a unit ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u64)]
pub enum Status {
    /// With the results its signature promises.
    Returned = 0,
    /// With these results too, but the interpreter has run meanwhile: any memory may have changed.
    Served = 1,
    /// With a value that its caller must leave with, in [`JitContext::value`].
    Otherwise = 2,
    /// With an exception, which is set.
    Raised = 3,
}

impl Status {
    /// The status a unit returned.
    pub fn from_code(code: u64) -> Status {
        match code {
            0 => Status::Returned,
            1 => Status::Served,
            2 => Status::Otherwise,
            _ => Status::Raised,
        }
    }
}

/// Which exit a unit was left through, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leave {
    /// The row of the unit's table.
    pub exit: ExitId,
    /// The reason of the guard.
    pub reason: Reason,
}

impl Leave {
    /// The word compiled code returns.
    pub fn code(self) -> u64 {
        u64::from(self.exit.0) | (self.reason as u64) << 32
    }

    /// What a returned word means.
    pub fn from_code(code: u64) -> Leave {
        Leave { exit: ExitId(code as u32), reason: Reason::ALL[(code >> 32) as usize] }
    }
}

/// The entry of a loop unit: context, frame, depth.
pub type LoopEntry = extern "C" fn(*mut JitContext, *mut Value, u64) -> u64;

/// The entry of a trampoline: context, frame, depth, entry of a function unit.
pub type TrampolineEntry = extern "C" fn(*mut JitContext, *mut Value, u64, *const u8) -> u64;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaving_is_one_word() {
        for &reason in Reason::ALL {
            let leave = Leave { exit: ExitId(7), reason };
            assert_eq!(Leave::from_code(leave.code()), leave);
            assert_ne!(leave.code(), NOT_ENTERED);
        }
    }
}
