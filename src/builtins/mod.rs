//! Everything that scripts can name without defining it.

mod argument;
pub mod functions;
pub mod modules;
mod sort;
pub mod suggest;
pub mod text;
pub mod types;
