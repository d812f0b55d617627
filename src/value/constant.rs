//! `NotImplemented` and `Ellipsis`.
//!
//! Out: the one object of each on this thread.

use super::Value;
use super::heap::{Gc, Trace};

/// The body of a constant that has a type of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Constant {
    /// What an operator's method returns when it does not know the other operand.
    NotImplemented,
    /// `...`
    Ellipsis,
}

impl Trace for Constant {}

thread_local! {
    static NOT_IMPLEMENTED: Gc<Constant> = Gc::new(Constant::NotImplemented);
    static ELLIPSIS: Gc<Constant> = Gc::new(Constant::Ellipsis);
}

impl Value {
    /// `NotImplemented`
    pub fn not_implemented() -> Value {
        NOT_IMPLEMENTED.with(|constant| Value::from(constant))
    }

    /// `Ellipsis`
    pub fn ellipsis() -> Value {
        ELLIPSIS.with(|constant| Value::from(constant))
    }

    /// Whether it is `NotImplemented`.
    pub fn is_not_implemented(&self) -> bool {
        self.downcast::<Constant>() == Some(&Constant::NotImplemented)
    }
}
