//! Folds constants and identities, and control flow that they decide.
//!
//! Only what is exact: the arithmetic is the evaluator's; float identities hold for signed zeros, infinities and NaNs.
//! A loop parameter that every iteration passes on unchanged becomes what it was at entry.

use super::renames::Renames;
use crate::trace::arithmetic::{Outcome, compute};
use crate::trace::ir::*;

/// Folds a unit.
pub fn fold(unit: &mut Unit) {
    let mut fold = Fold {
        renames: Renames::new(unit),
        left: vec![Vec::new(); unit.insts.len()],
        continues: Continues::of(unit),
        met: vec![0; unit.values.len()],
        now: 0,
        late: false,
        unit,
    };
    fold.region(fold.unit.body);
    let Fold { renames, late, .. } = fold;
    if late {
        unit.replace_uses(|val| renames.last(val));
    } else {
        renames.apply_to_exits(unit);
    }
}

struct Fold<'a> {
    unit: &'a mut Unit,
    renames: Renames,
    /// The `br`s to each block that were kept.
    left: Vec<Vec<InstId>>,
    continues: Continues,
    /// When the walk met the definition of each value: 0 for parameters of the unit and constants.
    met: Vec<u32>,
    now: u32,
    /// Whether values were replaced whose uses the walk had passed.
    late: bool,
}

/// The `continue`s of each loop, as they were before folding.
struct Continues(Vec<Vec<InstId>>);

impl Continues {
    fn of(unit: &Unit) -> Continues {
        let mut lists = vec![Vec::new(); unit.insts.len()];
        unit.each_region(|region| {
            if let Some(&last) = unit.region(region).insts.last()
                && let Op::Continue(label) = unit.inst(last).op
            {
                lists[label.index()].push(last);
            }
        });
        Continues(lists)
    }
}

/// What becomes of an instruction.
enum Folded {
    /// It stays.
    Keep,
    /// Its only result is this value.
    Value(Val),
    /// It stays with another operation and other operands.
    Become(Op, Vals),
    /// It does nothing.
    Drop,
    /// It always leaves.
    Leave(ExitId, Reason),
}

impl Fold<'_> {
    fn region(&mut self, region: RegionId) {
        let insts = std::mem::take(&mut self.unit.region_mut(region).insts);
        let mut kept = Vec::with_capacity(insts.len());
        self.insts(insts, &mut kept);
        self.unit.region_mut(region).insts = kept;
    }

    /// Folds a list of instructions onto the end of another; stops after a terminator.
    fn insts(&mut self, insts: Vec<InstId>, kept: &mut Vec<InstId>) {
        for inst in insts {
            self.renames.apply(self.unit, inst);
            let op = self.unit.inst(inst).op;
            match op {
                Op::If(then, otherwise) => {
                    let (then, otherwise) = self.turn_round(inst, then, otherwise);
                    if let Some(truth) = self.unit.bool_const(self.unit.inst(inst).args[0]) {
                        self.splice(inst, if truth { then } else { otherwise }, kept);
                    } else {
                        let start = self.now;
                        self.region(then);
                        self.region(otherwise);
                        self.if_done(inst, then, otherwise, start, kept);
                    }
                }
                Op::Loop(body, _) => {
                    self.meet_all(&self.unit.region(body).params.clone());
                    self.drop_fixed_params(inst, body);
                    self.region(body);
                    self.late |= self.drop_fixed_params(inst, body);
                    kept.push(inst);
                }
                Op::Block(body) => {
                    let start = self.now;
                    self.region(body);
                    self.block_done(inst, start);
                    if !self.open_up(inst, body, kept) && !self.turn_into_if(inst, body, kept) {
                        kept.push(inst);
                    }
                }
                _ => match self.simplify(inst) {
                    Folded::Keep => {
                        if let Op::Br(label) = op {
                            self.left[label.index()].push(inst);
                        }
                        kept.push(inst);
                    }
                    Folded::Value(val) => self.renames.set(self.unit.inst(inst).results[0], val),
                    Folded::Become(op, args) => {
                        let inst_mut = self.unit.inst_mut(inst);
                        (inst_mut.op, inst_mut.args) = (op, args);
                        kept.push(inst);
                    }
                    Folded::Drop => {}
                    Folded::Leave(exit, reason) => {
                        let inst_mut = self.unit.inst_mut(inst);
                        inst_mut.op = Op::Exit(exit, reason);
                        inst_mut.args.clear();
                        kept.push(inst);
                    }
                },
            }
            self.meet_all(&self.unit.inst(inst).results.clone());
            if let Some(&last) = kept.last()
                && self.unit.terminates(last, |block| !self.left[block.index()].is_empty())
            {
                return;
            }
        }
    }

    /// An `if` on the opposite of a condition is one on the condition with the arms changed round.
    fn turn_round(&mut self, inst: InstId, then: RegionId, otherwise: RegionId) -> (RegionId, RegionId) {
        let Some(inner) = self.source(Op::BoolNot, self.unit.inst(inst).args[0]) else {
            return (then, otherwise);
        };
        let inst = self.unit.inst_mut(inst);
        (inst.op, inst.args[0]) = (Op::If(otherwise, then), inner);
        (otherwise, then)
    }

    /// Puts the arm of a decided `if` in its place.
    fn splice(&mut self, inst: InstId, arm: RegionId, kept: &mut Vec<InstId>) {
        let mut insts = std::mem::take(&mut self.unit.region_mut(arm).insts);
        let last = insts.last().copied().filter(|&last| self.unit.inst(last).op == Op::Yield);
        if last.is_some() {
            insts.pop();
        }
        self.insts(insts, kept);
        // (If a terminator came before the yield, nobody sees the results.)
        if let Some(last) = last {
            for (result, arg) in self.unit.inst(inst).results.clone().into_iter().zip(self.unit.inst(last).args.clone())
            {
                self.renames.set(result, self.renames.get(arg));
            }
        }
    }

    /// Results that both arms agree on; an `if` that only chooses between values becomes selections.
    fn if_done(&mut self, inst: InstId, then: RegionId, otherwise: RegionId, start: u32, kept: &mut Vec<InstId>) {
        let last = |region: RegionId| self.unit.region(region).insts.last().copied();
        let yielded = |last: Option<InstId>| {
            last.filter(|&last| self.unit.inst(last).op == Op::Yield).map(|last| self.unit.inst(last).args.clone())
        };
        let (first, second) = (yielded(last(then)), yielded(last(otherwise)));
        let results = self.unit.inst(inst).results.clone();
        let empty = |region: RegionId| self.unit.region(region).insts.len() == 1;
        let only_chooses = first.is_some() && second.is_some() && empty(then) && empty(otherwise);
        let cond = self.unit.inst(inst).args[0];
        if let (Some(first), Some(second)) = (&first, &second) {
            for (at, &result) in results.iter().enumerate() {
                if first[at] == second[at] && self.is_older(first[at], start) {
                    self.renames.set(result, first[at]);
                } else if only_chooses {
                    let ty = self.unit.ty(result);
                    let select = self.unit.new_inst(Op::Select, &[cond, first[at], second[at]], &[ty]);
                    self.left.push(Vec::new());
                    kept.push(select);
                    self.renames.set(result, self.unit.inst(select).results[0]);
                }
            }
        }
        if !only_chooses {
            kept.push(inst);
        }
    }

    /// Puts the code of a block that is only left at its end in the place of the block.
    fn open_up(&mut self, inst: InstId, body: RegionId, kept: &mut Vec<InstId>) -> bool {
        let [only] = self.left[inst.index()][..] else {
            return false;
        };
        if self.unit.region(body).insts.last() != Some(&only) {
            return false;
        }
        let mut insts = std::mem::take(&mut self.unit.region_mut(body).insts);
        insts.pop();
        kept.append(&mut insts);
        for (result, arg) in self.unit.inst(inst).results.clone().into_iter().zip(self.unit.inst(only).args.clone()) {
            self.renames.set(result, arg);
        }
        true
    }

    /// A block that is left from the arm of an `if` in it, and otherwise at most at its end, is that `if` with the code behind it
    /// in the other arm.
    fn turn_into_if(&mut self, block: InstId, body: RegionId, kept: &mut Vec<InstId>) -> bool {
        let unit = &self.unit;
        let insts = &unit.region(body).insts;
        let ends = |region: RegionId| unit.region(region).insts.last().copied();
        let left = &self.left[block.index()];
        let last = insts.last().copied().filter(|last| left.contains(last));
        let Some(from) = left.iter().copied().find(|&br| Some(br) != last) else {
            return false;
        };
        if left.len() != 1 + usize::from(last.is_some()) {
            return false;
        }
        let found = insts.iter().enumerate().find_map(|(at, &inst)| match unit.inst(inst).op {
            Op::If(then, otherwise) if ends(then) == Some(from) && unit.yields(otherwise) => {
                Some((at, inst, then, otherwise, true))
            }
            Op::If(then, otherwise) if ends(otherwise) == Some(from) && unit.yields(then) => {
                Some((at, inst, otherwise, then, false))
            }
            _ => None,
        });
        let Some((at, branch, leaving, staying, leaves_if_true)) = found else {
            return false;
        };
        let mut before = std::mem::take(&mut self.unit.region_mut(body).insts);
        let rest = before.split_off(at + 1);
        before.pop();
        kept.append(&mut before);
        // What the `if` gave to the code behind it is at hand there.
        let results = self.unit.inst(branch).results.clone();
        let end = self.unit.region_mut(staying).insts.pop().expect("a region ends with a terminator");
        for (result, arg) in results.into_iter().zip(self.unit.inst(end).args.clone()) {
            self.renames.set(result, arg);
            self.late = true;
        }
        self.unit.region_mut(staying).insts.extend(rest);
        for br in [Some(from), last].into_iter().flatten() {
            self.unit.inst_mut(br).op = Op::Yield;
        }
        let arms = if leaves_if_true { Op::If(leaving, staying) } else { Op::If(staying, leaving) };
        let cond = self.unit.inst(branch).args[0];
        let wanted = self.unit.inst(block).results.clone();
        let types: Vec<Ty> = wanted.iter().map(|&result| self.unit.ty(result)).collect();
        let merged = self.unit.new_inst(arms, &[cond], &types);
        self.left.push(Vec::new());
        kept.push(merged);
        for (result, new) in wanted.into_iter().zip(self.unit.inst(merged).results.clone()) {
            self.renames.set(result, new);
        }
        true
    }

    /// A result of a block for which every `br` brings the same value, one from before the block.
    fn block_done(&mut self, inst: InstId, start: u32) {
        for (at, result) in self.unit.inst(inst).results.clone().into_iter().enumerate() {
            let mut brought = self.left[inst.index()].iter().map(|&br| self.renames.last(self.unit.inst(br).args[at]));
            let Some(first) = brought.next() else { return };
            if brought.all(|val| val == first) && self.is_older(first, start) {
                self.renames.set(result, first);
            }
        }
    }

    fn meet_all(&mut self, vals: &[Val]) {
        self.now += 1;
        for val in vals {
            self.met[val.index()] = self.now;
        }
    }

    /// Whether a value was defined before a point of the walk. (One made by this pass is not told apart.)
    fn is_older(&self, val: Val, start: u32) -> bool {
        self.unit.as_const(val).is_some() || self.met.get(val.index()).is_some_and(|&met| met <= start)
    }

    /// Replaces parameters that never change; tells whether there were any.
    fn drop_fixed_params(&mut self, inst: InstId, body: RegionId) -> bool {
        let mut any = false;
        let params = self.unit.region(body).params.clone();
        let init = self.unit.inst(inst).args.clone();
        let continues = &self.continues.0[inst.index()];
        for (at, &param) in params.iter().enumerate() {
            let fixed = continues.iter().all(|&from| {
                let passed = self.renames.last(self.unit.inst(from).args[at]);
                passed == param || passed == self.renames.last(init[at])
            });
            if fixed && self.renames.get(param) == param {
                self.renames.set(param, init[at]);
                any = true;
            }
        }
        any
    }

    fn int(&mut self, n: i64) -> Folded {
        Folded::Value(self.unit.int(n))
    }

    fn truth(&mut self, truth: bool) -> Folded {
        Folded::Value(self.unit.bool(truth))
    }

    fn simplify(&mut self, id: InstId) -> Folded {
        let Inst { op, args, .. } = self.unit.inst(id).clone();
        match op {
            Op::Guard(exit, reason) => {
                return match self.unit.bool_const(args[0]) {
                    Some(true) => Folded::Drop,
                    Some(false) => Folded::Leave(exit, reason),
                    None => Folded::Keep,
                };
            }
            Op::Call(..) | Op::CallUnit(..) => return self.fold_call(id),
            _ => {}
        }
        if let Op::LoadElement(access) | Op::StoreElement(access) = op {
            return self.fold_offset(op, access, args);
        }
        let [result] = self.unit.inst(id).results[..] else {
            return Folded::Keep;
        };
        // The identities are those of scalars.
        if args.is_empty() || self.unit.ty(result).lane().is_some() {
            return Folded::Keep;
        }
        if let Some(val) = self.fold_constants(op, &args) {
            return Folded::Value(val);
        }
        match op {
            Op::Int(op) => self.int_identity(op, args[0], args[1], false),
            Op::IntChecked(checked @ (IntChecked::Add | IntChecked::Sub | IntChecked::Mul), _) => {
                let unchecked = match checked {
                    IntChecked::Add => IntBinary::Add,
                    IntChecked::Sub => IntBinary::Sub,
                    _ => IntBinary::Mul,
                };
                match self.int_identity(unchecked, args[0], args[1], true) {
                    Folded::Become(_, args) => Folded::Become(op, args),
                    folded => folded,
                }
            }
            Op::Float(op) => self.float_identity(op, args[0], args[1]),
            Op::FloatUnary(FloatUnary::Neg) => match self.source(Op::FloatUnary(FloatUnary::Neg), args[0]) {
                Some(inner) => Folded::Value(inner),
                None => Folded::Keep,
            },
            Op::IntCompare(compare) if args[0] == args[1] => {
                self.truth(matches!(compare, Compare::Eq | Compare::Le | Compare::Ge))
            }
            Op::Bool(op) => self.bool_identity(op, args[0], args[1]),
            Op::BoolNot => self.not_identity(args[0]),
            Op::Select => self.select_identity(&args),
            Op::Cast(ty) => self.cast_identity(ty, args[0]),
            Op::Offset if self.unit.int_const(args[1]) == Some(0) && self.unit.ty(args[0]) == Ty::Ptr => {
                Folded::Value(args[0])
            }
            _ => Folded::Keep,
        }
    }

    /// The operand of the operation that defines a value, if it is this operation.
    fn source(&self, op: Op, val: Val) -> Option<Val> {
        let inst = self.unit.inst(self.unit.def_inst(val)?);
        (inst.op == op).then(|| self.renames.get(inst.args[0]))
    }

    fn bits(&self, val: Val) -> Option<u64> {
        match self.unit.as_const(val)? {
            Const::Int(n) => Some(n as u64),
            Const::Float(bits) | Const::Tag(bits) => Some(bits),
            Const::Bool(truth) => Some(u64::from(truth)),
            Const::Address(_) => None,
        }
    }

    fn of_bits(&mut self, ty: Ty, bits: u64) -> Option<Val> {
        Some(self.unit.constant(match ty {
            Ty::I64 => Const::Int(bits as i64),
            Ty::F64 => Const::Float(bits),
            Ty::Bool => Const::Bool(bits != 0),
            Ty::Tag => Const::Tag(bits),
            Ty::Ref | Ty::Ptr | Ty::I64s | Ty::F64s | Ty::Bools => return None,
        }))
    }

    fn fold_constants(&mut self, op: Op, args: &[Val]) -> Option<Val> {
        let bits: SmallVec<[u64; 4]> = args.iter().map(|&arg| self.bits(arg)).collect::<Option<_>>()?;
        let result = match op {
            Op::Int(_) | Op::IntUnary(_) | Op::IntChecked(..) | Op::FloatToInt(_) => Ty::I64,
            Op::Float(_) | Op::FloatUnary(_) | Op::IntToFloat => Ty::F64,
            Op::IntCompare(_) | Op::FloatCompare(_) | Op::Bool(_) | Op::BoolNot | Op::Quiet => Ty::Bool,
            Op::SingleBits => Ty::I64,
            Op::SingleValue => Ty::F64,
            Op::Select => self.unit.ty(args[1]),
            Op::Cast(ty) => ty,
            _ => return None,
        };
        match compute(op, self.unit.ty(args[0]), &bits) {
            Outcome::Value(bits) => self.of_bits(result, bits),
            _ => None,
        }
    }

    /// A pure call of constants that does not fail.
    fn fold_call(&mut self, id: InstId) -> Folded {
        let Inst { op, args, results } = self.unit.inst(id).clone();
        let Op::Call(helper, _) = op else {
            return Folded::Keep;
        };
        let Some(bits) = args.iter().map(|&arg| self.bits(arg)).collect::<Option<SmallVec<[u64; 4]>>>() else {
            return Folded::Keep;
        };
        let Some(computed) = helper.get().compute(&bits) else {
            return Folded::Keep;
        };
        for (&result, bits) in results.iter().zip(computed) {
            let Some(val) = self.of_bits(self.unit.ty(result), bits) else {
                return Folded::Keep;
            };
            self.renames.set(result, val);
        }
        Folded::Drop
    }

    fn int_identity(&mut self, op: IntBinary, a: Val, b: Val, checked: bool) -> Folded {
        use IntBinary::*;
        if matches!(op, Add | Sub)
            && !checked
            && let Some(folded) = self.fold_sums(op, a, b)
        {
            return folded;
        }
        let (left, right) = (self.unit.int_const(a), self.unit.int_const(b));
        match (op, left, right) {
            (Add, Some(0), _) | (Mul, Some(1), _) | (Or | Xor, Some(0), _) | (And, Some(-1), _) => Folded::Value(b),
            (Add | Sub | Or | Xor | Shl | Shr, _, Some(0)) | (Mul | FloorDiv | DivUnsigned | Div32, _, Some(1)) => {
                Folded::Value(a)
            }
            (And, _, Some(-1)) => Folded::Value(a),
            (Mul | And, Some(0), _) | (Mul | And, _, Some(0)) => self.int(0),
            (Mod | ModUnsigned | Mod32, _, Some(1)) | (Mod, _, Some(-1)) => self.int(0),
            (Sub | Xor, _, _) if a == b => self.int(0),
            (And | Or | Min | Max, _, _) if a == b => Folded::Value(a),
            // Constants stand on the right, where equal sums look equal and checks of overflow are one comparison.
            (Add | Mul | And | Or | Xor | Min | Max, Some(_), None) => {
                Folded::Become(Op::Int(op), Vals::from_slice(&[b, a]))
            }
            _ => Folded::Keep,
        }
    }

    /// A constant added to a subscript goes into the offset.
    fn fold_offset(&mut self, op: Op, access: Access, mut args: Vals) -> Folded {
        let Some((index, n)) = self.sum_with_constant(args[1]) else {
            return Folded::Keep;
        };
        let size = access.element_size().unwrap_or(0) as i64;
        let offset = n.checked_mul(size).and_then(|bytes| bytes.checked_add(access.offset.into()));
        let Some(offset) = offset.and_then(|offset| i32::try_from(offset).ok()) else {
            return Folded::Keep;
        };
        args[1] = index;
        let access = Access { offset, ..access };
        let op = if let Op::LoadElement(_) = op { Op::LoadElement(access) } else { Op::StoreElement(access) };
        Folded::Become(op, args)
    }

    /// A value that is an unchecked sum with a constant.
    fn sum_with_constant(&self, val: Val) -> Option<(Val, i64)> {
        let Inst { op, args, .. } = self.unit.inst(self.unit.def_inst(val)?);
        let n = self.unit.int_const(self.renames.get(*args.get(1)?))?;
        match op {
            Op::Int(IntBinary::Add) => Some((self.renames.get(args[0]), n)),
            Op::Int(IntBinary::Sub) => Some((self.renames.get(args[0]), n.checked_neg()?)),
            _ => None,
        }
    }

    /// A sum with a constant of a sum with a constant. (Both fit, so what they come to together fits.)
    fn fold_sums(&mut self, op: IntBinary, a: Val, b: Val) -> Option<Folded> {
        let n = self.unit.int_const(b)?;
        let n = if op == IntBinary::Sub { n.checked_neg()? } else { n };
        let (inner, first) = self.sum_with_constant(a)?;
        let total = first.checked_add(n)?;
        if total == 0 {
            return Some(Folded::Value(inner));
        }
        let total = self.unit.int(total);
        Some(Folded::Become(Op::Int(IntBinary::Add), Vals::from_slice(&[inner, total])))
    }

    fn float_identity(&mut self, op: FloatBinary, a: Val, b: Val) -> Folded {
        use FloatBinary::*;
        let is = |val: Val, x: f64| self.unit.float_const(val).is_some_and(|found| found.to_bits() == x.to_bits());
        match op {
            // x + 0.0 is not x for x = -0.0, but x + -0.0 and x - 0.0 are.
            Add if is(b, -0.0) => Folded::Value(a),
            Add if is(a, -0.0) => Folded::Value(b),
            Sub if is(b, 0.0) => Folded::Value(a),
            Mul | Div if is(b, 1.0) => Folded::Value(a),
            Mul if is(a, 1.0) => Folded::Value(b),
            // The reciprocal of a power of two is exact, so the product rounds as the quotient does.
            Div => match self.unit.float_const(b).and_then(exact_reciprocal) {
                Some(reciprocal) => {
                    let reciprocal = self.unit.float(reciprocal);
                    Folded::Become(Op::Float(Mul), Vals::from_slice(&[a, reciprocal]))
                }
                None => Folded::Keep,
            },
            _ => Folded::Keep,
        }
    }

    fn bool_identity(&mut self, op: BoolBinary, a: Val, b: Val) -> Folded {
        use BoolBinary::*;
        let (constant, other) = match (self.unit.bool_const(a), self.unit.bool_const(b)) {
            (Some(truth), _) => (truth, b),
            (_, Some(truth)) => (truth, a),
            _ if a == b && op == Xor => return self.truth(false),
            _ if a == b => return Folded::Value(a),
            _ => return Folded::Keep,
        };
        match (op, constant) {
            (And, true) | (Or | Xor, false) => Folded::Value(other),
            (And, false) => self.truth(false),
            (Or, true) => self.truth(true),
            (Xor, true) => Folded::Become(Op::BoolNot, Vals::from_slice(&[other])),
        }
    }

    fn not_identity(&mut self, a: Val) -> Folded {
        if let Some(inner) = self.source(Op::BoolNot, a) {
            return Folded::Value(inner);
        }
        let Some(def) = self.unit.def_inst(a) else {
            return Folded::Keep;
        };
        let Inst { op, args, .. } = self.unit.inst(def);
        let args: Vals = args.iter().map(|&arg| self.renames.get(arg)).collect();
        match op {
            Op::IntCompare(compare) => match compare.negated() {
                Some(negated) => Folded::Become(Op::IntCompare(negated), args),
                None => Folded::Keep,
            },
            // The other comparisons of floats have no opposite: a NaN makes both false.
            Op::FloatCompare(Compare::Eq) => Folded::Become(Op::FloatCompare(Compare::Ne), args),
            Op::FloatCompare(Compare::Ne) => Folded::Become(Op::FloatCompare(Compare::Eq), args),
            _ => Folded::Keep,
        }
    }

    fn select_identity(&mut self, args: &[Val]) -> Folded {
        let truths = (self.unit.bool_const(args[1]), self.unit.bool_const(args[2]));
        match self.unit.bool_const(args[0]) {
            Some(truth) => Folded::Value(if truth { args[1] } else { args[2] }),
            None if args[1] == args[2] => Folded::Value(args[1]),
            None => match truths {
                (Some(true), Some(false)) => Folded::Value(args[0]),
                (Some(false), Some(true)) => Folded::Become(Op::BoolNot, Vals::from_slice(&args[..1])),
                (Some(false), None) | (None, Some(true)) | (Some(true), None) | (None, Some(false)) => {
                    self.select_truth(args)
                }
                _ => Folded::Keep,
            },
        }
    }

    /// A selection between truth values, one of them constant.
    fn select_truth(&mut self, args: &[Val]) -> Folded {
        match (self.unit.bool_const(args[1]), self.unit.bool_const(args[2])) {
            (Some(true), _) => Folded::Become(Op::Bool(BoolBinary::Or), Vals::from_slice(&[args[0], args[2]])),
            (_, Some(false)) => Folded::Become(Op::Bool(BoolBinary::And), Vals::from_slice(&[args[0], args[1]])),
            _ => Folded::Keep,
        }
    }

    fn cast_identity(&mut self, ty: Ty, a: Val) -> Folded {
        if self.unit.ty(a) == ty {
            return Folded::Value(a);
        }
        let Some(def) = self.unit.def_inst(a) else {
            return Folded::Keep;
        };
        let Inst { op: Op::Cast(_), args, .. } = self.unit.inst(def) else {
            return Folded::Keep;
        };
        let inner = self.renames.get(args[0]);
        if self.unit.ty(inner) == ty {
            return Folded::Value(inner);
        }
        Folded::Become(Op::Cast(ty), Vals::from_slice(&[inner]))
    }
}

/// The reciprocal of a power of two, where it is a normal float.
fn exact_reciprocal(x: f64) -> Option<f64> {
    let power_of_two = x.is_normal() && x.to_bits() << 12 == 0;
    let reciprocal = x.recip();
    (power_of_two && reciprocal.is_normal()).then_some(reciprocal)
}
