//! `_collections`: the containers of `collections` that are native.

mod deque;

use super::Module;
use crate::value::{Gc, Value};

/// The module.
pub fn create() -> Gc<Module> {
    let module = Module::create("_collections");
    module.define("deque", Value::from(deque::class()));
    module
}
