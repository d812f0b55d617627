//! Statements and their targets.

use super::{Builder, CallArguments};
use crate::source::Span;
use crate::syntax::target::{self, Purpose};
use crate::syntax::tree::*;

/// What stands in the parentheses of `with (...):`.
pub enum WithElement {
    /// An expression.
    Plain(Expr),
    /// `expression as target`.
    Item(WithItem),
}

impl Builder<'_> {
    /// A statement on one line.
    pub fn stmt(&mut self, kind: StmtKind, l: u32, r: u32) -> Stmt {
        Stmt { span: Span::new(l, r), kind }
    }

    /// A statement that ends with its last block.
    pub fn block_stmt(&mut self, kind: StmtKind, l: u32) -> Stmt {
        let end = match &kind {
            StmtKind::FunctionDef(def) => end_of([&def.body]),
            StmtKind::ClassDef(def) => end_of([&def.body]),
            StmtKind::If { branches, orelse } => {
                let last = branches.last().map(|branch| &branch.body);
                end_of([orelse].into_iter().chain(last))
            }
            StmtKind::While { body, orelse, .. } => end_of([orelse, body]),
            StmtKind::For(each) => end_of([&each.orelse, &each.body]),
            StmtKind::With { body, .. } => end_of([body]),
            StmtKind::Try(each) => {
                let last = each.handlers.last().map(|handler| &handler.body);
                end_of([&each.finalbody, &each.orelse].into_iter().chain(last))
            }
            StmtKind::Match { cases, .. } => end_of(cases.last().map(|case| &case.body)),
            _ => l,
        };
        self.stmt(kind, l, end)
    }

    /// Puts decorators on a function or class.
    pub fn decorate(&mut self, list: Vec<Expr>, mut definition: Stmt) -> Stmt {
        match &mut definition.kind {
            StmtKind::FunctionDef(def) => def.decorators = list,
            StmtKind::ClassDef(def) => def.decorators = list,
            _ => {}
        }
        definition
    }

    /// `class name(...)`; the parentheses, if any, are at `l..r`.
    pub fn class(&mut self, name: Name, mut list: CallArguments, body: Body, l: u32, r: u32) -> ClassDef {
        let generator = list.args.iter().find_map(|arg| match &arg.kind {
            ExprKind::GeneratorExp(each) => Some(each.element.span.end),
            _ => None,
        });
        if let (Some(_), Some(end)) = (list.generator.take(), generator) {
            let place = self.after(end);
            self.complain("invalid syntax", place);
        }
        self.finish_arguments(&mut list, l, r);
        ClassDef { name, bases: list.args, keywords: list.keywords, body, decorators: Vec::new() }
    }

    /// One `if` or `elif`.
    pub fn branch(&mut self, l: u32, test: Expr, body: Body) -> Branch {
        let span = Span::new(l, end_of([&body]));
        Branch { span, test, body }
    }

    /// One `except`.
    pub fn handler(&mut self, l: u32, kind: Option<Expr>, name: Option<Name>, body: Body) -> ExceptHandler {
        ExceptHandler { span: Span::new(l, end_of([&body])), kind, name, body }
    }

    /// The `*` of `from module import *`.
    pub fn import_star(&mut self, l: u32, r: u32) -> Alias {
        Alias { span: Span::new(l, r), name: self.identifier("*"), asname: None }
    }

    /// One target of an assignment that begins at `l`.
    pub fn target(&mut self, target: Expr, l: u32) -> Expr {
        if let ExprKind::Yield(_) | ExprKind::YieldFrom(_) = target.kind
            && target.span.start == l
        {
            self.complain("assignment to yield expression not possible", target.span);
        }
        self.check_target(&target, Purpose::Assign);
        target
    }

    fn check_target(&mut self, target: &Expr, purpose: Purpose) {
        if let Some((message, span)) = target::refuse(target, purpose) {
            self.complain(message, span);
        }
    }

    /// `targets = value`.
    pub fn assignment(&mut self, targets: Vec<Expr>, value: Expr) -> StmtKind {
        if let ([only], Some(error)) = (&targets[..], &self.error)
            && error.message.starts_with("cannot assign")
            && error.span.is_some_and(|span| only.span.covers(span))
            && let Some(better) = target::slip(target::last(only), &value)
        {
            self.error = Some(better);
        }
        StmtKind::Assign { targets, value }
    }

    /// `target: annotation = value`.
    pub fn annotated_assignment(&mut self, l: u32, target: Expr, annotation: Expr, value: Option<Expr>) -> StmtKind {
        let simple = matches!(target.kind, ExprKind::Name(_)) && target.span.start == l;
        match target.kind {
            ExprKind::Name(_) | ExprKind::Attribute { .. } | ExprKind::Subscript { .. } => {}
            ExprKind::List(_) | ExprKind::Tuple(_) => {
                let kind = target::name_of(&target);
                let first = match &target.kind {
                    ExprKind::Tuple(parts) => parts.first().map(|part| part.span),
                    _ => None,
                };
                let place = first.filter(|first| first.start == target.span.start).unwrap_or(target.span);
                self.complain(format!("only single target (not {kind}) can be annotated"), place);
            }
            _ => self.complain("illegal target for annotation", target.span),
        }
        StmtKind::AnnAssign(Box::new(AnnAssign { target, annotation, value, simple }))
    }

    /// `target op= value`.
    pub fn augmented_assignment(&mut self, target: Expr, op: Operator, value: Expr) -> StmtKind {
        if !matches!(target.kind, ExprKind::Name(_) | ExprKind::Attribute { .. } | ExprKind::Subscript { .. }) {
            let kind = target::name_of(&target);
            self.complain(format!("'{kind}' is an illegal expression for augmented assignment"), target.span);
        }
        StmtKind::AugAssign(Box::new(AugAssign { target, op, value }))
    }

    /// `del a, b`.
    pub fn delete(&mut self, list: Vec<Expr>) -> StmtKind {
        for target in &list {
            self.check_target(target, Purpose::Delete);
        }
        StmtKind::Delete(list)
    }

    /// The single target of a `for`.
    pub fn loop_target(&mut self, target: Expr) -> Expr {
        self.check_target(&target, Purpose::Loop);
        target
    }

    /// Several targets of a `for`.
    pub fn loop_targets(&mut self, list: Vec<Expr>, l: u32, r: u32) -> Expr {
        let tuple = self.expr(ExprKind::Tuple(list), l, r);
        self.loop_target(tuple)
    }

    /// `context as target`.
    pub fn with_item(&mut self, context: Expr, target: Expr) -> WithItem {
        self.check_target(&target, Purpose::Assign);
        WithItem { context, target: Some(target) }
    }

    /// `with (...):` holds items if each of them can be one, and else a single parenthesised expression.
    pub fn with_parenthesis(
        &mut self,
        elements: Vec<WithElement>,
        trailing_comma: bool,
        l: u32,
        r: u32,
    ) -> Vec<WithItem> {
        let is_item = |element: &WithElement| match element {
            WithElement::Item(_) => true,
            WithElement::Plain(value) => !matches!(value.kind, ExprKind::Starred(_) | ExprKind::NamedExpr { .. }),
        };
        if !elements.is_empty() && elements.iter().all(is_item) {
            let item = |element| match element {
                WithElement::Item(item) => item,
                WithElement::Plain(context) => WithItem { context, target: None },
            };
            return elements.into_iter().map(item).collect();
        }
        let mut values = Vec::with_capacity(elements.len());
        for element in elements {
            match element {
                WithElement::Plain(value) => values.push(value),
                WithElement::Item(item) => {
                    self.complain("invalid syntax", item.context.span);
                    values.push(item.context);
                }
            }
        }
        let context = match values.pop() {
            Some(only) if values.is_empty() && !trailing_comma => {
                if matches!(only.kind, ExprKind::Starred(_)) {
                    self.starred_group(only)
                } else {
                    only
                }
            }
            last => {
                values.extend(last);
                self.expr(ExprKind::Tuple(values), l, r)
            }
        };
        vec![WithItem { context, target: None }]
    }
}

/// Where the first body that is not empty ends.
fn end_of<'a>(bodies: impl IntoIterator<Item = &'a Body>) -> u32 {
    let last = bodies.into_iter().find_map(|body| body.last());
    last.map_or(0, |stmt| stmt.span.end)
}
