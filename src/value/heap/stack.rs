//! The frame stack: one large array of slots, in which every activation has its row.
//!
//! In: a number of slots. Out: a zeroed `&mut [Value]`, where zero means `Value::Unbound`. The memory is reserved at
//! once and backed by pages only when touched, so a deep stack costs nothing until it is used.
#![allow(unsafe_code)]

use crate::value::Value;
use std::ptr::NonNull;

/// A reserved array of slots.
pub struct Stack {
    data: NonNull<Value>,
    length: usize,
}

/// The system refused the memory for a stack.
#[derive(Debug)]
pub struct NoMemory;

impl Stack {
    /// Reserves `slots` slots, all unbound.
    pub fn new(slots: usize) -> Result<Stack, NoMemory> {
        let bytes = slots.checked_mul(size_of::<Value>()).filter(|&bytes| bytes > 0).ok_or(NoMemory)?;
        // SAFETY: a fresh private mapping at an address of the system's choice touches no other memory.
        let address = unsafe {
            libc::mmap(
                std::ptr::null_mut(),
                bytes,
                libc::PROT_READ | libc::PROT_WRITE,
                libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE,
                -1,
                0,
            )
        };
        if address == libc::MAP_FAILED {
            return Err(NoMemory);
        }
        let data = NonNull::new(address.cast::<Value>()).ok_or(NoMemory)?;
        Ok(Stack { data, length: slots })
    }

    /// All slots. A callee's frame is the part behind its caller's: `&mut frame[slots..]`.
    pub fn slots(&mut self) -> &mut [Value] {
        // SAFETY: the mapping is ours, zeroed by the system, and zero bytes are `Value::Unbound`.
        unsafe { std::slice::from_raw_parts_mut(self.data.as_ptr(), self.length) }
    }
}

impl Drop for Stack {
    fn drop(&mut self) {
        // Frames unbind their slots when they are left, so no value is lost with the mapping.
        // SAFETY: the mapping was made in `new` with this length, and nobody holds a frame of it.
        unsafe { libc::munmap(self.data.as_ptr().cast(), self.length * size_of::<Value>()) };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fresh_slots_are_unbound() {
        let mut stack = Stack::new(1 << 22).unwrap();
        let slots = stack.slots();
        assert!(slots[0].is_unbound() && slots[(1 << 22) - 1].is_unbound());
        slots[5] = Value::int(7);
        let (_, callee) = slots.split_at_mut(5);
        assert_eq!(callee[0].as_int(), Some(7));
        callee[0] = Value::Unbound;
    }
}
