//! Patterns of `case`.

use super::Builder;
use crate::source::Span;
use crate::syntax::tree::*;

impl Builder<'_> {
    /// Any pattern.
    pub fn pattern(&mut self, kind: PatternKind, l: u32, r: u32) -> Pattern {
        Pattern { span: Span::new(l, r), kind }
    }

    /// A name that is bound, or nothing for `_`.
    pub fn capture(name: Name) -> Option<Name> {
        (&*name.id != "_").then_some(name)
    }

    /// `pattern as target`.
    pub fn as_pattern(&mut self, pattern: Pattern, target: Expr, l: u32, r: u32) -> Pattern {
        let span = target.span;
        let name = match &target.kind {
            ExprKind::Name(_) if self.is_enclosed(&target) => {
                self.complain("invalid pattern target", span);
                None
            }
            ExprKind::Name(id) if &**id == "_" => {
                self.complain("cannot use '_' as a target", span);
                None
            }
            ExprKind::Name(id) => Some(Name { id: id.clone(), span }),
            _ => {
                match first_name(&target) {
                    Some(name) => self.complain("invalid syntax", self.after(name.end)),
                    None => self.complain("invalid pattern target", span),
                }
                None
            }
        };
        let pattern = Some(Box::new(pattern));
        self.pattern(PatternKind::As { pattern, name }, l, r)
    }

    /// A bare name captures, a dotted one is a value.
    pub fn name_pattern(&mut self, expr: Expr) -> Pattern {
        let span = expr.span;
        let kind = match expr.kind {
            ExprKind::Name(id) => PatternKind::As { pattern: None, name: Builder::capture(Name { id, span }) },
            _ => PatternKind::Value(expr),
        };
        Pattern { span, kind }
    }

    /// A literal.
    pub fn literal_pattern(&mut self, expr: Expr) -> Pattern {
        let span = expr.span;
        let kind = match expr.kind {
            ExprKind::Constant(value @ (Constant::None | Constant::Bool(_))) => PatternKind::Singleton(value),
            ExprKind::JoinedStr(_) => {
                self.complain("patterns may only match literals and attribute lookups", span);
                PatternKind::Value(expr)
            }
            _ => PatternKind::Value(expr),
        };
        Pattern { span, kind }
    }

    /// `1 + 2j` in a pattern.
    pub fn complex_pattern(&mut self, left: Expr, op: Operator, right: Expr, l: u32, r: u32) -> Expr {
        let real = match &left.kind {
            ExprKind::UnaryOp { operand, .. } => operand,
            _ => &left,
        };
        let imaginary = |expr: &Expr| matches!(expr.kind, ExprKind::Constant(Constant::Imaginary(_)));
        if imaginary(real) {
            self.complain("real number required in complex literal", real.span);
        }
        if !imaginary(&right) {
            self.complain("imaginary number required in complex literal", right.span);
        }
        self.binary(left, op, right, l, r)
    }

    /// A key of a mapping pattern that is not a literal must be dotted.
    pub fn key_attribute(&mut self, key: Expr) -> Expr {
        if matches!(key.kind, ExprKind::Name(_)) {
            self.complain("invalid syntax", Span::new(key.span.end, key.span.end + 1));
        }
        key
    }

    /// `**name` in a mapping pattern.
    pub fn rest_pattern(&mut self, name: Name) -> Pattern {
        let span = name.span;
        if &*name.id == "_" {
            self.complain("invalid syntax", span);
        }
        let kind = PatternKind::As { pattern: None, name: Some(name) };
        Pattern { span, kind }
    }

    /// `{key: pattern, **rest}`.
    pub fn mapping_pattern(&mut self, list: Vec<(Option<Expr>, Pattern)>, l: u32, r: u32) -> Pattern {
        let mut items = Vec::with_capacity(list.len());
        let mut rest = None;
        for (key, pattern) in list {
            if rest.is_some() {
                let place = key.as_ref().map_or(pattern.span, |key| key.span);
                self.complain("invalid syntax", place);
            }
            match (key, pattern.kind) {
                (Some(key), kind) => items.push((key, Pattern { span: pattern.span, kind })),
                (None, PatternKind::As { name, .. }) => rest = name,
                _ => {}
            }
        }
        self.pattern(PatternKind::Mapping { items, rest }, l, r)
    }

    /// `cls(patterns, name=pattern)`.
    pub fn class_pattern(&mut self, cls: Expr, items: Vec<(Option<Name>, Pattern)>, l: u32, r: u32) -> Pattern {
        let (mut patterns, mut keywords) = (Vec::new(), Vec::new());
        let mut misplaced: Option<Span> = None;
        for (name, pattern) in items {
            match name {
                Some(name) => keywords.push((name, pattern)),
                None => {
                    if !keywords.is_empty() {
                        misplaced = Some(misplaced.unwrap_or(pattern.span).to(pattern.span));
                    }
                    patterns.push(pattern);
                }
            }
        }
        if let Some(span) = misplaced {
            self.complain("positional patterns follow keyword patterns", span);
        }
        let kind = PatternKind::Class { cls: Box::new(cls), patterns, keywords };
        self.pattern(kind, l, r)
    }
}

/// The name that an expression begins with, without parentheses around it.
fn first_name(expr: &Expr) -> Option<Span> {
    match &expr.kind {
        ExprKind::Name(_) => Some(expr.span),
        ExprKind::Attribute { value, .. } | ExprKind::Subscript { value, .. } => first_name(value),
        ExprKind::Call { func, .. } => first_name(func),
        ExprKind::BinOp { left, .. } => first_name(left),
        _ => None,
    }
}
