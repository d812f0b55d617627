//! Which calls are loops: `sum(x * x for x in items)`, `max(items, key=lambda item: item.size)`, `list(map(function, items))`.
//!
//! In: a call. Out: the built-in function, what it takes all items of, and whom it asks about each, as far as the call alone tells. Whether the
//! names mean built-in functions is decided elsewhere. What awaits, binds names around, or looks at its own frame is left out: it
//! must be a generator, or a function.

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
    /// It takes one item, and nobody asks for another.
    Next,
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
            Consumer::Next => "next",
            Consumer::Join => return None,
        })
    }
}

/// A call that takes all items of something on the spot.
pub(super) struct Consumed<'a> {
    pub consumer: Consumer,
    pub items: Items<'a>,
    /// Whom `min`, `max` or `sorted` ask for what items are compared by.
    pub key: Option<Asked<'a>>,
}

/// Whose items a call takes.
#[derive(Clone, Copy)]
pub(super) enum Items<'a> {
    /// Those of a generator expression.
    Generated(&'a Expr, &'a Comprehension),
    /// What a function makes of those of an iterable, `map(function, iterable)`, or those that it takes, `filter(function, iterable)`, by the
    /// name that stands there.
    Mapped { by: (&'a Expr, &'static str), function: Asked<'a>, iterable: &'a Expr },
    /// Those of any iterable.
    Any(&'a Expr),
}

/// A function that a built-in one calls with each item.
#[derive(Clone, Copy)]
pub(super) enum Asked<'a> {
    /// A `lambda` of one parameter that is written there.
    Lambda { node: &'a Expr, parameter: &'a Name, body: &'a Expr },
    /// Any other, by its name, or an attribute.
    Named(&'a Expr),
}

impl<'a> Consumed<'a> {
    /// The generator expressions and functions in it that run in the frame around.
    pub fn nodes(&self) -> impl Iterator<Item = &'a Expr> {
        let generated = match self.items {
            Items::Generated(node, _) => Some(node),
            _ => None,
        };
        let lambda = |asked| match asked {
            Asked::Lambda { node, .. } => Some(node),
            Asked::Named(_) => None,
        };
        generated.into_iter().chain(self.asked().filter_map(lambda))
    }

    /// The functions that are asked.
    pub fn asked(&self) -> impl Iterator<Item = Asked<'a>> {
        let mapped = match self.items {
            Items::Mapped { function, .. } => Some(function),
            _ => None,
        };
        mapped.into_iter().chain(self.key)
    }

    /// By what names the built-in functions in it are called.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        let by = match self.items {
            Items::Mapped { by: (_, name), .. } => Some(name),
            _ => None,
        };
        self.consumer.name().into_iter().chain(by)
    }
}

/// The class whose items are what a function makes of items.
const MAP: &str = "map";
/// The class whose items are those that a function takes.
pub(super) const FILTER: &str = "filter";

/// What a call consumes, if it does.
pub(super) fn consumed(call: &Expr) -> Option<Consumed<'_>> {
    let ExprKind::Call { func, args, keywords } = &call.kind else { return None };
    let (argument, rest) = args.split_first()?;
    let consumer = match &func.kind {
        ExprKind::Name(name) => {
            const ALL: [Consumer; 11] = [
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
                Consumer::Next,
            ];
            ALL.into_iter().find(|consumer| consumer.name() == Some(&**name))?
        }
        ExprKind::Attribute { value, attribute } if &*attribute.id == "join" => match value.kind {
            ExprKind::Constant(Constant::Str(_)) => Consumer::Join,
            _ => return None,
        },
        _ => return None,
    };
    let key = match keywords.iter().find(|keyword| keyword.name.as_deref() == Some("key")) {
        Some(key) if matches!(consumer, Consumer::Min | Consumer::Max | Consumer::Sorted) => asked(&key.value),
        _ => None,
    };
    let items = match &argument.kind {
        ExprKind::GeneratorExp(inner) => is_plain(inner).then_some(Items::Generated(argument, inner))?,
        _ => match mapped(argument) {
            Some(mapped) => mapped,
            None if key.is_some() && !is_starred(argument) => Items::Any(argument),
            None => return None,
        },
    };
    let fits = match (consumer, rest) {
        (Consumer::Sum, [start]) => {
            let number = matches!(&start.kind, ExprKind::Constant(Constant::Int(_) | Constant::Float(_)));
            number || matches!(&start.kind, ExprKind::List(items) | ExprKind::Tuple(items) if items.is_empty())
        }
        (Consumer::Next, [] | [_]) => matches!(items, Items::Generated(..)) && !rest.iter().any(is_starred),
        (Consumer::Next, _) => false,
        (Consumer::Dict, []) => match items {
            Items::Generated(_, inner) => matches!(&inner.element.kind, ExprKind::Tuple(pair) if is_pair(pair)),
            _ => false,
        },
        (_, rest) => rest.is_empty(),
    };
    let given = |keyword: &Keyword| {
        // Nothing that these do can be told from doing it before the first item is taken.
        let plain = matches!(keyword.value.kind, ExprKind::Constant(_) | ExprKind::Lambda { .. });
        let is_key = key.is_some() && keyword.name.as_deref() == Some("key");
        is_key || consumer == Consumer::Sorted && keyword.name.is_some() && plain
    };
    (fits && keywords.iter().all(given)).then_some(Consumed { consumer, items, key })
}

/// `map` or `filter` of a function and one iterable.
fn mapped(argument: &Expr) -> Option<Items<'_>> {
    let ExprKind::Call { func, args, keywords } = &argument.kind else { return None };
    let ([function, iterable], true) = (&args[..], keywords.is_empty()) else { return None };
    let ExprKind::Name(name) = &func.kind else { return None };
    let by = [MAP, FILTER].into_iter().find(|known| *known == &**name)?;
    let function = asked(function).filter(|_| !is_starred(iterable))?;
    Some(Items::Mapped { by: (func, by), function, iterable })
}

/// A function that can be asked where the items are taken.
fn asked(function: &Expr) -> Option<Asked<'_>> {
    match &function.kind {
        ExprKind::Name(_) | ExprKind::Attribute { .. } => Some(Asked::Named(function)),
        ExprKind::Lambda { arguments, body } => {
            let mut parameters = arguments.positional_only.iter().chain(&arguments.positional);
            let (parameter, None) = (parameters.next()?, parameters.next()) else { return None };
            let alone = arguments.all().count() == 1 && parameter.default.is_none();
            (alone && every(body, plain)).then_some(Asked::Lambda { node: function, parameter: &parameter.name, body })
        }
        _ => None,
    }
}

fn is_pair(items: &[Expr]) -> bool {
    items.len() == 2 && !items.iter().any(is_starred)
}

fn is_starred(item: &Expr) -> bool {
    matches!(item.kind, ExprKind::Starred(_))
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
