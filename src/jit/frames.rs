//! Runtime helpers on frames: what the interpreter finds in their slots, and statements that it runs on them.
//!
//! In: the address of a unit's own frame, and places in it or behind it, where the frames of inlined calls lie. Out: slots that were
//! written or emptied; what was in them is kept alive by the context, since compiled code may use it. Knows no statement.
#![allow(unsafe_code)]

use super::abi::{Interpreted, JitContext};
use super::objects::{WordOrStatus, look, may_run_scripts_when_released, object};
use crate::resolve::tree::{CodeId, StmtId};
use crate::value::class::class_of;
use crate::value::generator::{Generator, State};
use crate::value::heap::finalize;
use crate::value::{Kind, Value, array};

pub(super) extern "C" fn generator_slots(
    context: &mut JitContext,
    frame: *const Value,
    dead: u64,
    place: u64,
    code: u64,
    waits: u64,
) -> u64 {
    // SAFETY: compiled code gives the address of a frame's slots, and places inside that frame.
    let slot = |at: usize| unsafe { &*frame.add(at) };
    let held = slot(place as usize);
    let (Some(generator), Value::Object(handle)) = (held.as_gc::<Generator>(), held) else { return 1 };
    let others = (0..64).filter(|at| dead >> at & 1 != 0 && *at != place as usize && slot(*at).is(held)).count();
    match handle.header().count() as usize == others + 1 {
        true => give_slots(context, generator, code, waits),
        false => 1,
    }
}

/// Hands over where the slots of a generator lie, and its function, if it runs this code and waits there.
fn give_slots(context: &mut JitContext, generator: &Generator, code: u64, waits: u64) -> u64 {
    let waits = generator.state() == State::Waiting(StmtId(waits as u32));
    if !waits || generator.function().code().id.0 as u64 != code {
        return 1;
    }
    context.results[0] = generator.slots().expose_provenance() as u64;
    context.results[1] = generator.function().as_ref().address() as u64;
    0
}

pub(super) extern "C" fn generator_waits(context: &mut JitContext, generator: u64, code: u64, waits: u64) -> u64 {
    let generator = object(generator);
    match generator.as_gc::<Generator>().filter(|generator| !generator.passes_on()) {
        Some(generator) => give_slots(context, generator, code, waits),
        None => 1,
    }
}

pub(super) extern "C" fn generator_taken(_: &mut JitContext, frame: *const Value, place: u64) {
    // SAFETY: as above.
    let held = unsafe { &*frame.add(place as usize) };
    if let Some(generator) = held.as_gc::<Generator>() {
        generator.set_state(State::Done);
        finalize::unwatch(generator.as_ref());
    }
}

pub(super) extern "C" fn slot_set(context: &mut JitContext, frame: *mut Value, at: u64, tag: u64, payload: u64) {
    // SAFETY: compiled code gives the address of its own frame's slots, and a place inside that frame.
    let slot = unsafe { &mut *frame.add(at as usize) };
    let value = look(tag, payload);
    if !slot.is(&value) {
        let old = std::mem::replace(slot, Value::clone(&value));
        context.keep(old);
    }
}

pub(super) extern "C" fn slots_empty(context: &mut JitContext, frame: *mut Value, first: u64, count: u64) {
    // SAFETY: as above, for so many slots.
    let slots = unsafe { std::slice::from_raw_parts_mut(frame.add(first as usize), count as usize) };
    slots.iter_mut().for_each(|slot| context.keep(slot.take()));
}

pub(super) extern "C" fn interpret(
    context: &mut JitContext,
    unit: u64,
    depth: u64,
    frame: *mut Value,
    code: u64,
    base: u64,
    open: u64,
    stmt: u64,
    target: u64,
) -> WordOrStatus {
    // SAFETY: as above; the frames of inlined calls lie behind the unit's own.
    let frame = unsafe { frame.add(base as usize) };
    // SAFETY: as above; a statement that assigns no slot names none.
    let slot = || (target != u64::MAX).then(|| unsafe { &*frame.add(target as usize) });
    let (old, told) = (slot().cloned(), array::told());
    let (code, stmt) = (CodeId(code as u32), StmtId(stmt as u32));
    let what = Interpreted { unit: unit as u32, depth, code, open: open as u32, stmt };
    let ran = super::runtime::interpret(context, what, frame);
    let mut waits = array::told() != told || finalize::is_due() || context.must_be_left();
    if let (Some(old), Some(now)) = (old, slot())
        && !now.is(&old)
    {
        waits |= ends_with_effect(&old);
        // What is overwritten may be in use.
        context.keep(old);
    }
    WordOrStatus { word: u64::from(waits), status: u64::from(!ran) }
}

/// Whether an object may do something that can be seen when it is let go of: a file is closed.
fn ends_with_effect(value: &Value) -> bool {
    may_run_scripts_when_released(value) || value.kind() == Some(Kind::Instance) && !class_of(value).is_from_script()
}
