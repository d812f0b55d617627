//! The handle by which other threads stop a script.
//!
//! In: the poll word. Out: bits in it. The script learns of them at its next call or turn of a loop.

use super::system;
use crate::interp::poll::{DEADLINE, INTERRUPT, Poll};

/// Stops the script that an engine is running. May be sent to other threads, and outlive the engine.
#[derive(Clone, Debug)]
pub struct Interrupt(Poll);

impl Interrupt {
    pub(super) fn new(poll: Poll) -> Interrupt {
        Interrupt(poll)
    }

    /// Raises `KeyboardInterrupt` in the script.
    pub fn interrupt(&self) {
        self.0.set(INTERRUPT);
    }

    /// Raises `TimeoutError` in the script.
    pub fn expire(&self) {
        self.0.set(DEADLINE);
    }

    /// Takes back what no script has noticed yet.
    pub fn clear(&self) {
        self.0.take(INTERRUPT | DEADLINE);
    }

    /// From now on Ctrl-C does what [`interrupt`](Interrupt::interrupt) does, for the whole process.
    pub fn on_ctrl_c(&self) {
        system::interrupt_on_signal(&self.0);
    }
}
