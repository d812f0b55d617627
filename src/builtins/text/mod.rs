//! What the methods of `str` compute, on plain text.
//!
//! In: text. Out: text, parts of it, or yes and no. It knows no values and raises nothing: the methods themselves, with
//! their arguments and errors, are in `types::str`.

pub mod ascii;
pub mod case;
mod charmap;
pub mod encode;
pub mod escapes;
pub mod pad;
pub mod split;
