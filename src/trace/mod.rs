//! From a hot loop to optimised IR.
//!
//! Comes in: the resolved tree and what the profile has seen. Goes out: a [`ir::Unit`] that `jit` turns into machine code.

pub mod abort;
pub mod arithmetic;
pub mod assigned;
pub mod build;
pub mod eval;
pub mod helper;
pub mod ir;
pub mod live;
pub mod opt;
pub mod profile;
pub mod record;
pub mod text;
pub mod turn;
