//! Arithmetic on literals, done once when the script is read: only what raises nothing and is exact.

use num_complex::Complex64;
use std::sync::Arc;

use super::tree::{BinaryOp, Constant, Expr, ExprKind, UnaryOp};
use crate::number::{IBig, Integer, big, complex, float, int};

/// Most bits of a literal that is worked out.
const MOST_BITS: usize = 4096;
/// Most bytes of text that is put together.
const MOST_BYTES: usize = 4096;

/// `-x` of a literal is a literal.
pub(super) fn fold_negative(operand: Box<Expr>) -> ExprKind {
    match &operand.kind {
        ExprKind::Constant(Constant::Int(value)) if *value != i64::MIN => ExprKind::Constant(Constant::Int(-value)),
        ExprKind::Constant(Constant::Float(value)) => ExprKind::Constant(Constant::Float(-value)),
        ExprKind::Constant(Constant::Complex(re, im)) => ExprKind::Constant(Constant::Complex(-re, -im)),
        _ => ExprKind::Unary(UnaryOp::Negative, operand),
    }
}

/// What operators give for literals (`-0.4 + 0.6j`, `3.6 / 1000`, `2 ** 64`, `"-" * 40`) are literals, where they raise nothing.
pub(super) fn fold_binary(op: BinaryOp, left: Box<Expr>, right: Box<Expr>) -> ExprKind {
    let folded = match (&left.kind, &right.kind) {
        (ExprKind::Constant(x), ExprKind::Constant(y)) => fold_constants(op, x, y),
        _ => None,
    };
    match folded {
        Some(constant) => ExprKind::Constant(constant),
        None => ExprKind::Binary(op, left, right),
    }
}

fn fold_constants(op: BinaryOp, x: &Constant, y: &Constant) -> Option<Constant> {
    use Constant::{Complex, Float, Int};
    match (op, x, y) {
        (BinaryOp::Div, Int(x), Int(y)) => int::true_div(*x, *y).map(Float),
        (_, Int(_) | Constant::Big(_), Int(_) | Constant::Big(_)) => fold_whole(op, &as_whole(x)?, &as_whole(y)?),
        (BinaryOp::Add, Constant::Str(x), Constant::Str(y)) => {
            (x.len() + y.len() <= MOST_BYTES).then(|| Constant::Str([&**x, y].concat().into()))
        }
        (BinaryOp::Add, Constant::Bytes(x), Constant::Bytes(y)) => {
            (x.len() + y.len() <= MOST_BYTES).then(|| Constant::Bytes([&**x, y].concat().into()))
        }
        (BinaryOp::Mul, Constant::Str(text), Int(count)) | (BinaryOp::Mul, Int(count), Constant::Str(text)) => {
            repeated(text.len(), *count).map(|count| Constant::Str(Arc::from(text.repeat(count))))
        }
        (BinaryOp::Mul, Constant::Bytes(bytes), Int(count)) | (BinaryOp::Mul, Int(count), Constant::Bytes(bytes)) => {
            repeated(bytes.len(), *count).map(|count| Constant::Bytes(bytes.repeat(count).into()))
        }
        (_, Int(_) | Float(_), Int(_) | Float(_)) => {
            let (x, y) = (as_float(x)?, as_float(y)?);
            match op {
                BinaryOp::Add => Some(Float(x + y)),
                BinaryOp::Sub => Some(Float(x - y)),
                BinaryOp::Mul => Some(Float(x * y)),
                BinaryOp::Div if y != 0.0 => Some(Float(x / y)),
                BinaryOp::Pow => float::power(x, y).map(Float),
                _ => None,
            }
        }
        (BinaryOp::Add | BinaryOp::Sub, Int(_) | Float(_) | Complex(..), Int(_) | Float(_) | Complex(..)) => {
            let (x, y) = (as_complex(x)?, as_complex(y)?);
            let sum = if op == BinaryOp::Add { complex::add(x, y) } else { complex::sub(x, y) };
            Some(Complex(sum.re, sum.im))
        }
        _ => None,
    }
}

/// How often something of so many bytes is put behind itself, if that is worth keeping.
fn repeated(length: usize, count: i64) -> Option<usize> {
    let count = usize::try_from(count.max(0)).ok()?;
    (length.checked_mul(count)? <= MOST_BYTES).then_some(count)
}

fn as_whole(constant: &Constant) -> Option<IBig> {
    match constant {
        Constant::Int(value) => Some(IBig::from(*value)),
        Constant::Big(value) => Some((**value).clone()),
        _ => None,
    }
}

fn fold_whole(op: BinaryOp, x: &IBig, y: &IBig) -> Option<Constant> {
    let count = || u64::try_from(y).ok();
    let fits = |bits: u64| bits <= MOST_BITS as u64;
    let result = match op {
        BinaryOp::Add => big::add(x, y),
        BinaryOp::Sub => big::sub(x, y),
        BinaryOp::Mul => big::mul(x, y),
        BinaryOp::FloorDiv => big::floor_div(x, y)?,
        BinaryOp::Mod => big::floor_mod(x, y)?,
        BinaryOp::Pow if fits((big::bit_length(x) as u64).saturating_mul(count()?)) => big::power(x, count()?).ok()?,
        BinaryOp::LeftShift if fits((big::bit_length(x) as u64).saturating_add(count()?)) => {
            big::shift_left(x, count()?).ok()?
        }
        BinaryOp::RightShift => big::shift_right(x, count()?),
        BinaryOp::And => big::and(x, y),
        BinaryOp::Or => big::or(x, y),
        BinaryOp::Xor => big::xor(x, y),
        _ => return None,
    };
    Some(match result {
        Integer::Small(value) => Constant::Int(value),
        Integer::Big(value) => Constant::Big(Arc::new(value)),
    })
}

/// Only ints that a float holds exactly.
fn as_float(constant: &Constant) -> Option<f64> {
    match constant {
        Constant::Int(value) if value.unsigned_abs() <= 1 << 53 => Some(*value as f64),
        Constant::Float(value) => Some(*value),
        _ => None,
    }
}

fn as_complex(constant: &Constant) -> Option<Complex64> {
    match constant {
        Constant::Complex(re, im) => Some(Complex64::new(*re, *im)),
        real => as_float(real).map(|re| Complex64::new(re, 0.0)),
    }
}

/// The frozen set that the display of a set with such items becomes: where a loop goes over it, and where it is filled from one.
pub fn frozen_display(items: &[Expr]) -> Option<Constant> {
    let constant = |item: &Expr| match &item.kind {
        ExprKind::Constant(constant) => Some(constant.clone()),
        _ => None,
    };
    items.iter().map(constant).collect::<Option<_>>().map(Constant::FrozenSet)
}
