//! Instances of classes that scripts make.
//!
//! In: a class. Out: an object with attributes. Where the attributes lie is known only here.

use super::class::Class;
use super::heap::{Gc, Ref, Trace};
use super::namespace::Namespace;

/// The body of an instance.
#[repr(C)]
pub struct Instance {
    fields: Namespace,
    class: Gc<Class>,
}

impl Instance {
    /// An instance without attributes.
    pub fn create(class: Gc<Class>) -> Gc<Instance> {
        let instance = Gc::new(Instance { fields: Namespace::default(), class });
        instance.track();
        instance
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
    }

    fn clear(&self) {
        self.fields.clear();
    }
}
