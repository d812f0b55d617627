//! Unrolls short counted loops four times, and asks the poll word once in four iterations.
//!
//! In front of the loop a copy is put whose condition says that four iterations are left: four bodies in a row, without the
//! tests between. What is left over runs in the loop as it was. Guards in the copies leave through exits of their own, which say
//! where that iteration stands.
//!
//! Loops that carry a float from one iteration to the next wait for that float, not for the loop's own work: they stay.

use crate::trace::ir::*;
use rustc_hash::FxHashMap;

/// Iterations in a row.
const TIMES: i64 = 4;
/// Longest body worth it.
const LONGEST: usize = 20;
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
        if let Op::Loop(body, info) = unit.inst(last).op
            && let Some(counted) = Counted::find(unit, last, body, info)
        {
            counted.unroll(unit, region);
        }
    }
}

/// A loop that can be unrolled.
struct Counted {
    label: InstId,
    body: RegionId,
    info: LoopInfo,
    /// The comparison that keeps it going, of the counter with the limit, and its instruction.
    compare: Compare,
    test: InstId,
    /// The `if` on it.
    branch: InstId,
    counter: usize,
    limit: Val,
    /// What an iteration adds to the counter, or takes from it.
    step: Val,
    negated: bool,
    /// Whether the limit is above.
    rises: bool,
}

impl Counted {
    fn find(unit: &Unit, label: InstId, body: RegionId, info: LoopInfo) -> Option<Counted> {
        let Region { params, insts } = unit.region(body);
        let (&last, rest) = insts.split_last()?;
        if (1..FEWEST_TRIPS).contains(&info.trips)
            || insts.len() > LONGEST
            || unit.inst(last).op != Op::Continue(label)
            || params.iter().any(|&param| unit.ty(param) == Ty::F64)
        {
            return None;
        }
        let mut branches = rest.iter().copied().filter(|&inst| matches!(unit.inst(inst).op, Op::If(..)));
        let (branch, None) = (branches.next()?, branches.next()) else {
            return None;
        };
        let mut exits = 0;
        for &inst in rest {
            let op = unit.inst(inst).op;
            exits += usize::from(op.exit().is_some() && !matches!(op, Op::Poll(_)));
            if inst != branch && (op.regions().next().is_some() || matches!(op, Op::Call(..) | Op::CallUnit(..))) {
                return None;
            }
        }
        // Before the test nothing may happen.
        let before = insts.iter().take_while(|&&inst| inst != branch);
        if exits > MOST_EXITS || !before.clone().all(|&inst| unit.inst(inst).op.is_pure()) {
            return None;
        }
        let Op::If(then, otherwise) = unit.inst(branch).op else {
            return None;
        };
        let empty = unit.region(then).insts.len() == 1 && unit.yields(then);
        if !empty || unit.yields(otherwise) || !unit.inst(branch).results.is_empty() {
            return None;
        }
        let test = unit.def_inst(unit.inst(branch).args[0]).filter(|test| before.clone().any(|inst| inst == test))?;
        let Inst { op: Op::IntCompare(compare), args, .. } = unit.inst(test) else {
            return None;
        };
        let position = |val: Val| params.iter().position(|&param| param == val);
        let (compare, counter, limit) = match (position(args[0]), position(args[1])) {
            (Some(at), None) => (*compare, at, args[1]),
            (None, Some(at)) => (compare.swapped()?, at, args[0]),
            _ => return None,
        };
        let inside =
            |val: Val| params.contains(&val) || insts.iter().any(|&inst| unit.inst(inst).results.contains(&val));
        let (step, negated) = find_step(unit, params[counter], unit.inst(last).args[counter])?;
        let rises = match (compare, unit.int_const(step)) {
            (Compare::Lt | Compare::Le, None) => true,
            (Compare::Gt | Compare::Ge, None) => false,
            (Compare::Lt | Compare::Le, Some(step)) if (step > 0) != negated => true,
            (Compare::Gt | Compare::Ge, Some(step)) if (step < 0) != negated => false,
            _ => return None,
        };
        let fixed = !inside(limit) && !inside(step);
        fixed.then_some(Counted { label, body, info, compare, test, branch, counter, limit, step, negated, rises })
    }

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
            let mut copy = Copy { unit, map: params.iter().copied().zip(current).collect(), exits: Vec::new() };
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

/// What an iteration adds to a counter, or takes from it (then the second is true).
fn find_step(unit: &Unit, counter: Val, next: Val) -> Option<(Val, bool)> {
    let Inst { op, args, .. } = unit.inst(unit.def_inst(next)?);
    let (&first, &second) = (args.first()?, args.get(1)?);
    match op {
        Op::Int(IntBinary::Add) | Op::IntChecked(IntChecked::Add, _) if first == counter => Some((second, false)),
        Op::Int(IntBinary::Add) | Op::IntChecked(IntChecked::Add, _) if second == counter => Some((first, false)),
        Op::Int(IntBinary::Sub) | Op::IntChecked(IntChecked::Sub, _) if first == counter => Some((second, true)),
        _ => None,
    }
}

/// One copy of a body.
struct Copy<'a> {
    unit: &'a mut Unit,
    map: FxHashMap<Val, Val>,
    exits: Vec<(ExitId, ExitId)>,
}

impl Copy<'_> {
    fn val(&self, val: Val) -> Val {
        self.map.get(&val).copied().unwrap_or(val)
    }

    fn inst(&mut self, inst: InstId) -> InstId {
        let Inst { mut op, args, results } = self.unit.inst(inst).clone();
        let args: Vals = args.iter().map(|&arg| self.val(arg)).collect();
        let types: SmallVec<[Ty; 2]> = results.iter().map(|&result| self.unit.ty(result)).collect();
        if let Some(exit) = op.exit_mut() {
            *exit = self.exit(*exit);
        }
        let copy = self.unit.new_inst(op, &args, &types);
        self.map.extend(results.iter().copied().zip(self.unit.inst(copy).results.iter().copied()));
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
