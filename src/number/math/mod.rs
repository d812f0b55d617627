//! What the `math` module computes.
//!
//! Plain numbers come in; a number or a [`Failure`] goes out. The C library does the mathematics, CPython's own rules
//! decide which of its results are errors. Arguments of other types were converted by the caller.

mod elementary;
mod gamma;
mod norm;
mod whole;

pub use elementary::*;
pub use gamma::{gamma, lgamma};
pub use norm::{ExactSum, distance, hypot};
pub use whole::{comb, factorial, perm};

use super::NumberError;

/// Why a function of `math` or `cmath` has no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The argument is outside the domain: `ValueError: math domain error`.
    Domain,
    /// The result is beyond the floats: `OverflowError: math range error`.
    Range,
}

impl From<Failure> for NumberError {
    fn from(failure: Failure) -> NumberError {
        match failure {
            Failure::Domain => NumberError::MATH_DOMAIN,
            Failure::Range => NumberError::MATH_RANGE,
        }
    }
}
