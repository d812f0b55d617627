//! Which generator expressions a built-in function consumes on the spot: `sum(x * x for x in items)`.
//!
//! In: a call. Out: the function and the generator expression, as far as the call alone tells. Whether the name means the built-in is
//! decided elsewhere. What awaits, binds names around, or looks at its own frame is left out: it must be a generator.

use super::inside::{any_async, clauses, every, may_wait};
use super::names::looks_at_variables;
use crate::syntax::tree::*;

/// A function that takes all items of its argument, one after the other, and keeps nothing of the argument itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Consumer {
    Sum,
    Min,
    Max,
    Any,
    All,
    List,
    Tuple,
    Set,
    Dict,
    Sorted,
    /// The method of a str that is written out.
    Join,
}

impl Consumer {
    /// By what name it is called.
    pub fn name(self) -> Option<&'static str> {
        Some(match self {
            Consumer::Sum => "sum",
            Consumer::Min => "min",
            Consumer::Max => "max",
            Consumer::Any => "any",
            Consumer::All => "all",
            Consumer::List => "list",
            Consumer::Tuple => "tuple",
            Consumer::Set => "set",
            Consumer::Dict => "dict",
            Consumer::Sorted => "sorted",
            Consumer::Join => return None,
        })
    }
}

/// A call that consumes a generator expression, its first argument.
pub(super) struct Consumed<'a> {
    pub consumer: Consumer,
    pub inner: &'a Comprehension,
}

/// What a call consumes, if it does.
pub(super) fn consumed(call: &Expr) -> Option<Consumed<'_>> {
    let ExprKind::Call { func, args, keywords } = &call.kind else { return None };
    let ExprKind::GeneratorExp(inner) = &args.first()?.kind else { return None };
    let consumer = match &func.kind {
        ExprKind::Name(name) => {
            const ALL: [Consumer; 10] = [
                Consumer::Sum,
                Consumer::Min,
                Consumer::Max,
                Consumer::Any,
                Consumer::All,
                Consumer::List,
                Consumer::Tuple,
                Consumer::Set,
                Consumer::Dict,
                Consumer::Sorted,
            ];
            ALL.into_iter().find(|consumer| consumer.name() == Some(&**name))?
        }
        ExprKind::Attribute { value, attribute } if &*attribute.id == "join" => match value.kind {
            ExprKind::Constant(Constant::Str(_)) => Consumer::Join,
            _ => return None,
        },
        _ => return None,
    };
    let fits = match (consumer, &args[1..]) {
        (Consumer::Sum, [start]) => {
            let number = matches!(&start.kind, ExprKind::Constant(Constant::Int(_) | Constant::Float(_)));
            number || matches!(&start.kind, ExprKind::List(items) | ExprKind::Tuple(items) if items.is_empty())
        }
        (Consumer::Dict, []) => matches!(&inner.element.kind, ExprKind::Tuple(pair) if is_pair(pair)),
        (_, rest) => rest.is_empty(),
    };
    let given = |keyword: &Keyword| {
        // Nothing that these do can be told from doing it before the first item is taken.
        keyword.name.is_some() && matches!(keyword.value.kind, ExprKind::Constant(_) | ExprKind::Lambda { .. })
    };
    let named = keywords.is_empty() || consumer == Consumer::Sorted && keywords.iter().all(given);
    (fits && named && is_plain(inner)).then_some(Consumed { consumer, inner })
}

fn is_pair(items: &[Expr]) -> bool {
    items.len() == 2 && !items.iter().any(|item| matches!(item.kind, ExprKind::Starred(_)))
}

/// Whether a generator expression may be a loop in the frame around.
fn is_plain(inner: &Comprehension) -> bool {
    !any_async(&inner.generators) && clauses(&inner.generators, plain) && every(&inner.element, plain)
}

fn plain(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Name(name) => !looks_at_variables(name) && !matches!(&**name, "super" | "__class__"),
        ExprKind::NamedExpr { .. } | ExprKind::Yield(_) | ExprKind::YieldFrom(_) => false,
        _ => !may_wait(expr),
    }
}
