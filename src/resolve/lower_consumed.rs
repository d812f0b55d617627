//! Syntax tree → resolved tree: calls that take all items of something on the spot.
//!
//! In: a call such as `any(x > 1 for x in items)` or `max(items, key=lambda item: item.size)`. Out: where the names mean the built-in
//! functions, a loop in the frame around, as of a comprehension, with what the function does at each item in it: there is no generator, no
//! function that makes it, and no variable is captured. Otherwise the call as it is written. Nobody else meets the generator, so it
//! cannot be missed.

use super::consumed::{Consumed, Consumer, FILTER, Items, consumed};
use super::lower::{Lower, Lowered};
use super::lower_asked::Asks;
use super::lower_loop::{ForTarget, Iterated};
use super::support::Support;
use super::tree::*;
use crate::source::Span;
use crate::syntax::tree as ast;

/// What each item does to the result.
struct Step<'a> {
    consumer: Consumer,
    /// The call, whose frame does it.
    span: Span,
    result: Slot,
    /// Of `min`, `max` and `next`: whether there was an item.
    found: Slot,
    /// Of `min` and `max`: what the best item so far is compared by, itself if nobody is asked.
    best: Slot,
    key: Option<Asks<'a>>,
    /// Items come out of the frame of a generator expression.
    is_generated: bool,
}

impl Lower<'_> {
    /// What a call takes the items of where it stands.
    pub(super) fn consumed<'a>(&self, call: &'a ast::Expr) -> Option<Consumed<'a>> {
        (!self.as_written && self.scopes.is_in_place(call)).then(|| consumed(call)).flatten()
    }

    /// Lowers such a call.
    pub(super) fn consume_items(&mut self, call: &ast::Expr, consumed: &Consumed<'_>) -> Lowered<Expr> {
        let ast::ExprKind::Call { func, .. } = &call.kind else { unreachable!("only calls consume") };
        let span = call.span;
        let result = self.temporary();
        let named = consumed.consumer.name().map(|name| (&**func, name));
        let mapped = match consumed.items {
            Items::Mapped { by, .. } => Some(by),
            _ => None,
        };
        let mut test = None;
        for (function, name) in named.into_iter().chain(mapped) {
            let callee = Box::new(self.expr(function)?);
            let is_meant = self.make(function.span, ExprKind::IsBuiltin(callee, name));
            test = Some(match test {
                None => is_meant,
                Some(before) => self.make(span, ExprKind::And(Box::new(before), Box::new(is_meant))),
            });
        }
        match test {
            None => self.own_temporaries(span, |this| this.in_place(call, consumed, result))?,
            Some(test) => self.emit_if(
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
            )?,
        }
        Ok(self.result(span, result))
    }

    fn in_place(&mut self, call: &ast::Expr, consumed: &Consumed<'_>, result: Slot) -> Lowered<()> {
        let ast::ExprKind::Call { func, args, keywords } = &call.kind else { unreachable!("only calls consume") };
        let Consumed { consumer, items, key } = *consumed;
        let (span, place) = (call.span, Place::Local(result));
        // It is looked up before its arguments.
        let callee = match consumer {
            Consumer::Min | Consumer::Max | Consumer::Tuple | Consumer::Sorted | Consumer::Next => {
                let callee = self.expr(func)?;
                Some(self.pin(callee))
            }
            _ => None,
        };
        // What cannot be gone over is told by whoever asks for an iterator first.
        let asked_for = if matches!(items, Items::Mapped { .. }) { args[0].span } else { span };
        let (made, iterable) = match items {
            Items::Generated(_, inner) => (None, self.first_iterable(&inner.generators)?),
            Items::Mapped { function, iterable, .. } => {
                let made = self.asks(function)?;
                (Some(made), self.iterable(iterable)?)
            }
            Items::Any(iterable) => (None, self.iterable(iterable)?),
        };
        let key = key.map(|key| self.asks(key)).transpose()?;
        let start = match (consumer, args.get(1)) {
            (Consumer::Sum, Some(start)) => self.expr(start)?,
            (Consumer::Sum, None) => self.make(span, ExprKind::Constant(Constant::Int(0))),
            (Consumer::Any | Consumer::All, _) => self.truth(span, consumer == Consumer::All),
            (Consumer::Next, Some(default)) => self.expr(default)?,
            (Consumer::Min | Consumer::Max | Consumer::Next, _) => self.none(span),
            (Consumer::Set, _) => self.make(span, ExprKind::Set(Vec::new())),
            (Consumer::Dict, _) => self.make(span, ExprKind::Dict(Vec::new())),
            (Consumer::List | Consumer::Tuple | Consumer::Sorted | Consumer::Join, _) => {
                self.make(span, ExprKind::List(Vec::new()))
            }
        };
        self.emit(span, StmtKind::Assign(place, start));
        let is_best = matches!(consumer, Consumer::Min | Consumer::Max);
        let is_found = is_best || consumer == Consumer::Next;
        let found = if is_found { self.flag(span) } else { result };
        let best = if is_best && key.is_some() { self.flag(span) } else { result };
        let is_generated = matches!(items, Items::Generated(..));
        let sorts_by = key.filter(|_| consumer == Consumer::Sorted);
        let step = Step { consumer, span, result, found, best, key: key.filter(|_| is_best), is_generated };
        match items {
            Items::Generated(node, inner) => {
                let frame = InlineFrame { name: "<genexpr>".into(), is_generator: true };
                let decided = match consumer {
                    Consumer::Any | Consumer::All => Some((result, consumer == Consumer::Any)),
                    Consumer::Next => Some((found, true)),
                    _ => None,
                };
                let element = &inner.element;
                self.run_clauses((node, span), frame, &inner.generators, iterable, decided, |this| {
                    this.generated(element, &step)
                })?;
            }
            Items::Mapped { .. } | Items::Any(_) => {
                self.for_each((asked_for, span), iterable, |this, item| match (items, made) {
                    (Items::Mapped { by: (_, FILTER), .. }, Some(function)) => {
                        let again = ExprKind::clone_leaf(&item.kind);
                        let taken = this.ask_or_stop(span, function, item, true)?;
                        let again = this.make(span, again);
                        this.emit_if(span, taken, |this| this.step(again, &step), |_| Ok(()))
                    }
                    (_, Some(function)) => {
                        let item = this.ask_or_stop(span, function, item, false)?;
                        this.step(item, &step)
                    }
                    (_, None) => this.step(item, &step),
                })?
            }
        }
        let finish = match (consumer, sorts_by) {
            (Consumer::Next, _) if args.len() == 2 => return Ok(()),
            (Consumer::Min | Consumer::Max | Consumer::Next, _) => return self.insist(span, found, callee, consumer),
            (Consumer::Sorted, Some(key)) => return self.sort(span, (result, key), callee, keywords),
            (Consumer::Tuple | Consumer::Sorted, _) => Callee::Value(callee.expect("pinned above")),
            (Consumer::Join, _) => Callee::Method(self.expr(separator(func))?, "join".into()),
            _ => return Ok(()),
        };
        let items = self.make(span, ExprKind::Temporary(result));
        let mut given = vec![Arg::Positional(items)];
        given.extend(self.arguments(&[], keywords)?);
        self.emit_call_of(span, Some(place), finish, given);
        Ok(())
    }

    /// What a loop in the frame around goes over.
    fn iterable(&mut self, iterable: &ast::Expr) -> Lowered<Iterated> {
        let Iterated { iterable, release } = self.iterated(iterable)?;
        Ok(Iterated { iterable: self.pin(iterable), release })
    }

    /// A loop in the frame around, its items in a hidden slot; its places are those of `emit_for`.
    fn for_each(
        &mut self,
        (asked_for, span): (Span, Span),
        iterated: Iterated,
        each: impl FnOnce(&mut Self, Expr) -> Lowered<()>,
    ) -> Lowered<()> {
        let slot = self.temporary();
        self.function.stale.push(slot);
        self.emit_for(
            (asked_for, span),
            iterated,
            ForTarget::Hidden(slot),
            |this| {
                this.own_temporaries(Span::default(), |this| {
                    let item = this.make(span, ExprKind::Local(slot));
                    each(this, item)
                })
            },
            |_| Ok(()),
        )
    }

    /// Sorts a list that only this call has by what a function says of its items.
    fn sort(
        &mut self,
        span: Span,
        (items, key): (Slot, Asks<'_>),
        callee: Option<Expr>,
        keywords: &[ast::Keyword],
    ) -> Lowered<()> {
        let reverse = keywords.iter().find(|keyword| keyword.name.as_deref() == Some("reverse"));
        let by_itself = |this: &mut Self| {
            let list = this.make(span, ExprKind::Local(items));
            let mut given = vec![Arg::Positional(list)];
            if let Some(reverse) = reverse {
                given.push(Arg::Keyword("reverse".into(), this.expr(&reverse.value)?));
            }
            this.emit_call_of(span, Some(Place::Local(items)), Callee::Value(callee.expect("it was pinned")), given);
            Ok(())
        };
        let by_keys = |this: &mut Self| {
            let list = this.make(span, ExprKind::List(Vec::new()));
            let keys = this.pin_into_temporary(list);
            let iterable = this.make(span, ExprKind::Local(items));
            this.for_each((span, span), iterable.into(), |this, item| {
                let by = this.ask(span, key, item)?;
                this.consume(&by);
                this.emit(span, StmtKind::ListAppend(keys, by));
                Ok(())
            })?;
            let list = this.make(span, ExprKind::Local(items));
            let keys = this.make(span, ExprKind::Temporary(keys));
            let reverse = match reverse {
                Some(reverse) => this.expr(&reverse.value)?,
                None => this.truth(span, false),
            };
            let sorted = this.support(span, Support::SortedBy, vec![list, keys, reverse]);
            this.emit(span, StmtKind::Assign(Place::Local(items), sorted));
            Ok(())
        };
        match key {
            Asks::Lambda(_) => by_keys(self),
            Asks::Function(function) => {
                let test = self.is_none(span, function);
                self.emit_if(span, test, by_itself, by_keys)
            }
        }
    }

    /// A hidden slot that holds false.
    fn flag(&mut self, span: Span) -> Slot {
        let no = self.truth(span, false);
        self.pin_into_temporary(no)
    }

    fn truth(&mut self, span: Span, value: bool) -> Expr {
        self.make(span, ExprKind::Constant(Constant::Bool(value)))
    }

    /// What comes of an item of a generator expression: its value is that one's, what is done with it the function's.
    fn generated(&mut self, element: &ast::Expr, step: &Step<'_>) -> Lowered<()> {
        if let (Consumer::Dict, ast::ExprKind::Tuple(pair)) = (step.consumer, &element.kind) {
            let mut pair = self.pinned_operands(&[&pair[0], &pair[1]])?.into_iter();
            let (Some(key), Some(value)) = (pair.next(), pair.next()) else { unreachable!("two operands") };
            return self.around(step.span, |this| {
                this.emit(step.span, StmtKind::DictInsert(step.result, key, value));
                Ok(())
            });
        }
        let value = self.expr(element)?;
        self.step(value, step)
    }

    /// What comes of an item.
    fn step(&mut self, value: Expr, step: &Step<'_>) -> Lowered<()> {
        if matches!(step.consumer, Consumer::List | Consumer::Tuple | Consumer::Sorted | Consumer::Join) {
            self.consume(&value);
            self.emit(value.span, StmtKind::ListAppend(step.result, value));
            return Ok(());
        }
        // What is asked of it is asked by the call.
        let value = Expr { span: step.span, ..self.pin(value) };
        match step.is_generated {
            true => self.around(step.span, |this| this.keep_item(value, step)),
            false => self.keep_item(value, step),
        }
    }

    fn keep_item(&mut self, value: Expr, step: &Step<'_>) -> Lowered<()> {
        let Step { consumer, span, result, found, best, key, .. } = *step;
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
                let by = match key {
                    Some(key) => {
                        let item = ExprKind::clone_leaf(&value.kind);
                        let item = self.make(span, item);
                        self.ask_key(span, key, item)?
                    }
                    None => Expr { id: self.expression_id(), span, kind: ExprKind::clone_leaf(&value.kind) },
                };
                // What is kept of the item: itself, and what it is compared by.
                let kept = [(result, ExprKind::clone_leaf(&value.kind)), (best, ExprKind::clone_leaf(&by.kind))];
                let again = kept.each_ref().map(|(slot, kind)| (*slot, ExprKind::clone_leaf(kind)));
                let count = if best == result { 1 } else { 2 };
                let replace = move |this: &mut Self, kept: [(Slot, ExprKind); 2]| {
                    for (slot, kind) in kept.into_iter().take(count) {
                        let value = this.make(span, kind);
                        this.emit(span, StmtKind::Assign(Place::Local(slot), value));
                    }
                };
                let test = self.make(span, ExprKind::Local(found));
                let compare = |this: &mut Self| {
                    let so_far = Box::new(this.make(span, ExprKind::Local(best)));
                    let better = this.make(span, ExprKind::Compare(op, Box::new(by), so_far));
                    let better_one = |this: &mut Self| {
                        replace(this, again);
                        Ok(())
                    };
                    this.emit_if(span, better, better_one, |_| Ok(()))
                };
                self.emit_if(span, test, compare, |this| {
                    replace(this, kept);
                    let yes = this.truth(span, true);
                    this.emit(span, StmtKind::Assign(Place::Local(found), yes));
                    Ok(())
                })
            }
            Consumer::Next => {
                self.emit(span, StmtKind::Assign(place, value));
                let yes = self.truth(span, true);
                self.emit(span, StmtKind::Assign(Place::Local(found), yes));
                self.emit(span, StmtKind::Break);
                Ok(())
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

    /// `min`, `max` and `next` of nothing: the function says what it thinks of that.
    fn insist(&mut self, span: Span, found: Slot, callee: Option<Expr>, consumer: Consumer) -> Lowered<()> {
        let found = Box::new(self.make(span, ExprKind::Local(found)));
        let test = self.make(span, ExprKind::Not(found));
        self.emit_if(
            span,
            test,
            |this| {
                let mut nothing = this.make(span, ExprKind::Constant(Constant::Tuple(Vec::new())));
                if consumer == Consumer::Next {
                    nothing = this.make(span, ExprKind::Iterate(Box::new(nothing)));
                }
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
