//! Where nodes come from: the function they were built for, and the module whose globals it sees.
//!
//! In: code and a module. Out: statements found again by number, for nodes that build typed versions of themselves, and
//! globals and cells as places. Nodes share it; it owns no nodes.

use std::rc::Rc;
use std::sync::Arc;

use super::frame::{Frame, slot};
use super::typed::{Places, Target};
use crate::resolve::tree::{Block, Code, GlobalSlot, Slot, Stmt, StmtId, StmtKind};
use crate::value::cell::Cell;
use crate::value::module::Module;
use crate::value::{Gc, Symbol, Value};

/// A function, the module that defines it, and the built-ins behind that.
pub struct Origin {
    /// The function.
    pub code: Arc<Code>,
    /// Its globals.
    pub module: Gc<Module>,
    /// Names that every module sees.
    pub builtins: Gc<Module>,
    /// What tracebacks call the nodes, if not by the name of the function: `<listcomp>` …
    pub inline: Option<Arc<str>>,
    /// Of these: where the nodes around them come from.
    pub around: Option<Rc<Origin>>,
    /// Arguments of a call are stored from here on: the size of the function's own frame.
    pub callee: Slot,
}

impl Origin {
    /// The origin of the nodes of a function.
    pub fn new(code: Arc<Code>, module: Gc<Module>, builtins: Gc<Module>) -> Rc<Origin> {
        let callee = Slot(code.slots.len() as u32);
        Rc::new(Origin { code, module, builtins, inline: None, around: None, callee })
    }

    /// The same for the nodes of a block that has a name of its own.
    pub fn inline(around: &Rc<Origin>, name: &Arc<str>) -> Rc<Origin> {
        let (code, module, builtins) = (around.code.clone(), around.module.clone(), around.builtins.clone());
        let (inline, callee) = (Some(name.clone()), around.callee);
        Rc::new(Origin { code, module, builtins, inline, around: Some(around.clone()), callee })
    }

    /// The statement with a number.
    pub fn statement(&self, id: StmtId) -> Option<&Stmt> {
        find(&self.code.body, id)
    }

    /// The value of a global; unbound where the module has none, whatever the built-ins have.
    pub fn global(&self, at: GlobalSlot) -> &Value {
        self.module.slot_ref(at.0).unwrap_or(&Value::Unbound)
    }

    /// The name of a global.
    pub fn global_name(&self, at: GlobalSlot) -> Symbol {
        self.module.name_of(at.0)
    }

    /// A global as a place.
    pub fn global_place(&self, at: GlobalSlot) -> Global {
        Global { module: self.module.clone(), slot: at.0 }
    }

    /// A captured variable as a place.
    pub fn cell_place(&self, at: Slot) -> Captured {
        Captured(at)
    }

    /// The name of a slot.
    pub fn slot_name(&self, at: Slot) -> Symbol {
        Symbol::new(&self.code.slots[at.0 as usize])
    }
}

/// Finds a statement by number, downwards through the blocks that hold it.
fn find(block: &Block, id: StmtId) -> Option<&Stmt> {
    let place = block.statements.partition_point(|statement| statement.id <= id).checked_sub(1)?;
    let statement = &block.statements[place];
    if statement.id == id {
        return Some(statement);
    }
    let mut inner: Vec<&Block> = Vec::new();
    match &statement.kind {
        StmtKind::If { then, orelse, .. } => inner.extend([then, orelse]),
        StmtKind::While(node) => inner.extend([&node.header, &node.body, &node.orelse]),
        StmtKind::For(node) => inner.extend([&node.body, &node.orelse]),
        StmtKind::Inline { body, .. } => inner.push(body),
        StmtKind::Try(node) => {
            inner.push(&node.body);
            inner.extend(node.handlers.iter().map(|handler| &handler.body));
            inner.push(&node.orelse);
            inner.extend(&node.finally);
        }
        _ => {}
    }
    inner.into_iter().find_map(|block| find(block, id))
}

/// A global variable.
pub struct Global {
    module: Gc<Module>,
    slot: u32,
}

impl Places for Global {
    #[inline(always)]
    fn place<'f>(&'f self, _frame: &'f Frame) -> Option<&'f Value> {
        self.module.slot_ref(self.slot)
    }
}

impl Target for Global {
    #[inline(always)]
    fn store(&self, _frame: &mut Frame, value: Value) {
        self.module.set_slot(self.slot, value);
    }

    fn store_complex(&self, _frame: &mut Frame, re: f64, im: f64) {
        self.module.set_slot(self.slot, Value::complex(re, im));
    }
}

/// A variable in a cell.
pub struct Captured(Slot);

impl Places for Captured {
    #[inline(always)]
    fn place<'f>(&'f self, frame: &'f Frame) -> Option<&'f Value> {
        Some(slot(frame, self.0).downcast::<Cell>()?.borrow())
    }
}

impl Target for Captured {
    #[inline(always)]
    fn store(&self, frame: &mut Frame, value: Value) {
        if let Some(cell) = slot(frame, self.0).downcast::<Cell>() {
            cell.set(value);
        }
    }

    fn store_complex(&self, frame: &mut Frame, re: f64, im: f64) {
        self.store(frame, Value::complex(re, im));
    }
}
