//! Memory accounting: how much the heap holds, and whether a request may be made at all.
//!
//! In: sizes. Out: a yes or no. It raises nothing itself: the caller knows the right exception.

use std::cell::Cell;

thread_local! {
    static USED: Cell<usize> = const { Cell::new(0) };
    static LIMIT: Cell<usize> = const { Cell::new(0) };
}

/// Counts bytes that were allocated.
#[inline(always)]
pub fn charge(bytes: usize) {
    USED.set(USED.get().wrapping_add(bytes));
}

/// Counts bytes that were freed.
#[inline(always)]
pub fn refund(bytes: usize) {
    USED.set(USED.get().wrapping_sub(bytes));
}

/// Bytes that objects and their storage hold now. Storage of strings and dictionaries is counted roughly.
pub fn used() -> usize {
    (USED.get() as isize).max(0) as usize
}

/// Sets how many bytes the heap of this thread may hold.
pub fn set_limit(bytes: usize) {
    LIMIT.set(bytes);
}

/// How many bytes the heap of this thread may hold: what was set, else the memory of the machine.
pub fn limit() -> usize {
    let limit = LIMIT.get();
    if limit != 0 {
        return limit;
    }
    let found = machine_memory().unwrap_or(usize::MAX >> 4);
    LIMIT.set(found);
    found
}

/// Whether the heap holds more than it may; asked at polls.
pub fn over_limit() -> bool {
    used() > limit()
}

/// Whether `count` items of `size` bytes may be allocated now.
pub fn allows(count: usize, size: usize) -> bool {
    match count.checked_mul(size) {
        Some(bytes) if bytes <= isize::MAX as usize => bytes < 1 << 20 || used().saturating_add(bytes) <= limit(),
        _ => false,
    }
}

fn machine_memory() -> Option<usize> {
    let text = std::fs::read_to_string("/proc/meminfo").ok()?;
    let line = text.lines().find(|line| line.starts_with("MemTotal:"))?;
    let kib: usize = line.split_whitespace().nth(1)?.parse().ok()?;
    kib.checked_mul(1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_what_no_machine_has() {
        assert!(allows(10, 16));
        assert!(!allows(10usize.pow(15), 16));
        assert!(!allows(usize::MAX, 16));
    }
}
