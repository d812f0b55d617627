//! Turns the prefix of an iteration into code for a group of lanes.
//!
//! Comes in: instructions of the body. Goes out: new ones, the regions of loops and branches included. At each point some lanes are
//! *active*; the others compute too, but nobody asks for what they get. Lanes that leave to a label wait there with what they bring.

use super::plan::{Plan, Stored};
use crate::trace::ir::*;
use rustc_hash::FxHashMap;

/// What a value of the body is for the group.
#[derive(Clone, Copy)]
pub enum Lane {
    /// The same for all lanes.
    Uniform(Val),
    /// This for the first lane, one more for each further one.
    Sequence(Val),
    /// A value with lanes.
    Varying(Val),
}

/// Lanes that wait at a label.
#[derive(Clone)]
struct Waiting {
    /// The block.
    label: InstId,
    /// Which lanes have come, and what they brought; none before anybody has.
    state: Option<(Val, Vals)>,
}

/// The code of a group.
pub struct Made {
    /// The group.
    pub insts: Vec<InstId>,
    /// What belongs in front of all groups.
    pub splats: Vec<InstId>,
    /// Whether the group may have to be done one by one.
    pub falls_back: bool,
}

/// A loop of the prefix. It stands in another one, which is there to begin an iteration again with fewer lanes.
#[derive(Clone)]
struct Inner {
    /// The loop around it.
    again: InstId,
    /// The block that is left when no lane is in the loop any more.
    out: InstId,
    /// Its parameters.
    params: Vals,
    /// How many labels are outside of it.
    outside: usize,
}

/// The walk over the prefix.
pub struct Walk<'a> {
    /// The unit.
    pub unit: &'a mut Unit,
    varying: &'a [bool],
    plan: &'a Plan,
    lanes: FxHashMap<Val, Lane>,
    /// Lanes made of values from before the group.
    splats: FxHashMap<Val, Val>,
    /// Their instructions.
    before: Vec<InstId>,
    /// The region that is being made.
    out: Vec<InstId>,
    /// Where a group goes that has to be done one by one.
    fallback: InstId,
    /// Whether any group may go there.
    falls_back: bool,
    /// The exit at the start of the group.
    head: ExitId,
    /// Labels around the current point, innermost last.
    labels: Vec<Waiting>,
    /// The loop around the current point.
    inner: Option<Inner>,
    /// Which lanes are here; none if all are.
    active: Option<Val>,
    /// How many branches are open of which all lanes go through both arms.
    flat: u32,
    /// Values made from here on are not known in front of the group.
    first_new: u32,
}

impl<'a> Walk<'a> {
    /// A walk at the start of a group.
    pub fn new(unit: &'a mut Unit, plan: &'a Plan, fallback: InstId, head: ExitId) -> Walk<'a> {
        let varying = &plan.varying[..];
        let first_new = varying.len() as u32;
        Walk {
            unit,
            varying,
            plan,
            lanes: FxHashMap::default(),
            splats: FxHashMap::default(),
            before: Vec::new(),
            out: Vec::new(),
            fallback,
            falls_back: false,
            head,
            labels: Vec::new(),
            inner: None,
            active: None,
            flat: 0,
            first_new,
        }
    }

    /// Says what a value of the body is for the group.
    pub fn set(&mut self, val: Val, lane: Lane) {
        self.lanes.insert(val, lane);
    }

    /// The code made.
    pub fn finish(self) -> Made {
        Made { insts: self.out, splats: self.before, falls_back: self.falls_back }
    }

    /// Adds instructions made elsewhere.
    pub fn append(&mut self, insts: Vec<InstId>) {
        self.out.extend(insts);
    }

    /// Asks the poll word; the exit stands at the start of the group.
    pub fn poll(&mut self) {
        self.put(Op::Poll(self.head), &[], &[]);
    }

    /// One lane of a value of the body.
    pub fn lane(&mut self, val: Val, lane: usize) -> Val {
        match self.get(val) {
            Lane::Uniform(val) => val,
            Lane::Sequence(first) if lane == 0 => first,
            Lane::Sequence(first) => {
                let more = self.unit.int(lane as i64);
                self.value(Op::Int(IntBinary::Add), &[first, more], Ty::I64)
            }
            Lane::Varying(lanes) => {
                let ty = self.unit.ty(lanes).lane().expect("a value with lanes");
                self.value(Op::Lane(lane as u8), &[lanes], ty)
            }
        }
    }

    /// Stores of elements one after the other, all lanes at once. Lanes in which a condition does not hold store what there is.
    pub fn stores(&mut self, stores: &[Stored]) {
        for stored in stores {
            let Inst { op: Op::StoreElement(access), args, .. } = self.unit.inst(stored.inst).clone() else {
                unreachable!("a plan stores nothing but elements in lanes");
            };
            let (base, index) = (self.lane(args[0], 0), self.lane(args[1], 0));
            let mut lanes = self.vary(args[2]);
            if let Some((cond, old)) = stored.under {
                let (cond, old) = (self.vary(cond), self.vary(old));
                lanes = if stored.truth { self.choose(cond, lanes, old) } else { self.choose(cond, old, lanes) };
            }
            let ty = self.unit.ty(lanes);
            self.put(Op::StoreElement(Access { ty, ..access }), &[base, index, lanes], &[]);
        }
    }

    // -- Values -------------------------------------------------------------------------------------------------

    fn get(&self, val: Val) -> Lane {
        self.lanes.get(&val).copied().unwrap_or(Lane::Uniform(val))
    }

    fn put(&mut self, op: Op, args: &[Val], results: &[Ty]) -> InstId {
        let inst = self.unit.new_inst(op, args, results);
        self.out.push(inst);
        inst
    }

    fn value(&mut self, op: Op, args: &[Val], ty: Ty) -> Val {
        let inst = self.put(op, args, &[ty]);
        self.unit.inst(inst).results[0]
    }

    /// A value of the body as lanes.
    fn vary(&mut self, val: Val) -> Val {
        match self.get(val) {
            Lane::Varying(lanes) => lanes,
            Lane::Uniform(val) => self.splat(val),
            Lane::Sequence(first) => self.value(Op::Iota, &[first], Ty::I64s),
        }
    }

    fn splat(&mut self, val: Val) -> Val {
        let ty = self.unit.ty(val).lanes().expect("a scalar that lanes hold");
        let outside = val.0 < self.first_new || self.unit.as_const(val).is_some();
        if !outside {
            return self.value(Op::Splat, &[val], ty);
        }
        if let Some(&known) = self.splats.get(&val) {
            return known;
        }
        let inst = self.unit.new_inst(Op::Splat, &[val], &[ty]);
        self.before.push(inst);
        let lanes = self.unit.inst(inst).results[0];
        self.splats.insert(val, lanes);
        lanes
    }

    fn all(&mut self, truth: bool) -> Val {
        let truth = self.unit.bool(truth);
        self.splat(truth)
    }

    fn not(&mut self, mask: Val) -> Val {
        self.value(Op::BoolNot, &[mask], Ty::Bools)
    }

    fn both(&mut self, first: Option<Val>, second: Val) -> Val {
        match first {
            Some(first) => self.value(Op::Bool(BoolBinary::And), &[first, second], Ty::Bools),
            None => second,
        }
    }

    fn any(&mut self, mask: Val) -> Val {
        self.value(Op::AnyLane, &[mask], Ty::Bool)
    }

    fn choose(&mut self, mask: Val, first: Val, second: Val) -> Val {
        let ty = self.unit.ty(first);
        self.value(Op::Select, &[mask, first, second], ty)
    }

    // -- Instructions -------------------------------------------------------------------------------------------

    /// Walks over instructions.
    pub fn insts(&mut self, insts: &[InstId]) {
        insts.iter().for_each(|&inst| self.inst(inst));
    }

    fn inst(&mut self, inst: InstId) {
        let Inst { op, args, results } = self.unit.inst(inst).clone();
        match op {
            Op::Guard(..) => self.guard(args[0]),
            Op::Poll(_) => self.poll(),
            Op::Br(label) => self.wait_at(label, &args),
            Op::Block(body) => self.block(inst, body, &results),
            Op::Loop(body, info) => self.run_loop(body, info, &args),
            Op::If(then, otherwise) => self.branch(args[0], then, otherwise, &results),
            Op::Continue(_) | Op::Yield => unreachable!("ends of regions are walked with what owns them"),
            _ => self.plain(op, &args, &results),
        }
    }

    fn plain(&mut self, op: Op, args: &[Val], results: &[Val]) {
        let lanes: SmallVec<[Lane; 4]> = args.iter().map(|&arg| self.get(arg)).collect();
        let result = match (op, &lanes[..]) {
            (_, lanes) if lanes.iter().all(|lane| matches!(lane, Lane::Uniform(_))) => {
                let args: Vals = args.iter().map(|&arg| self.lane(arg, 0)).collect();
                let mut op = op;
                if let Some(exit) = op.exit_mut() {
                    *exit = self.head;
                }
                let ty = self.unit.ty(results[0]);
                Lane::Uniform(self.value(op, &args, ty))
            }
            // Whoever asks does so because a result is not finite in some lane: then the guard looks closer.
            (Op::Quiet, _) => Lane::Uniform(self.unit.bool(false)),
            (Op::Bool(BoolBinary::Or), &[known, Lane::Uniform(never)] | &[Lane::Uniform(never), known])
                if self.unit.bool_const(never) == Some(false) =>
            {
                known
            }
            (Op::Bool(BoolBinary::And), &[_, Lane::Uniform(never)] | &[Lane::Uniform(never), _])
                if self.unit.bool_const(never) == Some(false) =>
            {
                Lane::Uniform(never)
            }
            (Op::Int(IntBinary::Add | IntBinary::Sub), &[Lane::Sequence(first), Lane::Uniform(more)]) => {
                Lane::Sequence(self.value(op, &[first, more], Ty::I64))
            }
            (Op::Int(IntBinary::Add), &[Lane::Uniform(more), Lane::Sequence(first)]) => {
                Lane::Sequence(self.value(op, &[more, first], Ty::I64))
            }
            (
                Op::IntCompare(compare @ (Compare::Below | Compare::Lt)),
                &[Lane::Sequence(first), Lane::Uniform(limit)],
            ) if self.plan.guarded[results[0].index()] => Lane::Uniform(self.all_in_front(compare, first, limit)),
            (Op::LoadElement(access), &[Lane::Uniform(base), Lane::Sequence(first)]) => {
                let ty = access.ty.lanes().expect("an element that lanes hold");
                Lane::Varying(self.value(Op::LoadElement(Access { ty, ..access }), &[base, first], ty))
            }
            (Op::IntChecked(op, _), _) => {
                let (a, b) = (self.vary(args[0]), self.vary(args[1]));
                Lane::Varying(self.checked(op, a, b))
            }
            _ => {
                let args: Vals = args.iter().map(|&arg| self.vary(arg)).collect();
                let ty = self.unit.ty(results[0]).lanes().expect("a scalar that lanes hold");
                Lane::Varying(self.value(op, &args, ty))
            }
        };
        self.set(results[0], result);
        if let Lane::Uniform(pointer) = result {
            self.keep_apart(results[0], pointer);
        }
    }

    /// Whether a sequence lies before a limit; for `below` also from 0 on. Guards ask it of all lanes at once.
    fn all_in_front(&mut self, compare: Compare, first: Val, limit: Val) -> Val {
        let more = self.unit.int(LANES as i64 - 1);
        let last = self.value(Op::Int(IntBinary::Add), &[first, more], Ty::I64);
        let before = self.value(Op::IntCompare(Compare::Lt), &[last, limit], Ty::Bool);
        if compare == Compare::Lt {
            return before;
        }
        let zero = self.unit.int(0);
        let natural = self.value(Op::IntCompare(Compare::Ge), &[first, zero], Ty::Bool);
        self.value(Op::Bool(BoolBinary::And), &[natural, before], Ty::Bool)
    }

    /// Falls back where a pointer that was just made is one that the group writes through.
    fn keep_apart(&mut self, val: Val, pointer: Val) {
        let plan = self.plan;
        for &(_, written) in plan.apart_inside.iter().filter(|(read, _)| *read == val) {
            let [read, written] = [pointer, written].map(|pointer| self.value(Op::Cast(Ty::I64), &[pointer], Ty::I64));
            let differ = self.value(Op::IntCompare(Compare::Ne), &[read, written], Ty::Bool);
            self.go_on_if(differ);
        }
    }

    /// Falls back unless this holds for the group.
    fn go_on_if(&mut self, cond: Val) {
        let goes_on = self.terminated(Op::Yield, &[]);
        let leaves = self.terminated(Op::Br(self.fallback), &[]);
        self.falls_back = true;
        self.put(Op::If(goes_on, leaves), &[cond], &[]);
    }

    /// A sum or a difference wraps in a lane exactly if its sign is not the one that the operands' signs allow.
    fn checked(&mut self, op: IntChecked, a: Val, b: Val) -> Val {
        let int = |walk: &mut Self, op, a, b| walk.value(Op::Int(op), &[a, b], Ty::I64s);
        let (result, signs) = if op == IntChecked::Add {
            let sum = int(self, IntBinary::Add, a, b);
            let signs = (int(self, IntBinary::Xor, a, sum), int(self, IntBinary::Xor, b, sum));
            (sum, signs)
        } else {
            let difference = int(self, IntBinary::Sub, a, b);
            let signs = (int(self, IntBinary::Xor, a, b), int(self, IntBinary::Xor, a, difference));
            (difference, signs)
        };
        let wrapped = int(self, IntBinary::And, signs.0, signs.1);
        let zero = self.unit.int(0);
        let zero = self.splat(zero);
        let wrapped = self.value(Op::IntCompare(Compare::Lt), &[wrapped, zero], Ty::Bools);
        let wrapped = self.both(self.active, wrapped);
        self.fall_back_if(wrapped);
        result
    }

    /// A condition that has to hold in all active lanes.
    fn guard(&mut self, cond: Val) {
        // Where some lane is here, it fails for that one.
        if let Lane::Uniform(cond) = self.get(cond)
            && self.flat == 0
            && (self.active.is_none() || self.inner.is_some())
        {
            return self.go_on_if(cond);
        }
        let holds = self.vary(cond);
        let fails = self.not(holds);
        let fails = self.both(self.active, fails);
        // What went into many operations would take registers up to here.
        if self.asked_operations(cond) != 1 {
            return self.fall_back_if(fails);
        }
        let any = self.any(fails);
        let outer = std::mem::take(&mut self.out);
        let holds = self.closely(cond);
        let fails = self.not(holds);
        let fails = self.both(self.active, fails);
        self.fall_back_if(fails);
        let closer = self.close(outer, Op::Yield, &[]);
        let goes_on = self.terminated(Op::Yield, &[]);
        self.put(Op::If(closer, goes_on), &[any], &[]);
    }

    /// Of how many operations a condition asks whether they were quiet.
    fn asked_operations(&self, cond: Val) -> usize {
        let Some(def) = self.unit.def_inst(cond) else { return 0 };
        let Inst { op, args, .. } = self.unit.inst(def);
        match op {
            Op::Quiet => 1,
            Op::Bool(_) => args.iter().map(|&arg| self.asked_operations(arg)).sum(),
            _ => 0,
        }
    }

    /// A condition in lanes, with what it asks about quiet operations computed.
    fn closely(&mut self, cond: Val) -> Val {
        let Some(Inst { op, args, .. }) = self.unit.def_inst(cond).map(|def| self.unit.inst(def).clone()) else {
            return self.vary(cond);
        };
        match op {
            Op::Bool(op) if self.asked_operations(cond) > 0 => {
                let args: Vals = args.iter().map(|&arg| self.closely(arg)).collect();
                self.value(Op::Bool(op), &args, Ty::Bools)
            }
            Op::Quiet => self.quiet([args[0], args[1], args[2]]),
            _ => self.vary(cond),
        }
    }

    /// Whether an operation that gave the last of these had nothing to signal: it is finite, an operand was no number, or one was infinite
    /// and it is a number.
    fn quiet(&mut self, vals: [Val; 3]) -> Val {
        let vals = vals.map(|val| self.vary(val));
        let compare = |walk: &mut Self, compare, a, b| walk.value(Op::FloatCompare(compare), &[a, b], Ty::Bools);
        let logic = |walk: &mut Self, op, a, b| walk.value(Op::Bool(op), &[a, b], Ty::Bools);
        let infinity = self.unit.float(f64::INFINITY);
        let infinity = self.splat(infinity);
        let is_finite = vals.map(|val| {
            let size = self.value(Op::FloatUnary(FloatUnary::Abs), &[val], Ty::F64s);
            compare(self, Compare::Lt, size, infinity)
        });
        let [a, b, r] = vals.map(|val| compare(self, Compare::Eq, val, val));
        let exact = logic(self, BoolBinary::And, is_finite[0], is_finite[1]);
        let inexact = self.not(exact);
        let kept = logic(self, BoolBinary::And, inexact, r);
        let numbers = logic(self, BoolBinary::And, a, b);
        let none = self.not(numbers);
        let known = logic(self, BoolBinary::Or, kept, none);
        logic(self, BoolBinary::Or, known, is_finite[2])
    }

    /// Goes to the fallback if this is true in a lane.
    fn fall_back_if(&mut self, mask: Val) {
        let any = self.any(mask);
        self.falls_back = true;
        let leaves = self.terminated(Op::Br(self.fallback), &[]);
        let goes_on = self.terminated(Op::Yield, &[]);
        self.put(Op::If(leaves, goes_on), &[any], &[]);
    }

    fn terminated(&mut self, op: Op, args: &[Val]) -> RegionId {
        super::terminated(self.unit, op, args)
    }

    // -- Labels -------------------------------------------------------------------------------------------------

    /// The active lanes go to a label and wait there.
    fn wait_at(&mut self, label: InstId, args: &[Val]) {
        let brought: Vals = args.iter().map(|&arg| self.vary(arg)).collect();
        let here = match self.active {
            Some(mask) => mask,
            None => self.all(true),
        };
        let at = self.labels.iter().position(|waiting| waiting.label == label).expect("a label around");
        let state = match self.labels[at].state.take() {
            None => (here, brought),
            Some((before, values)) => {
                let values = values.iter().zip(&brought).map(|(&old, &new)| self.choose(here, new, old)).collect();
                (self.value(Op::Bool(BoolBinary::Or), &[before, here], Ty::Bools), values)
            }
        };
        self.labels[at].state = Some(state);
    }

    fn block(&mut self, label: InstId, body: RegionId, results: &[Val]) {
        let before = self.active;
        let depth = self.labels.len();
        let leaves_further = leaves_further(self.unit, body, label);
        self.labels.push(Waiting { label, state: None });
        let insts = self.unit.region(body).insts.clone();
        self.insts(&insts);
        let (mask, values) = self.labels[depth].state.take().expect("a block is left to its end");
        self.labels.truncate(depth);
        // If none went elsewhere, all that came in are here again.
        self.active = if leaves_further { Some(mask) } else { before };
        for (&result, value) in results.iter().zip(values) {
            self.set(result, Lane::Varying(value));
        }
    }

    /// The lanes waiting at labels outside of the loop, as values that a branch can merge.
    fn states(&mut self, count: usize) -> Vals {
        let mut vals = Vals::new();
        for at in 0..count {
            if let Some((mask, values)) = &self.labels[at].state {
                vals.push(*mask);
                vals.extend_from_slice(values);
            }
        }
        vals
    }

    fn set_states(&mut self, count: usize, vals: &[Val]) {
        let mut vals = vals.iter().copied();
        for at in 0..count {
            if let Some((mask, values)) = &mut self.labels[at].state {
                for val in [mask].into_iter().chain(values) {
                    *val = vals.next().expect("a value for each");
                }
            }
        }
    }

    /// Gives the labels that a region leaves to a state that can be merged.
    fn prepare(&mut self, body: RegionId) {
        for at in 0..self.labels.len() {
            let label = self.labels[at].label;
            if self.labels[at].state.is_none() && leaves_to(self.unit, body, label) {
                let types: Vec<Ty> =
                    self.unit.inst(label).results.clone().iter().map(|&result| self.unit.ty(result)).collect();
                let nobody = self.all(false);
                let nothing = types.into_iter().map(|ty| self.zero(ty)).collect();
                self.labels[at].state = Some((nobody, nothing));
            }
        }
    }

    fn zero(&mut self, ty: Ty) -> Val {
        let zero = match ty {
            Ty::F64 => self.unit.float(0.0),
            Ty::Bool => self.unit.bool(false),
            _ => self.unit.int(0),
        };
        self.splat(zero)
    }

    // -- Control ------------------------------------------------------------------------------------------------

    fn branch(&mut self, cond: Val, then: RegionId, otherwise: RegionId, results: &[Val]) {
        match (self.unit.yields(then), self.unit.yields(otherwise)) {
            (true, true) => self.flatten(cond, then, otherwise, results),
            (true, false) => self.leave(cond, false, otherwise),
            _ => self.leave(cond, true, then),
        }
    }

    /// Both arms are computed, and each lane takes its own.
    fn flatten(&mut self, cond: Val, then: RegionId, otherwise: RegionId, results: &[Val]) {
        let holds = self.vary(cond);
        let before = self.active;
        let fails = self.not(holds);
        let mut yielded = Vec::new();
        self.flat += 1;
        for (region, taken) in [(then, holds), (otherwise, fails)] {
            self.active = Some(self.both(before, taken));
            let insts = self.unit.region(region).insts.clone();
            let (&last, insts) = insts.split_last().expect("a region ends with a terminator");
            self.insts(insts);
            let args = self.unit.inst(last).args.clone();
            yielded.push(args.iter().map(|&arg| self.vary(arg)).collect::<Vals>());
        }
        self.flat -= 1;
        self.active = before;
        for (at, &result) in results.iter().enumerate() {
            let chosen = self.choose(holds, yielded[0][at], yielded[1][at]);
            self.set(result, Lane::Varying(chosen));
        }
    }

    /// Lanes in which `cond` is `truth` go through an arm that ends at a label.
    fn leave(&mut self, cond: Val, truth: bool, arm: RegionId) {
        let insts = self.unit.region(arm).insts.clone();
        let last = *insts.last().expect("a region ends with a terminator");
        let Op::Br(label) = self.unit.inst(last).op else {
            unreachable!("an arm that leaves ends with br");
        };
        let at = self.labels.iter().position(|waiting| waiting.label == label).expect("a label around");
        let Some(inner) = self.inner.clone().filter(|inner| at < inner.outside) else {
            let cond = self.vary(cond);
            let fails = self.not(cond);
            let (leaving, staying) = if truth { (cond, fails) } else { (fails, cond) };
            let before = self.active;
            self.active = Some(self.both(before, leaving));
            self.insts(&insts);
            self.active = Some(self.both(before, staying));
            return;
        };
        // In a loop lanes leave seldom. Then the iteration is begun again without them, as it has done nothing yet: what waits at
        // labels and which lanes are active does not change in the loop itself, and takes no register from it.
        let before = self.active.expect("a loop has a mask");
        let states = self.states(inner.outside);
        let outer = std::mem::take(&mut self.out);
        if let Lane::Uniform(cond) = self.get(cond) {
            self.insts(&insts);
            let changed = self.states(inner.outside);
            let region = self.close(outer, Op::Br(inner.out), &changed);
            let stays = self.terminated(Op::Yield, &[]);
            let (then, otherwise) = if truth { (region, stays) } else { (stays, region) };
            self.put(Op::If(then, otherwise), &[cond], &[]);
            return self.set_states(inner.outside, &states);
        }
        self.out = outer;
        let mut leaving = self.vary(cond);
        if !truth {
            leaving = self.not(leaving);
        }
        let leaving = self.both(Some(before), leaving);
        let any = self.any(leaving);
        let outer = std::mem::take(&mut self.out);
        self.active = Some(leaving);
        self.insts(&insts);
        let changed = self.states(inner.outside);
        let stay = self.not(leaving);
        let rest = self.both(Some(before), stay);
        let some = self.any(rest);
        let go_on = self.terminated(Op::Yield, &[]);
        let all_gone = self.terminated(Op::Br(inner.out), &changed);
        self.put(Op::If(go_on, all_gone), &[some], &[]);
        let again: Vals = inner.params.iter().copied().chain([rest]).chain(changed).collect();
        let region = self.close(outer, Op::Continue(inner.again), &again);
        let unchanged = self.terminated(Op::Yield, &[]);
        self.put(Op::If(region, unchanged), &[any], &[]);
        self.active = Some(before);
        self.set_states(inner.outside, &states);
    }

    /// Ends the region that is being made and goes on with the one around it.
    fn close(&mut self, outer: Vec<InstId>, op: Op, args: &[Val]) -> RegionId {
        self.put(op, args, &[]);
        let region = self.unit.new_region();
        self.unit.region_mut(region).insts = std::mem::replace(&mut self.out, outer);
        region
    }

    /// A loop runs until its last lane has left.
    fn run_loop(&mut self, body: RegionId, info: LoopInfo, init: &[Val]) {
        self.prepare(body);
        let mask = match self.active {
            Some(mask) => mask,
            None => self.all(true),
        };
        let outside = self.labels.len();
        let states = self.states(outside);
        let old = self.unit.region(body).params.clone();
        let mut args: Vals = SmallVec::new();
        for (&param, &init) in old.iter().zip(init) {
            let arg = if self.varying[param.index()] { self.vary(init) } else { self.lane(init, 0) };
            args.push(arg);
        }
        args.push(mask);
        args.extend_from_slice(&states);
        let types: Vec<Ty> = states.iter().map(|&val| self.unit.ty(val)).collect();
        let out_body = self.unit.new_region();
        let out = self.unit.new_inst(Op::Block(out_body), &[], &types);
        let info = LoopInfo { entry: self.head, ..info };
        let (again, again_body, fixed) = super::new_loop(self.unit, info, &args);
        let (label, new_body, params) = super::new_loop(self.unit, info, &fixed[..old.len()]);
        for (&old, &new) in old.iter().zip(&params) {
            let lane = if self.varying[old.index()] { Lane::Varying(new) } else { Lane::Uniform(new) };
            self.set(old, lane);
        }
        self.active = Some(fixed[old.len()]);
        self.set_states(outside, &fixed[old.len() + 1..]);
        self.inner = Some(Inner { again, out, params, outside });
        let outer = std::mem::take(&mut self.out);

        let insts = self.unit.region(body).insts.clone();
        let (&last, insts) = insts.split_last().expect("a region ends with a terminator");
        self.insts(insts);
        let next = self.unit.inst(last).args.clone();
        let mut args: Vals = SmallVec::new();
        for (&param, &next) in old.iter().zip(&next) {
            let arg = if self.varying[param.index()] { self.vary(next) } else { self.lane(next, 0) };
            args.push(arg);
        }
        self.put(Op::Continue(label), &args, &[]);
        self.unit.region_mut(new_body).insts = std::mem::replace(&mut self.out, outer);
        self.unit.region_mut(again_body).insts = vec![label];
        self.unit.region_mut(out_body).insts = vec![again];
        self.out.push(out);
        let results = self.unit.inst(out).results.clone();
        self.set_states(outside, &results);
        self.inner = None;
    }
}

/// Whether a region leaves to a label.
fn leaves_to(unit: &Unit, region: RegionId, label: InstId) -> bool {
    unit.region(region).insts.iter().any(|&inst| {
        let op = unit.inst(inst).op;
        op == Op::Br(label) || op.regions().any(|region| leaves_to(unit, region, label))
    })
}

/// Whether the body of a block leaves to other labels than its own and those in it.
fn leaves_further(unit: &Unit, body: RegionId, label: InstId) -> bool {
    let mut known = vec![label];
    let mut open = vec![body];
    let mut targets = Vec::new();
    while let Some(region) = open.pop() {
        for &inst in &unit.region(region).insts {
            let op = unit.inst(inst).op;
            known.push(inst);
            open.extend(op.regions());
            if let Op::Br(target) = op {
                targets.push(target);
            }
        }
    }
    targets.iter().any(|target| !known.contains(target))
}
