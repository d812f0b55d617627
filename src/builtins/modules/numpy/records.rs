//! Arrays of records, which are the page `numpy._records`: an array for each field, under one name.
//!
//! In: arguments of a function that makes arrays, one of which asks for records. Out: what the page makes of them.

use crate::raise;
use crate::value::instance::Instance;
use crate::value::ops::call::call_with;
use crate::value::{Arguments, Kind, Res, Symbol, Value, host, ops};

/// Whether a type of elements has fields: a list of them, what names and formats say, or several formats in one text.
pub fn is_type(dtype: &Value) -> bool {
    match dtype.kind() {
        Some(Kind::List | Kind::Dict) => true,
        _ => dtype.as_str().is_some_and(|text| text.contains(',')) || is_of(dtype, "dtype"),
    }
}

/// Whether a value is an array of records, or one of them.
pub fn is_array(value: &Value) -> bool {
    is_of(value, "array")
}

/// Whether the class of a value says that it is such a thing of the page.
fn is_of(value: &Value, what: &str) -> bool {
    let instance = value.downcast::<Instance>();
    let marked = instance.and_then(|instance| instance.class().lookup(Symbol::new("_records_")));
    marked.is_some_and(|mark| mark.as_str() == Some(what))
}

/// Has the page do it.
pub fn call(name: &str, arguments: &Arguments<'_>) -> Res {
    let page = host::host()?.import("numpy._records")?;
    match ops::attribute::find(&page, Symbol::new(name))? {
        Some(function) => call_with(&function, arguments),
        None => Err(raise!(AttributeError, "module 'numpy._records' has no attribute '{name}'")),
    }
}
