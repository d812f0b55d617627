//! Syntax tree → resolved tree: `while` and `for`, with their state in hidden slots.

use super::fold::frozen_display;
use super::lower::{Lower, Lowered};
use super::tree::*;
use crate::source::Span;
use crate::syntax::tree as ast;

impl Lower<'_> {
    pub(super) fn while_loop(
        &mut self,
        span: Span,
        test: &ast::Expr,
        body: &[ast::Stmt],
        orelse: &[ast::Stmt],
    ) -> Lowered<()> {
        let at = span;
        let id = self.statement_id(at);
        let head = self.statement_id(at);
        let dead = self.next_temporary();
        let before = self.function.assigned.clone();
        let mut tested = None;
        let header = self.collect(|this| {
            let test = this.condition(test)?;
            let hoisted = this.function.open.last().is_some_and(|open| !open.is_empty());
            tested = Some(if hoisted {
                // The test must be an expression that can be evaluated again without the header.
                let test = this.kept(test);
                let slot = this.pin_into_temporary(test);
                this.make(at, ExprKind::Local(slot))
            } else {
                test
            });
            Ok(())
        })?;
        let test = tested.expect("the header was lowered");
        let (body, _) = self.branch(|this| this.statements(body))?;
        let (orelse, _) = self.branch(|this| this.statements(orelse))?;
        self.function.assigned = before;
        let kind = StmtKind::While(Box::new(While { head, dead, header, test, body, orelse }));
        self.push(id, span, kind);
        Ok(())
    }

    /// The temporary that is taken next.
    pub(super) fn next_temporary(&self) -> Slot {
        Slot(self.function.hidden + self.function.in_use)
    }

    pub(super) fn for_loop(&mut self, span: Span, each: &ast::For) -> Lowered<()> {
        let iterated = self.iterated(&each.iter)?;
        self.emit_for(
            (span, span),
            iterated,
            ForTarget::Written(&each.target),
            |this| this.statements(&each.body),
            |this| this.statements(&each.orelse),
        )
    }

    /// Computes what a `for` goes over.
    pub(super) fn iterated(&mut self, iterable: &ast::Expr) -> Lowered<Iterated> {
        let stale = std::mem::take(&mut self.function.stale);
        let iterable = self.expr(iterable).map(gone_over);
        if let Ok(iterable) = &iterable {
            self.consume(iterable);
        }
        let stale = std::mem::replace(&mut self.function.stale, stale);
        // Slots that were given back may be another's before the loop begins: those wait for the end of the statement.
        let free = self.next_temporary();
        let (release, given_back) = stale.into_iter().partition::<Vec<Slot>, _>(|&slot| slot < free);
        self.function.stale.extend(given_back);
        Ok(Iterated { iterable: iterable?, release })
    }

    /// A `for` over an iterable that has been computed. Two places: the statement's, marked if that cannot be gone over, and the one
    /// marked if it raises later.
    pub(super) fn emit_for(
        &mut self,
        (span, at): (Span, Span),
        Iterated { iterable, release }: Iterated,
        target: ForTarget<'_>,
        body: impl FnOnce(&mut Self) -> Lowered<()>,
        orelse: impl FnOnce(&mut Self) -> Lowered<()>,
    ) -> Lowered<()> {
        self.consume(&iterable);
        let in_use = self.function.in_use;
        let id = self.statement_id(at);
        let head = self.statement_id(at);
        let state = self.temporary();
        self.temporary();
        self.temporary();
        let dead = self.next_temporary();
        let (place, unpack) = match target {
            ForTarget::Hidden(slot) => (Place::Local(slot), None),
            ForTarget::Written(ast::Expr { kind: ast::ExprKind::Name(name), .. }) if !self.is_named(name) => {
                (self.place(name), None)
            }
            ForTarget::Written(target) => {
                let slot = self.temporary();
                (Place::Local(slot), Some((target, slot)))
            }
        };
        let (body, _) = self.branch(|this| {
            this.note_assigned(place);
            if let Some((target, slot)) = unpack {
                let value = this.make(target.span, ExprKind::Temporary(slot));
                this.store(target.span, target, value)?;
            }
            body(this)
        })?;
        let (orelse, _) = self.branch(orelse)?;
        self.function.in_use = in_use;
        let kind = StmtKind::For(Box::new(For { head, dead, state, target: place, iterable, release, body, orelse }));
        self.push(id, span, kind);
        Ok(())
    }
}

/// An expression as it is where a loop goes over it.
pub(super) fn gone_over(mut iterable: Expr) -> Expr {
    if let ExprKind::Set(items) = &iterable.kind
        && let Some(frozen) = frozen_display(items)
    {
        iterable.kind = ExprKind::Constant(frozen);
    }
    iterable
}

/// What a `for` goes over.
pub(super) struct Iterated {
    pub iterable: Expr,
    /// Temporaries that nothing needs any more when it does.
    pub release: Vec<Slot>,
}

impl From<Expr> for Iterated {
    fn from(iterable: Expr) -> Iterated {
        Iterated { iterable, release: Vec::new() }
    }
}

/// What a `for` assigns to.
#[derive(Clone, Copy)]
pub(super) enum ForTarget<'a> {
    /// As written in the text.
    Written(&'a ast::Expr),
    /// A hidden slot.
    Hidden(Slot),
}
