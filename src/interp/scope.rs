//! What `globals()`, `locals()`, `vars()`, `dir()`, `exec()` and `eval()` see of the activation that calls them.
//!
//! In: a callee, before it is called, and the caller's frame. Out: the names that the frame holds, kept in the context
//! for as long as the call lasts. Only these few functions cost anything.

use super::context::Context;
use super::frame::Frame;
use super::origin::Origin;
use crate::raise;
use crate::resolve::tree::CodeKind;
use crate::value::cell::Cell;
use crate::value::dict::Dict;
use crate::value::function::Builtin;
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
        let module = origin.module.clone();
        if origin.code.kind == CodeKind::Module {
            return Scope { module, locals: None };
        }
        if origin.code.kind == CodeKind::Class {
            return Scope { module, locals: frame.first().cloned() };
        }
        let locals = Dict::new();
        for (name, value) in origin.code.slots.iter().zip(frame) {
            let value = value.downcast::<Cell>().map_or_else(|| value.clone(), Cell::get);
            if !name.is_empty() && !value.is_unbound() {
                // Text can always be a key.
                let _ = locals.set(Value::str(name), value);
            }
        }
        Scope { module, locals: Some(Value::from(locals)) }
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
