//! The meaning of numbers: what CPython's int, float and complex do, on plain `i64`, `f64`, `Complex64` and big integers.
//!
//! Numbers and text come in; numbers, text or a [`NumberError`] go out. Nothing here knows `Value`, frames or exceptions
//! as objects: interpreter, constant folding, the trace evaluator and helpers of compiled code all call these functions,
//! so that an operator has one meaning in every tier.

pub mod big;
pub mod cmath;
pub mod complex;
pub mod decimal;
pub mod digits;
mod error;
pub mod float;
pub mod format;
pub mod hash;
pub mod int;
mod integer;
pub mod libm;
pub mod math;
pub mod parse;
pub mod random;
pub mod repr;

pub use dashu_int::{IBig, UBig};
pub use error::{ErrorKind, NumberError};
pub use integer::Integer;
pub use num_complex::Complex64;
