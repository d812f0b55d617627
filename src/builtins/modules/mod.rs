//! The modules of this slice of the standard library.

pub mod clock;
