//! The global variables of a script on one engine: a module object, and the table that numbers its slots.
//!
//! In: names from resolving, from the host and from the script itself. Out: slots that agree: the slot of a name in the
//! table is its slot in the module, which resolved trees and compiled code rely on.

use std::cell::RefCell;

use crate::resolve::GlobalNames;
use crate::resolve::tree::Code;
use crate::value::dict::Dict;
use crate::value::interned::interned;
use crate::value::module::Module;
use crate::value::{Gc, Symbol, Value};

/// Globals of one script, or of one session at the prompt.
pub(super) struct Globals {
    /// The values.
    pub module: Gc<Module>,
    names: RefCell<GlobalNames>,
}

impl Globals {
    /// A module `__main__` with these names, all unbound.
    pub fn new(names: &GlobalNames) -> Globals {
        let globals = Globals { module: Module::create("__main__"), names: RefCell::new(names.clone()) };
        globals.declare();
        globals
    }

    /// Takes all values away, and sets those that every script begins with.
    pub fn reset(&self, builtins: &Gc<Module>) {
        self.module.clear();
        self.module.define("__name__", interned("__main__"));
        for name in ["__doc__", "__package__", "__loader__", "__spec__"] {
            self.module.define(name, Value::None);
        }
        self.module.define("__annotations__", Value::from(Dict::new()));
        self.module.define("__builtins__", Value::from(builtins));
    }

    /// Sets what else a script knows of itself.
    pub fn describe(&self, code: &Code) {
        if let Some(doc) = &code.doc {
            self.module.define("__doc__", Value::str(doc));
        }
        let name = code.source.name();
        if !name.starts_with('<') {
            self.module.define("__file__", Value::str(name));
            self.module.define("__cached__", Value::None);
        }
    }

    /// Resolves more text against the table; names that come up are declared in the module.
    pub fn extend<T>(&self, resolve: impl FnOnce(&mut GlobalNames) -> T) -> T {
        // The script or the host may have declared names since.
        let known = self.names.borrow().names().len();
        for slot in known..self.module.slot_count() {
            self.names.borrow_mut().slot(self.module.name_of(slot as u32).as_str());
        }
        let resolved = resolve(&mut self.names.borrow_mut());
        self.declare();
        resolved
    }

    fn declare(&self) {
        let names = self.names.borrow();
        for name in &names.names()[self.module.slot_count()..] {
            self.module.declare(Symbol::new(name));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_agree_whoever_declares_them() {
        let mut names = GlobalNames::new();
        names.slot("a");
        let globals = Globals::new(&names);
        globals.module.define("b", Value::int(1));
        let (b, c) = globals.extend(|names| (names.slot("b"), names.slot("c")));
        assert_eq!(globals.module.name_of(b.0), Symbol::new("b"));
        assert_eq!(globals.module.name_of(c.0), Symbol::new("c"));
    }
}
