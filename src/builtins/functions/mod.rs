//! The built-in functions.

pub mod iteration;
pub mod number;
