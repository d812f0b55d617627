//! Loops on lanes as 512-bit machine code of our own: Cranelift has vectors of 128 bits only.
//!
//! In: a unit, and a loop of it that computes on lanes. Out: a [`Kernel`]: position-independent bytes, and what goes in and comes out.
//! Knows nothing of CLIF; `lower::wide` makes the call. What cannot be done here is refused, and Cranelift does it at 128 bits:
//! that path is always there, and the evaluator is the oracle of both.
//!
//! A value with lanes is one vector register, a truth value with lanes a mask register. The steps: `scope` finds what the loop takes
//! and where it leaves to, `allocate` gives every value a register by one linear scan, `emit` writes the instructions, `assembler`
//! turns them into bytes (iced-x86 knows the encodings).
//!
//! `rows` makes other kernels by the same assembler: those of array expressions, which are no units.
//!
//! A kernel is `fn(words, context) -> u64`: it reads its inputs from `words`, and returns the number of the [`Way`] by which
//! it left, with the values of that way among the words behind the inputs.

mod allocate;
mod assembler;
mod emit;
mod operation;
pub mod rows;
mod scope;

use crate::trace::ir::{ExitId, InstId, Reason, Unit, Val, Vals};
use scope::Scope;
use std::sync::OnceLock;

/// A loop in machine code.
#[derive(Debug)]
pub struct Kernel {
    /// The code and its constants.
    pub bytes: Vec<u8>,
    /// What it reads from the first words.
    pub inputs: Vec<Val>,
    /// What it may leave in the words behind them.
    pub outputs: Vec<Val>,
    /// Where it goes on, by the number it returns.
    pub ways: Vec<Way>,
    /// The instructions as text, if asked for.
    pub text: String,
}

/// How a kernel is left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// To a label around the loop, with these values.
    Jump(InstId, Vals),
    /// Through an exit.
    Leave(ExitId, Reason),
}

/// Whether this processor has what kernels are made of.
pub fn available() -> bool {
    static AVAILABLE: OnceLock<bool> = OnceLock::new();
    *AVAILABLE.get_or_init(detect)
}

#[cfg(target_arch = "x86_64")]
fn detect() -> bool {
    is_x86_feature_detected!("avx512f")
        && is_x86_feature_detected!("avx512dq")
        && is_x86_feature_detected!("avx512bw")
        && is_x86_feature_detected!("avx512vl")
        && is_x86_feature_detected!("bmi2")
}

#[cfg(not(target_arch = "x86_64"))]
fn detect() -> bool {
    false
}

/// The kernel of a loop, if the loop computes on lanes and does nothing else than what kernels can do.
pub fn compile(unit: &Unit, label: InstId, listing: bool) -> Option<Kernel> {
    let scope = Scope::of(unit, label)?;
    let homes = allocate::allocate(unit, &scope);
    let code = emit::emit(unit, &scope, homes).finish(listing)?;
    let Scope { inputs, outputs, ways, .. } = scope;
    Some(Kernel { bytes: code.bytes, inputs, outputs, ways, text: code.text })
}
