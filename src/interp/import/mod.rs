//! Importing: the registry of modules, and the way from a name to a module that has run.
//!
//! In: whole names. Out: modules, out of `sys.modules` or found, loaded and run. What the statements mean beyond that is
//! in `builtins::import`; where modules lie is known to `find`, how text becomes a module to `load`.

mod find;
mod load;
mod program;
pub mod statement;

pub use load::{Loaded, compile, compile_in_namespace};
pub use program::describe_program;

use super::context::Context;
use crate::builtins::import;
use crate::library;
use crate::value::dict::Dict;
use crate::value::exception::{Error, raise_named};
use crate::value::module::Module;
use crate::value::{Gc, Raise, Res, Symbol, Value, ops};
use std::cell::{Cell, RefCell};
use std::collections::HashMap;

/// What an engine knows of modules.
pub struct Modules {
    /// `sys.modules`
    pub registry: Gc<Dict>,
    /// The module `sys`, whose `path` says where to look.
    pub sys: RefCell<Option<Gc<Module>>>,
    /// The folders that modules may come from; any, if there is no list.
    pub folders: RefCell<Option<Vec<String>>>,
    /// Modules made of text, by what messages call the text.
    loaded: RefCell<HashMap<String, Loaded>>,
    /// How many programs have begun.
    run: Cell<u32>,
    /// The modules whose texts are running, the innermost last.
    running: RefCell<Vec<Symbol>>,
}

impl Default for Modules {
    fn default() -> Modules {
        Modules {
            registry: Dict::new(),
            sys: RefCell::default(),
            folders: RefCell::new(Some(Vec::new())),
            loaded: RefCell::default(),
            run: Cell::new(0),
            running: RefCell::default(),
        }
    }
}

impl Modules {
    /// The innermost module whose text is running.
    pub fn running(&self) -> Symbol {
        self.running.borrow().last().copied().unwrap_or(Symbol::MAIN)
    }

    /// A registered module, or whatever a script has put there.
    pub fn get(&self, name: &str) -> Option<Value> {
        self.registry.get_str(name)
    }

    /// Registers a module.
    pub fn set(&self, name: &str, module: Value) {
        // Text can always be a key.
        let _ = self.registry.set(Value::str(name), module);
    }

    /// A program begins: modules made of text will be made again when they are imported, as in a process of its own.
    pub fn begin(&self, main: &Gc<Module>) {
        self.run.set(self.run.get() + 1);
        for (name, value) in self.registry.pairs() {
            let is_text = value.downcast::<Module>().is_none_or(|module| module.contains(Symbol::new("__file__")));
            if is_text {
                // Text can always be a key.
                let _ = self.registry.remove(&name);
            }
        }
        self.set("__main__", Value::from(main));
    }

    /// The module that was made of a text.
    pub fn made_of(&self, source: &str) -> Option<Gc<Module>> {
        self.loaded.borrow().get(source).map(|loaded| loaded.module.clone())
    }

    /// All modules that were made of text.
    pub fn made_of_text(&self) -> Vec<Gc<Module>> {
        self.loaded.borrow().values().map(|loaded| loaded.module.clone()).collect()
    }
}

impl Context {
    /// The module of a whole name, with all packages around it imported first.
    pub fn import_module(&self, name: &str) -> Res {
        if let Some(known) = self.registered(name)? {
            return Ok(known);
        }
        let mut parent = None;
        if let Some((package, _)) = name.rsplit_once('.') {
            let value = self.import_module(package)?;
            // Importing the package may have imported the module.
            if let Some(known) = self.registered(name)? {
                return Ok(known);
            }
            parent = Some((package, value));
        }
        let path = match &parent {
            None => None,
            Some((package, value)) => match ops::attribute::find(value, Symbol::new("__path__"))? {
                Some(path) => Some(path),
                None => return Err(import::missing(name, Some(package), library::instead_of(name))),
            },
        };
        let Some(found) = self.find_module(name, path.as_ref())? else {
            return Err(import::missing(name, None, library::instead_of(name)));
        };
        let module = self.load_module(name, found)?;
        if let Some((_, parent)) = parent {
            let inner = name.rsplit('.').next().unwrap_or(name);
            ops::attribute::set(&parent, Symbol::new(inner), module.clone())?;
        }
        Ok(module)
    }

    fn registered(&self, name: &str) -> Result<Option<Value>, Raise> {
        match self.modules.get(name) {
            Some(value) if value.is_none() => {
                let message = format_args!("import of {name} halted; None in sys.modules");
                Err(raise_named(Error::ModuleNotFoundError, name, message))
            }
            found => Ok(found),
        }
    }
}
