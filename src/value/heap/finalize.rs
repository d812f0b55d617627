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
    static DUE: Cell<bool> = const { Cell::new(false) };
    static IN_USE: Cell<bool> = const { Cell::new(false) };
}

/// Has an object queued when its last handle goes.
pub fn watch(object: &Ref) {
    object.header().raise(FINAL);
    IN_USE.set(true);
}

/// Has an object freed when its last handle goes, after all.
pub fn unwatch(object: &Ref) {
    object.header().lower(FINAL);
}

/// Queues an object if script code is to run for it; false means that it may be freed.
#[cold]
pub(super) fn take(object: &Ref) -> bool {
    if !object.header().has(FINAL) {
        return false;
    }
    object.header().lower(FINAL);
    // While the thread ends, the queue may be gone; nothing runs any more then.
    let queued = QUEUE.try_with(|queue| queue.borrow_mut().push(object.clone())).is_ok();
    DUE.set(queued);
    queued
}

/// Queues an object that waited for the end of another.
pub(super) fn end(watcher: Ref) {
    // While the thread ends, the queue may be gone.
    let queued = QUEUE.try_with(|queue| queue.borrow_mut().push(watcher)).is_ok();
    DUE.set(queued);
    IN_USE.set(true);
}

/// Whether any object was ever watched on this thread.
pub fn is_in_use() -> bool {
    IN_USE.get()
}

/// Whether the queue holds anything; asked after statements.
#[inline(always)]
pub fn is_due() -> bool {
    DUE.get()
}

/// Empties the queue: the objects in the order in which they ended.
pub fn take_all() -> Vec<Ref> {
    DUE.set(false);
    QUEUE.take()
}
