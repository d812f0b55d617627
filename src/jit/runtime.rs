//! Entering compiled code, and the two ways in which it calls back.
//!
//! In: a compiled unit, a context, the slots of the frame. Out: how the unit was left. The only file that jumps into
//! machine code, and the only one that machine code calls with more than numbers.
//!
//! A panic must not unwind through compiled frames: it is caught where compiled code called, lies in the context while
//! that code returns (as it does when a call raises), and goes on where compiled code was entered.
#![allow(unsafe_code)]

use super::abi::{
    Call, FRAME_BYTES, FRAME_SLOTS, Interpreted, JitContext, Leave, LoopEntry, MAX_ARGUMENTS, MAX_EXIT_VALUES,
    MAX_RESULTS, NO_GUARD, NOT_ENTERED, Runtime, Status, TrampolineEntry,
};
use super::compile::{CompiledUnit, Trampoline};
use super::kept::Kept;
use super::lower;
use crate::array::ndarray;
use crate::trace::ir::UnitKind;
use crate::value::{Value, later, recursion};
use std::mem;
use std::panic::{self, AssertUnwindSafe};
use std::ptr::NonNull;
use std::sync::atomic::AtomicU64;

impl JitContext {
    /// A context whose poll word is `poll`, which must outlive it.
    pub fn new(poll: *const AtomicU64) -> Box<JitContext> {
        Box::new(JitContext {
            poll,
            globals: std::ptr::null(),
            serve,
            observe,
            stress: NO_GUARD,
            status: Status::Returned as u64,
            value: [0; 2],
            results: [0; MAX_RESULTS],
            arguments: [0; MAX_ARGUMENTS],
            turn: 0,
            exit_values: [0; MAX_EXIT_VALUES],
            runtime: None,
            stack_end: std::ptr::null_mut(),
            outer: 0,
            reshaped: 0,
            kept: Kept::default(),
            key: Value::None,
            panic: None,
        })
    }
}

impl JitContext {
    /// Lets go of all that was kept alive for compiled code that has been left.
    pub fn let_go(&mut self) {
        self.turn = 0;
        self.kept.clear();
    }

    /// Whether something was changed that compiled code counts on until it is left, or too much is kept until then.
    pub(super) fn must_be_left(&self) -> bool {
        self.reshaped != ndarray::reshaped() || self.kept.is_extended()
    }

    /// Keeps more before asking to be left: that is not possible yet.
    pub fn keep_more(&mut self) {
        self.kept.extend();
    }
}

impl CompiledUnit {
    /// Enters a loop unit with the frame at the start of `slots` and the rest of the frame stack behind it, and up to `depth`
    /// nested calls. The values of the exit are in the context. `None`: the frame does not hold what the unit was
    /// compiled for, and nothing was done.
    pub fn enter(
        &self,
        context: &mut JitContext,
        runtime: &dyn Runtime,
        slots: &mut [Value],
        depth: u64,
    ) -> Option<Leave> {
        debug_assert_eq!(self.unit.kind, UnitKind::Loop);
        // SAFETY: the code was lowered from a loop unit, which gives it this signature, and is alive as long as `self`.
        let entry: LoopEntry = unsafe { mem::transmute(self.entry()) };
        let code = entered(context, runtime, slots, |context, frame| entry(context, frame, depth));
        (code != NOT_ENTERED).then(|| Leave::from_code(code))
    }

    /// Calls a function unit: arguments and results are in the context. Its frame is at the start of `slots`.
    pub fn call(
        &self,
        via: &Trampoline,
        context: &mut JitContext,
        runtime: &dyn Runtime,
        slots: &mut [Value],
        depth: u64,
    ) -> Status {
        debug_assert_eq!((&via.arguments, &via.results), (&lower::argument_types(&self.unit), &self.unit.returns));
        // SAFETY: trampolines have this signature, and this one was made for the signature of the unit.
        let entry: TrampolineEntry = unsafe { mem::transmute(via.code.entry()) };
        let code = entered(context, runtime, slots, |context, frame| entry(context, frame, depth, self.entry()));
        Status::from_code(code)
    }
}

/// How many calls may be nested in compiled code that is entered now, with these slots left on the frame stack: as many as the
/// recursion limit, the native stack and the frame stack allow.
pub fn room(slots: &[Value]) -> u32 {
    let calls = recursion::limit().saturating_sub(recursion::depth());
    let here = 0u8;
    let stack = std::ptr::from_ref(&here).addr().saturating_sub(recursion::stack_end()) / FRAME_BYTES;
    calls.min(stack.min(slots.len() / FRAME_SLOTS) as u32)
}

/// Sets what calls back need, runs compiled code, and lets a panic go on that came through it.
fn entered(
    context: &mut JitContext,
    runtime: &dyn Runtime,
    slots: &mut [Value],
    run: impl FnOnce(*mut JitContext, *mut Value) -> u64,
) -> u64 {
    // SAFETY: only the lifetime is changed, and the pointer is taken away again before it ends.
    let runtime: NonNull<dyn Runtime> = unsafe { mem::transmute(NonNull::from(runtime)) };
    let outer = (context.runtime.replace(runtime), context.stack_end);
    let frames = slots.as_mut_ptr_range();
    context.stack_end = frames.end;
    context.reshaped = ndarray::reshaped();
    context.outer = later::set_compiled(recursion::depth());
    let code = run(context, frames.start);
    later::set_compiled(context.outer);
    (context.runtime, context.stack_end) = outer;
    if let Some(payload) = context.panic.take() {
        panic::resume_unwind(payload);
    }
    code
}

/// See [`Runtime::serve`].
pub(super) extern "C" fn serve(context: *mut JitContext, unit: u64, leave: u64, frame: *mut Value, depth: u64) -> u64 {
    // SAFETY: compiled code passes on the context it was entered with, which nobody else uses until it returns.
    let context = unsafe { &mut *context };
    // SAFETY: the callee's frame lies between its caller's and the end of the stack that compiled code was entered with;
    // whoever entered it does not touch these slots until it returns.
    let slots = unsafe {
        let room = context.stack_end.offset_from_unsigned(frame);
        std::slice::from_raw_parts_mut(frame, room)
    };
    context.turn = 0;
    // Its statements are seen to end; so are those of its callers, which are left where something waits for that.
    let compiled = later::set_compiled(context.outer);
    let status = guarded(context, Status::Raised, |context, runtime| {
        runtime.serve(context, unit as u32, Leave::from_code(leave), slots, depth)
    });
    later::set_compiled(compiled);
    status as u64
}

/// See [`Runtime::interpret`].
pub(super) fn interpret(context: &mut JitContext, what: Interpreted, frame: *mut Value) -> bool {
    // SAFETY: as in `serve`; the frame is the unit's own, or one of a call that it has inlined, behind that.
    let slots = unsafe {
        let room = context.stack_end.offset_from_unsigned(frame);
        std::slice::from_raw_parts_mut(frame, room)
    };
    // The statement is seen to end: where something waits for that, the unit is left behind it.
    let compiled = later::set_compiled(context.outer);
    let ran = guarded(context, false, |_, runtime| runtime.interpret(what, slots));
    later::set_compiled(compiled);
    ran
}

/// See [`Runtime::observe`].
pub(super) extern "C" fn observe(context: *mut JitContext, call: u64) {
    // SAFETY: as in `serve`.
    let context = unsafe { &mut *context };
    guarded(context, (), |context, runtime| runtime.observe(context, Call::from_code(call)));
}

/// Calls the runtime; while a panic is on its way, and where it panics itself, gives `failed` instead.
fn guarded<T>(context: &mut JitContext, failed: T, work: impl FnOnce(&mut JitContext, &dyn Runtime) -> T) -> T {
    let (Some(runtime), None) = (context.runtime, &context.panic) else {
        context.status = Status::Raised as u64;
        return failed;
    };
    // SAFETY: `entered` has set it from a reference that lives until compiled code returns.
    let runtime = unsafe { runtime.as_ref() };
    match panic::catch_unwind(AssertUnwindSafe(|| work(&mut *context, runtime))) {
        Ok(result) => result,
        Err(payload) => {
            context.panic = Some(payload);
            context.status = Status::Raised as u64;
            failed
        }
    }
}
