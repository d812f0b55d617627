//! Unpacking: the items of an iterable, as many as there are variables for them.
//!
//! In: a value and how many items are wanted. Out: that many, the rest as a list where one variable takes it.

use crate::raise;
use crate::value::exception::take_pending;
use crate::value::heap::Flat;
use crate::value::instance::Instance;
use crate::value::list::List;
use crate::value::ops::dunder;
use crate::value::tuple::Tuple;
use crate::value::{Kind, Raise, Symbol, Value, ops, type_name};
use std::ops::Range;

/// The items for `count` variables, of which the one at `star` takes a list.
pub fn items(value: &Value, count: usize, star: Option<usize>) -> Result<Vec<Value>, Raise> {
    match star {
        None => exactly(value, count),
        Some(star) => with_rest(value, star, count - star - 1),
    }
}

fn exactly(value: &Value, count: usize) -> Result<Vec<Value>, Raise> {
    let items = if let Some(tuple) = value.downcast::<Tuple>() {
        tuple.items().to_vec()
    } else if let Some(items) = items_inside(value) {
        items
    } else if let Some(list) = value.downcast::<List>() {
        // A longer list is not copied: one item too many says enough.
        (0..list.len().min(count + 1)).filter_map(|place| list.get(place)).collect()
    } else {
        let iterator = iterator(value)?;
        let mut items = Vec::with_capacity(count);
        while items.len() <= count
            && let Some(item) = ops::next(&iterator)?
        {
            items.push(item);
        }
        items
    };
    if items.len() < count {
        Err(raise!(ValueError, "not enough values to unpack (expected {count}, got {})", items.len()))
    } else if items.len() > count {
        Err(raise!(ValueError, "too many values to unpack (expected {count})"))
    } else {
        Ok(items)
    }
}

/// The items of an instance of a class that derives from `tuple` and does not say how it is iterated: a named tuple.
fn items_inside(value: &Value) -> Option<Vec<Value>> {
    let payload = value.downcast::<Instance>()?.payload_ref()?.downcast::<Tuple>()?;
    dunder::find(value, Symbol::ITER).is_none().then(|| payload.items().to_vec())
}

fn with_rest(value: &Value, before: usize, after: usize) -> Result<Vec<Value>, Raise> {
    let collected;
    let items: &Flat = match value.downcast::<List>() {
        Some(list) => list,
        None => {
            collected = match value.kind() {
                Some(Kind::Tuple) => ops::iterate::collect(value)?,
                _ => {
                    let iterator = iterator(value)?;
                    let all = Flat::new();
                    while all.len() < before
                        && let Some(item) = ops::next(&iterator)?
                    {
                        all.push(item);
                    }
                    // The rest are what a list of the iterator has, which is asked for its own iterator once more.
                    if all.len() == before {
                        all.extend(&ops::iterate::collect(&iterator)?);
                    }
                    all
                }
            };
            &collected
        }
    };
    let (wanted, got) = (before + after, items.len());
    if got < wanted {
        return Err(raise!(ValueError, "not enough values to unpack (expected at least {wanted}, got {got})"));
    }
    let rest = Value::from(List::from_flat(items.copy(before, 1, got - wanted)?));
    let of = |places: Range<usize>| places.filter_map(|place| items.get(place));
    Ok(of(0..before).chain([rest]).chain(of(got - after..got)).collect())
}

fn iterator(value: &Value) -> Result<Value, Raise> {
    let iterator = ops::iter(value);
    let unknown = [Symbol::ITER, Symbol::GETITEM].iter().all(|&name| dunder::find(value, name).is_none());
    if iterator.is_err() && unknown {
        let _ = take_pending();
        return Err(raise!(TypeError, "cannot unpack non-iterable {} object", type_name(value)));
    }
    iterator
}
