//! The types that make iterators: `enumerate`, `zip`, `map`, `filter`, `reversed`; and `range` and `slice`.

use crate::raise;
use crate::value::iterator::{Iterator, State};
use crate::value::ops::{self, iterate};
use crate::value::range::Range;
use crate::value::slice::Slice;
use crate::value::tuple::Tuple;
use crate::value::{Arguments, Gc, Raise, Res, Value, convert};
use dashu_int::IBig;

/// `enumerate(iterable, start=0)`
pub fn enumerate(arguments: &Arguments<'_>) -> Res {
    let count = arguments.len();
    if count > 2 {
        return Err(raise!(TypeError, "enumerate() takes at most 2 arguments ({count} given)"));
    }
    let known = |name: &str| match arguments.positional.len() {
        0 => matches!(name, "iterable" | "start") && arguments.keyword("iterable").is_some(),
        1 => name == "start",
        _ => false,
    };
    if let Some(name) = arguments.names.iter().find(|name| !known(name.as_str())) {
        return Err(raise!(TypeError, "'{name}' is an invalid keyword argument for enumerate()"));
    }
    let Some(iterable) = arguments.positional.first().or_else(|| arguments.keyword("iterable")) else {
        return Err(raise!(TypeError, "enumerate() missing required argument 'iterable'"));
    };
    let start = match arguments.positional.get(1).or_else(|| arguments.keyword("start")) {
        Some(start) => convert::index(start)?,
        None => Value::int(0),
    };
    Ok(Value::from(Iterator::create(State::Enumerate(ops::iter(iterable)?, start))))
}

/// `zip(*iterables, strict=False)`
pub fn zip(arguments: &Arguments<'_>) -> Res {
    if let Some(name) = arguments.names.iter().find(|name| name.as_str() != "strict") {
        return Err(raise!(TypeError, "'{name}' is an invalid keyword argument for zip()"));
    }
    let strict = arguments.keyword("strict").map_or(Ok(false), ops::truth)?;
    let mut iterators = Vec::with_capacity(arguments.positional.len());
    for iterable in arguments.positional {
        iterators.push(ops::iter(iterable)?);
    }
    Ok(Value::from(Iterator::create(State::Zip(Tuple::new(iterators), strict))))
}

/// `map(func, *iterables)`
pub fn map(arguments: &[Value]) -> Res {
    let [function, iterables @ ..] = arguments else {
        return Err(raise!(TypeError, "map() must have at least two arguments."));
    };
    if iterables.is_empty() {
        return Err(raise!(TypeError, "map() must have at least two arguments."));
    }
    let iterators = iterables.iter().map(ops::iter).collect::<Result<Vec<Value>, Raise>>()?;
    Ok(Value::from(Iterator::create(State::Map(function.clone(), Tuple::new(iterators)))))
}

/// `filter(function or None, iterable)`
pub fn filter(arguments: &[Value]) -> Res {
    let iterator = ops::iter(&arguments[1])?;
    Ok(Value::from(Iterator::create(State::Filter(arguments[0].clone(), iterator))))
}

/// `reversed(sequence)`
pub fn reversed(arguments: &[Value]) -> Res {
    iterate::reversed(&arguments[0])
}

/// `range(stop)`, `range(start, stop[, step])`
pub fn range(arguments: &[Value]) -> Res {
    let small = match arguments {
        [Value::Int(stop)] => Some((0, *stop, 1)),
        [Value::Int(start), Value::Int(stop)] => Some((*start, *stop, 1)),
        [Value::Int(start), Value::Int(stop), Value::Int(step)] => Some((*start, *stop, *step)),
        _ => None,
    };
    let zero_step = || raise!(ValueError, "range() arg 3 must not be zero");
    if let Some((start, stop, step)) = small {
        if step == 0 {
            return Err(zero_step());
        }
        return Ok(Range::new(start, stop, step).into_value());
    }
    let parts = arguments.iter().map(convert::big_index).collect::<Result<Vec<_>, Raise>>()?;
    let (start, stop, step) = match <[_; 3]>::try_from(parts) {
        Ok([start, stop, step]) => (start, stop, step),
        Err(mut parts) => {
            let stop = parts.pop().unwrap_or_default();
            (parts.pop().unwrap_or_default(), stop, 1.into())
        }
    };
    if step == 0.into() {
        return Err(zero_step());
    }
    Ok(Range::of(start, stop, step).into_value())
}

/// `slice(stop)`, `slice(start, stop[, step])`
pub fn slice(arguments: &[Value]) -> Res {
    let part = |place: usize| arguments.get(place).cloned().unwrap_or(Value::None);
    let slice = match arguments.len() {
        1 => Slice::create(Value::None, part(0), Value::None),
        _ => Slice::create(part(0), part(1), part(2)),
    };
    Ok(Value::from(slice))
}

fn this_slice(value: &Value) -> Result<&Gc<Slice>, Raise> {
    value.as_gc::<Slice>().ok_or_else(|| raise!(TypeError, "slice expected"))
}

/// `slice.indices(length)`
pub fn slice_indices(arguments: &[Value]) -> Res {
    let length = convert::big_index(&arguments[1])?;
    if length < IBig::ZERO {
        return Err(raise!(ValueError, "length should not be negative"));
    }
    let slice = this_slice(&arguments[0])?;
    let part = |value: &Value| match value {
        Value::None => Ok(None),
        value => convert::as_index(value)?
            .and_then(|int| int.to_big())
            .map(Some)
            .ok_or_else(|| raise!(TypeError, "slice indices must be integers or None or have an __index__ method")),
    };
    let step = part(&slice.step)?.unwrap_or(IBig::ONE);
    if step == IBig::ZERO {
        return Err(raise!(ValueError, "slice step cannot be zero"));
    }
    let forwards = step > IBig::ZERO;
    let (lowest, highest) = if forwards { (IBig::ZERO, length.clone()) } else { (-IBig::ONE, &length - IBig::ONE) };
    let clip =
        |place: IBig| (if place < IBig::ZERO { place + &length } else { place }).clamp(lowest.clone(), highest.clone());
    let (first, last) = if forwards { (&lowest, &highest) } else { (&highest, &lowest) };
    let start = part(&slice.start)?.map_or_else(|| first.clone(), clip);
    let stop = part(&slice.stop)?.map_or_else(|| last.clone(), clip);
    Ok(Value::tuple([start, stop, step].map(Value::big).into()))
}

/// The attributes of slices.
pub fn slice_part(value: &Value, name: &str) -> Res {
    let slice = this_slice(value)?;
    Ok(match name {
        "start" => slice.start.clone(),
        "stop" => slice.stop.clone(),
        _ => slice.step.clone(),
    })
}

fn this_range(value: &Value) -> Result<&Gc<Range>, Raise> {
    value.as_gc::<Range>().ok_or_else(|| raise!(TypeError, "range expected"))
}

/// `range.index(value)`
pub fn range_index(arguments: &[Value]) -> Res {
    let range = this_range(&arguments[0])?;
    let wanted = &arguments[1];
    if let Some(number) = wanted.to_big() {
        if let Some(place) = range.place_of(&number) {
            return Ok(Value::big(place));
        }
    } else {
        let mut iterator = ops::steps::steps(&arguments[0])?;
        let mut place = 0;
        while let Some(item) = iterator.next()? {
            if ops::same_or_equal(&item, wanted)? {
                return Ok(Value::int(place));
            }
            place += 1;
        }
    }
    Err(match wanted.to_big() {
        Some(_) => {
            let shown = ops::repr(wanted)?;
            raise!(ValueError, "{shown} is not in range")
        }
        None => raise!(ValueError, "sequence.index(x): x not in sequence"),
    })
}

/// `range.count(value)`
pub fn range_count(arguments: &[Value]) -> Res {
    let range = this_range(&arguments[0])?;
    if let Some(number) = arguments[1].to_big() {
        return Ok(Value::int(range.place_of(&number).is_some().into()));
    }
    let mut iterator = ops::steps::steps(&arguments[0])?;
    let mut count = 0;
    while let Some(item) = iterator.next()? {
        count += i64::from(ops::same_or_equal(&item, &arguments[1])?);
    }
    Ok(Value::int(count))
}

/// The attributes of ranges.
pub fn range_part(value: &Value, name: &str) -> Res {
    let (start, stop, step) = this_range(value)?.parts();
    Ok(match name {
        "start" => start,
        "stop" => stop,
        _ => step,
    })
}
