//! What the operations of the IR compute, on bits: shared by folding and by the evaluator.
//!
//! Comes in: an operation and its operands. Goes out: the result, that it leaves through its exit, or that somebody claimed what is
//! not so. The meaning is [`number`](crate::number)'s, as in every tier; nothing here knows memory or control.

use super::ir::{BoolBinary, Compare, FloatBinary, FloatUnary, IntBinary, IntChecked, IntUnary, Op, Ty};
use crate::number::{float, int};

/// The outcome of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The result, as bits.
    Value(u64),
    /// A checked operation whose result does not fit.
    Leaves,
    /// An unchecked operation whose operands are not what was claimed.
    Broken,
    /// Not an operation on numbers alone.
    NotArithmetic,
}

/// Computes an operation of fixed meaning. `ty` is the type of the first operand.
pub fn compute(op: Op, ty: Ty, args: &[u64]) -> Outcome {
    let truth = |truth: bool| Outcome::Value(u64::from(truth));
    let float_at = |at: usize| f64::from_bits(args[at]);
    match op {
        Op::Int(op) => claimed(int_binary(op, args[0] as i64, args[1] as i64)),
        Op::IntUnary(op) => claimed(int_unary(op, args[0] as i64)),
        Op::IntChecked(op, _) => {
            let second = args.get(1).map_or(0, |&bits| bits as i64);
            int_checked(op, args[0] as i64, second).map_or(Outcome::Leaves, |n| Outcome::Value(n as u64))
        }
        Op::IntCompare(compare) => truth(int_compare(compare, args[0] as i64, args[1] as i64)),
        Op::Float(op) => Outcome::Value(float_binary(op, float_at(0), float_at(1)).to_bits()),
        Op::FloatUnary(op) => Outcome::Value(float_unary(op, float_at(0)).to_bits()),
        Op::FloatCompare(compare) => truth(float_compare(compare, float_at(0), float_at(1))),
        Op::Bool(op) => Outcome::Value(match op {
            BoolBinary::And => args[0] & args[1],
            BoolBinary::Or => args[0] | args[1],
            BoolBinary::Xor => args[0] ^ args[1],
        }),
        Op::BoolNot => Outcome::Value(args[0] ^ 1),
        Op::Select => Outcome::Value(if args[0] != 0 { args[1] } else { args[2] }),
        Op::IntToFloat => Outcome::Value((args[0] as i64 as f64).to_bits()),
        Op::FloatToInt(_) => int::from_float(float_at(0).trunc()).map_or(Outcome::Leaves, |n| Outcome::Value(n as u64)),
        Op::Cast(to) => match (ty, to) {
            (Ty::Bool, _) | (_, Ty::Bool) if args[0] > 1 => Outcome::Broken,
            _ => Outcome::Value(args[0]),
        },
        Op::SingleBits => Outcome::Value(i64::from((float_at(0) as f32).to_bits() as i32) as u64),
        Op::SingleValue => Outcome::Value(f64::from(f32::from_bits(args[0] as u32)).to_bits()),
        Op::Quiet => truth(is_quiet(float_at(0), float_at(1), float_at(2))),
        Op::Offset => args[0].checked_add_signed(args[1] as i64).map_or(Outcome::Broken, Outcome::Value),
        _ => Outcome::NotArithmetic,
    }
}

fn claimed(result: Option<i64>) -> Outcome {
    result.map_or(Outcome::Broken, |n| Outcome::Value(n as u64))
}

/// An unchecked operation; none where its claim is false.
pub fn int_binary(op: IntBinary, a: i64, b: i64) -> Option<i64> {
    let small = |n: i64| u32::try_from(n).is_ok();
    match op {
        IntBinary::Add => int::add(a, b),
        IntBinary::Sub => int::sub(a, b),
        IntBinary::Mul => int::mul(a, b),
        IntBinary::FloorDiv => int::floor_div(a, b),
        IntBinary::Mod if (a, b) == (i64::MIN, -1) => None,
        IntBinary::Mod => int::floor_mod(a, b),
        IntBinary::And => Some(a & b),
        IntBinary::Or => Some(a | b),
        IntBinary::Xor => Some(a ^ b),
        IntBinary::Shl => int_checked(IntChecked::Shl, a, b),
        IntBinary::Shr => (0..=63).contains(&b).then(|| a >> b),
        IntBinary::Min => Some(a.min(b)),
        IntBinary::Max => Some(a.max(b)),
        IntBinary::DivUnsigned => (a >= 0 && b > 0).then(|| a / b),
        IntBinary::ModUnsigned => (a >= 0 && b > 0).then(|| a % b),
        IntBinary::Div32 => (small(a) && small(b) && b > 0).then(|| a / b),
        IntBinary::Mod32 => (small(a) && small(b) && b > 0).then(|| a % b),
    }
}

fn int_unary(op: IntUnary, a: i64) -> Option<i64> {
    match op {
        IntUnary::Neg => int::negate(a),
        IntUnary::Abs => int::absolute(a),
        IntUnary::Not => Some(int::invert(a)),
        IntUnary::BitLength => Some(i64::from(int::bit_length(a))),
        IntUnary::BitCount => Some(i64::from(int::bit_count(a))),
    }
}

/// A checked operation; none where the result does not fit. Of one operand, `b` is not looked at.
pub fn int_checked(op: IntChecked, a: i64, b: i64) -> Option<i64> {
    match op {
        IntChecked::Add => int::add(a, b),
        IntChecked::Sub => int::sub(a, b),
        IntChecked::Mul => int::mul(a, b),
        IntChecked::Neg => int::negate(a),
        IntChecked::Abs => int::absolute(a),
        IntChecked::Shl => (0..=63).contains(&b).then(|| int::shift_left(a, b as u64)).flatten(),
    }
}

/// A comparison of integers.
pub fn int_compare(compare: Compare, a: i64, b: i64) -> bool {
    match compare {
        Compare::Eq => a == b,
        Compare::Ne => a != b,
        Compare::Lt => a < b,
        Compare::Le => a <= b,
        Compare::Gt => a > b,
        Compare::Ge => a >= b,
        Compare::Below => (a as u64) < b as u64,
    }
}

fn float_binary(op: FloatBinary, a: f64, b: f64) -> f64 {
    match op {
        FloatBinary::Add => a + b,
        FloatBinary::Sub => a - b,
        FloatBinary::Mul => a * b,
        FloatBinary::Div => a / b,
        FloatBinary::CopySign => a.copysign(b),
    }
}

fn float_unary(op: FloatUnary, a: f64) -> f64 {
    match op {
        FloatUnary::Neg => -a,
        FloatUnary::Abs => a.abs(),
        FloatUnary::Sqrt => a.sqrt(),
        FloatUnary::Floor => a.floor(),
        FloatUnary::Ceil => a.ceil(),
        FloatUnary::Trunc => a.trunc(),
        FloatUnary::Nearest => float::round_even(a),
        FloatUnary::Single => f64::from(a as f32),
    }
}

/// Whether a sum, difference, product or quotient had nothing to signal.
fn is_quiet(a: f64, b: f64, r: f64) -> bool {
    r.is_finite() || a.is_nan() || b.is_nan() || !(r.is_nan() || a.is_finite() && b.is_finite())
}

fn float_compare(compare: Compare, a: f64, b: f64) -> bool {
    match compare {
        Compare::Eq => a == b,
        Compare::Ne => a != b,
        Compare::Lt | Compare::Below => a < b,
        Compare::Le => a <= b,
        Compare::Gt => a > b,
        Compare::Ge => a >= b,
    }
}
