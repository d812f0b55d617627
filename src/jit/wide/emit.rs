//! Control of a kernel: entry, regions, branches, ways out, and how values get from one home to another.
//!
//! In: a scope and the homes of its values. Out: instructions in an [`Assembler`]. What single operations become is in `operation`.

use super::Way;
use super::allocate::{Class, Home, Homes};
use super::assembler::{Assembler, Label};
use super::scope::Scope;
use crate::jit::abi::offset;
use crate::trace::ir::*;
use iced_x86::{Code, Instruction, MemoryOperand, Register};
use rustc_hash::FxHashMap;

/// Bytes of a row of the kernel's stack: a vector.
const ROW: i64 = 64;

/// The words of the caller.
const WORDS: Register = Register::RDI;
/// The address of the poll word.
const POLL: Register = Register::RSI;
/// Registers of the caller that have to be put back.
const SAVED: [Register; 6] = [Register::RBX, Register::RBP, Register::R12, Register::R13, Register::R14, Register::R15];

/// Registers in which no value lives, for what is needed only within an operation.
pub const SCRATCH: [Register; 3] = [Register::RAX, Register::RCX, Register::RDX];
/// The same for vectors.
pub const VECTOR_SCRATCH: [Register; 3] = [Register::ZMM29, Register::ZMM30, Register::ZMM31];
/// The same for masks. The first is no mask to the processor where lanes are chosen, but all lanes.
pub const MASK_SCRATCH: [Register; 2] = [Register::K0, Register::K7];

/// The code of a kernel.
pub fn emit(unit: &Unit, scope: &Scope, homes: Homes) -> Assembler {
    let mut emitter = Emitter {
        unit,
        scope,
        homes,
        code: Assembler::default(),
        labels: FxHashMap::default(),
        later: Vec::new(),
        ways: Vec::new(),
    };
    emitter.kernel();
    emitter.code
}

/// The state of writing one kernel.
pub(super) struct Emitter<'a> {
    pub(super) unit: &'a Unit,
    scope: &'a Scope,
    homes: Homes,
    pub(super) code: Assembler,
    /// Where `br` or `continue` to a control instruction goes, and into which values.
    labels: FxHashMap<InstId, (Label, Vals)>,
    /// Arms that leave, written behind everything that goes on.
    later: Vec<(Label, RegionId)>,
    /// The ways out used so far.
    ways: Vec<(Label, Way)>,
}

/// Where a moved value comes from.
#[derive(Clone, Copy, PartialEq)]
enum Origin {
    Home(Home),
    Const(Const),
}

/// A value on its way to a home.
struct Move {
    class: Class,
    from: Origin,
    to: Home,
}

impl Emitter<'_> {
    fn kernel(&mut self) {
        for register in SAVED {
            self.code.put(Instruction::with1(Code::Push_r64, register));
        }
        let bytes = (i64::from(self.homes.rows) * ROW) as i32;
        if bytes > 0 {
            self.code.put(Instruction::with2(Code::Sub_rm64_imm32, Register::RSP, bytes));
        }
        let poll = MemoryOperand::with_base_displ(POLL, offset::POLL.into());
        self.code.put(Instruction::with2(Code::Mov_r64_rm64, POLL, poll));
        for (at, &val) in (0..).zip(&self.scope.inputs) {
            let home = self.homes.of[&val];
            let class = Class::of(self.unit.ty(val));
            let register = self.register_of(class, home, 0);
            self.read_row(class, register, MemoryOperand::with_base_displ(WORDS, at * 8), true);
            self.write_back(class, home, register);
        }
        for &splat in &self.scope.splats {
            let inst = self.unit.def_inst(splat).expect("an instruction makes lanes");
            self.operation(inst);
        }
        self.inst(self.scope.label);
        while !self.later.is_empty() || !self.ways.is_empty() {
            for (label, region) in std::mem::take(&mut self.later) {
                self.code.place(label);
                self.region(region, None);
            }
            for (label, way) in std::mem::take(&mut self.ways) {
                self.code.place(label);
                self.leave(&way);
            }
        }
    }

    /// The end of a way out.
    fn leave(&mut self, way: &Way) {
        let (unit, scope) = (self.unit, self.scope);
        let values = match way {
            Way::Jump(_, args) => args.to_vec(),
            Way::Leave(exit, _) => unit.exit(*exit).values(),
        };
        for (at, val) in (scope.inputs.len() as i64..).zip(&scope.outputs) {
            if !values.contains(val) {
                continue;
            }
            let to = MemoryOperand::with_base_displ(WORDS, at * 8);
            match Class::of(unit.ty(*val)) {
                Class::Vector => {
                    let register = low(self.vector(*val, 0));
                    self.code.put(Instruction::with2(Code::EVEX_Vmovsd_m64_k1_xmm, to, register));
                }
                _ => {
                    let register = self.general(*val, 0);
                    self.code.put(Instruction::with2(Code::Mov_rm64_r64, to, register));
                }
            }
        }
        let number = scope.ways.iter().position(|known| known == way).expect("the scope has all ways") as u32;
        self.code.put(Instruction::with2(Code::Mov_r32_imm32, Register::EAX, number));
        let bytes = (i64::from(self.homes.rows) * ROW) as i32;
        if bytes > 0 {
            self.code.put(Instruction::with2(Code::Add_rm64_imm32, Register::RSP, bytes));
        }
        for register in SAVED.into_iter().rev() {
            self.code.put(Instruction::with1(Code::Pop_r64, register));
        }
        // The caller's 128-bit code is slow as long as the upper parts of registers hold something.
        self.code.put(Ok(Instruction::with(Code::VEX_Vzeroupper)));
        self.code.put(Ok(Instruction::with(Code::Retnq)));
    }

    fn way(&mut self, way: Way) -> Label {
        if let Some(&(label, _)) = self.ways.iter().find(|(_, known)| *known == way) {
            return label;
        }
        let label = self.code.label();
        self.ways.push((label, way));
        label
    }

    /// Where a guard goes that fails.
    pub(super) fn exit(&mut self, exit: ExitId, reason: Reason) -> Label {
        self.way(Way::Leave(exit, reason))
    }

    // -- Control ------------------------------------------------------------------------------------------------

    /// `results`: what a `yield` at the end of the region brings.
    fn region(&mut self, region: RegionId, results: Option<&[Val]>) {
        let (unit, scope) = (self.unit, self.scope);
        for &inst in &unit.region(region).insts {
            match unit.inst(inst).op {
                Op::Yield => self.transfer(&unit.inst(inst).args, results.expect("only the arm of an if yields")),
                _ if !scope.folded.contains(&inst) => self.inst(inst),
                _ => {}
            }
        }
    }

    fn inst(&mut self, id: InstId) {
        let unit = self.unit;
        let Inst { op, args, results } = unit.inst(id);
        match *op {
            Op::Loop(body, _) => {
                let params = unit.region(body).params.clone();
                self.transfer(args, &params);
                let head = self.code.label();
                self.code.place(head);
                self.labels.insert(id, (head, params));
                self.region(body, None);
            }
            Op::Block(body) => {
                let end = self.code.label();
                self.labels.insert(id, (end, Vals::from_slice(results)));
                self.region(body, None);
                self.code.place(end);
            }
            Op::If(then, otherwise) => self.branch(args[0], then, otherwise, results),
            Op::Br(label) | Op::Continue(label) => match self.labels.get(&label).cloned() {
                Some((target, into)) => {
                    self.transfer(args, &into);
                    self.code.jump(Code::Jmp_rel32_64, target);
                }
                None => {
                    let out = self.way(Way::Jump(label, args.clone()));
                    self.code.jump(Code::Jmp_rel32_64, out);
                }
            },
            Op::Exit(exit, reason) => {
                let out = self.exit(exit, reason);
                self.code.jump(Code::Jmp_rel32_64, out);
            }
            Op::Guard(exit, reason) => {
                let out = self.exit(exit, reason);
                self.jump_if(args[0], false, out);
            }
            Op::Poll(exit) => {
                let out = self.exit(exit, Reason::Poll);
                let word = MemoryOperand::with_base(POLL);
                self.code.put(Instruction::with2(Code::Cmp_rm64_imm8, word, 0));
                self.code.jump(Code::Jne_rel32_64, out);
            }
            _ => self.operation(id),
        }
    }

    fn branch(&mut self, cond: Val, then: RegionId, otherwise: RegionId, results: &[Val]) {
        let unit = self.unit;
        let other = self.code.label();
        match (unit.yields(then), unit.yields(otherwise)) {
            (true, false) => {
                self.jump_if(cond, false, other);
                self.later.push((other, otherwise));
                self.region(then, Some(results));
            }
            (false, true) => {
                self.jump_if(cond, true, other);
                self.later.push((other, then));
                self.region(otherwise, Some(results));
            }
            (joins, _) => {
                self.jump_if(cond, false, other);
                self.region(then, Some(results));
                let end = self.code.label();
                if joins {
                    self.code.jump(Code::Jmp_rel32_64, end);
                }
                self.code.place(other);
                self.region(otherwise, Some(results));
                self.code.place(end);
            }
        }
    }

    // -- Homes --------------------------------------------------------------------------------------------------

    /// The register a home is, or one to hold what belongs on the stack.
    fn register_of(&self, class: Class, home: Home, scratch: usize) -> Register {
        match (home, class) {
            (Home::Register(number), Class::General) => Register::RAX + u32::from(number),
            (Home::Register(number), Class::Vector) => Register::ZMM0 + u32::from(number),
            (Home::Register(number), Class::Mask) => Register::K0 + u32::from(number),
            (Home::Stack(_), Class::General) => SCRATCH[scratch],
            (Home::Stack(_), Class::Vector) => VECTOR_SCRATCH[scratch],
            (Home::Stack(_), Class::Mask) => MASK_SCRATCH[scratch],
        }
    }

    fn row(&self, row: u32) -> MemoryOperand {
        MemoryOperand::with_base_displ(Register::RSP, i64::from(row) * ROW)
    }

    /// `scalar`: only the first word of a vector is there.
    fn read_row(&mut self, class: Class, register: Register, row: MemoryOperand, scalar: bool) {
        let (code, register) = match class {
            Class::General => (Code::Mov_r64_rm64, register),
            Class::Vector if scalar => (Code::EVEX_Vmovsd_xmm_k1z_m64, low(register)),
            Class::Vector => (Code::EVEX_Vmovupd_zmm_k1z_zmmm512, register),
            Class::Mask => (Code::VEX_Kmovb_kr_km8, register),
        };
        self.code.put(Instruction::with2(code, register, row));
    }

    /// Stores a value that belongs on the stack and was made in a register.
    fn write_back(&mut self, class: Class, home: Home, register: Register) {
        if let Home::Stack(row) = home {
            let code = match class {
                Class::General => Code::Mov_rm64_r64,
                Class::Vector => Code::EVEX_Vmovupd_zmmm512_k1z_zmm,
                Class::Mask => Code::VEX_Kmovb_m8_kr,
            };
            self.code.put(Instruction::with2(code, self.row(row), register));
        }
    }

    fn read(&mut self, class: Class, val: Val, scratch: usize) -> Register {
        if let Some(constant) = self.unit.as_const(val) {
            let register = match class {
                Class::General => SCRATCH[scratch],
                Class::Vector => VECTOR_SCRATCH[scratch],
                Class::Mask => unreachable!("no constant has lanes"),
            };
            self.make(constant, register);
            return register;
        }
        let home = self.homes.of[&val];
        let register = self.register_of(class, home, scratch);
        if let Home::Stack(row) = home {
            self.read_row(class, register, self.row(row), false);
        }
        register
    }

    /// A register that holds an integer, a truth value or a pointer.
    pub(super) fn general(&mut self, val: Val, scratch: usize) -> Register {
        self.read(Class::General, val, scratch)
    }

    /// A register that holds a float, or lanes of numbers.
    pub(super) fn vector(&mut self, val: Val, scratch: usize) -> Register {
        self.read(Class::Vector, val, scratch)
    }

    /// A register that holds lanes of truth values.
    pub(super) fn mask(&mut self, val: Val, scratch: usize) -> Register {
        self.read(Class::Mask, val, scratch)
    }

    /// Has `make` put a value into the register that is its home, or into one whose contents go there.
    pub(super) fn define(&mut self, val: Val, make: impl FnOnce(&mut Self, Register)) {
        let (class, home) = (Class::of(self.unit.ty(val)), self.homes.of[&val]);
        let register = self.register_of(class, home, 0);
        make(self, register);
        self.write_back(class, home, register);
    }

    /// What is folded into its user.
    pub(super) fn folded(&self, val: Val) -> Option<InstId> {
        self.unit.def_inst(val).filter(|def| self.scope.folded.contains(def))
    }

    fn make(&mut self, constant: Const, register: Register) {
        let int = match constant {
            Const::Float(bits) => {
                let word = self.code.constant(&[bits]);
                return self.code.put(Instruction::with2(Code::EVEX_Vmovsd_xmm_k1z_m64, low(register), word));
            }
            Const::Int(n) => n,
            Const::Bool(truth) => truth.into(),
            Const::Tag(tag) => tag as i64,
            Const::Address(_) => unreachable!("kernels know no addresses"),
        };
        match i32::try_from(int) {
            Ok(int) => self.code.put(Instruction::with2(Code::Mov_rm64_imm32, register, int)),
            Err(_) => self.code.put(Instruction::with2(Code::Mov_r64_imm64, register, int)),
        }
    }

    /// Moves values into the homes of others, all at once.
    fn transfer(&mut self, from: &[Val], into: &[Val]) {
        let mut moves = Vec::new();
        for (&val, to) in from.iter().zip(into) {
            let class = Class::of(self.unit.ty(val));
            let from = match self.unit.as_const(val) {
                Some(constant) => Origin::Const(constant),
                None => Origin::Home(self.homes.of[&val]),
            };
            let to = self.homes.of[to];
            if from != Origin::Home(to) {
                moves.push(Move { class, from, to });
            }
        }
        while !moves.is_empty() {
            let is_read =
                |to: &Move| moves.iter().any(|other| other.class == to.class && other.from == Origin::Home(to.to));
            match moves.iter().position(|to| !is_read(to)) {
                Some(at) => {
                    let Move { class, from, to } = moves.swap_remove(at);
                    self.move_one(class, from, to);
                }
                None => {
                    // Each waits for another one: take one out of the circle.
                    let (class, from) = (moves[0].class, moves[0].from);
                    let aside = Home::Register(match class {
                        Class::General => 1,
                        Class::Vector => 30,
                        Class::Mask => 7,
                    });
                    self.move_one(class, from, aside);
                    let waiting = moves.iter_mut().filter(|other| other.class == class && other.from == from);
                    waiting.for_each(|other| other.from = Origin::Home(aside));
                }
            }
        }
    }

    fn move_one(&mut self, class: Class, from: Origin, to: Home) {
        let target = self.register_of(class, to, 0);
        match from {
            Origin::Const(constant) => self.make(constant, target),
            Origin::Home(Home::Stack(row)) => self.read_row(class, target, self.row(row), false),
            Origin::Home(home) => {
                let source = self.register_of(class, home, 0);
                if matches!(to, Home::Stack(_)) {
                    return self.write_back(class, to, source);
                }
                let code = match class {
                    Class::General => Code::Mov_r64_rm64,
                    Class::Vector => Code::EVEX_Vmovapd_zmm_k1z_zmmm512,
                    Class::Mask => Code::VEX_Kmovb_kr_km8,
                };
                return self.code.put(Instruction::with2(code, target, source));
            }
        }
        self.write_back(class, to, target);
    }
}

/// The register's lowest 128 bits, which scalar operations work on.
pub fn low(register: Register) -> Register {
    Register::XMM0 + (register as u32 - Register::ZMM0 as u32)
}
