//! `_collections`: the containers of `collections` that are native.

mod deque;
mod mapping;

use super::{Module, effect};
use crate::builtins::argument::size;
use crate::raise;
use crate::value::function::Builtin;
use crate::value::native::Row;
use crate::value::native::Takes::{Between, Exactly};
use crate::value::{Gc, Res, Value};

static FUNCTIONS: &[Row] = &[
    effect(
        "_collections",
        "_count_elements",
        Between(2, 2, mapping::count_items),
        "Count elements in the iterable, updating the mapping",
    ),
    effect("_collections", "_field", Exactly(1, field), "Return what gives this item of a tuple."),
];

/// `_field(index)`: a function of a tuple, or of an object around one, that gives the item there.
fn field(arguments: &[Value]) -> Res {
    let index = usize::try_from(size(&arguments[0])?).map_err(|_| raise!(ValueError, "fields are counted from 0"))?;
    Ok(Value::from(Builtin::item_of_tuple("_field", index)))
}

/// The module.
pub fn create() -> Gc<Module> {
    let module = super::with_functions("_collections", FUNCTIONS);
    module.define("deque", Value::from(deque::class()));
    module.define("defaultdict", Value::from(mapping::default_class()));
    module.define("OrderedDict", Value::from(mapping::ordered_class()));
    module
}
