//! The heap: counted objects, flat storage, the frame stack and the collector.
//!
//! In: bodies of built-in types (`List`, `Str`, …). Out: safe handles over them (`Ref`, `Gc<T>`), storage whose layout
//! compiled code may rely on, and the slots of every activation. This folder and compiled code are the only places
//! that hold raw pointers; it knows nothing of what an operator means.
//!
//! Two promises make the handles safe: a body is only ever reached through `&self` (it changes through cells), and
//! nothing here runs script code.

pub mod block;
pub mod buffer;
pub mod collect;
mod ends;
pub mod fields;
pub mod finalize;
pub mod flat;
pub mod handle;
pub mod header;
pub mod kind;
mod splice;
pub mod stack;
mod tail;
pub mod text;
pub mod weak;

pub use crate::memory;
pub use block::Blocks;
pub use buffer::{Row, Slot, Values};
pub use fields::{Fields, Link};
pub use flat::{Flat, Storage};
pub use handle::{Gc, Ref};
pub use header::Header;
pub use kind::{Body, Kind, Trace};
pub use tail::Tail;
pub use text::{Inline, Pen, Text};
pub use weak::Weak;
