//! Text to syntax tree: characters, tokens, layout, productions, nodes.
//!
//! ```text
//! decode -> token (logos) -> layout -> parse (LALRPOP) -> builder -> tree -> validate
//!                                        | on an error
//!                                        v
//!                                      explain
//! ```

mod builder;
mod decode;
pub mod dump;
mod explain;
mod fstring;
mod key;
pub mod layout;
mod literal;
pub mod marks;
pub mod parse;
mod target;
pub mod token;
pub mod tree;
mod validate;

pub use decode::decode;
pub use parse::{Interactive, has_block, parse, parse_interactive};
