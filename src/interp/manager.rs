//! The methods that `with` calls, bound to the manager.
//!
//! In: the slot of a manager. Out: its bound `__enter__` or `__exit__`. A node remembers the function that it found for the first kind
//! of instances, and has everything else found the general way.

use std::cell::{Cell, OnceCell};

use super::context::Context;
use super::display::PureCall;
use super::frame::{Frame, slot};
use super::node::Node;
use super::seen::Key;
use crate::resolve::tree::Slot;
use crate::value::function::{Function, Method};
use crate::value::instance::Instance;
use crate::value::shape::Shape;
use crate::value::{Gc, Res, Symbol, Value, class_of};

/// A method of the manager in a slot.
pub struct ManagerMethod {
    manager: Slot,
    name: Symbol,
    /// The general way.
    find: PureCall,
    seen: Cell<Key>,
    /// The shape is kept alive, so that no other one can have its address.
    known: OnceCell<(Gc<Shape>, Gc<Function>)>,
}

impl ManagerMethod {
    /// The node.
    pub fn new(manager: Slot, name: Symbol, find: PureCall) -> ManagerMethod {
        ManagerMethod { manager, name, find, seen: Cell::default(), known: OnceCell::new() }
    }

    #[cold]
    fn learn(&self, manager: &Value) {
        let Some(instance) = manager.downcast::<Instance>().filter(|_| self.known.get().is_none()) else { return };
        if let Some(found) = class_of(manager).lookup(self.name)
            && let Some(function) = found.as_gc::<Function>()
        {
            self.seen.set(Key::of(instance));
            self.known.get_or_init(|| (instance.shape(), function.clone()));
        }
    }
}

impl Node for ManagerMethod {
    fn value(&self, frame: &mut Frame, context: &Context) -> Res {
        let manager = slot(frame, self.manager);
        if let Some(instance) = manager.downcast::<Instance>()
            && Key::of(instance) == self.seen.get()
            && let Some((_, function)) = self.known.get()
        {
            return Ok(Value::from(Method::create(Value::from(function), manager.clone())));
        }
        let manager = manager.clone();
        let found = self.find.value(frame, context)?;
        self.learn(&manager);
        Ok(found)
    }
}
