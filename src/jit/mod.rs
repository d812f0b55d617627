//! From optimised IR to machine code, and back into the interpreter's frames.
//!
//! In: a [`Unit`](crate::trace::ir::Unit). Out: a [`CompiledUnit`](compile::CompiledUnit) that can be entered, and the way from its exits to frames.
//! Knows neither the tree nor the interpreter; what it needs of them arrives as arguments.
//!
//! ```text
//! Unit --lower--> CLIF --Cranelift (isa)--> Relocatable --link (code)--> Code in an Arena block
//!                                                                          | abi: entry, context
//! frames <--exit-- exit values in the context <--------------------------- +
//! ```

pub mod abi;
pub mod arena;
pub mod code;
pub mod compile;
pub mod exit;
mod frames;
pub mod helper;
pub mod isa;
mod kept;
mod lookup;
pub mod lower;
mod objects;
pub mod runtime;
pub mod verify;
pub mod wide;
