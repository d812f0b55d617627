//! The global names of a module: name ↔ slot, growing while a REPL session goes on.

use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

use super::tree::{GlobalSlot, Spoken};
use crate::source::Source;

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

/// What only a program that looks at frames says, or one whose messages tell where they come from.
const TELLING: [&str; 14] = [
    "_getframe",
    "currentframe",
    "print_stack",
    "extract_stack",
    "format_stack",
    "inspect.stack",
    "findCaller",
    "stack_info",
    "funcName",
    "%(lineno)",
    "%(filename)",
    "%(pathname)",
    "%(module)",
    "{lineno",
];

/// What a program says that looks at the variables of frames.
pub const FRAME_VARIABLES: &str = "f_locals";

/// What the words of a text speak of. Those of the library look at frames only where a script asks for it.
pub(super) fn spoken(source: &Source) -> Spoken {
    if source.name().starts_with("<library>") {
        return Spoken::default();
    }
    let says = |word: &str| source.text().contains(word);
    Spoken { frames: TELLING.into_iter().any(says), variables: says(FRAME_VARIABLES) }
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
