//! Arithmetic on literals, done once when the script is read: only what raises nothing and is exact.

use num_complex::Complex64;

use super::tree::{BinaryOp, Constant, Expr, ExprKind, UnaryOp};
use crate::number::{complex, int};

/// `-x` of a literal is a literal.
pub(super) fn fold_negative(operand: Box<Expr>) -> ExprKind {
    match &operand.kind {
        ExprKind::Constant(Constant::Int(value)) if *value != i64::MIN => ExprKind::Constant(Constant::Int(-value)),
        ExprKind::Constant(Constant::Float(value)) => ExprKind::Constant(Constant::Float(-value)),
        ExprKind::Constant(Constant::Complex(re, im)) => ExprKind::Constant(Constant::Complex(-re, -im)),
        _ => ExprKind::Unary(UnaryOp::Negative, operand),
    }
}

/// Sums, differences, products and quotients of number literals (`-0.4 + 0.6j`, `3.6 / 1000`) are literals, where
/// they raise nothing.
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
        (BinaryOp::Add, Int(x), Int(y)) => int::add(*x, *y).map(Int),
        (BinaryOp::Sub, Int(x), Int(y)) => int::sub(*x, *y).map(Int),
        (BinaryOp::Mul, Int(x), Int(y)) => int::mul(*x, *y).map(Int),
        (BinaryOp::Pow, Int(x), Int(y)) => int::power(*x, u64::try_from(*y).ok()?).map(Int),
        (BinaryOp::Div, Int(x), Int(y)) => int::true_div(*x, *y).map(Float),
        (_, Int(_) | Float(_), Int(_) | Float(_)) => {
            let (x, y) = (as_float(x)?, as_float(y)?);
            match op {
                BinaryOp::Add => Some(Float(x + y)),
                BinaryOp::Sub => Some(Float(x - y)),
                BinaryOp::Mul => Some(Float(x * y)),
                BinaryOp::Div if y != 0.0 => Some(Float(x / y)),
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
