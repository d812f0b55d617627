//! Activations as scripts see them: `sys._getframe`.
//!
//! In: the text of a program. Out: if it speaks of frames, each statement notes where it is and what its variables are
//! before it runs, on a stack beside that of the slots. Statements of all other programs know nothing of this, and cost
//! nothing; while it goes on, nothing is compiled.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use super::block::{Block, Control, Flow, Item};
use super::context::Context;
use super::frame::Frame;
use super::origin::Origin;
use super::scope::Scope;
use crate::resolve::tree::{Code, StmtId};
use crate::source::{Source, Span};
use crate::value::host::{Now, Seen};
use crate::value::module::Module;
use crate::value::{Gc, recursion};

/// What only a program that looks at frames says.
const TELLING: [&str; 6] =
    ["_getframe", "currentframe", "print_stack", "extract_stack", "format_stack", "inspect.stack"];

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
    wanted: Cell<bool>,
    /// The text that was looked through last.
    known: Cell<usize>,
    running: RefCell<Vec<Activation>>,
    /// The one whose statement ended last: its next statement goes on with it.
    last: RefCell<Option<Activation>>,
}

impl Watch {
    /// Whether statements note where they are.
    pub fn is_wanted(&self) -> bool {
        self.wanted.get()
    }

    /// Begins to watch if a text speaks of frames.
    pub fn read(&self, source: &Arc<Source>) {
        let address = Arc::as_ptr(source) as usize;
        if self.wanted.get() || self.known.replace(address) == address || source.name().starts_with("<library>") {
            return;
        }
        self.wanted.set(TELLING.iter().any(|word| source.text().contains(word)));
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

/// A statement that notes where it is.
pub struct Watched {
    /// The statement.
    pub inner: Item,
    /// Its place.
    pub span: Span,
    /// An activation begins with it.
    pub is_first: bool,
    /// The function that it belongs to.
    pub origin: Rc<Origin>,
}

impl Watched {
    fn noted(&self, frame: &mut Frame, context: &Context, run: impl FnOnce(&mut Frame) -> Flow) -> Flow {
        let depth = recursion::depth();
        let locals = Scope::of(frame, &self.origin).locals();
        let fresh = {
            let mut running = context.watch.running.borrow_mut();
            let own = |top: &Activation| top.depth == depth && Arc::ptr_eq(&top.code, &self.origin.code);
            match running.last_mut().filter(|top| own(top)) {
                Some(top) => {
                    let now = top.now.clone();
                    drop(running);
                    now.span.set(self.span);
                    drop(now.locals.replace(locals));
                    false
                }
                None => {
                    let last = context.watch.last.take().filter(|last| own(last) && !self.is_first);
                    let activation = last.unwrap_or_else(|| {
                        let (code, module) = (self.origin.code.clone(), self.origin.module.clone());
                        Activation { depth, code, name: self.origin.inline.clone(), module, now: Rc::default() }
                    });
                    let now = activation.now.clone();
                    running.push(activation);
                    drop(running);
                    now.span.set(self.span);
                    drop(now.locals.replace(locals));
                    true
                }
            }
        };
        let flow = run(frame);
        if fresh {
            let ended = context.watch.running.borrow_mut().pop();
            drop(context.watch.last.replace(ended));
        }
        flow
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
