//! Copies of instructions with other values, for passes that put the same code in several places.

use crate::trace::ir::*;
use rustc_hash::FxHashMap;

/// One copy of some code. Exits are copied where they name a value that is replaced.
pub struct Copy<'a> {
    /// The unit.
    pub unit: &'a mut Unit,
    /// What to use for each value.
    pub map: FxHashMap<Val, Val>,
    labels: FxHashMap<InstId, InstId>,
    exits: Vec<(ExitId, ExitId)>,
}

impl<'a> Copy<'a> {
    /// A copy that starts with these replacements.
    pub fn new(unit: &'a mut Unit, map: FxHashMap<Val, Val>) -> Copy<'a> {
        Copy { unit, map, labels: FxHashMap::default(), exits: Vec::new() }
    }

    /// What to use for a value.
    pub fn val(&self, val: Val) -> Val {
        self.map.get(&val).copied().unwrap_or(val)
    }

    /// Copies an instruction with all that is nested in it.
    pub fn inst(&mut self, inst: InstId) -> InstId {
        let Inst { mut op, args, results } = self.unit.inst(inst).clone();
        let args: Vals = args.iter().map(|&arg| self.val(arg)).collect();
        let types: SmallVec<[Ty; 2]> = results.iter().map(|&result| self.unit.ty(result)).collect();
        if let Some(exit) = op.exit_mut() {
            *exit = self.exit(*exit);
        }
        let copy = self.unit.new_inst(op, &args, &types);
        self.labels.insert(inst, copy);
        let op = match op {
            Op::Loop(body, info) => Op::Loop(self.region(body), info),
            Op::Block(body) => Op::Block(self.region(body)),
            Op::If(then, otherwise) => Op::If(self.region(then), self.region(otherwise)),
            Op::Br(label) => Op::Br(self.labels.get(&label).copied().unwrap_or(label)),
            Op::Continue(label) => Op::Continue(self.labels.get(&label).copied().unwrap_or(label)),
            op => op,
        };
        self.unit.inst_mut(copy).op = op;
        self.map.extend(results.iter().copied().zip(self.unit.inst(copy).results.iter().copied()));
        copy
    }

    fn region(&mut self, region: RegionId) -> RegionId {
        let copy = self.unit.new_region();
        let Region { params, insts } = self.unit.region(region).clone();
        for (at, &param) in (0..).zip(&params) {
            let val = self.unit.new_value(self.unit.ty(param), Def::Region(copy, at));
            self.unit.region_mut(copy).params.push(val);
            self.map.insert(param, val);
        }
        for inst in insts {
            let inst = self.inst(inst);
            self.unit.region_mut(copy).insts.push(inst);
        }
        copy
    }

    /// The exit with the values of this copy. (All it names is defined before the first instruction that uses it.)
    fn exit(&mut self, exit: ExitId) -> ExitId {
        if let Some(&(_, copy)) = self.exits.iter().find(|(known, _)| *known == exit) {
            return copy;
        }
        let mut row = self.unit.exit(exit).clone();
        row.each_value_mut(|val| *val = self.map.get(val).copied().unwrap_or(*val));
        let same = row == *self.unit.exit(exit);
        let copy = if same { exit } else { self.unit.new_exit(row) };
        self.exits.push((exit, copy));
        copy
    }
}
