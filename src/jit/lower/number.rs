//! Arithmetic: the cheapest machine form of each operation that computes what Python does.
//!
//! In: operations and operands. Out: CLIF values, and branches to exits where a result does not fit.

use super::Lowering;
use crate::trace::ir::{
    BoolBinary, Compare, ExitId, FloatBinary, FloatUnary, IntBinary, IntChecked, IntUnary, Reason, Ty, Val,
};
use cranelift_codegen::ir::condcodes::{FloatCC, IntCC};
use cranelift_codegen::ir::{self as clif, InstBuilder, types};

/// The condition of an integer comparison.
pub(super) fn int_condition(compare: Compare) -> IntCC {
    match compare {
        Compare::Eq => IntCC::Equal,
        Compare::Ne => IntCC::NotEqual,
        Compare::Lt => IntCC::SignedLessThan,
        Compare::Le => IntCC::SignedLessThanOrEqual,
        Compare::Gt => IntCC::SignedGreaterThan,
        Compare::Ge => IntCC::SignedGreaterThanOrEqual,
        Compare::Below => IntCC::UnsignedLessThan,
    }
}

/// The condition of a float comparison.
pub(super) fn float_condition(compare: Compare) -> FloatCC {
    match compare {
        Compare::Eq => FloatCC::Equal,
        Compare::Ne => FloatCC::NotEqual,
        Compare::Lt => FloatCC::LessThan,
        Compare::Le => FloatCC::LessThanOrEqual,
        Compare::Gt => FloatCC::GreaterThan,
        Compare::Ge => FloatCC::GreaterThanOrEqual,
        Compare::Below => unreachable!("floats are not compared unsigned"),
    }
}

impl Lowering<'_> {
    pub(super) fn int_binary(&mut self, op: IntBinary, args: &[Val]) -> clif::Value {
        let (a, b) = (self.value(args[0]), self.value(args[1]));
        let constant = self.unit.int_const(args[1]).filter(|&n| n > 0);
        let ins = self.builder.ins();
        match op {
            IntBinary::Add => ins.iadd(a, b),
            IntBinary::Sub => ins.isub(a, b),
            IntBinary::Mul => self.product(a, b, constant),
            IntBinary::And => ins.band(a, b),
            IntBinary::Or => ins.bor(a, b),
            IntBinary::Xor => ins.bxor(a, b),
            IntBinary::Shl => ins.ishl(a, b),
            IntBinary::Shr => ins.sshr(a, b),
            IntBinary::Min => ins.smin(a, b),
            IntBinary::Max => ins.smax(a, b),
            IntBinary::DivUnsigned => ins.udiv(a, b),
            IntBinary::ModUnsigned => ins.urem(a, b),
            IntBinary::Div32 => self.halves(a, b, |ins, a, b| ins.udiv(a, b)),
            IntBinary::Mod32 => self.halves(a, b, |ins, a, b| ins.urem(a, b)),
            IntBinary::FloorDiv => match constant {
                Some(n) => self.floor_div_const(a, n),
                None => self.floor_div(a, b),
            },
            IntBinary::Mod => match constant {
                Some(n) => self.floor_mod_const(a, n),
                None => self.floor_mod(a, b),
            },
        }
    }

    /// A product that fits; by 3, 5 and 9 it is one sum with a scaled operand, which does not take the three cycles of a multiplication.
    fn product(&mut self, a: clif::Value, b: clif::Value, constant: Option<i64>) -> clif::Value {
        match constant {
            Some(n @ (3 | 5 | 9)) => {
                let scaled = self.builder.ins().ishl_imm_u(a, i64::from((n - 1).ilog2()));
                self.builder.ins().iadd(a, scaled)
            }
            _ => self.builder.ins().imul(a, b),
        }
    }

    /// An operation on operands of which only the low 32 bits are set: division is several times faster there.
    fn halves(
        &mut self,
        a: clif::Value,
        b: clif::Value,
        op: impl FnOnce(cranelift_frontend::FuncInstBuilder, clif::Value, clif::Value) -> clif::Value,
    ) -> clif::Value {
        let a = self.builder.ins().ireduce(types::I32, a);
        let b = self.builder.ins().ireduce(types::I32, b);
        let result = op(self.builder.ins(), a, b);
        self.builder.ins().uextend(types::I64, result)
    }

    /// Rounded down by a positive constant: Cranelift turns the division into a multiplication; a negative remainder
    /// takes one off.
    fn floor_div_const(&mut self, a: clif::Value, n: i64) -> clif::Value {
        let ins = self.builder.ins();
        if n & (n - 1) == 0 {
            return ins.sshr_imm_u(a, i64::from(n.trailing_zeros()));
        }
        let divisor = self.int(n);
        let quotient = self.builder.ins().sdiv(a, divisor);
        let product = self.builder.ins().imul(quotient, divisor);
        let remainder = self.builder.ins().isub(a, product);
        let negative = self.builder.ins().sshr_imm_u(remainder, 63);
        self.builder.ins().iadd(quotient, negative)
    }

    fn floor_mod_const(&mut self, a: clif::Value, n: i64) -> clif::Value {
        if n & (n - 1) == 0 {
            return self.builder.ins().band_imm_s(a, n - 1);
        }
        let divisor = self.int(n);
        let remainder = self.builder.ins().srem(a, divisor);
        let negative = self.builder.ins().sshr_imm_u(remainder, 63);
        let fix = self.builder.ins().band(negative, divisor);
        self.builder.ins().iadd(remainder, fix)
    }

    fn floor_div(&mut self, a: clif::Value, b: clif::Value) -> clif::Value {
        let quotient = self.builder.ins().sdiv(a, b);
        let product = self.builder.ins().imul(quotient, b);
        let remainder = self.builder.ins().isub(a, product);
        let off = self.wrong_sign(remainder, b);
        let off = self.builder.ins().uextend(types::I64, off);
        self.builder.ins().isub(quotient, off)
    }

    /// The remainder by way of the quotient: the machine's own remainder would need a test for `MIN % -1` first.
    fn floor_mod(&mut self, a: clif::Value, b: clif::Value) -> clif::Value {
        let quotient = self.builder.ins().sdiv(a, b);
        let product = self.builder.ins().imul(quotient, b);
        let remainder = self.builder.ins().isub(a, product);
        let off = self.wrong_sign(remainder, b);
        let fixed = self.builder.ins().iadd(remainder, b);
        self.builder.ins().select(off, fixed, remainder)
    }

    /// Whether a remainder is not zero and differs in sign from the divisor.
    fn wrong_sign(&mut self, remainder: clif::Value, divisor: clif::Value) -> clif::Value {
        let signs = self.builder.ins().bxor(remainder, divisor);
        let differ = self.builder.ins().icmp_imm_s(IntCC::SignedLessThan, signs, 0);
        let inexact = self.builder.ins().icmp_imm_s(IntCC::NotEqual, remainder, 0);
        self.builder.ins().band(differ, inexact)
    }

    pub(super) fn int_unary(&mut self, op: IntUnary, a: clif::Value) -> clif::Value {
        match op {
            IntUnary::Neg => self.builder.ins().ineg(a),
            IntUnary::Abs => self.builder.ins().iabs(a),
            IntUnary::Not => self.builder.ins().bnot(a),
            IntUnary::BitLength => {
                let magnitude = self.builder.ins().iabs(a);
                let zeros = self.builder.ins().clz(magnitude);
                let width = self.int(64);
                self.builder.ins().isub(width, zeros)
            }
            IntUnary::BitCount => {
                let magnitude = self.builder.ins().iabs(a);
                self.builder.ins().popcnt(magnitude)
            }
        }
    }

    /// With a constant operand the check is one comparison; otherwise it reads the overflow flag.
    pub(super) fn int_checked(&mut self, op: IntChecked, args: &[Val], exit: ExitId) -> clif::Value {
        let a = self.value(args[0]);
        let b = args.get(1).map(|&val| self.value(val));
        let known = args.get(1).and_then(|&val| self.unit.int_const(val));
        let (result, overflow) = match (op, b, known) {
            (IntChecked::Add, Some(b), Some(n)) => {
                let sum = self.builder.ins().iadd(a, b);
                let wrapped = if n >= 0 { IntCC::SignedLessThan } else { IntCC::SignedGreaterThan };
                (sum, self.builder.ins().icmp(wrapped, sum, a))
            }
            (IntChecked::Sub, Some(b), Some(n)) => {
                let difference = self.builder.ins().isub(a, b);
                let wrapped = if n >= 0 { IntCC::SignedGreaterThan } else { IntCC::SignedLessThan };
                (difference, self.builder.ins().icmp(wrapped, difference, a))
            }
            (IntChecked::Mul, Some(b), Some(n)) if n > 1 => {
                // a is in MIN/n ..= MAX/n exactly if a - MIN/n, unsigned, is at most the width of that range.
                let low = i64::MIN / n;
                let width = (i64::MAX / n).wrapping_sub(low);
                let from_low = self.builder.ins().iadd_imm_s(a, low.wrapping_neg());
                let outside = self.builder.ins().icmp_imm_s(IntCC::UnsignedGreaterThan, from_low, width);
                (self.product(a, b, Some(n)), outside)
            }
            (IntChecked::Add, Some(b), _) => self.builder.ins().sadd_overflow(a, b),
            (IntChecked::Sub, Some(b), _) => self.builder.ins().ssub_overflow(a, b),
            (IntChecked::Mul, Some(b), _) => self.builder.ins().smul_overflow(a, b),
            (IntChecked::Shl, Some(b), _) => {
                let result = self.builder.ins().ishl(a, b);
                let back = self.builder.ins().sshr(result, b);
                let lost = self.builder.ins().icmp(IntCC::NotEqual, back, a);
                let count = self.builder.ins().icmp_imm_u(IntCC::UnsignedGreaterThan, b, 63);
                (result, self.builder.ins().bor(lost, count))
            }
            (IntChecked::Neg, ..) => {
                let lowest = self.builder.ins().icmp_imm_s(IntCC::Equal, a, i64::MIN);
                (self.builder.ins().ineg(a), lowest)
            }
            (IntChecked::Abs, ..) => {
                let lowest = self.builder.ins().icmp_imm_s(IntCC::Equal, a, i64::MIN);
                (self.builder.ins().iabs(a), lowest)
            }
            (_, None, _) => unreachable!("the operation has two operands"),
        };
        self.leave_if(overflow, exit, Reason::Overflow);
        result
    }

    pub(super) fn float_binary(&mut self, op: FloatBinary, a: clif::Value, b: clif::Value) -> clif::Value {
        let ins = self.builder.ins();
        match op {
            FloatBinary::Add => ins.fadd(a, b),
            FloatBinary::Sub => ins.fsub(a, b),
            FloatBinary::Mul => ins.fmul(a, b),
            FloatBinary::Div => ins.fdiv(a, b),
            FloatBinary::CopySign => ins.fcopysign(a, b),
        }
    }

    pub(super) fn float_unary(&mut self, op: FloatUnary, a: clif::Value) -> clif::Value {
        let ins = self.builder.ins();
        match op {
            FloatUnary::Neg => ins.fneg(a),
            FloatUnary::Abs => ins.fabs(a),
            FloatUnary::Sqrt => ins.sqrt(a),
            FloatUnary::Floor => ins.floor(a),
            FloatUnary::Ceil => ins.ceil(a),
            FloatUnary::Trunc => ins.trunc(a),
            FloatUnary::Nearest => ins.nearest(a),
            FloatUnary::Single => {
                let single = ins.fdemote(types::F32, a);
                self.builder.ins().fpromote(types::F64, single)
            }
        }
    }

    pub(super) fn single_bits(&mut self, a: clif::Value) -> clif::Value {
        let single = self.builder.ins().fdemote(types::F32, a);
        let bits = self.builder.ins().bitcast(types::I32, clif::MemFlagsData::new(), single);
        self.builder.ins().sextend(types::I64, bits)
    }

    pub(super) fn single_value(&mut self, a: clif::Value) -> clif::Value {
        let bits = self.builder.ins().ireduce(types::I32, a);
        let single = self.builder.ins().bitcast(types::F32, clif::MemFlagsData::new(), bits);
        self.builder.ins().fpromote(types::F64, single)
    }

    /// Whether an operation that gave `r` had nothing to signal. Where the result is finite, nobody need ask.
    pub(super) fn quiet(&mut self, a: clif::Value, b: clif::Value, r: clif::Value) -> clif::Value {
        let either = self.builder.ins().fcmp(FloatCC::Unordered, a, b);
        let number = self.builder.ins().fcmp(FloatCC::Equal, r, r);
        let [a, b, r] = [a, b, r].map(|x| {
            let magnitude = self.builder.ins().fabs(x);
            let infinity = self.builder.ins().f64const(f64::INFINITY);
            self.builder.ins().fcmp(FloatCC::LessThan, magnitude, infinity)
        });
        let finite = self.builder.ins().band(a, b);
        let exact = self.builder.ins().bxor_imm_u(finite, 1);
        let exact = self.builder.ins().band(exact, number);
        let quiet = self.builder.ins().bor(exact, either);
        self.builder.ins().bor(quiet, r)
    }

    pub(super) fn bool_binary(&mut self, op: BoolBinary, a: clif::Value, b: clif::Value) -> clif::Value {
        let ins = self.builder.ins();
        match op {
            BoolBinary::And => ins.band(a, b),
            BoolBinary::Or => ins.bor(a, b),
            BoolBinary::Xor => ins.bxor(a, b),
        }
    }

    /// Towards zero. Both bounds are exact doubles; NaN fails both comparisons.
    pub(super) fn float_to_int(&mut self, a: clif::Value, exit: ExitId) -> clif::Value {
        let (low, high) = (self.builder.ins().f64const(-(2f64.powi(63))), self.builder.ins().f64const(2f64.powi(63)));
        let below = self.builder.ins().fcmp(FloatCC::UnorderedOrLessThan, a, low);
        self.leave_if(below, exit, Reason::Overflow);
        let above = self.builder.ins().fcmp(FloatCC::UnorderedOrGreaterThanOrEqual, a, high);
        self.leave_if(above, exit, Reason::Overflow);
        self.builder.ins().fcvt_to_sint(types::I64, a)
    }

    pub(super) fn cast(&mut self, to: Ty, a: clif::Value) -> clif::Value {
        let from = self.builder.func.dfg.value_type(a);
        let word = match from {
            types::F64 => self.builder.ins().bitcast(types::I64, clif::MemFlagsData::new(), a),
            types::I8 => self.builder.ins().uextend(types::I64, a),
            _ => a,
        };
        match to {
            Ty::F64 => self.builder.ins().bitcast(types::F64, clif::MemFlagsData::new(), word),
            Ty::Bool => self.builder.ins().ireduce(types::I8, word),
            Ty::I64 | Ty::Ref | Ty::Ptr | Ty::Tag => word,
            Ty::I64s | Ty::F64s | Ty::Bools => unreachable!("lanes are not cast"),
        }
    }
}
