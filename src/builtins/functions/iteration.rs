//! Built-in functions of containers and iterators: `len`, `iter`, `next`, `any`, `all`, `sorted`.

use crate::builtins::sort;
use crate::builtins::types::generator;
use crate::raise;
use crate::value::exception::{self, Error};
use crate::value::iterator::{Iterator, State};
use crate::value::list::List;
use crate::value::native::{Parameters, given, wrong_count};
use crate::value::ops::{self, call, iterate};
use crate::value::{Arguments, Gc, Kind, Raise, Res, Value, convert, type_name};

/// `len(x)`
pub fn len(arguments: &[Value]) -> Res {
    Ok(Value::int(ops::length(&arguments[0])? as i64))
}

/// `iter(iterable)`, `iter(callable, sentinel)`
pub fn iter(arguments: &[Value]) -> Res {
    let Some(end) = arguments.get(1) else {
        return ops::iter(&arguments[0]);
    };
    if !call::is_callable(&arguments[0]) {
        return Err(raise!(TypeError, "iter(v, w): v must be callable"));
    }
    let state = State::Callable(arguments[0].clone(), end.clone());
    Ok(Value::from(Iterator::create(state)))
}

/// `next(iterator[, default])`
pub fn next(arguments: &[Value]) -> Res {
    let iterator = &arguments[0];
    if !iterate::is_iterator(iterator) {
        let class = type_name(iterator);
        return Err(raise!(TypeError, "'{class}' object is not an iterator"));
    }
    if arguments.len() == 1 && iterator.kind() == Some(Kind::Generator) {
        return generator::next(arguments);
    }
    drop(iterate::take_ended());
    match (ops::next(iterator)?, arguments.get(1)) {
        (Some(item), _) => Ok(item),
        (None, Some(default)) => Ok(default.clone()),
        (None, None) => Err(match iterate::take_ended() {
            Some(end) => exception::raise_object(end),
            None => exception::raise(Error::StopIteration, format_args!("")),
        }),
    }
}

/// `any(iterable)`
pub fn any(arguments: &[Value]) -> Res {
    find_truth(&arguments[0], true)
}

/// `all(iterable)`
pub fn all(arguments: &[Value]) -> Res {
    find_truth(&arguments[0], false)
}

/// Whether an item has the wanted truth: that is the result, else the opposite.
fn find_truth(iterable: &Value, wanted: bool) -> Res {
    let mut found = false;
    iterate::each_of_truth(iterable, wanted, |item| {
        found = ops::truth(&item)? == wanted;
        Ok(!found)
    })?;
    Ok(Value::bool(found == wanted))
}

/// The parameters of `list.sort`, which are those of `sorted` too.
pub static SORT: Parameters = Parameters { names: &["key", "reverse"], positional_only: 0, positional: 0, required: 0 };

/// `sorted(iterable, /, *, key=None, reverse=False)`
pub fn sorted(arguments: &Arguments<'_>) -> Res {
    let [iterable] = arguments.positional else {
        return Err(wrong_count("sorted", arguments.positional.len(), 1, 1));
    };
    let list = List::from_flat(iterate::collect(iterable)?);
    match (arguments.names, arguments.named) {
        ([], _) => sort_items(&list, None, false)?,
        ([name], [reverse]) if name.as_str() == "reverse" => sort_items(&list, None, sort_backwards(reverse)?)?,
        _ => {
            let mut bound = vec![Value::from(&list)];
            SORT.bind("sort", &[], arguments, &mut bound)?;
            sort_list(&bound)?;
        }
    }
    Ok(Value::from(list))
}

/// A list of the items of a list that nobody else has, sorted by keys.
pub fn sorted_by(arguments: &[Value]) -> Res {
    let [items, keys, reverse] = arguments else { unreachable!("lowering passes three arguments") };
    let (Some(items), Some(keys)) = (items.downcast::<List>(), keys.downcast::<List>()) else {
        unreachable!("lowering passes two lists");
    };
    let reverse = sort_backwards(reverse)?;
    let mut values = items.to_values();
    sort::sort_by_keys(&mut values, keys.to_values(), reverse)?;
    Ok(Value::list(values))
}

/// `list.sort(*, key=None, reverse=False)`. Meanwhile the list looks empty.
pub fn sort_list(arguments: &[Value]) -> Res {
    let Some(list) = arguments[0].as_gc::<List>() else {
        return Err(raise!(TypeError, "list expected"));
    };
    let key = given(arguments, 1).filter(|key| !key.is_none());
    let reverse = match given(arguments, 2) {
        Some(reverse) => sort_backwards(reverse)?,
        None => false,
    };
    sort_items(list, key, reverse)?;
    Ok(Value::none())
}

fn sort_items(list: &Gc<List>, key: Option<&Value>, reverse: bool) -> Result<(), Raise> {
    let mut items = list.take();
    let arrange = |values: &mut [Value]| match key {
        None => sort::sort(values, reverse),
        Some(key) => keys_of(key, values).and_then(|keys| sort::sort_by_keys(values, keys, reverse)),
    };
    let sorted = if key.is_none() && sort_plain(&mut items, reverse) {
        Ok(())
    } else if let Some(values) = items.values() {
        arrange(values)
    } else {
        let mut values = items.to_values();
        let sorted = arrange(&mut values);
        items = crate::value::heap::Flat::from_values(values);
        sorted
    };
    // Whoever had it hold something, if only for a while, has given it room.
    let touched = list.capacity() > 0;
    list.clear();
    list.swap_with(&items);
    list.settle();
    sorted?;
    match touched {
        true => Err(raise!(ValueError, "list modified during sort")),
        false => Ok(()),
    }
}

/// Any int counts as the truth that it is.
fn sort_backwards(reverse: &Value) -> Result<bool, Raise> {
    if let Value::Bool(reverse) = reverse {
        return Ok(reverse.get());
    }
    let message = format!("'{}' object cannot be interpreted as an integer", type_name(reverse));
    Ok(convert::clipped_index(reverse, &message)? != 0)
}

fn keys_of(key: &Value, values: &[Value]) -> Result<Vec<Value>, Raise> {
    let mut keys = Vec::with_capacity(values.len());
    call::call_often(key, &mut |call| {
        for value in values {
            keys.push(call(value.clone())?);
        }
        Ok(())
    })?;
    Ok(keys)
}

/// Sorts storage of plain numbers in place; false if it is not that, or has no true order.
fn sort_plain(items: &mut crate::value::heap::Flat, reverse: bool) -> bool {
    if let Some(ints) = items.ints() {
        ints.sort_unstable();
        if reverse {
            ints.reverse();
        }
        return true;
    }
    if let Some(floats) = items.floats()
        && floats.iter().all(|float| !float.is_nan())
    {
        // Zeros of both signs are equal and must keep their order.
        let order = |a: &f64, b: &f64| a.partial_cmp(b).unwrap_or(std::cmp::Ordering::Equal);
        if reverse {
            floats.sort_by(|a, b| order(b, a));
        } else {
            floats.sort_by(order);
        }
        return true;
    }
    false
}
