//! Between two statements: objects whose last handle has gone are finalized, and what waited for the statement to end is
//! called with its place ([`later`]). Before a text runs: what is hardly meant in it is told.

use std::sync::Arc;

use super::context::Context;
use crate::resolve::tree::{Code, StmtId};
use crate::value::exception::{Exception, raise_object};
use crate::value::heap::finalize;
use crate::value::later::{Place, What};
use crate::value::module::Module;
use crate::value::{Error, Raise, Symbol, Value, later, ops, types, warned};

impl Context {
    /// Does what is to be done after a statement.
    #[cold]
    #[inline(never)]
    pub fn settle(&self, code: &Code, module: &Module, at: StmtId) -> Result<(), Raise> {
        self.finalize();
        self.settle_place(code, module, at)
    }

    /// Notes that a statement has raised, in an activation that is called `name` if not by the name of its code, and calls what
    /// waited for the part of it that has run.
    #[cold]
    #[inline(never)]
    pub fn raised_at(&self, code: &Arc<Code>, name: Option<&Arc<str>>, module: &Module, at: StmtId) {
        self.note(code, name, at);
        if finalize::is_waiting() {
            let exception = self.catch();
            match self.settle_place(code, module, at) {
                Ok(()) => drop(self.raise_again(exception)),
                Err(Raise) => self.note(code, name, at),
            }
        }
    }

    /// Calls what waited for a statement, or for the part of it that has run; raises it if it is an exception.
    #[cold]
    #[inline(never)]
    pub fn settle_place(&self, code: &Code, module: &Module, at: StmtId) -> Result<(), Raise> {
        if !finalize::is_waiting() || code.is_hidden() {
            return Ok(());
        }
        let (source, span) = (&code.source, code.spans[at.0 as usize]);
        let line = source.line(span.start);
        later::forget_told(source.name(), line);
        if !finalize::is_waiting() {
            return Ok(());
        }
        let place = || [Value::str(source.name()), Value::int(line.into()), Value::str(module.name().as_str())];
        // The pages stand for numpy's own machine code, which has no lines.
        let is_inner = source.name().starts_with("<library>/numpy/");
        later::take(is_inner, place).into_iter().try_for_each(|(what, place)| carry_out(what, &place))
    }

    /// Warns of what is hardly meant in a text that is going to run.
    pub fn tell_doubts(&self, code: &Code) -> Result<(), Raise> {
        for (span, text) in &code.doubts {
            let warnings = self.import_module("warnings")?;
            let warn = ops::attribute::get(&warnings, Symbol::new("warn_explicit"))?;
            let (file, line) = (Value::str(code.source.name()), Value::int(code.source.line(span.start).into()));
            let class = Value::from(types().exception(Error::SyntaxWarning));
            ops::call::call(&warn, &[Value::str(text), class, file, line])?;
        }
        Ok(())
    }

    /// Calls what waits for activations that there are not.
    pub fn settle_rest(&self) {
        for (what, place) in later::take_all() {
            let called = match &what {
                What::Call(call) => call.clone(),
                What::Warning(_) => Value::None,
            };
            if carry_out(what, &place).is_err() {
                self.tell(&called);
            }
        }
    }
}

/// Raises, calls or tells what waited for a place.
fn carry_out(what: What, place: &Place) -> Result<(), Raise> {
    match what {
        What::Call(call) => match call.as_gc::<Exception>() {
            Some(exception) => Err(raise_object(exception.clone())),
            None => ops::call::call(&call, place).map(drop),
        },
        What::Warning(warning) => warned::tell(warning, place),
    }
}
