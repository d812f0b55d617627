//! Recognises counted loops: a counter with a constant step that is compared with a limit before anything happens.

use crate::trace::ir::*;

/// A loop that counts.
pub struct Counted {
    /// The loop.
    pub label: InstId,
    /// Its body.
    pub body: RegionId,
    /// What it carries.
    pub info: LoopInfo,
    /// The comparison that keeps it going, of the counter with the limit.
    pub compare: Compare,
    /// The instruction of the comparison.
    pub test: InstId,
    /// The `if` on it; the other arm leaves the loop.
    pub branch: InstId,
    /// The position of the counter among the parameters.
    pub counter: usize,
    /// What the counter is compared with; from before the loop.
    pub limit: Val,
    /// What an iteration adds to the counter, or takes from it; from before the loop.
    pub step: Val,
    /// Whether the step is taken from the counter.
    pub negated: bool,
    /// Whether the limit is above.
    pub rises: bool,
}

impl Counted {
    /// The loop, if it counts, has this one `continue` at its end, and does nothing before its test.
    pub fn find(unit: &Unit, label: InstId) -> Option<Counted> {
        let Op::Loop(body, info) = unit.inst(label).op else {
            return None;
        };
        let Region { params, insts } = unit.region(body);
        let (&last, rest) = insts.split_last()?;
        if unit.inst(last).op != Op::Continue(label) {
            return None;
        }
        let branch = rest.iter().copied().find(|&inst| !unit.inst(inst).op.is_pure())?;
        let Op::If(then, otherwise) = unit.inst(branch).op else {
            return None;
        };
        let empty = unit.region(then).insts.len() == 1 && unit.yields(then);
        if !empty || unit.yields(otherwise) || !unit.inst(branch).results.is_empty() {
            return None;
        }
        let mut before = insts.iter().take_while(|&&inst| inst != branch);
        let test = unit.def_inst(unit.inst(branch).args[0]).filter(|test| before.any(|inst| inst == test))?;
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
