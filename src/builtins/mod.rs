//! Everything that scripts can name without defining it.

pub mod modules;
pub mod suggest;
pub mod text;
