//! An embeddable interpreter for numeric Python scripts that compiles hot loops to machine code.

pub mod builtins;
pub mod cli;
pub mod engine;
pub mod error;
pub mod interp;
pub mod jit;
pub mod number;
pub mod repl;
pub mod report;
pub mod resolve;
pub mod source;
pub mod syntax;
pub mod trace;
pub mod unicode;
pub mod value;
