//! Removes what nothing depends on: instructions, loop parameters and results of blocks.
//!
//! A checked operation without uses goes too, if it is early: its overflow would have made a big integer that nobody looks at. Once
//! range analysis has decided comparisons, one of them may have been decided because of the check, which then has to stay.
//! Effects, guards, polls and calls that may fail stay.

use crate::trace::ir::*;

/// What becomes of overflow checks whose result nobody uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unused {
    /// They go.
    Go,
    /// They stay.
    Stay,
}

/// Removes dead code.
pub fn sweep(unit: &mut Unit, checks: Unused) {
    let mut marks = Marks {
        live_insts: vec![false; unit.insts.len()],
        live_vals: vec![false; unit.values.len()],
        live_exits: vec![false; unit.exits.len()],
        owner: vec![None; unit.insts.len()],
        carriers: vec![Vec::new(); unit.insts.len()],
        work: Vec::new(),
        checks,
        unit,
    };
    marks.find_roots();
    while let Some(val) = marks.work.pop() {
        marks.trace(val);
    }
    let Marks { live_insts, live_vals, .. } = marks;
    let mut open = vec![unit.body];
    while let Some(region) = open.pop() {
        let mut insts = std::mem::take(&mut unit.region_mut(region).insts);
        insts.retain(|inst| live_insts[inst.index()]);
        for &inst in &insts {
            open.extend(unit.inst(inst).op.regions());
            narrow(unit, inst, &live_vals);
        }
        unit.region_mut(region).insts = insts;
    }
}

/// Takes away the entry exits of loops, which only passes need: what they name would stay alive for nothing.
pub fn forget_entries(unit: &mut Unit) {
    let nowhere = unit.new_exit(Exit { kind: ExitKind::Resume, frames: Vec::new() });
    let mut loops = Vec::new();
    unit.each_region(|region| {
        let insts = &unit.region(region).insts;
        loops.extend(insts.iter().copied().filter(|&inst| matches!(unit.inst(inst).op, Op::Loop(..))));
    });
    for inst in loops {
        if let Op::Loop(_, info) = &mut unit.inst_mut(inst).op {
            info.entry = nowhere;
        }
    }
}

/// Whether an instruction stays whether or not its results are used.
fn is_root(unit: &Unit, inst: InstId, checks: Unused) -> bool {
    let op = unit.inst(inst).op;
    match op {
        Op::Guard(..)
        | Op::Poll(_)
        | Op::Loop(..)
        | Op::Br(_)
        | Op::Continue(_)
        | Op::Exit(..)
        | Op::Ret
        | Op::FloatToInt(_)
        | Op::IntChecked(IntChecked::Shl, _) => true,
        Op::IntChecked(..) => checks == Unused::Stay,
        // A block or an arm counts by what is in it. A yield ends an arm that counts for something else.
        Op::Block(_) | Op::If(..) | Op::Yield => false,
        Op::Call(helper, exit) => op.is_effect() || exit.is_some() || helper.get().results.is_empty(),
        _ => op.is_effect(),
    }
}

struct Marks<'a> {
    unit: &'a Unit,
    live_insts: Vec<bool>,
    live_vals: Vec<bool>,
    live_exits: Vec<bool>,
    /// The control instruction around each instruction.
    owner: Vec<Option<InstId>>,
    /// Of each label: the terminators that bring values to it.
    carriers: Vec<Vec<InstId>>,
    work: Vec<Val>,
    checks: Unused,
}

impl Marks<'_> {
    fn find_roots(&mut self) {
        let mut roots = Vec::new();
        let mut open = vec![(self.unit.body, None)];
        while let Some((region, owner)) = open.pop() {
            for &inst in &self.unit.region(region).insts {
                self.owner[inst.index()] = owner;
                let op = self.unit.inst(inst).op;
                open.extend(op.regions().map(|region| (region, Some(inst))));
                match op {
                    Op::Br(label) | Op::Continue(label) => self.carriers[label.index()].push(inst),
                    Op::Yield => self.carriers[owner.expect("a yield stands in an if").index()].push(inst),
                    _ => {}
                }
                if is_root(self.unit, inst, self.checks) {
                    roots.push(inst);
                }
            }
        }
        roots.into_iter().for_each(|inst| self.mark(inst));
    }

    fn mark(&mut self, inst: InstId) {
        let mut next = Some(inst);
        while let Some(inst) = next
            && !std::mem::replace(&mut self.live_insts[inst.index()], true)
        {
            let Inst { op, args, .. } = self.unit.inst(inst);
            // What is passed to a label is used only if the label's parameter is.
            if !matches!(op, Op::Br(_) | Op::Continue(_) | Op::Yield | Op::Loop(..)) {
                self.work.extend(args);
            }
            let mut op = *op;
            if let Some(&mut exit) = op.exit_mut() {
                self.use_exit(exit);
            }
            if let Op::If(..) = op {
                // The arms must end: their terminators live with it.
                for at in 0..self.carriers[inst.index()].len() {
                    self.live_insts[self.carriers[inst.index()][at].index()] = true;
                }
            }
            next = self.owner[inst.index()];
        }
    }

    fn use_exit(&mut self, exit: ExitId) {
        if !std::mem::replace(&mut self.live_exits[exit.index()], true) {
            let work = &mut self.work;
            self.unit.exit(exit).each_value(|val| work.push(val));
        }
    }

    fn trace(&mut self, val: Val) {
        if std::mem::replace(&mut self.live_vals[val.index()], true) {
            return;
        }
        match self.unit.def(val) {
            Def::Param(_) | Def::Const(_) => {}
            Def::Inst(inst, at) => {
                self.mark(inst);
                if matches!(self.unit.inst(inst).op, Op::Block(_) | Op::If(..)) {
                    self.use_carried(inst, at);
                }
            }
            Def::Region(region, at) => {
                let owner = self.unit.region(region).insts.first().and_then(|inst| self.owner[inst.index()]);
                let owner = owner.expect("a region with parameters is the body of a loop");
                self.work.push(self.unit.inst(owner).args[at as usize]);
                self.use_carried(owner, at);
            }
        }
    }

    fn use_carried(&mut self, label: InstId, at: u32) {
        for carrier in &self.carriers[label.index()] {
            self.work.push(self.unit.inst(*carrier).args[at as usize]);
        }
    }
}

/// Drops the dead parameters or results of a label, and what each of its carriers brings for them.
fn narrow(unit: &mut Unit, inst: InstId, live: &[bool]) {
    let labelled: Vals = match unit.inst(inst).op {
        Op::Loop(body, _) => unit.region(body).params.clone(),
        Op::Block(_) | Op::If(..) => Vals::from_slice(&unit.inst(inst).results),
        _ => return,
    };
    if labelled.iter().all(|val| live[val.index()]) {
        return;
    }
    let keep = |at: usize| live[labelled[at].index()];
    let mut carriers = Vec::new();
    collect_carriers(unit, inst, &mut carriers);
    for carrier in carriers {
        retain(&mut unit.inst_mut(carrier).args, keep);
    }
    match unit.inst(inst).op {
        Op::Loop(body, _) => {
            retain(&mut unit.inst_mut(inst).args, keep);
            retain(&mut unit.region_mut(body).params, keep);
            for (at, param) in (0..).zip(unit.region(body).params.clone()) {
                unit.values[param.index()].def = Def::Region(body, at);
            }
        }
        _ => {
            let mut at = 0..;
            unit.inst_mut(inst).results.retain(|_| keep(at.next().unwrap_or(0)));
            for (at, result) in (0..).zip(unit.inst(inst).results.clone()) {
                unit.values[result.index()].def = Def::Inst(inst, at);
            }
        }
    }
}

fn retain(vals: &mut Vals, keep: impl Fn(usize) -> bool) {
    let mut at = 0..;
    vals.retain(|_| keep(at.next().unwrap_or(0)));
}

/// The terminators inside a control instruction that bring values to it.
fn collect_carriers(unit: &Unit, label: InstId, carriers: &mut Vec<InstId>) {
    let mut open: Vec<(RegionId, InstId)> = unit.inst(label).op.regions().map(|region| (region, label)).collect();
    while let Some((region, owner)) = open.pop() {
        for &inst in &unit.region(region).insts {
            let op = unit.inst(inst).op;
            match op {
                Op::Br(target) | Op::Continue(target) if target == label => carriers.push(inst),
                Op::Yield if owner == label => carriers.push(inst),
                _ => open.extend(op.regions().map(|region| (region, inst))),
            }
        }
    }
}
