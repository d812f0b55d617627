//! What is noted of statements that are walked: for programs that look at activations, and in tracebacks.

use super::*;
use crate::interp::watch;

impl Recorder<'_> {
    /// Walks a statement, which is noted before if the program looks at activations.
    pub(super) fn noted(
        &mut self,
        activation: &Activation,
        stmt: &Stmt,
        frame: &mut Frame,
        walk: impl FnOnce(&mut Self, &mut Frame) -> Flow,
    ) -> Flow {
        if !self.context.watch.is_wanted() {
            return walk(self, frame);
        }
        let Activation { code, module } = activation;
        let is_first = code.body.statements.first().is_some_and(|first| first.id == stmt.id);
        let (name, shows_variables) = (inline_name(&code.body, stmt.id), watch::shows_variables(stmt));
        let step = watch::Step { code, module, name, span: stmt.span, is_first, shows_variables };
        let context = self.context;
        context.watch.noted(&step, frame, |frame| walk(self, frame))
    }

    /// Does what follows from a statement that the next one does not follow.
    pub(super) fn ended(&self, activation: &Activation, at: StmtId, flow: Flow) -> Flow {
        let is_left = matches!(flow, Flow::Break | Flow::Continue | Flow::Return(_) | Flow::Yield(..));
        let raises =
            matches!(flow, Flow::Raise) || is_left && finalize::is_waiting() && self.settle(activation, at).is_err();
        if !raises {
            return flow;
        }
        let Activation { code, module } = activation;
        let name = inline_name(&code.body, at);
        match self.is_pure() {
            true => self.context.note(code, name, at),
            false => self.context.raised_at(code, name, module, at),
        }
        Flow::Raise
    }
}

/// What the innermost block around a statement that is a frame of its own in a traceback is called.
fn inline_name(body: &Block, at: StmtId) -> Option<&Arc<str>> {
    inline_names(body, at).pop()
}

/// What the blocks around a statement that are frames of their own are called, the innermost at the end.
pub(super) fn inline_names(body: &Block, at: StmtId) -> Vec<&Arc<str>> {
    let (mut block, mut names) = (body, Vec::new());
    while let Some(stmt) = block.statements.iter().find(|stmt| stmt.id < at && at < stmt.end) {
        match &stmt.kind {
            StmtKind::Inline { frame: Some(shown), .. } => names.push(&shown.name),
            StmtKind::Inline { frame: None, .. } => drop(names.pop()),
            _ => {}
        }
        let inside = |block: &&Block| block.statements.iter().any(|stmt| stmt.id <= at && at < stmt.end);
        let Some(next) = stmt.blocks().into_iter().find(inside) else { break };
        block = next;
    }
    names
}
