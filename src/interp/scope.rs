//! What `globals()`, `locals()`, `vars()`, `dir()`, `exec()` and `eval()` see of the activation that calls them.
//!
//! In: a callee, before it is called, and the caller's frame. Out: the names that the frame holds, kept in the context
//! for as long as the call lasts. Only these few functions cost anything.

use super::context::Context;
use super::frame::Frame;
use super::origin::Origin;
use crate::raise;
use crate::value::dict::Dict;
use crate::value::function::Builtin;
use crate::value::host;
use crate::value::module::Module;
use crate::value::{Gc, Res, Symbol, Value};

/// The names that an activation sees.
pub struct Scope {
    module: Gc<Module>,
    /// The names of a function's own; at the top level there are none.
    locals: Option<Value>,
}

/// Whether a callee looks at its caller's names.
#[inline]
pub fn is_wanted_by(callee: &Value) -> bool {
    let names = [Symbol::GLOBALS, Symbol::LOCALS, Symbol::VARS, Symbol::DIR, Symbol::EXEC, Symbol::EVAL];
    callee.downcast::<Builtin>().is_some_and(|builtin| names.contains(&builtin.name()))
}

impl Scope {
    /// The scope of an activation.
    #[cold]
    pub fn of(frame: &Frame, origin: &Origin) -> Scope {
        Scope { module: origin.module.clone(), locals: host::local_names(&origin.code, frame) }
    }

    /// The names that are not global; at the top level they are the same.
    pub fn locals(&self) -> Value {
        self.locals.clone().unwrap_or_else(|| self.globals())
    }

    fn globals(&self) -> Value {
        Value::from(Gc::<Dict>::of_module(&self.module))
    }
}

impl Context {
    /// The global names of whoever is calling.
    pub fn visible_globals(&self) -> Res {
        match &*self.scope.borrow() {
            Some(scope) => Ok(scope.globals()),
            None => Err(raise!(SystemError, "frame does not exist")),
        }
    }

    /// The local names of whoever is calling.
    pub fn visible_locals(&self) -> Res {
        match &*self.scope.borrow() {
            Some(scope) => Ok(scope.locals()),
            None => Err(raise!(SystemError, "frame does not exist")),
        }
    }
}
