//! What becomes of a unit between building and placing: it is optimised, and gets machine code.
//!
//! In: a unit as built, and an [`Order`], which says what else there is to know. Out: a [`Product`]. Both are data alone, so this can be done
//! on any thread: values never come here.

use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::jit::compile::{Generated, Generator};
use crate::jit::lower::Options;
use crate::resolve::tree::CodeId;
use crate::trace::abort::AbortReason;
use crate::trace::ir::{Op, RegionId, Unit};
use crate::trace::opt;

/// Simple instructions that take as long as a call of a helper.
const HELPER_WORK: usize = 20;

/// How a unit is to be compiled.
pub struct Order {
    /// Its number.
    pub number: u32,
    /// How many slots a frame of each of its code objects takes.
    pub slots: Vec<(CodeId, u32)>,
    /// What the passes may assume.
    pub passes: opt::Options,
    /// The unit in whose place it would be, and that one's number: if both come out alike, nothing is compiled.
    pub known: Option<(Arc<Unit>, u32)>,
    /// Simple instructions that it must do, on its longest way.
    pub least_work: usize,
    /// Its guards are numbered, to fail in turn.
    pub stress: bool,
    /// It tells of its calls, for the evaluator beside it.
    pub verify: bool,
    /// The text of each stage is kept.
    pub listing: bool,
}

/// What a unit has become.
pub struct Product {
    /// The unit, optimised.
    pub unit: Unit,
    /// Its machine code.
    pub made: Made,
    /// How long that took.
    pub time: Duration,
}

/// The machine code of a unit.
pub enum Made {
    /// Not placed yet.
    Code(Generated),
    /// It would be the code there is.
    Same,
    /// There is none.
    Nothing(AbortReason),
}

impl Order {
    /// Optimises a unit and makes machine code of it.
    pub fn carry_out(&self, mut unit: Unit, generator: &mut Generator) -> Product {
        let start = Instant::now();
        opt::optimise(&mut unit, self.passes, |_, _| {});
        let made = self.make(&unit, generator);
        Product { unit, made, time: start.elapsed() }
    }

    fn make(&self, unit: &Unit, generator: &mut Generator) -> Made {
        if let Some((known, number)) = &self.known
            && text(known, *number) == text(unit, self.number)
        {
            return Made::Same;
        }
        if work(unit, unit.body) < self.least_work {
            return Made::Nothing(AbortReason::Losing);
        }
        let slots = |code: CodeId| self.slots.iter().find(|(known, _)| *known == code).map_or(0, |(_, slots)| *slots);
        let options = Options {
            slots: &slots,
            own: Some(self.number),
            stress: self.stress,
            verify: self.verify,
            listing: self.listing,
        };
        generator.generate(unit, &options).map_or(Made::Nothing(AbortReason::Codegen), Made::Code)
    }
}

/// The text of a unit, whatever its number, and however often its loops were seen to go round.
fn text(unit: &Unit, number: u32) -> String {
    let text = unit.to_string().replace(&format!("call_unit u{number} "), "call_unit own ");
    let parts = text.split(" trips ").map(|part| part.trim_start_matches(|c: char| c.is_ascii_digit()));
    parts.collect()
}

/// What a call of a function unit does, in simple instructions, on its longest way. One that loops or calls may do any amount.
fn work(unit: &Unit, region: RegionId) -> usize {
    let insts = unit.region(region).insts.iter();
    let work = insts.map(|&inst| match unit.inst(inst).op {
        Op::Loop(..) | Op::CallUnit(..) => usize::MAX,
        Op::Call(..) => HELPER_WORK,
        op => op.regions().map(|inner| work(unit, inner)).max().unwrap_or(1),
    });
    work.fold(0, usize::saturating_add)
}
