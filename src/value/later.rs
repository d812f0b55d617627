//! What waits for the statement to end that it is about: a warning is told with the line of an activation further up, and
//! nothing notes which statement is running; but a statement that ends is known.
//!
//! In: something to be called, and which activation it is about. Out: the same, once that activation's statement has ended.

use super::Value;
use super::heap::finalize;
use super::recursion;
use std::cell::{Cell, RefCell};

/// Something that waits.
struct Later {
    /// What is called with the place.
    call: Value,
    /// How many activations further up there are to come.
    levels: u32,
    /// The activation seen last; those above are less deep.
    depth: u32,
}

thread_local! {
    static WAITING: RefCell<Vec<Later>> = const { RefCell::new(Vec::new()) };
    /// How deep the compiled code lies that is running, none of whose statements is seen to end.
    static COMPILED: Cell<u32> = const { Cell::new(0) };
}

/// Says that compiled code runs at the present depth, or that it no longer does; what was said before comes back.
pub fn set_compiled(depth: u32) -> u32 {
    COMPILED.replace(depth)
}

/// Whether the activation `levels` above the one that is running is one whose statements are seen to end.
pub fn is_seen(levels: u32) -> bool {
    levels < recursion::depth().saturating_sub(COMPILED.get())
}

/// Has something called with the place of the activation `levels` above the one that is running.
pub fn add(call: Value, levels: u32) {
    // The statement that is running now is the first to end.
    let later = Later { call, levels: levels.saturating_add(1), depth: recursion::depth() + 1 };
    WAITING.with_borrow_mut(|waiting| waiting.push(later));
    finalize::set_waiting(true);
}

/// What waited for the end of a statement at the present depth.
pub fn take() -> Vec<Value> {
    let depth = recursion::depth();
    WAITING.with_borrow_mut(|waiting| {
        for later in waiting.iter_mut().filter(|later| depth < later.depth) {
            later.depth = depth;
            later.levels -= 1;
        }
        let due = waiting.extract_if(.., |later| later.levels == 0).map(|later| later.call).collect();
        finalize::set_waiting(!waiting.is_empty());
        due
    })
}

/// What is said of a place that nobody knows.
pub fn nowhere() -> [Value; 3] {
    [Value::None, Value::None, Value::None]
}

/// What waits for activations that there are not.
pub fn take_all() -> Vec<Value> {
    finalize::set_waiting(false);
    WAITING.take().into_iter().map(|later| later.call).collect()
}
