//! The keys of mapping patterns.
//!
//! In: the expression of a key, which the grammar keeps to literals and dotted names. Out: what tells a constant key
//! from another, and how a message shows it.

use super::tree::{Constant, Expr, ExprKind, Operator, UnaryOperator};
use crate::number::{big, repr};
use dashu_int::IBig;
use num_complex::Complex64;
use std::sync::Arc;

/// A constant key, such that those that are one key of a dict are equal.
#[derive(PartialEq, Debug)]
pub enum Key {
    /// `None`
    None,
    /// A whole number of any type.
    Whole(IBig),
    /// Any other number.
    Number(Complex64),
    /// Text.
    Str(Arc<str>),
    /// Bytes.
    Bytes(Arc<[u8]>),
}

/// The key that an expression is, and how a message shows it; nothing for a name that is looked up.
pub fn key(expr: &Expr) -> Option<(Key, String)> {
    Some(match &expr.kind {
        ExprKind::Constant(Constant::None) => (Key::None, "None".to_string()),
        ExprKind::Constant(Constant::Bool(true)) => (Key::Whole(IBig::ONE), "True".to_string()),
        ExprKind::Constant(Constant::Bool(false)) => (Key::Whole(IBig::ZERO), "False".to_string()),
        ExprKind::Constant(Constant::Str(text)) => (Key::Str(text.clone()), repr::text(text)),
        ExprKind::Constant(Constant::Bytes(bytes)) => {
            let mut text = String::new();
            repr::write_bytes(&mut text, bytes);
            (Key::Bytes(bytes.clone()), text)
        }
        _ => {
            let number = number(expr)?;
            let text = number.text();
            (number.key(), text)
        }
    })
}

enum Number {
    Int(IBig),
    Float(f64),
    Complex(Complex64),
}

/// The number that `-1`, `2.5` or `1 + 2j` is.
fn number(expr: &Expr) -> Option<Number> {
    Some(match &expr.kind {
        ExprKind::Constant(Constant::Int(int)) => Number::Int(IBig::from(*int)),
        ExprKind::Constant(Constant::BigInt(big)) => Number::Int((**big).clone()),
        ExprKind::Constant(Constant::Float(float)) => Number::Float(*float),
        ExprKind::Constant(Constant::Imaginary(imaginary)) => Number::Complex(Complex64::new(0.0, *imaginary)),
        ExprKind::UnaryOp { op: UnaryOperator::USub, operand } => match number(operand)? {
            Number::Int(int) => Number::Int(-int),
            Number::Float(float) => Number::Float(-float),
            Number::Complex(complex) => Number::Complex(-complex),
        },
        ExprKind::BinOp { left, op, right } => {
            let (left, right) = (number(left)?.complex(), number(right)?.complex());
            Number::Complex(if *op == Operator::Sub { left - right } else { left + right })
        }
        _ => return None,
    })
}

impl Number {
    fn complex(self) -> Complex64 {
        match self {
            Number::Int(int) => Complex64::new(big::to_float(&int).unwrap_or(f64::INFINITY), 0.0),
            Number::Float(float) => Complex64::new(float, 0.0),
            Number::Complex(complex) => complex,
        }
    }

    fn text(&self) -> String {
        match self {
            Number::Int(int) => int.to_string(),
            Number::Float(float) => repr::float(*float),
            Number::Complex(complex) => repr::complex(*complex),
        }
    }

    fn key(self) -> Key {
        match self {
            Number::Int(int) => Key::Whole(int),
            other => {
                let complex = other.complex();
                match complex.im == 0.0 && complex.re.fract() == 0.0 {
                    true => Key::Whole(big::from_float(complex.re)),
                    false => Key::Number(complex),
                }
            }
        }
    }
}
