//! Syntax tree → resolved tree: everything that stores or deletes: assignment in all its forms, unpacking, `del`.

use super::lower::{Lower, Lowered, binary_op};
use super::tree::*;
use crate::error::SyntaxError;
use crate::source::Span;
use crate::syntax::tree as ast;

impl Lower<'_> {
    pub(super) fn assign(&mut self, span: Span, targets: &[ast::Expr], value: &ast::Expr) -> Lowered<()> {
        if self.assign_pairwise(span, targets, value)? {
            return Ok(());
        }
        if let [ast::Expr { kind: ast::ExprKind::Name(name), .. }] = targets
            && !self.is_named(name)
        {
            let place = self.place(name);
            return self.expr_into(span, value, place);
        }
        let mut value = self.expr(value)?;
        if let [target] = targets {
            return self.store(span, target, value);
        }
        let slot = match value.kind {
            ExprKind::Temporary(slot) | ExprKind::Local(slot) => slot,
            _ => {
                let slot = self.temporary();
                self.emit(span, StmtKind::Assign(Place::Local(slot), value));
                self.function.stale.push(slot);
                slot
            }
        };
        for target in targets {
            value = self.make(span, ExprKind::Local(slot));
            self.store(span, target, value)?;
        }
        Ok(())
    }

    /// `a, b[i] = x, y` without making a tuple: all right sides first, then the stores in order.
    /// Answers false, with nothing done, if the assignment has another form.
    fn assign_pairwise(&mut self, span: Span, targets: &[ast::Expr], value: &ast::Expr) -> Lowered<bool> {
        let [target] = targets else { return Ok(false) };
        let (ast::ExprKind::Tuple(left) | ast::ExprKind::List(left)) = &target.kind else {
            return Ok(false);
        };
        let (ast::ExprKind::Tuple(right) | ast::ExprKind::List(right)) = &value.kind else {
            return Ok(false);
        };
        let starred = |e: &ast::Expr| matches!(e.kind, ast::ExprKind::Starred(_));
        if left.len() != right.len() || left.is_empty() || left.iter().chain(right).any(starred) {
            return Ok(false);
        }
        let name = |target: &ast::Expr| match &target.kind {
            ast::ExprKind::Name(name) => Some(name.clone()),
            _ => None,
        };
        let mut plain = left.iter().all(|target| {
            name(target).is_some_and(|name| !self.is_named(&name) && matches!(self.place(&name), Place::Local(_)))
        });
        // The last of two stores into one variable counts.
        plain &= left.iter().filter(|target| name(target) == name(&left[left.len() - 1])).count() == 1;
        let mut temporaries = Vec::new();
        let last = right.len() - 1;
        for (index, part) in right.iter().enumerate() {
            if plain && index == last {
                // Every right side has been read by now, and storing into a local has no order to keep.
                let ast::ExprKind::Name(name) = &left[last].kind else { unreachable!("plain") };
                let place = self.place(name);
                self.expr_into(span, part, place)?;
                break;
            }
            let slot = self.temporary();
            self.expr_into(span, part, Place::Local(slot))?;
            temporaries.push(slot);
        }
        for (target, slot) in left.iter().zip(temporaries) {
            let value = self.make(span, ExprKind::Temporary(slot));
            self.store(span, target, value)?;
        }
        Ok(true)
    }

    /// Stores a value that has been computed.
    pub(super) fn store(&mut self, span: Span, target: &ast::Expr, value: Expr) -> Lowered<()> {
        match &target.kind {
            ast::ExprKind::Name(name) if self.is_named(name) => {
                self.consume(&value);
                self.store_named(span, name, value);
                Ok(())
            }
            ast::ExprKind::Name(name) => {
                let place = self.place(name);
                self.consume(&value);
                self.emit(span, StmtKind::Assign(place, value));
                Ok(())
            }
            ast::ExprKind::Attribute { value: object, attribute } => {
                let value = self.pin_before(value, &[object]);
                let object = self.expr(object)?;
                let name = self.private(&attribute.id);
                self.consume(&value);
                self.emit(span, StmtKind::SetAttribute { object, name, value });
                Ok(())
            }
            ast::ExprKind::Subscript { value: object, slice } => {
                let value = self.pin_before(value, &[object, slice]);
                let mut parts = self.operands(&[object, slice])?.into_iter();
                let (object, index) = (parts.next().expect("two"), parts.next().expect("two"));
                self.consume(&value);
                self.emit(span, StmtKind::SetIndex { object, index, value });
                Ok(())
            }
            ast::ExprKind::Tuple(parts) | ast::ExprKind::List(parts) => self.unpack(target.span, parts, value),
            _ => Err(SyntaxError::new("cannot assign to expression", target.span)),
        }
    }

    fn unpack(&mut self, span: Span, parts: &[ast::Expr], value: Expr) -> Lowered<()> {
        let mut star = None;
        let mut targets = Vec::new();
        let mut later = Vec::new();
        let names_only = parts.iter().all(|part| {
            let part = if let ast::ExprKind::Starred(inner) = &part.kind { inner } else { part };
            matches!(&part.kind, ast::ExprKind::Name(name) if !self.is_named(name))
        });
        for (index, part) in parts.iter().enumerate() {
            let target = match &part.kind {
                ast::ExprKind::Starred(inner) => {
                    if star.is_some() {
                        let message = "multiple starred expressions in assignment";
                        return Err(SyntaxError::new(message, part.span));
                    }
                    star = Some(index as u32);
                    inner
                }
                _ => part,
            };
            match &target.kind {
                ast::ExprKind::Name(name) if names_only => targets.push(self.place(name)),
                _ => {
                    let slot = self.temporary();
                    targets.push(Place::Local(slot));
                    later.push((target, slot));
                }
            }
        }
        self.consume(&value);
        self.emit(span, StmtKind::Unpack { targets, star, value });
        for (target, slot) in later {
            let value = self.make(target.span, ExprKind::Temporary(slot));
            self.store(span, target, value)?;
        }
        Ok(())
    }

    pub(super) fn augmented(&mut self, span: Span, aug: &ast::AugAssign) -> Lowered<()> {
        let op = binary_op(aug.op);
        let effect = self.has_effect(&aug.value);
        match &aug.target.kind {
            ast::ExprKind::Name(name) if self.is_named(name) => {
                let old = self.expr(&aug.target)?;
                let slot = self.pin_into_temporary(old);
                let value = self.expr(&aug.value)?;
                self.emit(span, StmtKind::Update(Place::Local(slot), op, value));
                let value = self.make(span, ExprKind::Temporary(slot));
                self.store_named(span, name, value);
                Ok(())
            }
            ast::ExprKind::Name(name) => {
                let place = self.place(name);
                let settled = matches!(place, Place::Local(slot) if self.is_assigned(slot));
                if !effect || settled && !self.scopes.get(self.function.frame).has_walrus {
                    let value = self.expr(&aug.value)?;
                    self.emit(span, StmtKind::Update(place, op, value));
                    return Ok(());
                }
                let old = self.read(aug.target.span, place);
                let slot = self.pin_into_temporary(old);
                let value = self.expr(&aug.value)?;
                self.emit(span, StmtKind::Update(Place::Local(slot), op, value));
                let value = self.make(span, ExprKind::Temporary(slot));
                self.emit(span, StmtKind::Assign(place, value));
                Ok(())
            }
            ast::ExprKind::Subscript { value: object, slice } if !effect => {
                let mut parts = self.operands(&[object, slice, &aug.value])?.into_iter();
                let mut next = || parts.next().expect("three operands");
                let (object, index, value) = (next(), next(), next());
                self.emit(span, StmtKind::UpdateIndex { object, index, op, value });
                Ok(())
            }
            ast::ExprKind::Attribute { value: object, attribute } if !effect => {
                let mut parts = self.operands(&[object, &aug.value])?.into_iter();
                let (object, value) = (parts.next().expect("two"), parts.next().expect("two"));
                let name = self.private(&attribute.id);
                self.emit(span, StmtKind::UpdateAttribute { object, name, op, value });
                Ok(())
            }
            ast::ExprKind::Subscript { value: object, slice } => {
                let mut parts = self.operands(&[object, slice])?.into_iter();
                let object = self.pin_into_temporary(parts.next().expect("two"));
                let index = self.pin_into_temporary(parts.next().expect("two"));
                let at = aug.target.span;
                let read = |this: &mut Self| {
                    let object = Box::new(this.make(at, ExprKind::Local(object)));
                    let index = Box::new(this.make(at, ExprKind::Local(index)));
                    (object, index)
                };
                let (o, i) = read(self);
                let old = self.make(at, ExprKind::Index(o, i));
                let slot = self.pin_into_temporary(old);
                let value = self.expr(&aug.value)?;
                self.emit(span, StmtKind::Update(Place::Local(slot), op, value));
                let value = self.make(span, ExprKind::Temporary(slot));
                let (object, index) = read(self);
                self.emit(span, StmtKind::SetIndex { object: *object, index: *index, value });
                Ok(())
            }
            ast::ExprKind::Attribute { value: object, attribute } => {
                let object = self.expr(object)?;
                let object = self.pin_into_temporary(object);
                let at = aug.target.span;
                let name = self.private(&attribute.id);
                let read = self.make(at, ExprKind::Local(object));
                let old = self.make(at, ExprKind::Attribute(Box::new(read), name.clone()));
                let slot = self.pin_into_temporary(old);
                let value = self.expr(&aug.value)?;
                self.emit(span, StmtKind::Update(Place::Local(slot), op, value));
                let value = self.make(span, ExprKind::Temporary(slot));
                let object = self.make(at, ExprKind::Local(object));
                self.emit(span, StmtKind::SetAttribute { object, name, value });
                Ok(())
            }
            _ => Err(SyntaxError::new("illegal expression for augmented assignment", aug.target.span)),
        }
    }

    pub(super) fn delete(&mut self, target: &ast::Expr) -> Lowered<()> {
        match &target.kind {
            ast::ExprKind::Name(name) if self.is_named(name) => self.forget_named(target.span, name),
            ast::ExprKind::Name(name) => {
                let place = self.place(name);
                self.emit(target.span, StmtKind::Delete(place));
                Ok(())
            }
            ast::ExprKind::Subscript { value, slice } => {
                let mut parts = self.operands(&[value, slice])?.into_iter();
                let (object, index) = (parts.next().expect("two"), parts.next().expect("two"));
                self.emit(target.span, StmtKind::DeleteIndex { object, index });
                Ok(())
            }
            ast::ExprKind::Attribute { value, attribute } => {
                let object = self.expr(value)?;
                let name = self.private(&attribute.id);
                self.emit(target.span, StmtKind::DeleteAttribute { object, name });
                Ok(())
            }
            ast::ExprKind::Tuple(parts) | ast::ExprKind::List(parts) => {
                parts.iter().try_for_each(|part| self.delete(part))
            }
            _ => Err(SyntaxError::new("cannot delete expression", target.span)),
        }
    }
}
