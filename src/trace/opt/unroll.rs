//! Unrolls short counted loops four times, and asks the poll word once in four iterations.
//!
//! In front of the loop a copy is put whose condition says that four iterations are left: four bodies in a row, without the
//! tests between. What is left over runs in the loop as it was. Guards in the copies leave through exits of their own, which say
//! where that iteration stands.
//!
//! Loops that carry a float from one iteration to the next wait for that float, not for the loop's own work: they stay.

use super::copy::Copy;
use super::counted::Counted;
use crate::trace::ir::*;

/// Iterations in a row.
const TIMES: i64 = 4;
/// Longest body worth it.
const LONGEST: usize = 24;
/// Most instructions in a body that may leave: each gets an exit in each copy.
const MOST_EXITS: usize = 2;
/// Fewest iterations seen per entry.
const FEWEST_TRIPS: u32 = 16;

/// Unrolls the loops of a unit.
pub fn unroll(unit: &mut Unit) {
    let mut regions = Vec::new();
    unit.each_region(|region| regions.push(region));
    for region in regions {
        let Some(&last) = unit.region(region).insts.last() else {
            continue;
        };
        if let Some(counted) = Counted::find(unit, last).filter(|counted| is_worth_it(unit, counted)) {
            counted.unroll(unit, region);
        }
    }
}

/// Whether a loop is short and plain, and does not wait for a float anyway.
fn is_worth_it(unit: &Unit, counted: &Counted) -> bool {
    let Region { params, insts } = unit.region(counted.body);
    let mut exits = 0;
    let plain = insts.split_last().is_some_and(|(_, rest)| {
        rest.iter().all(|&inst| {
            let op = unit.inst(inst).op;
            exits += usize::from(op.exit().is_some() && !matches!(op, Op::Poll(_)));
            inst == counted.branch || is_simple(unit, op)
        })
    });
    let inside = |inst: &InstId| unit.inst(*inst).op.regions().map(|arm| unit.region(arm).insts.len()).sum::<usize>();
    let length = insts.len() + insts.iter().map(inside).sum::<usize>();
    plain
        && exits <= MOST_EXITS
        && length <= LONGEST
        && !(1..FEWEST_TRIPS).contains(&counted.info.trips)
        && params.iter().all(|&param| unit.ty(param) != Ty::F64)
}

/// Whether an instruction is neither a call nor control, but for an `if` with two plain arms that both go on behind it.
fn is_simple(unit: &Unit, op: Op) -> bool {
    let plain = |arm: RegionId| {
        unit.yields(arm)
            && unit.region(arm).insts.iter().all(|&inst| {
                let op = unit.inst(inst).op;
                op.regions().next().is_none() && op.exit().is_none() && !matches!(op, Op::Call(..) | Op::CallUnit(..))
            })
    };
    match op {
        Op::Call(..) | Op::CallUnit(..) | Op::Loop(..) | Op::Block(_) => false,
        Op::If(then, otherwise) => plain(then) && plain(otherwise),
        _ => true,
    }
}

impl Counted {
    /// By how much the counter may come nearer to the limit until the last of the iterations in a row starts. A step that goes the
    /// other way comes no nearer.
    fn way(&self, unit: &mut Unit, before: &mut Vec<InstId>) -> Val {
        let (zero, times) = (unit.int(0), unit.int(TIMES - 1));
        let mut step = self.step;
        let mut put = |unit: &mut Unit, op: Op, args: &[Val]| {
            let inst = unit.new_inst(op, args, &[Ty::I64]);
            before.push(inst);
            unit.inst(inst).results[0]
        };
        if self.negated {
            step = put(unit, Op::IntChecked(IntChecked::Neg, self.info.entry), &[step]);
        }
        let towards = if self.rises { IntBinary::Max } else { IntBinary::Min };
        step = put(unit, Op::Int(towards), &[step, zero]);
        put(unit, Op::IntChecked(IntChecked::Mul, self.info.entry), &[step, times])
    }

    /// Puts the copy in front.
    fn unroll(&self, unit: &mut Unit, region: RegionId) {
        let Region { params, insts } = unit.region(self.body).clone();
        let types: Vec<Ty> = params.iter().map(|&param| unit.ty(param)).collect();
        let init = unit.inst(self.label).args.clone();
        let mut before = Vec::new();
        let way = self.way(unit, &mut before);
        let nearer = Op::IntChecked(IntChecked::Sub, self.info.entry);
        let nearer = unit.new_inst(nearer, &[self.limit, way], &[Ty::I64]);
        before.push(nearer);
        let limit = unit.inst(nearer).results[0];

        let (outer, inner) = (unit.new_region(), unit.new_region());
        let block = unit.new_inst(Op::Block(outer), &[], &types);
        let repeat = unit.new_inst(Op::Loop(inner, self.info), &init, &[]);
        let mut current: Vals = (0..).zip(&types).map(|(at, &ty)| unit.new_value(ty, Def::Region(inner, at))).collect();
        unit.region_mut(inner).params = current.clone();

        let test = unit.new_inst(Op::IntCompare(self.compare), &[current[self.counter], limit], &[Ty::Bool]);
        let (then, otherwise) = (unit.new_region(), unit.new_region());
        let goes_on = unit.inst(test).results[0];
        let branch = unit.new_inst(Op::If(then, otherwise), &[goes_on], &[]);
        let go = unit.new_inst(Op::Yield, &[], &[]);
        let leave = unit.new_inst(Op::Br(block), &current, &[]);
        unit.region_mut(then).insts = vec![go];
        unit.region_mut(otherwise).insts = vec![leave];

        let mut copies = vec![test, branch];
        let (&last, bodies) = insts.split_last().expect("a body has a terminator");
        for time in 1..=TIMES {
            let mut copy = Copy::new(unit, params.iter().copied().zip(current).collect());
            for &inst in bodies {
                let poll = matches!(copy.unit.inst(inst).op, Op::Poll(_));
                if inst != self.test && inst != self.branch && (!poll || time == TIMES) {
                    copies.push(copy.inst(inst));
                }
            }
            current = copy.unit.inst(last).args.iter().map(|&arg| copy.val(arg)).collect();
        }
        copies.push(unit.new_inst(Op::Continue(repeat), &current, &[]));
        unit.region_mut(inner).insts = copies;
        unit.region_mut(outer).insts = vec![repeat];

        let results = Vals::from_slice(&unit.inst(block).results);
        unit.inst_mut(self.label).args = results;
        let insts = &mut unit.region_mut(region).insts;
        insts.pop();
        insts.append(&mut before);
        insts.extend([block, self.label]);
    }
}
