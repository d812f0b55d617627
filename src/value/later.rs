//! What waits for the statement to end that it is about: a warning is told with the line of an activation further up, and
//! nothing notes which statement is running; but a statement that ends is known.
//!
//! In: something to be called or a warning, and which activation it is about. Out: the same, once that activation's statement has ended.

use super::heap::finalize;
use super::{Kind, Value, recursion, warned};
use std::cell::{Cell, RefCell};

/// What waits.
pub enum What {
    /// What is called with the place.
    Call(Value),
    /// A warning of what was met before.
    Warning(warned::Met),
}

impl What {
    fn is_exception(&self) -> bool {
        matches!(self, What::Call(call) if call.kind() == Some(Kind::Exception))
    }
}

/// Something that waits.
struct Later {
    what: What,
    /// How many activations further up there are to come.
    levels: u32,
    /// The activation seen last; those above are less deep.
    depth: u32,
    /// The place, once its statement has ended.
    place: Option<Place>,
}

/// What is said of a statement: the name of its source, its line, and its module.
pub type Place = [Value; 3];

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
    wait(What::Call(call), levels);
}

/// Has a warning told of the statement that is running.
pub fn add_warning(warning: warned::Met) {
    wait(What::Warning(warning), 0);
}

fn wait(what: What, levels: u32) {
    // The statement that is running now is the first to end.
    let (levels, depth) = (levels.saturating_add(1), recursion::depth() + 1);
    WAITING.with_borrow_mut(|waiting| waiting.push(Later { what, levels, depth, place: None }));
    finalize::set_waiting(true);
}

/// Forgets the warnings about the statement that ends, which is in that line of that source, if nobody is told of them again.
pub fn forget_told(source: &str, line: u32) {
    let depth = recursion::depth();
    let is_told = |later: &mut Later| match later.what {
        What::Warning(warning) => {
            depth < later.depth && later.place.is_none() && warned::is_told(warning, source, line)
        }
        What::Call(_) => false,
    };
    WAITING.with_borrow_mut(|waiting| {
        waiting.retain_mut(|later| !is_told(later));
        finalize::set_waiting(!waiting.is_empty());
    });
}

/// What waited for the end of the statement at a place, at the present depth. It comes in the order in which it was added: what
/// was added before it, about an activation further up, is waited for too. Exceptions do not wait. A place that `is_inner` is no
/// script's own: what is said of it is said of its caller.
pub fn take(is_inner: bool, place: impl Fn() -> Place) -> Vec<(What, Place)> {
    let depth = recursion::depth();
    WAITING.with_borrow_mut(|waiting| {
        for later in waiting.iter_mut().filter(|later| depth < later.depth && later.place.is_none()) {
            later.depth = depth;
            later.levels -= 1;
            if later.levels == 0 {
                match is_inner && !later.what.is_exception() {
                    true if is_seen(1) => later.levels = 1,
                    true => later.place = Some(nowhere()),
                    false => later.place = Some(place()),
                }
            }
        }
        let mut is_first = true;
        let due = waiting.extract_if(.., |later| {
            let is_exception = later.what.is_exception();
            is_first &= later.place.is_some() || is_exception;
            later.place.is_some() && (is_first || is_exception)
        });
        let due = due.map(|later| (later.what, later.place.unwrap_or_else(nowhere))).collect();
        finalize::set_waiting(!waiting.is_empty());
        due
    })
}

/// What is said of a place that nobody knows.
pub fn nowhere() -> Place {
    [Value::None, Value::None, Value::None]
}

/// What waits for activations that there are not.
pub fn take_all() -> Vec<(What, Place)> {
    finalize::set_waiting(false);
    WAITING.take().into_iter().map(|later| (later.what, later.place.unwrap_or_else(nowhere))).collect()
}
