//! Types of tuples whose items have names, as scripts call them.
//!
//! In: a record, and the arguments of a call of its type. Out: the tuple, or CPython's `TypeError`.

use super::Module;
use crate::raise;
use crate::value::class::record_class;
use crate::value::host::Native;
use crate::value::ops::iterate;
use crate::value::tuple::{Record, Tuple};
use crate::value::{Arguments, Res, Value};

/// Makes the type of a record known in its module; `construct` calls [`make`] for the same record.
pub fn define(module: &Module, record: &'static Record, construct: fn(&Arguments<'_>) -> Res) {
    let class = record_class(record);
    class.set_construct(Native(construct));
    module.define(record.name, Value::from(class));
}

/// The tuple of the values of a sequence: at least those that are seen, at most all.
pub fn make(record: &'static Record, arguments: &Arguments<'_>) -> Res {
    let [sequence, ..] = arguments.positional else {
        let name = record.name;
        return Err(raise!(TypeError, "{name}() missing required argument 'sequence' (pos 1)"));
    };
    let Ok(items) = iterate::collect_values(sequence) else {
        return Err(raise!(TypeError, "constructor requires a sequence"));
    };
    let (count, least, most) = (items.len(), record.fields.len(), record.fields.len() + record.hidden.len());
    if !(least..=most).contains(&count) {
        let (bound, wanted) = if count < least { ("least", least) } else { ("most", most) };
        let (module, name) = (record.module, record.name);
        return Err(raise!(
            TypeError,
            "{module}.{name}() takes an at {bound} {wanted}-sequence ({count}-sequence given)"
        ));
    }
    Ok(Value::from(Tuple::with_names(record, items)))
}
