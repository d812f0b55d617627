//! `_functools`: what of `functools` is native; the rest is a page of Python on top of it.

mod cache;
mod order;
mod partial;

use super::{Module, effect};
use crate::raise;
use crate::value::native::Row;
use crate::value::native::Takes::{Between, Named};
use crate::value::ops::{self, call};
use crate::value::{Gc, Res, Symbol, Value, host};

/// The module.
pub fn create() -> Gc<Module> {
    let module = super::with_functions("_functools", FUNCTIONS);
    module.define("partial", Value::from(partial::class()));
    module.define("_lru_cache_wrapper", Value::from(cache::class()));
    module
}

#[rustfmt::skip]
static FUNCTIONS: &[Row] = &[
    effect("_functools", "reduce", Between(2, 3, reduce), "Apply a function of two arguments cumulatively to the items of a sequence."),
    effect("_functools", "cmp_to_key", Named(&order::PARAMETERS, order::cmp_to_key), "Convert a cmp= function into a key= function."),
];

/// What a function of the page that has such functions makes: functions of a script that do what something here does.
fn in_script(name: &str, arguments: &[Value]) -> Res {
    let page = host::host()?.import("_in_script")?;
    call::call(&ops::attribute::get(&page, Symbol::new(name))?, arguments)
}

fn reduce(arguments: &[Value]) -> Res {
    let function = &arguments[0];
    let items = match ops::iter(&arguments[1]) {
        Ok(items) => items,
        Err(raised) => {
            return Err(match crate::value::exception::catch(crate::value::Error::TypeError) {
                Some(_) => raise!(TypeError, "reduce() arg 2 must support iteration"),
                None => raised,
            });
        }
    };
    let mut result = match arguments.get(2) {
        Some(initial) => initial.clone(),
        None => match ops::next(&items)? {
            Some(first) => first,
            None => return Err(raise!(TypeError, "reduce() of empty iterable with no initial value")),
        },
    };
    let mut count = 0u32;
    while let Some(item) = ops::next(&items)? {
        result = call::call(function, &[result, item])?;
        count = count.wrapping_add(1);
        if count.is_multiple_of(4096) {
            host::poll()?;
        }
    }
    Ok(result)
}
