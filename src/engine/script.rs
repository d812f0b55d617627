//! Scripts: text that was parsed and resolved once, to be run any number of times.
//!
//! In: a name and a text. Out: `Script`, which any engine on any thread can run, or a syntax error. It holds no values.

use std::sync::{Arc, Weak};
use std::time::{Duration, Instant};

use super::error::Error;
use crate::resolve::tree::Code;
use crate::resolve::{GlobalNames, lower_module};
use crate::source::Source;
use crate::syntax::{decode, parse};

/// A compiled script. Cloning it is cheap; it may be sent to other threads.
#[derive(Clone, Debug)]
pub struct Script(Arc<Compiled>);

#[derive(Debug)]
struct Compiled {
    code: Arc<Code>,
    names: GlobalNames,
    time: Duration,
}

/// Tells whether a script is still there.
pub(super) struct Known(Weak<Compiled>);

impl Script {
    /// Parses and resolves a text. Messages call it `name`, usually a path.
    ///
    /// # Errors
    /// A `SyntaxError` with its place if the text is no program.
    pub fn compile(name: &str, text: &str) -> Result<Script, Error> {
        let start = Instant::now();
        Script::from_source(Arc::new(Source::new(name, text)), start)
    }

    pub(super) fn from_source(source: Arc<Source>, start: Instant) -> Result<Script, Error> {
        let mut names = GlobalNames::new();
        let code = parse(&source)
            .and_then(|module| lower_module(&module, &source, &mut names, false))
            .map_err(|error| Error::syntax(error, &source))?;
        let time = start.elapsed();
        Ok(Script(Arc::new(Compiled { code, names, time })))
    }

    /// The same from the bytes of a file: UTF-8, unless a coding comment says otherwise.
    ///
    /// # Errors
    /// A `SyntaxError` if the bytes are no text, or the text is no program.
    pub fn from_bytes(name: &str, bytes: &[u8]) -> Result<Script, Error> {
        let start = Instant::now();
        let source = decode(name, bytes).map_err(|error| Error::syntax(error, &Arc::new(Source::new(name, ""))))?;
        Script::from_source(Arc::new(source), start)
    }

    /// What messages call it.
    pub fn name(&self) -> &str {
        self.0.code.source.name()
    }

    /// How long parsing and resolving took.
    pub fn compile_time(&self) -> Duration {
        self.0.time
    }

    /// The resolved tree of its top level.
    pub fn code(&self) -> &Arc<Code> {
        &self.0.code
    }

    pub(super) fn names(&self) -> &GlobalNames {
        &self.0.names
    }

    pub(super) fn known(&self) -> Known {
        Known(Arc::downgrade(&self.0))
    }
}

impl Known {
    /// Whether it is this script.
    pub(super) fn is(&self, script: &Script) -> bool {
        std::ptr::eq(self.0.as_ptr(), Arc::as_ptr(&script.0))
    }

    /// Whether nobody holds the script any more.
    pub(super) fn is_gone(&self) -> bool {
        self.0.strong_count() == 0
    }
}

#[cfg(test)]
mod tests {
    use super::Script;

    #[test]
    fn scripts_may_go_to_other_threads() {
        fn check<T: Send + Sync + Clone + 'static>() {}
        check::<Script>();
    }
}
