//! Which variables a loop assigns: what differs from one iteration to the next.
//!
//! In: a loop statement. Out: the places, each once, in the order of the text.

use crate::resolve::tree::{Block, Code, For, Place, Slot, Stmt, StmtKind, While};

/// The places that a `while` loop assigns.
pub fn by_while(each: &While) -> Vec<Place> {
    let mut places = Places::default();
    places.block(&each.header);
    places.block(&each.body);
    places.kept(each.dead)
}

/// The places that a `for` loop assigns, its hidden state included.
pub fn by_for(each: &For) -> Vec<Place> {
    let mut places = Places::default();
    (each.state.0..each.state.0 + 3).for_each(|slot| places.add(Place::Local(Slot(slot))));
    places.add(each.target);
    places.block(&each.body);
    places.kept(each.dead)
}

/// The places that a statement assigns.
pub fn by_statement(stmt: &Stmt) -> Vec<Place> {
    let mut places = Places::default();
    places.statement(stmt);
    places.0
}

/// The globals that a function assigns.
pub fn globals_by(code: &Code) -> Vec<Place> {
    let mut places = Places::default();
    places.block(&code.body);
    places.0.retain(|place| matches!(place, Place::Global(_)));
    places.0
}

#[derive(Default)]
struct Places(Vec<Place>);

impl Places {
    fn add(&mut self, place: Place) {
        if !self.0.contains(&place) {
            self.0.push(place);
        }
    }

    /// Without the temporaries that mean nothing at the loop's head.
    fn kept(mut self, dead: Slot) -> Vec<Place> {
        self.0.retain(|place| !matches!(place, Place::Local(slot) if *slot >= dead));
        self.0
    }

    fn block(&mut self, block: &Block) {
        block.statements.iter().for_each(|stmt| self.statement(stmt));
    }

    fn statement(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Assign(place, _) | StmtKind::Update(place, ..) | StmtKind::Delete(place) => self.add(*place),
            StmtKind::Unpack { targets, .. } => targets.iter().for_each(|&place| self.add(place)),
            StmtKind::Call { target, .. } => target.iter().for_each(|&place| self.add(place)),
            StmtKind::Yield { target, drained, .. } => {
                target.iter().for_each(|&place| self.add(place));
                self.add(Place::Local(*drained));
            }
            StmtKind::YieldFrom { target, iterator } => {
                target.iter().for_each(|&place| self.add(place));
                self.add(Place::Local(*iterator));
            }
            StmtKind::If { then, orelse, .. } => {
                self.block(then);
                self.block(orelse);
            }
            StmtKind::While(each) => {
                self.block(&each.header);
                self.block(&each.body);
                self.block(&each.orelse);
            }
            StmtKind::For(each) => {
                (each.state.0..each.state.0 + 3).for_each(|slot| self.add(Place::Local(Slot(slot))));
                self.add(each.target);
                each.release.iter().for_each(|&slot| self.add(Place::Local(slot)));
                self.block(&each.body);
                self.block(&each.orelse);
            }
            StmtKind::Inline { body, .. } => self.block(body),
            StmtKind::Try(each) => {
                (each.pending.0..each.pending.0 + 2).for_each(|slot| self.add(Place::Local(Slot(slot))));
                self.add(Place::Local(each.caught));
                self.block(&each.body);
                for handler in &each.handlers {
                    handler.name.iter().for_each(|&place| self.add(place));
                    self.block(&handler.body);
                }
                self.block(&each.orelse);
                each.finally.iter().for_each(|finally| self.block(finally));
            }
            StmtKind::Define { target, .. } | StmtKind::Import { target, .. } => self.add(*target),
            StmtKind::ImportFrom { names, .. } => names.iter().for_each(|&(_, place)| self.add(place)),
            StmtKind::NewCell { target, .. } => self.add(Place::Local(*target)),
            StmtKind::Release(slots) => slots.iter().for_each(|&slot| self.add(Place::Local(slot))),
            StmtKind::SetIndex { .. }
            | StmtKind::UpdateIndex { .. }
            | StmtKind::SetAttribute { .. }
            | StmtKind::UpdateAttribute { .. }
            | StmtKind::Evaluate(_)
            | StmtKind::Show(_)
            | StmtKind::ListAppend(..)
            | StmtKind::ListExtend(..)
            | StmtKind::SetAdd(..)
            | StmtKind::DictInsert(..)
            | StmtKind::DictUpdate(..)
            | StmtKind::Return(_)
            | StmtKind::Raise { .. }
            | StmtKind::Reraise(_)
            | StmtKind::RaiseAssertion(_)
            | StmtKind::Break
            | StmtKind::Continue
            | StmtKind::DeleteIndex { .. }
            | StmtKind::DeleteAttribute { .. }
            | StmtKind::ImportStar { .. } => {}
        }
    }
}
