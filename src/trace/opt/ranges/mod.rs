//! Range analysis: drops overflow checks and index checks that cannot fail, and picks cheaper divisions.
//!
//! One walk in order of dominance keeps [`facts::Facts`]: guards and branches teach it, comparisons ask it. In front of a loop
//! [`loops`] finds out what is known of the loop's parameters, and puts there one check for each index check of a counted loop.

mod facts;
mod interval;
mod loops;

use super::Options;
use super::renames::Renames;
use crate::trace::ir::*;
use facts::Facts;
use interval::Interval;

/// Runs the analysis on a unit and applies what it finds.
pub fn narrow(unit: &mut Unit, options: Options) {
    let mut carriers = vec![SmallVec::new(); unit.insts.len()];
    let mut consumer = vec![None; unit.values.len()];
    let mut owners: Vec<Option<InstId>> = vec![None; unit.regions.len()];
    unit.each_region(|region| {
        for &inst in &unit.region(region).insts {
            let Inst { op, args, .. } = unit.inst(inst);
            op.regions().for_each(|nested| owners[nested.index()] = Some(inst));
            match op {
                Op::Br(label) | Op::Continue(label) => carriers[label.index()].push(inst),
                Op::Yield => carriers[owners[region.index()].expect("a yield stands in an if").index()].push(inst),
                Op::IntChecked(IntChecked::Add | IntChecked::Sub, _) => consumer[args[0].index()] = Some(inst),
                _ => {}
            }
        }
    });
    let mut ranges = Ranges {
        facts: Facts::new(unit),
        renames: Renames::new(unit),
        carriers,
        consumer,
        brought: vec![None; unit.insts.len()],
        covered: vec![false; unit.insts.len()],
        inside: vec![false; unit.values.len()],
        met: vec![0; unit.insts.len()],
        now: 0,
        options,
        unit,
    };
    ranges.region(ranges.unit.body);
    let renames = ranges.renames;
    renames.apply_to_exits(unit);
}

struct Ranges<'a> {
    unit: &'a mut Unit,
    options: Options,
    facts: Facts,
    renames: Renames,
    /// Of each label: the terminators that bring values to it.
    carriers: Vec<SmallVec<[InstId; 4]>>,
    /// A sum or difference that starts from a value.
    consumer: Vec<Option<InstId>>,
    /// The intervals that terminators brought to a block or an `if`, so far.
    brought: Vec<Option<SmallVec<[Interval; 4]>>>,
    /// Checks that a check in front of a loop has made.
    covered: Vec<bool>,
    /// Values defined in the loop that is being prepared.
    inside: Vec<bool>,
    /// When the look through a loop met each instruction.
    met: Vec<u32>,
    now: u32,
}

impl Ranges<'_> {
    fn region(&mut self, region: RegionId) {
        let insts = std::mem::take(&mut self.unit.region_mut(region).insts);
        let mut kept = Vec::with_capacity(insts.len() + 8);
        for inst in insts {
            self.inst(inst, &mut kept);
        }
        self.unit.region_mut(region).insts = kept;
    }

    fn nested(&mut self, region: RegionId, fact: Option<(Val, bool)>) {
        let mark = self.facts.mark();
        if let Some((cond, truth)) = fact {
            self.learn(cond, truth);
        }
        self.region(region);
        self.facts.forget(mark);
    }

    fn inst(&mut self, inst: InstId, kept: &mut Vec<InstId>) {
        self.renames.apply(self.unit, inst);
        let Inst { op, args, results } = self.unit.inst(inst).clone();
        match op {
            Op::IntCompare(compare) if self.unit.ty(args[0]) == Ty::I64 => {
                if let Some(truth) = self.facts.decide(compare, args[0], args[1]) {
                    let truth = self.unit.bool(truth);
                    self.facts.grow(self.unit);
                    self.renames.set(results[0], truth);
                    return;
                }
            }
            Op::FloatCompare(compare @ (Compare::Eq | Compare::Ne)) if self.is_never_zero(args[0], args[1]) => {
                let truth = self.unit.bool(compare == Compare::Ne);
                self.facts.grow(self.unit);
                self.renames.set(results[0], truth);
                return;
            }
            Op::Guard(..) => {
                self.learn(args[0], true);
                if self.covered[inst.index()] || self.unit.bool_const(args[0]) == Some(true) {
                    return;
                }
            }
            Op::If(then, otherwise) => {
                self.nested(then, Some((args[0], true)));
                self.nested(otherwise, Some((args[0], false)));
                self.join(inst);
                let comes_through = (self.unit.yields(then), self.unit.yields(otherwise));
                if comes_through.0 != comes_through.1 {
                    self.learn(args[0], comes_through.0);
                }
            }
            Op::Block(body) => {
                self.nested(body, None);
                self.join(inst);
            }
            Op::Loop(body, info) => {
                let known = self.prepare(inst, body, info, kept);
                let mark = self.facts.mark();
                self.assume(known);
                self.region(body);
                self.facts.forget(mark);
            }
            Op::Br(label) => self.bring(label, &args),
            Op::Yield => {
                // (The label of a yield is found by whoever joins; it is noted under the yield itself.)
                self.bring(inst, &args);
            }
            Op::IntChecked(checked, exit) => self.check(inst, checked, exit, &args, kept),
            Op::Int(division) => {
                if let Some(same) = self.divide(inst, division, &args) {
                    self.renames.set(results[0], same);
                    return;
                }
            }
            _ => {}
        }
        let op = self.unit.inst(inst).op;
        if let [result] = results[..]
            && self.unit.ty(result) == Ty::I64
            && !matches!(op, Op::Block(_) | Op::If(..))
        {
            let args = self.unit.inst(inst).args.clone();
            self.facts.learn_result(op, &args, result);
        }
        kept.push(inst);
    }

    /// Whether one float is made of an int that cannot be 0, and the other one is 0.
    fn is_never_zero(&self, made: Val, zero: Val) -> bool {
        let Some(def) = self.unit.def_inst(made) else { return false };
        let Inst { op, args, .. } = self.unit.inst(def);
        let interval = || self.facts.interval(args[0]);
        *op == Op::IntToFloat && self.unit.float_const(zero) == Some(0.0) && (interval().lo > 0 || interval().hi < 0)
    }

    // -- Joins --------------------------------------------------------------------------------------------------

    fn bring(&mut self, label: InstId, args: &[Val]) {
        let facts = &self.facts;
        let intervals = args.iter().map(|&arg| facts.interval(arg));
        match &mut self.brought[label.index()] {
            Some(known) => known.iter_mut().zip(intervals).for_each(|(known, new)| *known = known.join(new)),
            none => *none = Some(intervals.collect()),
        }
    }

    /// What is known of the results of a block or an `if`: what all that is brought has in common.
    fn join(&mut self, inst: InstId) {
        if matches!(self.unit.inst(inst).op, Op::If(..)) {
            for carrier in self.carriers[inst.index()].clone() {
                let Some(intervals) = self.brought[carrier.index()].take() else {
                    continue;
                };
                match &mut self.brought[inst.index()] {
                    Some(known) => known.iter_mut().zip(intervals).for_each(|(known, new)| *known = known.join(new)),
                    none => *none = Some(intervals),
                }
            }
        }
        let Some(intervals) = self.brought[inst.index()].take() else {
            return;
        };
        for (result, interval) in self.unit.inst(inst).results.clone().into_iter().zip(intervals) {
            if self.unit.ty(result) == Ty::I64 {
                self.facts.narrow(result, interval);
            }
        }
    }

    /// Learns that a condition is true or false.
    fn learn(&mut self, cond: Val, truth: bool) {
        let Some(def) = self.unit.def_inst(cond) else {
            return;
        };
        let Inst { op, args, .. } = self.unit.inst(def).clone();
        match op {
            Op::BoolNot => self.learn(args[0], !truth),
            Op::Bool(BoolBinary::And) if truth => args.iter().for_each(|&arg| self.learn(arg, true)),
            Op::Bool(BoolBinary::Or) if !truth => args.iter().for_each(|&arg| self.learn(arg, false)),
            Op::IntCompare(compare) if self.unit.ty(args[0]) == Ty::I64 => {
                if truth {
                    self.facts.learn(compare, args[0], args[1]);
                } else if let Some(negated) = compare.negated() {
                    self.facts.learn(negated, args[0], args[1]);
                } else if self.facts.interval(args[0]).is_natural() && self.facts.interval(args[1]).is_natural() {
                    self.facts.learn(Compare::Ge, args[0], args[1]);
                }
                args.iter().for_each(|&arg| self.narrow_sources(arg, 3));
            }
            _ => {}
        }
    }

    /// What was learnt of a sum says something of what was added to a constant.
    fn narrow_sources(&mut self, sum: Val, depth: u32) {
        let Some(def) = self.unit.def_inst(sum).filter(|_| depth > 0) else {
            return;
        };
        let inst = self.unit.inst(def);
        let (Some(&part), Some(&rest)) = (inst.args.first(), inst.args.get(1)) else {
            return;
        };
        let Some(n) = self.unit.int_const(rest) else {
            return;
        };
        let back = match inst.op {
            Op::Int(IntBinary::Add) | Op::IntChecked(IntChecked::Add, _) => IntBinary::Sub,
            Op::Int(IntBinary::Sub) | Op::IntChecked(IntChecked::Sub, _) => IntBinary::Add,
            _ => return,
        };
        let whole = self.facts.interval(sum);
        self.facts.narrow(part, interval::binary(back, whole, Interval::only(n)));
        self.narrow_sources(part, depth - 1);
    }

    // -- Operations ---------------------------------------------------------------------------------------------

    /// Drops the overflow check of an operation that always fits. A product with a constant gets one guard on its operand, which
    /// serves a sum that follows too.
    fn check(&mut self, inst: InstId, op: IntChecked, exit: ExitId, args: &[Val], kept: &mut Vec<InstId>) {
        let interval = |val: &Val| self.facts.interval(*val);
        let (first, last) = (interval(&args[0]), interval(&args[args.len() - 1]));
        let fits = interval::checked(op, first, last).1;
        let holds = fits || self.covered[inst.index()];
        if !(holds || self.guard_product(inst, op, exit, args, kept)) {
            return;
        }
        self.unit.inst_mut(inst).op = op.unchecked();
    }

    fn guard_product(
        &mut self,
        inst: InstId,
        op: IntChecked,
        exit: ExitId,
        args: &[Val],
        kept: &mut Vec<InstId>,
    ) -> bool {
        let Some(factor) = self.unit.int_const(args[args.len() - 1]).filter(|&factor| factor > 0) else {
            return false;
        };
        let operand = self.facts.interval(args[0]);
        if op != IntChecked::Mul || operand.lo.checked_mul(factor).is_none() {
            return false;
        }
        // Room for what is added afterwards.
        let added = self.consumer[self.unit.inst(inst).results[0].index()].map_or(0, |next| {
            let Inst { op, args, .. } = self.unit.inst(next);
            match (op, self.unit.int_const(args[1])) {
                (Op::IntChecked(IntChecked::Add, _), Some(n)) => n.max(0),
                (Op::IntChecked(IntChecked::Sub, _), Some(n)) => n.saturating_neg().max(0),
                _ => 0,
            }
        });
        let limit = self.unit.int((i64::MAX - added) / factor);
        let cond = self.emit(Op::IntCompare(Compare::Le), &[args[0], limit], kept);
        self.emit_guard(cond, exit, Reason::Overflow, kept);
        true
    }

    /// Picks a cheaper division; tells the value if the remainder is the dividend itself.
    fn divide(&mut self, inst: InstId, op: IntBinary, args: &[Val]) -> Option<Val> {
        let (is_mod, is_div) = (op == IntBinary::Mod, op == IntBinary::FloorDiv);
        if !(is_mod || is_div) {
            return None;
        }
        let (a, b) = (self.facts.interval(args[0]), self.facts.interval(args[1]));
        if is_mod && a.is_natural() && self.facts.proves(args[0], args[1], -1) {
            return Some(args[0]);
        }
        let constant = self.unit.int_const(args[1]);
        if let Some(divisor) = constant.filter(|divisor| *divisor > 0 && divisor.count_ones() == 1) {
            // Both round down, as Python does, for any sign of the dividend.
            let (op, operand) = if is_mod {
                (IntBinary::And, divisor - 1)
            } else {
                (IntBinary::Shr, i64::from(divisor.trailing_zeros()))
            };
            let operand = self.unit.int(operand);
            self.facts.grow(self.unit);
            let inst = self.unit.inst_mut(inst);
            inst.op = Op::Int(op);
            inst.args[1] = operand;
        } else if a.is_natural() && b.is_natural() {
            let small = a.is_small() && b.is_small();
            self.unit.inst_mut(inst).op = Op::Int(match (is_mod, small) {
                (true, true) => IntBinary::Mod32,
                (true, false) => IntBinary::ModUnsigned,
                (false, true) => IntBinary::Div32,
                (false, false) => IntBinary::DivUnsigned,
            });
        }
        None
    }

    // -- New instructions ---------------------------------------------------------------------------------------

    /// Adds a pure or checked integer operation, or finds its result without one.
    fn emit(&mut self, op: Op, args: &[Val], kept: &mut Vec<InstId>) -> Val {
        self.facts.grow(self.unit);
        let mut op = op;
        if let Op::IntChecked(checked, _) = op {
            let at = |at: usize| self.facts.interval(args[at]);
            let (known, fits) = interval::checked(checked, at(0), at(args.len() - 1));
            if fits && known.lo == known.hi {
                let val = self.unit.int(known.lo);
                self.facts.grow(self.unit);
                return val;
            }
            if matches!(checked, IntChecked::Add | IntChecked::Sub) && self.unit.int_const(args[1]) == Some(0) {
                return args[0];
            }
            if fits {
                op = checked.unchecked();
            }
        }
        let ty = match op {
            Op::IntCompare(compare) => {
                if let Some(truth) = self.facts.decide(compare, args[0], args[1]) {
                    let val = self.unit.bool(truth);
                    self.facts.grow(self.unit);
                    return val;
                }
                Ty::Bool
            }
            _ => Ty::I64,
        };
        let inst = self.unit.new_inst(op, args, &[ty]);
        self.made(inst, kept);
        let result = self.unit.inst(inst).results[0];
        self.facts.grow(self.unit);
        self.facts.learn_result(op, args, result);
        result
    }

    fn emit_guard(&mut self, cond: Val, exit: ExitId, reason: Reason, kept: &mut Vec<InstId>) {
        if self.unit.bool_const(cond) == Some(true) {
            return;
        }
        let inst = self.unit.new_inst(Op::Guard(exit, reason), &[cond], &[]);
        self.made(inst, kept);
        self.learn(cond, true);
    }

    /// Takes note of a new instruction.
    fn made(&mut self, inst: InstId, kept: &mut Vec<InstId>) {
        self.covered.push(false);
        self.met.push(0);
        self.brought.push(None);
        self.carriers.push(SmallVec::new());
        kept.push(inst);
    }
}
