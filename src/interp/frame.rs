//! Frames: the slots of one activation, and how they are written.
//!
//! In: one large array of values. Out: the row of an activation, with the rest of the array behind it: the callee's
//! frame is what follows the caller's own slots, and that is where arguments are stored. It knows nothing of nodes.

use crate::resolve::tree::Slot;
use crate::value::Value;

/// The slots of an activation and, behind them, the room for its callees.
pub type Frame = [Value];

/// The value in a slot.
#[inline(always)]
pub fn slot(frame: &Frame, slot: Slot) -> &Value {
    &frame[slot.0 as usize]
}

/// The slot itself.
#[inline(always)]
pub fn slot_mut(frame: &mut Frame, slot: Slot) -> &mut Value {
    &mut frame[slot.0 as usize]
}

/// Stores a value that owns nothing; the usual case, another such value in the slot, costs one test and one store.
#[inline(always)]
pub fn put(target: &mut Value, value: Value) {
    if let Value::Object(_) = target {
        put_over_object(target, value);
    } else {
        // What is overwritten owns nothing, so it need not be dropped.
        std::mem::forget(std::mem::replace(target, value));
    }
}

#[cold]
#[inline(never)]
fn put_over_object(target: &mut Value, value: Value) {
    *target = value;
}

/// Unbinds the slots of an activation that ends.
#[inline(always)]
pub fn clear(frame: &mut Frame, count: usize) {
    for slot in &mut frame[..count] {
        put(slot, Value::Unbound);
    }
}
