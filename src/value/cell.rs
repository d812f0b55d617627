//! Cells: variables that a function shares with the functions inside it.
//!
//! In: a value. Out: the value, from wherever the cell was captured. Compiled code finds it at `VALUE_OFFSET`.

use super::Value;
use super::heap::{Gc, Ref, Slot, Trace};

/// The body of a cell.
#[repr(C)]
pub struct Cell {
    value: Slot,
}

impl Cell {
    /// Where the value lies in the body.
    pub const VALUE_OFFSET: i32 = 0;

    /// A cell with a value, which may be unbound.
    pub fn create(value: Value) -> Gc<Cell> {
        let cell = Gc::new(Cell { value: Slot::new(value) });
        cell.track();
        cell
    }

    /// The value; unbound if nothing was assigned.
    #[inline(always)]
    pub fn get(&self) -> Value {
        self.value.get()
    }

    /// The value, borrowed. It must not be held while script code may run or the cell is assigned.
    #[inline(always)]
    // The trait of that name promises equal hashes and comparisons, which is not meant.
    #[allow(clippy::should_implement_trait)]
    pub fn borrow(&self) -> &Value {
        self.value.borrow()
    }

    /// Assigns.
    #[inline(always)]
    pub fn set(&self, value: Value) {
        self.value.set(value);
    }
}

impl Trace for Cell {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.value.borrow().trace(visit);
    }

    fn clear(&self) {
        self.set(Value::Unbound);
    }
}
