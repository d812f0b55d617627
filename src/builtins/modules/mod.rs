//! The modules of this slice of the standard library, made when they are first imported.

mod array;
mod ast;
pub mod atexit;
mod base64;
mod binascii;
mod bisect;
pub mod class;
pub mod clock;
pub mod cmath;
mod collections;
mod copying;
mod decimal;
mod descent;
pub mod enumeration;
pub mod facts;
mod functools;
pub mod gc;
mod hashlib;
pub mod heapq;
mod importlib;
pub mod io;
mod itertools;
mod json;
mod later;
pub mod math;
mod moments;
pub mod numpy;
mod operator;
mod os;
mod packing;
mod pickling;
mod pretty;
pub mod random;
mod record;
mod regex;
mod separated;
pub mod signal;
pub mod sys;
pub mod time;
mod traceback;
mod unicodedata;
pub mod weak_ref;
mod zlib;

use crate::value::function::Builtin;
use crate::value::module::Module;
use crate::value::native::{Owner, Row, Takes};
use crate::value::{Gc, Value};

/// All modules in the order of their names, and what makes each.
macro_rules! modules {
    ($($name:literal $create:path;)*) => {
        /// The names of all modules, in order.
        pub const NAMES: &[&str] = &[$($name),*];

        /// Makes a module of that name, if there is one.
        pub fn create(name: &str) -> Option<Gc<Module>> {
            match name {
                $($name => Some($create()),)*
                _ => None,
            }
        }
    };
}

modules! {
    "_abc" descent::create;
    "_ast" ast::create;
    "_base64" base64::create;
    "_collections" collections::create;
    "_copy" copying::create;
    "_csv" separated::create;
    "_datetime" moments::create;
    "_decimal" decimal::create;
    "_enum" enumeration::create;
    "_functools" functools::create;
    "_importlib" importlib::create;
    "_io" io::create;
    "_json" json::create;
    "_later" later::create;
    "_numpy" numpy::create;
    "_os" os::create;
    "_pickling" pickling::create;
    "_pprint" pretty::create;
    "_signal" signal::create;
    "_traceback" traceback::create;
    "_weak" weak_ref::create;
    "array" array::create;
    "atexit" atexit::create;
    "binascii" binascii::create;
    "bisect" bisect::create;
    "cmath" cmath::create;
    "gc" gc::create;
    "hashlib" hashlib::create;
    "heapq" heapq::create;
    "io" io::create;
    "itertools" itertools::create;
    "math" math::create;
    "operator" operator::create;
    "random" random::create;
    "re" regex::create;
    "struct" packing::create;
    "sys" sys::create;
    "time" time::create;
    "unicodedata" unicodedata::create;
    "zlib" zlib::create;
}

/// Whether there is a module of that name.
pub fn is_native(name: &str) -> bool {
    NAMES.binary_search(&name).is_ok()
}

/// A row for a function of a module. All functions of modules without a note to the contrary are pure.
const fn function(module: &'static str, name: &'static str, takes: Takes, doc: &'static str) -> Row {
    Row { name, owner: Owner::Module(module), takes, pure: true, doc }
}

/// A row for a function of a module that does something.
const fn effect(module: &'static str, name: &'static str, takes: Takes, doc: &'static str) -> Row {
    Row { name, owner: Owner::Module(module), takes, pure: false, doc }
}

fn with_functions(name: &str, rows: &'static [Row]) -> Gc<Module> {
    let module = Module::create(name);
    for row in rows {
        module.define(row.name, Value::from(Builtin::row(row)));
    }
    module
}

fn constant(module: &Module, name: &str, value: Value) {
    module.define(name, value);
}
