//! Replaces costly operations by cheap ones that decide the same.
//!
//! `abs(z) < r` of a complex number needs no root: away from the boundary the sum of the squares of the parts against the square of r
//! decides it. `abs` is right to one unit in the last place, the squares and their sum to less than two, so outside of a
//! relative band of 16 epsilons round r*r both agree. Inside the band, and where a sum is so large that `abs` might overflow, the unit
//! leaves, and the interpreter compares the roots. (Where the squares vanish, the root is far below any r allowed here.)
//!
//! The check of the band stands on the side where the comparison is false: a loop that goes on while it is true never meets it.

use crate::trace::helper::HelperId;
use crate::trace::ir::*;

/// The relative half-width of the band.
const BAND: f64 = 16.0 * f64::EPSILON;
/// Sums of squares up to here have a root that does not overflow.
const LARGEST_SUM: f64 = 1e300;
/// The radii for which squares are far from both ends of the floats.
const RADII: [f64; 2] = [1e-100, 1e100];

/// Reduces the strength of operations.
pub fn reduce(unit: &mut Unit) {
    let mut uses: Vec<Option<Uses>> = vec![None; unit.insts.len()];
    let mut regions = Vec::new();
    unit.each_region(|region| {
        regions.push(region);
        for &inst in &unit.region(region).insts {
            if matches!(unit.inst(inst).op, Op::Call(HelperId::COMPLEX_ABS, _)) {
                uses[inst.index()] = Some(Uses::default());
            }
        }
    });
    if uses.iter().all(Option::is_none) {
        return;
    }
    count_uses(unit, &regions, &mut uses);
    for region in regions {
        let insts = unit.region(region).insts.clone();
        for inst in insts {
            // (Instructions made here have no entry.)
            if let Some(found) = uses.get_mut(inst.index()).and_then(Option::take)
                && !found.other
            {
                replace_root(unit, region, inst, &found.comparisons);
            }
        }
    }
}

/// How the result of a call is used.
#[derive(Clone, Default)]
struct Uses {
    comparisons: Vec<InstId>,
    /// Whether its value is needed.
    other: bool,
}

fn count_uses(unit: &Unit, regions: &[RegionId], uses: &mut [Option<Uses>]) {
    let root = |val: Val| unit.def_inst(val).map(InstId::index);
    for &region in regions {
        for &id in &unit.region(region).insts {
            let inst = unit.inst(id);
            for (at, &arg) in inst.args.iter().enumerate() {
                let Some(found) = root(arg).and_then(|root| uses[root].as_mut()) else {
                    continue;
                };
                match inst.op {
                    Op::FloatCompare(Compare::Lt | Compare::Le | Compare::Gt | Compare::Ge)
                        if root(inst.args[1 - at]) != root(arg) =>
                    {
                        found.comparisons.push(id);
                    }
                    _ => found.other = true,
                }
            }
        }
    }
    for exit in &unit.exits {
        exit.each_value(|val| {
            if let Some(found) = root(val).and_then(|root| uses[root].as_mut()) {
                found.other = true;
            }
        });
    }
}

/// Replaces a call and its comparisons, if all of these stand in the same region with no effect between.
fn replace_root(unit: &mut Unit, region: RegionId, call: InstId, comparisons: &[InstId]) {
    let insts = unit.region(region).insts.clone();
    let start = insts.iter().position(|&inst| inst == call).expect("the call stands in this region");
    let mut waiting = comparisons.len();
    for &inst in &insts[start..] {
        waiting -= usize::from(comparisons.contains(&inst));
        let op = unit.inst(inst).op;
        if waiting == 0 {
            break;
        }
        if op.is_effect() || op.regions().next().is_some() {
            return;
        }
    }
    let Op::Call(_, Some(exit)) = unit.inst(call).op else {
        return;
    };
    if waiting > 0 || !comparisons.iter().all(|&inst| has_fit_radius(unit, call, inst)) {
        return;
    }
    let mut place = Placing { unit, exit, kept: insts[..start].to_vec() };
    let (re, im) = (place.unit.inst(call).args[0], place.unit.inst(call).args[1]);
    let first = place.float(FloatBinary::Mul, re, re);
    let second = place.float(FloatBinary::Mul, im, im);
    let sum = place.float(FloatBinary::Add, first, second);
    for (at, &inst) in insts.iter().enumerate().skip(start + 1) {
        if comparisons.contains(&inst) {
            place.comparison(call, inst, sum, &insts[at + 1..]);
        } else {
            place.kept.push(inst);
        }
    }
    let Placing { kept, .. } = place;
    unit.region_mut(region).insts = kept;
}

/// The value a root is compared with, and the comparison as it is with the root on the left.
fn radius(unit: &Unit, call: InstId, comparison: InstId) -> (Val, Compare) {
    let Inst { op, args, .. } = unit.inst(comparison);
    let Op::FloatCompare(compare) = *op else { unreachable!("only comparisons are noted") };
    if unit.def_inst(args[0]) == Some(call) {
        (args[1], compare)
    } else {
        (args[0], compare.swapped().expect("comparisons by size have an opposite side"))
    }
}

fn has_fit_radius(unit: &Unit, call: InstId, comparison: InstId) -> bool {
    let known = unit.float_const(radius(unit, call, comparison).0);
    known.is_none_or(|r| (RADII[0]..=RADII[1]).contains(&r))
}

/// Code being placed in a region.
struct Placing<'a> {
    unit: &'a mut Unit,
    exit: ExitId,
    kept: Vec<InstId>,
}

impl Placing<'_> {
    fn put(&mut self, op: Op, args: &[Val], ty: Ty) -> Val {
        let inst = self.unit.new_inst(op, args, &[ty]);
        self.kept.push(inst);
        self.unit.inst(inst).results[0]
    }

    fn float(&mut self, op: FloatBinary, a: Val, b: Val) -> Val {
        if let (Some(a), Some(b), FloatBinary::Mul) = (self.unit.float_const(a), self.unit.float_const(b), op) {
            return self.unit.float(a * b);
        }
        self.put(Op::Float(op), &[a, b], Ty::F64)
    }

    /// Puts a comparison of squares in the place of one of roots. `rest` is what follows in the region.
    fn comparison(&mut self, call: InstId, inst: InstId, sum: Val, rest: &[InstId]) {
        let (r, compare) = radius(self.unit, call, inst);
        if self.unit.float_const(r).is_none() {
            for (compare, bound) in [(Compare::Ge, RADII[0]), (Compare::Le, RADII[1])] {
                let bound = self.unit.float(bound);
                let cond = self.put(Op::FloatCompare(compare), &[r, bound], Ty::Bool);
                let guard = self.unit.new_inst(Op::Guard(self.exit, Reason::Domain), &[cond], &[]);
                self.kept.push(guard);
            }
        }
        let square = self.float(FloatBinary::Mul, r, r);
        let (low, high) = (self.unit.float(1.0 - BAND), self.unit.float(1.0 + BAND));
        let low = self.float(FloatBinary::Mul, square, low);
        let high = self.float(FloatBinary::Mul, square, high);
        let inside = self.put(Op::FloatCompare(Compare::Lt), &[sum, low], Ty::Bool);
        let result = self.unit.inst(inst).results[0];
        let is_less = matches!(compare, Compare::Lt | Compare::Le);
        let outside = self.outside_check(sum, high);
        // Where the comparison only chooses an arm, the check goes to the start of the other one.
        if let Some(branch) = self.only_branch(result, rest) {
            let Op::If(then, otherwise) = self.unit.inst(branch).op else {
                return;
            };
            let (then, otherwise) = if is_less { (then, otherwise) } else { (otherwise, then) };
            let branch = self.unit.inst_mut(branch);
            (branch.op, branch.args[0]) = (Op::If(then, otherwise), inside);
            self.unit.region_mut(otherwise).insts.splice(0..0, outside);
            return;
        }
        let (then, otherwise) = (self.unit.new_region(), self.unit.new_region());
        let ends = [0; 2].map(|_| self.unit.new_inst(Op::Yield, &[], &[]));
        self.unit.region_mut(then).insts = vec![ends[0]];
        self.unit.region_mut(otherwise).insts = outside;
        self.unit.region_mut(otherwise).insts.push(ends[1]);
        let choice = self.unit.new_inst(Op::If(then, otherwise), &[inside], &[]);
        self.kept.push(choice);
        // The comparison itself, outside of the band, is whether the sum is inside, or the opposite.
        let truth = self.unit.bool(true);
        let inst_mut = self.unit.inst_mut(inst);
        let (op, args) = if is_less {
            (Op::Bool(BoolBinary::And), Vals::from_slice(&[inside, truth]))
        } else {
            (Op::BoolNot, Vals::from_slice(&[inside]))
        };
        (inst_mut.op, inst_mut.args) = (op, args);
        self.kept.push(inst);
    }

    /// The check that a sum is beyond the band, and not so far that the root might overflow. NaNs fail it.
    fn outside_check(&mut self, sum: Val, high: Val) -> Vec<InstId> {
        let largest = self.unit.float(LARGEST_SUM);
        let beyond = self.unit.new_inst(Op::FloatCompare(Compare::Gt), &[sum, high], &[Ty::Bool]);
        let fits = self.unit.new_inst(Op::FloatCompare(Compare::Lt), &[sum, largest], &[Ty::Bool]);
        let both = [beyond, fits].map(|inst| self.unit.inst(inst).results[0]);
        let both = self.unit.new_inst(Op::Bool(BoolBinary::And), &both, &[Ty::Bool]);
        let cond = self.unit.inst(both).results[0];
        let guard = self.unit.new_inst(Op::Guard(self.exit, Reason::Band), &[cond], &[]);
        vec![beyond, fits, both, guard]
    }

    /// The `if` that alone uses a condition, if nothing but pure operations stands before it.
    fn only_branch(&self, cond: Val, rest: &[InstId]) -> Option<InstId> {
        let mut found = None;
        for &inst in rest {
            let Inst { op, args, .. } = self.unit.inst(inst);
            if let Op::If(..) = op
                && args[0] == cond
            {
                found = Some(inst);
                break;
            }
            if !op.is_pure() || args.contains(&cond) {
                return None;
            }
        }
        // (Counting is slow, and done for the few comparisons of roots only.)
        (self.unit.use_counts()[cond.index()] == 1).then_some(found).flatten()
    }
}
