//! Syntax tree → resolved tree: `match`, as tests inside one another.
//!
//! The subject waits in a hidden slot; so does each part of it that a pattern looks at. A pattern that needs one test
//! only becomes the condition of an `if`; any other sets a flag where its innermost test holds. Names are bound there:
//! a pattern that fails binds nothing.

use std::cell::RefCell;
use std::sync::Arc;

use super::lower::{Lower, Lowered};
use super::support::Support;
use super::tree::*;
use crate::source::Span;
use crate::syntax::tree as ast;
use crate::syntax::tree::PatternKind;

/// Names that a pattern has captured so far, and where their values are.
type Captures = RefCell<Vec<(Arc<str>, Slot)>>;

/// What is done where a pattern holds.
type Then<'a, 'l> = &'a mut dyn FnMut(&mut Lower<'l>) -> Lowered<()>;

fn is_wildcard(pattern: &ast::Pattern) -> bool {
    matches!(pattern.kind, PatternKind::As { pattern: None, name: None } | PatternKind::Star(None))
}

impl<'l> Lower<'l> {
    pub(super) fn match_statement(&mut self, subject: &ast::Expr, cases: &[ast::MatchCase]) -> Lowered<()> {
        let subject = self.expr(subject)?;
        let subject = self.pin_into_temporary(subject);
        self.cases(subject, cases)
    }

    fn cases(&mut self, subject: Slot, cases: &[ast::MatchCase]) -> Lowered<()> {
        let Some((case, rest)) = cases.split_first() else {
            return Ok(());
        };
        let span = case.pattern.span;
        if is_wildcard(&case.pattern) && case.guard.is_none() {
            return self.statements(&case.body);
        }
        let test = match self.single_test(&case.pattern, subject)? {
            Some(test) if case.guard.is_none() => test,
            _ => self.matched(subject, case)?,
        };
        self.emit_if(span, test, |this| this.statements(&case.body), |this| this.cases(subject, rest))
    }

    /// Tests a pattern with its guard and binds its names. The answer is a flag.
    fn matched(&mut self, subject: Slot, case: &ast::MatchCase) -> Lowered<Expr> {
        let span = case.pattern.span;
        let flag = self.temporary();
        self.set_flag(span, flag, false);
        let first = self.next_temporary();
        let captures = Captures::default();
        self.pattern(&case.pattern, subject, &captures, &mut |this| {
            let captures = captures.borrow();
            for (place, (name, slot)) in captures.iter().enumerate() {
                let again = captures[place + 1..].iter().any(|(_, later)| later == slot);
                let value = match *slot == subject || again {
                    true => this.make(span, ExprKind::Local(*slot)),
                    false => this.take(span, *slot),
                };
                this.store_variable(span, name, value);
            }
            match &case.guard {
                None => this.set_flag(span, flag, true),
                Some(guard) => this.own_temporaries(guard.span, |this| {
                    let test = this.condition(guard)?;
                    let set = |this: &mut Self| {
                        this.set_flag(span, flag, true);
                        Ok(())
                    };
                    this.emit_if(guard.span, test, set, |_| Ok(()))
                })?,
            }
            Ok(())
        })?;
        let parts: Vec<Slot> = (first.0..self.next_temporary().0).map(Slot).collect();
        if !parts.is_empty() {
            self.emit(span, StmtKind::Release(parts));
        }
        Ok(self.make(span, ExprKind::Local(flag)))
    }

    /// A pattern without names that one expression can test.
    fn single_test(&mut self, pattern: &ast::Pattern, subject: Slot) -> Lowered<Option<Expr>> {
        let span = pattern.span;
        Ok(Some(match &pattern.kind {
            PatternKind::Value(value) => {
                let value = self.expr(value)?;
                self.compare(span, CompareOp::Equal, subject, value)
            }
            PatternKind::Singleton(constant) => {
                let value = self.constant(constant);
                let value = self.make(span, ExprKind::Constant(value));
                self.compare(span, CompareOp::Is, subject, value)
            }
            PatternKind::Class { cls, patterns, keywords } if patterns.is_empty() && keywords.is_empty() => {
                let args = self.class_arguments(span, subject, cls, 0, &[])?;
                let found = self.support(span, Support::MatchClass, args);
                self.is_something(span, found)
            }
            PatternKind::Or(alternatives) => {
                let mut any: Option<Expr> = None;
                for alternative in alternatives.iter().rev() {
                    let Some(test) = self.single_test(alternative, subject)? else {
                        return Ok(None);
                    };
                    any = Some(match any {
                        None => test,
                        Some(rest) => self.make(span, ExprKind::Or(Box::new(test), Box::new(rest))),
                    });
                }
                return Ok(any);
            }
            _ => return Ok(None),
        }))
    }

    fn pattern(
        &mut self,
        pattern: &ast::Pattern,
        subject: Slot,
        captures: &Captures,
        then: Then<'_, 'l>,
    ) -> Lowered<()> {
        let span = pattern.span;
        if let Some(test) = self.single_test(pattern, subject)? {
            return self.emit_if(span, test, then, |_| Ok(()));
        }
        match &pattern.kind {
            PatternKind::As { pattern: inner, name } => {
                if let Some(name) = name {
                    captures.borrow_mut().push((name.id.clone(), subject));
                }
                match inner {
                    Some(inner) => self.pattern(inner, subject, captures, then),
                    None => then(self),
                }
            }
            PatternKind::Star(name) => {
                if let Some(name) = name {
                    captures.borrow_mut().push((name.id.clone(), subject));
                }
                then(self)
            }
            PatternKind::Or(alternatives) => self.alternatives(span, alternatives, subject, captures, then),
            PatternKind::Sequence(items) => {
                let is_sequence = self.support_of(span, Support::IsSequence, subject);
                let star = items.iter().position(|item| matches!(item.kind, PatternKind::Star(_)));
                let test = match star {
                    Some(_) if items.len() == 1 => is_sequence,
                    Some(_) => self.with_length(span, is_sequence, subject, CompareOp::GreaterEqual, items.len() - 1),
                    None => self.with_length(span, is_sequence, subject, CompareOp::Equal, items.len()),
                };
                self.emit_if(span, test, |this| this.sequence(span, items, star, subject, captures, then), |_| Ok(()))
            }
            PatternKind::Mapping { items, rest } => self.mapping(span, items, rest.as_ref(), subject, captures, then),
            PatternKind::Class { cls, patterns, keywords } => {
                let args = self.class_arguments(span, subject, cls, patterns.len(), keywords)?;
                let inner: Vec<&ast::Pattern> =
                    patterns.iter().chain(keywords.iter().map(|(_, pattern)| pattern)).collect();
                self.found_parts(span, Support::MatchClass, args, &inner, captures, then)
            }
            PatternKind::Value(_) | PatternKind::Singleton(_) => unreachable!("one expression tests it"),
        }
    }

    /// Patterns one after the other, each of its own part.
    fn all_parts(&mut self, parts: &[(&ast::Pattern, Slot)], captures: &Captures, then: Then<'_, 'l>) -> Lowered<()> {
        match parts.split_first() {
            None => then(self),
            Some(((pattern, slot), rest)) => {
                self.pattern(pattern, *slot, captures, &mut |this| this.all_parts(rest, captures, then))
            }
        }
    }

    fn alternatives(
        &mut self,
        span: Span,
        alternatives: &[ast::Pattern],
        subject: Slot,
        captures: &Captures,
        then: Then<'_, 'l>,
    ) -> Lowered<()> {
        let hit = self.temporary();
        self.set_flag(span, hit, false);
        let shared = RefCell::new(Vec::<(Arc<str>, Slot)>::new());
        self.alternative(alternatives, subject, hit, &shared)?;
        captures.borrow_mut().extend(shared.into_inner());
        let test = self.make(span, ExprKind::Local(hit));
        self.emit_if(span, test, then, |_| Ok(()))
    }

    fn alternative(
        &mut self,
        alternatives: &[ast::Pattern],
        subject: Slot,
        hit: Slot,
        shared: &Captures,
    ) -> Lowered<()> {
        let Some((first, rest)) = alternatives.split_first() else {
            return Ok(());
        };
        let span = first.span;
        let own = Captures::default();
        self.pattern(first, subject, &own, &mut |this| {
            for (name, slot) in own.borrow().iter() {
                let known = shared.borrow().iter().find(|(other, _)| other == name).map(|(_, slot)| *slot);
                let target = known.unwrap_or_else(|| {
                    let target = this.temporary();
                    shared.borrow_mut().push((name.clone(), target));
                    target
                });
                let value = this.make(span, ExprKind::Local(*slot));
                this.emit(span, StmtKind::Assign(Place::Local(target), value));
            }
            this.set_flag(span, hit, true);
            Ok(())
        })?;
        if rest.is_empty() {
            return Ok(());
        }
        let missed = Box::new(self.make(span, ExprKind::Local(hit)));
        let test = self.make(span, ExprKind::Not(missed));
        self.emit_if(span, test, |this| this.alternative(rest, subject, hit, shared), |_| Ok(()))
    }

    fn sequence(
        &mut self,
        span: Span,
        items: &[ast::Pattern],
        star: Option<usize>,
        subject: Slot,
        captures: &Captures,
        then: Then<'_, 'l>,
    ) -> Lowered<()> {
        if items.iter().all(is_wildcard) {
            return then(self);
        }
        let slots: Vec<Slot> = items.iter().map(|_| self.temporary()).collect();
        match star {
            // What the star leaves out need not be taken out of the sequence.
            Some(star) if is_wildcard(&items[star]) => {
                for (place, (item, &slot)) in items.iter().zip(&slots).enumerate() {
                    if is_wildcard(item) {
                        continue;
                    }
                    let count = |this: &mut Self, count: usize| {
                        Box::new(this.make(span, ExprKind::Constant(Constant::Int(count as i64))))
                    };
                    let index = if place < star {
                        count(self, place)
                    } else {
                        let length = Box::new(self.support_of(span, Support::Length, subject));
                        let behind = count(self, items.len() - place);
                        Box::new(self.make(span, ExprKind::Binary(BinaryOp::Sub, length, behind)))
                    };
                    let object = Box::new(self.make(span, ExprKind::Local(subject)));
                    let value = self.make(span, ExprKind::Index(object, index));
                    self.emit(span, StmtKind::Assign(Place::Local(slot), value));
                }
            }
            _ => {
                let targets = slots.iter().map(|&slot| Place::Local(slot)).collect();
                let value = self.make(span, ExprKind::Local(subject));
                self.emit(span, StmtKind::Unpack { targets, star: star.map(|star| star as u32), value });
            }
        }
        let parts: Vec<_> = items.iter().zip(slots).collect();
        self.all_parts(&parts, captures, then)
    }

    fn mapping(
        &mut self,
        span: Span,
        items: &[(ast::Expr, ast::Pattern)],
        rest: Option<&ast::Name>,
        subject: Slot,
        captures: &Captures,
        then: Then<'_, 'l>,
    ) -> Lowered<()> {
        let mut keys: Vec<Expr> = Vec::with_capacity(items.len());
        for (key, _) in items {
            keys.push(self.expr(key)?);
        }
        let mut test = self.support_of(span, Support::IsMapping, subject);
        if !items.is_empty() {
            test = self.with_length(span, test, subject, CompareOp::GreaterEqual, items.len());
        }
        let keys = self.make(span, ExprKind::Tuple(keys));
        let inner: Vec<&ast::Pattern> = items.iter().map(|(_, pattern)| pattern).collect();
        let mut keys = Some(keys);
        self.emit_if(
            span,
            test,
            |this| {
                let keys = this.pin_into_temporary(keys.take().expect("taken once"));
                let others = this.temporary();
                if let Some(rest) = rest {
                    captures.borrow_mut().push((rest.id.clone(), others));
                }
                let mut finish = |this: &mut Self| {
                    if rest.is_some() {
                        let callee = this.make(span, ExprKind::Support(Support::OtherItems));
                        let args = [subject, keys].map(|slot| this.make(span, ExprKind::Local(slot)));
                        this.emit_plain_call(span, Some(Place::Local(others)), callee, args.into());
                    }
                    then(this)
                };
                if inner.is_empty() {
                    return finish(this);
                }
                let args = [subject, keys].map(|slot| this.make(span, ExprKind::Local(slot)));
                this.found_parts(span, Support::MatchKeys, args.into(), &inner, captures, &mut finish)
            },
            |_| Ok(()),
        )
    }

    /// Asks a support function for a tuple of parts, or `None`; each part has a pattern.
    fn found_parts(
        &mut self,
        span: Span,
        support: Support,
        args: Vec<Expr>,
        patterns: &[&ast::Pattern],
        captures: &Captures,
        then: Then<'_, 'l>,
    ) -> Lowered<()> {
        let found = self.temporary();
        let callee = self.make(span, ExprKind::Support(support));
        self.emit_plain_call(span, Some(Place::Local(found)), callee, args);
        let value = self.make(span, ExprKind::Local(found));
        let test = self.is_something(span, value);
        let slots: Vec<Slot> = patterns.iter().map(|_| self.temporary()).collect();
        self.emit_if(
            span,
            test,
            |this| {
                let targets = slots.iter().map(|&slot| Place::Local(slot)).collect();
                let value = this.take(span, found);
                this.emit(span, StmtKind::Unpack { targets, star: None, value });
                let parts: Vec<_> = patterns.iter().copied().zip(slots.iter().copied()).collect();
                this.all_parts(&parts, captures, then)
            },
            |_| Ok(()),
        )
    }

    fn class_arguments(
        &mut self,
        span: Span,
        subject: Slot,
        class: &ast::Expr,
        positional: usize,
        keywords: &[(ast::Name, ast::Pattern)],
    ) -> Lowered<Vec<Expr>> {
        let subject = self.make(span, ExprKind::Local(subject));
        let class = self.expr(class)?;
        let positional = self.make(span, ExprKind::Constant(Constant::Int(positional as i64)));
        let names = keywords.iter().map(|(name, _)| Constant::Str(name.id.clone())).collect();
        let names = self.make(span, ExprKind::Constant(Constant::Tuple(names)));
        Ok(vec![subject, class, positional, names])
    }

    fn compare(&mut self, span: Span, op: CompareOp, subject: Slot, value: Expr) -> Expr {
        let subject = Box::new(self.make(span, ExprKind::Local(subject)));
        self.make(span, ExprKind::Compare(op, subject, Box::new(value)))
    }

    pub(super) fn is_something(&mut self, span: Span, value: Expr) -> Expr {
        let none = Box::new(self.none(span));
        self.make(span, ExprKind::Compare(CompareOp::IsNot, Box::new(value), none))
    }

    /// `test and len(subject) op count`
    fn with_length(&mut self, span: Span, test: Expr, subject: Slot, op: CompareOp, count: usize) -> Expr {
        let length = Box::new(self.support_of(span, Support::Length, subject));
        let count = Box::new(self.make(span, ExprKind::Constant(Constant::Int(count as i64))));
        let fits = self.make(span, ExprKind::Compare(op, length, count));
        self.make(span, ExprKind::And(Box::new(test), Box::new(fits)))
    }
}
