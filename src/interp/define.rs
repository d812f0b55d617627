//! `def`, `lambda` and `import`.
//!
//! In: definitions and module names. Out: functions and modules, bound to variables.

use std::rc::Rc;
use std::sync::Arc;

use super::block::Statement;
use super::context::Context;
use super::frame::{Frame, slot};
use super::node::Node;
use super::origin::Origin;
use super::statement::Target;
use crate::raise;
use crate::resolve::tree::{Code, Slot};
use crate::source::Span;
use crate::value::function::Function;
use crate::value::module::Module;
use crate::value::{Raise, Symbol, Value, host, ops};

/// `def`
pub struct Define {
    /// Where the function goes.
    pub target: Target,
    /// What it runs.
    pub code: Arc<Code>,
    /// Defaults of the last positional parameters.
    pub defaults: Box<[Box<dyn Node>]>,
    /// Defaults of keyword-only parameters.
    pub keyword_defaults: Box<[Option<Box<dyn Node>>]>,
    /// Slots of the cells that it captures.
    pub closure: Box<[Slot]>,
}

impl Statement for Define {
    fn run(&self, frame: &mut Frame, context: &Context) -> Result<(), Raise> {
        let mut defaults = Vec::with_capacity(self.defaults.len());
        for node in &self.defaults {
            defaults.push(node.value(frame, context)?);
        }
        let mut keyword_defaults = Vec::with_capacity(self.keyword_defaults.len());
        for node in &self.keyword_defaults {
            keyword_defaults.push(match node {
                Some(node) => node.value(frame, context)?,
                None => Value::Unbound,
            });
        }
        let closure = self.closure.iter().map(|&at| slot(frame, at).clone()).collect();
        let module = self.target.origin.module.clone();
        let function = Function::create(self.code.clone(), module, defaults, keyword_defaults, closure);
        self.target.store(frame, Value::from(function));
        Ok(())
    }
}

/// `import a.b.c`
pub struct Import {
    /// The dotted name.
    pub module: Arc<str>,
    /// Bind the first component only.
    pub top: bool,
    /// What is bound.
    pub target: Target,
}

impl Statement for Import {
    fn run(&self, frame: &mut Frame, _context: &Context) -> Result<(), Raise> {
        let host = host::host()?;
        let mut module = Value::None;
        // Every package on the way is imported too.
        for (end, _) in self.module.match_indices('.').chain([(self.module.len(), "")]) {
            let imported = host.import(&self.module[..end])?;
            if module.is_none() || !self.top {
                module = imported;
            }
        }
        self.target.store(frame, module);
        Ok(())
    }
}

/// `from module import name`
pub struct ImportFrom {
    /// The dotted name.
    pub module: Arc<str>,
    /// Number of leading dots.
    pub level: u32,
    /// Which names go where.
    pub names: Box<[(Symbol, Target)]>,
    /// Its place.
    pub span: Span,
}

impl Statement for ImportFrom {
    fn run(&self, frame: &mut Frame, context: &Context) -> Result<(), Raise> {
        let module = import_absolute(&self.module, self.level)?;
        for (name, target) in &self.names {
            let Ok(value) = ops::attribute::get(&module, *name) else {
                let _ = crate::value::exception::take_pending();
                let of = module.downcast::<Module>().map_or_else(String::new, |module| module.name().to_string());
                let _ = raise!(ImportError, "cannot import name '{name}' from '{of}' (unknown location)");
                return Err(context.fail(self.span));
            };
            target.store(frame, value);
        }
        Ok(())
    }
}

/// `from module import *`
pub struct ImportStar {
    /// The dotted name.
    pub module: Arc<str>,
    /// Number of leading dots.
    pub level: u32,
    /// Where the names go.
    pub origin: Rc<Origin>,
}

impl Statement for ImportStar {
    fn run(&self, _frame: &mut Frame, _context: &Context) -> Result<(), Raise> {
        let module = import_absolute(&self.module, self.level)?;
        if let Some(module) = module.downcast::<Module>() {
            for name in module.names() {
                if !name.as_str().starts_with('_')
                    && let Some(value) = module.get(name)
                {
                    self.origin.module.set(name, value);
                }
            }
        }
        Ok(())
    }
}

fn import_absolute(module: &str, level: u32) -> Result<Value, Raise> {
    if level > 0 {
        return Err(raise!(ImportError, "attempted relative import with no known parent package"));
    }
    host::host()?.import(module)
}
