//! Pins the sizes that speed rests on: a value, and the result of an operation, travel in two
//! machine registers.

use std::mem::size_of;
use taipan::value::{Raise, Value};

#[test]
fn a_value_is_two_words() {
    assert_eq!(size_of::<Value>(), 16);
}

#[test]
fn a_result_is_no_larger_than_a_value() {
    assert_eq!(size_of::<Raise>(), 0);
    assert_eq!(size_of::<Result<Value, Raise>>(), 16);
    assert_eq!(size_of::<Option<Value>>(), 16);
}
