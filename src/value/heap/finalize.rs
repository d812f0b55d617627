//! Objects for which script code is to run before they are freed (`__del__`).
//!
//! In: the last handle to such an object goes, or an object ends whose end another waits for. Out: the object, or the
//! other one, in a queue and alive until the interpreter has run what is to be run: nothing in the heap runs script code,
//! so a release never does. Of its own end an object is told once in its life.

use super::handle::Ref;
use super::header::FINAL;
use std::cell::{Cell, RefCell};

thread_local! {
    static QUEUE: RefCell<Vec<Ref>> = const { RefCell::new(Vec::new()) };
    /// Bits that say what is to be done after a statement.
    static DUE: Cell<u8> = const { Cell::new(0) };
    static IN_USE: Cell<bool> = const { Cell::new(false) };
    /// How many objects there are that are watched.
    static WATCHED: Cell<usize> = const { Cell::new(0) };
    /// Whether any object waited for the end of another.
    static WAITED: Cell<bool> = const { Cell::new(false) };
}

/// The queue holds something.
const QUEUED: u8 = 1;
/// Something else waits for the end of a statement.
const WAITING: u8 = 2;

fn set(bit: u8, on: bool) {
    DUE.set(if on { DUE.get() | bit } else { DUE.get() & !bit });
}

/// Has an object queued when its last handle goes.
pub fn watch(object: &Ref) {
    if !object.header().has(FINAL) {
        object.header().raise(FINAL);
        WATCHED.set(WATCHED.get() + 1);
    }
    IN_USE.set(true);
}

/// Has an object freed when its last handle goes, after all.
pub fn unwatch(object: &Ref) {
    if object.header().has(FINAL) {
        object.header().lower(FINAL);
        WATCHED.set(WATCHED.get() - 1);
    }
}

/// Whether script code is to run before it is freed.
pub fn is_final(object: &Ref) -> bool {
    object.header().has(FINAL)
}

/// Queues an object if script code is to run for it; false means that it may be freed.
#[cold]
pub fn take(object: &Ref) -> bool {
    if !is_final(object) {
        return false;
    }
    unwatch(object);
    // While the thread ends, the queue may be gone; nothing runs any more then.
    let queued = QUEUE.try_with(|queue| queue.borrow_mut().push(object.clone())).is_ok();
    set(QUEUED, queued);
    queued
}

/// Queues an object that waited for the end of another.
pub(super) fn end(watcher: Ref) {
    // While the thread ends, the queue may be gone.
    let queued = QUEUE.try_with(|queue| queue.borrow_mut().push(watcher)).is_ok();
    set(QUEUED, queued);
    IN_USE.set(true);
    WAITED.set(true);
}

/// Whether any object was ever watched on this thread.
pub fn is_in_use() -> bool {
    IN_USE.get()
}

/// Whether an object that is let go of may be one for which something is to be run.
pub fn may_run() -> bool {
    WATCHED.get() > 0 || WAITED.get()
}

/// Whether anything is to be done after a statement.
#[inline(always)]
pub fn is_due() -> bool {
    DUE.get() != 0
}

/// Whether the queue holds anything.
pub fn is_queued() -> bool {
    DUE.get() & QUEUED != 0
}

/// Whether something else waits for the end of a statement.
pub fn is_waiting() -> bool {
    DUE.get() & WAITING != 0
}

/// Says whether something else does.
pub fn set_waiting(waiting: bool) {
    set(WAITING, waiting);
}

/// Empties the queue: the objects in the order in which they ended.
pub fn take_all() -> Vec<Ref> {
    set(QUEUED, false);
    QUEUE.take()
}
