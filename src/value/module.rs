//! Modules: a name and a namespace.
//!
//! In: names and values. Out: the same, by name or by slot. A script's globals are the slots of its module; compiled
//! code reads them through the storage words at `SLOTS_OFFSET` in the body.

use super::class::Statements;
use super::dict::Dict;
use super::heap::{Gc, Ref, Trace};
use super::namespace::Namespace;
use super::{Symbol, Value};
use std::cell::{Cell, OnceCell};
use std::ops::Deref;

/// The body of a module. It derefs to its namespace.
#[repr(C)]
pub struct Module {
    names: Namespace,
    name: Symbol,
    /// Its text is running.
    partial: Cell<bool>,
    /// The dictionary that shows its names, once somebody asked for it.
    dict: OnceCell<Gc<Dict>>,
    /// The names behind its own, if they are not the built-in ones.
    builtins: OnceCell<Gc<Module>>,
    classes: Statements,
}

impl Module {
    /// Where the storage words of the globals lie in the body.
    pub const SLOTS_OFFSET: i32 = Namespace::SLOTS_OFFSET;

    /// An empty module.
    pub fn create(name: &str) -> Gc<Module> {
        let module = Gc::new(Module {
            names: Namespace::default(),
            name: Symbol::new(name),
            partial: Cell::new(false),
            dict: OnceCell::new(),
            builtins: OnceCell::new(),
            classes: Statements::default(),
        });
        module.track();
        module
    }

    /// One that has no name, nor anything else, before it is given it.
    pub fn unnamed() -> Gc<Module> {
        let module = Module::create("");
        module.declare(Symbol::NAME);
        module
    }

    /// What it is called.
    pub fn name(&self) -> Symbol {
        self.name
    }

    /// Whether it is being imported: its text has not run to its end.
    pub fn is_partial(&self) -> bool {
        self.partial.get()
    }

    pub(super) fn dict(&self) -> &OnceCell<Gc<Dict>> {
        &self.dict
    }

    /// The names behind its own, if they are not the built-in ones.
    pub fn builtins(&self) -> Option<&Gc<Module>> {
        self.builtins.get()
    }

    /// Puts other names behind its own than the built-in ones; only before anything of it has run.
    pub fn set_builtins(&self, builtins: Gc<Module>) {
        let _ = self.builtins.set(builtins);
    }

    /// What its class statements have made.
    pub fn classes(&self) -> &Statements {
        &self.classes
    }

    /// Says whether it is being imported.
    pub fn set_partial(&self, partial: bool) {
        self.partial.set(partial);
    }

    /// The address of the first global, for compiled code; good until a name is added.
    pub fn slots_address(&self) -> *mut Value {
        self.names.slots_address()
    }

    /// Gives a name a value.
    pub fn define(&self, name: &str, value: Value) {
        self.names.set(Symbol::new(name), value);
    }
}

impl Deref for Module {
    type Target = Namespace;
    #[inline(always)]
    fn deref(&self) -> &Namespace {
        &self.names
    }
}

impl Trace for Module {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.names.trace(visit);
        if let Some(dict) = self.dict.get() {
            visit(dict.as_ref());
        }
        if let Some(builtins) = self.builtins.get() {
            visit(builtins.as_ref());
        }
        self.classes.trace(visit);
    }

    fn clear(&self) {
        self.names.clear();
        self.classes.clear();
    }
}
