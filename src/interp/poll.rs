//! The poll word: the one thing that loops and calls test to learn that something wants them to stop.
//!
//! In: bits set by a signal handler, a timer or a host, from any thread. Out: the exception that stops the script. The
//! interpreter and compiled code test the same word at back edges and calls.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Ctrl-C, or a host that gave up: raise `KeyboardInterrupt`.
pub const INTERRUPT: u32 = 1;
/// The time allowed is over.
pub const DEADLINE: u32 = 1 << 1;
/// The work allowed is done.
pub const FUEL: u32 = 1 << 2;
/// Compiled code keeps many objects alive that it may let go of once it is left.
pub const KEPT: u32 = 1 << 3;
/// The heap wants to be looked after: it has grown past its limit, or many containers were made.
pub const HEAP: u32 = 1 << 4;

/// The poll word of an engine; the one part of it that other threads may hold.
#[derive(Clone, Default, Debug)]
pub struct Poll(Arc<AtomicU64>);

impl Poll {
    /// A word with nothing set.
    pub fn new() -> Poll {
        Poll::default()
    }

    /// Whether anything is set: the test that back edges and calls make.
    #[inline(always)]
    pub fn is_set(&self) -> bool {
        self.0.load(Ordering::Relaxed) != 0
    }

    /// Sets bits.
    pub fn set(&self, bits: u32) {
        self.0.fetch_or(bits.into(), Ordering::Relaxed);
    }

    /// Takes bits back; the answer is those that were set.
    pub fn take(&self, bits: u32) -> u32 {
        if self.0.load(Ordering::Relaxed) & u64::from(bits) == 0 {
            return 0;
        }
        self.0.fetch_and(!u64::from(bits), Ordering::Relaxed) as u32 & bits
    }

    /// The word, for compiled code and signal handlers.
    pub fn word(&self) -> &Arc<AtomicU64> {
        &self.0
    }
}
