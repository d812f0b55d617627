//! Syntax tree → resolved tree: comprehensions, generator expressions, `yield`.
//!
//! A list, set or dict comprehension is a loop in the frame around it; a generator expression is a function that is called
//! at once with the iterator over its first iterable, unless it is consumed on the spot (`lower_consumed`).

use super::lower::{Lower, Lowered};
use super::lower_loop::{ForTarget, Iterated, gone_over};
use super::scope::ScopeKind;
use super::support::Support;
use super::tree::*;
use crate::source::Span;
use crate::syntax::tree as ast;

/// The only parameter of a generator expression.
const FIRST_ITERATOR: Slot = Slot(0);

/// What the clauses of a comprehension have in common.
#[derive(Clone, Copy)]
struct Clauses {
    /// The place of the whole comprehension: CPython knows no other one for what cannot be gone over.
    span: Span,
    /// A variable, and the truth of it that ends all of them.
    decided: Option<(Slot, bool)>,
}

impl Lower<'_> {
    /// Runs in the frame around it, but shows as a frame of its own in a traceback; with a function of its own where something in
    /// it looks at its variables.
    pub(super) fn comprehension(
        &mut self,
        expr: &ast::Expr,
        name: &str,
        empty: ExprKind,
        generators: &[ast::Generator],
        add: impl FnOnce(&mut Self, Slot) -> Lowered<()>,
    ) -> Lowered<Expr> {
        let span = expr.span;
        if self.scopes.get(self.scopes.of(expr)).kind == ScopeKind::Function {
            return self.called_on_the_spot(expr, name, CodeKind::Comprehension, generators, |this, items| {
                let slot = this.empty(span, empty);
                let mut add = Some(|this: &mut Self| add(this, slot));
                this.generators(Clauses { span, decided: None }, generators, Some(items.into()), &mut add)?;
                let made = this.take(span, slot);
                this.emit(span, StmtKind::Return(made));
                Ok(())
            });
        }
        let iterated = self.iterated(&generators[0].iter)?;
        let slot = self.empty(span, empty);
        let iterated = self.ready(iterated);
        let frame = InlineFrame { name: name.into(), is_generator: false };
        self.run_clauses((expr, span), frame, generators, iterated, None, |this| add(this, slot))?;
        Ok(self.result(span, slot))
    }

    /// What the first clause goes over, evaluated in the frame around.
    pub(super) fn first_iterable(&mut self, generators: &[ast::Generator]) -> Lowered<Iterated> {
        let iterated = self.iterated(&generators[0].iter)?;
        Ok(self.ready(iterated))
    }

    fn ready(&mut self, Iterated { iterable, release }: Iterated) -> Iterated {
        let ready = matches!(iterable.kind, ExprKind::Temporary(_) | ExprKind::PureCall(..));
        Iterated { iterable: if ready { iterable } else { self.pin(iterable) }, release }
    }

    /// The clauses of a comprehension as loops in the frame around, at a place of it; innermost, `add`. A variable that a clause leaves
    /// `decided` ends them all.
    pub(super) fn run_clauses(
        &mut self,
        (node, span): (&ast::Expr, Span),
        frame: InlineFrame,
        generators: &[ast::Generator],
        iterated: Iterated,
        decided: Option<(Slot, bool)>,
        add: impl FnOnce(&mut Self) -> Lowered<()>,
    ) -> Lowered<()> {
        let scope = self.scopes.of(node);
        let outer = std::mem::replace(&mut self.function.scope, scope);
        let around = self.prefix.len();
        self.prefix.push_str(&frame.name);
        self.prefix.push('.');
        let body = self.inline(span, Some(frame), |this| {
            let at = this.scopes.get(scope);
            for variable in at.bound.iter().filter(|name| at.captured.contains(*name)) {
                if let Place::Cell(cell) = this.place(variable) {
                    this.emit(span, StmtKind::NewCell { target: cell, value: None });
                }
            }
            this.generators(Clauses { span: node.span, decided }, generators, Some(iterated), &mut Some(add))
        });
        self.prefix.truncate(around);
        // What they are called belongs to nobody any more.
        for variable in &self.scopes.get(scope).bound {
            if let Place::Local(slot) = self.place(variable) {
                self.function.stale.push(slot);
                self.function.of_comprehensions.push(slot);
            }
        }
        self.function.scope = outer;
        body
    }

    fn generators<F: FnOnce(&mut Self) -> Lowered<()>>(
        &mut self,
        clauses: Clauses,
        generators: &[ast::Generator],
        first: Option<Iterated>,
        add: &mut Option<F>,
    ) -> Lowered<()> {
        let Some((generator, rest)) = generators.split_first() else {
            let add = add.take().expect("the innermost loop is reached once");
            return self.own_temporaries(Span::default(), add);
        };
        let is_first = first.is_some();
        let iterated = match first {
            Some(iterated) => iterated,
            None => self.iterated(&generator.iter)?,
        };
        if generator.is_async {
            // The iterator over the first iterable of a generator expression was made outside.
            let Iterated { iterable, release } = iterated;
            self.function.stale.extend(release);
            let iterator = match iterable.kind {
                ExprKind::Local(FIRST_ITERATOR) if self.in_generator_expression() => self.pin_into_temporary(iterable),
                _ => self.async_iterator(clauses.span, iterable),
            };
            let span = generator.target.span.to(generator.iter.span);
            return self.emit_async_for(
                span,
                iterator,
                &generator.target,
                |this| this.conditions(clauses, &generator.ifs, rest, add),
                |_| Ok(()),
            );
        }
        self.emit_for(
            (clauses.span, clauses.span),
            iterated,
            ForTarget::Written(&generator.target),
            |this| this.conditions(clauses, &generator.ifs, rest, add),
            |_| Ok(()),
        )?;
        let Some((slot, how)) = clauses.decided.filter(|_| !is_first) else { return Ok(()) };
        let span = generator.iter.span;
        let decided = self.make(span, ExprKind::Local(slot));
        let test = if how { decided } else { self.make(span, ExprKind::Not(Box::new(decided))) };
        let leave = |this: &mut Self| {
            this.emit(span, StmtKind::Break);
            Ok(())
        };
        self.emit_if(span, test, leave, |_| Ok(()))
    }

    fn conditions<F: FnOnce(&mut Self) -> Lowered<()>>(
        &mut self,
        clauses: Clauses,
        ifs: &[ast::Expr],
        rest: &[ast::Generator],
        add: &mut Option<F>,
    ) -> Lowered<()> {
        let Some((condition, ifs)) = ifs.split_first() else {
            return self.generators(clauses, rest, None, add);
        };
        let test = self.condition(condition)?;
        self.emit_if(clauses.span, test, |this| this.conditions(clauses, ifs, rest, add), |_| Ok(()))
    }

    fn in_generator_expression(&self) -> bool {
        self.function.is_generator_expression
    }

    pub(super) fn generator_expression(&mut self, expr: &ast::Expr, inner: &ast::Comprehension) -> Lowered<Expr> {
        let element = &inner.element;
        self.called_on_the_spot(expr, "<genexpr>", CodeKind::GeneratorExpression, &inner.generators, |this, items| {
            let add = |this: &mut Self| this.emit_yield(element.span, Some(element), None);
            this.generators(
                Clauses { span: expr.span, decided: None },
                &inner.generators,
                Some(items.into()),
                &mut Some(add),
            )
        })
    }

    /// A function of what the first clause goes over, and its call. The function's body is given the iterator.
    fn called_on_the_spot(
        &mut self,
        expr: &ast::Expr,
        name: &str,
        kind: CodeKind,
        generators: &[ast::Generator],
        body: impl FnOnce(&mut Self, Expr) -> Lowered<()>,
    ) -> Lowered<Expr> {
        let span = expr.span;
        let iterable = gone_over(self.expr(&generators[0].iter)?);
        let iterable = self.pin(iterable);
        let iterated = if generators[0].is_async {
            self.async_iterator(span, iterable)
        } else {
            let iterator = self.make(span, ExprKind::Iterate(Box::new(iterable)));
            self.pin_into_temporary(iterator)
        };
        let scope = self.scopes.of(expr);
        let params = Params { names: vec![".0".into()], positional_only: 1, positional: 1, ..Params::default() };
        let (code, closure) = self.nested(scope, name, kind, span, params, None, |this| {
            // The loop alone has it: it is no variable of the text.
            let items = this.make(span, ExprKind::Temporary(FIRST_ITERATOR));
            body(this, items)
        })?;
        let function = self.temporary();
        let definition = Box::new(Definition { code, defaults: Vec::new(), keyword_defaults: Vec::new(), closure });
        self.emit(span, StmtKind::Define { target: Place::Local(function), definition });
        self.function.stale.push(function);
        let callee = self.make(span, ExprKind::Temporary(function));
        let arg = self.make(span, ExprKind::Temporary(iterated));
        self.consume(&arg);
        let id = self.expression_id();
        let call = Call { callee: Callee::Value(callee), args: vec![Arg::Positional(arg)], id, span };
        let made = self.temporary();
        self.emit(span, StmtKind::Call { target: Some(Place::Local(made)), call });
        Ok(self.result(span, made))
    }

    pub(super) fn emit_yield(&mut self, span: Span, value: Option<&ast::Expr>, target: Option<Place>) -> Lowered<()> {
        let value = match value {
            Some(value) => self.expr(value)?,
            None => self.none(span),
        };
        self.consume(&value);
        let value = match self.scopes.get(self.function.frame).is_async {
            true => self.support(span, Support::HandOut, vec![value]),
            false => value,
        };
        let drained = self.function.drained.expect("a generator has one");
        self.emit(span, StmtKind::Yield { target, value, drained });
        Ok(())
    }

    /// Delegates to an iterator, which waits in a hidden slot.
    pub(super) fn emit_yield_from(&mut self, span: Span, value: &ast::Expr, target: Option<Place>) -> Lowered<()> {
        let value = self.expr(value)?;
        let iterator = self.make(span, ExprKind::Iterate(Box::new(value)));
        let iterator = self.pin_into_temporary(iterator);
        self.emit(span, StmtKind::YieldFrom { target, iterator });
        Ok(())
    }
}
