//! The built-in functions.

pub mod evaluate;
pub mod iteration;
pub mod number;
pub mod object;
pub mod text;
