//! Building a unit front to back, at an insertion point.
//!
//! Code added after a terminator cannot be reached: it gets values like any other, so that whoever builds need not
//! care, but it is dropped.
//!
//! What was computed before and is visible is not computed again, and what a guard has found is not asked again. The pass that shares finds
//! more; but what need not be there at first takes no room in the unit, and no time of the passes.

use rustc_hash::{FxHashMap, FxHashSet};

use super::*;
use crate::trace::helper::HelperId;

/// What is being built at the moment, innermost last.
struct Open {
    /// Where instructions go.
    region: RegionId,
    /// The instruction that owns the region; none for the body of the unit.
    owner: Option<InstId>,
    /// Whether the insertion point can be reached.
    reachable: bool,
    /// For a block: whether a `br` leaves it. For an `if`: whether an arm yields.
    left: bool,
    /// How much was known before it.
    known: usize,
}

/// What is known from here to the end of a region.
enum Known {
    /// What a computation gives.
    Value(Sameness),
    /// That a condition holds.
    Held(Val),
}

/// Builds a [`Unit`].
pub struct UnitBuilder {
    unit: Unit,
    open: Vec<Open>,
    /// How many instructions at the start of the body were put there by [`UnitBuilder::load_at_start`].
    started: usize,
    effects: usize,
    values: FxHashMap<Sameness, Val>,
    held: FxHashSet<Val>,
    /// What of these two the open regions have added, in order.
    known: Vec<Known>,
    versions: Versions,
    /// How often memory was written.
    writes: u32,
}

impl UnitBuilder {
    /// Starts a unit.
    pub fn new(kind: UnitKind, name: &str) -> UnitBuilder {
        let unit = Unit::new(kind, name);
        let open = vec![Open { region: unit.body, owner: None, reachable: true, left: false, known: 0 }];
        UnitBuilder {
            unit,
            open,
            started: 0,
            effects: 0,
            values: FxHashMap::default(),
            held: FxHashSet::default(),
            known: Vec::new(),
            versions: Versions::default(),
            writes: 0,
        }
    }

    /// The unit so far.
    pub fn unit(&self) -> &Unit {
        &self.unit
    }

    /// Ends the unit. Every block, loop and `if` has been ended before.
    pub fn finish(self) -> Unit {
        debug_assert_eq!(self.open.len(), 1, "a control instruction was not ended");
        self.unit
    }

    /// Whether what is added now can be reached.
    pub fn is_reachable(&self) -> bool {
        self.top().reachable
    }

    /// How many effects there are so far.
    pub fn effects(&self) -> usize {
        self.effects
    }

    /// The type of a value.
    pub fn ty(&self, val: Val) -> Ty {
        self.unit.ty(val)
    }

    // -- Parameters and tables ----------------------------------------------------------------------------------

    /// Adds a parameter.
    pub fn param(&mut self, ty: Ty, source: Source) -> Val {
        let val = self.unit.new_value(ty, Def::Param(self.unit.params.len() as u32));
        self.unit.params.push(Param { val, source });
        val
    }

    /// Says what `ret` returns.
    pub fn returns(&mut self, types: &[Ty]) {
        self.unit.returns = types.to_vec();
    }

    /// Adds a row to the table of exits.
    pub fn add_exit(&mut self, exit: Exit) -> ExitId {
        self.unit.new_exit(exit)
    }

    /// A row of the table of addresses, shared by name.
    pub fn add_address(&mut self, name: &str, ty: Ty, address: u64) -> AddressId {
        let table = &mut self.unit.addresses;
        let at = table.iter().position(|row| row.name == name).unwrap_or_else(|| {
            table.push(Address { name: name.to_string(), ty, address });
            table.len() - 1
        });
        AddressId(at as u32)
    }

    // -- Values -------------------------------------------------------------------------------------------------

    /// An `I64` constant.
    pub fn int(&mut self, n: i64) -> Val {
        self.unit.int(n)
    }

    /// An `F64` constant.
    pub fn float(&mut self, x: f64) -> Val {
        self.unit.float(x)
    }

    /// A `Bool` constant.
    pub fn bool(&mut self, truth: bool) -> Val {
        self.unit.constant(Const::Bool(truth))
    }

    /// A `Tag` constant.
    pub fn tag(&mut self, tag: u64) -> Val {
        self.unit.constant(Const::Tag(tag))
    }

    /// An address.
    pub fn address(&mut self, id: AddressId) -> Val {
        self.unit.constant(Const::Address(id))
    }

    /// An unchecked integer operation: the result has been proved to fit.
    pub fn int_binary(&mut self, op: IntBinary, a: Val, b: Val) -> Val {
        self.one(Op::Int(op), &[a, b], Ty::I64)
    }

    /// An unchecked integer operation of one operand.
    pub fn int_unary(&mut self, op: IntUnary, a: Val) -> Val {
        self.one(Op::IntUnary(op), &[a], Ty::I64)
    }

    /// An integer operation of one or two operands that leaves where the result does not fit.
    pub fn int_checked(&mut self, op: IntChecked, args: &[Val], exit: ExitId) -> Val {
        self.one(Op::IntChecked(op, exit), args, Ty::I64)
    }

    /// A comparison of two integers, references or tags.
    pub fn int_compare(&mut self, compare: Compare, a: Val, b: Val) -> Val {
        self.one(Op::IntCompare(compare), &[a, b], Ty::Bool)
    }

    /// A float operation.
    pub fn float_binary(&mut self, op: FloatBinary, a: Val, b: Val) -> Val {
        self.one(Op::Float(op), &[a, b], Ty::F64)
    }

    /// A float operation of one operand.
    pub fn float_unary(&mut self, op: FloatUnary, a: Val) -> Val {
        self.one(Op::FloatUnary(op), &[a], Ty::F64)
    }

    /// A comparison of two floats.
    pub fn float_compare(&mut self, compare: Compare, a: Val, b: Val) -> Val {
        self.one(Op::FloatCompare(compare), &[a, b], Ty::Bool)
    }

    /// An operation on two truth values.
    pub fn bool_binary(&mut self, op: BoolBinary, a: Val, b: Val) -> Val {
        let known = |val| self.unit.bool_const(val);
        match (op, known(a), known(b)) {
            (BoolBinary::And, Some(true), _) | (BoolBinary::Or, Some(false), _) => b,
            (BoolBinary::And, _, Some(true)) | (BoolBinary::Or, _, Some(false)) => a,
            (BoolBinary::And, Some(false), _) | (BoolBinary::Or, Some(true), _) => a,
            (BoolBinary::And, _, Some(false)) | (BoolBinary::Or, _, Some(true)) => b,
            _ => self.one(Op::Bool(op), &[a, b], Ty::Bool),
        }
    }

    /// The opposite truth value.
    pub fn bool_not(&mut self, a: Val) -> Val {
        match self.unit.bool_const(a) {
            Some(truth) => self.bool(!truth),
            None => self.one(Op::BoolNot, &[a], Ty::Bool),
        }
    }

    /// `a` if the condition holds, else `b`.
    pub fn select(&mut self, cond: Val, a: Val, b: Val) -> Val {
        let ty = self.ty(a);
        self.one(Op::Select, &[cond, a, b], ty)
    }

    /// The double nearest to an integer.
    pub fn int_to_float(&mut self, a: Val) -> Val {
        self.one(Op::IntToFloat, &[a], Ty::F64)
    }

    /// A double rounded towards zero; leaves where that does not fit.
    pub fn float_to_int(&mut self, a: Val, exit: ExitId) -> Val {
        self.one(Op::FloatToInt(exit), &[a], Ty::I64)
    }

    /// Bits of a double in single precision, and back.
    pub fn single_bits(&mut self, a: Val) -> Val {
        self.one(Op::SingleBits, &[a], Ty::I64)
    }

    /// Whether an operation on floats that gave `r` had nothing to signal.
    pub fn quiet(&mut self, a: Val, b: Val, r: Val) -> Val {
        self.one(Op::Quiet, &[a, b, r], Ty::Bool)
    }

    /// An address some bytes further.
    pub fn offset(&mut self, base: Val, bytes: Val) -> Val {
        self.one(Op::Offset, &[base, bytes], Ty::Ptr)
    }

    /// The same bits as another type.
    pub fn cast(&mut self, ty: Ty, a: Val) -> Val {
        self.one(Op::Cast(ty), &[a], ty)
    }

    // -- Memory -------------------------------------------------------------------------------------------------

    /// Loads from `base + offset`.
    pub fn load(&mut self, access: Access, base: Val) -> Val {
        self.one(Op::Load(access), &[base], access.ty)
    }

    /// Loads from `base + index * element size + offset`.
    pub fn load_element(&mut self, access: Access, base: Val, index: Val) -> Val {
        self.one(Op::LoadElement(access), &[base, index], access.ty)
    }

    /// Stores to `base + offset`.
    pub fn store(&mut self, access: Access, base: Val, val: Val) {
        self.add(Op::Store(access), &[base, val], &[]);
    }

    /// Stores to `base + index * element size + offset`.
    pub fn store_element(&mut self, access: Access, base: Val, index: Val, val: Val) {
        self.add(Op::StoreElement(access), &[base, index, val], &[]);
    }

    // -- Guards and calls ---------------------------------------------------------------------------------------

    /// Leaves if the condition is false.
    pub fn guard(&mut self, cond: Val, exit: ExitId, reason: Reason) {
        if self.held.contains(&cond) {
            return;
        }
        self.add(Op::Guard(exit, reason), &[cond], &[]);
        if self.is_reachable() && self.held.insert(cond) {
            self.known.push(Known::Held(cond));
        }
    }

    /// Leaves if the poll word is set.
    pub fn poll(&mut self, exit: ExitId) {
        self.add(Op::Poll(exit), &[], &[]);
    }

    /// Calls a helper. One that can fail needs an exit.
    pub fn call(&mut self, helper: HelperId, args: &[Val], exit: Option<ExitId>) -> SmallVec<[Val; 2]> {
        self.add(Op::Call(helper, exit), args, helper.get().results)
    }

    /// Calls another unit (or this one) natively.
    pub fn call_unit(&mut self, unit: u32, args: &[Val], results: &[Ty], exit: ExitId) -> SmallVec<[Val; 2]> {
        self.add(Op::CallUnit(unit, exit), args, results)
    }

    // -- Control ------------------------------------------------------------------------------------------------

    /// Starts a block: a label for [`UnitBuilder::br`].
    pub fn begin_block(&mut self) -> InstId {
        let region = self.unit.new_region();
        self.begin(Op::Block(region), &[], region)
    }

    /// Ends a block; the results are what each `br` to it brought.
    pub fn end_block(&mut self, block: InstId, results: &[Ty]) -> SmallVec<[Val; 2]> {
        let left = self.end(block).left;
        self.give_results(block, results, left)
    }

    /// Starts a loop with these first values of its parameters. Returns the label and the parameters.
    pub fn begin_loop(&mut self, init: &[Val], info: LoopInfo) -> (InstId, Vals) {
        let region = self.unit.new_region();
        let label = self.begin(Op::Loop(region, info), init, region);
        // What its turns write is not known yet.
        self.renew(RegionSet::MUTABLE);
        let params: Vals = (0..)
            .zip(init)
            .map(|(at, &val)| {
                let ty = self.unit.ty(val);
                self.unit.new_value(ty, Def::Region(region, at))
            })
            .collect();
        self.unit.region_mut(region).params = params.clone();
        (label, params)
    }

    /// Ends a loop. What follows cannot be reached: the loop is left by `br` to a block around it.
    pub fn end_loop(&mut self, label: InstId) {
        self.end(label);
        self.top_mut().reachable = false;
    }

    /// Starts the first arm of an `if`.
    pub fn begin_if(&mut self, cond: Val) -> InstId {
        let (then, otherwise) = (self.unit.new_region(), self.unit.new_region());
        self.begin(Op::If(then, otherwise), &[cond], then)
    }

    /// Starts the second arm.
    pub fn begin_else(&mut self, label: InstId) {
        let Op::If(_, otherwise) = self.unit.inst(label).op else { unreachable!("not an if") };
        let first = self.end(label);
        let reachable = self.is_reachable();
        let known = self.known.len();
        self.open.push(Open { region: otherwise, owner: Some(label), reachable, left: first.left, known });
    }

    /// Ends an `if`; the results are what each arm yielded. An arm without a terminator gets an empty `yield`.
    pub fn end_if(&mut self, label: InstId, results: &[Ty]) -> SmallVec<[Val; 2]> {
        let left = self.end(label).left;
        self.give_results(label, results, left)
    }

    /// Leaves a block.
    pub fn br(&mut self, block: InstId, vals: &[Val]) {
        if self.is_reachable() {
            for open in &mut self.open {
                open.left |= open.owner == Some(block);
            }
        }
        self.terminate(Op::Br(block), vals);
    }

    /// Starts the next iteration of a loop.
    pub fn continue_loop(&mut self, label: InstId, vals: &[Val]) {
        self.terminate(Op::Continue(label), vals);
    }

    /// Ends an arm of an `if`.
    pub fn yield_values(&mut self, vals: &[Val]) {
        if self.is_reachable() {
            self.top_mut().left = true;
        }
        self.terminate(Op::Yield, vals);
    }

    /// Leaves the unit.
    pub fn exit(&mut self, exit: ExitId, reason: Reason) {
        self.terminate(Op::Exit(exit, reason), &[]);
    }

    /// Returns from a function unit.
    pub fn ret(&mut self, vals: &[Val]) {
        self.terminate(Op::Ret, vals);
    }

    // -- Patching ------------------------------------------------------------------------------------------------

    /// Loads from immutable memory behind a parameter, at the start of the unit.
    pub fn load_at_start(&mut self, access: Access, base: Val) -> Val {
        self.at_start(Op::Load(access), &[base], access.ty)
    }

    /// Does something that is pure to a parameter, or to what was made of one so, at the start of the unit.
    pub fn at_start(&mut self, op: Op, args: &[Val], ty: Ty) -> Val {
        let inst = self.unit.new_inst(op, args, &[ty]);
        let body = self.unit.body;
        self.unit.region_mut(body).insts.insert(self.started, inst);
        self.started += 1;
        self.unit.inst(inst).results[0]
    }

    /// Whether a value was made by [`UnitBuilder::at_start`], and so is visible everywhere.
    pub fn is_at_start(&self, val: Val) -> bool {
        let start = &self.unit.region(self.unit.body).insts[..self.started];
        self.unit.def_inst(val).is_some_and(|inst| start.contains(&inst))
    }

    /// Leaves a block, with values that [`UnitBuilder::complete`] will give. None if the place cannot be reached.
    pub fn br_incomplete(&mut self, block: InstId) -> Option<(InstId, RegionId)> {
        let region = self.top().region;
        let reachable = self.is_reachable();
        self.br(block, &[]);
        let inst = *self.unit.region(region).insts.last()?;
        reachable.then_some((inst, region))
    }

    /// Does something that is pure here, or just before the last instruction of a region that has been left.
    pub fn pure_at(&mut self, end: Option<RegionId>, op: Op, args: &[Val], ty: Ty) -> Val {
        let Some(region) = end else {
            return self.one(op, args, ty);
        };
        let inst = self.unit.new_inst(op, args, &[ty]);
        let insts = &mut self.unit.region_mut(region).insts;
        insts.insert(insts.len() - 1, inst);
        self.unit.inst(inst).results[0]
    }

    /// Calls a helper that cannot fail just before the last instruction of a region that has been left.
    pub fn call_before_end(&mut self, region: RegionId, helper: HelperId, args: &[Val]) -> SmallVec<[Val; 2]> {
        let inst = self.unit.new_inst(Op::Call(helper, None), args, helper.get().results);
        let insts = &mut self.unit.region_mut(region).insts;
        insts.insert(insts.len() - 1, inst);
        self.unit.inst(inst).results.clone()
    }

    /// Gives a `br` the values it was made without.
    pub fn complete(&mut self, inst: InstId, vals: &[Val]) {
        self.unit.inst_mut(inst).args = Vals::from_slice(vals);
    }

    // -- Inside -------------------------------------------------------------------------------------------------

    fn top(&self) -> &Open {
        self.open.last().expect("the body of the unit stays open")
    }

    fn top_mut(&mut self) -> &mut Open {
        self.open.last_mut().expect("the body of the unit stays open")
    }

    fn add_inst(&mut self, op: Op, args: &[Val], results: &[Ty]) -> InstId {
        let inst = self.unit.new_inst(op, args, results);
        let Open { region, reachable, .. } = *self.top();
        if reachable {
            self.effects += usize::from(op.is_effect());
            self.unit.region_mut(region).insts.push(inst);
            self.renew(op.clobbers());
        }
        inst
    }

    fn add(&mut self, op: Op, args: &[Val], results: &[Ty]) -> SmallVec<[Val; 2]> {
        let inst = self.add_inst(op, args, results);
        self.unit.inst(inst).results.clone()
    }

    fn one(&mut self, op: Op, args: &[Val], result: Ty) -> Val {
        let Some(same) = self.versions.sameness(op, args).filter(|_| self.is_reachable()) else {
            return self.add(op, args, &[result])[0];
        };
        if let Some(&val) = self.values.get(&same) {
            return val;
        }
        let val = self.add(op, args, &[result])[0];
        self.values.insert(same.clone(), val);
        self.known.push(Known::Value(same));
        val
    }

    fn renew(&mut self, written: RegionSet) {
        if !written.is_empty() {
            self.writes += 1;
            self.versions.renew(written, self.writes);
        }
    }

    fn terminate(&mut self, op: Op, args: &[Val]) {
        self.add_inst(op, args, &[]);
        self.top_mut().reachable = false;
    }

    fn begin(&mut self, op: Op, args: &[Val], region: RegionId) -> InstId {
        let inst = self.add_inst(op, args, &[]);
        let reachable = self.is_reachable();
        self.open.push(Open { region, owner: Some(inst), reachable, left: false, known: self.known.len() });
        inst
    }

    /// Closes the innermost region. An arm of an `if` that is still open yields nothing.
    fn end(&mut self, label: InstId) -> Open {
        if self.is_reachable() && matches!(self.unit.inst(label).op, Op::If(..)) {
            self.yield_values(&[]);
        }
        let open = self.open.pop().expect("the body of the unit stays open");
        debug_assert_eq!(open.owner, Some(label), "control instructions end in the reverse order");
        for known in self.known.drain(open.known..) {
            match known {
                Known::Value(same) => _ = self.values.remove(&same),
                Known::Held(cond) => _ = self.held.remove(&cond),
            }
        }
        open
    }

    fn give_results(&mut self, inst: InstId, types: &[Ty], left: bool) -> SmallVec<[Val; 2]> {
        let results: SmallVec<[Val; 2]> =
            (0..).zip(types).map(|(at, &ty)| self.unit.new_value(ty, Def::Inst(inst, at))).collect();
        self.unit.inst_mut(inst).results = results.clone();
        self.top_mut().reachable &= left;
        results
    }
}
