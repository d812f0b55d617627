//! Formats that the program chooses: the mini-language of `format()` and f-strings, `%` templates, `str.format` templates.
//!
//! Numbers and texts are formatted here; everything else that a template can hold (attributes, items, objects with a
//! `__format__` of their own) is asked for through the traits [`percent::Arguments`] and [`template::Fields`].

mod float;
mod number;
pub mod percent;
pub mod spec;
pub mod template;

pub use number::{big, complex, float, int, text};

/// Whether there is room for a text of so many digits while it is made.
fn has_room(digits: usize) -> bool {
    crate::memory::allows(digits, 4)
}
