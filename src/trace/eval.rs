//! A slow, checked evaluator of units: the oracle for machine code and for the passes.
//!
//! Comes in: a unit, its parameters as bits, and a way to read memory. Goes out: a [`Stop`]. Nothing real is written: stores go to a
//! journal in front of the memory, which can be compared with what machine code has written afterwards. The machine stops at
//! every call that is not pure arithmetic, and goes on when it gets the results.
//!
//! It never computes nonsense: a false claim (an unchecked sum that overflows, a load of memory that is not there, a truth value
//! other than 0 or 1) is a fault.

use super::arithmetic::{Outcome, compute};
use super::helper::HelperId;
use super::ir::*;
use rustc_hash::FxHashMap;

/// Memory as the unit finds it.
pub trait Memory {
    /// The byte at an address; none if there is no object of the program.
    fn byte(&self, address: u64) -> Option<u8>;
}

/// Why the evaluator came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// A helper is to be called; go on with [`Evaluator::resume`].
    Call(HelperId, Vec<u64>),
    /// A unit is to be called; go on with [`Evaluator::resume`].
    CallUnit(u32, Vec<u64>),
    /// The unit left: the values of the exit, in order.
    Exit(ExitId, Vec<u64>),
    /// The unit returned.
    Return(Vec<u64>),
}

/// The point where a region is being run.
#[derive(Clone, Copy)]
struct Frame {
    region: RegionId,
    at: usize,
    owner: Option<InstId>,
}

/// A run of a unit.
pub struct Evaluator<'a, M> {
    unit: &'a Unit,
    memory: &'a M,
    journal: FxHashMap<u64, u8>,
    values: Vec<u64>,
    /// The lanes of values of lane types; empty if the unit has none.
    lanes: Vec<[u64; LANES]>,
    stack: Vec<Frame>,
    /// The instruction whose call the caller of the evaluator is doing.
    calling: Option<InstId>,
    /// Polls that pass before the poll word counts as set.
    polls: u64,
    /// Instructions that may still run.
    fuel: u64,
}

impl<'a, M: Memory> Evaluator<'a, M> {
    /// Starts a unit with its parameters. The poll word counts as set after `polls` polls.
    pub fn new(unit: &'a Unit, memory: &'a M, params: &[u64], polls: u64) -> Self {
        let mut values = vec![0; unit.values.len()];
        for (param, &bits) in unit.params.iter().zip(params) {
            values[param.val.index()] = bits;
        }
        for (value, data) in values.iter_mut().zip(&unit.values) {
            if let Def::Const(constant) = data.def {
                *value = match constant {
                    Const::Int(n) => n as u64,
                    Const::Float(bits) | Const::Tag(bits) => bits,
                    Const::Bool(truth) => u64::from(truth),
                    Const::Address(id) => unit.addresses[id.index()].address,
                };
            }
        }
        let any_lanes = unit.values.iter().any(|data| data.ty.lane().is_some());
        let lanes = vec![[0; LANES]; if any_lanes { values.len() } else { 0 }];
        let stack = vec![Frame { region: unit.body, at: 0, owner: None }];
        let journal = FxHashMap::default();
        Evaluator { unit, memory, journal, values, lanes, stack, calling: None, polls, fuel: u64::MAX }
    }

    /// Bounds the number of instructions; running out is a fault.
    #[must_use]
    pub fn with_fuel(mut self, fuel: u64) -> Self {
        self.fuel = fuel;
        self
    }

    /// What the unit has written: address and byte.
    pub fn journal(&self) -> &FxHashMap<u64, u8> {
        &self.journal
    }

    /// Forgets what was written: the memory has it now.
    pub fn settle(&mut self) {
        self.journal.clear();
    }

    /// Runs to the next stop.
    pub fn run(&mut self) -> Result<Stop, String> {
        loop {
            let frame = self.stack.last_mut().ok_or("the unit has ended")?;
            let inst = self.unit.region(frame.region).insts[frame.at];
            frame.at += 1;
            self.fuel = self.fuel.checked_sub(1).ok_or("out of fuel")?;
            match self.step(inst) {
                Ok(None) => {}
                Ok(Some(stop)) => return Ok(stop),
                Err(fault) => {
                    return Err(format!("{fault}, at {:?} of {:?}", self.unit.inst(inst), self.args(inst)));
                }
            }
        }
    }

    /// Gives the results of the call the evaluator stopped at, or that it failed; runs to the next stop.
    pub fn resume(&mut self, results: Option<&[u64]>) -> Result<Stop, String> {
        let inst = self.calling.take().ok_or("no call is waiting")?;
        match results {
            Some(results) => self.define(inst, results),
            None => {
                let exit = self.unit.inst(inst).op.exit().ok_or("a helper failed that cannot")?;
                return Ok(self.leave(exit));
            }
        }
        self.run()
    }

    fn args(&self, inst: InstId) -> Vec<u64> {
        self.unit.inst(inst).args.iter().map(|arg| self.values[arg.index()]).collect()
    }

    fn define(&mut self, inst: InstId, results: &[u64]) {
        for (val, &bits) in self.unit.inst(inst).results.iter().zip(results) {
            self.values[val.index()] = bits;
        }
    }

    fn leave(&mut self, exit: ExitId) -> Stop {
        self.stack.clear();
        let values = self.unit.exit(exit).values();
        Stop::Exit(exit, values.into_iter().map(|val| self.values[val.index()]).collect())
    }

    fn enter(&mut self, region: RegionId, owner: InstId) {
        self.stack.push(Frame { region, at: 0, owner: Some(owner) });
    }

    /// Goes back to just after the instruction that owns a region around.
    fn unwind(&mut self, owner: InstId) {
        while self.stack.pop().is_some_and(|frame| frame.owner != Some(owner)) {}
    }

    fn step(&mut self, inst: InstId) -> Result<Option<Stop>, String> {
        let unit = self.unit;
        let op = unit.inst(inst).op;
        let args = self.args(inst);
        match op {
            _ if !self.lanes.is_empty() && self.step_lanes(inst)? => {}
            Op::Load(_) | Op::LoadElement(_) => {
                let (access, address) = self.address(op, &args)?;
                let bits = widened(access, self.read(address, access.width)?);
                if access.ty == Ty::Bool && bits > 1 {
                    return Err(format!("a truth value {bits}"));
                }
                if access.ty == Ty::Ref && bits == 0 {
                    return Err("a reference that is null".into());
                }
                self.define(inst, &[bits]);
            }
            Op::Store(_) | Op::StoreElement(_) => {
                let (access, address) = self.address(op, &args)?;
                self.read(address, access.width)?;
                let bits = args[args.len() - 1];
                let single = access.ty == Ty::F64 && access.width == 4;
                let bits = if single { u64::from((f64::from_bits(bits) as f32).to_bits()) } else { bits };
                let bytes = bits.to_le_bytes();
                self.journal.extend((address..).zip(bytes).take(usize::from(access.width)));
            }
            Op::Guard(exit, _) => {
                if args[0] == 0 {
                    return Ok(Some(self.leave(exit)));
                }
            }
            Op::Poll(exit) => match self.polls.checked_sub(1) {
                Some(left) => self.polls = left,
                None => return Ok(Some(self.leave(exit))),
            },
            Op::Call(helper, exit) => {
                if matches!(helper.get().meaning, super::helper::Meaning::Runtime) {
                    self.calling = Some(inst);
                    return Ok(Some(Stop::Call(helper, args)));
                }
                match helper.get().compute(&args) {
                    Some(results) => self.define(inst, &results),
                    None => {
                        return Ok(Some(self.leave(exit.ok_or("a helper failed that cannot")?)));
                    }
                }
            }
            Op::CallUnit(called, _) => {
                self.calling = Some(inst);
                return Ok(Some(Stop::CallUnit(called, args)));
            }
            Op::Loop(body, _) => {
                self.pass(&unit.inst(inst).args, &unit.region(body).params);
                self.enter(body, inst);
            }
            Op::Block(body) => self.enter(body, inst),
            Op::If(then, otherwise) => self.enter(if args[0] != 0 { then } else { otherwise }, inst),
            Op::Br(block) => {
                self.pass(&unit.inst(inst).args, &unit.inst(block).results);
                self.unwind(block);
            }
            Op::Continue(label) => {
                let Op::Loop(body, _) = unit.inst(label).op else {
                    return Err("not a loop".into());
                };
                self.pass(&unit.inst(inst).args, &unit.region(body).params);
                self.unwind(label);
                self.enter(body, label);
            }
            Op::Yield => {
                let owner = self.stack.pop().and_then(|frame| frame.owner).ok_or("yield outside of an if")?;
                self.pass(&unit.inst(inst).args, &unit.inst(owner).results);
            }
            Op::Exit(exit, _) => return Ok(Some(self.leave(exit))),
            Op::Ret => {
                self.stack.clear();
                return Ok(Some(Stop::Return(args)));
            }
            _ => {
                let ty = unit.inst(inst).args.first().map_or(Ty::I64, |&arg| unit.ty(arg));
                match compute(op, ty, &args) {
                    Outcome::Value(bits) => self.define(inst, &[bits]),
                    Outcome::Leaves => {
                        return Ok(Some(self.leave(op.exit().ok_or("no exit to leave through")?)));
                    }
                    Outcome::Broken => return Err("a claim that is not so".into()),
                    Outcome::NotArithmetic => return Err("not an operation".into()),
                }
            }
        }
        Ok(None)
    }

    /// Gives values to the parameters of a label, all at once.
    fn pass(&mut self, args: &[Val], params: &[Val]) {
        let bits: Vec<u64> = args.iter().map(|arg| self.values[arg.index()]).collect();
        for (param, bits) in params.iter().zip(bits) {
            self.values[param.index()] = bits;
        }
        if !self.lanes.is_empty() {
            let lanes: Vec<[u64; LANES]> = args.iter().map(|arg| self.lanes[arg.index()]).collect();
            for (param, lanes) in params.iter().zip(lanes) {
                self.lanes[param.index()] = lanes;
            }
        }
    }

    /// Does an operation on lanes; tells whether it was one.
    fn step_lanes(&mut self, inst: InstId) -> Result<bool, String> {
        let unit = self.unit;
        let Inst { op, args, results } = unit.inst(inst);
        let bits = |eval: &Self, at: usize, lane: usize| match unit.ty(args[at]).lane() {
            Some(_) => eval.lanes[args[at].index()][lane],
            None => eval.values[args[at].index()],
        };
        let ty = |at: usize| args.get(at).map_or(Ty::I64, |&arg| unit.ty(arg));
        match *op {
            Op::Lane(at) => self.values[results[0].index()] = bits(self, 0, usize::from(at)),
            Op::AnyLane => {
                self.values[results[0].index()] = u64::from((0..LANES).any(|lane| bits(self, 0, lane) != 0));
            }
            Op::LoadElement(Access { ty: loaded, .. }) if loaded.lane().is_some() => {
                for lane in 0..LANES {
                    let (access, address) = self.address(*op, &[bits(self, 0, 0), bits(self, 1, 0) + lane as u64])?;
                    self.lanes[results[0].index()][lane] = self.read(address, access.width)?;
                }
            }
            Op::StoreElement(Access { ty: stored, .. }) if stored.lane().is_some() => {
                for lane in 0..LANES {
                    let (access, address) = self.address(*op, &[bits(self, 0, 0), bits(self, 1, 0) + lane as u64])?;
                    self.read(address, access.width)?;
                    self.journal.extend((address..).zip(bits(self, 2, lane).to_le_bytes()));
                }
            }
            _ if op.regions().next().is_some() || matches!(op, Op::Br(_) | Op::Continue(_) | Op::Yield) => {
                return Ok(false);
            }
            _ if results.len() == 1 && unit.ty(results[0]).lane().is_some() => {
                for lane in 0..LANES {
                    let operands: Vec<u64> = (0..args.len()).map(|at| bits(self, at, lane)).collect();
                    let of = ty(0).lane().unwrap_or(ty(0));
                    self.lanes[results[0].index()][lane] = match *op {
                        Op::Splat => operands[0],
                        Op::Iota => operands[0].wrapping_add(lane as u64),
                        Op::Int(IntBinary::Add) => operands[0].wrapping_add(operands[1]),
                        Op::Int(IntBinary::Sub) => operands[0].wrapping_sub(operands[1]),
                        Op::Int(IntBinary::Mul) => operands[0].wrapping_mul(operands[1]),
                        op => match compute(op, of, &operands) {
                            Outcome::Value(bits) => bits,
                            _ => return Err("not an operation on lanes".into()),
                        },
                    };
                }
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn address(&self, op: Op, args: &[u64]) -> Result<(Access, u64), String> {
        let (access, index) = match op {
            Op::Load(access) | Op::Store(access) => (access, 0),
            Op::LoadElement(access) | Op::StoreElement(access) => (access, args[1]),
            _ => return Err("not an access".into()),
        };
        let size = access.element_size().unwrap_or(0);
        let offset = (index as i64).checked_mul(size as i64).and_then(|at| at.checked_add(i64::from(access.offset)));
        let address = offset.and_then(|offset| args[0].checked_add_signed(offset));
        address.map(|address| (access, address)).ok_or_else(|| "an address that does not exist".into())
    }

    fn read(&self, address: u64, width: u8) -> Result<u64, String> {
        let mut bits = 0;
        for at in 0..u64::from(width) {
            let here = address + at;
            let byte = self.journal.get(&here).copied().or_else(|| self.memory.byte(here));
            bits |= u64::from(byte.ok_or_else(|| format!("no memory at {here:#x}"))?) << (8 * at);
        }
        Ok(bits)
    }
}

/// What the bytes of a load stand for.
fn widened(access: Access, bits: u64) -> u64 {
    match (access.ty, access.width) {
        (Ty::F64, 4) => f64::from(f32::from_bits(bits as u32)).to_bits(),
        (_, width) if access.signed => {
            let unused = 64 - 8 * u32::from(width);
            ((bits << unused) as i64 >> unused) as u64
        }
        _ => bits,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::text::parse;

    /// Memory from a table of words.
    pub struct Words(pub Vec<(u64, u64)>);

    impl Memory for Words {
        fn byte(&self, address: u64) -> Option<u8> {
            let word = self.0.iter().find(|(at, _)| (*at..at + 8).contains(&address));
            word.map(|(at, bits)| bits.to_le_bytes()[(address - at) as usize])
        }
    }

    fn run(text: &str, params: &[u64]) -> Result<Stop, String> {
        let unit = parse(text).unwrap();
        unit.assert_well_formed();
        let memory = Words((0..8).map(|at| (1000 + at * 8, at)).collect());
        Evaluator::new(&unit, &memory, params, 1000).with_fuel(100_000).run()
    }

    const SUM: &str = "
unit loop sum(n: I64 = slot 0, data: Ptr = frame) -> () {
  exit e0 = resume f0@1 [slot 1 <- int s, slot 2 <- int i]
  exit e1 = done f0@1 [slot 1 <- int total, slot 2 <- int 7]
  exit e2 = resume f0@1 []
  b0: block {
    l0: loop (i: I64 = 0, s: I64 = 0) entry e2 stmt 1 trips 0 {
      c = icmp.lt i, n
      if c { yield } else { br b0 s }
      x = load_elem.I64 data[i]+0, ElemInt
      t = iadd.ovf s, x, e0
      j = iadd i, 1
      poll e0
      continue l0 j, t
    }
  } -> total: I64
  exit e1 branch
}";

    #[test]
    fn a_loop_runs_to_its_end() {
        assert_eq!(run(SUM, &[8, 1000]), Ok(Stop::Exit(ExitId(1), vec![28, 7])));
    }

    #[test]
    fn a_load_outside_of_all_objects_is_a_fault() {
        assert!(run(SUM, &[9, 1000]).unwrap_err().contains("no memory"));
    }

    #[test]
    fn checked_and_unchecked_sums_differ() {
        let checked = "unit function f(a: I64 = argument 0) -> (I64) {
            exit e0 = resume f0@1 [slot 0 <- int a]
            b = iadd.ovf a, 1, e0
            ret b
        }";
        let max = i64::MAX as u64;
        assert_eq!(run(checked, &[max]), Ok(Stop::Exit(ExitId(0), vec![max])));
        assert_eq!(run(checked, &[1]), Ok(Stop::Return(vec![2])));
        assert!(run(&checked.replace("iadd.ovf a, 1, e0", "iadd a, 1"), &[max]).is_err());
    }

    #[test]
    fn stores_are_seen_by_loads_and_kept_from_memory() {
        let text = "unit function f(p: Ptr = frame) -> (I64) {
            store.I64 p+8, 41, Slots
            a = load.I64 p+8, Slots
            b = iadd a, 1
            ret b
        }";
        assert_eq!(run(text, &[1000]), Ok(Stop::Return(vec![42])));
    }

    #[test]
    fn a_call_of_a_unit_stops_and_goes_on() {
        let unit = parse(
            "unit function f(a: I64 = argument 0) -> (I64) {
            exit e0 = after_call f0@1 []
            b: I64 = call_unit u0 a, e0
            c = iadd b, b
            ret c
        }",
        )
        .unwrap();
        let memory = Words(Vec::new());
        let mut eval = Evaluator::new(&unit, &memory, &[5], 0);
        assert_eq!(eval.run(), Ok(Stop::CallUnit(0, vec![5])));
        assert_eq!(eval.resume(Some(&[21])), Ok(Stop::Return(vec![42])));
        let mut eval = Evaluator::new(&unit, &memory, &[5], 0);
        assert_eq!(eval.run(), Ok(Stop::CallUnit(0, vec![5])));
        assert_eq!(eval.resume(None), Ok(Stop::Exit(ExitId(0), vec![])));
    }
}
