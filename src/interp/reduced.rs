//! Operators that make a large int small again: `a * b % m`, `(x << k) & mask`, `(a * b + c) & mask`.
//!
//! In: operands. Out: values. What ints give in between is kept in 128 bits where it fits them, and no object is made of it. Any other
//! operands meet the same operators as anywhere.

use super::context::Context;
use super::expression::binary;
use super::frame::Frame;
use super::node::Node;
use super::special::Special;
use crate::resolve::tree::{BinaryOp, Expr, ExprKind};
use crate::source::Span;
use crate::value::ops::arithmetic;
use crate::value::{Raise, Res, Value};

/// `left op right`, where what the left operand gives may be an int that is not made.
pub struct Reduced {
    op: BinaryOp,
    left: Left,
    right: Box<dyn Node>,
    instances: Special,
    span: Span,
}

enum Left {
    /// An operator that makes ints larger, or comes after one that does.
    Inner(Box<Reduced>),
    Operand(Box<dyn Node>),
}

/// What an operator gave.
enum Found {
    Int(i128),
    Value(Value),
}

impl Found {
    fn as_wide(&self) -> Option<i128> {
        match self {
            Found::Int(int) => Some(*int),
            Found::Value(value) => value.as_wide(),
        }
    }

    fn into_value(self) -> Value {
        match self {
            Found::Int(int) => Value::wide(int),
            Found::Value(value) => value,
        }
    }
}

impl Reduced {
    /// The node for an expression, if it is such; `boxed` makes those of its operands.
    pub fn of(expr: &Expr, boxed: &dyn Fn(&Expr) -> Box<dyn Node>) -> Option<Reduced> {
        match &expr.kind {
            ExprKind::Binary(BinaryOp::And | BinaryOp::Mod, left, _) if grows(left) => Reduced::new(expr, boxed),
            _ => None,
        }
    }

    fn new(expr: &Expr, boxed: &dyn Fn(&Expr) -> Box<dyn Node>) -> Option<Reduced> {
        let ExprKind::Binary(op, left, right) = &expr.kind else { return None };
        let inner = if grows(left) { Reduced::new(left, boxed) } else { None };
        let left = inner.map_or_else(|| Left::Operand(boxed(left)), |inner| Left::Inner(Box::new(inner)));
        Some(Reduced { op: *op, left, right: boxed(right), instances: Special::default(), span: expr.span })
    }

    fn find(&self, loose: bool, frame: &mut Frame, context: &Context) -> Result<Found, Raise> {
        let left = match &self.left {
            Left::Inner(inner) => inner.find(true, frame, context)?,
            Left::Operand(node) => Found::Value(node.loose(frame, context)?),
        };
        let right = self.right.loose(frame, context)?;
        if let (Some(a), Some(b)) = (left.as_wide(), right.as_wide())
            && let Some(result) = arithmetic::in_128_bits(self.op, a, b)
        {
            return Ok(Found::Int(result));
        }
        let left = left.into_value();
        let result = match self.instances.operate(self.op, &left, &right, context) {
            Some(result) => result.map_err(|_| context.fail(self.span)),
            None => binary(self.op, &left, &right, loose, self.span, context),
        };
        result.map(Found::Value)
    }
}

/// Whether an operator may give an int that is much larger than its operands, or works on what one gave.
fn grows(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Binary(BinaryOp::Mul | BinaryOp::LeftShift, ..) => true,
        ExprKind::Binary(BinaryOp::Add | BinaryOp::Sub | BinaryOp::Or | BinaryOp::Xor, left, _) => grows(left),
        _ => false,
    }
}

impl Node for Reduced {
    fn value(&self, frame: &mut Frame, context: &Context) -> Res {
        self.find(false, frame, context).map(Found::into_value)
    }

    fn loose(&self, frame: &mut Frame, context: &Context) -> Res {
        self.find(true, frame, context).map(Found::into_value)
    }
}
