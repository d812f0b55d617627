//! Finding what `object.name(…)` calls, without making a bound method.
//!
//! In: a receiver and a name. Out: a function, and whether the receiver is its first argument. A call site remembers the
//! method of the built-in type that it met first: the methods of built-in types never change.

use std::cell::OnceCell;

use crate::value::function::Builtin;
use crate::value::{Gc, Kind, Raise, Symbol, Value, ops};

/// What is called.
pub enum Found {
    /// A function whose first argument is the receiver.
    Method(Value),
    /// A function that takes the arguments alone.
    Function(Value),
}

/// The method met first at a call site.
#[derive(Default)]
pub struct Methods(OnceCell<(u64, Option<Kind>, Gc<Builtin>)>);

impl Methods {
    /// Finds what a name means on an object.
    pub fn find(&self, object: &Value, name: Symbol) -> Result<Found, Raise> {
        if let Some((tag, kind, method)) = self.0.get()
            && *tag == object.tag()
            && *kind == object.kind()
        {
            return Ok(Found::Method(Value::from(method)));
        }
        let (function, bound) = ops::attribute::method(object, name)?;
        if !bound {
            return Ok(Found::Function(function));
        }
        if decides_class(object)
            && let Some(method) = function.as_gc::<Builtin>()
        {
            self.0.get_or_init(|| (object.tag(), object.kind(), method.clone()));
        }
        Ok(Found::Method(function))
    }
}

/// Whether tag and kind of a value alone tell its class, and attributes are looked up there only.
fn decides_class(value: &Value) -> bool {
    match value.kind() {
        None => true,
        Some(kind) => matches!(
            kind,
            Kind::Str
                | Kind::BigInt
                | Kind::Complex
                | Kind::List
                | Kind::Tuple
                | Kind::Dict
                | Kind::Range
                | Kind::Bytes
                | Kind::Generator
        ),
    }
}
