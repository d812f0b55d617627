//! Shares what was computed before: pure operations, checks that held, loads of memory that did not change, and
//! values just stored. What a passed guard or an entered arm says about a condition is used too.
//!
//! A value is shared with the code it dominates: a table with an undo list follows the nesting of regions. Memory has one
//! version number per region of memory, part of the key of a load; a write to the region gives it a new one. A loop starts with new versions
//! of all it writes.

use super::renames::Renames;
use crate::trace::ir::*;
use rustc_hash::FxHashMap;

/// Shares common computations of a unit.
pub fn share(unit: &mut Unit) {
    let mut share = Share {
        renames: Renames::new(unit),
        known: FxHashMap::default(),
        facts: FxHashMap::default(),
        undo: Vec::new(),
        versions: Versions::default(),
        fresh: 0,
        clobbered: vec![None; unit.regions.len()],
        truth: [unit.bool(false), unit.bool(true)],
        unit,
    };
    // (What guards of the outermost region say is forgotten too: exits before them must not see it.)
    share.nested(share.unit.body, None);
    let renames = share.renames;
    renames.apply_to_exits(unit);
}

/// A condition in normal form: `Lt` or `Eq` or another operation, and its operands.
type Condition = (Op, Vals);

enum Undo {
    Known(Sameness, Option<SmallVec<[Val; 2]>>),
    Fact(Condition, Option<bool>),
    Learnt(Val),
}

struct Share<'a> {
    unit: &'a mut Unit,
    renames: Renames,
    known: FxHashMap<Sameness, SmallVec<[Val; 2]>>,
    /// Conditions that are known to be true or false here.
    facts: FxHashMap<Condition, bool>,
    undo: Vec<Undo>,
    versions: Versions,
    fresh: u32,
    /// What each region of code writes, once asked for.
    clobbered: Vec<Option<RegionSet>>,
    truth: [Val; 2],
}

impl Share<'_> {
    fn region(&mut self, region: RegionId) {
        let mut insts = std::mem::take(&mut self.unit.region_mut(region).insts);
        insts.retain(|&inst| self.inst(inst));
        self.unit.region_mut(region).insts = insts;
    }

    /// Goes into a region; what is learnt there is forgotten afterwards.
    fn nested(&mut self, region: RegionId, fact: Option<(Val, bool)>) {
        let mark = self.undo.len();
        if let Some((cond, truth)) = fact {
            self.learn(cond, truth);
        }
        self.region(region);
        while self.undo.len() > mark {
            match self.undo.pop() {
                Some(Undo::Known(key, Some(results))) => drop(self.known.insert(key, results)),
                Some(Undo::Known(key, None)) => drop(self.known.remove(&key)),
                Some(Undo::Fact(condition, Some(truth))) => {
                    self.facts.insert(condition, truth);
                }
                Some(Undo::Fact(condition, None)) => _ = self.facts.remove(&condition),
                Some(Undo::Learnt(cond)) => self.renames.restore(cond),
                None => {}
            }
        }
    }

    /// Works on one instruction; tells whether it stays.
    fn inst(&mut self, inst: InstId) -> bool {
        self.renames.apply(self.unit, inst);
        let Inst { op, args, results } = self.unit.inst(inst).clone();
        match op {
            Op::Guard(..) => {
                if self.unit.bool_const(args[0]) == Some(true) {
                    return false;
                }
                self.learn(args[0], true);
            }
            Op::Loop(body, _) => {
                let written = self.clobbers(body);
                self.renew(written);
                self.nested(body, None);
            }
            Op::Block(body) => {
                self.nested(body, None);
                let written = self.clobbers(body);
                self.renew(written);
            }
            Op::If(then, otherwise) => self.arms(args[0], then, otherwise),
            Op::Store(access) => self.stored(Op::Load(access), access, &args),
            Op::StoreElement(access) => self.stored(Op::LoadElement(access), access, &args),
            _ if op.is_effect() => self.renew(self.unit.clobbers(op)),
            Op::IntCompare(_) | Op::FloatCompare(_) if self.decided(op, &args).is_some() => {
                let truth = self.decided(op, &args).unwrap_or(false);
                self.rename(results[0], self.truth[usize::from(truth)]);
                return false;
            }
            _ => {
                if let Some(key) = self.versions.sameness(op, &args) {
                    if let Some(known) = self.known.get(&key).cloned() {
                        for (&result, known) in results.iter().zip(known) {
                            self.rename(result, known);
                        }
                        return false;
                    }
                    self.know(key, results);
                }
            }
        }
        true
    }

    /// Both arms start from the memory before them; behind the `if`, all that an arm that comes through wrote is new.
    fn arms(&mut self, cond: Val, then: RegionId, otherwise: RegionId) {
        let before = self.versions;
        self.nested(then, Some((cond, true)));
        self.versions = before;
        self.nested(otherwise, Some((cond, false)));
        self.versions = before;
        let (first, second) = (self.unit.yields(then), self.unit.yields(otherwise));
        for (comes_through, arm) in [(first, then), (second, otherwise)] {
            if comes_through {
                let written = self.clobbers(arm);
                self.renew(written);
            }
        }
        if first != second {
            self.learn(cond, first);
        }
    }

    fn rename(&mut self, from: Val, to: Val) {
        self.renames.set(from, to);
    }

    fn know(&mut self, key: Sameness, results: SmallVec<[Val; 2]>) {
        let before = self.known.insert(key.clone(), results);
        self.undo.push(Undo::Known(key, before));
    }

    // -- Conditions ---------------------------------------------------------------------------------------------

    /// Notes that a condition holds, or does not, in all that follows.
    fn learn(&mut self, cond: Val, truth: bool) {
        let cond = self.renames.get(cond);
        if self.unit.as_const(cond).is_some() {
            return;
        }
        self.undo.push(Undo::Learnt(cond));
        self.renames.set(cond, self.truth[usize::from(truth)]);
        let Some(def) = self.unit.def_inst(cond) else {
            return;
        };
        let Inst { op, args, .. } = self.unit.inst(def).clone();
        match op {
            Op::BoolNot => self.learn(args[0], !truth),
            Op::Bool(BoolBinary::And) if truth => args.iter().for_each(|&arg| self.learn(arg, true)),
            Op::Bool(BoolBinary::Or) if !truth => args.iter().for_each(|&arg| self.learn(arg, false)),
            Op::IntCompare(_) | Op::FloatCompare(_) => {
                let (condition, polarity) = normal(op, &args);
                let before = self.facts.insert(condition.clone(), truth == polarity);
                self.undo.push(Undo::Fact(condition, before));
            }
            _ => {}
        }
    }

    /// Whether a comparison is known to be true or false.
    fn decided(&self, op: Op, args: &[Val]) -> Option<bool> {
        let (condition, polarity) = normal(op, args);
        self.facts.get(&condition).map(|&truth| truth == polarity)
    }

    // -- Memory -------------------------------------------------------------------------------------------------

    fn renew(&mut self, written: RegionSet) {
        if !written.is_empty() {
            self.fresh += 1;
            self.versions.renew(written, self.fresh);
        }
    }

    /// After a store, a load of the same address gives the value stored.
    fn stored(&mut self, load: Op, access: Access, args: &[Val]) {
        self.renew(RegionSet::of(&[access.region]));
        let (&val, address) = args.split_last().expect("a store has operands");
        // A narrow store keeps fewer bits than the value has.
        if (access.width == 8 || access.ty == Ty::Bool)
            && let Some(key) = self.versions.sameness(load, address)
        {
            self.know(key, smallvec::smallvec![val]);
        }
    }

    /// What the code in a region writes.
    fn clobbers(&mut self, region: RegionId) -> RegionSet {
        if let Some(set) = self.clobbered[region.index()] {
            return set;
        }
        let mut set = RegionSet::NONE;
        for at in 0..self.unit.region(region).insts.len() {
            let op = self.unit.inst(self.unit.region(region).insts[at]).op;
            set = set.union(self.unit.clobbers(op));
            for nested in op.regions() {
                set = set.union(self.clobbers(nested));
            }
        }
        self.clobbered[region.index()] = Some(set);
        set
    }
}

/// A comparison in normal form, and whether it is true when that is. Of integers all six become `Lt` or `Eq`.
fn normal(op: Op, args: &[Val]) -> (Condition, bool) {
    let (a, b) = (args[0], args[1]);
    let (op, a, b, polarity) = match op {
        Op::IntCompare(Compare::Gt) => (Op::IntCompare(Compare::Lt), b, a, true),
        Op::IntCompare(Compare::Ge) => (Op::IntCompare(Compare::Lt), a, b, false),
        Op::IntCompare(Compare::Le) => (Op::IntCompare(Compare::Lt), b, a, false),
        Op::IntCompare(Compare::Ne) => (Op::IntCompare(Compare::Eq), a.min(b), a.max(b), false),
        Op::IntCompare(Compare::Eq) => (op, a.min(b), a.max(b), true),
        Op::FloatCompare(Compare::Gt) => (Op::FloatCompare(Compare::Lt), b, a, true),
        Op::FloatCompare(Compare::Ge) => (Op::FloatCompare(Compare::Le), b, a, true),
        Op::FloatCompare(Compare::Ne) => (Op::FloatCompare(Compare::Eq), a.min(b), a.max(b), false),
        Op::FloatCompare(Compare::Eq) => (op, a.min(b), a.max(b), true),
        _ => (op, a, b, true),
    };
    ((op, Vals::from_slice(&[a, b])), polarity)
}
