//! The global names of a module: name ↔ slot, growing while a REPL session goes on.

use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

use super::tree::GlobalSlot;

/// Names of a module's globals by slot. A slot never changes its name.
#[derive(Clone, Debug, Default)]
pub struct GlobalNames {
    names: Vec<Arc<str>>,
    index: FxHashMap<Arc<str>, GlobalSlot>,
    /// Names that hold a module or a function of one whose functions are pure, as far as the texts seen tell.
    pure: FxHashSet<Arc<str>>,
}

/// Whether a built-in function of this name looks at the variables of its caller.
pub fn looks_at_variables(name: &str) -> bool {
    matches!(name, "locals" | "vars" | "dir" | "eval" | "exec")
}

impl GlobalNames {
    /// An empty table.
    pub fn new() -> Self {
        Self::default()
    }

    /// The slot of `name`, made if need be.
    pub fn slot(&mut self, name: &str) -> GlobalSlot {
        if let Some(&slot) = self.index.get(name) {
            return slot;
        }
        let slot = GlobalSlot(self.names.len() as u32);
        let name: Arc<str> = name.into();
        self.names.push(name.clone());
        self.index.insert(name, slot);
        slot
    }

    /// The slot of `name`, if it has one.
    pub fn find(&self, name: &str) -> Option<GlobalSlot> {
        self.index.get(name).copied()
    }

    /// The name of a slot.
    pub fn name(&self, slot: GlobalSlot) -> &Arc<str> {
        &self.names[slot.0 as usize]
    }

    /// All names, in slot order.
    pub fn names(&self) -> &[Arc<str>] {
        &self.names
    }

    pub(super) fn set_pure(&mut self, name: &Arc<str>, pure: bool) {
        if pure {
            self.pure.insert(name.clone());
        } else {
            self.pure.remove(name);
        }
    }

    pub(super) fn is_pure(&self, name: &str) -> bool {
        self.pure.contains(name)
    }
}
