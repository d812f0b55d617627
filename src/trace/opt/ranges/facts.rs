//! What is known about integers at a point of a unit: an interval for each value, and differences between values.
//!
//! A difference says `a <= b + k`. Proving one searches the known ones from `a`, a few steps deep. All of it follows the nesting of
//! regions through an undo list.

use super::interval::{self, Interval};
use crate::trace::ir::*;

/// How far a proof goes.
const DEPTH: u32 = 6;
/// How many differences a proof looks at.
const BUDGET: u32 = 48;

enum Undo {
    Interval(Val, Interval),
    Difference(Val),
}

/// The knowledge at a point.
pub struct Facts {
    intervals: Vec<Interval>,
    /// For each value `a`, pairs `(b, k)` with `a <= b + k`.
    differences: Vec<SmallVec<[(Val, i64); 4]>>,
    undo: Vec<Undo>,
}

impl Facts {
    /// What the types of values and the constants say.
    pub fn new(unit: &Unit) -> Facts {
        let mut facts = Facts { intervals: Vec::new(), differences: Vec::new(), undo: Vec::new() };
        facts.grow(unit);
        facts
    }

    /// Takes note of values made since.
    pub fn grow(&mut self, unit: &Unit) {
        for data in &unit.values[self.intervals.len()..] {
            self.intervals.push(match data.def {
                Def::Const(Const::Int(n)) => Interval::only(n),
                _ => Interval::FULL,
            });
        }
        self.differences.resize_with(unit.values.len(), SmallVec::new);
    }

    /// A point to come back to.
    pub fn mark(&self) -> usize {
        self.undo.len()
    }

    /// Forgets what was learnt since a point.
    pub fn forget(&mut self, mark: usize) {
        while self.undo.len() > mark {
            match self.undo.pop() {
                Some(Undo::Interval(val, before)) => self.intervals[val.index()] = before,
                Some(Undo::Difference(val)) => _ = self.differences[val.index()].pop(),
                None => {}
            }
        }
    }

    /// The interval of an integer.
    pub fn interval(&self, val: Val) -> Interval {
        self.intervals[val.index()]
    }

    /// Narrows the interval of a value.
    pub fn narrow(&mut self, val: Val, to: Interval) {
        let before = self.intervals[val.index()];
        let met = before.meet(to);
        if met != before {
            self.undo.push(Undo::Interval(val, before));
            self.intervals[val.index()] = met;
        }
    }

    /// Notes `a <= b + k`.
    pub fn relate(&mut self, a: Val, b: Val, k: i64) {
        if a != b {
            self.differences[a.index()].push((b, k));
            self.undo.push(Undo::Difference(a));
        }
    }

    /// Whether `a <= b + k` is known to hold.
    pub fn proves(&self, a: Val, b: Val, k: i64) -> bool {
        self.search(a, b, i128::from(k), DEPTH, &mut { BUDGET })
    }

    fn search(&self, a: Val, b: Val, k: i128, depth: u32, budget: &mut u32) -> bool {
        let (first, second) = (self.interval(a), self.interval(b));
        if a == b && k >= 0 || i128::from(first.hi) <= i128::from(second.lo) + k {
            return true;
        }
        if depth == 0 || *budget == 0 {
            return false;
        }
        *budget -= 1;
        // The latest ones first: the condition of the loop around comes after all from outside.
        let mut known = self.differences[a.index()].iter().rev();
        known.any(|&(next, step)| self.search(next, b, k - i128::from(step), depth - 1, budget))
    }

    /// What is known of a comparison of two integers.
    pub fn decide(&self, compare: Compare, a: Val, b: Val) -> Option<bool> {
        let less = |a: Val, b: Val| self.proves(a, b, -1);
        let less_equal = |a: Val, b: Val| self.proves(a, b, 0);
        match compare {
            Compare::Lt => decided(less(a, b), less_equal(b, a)),
            Compare::Le => decided(less_equal(a, b), less(b, a)),
            Compare::Gt => decided(less(b, a), less_equal(a, b)),
            Compare::Ge => decided(less_equal(b, a), less(a, b)),
            Compare::Eq => decided(self.equal(a, b), less(a, b) || less(b, a)),
            Compare::Ne => decided(less(a, b) || less(b, a), self.equal(a, b)),
            Compare::Below => {
                let natural = self.interval(b).is_natural();
                let inside = self.interval(a).is_natural() && less(a, b);
                let outside = self.interval(a).hi < 0 || self.interval(a).is_natural() && less_equal(b, a);
                decided(natural && inside, natural && outside)
            }
        }
    }

    fn equal(&self, a: Val, b: Val) -> bool {
        a == b || self.proves(a, b, 0) && self.proves(b, a, 0)
    }

    /// Learns that a comparison of two integers holds.
    pub fn learn(&mut self, compare: Compare, a: Val, b: Val) {
        let (first, second) = (self.interval(a), self.interval(b));
        match compare {
            Compare::Lt => self.learn_less(a, b, 1),
            Compare::Le => self.learn_less(a, b, 0),
            Compare::Gt => self.learn_less(b, a, 1),
            Compare::Ge => self.learn_less(b, a, 0),
            Compare::Eq => {
                self.learn_less(a, b, 0);
                self.learn_less(b, a, 0);
            }
            Compare::Ne => {
                // A difference moves a bound only where it stands at it.
                for (val, range, other) in [(a, first, second), (b, second, first)] {
                    if other.lo == other.hi {
                        let lo = range.lo.saturating_add(i64::from(range.lo == other.lo));
                        let hi = range.hi.saturating_sub(i64::from(range.hi == other.lo));
                        self.narrow(val, Interval::new(lo, hi));
                    }
                }
            }
            Compare::Below => {
                if second.is_natural() {
                    self.narrow(a, Interval::new(0, i64::MAX));
                    self.learn_less(a, b, 1);
                }
            }
        }
    }

    /// Learns `a + gap <= b`.
    fn learn_less(&mut self, a: Val, b: Val, gap: i64) {
        let (first, second) = (self.interval(a), self.interval(b));
        self.narrow(a, Interval::new(i64::MIN, second.hi.saturating_sub(gap)));
        self.narrow(b, Interval::new(first.lo.saturating_add(gap), i64::MAX));
        self.relate(a, b, -gap);
    }

    /// Learns what an operation says about its result.
    pub fn learn_result(&mut self, op: Op, args: &[Val], result: Val) {
        let at = |at: usize| self.interval(args[at]);
        let known = match op {
            Op::Int(op) => interval::binary(op, at(0), at(1)),
            Op::IntUnary(op) => interval::unary(op, at(0)),
            Op::IntChecked(op, _) => interval::checked(op, at(0), at(args.len() - 1)).0,
            Op::Select if args.len() == 3 => at(1).join(at(2)),
            Op::Load(access) if access.region == MemRegion::ListLength => Interval::new(0, 1 << 48),
            Op::Load(access) if access.region == MemRegion::ArrayShape => Interval::new(0, i64::MAX),
            Op::Load(access) | Op::LoadElement(access) if access.width < 8 => {
                let bits = 8 * u32::from(access.width);
                match access.signed {
                    true => Interval::new(-1 << (bits - 1), (1 << (bits - 1)) - 1),
                    false => Interval::new(0, (1 << bits) - 1),
                }
            }
            _ => return,
        };
        let (first, second) = (at(0), args.get(1).map_or(Interval::FULL, |&arg| self.interval(arg)));
        self.narrow(result, known);
        match op {
            Op::Int(IntBinary::Add) | Op::IntChecked(IntChecked::Add, _) => {
                self.learn_sum(result, args[0], second);
                self.learn_sum(result, args[1], first);
            }
            Op::Int(IntBinary::Sub) | Op::IntChecked(IntChecked::Sub, _) if second.lo != i64::MIN => {
                self.learn_sum(result, args[0], Interval::new(-second.hi, -second.lo));
            }
            Op::Int(IntBinary::Mod | IntBinary::ModUnsigned | IntBinary::Mod32) if second.lo > 0 => {
                self.relate(result, args[1], -1);
                if first.is_natural() {
                    self.relate(result, args[0], 0);
                }
            }
            Op::Int(IntBinary::FloorDiv | IntBinary::DivUnsigned | IntBinary::Div32 | IntBinary::Shr)
                if first.is_natural() && second.lo >= 0 =>
            {
                self.relate(result, args[0], 0);
            }
            // A square, where it cannot have wrapped round.
            Op::Int(IntBinary::Mul) if args[0] == args[1] && interval::checked(IntChecked::Mul, first, first).1 => {
                self.narrow(result, Interval::new(0, i64::MAX));
            }
            Op::IntChecked(IntChecked::Mul, _) if args[0] == args[1] => {
                self.narrow(result, Interval::new(0, i64::MAX));
            }
            Op::Int(IntBinary::Min) => args.iter().for_each(|&arg| self.relate(result, arg, 0)),
            Op::Int(IntBinary::Max) => args.iter().for_each(|&arg| self.relate(arg, result, 0)),
            _ => {}
        }
    }

    /// Learns that `sum = part + rest`, where the rest lies in an interval.
    fn learn_sum(&mut self, sum: Val, part: Val, rest: Interval) {
        if rest.hi != i64::MAX {
            self.relate(sum, part, rest.hi);
        }
        if rest.lo > i64::MIN {
            self.relate(part, sum, -rest.lo);
        }
    }
}

fn decided(is_true: bool, is_false: bool) -> Option<bool> {
    if is_true {
        Some(true)
    } else if is_false {
        Some(false)
    } else {
        None
    }
}
