//! Operations on lanes: each value of a lane type is a few 128-bit vectors.
//!
//! In: elementwise operations, and those that make lanes and look into them. Out: the same CLIF operation once for each vector. A truth
//! value in a lane is all ones or all zeros, as the machine's comparisons make it.

use super::{Lowering, number};
use crate::trace::ir::{
    Access, BoolBinary, FloatBinary, FloatUnary, Inst, InstId, IntBinary, LANES, MemRegion, Op, Ty, Unit, Val,
};
use cranelift_codegen::ir::{self as clif, InstBuilder, MemFlagsData, types};

/// Lanes of one vector.
const WIDTH: usize = 2;

/// The vectors of a value.
pub(super) type Vectors = [clif::Value; LANES / WIDTH];

/// The CLIF type of one vector of a lane type.
fn vector_type(ty: Ty) -> clif::Type {
    if ty == Ty::F64s { types::F64X2 } else { types::I64X2 }
}

/// The constant that all lanes are.
fn splat_const(unit: &Unit, val: Val) -> Option<i64> {
    match unit.def_op(val) {
        Some(Op::Splat) => unit.int_const(unit.inst(unit.def_inst(val)?).args[0]),
        _ => None,
    }
}

impl Lowering<'_> {
    /// Whether a value has lanes.
    pub(super) fn has_lanes(&self, val: Val) -> bool {
        self.unit.ty(val).lane().is_some()
    }

    /// Parameters of a block for the vectors of a value.
    pub(super) fn lane_params(&mut self, block: clif::Block, val: Val) {
        let ty = vector_type(self.unit.ty(val));
        let vectors = std::array::from_fn(|_| self.builder.append_block_param(block, ty));
        self.vectors.insert(val, vectors);
    }

    /// The vectors of a value.
    pub(super) fn vectors_of(&self, val: Val) -> Vectors {
        self.vectors[&val]
    }

    /// Lowers an instruction that makes lanes or takes them; tells whether it is one.
    pub(super) fn lane_inst(&mut self, id: InstId) -> bool {
        let unit = self.unit;
        let Inst { op, args, results } = unit.inst(id);
        let makes_lanes = results.len() == 1 && self.has_lanes(results[0]);
        match *op {
            Op::Lane(at) => {
                let vector = self.vectors_of(args[0])[usize::from(at) / WIDTH];
                let lane = self.builder.ins().extractlane(vector, at % WIDTH as u8);
                let value = match unit.ty(results[0]) {
                    Ty::Bool => self.builder.ins().icmp_imm_s(clif::condcodes::IntCC::NotEqual, lane, 0),
                    _ => lane,
                };
                self.define(results[0], value);
            }
            Op::AnyLane => {
                let vectors = self.vectors_of(args[0]);
                let all = vectors[1..].iter().fold(vectors[0], |all, &vector| self.builder.ins().bor(all, vector));
                let any = self.builder.ins().vany_true(all);
                self.define(results[0], any);
            }
            Op::StoreElement(access) if access.ty.lane().is_some() => {
                let vectors = self.vectors_of(args[2]);
                self.store_lanes(access, args[0], args[1], vectors);
            }
            _ if !makes_lanes => return false,
            Op::LoadElement(access) => {
                let vectors = self.load_lanes(access, args[0], args[1]);
                self.vectors.insert(results[0], vectors);
            }
            Op::Splat => {
                let value = self.value(args[0]);
                let value = match unit.ty(args[0]) {
                    Ty::Bool => {
                        let wide = self.builder.ins().uextend(types::I64, value);
                        self.builder.ins().ineg(wide)
                    }
                    _ => value,
                };
                let vector = self.builder.ins().splat(vector_type(unit.ty(results[0])), value);
                self.vectors.insert(results[0], [vector; LANES / WIDTH]);
            }
            Op::Iota => {
                let start = self.value(args[0]);
                let start = self.builder.ins().splat(types::I64X2, start);
                let vectors = std::array::from_fn(|at| {
                    let more = self.constant_lanes([(at * WIDTH) as i64, (at * WIDTH) as i64 + 1]);
                    self.builder.ins().iadd(start, more)
                });
                self.vectors.insert(results[0], vectors);
            }
            Op::Int(IntBinary::Shr) => {
                let count = unit.int_const(args[1]).or_else(|| splat_const(unit, args[1])).expect("a constant count");
                let count = self.builder.ins().iconst(types::I32, count);
                let vectors = self.vectors_of(args[0]).map(|vector| self.builder.ins().sshr(vector, count));
                self.vectors.insert(results[0], vectors);
            }
            Op::IntToFloat => {
                let mut lanes = Vec::new();
                for vector in self.vectors_of(args[0]) {
                    for lane in 0..WIDTH as u8 {
                        let int = self.builder.ins().extractlane(vector, lane);
                        lanes.push(self.builder.ins().fcvt_from_sint(types::F64, int));
                    }
                }
                let vectors = self.packed(types::F64X2, &lanes);
                self.vectors.insert(results[0], vectors);
            }
            op => {
                let operands: Vec<Vectors> = args.iter().map(|&arg| self.vectors_of(arg)).collect();
                let vectors = std::array::from_fn(|at| {
                    let operands: Vec<clif::Value> = operands.iter().map(|vectors| vectors[at]).collect();
                    self.elementwise(op, &operands)
                });
                self.vectors.insert(results[0], vectors);
            }
        }
        true
    }

    fn elementwise(&mut self, op: Op, args: &[clif::Value]) -> clif::Value {
        let a = args[0];
        let second = args.get(1).copied();
        let b = second.unwrap_or(a);
        if let Op::Select = op {
            return self.choose(a, b, args[2]);
        }
        let ins = self.builder.ins();
        match op {
            Op::Int(IntBinary::Add) => ins.iadd(a, b),
            Op::Int(IntBinary::Sub) => ins.isub(a, b),
            Op::Int(IntBinary::Mul) => ins.imul(a, b),
            Op::Int(IntBinary::And) | Op::Bool(BoolBinary::And) => ins.band(a, b),
            Op::Int(IntBinary::Or) | Op::Bool(BoolBinary::Or) => ins.bor(a, b),
            Op::Int(IntBinary::Xor) | Op::Bool(BoolBinary::Xor) => ins.bxor(a, b),
            Op::IntCompare(compare) => ins.icmp(number::int_condition(compare), a, b),
            Op::Float(FloatBinary::Add) => ins.fadd(a, b),
            Op::Float(FloatBinary::Sub) => ins.fsub(a, b),
            Op::Float(FloatBinary::Mul) => ins.fmul(a, b),
            Op::Float(FloatBinary::Div) => ins.fdiv(a, b),
            Op::FloatUnary(FloatUnary::Neg) => ins.fneg(a),
            Op::FloatUnary(FloatUnary::Abs) => ins.fabs(a),
            Op::FloatUnary(FloatUnary::Sqrt) => ins.sqrt(a),
            Op::FloatCompare(compare) => ins.fcmp(number::float_condition(compare), a, b),
            Op::BoolNot => ins.bnot(a),
            _ => unreachable!("a well-formed unit has no such operation on lanes"),
        }
    }

    /// `a` where the mask is all ones, else `b`.
    fn choose(&mut self, mask: clif::Value, a: clif::Value, b: clif::Value) -> clif::Value {
        let ty = self.builder.func.dfg.value_type(a);
        let mask = if ty == types::I64X2 { mask } else { self.reinterpret(ty, mask) };
        self.builder.ins().bitselect(mask, a, b)
    }

    /// The same bits as another type of vector.
    fn reinterpret(&mut self, ty: clif::Type, vector: clif::Value) -> clif::Value {
        let flags = MemFlagsData::new().with_endianness(clif::Endianness::Little);
        self.builder.ins().bitcast(ty, flags, vector)
    }

    /// A vector of constants.
    fn constant_lanes(&mut self, lanes: [i64; WIDTH]) -> clif::Value {
        let bytes: Vec<u8> = lanes.iter().flat_map(|lane| lane.to_le_bytes()).collect();
        let constant = self.builder.func.dfg.constants.insert(clif::ConstantData::from(&bytes[..]));
        self.builder.ins().vconst(types::I64X2, constant)
    }

    /// Vectors of these scalars.
    fn packed(&mut self, ty: clif::Type, lanes: &[clif::Value]) -> Vectors {
        std::array::from_fn(|at| {
            let lanes = &lanes[at * WIDTH..][..WIDTH];
            let first = self.builder.ins().splat(ty, lanes[0]);
            lanes[1..]
                .iter()
                .zip(1..)
                .fold(first, |vector, (&lane, at)| self.builder.ins().insertlane(vector, lane, at))
        })
    }

    /// Elements one after the other are read as vectors; parts of larger elements one by one.
    fn load_lanes(&mut self, access: Access, base: Val, index: Val) -> Vectors {
        let (base, offset) = (self.value(base), index);
        let (base, offset) = self.element(access, base, offset);
        let ty = vector_type(access.ty);
        let size = access.element_size().expect("the region has elements") as i32;
        if size == 8 {
            let flags = self.unaligned(access.region);
            return std::array::from_fn(|at| {
                self.builder.ins().load(ty, flags, base, offset + (at * WIDTH * 8) as i32)
            });
        }
        let flags = self.flags(access.region);
        let lanes: Vec<clif::Value> = (0..LANES as i32)
            .map(|lane| self.builder.ins().load(ty.lane_type(), flags, base, offset + lane * size))
            .collect();
        self.packed(ty, &lanes)
    }

    fn store_lanes(&mut self, access: Access, base: Val, index: Val, vectors: Vectors) {
        let base = self.value(base);
        let (base, offset) = self.element(access, base, index);
        let size = access.element_size().expect("the region has elements") as i32;
        let flags = if size == 8 { self.unaligned(access.region) } else { self.flags(access.region) };
        for (vector, at) in vectors.into_iter().zip(0..) {
            if size == 8 {
                self.builder.ins().store(flags, vector, base, offset + at * WIDTH as i32 * 8);
                continue;
            }
            for lane in 0..WIDTH as i32 {
                let value = self.builder.ins().extractlane(vector, lane as u8);
                self.builder.ins().store(flags, value, base, offset + (at * WIDTH as i32 + lane) * size);
            }
        }
    }

    /// Flags of a vector access: elements are aligned, vectors need not be.
    fn unaligned(&mut self, region: MemRegion) -> MemFlagsData {
        let alias = self.flags(region).alias_region();
        MemFlagsData::new().with_notrap().with_alias_region(alias)
    }
}
