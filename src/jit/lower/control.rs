//! Regions, loops, labels, branches and guards.
//!
//! In: control instructions with their regions. Out: CLIF blocks. Values that cross a join travel as block parameters.

use super::{Label, Lowering, Refusal, machine_type, number};
use crate::trace::ir::{BoolBinary, ExitId, Inst, InstId, Op, Reason, Region, RegionId, UnitKind, Val};
use cranelift_codegen::ir::condcodes::{CondCode, IntCC};
use cranelift_codegen::ir::{self as clif, BlockArg, InstBuilder};

/// Where an arm of an `if` goes.
struct Arm {
    block: clif::Block,
    args: Vec<BlockArg>,
    /// The region to lower into the block, unless the arm is nothing but a jump.
    region: Option<RegionId>,
    /// Whether it leaves the innermost loop, so that the other arm is the loop's way on.
    leaves: bool,
}

/// The head of a loop that begins with its condition: pure instructions, and an `if` of which one arm only goes on and the other only
/// leaves. It is tested in front of the loop and at the end of each iteration: an iteration then takes one jump, not two.
#[derive(Clone, Copy)]
pub(super) struct Head {
    body: RegionId,
    /// The position of the `if` in the body.
    at: usize,
    /// The `br` of the arm that leaves.
    leave: InstId,
    /// Whether the loop goes on where the condition is true.
    stays: bool,
}

/// Longest head that is worth a second copy.
const LONGEST_HEAD: usize = 6;

impl Lowering<'_> {
    /// Lowers a region at the current point. `join` is where `yield` goes, if the region is an arm of an `if`.
    pub(super) fn region(&mut self, region: RegionId, join: Option<clif::Block>) -> Result<(), Refusal> {
        let unit = self.unit;
        for &inst in &unit.region(region).insts {
            let data = unit.inst(inst);
            match data.op {
                Op::Loop(body, _) => self.begin_loop(inst, body)?,
                Op::Block(body) => {
                    let after = self.join_block(&data.results);
                    self.labels.insert(inst, Label { block: after, loops: self.loops.len(), used: false, head: None });
                    self.region(body, None)?;
                    if self.labels[&inst].used {
                        self.builder.switch_to_block(after);
                    }
                }
                Op::If(then, otherwise) if !self.is_tested(region, inst) => self.branch(inst, then, otherwise)?,
                Op::If(..) => {}
                Op::Br(label) | Op::Continue(label) => self.jump(label, &data.args)?,
                Op::Yield => {
                    let args = self.block_args(&data.args);
                    let block = join.expect("only the arm of an if yields");
                    self.builder.ins().jump(block, &args);
                }
                Op::Exit(exit, reason) => {
                    let block = self.leave_block(exit, reason);
                    self.builder.ins().jump(block, &[]);
                }
                Op::Ret => self.ret(&data.args),
                _ => self.inst(inst)?,
            }
        }
        Ok(())
    }

    /// A block whose parameters are these values.
    fn join_block(&mut self, results: &[Val]) -> clif::Block {
        let block = self.builder.create_block();
        for &val in results {
            if self.has_lanes(val) {
                self.lane_params(block, val);
                continue;
            }
            let value = self.builder.append_block_param(block, machine_type(self.unit.ty(val)));
            self.define(val, value);
        }
        block
    }

    pub(super) fn block_args(&mut self, vals: &[Val]) -> Vec<BlockArg> {
        let mut args = Vec::new();
        for &val in vals {
            match self.has_lanes(val) {
                true => args.extend(self.vectors_of(val).map(BlockArg::from)),
                false => args.push(self.value(val).into()),
            }
        }
        args
    }

    pub(super) fn target(&mut self, label: InstId) -> clif::Block {
        let label = self.labels.get_mut(&label).expect("a label is around the jump to it");
        label.used = true;
        label.block
    }

    fn begin_loop(&mut self, inst: InstId, body: RegionId) -> Result<(), Refusal> {
        let unit = self.unit;
        if self.begin_kernel(inst) {
            return Ok(());
        }
        let start = self.join_block(&unit.region(body).params);
        self.loops.push(inst);
        let head = self.head(body);
        self.labels.insert(inst, Label { block: start, loops: self.loops.len(), used: false, head });
        self.jump(inst, &unit.inst(inst).args)?;
        self.builder.switch_to_block(start);
        self.region(body, None)?;
        self.loops.pop();
        Ok(())
    }

    /// The head of a loop with this body, if it has one.
    fn head(&self, body: RegionId) -> Option<Head> {
        let unit = self.unit;
        let Region { params, insts } = unit.region(body);
        let at = insts.iter().position(|&inst| !unit.inst(inst).op.is_pure()).filter(|&at| at <= LONGEST_HEAD)?;
        let Op::If(then, otherwise) = unit.inst(insts[at]).op else { return None };
        let only = |arm: RegionId| match unit.region(arm).insts[..] {
            [inst] => Some(inst),
            _ => None,
        };
        let (then, otherwise) = (only(then)?, only(otherwise)?);
        let (stays, leave) = match (unit.inst(then).op, unit.inst(otherwise).op) {
            (Op::Yield, Op::Br(_)) => (true, otherwise),
            (Op::Br(_), Op::Yield) => (false, then),
            _ => return None,
        };
        let mut vals = params.iter().chain(insts[..at].iter().flat_map(|&inst| &unit.inst(inst).results));
        let plain = unit.inst(insts[at]).results.is_empty() && !vals.any(|&val| self.has_lanes(val));
        plain.then_some(Head { body, at, leave, stays })
    }

    /// Whether an `if` is the condition of the innermost loop, which has been tested by whoever came here.
    fn is_tested(&self, region: RegionId, inst: InstId) -> bool {
        let head = self.loops.last().and_then(|label| self.labels[label].head);
        head.is_some_and(|head| head.body == region && self.unit.region(region).insts[head.at] == inst)
    }

    /// Jumps to a label; to a loop with a head, if its condition holds.
    fn jump(&mut self, label: InstId, vals: &[Val]) -> Result<(), Refusal> {
        let block = self.target(label);
        let Some(Head { body, at, leave, stays }) = self.labels[&label].head else {
            let args = self.block_args(vals);
            self.builder.ins().jump(block, &args);
            return Ok(());
        };
        let unit = self.unit;
        let Region { params, insts } = unit.region(body);
        let values = self.values(vals);
        // Here the names in the head stand for the next iteration's values, elsewhere for those of the iteration itself.
        let names = params.iter().chain(insts[..at].iter().flat_map(|&inst| &unit.inst(inst).results));
        let own: Vec<_> = names.map(|&val| (val, self.values[val.index()])).collect();
        for (&param, &value) in params.iter().zip(&values) {
            self.define(param, value);
        }
        for &inst in &insts[..at] {
            self.inst(inst)?;
        }
        let cond = unit.inst(insts[at]).args[0];
        let leaves = if stays { self.negation(cond) } else { self.value(cond) };
        let Inst { op: Op::Br(after), ref args, .. } = *unit.inst(leave) else {
            unreachable!("a head is left by a jump");
        };
        let (after, leave_args) = (self.target(after), self.block_args(args));
        let args: Vec<BlockArg> = values.into_iter().map(BlockArg::from).collect();
        self.builder.ins().brif(leaves, after, &leave_args, block, &args);
        for (val, value) in own {
            self.values[val.index()] = value;
        }
        Ok(())
    }

    /// An `if`. The arm that leaves the loop comes first (see the rules of this folder).
    fn branch(&mut self, inst: InstId, then: RegionId, otherwise: RegionId) -> Result<(), Refusal> {
        let unit = self.unit;
        let data = unit.inst(inst);
        let join = self.join_block(&data.results);
        let then = self.arm(then, join);
        let otherwise = self.arm(otherwise, join);
        let joins = [&then, &otherwise].iter().any(|arm| arm.block == join)
            || [then.region, otherwise.region].iter().flatten().any(|&region| unit.yields(region));
        if otherwise.leaves && !then.leaves {
            let fails = self.negation(data.args[0]);
            self.builder.ins().brif(fails, otherwise.block, &otherwise.args, then.block, &then.args);
        } else {
            let holds = self.value(data.args[0]);
            self.builder.ins().brif(holds, then.block, &then.args, otherwise.block, &otherwise.args);
        }
        for arm in [then, otherwise] {
            if let Some(region) = arm.region {
                self.builder.switch_to_block(arm.block);
                self.region(region, Some(join))?;
            }
        }
        if joins {
            self.builder.switch_to_block(join);
        }
        Ok(())
    }

    /// Where an arm goes: straight to its target if it is only a jump.
    fn arm(&mut self, region: RegionId, join: clif::Block) -> Arm {
        let unit = self.unit;
        let insts = &unit.region(region).insts;
        let last = unit.inst(*insts.last().expect("a region ends with a terminator"));
        let leaves = match last.op {
            Op::Br(label) => self.labels[&label].loops < self.loops.len(),
            Op::Exit(..) | Op::Ret => true,
            _ => false,
        };
        let target = match last.op {
            _ if insts.len() > 1 => None,
            Op::Br(label) | Op::Continue(label) if self.labels[&label].head.is_none() => Some(self.target(label)),
            Op::Yield => Some(join),
            Op::Exit(exit, reason) => Some(self.leave_block(exit, reason)),
            _ => None,
        };
        match target {
            Some(block) => Arm { block, args: self.block_args(&last.args), region: None, leaves },
            None => Arm { block: self.builder.create_block(), args: Vec::new(), region: Some(region), leaves },
        }
    }

    /// Leaves where a condition is false.
    pub(super) fn guard(&mut self, cond: Val, exit: ExitId, reason: Reason) {
        let parts = self.unit.def_inst(cond).map(|inst| self.unit.inst(inst));
        match parts {
            // Unless the value is needed anyway, two branches on comparisons are cheaper than one on their conjunction.
            Some(inst) if inst.op == Op::Bool(BoolBinary::And) && !self.options.stress => {
                let (first, second) = (inst.args[0], inst.args[1]);
                self.guard(first, exit, reason);
                self.guard(second, exit, reason);
            }
            // What comes second is seldom asked.
            Some(inst) if inst.op == Op::Bool(BoolBinary::Or) && !self.options.stress => {
                let (first, second) = (inst.args[0], inst.args[1]);
                let (ask, go_on) = (self.builder.create_block(), self.builder.create_block());
                self.builder.set_cold_block(ask);
                let fails = self.negation(first);
                self.builder.ins().brif(fails, ask, &[], go_on, &[]);
                self.builder.switch_to_block(ask);
                let fails = self.negation(second);
                let leave = self.leave_block(exit, reason);
                self.builder.ins().brif(fails, leave, &[], go_on, &[]);
                self.builder.switch_to_block(go_on);
            }
            _ => {
                let fails = self.negation(cond);
                self.leave_if(fails, exit, reason);
            }
        }
    }

    /// The opposite of a truth value, by the opposite comparison where it is one.
    fn negation(&mut self, cond: Val) -> clif::Value {
        if let Some(inst) = self.unit.def_inst(cond) {
            let inst = self.unit.inst(inst);
            match inst.op {
                Op::IntCompare(compare) => {
                    let (a, b) = (self.value(inst.args[0]), self.value(inst.args[1]));
                    return self.builder.ins().icmp(number::int_condition(compare).complement(), a, b);
                }
                Op::FloatCompare(compare) => {
                    let (a, b) = (self.value(inst.args[0]), self.value(inst.args[1]));
                    return self.builder.ins().fcmp(number::float_condition(compare).complement(), a, b);
                }
                Op::BoolNot => return self.value(inst.args[0]),
                _ => {}
            }
        }
        let cond = self.value(cond);
        self.builder.ins().icmp_imm_u(IntCC::Equal, cond, 0)
    }

    /// Leaves where `fails` is not zero, and goes on behind.
    pub(super) fn leave_if(&mut self, fails: clif::Value, exit: ExitId, reason: Reason) {
        let fails = self.stressed(fails);
        self.leave_unforced(fails, exit, reason);
    }

    /// The same, under stress too.
    pub(super) fn leave_unforced(&mut self, fails: clif::Value, exit: ExitId, reason: Reason) {
        let leave = self.leave_block(exit, reason);
        let go_on = self.builder.create_block();
        self.builder.ins().brif(fails, leave, &[], go_on, &[]);
        self.builder.switch_to_block(go_on);
    }

    fn ret(&mut self, vals: &[Val]) {
        debug_assert_eq!(self.unit.kind, UnitKind::Function);
        let results = self.values(vals);
        self.return_results(&results);
    }
}
