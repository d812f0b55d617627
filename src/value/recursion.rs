//! How deep calls and nested structures may go.
//!
//! In: each call, and each step of repr, comparison or hashing into a nested object. Out: `RecursionError` before the
//! stack of the machine ends, or when the script's own limit is reached.

use super::Raise;
use crate::raise;
use std::cell::Cell;

/// The limit that scripts begin with.
pub const DEFAULT_LIMIT: u32 = 1000;

thread_local! {
    static DEPTH: Cell<u32> = const { Cell::new(0) };
    static LIMIT: Cell<u32> = const { Cell::new(DEFAULT_LIMIT) };
    static STACK_END: Cell<usize> = const { Cell::new(0) };
}

/// Leaves the depth again when it goes.
pub struct Entered(());

impl Drop for Entered {
    #[inline(always)]
    fn drop(&mut self) {
        DEPTH.set(DEPTH.get() - 1);
    }
}

/// Goes one level deeper; `doing` is empty or says what, as in ` while getting the repr of an object`.
#[inline]
pub fn enter(doing: &'static str) -> Result<Entered, Raise> {
    let depth = DEPTH.get() + 1;
    if depth > LIMIT.get() || stack_is_low() {
        return Err(too_deep(doing));
    }
    DEPTH.set(depth);
    Ok(Entered(()))
}

/// Raises `RecursionError`.
#[cold]
pub fn too_deep(doing: &'static str) -> Raise {
    raise!(RecursionError, "maximum recursion depth exceeded{doing}")
}

/// Whether the machine's stack is nearly used up.
#[inline(always)]
pub fn stack_is_low() -> bool {
    let here = 0u8;
    (std::ptr::from_ref(&here) as usize) < STACK_END.get()
}

/// How deep it is now.
pub fn depth() -> u32 {
    DEPTH.get()
}

/// Sets how deep it is: whoever leaves several levels at once puts the number back that it found.
pub fn set_depth(depth: u32) {
    DEPTH.set(depth);
}

/// The limit.
pub fn limit() -> u32 {
    LIMIT.get()
}

/// Sets the limit.
pub fn set_limit(limit: u32) {
    LIMIT.set(limit);
}

/// Tells the lowest address that the stack of this thread may reach, with a reserve for what does not ask.
pub fn set_stack_end(address: usize) {
    STACK_END.set(address);
}

/// The lowest address that the stack may reach.
pub fn stack_end() -> usize {
    STACK_END.get()
}
