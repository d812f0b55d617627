//! Decides whether a loop may run in lanes, and what of it.
//!
//! Comes in: a loop. Goes out: a [`Plan`], or nothing if the loop is of another shape, if its iterations depend on each other,
//! or if lanes would not pay.

use crate::trace::ir::*;
use crate::trace::opt::counted::Counted;
use std::cell::Cell;

/// Most instructions of a suffix that is repeated for each lane.
const LONGEST_SUFFIX: usize = 16;

/// An element whose place does not change in the loop: an address, how many elements further, how many bytes, and how large elements are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Fixed {
    pub base: Val,
    pub index: Option<Val>,
    pub offset: i64,
    pub size: i64,
}

/// Elements one after the other: an address, how far the index is ahead of the counter, how many bytes further, and how large elements are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Moving {
    pub base: Val,
    pub ahead: Ahead,
    pub offset: i64,
    pub size: i64,
}

/// How a loop runs in lanes.
pub struct Plan {
    /// The loop.
    pub counted: Counted,
    /// What all lanes do together.
    pub prefix: Vec<InstId>,
    /// What they do one after the other.
    pub suffix: Vec<InstId>,
    /// The stores of elements that the suffix is made of, if it is nothing else and lanes may do it together too.
    pub stores: Option<Vec<Stored>>,
    /// Values of the prefix that the suffix, or the next iteration, needs.
    pub needed: Vec<Val>,
    /// The state at the start of an iteration, in terms of the loop's parameters.
    pub resume: Exit,
    /// Which values differ between lanes.
    pub varying: Vec<bool>,
    /// What must be found out about addresses before.
    pub apart: Vec<Apart>,
    /// Elements that every iteration reads, each with those that the loop writes one after the other: no group may write what it reads.
    pub beside: Vec<(Fixed, Moving)>,
    /// Data pointers that must not be the same, the first of the two made in the loop for all lanes alike.
    pub apart_inside: Vec<(Val, Val)>,
    /// Comparisons that nothing but guards look at.
    pub guarded: Vec<bool>,
}

/// A store of an element.
#[derive(Clone, Copy)]
pub struct Stored {
    pub inst: InstId,
    /// Where it is done under a condition: that, and what the element holds if it is not done.
    pub under: Option<(Val, Val)>,
    /// Whether it is done where the condition holds.
    pub truth: bool,
}

/// What two accesses of a group ask of their addresses.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Apart {
    /// These data pointers of lists are not the same.
    Lists(Val, Val),
    /// How far in bytes the second address lies behind the first one, once this is added, is at most the first number, or at least the second.
    Elements(Val, Val, i64, [i64; 2]),
    /// Nothing that the loop touches at one place lies where it touches something at the other.
    Ranges(Moving, Moving),
}

impl Plan {
    /// The plan for a loop, if there is a good one.
    pub fn make(unit: &Unit, label: InstId) -> Option<Plan> {
        let counted = Counted::find(unit, label)?;
        let seldom = (1..2 * LANES as u32).contains(&counted.info.trips);
        let rises = counted.rises && !counted.negated && matches!(counted.compare, Compare::Lt | Compare::Le);
        if seldom || !rises || unit.int_const(counted.step).is_some_and(|step| step != 1) {
            return None;
        }
        let Region { params, insts } = unit.region(counted.body);
        let (&last, rest) = insts.split_last()?;
        let mut split = Split {
            unit,
            varying: vec![false; unit.values.len()],
            sequence: vec![None; unit.values.len()],
            late: vec![false; unit.values.len()],
            inside: vec![false; unit.values.len()],
            guarded: only_guarded(unit),
            parted: Cell::new(false),
        };
        insts.iter().flat_map(|&inst| &unit.inst(inst).results).for_each(|val| split.inside[val.index()] = true);
        for (at, &param) in params.iter().enumerate() {
            split.varying[param.index()] = true;
            split.late[param.index()] = at != counted.counter;
        }
        split.sequence[params[counted.counter].index()] = Some((None, 0));
        let (mut prefix, mut suffix, mut poll) = (Vec::new(), Vec::new(), None);
        for &inst in rest {
            match unit.inst(inst).op {
                Op::Poll(exit) => poll = Some(exit),
                _ if inst == counted.branch => {}
                _ if split.goes_before(inst) => prefix.push(inst),
                _ => {
                    unit.inst(inst).results.iter().for_each(|result| split.late[result.index()] = true);
                    suffix.push(inst);
                }
            }
        }
        let resume = state_at_start(unit, params, &unit.inst(last).args, poll?, insts)?;
        let stores = only_stores(&split, insts, &suffix);
        let in_lanes = stores.is_some();
        let size: usize = suffix.iter().map(|&inst| size(unit, inst)).sum();
        let alone = suffix.iter().all(|&inst| each(unit, inst, &|op| !matches!(op, Op::Loop(..) | Op::Poll(_))));
        if !alone || !in_lanes && size > LONGEST_SUFFIX || !split.pays(&prefix, in_lanes) {
            return None;
        }
        let Independent { mut apart, beside, inside: apart_inside } = split.independent(insts, &prefix, &suffix)?;
        if in_lanes {
            split.in_order(&suffix, &mut apart)?;
        }
        let needed = needed(unit, &prefix, &suffix, last);
        let Split { varying, guarded, .. } = split;
        Some(Plan { counted, prefix, suffix, stores, needed, resume, varying, apart, beside, apart_inside, guarded })
    }
}

/// Which values nothing but guards use.
fn only_guarded(unit: &Unit) -> Vec<bool> {
    let mut guarded = vec![true; unit.values.len()];
    unit.each_region(|region| {
        for &inst in &unit.region(region).insts {
            let Inst { op, args, .. } = unit.inst(inst);
            if !matches!(op, Op::Guard(..)) {
                args.iter().for_each(|arg| guarded[arg.index()] = false);
            }
        }
    });
    for exit in &unit.exits {
        exit.each_value(|val| guarded[val.index()] = false);
    }
    guarded
}

/// Whether something holds for an instruction and all that is nested in it.
fn each(unit: &Unit, inst: InstId, holds: &impl Fn(Op) -> bool) -> bool {
    let op = unit.inst(inst).op;
    holds(op) && op.regions().all(|region| unit.region(region).insts.iter().all(|&inst| each(unit, inst, holds)))
}

fn size(unit: &Unit, inst: InstId) -> usize {
    let nested = unit.inst(inst).op.regions().flat_map(|region| &unit.region(region).insts);
    1 + nested.map(|&inst| size(unit, inst)).sum::<usize>()
}

/// Calls `visit` with each operand of an instruction and of all that is nested in it, values of exits included.
fn each_use(unit: &Unit, inst: InstId, visit: &mut impl FnMut(Val)) {
    let Inst { op, args, .. } = unit.inst(inst);
    args.iter().for_each(|&arg| visit(arg));
    if let Some(exit) = op.exit() {
        unit.exit(exit).each_value(&mut *visit);
    }
    for region in op.regions() {
        unit.region(region).insts.iter().for_each(|&inst| each_use(unit, inst, visit));
    }
}

/// The exit at the end of an iteration, read as the state before one: what the iteration hands on are the parameters.
fn state_at_start(unit: &Unit, params: &[Val], next: &[Val], end: ExitId, insts: &[InstId]) -> Option<Exit> {
    let mut exit = unit.exit(end).clone();
    let inside = |val: Val| insts.iter().any(|&inst| unit.inst(inst).results.contains(&val));
    let mut clear = true;
    exit.each_value_mut(|val| {
        let mut places = (0..next.len()).filter(|&at| next[at] == *val);
        match (places.next(), places.next()) {
            // A value that two parameters get, or that is none of the body's, may stand for something else here.
            (Some(at), None) if inside(*val) => *val = params[at],
            (None, _) if !inside(*val) && !params.contains(val) => {}
            _ => clear = false,
        }
    });
    clear.then_some(exit)
}

/// Values defined in the prefix that are used behind it.
fn needed(unit: &Unit, prefix: &[InstId], suffix: &[InstId], last: InstId) -> Vec<Val> {
    let mut defined = Vec::new();
    prefix.iter().for_each(|&inst| defined.extend_from_slice(&unit.inst(inst).results));
    let mut needed = Vec::new();
    for &inst in suffix.iter().chain([&last]) {
        each_use(unit, inst, &mut |val| {
            if defined.contains(&val) && !needed.contains(&val) {
                needed.push(val);
            }
        });
    }
    needed
}

/// The stores, if each instruction stores elements one after the other, and in each list an iteration stays with its own element.
fn only_stores(split: &Split, body: &[InstId], suffix: &[InstId]) -> Option<Vec<Stored>> {
    let mut written: Vec<(MemRegion, Ahead)> = Vec::new();
    let mut stores = Vec::with_capacity(suffix.len());
    for &inst in suffix {
        let stored = store_of(split.unit, body, inst)?;
        let Inst { op: Op::StoreElement(access), args, .. } = split.unit.inst(stored.inst) else { return None };
        let ahead = split.sequence[args[1].index()]?;
        let apart = written.iter().all(|&(region, other)| region != access.region || other == ahead);
        written.push((access.region, ahead));
        let plain = access.width == 8 && matches!(access.ty, Ty::I64 | Ty::F64);
        let asked = stored.under.map(|(cond, old)| [cond, old]);
        let early = args.iter().chain(asked.iter().flatten()).all(|&arg| !split.late[arg.index()]);
        if !apart || !plain || !early || split.varying[args[0].index()] {
            return None;
        }
        stores.push(stored);
    }
    (!stores.is_empty()).then_some(stores)
}

/// An instruction as a store: one, or a branch that does nothing else, where it is known what the element holds before.
fn store_of(unit: &Unit, body: &[InstId], inst: InstId) -> Option<Stored> {
    let Inst { op, args: asked, .. } = unit.inst(inst);
    let Op::If(then, otherwise) = *op else {
        return Some(Stored { inst, under: None, truth: true });
    };
    let arm = |region: RegionId| &unit.region(region).insts[..];
    let (store, truth) = match (arm(then), arm(otherwise)) {
        (&[store, end], &[other]) if unit.yields(then) && unit.yields(otherwise) && end != other => (store, true),
        (&[other], &[store, end]) if unit.yields(then) && unit.yields(otherwise) && end != other => (store, false),
        _ => return None,
    };
    let Inst { op: Op::StoreElement(access), args: place, .. } = unit.inst(store) else { return None };
    let before = &body[..body.iter().position(|&other| other == inst)?];
    for &known in before.iter().rev() {
        let Inst { op, args, results } = unit.inst(known);
        if matches!(*op, Op::LoadElement(read) if read == *access) && args[..] == place[..2] {
            return Some(Stored { inst: store, under: Some((asked[0], results[0])), truth });
        }
        if !each(unit, known, &|op| !op.is_effect()) {
            return None;
        }
    }
    None
}

/// Where an instruction stands.
#[derive(Clone, Copy)]
struct Around {
    /// In a loop of the iteration.
    looped: bool,
    /// In an arm that lanes pass through which would not take it.
    flat: bool,
}

/// How far a value is ahead of the counter: a value that does not differ between lanes, and a constant.
pub type Ahead = (Option<Val>, i64);

/// What is known of the values of a body.
struct Split<'a> {
    unit: &'a Unit,
    /// Whether lanes differ.
    varying: Vec<bool>,
    /// The counter plus this.
    sequence: Vec<Option<Ahead>>,
    /// Whether a value depends on iterations before.
    late: Vec<bool>,
    /// Whether a value is defined in the body.
    inside: Vec<bool>,
    /// Which values nothing but guards use.
    guarded: Vec<bool>,
    /// Some lanes may have gone elsewhere, before what is looked at now or in an earlier turn of a loop around it.
    parted: Cell<bool>,
}

impl Split<'_> {
    /// Whether an instruction of the body belongs to the prefix.
    fn goes_before(&mut self, inst: InstId) -> bool {
        let unit = self.unit;
        let mut early = true;
        let mut open = vec![inst];
        while let Some(inst) = open.pop() {
            early &= unit.inst(inst).args.iter().all(|val| !self.late[val.index()]);
            open.extend(unit.inst(inst).op.regions().flat_map(|region| &unit.region(region).insts));
        }
        early && each(unit, inst, &|op| !op.is_effect()) && {
            self.mark(inst);
            self.supports(inst, Around { looped: false, flat: false })
        }
    }

    fn is_varying(&self, val: Val) -> bool {
        self.varying[val.index()]
    }

    /// Notes which results differ between lanes.
    fn mark(&mut self, inst: InstId) {
        let unit = self.unit;
        let Inst { op, args, results } = unit.inst(inst);
        let differs = args.iter().any(|&arg| self.is_varying(arg));
        match *op {
            Op::Loop(body, _) => {
                let params = &unit.region(body).params;
                self.spread(args, params);
                loop {
                    let before = self.count(params);
                    unit.region(body).insts.iter().for_each(|&inst| self.mark(inst));
                    if let Some(&last) = unit.region(body).insts.last()
                        && let Inst { op: Op::Continue(_), args, .. } = unit.inst(last)
                    {
                        self.spread(args, params);
                    }
                    if self.count(params) == before {
                        break;
                    }
                }
            }
            Op::Block(body) => {
                unit.region(body).insts.iter().for_each(|&inst| self.mark(inst));
                // Lanes may come to its end by different ways, or from different turns of a loop.
                results.iter().for_each(|result| self.varying[result.index()] = true);
            }
            Op::If(then, otherwise) => {
                for region in [then, otherwise] {
                    unit.region(region).insts.iter().for_each(|&inst| self.mark(inst));
                    if let Some(&last) = unit.region(region).insts.last()
                        && let Inst { op: Op::Yield, args, .. } = unit.inst(last)
                    {
                        self.spread(args, results);
                    }
                }
                if differs {
                    results.iter().for_each(|result| self.varying[result.index()] = true);
                }
            }
            Op::Int(op @ (IntBinary::Add | IntBinary::Sub)) if differs => {
                self.varying[results[0].index()] = true;
                self.sequence[results[0].index()] = match op {
                    IntBinary::Add => self.ahead(args[0], args[1]).or_else(|| self.ahead(args[1], args[0])),
                    _ => self.behind(args[0], args[1]),
                };
            }
            _ if differs => results.iter().for_each(|result| self.varying[result.index()] = true),
            _ => {}
        }
    }

    /// A sum of a value that goes with the counter and one that is the same in all lanes.
    fn ahead(&self, sequence: Val, other: Val) -> Option<Ahead> {
        let (base, n) = self.sequence[sequence.index()]?;
        match (self.is_varying(other), self.unit.int_const(other), base) {
            (false, Some(more), _) => Some((base, n.checked_add(more)?)),
            (false, None, None) => Some((Some(other), n)),
            _ => None,
        }
    }

    fn behind(&self, sequence: Val, other: Val) -> Option<Ahead> {
        let (base, n) = self.sequence[sequence.index()]?;
        Some((base, n.checked_sub(self.unit.int_const(other)?)?))
    }

    fn spread(&mut self, from: &[Val], to: &[Val]) {
        for (from, to) in from.iter().zip(to) {
            self.varying[to.index()] |= self.varying[from.index()];
        }
    }

    fn count(&self, vals: &[Val]) -> usize {
        vals.iter().filter(|&&val| self.is_varying(val)).count()
    }

    // -- What lanes can do --------------------------------------------------------------------------------------

    fn all_supported(&self, region: RegionId, around: Around) -> bool {
        self.unit.region(region).insts.iter().all(|&inst| self.supports(inst, around))
    }

    fn supports(&self, inst: InstId, around: Around) -> bool {
        let unit = self.unit;
        let Inst { op, args, results } = unit.inst(inst);
        let differs = args.iter().any(|&arg| self.is_varying(arg));
        let scalar = |val: &Val| unit.ty(*val).lanes().is_some();
        match *op {
            Op::Guard(..) | Op::Br(_) => true,
            Op::Yield => args.iter().all(scalar),
            Op::Poll(_) => around.looped && !around.flat,
            // A block that nobody leaves by its end has lanes nowhere behind it.
            Op::Block(body) => {
                results.iter().all(scalar) && comes_to(unit, body, inst) && self.all_supported(body, around)
            }
            Op::If(then, otherwise) => {
                let arms = [then, otherwise];
                let simple = |region: RegionId| unit.region(region).insts.len() == 1 && unit.yields(region);
                if arms.iter().all(|&arm| unit.yields(arm)) {
                    return arms.iter().all(|&arm| self.all_supported(arm, Around { flat: true, ..around }));
                }
                // One arm leaves to a label; the other does nothing.
                let (leaves, stays) = if unit.yields(then) { (otherwise, then) } else { (then, otherwise) };
                let last = unit.region(leaves).insts.last().map(|&last| unit.inst(last).op);
                let straight =
                    unit.region(leaves).insts.iter().all(|&inst| unit.inst(inst).op.regions().next().is_none());
                self.parted.set(self.parted.get() || differs);
                !around.flat
                    && results.is_empty()
                    && simple(stays)
                    && straight
                    && matches!(last, Some(Op::Br(_)))
                    && self.all_supported(leaves, around)
            }
            Op::Loop(body, _) => {
                let params = &unit.region(body).params;
                let Some((&last, rest)) = unit.region(body).insts.split_last() else {
                    return false;
                };
                self.parted.set(self.parted.get() || rest.iter().any(|&inst| self.parts(inst)));
                let once = rest.iter().all(|&inst| each(unit, inst, &|op| !matches!(op, Op::Continue(_))));
                !around.looped
                    && !around.flat
                    && once
                    && unit.inst(last).op == Op::Continue(inst)
                    && params.iter().filter(|&&param| self.is_varying(param)).all(scalar)
                    && rest.iter().all(|&inst| self.supports(inst, Around { looped: true, ..around }))
            }
            Op::Load(_) => !differs && !around.flat,
            Op::LoadElement(access) if differs => {
                let plain = access.width == 8 && matches!(access.ty, Ty::I64 | Ty::F64);
                let next_to = self.sequence[args[1].index()].is_some() && !self.is_varying(args[0]);
                // In a loop that lanes leave one by one, those that have left must read nothing any more.
                plain && next_to && !around.flat && !(around.looped && self.parted.get())
            }
            Op::LoadElement(_) => !around.flat,
            Op::IntChecked(op, _) if differs => matches!(op, IntChecked::Add | IntChecked::Sub),
            Op::Int(op) if differs => {
                use IntBinary::*;
                let shifts = || self.unit.int_const(args[1]).is_some();
                matches!(op, Add | Sub | Mul | And | Or | Xor) || op == Shr && shifts()
            }
            Op::IntCompare(Compare::Below) if differs => {
                let whole = self.sequence[args[0].index()].is_some() && !self.is_varying(args[1]);
                whole && self.guarded[results[0].index()]
            }
            Op::IntCompare(_) if differs => unit.ty(args[0]) == Ty::I64,
            Op::Float(op) if differs => op != FloatBinary::CopySign,
            Op::FloatUnary(op) if differs => {
                matches!(op, FloatUnary::Neg | FloatUnary::Abs | FloatUnary::Sqrt)
            }
            Op::Select if differs => results.iter().all(scalar),
            Op::FloatCompare(_) | Op::Bool(_) | Op::BoolNot | Op::IntToFloat | Op::Float(_) | Op::FloatUnary(_) => true,
            Op::Select | Op::IntCompare(_) | Op::Quiet => true,
            Op::Cast(_) | Op::Offset => !differs,
            // A claim need not hold for lanes that would not have come here.
            Op::Int(_) | Op::IntUnary(_) | Op::IntChecked(..) | Op::FloatToInt(_) => !differs && !around.flat,
            _ => false,
        }
    }

    /// Whether lanes may part in an instruction: at a branch that leaves, and that they do not all take.
    fn parts(&self, inst: InstId) -> bool {
        let Inst { op, args, .. } = self.unit.inst(inst);
        let leaves = match *op {
            Op::If(then, otherwise) => {
                self.is_varying(args[0]) && !(self.unit.yields(then) && self.unit.yields(otherwise))
            }
            _ => false,
        };
        leaves || op.regions().any(|region| self.unit.region(region).insts.iter().any(|&inst| self.parts(inst)))
    }

    /// Whether lanes save more than they cost. A loop in the prefix is worth it for its float operations; otherwise
    /// there is something to gain where everything is done in lanes.
    fn pays(&self, prefix: &[InstId], in_lanes: bool) -> bool {
        let floats: [usize; 2] = prefix.iter().fold([0; 2], |mut sum, &inst| {
            self.count_floats(inst, false, &mut sum);
            sum
        });
        floats[1] >= 2 || in_lanes && floats[0] >= 1
    }

    /// Counts float operations on lanes, outside and inside of loops.
    fn count_floats(&self, inst: InstId, looped: bool, counts: &mut [usize; 2]) {
        let Inst { op, args, .. } = self.unit.inst(inst);
        if matches!(op, Op::Float(_) | Op::FloatUnary(_) | Op::FloatCompare(_))
            && args.iter().any(|&arg| self.is_varying(arg))
        {
            counts[usize::from(looped)] += 1;
        }
        let looped = looped || matches!(op, Op::Loop(..));
        for region in op.regions() {
            self.unit.region(region).insts.iter().for_each(|&inst| self.count_floats(inst, looped, counts));
        }
    }

    // -- Memory -------------------------------------------------------------------------------------------------

    /// Whether no lane reads what another one writes, if what it says of pointers and elements holds; none if one does.
    fn independent(&self, body: &[InstId], prefix: &[InstId], suffix: &[InstId]) -> Option<Independent> {
        let (mut reads, mut writes) = (Vec::new(), Vec::new());
        let position = |inst: InstId| body.iter().position(|&other| other == inst);
        for &inst in prefix {
            self.accesses(inst, position(inst), &mut reads);
        }
        for &inst in suffix {
            self.accesses(inst, position(inst), &mut writes);
            if !each(self.unit, inst, &|op| matches!(op, Op::StoreElement(_)) || op.clobbers().is_empty()) {
                return reads.is_empty().then(Default::default);
            }
        }
        let Independent { mut apart, mut beside, mut inside } = Independent::default();
        for write in writes.iter().filter(|write| write.stores) {
            for read in reads.iter().filter(|read| read.access.region == write.access.region) {
                if read.access.region == MemRegion::ElemArray && read.ahead.is_none() {
                    self.note_beside(read, write, &mut beside)?;
                    continue;
                }
                if read.access.region == MemRegion::ElemArray && read.base != write.base {
                    // Arrays may share memory: a write must not lie where a later lane reads.
                    let most = if read.position < write.position { 0 } else { -8 };
                    self.note_distance(read, write, most, &mut apart)?;
                    continue;
                }
                let fine = match (read.ahead, write.ahead) {
                    (Some((first, read_at)), Some((second, write_at))) if first == second => {
                        let size = write.access.element_size()? as i64;
                        if read.access.width != write.access.width {
                            return None;
                        }
                        let read_at = read_at.checked_mul(size)?.checked_add(i64::from(read.access.offset))?;
                        let write_at = write_at.checked_mul(size)?.checked_add(i64::from(write.access.offset))?;
                        // In one iteration the write is to stay behind the read, unless it has been before it.
                        read_at > write_at || read_at == write_at && read.position < write.position
                    }
                    _ => false,
                };
                match (fine, read.base == write.base) {
                    (true, _) => {}
                    (false, false) if self.is_outside(read.base) && self.is_outside(write.base) => {
                        let lists = Apart::Lists(read.base, write.base);
                        if !apart.contains(&lists) {
                            apart.push(lists);
                        }
                    }
                    (false, false) if !self.is_varying(read.base) && self.is_outside(write.base) => {
                        if !inside.contains(&(read.base, write.base)) {
                            inside.push((read.base, write.base));
                        }
                    }
                    _ => return None,
                }
            }
        }
        Some(Independent { apart, beside, inside })
    }

    /// Stores into arrays that may share memory must not meet, as all lanes of one come before those of the next.
    fn in_order(&self, suffix: &[InstId], apart: &mut Vec<Apart>) -> Option<()> {
        let mut writes = Vec::new();
        suffix.iter().for_each(|&inst| self.accesses(inst, None, &mut writes));
        for (at, second) in writes.iter().enumerate() {
            for first in &writes[..at] {
                if second.access.region == MemRegion::ElemArray && first.base != second.base {
                    self.note_distance(first, second, -8 * LANES as i64, apart)?;
                }
            }
        }
        Some(())
    }

    /// Asks that the elements that a group touches at the second place lie behind those at the first one, or so far in front.
    fn note_distance(&self, first: &Reference, second: &Reference, most: i64, apart: &mut Vec<Apart>) -> Option<()> {
        let places = [self.moving(first)?, self.moving(second)?];
        let [(from, first_at), (other, second_at)] = places.map(|place| place.ahead);
        let elements = if from == other && places.iter().all(|place| place.size == 8) {
            let more = second_at.checked_sub(first_at)?.checked_mul(8)?;
            let more = more.checked_add(places[1].offset - places[0].offset)?;
            Apart::Elements(first.base, second.base, more, [most, 8 * LANES as i64])
        } else {
            Apart::Ranges(places[0], places[1])
        };
        if !apart.contains(&elements) {
            apart.push(elements);
        }
        Some(())
    }

    /// Asks that the element that every iteration reads is none of those that a group writes.
    fn note_beside(&self, read: &Reference, write: &Reference, beside: &mut Vec<(Fixed, Moving)>) -> Option<()> {
        let written = self.moving(write)?;
        let mut places = [Some(read.base), read.index].into_iter().flatten();
        if !places.all(|val| self.is_outside(val)) {
            return None;
        }
        let size = read.access.width.into();
        let both = (Fixed { base: read.base, index: read.index, offset: read.access.offset.into(), size }, written);
        if !beside.contains(&both) {
            beside.push(both);
        }
        Some(())
    }

    /// Elements of an array that go with the counter, in terms of what is known in front of the loop.
    fn moving(&self, reference: &Reference) -> Option<Moving> {
        let Reference { access, base, ahead, .. } = *reference;
        let ahead = ahead?;
        let is_known = [Some(base), ahead.0].into_iter().flatten().all(|val| self.is_outside(val));
        is_known.then(|| Moving { base, ahead, offset: access.offset.into(), size: access.width.into() })
    }

    fn is_outside(&self, val: Val) -> bool {
        !self.is_varying(val) && !self.inside[val.index()]
    }

    /// All accesses to memory that can change, nested ones included.
    fn accesses(&self, inst: InstId, position: Option<usize>, into: &mut Vec<Reference>) {
        let Inst { op, args, .. } = self.unit.inst(inst);
        let (access, stores, indexed) = match *op {
            Op::Load(access) => (access, false, false),
            Op::LoadElement(access) => (access, false, true),
            Op::Store(access) => (access, true, false),
            Op::StoreElement(access) => (access, true, true),
            _ => {
                for region in op.regions() {
                    self.unit.region(region).insts.iter().for_each(|&inst| self.accesses(inst, position, into));
                }
                return;
            }
        };
        if !access.region.is_immutable() {
            let ahead = if indexed { self.sequence[args[1].index()] } else { None };
            let index = indexed.then(|| args[1]);
            into.push(Reference { access, stores, base: args[0], index, ahead, position });
        }
    }
}

/// What makes iterations independent.
#[derive(Default)]
struct Independent {
    apart: Vec<Apart>,
    beside: Vec<(Fixed, Moving)>,
    /// Pointers that must not be the same, the second ones made in the loop.
    inside: Vec<(Val, Val)>,
}

/// A load or a store.
struct Reference {
    access: Access,
    stores: bool,
    base: Val,
    /// Of an element: its index.
    index: Option<Val>,
    /// How far that is ahead of the counter, if it goes with it.
    ahead: Option<Ahead>,
    /// Of the instruction of the body that it is in.
    position: Option<usize>,
}

/// Whether a branch in a region goes to a label.
fn comes_to(unit: &Unit, region: RegionId, label: InstId) -> bool {
    unit.region(region).insts.iter().any(|&inst| match unit.inst(inst).op {
        Op::Br(target) => target == label,
        op => op.regions().any(|inner| comes_to(unit, inner, label)),
    })
}
