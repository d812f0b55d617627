//! Syntax tree → resolved tree: `and`, `or`, conditional expressions, and expressions that are only tested.
//!
//! In: operands of which some are evaluated only if others say so. Out: one expression where none of them has an effect,
//! else `if` statements and a hidden slot.

use super::lower::{Lower, Lowered};
use super::tree::*;
use crate::source::Span;
use crate::syntax::tree as ast;

impl Lower<'_> {
    /// Lowers an expression of which nothing but its truth is wanted. What it yields is then tested once, and no operand
    /// on the way to it was tested before: a `__bool__` in Python is called as often as Python says.
    pub(super) fn condition(&mut self, expr: &ast::Expr) -> Lowered<Expr> {
        match &expr.kind {
            ast::ExprKind::BoolOp { op, values } if self.any_effect(&values[1..]) => {
                let slot = self.temporary();
                self.condition_into(*op, values, slot)?;
                Ok(self.result(expr.span, slot))
            }
            ast::ExprKind::BoolOp { op, values } => {
                let parts = values.iter().map(|value| self.condition(value)).collect::<Lowered<Vec<_>>>()?;
                Ok(self.connected(*op, parts))
            }
            ast::ExprKind::UnaryOp { op: ast::UnaryOperator::Not, operand } => {
                let operand = Box::new(self.condition(operand)?);
                Ok(self.make(expr.span, ExprKind::Not(operand)))
            }
            _ => self.expr(expr),
        }
    }

    /// A condition that is stored and tested later: `and` and `or` yield an operand that they may have tested already.
    pub(super) fn kept(&mut self, test: Expr) -> Expr {
        if !matches!(test.kind, ExprKind::And(..) | ExprKind::Or(..)) {
            return test;
        }
        let span = test.span;
        let reversed = self.make(span, ExprKind::Not(Box::new(test)));
        self.make(span, ExprKind::Not(Box::new(reversed)))
    }

    fn condition_into(&mut self, op: ast::BoolOperator, values: &[ast::Expr], slot: Slot) -> Lowered<()> {
        let (first, rest) = values.split_first().expect("at least one operand");
        let span = first.span;
        let test = self.condition(first)?;
        if rest.is_empty() {
            let test = self.kept(test);
            self.consume(&test);
            self.emit(span, StmtKind::Assign(Place::Local(slot), test));
            return Ok(());
        }
        let (test, decided) = match op {
            ast::BoolOperator::And => (test, false),
            ast::BoolOperator::Or => (self.make(span, ExprKind::Not(Box::new(test))), true),
        };
        let stop = |this: &mut Self| {
            let decided = this.make(span, ExprKind::Constant(Constant::Bool(decided)));
            this.emit(span, StmtKind::Assign(Place::Local(slot), decided));
            Ok(())
        };
        self.emit_if(span, test, |this| this.condition_into(op, rest, slot), stop)
    }

    /// Stores each of several values in one slot, as long as `go_on` says so of the one before.
    pub(super) fn bool_op(&mut self, span: Span, op: ast::BoolOperator, values: &[ast::Expr]) -> Lowered<Expr> {
        let (first, rest) = values.split_first().expect("at least two operands");
        if !self.any_effect(rest) {
            let parts = values.iter().map(|value| self.expr(value)).collect::<Lowered<Vec<_>>>()?;
            return Ok(self.connected(op, parts));
        }
        let slot = self.temporary();
        self.expr_into(first.span, first, Place::Local(slot))?;
        self.bool_rest(op, rest, slot)?;
        Ok(self.result(span, slot))
    }

    /// One expression of operands without effects.
    fn connected(&mut self, op: ast::BoolOperator, mut parts: Vec<Expr>) -> Expr {
        let mut folded = parts.pop().expect("at least two operands");
        while let Some(left) = parts.pop() {
            let at = left.span.to(folded.span);
            let (left, right) = (Box::new(left), Box::new(folded));
            let kind = match op {
                ast::BoolOperator::And => ExprKind::And(left, right),
                ast::BoolOperator::Or => ExprKind::Or(left, right),
            };
            folded = self.make(at, kind);
        }
        folded
    }

    fn bool_rest(&mut self, op: ast::BoolOperator, rest: &[ast::Expr], slot: Slot) -> Lowered<()> {
        let Some((next, rest)) = rest.split_first() else {
            return Ok(());
        };
        let so_far = self.make(next.span, ExprKind::Local(slot));
        let test = match op {
            ast::BoolOperator::And => so_far,
            ast::BoolOperator::Or => self.make(next.span, ExprKind::Not(Box::new(so_far))),
        };
        self.emit_if(
            next.span,
            test,
            |this| {
                this.expr_into(next.span, next, Place::Local(slot))?;
                this.bool_rest(op, rest, slot)
            },
            |_| Ok(()),
        )
    }

    pub(super) fn conditional(
        &mut self,
        span: Span,
        test: &ast::Expr,
        body: &ast::Expr,
        orelse: &ast::Expr,
    ) -> Lowered<Expr> {
        let test = self.condition(test)?;
        if !self.any_effect([body, orelse]) {
            let then = Box::new(self.expr(body)?);
            let orelse = Box::new(self.expr(orelse)?);
            let test = Box::new(test);
            return Ok(self.make(span, ExprKind::IfElse { test, then, orelse }));
        }
        let slot = self.temporary();
        self.emit_if(
            span,
            test,
            |this| this.expr_into(body.span, body, Place::Local(slot)),
            |this| this.expr_into(orelse.span, orelse, Place::Local(slot)),
        )?;
        Ok(self.result(span, slot))
    }
}
