//! Registers for the values of a kernel.
//!
//! In: a scope. Out: where each value lives, for all of its life. Control is structured, so a life is one range of points: from the
//! definition to the last use, and to the end of every loop that uses what was defined in front of it. Ranges are served in the order
//! of their beginnings (linear scan, Poletto and Sarkar 1999); where registers run out, the value that is used least lives on the stack.

use super::scope::Scope;
use crate::trace::ir::*;
use rustc_hash::FxHashMap;

/// A kind of register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// General registers: integers, truth values, pointers.
    General,
    /// Vector registers: floats, and lanes of numbers.
    Vector,
    /// Mask registers: lanes of truth values.
    Mask,
}

impl Class {
    /// The kind of register for values of a type.
    pub fn of(ty: Ty) -> Class {
        match ty {
            Ty::F64 | Ty::F64s | Ty::I64s => Class::Vector,
            Ty::Bools => Class::Mask,
            Ty::I64 | Ty::Bool | Ty::Ref | Ty::Ptr | Ty::Tag => Class::General,
        }
    }

    /// The registers that values may live in, by the processor's numbers. The others are for the emitter.
    fn registers(self) -> &'static [u8] {
        match self {
            Class::General => &[8, 9, 10, 11, 3, 5, 12, 13, 14, 15],
            Class::Vector => &[
                0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27,
                28,
            ],
            Class::Mask => &[1, 2, 3, 4, 5, 6],
        }
    }
}

/// Where a value lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Home {
    /// A register of its class.
    Register(u8),
    /// The kernel's own stack, by row.
    Stack(u32),
}

/// The homes of all values of a kernel.
pub struct Homes {
    /// By value.
    pub of: FxHashMap<Val, Home>,
    /// Rows of the stack.
    pub rows: u32,
}

struct Range {
    val: Val,
    start: u32,
    end: u32,
    /// How much a register is worth to it: uses, those in loops many times.
    weight: f64,
    /// A value whose register it would like to take over.
    wish: Option<Val>,
}

/// Gives every value of a scope its home.
pub fn allocate(unit: &Unit, scope: &Scope) -> Homes {
    let mut lives = Lives { unit, scope, ranges: Vec::new(), at: FxHashMap::default(), point: 0, weight: 1.0 };
    for &val in scope.inputs.iter().chain(&scope.splats) {
        lives.define(val, None);
    }
    lives.inst(scope.label);
    let mut ranges = lives.ranges;
    ranges.sort_by_key(|range| range.start);
    serve(unit, &ranges)
}

fn serve(unit: &Unit, ranges: &[Range]) -> Homes {
    let mut homes = Homes { of: FxHashMap::default(), rows: 0 };
    for class in [Class::General, Class::Vector, Class::Mask] {
        let mut free: Vec<u8> = class.registers().iter().rev().copied().collect();
        let mut active: Vec<&Range> = Vec::new();
        for range in ranges.iter().filter(|range| Class::of(unit.ty(range.val)) == class) {
            active.retain(|other| {
                let lives = other.end > range.start;
                if !lives && let Home::Register(register) = homes.of[&other.val] {
                    free.push(register);
                }
                lives
            });
            let wished = range.wish.and_then(|wish| homes.of.get(&wish)).and_then(|&home| match home {
                Home::Register(register) => free.iter().position(|&other| other == register),
                Home::Stack(_) => None,
            });
            let register = match wished {
                Some(at) => Some(free.remove(at)),
                None => free.pop(),
            };
            if let Some(register) = register {
                homes.of.insert(range.val, Home::Register(register));
                active.push(range);
                continue;
            }
            let cost = |range: &Range| range.weight / f64::from(range.end - range.start);
            let least = (0..active.len())
                .min_by(|&a, &b| cost(active[a]).total_cmp(&cost(active[b])))
                .expect("all registers are taken");
            let stack = Home::Stack(homes.rows);
            homes.rows += 1;
            if cost(active[least]) < cost(range) {
                let register = homes.of.insert(active[least].val, stack).expect("an active range has a home");
                homes.of.insert(range.val, register);
                active[least] = range;
            } else {
                homes.of.insert(range.val, stack);
            }
        }
    }
    homes
}

/// Walks over the code and notes when values live.
struct Lives<'a> {
    unit: &'a Unit,
    scope: &'a Scope,
    ranges: Vec<Range>,
    /// The range of each value.
    at: FxHashMap<Val, usize>,
    point: u32,
    /// What a use is worth here.
    weight: f64,
}

impl Lives<'_> {
    fn define(&mut self, val: Val, wish: Option<Val>) {
        self.at.insert(val, self.ranges.len());
        // Nothing else may begin in its register at the same point, even if nobody uses it.
        self.ranges.push(Range { val, start: self.point, end: self.point + 1, weight: self.weight, wish });
    }

    fn used(&mut self, val: Val) {
        if let Some(&at) = self.at.get(&val) {
            let range = &mut self.ranges[at];
            range.end = range.end.max(self.point);
            range.weight += self.weight;
        }
    }

    fn region(&mut self, region: RegionId) {
        let unit = self.unit;
        for &inst in &unit.region(region).insts {
            if !self.scope.folded.contains(&inst) {
                self.inst(inst);
            }
        }
    }

    fn inst(&mut self, id: InstId) {
        let (unit, scope) = (self.unit, self.scope);
        let Inst { op, args, results } = unit.inst(id);
        self.point += 2;
        scope.each_operand(unit, id, &mut |val| self.used(val));
        if let Some(exit) = op.exit() {
            // Cold: such a use lengthens a life, but asks for no register.
            let weight = std::mem::replace(&mut self.weight, 0.0);
            unit.exit(exit).each_value(|val| self.used(val));
            self.weight = weight;
        }
        match *op {
            Op::Loop(body, _) => {
                self.point += 2;
                let head = self.point;
                let weight = self.weight;
                self.weight *= 10.0;
                for (&param, &init) in unit.region(body).params.iter().zip(args) {
                    self.define(param, Some(init));
                }
                self.region(body);
                self.weight = weight;
                self.point += 2;
                for range in &mut self.ranges {
                    if range.start < head && range.end >= head {
                        range.end = self.point;
                    }
                }
            }
            Op::Block(_) | Op::If(..) => {
                op.regions().for_each(|region| self.region(region));
                self.point += 2;
                results.iter().for_each(|&result| self.define(result, None));
            }
            Op::Continue(label) => self.wish_back(label, args),
            _ => {
                let wish = args.first().copied();
                results.iter().for_each(|&result| self.define(result, wish));
            }
        }
    }

    /// What the next iteration is given would best be made where it belongs.
    fn wish_back(&mut self, label: InstId, args: &[Val]) {
        let Some(body) = self.unit.inst(label).op.regions().next() else { return };
        for (&param, arg) in self.unit.region(body).params.iter().zip(args) {
            if let Some(&at) = self.at.get(arg)
                && self.at.contains_key(&param)
            {
                self.ranges[at].wish = Some(param);
            }
        }
    }
}
