//! Statements.

use super::array::is_array;
use super::instance::is_instance;
use super::*;
use crate::resolve::tree::{BinaryOp, Block, Expr, ExprKind, Try};
use crate::trace::helper::HelperId;

/// A statement that only the interpreter runs is left to it in a loop that comes to it less often than once in so many turns.
pub(super) const SELDOM: u32 = 8;

impl Builder<'_> {
    /// Builds statements in order. [`Stop::Left`] says that the end is not reached.
    pub(super) fn block(&mut self, block: &Block) -> Step<()> {
        self.statements(&block.statements)
    }

    pub(super) fn statements(&mut self, statements: &[Stmt]) -> Step<()> {
        statements.iter().try_for_each(|stmt| self.statement(stmt))
    }

    fn statement(&mut self, stmt: &Stmt) -> Step<()> {
        self.frames.last_mut().expect("a frame is open").at = stmt.id;
        self.begin();
        if self.ir.unit().insts.len() > self.request.budget {
            return self.abort(AbortReason::Size);
        }
        self.walked.insert((self.frame().code.id, stmt.id));
        if self.foreign(stmt)? {
            return Ok(());
        }
        if let Some(reason) = self.interpreted(stmt.id) {
            return match reason {
                Some(reason) => self.abort(reason),
                None => self.leave(Reason::End),
            };
        }
        if self.whole_arrays(stmt)? {
            return Ok(());
        }
        match &stmt.kind {
            StmtKind::Assign(place, value) => {
                let value = match self.grown(*place, value)? {
                    Some(grown) => grown,
                    None => self.any(value)?,
                };
                self.make_one_of_two(*place, &value);
                self.assign(*place, value)
            }
            StmtKind::Update(place, op, value) => {
                let key = self.key(*place);
                let [old_seen, new_seen] = self.update_seen(stmt.id)?;
                let old = match *place {
                    Place::Cell(slot) => self.read_cell(slot, &old_seen)?,
                    _ => {
                        let old = self.read(key)?;
                        self.typed_as(key, old, &old_seen)?
                    }
                };
                if let Abstract::Object(object) = &old {
                    self.note_shapes(object, &old_seen);
                }
                let held = self.hold(old);
                let value = self.expr(value)?;
                let old = self.take_held(held);
                match &old {
                    Abstract::Object(list) if list.kind == Kind::List => match op {
                        BinaryOp::Add => self.extend(list, &value),
                        _ => self.abort(AbortReason::Operator),
                    },
                    Abstract::Object(text) if text.kind == Kind::Str && *op == BinaryOp::Add => match &value {
                        Abstract::Object(more) if more.kind == Kind::Str => {
                            let grown = self.append_text(text, more);
                            self.assign(*place, grown)
                        }
                        _ => self.leave(Reason::Type),
                    },
                    array if is_array(array) => {
                        self.update_array(*op, array, &value)?;
                        self.assign(*place, old)
                    }
                    old => {
                        let new = self.operate_in_place(*op, old, &value, &new_seen)?;
                        self.assign(*place, new)
                    }
                }
            }
            StmtKind::SetIndex { object, index: Expr { kind: ExprKind::Slice(start, stop, step), .. }, value }
                if self.seen(object.id).and_then(Seen::last).and_then(Type::storage).is_some() =>
            {
                self.set_slice(object, [start.as_deref(), stop.as_deref(), step.as_deref()], value)
            }
            StmtKind::SetIndex { object, index, value } => {
                let exprs: [(_, Evaluate<Self>); 3] = [(value, Self::any), (object, Self::known), (index, Self::expr)];
                let values = self.exprs_by(exprs)?;
                let [mut stored, object_value, index_value] = values.try_into().expect("as many as expressions");
                if is_array(&object_value) {
                    stored = self.as_seen(stored, value.id);
                }
                self.set_index(object, &object_value, index, &index_value, &stored)
            }
            StmtKind::UpdateIndex { object, index, op, value } => {
                let [object_value, index_value, value] = self.three(object, index, value)?;
                let object_value = self.as_seen(object_value, object.id);
                let seen = self.update_seen(stmt.id)?;
                self.update_index(object, &object_value, index, &index_value, *op, &value, &seen)
            }
            StmtKind::DeleteIndex { object, index } => {
                let [object_value, index] = self.two(object, index)?;
                let object = self.as_seen(object_value, object.id);
                self.delete_item(&object, &index)
            }
            StmtKind::SetAttribute { object, name, value } => {
                let exprs: [(_, Evaluate<Self>); 2] = [(value, Self::any), (object, Self::known)];
                let [value, object] = self.exprs_by(exprs)?.try_into().expect("as many values as expressions");
                let old =
                    self.profile().and_then(|profile| profile.unpacked.get(&stmt.id)).and_then(|seen| seen[0].plain());
                self.set_attribute(&object, name, &value, old)
            }
            StmtKind::UpdateAttribute { object, name, op, value } => {
                let object = self.known(object)?;
                self.update_attribute(object, name, *op, value, stmt.id)
            }
            StmtKind::ListAppend(slot, value) => self.fill(*slot, Kind::List, None, value),
            StmtKind::SetAdd(slot, value) => self.fill(*slot, Kind::Set, None, value),
            StmtKind::DictInsert(slot, key, value) => self.fill(*slot, Kind::Dict, Some(key), value),
            StmtKind::Inline { body, .. } => self.block(body),
            StmtKind::Unpack { targets, star: None, value } => self.unpack(stmt.id, targets, value),
            StmtKind::Call { target, call } => self.call(stmt, *target, call),
            StmtKind::Evaluate(value) => self.expr(value).map(|_| ()),
            StmtKind::If { test, then, orelse } => self.if_statement(stmt, test, then, orelse),
            StmtKind::While(each) => self.while_loop(stmt, each),
            StmtKind::For(each) => self.for_loop(stmt, each),
            StmtKind::NewCell { target, value: None } => {
                let (tag, payload) = self.boxed(&Abstract::Unbound);
                let cell = self.ir.call(HelperId::CELL_NEW, &[tag, payload], None)[0];
                let cell = self.made(cell, Kind::Cell);
                self.assign(Place::Local(*target), cell)
            }
            StmtKind::Try(each) => self.try_statement(stmt, each, None),
            StmtKind::Yield { target, value, drained } => self.yield_(stmt, *target, value, *drained),
            StmtKind::Return(value) => self.return_(value),
            StmtKind::Break => self.break_(),
            StmtKind::Continue => self.continue_(),
            StmtKind::Release(slots) => self.release(slots),
            // What raises, and what is seldom met in a loop, is the interpreter's.
            StmtKind::Raise { .. } | StmtKind::RaiseAssertion(_) => self.leave(Reason::End),
            _ => self.abort(AbortReason::Statement),
        }
    }

    /// Empties temporaries.
    pub(super) fn release(&mut self, slots: &[Slot]) -> Step<()> {
        slots.iter().try_for_each(|&slot| self.assign(Place::Local(slot), Abstract::Unbound))
    }

    /// `text = text + more` is `text += more`: the text may grow where it is. Nothing, if the statement is another one.
    fn grown(&mut self, place: Place, value: &Expr) -> Step<Option<Abstract>> {
        let Some((left, right)) = value.appended(place) else { return Ok(None) };
        match self.expr(left)? {
            Abstract::Object(text) if text.kind == Kind::Str => match self.expr(right)? {
                Abstract::Object(more) if more.kind == Kind::Str => Ok(Some(self.append_text(&text, &more))),
                _ => self.leave(Reason::Type),
            },
            _ => Ok(None),
        }
    }

    fn append_text(&mut self, text: &Object, more: &Object) -> Abstract {
        let grown = self.ir.call(HelperId::TEXT_APPEND, &[text.val, more.val], None)[0];
        self.made(grown, Kind::Str)
    }

    /// A `try` in which nothing is raised, from its start or from the `yield` in it that its generator waits at: what raises is the
    /// interpreter's, and so is what comes of it.
    pub(super) fn try_statement(&mut self, stmt: &Stmt, each: &Try, from: Option<StmtId>) -> Step<()> {
        let body = |this: &mut Self| match from {
            Some(at) => this.block_from(&each.body, at),
            None => this.block(&each.body),
        };
        let Some(finally) = &each.finally else {
            return body(self).and_then(|()| self.block(&each.orelse));
        };
        self.unwinding.push((self.frames.len(), self.loops.len()));
        let way = body(self).and_then(|()| self.block(&each.orelse));
        self.unwinding.pop();
        way?;
        self.frames.last_mut().expect("a frame is open").at = stmt.id;
        let interrupted = Place::Local(Slot(each.pending.0 + 1));
        let nothing = self.ir.int(0);
        self.assign(Place::Local(each.pending), Abstract::Int(nothing))?;
        self.assign(interrupted, Abstract::Unbound)?;
        self.block(finally)?;
        self.assign(Place::Local(each.pending), Abstract::Unbound)
    }

    /// What the old and the new value of an augmented assignment were seen to be.
    pub(super) fn update_seen(&mut self, id: StmtId) -> Step<[Seen; 2]> {
        match self.profile().and_then(|profile| profile.unpacked.get(&id)).map(Vec::as_slice) {
            Some([old, new]) => Ok([old.clone(), new.clone()]),
            _ => self.leave(Reason::Branch),
        }
    }

    /// Whether the interpreter had to run a statement while it was recorded. Where that is seldom, the unit leaves for it; where it is
    /// often, there is a reason to make none.
    fn interpreted(&self, id: StmtId) -> Option<Option<AbortReason>> {
        let (times, reason) = *self.profile()?.interpreted.get(&id)?;
        Some((times > self.turns_seen()? / SELDOM).then_some(reason))
    }

    /// Leaves where a `finally` comes first. If that is often, there is a reason to make no unit.
    pub(super) fn leave_for_cleanup<T>(&mut self) -> Step<T> {
        let at = self.frame().at;
        let visits = self.profile().map_or(0, |profile| profile.visits[at.0 as usize]);
        match self.turns_seen().is_some_and(|turns| visits > turns / SELDOM) {
            true => self.abort(AbortReason::Statement),
            false => self.leave(Reason::End),
        }
    }

    /// How often the loop went round while it was recorded, or the function was called.
    pub(super) fn turns_seen(&self) -> Option<u32> {
        let seen = self.request.profile.of(self.request.code)?;
        match self.request.head {
            Some(head) => Some(seen.heads.get(&head)?.iterations),
            None => Some(seen.calls),
        }
    }

    fn if_statement(&mut self, stmt: &Stmt, test: &Expr, then: &Block, orelse: &Block) -> Step<()> {
        let seen = self.profile().map(|profile| profile.branch(test.id)).unwrap_or_default();
        if let Some(known) = self.constant_test(test)? {
            return self.block(if known { then } else { orelse });
        }
        if seen.held == 0 && seen.failed == 0 {
            return self.leave(Reason::Branch);
        }
        if seen.held == 0 || seen.failed == 0 {
            let cond = self.test(test)?;
            if self.ir.unit().bool_const(cond) == Some(seen.held == 0) {
                return self.leave(Reason::Branch);
            }
            if seen.held == 0 {
                self.guard_not(cond, Reason::Branch);
                return self.block(orelse);
            }
            self.guard(cond, Reason::Branch);
            return self.block(then);
        }
        let after = self.open_join();
        let otherwise = self.open_join();
        let way = self.test_or_go(test, otherwise).and_then(|()| self.block(then));
        self.end_way(way, after)?;
        self.frames.last_mut().expect("a frame is open").at = stmt.id;
        let way = self.close_join(None).and_then(|()| self.block(orelse));
        self.end_way(way, after)?;
        self.frames.last_mut().expect("a frame is open").at = stmt.id;
        self.close_join(Some(stmt.id))
    }

    /// Ends a way at a label, if its end is reached.
    pub(super) fn end_way(&mut self, way: Step<()>, join: usize) -> Step<()> {
        match way {
            Ok(()) => {
                self.go(join);
                Ok(())
            }
            Err(Stop::Left) => Ok(()),
            Err(stop) => Err(stop),
        }
    }

    fn unpack(&mut self, id: StmtId, targets: &[Place], expr: &Expr) -> Step<()> {
        let value = self.known(expr)?;
        let value = match is_instance(&value) {
            true => self.unpacked_content(&value)?,
            false => value,
        };
        let items: Vec<Abstract> = match value {
            Abstract::Tuple(items) if items.len() == targets.len() => items.to_vec(),
            Abstract::Object(object) if matches!(object.kind, Kind::Tuple | Kind::List) => {
                let seen = self.profile().and_then(|profile| profile.unpacked.get(&id)).cloned();
                let Some(seen) = seen.filter(|seen| seen.len() == targets.len()) else {
                    return self.leave(Reason::Branch);
                };
                let length = self.length(&object)?;
                let expected = self.ir.int(targets.len() as i64);
                let same = self.ir.int_compare(Compare::Eq, length, expected);
                self.guard(same, Reason::Index);
                let mut items = Vec::new();
                for (at, seen) in seen.iter().enumerate() {
                    let Some(ty) = self.taken(seen) else {
                        return self.leave(Reason::Branch);
                    };
                    let at = self.ir.int(at as i64);
                    let storage = (object.kind == Kind::List).then(|| storage_of_item(ty));
                    items.push(self.element(&object, storage, at, ty)?);
                }
                items
            }
            value if is_array(&value) => self.parts_of_array(&value, expr.id, targets.len())?,
            _ => return self.abort(AbortReason::Operator),
        };
        for (&place, item) in targets.iter().zip(items) {
            self.assign(place, item)?;
        }
        Ok(())
    }
}

/// The storage that a list of such items alone would have.
pub(super) fn storage_of_item(item: Type) -> crate::value::heap::flat::Storage {
    use crate::value::heap::flat::Storage;
    match item {
        Type::Int => Storage::Int,
        Type::Float => Storage::Float,
        Type::Bool => Storage::Bool,
        Type::Complex => Storage::Complex,
        _ => Storage::Any,
    }
}
