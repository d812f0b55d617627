//! Random units, run by the evaluator before and after the passes: what a run leaves behind must be the same.
//!
//! An exit taken earlier than before is right if the interpreter, going on from there, would do what the unit would have done. A small
//! model of that: every exit of these units writes back the whole state (two ints, a float) and says at which loop and iteration
//! state it stands, and "the interpreter" is the unoptimised unit entered again from that state with checks that cannot fail.

use super::*;
use crate::trace::eval::{Evaluator, Memory, Stop};
use crate::trace::ir::*;
use rustc_hash::FxHashMap;

/// A generator of random numbers: splitmix64.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ z >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ z >> 31
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }

    fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())]
    }
}

/// Two lists: headers at 1000 and 2000, their items at 1200 and 2200.
struct Lists {
    bytes: FxHashMap<u64, u8>,
}

const LISTS: [u64; 2] = [1000, 2000];
const LENGTHS: [u64; 2] = [7, 12];

impl Lists {
    fn new(random: &mut Random) -> Lists {
        let mut lists = Lists { bytes: FxHashMap::default() };
        for (list, length) in LISTS.into_iter().zip(LENGTHS) {
            // count, kind, storage, data, length
            for (offset, word) in [(0, 1), (8, 5), (32, 1 + random.next() % 2), (40, list + 200), (48, length)] {
                lists.put(list + offset, word);
            }
            for at in 0..length {
                lists.put(list + 200 + 8 * at, random.next() % 16);
            }
        }
        lists
    }

    fn put(&mut self, address: u64, word: u64) {
        self.bytes.extend((address..).zip(word.to_le_bytes()));
    }
}

impl Memory for Lists {
    fn byte(&self, address: u64) -> Option<u8> {
        self.bytes.get(&address).copied()
    }
}

/// Builds a random unit: a chain of numbered steps in nested loops, each step with its own exit before its effect.
struct Maker<'a> {
    random: &'a mut Random,
    builder: UnitBuilder,
    lists: [Val; 2],
    limit: Val,
    /// The statement number given last.
    stmt: u32,
}

/// The variables of the program: ints in slots 0 to 2, a float in slot 3.
#[derive(Clone, Copy)]
struct State {
    ints: [Val; 3],
    float: Val,
}

impl State {
    fn vals(self) -> Vals {
        Vals::from_slice(&[self.ints[0], self.ints[1], self.ints[2], self.float])
    }

    fn of(vals: &[Val]) -> State {
        State { ints: [vals[0], vals[1], vals[2]], float: vals[3] }
    }
}

const TYPES: [Ty; 4] = [Ty::I64, Ty::I64, Ty::I64, Ty::F64];

impl Maker<'_> {
    /// An exit at a statement with the whole state.
    fn exit(&mut self, state: State, stmt: u32) -> ExitId {
        let mut writes: Vec<(Place, Repr)> =
            (0..).zip(state.ints).map(|(at, val)| (Place::Local(Slot(at)), Repr::Int(val))).collect();
        writes.push((Place::Local(Slot(3)), Repr::Float(state.float)));
        let frames = vec![ExitFrame { code: CodeId(0), stmt: StmtId(stmt), writes }];
        self.builder.add_exit(Exit { kind: ExitKind::Resume, frames })
    }

    fn some_int(&mut self, state: State) -> Val {
        let random = self.random.below(8);
        match random {
            0..=4 => state.ints[random % 3],
            5 => self.limit,
            _ => {
                let n = self.random.pick(&[0, 1, 2, 3, -1, -2, 5, 8, 16, i64::MAX, 1 << 40]);
                self.builder.int(n)
            }
        }
    }

    /// One statement: computes and perhaps stores.
    fn statement(&mut self, mut state: State) -> State {
        use IntBinary::*;
        self.stmt += 1;
        let exit = self.exit(state, self.stmt);
        let (a, b) = (self.some_int(state), self.some_int(state));
        let target = self.random.below(3);
        let list = self.random.below(2);
        match self.random.below(12) {
            0..=3 => {
                let op = self.random.pick(&[IntChecked::Add, IntChecked::Sub, IntChecked::Mul, IntChecked::Add]);
                state.ints[target] = self.builder.int_checked(op, &[a, b], exit);
            }
            4 => {
                let zero = self.builder.int(0);
                let good = self.builder.int_compare(Compare::Gt, b, zero);
                self.builder.guard(good, exit, Reason::Zero);
                let op = self.random.pick(&[FloorDiv, Mod]);
                state.ints[target] = self.builder.int_binary(op, a, b);
            }
            5 => {
                let op = self.random.pick(&[And, Or, Xor, Min, Max]);
                state.ints[target] = self.builder.int_binary(op, a, b);
            }
            6..=8 => {
                let index = self.check_list(list, a, exit);
                let data = self.builder.load(Access::new(MemRegion::ListData, Ty::Ptr, 40), self.lists[list]);
                state.ints[target] =
                    self.builder.load_element(Access::new(MemRegion::ElemInt, Ty::I64, 0), data, index);
            }
            9 => {
                let index = self.check_list(list, a, exit);
                let data = self.builder.load(Access::new(MemRegion::ListData, Ty::Ptr, 40), self.lists[list]);
                self.builder.store_element(Access::new(MemRegion::ElemInt, Ty::I64, 0), data, index, b);
            }
            10 => {
                let x = self.builder.int_to_float(a);
                let op = self.random.pick(&[FloatBinary::Add, FloatBinary::Mul, FloatBinary::Sub]);
                state.float = self.builder.float_binary(op, state.float, x);
            }
            _ => {
                let compare = self.random.pick(&[Compare::Lt, Compare::Ge, Compare::Ne]);
                let cond = self.builder.int_compare(compare, a, b);
                self.builder.guard(cond, exit, Reason::Branch);
            }
        }
        state
    }

    /// The guards of an access with a subscript; the subscript.
    fn check_list(&mut self, list: usize, index: Val, exit: ExitId) -> Val {
        let builder = &mut self.builder;
        let kind = builder.load(Access { width: 4, ..Access::new(MemRegion::Kind, Ty::I64, 8) }, self.lists[list]);
        let five = builder.int(5);
        let good = builder.int_compare(Compare::Eq, kind, five);
        builder.guard(good, exit, Reason::Type);
        let storage = builder.load(Access::new(MemRegion::ListKind, Ty::I64, 32), self.lists[list]);
        let one = builder.int(1);
        let good = builder.int_compare(Compare::Eq, storage, one);
        builder.guard(good, exit, Reason::Storage);
        let length = builder.load(Access::new(MemRegion::ListLength, Ty::I64, 48), self.lists[list]);
        let index = if self.random.below(3) == 0 {
            let one = builder.int(1);
            builder.int_checked(self.random.pick(&[IntChecked::Sub, IntChecked::Add]), &[index, one], exit)
        } else {
            index
        };
        let good = builder.int_compare(Compare::Below, index, length);
        builder.guard(good, exit, Reason::Index);
        index
    }

    fn block(&mut self, mut state: State, depth: u32) -> State {
        for _ in 0..1 + self.random.below(4) {
            state = match self.random.below(if depth < 3 { 8 } else { 5 }) {
                0..=4 => self.statement(state),
                5 => self.branch(state, depth),
                _ => self.counted(state, depth),
            };
        }
        state
    }

    fn branch(&mut self, state: State, depth: u32) -> State {
        let (a, b) = (self.some_int(state), self.some_int(state));
        let cond = self.builder.int_compare(self.random.pick(&[Compare::Lt, Compare::Eq, Compare::Gt]), a, b);
        let label = self.builder.begin_if(cond);
        let first = self.block(state, depth + 1);
        self.builder.yield_values(&first.vals());
        self.builder.begin_else(label);
        let second = if self.random.below(2) == 0 { self.block(state, depth + 1) } else { state };
        self.builder.yield_values(&second.vals());
        let results = self.builder.end_if(label, &TYPES);
        State::of(&results)
    }

    /// `while x < limit: ...; x += step`, where the loop may end on its own earlier.
    fn counted(&mut self, state: State, depth: u32) -> State {
        self.stmt += 1;
        let stmt = self.stmt;
        let entry = self.exit(state, stmt);
        let counter = self.random.below(3);
        let label = self.builder.begin_block();
        let info = LoopInfo { entry, stmt: StmtId(stmt), trips: 0 };
        let (head, params) = self.builder.begin_loop(&state.vals(), info);
        let state = State::of(&params);
        let compare = self.random.pick(&[Compare::Lt, Compare::Le, Compare::Gt]);
        let limit =
            if self.random.below(2) == 0 { self.limit } else { self.builder.int(self.random.pick(&[0, 3, 6, 7])) };
        let cond = self.builder.int_compare(compare, state.ints[counter], limit);
        let arm = self.builder.begin_if(cond);
        self.builder.yield_values(&[]);
        self.builder.begin_else(arm);
        self.builder.br(label, &state.vals());
        self.builder.end_if(arm, &[]);
        let mut inner = self.block(state, depth + 1);
        self.stmt += 1;
        let exit = self.exit(inner, self.stmt);
        let step = self.builder.int(if compare == Compare::Gt { -1 } else { self.random.pick(&[1, 1, 2]) });
        let moved = if self.random.below(4) == 0 { inner.ints[counter] } else { state.ints[counter] };
        inner.ints[counter] = self.builder.int_checked(IntChecked::Add, &[moved, step], exit);
        self.stmt += 1;
        let exit = self.exit(inner, self.stmt);
        self.builder.poll(exit);
        self.builder.continue_loop(head, &inner.vals());
        self.builder.end_loop(head);
        let results = self.builder.end_block(label, &TYPES);
        State::of(&results)
    }
}

fn make(random: &mut Random) -> Unit {
    let mut builder = UnitBuilder::new(UnitKind::Function, "random");
    let lists = [0, 1].map(|at| builder.param(Ty::Ref, Source::Argument(at)));
    let limit = builder.param(Ty::I64, Source::Argument(2));
    let ints = [3, 4, 5].map(|at| builder.param(Ty::I64, Source::Argument(at)));
    let float = builder.param(Ty::F64, Source::Argument(6));
    builder.returns(&TYPES);
    let mut maker = Maker { random, builder, lists, limit, stmt: 0 };
    let state = maker.block(State { ints, float }, 0);
    maker.builder.ret(&state.vals());
    maker.builder.finish()
}

/// What a run ends with: where, with which values, and what it wrote.
#[derive(Debug, PartialEq)]
struct End {
    stmt: Option<StmtId>,
    values: Vec<u64>,
    written: Vec<(u64, u8)>,
}

/// The words a run has written and the memory does not hold already.
fn run(unit: &Unit, memory: &Lists, params: &[u64]) -> Option<End> {
    let mut eval = Evaluator::new(unit, memory, params, u64::MAX).with_fuel(20_000);
    let (stmt, values) = match eval.run() {
        Ok(Stop::Exit(exit, values)) => (Some(unit.exit(exit).frames[0].stmt), values),
        Ok(Stop::Return(values)) => (None, values),
        Ok(stop) => panic!("{stop:?}"),
        Err(fault) if fault.contains("fuel") => return None,
        Err(fault) => panic!("{fault}\nwith {params:?}\n{unit}"),
    };
    let mut written: Vec<(u64, u8)> = eval
        .journal()
        .iter()
        .map(|(&at, &byte)| (at, byte))
        .filter(|&(at, byte)| memory.byte(at) != Some(byte))
        .collect();
    written.sort_unstable();
    Some(End { stmt, values, written })
}

fn params(random: &mut Random) -> Vec<u64> {
    let mut params = LISTS.to_vec();
    for _ in 0..4 {
        let n = match random.below(10) {
            0 => random.next() as i64,
            1 => random.pick(&[i64::MAX, i64::MIN, i64::MAX - 1, -1]),
            _ => random.below(12) as i64 - 2,
        };
        params.push(n as u64);
    }
    params.push((random.below(100) as f64 / 8.0).to_bits());
    params
}

/// Without speculation no guard moves to where it might fail in vain, and nothing may differ but which of two guards leaves:
/// one that was moved up leaves from the head of its loop, in a state the unoptimised unit passed through.
#[test]
fn passes_do_not_change_what_a_unit_does() {
    let mut random = Random(2026);
    let mut early = 0;
    for _ in 0..if cfg!(debug_assertions) { 500 } else { 5000 } {
        let unit = make(&mut random);
        unit.assert_well_formed();
        let mut better = unit.clone();
        let speculate = random.below(2) == 0;
        optimise(&mut better, Options { speculate }, |name, unit| {
            if let Err(fault) = unit.check() {
                panic!("after {name}: {fault}\n{unit}");
            }
        });
        for _ in 0..8 {
            let (memory, params) = (Lists::new(&mut random), params(&mut random));
            let Some(wanted) = run(&unit, &memory, &params) else {
                continue;
            };
            let Some(found) = run(&better, &memory, &params) else {
                assert!(!overflows(&unit, &wanted).is_empty(), "runs on\n{unit}\n{better}");
                continue;
            };
            if wanted != found {
                early += 1;
                assert!(
                    is_right(&unit, &memory, &params, &wanted, &found, 8),
                    "{params:?}\n{wanted:?}\n{found:?}\n{unit}\n{better}"
                );
            }
        }
    }
    println!("{early} runs left earlier");
}

/// Whether an end that is not the wanted one is right too: the unit left earlier, from the head of a loop; or it went on, because
/// what overflowed was used by nobody: then it makes no difference what stands for it.
fn is_right(unit: &Unit, memory: &Lists, params: &[u64], wanted: &End, found: &End, tries: u32) -> bool {
    if wanted == found || passes_through(unit, memory, params, found) {
        return true;
    }
    tries > 0
        && overflows(unit, wanted).into_iter().any(|inst| {
            let mut without = unit.clone();
            let zero = without.int(0);
            without.inst_mut(inst).op = Op::Int(IntBinary::Or);
            without.inst_mut(inst).args = Vals::from_slice(&[zero, zero]);
            match run(&without, memory, params) {
                Some(wanted) => is_right(&without, memory, params, &wanted, found, tries - 1),
                None => passes_through(&without, memory, params, found),
            }
        })
}

/// The overflow checks that may have ended a run.
fn overflows(unit: &Unit, end: &End) -> Vec<InstId> {
    let mut found = Vec::new();
    unit.each_region(|region| {
        found.extend(unit.region(region).insts.iter().copied().filter(|&inst| match unit.inst(inst).op {
            Op::IntChecked(_, exit) => Some(unit.exit(exit).frames[0].stmt) == end.stmt,
            _ => false,
        }));
    });
    found
}

/// Whether the unoptimised unit, run with these parameters, is at the head of a loop in this state at some time: at the statement
/// of a loop with these values, having written this.
fn passes_through(unit: &Unit, memory: &Lists, params: &[u64], end: &End) -> bool {
    let Some(stmt) = end.stmt else { return false };
    // A unit that leaves at the head of the loop in question, the n-th time it comes there.
    let mut label = None;
    unit.each_region(|region| {
        for &inst in &unit.region(region).insts {
            if let Op::Loop(_, info) = unit.inst(inst).op
                && info.stmt == stmt
            {
                label = Some((region, inst, info.entry));
            }
        }
    });
    let Some((region, inst, entry)) = label else {
        return false;
    };
    (0..200).any(|polls| {
        let mut probe = unit.clone();
        // All other polls are removed; this one leaves the (polls + 1)-th time it is met.
        let poll = probe.new_inst(Op::Poll(entry), &[], &[]);
        let mut open = vec![probe.body];
        while let Some(region) = open.pop() {
            let insts = probe.region(region).insts.clone();
            open.extend(insts.iter().flat_map(|&inst| probe.inst(inst).op.regions().collect::<Vec<_>>()));
            probe.region_mut(region).insts.retain(|&inst| !matches!(unit.inst(inst).op, Op::Poll(_)));
        }
        let at = probe.region(region).insts.iter().position(|&other| other == inst).unwrap();
        probe.region_mut(region).insts.insert(at, poll);
        let mut eval = Evaluator::new(&probe, memory, params, polls).with_fuel(20_000);
        let Ok(Stop::Exit(exit, values)) = eval.run() else {
            return false;
        };
        let mut written: Vec<(u64, u8)> = eval
            .journal()
            .iter()
            .map(|(&at, &byte)| (at, byte))
            .filter(|&(at, byte)| memory.byte(at) != Some(byte))
            .collect();
        written.sort_unstable();
        exit == entry && values == end.values && written == end.written
    })
}
