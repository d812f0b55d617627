//! `_traceback`: what the page `traceback` has to ask the interpreter.

use super::{Module, function};
use crate::value::native::Row;
use crate::value::native::Takes::Exactly;
use crate::value::{Gc, Res, Value, traceback};

/// The module.
pub fn create() -> Gc<Module> {
    super::with_functions("_traceback", FUNCTIONS)
}

#[rustfmt::skip]
static FUNCTIONS: &[Row] = &[
    function("_traceback", "shown", Exactly(1, shown), "The text of the line of a traceback, and the marks below it."),
];

fn shown(arguments: &[Value]) -> Res {
    let text = |text: Option<String>| text.map_or(Value::None, |text| Value::str(&text));
    Ok(match traceback::shown(&arguments[0]) {
        Some((line, marks)) => Value::tuple(vec![Value::str(&line), text(marks)]),
        None => Value::tuple(vec![Value::str(""), Value::None]),
    })
}
