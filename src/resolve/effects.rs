//! What an expression does apart from computing a value: decides what is hoisted into a statement of its own.
//!
//! In: syntax expressions. Out: yes or no, remembered by address so that asking at every level stays linear.

use super::lower::{Lower, is_pure_origin};
use super::scope::{Found, Origin};
use crate::syntax::tree::*;

/// Built-ins that compute their result from their arguments and change nothing. Their generic path may still meet a
/// user's `__abs__` or an iterator; typed and compiled code leaves before it does.
const PURE_BUILTINS: &[&str] = &[
    "abs",
    "all",
    "any",
    "ascii",
    "bin",
    "bool",
    "chr",
    "complex",
    "divmod",
    "enumerate",
    "float",
    "hash",
    "hex",
    "int",
    "isinstance",
    "len",
    "list",
    "max",
    "min",
    "oct",
    "ord",
    "pow",
    "range",
    "repr",
    "reversed",
    "round",
    "sorted",
    "str",
    "sum",
    "super",
    "tuple",
    "type",
    "zip",
];

impl Lower<'_> {
    /// Whether evaluating `expr` needs a statement of its own.
    pub(super) fn has_effect(&mut self, expr: &Expr) -> bool {
        let key = std::ptr::from_ref(expr) as usize;
        if let Some(&known) = self.effects.get(&key) {
            return known;
        }
        let found = self.find_effect(expr);
        self.effects.insert(key, found);
        found
    }

    pub(super) fn any_effect<'e>(&mut self, all: impl IntoIterator<Item = &'e Expr>) -> bool {
        all.into_iter().any(|each| self.has_effect(each))
    }

    fn find_effect(&mut self, expr: &Expr) -> bool {
        match &expr.kind {
            ExprKind::Constant(_) | ExprKind::Name(_) => false,
            ExprKind::NamedExpr { .. }
            | ExprKind::Lambda { .. }
            | ExprKind::ListComp(_)
            | ExprKind::SetComp(_)
            | ExprKind::DictComp(_)
            | ExprKind::GeneratorExp(_)
            | ExprKind::Await(_)
            | ExprKind::Yield(_)
            | ExprKind::YieldFrom(_)
            | ExprKind::Starred(_) => true,
            ExprKind::BoolOp { values, .. }
            | ExprKind::Set(values)
            | ExprKind::List(values)
            | ExprKind::Tuple(values) => self.any_effect(values),
            ExprKind::BinOp { left, right, .. } => self.any_effect([&**left, right]),
            ExprKind::UnaryOp { operand, .. } => self.has_effect(operand),
            ExprKind::IfExp { test, body, orelse } => self.any_effect([&**test, body, orelse]),
            ExprKind::Dict(items) => items.iter().any(|item| match &item.key {
                Some(key) => self.any_effect([key, &item.value]),
                None => true,
            }),
            ExprKind::Compare { left, comparators, .. } => self.has_effect(left) || self.any_effect(comparators),
            ExprKind::Call { args, keywords, .. } => {
                let named = keywords.iter().map(|keyword| &keyword.value);
                !self.is_pure_call(expr) || self.any_effect(args.iter().chain(named))
            }
            ExprKind::JoinedStr(parts) => self.parts_have_effect(parts),
            ExprKind::Attribute { value, .. } => self.has_effect(value),
            ExprKind::Subscript { value, slice } => self.any_effect([&**value, slice]),
            ExprKind::Slice { lower, upper, step } => {
                [lower, upper, step].into_iter().flatten().any(|part| self.has_effect(part))
            }
        }
    }

    pub(super) fn parts_have_effect(&mut self, parts: &[FStringPart]) -> bool {
        parts.iter().any(|part| self.part_has_effect(part))
    }

    pub(super) fn part_has_effect(&mut self, part: &FStringPart) -> bool {
        match part {
            FStringPart::Literal(_) => false,
            FStringPart::Formatted { value, spec, .. } => {
                self.has_effect(value) || spec.as_deref().is_some_and(|spec| self.parts_have_effect(spec))
            }
        }
    }

    /// Whether the call is, as far as the text tells, one of a pure built-in (its arguments aside).
    pub(super) fn is_pure_call(&mut self, expr: &Expr) -> bool {
        let ExprKind::Call { func, args, keywords } = &expr.kind else {
            return false;
        };
        let starred = args.iter().any(|arg| matches!(arg.kind, ExprKind::Starred(_)));
        if starred {
            return false;
        }
        match &func.kind {
            _ if !keywords.is_empty() => self.is_roll_along(func, args, keywords),
            ExprKind::Name(name) => match self.binding(name) {
                Binding::Nowhere => PURE_BUILTINS.contains(&&**name),
                Binding::Pure => true,
                Binding::Numpy | Binding::Other => false,
            },
            ExprKind::Attribute { value, attribute } => match &value.kind {
                ExprKind::Name(name) => match self.binding(name) {
                    Binding::Pure => true,
                    Binding::Numpy => is_elementwise(&attribute.id, args.len()),
                    _ => false,
                },
                _ => false,
            },
            _ => false,
        }
    }

    /// Whether it is `np.roll(array, shift, axis=axis)`, whose last argument may as well be given by its place.
    fn is_roll_along(&self, func: &Expr, args: &[Expr], keywords: &[Keyword]) -> bool {
        let ExprKind::Attribute { value, attribute } = &func.kind else { return false };
        let (ExprKind::Name(module), [keyword]) = (&value.kind, keywords) else { return false };
        let is_axis = keyword.name.as_deref() == Some("axis");
        is_axis && args.len() == 2 && &*attribute.id == "roll" && matches!(self.binding(module), Binding::Numpy)
    }

    pub(super) fn binding(&self, name: &str) -> Binding {
        let scope = self.function.scope;
        match self.scopes.find(scope, self.function.frame, name) {
            Found::Local(owner) => match &self.scopes.get(owner).origins[name] {
                Origin::Module(module) if &**module == "numpy" => Binding::Numpy,
                origin if is_pure_origin(origin) => Binding::Pure,
                _ => Binding::Other,
            },
            Found::Free | Found::Namespace => Binding::Other,
            Found::Global if self.names.is_pure(name) => Binding::Pure,
            Found::Global => {
                let top = self.scopes.get(super::scope::ScopeId(0));
                let imported = top.origins.get(name);
                if matches!(imported, Some(Origin::Module(module)) if &**module == "numpy") {
                    return Binding::Numpy;
                }
                let bound = self.scopes.get(super::scope::ScopeId(0)).origins.contains_key(name);
                let declared = self.scopes.declared_global.contains(name);
                if bound || declared { Binding::Other } else { Binding::Nowhere }
            }
        }
    }
}

/// Whether a function of numpy, given so many arguments, computes its result element by element and changes nothing.
fn is_elementwise(name: &str, count: usize) -> bool {
    match name {
        "where" => count == 3,
        "roll" => matches!(count, 2 | 3),
        "sqrt" | "exp" | "log" | "sin" | "cos" | "tan" | "arcsin" | "arccos" | "arctan" | "sinh" | "cosh" | "tanh"
        | "exp2" | "expm1" | "log1p" | "log2" | "log10" | "abs" | "absolute" | "fabs" | "square" | "negative"
        | "sign" | "floor" | "ceil" | "trunc" | "rint" | "isnan" | "isinf" | "isfinite" | "logical_not"
        | "reciprocal" | "invert" | "bitwise_not" | "cbrt" | "radians" | "degrees" | "deg2rad" | "rad2deg"
        | "conjugate" | "conj" => count == 1,
        "add" | "subtract" | "multiply" | "divide" | "true_divide" | "power" | "maximum" | "minimum" | "fmax"
        | "fmin" | "arctan2" | "hypot" | "mod" | "remainder" | "floor_divide" | "copysign" | "logical_and"
        | "logical_or" | "logical_xor" | "bitwise_and" | "bitwise_or" | "bitwise_xor" | "less" | "less_equal"
        | "greater" | "greater_equal" | "equal" | "not_equal" => count == 2,
        _ => false,
    }
}

/// What the text says of a name that is called.
#[derive(PartialEq)]
pub(super) enum Binding {
    /// Not bound: a built-in.
    Nowhere,
    /// Bound by importing what is pure.
    Pure,
    /// Bound by importing numpy.
    Numpy,
    Other,
}
