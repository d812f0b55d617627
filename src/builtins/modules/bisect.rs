//! `bisect`: places in sorted sequences.

use super::{Module, effect, function};
use crate::builtins::argument::size;
use crate::raise;
use crate::resolve::tree::CompareOp;
use crate::value::list::List;
use crate::value::native::Takes::Named;
use crate::value::native::{Parameters, Row, given};
use crate::value::ops::{self, attribute, call, compare};
use crate::value::{Gc, Raise, Res, Symbol, Value};

/// The module.
pub fn create() -> Gc<Module> {
    let module = super::with_functions("bisect", FUNCTIONS);
    for (alias, name) in [("bisect", "bisect_right"), ("insort", "insort_right")] {
        if let Some(function) = module.get(Symbol::new(name)) {
            module.define(alias, function);
        }
    }
    module
}

static PARAMETERS: Parameters =
    Parameters { names: &["a", "x", "lo", "hi", "key"], positional_only: 0, positional: 4, required: 2 };

#[rustfmt::skip]
static FUNCTIONS: &[Row] = &[
    function("bisect", "bisect_left", Named(&PARAMETERS, |arguments| place(arguments, Side::Left)), "Return the index where to insert item x in list a, assuming a is sorted."),
    function("bisect", "bisect_right", Named(&PARAMETERS, |arguments| place(arguments, Side::Right)), "Return the index where to insert item x in list a, assuming a is sorted."),
    effect("bisect", "insort_left", Named(&PARAMETERS, |arguments| insert(arguments, Side::Left)), "Insert item x in list a, and keep it sorted assuming a is sorted."),
    effect("bisect", "insort_right", Named(&PARAMETERS, |arguments| insert(arguments, Side::Right)), "Insert item x in list a, and keep it sorted assuming a is sorted."),
];

/// On which side of equal items.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

fn key_of(arguments: &[Value]) -> Option<&Value> {
    given(arguments, 4).filter(|key| !key.is_none())
}

fn place(arguments: &[Value], side: Side) -> Res {
    Ok(Value::int(find(arguments, &arguments[1], side)? as i64))
}

fn insert(arguments: &[Value], side: Side) -> Res {
    let item = &arguments[1];
    let wanted = match key_of(arguments) {
        Some(key) => call::call(key, std::slice::from_ref(item))?,
        None => item.clone(),
    };
    let place = find(arguments, &wanted, side)?;
    match arguments[0].as_gc::<List>() {
        Some(list) => {
            list.insert(place, item.clone());
            list.settle();
        }
        None => {
            let method = attribute::get(&arguments[0], Symbol::new("insert"))?;
            call::call(&method, &[Value::int(place as i64), item.clone()])?;
        }
    }
    Ok(Value::None)
}

/// The place for what an item's key is to be, by repeated halving.
fn find(arguments: &[Value], wanted: &Value, side: Side) -> Result<usize, Raise> {
    let sequence = &arguments[0];
    let low = given(arguments, 2).map_or(Ok(0), size)?;
    let Ok(mut low) = usize::try_from(low) else {
        return Err(raise!(ValueError, "lo must be non-negative"));
    };
    let mut high = match given(arguments, 3).filter(|high| !high.is_none()) {
        Some(high) => size(high)?.max(0) as usize,
        None => ops::length(sequence)?,
    };
    let key = key_of(arguments);
    let list = sequence.downcast::<List>();
    while low < high {
        let middle = usize::midpoint(low, high);
        let item = match list.and_then(|list| list.get(middle)) {
            Some(item) => item,
            None => ops::index::get(sequence, &Value::int(middle as i64))?,
        };
        let item = match key {
            Some(key) => call::call(key, &[item])?,
            None => item,
        };
        let goes_right = match side {
            Side::Left => compare::compare_truth(CompareOp::Less, &item, wanted)?,
            Side::Right => !compare::compare_truth(CompareOp::Less, wanted, &item)?,
        };
        if goes_right { low = middle + 1 } else { high = middle }
    }
    Ok(low)
}
