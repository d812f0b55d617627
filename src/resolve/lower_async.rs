//! Syntax tree → resolved tree: `await`, `async for`.
//!
//! A coroutine is a generator that delegates: awaiting is `yield from` an iterator that the awaited object gives. A loop over
//! an asynchronous iterator becomes a `while` that awaits each next item until `StopAsyncIteration` says that there is none.

use super::lower::{Lower, Lowered};
use super::support::Support;
use super::tree::*;
use crate::source::Span;
use crate::syntax::tree as ast;

/// Who awaits: the words of the error if there is nothing to await.
#[derive(Clone, Copy)]
pub(super) enum Awaiting {
    /// `await value`
    Value,
    /// `async with`: what `__aenter__` returned.
    Enter,
    /// `async with`: what `__aexit__` returned.
    Exit,
    /// `async for`: what `__anext__` returned.
    Next,
}

impl Lower<'_> {
    pub(super) fn await_expression(&mut self, span: Span, value: &ast::Expr, target: Option<Place>) -> Lowered<()> {
        let value = self.expr(value)?;
        self.emit_await(span, Awaiting::Value, value, target);
        Ok(())
    }

    /// Awaits a value that has been computed.
    pub(super) fn emit_await(&mut self, span: Span, who: Awaiting, value: Expr, target: Option<Place>) {
        let iterator = self.temporary();
        let callee = self.make(span, ExprKind::Support(Support::Awaitable));
        let who = self.make(span, ExprKind::Constant(Constant::Int(who as i64)));
        self.consume(&value);
        self.emit_plain_call(span, Some(Place::Local(iterator)), callee, vec![value, who]);
        self.emit(span, StmtKind::YieldFrom { target, iterator });
    }

    pub(super) fn async_for(&mut self, span: Span, each: &ast::For) -> Lowered<()> {
        let iterable = self.expr(&each.iter)?;
        let iterator = self.async_iterator(span, iterable);
        self.emit_async_for(
            span,
            iterator,
            &each.target,
            |this| this.statements(&each.body),
            |this| this.statements(&each.orelse),
        )
    }

    /// The asynchronous iterator over an iterable, in a hidden slot.
    pub(super) fn async_iterator(&mut self, span: Span, iterable: Expr) -> Slot {
        let iterator = self.temporary();
        let callee = self.make(span, ExprKind::Support(Support::AsyncIterator));
        self.consume(&iterable);
        self.emit_plain_call(span, Some(Place::Local(iterator)), callee, vec![iterable]);
        self.function.stale.push(iterator);
        iterator
    }

    /// `async for` over an iterator in a slot.
    pub(super) fn emit_async_for(
        &mut self,
        span: Span,
        iterator: Slot,
        target: &ast::Expr,
        body: impl FnOnce(&mut Self) -> Lowered<()>,
        orelse: impl FnOnce(&mut Self) -> Lowered<()>,
    ) -> Lowered<()> {
        let at = target.span;
        let done = self.temporary();
        self.set_flag(at, done, false);
        let id = self.statement_id(span);
        let head = self.statement_id(span);
        let item = self.temporary();
        let in_use = self.next_temporary();
        let before = self.function.assigned.clone();
        let header = self.collect(|this| {
            let end = this.make(at, ExprKind::Support(Support::StopAsyncIteration));
            this.emit_try(
                span,
                |this| {
                    let callee = this.make(at, ExprKind::Support(Support::AsyncNext));
                    let next = this.temporary();
                    let args = vec![this.make(at, ExprKind::Local(iterator))];
                    this.emit_plain_call(span, Some(Place::Local(next)), callee, args);
                    let next = this.take(at, next);
                    this.emit_await(span, Awaiting::Next, next, Some(Place::Local(item)));
                    Ok(())
                },
                Some((Some(end), |this: &mut Self, _: Slot| {
                    this.set_flag(at, done, true);
                    Ok(())
                })),
                None::<fn(&mut Self) -> Lowered<()>>,
            )
        })?;
        let finished = Box::new(self.make(at, ExprKind::Local(done)));
        let test = self.make(at, ExprKind::Not(finished));
        let (body, _) = self.branch(|this| {
            let value = this.take(at, item);
            this.store(at, target, value)?;
            body(this)
        })?;
        let (orelse, _) = self.branch(orelse)?;
        self.function.assigned = before;
        let kind = While { head, dead: in_use, header, test, body, orelse };
        self.push(id, span, StmtKind::While(Box::new(kind)));
        Ok(())
    }
}
