//! What the recorder leaves to the interpreter, and what it leaves behind as the interpreter would.

use super::*;

impl Recorder<'_> {
    /// Has the interpreter run a statement that cannot be walked, and notes that it did. Where one has statements inside, nothing of it has
    /// run yet.
    pub(super) fn by_interpreter(&mut self, activation: &Activation, stmt: &Stmt, frame: &mut Frame) -> Flow {
        let reason = match stmt.kind {
            _ if self.is_pure() => return Flow::Stop(stmt.id),
            StmtKind::If { .. } | StmtKind::For(_) if activation.code.is_generator => return Flow::Stop(stmt.id),
            StmtKind::While(_) | StmtKind::Inline { .. } | StmtKind::Try(_) => return Flow::Stop(stmt.id),
            StmtKind::Yield { .. } | StmtKind::YieldFrom { .. } => return Flow::Stop(stmt.id),
            _ if self.tells => AbortReason::Alive,
            _ if self.impure => AbortReason::Effect,
            StmtKind::Call { .. } => AbortReason::Call,
            StmtKind::For(_) => AbortReason::Iterable,
            StmtKind::Assign(..) | StmtKind::Evaluate(_) | StmtKind::Return(_) | StmtKind::If { .. } => {
                AbortReason::Expression
            }
            _ => AbortReason::Statement,
        };
        let running = self.context.running(&activation.code, &activation.module);
        let ran = running.run_one(stmt.id, frame, self.context);
        // What raises is the interpreter's anyway, and what only had to be left here is not.
        if !self.exhausted && !matches!(ran, Ran::Raise) {
            let known = self.profile.of_mut(&activation.code).interpreted.entry(stmt.id).or_insert((0, reason));
            *known = (known.0 + 1, reason);
        }
        if let Ran::Next = ran {
            self.note_assigned(activation, stmt, frame);
        }
        self.ran(ran)
    }

    /// Does what waits for the end of a statement.
    pub(super) fn settle(&self, activation: &Activation, at: StmtId) -> Result<(), Raise> {
        match finalize::is_due() && !self.is_pure() {
            true => self.context.settle(&activation.code, &activation.module, at),
            false => Ok(()),
        }
    }

    /// Notes what the interpreter has assigned.
    fn note_assigned(&mut self, activation: &Activation, stmt: &Stmt, frame: &mut Frame) {
        let (places, expr) = match &stmt.kind {
            StmtKind::Call { target: Some(place), call } => (std::slice::from_ref(place), Some(call.id)),
            StmtKind::Assign(place, value) => (std::slice::from_ref(place), Some(value.id)),
            StmtKind::Unpack { targets, .. } => (&targets[..], None),
            _ => return,
        };
        for (at, &place) in places.iter().enumerate() {
            let Some(value) = self.read(activation, place, frame) else { continue };
            let profile = self.profile.of_mut(&activation.code);
            let seen = match expr {
                Some(id) => &mut profile.expressions[id.0 as usize],
                None => {
                    let seen = profile.unpacked.entry(stmt.id).or_default();
                    seen.resize_with(places.len(), Seen::default);
                    &mut seen[at]
                }
            };
            seen.note(&value);
        }
    }
}

/// Empties the temporaries that the interpreter moves out of their slots in a statement: what it leaves decides how long they live.
pub fn let_go(stmt: &Stmt, frame: &mut Frame) {
    let given = |slot: Slot| match &stmt.kind {
        StmtKind::Assign(place, _) | StmtKind::Call { target: Some(place), .. } => *place == Place::Local(slot),
        StmtKind::Unpack { targets, .. } => targets.contains(&Place::Local(slot)),
        _ => false,
    };
    let mut leave = |expr: &Expr| {
        if let ExprKind::Temporary(slot) = expr.kind
            && !given(slot)
        {
            frame[slot.0 as usize] = Value::Unbound;
        }
    };
    match &stmt.kind {
        StmtKind::SetIndex { value, .. } | StmtKind::SetAttribute { value, .. } => leave(value),
        StmtKind::Assign(..)
        | StmtKind::Unpack { .. }
        | StmtKind::ListAppend(..)
        | StmtKind::SetAdd(..)
        | StmtKind::DictInsert(..) => stmt.each_expr(&mut leave),
        StmtKind::Call { call, .. } => {
            if let Callee::Method(object, _) = &call.callee {
                leave(object);
            }
            for arg in &call.args {
                match arg {
                    Arg::Positional(value) | Arg::Star(value) | Arg::Keyword(_, value) | Arg::DoubleStar(value) => {
                        leave(value)
                    }
                }
            }
        }
        _ => {}
    }
}
