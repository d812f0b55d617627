//! Kernels of array expressions: a [`Program`] of `array::fuse` as one loop over rows.
//!
//! In: operations on elements of any type up to eight bytes. Out: machine code that takes as many elements at a time as a vector has of the
//! widest type among them, and what is left at the end under a mask. A number is a vector register, a truth a mask register; narrower
//! types fill a part of theirs. Lanes behind the last one hold anything: nobody reads them, and operations that could notice something
//! there are masked. What has no instruction, or needs more registers than there are, is refused.

use super::assembler::{Assembler, Label};
use crate::array::DType;
use crate::array::dtype::Class;
use crate::array::fuse::kernel::{Code as Entry, Kernel, Op, Operand, Program, Step};
use crate::jit::arena::Arena;
use iced_x86::{Code, Instruction, MemoryOperand, Register};
use std::cell::OnceCell;
use std::rc::Rc;

/// Address space for kernels, a thread.
const ARENA: usize = 4 << 20;
/// The rows' addresses, as an argument.
const ROWS: Register = Register::RDI;
/// How many elements there are, later how far there is a whole vector of them.
const COUNT: Register = Register::RSI;
/// The element that the loop is at.
const AT: Register = Register::RAX;
/// For an address that has no register.
const SCRATCH: Register = Register::RCX;
/// Registers for addresses of rows.
const ADDRESSES: [Register; 11] = [
    Register::RDX,
    Register::R8,
    Register::R9,
    Register::R10,
    Register::R11,
    Register::RBX,
    Register::RBP,
    Register::R12,
    Register::R13,
    Register::R14,
    Register::R15,
];
/// Those of them that are the caller's.
const SAVED: std::ops::Range<usize> = 5..11;
/// The lanes that count.
const LANES: Register = Register::K1;
/// Bytes of a vector.
const VECTOR: usize = 64;

thread_local! {
    static PLACE: OnceCell<Option<Rc<Arena>>> = const { OnceCell::new() };
}

/// Makes a kernel.
pub fn make(program: &Program) -> Option<Kernel> {
    let bytes = emit(program)?;
    let arena = PLACE.with(|place| place.get_or_init(|| Arena::reserve(ARENA).ok()).clone())?;
    let block = arena.place(bytes.len(), |to| to[..bytes.len()].copy_from_slice(&bytes)).ok()?;
    let address = block.address();
    // SAFETY: the bytes are a function of this kind.
    #[allow(unsafe_code)]
    let code = unsafe { std::mem::transmute::<*const u8, Entry>(address) };
    Some(Kernel { code, memory: Box::new(block) })
}

/// Where a value is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Home {
    Vector(Register),
    Mask(Register),
}

/// An operand, and how often it is still read in the body.
#[derive(Clone, Copy)]
struct Value {
    home: Option<Home>,
    dtype: DType,
    uses: usize,
    /// It stays for all turns of the loop.
    is_kept: bool,
}

#[derive(Clone)]
struct State {
    vectors: Vec<Register>,
    masks: Vec<Register>,
    inputs: Vec<Value>,
    steps: Vec<Value>,
}

struct Emitter<'a> {
    code: Assembler,
    program: &'a Program,
    /// Elements of a turn.
    lanes: usize,
    /// Whether not all lanes count.
    is_last: bool,
    state: State,
}

fn emit(program: &Program) -> Option<Vec<u8>> {
    let sizes = program.inputs.iter().map(|(dtype, _)| *dtype).chain(program.steps.iter().map(|step| step.result));
    let lanes = VECTOR / sizes.map(DType::size).max()?;
    let uses = |operand: Operand| {
        let reads = program.steps.iter().flat_map(|step| &step.operands).filter(|read| **read == operand).count();
        let written = matches!(operand, Operand::Step(at) if program.results.contains(&at));
        reads + usize::from(written)
    };
    let value =
        |dtype: DType, operand: Operand, is_kept: bool| Value { home: None, dtype, uses: uses(operand), is_kept };
    let inputs = program.inputs.iter().enumerate();
    let steps = program.steps.iter().enumerate();
    let state = State {
        vectors: (0..32).rev().map(|number| Register::ZMM0 + number).collect(),
        masks: (2..8).rev().map(|number| Register::K0 + number).collect(),
        inputs: inputs.map(|(at, &(dtype, one))| value(dtype, Operand::Input(at), one)).collect(),
        steps: steps.map(|(at, step)| value(step.result, Operand::Step(at), false)).collect(),
    };
    let mut emitter = Emitter { code: Assembler::default(), program, lanes, is_last: false, state };
    emitter.whole()?;
    Some(emitter.code.finish(false)?.bytes)
}

/// One of four instructions, by the size of elements.
fn by_size(dtype: DType, codes: [Code; 4]) -> Code {
    codes[dtype.size().ilog2() as usize]
}

/// The instruction for floats of single precision, or of double.
fn by_float(dtype: DType, codes: [Code; 2]) -> Code {
    codes[usize::from(dtype == DType::F64)]
}

fn is_float(dtype: DType) -> bool {
    dtype.class() == Class::Float
}

fn is_signed(dtype: DType) -> bool {
    dtype.class() == Class::Signed
}

/// The lower part of a vector register that has so many bytes.
fn part(register: Register, bytes: usize) -> Register {
    let number = register as u32 - Register::ZMM0 as u32;
    match bytes {
        64 => register,
        32 => Register::YMM0 + number,
        _ => Register::XMM0 + number,
    }
}

impl Emitter<'_> {
    fn put2(&mut self, code: Code, to: Register, a: Register) {
        self.code.put(Instruction::with2(code, to, a));
    }

    fn put3(&mut self, code: Code, to: Register, a: Register, b: Register) {
        self.code.put(Instruction::with3(code, to, a, b));
    }

    /// An operation on floats, which notices nothing in lanes that do not count.
    fn heard(&mut self, instruction: Result<Instruction, iced_x86::IcedError>, size: usize) {
        match self.is_last || self.lanes * size < VECTOR {
            true => self.code.put_zeroed(instruction, LANES),
            false => self.code.put(instruction),
        }
    }

    fn whole(&mut self) -> Option<()> {
        let rows = self.rows();
        let saved = &ADDRESSES[SAVED.start..rows.len().clamp(SAVED.start, SAVED.end)];
        for &register in saved {
            self.code.put(Instruction::with1(Code::Push_r64, register));
        }
        self.set_lanes(u64::MAX >> (64 - self.lanes));
        for at in 0..self.program.inputs.len() {
            if self.program.inputs[at].1 {
                self.repeat(at)?;
            }
        }
        for (&register, &row) in ADDRESSES.iter().zip(&rows) {
            self.code.put(Instruction::with2(Code::Mov_r64_rm64, register, word(row)));
        }
        self.code.put(Instruction::with2(Code::Xor_r32_rm32, Register::EAX, Register::EAX));
        let lanes = self.lanes as i32;
        self.code.put(Instruction::with2(Code::Sub_rm64_imm32, COUNT, lanes));
        let (body, rest, end) = (self.code.label(), self.code.label(), self.code.label());
        self.jump_past(Code::Jg_rel32_64, rest);
        let before = self.state.clone();
        self.code.place(body);
        self.body()?;
        self.code.put(Instruction::with2(Code::Add_rm64_imm32, AT, lanes));
        self.jump_past(Code::Jle_rel32_64, body);
        self.code.place(rest);
        self.code.put(Instruction::with2(Code::Add_rm64_imm32, COUNT, lanes));
        self.code.put(Instruction::with2(Code::Sub_r64_rm64, COUNT, AT));
        self.code.jump(Code::Je_rel32_64, end);
        self.code.put(Instruction::with2(Code::Mov_rm64_imm32, SCRATCH, -1i32));
        self.code.put(Instruction::with3(Code::VEX_Bzhi_r64_rm64_r64, SCRATCH, SCRATCH, COUNT));
        self.code.put(Instruction::with2(Code::VEX_Kmovq_kr_r64, LANES, SCRATCH));
        (self.state, self.is_last) = (before, true);
        self.body()?;
        self.code.place(end);
        for &register in saved.iter().rev() {
            self.code.put(Instruction::with1(Code::Pop_r64, register));
        }
        self.code.put(Ok(Instruction::with(Code::VEX_Vzeroupper)));
        self.code.put(Ok(Instruction::with(Code::Retnq)));
        Some(())
    }

    fn jump_past(&mut self, code: Code, to: Label) {
        self.code.put(Instruction::with2(Code::Cmp_r64_rm64, AT, COUNT));
        self.code.jump(code, to);
    }

    fn set_lanes(&mut self, lanes: u64) {
        self.code.put(Instruction::with2(Code::Mov_r64_imm64, SCRATCH, lanes));
        self.code.put(Instruction::with2(Code::VEX_Kmovq_kr_r64, LANES, SCRATCH));
    }

    /// The rows that are gone through, by their places among all.
    fn rows(&self) -> Vec<usize> {
        let inputs = self.program.inputs.iter().enumerate().filter(|(_, (_, one))| !one).map(|(at, _)| at);
        inputs.chain((0..self.program.results.len()).map(|at| self.program.inputs.len() + at)).collect()
    }

    /// Where elements of a row are.
    fn address(&mut self, row: usize, size: usize) -> MemoryOperand {
        let place = self.rows().iter().position(|&known| known == row).unwrap_or_else(|| unreachable!("it is a row"));
        let base = ADDRESSES.get(place).copied().unwrap_or_else(|| {
            self.code.put(Instruction::with2(Code::Mov_r64_rm64, SCRATCH, word(row)));
            SCRATCH
        });
        MemoryOperand::with_base_index_scale(base, AT, size as u32)
    }

    // -- Registers ----------------------------------------------------------------------------------------------

    fn room(&mut self, dtype: DType) -> Option<Home> {
        match dtype {
            DType::Bool => self.mask().map(Home::Mask),
            _ => self.vector().map(Home::Vector),
        }
    }

    fn vector(&mut self) -> Option<Register> {
        self.state.vectors.pop()
    }

    fn mask(&mut self) -> Option<Register> {
        self.state.masks.pop()
    }

    fn give(&mut self, home: Home) {
        match home {
            Home::Vector(register) => self.state.vectors.push(register),
            Home::Mask(register) => self.state.masks.push(register),
        }
    }

    fn value(&mut self, operand: Operand) -> &mut Value {
        match operand {
            Operand::Input(at) => &mut self.state.inputs[at],
            Operand::Step(at) => &mut self.state.steps[at],
        }
    }

    /// Where an operand is, brought from memory if it is the first time that it is read.
    fn read(&mut self, operand: Operand) -> Option<Register> {
        if let (None, Operand::Input(at)) = (self.value(operand).home, operand) {
            let home = self.load(at)?;
            self.value(operand).home = Some(home);
        }
        self.value(operand).home.map(|home| match home {
            Home::Vector(register) | Home::Mask(register) => register,
        })
    }

    /// An operand was read.
    fn done(&mut self, operand: Operand) {
        let value = self.value(operand);
        value.uses -= 1;
        if value.uses == 0
            && !value.is_kept
            && let Some(home) = value.home.take()
        {
            self.give(home);
        }
    }

    // -- Memory -------------------------------------------------------------------------------------------------

    /// One element in all lanes.
    fn repeat(&mut self, at: usize) -> Option<()> {
        let dtype = self.program.inputs[at].0;
        self.code.put(Instruction::with2(Code::Mov_r64_rm64, SCRATCH, word(at)));
        let code = by_size(
            dtype,
            [
                Code::EVEX_Vpbroadcastb_zmm_k1z_xmmm8,
                Code::EVEX_Vpbroadcastw_zmm_k1z_xmmm16,
                Code::EVEX_Vpbroadcastd_zmm_k1z_xmmm32,
                Code::EVEX_Vpbroadcastq_zmm_k1z_xmmm64,
            ],
        );
        let register = self.vector()?;
        self.code.put(Instruction::with2(code, register, MemoryOperand::with_base(SCRATCH)));
        let home = self.arrived(register, dtype)?;
        self.state.inputs[at].home = Some(home);
        Some(())
    }

    /// What was read into a vector register, where values of its type are.
    fn arrived(&mut self, register: Register, dtype: DType) -> Option<Home> {
        if dtype != DType::Bool {
            return Some(Home::Vector(register));
        }
        let mask = self.mask()?;
        self.put3(Code::EVEX_Vptestmb_kr_k1_zmm_zmmm512, mask, register, register);
        self.give(Home::Vector(register));
        Some(Home::Mask(mask))
    }

    fn load(&mut self, at: usize) -> Option<Home> {
        let dtype = self.program.inputs[at].0;
        let (register, bytes) = (self.vector()?, self.lanes * dtype.size());
        let from = self.address(at, dtype.size());
        match self.is_last {
            true => {
                let code = by_size(
                    dtype,
                    [
                        Code::EVEX_Vmovdqu8_zmm_k1z_zmmm512,
                        Code::EVEX_Vmovdqu16_zmm_k1z_zmmm512,
                        Code::EVEX_Vmovdqu32_zmm_k1z_zmmm512,
                        Code::EVEX_Vmovdqu64_zmm_k1z_zmmm512,
                    ],
                );
                self.code.put_zeroed(Instruction::with2(code, register, from), LANES);
            }
            false => {
                let code = match bytes {
                    64 => Code::EVEX_Vmovdqu64_zmm_k1z_zmmm512,
                    32 => Code::EVEX_Vmovdqu64_ymm_k1z_ymmm256,
                    16 => Code::EVEX_Vmovdqu64_xmm_k1z_xmmm128,
                    _ => Code::EVEX_Vmovq_xmm_xmmm64,
                };
                self.code.put(Instruction::with2(code, part(register, bytes), from));
            }
        }
        self.arrived(register, dtype)
    }

    fn store(&mut self, result: usize) -> Option<()> {
        let operand = Operand::Step(self.program.results[result]);
        let dtype = self.value(operand).dtype;
        let mut register = self.read(operand)?;
        let mut numbers = None;
        if dtype == DType::Bool {
            let vector = self.vector()?;
            self.number_of(register, vector, DType::I8);
            (register, numbers) = (vector, Some(vector));
        }
        let bytes = self.lanes * dtype.size();
        let to = self.address(self.program.inputs.len() + result, dtype.size());
        match self.is_last {
            true => {
                let code = by_size(
                    dtype,
                    [
                        Code::EVEX_Vmovdqu8_zmmm512_k1z_zmm,
                        Code::EVEX_Vmovdqu16_zmmm512_k1z_zmm,
                        Code::EVEX_Vmovdqu32_zmmm512_k1z_zmm,
                        Code::EVEX_Vmovdqu64_zmmm512_k1z_zmm,
                    ],
                );
                self.code.put_masked(Instruction::with2(code, to, register), LANES);
            }
            false => {
                let code = match bytes {
                    64 => Code::EVEX_Vmovdqu64_zmmm512_k1z_zmm,
                    32 => Code::EVEX_Vmovdqu64_ymmm256_k1z_ymm,
                    16 => Code::EVEX_Vmovdqu64_xmmm128_k1z_xmm,
                    _ => Code::EVEX_Vmovq_xmmm64_xmm,
                };
                self.code.put(Instruction::with2(code, to, part(register, bytes)));
            }
        }
        if let Some(vector) = numbers {
            self.give(Home::Vector(vector));
        }
        self.done(operand);
        Some(())
    }

    // -- Operations ---------------------------------------------------------------------------------------------

    /// One turn. Results are written when all operands have been read: they may lie in the same place.
    fn body(&mut self) -> Option<()> {
        let program = self.program;
        for (at, step) in program.steps.iter().enumerate() {
            let mut operands = [Register::None; 3];
            for (register, &operand) in operands.iter_mut().zip(&step.operands) {
                *register = self.read(operand)?;
            }
            let home = self.room(step.result)?;
            let (Home::Vector(to) | Home::Mask(to)) = home;
            self.step(step, to, operands)?;
            self.state.steps[at].home = Some(home);
            step.operands.iter().for_each(|&operand| self.done(operand));
        }
        (0..program.results.len()).try_for_each(|result| self.store(result))
    }

    fn step(&mut self, step: &Step, to: Register, [a, b, c]: [Register; 3]) -> Option<()> {
        let dtype = step.dtype;
        match (step.op, dtype) {
            (Op::Cast, _) => self.cast(step, to, a),
            (Op::Choose, DType::Bool) => {
                let other = self.mask()?;
                self.put3(Code::VEX_Kandnq_kr_kr_kr, other, a, c);
                self.put3(Code::VEX_Kandq_kr_kr_kr, to, a, b);
                self.put3(Code::VEX_Korq_kr_kr_kr, to, to, other);
                self.give(Home::Mask(other));
                Some(())
            }
            (Op::Choose, _) => {
                self.blend(dtype, to, a, b, c);
                Some(())
            }
            (_, DType::Bool) => self.truth(step.op, to, a, b),
            _ if is_float(dtype) => self.float(step.op, dtype, to, a, b),
            _ => self.whole_number(step.op, dtype, to, a, b),
        }
    }

    /// The one where a mask is true, else the other.
    fn blend(&mut self, dtype: DType, to: Register, mask: Register, yes: Register, no: Register) {
        let code = by_size(
            dtype,
            [
                Code::EVEX_Vpblendmb_zmm_k1z_zmm_zmmm512,
                Code::EVEX_Vpblendmw_zmm_k1z_zmm_zmmm512,
                Code::EVEX_Vpblendmd_zmm_k1z_zmm_zmmm512b32,
                Code::EVEX_Vpblendmq_zmm_k1z_zmm_zmmm512b64,
            ],
        );
        self.code.put_masked(Instruction::with3(code, to, no, yes), mask);
    }

    fn truth(&mut self, op: Op, to: Register, a: Register, b: Register) -> Option<()> {
        match op {
            Op::And => self.put3(Code::VEX_Kandq_kr_kr_kr, to, a, b),
            Op::Or => self.put3(Code::VEX_Korq_kr_kr_kr, to, a, b),
            Op::Xor | Op::NotEqual => self.put3(Code::VEX_Kxorq_kr_kr_kr, to, a, b),
            Op::Equal => self.put3(Code::VEX_Kxnorq_kr_kr_kr, to, a, b),
            Op::Less => self.put3(Code::VEX_Kandnq_kr_kr_kr, to, a, b),
            Op::Greater => self.put3(Code::VEX_Kandnq_kr_kr_kr, to, b, a),
            Op::Invert => self.put2(Code::VEX_Knotq_kr_kr, to, a),
            Op::LessEqual | Op::GreaterEqual => {
                let (a, b) = if op == Op::LessEqual { (b, a) } else { (a, b) };
                self.put3(Code::VEX_Kandnq_kr_kr_kr, to, a, b);
                self.put2(Code::VEX_Knotq_kr_kr, to, to);
            }
            _ => return None,
        }
        Some(())
    }

    fn whole_number(&mut self, op: Op, dtype: DType, to: Register, a: Register, b: Register) -> Option<()> {
        let codes = match op {
            Op::Add => [
                Code::EVEX_Vpaddb_zmm_k1z_zmm_zmmm512,
                Code::EVEX_Vpaddw_zmm_k1z_zmm_zmmm512,
                Code::EVEX_Vpaddd_zmm_k1z_zmm_zmmm512b32,
                Code::EVEX_Vpaddq_zmm_k1z_zmm_zmmm512b64,
            ],
            Op::Subtract | Op::Negative => [
                Code::EVEX_Vpsubb_zmm_k1z_zmm_zmmm512,
                Code::EVEX_Vpsubw_zmm_k1z_zmm_zmmm512,
                Code::EVEX_Vpsubd_zmm_k1z_zmm_zmmm512b32,
                Code::EVEX_Vpsubq_zmm_k1z_zmm_zmmm512b64,
            ],
            Op::Multiply | Op::Square => [
                Code::INVALID,
                Code::EVEX_Vpmullw_zmm_k1z_zmm_zmmm512,
                Code::EVEX_Vpmulld_zmm_k1z_zmm_zmmm512b32,
                Code::EVEX_Vpmullq_zmm_k1z_zmm_zmmm512b64,
            ],
            Op::And => [Code::EVEX_Vpandq_zmm_k1z_zmm_zmmm512b64; 4],
            Op::Or => [Code::EVEX_Vporq_zmm_k1z_zmm_zmmm512b64; 4],
            Op::Xor => [Code::EVEX_Vpxorq_zmm_k1z_zmm_zmmm512b64; 4],
            Op::Maximum if is_signed(dtype) => [
                Code::EVEX_Vpmaxsb_zmm_k1z_zmm_zmmm512,
                Code::EVEX_Vpmaxsw_zmm_k1z_zmm_zmmm512,
                Code::EVEX_Vpmaxsd_zmm_k1z_zmm_zmmm512b32,
                Code::EVEX_Vpmaxsq_zmm_k1z_zmm_zmmm512b64,
            ],
            Op::Maximum => [
                Code::EVEX_Vpmaxub_zmm_k1z_zmm_zmmm512,
                Code::EVEX_Vpmaxuw_zmm_k1z_zmm_zmmm512,
                Code::EVEX_Vpmaxud_zmm_k1z_zmm_zmmm512b32,
                Code::EVEX_Vpmaxuq_zmm_k1z_zmm_zmmm512b64,
            ],
            Op::Minimum if is_signed(dtype) => [
                Code::EVEX_Vpminsb_zmm_k1z_zmm_zmmm512,
                Code::EVEX_Vpminsw_zmm_k1z_zmm_zmmm512,
                Code::EVEX_Vpminsd_zmm_k1z_zmm_zmmm512b32,
                Code::EVEX_Vpminsq_zmm_k1z_zmm_zmmm512b64,
            ],
            Op::Minimum => [
                Code::EVEX_Vpminub_zmm_k1z_zmm_zmmm512,
                Code::EVEX_Vpminuw_zmm_k1z_zmm_zmmm512,
                Code::EVEX_Vpminud_zmm_k1z_zmm_zmmm512b32,
                Code::EVEX_Vpminuq_zmm_k1z_zmm_zmmm512b64,
            ],
            Op::Absolute => [
                Code::EVEX_Vpabsb_zmm_k1z_zmmm512,
                Code::EVEX_Vpabsw_zmm_k1z_zmmm512,
                Code::EVEX_Vpabsd_zmm_k1z_zmmm512b32,
                Code::EVEX_Vpabsq_zmm_k1z_zmmm512b64,
            ],
            Op::Invert => {
                let ones = self.code.constant_everywhere(u64::MAX);
                self.code.put(Instruction::with3(Code::EVEX_Vpxorq_zmm_k1z_zmm_zmmm512b64, to, a, ones));
                return Some(());
            }
            Op::Equal | Op::NotEqual | Op::Less | Op::LessEqual | Op::Greater | Op::GreaterEqual => {
                let codes = match is_signed(dtype) {
                    true => [
                        Code::EVEX_Vpcmpb_kr_k1_zmm_zmmm512_imm8,
                        Code::EVEX_Vpcmpw_kr_k1_zmm_zmmm512_imm8,
                        Code::EVEX_Vpcmpd_kr_k1_zmm_zmmm512b32_imm8,
                        Code::EVEX_Vpcmpq_kr_k1_zmm_zmmm512b64_imm8,
                    ],
                    false => [
                        Code::EVEX_Vpcmpub_kr_k1_zmm_zmmm512_imm8,
                        Code::EVEX_Vpcmpuw_kr_k1_zmm_zmmm512_imm8,
                        Code::EVEX_Vpcmpud_kr_k1_zmm_zmmm512b32_imm8,
                        Code::EVEX_Vpcmpuq_kr_k1_zmm_zmmm512b64_imm8,
                    ],
                };
                let predicate = match op {
                    Op::Equal => 0,
                    Op::Less => 1,
                    Op::LessEqual => 2,
                    Op::NotEqual => 4,
                    Op::GreaterEqual => 5,
                    _ => 6u32,
                };
                self.code.put(Instruction::with4(by_size(dtype, codes), to, a, b, predicate));
                return Some(());
            }
            _ => return None,
        };
        let code = by_size(dtype, codes);
        match op {
            Op::Multiply if code == Code::INVALID => self.bytes(to, a, b)?,
            Op::Square if code == Code::INVALID => self.bytes(to, a, a)?,
            Op::Absolute => self.put2(code, to, a),
            Op::Square => self.put3(code, to, a, a),
            Op::Negative => {
                let zero = self.vector()?;
                self.put3(Code::EVEX_Vpxorq_zmm_k1z_zmm_zmmm512b64, zero, zero, zero);
                self.put3(code, to, zero, a);
                self.give(Home::Vector(zero));
            }
            _ => self.put3(code, to, a, b),
        }
        Some(())
    }

    /// Products of bytes, as two rows of products of 16 bits: those of every second byte, and those of the bytes between.
    fn bytes(&mut self, to: Register, a: Register, b: Register) -> Option<()> {
        let (odd, other) = (self.vector()?, self.vector()?);
        self.code.put(Instruction::with3(Code::EVEX_Vpsrlw_zmm_k1z_zmmm512_imm8, odd, a, 8));
        self.code.put(Instruction::with3(Code::EVEX_Vpsrlw_zmm_k1z_zmmm512_imm8, other, b, 8));
        self.put3(Code::EVEX_Vpmullw_zmm_k1z_zmm_zmmm512, odd, odd, other);
        self.code.put(Instruction::with3(Code::EVEX_Vpsllw_zmm_k1z_zmmm512_imm8, odd, odd, 8));
        self.put3(Code::EVEX_Vpmullw_zmm_k1z_zmm_zmmm512, other, a, b);
        let even = self.code.constant_everywhere(0x00ff_00ff_00ff_00ff);
        self.code.put(Instruction::with3(Code::EVEX_Vpandq_zmm_k1z_zmm_zmmm512b64, to, other, even));
        self.put3(Code::EVEX_Vporq_zmm_k1z_zmm_zmmm512b64, to, to, odd);
        self.give(Home::Vector(other));
        self.give(Home::Vector(odd));
        Some(())
    }

    fn float(&mut self, op: Op, dtype: DType, to: Register, a: Register, b: Register) -> Option<()> {
        let size = dtype.size();
        let sign = if dtype == DType::F64 { 1 << 63 } else { 0x8000_0000_8000_0000u64 };
        let arithmetic = match op {
            Op::Add => [Code::EVEX_Vaddps_zmm_k1z_zmm_zmmm512b32_er, Code::EVEX_Vaddpd_zmm_k1z_zmm_zmmm512b64_er],
            Op::Subtract => [Code::EVEX_Vsubps_zmm_k1z_zmm_zmmm512b32_er, Code::EVEX_Vsubpd_zmm_k1z_zmm_zmmm512b64_er],
            Op::Multiply | Op::Square => {
                [Code::EVEX_Vmulps_zmm_k1z_zmm_zmmm512b32_er, Code::EVEX_Vmulpd_zmm_k1z_zmm_zmmm512b64_er]
            }
            Op::Divide | Op::Reciprocal => {
                [Code::EVEX_Vdivps_zmm_k1z_zmm_zmmm512b32_er, Code::EVEX_Vdivpd_zmm_k1z_zmm_zmmm512b64_er]
            }
            _ => [Code::INVALID; 2],
        };
        let code = by_float(dtype, arithmetic);
        match op {
            Op::Add | Op::Subtract | Op::Multiply | Op::Divide => {
                self.heard(Instruction::with3(code, to, a, b), size);
            }
            Op::Square => self.heard(Instruction::with3(code, to, a, a), size),
            Op::Reciprocal => {
                let one = self.vector()?;
                let constant = self.ones(dtype);
                self.code.put(Instruction::with2(Code::EVEX_Vmovdqu64_zmm_k1z_zmmm512, one, constant));
                self.heard(Instruction::with3(code, to, one, a), size);
                self.give(Home::Vector(one));
            }
            Op::Negative | Op::Absolute => {
                let (code, constant) = match op {
                    Op::Negative => (Code::EVEX_Vpxorq_zmm_k1z_zmm_zmmm512b64, sign),
                    _ => (Code::EVEX_Vpandq_zmm_k1z_zmm_zmmm512b64, !sign),
                };
                let constant = self.code.constant_everywhere(constant);
                self.code.put(Instruction::with3(code, to, a, constant));
            }
            Op::Sqrt => {
                let codes = [Code::EVEX_Vsqrtps_zmm_k1z_zmmm512b32_er, Code::EVEX_Vsqrtpd_zmm_k1z_zmmm512b64_er];
                self.heard(Instruction::with2(by_float(dtype, codes), to, a), size);
            }
            Op::Floor | Op::Ceil | Op::Trunc | Op::Rint => {
                let codes = [
                    Code::EVEX_Vrndscaleps_zmm_k1z_zmmm512b32_imm8_sae,
                    Code::EVEX_Vrndscalepd_zmm_k1z_zmmm512b64_imm8_sae,
                ];
                let way = match op {
                    Op::Rint => 8,
                    Op::Floor => 9,
                    Op::Ceil => 10,
                    _ => 11u32,
                };
                self.heard(Instruction::with3(by_float(dtype, codes), to, a, way), size);
            }
            Op::Maximum | Op::Minimum => {
                // The first operand where it is not a number.
                let (wins, odd) = (self.mask()?, self.mask()?);
                self.compare(dtype, wins, a, b, if op == Op::Maximum { 0x1e } else { 0x11 });
                self.compare(dtype, odd, a, a, 3);
                self.put3(Code::VEX_Korq_kr_kr_kr, wins, wins, odd);
                self.blend(dtype, to, wins, a, b);
                self.give(Home::Mask(odd));
                self.give(Home::Mask(wins));
            }
            Op::IsNan => self.compare(dtype, to, a, a, 3),
            Op::Equal => self.compare(dtype, to, a, b, 0),
            Op::NotEqual => self.compare(dtype, to, a, b, 4),
            Op::Less => self.compare(dtype, to, a, b, 0x11),
            Op::LessEqual => self.compare(dtype, to, a, b, 0x12),
            Op::GreaterEqual => self.compare(dtype, to, a, b, 0x1d),
            Op::Greater => self.compare(dtype, to, a, b, 0x1e),
            _ => return None,
        }
        Some(())
    }

    fn compare(&mut self, dtype: DType, to: Register, a: Register, b: Register, predicate: u32) {
        let codes = [Code::EVEX_Vcmpps_kr_k1_zmm_zmmm512b32_imm8_sae, Code::EVEX_Vcmppd_kr_k1_zmm_zmmm512b64_imm8_sae];
        self.code.put(Instruction::with4(by_float(dtype, codes), to, a, b, predicate));
    }

    /// The memory of a vector of ones.
    fn ones(&mut self, dtype: DType) -> MemoryOperand {
        let one: u64 = match dtype {
            DType::F64 => 1f64.to_bits(),
            DType::F32 => u64::from(1f32.to_bits()) * 0x1_0000_0001,
            _ => u64::MAX / (u64::MAX >> (64 - 8 * dtype.size())),
        };
        self.code.constant(&[one; 8])
    }

    /// Truths as numbers.
    fn number_of(&mut self, truth: Register, to: Register, dtype: DType) {
        let ones = self.ones(dtype);
        let code = by_size(
            dtype,
            [
                Code::EVEX_Vmovdqu8_zmm_k1z_zmmm512,
                Code::EVEX_Vmovdqu16_zmm_k1z_zmmm512,
                Code::EVEX_Vmovdqu32_zmm_k1z_zmmm512,
                Code::EVEX_Vmovdqu64_zmm_k1z_zmmm512,
            ],
        );
        self.code.put_zeroed(Instruction::with2(code, to, ones), truth);
    }

    fn cast(&mut self, step: &Step, to: Register, a: Register) -> Option<()> {
        let (from, into) = (step.dtype, step.result);
        match (from, into) {
            (DType::Bool, _) => self.number_of(a, to, into),
            (_, DType::Bool) if is_float(from) => {
                let zero = self.vector()?;
                self.put3(Code::EVEX_Vpxorq_zmm_k1z_zmm_zmmm512b64, zero, zero, zero);
                self.compare(from, to, a, zero, 4);
                self.give(Home::Vector(zero));
            }
            (_, DType::Bool) => {
                let code = by_size(
                    from,
                    [
                        Code::EVEX_Vptestmb_kr_k1_zmm_zmmm512,
                        Code::EVEX_Vptestmw_kr_k1_zmm_zmmm512,
                        Code::EVEX_Vptestmd_kr_k1_zmm_zmmm512b32,
                        Code::EVEX_Vptestmq_kr_k1_zmm_zmmm512b64,
                    ],
                );
                self.put3(code, to, a, a);
            }
            (DType::F32, DType::F64) => {
                let code = Code::EVEX_Vcvtps2pd_zmm_k1z_ymmm256b32_sae;
                self.heard(Instruction::with2(code, to, part(a, 32)), 8);
            }
            (DType::F64, DType::F32) => {
                let code = Code::EVEX_Vcvtpd2ps_ymm_k1z_zmmm512b64_er;
                self.heard(Instruction::with2(code, part(to, 32), a), 8);
            }
            (DType::F64, DType::I64) => {
                self.heard(Instruction::with2(Code::EVEX_Vcvttpd2qq_zmm_k1z_zmmm512b64_sae, to, a), 8);
            }
            (DType::F64, DType::I32) => {
                let code = Code::EVEX_Vcvttpd2dq_ymm_k1z_zmmm512b64_sae;
                self.heard(Instruction::with2(code, part(to, 32), a), 8);
            }
            (DType::F32, DType::I32) => {
                self.heard(Instruction::with2(Code::EVEX_Vcvttps2dq_zmm_k1z_zmmm512b32_sae, to, a), 4);
            }
            _ if is_float(from) => return None,
            _ if is_float(into) => return self.float_of(from, into, to, a),
            _ => self.resize(from, into, to, a)?,
        }
        Some(())
    }

    /// Whole numbers as floats: by way of 32 bits, if they are shorter.
    fn float_of(&mut self, from: DType, into: DType, to: Register, a: Register) -> Option<()> {
        let from_signed = is_signed(from);
        let (a, from) = match from.size() {
            1 | 2 => {
                self.resize(from, DType::I32, to, a)?;
                (to, DType::I32)
            }
            _ => (a, from),
        };
        let is_signed = from_signed || from == DType::I32;
        let instruction = match (from.size(), into, is_signed) {
            (4, DType::F64, true) => Instruction::with2(Code::EVEX_Vcvtdq2pd_zmm_k1z_ymmm256b32_er, to, part(a, 32)),
            (4, DType::F64, false) => Instruction::with2(Code::EVEX_Vcvtudq2pd_zmm_k1z_ymmm256b32_er, to, part(a, 32)),
            (4, _, true) => Instruction::with2(Code::EVEX_Vcvtdq2ps_zmm_k1z_zmmm512b32_er, to, a),
            (4, _, false) => Instruction::with2(Code::EVEX_Vcvtudq2ps_zmm_k1z_zmmm512b32_er, to, a),
            (_, DType::F64, true) => Instruction::with2(Code::EVEX_Vcvtqq2pd_zmm_k1z_zmmm512b64_er, to, a),
            (_, DType::F64, false) => Instruction::with2(Code::EVEX_Vcvtuqq2pd_zmm_k1z_zmmm512b64_er, to, a),
            (_, _, true) => Instruction::with2(Code::EVEX_Vcvtqq2ps_ymm_k1z_zmmm512b64_er, part(to, 32), a),
            (_, _, false) => Instruction::with2(Code::EVEX_Vcvtuqq2ps_ymm_k1z_zmmm512b64_er, part(to, 32), a),
        };
        self.code.put(instruction);
        Some(())
    }

    /// Whole numbers of another size.
    fn resize(&mut self, from: DType, into: DType, to: Register, a: Register) -> Option<()> {
        let signed = is_signed(from);
        let (code, from_bytes, into_bytes) = match (from.size(), into.size(), signed) {
            (old, new, _) if old == new => (Code::EVEX_Vmovdqa64_zmm_k1z_zmmm512, 64, 64),
            (1, 2, true) => (Code::EVEX_Vpmovsxbw_zmm_k1z_ymmm256, 32, 64),
            (1, 2, false) => (Code::EVEX_Vpmovzxbw_zmm_k1z_ymmm256, 32, 64),
            (1, 4, true) => (Code::EVEX_Vpmovsxbd_zmm_k1z_xmmm128, 16, 64),
            (1, 4, false) => (Code::EVEX_Vpmovzxbd_zmm_k1z_xmmm128, 16, 64),
            (1, _, true) => (Code::EVEX_Vpmovsxbq_zmm_k1z_xmmm64, 16, 64),
            (1, _, false) => (Code::EVEX_Vpmovzxbq_zmm_k1z_xmmm64, 16, 64),
            (2, 4, true) => (Code::EVEX_Vpmovsxwd_zmm_k1z_ymmm256, 32, 64),
            (2, 4, false) => (Code::EVEX_Vpmovzxwd_zmm_k1z_ymmm256, 32, 64),
            (2, 8, true) => (Code::EVEX_Vpmovsxwq_zmm_k1z_xmmm128, 16, 64),
            (2, 8, false) => (Code::EVEX_Vpmovzxwq_zmm_k1z_xmmm128, 16, 64),
            (4, 8, true) => (Code::EVEX_Vpmovsxdq_zmm_k1z_ymmm256, 32, 64),
            (4, 8, false) => (Code::EVEX_Vpmovzxdq_zmm_k1z_ymmm256, 32, 64),
            (2, 1, _) => (Code::EVEX_Vpmovwb_ymmm256_k1z_zmm, 64, 32),
            (4, 1, _) => (Code::EVEX_Vpmovdb_xmmm128_k1z_zmm, 64, 16),
            (4, 2, _) => (Code::EVEX_Vpmovdw_ymmm256_k1z_zmm, 64, 32),
            (8, 1, _) => (Code::EVEX_Vpmovqb_xmmm64_k1z_zmm, 64, 16),
            (8, 2, _) => (Code::EVEX_Vpmovqw_xmmm128_k1z_zmm, 64, 16),
            (8, 4, _) => (Code::EVEX_Vpmovqd_ymmm256_k1z_zmm, 64, 32),
            _ => return None,
        };
        self.put2(code, part(to, into_bytes), part(a, from_bytes));
        Some(())
    }
}

/// The memory of a row's address.
fn word(row: usize) -> MemoryOperand {
    MemoryOperand::with_base_displ(ROWS, 8 * row as i64)
}
