//! Runs iterations of a counted loop side by side, in lanes.
//!
//! Comes in: a unit whose loops have been narrowed. Goes out: loops in front of which stands a second form that does [`LANES`] iterations
//! at once. What an iteration computes is split into a *prefix*, that depends on the counter alone and changes nothing, and a *suffix*: what
//! is carried from one iteration to the next, and all effects. The prefix of all lanes is computed together; inner loops run under a mask of
//! the lanes still in them. Then the suffix follows, lane by lane and in order, or in lanes too where it only stores elements.
//!
//! As nothing has happened before the suffix, a lane that meets a guard costs nothing but time: the group is done again by
//! the loop as it was. The same holds for the poll word, whose exit resumes at the first iteration of the group.
//!
//! ```text
//! again: loop {
//!   limit = that of the loop, or in front of the next element that it writes and all lanes read
//!   ready: block {
//!     groups: loop {
//!       if counter + 7 < limit and lists are not the same { } else { br ready(limit, or behind that element) }
//!       fallback: block { prefix in lanes, or br fallback; suffix; continue groups }
//!       br ready(counter + 8)
//!     }
//!   } -> stop
//!   the loop, up to stop; then continue again, unless the limit is reached
//! }
//! ```

mod plan;
mod walk;

use super::copy::Copy;
use crate::trace::ir::*;
use plan::{Apart, Plan};
use rustc_hash::{FxHashMap, FxHashSet};
use walk::{Lane, Made, Walk};

/// Puts a form in lanes in front of the loops that allow it, outer loops first.
pub fn vectorise(unit: &mut Unit) {
    let mut regions = Vec::new();
    unit.each_region(|region| regions.push(region));
    let mut done = FxHashSet::default();
    for region in regions {
        let Some(&last) = unit.region(region).insts.last() else {
            continue;
        };
        if !done.contains(&region)
            && let Some(plan) = Plan::make(unit, last)
        {
            nested(unit, plan.counted.body, &mut done);
            apply(unit, region, &plan);
        }
    }
}

fn nested(unit: &Unit, region: RegionId, into: &mut FxHashSet<RegionId>) {
    into.insert(region);
    for &inst in &unit.region(region).insts {
        for inner in unit.inst(inst).op.regions() {
            nested(unit, inner, into);
        }
    }
}

/// A loop with new parameters of the types of others, in no region yet.
fn new_loop(unit: &mut Unit, info: LoopInfo, init: &[Val]) -> (InstId, RegionId, Vals) {
    let body = unit.new_region();
    let label = unit.new_inst(Op::Loop(body, info), init, &[]);
    let params: Vals = (0..).zip(init).map(|(at, &val)| unit.new_value(unit.ty(val), Def::Region(body, at))).collect();
    unit.region_mut(body).params = params.clone();
    (label, body, params)
}

/// An instruction with one result, put at the end of a list.
fn put(unit: &mut Unit, list: &mut Vec<InstId>, op: Op, args: &[Val], ty: Ty) -> Val {
    let inst = unit.new_inst(op, args, &[ty]);
    list.push(inst);
    unit.inst(inst).results[0]
}

fn terminated(unit: &mut Unit, op: Op, args: &[Val]) -> RegionId {
    let region = unit.new_region();
    let end = unit.new_inst(op, args, &[]);
    unit.region_mut(region).insts.push(end);
    region
}

fn apply(unit: &mut Unit, region: RegionId, plan: &Plan) {
    let counted = &plan.counted;
    // The loops made here are not to be unrolled.
    let info = LoopInfo { trips: 1, ..counted.info };
    let init = unit.inst(counted.label).args.clone();
    let mut before = Vec::new();
    let (limit, possible) = conditions(unit, plan, &mut before);
    let written = written(unit, plan, &mut before);

    let (again, again_body, again_params) = new_loop(unit, info, &init);
    let types: Vec<Ty> = again_params.iter().map(|&param| unit.ty(param)).chain([Ty::I64]).collect();
    let mut turn = Vec::new();
    let ends = [limit, counted.limit];
    let [limit, end] = until_written(unit, plan, again_params[counted.counter], ends, &written, &mut turn);
    let ready_body = unit.new_region();
    let ready = unit.new_inst(Op::Block(ready_body), &[], &types);
    let (groups, groups_body, params) = new_loop(unit, info, &again_params);

    // Whether a whole group is left.
    let mut insts = Vec::new();
    let counter = params[counted.counter];
    let fits = put(unit, &mut insts, Op::IntCompare(counted.compare), &[counter, limit], Ty::Bool);
    let go = put(unit, &mut insts, Op::Bool(BoolBinary::And), &[fits, possible], Ty::Bool);
    let yields = terminated(unit, Op::Yield, &[]);
    let to_the_end: Vals = params.iter().copied().chain([end]).collect();
    let leaves = terminated(unit, Op::Br(ready), &to_the_end);
    insts.push(unit.new_inst(Op::If(yields, leaves), &[go], &[]));

    let fallback_body = unit.new_region();
    let fallback = unit.new_inst(Op::Block(fallback_body), &[], &[]);
    let Made { insts: mut group, mut splats, falls_back } = group(unit, plan, fallback, groups, &params);
    if falls_back {
        unit.region_mut(fallback_body).insts = group;
        insts.push(fallback);
        let ahead = if counted.compare == Compare::Le { LANES as i64 - 1 } else { LANES as i64 };
        let ahead = unit.int(ahead);
        let stop = put(unit, &mut insts, Op::Int(IntBinary::Add), &[counter, ahead], Ty::I64);
        let one_by_one: Vals = params.iter().copied().chain([stop]).collect();
        insts.push(unit.new_inst(Op::Br(ready), &one_by_one, &[]));
    } else {
        insts.append(&mut group);
    }
    unit.region_mut(groups_body).insts = insts;
    unit.region_mut(ready_body).insts = vec![groups];

    let mut from = Vals::from_slice(&unit.inst(ready).results);
    let stop = from.pop().expect("the last result is where to stop");
    stop_at(unit, plan, stop, again);
    unit.inst_mut(counted.label).args = from;
    if let Op::Loop(_, carried) = &mut unit.inst_mut(counted.label).op {
        carried.trips = 1;
    }
    turn.extend([ready, counted.label]);
    unit.region_mut(again_body).insts = turn;

    let insts = &mut unit.region_mut(region).insts;
    insts.pop();
    insts.append(&mut before);
    insts.append(&mut splats);
    insts.push(again);
}

/// In front of everything: the limit for the first counter of a group, and whether there may be groups at all.
fn conditions(unit: &mut Unit, plan: &Plan, before: &mut Vec<InstId>) -> (Val, Val) {
    let counted = &plan.counted;
    let others = unit.int(LANES as i64 - 1);
    let less = Op::IntChecked(IntChecked::Sub, counted.info.entry);
    let limit = put(unit, before, less, &[counted.limit, others], Ty::I64);
    let one = unit.int(1);
    let mut possible = put(unit, before, Op::IntCompare(Compare::Eq), &[counted.step, one], Ty::Bool);
    for &each in &plan.apart {
        let apart = is_apart(unit, plan, each, before);
        possible = put(unit, before, Op::Bool(BoolBinary::And), &[possible, apart], Ty::Bool);
    }
    (limit, possible)
}

/// Whether accesses do not meet. (Addresses are below 2^47.)
fn is_apart(unit: &mut Unit, plan: &Plan, apart: Apart, before: &mut Vec<InstId>) -> Val {
    let counted = &plan.counted;
    let address =
        |unit: &mut Unit, before: &mut Vec<InstId>, base: Val| put(unit, before, Op::Cast(Ty::I64), &[base], Ty::I64);
    match apart {
        Apart::Lists(first, second) => {
            let both = [first, second].map(|base| address(unit, before, base));
            put(unit, before, Op::IntCompare(Compare::Ne), &both, Ty::Bool)
        }
        Apart::Elements(first, second, more, bounds) => {
            let both = [second, first].map(|base| address(unit, before, base));
            let distance = put(unit, before, Op::Int(IntBinary::Sub), &both, Ty::I64);
            let [most, least] = bounds.map(|bound| unit.int(bound - more));
            let behind = put(unit, before, Op::IntCompare(Compare::Le), &[distance, most], Ty::Bool);
            let ahead = put(unit, before, Op::IntCompare(Compare::Ge), &[distance, least], Ty::Bool);
            put(unit, before, Op::Bool(BoolBinary::Or), &[behind, ahead], Ty::Bool)
        }
        Apart::Ranges(first, second) => {
            let start = unit.inst(counted.label).args[counted.counter];
            let entry = counted.info.entry;
            let ends = [first, second].map(|of| {
                let (from, n) = of.ahead;
                let base = address(unit, before, of.base);
                // One element more, where the limit belongs to the loop.
                [(start, n), (counted.limit, n.saturating_add(1))].map(|(counter, n)| {
                    let mut index = counter;
                    let more = unit.int(n);
                    for more in from.into_iter().chain([more]) {
                        index = put(unit, before, Op::IntChecked(IntChecked::Add, entry), &[index, more], Ty::I64);
                    }
                    let size = unit.int(of.size);
                    let bytes = put(unit, before, Op::IntChecked(IntChecked::Mul, entry), &[index, size], Ty::I64);
                    let at = put(unit, before, Op::IntChecked(IntChecked::Add, entry), &[base, bytes], Ty::I64);
                    let offset = unit.int(of.offset);
                    put(unit, before, Op::IntChecked(IntChecked::Add, entry), &[at, offset], Ty::I64)
                })
            });
            let [[low, high], [other_low, other_high]] = ends;
            let below = put(unit, before, Op::IntCompare(Compare::Le), &[high, other_low], Ty::Bool);
            let above = put(unit, before, Op::IntCompare(Compare::Le), &[other_high, low], Ty::Bool);
            put(unit, before, Op::Bool(BoolBinary::Or), &[below, above], Ty::Bool)
        }
    }
}

/// In front of everything: between which counters the loop writes what all lanes read, for each such element.
fn written(unit: &mut Unit, plan: &Plan, before: &mut Vec<InstId>) -> Vec<[Val; 2]> {
    let mut place = |unit: &mut Unit, base: Val, index: Option<Val>, size: i64, offset: i64| {
        let mut at = put(unit, before, Op::Cast(Ty::I64), &[base], Ty::I64);
        if let Some(index) = index {
            let size = unit.int(size);
            let bytes = put(unit, before, Op::Int(IntBinary::Mul), &[index, size], Ty::I64);
            at = put(unit, before, Op::Int(IntBinary::Add), &[at, bytes], Ty::I64);
        }
        let offset = unit.int(offset);
        put(unit, before, Op::Int(IntBinary::Add), &[at, offset], Ty::I64)
    };
    let mut places = Vec::new();
    for (fixed, moving) in &plan.beside {
        let (from, n) = moving.ahead;
        let first = moving.offset.wrapping_add(n.wrapping_mul(moving.size));
        let start = place(unit, moving.base, from, moving.size, first);
        let [low, high] =
            [0, fixed.size - 1].map(|more| place(unit, fixed.base, fixed.index, fixed.size, fixed.offset + more));
        places.push((start, [low, high], moving.size));
    }
    let counters = |(start, ends, size): (Val, [Val; 2], i64)| {
        ends.map(|end| {
            let distance = put(unit, before, Op::Int(IntBinary::Sub), &[end, start], Ty::I64);
            let shift = unit.int(size.trailing_zeros().into());
            put(unit, before, Op::Int(IntBinary::Shr), &[distance, shift], Ty::I64)
        })
    };
    places.into_iter().map(counters).collect()
}

/// Where groups end and where the loop as it was takes over from them ends, if the next element that is both read and written lies in front.
fn until_written(
    unit: &mut Unit,
    plan: &Plan,
    counter: Val,
    ends: [Val; 2],
    written: &[[Val; 2]],
    insts: &mut Vec<InstId>,
) -> [Val; 2] {
    let inclusive = i64::from(plan.counted.compare == Compare::Le);
    let mut ends = ends;
    for &[first, last] in written {
        let is_ahead = put(unit, insts, Op::IntCompare(Compare::Le), &[counter, last], Ty::Bool);
        for (end, (at, more)) in ends.iter_mut().zip([(first, 1 - LANES as i64), (last, 1)]) {
            let more = unit.int(more - inclusive);
            let nearer = put(unit, insts, Op::Int(IntBinary::Add), &[at, more], Ty::I64);
            let least = put(unit, insts, Op::Int(IntBinary::Min), &[*end, nearer], Ty::I64);
            *end = put(unit, insts, Op::Select, &[is_ahead, least, *end], Ty::I64);
        }
    }
    ends
}

/// The loop as it was ends at `stop` too, where groups may be possible again.
fn stop_at(unit: &mut Unit, plan: &Plan, stop: Val, again: InstId) {
    let counted = &plan.counted;
    let params = unit.region(counted.body).params.clone();
    let counter = params[counted.counter];
    let goes_on = unit.new_inst(Op::IntCompare(counted.compare), &[counter, stop], &[Ty::Bool]);
    let insts = &mut unit.region_mut(counted.body).insts;
    let at = insts.iter().position(|&inst| inst == counted.branch).expect("the loop has its test");
    insts.insert(at, goes_on);
    let goes_on = unit.inst(goes_on).results[0];
    unit.inst_mut(counted.branch).args[0] = goes_on;
    let Op::If(_, otherwise) = unit.inst(counted.branch).op else {
        unreachable!("the test of a counted loop is an if");
    };
    let more = unit.new_inst(Op::IntCompare(counted.compare), &[counter, counted.limit], &[Ty::Bool]);
    let left = unit.inst(more).results[0];
    let ended = unit.new_region();
    let insts = std::mem::take(&mut unit.region_mut(otherwise).insts);
    unit.region_mut(ended).insts = insts;
    let next = terminated(unit, Op::Continue(again), &params);
    let branch = unit.new_inst(Op::If(next, ended), &[left], &[]);
    unit.region_mut(otherwise).insts = vec![more, branch];
}

/// The code of a group.
fn group(unit: &mut Unit, plan: &Plan, fallback: InstId, groups: InstId, params: &[Val]) -> Made {
    let old = unit.region(plan.counted.body).params.clone();
    let mut resume = plan.resume.clone();
    let to: FxHashMap<Val, Val> = old.iter().copied().zip(params.iter().copied()).collect();
    resume.each_value_mut(|val| *val = to.get(val).copied().unwrap_or(*val));
    let head = unit.new_exit(resume);
    let counter = params[plan.counted.counter];

    let mut walk = Walk::new(unit, plan, fallback, head);
    walk.set(old[plan.counted.counter], Lane::Sequence(counter));
    walk.poll();
    walk.insts(&plan.prefix);
    let next: Vals = match &plan.stores {
        Some(stores) => {
            walk.stores(stores);
            let last = walk.unit.region(plan.counted.body).insts.last().copied().expect("a body has a terminator");
            let next = walk.unit.inst(last).args.clone();
            next.into_iter().map(|val| walk.lane(val, LANES - 1)).collect()
        }
        None => suffix(&mut walk, plan, &old, params),
    };
    let mut made = walk.finish();
    made.insts.push(unit.new_inst(Op::Continue(groups), &next, &[]));
    made
}

/// The suffix, once for each lane; gives the parameters of the next group.
fn suffix(walk: &mut Walk, plan: &Plan, old: &[Val], params: &[Val]) -> Vals {
    let (&last, _) = walk.unit.region(plan.counted.body).insts.split_last().expect("a body has a terminator");
    let mut current = Vals::from_slice(params);
    for lane in 0..LANES {
        let mut map: FxHashMap<Val, Val> = old.iter().copied().zip(current.iter().copied()).collect();
        for &val in &plan.needed {
            let here = walk.lane(val, lane);
            map.insert(val, here);
        }
        let mut insts = Vec::new();
        let mut copy = Copy::new(walk.unit, map);
        for &inst in &plan.suffix {
            insts.push(copy.inst(inst));
        }
        current = copy.unit.inst(last).args.iter().map(|&arg| copy.val(arg)).collect();
        walk.append(insts);
    }
    current
}

#[cfg(test)]
mod tests;
