//! Text that was compiled by `compile`, or is about to be run by `exec` or `eval`: a code object.
//!
//! In: a source and its tree. Out: the same, and what was resolved of it for a module before: names become slots of the
//! module whose globals the text is run with. Running it is the interpreter's.

use super::heap::{Gc, Ref};
use super::module::Module;
use super::opaque::Content;
use crate::resolve::tree::Code;
use crate::source::Source;
use crate::syntax::tree;
use std::cell::RefCell;
use std::sync::Arc;

/// What a text is compiled for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    /// Statements.
    Exec,
    /// One expression, whose value is wanted.
    Eval,
    /// A statement whose value, if it is an expression, is shown.
    Single,
}

/// A text and its tree.
pub struct Program {
    /// The text.
    pub source: Arc<Source>,
    /// Its tree; in mode `Eval` it returns the value.
    pub tree: tree::Module,
    /// What it is for.
    pub mode: Mode,
    /// What it became for the module that it was run with last.
    resolved: RefCell<Option<(Gc<Module>, Arc<Code>)>>,
}

impl Content for Program {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        if let Some((module, _)) = &*self.resolved.borrow() {
            visit(module.as_ref());
        }
    }

    fn clear(&self) {
        self.resolved.replace(None);
    }
}

impl Program {
    /// A program that has not run.
    pub fn new(source: Arc<Source>, tree: tree::Module, mode: Mode) -> Program {
        Program { source, tree, mode, resolved: RefCell::default() }
    }

    /// What it became for a module, or becomes now.
    pub fn resolved<E>(
        &self,
        module: &Gc<Module>,
        resolve: impl FnOnce() -> Result<Arc<Code>, E>,
    ) -> Result<Arc<Code>, E> {
        if let Some((known, code)) = &*self.resolved.borrow()
            && known.is(module)
        {
            return Ok(code.clone());
        }
        let code = resolve()?;
        self.resolved.replace(Some((module.clone(), code.clone())));
        Ok(code)
    }
}
