//! Syntax tree → resolved tree: generator expressions that a built-in function consumes on the spot.
//!
//! In: a call such as `any(x > 1 for x in items)`. Out: where the name means the built-in function, a loop in the frame around, as
//! of a comprehension, with what the function does at each item in it: there is no generator, no function that makes it, and no variable is
//! captured. Otherwise the call as it is written. Nobody else meets the generator, so it cannot be missed.

use super::consumed::{Consumed, Consumer, consumed};
use super::lower::{Lower, Lowered};
use super::scope::ScopeKind;
use super::tree::*;
use crate::source::Span;
use crate::syntax::tree as ast;

/// What each item does to the result.
#[derive(Clone, Copy)]
struct Step {
    consumer: Consumer,
    /// The call, whose frame does it.
    span: Span,
    result: Slot,
    /// Of `min` and `max`: whether there was an item.
    found: Slot,
}

impl Lower<'_> {
    /// The generator expression that a call consumes where it stands.
    pub(super) fn consumed<'e>(&self, call: &'e ast::Expr) -> Option<Consumed<'e>> {
        let found = consumed(call).filter(|_| !self.as_written)?;
        let ast::ExprKind::Call { args, .. } = &call.kind else { return None };
        (self.scopes.get(self.scopes.of(&args[0])).kind == ScopeKind::Comprehension).then_some(found)
    }

    /// Lowers such a call.
    pub(super) fn consume_generator(&mut self, call: &ast::Expr, consumed: &Consumed<'_>) -> Lowered<Expr> {
        let ast::ExprKind::Call { func, .. } = &call.kind else { unreachable!("only calls consume") };
        let span = call.span;
        let result = self.temporary();
        match consumed.consumer.name() {
            None => self.own_temporaries(span, |this| this.in_place(call, consumed, result))?,
            Some(name) => {
                let callee = Box::new(self.expr(func)?);
                let test = self.make(func.span, ExprKind::IsBuiltin(callee, name));
                self.emit_if(
                    span,
                    test,
                    |this| this.own_temporaries(span, |this| this.in_place(call, consumed, result)),
                    |this| {
                        this.as_written = true;
                        let place = Place::Local(result);
                        let done = this.own_temporaries(span, |this| this.expr_into(span, call, place));
                        this.as_written = false;
                        done
                    },
                )?;
            }
        }
        Ok(self.result(span, result))
    }

    fn in_place(&mut self, call: &ast::Expr, consumed: &Consumed<'_>, result: Slot) -> Lowered<()> {
        let ast::ExprKind::Call { func, args, keywords } = &call.kind else { unreachable!("only calls consume") };
        let Consumed { consumer, inner } = *consumed;
        let (span, place) = (call.span, Place::Local(result));
        // It is looked up before its arguments.
        let callee = match consumer {
            Consumer::Min | Consumer::Max | Consumer::Tuple | Consumer::Sorted => {
                let callee = self.expr(func)?;
                Some(self.pin(callee))
            }
            _ => None,
        };
        let iterable = self.first_iterable(&inner.generators)?;
        let start = match (consumer, args.get(1)) {
            (Consumer::Sum, Some(start)) => self.expr(start)?,
            (Consumer::Sum, None) => self.make(span, ExprKind::Constant(Constant::Int(0))),
            (Consumer::Any | Consumer::All, _) => self.truth(span, consumer == Consumer::All),
            (Consumer::Min | Consumer::Max, _) => self.none(span),
            (Consumer::Set, _) => self.make(span, ExprKind::Set(Vec::new())),
            (Consumer::Dict, _) => self.make(span, ExprKind::Dict(Vec::new())),
            (Consumer::List | Consumer::Tuple | Consumer::Sorted | Consumer::Join, _) => {
                self.make(span, ExprKind::List(Vec::new()))
            }
        };
        self.emit(span, StmtKind::Assign(place, start));
        let found = match consumer {
            Consumer::Min | Consumer::Max => {
                let none = self.truth(span, false);
                self.pin_into_temporary(none)
            }
            _ => result,
        };
        let step = Step { consumer, span, result, found };
        let frame = InlineFrame { name: "<genexpr>".into(), is_generator: true };
        let decided = matches!(consumer, Consumer::Any | Consumer::All).then_some((result, consumer == Consumer::Any));
        let element = &inner.element;
        self.run_clauses((&args[0], span), frame, &inner.generators, iterable, decided, |this| {
            this.step(element, step)
        })?;
        let finish = match consumer {
            Consumer::Min | Consumer::Max => return self.insist(span, found, callee),
            Consumer::Tuple | Consumer::Sorted => Callee::Value(callee.expect("pinned above")),
            Consumer::Join => Callee::Method(self.expr(separator(func))?, "join".into()),
            _ => return Ok(()),
        };
        let items = self.make(span, ExprKind::Temporary(result));
        let mut given = vec![Arg::Positional(items)];
        given.extend(self.arguments(&[], keywords)?);
        let id = self.expression_id();
        self.emit(span, StmtKind::Call { target: Some(place), call: Call { callee: finish, args: given, id, span } });
        Ok(())
    }

    fn truth(&mut self, span: Span, value: bool) -> Expr {
        self.make(span, ExprKind::Constant(Constant::Bool(value)))
    }

    /// What comes of an item. Its value is the generator expression's, what is done with it the function's.
    fn step(&mut self, element: &ast::Expr, step: Step) -> Lowered<()> {
        let Step { consumer, span, result, .. } = step;
        if let (Consumer::Dict, ast::ExprKind::Tuple(pair)) = (consumer, &element.kind) {
            let mut pair = self.pinned_operands(&[&pair[0], &pair[1]])?.into_iter();
            let (Some(key), Some(value)) = (pair.next(), pair.next()) else { unreachable!("two operands") };
            return self.around(span, |this| {
                this.emit(span, StmtKind::DictInsert(result, key, value));
                Ok(())
            });
        }
        let value = self.expr(element)?;
        if matches!(consumer, Consumer::List | Consumer::Tuple | Consumer::Sorted | Consumer::Join) {
            self.consume(&value);
            self.emit(element.span, StmtKind::ListAppend(result, value));
            return Ok(());
        }
        // What is asked of it is asked by the call.
        let value = Expr { span, ..self.pin(value) };
        self.around(span, |this| this.keep_item(value, step))
    }

    fn keep_item(&mut self, value: Expr, Step { consumer, span, result, found }: Step) -> Lowered<()> {
        let place = Place::Local(result);
        match consumer {
            Consumer::Sum => {
                let so_far = Box::new(self.make(span, ExprKind::Local(result)));
                let total = self.make(span, ExprKind::Binary(BinaryOp::Add, so_far, Box::new(value)));
                self.emit(span, StmtKind::Assign(place, total));
                Ok(())
            }
            Consumer::Any | Consumer::All => {
                let any = consumer == Consumer::Any;
                let kept = match value.kind {
                    ExprKind::Temporary(slot) => Some(slot),
                    _ => None,
                };
                let test = if any { value } else { self.make(span, ExprKind::Not(Box::new(value))) };
                let decide = |this: &mut Self| {
                    let decided = this.truth(span, any);
                    this.emit(span, StmtKind::Assign(place, decided));
                    if let Some(slot) = kept {
                        this.emit(span, StmtKind::Release(vec![slot]));
                    }
                    this.emit(span, StmtKind::Break);
                    Ok(())
                };
                self.emit_if(span, test, decide, |_| Ok(()))
            }
            Consumer::Min | Consumer::Max => {
                let op = if consumer == Consumer::Min { CompareOp::Less } else { CompareOp::Greater };
                let again = ExprKind::clone_leaf(&value.kind);
                let first = ExprKind::clone_leaf(&value.kind);
                let test = self.make(span, ExprKind::Local(found));
                let compare = |this: &mut Self| {
                    let best = Box::new(this.make(span, ExprKind::Local(result)));
                    let better = this.make(span, ExprKind::Compare(op, Box::new(value), best));
                    let replace = |this: &mut Self| {
                        let value = this.make(span, again);
                        this.emit(span, StmtKind::Assign(place, value));
                        Ok(())
                    };
                    this.emit_if(span, better, replace, |_| Ok(()))
                };
                self.emit_if(span, test, compare, |this| {
                    let value = this.make(span, first);
                    this.emit(span, StmtKind::Assign(place, value));
                    let yes = this.truth(span, true);
                    this.emit(span, StmtKind::Assign(Place::Local(found), yes));
                    Ok(())
                })
            }
            Consumer::Set => {
                self.emit(span, StmtKind::SetAdd(result, value));
                Ok(())
            }
            Consumer::Dict | Consumer::List | Consumer::Tuple | Consumer::Sorted | Consumer::Join => {
                unreachable!("{consumer:?} keeps its items otherwise")
            }
        }
    }

    /// `min` and `max` of nothing: the function says what it thinks of that.
    fn insist(&mut self, span: Span, found: Slot, callee: Option<Expr>) -> Lowered<()> {
        let found = Box::new(self.make(span, ExprKind::Local(found)));
        let test = self.make(span, ExprKind::Not(found));
        self.emit_if(
            span,
            test,
            |this| {
                let nothing = this.make(span, ExprKind::Constant(Constant::Tuple(Vec::new())));
                let callee = Box::new(callee.expect("it was pinned"));
                let call = this.make(span, ExprKind::PureCall(callee, vec![nothing]));
                this.emit(span, StmtKind::Evaluate(call));
                Ok(())
            },
            |_| Ok(()),
        )
    }
}

/// The text that a call of `join` is made on.
fn separator(func: &ast::Expr) -> &ast::Expr {
    match &func.kind {
        ast::ExprKind::Attribute { value, .. } => value,
        _ => unreachable!("`join` is a method"),
    }
}
