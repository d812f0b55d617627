//! The steps of a plan put into kernels: those that follow one another and that machine code can do become one.
//!
//! In: steps, each on blocks. Out: fewer of them.

use super::super::kernel::{self, Op, Program};
use super::{DType, MOST_ROWS, Part, Place, Plan, Step, Whole};
use smallvec::{SmallVec, smallvec};
use std::collections::VecDeque;

impl Plan {
    /// Has steps that follow one another computed by kernels, where there are such.
    pub(super) fn make_kernels(&mut self, elements: usize) {
        let mut steps: Vec<Step> = Vec::with_capacity(self.steps.len());
        let mut group: Vec<Step> = Vec::new();
        let mut left = VecDeque::from(std::mem::take(&mut self.steps));
        while let Some(step) = left.pop_front() {
            let suits = |step: &Step| step.parts.iter().all(|part| self.suits(part));
            if !suits(&step) {
                steps.push(step);
                continue;
            }
            group.push(step);
            if left.front().is_some_and(suits) {
                continue;
            }
            let renamed = self.make_kernel(&mut group, elements);
            renamed.iter().for_each(|&(old, new)| Plan::rename(left.make_contiguous(), old, new));
            steps.append(&mut group);
        }
        self.steps = steps;
    }

    /// Puts steps into one, if there is a kernel for them. What others read of them goes to blocks of its own, since what was in those that
    /// the steps used may have to be read once more: which was which.
    fn make_kernel(&mut self, group: &mut Vec<Step>, elements: usize) -> SmallVec<[(Place, Place); 2]> {
        let operations: usize = group.iter().map(|step| step.parts.len()).sum();
        let (program, mut rows, live) = program(group, |place| self.is_one(place));
        if operations > 1 && program.inputs.len() + live.len() > MOST_ROWS {
            let mut rest = group.split_off(group.len().div_ceil(2));
            let renamed = self.make_kernel(group, elements);
            renamed.iter().for_each(|&(old, new)| Plan::rename(&mut rest, old, new));
            let mut later = self.make_kernel(&mut rest, elements);
            group.append(&mut rest);
            later.extend(renamed);
            return later;
        }
        let work = (elements * operations) as u64;
        let found = if operations > 1 { kernel::find(&program, work) } else { None };
        let Some(kernel) = found else { return SmallVec::new() };
        let is_quiet = group.iter().all(|step| step.is_quiet);
        let mut parts: SmallVec<[Part; 1]> = group.drain(..).flat_map(|step| step.parts).collect();
        let mut renamed = SmallVec::new();
        for place in live {
            let mut to = place;
            if place != Place::Target {
                self.temporaries.push(true);
                to = Place::Temporary(self.temporaries.len() - 1);
                let result = |part: &&mut Part| part.places.last().is_some_and(|&(written, _)| written == place);
                let part = parts.iter_mut().rev().find(result);
                part.into_iter().flat_map(|part| part.places.last_mut()).for_each(|written| written.0 = to);
                renamed.push((place, to));
            }
            rows.push(to);
        }
        group.push(Step {
            joined: Some((Whole::Kernel(kernel), rows)),
            at_once: None,
            parts,
            is_quiet,
            is_last: false,
        });
        renamed
    }

    /// Has the first who reads one place read another one.
    fn rename(later: &mut [Step], old: Place, new: Place) {
        for step in later {
            for part in &mut step.parts {
                let Some((result, operands)) = part.places.split_last_mut() else { continue };
                if let Some(operand) = operands.iter_mut().find(|(place, _)| *place == old) {
                    operand.0 = new;
                    let rows = step.joined.iter_mut().flat_map(|(_, rows)| rows.split_last_mut());
                    rows.flat_map(|(_, rows)| rows).filter(|row| **row == old).for_each(|row| *row = new);
                    return;
                }
                if result.0 == old {
                    return;
                }
            }
        }
    }

    /// Whether a row is one element.
    fn is_one(&self, place: Place) -> bool {
        match place {
            Place::Constant(_) => true,
            Place::Leaf(leaf) => !self.is_gathered && self.way.leaves[leaf].strides.last() == Some(&0),
            _ => false,
        }
    }

    /// Whether a kernel may compute an operation.
    fn suits(&self, part: &Part) -> bool {
        let inner = self.way.shape.len() - 1;
        let is_dense = |&(place, size): &(Place, isize)| match place {
            Place::Leaf(leaf) => {
                let (step, own) = (self.way.leaves[leaf].strides[inner], self.way.leaves[leaf].size as isize);
                self.is_gathered || step == own || step == 0
            }
            Place::Target => self.way.target[inner] == size,
            _ => true,
        };
        part.meaning.is_some() && part.places.iter().all(is_dense)
    }
}

/// The operations of steps for those who make kernels, where the rows are that they read, and those that others read.
fn program(group: &[Step], is_one: impl Fn(Place) -> bool) -> (Program, SmallVec<[Place; 5]>, SmallVec<[Place; 2]>) {
    let mut program = Program::default();
    let mut rows: SmallVec<[Place; 5]> = SmallVec::new();
    let mut live: SmallVec<[(Place, usize); 4]> = SmallVec::new();
    for part in group.iter().flat_map(|step| &step.parts) {
        let (Some(meaning), Some((result, read))) = (part.meaning, part.places.split_last()) else { continue };
        let mut operands = SmallVec::new();
        for (number, &(place, _)) in read.iter().enumerate() {
            let dtype = if meaning.op == Op::Choose && number == 0 { DType::Bool } else { meaning.dtype };
            let mut operand = match live.iter().position(|&(written, _)| written == place) {
                Some(at) => kernel::Operand::Step(live.swap_remove(at).1),
                None => {
                    let same = |(row, input): (&Place, &(DType, bool))| *row == place && input.0 == dtype;
                    let known = rows.iter().zip(&program.inputs).position(same);
                    kernel::Operand::Input(known.unwrap_or_else(|| {
                        rows.push(place);
                        program.inputs.push((dtype, is_one(place)));
                        rows.len() - 1
                    }))
                }
            };
            if meaning.asks {
                let operands = smallvec![operand];
                program.steps.push(kernel::Step { op: Op::Cast, dtype, result: DType::Bool, operands });
                operand = kernel::Operand::Step(program.steps.len() - 1);
            }
            operands.push(operand);
        }
        let dtype = if meaning.asks { DType::Bool } else { meaning.dtype };
        program.steps.push(kernel::Step { op: meaning.op, dtype, result: meaning.result, operands });
        live.push((result.0, program.steps.len() - 1));
    }
    program.results = live.iter().map(|&(_, step)| step).collect();
    (program, rows, live.into_iter().map(|(place, _)| place).collect())
}
