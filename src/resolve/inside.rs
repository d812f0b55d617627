//! Questions about an expression and everything in it, asked before its names are resolved.
//!
//! In: a syntax tree. Out: yes or no. A function inside is part of it: what it does, it may do while the expression is evaluated.

use super::names::looks_at_variables;
use crate::syntax::tree::*;

/// Whether something in an expression looks at the variables around it, as far as names tell.
pub(super) fn shows_variables(expr: &Expr) -> bool {
    !every(expr, |expr| !matches!(&expr.kind, ExprKind::Name(name) if looks_at_variables(name)))
}

/// Whether something in an expression waits for a coroutine.
pub(super) fn waits(expr: &Expr) -> bool {
    !every(expr, |expr| !may_wait(expr))
}

pub(super) fn may_wait(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Await(_) => true,
        ExprKind::ListComp(inner) | ExprKind::SetComp(inner) | ExprKind::GeneratorExp(inner) => {
            any_async(&inner.generators)
        }
        ExprKind::DictComp(inner) => any_async(&inner.generators),
        _ => false,
    }
}

pub(super) fn any_async(generators: &[Generator]) -> bool {
    generators.iter().any(|each| each.is_async)
}

/// Whether something holds of an expression and of every one in it.
pub(super) fn every(expr: &Expr, holds: fn(&Expr) -> bool) -> bool {
    let each = |expr: &Expr| every(expr, holds);
    let all = |exprs: &[Expr]| exprs.iter().all(each);
    let optional = |expr: &Option<Box<Expr>>| expr.as_deref().is_none_or(each);
    holds(expr)
        && match &expr.kind {
            ExprKind::Name(_) | ExprKind::Constant(_) => true,
            ExprKind::BoolOp { values, .. }
            | ExprKind::Set(values)
            | ExprKind::List(values)
            | ExprKind::Tuple(values) => all(values),
            ExprKind::NamedExpr { target, value } => each(target) && each(value),
            ExprKind::BinOp { left, right, .. } => each(left) && each(right),
            ExprKind::UnaryOp { operand, .. } => each(operand),
            ExprKind::Lambda { arguments, body } => {
                arguments.all().filter_map(|parameter| parameter.default.as_ref()).all(each) && each(body)
            }
            ExprKind::IfExp { test, body, orelse } => each(test) && each(body) && each(orelse),
            ExprKind::Dict(items) => items.iter().all(|item| item.key.iter().chain([&item.value]).all(each)),
            ExprKind::ListComp(inner) | ExprKind::SetComp(inner) | ExprKind::GeneratorExp(inner) => {
                clauses(&inner.generators, holds) && each(&inner.element)
            }
            ExprKind::DictComp(inner) => clauses(&inner.generators, holds) && each(&inner.key) && each(&inner.value),
            ExprKind::Await(value) | ExprKind::YieldFrom(value) => each(value),
            ExprKind::Yield(value) => optional(value),
            ExprKind::Compare { left, comparators, .. } => each(left) && all(comparators),
            ExprKind::Call { func, args, keywords } => {
                each(func) && all(args) && keywords.iter().map(|keyword| &keyword.value).all(each)
            }
            ExprKind::JoinedStr(parts) => text(parts, holds),
            ExprKind::Attribute { value, .. } | ExprKind::Starred(value) => each(value),
            ExprKind::Subscript { value, slice } => each(value) && each(slice),
            ExprKind::Slice { lower, upper, step } => optional(lower) && optional(upper) && optional(step),
        }
}

pub(super) fn clauses(generators: &[Generator], holds: fn(&Expr) -> bool) -> bool {
    let each = |expr: &Expr| every(expr, holds);
    generators.iter().all(|clause| each(&clause.target) && each(&clause.iter) && clause.ifs.iter().all(each))
}

fn text(parts: &[FStringPart], holds: fn(&Expr) -> bool) -> bool {
    parts.iter().all(|part| match part {
        FStringPart::Literal(_) => true,
        FStringPart::Formatted { value, spec, .. } => {
            every(value, holds) && spec.as_deref().is_none_or(|spec| text(spec, holds))
        }
    })
}
