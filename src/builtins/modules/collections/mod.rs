//! `_collections`: the containers of `collections` that are native.

mod deque;
mod mapping;

use super::{Module, effect};
use crate::value::native::Row;
use crate::value::native::Takes::Between;
use crate::value::{Gc, Value};

static FUNCTIONS: &[Row] = &[effect(
    "_collections",
    "_count_elements",
    Between(2, 2, mapping::count_items),
    "Count elements in the iterable, updating the mapping",
)];

/// The module.
pub fn create() -> Gc<Module> {
    let module = super::with_functions("_collections", FUNCTIONS);
    module.define("deque", Value::from(deque::class()));
    module.define("defaultdict", Value::from(mapping::default_class()));
    module.define("OrderedDict", Value::from(mapping::ordered_class()));
    module
}
