//! The semantics: one function an operator, on values.
//!
//! In: values. Out: a value, or an exception on its way. Interpreter, recorder, folding and the helpers of compiled code
//! all come here, so that an operator means the same in every tier. Arithmetic itself is in `number`; here it is chosen
//! by type, and script classes are asked through their methods.

pub mod advance;
pub mod arithmetic;
pub mod attribute;
pub mod base;
pub mod binary;
pub mod call;
pub mod compare;
pub mod construct;
pub mod define;
pub mod dunder;
pub mod format;
pub mod hash;
pub mod index;
pub mod iterate;
pub mod mapping;
pub mod number;
pub mod sequence;
pub mod sets;
pub mod special;
pub mod steps;
pub mod text;
pub mod unary;

pub use binary::{binary, in_place};
pub use compare::{compare, equal, plain_equal, same_or_equal};
pub use hash::{hash, hash_plain};
pub use iterate::{collect, contains, iter, next};
pub use text::{format, repr, str};
pub use unary::{length, truth, unary};
