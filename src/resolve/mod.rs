//! Syntax tree → resolved tree: names become slots, effects become statements.

mod consumed;
mod doubt;
mod effects;
mod fold;
mod in_place;
mod inside;
mod lower;
mod lower_asked;
mod lower_assign;
mod lower_async;
mod lower_class;
mod lower_condition;
mod lower_consumed;
mod lower_expr;
mod lower_generate;
mod lower_loop;
mod lower_match;
mod lower_text;
mod lower_try;
mod lower_with;
mod names;
mod scope;
pub mod support;
pub mod tree;
mod visit;

pub use fold::frozen_display;
pub use lower::{check_names, lower_in_namespace, lower_module};
pub use names::{FRAME_VARIABLES, GlobalNames};
