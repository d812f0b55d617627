//! Renumbering: throws away what is no longer in use and numbers the rest in the order of the text.
//!
//! Lowering then has dense tables, and two units that do the same read the same.

use super::*;

impl Unit {
    /// Renumbers values, instructions, regions and exits; drops those not in use.
    pub fn compact(&mut self) {
        let old = std::mem::replace(self, Unit::new(self.kind, ""));
        let mut copy = Compact {
            vals: vec![None; old.values.len()],
            insts: vec![None; old.insts.len()],
            exits: vec![None; old.exits.len()],
            used: Vec::new(),
            old: &old,
            new: self,
        };
        copy.new.name.clone_from(&old.name);
        copy.new.returns.clone_from(&old.returns);
        copy.new.addresses.clone_from(&old.addresses);
        for param in &old.params {
            let val = copy.define(param.val, Def::Param(copy.new.params.len() as u32));
            copy.new.params.push(Param { val, source: param.source });
        }
        let body = copy.new.body;
        copy.region(old.body, body);
        for exit in std::mem::take(&mut copy.used) {
            let mut row = old.exit(exit).clone();
            row.each_value_mut(|val| *val = copy.val(*val));
            copy.new.new_exit(row);
        }
    }
}

struct Compact<'a> {
    old: &'a Unit,
    new: &'a mut Unit,
    vals: Vec<Option<Val>>,
    insts: Vec<Option<InstId>>,
    exits: Vec<Option<ExitId>>,
    /// Exits in the order of their first use.
    used: Vec<ExitId>,
}

impl Compact<'_> {
    fn define(&mut self, val: Val, def: Def) -> Val {
        let new = self.new.new_value(self.old.ty(val), def);
        self.vals[val.index()] = Some(new);
        new
    }

    fn val(&mut self, val: Val) -> Val {
        if let Def::Const(constant) = self.old.def(val) {
            return self.new.constant(constant);
        }
        self.vals[val.index()].expect("a value is defined before it is used")
    }

    fn exit(&mut self, exit: ExitId) -> ExitId {
        *self.exits[exit.index()].get_or_insert_with(|| {
            self.used.push(exit);
            ExitId(self.used.len() as u32 - 1)
        })
    }

    fn region(&mut self, old: RegionId, new: RegionId) {
        for (at, &param) in (0..).zip(&self.old.region(old).params) {
            let val = self.define(param, Def::Region(new, at));
            self.new.region_mut(new).params.push(val);
        }
        for &inst in &self.old.region(old).insts {
            let inst = self.inst(inst);
            self.new.region_mut(new).insts.push(inst);
        }
    }

    fn inst(&mut self, id: InstId) -> InstId {
        let old = self.old.inst(id);
        let args: Vals = old.args.iter().map(|&arg| self.val(arg)).collect();
        let mut op = old.op;
        if let Some(exit) = op.exit_mut() {
            *exit = self.exit(*exit);
        }
        let new = self.new.new_inst(op, &args, &[]);
        self.insts[id.index()] = Some(new);
        let label = |map: &[Option<InstId>], label: InstId| map[label.index()].expect("a label stands around its use");
        let op = match op {
            Op::Loop(body, info) => Op::Loop(self.nested(body), info),
            Op::Block(body) => Op::Block(self.nested(body)),
            Op::If(then, otherwise) => Op::If(self.nested(then), self.nested(otherwise)),
            Op::Br(target) => Op::Br(label(&self.insts, target)),
            Op::Continue(target) => Op::Continue(label(&self.insts, target)),
            _ => op,
        };
        self.new.inst_mut(new).op = op;
        for (at, &result) in (0..).zip(&old.results) {
            let val = self.define(result, Def::Inst(new, at));
            self.new.inst_mut(new).results.push(val);
        }
        new
    }

    fn nested(&mut self, old: RegionId) -> RegionId {
        let new = self.new.new_region();
        self.region(old, new);
        new
    }
}
