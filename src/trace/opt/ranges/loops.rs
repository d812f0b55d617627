//! What a loop's parameters can be, and the checks to make once in front of it.
//!
//! A parameter that every iteration moves the same way (`i += 1`) is bounded on one side by where it starts, and on the other by the
//! condition that keeps the loop going (`i < n`). An index made of it by sums and products with what does not change is largest and
//! smallest at the two ends, so checking these two covers every iteration. The checks leave through the loop's entry exit.

use super::*;
use crate::trace::opt::counted::Counted;

/// What is known of the parameters of a loop, in all iterations.
pub(super) struct Known {
    label: InstId,
    params: Vals,
    init: Vals,
    intervals: SmallVec<[Interval; 4]>,
    /// By how much an iteration moves each parameter, if that is known.
    steps: SmallVec<[Option<Interval>; 4]>,
    /// The blocks in the loop.
    blocks: Vec<InstId>,
}

/// A condition that holds in what is left of an iteration: parameter <= limit + offset, or >= for `lower`.
#[derive(Clone, Copy)]
struct Bound {
    param: usize,
    limit: Val,
    offset: i64,
    lower: bool,
    /// Instructions met before the bound was: it says nothing of them.
    met: u32,
}

/// What a look through a loop is for: index checks first, since they cover the sums that make the index.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    Indices,
    Sums,
}

/// How deep values are followed.
const DEPTH: u32 = 8;
/// What an ordinary size is, in bits, of limits and of what does not change in a loop: the first that is enough for an overflow check to go.
const ORDINARY: [u32; 3] = [30, 27, 24];
/// Where no counter gets that starts nearer than half of it and moves by small steps: four iterations a nanosecond take four years to
/// count from one to the other by the longest of these steps.
const FAR: i64 = 1 << 62;
const SMALL_STEP: i64 = 4;

impl Ranges<'_> {
    /// Finds out what is known of a loop's parameters, and puts checks in front of it.
    pub(super) fn prepare(&mut self, label: InstId, body: RegionId, info: LoopInfo, kept: &mut Vec<InstId>) -> Known {
        self.facts.grow(self.unit);
        self.inside.resize(self.unit.values.len(), false);
        let mut marked = Vec::new();
        let mut blocks = Vec::new();
        self.mark_inside(body, &mut marked, &mut blocks);
        let params = self.unit.region(body).params.clone();
        let init = self.unit.inst(label).args.clone();
        if self.options.speculate {
            self.know_sign(label, info.entry, kept);
        }
        let full = smallvec::smallvec![Interval::FULL; params.len()];
        let mut known = Known { label, params, init, intervals: full, steps: SmallVec::new(), blocks };
        known.steps = (0..known.params.len()).map(|at| self.total_step(label, &known, at)).collect();
        self.find_intervals(label, &mut known);
        if self.options.speculate {
            for look in [Look::Indices, Look::Sums] {
                self.scan(body, look, false, &known, &mut Vec::new(), info.entry, kept);
            }
        }
        for val in marked {
            self.inside[val.index()] = false;
        }
        known
    }

    /// A counter whose step does not change is expected to move towards its limit: checked in front of the loop.
    fn know_sign(&mut self, label: InstId, entry: ExitId, kept: &mut Vec<InstId>) {
        let Some(counted) = Counted::find(self.unit, label) else { return };
        let step = self.renames.get(counted.step);
        let interval = self.facts.interval(step);
        if interval.lo >= 0 || interval.hi <= 0 {
            return;
        }
        let zero = self.unit.int(0);
        let towards = if counted.rises != counted.negated { Compare::Ge } else { Compare::Le };
        let cond = self.emit(Op::IntCompare(towards), &[step, zero], kept);
        self.emit_guard(cond, entry, Reason::Iteration, kept);
    }

    /// Learns what is known of the parameters, at the start of the body.
    pub(super) fn assume(&mut self, known: Known) {
        for (at, &param) in known.params.iter().enumerate() {
            if self.unit.ty(param) != Ty::I64 {
                continue;
            }
            self.facts.narrow(param, known.intervals[at]);
            // Checks in front of the loop may have told more of where it starts.
            let start = self.facts.interval(known.init[at]);
            match known.steps[at] {
                Some(step) if step.lo >= 0 => {
                    self.facts.narrow(param, Interval::new(start.lo, i64::MAX));
                    self.facts.relate(known.init[at], param, 0);
                }
                Some(step) if step.hi <= 0 => {
                    self.facts.narrow(param, Interval::new(i64::MIN, start.hi));
                    self.facts.relate(param, known.init[at], 0);
                }
                _ => {}
            }
        }
    }

    fn mark_inside(&mut self, region: RegionId, marked: &mut Vec<Val>, blocks: &mut Vec<InstId>) {
        let unit = &*self.unit;
        let mut open = vec![region];
        while let Some(region) = open.pop() {
            marked.extend(&unit.region(region).params);
            for &inst in &unit.region(region).insts {
                marked.extend(&unit.inst(inst).results);
                if let Op::Block(_) = unit.inst(inst).op {
                    blocks.push(inst);
                }
                open.extend(unit.inst(inst).op.regions());
            }
        }
        for val in marked {
            self.inside[val.index()] = true;
        }
    }

    // -- Steps and intervals ------------------------------------------------------------------------------------

    /// By how much one iteration moves a parameter.
    fn total_step(&self, label: InstId, known: &Known, at: usize) -> Option<Interval> {
        let param = known.params[at];
        if self.unit.ty(param) != Ty::I64 {
            return None;
        }
        let mut total: Option<Interval> = None;
        for &carrier in &self.carriers[label.index()] {
            let step = self.step(param, self.unit.inst(carrier).args[at], known, DEPTH)?;
            total = Some(total.map_or(step, |total| total.join(step)));
        }
        total
    }

    /// The difference between a value and a parameter.
    fn step(&self, param: Val, val: Val, known: &Known, depth: u32) -> Option<Interval> {
        let val = self.renames.get(val);
        if val == param {
            return Some(Interval::only(0));
        }
        let depth = depth.checked_sub(1)?;
        if !self.is_inside(val) {
            return None;
        }
        let def = self.unit.def_inst(val)?;
        let Inst { op, args, .. } = self.unit.inst(def);
        match op {
            Op::Int(IntBinary::Add) | Op::IntChecked(IntChecked::Add, _) => {
                let one = |part: Val, rest: Val| {
                    let step = self.step(param, part, known, depth)?;
                    Some(interval::binary(IntBinary::Add, step, self.guess(rest, known, depth)))
                };
                one(args[0], args[1]).or_else(|| one(args[1], args[0]))
            }
            Op::Int(IntBinary::Sub) | Op::IntChecked(IntChecked::Sub, _) => {
                let step = self.step(param, args[0], known, depth)?;
                Some(interval::binary(IntBinary::Sub, step, self.guess(args[1], known, depth)))
            }
            Op::Select => {
                let step = self.step(param, args[1], known, depth)?;
                Some(step.join(self.step(param, args[2], known, depth)?))
            }
            Op::If(..) | Op::Block(_) => {
                let Def::Inst(_, at) = self.unit.def(val) else {
                    return None;
                };
                let mut total: Option<Interval> = None;
                for &carrier in &self.carriers[def.index()] {
                    let step = self.step(param, self.unit.inst(carrier).args[at as usize], known, depth)?;
                    total = Some(total.map_or(step, |total| total.join(step)));
                }
                total
            }
            _ => None,
        }
    }

    fn is_inside(&self, val: Val) -> bool {
        self.inside.get(val.index()).copied().unwrap_or(false)
    }

    /// An interval for a value in any iteration, from what is assumed of the parameters; conditions are not looked at.
    fn guess(&self, val: Val, known: &Known, depth: u32) -> Interval {
        let val = self.renames.get(val);
        if !self.is_inside(val) {
            return self.facts.interval(val);
        }
        if let Some(at) = known.params.iter().position(|&param| param == val) {
            return known.intervals[at];
        }
        let (Some(def), Some(depth)) = (self.unit.def_inst(val), depth.checked_sub(1)) else {
            return Interval::FULL;
        };
        let Inst { op, args, .. } = self.unit.inst(def);
        let of = |at: usize| self.guess(args[at], known, depth);
        match *op {
            Op::Int(op) => interval::binary(op, of(0), of(1)),
            Op::IntUnary(op) => interval::unary(op, of(0)),
            Op::IntChecked(op, _) => interval::checked(op, of(0), of(args.len() - 1)).0,
            Op::Select => of(1).join(of(2)),
            Op::Cast(Ty::I64) if self.unit.ty(args[0]) == Ty::Bool => Interval::new(0, 1),
            Op::Load(access) if access.region == MemRegion::ListLength => Interval::new(0, 1 << 48),
            Op::If(..) | Op::Block(_) => {
                let Def::Inst(_, at) = self.unit.def(val) else {
                    return Interval::FULL;
                };
                let brought = self.carriers[def.index()].iter();
                let intervals = brought.map(|&from| self.guess(self.unit.inst(from).args[at as usize], known, depth));
                intervals.reduce(Interval::join).unwrap_or(Interval::FULL)
            }
            _ => Interval::FULL,
        }
    }

    /// What all iterations pass on for a parameter, and what it starts with.
    fn passed(&self, label: InstId, known: &Known, at: usize) -> Interval {
        let start = self.facts.interval(known.init[at]);
        self.carriers[label.index()]
            .iter()
            .fold(start, |passed, &carrier| passed.join(self.guess(self.unit.inst(carrier).args[at], known, DEPTH)))
    }

    /// Finds intervals that hold at the start and that every iteration keeps.
    fn find_intervals(&mut self, label: InstId, known: &mut Known) {
        let integer: SmallVec<[bool; 4]> = known.params.iter().map(|&param| self.unit.ty(param) == Ty::I64).collect();
        // What steps say holds by itself.
        for at in 0..known.params.len() {
            let start = self.facts.interval(known.init[at]);
            let interval = &mut known.intervals[at];
            match known.steps[at] {
                Some(step) if step.lo >= 0 => {
                    interval.lo = start.lo;
                    if step.hi <= SMALL_STEP && start.hi <= FAR / 2 {
                        interval.hi = FAR;
                    }
                }
                Some(step) if step.hi <= 0 => {
                    interval.hi = start.hi;
                    if step.lo >= -SMALL_STEP && start.lo >= -FAR / 2 {
                        interval.lo = -FAR;
                    }
                }
                _ => {}
            }
        }
        // That a parameter which starts natural stays so is tried, and given up where an iteration does not keep it.
        let proved = known.intervals.clone();
        for at in (0..known.params.len()).filter(|&at| integer[at]) {
            if self.facts.interval(known.init[at]).is_natural() {
                known.intervals[at].lo = known.intervals[at].lo.max(0);
            }
        }
        for round in 0.. {
            let mut held = true;
            for at in (0..known.params.len()).filter(|&at| integer[at]) {
                let (tried, sure) = (known.intervals[at].lo, proved[at].lo);
                if tried > sure && (round == 3 || self.passed(label, known, at).lo < tried) {
                    known.intervals[at].lo = sure;
                    held = false;
                }
            }
            if held {
                break;
            }
        }
        // One more step from above narrows what an iteration bounds by itself (`x % m`).
        for at in (0..known.params.len()).filter(|&at| integer[at]) {
            let passed = self.passed(label, known, at);
            known.intervals[at] = known.intervals[at].meet(passed);
        }
    }

    // -- Checks in front of the loop ----------------------------------------------------------------------------

    /// Looks through the code of an iteration for bounds and for checks they cover. `skipped`: an iteration may pass this code by.
    #[allow(clippy::too_many_arguments)]
    fn scan(
        &mut self,
        region: RegionId,
        look: Look,
        mut skipped: bool,
        known: &Known,
        bounds: &mut Vec<Bound>,
        entry: ExitId,
        kept: &mut Vec<InstId>,
    ) {
        for inst in self.unit.region(region).insts.clone() {
            let Inst { op, args, .. } = self.unit.inst(inst).clone();
            self.now += 1;
            self.met[inst.index()] = self.now;
            match op {
                Op::Guard(_, Reason::Index)
                    if look == Look::Indices
                        && self.cover_index(inst, args[0], skipped, known, bounds, entry, kept) => {}
                Op::Guard(..) => bounds.extend(self.bound(args[0], true, known)),
                Op::IntChecked(..) if look == Look::Sums && !skipped => {
                    self.limit_operands(inst, known, bounds, entry, kept)
                }
                Op::If(then, otherwise) => {
                    let (first, second) = (self.unit.yields(then), self.unit.yields(otherwise));
                    for (arm, truth) in [(then, true), (otherwise, false)] {
                        let depth = bounds.len();
                        bounds.extend(self.bound(args[0], truth, known));
                        self.scan(arm, look, true, known, bounds, entry, kept);
                        bounds.truncate(depth);
                    }
                    if first != second {
                        bounds.extend(self.bound(args[0], first, known));
                        skipped |= stays_inside(self.unit, known, if first { otherwise } else { then });
                    } else {
                        skipped |= stays_inside(self.unit, known, then) || stays_inside(self.unit, known, otherwise);
                    }
                }
                Op::Block(body) => {
                    let depth = bounds.len();
                    self.scan(body, look, skipped, known, bounds, entry, kept);
                    bounds.truncate(depth);
                }
                _ => {}
            }
        }
    }

    /// The bound of a parameter that a condition says.
    fn bound(&self, cond: Val, truth: bool, known: &Known) -> Option<Bound> {
        let inst = self.unit.inst(self.unit.def_inst(self.renames.get(cond))?);
        let Op::IntCompare(compare) = inst.op else {
            return None;
        };
        let compare = if truth { compare } else { compare.negated()? };
        let (a, b) = (self.renames.get(inst.args[0]), self.renames.get(inst.args[1]));
        let (compare, moving, limit) = match (self.is_inside(a), self.is_inside(b)) {
            (true, false) => (compare, a, b),
            (false, true) => (compare.swapped()?, b, a),
            _ => return None,
        };
        let (param, offset) = self.offset_from_param(moving, known)?;
        let (lower, offset) = match compare {
            Compare::Lt => (false, offset.checked_neg()?.checked_sub(1)?),
            Compare::Le => (false, offset.checked_neg()?),
            Compare::Gt => (true, offset.checked_neg()?.checked_add(1)?),
            Compare::Ge => (true, offset.checked_neg()?),
            _ => return None,
        };
        Some(Bound { param, limit, offset, lower, met: self.now })
    }

    /// A value as a parameter and a constant.
    fn offset_from_param(&self, val: Val, known: &Known) -> Option<(usize, i64)> {
        if let Some(at) = known.params.iter().position(|&param| param == val) {
            return Some((at, 0));
        }
        let inst = self.unit.inst(self.unit.def_inst(val)?);
        let (part, rest) = (self.renames.get(*inst.args.first()?), self.renames.get(*inst.args.get(1)?));
        let at = known.params.iter().position(|&param| param == part)?;
        let n = self.unit.int_const(rest)?;
        match inst.op {
            Op::Int(IntBinary::Add) | Op::IntChecked(IntChecked::Add, _) => Some((at, n)),
            Op::Int(IntBinary::Sub) | Op::IntChecked(IntChecked::Sub, _) => Some((at, n.checked_neg()?)),
            _ => None,
        }
    }

    /// Makes an index check in front of the loop, if its index is largest and smallest at the ends.
    #[allow(clippy::too_many_arguments)]
    fn cover_index(
        &mut self,
        guard: InstId,
        cond: Val,
        skipped: bool,
        known: &Known,
        bounds: &[Bound],
        entry: ExitId,
        kept: &mut Vec<InstId>,
    ) -> bool {
        let Some(def) = self.unit.def_inst(self.renames.get(cond)) else {
            return false;
        };
        let Inst { op: Op::IntCompare(Compare::Below), args, .. } = self.unit.inst(def).clone() else {
            return false;
        };
        let (index, length) = (self.renames.get(args[0]), self.renames.get(args[1]));
        if !self.is_inside(index) || self.is_inside(length) || !self.facts.interval(length).is_natural() {
            return false;
        }
        let mut chain = SmallVec::<[InstId; 8]>::new();
        let Some((param, rises)) = self.only_param(index, known, &mut chain, DEPTH) else {
            return false;
        };
        let zero = self.unit.int(0);
        // Where a step that is no constant ends takes a division, which is saved where the limit alone is inside.
        let mut exact = known.steps[param].is_some_and(|step| step.lo == step.hi);
        let (smallest, largest, met, low, high, mut pending) = loop {
            let mut pending = Vec::new();
            let Some((lowest, highest, met)) = self.ends(param, known, bounds, exact, entry, &mut pending) else {
                return false;
            };
            let (at_lowest, at_highest) = if rises { (lowest, highest) } else { (highest, lowest) };
            let smallest = self.substitute(index, known.params[param], at_lowest, entry, &mut pending);
            let largest = self.substitute(index, known.params[param], at_highest, entry, &mut pending);
            self.facts.grow(self.unit);
            let low = self.facts.decide(Compare::Ge, smallest, zero);
            let high = self.facts.decide(Compare::Lt, largest, length);
            if exact || (low, high) == (Some(true), Some(true)) {
                break (smallest, largest, met, low, high, pending);
            }
            exact = true;
        };
        // On a path that may never be taken, only what is likely to hold anyway is checked.
        let beyond = self.offset_from_param(index, known).is_some_and(|(_, offset)| offset > 0);
        if low == Some(false) || high == Some(false) || skipped && (low.is_none() || beyond) {
            return false;
        }
        kept.append(&mut pending);
        let cond = self.emit(Op::IntCompare(Compare::Ge), &[smallest, zero], kept);
        self.emit_guard(cond, entry, Reason::Index, kept);
        let cond = self.emit(Op::IntCompare(Compare::Lt), &[largest, length], kept);
        self.emit_guard(cond, entry, Reason::Index, kept);
        for inst in chain {
            self.covered[inst.index()] = self.met[inst.index()] > met;
        }
        self.covered[guard.index()] = true;
        true
    }

    /// The one parameter that an index depends on, and whether the index rises with it. `chain` gets the operations in between.
    fn only_param(
        &self,
        val: Val,
        known: &Known,
        chain: &mut SmallVec<[InstId; 8]>,
        depth: u32,
    ) -> Option<(usize, bool)> {
        let val = self.renames.get(val);
        if let Some(at) = known.params.iter().position(|&param| param == val) {
            return Some((at, true));
        }
        let depth = depth.checked_sub(1)?;
        let def = self.unit.def_inst(val)?;
        let Inst { op, args, .. } = self.unit.inst(def);
        let (a, b) = (self.renames.get(*args.first()?), self.renames.get(*args.get(1)?));
        let found = match (op, self.is_inside(a), self.is_inside(b)) {
            (Op::Int(IntBinary::Add) | Op::IntChecked(IntChecked::Add, _), true, false)
            | (Op::Int(IntBinary::Sub) | Op::IntChecked(IntChecked::Sub, _), true, false) => {
                self.only_param(a, known, chain, depth)
            }
            (Op::Int(IntBinary::Add) | Op::IntChecked(IntChecked::Add, _), false, true) => {
                self.only_param(b, known, chain, depth)
            }
            (Op::Int(IntBinary::Sub) | Op::IntChecked(IntChecked::Sub, _), false, true) => {
                self.only_param(b, known, chain, depth).map(|(at, rises)| (at, !rises))
            }
            (Op::Int(IntBinary::Mul) | Op::IntChecked(IntChecked::Mul, _), first, second) if first != second => {
                let (part, factor) = if first { (a, b) } else { (b, a) };
                let sign = self.facts.interval(factor);
                let (at, rises) = self.only_param(part, known, chain, depth)?;
                if sign.lo >= 0 {
                    Some((at, rises))
                } else if sign.hi <= 0 {
                    Some((at, !rises))
                } else {
                    None
                }
            }
            _ => None,
        };
        chain.push(def);
        found
    }

    /// The lowest and the highest value of a parameter, as values in front of the loop, and when the walk met the bound. If that need not be
    /// `exact`, the highest may be a limit that is not reached, or the lowest.
    #[allow(clippy::too_many_arguments)]
    fn ends(
        &mut self,
        param: usize,
        known: &Known,
        bounds: &[Bound],
        exact: bool,
        entry: ExitId,
        kept: &mut Vec<InstId>,
    ) -> Option<(Val, Val, u32)> {
        let step = known.steps[param]?;
        let start = known.init[param];
        let rising = step.lo >= 0;
        if !rising && step.hi > 0 {
            return None;
        }
        let bound = bounds.iter().find(|bound| bound.param == param && bound.lower != rising)?;
        let offset = self.unit.int(bound.offset);
        let mut end = self.emit(Op::IntChecked(IntChecked::Add, entry), &[bound.limit, offset], kept);
        // Where steps are longer, the last one may end before the limit.
        if exact && let Some(size) = self.size_of_step(param, step, known, entry, kept) {
            let (from, to) = if rising { (start, end) } else { (end, start) };
            let way = self.emit(Op::IntChecked(IntChecked::Sub, entry), &[to, from], kept);
            let rest = self.emit(Op::Int(IntBinary::Mod), &[way, size], kept);
            let back = if rising { IntChecked::Sub } else { IntChecked::Add };
            end = self.emit(Op::IntChecked(back, entry), &[end, rest], kept);
        }
        Some(if rising { (start, end, bound.met) } else { (end, start, bound.met) })
    }

    /// How far one iteration moves a parameter, as a value in front of the loop; none if that is by one, or not known.
    fn size_of_step(
        &mut self,
        param: usize,
        step: Interval,
        known: &Known,
        entry: ExitId,
        kept: &mut Vec<InstId>,
    ) -> Option<Val> {
        if step.lo == step.hi {
            return (step.lo.unsigned_abs() > 1 && step.lo != i64::MIN).then(|| self.unit.int(step.lo.abs()));
        }
        let (val, negated) = self.step_value(param, known)?;
        let zero = self.unit.int(0);
        let size = match (step.lo >= 0) != negated {
            true => val,
            false => self.emit(Op::IntChecked(IntChecked::Sub, entry), &[zero, val], kept),
        };
        if self.facts.interval(size).lo > 0 {
            return Some(size);
        }
        // A loop that stands still is at its ends already.
        let one = self.unit.int(1);
        Some(self.emit(Op::Int(IntBinary::Max), &[size, one], kept))
    }

    /// What each iteration adds to a parameter, or takes from it (then the second is true), if that does not change.
    fn step_value(&self, at: usize, known: &Known) -> Option<(Val, bool)> {
        let param = known.params[at];
        let mut found = None;
        for &carrier in &self.carriers[known.label.index()] {
            let next = self.unit.def_inst(self.renames.get(self.unit.inst(carrier).args[at]))?;
            let Inst { op, args, .. } = self.unit.inst(next);
            let (a, b) = (self.renames.get(*args.first()?), self.renames.get(*args.get(1)?));
            let step = match op {
                Op::Int(IntBinary::Add) | Op::IntChecked(IntChecked::Add, _) if a == param => (b, false),
                Op::Int(IntBinary::Add) | Op::IntChecked(IntChecked::Add, _) if b == param => (a, false),
                Op::Int(IntBinary::Sub) | Op::IntChecked(IntChecked::Sub, _) if a == param => (b, true),
                _ => return None,
            };
            if self.is_inside(step.0) || found.is_some_and(|known| known != step) {
                return None;
            }
            found = Some(step);
        }
        found
    }

    /// An expression of a parameter with the parameter replaced by a value in front of the loop.
    fn substitute(&mut self, val: Val, param: Val, by: Val, entry: ExitId, kept: &mut Vec<InstId>) -> Val {
        let val = self.renames.get(val);
        if val == param {
            return by;
        }
        if !self.is_inside(val) {
            return val;
        }
        let def = self.unit.def_inst(val).expect("only sums and products are substituted");
        let Inst { op, args, .. } = self.unit.inst(def).clone();
        let args: Vals = args.iter().map(|&arg| self.substitute(arg, param, by, entry, kept)).collect();
        let op = match op {
            Op::Int(IntBinary::Add) | Op::IntChecked(IntChecked::Add, _) => IntChecked::Add,
            Op::Int(IntBinary::Sub) | Op::IntChecked(IntChecked::Sub, _) => IntChecked::Sub,
            _ => IntChecked::Mul,
        };
        self.emit(Op::IntChecked(op, entry), &args, kept)
    }

    /// Where an overflow check could be dropped if the limits of the loop and what does not change in it were of
    /// ordinary size, checks in front of the loop that they are.
    fn limit_operands(&mut self, inst: InstId, known: &Known, bounds: &[Bound], entry: ExitId, kept: &mut Vec<InstId>) {
        if self.covered[inst.index()] || self.unit.inst(inst).args.len() != 2 {
            return;
        }
        let Inst { op, args, results } = self.unit.inst(inst).clone();
        let Op::IntChecked(op, _) = op else { return };
        if interval::checked(op, self.bounded(args[0], known, bounds), self.bounded(args[1], known, bounds)).1 {
            return;
        }
        let result = results[0];
        let mut leaves = SmallVec::<[Val; 8]>::new();
        let ordinary = ORDINARY.iter().copied().find(|&ordinary| {
            leaves.clear();
            let size = self.size(result, known, bounds, ordinary, &mut leaves, DEPTH);
            size.is_some_and(|size| size <= 62) && !leaves.is_empty()
        });
        let Some(ordinary) = ordinary else { return };
        for leaf in leaves {
            let (low, high) = (self.unit.int(-(1 << ordinary)), self.unit.int(1 << ordinary));
            let cond = self.emit(Op::IntCompare(Compare::Le), &[leaf, high], kept);
            self.emit_guard(cond, entry, Reason::Overflow, kept);
            let cond = self.emit(Op::IntCompare(Compare::Ge), &[leaf, low], kept);
            self.emit_guard(cond, entry, Reason::Overflow, kept);
        }
    }

    /// The interval of an operand where the bounds hold.
    fn bounded(&self, val: Val, known: &Known, bounds: &[Bound]) -> Interval {
        let val = self.renames.get(val);
        let mut interval = self.guess(val, known, DEPTH);
        for bound in bounds.iter().filter(|bound| known.params[bound.param] == val) {
            let limit = self.facts.interval(bound.limit);
            interval = interval.meet(if bound.lower {
                Interval::new(limit.lo.saturating_add(bound.offset), i64::MAX)
            } else {
                Interval::new(i64::MIN, limit.hi.saturating_add(bound.offset))
            });
        }
        interval
    }

    /// How many bits the absolute value of an expression takes if all leaves have at most so many. `leaves` gets those not known to.
    fn size(
        &self,
        val: Val,
        known: &Known,
        bounds: &[Bound],
        ordinary: u32,
        leaves: &mut SmallVec<[Val; 8]>,
        depth: u32,
    ) -> Option<u32> {
        let val = self.renames.get(val);
        if !self.is_inside(val) {
            return self.leaf(val, ordinary, leaves);
        }
        let interval = self.guess(val, known, DEPTH);
        if interval.is_bounded() {
            return Some(bits(interval));
        }
        if let Some(at) = known.params.iter().position(|&param| param == val) {
            let step = known.steps[at]?;
            let rising = step.lo >= 0;
            if !rising && step.hi > 0 {
                return None;
            }
            let bound = bounds.iter().find(|bound| bound.param == at && bound.lower != rising)?;
            if bound.offset.unsigned_abs() > 1 << 31 {
                return None;
            }
            let (start, limit) =
                (self.leaf(known.init[at], ordinary, leaves)?, self.leaf(bound.limit, ordinary, leaves)?);
            return Some(start.max(limit) + 1);
        }
        let depth = depth.checked_sub(1)?;
        let inst = self.unit.inst(self.unit.def_inst(val)?);
        let (Some(&a), Some(&b)) = (inst.args.first(), inst.args.get(1)) else {
            return None;
        };
        match inst.op {
            Op::Int(IntBinary::Add | IntBinary::Sub) | Op::IntChecked(IntChecked::Add | IntChecked::Sub, _) => {
                let a = self.size(a, known, bounds, ordinary, leaves, depth)?;
                Some(a.max(self.size(b, known, bounds, ordinary, leaves, depth)?) + 1)
            }
            Op::Int(IntBinary::Mul) | Op::IntChecked(IntChecked::Mul, _) => {
                let a = self.size(a, known, bounds, ordinary, leaves, depth)?;
                Some(a + self.size(b, known, bounds, ordinary, leaves, depth)?)
            }
            _ => None,
        }
    }

    /// A value from outside of the loop. A constant must be small by itself.
    fn leaf(&self, val: Val, ordinary: u32, leaves: &mut SmallVec<[Val; 8]>) -> Option<u32> {
        let interval = self.facts.interval(val);
        if bits(interval) <= ordinary {
            return Some(bits(interval));
        }
        if interval.lo > 1 << ordinary || interval.hi < -(1 << ordinary) {
            return None;
        }
        if !leaves.contains(&val) {
            leaves.push(val);
        }
        Some(ordinary + 1)
    }
}

/// Bits of the largest absolute value.
fn bits(interval: Interval) -> u32 {
    64 - interval.lo.unsigned_abs().max(interval.hi.unsigned_abs()).leading_zeros()
}

/// Whether code may jump to somewhere else in the loop.
fn stays_inside(unit: &Unit, known: &Known, region: RegionId) -> bool {
    unit.region(region).insts.iter().any(|&inst| match unit.inst(inst).op {
        Op::Continue(_) => true,
        Op::Br(block) => known.blocks.contains(&block),
        op => op.regions().any(|nested| stays_inside(unit, known, nested)),
    })
}
