//! `_json`: the text form of JSON, written and read. The classes and functions that scripts see are a page on top of it.

mod encode;
mod scan;

use super::{Module, function};
use crate::value::Gc;
use crate::value::native::Row;
use crate::value::native::Takes::Between;

/// The module.
pub fn create() -> Gc<Module> {
    super::with_functions("_json", FUNCTIONS)
}

#[rustfmt::skip]
static FUNCTIONS: &[Row] = &[
    function("_json", "encode", Between(10, 10, encode::encode), "The text of an object."),
    function("_json", "encode_basestring", Between(1, 1, |arguments| encode::string(arguments, false)), "Return the JSON representation of a Python string."),
    function("_json", "encode_basestring_ascii", Between(1, 1, |arguments| encode::string(arguments, true)), "Return an ASCII-only JSON representation of a Python string."),
    function("_json", "scan_string", Between(4, 4, scan::scan_string), "The text that ends at the next quotation mark."),
    function("_json", "scan", Between(9, 9, scan::scan), "The object that begins at a place of a text, and where it ends."),
];
