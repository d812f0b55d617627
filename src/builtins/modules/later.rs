//! `_later`: calls that wait until it is known where a script is.

use super::{Module, effect, with_functions};
use crate::builtins::argument::size;
use crate::value::exception::{Exception, raise_object};
use crate::value::native::Row;
use crate::value::native::Takes::Exactly;
use crate::value::ops::call;
use crate::value::{Gc, Res, Value, later};

/// The module.
pub fn create() -> Gc<Module> {
    with_functions("_later", FUNCTIONS)
}

#[rustfmt::skip]
static FUNCTIONS: &[Row] = &[
    effect("_later", "at_caller", Exactly(2, at_caller), "Call a function with file, line and module of a caller, so many levels up, once its statement has ended; with None if there is none; an exception is raised there."),
];

fn at_caller(arguments: &[Value]) -> Res {
    let levels = u32::try_from(size(&arguments[1])?.max(0)).unwrap_or(u32::MAX);
    if !later::is_seen(levels) {
        if let Some(exception) = arguments[0].as_gc::<Exception>() {
            return Err(raise_object(exception.clone()));
        }
        return call::call(&arguments[0], &later::nowhere());
    }
    later::add(arguments[0].clone(), levels);
    Ok(Value::None)
}
