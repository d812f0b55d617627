//! Syntax tree → resolved tree: `try` with `except` or `except*`.
//!
//! `except*` is one handler for everything, which splits the group clause by clause: each clause that takes a part of it
//! runs with that part as the exception being handled; what the clauses raise and what is left of the group goes on.

use super::lower::{Lower, Lowered};
use super::support::Support;
use super::tree::*;
use crate::source::Span;
use crate::syntax::tree as ast;

impl Lower<'_> {
    pub(super) fn try_statement(&mut self, span: Span, each: &ast::Try) -> Lowered<()> {
        let id = self.statement_id(span);
        let caught = self.temporary();
        let pending = self.temporary();
        self.temporary();
        let (body, left) = self.guarded(|this| this.statements(&each.body))?;
        let handlers = if each.is_star {
            let (body, _) = self.branch(|this| {
                this.release_left(span, &left);
                this.clauses(caught, &each.handlers)
            })?;
            vec![Handler { class: None, name: None, body, span }]
        } else {
            each.handlers.iter().map(|handler| self.handler(handler, &left)).collect::<Lowered<_>>()?
        };
        let (orelse, _) = self.branch(|this| this.statements(&each.orelse))?;
        let finally = if each.finalbody.is_empty() {
            None
        } else {
            Some(self.branch(|this| this.statements(&each.finalbody))?.0)
        };
        let kind = StmtKind::Try(Box::new(Try { body, handlers, orelse, finally, caught, pending }));
        self.push(id, span, kind);
        Ok(())
    }

    /// What a `try` guards, and the variables of the comprehensions in it: a handler finds in them what an exception left.
    pub(super) fn guarded(&mut self, body: impl FnOnce(&mut Self) -> Lowered<()>) -> Lowered<(Block, Vec<Slot>)> {
        let before = self.function.of_comprehensions.len();
        let (body, _) = self.branch(body)?;
        Ok((body, self.function.of_comprehensions[before..].to_vec()))
    }

    /// Empties variables that nobody can name any more, but that `locals()` would show.
    pub(super) fn release_left(&mut self, span: Span, left: &[Slot]) {
        if !left.is_empty() {
            self.emit(span, StmtKind::Release(left.to_vec()));
        }
    }

    fn handler(&mut self, handler: &ast::ExceptHandler, left: &[Slot]) -> Lowered<Handler> {
        let class = handler.kind.as_ref().map(|class| self.pure(class)).transpose()?;
        let bound = handler.name.as_ref().map(|name| &name.id);
        let name = bound.map(|name| self.landing(name));
        let (body, _) = self.branch(|this| {
            this.release_left(handler.span, left);
            if let (Some(name), Some(place)) = (bound, name) {
                this.note_assigned(place);
                this.settle(handler.span, name, place);
            }
            this.statements(&handler.body)?;
            match bound {
                Some(name) if this.is_named(name) => this.forget_named(handler.span, name),
                _ => Ok(()),
            }
        })?;
        if let Some(Place::Local(slot)) = name {
            self.function.assigned.remove(&slot);
        }
        Ok(Handler { class, name, body, span: handler.span })
    }

    /// The clauses of `except*`, one after the other.
    fn clauses(&mut self, caught: Slot, clauses: &[ast::ExceptHandler]) -> Lowered<()> {
        let span = clauses.first().map_or(Span::default(), |clause| clause.span);
        let (rest, raised) = (self.temporary(), self.temporary());
        let all = self.make(span, ExprKind::Local(caught));
        self.emit(span, StmtKind::Assign(Place::Local(rest), all));
        let none = self.make(span, ExprKind::List(Vec::new()));
        self.emit(span, StmtKind::Assign(Place::Local(raised), none));
        for clause in clauses {
            self.clause(rest, raised, clause)?;
        }
        let outcome = self.temporary();
        let args = [caught, raised, rest].map(|slot| self.make(span, ExprKind::Local(slot)));
        let callee = self.make(span, ExprKind::Support(Support::JoinGroup));
        self.emit_plain_call(span, Some(Place::Local(outcome)), callee, args.into());
        self.emit(span, StmtKind::Release(vec![rest, raised]));
        let value = self.make(span, ExprKind::Local(outcome));
        let test = self.is_something(span, value);
        self.emit_if(
            span,
            test,
            |this| {
                let outcome = this.take(span, outcome);
                this.emit(span, StmtKind::Reraise(outcome));
                Ok(())
            },
            |_| Ok(()),
        )
    }

    fn clause(&mut self, rest: Slot, raised: Slot, clause: &ast::ExceptHandler) -> Lowered<()> {
        let span = clause.kind.as_ref().map_or(clause.span, |class| class.span);
        let class = match &clause.kind {
            Some(class) => self.expr(class)?,
            None => self.none(span),
        };
        let (parts, part) = (self.temporary(), self.temporary());
        let callee = self.make(span, ExprKind::Support(Support::SplitGroup));
        let group = self.make(span, ExprKind::Local(rest));
        self.emit_plain_call(span, Some(Place::Local(parts)), callee, vec![group, class]);
        let targets = vec![Place::Local(part), Place::Local(rest)];
        let value = self.take(span, parts);
        self.emit(span, StmtKind::Unpack { targets, star: None, value });
        let value = self.make(span, ExprKind::Local(part));
        let test = self.is_something(span, value);
        self.emit_if(
            span,
            test,
            |this| {
                this.emit_try(
                    clause.span,
                    |this| {
                        let id = this.statement_id(clause.span);
                        let caught = this.temporary();
                        let pending = this.temporary();
                        this.temporary();
                        let (body, _) = this.branch(|this| {
                            let part = this.take(span, part);
                            this.emit(span, StmtKind::Reraise(part));
                            Ok(())
                        })?;
                        let mut handler = this.handler(clause, &[])?;
                        handler.class = None;
                        let (handlers, orelse) = (vec![handler], Block::default());
                        let kind = Try { body, handlers, orelse, finally: None, caught, pending };
                        this.push(id, clause.span, StmtKind::Try(Box::new(kind)));
                        Ok(())
                    },
                    Some((None, |this: &mut Self, caught: Slot| {
                        let exception = this.make(span, ExprKind::Local(caught));
                        this.emit(span, StmtKind::ListAppend(raised, exception));
                        Ok(())
                    })),
                    None::<fn(&mut Self) -> Lowered<()>>,
                )
            },
            |_| Ok(()),
        )
    }
}
