//! Instances of classes that derive from built-in types, taken as values of these types.
//!
//! In: any value. Out: the value of the built-in type inside, where the class itself says nothing else. Operators come here
//! after the methods of the class were asked; what they compute is of the built-in type again, as in CPython.

use super::number::Number;
use crate::value::instance::Instance;
use crate::value::{Kind, Value};

/// The value of a built-in type that an instance is around.
#[cold]
#[inline(never)]
pub fn payload(value: &Value) -> Option<Value> {
    let payload = value.downcast::<Instance>()?.payload_ref()?;
    // The data of library modules are no values that operators know.
    (!matches!(payload.kind(), Some(Kind::Opaque))).then(|| payload.clone())
}

/// The real number that an instance is around.
pub fn real(value: &Value) -> Option<Value> {
    number(value).filter(|payload| payload.kind() != Some(Kind::Complex))
}

/// The number that an instance is around. What it is around otherwise is not what errors are to speak of.
pub fn number(value: &Value) -> Option<Value> {
    payload(value).filter(|payload| Number::of(payload).is_some())
}

/// The container or text that an instance is around, with items that come in an order.
pub fn ordered(value: &Value) -> Option<Value> {
    payload(value).filter(|payload| Number::of(payload).is_none() && payload.kind() != Some(Kind::Set))
}

/// The value of a built-in type that a value is or is around.
#[inline]
pub fn plain(value: &Value) -> Value {
    match value.kind() {
        Some(Kind::Instance) => payload(value).unwrap_or_else(|| value.clone()),
        _ => value.clone(),
    }
}
