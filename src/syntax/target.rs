//! In: an expression. Out: whether it may be assigned to or deleted, and what CPython calls it if not.

use crate::error::SyntaxError;
use crate::source::Span;
use crate::syntax::tree::{CompareOperator, Constant, Expr, ExprKind};

/// What a target is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// `target = ...`, `with ... as target`.
    Assign,
    /// `for target in ...`.
    Loop,
    /// `del target`.
    Delete,
}

/// What CPython's messages call an expression.
pub fn name_of(expr: &Expr) -> &'static str {
    match &expr.kind {
        ExprKind::Attribute { .. } => "attribute",
        ExprKind::Subscript { .. } => "subscript",
        ExprKind::Starred(_) => "starred",
        ExprKind::Name(_) => "name",
        ExprKind::List(_) => "list",
        ExprKind::Tuple(_) => "tuple",
        ExprKind::Lambda { .. } => "lambda",
        ExprKind::Call { .. } => "function call",
        ExprKind::BoolOp { .. } | ExprKind::BinOp { .. } | ExprKind::UnaryOp { .. } => "expression",
        ExprKind::GeneratorExp(_) => "generator expression",
        ExprKind::Yield(_) | ExprKind::YieldFrom(_) => "yield expression",
        ExprKind::Await(_) => "await expression",
        ExprKind::ListComp(_) => "list comprehension",
        ExprKind::SetComp(_) => "set comprehension",
        ExprKind::DictComp(_) => "dict comprehension",
        ExprKind::Dict(_) => "dict literal",
        ExprKind::Set(_) => "set display",
        ExprKind::JoinedStr(_) => "f-string expression",
        ExprKind::Compare { .. } => "comparison",
        ExprKind::IfExp { .. } => "conditional expression",
        ExprKind::NamedExpr { .. } => "named expression",
        ExprKind::Slice { .. } => "slice",
        ExprKind::Constant(value) => match value {
            Constant::None => "None",
            Constant::Bool(true) => "True",
            Constant::Bool(false) => "False",
            Constant::Ellipsis => "ellipsis",
            _ => "literal",
        },
    }
}

/// Why `target` cannot be one, and the part that is to blame.
pub fn refuse(target: &Expr, purpose: Purpose) -> Option<(String, Span)> {
    let culprit = culprit(target, purpose)?;
    let name = name_of(culprit);
    let verb = match purpose {
        Purpose::Delete => "delete",
        _ => "assign to",
    };
    Some((format!("cannot {verb} {name}"), culprit.span))
}

fn culprit(target: &Expr, purpose: Purpose) -> Option<&Expr> {
    match &target.kind {
        ExprKind::Name(_) | ExprKind::Attribute { .. } | ExprKind::Subscript { .. } => None,
        ExprKind::List(parts) | ExprKind::Tuple(parts) => parts.iter().find_map(|part| culprit(part, purpose)),
        ExprKind::Starred(value) if purpose != Purpose::Delete => culprit(value, purpose),
        // What was read as a comparison may be a target and its `in`.
        ExprKind::Compare { left, ops, .. } if purpose == Purpose::Loop => match ops[..] {
            [CompareOperator::In, ..] => culprit(left, purpose),
            _ => None,
        },
        _ => Some(target),
    }
}

/// The part of a target that stands directly before the `=`.
pub fn last(target: &Expr) -> &Expr {
    match &target.kind {
        // A tuple in parentheses ends with its own bracket.
        ExprKind::Tuple(parts) => match parts.last() {
            Some(part) if part.span.end == target.span.end => part,
            _ => target,
        },
        _ => target,
    }
}

/// What CPython asks where `target = value` stands for a comparison.
pub fn slip(target: &Expr, value: &Expr) -> Option<SyntaxError> {
    let operand = first_operand(value)?;
    match &target.kind {
        ExprKind::Name(_) => Some(SyntaxError::new(
            "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
            target.span.to(operand.span),
        )),
        ExprKind::List(_)
        | ExprKind::Tuple(_)
        | ExprKind::GeneratorExp(_)
        | ExprKind::Constant(Constant::None | Constant::Bool(_)) => None,
        _ if is_operand(target) || is_yield(target) => {
            let name = name_of(target);
            let message = format!("cannot assign to {name} here. Maybe you meant '==' instead of '='?");
            Some(SyntaxError::new(message, target.span))
        }
        _ => None,
    }
}

fn is_yield(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Yield(_) | ExprKind::YieldFrom(_))
}

/// The operand of a comparison that an expression begins with.
pub fn first_operand(expr: &Expr) -> Option<&Expr> {
    match &expr.kind {
        ExprKind::Compare { left, .. } => Some(left),
        ExprKind::BoolOp { values, .. } => first_operand(&values[0]),
        ExprKind::IfExp { body, .. } => first_operand(body),
        ExprKind::Tuple(parts) if parts.first().is_some_and(|part| part.span.start == expr.span.start) => {
            first_operand(&parts[0])
        }
        _ if is_operand(expr) => Some(expr),
        _ => None,
    }
}

/// Whether an expression may be an operand of a comparison as it stands.
fn is_operand(expr: &Expr) -> bool {
    use crate::syntax::tree::UnaryOperator::Not;
    !matches!(
        expr.kind,
        ExprKind::Compare { .. }
            | ExprKind::BoolOp { .. }
            | ExprKind::IfExp { .. }
            | ExprKind::Lambda { .. }
            | ExprKind::Starred(_)
            | ExprKind::Yield(_)
            | ExprKind::YieldFrom(_)
            | ExprKind::UnaryOp { op: Not, .. }
    )
}
