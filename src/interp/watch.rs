//! Activations as scripts see them: `sys._getframe`.
//!
//! In: the text of a program. Out: if it speaks of frames, each statement notes where it is before it runs, and what its
//! variables are if they are spoken of too, on a stack beside that of the slots. Statements of all other programs know
//! nothing of this, and cost nothing. Compiled code notes nothing: a call that looks at frames is never part of it, and where
//! it is left, the statements that go on note themselves from the outermost to the innermost. Those that are recorded do too.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use super::block::{Block, Control, Flow, Item};
use super::context::Context;
use super::frame::Frame;
use super::origin::Origin;
use crate::resolve::FRAME_VARIABLES;
use crate::resolve::tree::{Code, Expr, ExprKind, Spoken, Stmt, StmtId, StmtKind};
use crate::source::Span;
use crate::value::function::Builtin;
use crate::value::host::{Now, Seen};
use crate::value::module::Module;
use crate::value::{Gc, Value, recursion};

/// Whether a callee looks at the activations that are running.
pub fn is_wanted_by(callee: &Value) -> bool {
    let name = callee.downcast::<Builtin>().map(Builtin::name);
    name.is_some_and(|name| matches!(name.as_str(), "_getframe" | "_current_frames"))
}

/// What a program may look at of the activations that are running.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wanted {
    /// Nothing.
    Nothing,
    /// Which there are, and where they are.
    Places,
    /// Their variables too.
    Variables,
}

/// An activation, as its statement that runs has noted it.
struct Activation {
    depth: u32,
    code: Arc<Code>,
    name: Option<Arc<str>>,
    module: Gc<Module>,
    now: Rc<Now>,
}

/// The activations that are running, and whether anybody wants to know.
#[derive(Default)]
pub struct Watch {
    /// What the texts so far speak of.
    spoken: Cell<Spoken>,
    running: RefCell<Vec<Activation>>,
    /// The one whose statement ended last: its next statement goes on with it.
    last: RefCell<Option<Activation>>,
}

impl Watch {
    /// What statements note.
    pub fn wanted(&self) -> Wanted {
        match self.spoken.get() {
            Spoken { frames: false, .. } => Wanted::Nothing,
            Spoken { variables: false, .. } => Wanted::Places,
            Spoken { variables: true, .. } => Wanted::Variables,
        }
    }

    /// Whether statements note where they are.
    pub fn is_wanted(&self) -> bool {
        self.spoken.get().frames
    }

    /// Begins to watch if the text of a function speaks of frames.
    pub fn read(&self, code: &Code) {
        let (before, more) = (self.spoken.get(), code.spoken);
        self.spoken.set(Spoken { frames: before.frames || more.frames, variables: before.variables || more.variables });
    }

    /// What is running, the innermost activation first.
    pub fn seen(&self) -> Vec<Seen> {
        let running = self.running.borrow();
        let show = |activation: &Activation| Seen {
            code: activation.code.clone(),
            name: activation.name.clone(),
            module: activation.module.clone(),
            now: activation.now.clone(),
        };
        running.iter().rev().map(show).collect()
    }
}

/// A statement that is about to run, as it is noted.
pub struct Step<'a> {
    /// What its activation runs.
    pub code: &'a Arc<Code>,
    /// Where its globals are.
    pub module: &'a Gc<Module>,
    /// What the activation is called, if not by the name of its code.
    pub name: Option<&'a Arc<str>>,
    /// Its place.
    pub span: Span,
    /// An activation begins with it.
    pub is_first: bool,
    /// What the variables are then may be looked at.
    pub shows_variables: bool,
}

/// Whether somebody may look at the variables of an activation while a statement of it runs: it calls or goes on with something,
/// or looks itself. An operator's method that looks at its caller sees them as they were before the last such statement.
pub fn shows_variables(stmt: &Stmt) -> bool {
    match stmt.kind {
        StmtKind::Assign(..)
        | StmtKind::Update(..)
        | StmtKind::SetIndex { .. }
        | StmtKind::UpdateIndex { .. }
        | StmtKind::SetAttribute { .. }
        | StmtKind::UpdateAttribute { .. }
        | StmtKind::Unpack { .. }
        | StmtKind::Evaluate(_)
        | StmtKind::If { .. }
        | StmtKind::While(_)
        | StmtKind::Return(_)
        | StmtKind::Release(_) => {
            let mut looks = false;
            stmt.each_expr(&mut |expr| looks |= names_variables(expr));
            looks
        }
        _ => true,
    }
}

fn names_variables(expr: &Expr) -> bool {
    let mut found = matches!(&expr.kind, ExprKind::Attribute(_, name) if &**name == FRAME_VARIABLES);
    expr.each_part(&mut |part| found |= names_variables(part));
    found
}

impl Watch {
    /// Runs a statement that is noted before.
    pub fn noted<T>(&self, step: &Step<'_>, frame: &mut Frame, run: impl FnOnce(&mut Frame) -> T) -> T {
        let (now, fresh) = self.activation(step);
        now.span.set(step.span);
        if step.shows_variables && self.wanted() == Wanted::Variables {
            // What is dropped may look at frames.
            let mut slots = now.slots.take();
            slots.clear();
            slots.extend(frame.iter().take(step.code.slots.len()).cloned());
            now.slots.replace(slots);
        }
        let result = run(frame);
        if fresh {
            let ended = self.running.borrow_mut().pop();
            drop(self.last.replace(ended));
        }
        result
    }

    /// Where an activation notes what it does, and whether it has just come back to the stack.
    fn activation(&self, step: &Step<'_>) -> (Rc<Now>, bool) {
        let depth = recursion::depth();
        let own = |known: &Activation| {
            known.depth == depth && Arc::ptr_eq(&known.code, step.code) && known.name.as_ref() == step.name
        };
        let mut running = self.running.borrow_mut();
        if let Some(top) = running.last().filter(|top| own(top)) {
            return (top.now.clone(), false);
        }
        let last = self.last.take();
        let (again, other) = if last.as_ref().is_some_and(own) && !step.is_first { (last, None) } else { (None, last) };
        let activation = again.unwrap_or_else(|| {
            let (code, module) = (step.code.clone(), step.module.clone());
            Activation { depth, code, name: step.name.cloned(), module, now: Rc::default() }
        });
        let now = activation.now.clone();
        running.push(activation);
        // What is dropped may look at frames.
        drop((running, other));
        (now, true)
    }
}

/// A statement that notes where it is.
pub struct Watched {
    /// The statement.
    pub inner: Item,
    /// Its place.
    pub span: Span,
    /// An activation begins with it.
    pub is_first: bool,
    /// See [`shows_variables`].
    pub shows_variables: bool,
    /// The function that it belongs to.
    pub origin: Rc<Origin>,
}

impl Watched {
    fn noted(&self, frame: &mut Frame, context: &Context, run: impl FnOnce(&mut Frame) -> Flow) -> Flow {
        let Origin { code, module, inline, .. } = &*self.origin;
        let Watched { span, is_first, shows_variables, .. } = *self;
        let step = Step { code, module, name: inline.as_ref(), span, is_first, shows_variables };
        context.watch.noted(&step, frame, run)
    }
}

impl Control for Watched {
    fn run(&self, frame: &mut Frame, context: &Context) -> Flow {
        self.noted(frame, context, |frame| match &self.inner {
            Item::Leaf(_, statement) | Item::Plain(statement) => statement.run(frame, context).into(),
            Item::Control(control) => control.run(frame, context),
        })
    }

    fn enter_at(&self, at: StmtId, frame: &mut Frame, context: &Context) -> Flow {
        self.noted(frame, context, |frame| match &self.inner {
            Item::Leaf(_, statement) | Item::Plain(statement) => statement.run(frame, context).into(),
            Item::Control(control) => control.enter_at(at, frame, context),
        })
    }

    fn inside(&self, at: StmtId) -> Option<&Block> {
        match &self.inner {
            Item::Control(control) => control.inside(at),
            Item::Leaf(..) | Item::Plain(_) => None,
        }
    }

    fn finish_guarded(&self, flow: Flow, after_else: bool, frame: &mut Frame, context: &Context) -> Flow {
        match &self.inner {
            Item::Control(control) => control.finish_guarded(flow, after_else, frame, context),
            Item::Leaf(..) | Item::Plain(_) => flow,
        }
    }
}
