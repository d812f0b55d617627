//! Types of tuples whose items have names, as scripts call them.
//!
//! In: a record, and the arguments of a call of its type. Out: the tuple, or CPython's `TypeError`.

use super::Module;
use crate::raise;
use crate::value::class::record_class;
use crate::value::dict::Dict;
use crate::value::host::Native;
use crate::value::native::{Parameters, given};
use crate::value::ops::iterate;
use crate::value::tuple::{Record, Tuple};
use crate::value::{Arguments, Res, Value};

/// Makes the type of a record known in its module; `construct` calls [`make`] for the same record.
pub fn define(module: &Module, record: &'static Record, construct: fn(&Arguments<'_>) -> Res) {
    let class = record_class(record);
    class.set_construct(Native(construct));
    module.define(record.name, Value::from(class));
}

static PARAMETERS: Parameters =
    Parameters { names: &["sequence", "dict"], positional_only: 0, positional: 2, required: 1 };

/// The tuple of the values of a sequence: at least those that are seen, at most all; a dictionary may have the others.
pub fn make(record: &'static Record, arguments: &Arguments<'_>) -> Res {
    let mut bound = Vec::with_capacity(2);
    PARAMETERS.bind(record.name, arguments.positional, arguments, &mut bound)?;
    let Ok(mut items) = iterate::collect_values(&bound[0]) else {
        return Err(raise!(TypeError, "constructor requires a sequence"));
    };
    let others = given(&bound, 1).map(Value::downcast::<Dict>);
    if let Some(None) = others {
        let (module, name) = (record.module, record.name);
        return Err(raise!(TypeError, "{module}.{name}() takes a dict as second arg, if any"));
    }
    let (count, least, most) = (items.len(), record.fields.len(), record.fields.len() + record.hidden.len());
    if !(least..=most).contains(&count) {
        let (bound, wanted) = if count < least { ("least", least) } else { ("most", most) };
        let (module, name) = (record.module, record.name);
        return Err(raise!(
            TypeError,
            "{module}.{name}() takes an at {bound} {wanted}-sequence ({count}-sequence given)"
        ));
    }
    if let Some(Some(others)) = others {
        let left = &record.hidden[count - least..];
        items.extend(left.iter().map(|name| others.get_str(name).unwrap_or(Value::None)));
    }
    Ok(Value::from(Tuple::with_names(record, items)))
}
