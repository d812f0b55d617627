//! Syntax tree → resolved tree: functions that are asked about each item of a loop that was a call (`lower_consumed`).
//!
//! In: a function as it is written there, and an item. Out: a call; or, of a `lambda`, what it computes, in the frame around, where it shows as
//! the frame that it would be. Nobody else meets such a function, so it is never made.

use super::consumed::Asked;
use super::inside::every;
use super::lower::{Lower, Lowered};
use super::support::Support;
use super::tree::*;
use crate::source::Span;
use crate::syntax::tree as ast;

/// A function that is asked, in a loop.
#[derive(Clone, Copy)]
pub(super) enum Asks<'a> {
    /// The `lambda`, its parameter and its body.
    Lambda((&'a ast::Expr, &'a ast::Name, &'a ast::Expr)),
    /// What a hidden slot holds.
    Function(Slot),
}

impl Lower<'_> {
    /// Evaluates which function is to be asked.
    pub(super) fn asks<'a>(&mut self, function: Asked<'a>) -> Lowered<Asks<'a>> {
        Ok(match function {
            Asked::Lambda { node, parameter, body } => Asks::Lambda((node, parameter, body)),
            Asked::Named(function) => {
                let function = self.expr(function)?;
                Asks::Function(self.pin_into_temporary(function))
            }
        })
    }

    /// What a function says of an item; `span` is the call that asks it.
    pub(super) fn ask(&mut self, span: Span, function: Asks<'_>, item: Expr) -> Lowered<Expr> {
        let answer = self.temporary();
        match function {
            Asks::Lambda(lambda) => self.compute(span, lambda, item, answer)?,
            Asks::Function(function) => self.call_with(span, function, item, answer),
        }
        Ok(self.result(span, answer))
    }

    /// What one asked by `map` or `filter` says of an item: its `StopIteration` ends the loop around.
    pub(super) fn ask_or_stop(&mut self, span: Span, function: Asks<'_>, item: Expr, takes: bool) -> Lowered<Expr> {
        let ask = |this: &mut Self, item| {
            if takes { this.ask_key(span, function, item) } else { this.ask(span, function, item) }
        };
        if let Asks::Lambda((_, _, body)) = function
            && every(body, |expr| !matches!(expr.kind, ast::ExprKind::Call { .. }))
        {
            return ask(self, item);
        }
        let answer = self.temporary();
        let end = self.make(span, ExprKind::Support(Support::StopIteration));
        self.emit_try(
            span,
            |this| {
                let said = ask(this, item)?;
                this.consume(&said);
                this.emit(span, StmtKind::Assign(Place::Local(answer), said));
                Ok(())
            },
            Some((Some(end), |this: &mut Self, _: Slot| {
                this.emit(span, StmtKind::Break);
                Ok(())
            })),
            None::<fn(&mut Self) -> Lowered<()>>,
        )?;
        Ok(self.result(span, answer))
    }

    /// The same of a key: an item is compared by itself where that is `None`.
    pub(super) fn ask_key(&mut self, span: Span, key: Asks<'_>, item: Expr) -> Lowered<Expr> {
        let Asks::Function(function) = key else { return self.ask(span, key, item) };
        let answer = self.temporary();
        let itself = ExprKind::clone_leaf(&item.kind);
        let test = self.is_none(span, function);
        self.emit_if(
            span,
            test,
            |this| {
                let itself = this.make(span, itself);
                this.emit(span, StmtKind::Assign(Place::Local(answer), itself));
                Ok(())
            },
            |this| {
                this.call_with(span, function, item, answer);
                Ok(())
            },
        )?;
        Ok(self.result(span, answer))
    }

    /// Whether a hidden slot holds `None`.
    pub(super) fn is_none(&mut self, span: Span, slot: Slot) -> Expr {
        let value = Box::new(self.make(span, ExprKind::Local(slot)));
        let none = Box::new(self.none(span));
        self.make(span, ExprKind::Compare(CompareOp::Is, value, none))
    }

    fn call_with(&mut self, span: Span, function: Slot, item: Expr, answer: Slot) {
        let function = self.make(span, ExprKind::Local(function));
        self.emit_plain_call(span, Some(Place::Local(answer)), function, vec![item]);
    }

    /// Computes what a `lambda` would.
    fn compute(
        &mut self,
        span: Span,
        (node, parameter, body): (&ast::Expr, &ast::Name, &ast::Expr),
        item: Expr,
        answer: Slot,
    ) -> Lowered<()> {
        let scope = self.scopes.of(node);
        let outer = std::mem::replace(&mut self.function.scope, scope);
        let around = self.prefix.len();
        self.prefix.push_str("<lambda>.");
        let frame = InlineFrame { name: "<lambda>".into(), is_generator: false };
        let done = self.inline(span, Some(frame), |this| {
            let place = this.place(&parameter.id);
            if let Place::Cell(cell) = place {
                this.emit(span, StmtKind::NewCell { target: cell, value: None });
            }
            this.emit(span, StmtKind::Assign(place, item));
            this.expr_into(body.span, body, Place::Local(answer))
        });
        self.prefix.truncate(around);
        if let Place::Local(slot) = self.place(&parameter.id) {
            self.function.stale.push(slot);
            self.function.of_comprehensions.push(slot);
        }
        self.function.scope = outer;
        done
    }
}
