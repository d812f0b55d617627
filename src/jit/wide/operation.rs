//! What single operations become.
//!
//! In: operations of the IR, on scalars and on lanes. Out: instructions. An operation writes its result last, because that may live where
//! one of the operands lived.

use super::assembler::Label;
use super::emit::{Emitter, MASK_SCRATCH, SCRATCH, VECTOR_SCRATCH, low};
use crate::trace::ir::*;
use iced_x86::{Code, Instruction, MemoryOperand, Register};

/// What the processor calls a comparison of floats; ordered, so false for NaNs, but for `Ne`.
fn float_predicate(compare: Compare, opposite: bool) -> u32 {
    match (compare, opposite) {
        (Compare::Eq, false) => 0x00,
        (Compare::Eq, true) | (Compare::Ne, false) => 0x04,
        (Compare::Ne, true) => 0x00,
        (Compare::Lt, false) => 0x11,
        (Compare::Le, false) => 0x12,
        (Compare::Gt, false) => 0x1e,
        (Compare::Ge, false) => 0x1d,
        (Compare::Lt, true) => 0x15,
        (Compare::Le, true) => 0x16,
        (Compare::Gt, true) => 0x1a,
        (Compare::Ge, true) => 0x19,
        (Compare::Below, _) => unreachable!("floats are not compared as indexes"),
    }
}

/// The same of integers.
fn int_predicate(compare: Compare, opposite: bool) -> u32 {
    let predicate = match compare {
        Compare::Eq => 0,
        Compare::Lt | Compare::Below => 1,
        Compare::Le => 2,
        Compare::Ne => 4,
        Compare::Ge => 5,
        Compare::Gt => 6,
    };
    if opposite { predicate ^ 4 } else { predicate }
}

/// The jump that is taken where a comparison of integers holds, and the instruction that makes a truth value of it.
fn condition(compare: Compare, truth: bool) -> (Code, Code) {
    match (compare, truth) {
        (Compare::Eq, true) | (Compare::Ne, false) => (Code::Je_rel32_64, Code::Sete_rm8),
        (Compare::Ne, true) | (Compare::Eq, false) => (Code::Jne_rel32_64, Code::Setne_rm8),
        (Compare::Lt, true) | (Compare::Ge, false) => (Code::Jl_rel32_64, Code::Setl_rm8),
        (Compare::Le, true) | (Compare::Gt, false) => (Code::Jle_rel32_64, Code::Setle_rm8),
        (Compare::Gt, true) | (Compare::Le, false) => (Code::Jg_rel32_64, Code::Setg_rm8),
        (Compare::Ge, true) | (Compare::Lt, false) => (Code::Jge_rel32_64, Code::Setge_rm8),
        (Compare::Below, true) => (Code::Jb_rel32_64, Code::Setb_rm8),
        (Compare::Below, false) => (Code::Jae_rel32_64, Code::Setae_rm8),
    }
}

/// The lowest byte of one of the scratch registers.
fn byte(register: Register) -> Register {
    match register {
        Register::RAX => Register::AL,
        Register::RCX => Register::CL,
        _ => Register::DL,
    }
}

/// The lower half of a general register.
fn half(register: Register) -> Register {
    Register::EAX + (register as u32 - Register::RAX as u32)
}

impl Emitter<'_> {
    /// Writes an operation that is not control.
    pub(super) fn operation(&mut self, id: InstId) {
        let unit = self.unit;
        let Inst { op, args, results } = unit.inst(id);
        let result = results.first().copied();
        let in_lanes = result.is_some_and(|val| unit.ty(val).lane().is_some());
        match (*op, result) {
            (Op::Store(access), _) => self.store(access, args[0], None, args[1]),
            (Op::StoreElement(access), _) => self.store(access, args[0], Some(args[1]), args[2]),
            (Op::IntChecked(op, exit), Some(result)) => self.checked(op, exit, args, result),
            (op, Some(result)) if in_lanes => self.in_lanes(op, args, result),
            (op, Some(result)) => self.scalar(op, args, result),
            _ => unreachable!("control is not written here"),
        }
    }

    // -- Conditions ---------------------------------------------------------------------------------------------

    /// Jumps where a condition is `truth`.
    pub(super) fn jump_if(&mut self, cond: Val, truth: bool, target: Label) {
        let unit = self.unit;
        if let Some(known) = unit.bool_const(cond) {
            if known == truth {
                self.code.jump(Code::Jmp_rel32_64, target);
            }
            return;
        }
        let set = if truth { Code::Jne_rel32_64 } else { Code::Je_rel32_64 };
        let Some(def) = self.folded(cond) else {
            let register = self.general(cond, 0);
            self.code.put(Instruction::with2(Code::Test_rm64_r64, register, register));
            return self.code.jump(set, target);
        };
        let Inst { op, args, .. } = unit.inst(def);
        match *op {
            Op::IntCompare(compare) => {
                self.compare_ints(args);
                self.code.jump(condition(compare, truth).0, target);
            }
            Op::FloatCompare(compare) => {
                self.compare_floats(compare, args);
                self.code.put(Instruction::with2(Code::VEX_Kortestb_kr_kr, MASK_SCRATCH[1], MASK_SCRATCH[1]));
                self.code.jump(set, target);
            }
            Op::AnyLane => {
                self.test_lanes(args[0]);
                self.code.jump(set, target);
            }
            _ => unreachable!("nothing else is folded into a branch"),
        }
    }

    fn compare_ints(&mut self, args: &[Val]) {
        let a = self.general(args[0], 0);
        match self.small(args[1]) {
            Some(b) => self.code.put(Instruction::with2(Code::Cmp_rm64_imm32, a, b)),
            None => {
                let b = self.general(args[1], 1);
                self.code.put(Instruction::with2(Code::Cmp_r64_rm64, a, b));
            }
        }
    }

    /// Of two scalars, into the last scratch mask.
    fn compare_floats(&mut self, compare: Compare, args: &[Val]) {
        let (a, b) = (low(self.vector(args[0], 0)), low(self.vector(args[1], 1)));
        let predicate = float_predicate(compare, false);
        let code = Code::EVEX_Vcmpsd_kr_k1_xmm_xmmm64_imm8_sae;
        self.code.put(Instruction::with4(code, MASK_SCRATCH[1], a, b, predicate));
    }

    /// Sets the zero flag if no lane is true.
    fn test_lanes(&mut self, lanes: Val) {
        match self.folded(lanes) {
            Some(both) => {
                let args = &self.unit.inst(both).args;
                let (a, b) = (self.mask(args[0], 0), self.mask(args[1], 1));
                self.code.put(Instruction::with2(Code::VEX_Ktestb_kr_kr, a, b));
            }
            None => {
                let mask = self.mask(lanes, 0);
                self.code.put(Instruction::with2(Code::VEX_Kortestb_kr_kr, mask, mask));
            }
        }
    }

    /// A constant that fits an instruction.
    fn small(&self, val: Val) -> Option<i32> {
        self.unit.int_const(val).and_then(|int| i32::try_from(int).ok())
    }

    // -- Scalars ------------------------------------------------------------------------------------------------

    fn scalar(&mut self, op: Op, args: &[Val], result: Val) {
        match op {
            Op::Int(op) => self.int(op, args, result),
            Op::IntUnary(op) => {
                let a = self.general(args[0], 0);
                let code = if op == IntUnary::Neg { Code::Neg_rm64 } else { Code::Not_rm64 };
                self.computed(result, a, |code_of| code_of.put(Instruction::with1(code, SCRATCH[0])));
            }
            Op::IntCompare(compare) => {
                self.compare_ints(args);
                self.truth(result, condition(compare, true).1);
            }
            Op::AnyLane => {
                self.test_lanes(args[0]);
                self.truth(result, Code::Setne_rm8);
            }
            Op::FloatCompare(compare) => {
                self.compare_floats(compare, args);
                self.define(result, |emitter, to| {
                    emitter.code.put(Instruction::with2(Code::VEX_Kmovb_r32_kr, half(to), MASK_SCRATCH[1]));
                });
            }
            Op::Float(op) => {
                let (a, b) = (low(self.vector(args[0], 0)), low(self.vector(args[1], 1)));
                let code = match op {
                    FloatBinary::Add => Code::EVEX_Vaddsd_xmm_k1z_xmm_xmmm64_er,
                    FloatBinary::Sub => Code::EVEX_Vsubsd_xmm_k1z_xmm_xmmm64_er,
                    FloatBinary::Mul => Code::EVEX_Vmulsd_xmm_k1z_xmm_xmmm64_er,
                    FloatBinary::Div => Code::EVEX_Vdivsd_xmm_k1z_xmm_xmmm64_er,
                    FloatBinary::CopySign => unreachable!("kernels copy no signs"),
                };
                self.define(result, |emitter, to| emitter.code.put(Instruction::with3(code, low(to), a, b)));
            }
            // The other lanes of the register compute along; nobody looks at them.
            Op::FloatUnary(op) => self.float_unary(op, args[0], result),
            Op::Bool(op) => {
                let op = match op {
                    BoolBinary::And => IntBinary::And,
                    BoolBinary::Or => IntBinary::Or,
                    BoolBinary::Xor => IntBinary::Xor,
                };
                self.int(op, args, result);
            }
            Op::BoolNot => {
                let a = self.general(args[0], 0);
                self.computed(result, a, |code| code.put(Instruction::with2(Code::Xor_rm64_imm8, SCRATCH[0], 1)));
            }
            Op::Select => self.select(args, result),
            Op::IntToFloat => {
                let int = self.general(args[0], 0);
                let zero = VECTOR_SCRATCH[1];
                self.code.put(Instruction::with3(Code::EVEX_Vpxorq_zmm_k1z_zmm_zmmm512b64, zero, zero, zero));
                let code = Code::EVEX_Vcvtsi2sd_xmm_xmm_rm64_er;
                self.define(result, |emitter, to| emitter.code.put(Instruction::with3(code, low(to), low(zero), int)));
            }
            Op::Cast(_) => self.cast(args[0], result),
            Op::Offset => self.int(IntBinary::Add, args, result),
            Op::Lane(at) => self.lane(at, args[0], result),
            Op::Load(access) => self.load(access, args[0], None, result),
            Op::LoadElement(access) => self.load(access, args[0], Some(args[1]), result),
            _ => unreachable!("the scope has no such operation"),
        }
    }

    /// A general result that is computed in the first scratch register, out of what `from` holds.
    fn computed(&mut self, result: Val, from: Register, compute: impl FnOnce(&mut super::assembler::Assembler)) {
        if from != SCRATCH[0] {
            self.code.put(Instruction::with2(Code::Mov_r64_rm64, SCRATCH[0], from));
        }
        compute(&mut self.code);
        self.define(result, |emitter, to| {
            if to != SCRATCH[0] {
                emitter.code.put(Instruction::with2(Code::Mov_r64_rm64, to, SCRATCH[0]));
            }
        });
    }

    fn truth(&mut self, result: Val, set: Code) {
        self.code.put(Instruction::with1(set, byte(SCRATCH[0])));
        let code = Code::Movzx_r32_rm8;
        self.define(result, |emitter, to| emitter.code.put(Instruction::with2(code, half(to), byte(SCRATCH[0]))));
    }

    fn int(&mut self, op: IntBinary, args: &[Val], result: Val) {
        use IntBinary::*;
        let small = self.small(args[1]);
        if op == Add
            && let (Some(more), None) = (small, self.unit.as_const(args[0]))
        {
            let a = self.general(args[0], 0);
            let address = MemoryOperand::with_base_displ(a, more.into());
            return self
                .define(result, |emitter, to| emitter.code.put(Instruction::with2(Code::Lea_r64_m, to, address)));
        }
        let a = self.general(args[0], 0);
        let with_small = match op {
            Add => Some(Code::Add_rm64_imm32),
            Sub => Some(Code::Sub_rm64_imm32),
            And => Some(Code::And_rm64_imm32),
            Or => Some(Code::Or_rm64_imm32),
            Xor => Some(Code::Xor_rm64_imm32),
            _ => None,
        };
        if let (Some(code), Some(b)) = (with_small, small) {
            return self.computed(result, a, |asm| asm.put(Instruction::with2(code, SCRATCH[0], b)));
        }
        let b = self.general(args[1], 1);
        if let Shl | Shr = op {
            let code = if op == Shl { Code::VEX_Shlx_r64_rm64_r64 } else { Code::VEX_Sarx_r64_rm64_r64 };
            return self.define(result, |emitter, to| emitter.code.put(Instruction::with3(code, to, a, b)));
        }
        self.computed(result, a, |asm| {
            let code = match op {
                Add => Code::Add_r64_rm64,
                Sub => Code::Sub_r64_rm64,
                Mul => Code::Imul_r64_rm64,
                And => Code::And_r64_rm64,
                Or => Code::Or_r64_rm64,
                Xor => Code::Xor_r64_rm64,
                Min | Max => {
                    asm.put(Instruction::with2(Code::Cmp_r64_rm64, SCRATCH[0], b));
                    if op == Min { Code::Cmovg_r64_rm64 } else { Code::Cmovl_r64_rm64 }
                }
                _ => unreachable!("the scope has no such operation"),
            };
            asm.put(Instruction::with2(code, SCRATCH[0], b));
        });
    }

    fn checked(&mut self, op: IntChecked, exit: ExitId, args: &[Val], result: Val) {
        let out = self.exit(exit, Reason::Overflow);
        let (a, b) = (self.general(args[0], 0), self.general(args[1], 1));
        let code = match op {
            IntChecked::Add => Code::Add_r64_rm64,
            IntChecked::Sub => Code::Sub_r64_rm64,
            _ => Code::Imul_r64_rm64,
        };
        self.computed(result, a, |asm| {
            asm.put(Instruction::with2(code, SCRATCH[0], b));
            asm.jump(Code::Jo_rel32_64, out);
        });
    }

    fn select(&mut self, args: &[Val], result: Val) {
        let cond = self.general(args[0], 0);
        if self.unit.ty(result) == Ty::F64 {
            self.code.put(Instruction::with2(Code::VEX_Kmovb_kr_r32, MASK_SCRATCH[1], half(cond)));
            let (a, b) = (self.vector(args[1], 0), self.vector(args[2], 1));
            let code = Code::EVEX_Vblendmpd_zmm_k1z_zmm_zmmm512b64;
            return self.define(result, |emitter, to| {
                emitter.code.put_masked(Instruction::with3(code, to, b, a), MASK_SCRATCH[1]);
            });
        }
        self.code.put(Instruction::with2(Code::Test_rm64_r64, cond, cond));
        // Constants are moved into registers without touching the flags.
        let (a, b) = (self.general(args[1], 1), self.general(args[2], 0));
        let code = Code::Cmovne_r64_rm64;
        self.computed(result, b, |asm| asm.put(Instruction::with2(code, SCRATCH[0], a)));
    }

    fn cast(&mut self, from: Val, result: Val) {
        let unit = self.unit;
        match (unit.ty(from), unit.ty(result)) {
            (Ty::F64, Ty::F64) => {
                let from = self.vector(from, 0);
                self.define(result, |emitter, to| emitter.copy_vector(to, from));
            }
            (Ty::F64, _) => {
                let from = low(self.vector(from, 0));
                let code = Code::EVEX_Vmovq_rm64_xmm;
                self.define(result, |emitter, to| emitter.code.put(Instruction::with2(code, to, from)));
            }
            (_, Ty::F64) => {
                let from = self.general(from, 0);
                let code = Code::EVEX_Vmovq_xmm_rm64;
                self.define(result, |emitter, to| emitter.code.put(Instruction::with2(code, low(to), from)));
            }
            _ => {
                let from = self.general(from, 0);
                let code = Code::Mov_r64_rm64;
                self.define(result, |emitter, to| emitter.code.put(Instruction::with2(code, to, from)));
            }
        }
    }

    fn copy_vector(&mut self, to: Register, from: Register) {
        self.code.put(Instruction::with2(Code::EVEX_Vmovapd_zmm_k1z_zmmm512, to, from));
    }

    // -- Memory -------------------------------------------------------------------------------------------------

    /// The address of an element, with the first two scratch registers in use.
    fn address(&mut self, access: Access, base: Val, index: Option<Val>) -> MemoryOperand {
        let base = self.general(base, 0);
        let Some(index) = index else {
            return MemoryOperand::with_base_displ(base, access.offset.into());
        };
        let size = access.element_size().expect("the region has elements") as i64;
        let known = self.unit.int_const(index).and_then(|n| n.checked_mul(size)?.checked_add(access.offset.into()));
        if let Some(offset) = known.and_then(|offset| i32::try_from(offset).ok()) {
            return MemoryOperand::with_base_displ(base, offset.into());
        }
        let mut index = self.general(index, 1);
        let mut scale = size as u32;
        if scale == 16 {
            let twice = MemoryOperand::with_base_index(index, index);
            self.code.put(Instruction::with2(Code::Lea_r64_m, SCRATCH[1], twice));
            index = SCRATCH[1];
            scale = 8;
        }
        MemoryOperand::with_base_index_scale_displ_size(base, index, scale, access.offset.into(), 8)
    }

    fn load(&mut self, access: Access, base: Val, index: Option<Val>, result: Val) {
        let address = self.address(access, base, index);
        self.define(result, |emitter, to| {
            let inst = match (access.ty, access.width) {
                (Ty::F64, _) => Instruction::with2(Code::EVEX_Vmovsd_xmm_k1z_m64, low(to), address),
                (Ty::Bool, _) | (_, 1) => Instruction::with2(Code::Movzx_r32_rm8, half(to), address),
                (_, 4) => Instruction::with2(Code::Mov_r32_rm32, half(to), address),
                _ => Instruction::with2(Code::Mov_r64_rm64, to, address),
            };
            emitter.code.put(inst);
        });
    }

    fn store(&mut self, access: Access, base: Val, index: Option<Val>, stored: Val) {
        let address = self.address(access, base, index);
        let inst = match (access.ty, access.width) {
            (Ty::F64s | Ty::I64s, _) => return self.store_lanes(access, address, stored),
            (Ty::F64, _) => Instruction::with2(Code::EVEX_Vmovsd_m64_k1_xmm, address, low(self.vector(stored, 0))),
            (_, width) => {
                let register = self.general(stored, 2);
                match width {
                    8 => Instruction::with2(Code::Mov_rm64_r64, address, register),
                    4 => Instruction::with2(Code::Mov_rm32_r32, address, half(register)),
                    _ => {
                        self.code.put(Instruction::with2(Code::Mov_r64_rm64, SCRATCH[2], register));
                        Instruction::with2(Code::Mov_rm8_r8, address, byte(SCRATCH[2]))
                    }
                }
            }
        };
        self.code.put(inst);
    }

    fn store_lanes(&mut self, access: Access, address: MemoryOperand, stored: Val) {
        let lanes = self.vector(stored, 0);
        if access.element_size() == Some(8) {
            return self.code.put(Instruction::with2(Code::EVEX_Vmovupd_zmmm512_k1z_zmm, address, lanes));
        }
        for pair in 0..LANES as i64 / 2 {
            let two = low(VECTOR_SCRATCH[1]);
            self.code.put(Instruction::with3(Code::EVEX_Vextractf64x2_xmmm128_k1z_zmm_imm8, two, lanes, pair as u32));
            for (at, code) in (0..).zip([Code::EVEX_Vmovlpd_m64_xmm, Code::EVEX_Vmovhpd_m64_xmm]) {
                let element = moved(address, (2 * pair + at) * 16);
                self.code.put(Instruction::with2(code, element, two));
            }
        }
    }

    /// Elements of two words are read whole, as not to read behind the last one, and then every second word is taken.
    fn load_lanes(&mut self, access: Access, args: &[Val], result: Val) {
        if access.element_size() == Some(8) {
            let address = self.address(access, args[0], Some(args[1]));
            let code = Code::EVEX_Vmovupd_zmm_k1z_zmmm512;
            return self.define(result, |emitter, to| emitter.code.put(Instruction::with2(code, to, address)));
        }
        let address = self.address(Access { offset: 0, ..access }, args[0], Some(args[1]));
        let first = access.offset as u64 / 8;
        let words: Vec<u64> = (0..LANES as u64).map(|lane| 2 * lane + first).collect();
        let chosen = self.code.constant(&words);
        let halves = [VECTOR_SCRATCH[1], VECTOR_SCRATCH[2]];
        for (half, at) in halves.into_iter().zip([0, 64]) {
            let part = moved(address, at);
            self.code.put(Instruction::with2(Code::EVEX_Vmovupd_zmm_k1z_zmmm512, half, part));
        }
        self.define(result, |emitter, to| {
            emitter.code.put(Instruction::with2(Code::EVEX_Vmovupd_zmm_k1z_zmmm512, to, chosen));
            let code = Code::EVEX_Vpermi2pd_zmm_k1z_zmm_zmmm512b64;
            emitter.code.put(Instruction::with3(code, to, halves[0], halves[1]));
        });
    }

    // -- Lanes --------------------------------------------------------------------------------------------------

    fn in_lanes(&mut self, op: Op, args: &[Val], result: Val) {
        let bools = self.unit.ty(result) == Ty::Bools;
        match op {
            Op::Splat => self.splat(args[0], result),
            Op::Iota => {
                let first = self.general(args[0], 0);
                let counts = self.code.constant(&std::array::from_fn::<u64, LANES, _>(|lane| lane as u64));
                let all = VECTOR_SCRATCH[1];
                self.code.put(Instruction::with2(Code::EVEX_Vpbroadcastq_zmm_k1z_r64, all, first));
                let code = Code::EVEX_Vpaddq_zmm_k1z_zmm_zmmm512b64;
                self.define(result, |emitter, to| emitter.code.put(Instruction::with3(code, to, all, counts)));
            }
            Op::LoadElement(access) => self.load_lanes(access, args, result),
            Op::IntCompare(_) | Op::FloatCompare(_) => {
                let inst = self.unit.def_inst(result).expect("a comparison is an instruction");
                self.define(result, |emitter, to| emitter.compare_lanes(inst, false, None, to));
            }
            Op::BoolNot => match self.folded(args[0]) {
                Some(compare) => self.define(result, |emitter, to| emitter.compare_lanes(compare, true, None, to)),
                None => {
                    let mask = self.mask(args[0], 0);
                    let code = Code::VEX_Knotb_kr_kr;
                    self.define(result, |emitter, to| emitter.code.put(Instruction::with2(code, to, mask)));
                }
            },
            Op::Bool(op) => self.bools(op, args, result),
            Op::Select if bools => {
                // Where the condition holds, what the two differ in is changed.
                let (first, code) = (MASK_SCRATCH[0], Code::VEX_Kxorb_kr_kr_kr);
                let (then, otherwise) = (self.mask(args[1], 0), self.mask(args[2], 1));
                self.code.put(Instruction::with3(code, first, then, otherwise));
                let cond = self.mask(args[0], 1);
                self.code.put(Instruction::with3(Code::VEX_Kandb_kr_kr_kr, first, first, cond));
                let otherwise = self.mask(args[2], 1);
                self.define(result, |emitter, to| emitter.code.put(Instruction::with3(code, to, first, otherwise)));
            }
            Op::Select => {
                let cond = self.mask(args[0], 1);
                let (a, b) = (self.vector(args[1], 0), self.vector(args[2], 1));
                let code = Code::EVEX_Vblendmpd_zmm_k1z_zmm_zmmm512b64;
                self.define(result, |emitter, to| emitter.code.put_masked(Instruction::with3(code, to, b, a), cond));
            }
            Op::IntToFloat => {
                let ints = self.vector(args[0], 0);
                let code = Code::EVEX_Vcvtqq2pd_zmm_k1z_zmmm512b64_er;
                self.define(result, |emitter, to| emitter.code.put(Instruction::with2(code, to, ints)));
            }
            Op::FloatUnary(op) => self.float_unary(op, args[0], result),
            Op::Int(op) => {
                let code = match op {
                    IntBinary::Add => Code::EVEX_Vpaddq_zmm_k1z_zmm_zmmm512b64,
                    IntBinary::Sub => Code::EVEX_Vpsubq_zmm_k1z_zmm_zmmm512b64,
                    IntBinary::Mul => Code::EVEX_Vpmullq_zmm_k1z_zmm_zmmm512b64,
                    IntBinary::And => Code::EVEX_Vpandq_zmm_k1z_zmm_zmmm512b64,
                    IntBinary::Or => Code::EVEX_Vporq_zmm_k1z_zmm_zmmm512b64,
                    IntBinary::Xor => Code::EVEX_Vpxorq_zmm_k1z_zmm_zmmm512b64,
                    IntBinary::Min => Code::EVEX_Vpminsq_zmm_k1z_zmm_zmmm512b64,
                    IntBinary::Max => Code::EVEX_Vpmaxsq_zmm_k1z_zmm_zmmm512b64,
                    IntBinary::Shl => Code::EVEX_Vpsllvq_zmm_k1z_zmm_zmmm512b64,
                    IntBinary::Shr => Code::EVEX_Vpsravq_zmm_k1z_zmm_zmmm512b64,
                    _ => unreachable!("the scope has no such operation"),
                };
                self.vectors(code, args, result);
            }
            Op::Float(op) => {
                let code = match op {
                    FloatBinary::Add => Code::EVEX_Vaddpd_zmm_k1z_zmm_zmmm512b64_er,
                    FloatBinary::Sub => Code::EVEX_Vsubpd_zmm_k1z_zmm_zmmm512b64_er,
                    FloatBinary::Mul => Code::EVEX_Vmulpd_zmm_k1z_zmm_zmmm512b64_er,
                    FloatBinary::Div => Code::EVEX_Vdivpd_zmm_k1z_zmm_zmmm512b64_er,
                    FloatBinary::CopySign => unreachable!("kernels copy no signs"),
                };
                self.vectors(code, args, result);
            }
            _ => unreachable!("the scope has no such operation"),
        }
    }

    fn vectors(&mut self, code: Code, args: &[Val], result: Val) {
        let (a, b) = (self.vector(args[0], 0), self.vector(args[1], 1));
        self.define(result, |emitter, to| emitter.code.put(Instruction::with3(code, to, a, b)));
    }

    fn float_unary(&mut self, op: FloatUnary, arg: Val, result: Val) {
        let a = self.vector(arg, 0);
        let rounded =
            |mode: u32, to| Instruction::with3(Code::EVEX_Vrndscalepd_zmm_k1z_zmmm512b64_imm8_sae, to, a, mode);
        let sign = 1u64 << 63;
        self.define(result, |emitter, to| {
            let inst = match op {
                FloatUnary::Sqrt => Instruction::with2(Code::EVEX_Vsqrtpd_zmm_k1z_zmmm512b64_er, to, a),
                FloatUnary::Neg => {
                    let sign = emitter.code.constant_everywhere(sign);
                    Instruction::with3(Code::EVEX_Vpxorq_zmm_k1z_zmm_zmmm512b64, to, a, sign)
                }
                FloatUnary::Abs => {
                    let others = emitter.code.constant_everywhere(!sign);
                    Instruction::with3(Code::EVEX_Vpandq_zmm_k1z_zmm_zmmm512b64, to, a, others)
                }
                FloatUnary::Nearest => rounded(8, to),
                FloatUnary::Floor => rounded(9, to),
                FloatUnary::Ceil => rounded(10, to),
                FloatUnary::Trunc => rounded(11, to),
                FloatUnary::Single => unreachable!("kernels know no single precision"),
            };
            emitter.code.put(inst);
        });
    }

    /// A comparison of lanes; under a mask, only where that is true.
    fn compare_lanes(&mut self, inst: InstId, opposite: bool, under: Option<Register>, to: Register) {
        let unit = self.unit;
        let Inst { op, args, .. } = unit.inst(inst);
        let (a, b) = (self.vector(args[0], 0), self.vector(args[1], 1));
        let (code, predicate) = match *op {
            Op::FloatCompare(compare) => {
                (Code::EVEX_Vcmppd_kr_k1_zmm_zmmm512b64_imm8_sae, float_predicate(compare, opposite))
            }
            Op::IntCompare(Compare::Below) => {
                (Code::EVEX_Vpcmpuq_kr_k1_zmm_zmmm512b64_imm8, int_predicate(Compare::Below, opposite))
            }
            Op::IntCompare(compare) => (Code::EVEX_Vpcmpq_kr_k1_zmm_zmmm512b64_imm8, int_predicate(compare, opposite)),
            _ => unreachable!("only comparisons compare"),
        };
        let inst = Instruction::with4(code, to, a, b, predicate);
        match under {
            Some(mask) => self.code.put_masked(inst, mask),
            None => self.code.put(inst),
        }
    }

    fn bools(&mut self, op: BoolBinary, args: &[Val], result: Val) {
        let (folded, other) = match (self.folded(args[0]), self.folded(args[1])) {
            (Some(folded), _) => (Some(folded), args[1]),
            (None, folded) => (folded, args[0]),
        };
        if let Some(folded) = folded {
            let mask = self.mask(other, 1);
            let inst = self.unit.inst(folded);
            let (compare, opposite) = match inst.op {
                Op::BoolNot => (self.folded(inst.args[0]).expect("what is negated is folded too"), true),
                _ => (folded, false),
            };
            return self.define(result, |emitter, to| emitter.compare_lanes(compare, opposite, Some(mask), to));
        }
        let (a, b) = (self.mask(args[0], 0), self.mask(args[1], 1));
        let code = match op {
            BoolBinary::And => Code::VEX_Kandb_kr_kr_kr,
            BoolBinary::Or => Code::VEX_Korb_kr_kr_kr,
            BoolBinary::Xor => Code::VEX_Kxorb_kr_kr_kr,
        };
        self.define(result, |emitter, to| emitter.code.put(Instruction::with3(code, to, a, b)));
    }

    fn splat(&mut self, scalar: Val, result: Val) {
        if let Some(Const::Float(bits)) = self.unit.as_const(scalar) {
            let word = self.code.constant(&[bits]);
            let code = Code::EVEX_Vbroadcastsd_zmm_k1z_xmmm64;
            return self.define(result, |emitter, to| emitter.code.put(Instruction::with2(code, to, word)));
        }
        match self.unit.ty(scalar) {
            Ty::F64 => {
                let from = low(self.vector(scalar, 0));
                let code = Code::EVEX_Vbroadcastsd_zmm_k1z_xmmm64;
                self.define(result, |emitter, to| emitter.code.put(Instruction::with2(code, to, from)));
            }
            Ty::Bool => {
                let from = self.general(scalar, 0);
                self.code.put(Instruction::with2(Code::Mov_r64_rm64, SCRATCH[0], from));
                self.code.put(Instruction::with1(Code::Neg_rm64, SCRATCH[0]));
                let code = Code::VEX_Kmovb_kr_r32;
                self.define(result, |emitter, to| {
                    emitter.code.put(Instruction::with2(code, to, half(SCRATCH[0])));
                });
            }
            _ => {
                let from = self.general(scalar, 0);
                let code = Code::EVEX_Vpbroadcastq_zmm_k1z_r64;
                self.define(result, |emitter, to| emitter.code.put(Instruction::with2(code, to, from)));
            }
        }
    }

    fn lane(&mut self, at: u8, lanes: Val, result: Val) {
        if self.unit.ty(lanes) == Ty::Bools {
            let mask = self.mask(lanes, 0);
            self.code.put(Instruction::with2(Code::VEX_Kmovb_r32_kr, half(SCRATCH[0]), mask));
            return self.computed(result, SCRATCH[0], |asm| {
                asm.put(Instruction::with2(Code::Shr_rm64_imm8, SCRATCH[0], u32::from(at)));
                asm.put(Instruction::with2(Code::And_rm64_imm8, SCRATCH[0], 1));
            });
        }
        let mut vector = self.vector(lanes, 0);
        if at > 0 {
            let first = VECTOR_SCRATCH[1];
            let code = Code::EVEX_Valignq_zmm_k1z_zmm_zmmm512b64_imm8;
            self.code.put(Instruction::with4(code, first, vector, vector, u32::from(at)));
            vector = first;
        }
        match self.unit.ty(result) {
            Ty::F64 => self.define(result, |emitter, to| emitter.copy_vector(to, vector)),
            _ => {
                let code = Code::EVEX_Vmovq_rm64_xmm;
                self.define(result, |emitter, to| emitter.code.put(Instruction::with2(code, to, low(vector))));
            }
        }
    }
}

/// The memory some bytes further on.
fn moved(address: MemoryOperand, bytes: i64) -> MemoryOperand {
    MemoryOperand { displacement: address.displacement + bytes, displ_size: 8, ..address }
}
