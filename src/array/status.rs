//! What the processor noticed while it computed: divisions by zero, overflows, invalid operations.
//!
//! In: nothing; the flags are the processor's own, and loops over integers raise them by hand. Out: which of them are set.
#![allow(unsafe_code)]

use std::cell::Cell;

/// Conditions that were met.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Status(u8);

impl Status {
    /// Nothing.
    pub const NONE: Status = Status(0);
    /// An operation without a result.
    pub const INVALID: Status = Status(1);
    /// A division by zero.
    pub const DIVIDE: Status = Status(2);
    /// A result too large.
    pub const OVERFLOW: Status = Status(4);
    /// A result too small.
    pub const UNDERFLOW: Status = Status(8);
    /// A condition of one loop, with a meaning of its own.
    pub const SPECIAL: Status = Status(16);

    /// All of them.
    pub const ALL: Status = Status(31);

    /// Whether this condition was met.
    pub fn has(self, other: Status) -> bool {
        self.0 & other.0 != 0
    }

    /// These conditions and others.
    pub fn with(self, other: Status) -> Status {
        Status(self.0 | other.0)
    }

    /// The conditions but for this one.
    pub fn without(self, other: Status) -> Status {
        Status(self.0 & !other.0)
    }

    /// As bits, for another thread.
    pub fn bits(self) -> u8 {
        self.0
    }

    /// What another thread noticed.
    pub fn from_bits(bits: u8) -> Status {
        Status(bits)
    }

    /// Whether there was none.
    pub fn is_none(self) -> bool {
        self.0 == 0
    }
}

thread_local! {
    /// What loops over integers noticed.
    static RAISED: Cell<u8> = const { Cell::new(0) };
}

/// Notes a condition that no floating-point operation met.
#[cold]
pub fn raise(status: Status) {
    RAISED.set(RAISED.get() | status.0);
}

/// The flags that anybody is told of. That a result is not exact, as most are, is not among them: to forget it before each operation
/// would cost more than a short one.
#[cfg(target_arch = "x86_64")]
const TOLD: u32 = 0b1_1101;

#[cfg(target_arch = "x86_64")]
fn exchange_flags(clear: bool) -> u32 {
    let mut word = 0u32;
    // SAFETY: the instructions read and write the control word of this thread; only the sticky flags are changed.
    unsafe {
        std::arch::asm!("stmxcsr [{}]", in(reg) &raw mut word, options(nostack));
        if clear && word & TOLD != 0 {
            let cleared = word & !TOLD;
            std::arch::asm!("ldmxcsr [{}]", in(reg) &raw const cleared, options(nostack));
        }
    }
    word & TOLD
}

/// Forgets what was noticed.
#[inline]
pub fn clear() {
    RAISED.set(0);
    #[cfg(target_arch = "x86_64")]
    exchange_flags(true);
}

/// What was noticed since `clear`.
#[inline]
pub fn read() -> Status {
    let raised = RAISED.get();
    #[cfg(target_arch = "x86_64")]
    {
        // Invalid, denormal, division, overflow, underflow, inexact: from the lowest bit on.
        let flags = exchange_flags(false);
        let bit = |from: u32, to: u8| if flags & (1 << from) != 0 { to } else { 0 };
        Status(raised | bit(0, 1) | bit(2, 2) | bit(3, 4) | bit(4, 8))
    }
    #[cfg(not(target_arch = "x86_64"))]
    Status(raised)
}
