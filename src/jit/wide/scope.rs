//! Which loops become kernels, what they take, and how they are left.
//!
//! In: a loop. Out: its [`Scope`], or nothing if it does what kernels cannot do.

use super::Way;
use crate::trace::ir::*;
use rustc_hash::FxHashSet;

/// What there is to know of a loop before registers are given.
pub struct Scope {
    /// The loop.
    pub label: InstId,
    /// Values from outside that it reads, scalars.
    pub inputs: Vec<Val>,
    /// Values from outside that have the same scalar in all lanes: made when the kernel begins.
    pub splats: Vec<Val>,
    /// Values of its own that a way out needs.
    pub outputs: Vec<Val>,
    /// The ways out.
    pub ways: Vec<Way>,
    /// Instructions that are done as a part of the only one that uses their result.
    pub folded: FxHashSet<InstId>,
}

impl Scope {
    /// The scope of a loop that computes on lanes itself, not only in a loop inside of it.
    pub fn of(unit: &Unit, label: InstId) -> Option<Scope> {
        let Op::Loop(body, _) = unit.inst(label).op else {
            return None;
        };
        if !computes_on_lanes(unit, body) {
            return None;
        }
        let mut finder = Finder {
            unit,
            uses: unit.use_counts(),
            labels: FxHashSet::default(),
            defined: FxHashSet::default(),
            scope: Scope {
                label,
                inputs: Vec::new(),
                splats: Vec::new(),
                outputs: Vec::new(),
                ways: Vec::new(),
                folded: FxHashSet::default(),
            },
        };
        finder.inst(label)?;
        Some(finder.scope)
    }

    /// Calls `visit` with the operands of an instruction, those of what is folded into it included.
    pub fn each_operand(&self, unit: &Unit, inst: InstId, visit: &mut impl FnMut(Val)) {
        for &arg in &unit.inst(inst).args {
            match unit.def_inst(arg) {
                Some(def) if self.folded.contains(&def) => self.each_operand(unit, def, visit),
                _ => visit(arg),
            }
        }
    }
}

/// Whether a region has lanes, loops inside of it left out.
fn computes_on_lanes(unit: &Unit, region: RegionId) -> bool {
    unit.region(region).insts.iter().any(|&inst| {
        let Inst { op, args, results } = unit.inst(inst);
        let lanes = args.iter().chain(results).any(|&val| unit.ty(val).lane().is_some());
        match op {
            Op::Loop(..) => false,
            op => lanes || op.regions().any(|region| computes_on_lanes(unit, region)),
        }
    })
}

struct Finder<'a> {
    unit: &'a Unit,
    uses: Vec<u32>,
    /// Blocks and loops around the current point that belong to the kernel.
    labels: FxHashSet<InstId>,
    defined: FxHashSet<Val>,
    scope: Scope,
}

impl Finder<'_> {
    fn region(&mut self, region: RegionId) -> Option<()> {
        let unit = self.unit;
        let Region { params, insts } = unit.region(region);
        self.defined.extend(params);
        for (at, &inst) in insts.iter().enumerate() {
            self.fold(&insts[..at], inst);
            self.inst(inst)?;
        }
        Some(())
    }

    fn inst(&mut self, id: InstId) -> Option<()> {
        let unit = self.unit;
        let Inst { op, args, results } = unit.inst(id);
        self.is_supported(*op, args, results).then_some(())?;
        for &arg in args {
            self.read(arg)?;
        }
        match *op {
            Op::Br(label) | Op::Continue(label) if !self.labels.contains(&label) => {
                self.leave(Way::Jump(label, args.clone()), args);
            }
            Op::Guard(exit, reason) | Op::Exit(exit, reason) => self.exit(exit, reason),
            Op::Poll(exit) => self.exit(exit, Reason::Poll),
            Op::IntChecked(_, exit) => self.exit(exit, Reason::Overflow),
            Op::Loop(..) | Op::Block(_) => {
                self.labels.insert(id);
            }
            _ => {}
        }
        for region in op.regions() {
            self.region(region)?;
        }
        self.defined.extend(results);
        Some(())
    }

    /// Notes that a value is read; one from outside becomes an input.
    fn read(&mut self, val: Val) -> Option<()> {
        let unit = self.unit;
        if let Some(constant) = unit.as_const(val) {
            return (!matches!(constant, Const::Address(_))).then_some(());
        }
        if self.defined.contains(&val) {
            return Some(());
        }
        let input = if unit.ty(val).lane().is_some() {
            let splat = unit.inst(unit.def_inst(val)?);
            if splat.op != Op::Splat {
                return None;
            }
            if !self.scope.splats.contains(&val) {
                self.scope.splats.push(val);
            }
            splat.args[0]
        } else {
            val
        };
        if unit.as_const(input).is_none() && !self.scope.inputs.contains(&input) {
            self.scope.inputs.push(input);
        }
        Some(())
    }

    fn exit(&mut self, exit: ExitId, reason: Reason) {
        // What an exit names from outside of the loop is known to whoever called.
        self.leave(Way::Leave(exit, reason), &self.unit.exit(exit).values());
    }

    fn leave(&mut self, way: Way, values: &[Val]) {
        if !self.scope.ways.contains(&way) {
            self.scope.ways.push(way);
        }
        for &val in values {
            if self.defined.contains(&val) && !self.scope.outputs.contains(&val) {
                self.scope.outputs.push(val);
            }
        }
    }

    fn is_supported(&self, op: Op, args: &[Val], results: &[Val]) -> bool {
        let unit = self.unit;
        let lanes = |val: &Val| unit.ty(*val).lane().is_some();
        let in_lanes = args.iter().any(lanes);
        match op {
            Op::Int(op) => {
                use IntBinary::*;
                matches!(op, Add | Sub | Mul | And | Or | Xor | Shl | Shr | Min | Max)
            }
            Op::IntChecked(op, _) => matches!(op, IntChecked::Add | IntChecked::Sub | IntChecked::Mul) && !in_lanes,
            Op::IntUnary(op) => matches!(op, IntUnary::Neg | IntUnary::Not) && !in_lanes,
            Op::IntCompare(_) | Op::FloatCompare(_) | Op::Bool(_) | Op::BoolNot => true,
            Op::Float(op) => op != FloatBinary::CopySign,
            Op::FloatUnary(op) => op != FloatUnary::Single,
            Op::IntToFloat | Op::Select => true,
            Op::Cast(ty) => !in_lanes && ty != Ty::Bool,
            Op::Offset => true,
            Op::SingleBits | Op::SingleValue | Op::Quiet => false,
            Op::Splat | Op::Iota | Op::Lane(_) | Op::AnyLane => true,
            Op::Load(access) | Op::Store(access) => !in_lanes && is_simple(access),
            Op::LoadElement(access) if results.iter().any(lanes) => in_words(access),
            Op::StoreElement(access) if in_lanes => in_words(access),
            Op::LoadElement(access) | Op::StoreElement(access) => is_simple(access),
            Op::Guard(..) | Op::Poll(_) | Op::Exit(..) => true,
            Op::Loop(..) | Op::Block(_) | Op::If(..) | Op::Br(_) | Op::Continue(_) | Op::Yield => true,
            Op::FloatToInt(_) | Op::Call(..) | Op::CallUnit(..) | Op::Ret => false,
        }
    }

    /// Folds what an instruction can do along with itself, of those in front of it in its region.
    fn fold(&mut self, before: &[InstId], user: InstId) {
        let unit = self.unit;
        let Inst { op, args, .. } = unit.inst(user);
        for &arg in args {
            let Some(def) = unit.def_inst(arg) else { continue };
            let lanes = unit.ty(arg) == Ty::Bools;
            let fits = match (op, unit.inst(def).op) {
                // A branch on a comparison.
                (Op::If(..) | Op::Guard(..), Op::IntCompare(_) | Op::FloatCompare(_) | Op::AnyLane) => true,
                // The opposite of a comparison is a comparison.
                (Op::BoolNot, Op::IntCompare(_) | Op::FloatCompare(_)) => lanes,
                // A comparison under a mask.
                (Op::Bool(BoolBinary::And), Op::IntCompare(_) | Op::FloatCompare(_)) => lanes,
                (Op::Bool(BoolBinary::And), Op::BoolNot) => lanes && self.is_opposite(def),
                // Whether two masks have a lane in common.
                (Op::AnyLane, Op::Bool(BoolBinary::And)) => {
                    !unit.inst(def).args.iter().any(|&mask| self.is_folded(mask))
                }
                _ => false,
            };
            let both = args.len() == 2 && args[0] != arg && self.is_folded(args[0]);
            if fits && !both && self.uses[arg.index()] == 1 && before.contains(&def) {
                self.scope.folded.insert(def);
            }
        }
    }

    fn is_folded(&self, val: Val) -> bool {
        self.unit.def_inst(val).is_some_and(|def| self.scope.folded.contains(&def))
    }

    /// Whether a negation is the opposite of a comparison that is folded into it.
    fn is_opposite(&self, not: InstId) -> bool {
        self.is_folded(self.unit.inst(not).args[0])
    }
}

/// Whether kernels know this kind of access.
fn is_simple(access: Access) -> bool {
    !access.signed && access.width != 2 && (access.ty != Ty::F64 || access.width == 8)
}

/// Whether lanes of these elements are whole words, one after the other or every second.
fn in_words(access: Access) -> bool {
    let size = access.element_size();
    matches!(access.ty, Ty::F64s | Ty::I64s)
        && access.width == 8
        && (size == Some(8) || size == Some(16) && matches!(access.offset, 0 | 8))
}
