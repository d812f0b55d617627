//! `def` and `lambda`.
//!
//! In: definitions. Out: functions, bound to variables.

use std::sync::Arc;

use super::block::Statement;
use super::context::Context;
use super::frame::{Frame, slot};
use super::node::Node;
use super::statement::Target;
use crate::resolve::tree::{Code, Slot};
use crate::value::function::Function;
use crate::value::{Raise, Value};

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
