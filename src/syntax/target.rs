//! In: an expression. Out: whether it may be assigned to or deleted, and what CPython calls it if not.

use crate::source::Span;
use crate::syntax::tree::{Constant, Expr, ExprKind};

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
        ExprKind::List(parts) | ExprKind::Tuple(parts) => {
            parts.iter().find_map(|part| culprit(part, purpose))
        }
        ExprKind::Starred(value) if purpose != Purpose::Delete => culprit(value, purpose),
        _ => Some(target),
    }
}

/// Whether `target = value` looks like a slip for `target == value`.
pub fn may_be_comparison(target: &Expr) -> bool {
    is_operand(target)
        && !matches!(
            target.kind,
            ExprKind::List(_)
                | ExprKind::Tuple(_)
                | ExprKind::GeneratorExp(_)
                | ExprKind::Constant(Constant::None | Constant::Bool(_))
        )
}

/// Whether an expression may be an operand of a comparison as it stands.
pub fn is_operand(expr: &Expr) -> bool {
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
