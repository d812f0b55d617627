//! Instances of classes that scripts make.
//!
//! In: a class. Out: an object with attributes. Where the attributes lie is known only here.

use super::Value;
use super::class::Class;
use super::heap::{Gc, Ref, Trace};
use super::namespace::Namespace;
use std::cell::OnceCell;

/// The body of an instance.
#[repr(C)]
pub struct Instance {
    fields: Namespace,
    class: Gc<Class>,
    payload: OnceCell<Value>,
}

impl Instance {
    /// An instance without attributes.
    pub fn create(class: Gc<Class>) -> Gc<Instance> {
        let instance = Gc::new(Instance { fields: Namespace::default(), class, payload: OnceCell::new() });
        instance.track();
        instance
    }

    /// An instance around a value of a built-in type.
    pub fn wrap(class: &Gc<Class>, payload: Value) -> Gc<Instance> {
        let instance = Instance::create(class.clone());
        let _ = instance.payload.set(payload);
        instance
    }

    /// The value that it is around, borrowed.
    pub(in crate::value) fn payload_ref(&self) -> Option<&Value> {
        self.payload.get()
    }

    /// Its class.
    pub fn class(&self) -> &Gc<Class> {
        &self.class
    }

    /// Its attributes.
    pub fn fields(&self) -> &Namespace {
        &self.fields
    }
}

impl Trace for Instance {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.fields.trace(visit);
        visit(self.class.as_ref());
        if let Some(payload) = self.payload.get() {
            payload.trace(visit);
        }
    }

    fn clear(&self) {
        self.fields.clear();
    }
}
