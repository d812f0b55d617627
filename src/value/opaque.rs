//! Rust data inside an instance whose class belongs to a library module: a generator of random numbers, a compiled
//! pattern.
//!
//! In: the data. Out: a value that an instance wraps, as the instance of a class derived from `int` wraps an int; so
//! scripts can derive from such a class, and its methods find the data.

use super::heap::{Gc, Ref, Trace};
use super::instance::Instance;
use super::memory_view::Buffer;
use super::{Kind, Value};
use std::any::Any;

/// What such data must tell the collector.
pub trait Content: Any {
    /// Whether it can never be part of a cycle.
    fn is_alone() -> bool
    where
        Self: Sized,
    {
        false
    }

    /// Calls `visit` once for every handle that it owns.
    fn trace(&self, _visit: &mut dyn FnMut(&Ref)) {}

    /// Lets go of the handles.
    fn clear(&self) {}

    /// The bytes that memory views may show, if it has any.
    fn buffer(&self) -> Option<&dyn Buffer> {
        None
    }
}

/// The body of the value that is wrapped.
pub struct Opaque {
    content: Box<dyn Content>,
}

impl Opaque {
    /// A value around data.
    pub fn create<T: Content>(content: T) -> Value {
        let opaque = Gc::new(Opaque { content: Box::new(content) });
        if !T::is_alone() {
            opaque.track();
        }
        Value::from(opaque)
    }

    /// The data, if it is of that type.
    pub fn get<T: Content>(&self) -> Option<&T> {
        let content: &dyn Any = &*self.content;
        content.downcast_ref()
    }
}

impl Trace for Opaque {
    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.content.trace(visit);
    }

    fn clear(&self) {
        self.content.clear();
    }
}

impl Value {
    /// The data of the instance that this is, if it has some of that type.
    pub fn content<T: Content>(&self) -> Option<&T> {
        self.opaque()?.get()
    }

    /// The bytes that memory views may show, if the instance that this is has any.
    pub(in crate::value) fn buffer(&self) -> Option<&dyn Buffer> {
        self.opaque()?.content.buffer()
    }

    /// The value of a built-in type that this is around, if it is an instance of a class that derives from one.
    pub fn inside(&self) -> Option<Value> {
        self.downcast::<Instance>()?.payload_ref().filter(|value| value.kind() != Some(Kind::Opaque)).cloned()
    }

    fn opaque(&self) -> Option<&Opaque> {
        self.downcast::<Instance>()?.payload_ref()?.downcast::<Opaque>()
    }
}
