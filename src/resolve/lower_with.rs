//! Syntax tree → resolved tree: `with`, as a `try` around its body.
//!
//! The bound `__exit__` waits in a hidden slot, and beside it whether it was called for an exception: what is left in any
//! other way calls it in the `finally`.

use super::lower::{Lower, Lowered};
use super::lower_async::Awaiting;
use super::support::Support;
use super::tree::*;
use crate::source::Span;
use crate::syntax::tree as ast;

impl Lower<'_> {
    pub(super) fn with_statement(
        &mut self,
        span: Span,
        items: &[ast::WithItem],
        body: &[ast::Stmt],
        is_async: bool,
    ) -> Lowered<()> {
        let Some((item, items)) = items.split_first() else {
            return self.statements(body);
        };
        self.own_temporaries(span, |this| {
            let at = span;
            let manager = this.expr(&item.context)?;
            let manager = this.pin_into_temporary(manager);
            let (find_enter, find_exit) = match is_async {
                true => (Support::AsyncEnter, Support::AsyncExit),
                false => (Support::Enter, Support::Exit),
            };
            let exit = this.support_of(at, find_exit, manager);
            let exit = this.pin_into_temporary(exit);
            let enter = this.support_of(at, find_enter, manager);
            let enter = this.pin_into_temporary(enter);
            let entered = this.temporary();
            let callee = this.take(at, enter);
            this.emit_plain_call(at, Some(Place::Local(entered)), callee, Vec::new());
            if is_async {
                let value = this.take(at, entered);
                this.emit_await(at, Awaiting::Enter, value, Some(Place::Local(entered)));
            }
            this.emit(at, StmtKind::Release(vec![manager]));
            let raised = this.temporary();
            this.set_flag(at, raised, false);
            this.emit_try(
                span,
                |this| {
                    let value = this.take(at, entered);
                    match &item.target {
                        Some(target) => this.store(target.span, target, value)?,
                        None => this.emit(at, StmtKind::Release(vec![entered])),
                    }
                    this.with_statement(span, items, body, is_async)
                },
                Some((None, |this: &mut Self, caught: Slot| {
                    this.set_flag(at, raised, true);
                    let swallowed = this.temporary();
                    let exception = |this: &mut Self| Box::new(this.make(at, ExprKind::Local(caught)));
                    let class = this.support_of(at, Support::ClassOf, caught);
                    let value = *exception(this);
                    let kind = ExprKind::Attribute(exception(this), "__traceback__".into());
                    let traceback = this.make(at, kind);
                    let callee = this.make(at, ExprKind::Local(exit));
                    let target = Some(Place::Local(swallowed));
                    this.emit_plain_call(span, target, callee, vec![class, value, traceback]);
                    if is_async {
                        let value = this.take(at, swallowed);
                        this.emit_await(span, Awaiting::Exit, value, target);
                    }
                    let swallowed = Box::new(this.make(at, ExprKind::Local(swallowed)));
                    let test = this.make(at, ExprKind::Not(swallowed));
                    this.emit_if(at, test, Self::reraise, |_| Ok(()))
                })),
                Some(|this: &mut Self| {
                    let raised = Box::new(this.make(at, ExprKind::Local(raised)));
                    let test = this.make(at, ExprKind::Not(raised));
                    this.emit_if(
                        at,
                        test,
                        |this| {
                            let callee = this.make(at, ExprKind::Local(exit));
                            let args = (0..3).map(|_| this.none(at)).collect();
                            if !is_async {
                                this.emit_plain_call(span, None, callee, args);
                                return Ok(());
                            }
                            let left = this.temporary();
                            this.emit_plain_call(span, Some(Place::Local(left)), callee, args);
                            let left = this.take(at, left);
                            this.emit_await(span, Awaiting::Exit, left, None);
                            Ok(())
                        },
                        |_| Ok(()),
                    )
                }),
            )
        })
    }

    fn reraise(&mut self) -> Lowered<()> {
        self.emit(Span::default(), StmtKind::Raise { exception: None, cause: None });
        Ok(())
    }
}

/// Small pieces that desugared statements are made of.
impl Lower<'_> {
    /// A support function as an expression.
    pub(super) fn support(&mut self, span: Span, support: Support, args: Vec<Expr>) -> Expr {
        let callee = Box::new(self.make(span, ExprKind::Support(support)));
        self.make(span, ExprKind::PureCall(callee, args))
    }

    /// A support function of what is in a slot.
    pub(super) fn support_of(&mut self, span: Span, support: Support, slot: Slot) -> Expr {
        let arg = self.make(span, ExprKind::Local(slot));
        self.support(span, support, vec![arg])
    }

    /// The value of a hidden slot, at its only use.
    pub(super) fn take(&mut self, span: Span, slot: Slot) -> Expr {
        self.make(span, ExprKind::Temporary(slot))
    }

    /// Sets a hidden slot to a truth value.
    pub(super) fn set_flag(&mut self, span: Span, slot: Slot, truth: bool) {
        let value = self.make(span, ExprKind::Constant(Constant::Bool(truth)));
        self.emit(span, StmtKind::Assign(Place::Local(slot), value));
    }

    /// A call with arguments by position, all of which are computed.
    pub(super) fn emit_plain_call(&mut self, span: Span, target: Option<Place>, callee: Expr, args: Vec<Expr>) {
        let args = args.into_iter().map(Arg::Positional).collect();
        self.emit_call_of(span, target, Callee::Value(callee), args);
    }

    /// A call of what has been lowered, with arguments that have been.
    pub(super) fn emit_call_of(&mut self, span: Span, target: Option<Place>, callee: Callee, args: Vec<Arg>) {
        let id = self.expression_id();
        self.emit(span, StmtKind::Call { target, call: Call { callee, args, id, span } });
    }

    /// A `try` with one handler, which is given the slot of the exception, and a `finally`.
    pub(super) fn emit_try(
        &mut self,
        span: Span,
        body: impl FnOnce(&mut Self) -> Lowered<()>,
        handler: Option<(Option<Expr>, impl FnOnce(&mut Self, Slot) -> Lowered<()>)>,
        finally: Option<impl FnOnce(&mut Self) -> Lowered<()>>,
    ) -> Lowered<()> {
        let id = self.statement_id(span);
        let caught = self.temporary();
        let pending = self.temporary();
        self.temporary();
        let (body, left) = self.guarded(body)?;
        let mut handlers = Vec::new();
        if let Some((class, handler)) = handler {
            let (body, _) = self.branch(|this| {
                this.release_left(span, &left);
                handler(this, caught)
            })?;
            handlers.push(Handler { class, name: None, body, span });
        }
        let finally = match finally {
            Some(finally) => Some(self.branch(finally)?.0),
            None => None,
        };
        let orelse = Block::default();
        self.push(id, span, StmtKind::Try(Box::new(Try { body, handlers, orelse, finally, caught, pending })));
        Ok(())
    }
}
