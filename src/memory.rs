//! Memory accounting: how much the heap holds, and whether a request may be made at all.
//!
//! In: sizes. Out: a yes or no. It raises nothing itself: the caller knows the right exception.

use std::cell::{Cell, RefCell};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

thread_local! {
    static METER: Meter = const { Meter { used: Cell::new(0), mark: Cell::new(FIRST_MARK) } };
    /// Bytes that were in use when the mark was passed, until the heap is looked after; else zero.
    static PASSED: Cell<usize> = const { Cell::new(0) };
    static LIMIT: Cell<usize> = const { Cell::new(0) };
    static BELL: RefCell<Option<Bell>> = const { RefCell::new(None) };
}

/// What every object changes when it comes and goes, behind one look at the thread's own words.
struct Meter {
    /// Bytes in use.
    used: Cell<usize>,
    /// Bytes in use from which on the heap is to be looked after.
    mark: Cell<isize>,
}

/// Below this nobody need look after the heap, or know its limit.
const FIRST_MARK: isize = 64 << 20;

/// How whoever runs scripts is told that the heap wants to be looked after: a bit of the word that it polls.
#[derive(Clone)]
pub struct Bell {
    /// The word.
    pub word: Arc<AtomicU64>,
    /// The bit.
    pub bit: u64,
}

/// Sets whose bell is rung, and returns whose it was.
pub fn set_bell(bell: Option<Bell>) -> Option<Bell> {
    BELL.replace(bell)
}

/// Has the heap looked after at the next poll.
#[cold]
#[inline(never)]
pub fn ring() {
    // While the thread ends nobody runs scripts any more.
    let _ = BELL.try_with(|bell| {
        if let Ok(bell) = bell.try_borrow()
            && let Some(bell) = &*bell
            && bell.word.load(Ordering::Relaxed) & bell.bit == 0
        {
            bell.word.fetch_or(bell.bit, Ordering::Relaxed);
        }
    });
}

/// Counts bytes that were allocated.
#[inline]
pub fn charge(bytes: usize) {
    METER.with(|meter| {
        let used = meter.used.get().wrapping_add(bytes);
        meter.used.set(used);
        if used as isize > meter.mark.get() {
            pass_mark();
        }
    });
}

#[cold]
#[inline(never)]
fn pass_mark() {
    if PASSED.get() == 0 {
        want_looking_after();
        set_mark(limit());
    }
    ring();
}

#[cold]
fn want_looking_after() {
    PASSED.set(used().max(1));
    ring();
}

fn set_mark(bytes: usize) {
    METER.with(|meter| meter.mark.set(bytes.min(isize::MAX as usize) as isize));
}

/// Whether the heap has grown so much that it wants to be looked after; asked at polls.
pub fn has_grown() -> bool {
    PASSED.get() != 0
}

/// Says that cycles were collected, of a heap that held `before` bytes. Containers are few where arrays and long lists are large, so it
/// is the bytes that tell when to collect again: when there are twice as many as are left, or, where little was to be had, as there were
/// at most. A heap that grows and shrinks by itself is so not gone through each time.
pub fn looked_after(before: usize) {
    let used = used();
    let passed = PASSED.take();
    let base = if used < before / 4 * 3 { used } else { used.max(passed) };
    // A request that is refused cannot collect first, so that is done halfway to the limit.
    let halfway = used + (limit().saturating_sub(used) / 2).max(limit() / 64);
    set_mark(base.saturating_mul(2).max(FIRST_MARK as usize).min(halfway).min(limit()));
}

/// Counts bytes that were freed.
#[inline]
pub fn refund(bytes: usize) {
    METER.with(|meter| meter.used.set(meter.used.get().wrapping_sub(bytes)));
}

/// Bytes that objects and their storage hold now. Storage of strings and dictionaries is counted roughly.
pub fn used() -> usize {
    METER.with(|meter| meter.used.get() as isize).max(0) as usize
}

/// Sets how many bytes the heap of this thread may hold.
pub fn set_limit(bytes: usize) {
    LIMIT.set(bytes);
    set_mark((FIRST_MARK as usize).min(bytes / 2));
}

/// How many bytes the heap of this thread may hold: what was set, else the memory that the process can have.
#[inline]
pub fn limit() -> usize {
    match LIMIT.get() {
        0 => find_limit(),
        limit => limit,
    }
}

#[cold]
#[inline(never)]
fn find_limit() -> usize {
    let whole = [machine_memory(), group_memory()].into_iter().flatten().min();
    // What the process has already counts against a limit of its address space, and so does what the heap does not count.
    let space = address_space().map(|space| used() + space / 8 * 7);
    let found = [whole, space].into_iter().flatten().min().unwrap_or(usize::MAX >> 4);
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
        Some(bytes) if bytes <= isize::MAX as usize => {
            let fits = bytes < 1 << 20 || used().saturating_add(bytes) <= limit();
            if !fits && bytes <= limit() {
                // Cycles may hold what is wanted: they are collected before the next one.
                want_looking_after();
            }
            fits
        }
        _ => false,
    }
}

/// What the machine can give: what others hold is theirs.
fn machine_memory() -> Option<usize> {
    let text = std::fs::read_to_string("/proc/meminfo").ok()?;
    let line = text.lines().find(|line| line.starts_with("MemAvailable:"))?;
    let kib: usize = line.split_whitespace().nth(1)?.parse().ok()?;
    kib.checked_mul(1024)?.checked_add(used())
}

/// What is left of the address space that the process may have, where that is limited.
fn address_space() -> Option<usize> {
    let limit = rustix::process::getrlimit(rustix::process::Resource::As).current?;
    let statm = std::fs::read_to_string("/proc/self/statm").ok()?;
    let pages: u64 = statm.split_whitespace().next()?.parse().ok()?;
    usize::try_from(limit.saturating_sub(pages * 4096)).ok()
}

/// The memory that the control group of the process may have, where that is limited.
fn group_memory() -> Option<usize> {
    let groups = std::fs::read_to_string("/proc/self/cgroup").ok()?;
    let path = groups.lines().find_map(|line| line.strip_prefix("0::"))?;
    let read = |path: &str| std::fs::read_to_string(format!("/sys/fs/cgroup{path}/memory.max")).ok();
    read(path).or_else(|| read(""))?.trim().parse().ok()
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
