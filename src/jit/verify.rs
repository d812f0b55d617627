//! Verification: a unit's evaluator and its machine code in lock step.
//!
//! In: a unit about to be entered, the calls its machine code makes, the exit it takes. Out: nothing, or the first
//! difference in words. The evaluator runs first, up to a call whose outcome it cannot know; machine code runs to the same
//! call; calls and written memory are compared; the call happens once, in machine code; both go on with its results.
//!
//! What units that are called natively do inside is not followed: they are verified when they are entered.
#![allow(unsafe_code)]

use super::abi::{Call, JitContext, Leave, NO_GUARD, Status};
use super::lower::{self, stored_values};
use crate::trace::eval::{Evaluator, Memory, Stop};
use crate::trace::ir::{ExitId, Place, Reason, Source, Ty, Unit};
use crate::value::{self, Value};
use std::fmt::Write;

/// Memory as it is. What the evaluator reads, machine code is about to read too.
#[derive(Debug)]
pub struct Process;

impl Memory for Process {
    fn byte(&self, address: u64) -> Option<u8> {
        // Nothing of ours lies in the first page: such an address is a null pointer with an offset.
        // SAFETY: addresses in a unit come from live objects, guarded by the same guards as in machine code.
        (address >= 4096).then(|| unsafe { std::ptr::with_exposed_provenance::<u8>(address as usize).read() })
    }
}

/// How a unit ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// A loop unit left.
    Left(Leave),
    /// A function unit returned to whoever entered it.
    Returned(Status),
}

/// The evaluator of a unit whose machine code runs.
pub struct Lockstep<'a> {
    unit: &'a Unit,
    evaluator: Evaluator<'a, Process>,
    /// Where the evaluator waits.
    stop: Result<Stop, String>,
    /// Calls of machine code that are open, and not those the evaluator waits for.
    inside: u32,
    fault: Option<String>,
    /// The unit itself left where the evaluator could not know.
    interrupted: bool,
}

impl<'a> Lockstep<'a> {
    /// Runs the evaluator of a unit to its first stop. Call this just before the unit is entered with the same
    /// context, slots and depth.
    pub fn start(unit: &'a Unit, context: &JitContext, slots: &[Value], depth: u64) -> Lockstep<'a> {
        let params: Vec<u64> =
            unit.params.iter().map(|param| entry_value(unit, param.source, context, slots, depth)).collect();
        let mut evaluator = Evaluator::new(unit, &Process, &params, u64::MAX);
        let stop = evaluator.run();
        Lockstep { unit, evaluator, stop, inside: 0, fault: None, interrupted: false }
    }

    /// Hears that a function unit left, and is served by the interpreter.
    pub fn served(&mut self, leave: Leave) {
        self.interrupted |= self.inside == 0 && leave.reason == Reason::Poll;
    }

    /// Compares a call that machine code makes, or gives the evaluator its results.
    pub fn observe(&mut self, context: &JitContext, call: Call) {
        match call {
            Call::Helper(_) | Call::Unit(_) => {
                self.inside += 1;
                if self.inside == 1 {
                    self.compare_call(context, call);
                }
            }
            Call::Returned | Call::Failed => {
                self.inside -= 1;
                if self.inside == 0 && self.fault.is_none() {
                    self.evaluator.settle();
                    self.stop = self.evaluator.resume((call == Call::Returned).then_some(&context.results[..]));
                }
            }
        }
    }

    fn compare_call(&mut self, context: &JitContext, call: Call) {
        let (predicted, args) = match &self.stop {
            Ok(Stop::Call(helper, args)) => (Call::Helper(*helper), args),
            Ok(Stop::CallUnit(number, args)) => (Call::Unit(*number), args),
            other => {
                return self.differ(format!("machine code calls {call:?}, the evaluator has {other:?}"));
            }
        };
        let given = &context.arguments[..args.len()];
        if predicted != call || !args.iter().zip(given).all(|(&a, &b)| same_word(a, b)) {
            let text = format!("machine code calls {call:?} of {given:x?}, the evaluator {predicted:?} of {args:x?}");
            return self.differ(text);
        }
        self.compare_memory();
    }

    /// Compares how the unit was left. `Err` tells the first difference there was.
    pub fn finish(mut self, context: &JitContext, end: End) -> Result<(), String> {
        // Forced and asynchronous exits cannot be predicted.
        let surprise = self.interrupted
            || context.stress != NO_GUARD
            || matches!(end, End::Left(Leave { reason: Reason::Poll, .. }));
        if self.fault.is_none() && !surprise {
            match (end, self.stop.clone()) {
                (_, Err(fault)) => self.differ(fault),
                (End::Left(leave), Ok(Stop::Exit(exit, values))) => self.compare_exit(context, leave, exit, &values),
                (End::Returned(Status::Returned), Ok(Stop::Return(values))) => {
                    let types = self.unit.returns.iter();
                    let same = types.zip(&values).zip(&context.results).all(|((&ty, &a), &b)| same(ty, a, b));
                    if same {
                        self.compare_memory();
                    } else {
                        self.differ(format!("returns {:x?}, the evaluator {values:x?}", context.results));
                    }
                }
                // The interpreter has gone on after the exit: memory has changed since.
                (End::Returned(_), Ok(Stop::Exit(..))) => {}
                (end, Ok(stop)) => self.differ(format!("machine code ends with {end:?}, the evaluator has {stop:?}")),
            }
        }
        self.fault.map_or(Ok(()), Err)
    }

    fn compare_exit(&mut self, context: &JitContext, leave: Leave, exit: ExitId, values: &[u64]) {
        if leave.exit != exit {
            return self.differ(format!("machine code leaves through {}, the evaluator through {exit}", leave.exit));
        }
        let all = self.unit.exit(exit).values();
        let stored = stored_values(self.unit, exit);
        for (val, &bits) in all.into_iter().zip(values) {
            let Ok(word) = stored.binary_search(&val) else { continue };
            let stored = context.exit_values[word];
            if !same(self.unit.ty(val), bits, stored) {
                return self.differ(format!("{val} at {exit} is {stored:#x}, of the evaluator {bits:#x}"));
            }
        }
        self.compare_memory();
    }

    /// Everything the evaluator has written must be in memory by now.
    fn compare_memory(&mut self) {
        let differing =
            self.evaluator.journal().iter().find(|&(&address, &byte)| {
                Memory::byte(&Process, address) != Some(byte) && !self.both_nan(address & !7)
            });
        if let Some((&address, &byte)) = differing {
            let found = Memory::byte(&Process, address);
            self.differ(format!("memory at {address:#x} is {found:x?}, of the evaluator {byte:#x}"));
        }
    }

    /// Whether the word at an address is a NaN in memory and in the journal.
    fn both_nan(&self, address: u64) -> bool {
        let nan = |word: [Option<u8>; 8]| f64::from_le_bytes(word.map(|byte| byte.unwrap_or(0))).is_nan();
        let journal = self.evaluator.journal();
        let at = |offset: usize| address + offset as u64;
        nan(std::array::from_fn(|offset| Process.byte(at(offset))))
            && nan(std::array::from_fn(|offset| journal.get(&at(offset)).copied()))
    }

    fn differ(&mut self, text: String) {
        if self.fault.is_none() {
            let mut fault = text;
            let _ = write!(fault, " (unit {})", self.unit.name);
            self.fault = Some(fault);
        }
    }
}

/// What a parameter is at entry.
fn entry_value(unit: &Unit, source: Source, context: &JitContext, slots: &[Value], depth: u64) -> u64 {
    let global = |module: u32, slot: u32, part: i32| {
        let offset = slot as usize * value::VALUE_SIZE as usize + part as usize;
        // SAFETY: the table has an entry for each module of the unit, and a module all slots that the unit names.
        unsafe { (*context.globals.add(module as usize)).cast::<u8>().add(offset).cast::<u64>().read() }
    };
    match source {
        Source::Payload(Place::Local(slot)) => slots[slot.0 as usize].payload(),
        Source::Tag(Place::Local(slot)) => slots[slot.0 as usize].tag(),
        Source::Payload(Place::Global(module, slot)) => global(module, slot.0, value::PAYLOAD_OFFSET),
        Source::Tag(Place::Global(module, slot)) => global(module, slot.0, value::TAG_OFFSET),
        Source::Payload(Place::Cell(_)) | Source::Tag(Place::Cell(_)) => {
            unreachable!("such units are not lowered")
        }
        Source::Argument(at) => context.arguments[at as usize],
        Source::Frame => slots.as_ptr() as u64,
        Source::Depth => depth.wrapping_sub(lower::open_calls(unit) as u64),
        // SAFETY: as above.
        Source::Globals(module) => unsafe { (*context.globals.add(module as usize)) as u64 },
    }
}

/// Whether two values are the same, all NaNs being one.
fn same(ty: Ty, a: u64, b: u64) -> bool {
    if ty == Ty::F64 { same_word(a, b) } else { a == b }
}

fn same_word(a: u64, b: u64) -> bool {
    a == b || f64::from_bits(a).is_nan() && f64::from_bits(b).is_nan()
}
