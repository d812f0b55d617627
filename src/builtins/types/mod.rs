//! The built-in types: their constructors, methods and attributes.

pub mod byte_array;
pub mod bytes;
pub mod class;
pub mod coroutine;
pub mod descriptor;
pub mod dict;
pub mod exception;
pub mod generator;
pub mod group;
mod iterator_state;
pub mod iterators;
pub mod list;
pub mod memory_view;
pub mod number;
pub mod set;
pub mod special;
pub mod str;
pub mod table;
