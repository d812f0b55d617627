//! Instances of classes that scripts make, and of classes that library modules make.
//!
//! In: a class. Out: an object with attributes. Where the attributes lie is known only here. An instance of a library
//! module's class carries Rust data besides, its content.

use super::Value;
use super::class::Class;
use super::heap::{Gc, Ref, Trace};
use super::namespace::Namespace;
use std::any::Any;
use std::cell::OnceCell;

/// The Rust data of an instance whose class belongs to a library module (a generator of random numbers, a compiled
/// pattern). Classes that scripts derive from such a class have instances with the same content: its `__new__` puts it in.
pub trait Content: Any {
    /// Calls `visit` once for every handle that it owns.
    fn trace(&self, _visit: &mut dyn FnMut(&Ref)) {}

    /// Lets go of the handles.
    fn clear(&self) {}
}

/// The body of an instance.
#[repr(C)]
pub struct Instance {
    fields: Namespace,
    class: Gc<Class>,
    content: OnceCell<Box<dyn Content>>,
}

impl Instance {
    /// An instance without attributes.
    pub fn create(class: Gc<Class>) -> Gc<Instance> {
        let instance = Gc::new(Instance { fields: Namespace::default(), class, content: OnceCell::new() });
        instance.track();
        instance
    }

    /// An instance with content and without attributes.
    pub fn with_content(class: Gc<Class>, content: impl Content) -> Gc<Instance> {
        let instance = Instance::create(class);
        let _ = instance.content.set(Box::new(content));
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

    /// Its content, if it is one of that type.
    pub fn content<T: Content>(&self) -> Option<&T> {
        let content: &dyn Any = &**self.content.get()?;
        content.downcast_ref()
    }
}

impl Value {
    /// The content of the instance that this is, if it has one of that type.
    pub fn content<T: Content>(&self) -> Option<&T> {
        self.downcast::<Instance>()?.content()
    }
}

impl Trace for Instance {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.fields.trace(visit);
        visit(self.class.as_ref());
        if let Some(content) = self.content.get() {
            content.trace(visit);
        }
    }

    fn clear(&self) {
        self.fields.clear();
        if let Some(content) = self.content.get() {
            content.clear();
        }
    }
}
