//! The running tree: what executes scripts.
//!
//! In: the resolved tree, as data. Out: its effects. A function's nodes are built when it is first called: small objects
//! behind traits, generic in the operands that are leaves. A statement that ran once gets a typed version, made from
//! what its frame holds; whatever a typed version does not know runs generically, by the semantics in `value::ops`.
//! Every activation keeps all its state in its frame, so it can be left and entered at any statement. It knows nothing
//! of how loops are compiled: hot places are handed to a [`tier::Tier`].

mod attribute;
mod await_call;
pub mod bind;
pub mod block;
mod branch;
mod build;
pub mod build_expression;
mod call;
mod call_any;
mod closing;
mod condition;
pub mod construct;
pub mod context;
mod define;
mod display;
mod evaluate;
mod expression;
mod finalize;
pub mod frame;
pub mod generate;
mod host;
pub mod import;
mod later;
mod manager;
mod method;
mod node;
mod operator;
mod origin;
pub mod output;
pub mod poll;
mod protect;
mod reduced;
pub mod repeat;
pub mod running;
pub mod scope;
pub mod seen;
mod special;
mod speculate;
mod statement;
pub mod tier;
mod typed;
mod unpack;
pub mod watch;
mod weight;

pub use context::{Context, Limits, Suspended};
pub use frame::Frame;
pub use poll::Poll;
pub use running::Running;
