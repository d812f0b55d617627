//! The functions that draw: integers, choices, and the distributions.

use super::source::Source;
use crate::builtins::types::number::new_int;
use crate::memory;
use crate::number::random::distribution;
use crate::number::{IBig, Integer, big};
use crate::raise;
use crate::resolve::tree::BinaryOp;
use crate::value::byte_array::ByteArray;
use crate::value::bytes::Bytes;
use crate::value::dict::Dict;
use crate::value::list::List;
use crate::value::native::given;
use crate::value::ops::{self, compare, dunder, iterate};
use crate::value::range::Range;
use crate::value::set::Set;
use crate::value::tuple::Tuple;
use crate::value::{Arguments, Raise, Res, Symbol, Value, convert, host, type_name};
use std::collections::HashSet;

/// What a place that is sampled takes, with the item there and what remembers that it was drawn.
const KEPT_BYTES: usize = 48;

/// A float, or an int or bool that a float holds exactly: arithmetic on them may be done with floats.
fn plain(value: &Value) -> Option<f64> {
    const EXACT: u64 = 1 << 52;
    match value {
        Value::Float(value) => Some(value.get()),
        Value::Int(value) if value.unsigned_abs() <= EXACT => Some(*value as f64),
        Value::Bool(value) => Some(f64::from(u8::from(value.get()))),
        _ => None,
    }
}

fn real(arguments: &[Value], place: usize, default: f64) -> Result<f64, Raise> {
    given(arguments, place).map_or(Ok(default), convert::float)
}

fn drawn(source: &Source<'_>) -> impl FnMut() -> Result<f64, Raise> {
    move || source.float()
}

/// `getrandbits(k)`
pub fn bits(source: &Source<'_>, arguments: &[Value]) -> Res {
    let count = crate::builtins::argument::short(&arguments[0])?;
    match u64::try_from(count) {
        Ok(count) => Ok(Value::from(source.inside().bits(count)?)),
        Err(_) => Err(raise!(ValueError, "number of bits must be non-negative")),
    }
}

/// `randbytes(n)`
pub fn bytes(source: &Source<'_>, arguments: &[Value]) -> Res {
    let count = crate::builtins::argument::size(&arguments[0])?;
    let Ok(length) = usize::try_from(count) else {
        return Err(raise!(ValueError, "number of bits must be non-negative"));
    };
    crate::builtins::argument::room(length, 2)?;
    let number = source.bits(length as u64 * 8)?.into_big();
    let mut bytes = number.into_parts().1.to_le_bytes().into_vec();
    bytes.resize(length, 0);
    Ok(Value::bytes(&bytes))
}

/// An argument of `randrange`: an int, or for some time still a whole float.
fn whole(value: &Value, which: &str) -> Result<Integer, Raise> {
    if let Some(index) = convert::as_index(value)? {
        return Ok(index.as_int().map_or_else(|| Integer::from(index.to_big().unwrap_or_default()), Integer::Small));
    }
    let number = new_int(&Arguments::new(std::slice::from_ref(value)))?;
    if !ops::equal(&number, value)? {
        return Err(raise!(ValueError, "non-integer {which} for randrange()"));
    }
    Ok(Integer::from(number.to_big().unwrap_or_default()))
}

/// `randrange(start, stop=None, step=1)`
pub fn from_range(source: &Source<'_>, arguments: &[Value]) -> Res {
    // Most calls are about small ints.
    if let (Some(Value::Int(start)), Some(Value::Int(stop)), None) =
        (given(arguments, 0), given(arguments, 1), given(arguments, 2))
        && let Some(width) = stop.checked_sub(*start).filter(|&width| width > 0)
    {
        return Ok(Value::int(start + source.below(width as u64)? as i64));
    }
    let start = whole(&arguments[0], "arg 1")?;
    let step = given(arguments, 2);
    let Some(stop) = given(arguments, 1).filter(|stop| !stop.is_none()) else {
        if step.is_some_and(|step| step.as_int() != Some(1)) {
            return Err(raise!(TypeError, "Missing a non-None stop argument"));
        }
        if start.to_big() <= IBig::ZERO {
            return Err(raise!(ValueError, "empty range for randrange()"));
        }
        return Ok(Value::from(source.below_any(&start)?));
    };
    let (start, stop) = (start.into_big(), whole(stop, "stop")?.into_big());
    let width = &stop - &start;
    let step = step.map_or(Ok(Integer::Small(1)), |step| whole(step, "step"))?.into_big();
    if step == IBig::ONE {
        if width <= IBig::ZERO {
            return Err(raise!(ValueError, "empty range for randrange() ({start}, {stop}, {width})"));
        }
        return Ok(Value::big(start + source.below_any(&width.into())?.into_big()));
    }
    let rounded = if step > IBig::ZERO { width + &step - IBig::ONE } else { width + &step + IBig::ONE };
    let Some(count) = big::floor_div(&rounded, &step) else {
        return Err(raise!(ValueError, "zero step for randrange()"));
    };
    if count.to_big() <= IBig::ZERO {
        return Err(raise!(ValueError, "empty range for randrange()"));
    }
    Ok(Value::big(start + step * source.below_any(&count)?.into_big()))
}

/// `randint(a, b)`
pub fn integer(source: &Source<'_>, arguments: &[Value]) -> Res {
    let end = ops::binary::add(&arguments[1], &Value::int(1))?;
    from_range(source, &[arguments[0].clone(), end])
}

fn item(sequence: &Value, place: u64) -> Res {
    if let Some(list) = sequence.downcast::<List>()
        && let Some(item) = list.get(place as usize)
    {
        return Ok(item);
    }
    ops::index::get(sequence, &Value::int(place as i64))
}

/// `choice(seq)`
pub fn choice(source: &Source<'_>, arguments: &[Value]) -> Res {
    match ops::length(&arguments[0])? {
        0 => Err(raise!(IndexError, "Cannot choose from an empty sequence")),
        length => item(&arguments[0], source.below(length as u64)?),
    }
}

/// `shuffle(x)`
pub fn shuffle(source: &Source<'_>, arguments: &[Value]) -> Res {
    let sequence = &arguments[0];
    if let Some(list) = sequence.downcast::<List>() {
        for place in (1..list.len()).rev() {
            let other = source.below(place as u64 + 1)? as usize;
            if place.max(other) < list.len() {
                list.swap(place, other);
            }
        }
        return Ok(Value::None);
    }
    for place in (1..ops::length(sequence)?).rev() {
        let (place, other) = (Value::int(place as i64), Value::int(source.below(place as u64 + 1)? as i64));
        let (first, second) = (ops::index::get(sequence, &place)?, ops::index::get(sequence, &other)?);
        ops::index::set(sequence, &place, second)?;
        ops::index::set(sequence, &other, first)?;
    }
    Ok(Value::None)
}

fn is_sequence(value: &Value) -> bool {
    value.downcast::<List>().is_some()
        || value.downcast::<Tuple>().is_some()
        || value.downcast::<Range>().is_some()
        || value.as_str().is_some()
        || value.downcast::<Bytes>().is_some()
        || value.downcast::<ByteArray>().is_some()
        || (value.downcast::<Set>().is_none()
            && value.downcast::<Dict>().is_none()
            && dunder::find(value, Symbol::GETITEM).is_some()
            && dunder::find(value, Symbol::LEN).is_some()
            && dunder::find(value, Symbol::KEYS).is_none())
}

/// `sample(population, k, *, counts=None)`
pub fn sample(source: &Source<'_>, arguments: &[Value]) -> Res {
    let (population, wanted) = (&arguments[0], &arguments[1]);
    if !is_sequence(population) {
        return Err(raise!(TypeError, "Population must be a sequence.  For dicts or sets, use sorted(d)."));
    }
    let length = ops::length(population)?;
    if let Some(counts) = given(arguments, 2).filter(|counts| !counts.is_none()) {
        let sums = running_sums(counts)?;
        if sums.len() != length {
            return Err(raise!(ValueError, "The number of counts does not match the population"));
        }
        let Some((total, sums)) = sums.split_last() else {
            return Err(raise!(IndexError, "pop from empty list"));
        };
        if total.to_big().is_none() {
            return Err(raise!(TypeError, "Counts must be integers"));
        }
        let Some(total) = total.as_int().filter(|&total| total > 0) else {
            return Err(raise!(ValueError, "Total of counts must be greater than zero"));
        };
        let chosen = places(source, total as usize, wanted)?;
        let mut items = Vec::with_capacity(chosen.len());
        for place in chosen {
            items.push(item(population, insertion_place(sums, &Value::int(place as i64))? as u64)?);
        }
        return Ok(Value::list(items));
    }
    let chosen = places(source, length, wanted)?;
    let items: Result<Vec<Value>, Raise> = chosen.into_iter().map(|place| item(population, place as u64)).collect();
    Ok(Value::list(items?))
}

/// So many different places below a length, in the order in which they are drawn.
fn places(source: &Source<'_>, length: usize, wanted: &Value) -> Result<Vec<usize>, Raise> {
    let zero = Value::int(0);
    let fits = compare::compare_truth(crate::resolve::tree::CompareOp::LessEqual, &zero, wanted)?
        && compare::compare_truth(crate::resolve::tree::CompareOp::LessEqual, wanted, &Value::int(length as i64))?;
    if !fits {
        return Err(raise!(ValueError, "Sample larger than population or is negative"));
    }
    let Some(count) = convert::as_index(wanted)?.and_then(|index| index.as_int()) else {
        let class = type_name(wanted);
        return Err(raise!(TypeError, "can't multiply sequence by non-int of type '{class}'"));
    };
    let count = count as usize;
    if !memory::allows(count, KEPT_BYTES) {
        return Err(raise!(MemoryError, ""));
    }
    // The same choice between the two ways as in CPython: it decides which numbers are drawn.
    let mut small = 21.0;
    if count > 5 {
        let log = |x: f64| crate::number::math::log(x).unwrap_or(0.0);
        small += 4f64.powf((log(count as f64 * 3.0) / log(4.0)).ceil());
    }
    let mut chosen = Vec::with_capacity(count);
    if length as f64 <= small {
        let mut pool: Vec<usize> = (0..length).collect();
        for i in 0..count {
            poll_sometimes(i as i64)?;
            let place = source.below((length - i) as u64)? as usize;
            chosen.push(pool[place]);
            pool[place] = pool[length - i - 1];
        }
        return Ok(chosen);
    }
    let mut seen = HashSet::with_capacity(count);
    for number in 0..count {
        poll_sometimes(number as i64)?;
        let place = loop {
            let place = source.below(length as u64)? as usize;
            if seen.insert(place) {
                break place;
            }
        };
        chosen.push(place);
    }
    Ok(chosen)
}

fn running_sums(values: &Value) -> Result<Vec<Value>, Raise> {
    let mut sums: Vec<Value> = Vec::new();
    let mut items = ops::steps::steps(values)?;
    while let Some(item) = items.next()? {
        let sum = match sums.last() {
            Some(last) => ops::binary::add(last, &item)?,
            None => item,
        };
        sums.push(sum);
    }
    Ok(sums)
}

/// Where an item would be put in sorted ones, behind those that equal it.
fn insertion_place(sorted: &[Value], item: &Value) -> Result<usize, Raise> {
    let (mut low, mut high) = (0, sorted.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        let before = match (plain(item), plain(&sorted[middle])) {
            (Some(item), Some(other)) => item < other,
            _ => compare::compare_truth(crate::resolve::tree::CompareOp::Less, item, &sorted[middle])?,
        };
        if before { high = middle } else { low = middle + 1 }
    }
    Ok(low)
}

/// `choices(population, weights=None, *, cum_weights=None, k=1)`
pub fn choices(source: &Source<'_>, arguments: &[Value]) -> Res {
    let population = &arguments[0];
    let length = ops::length(population)?;
    let part = |place: usize| given(arguments, place).filter(|value| !value.is_none());
    let (weights, cumulative) = (part(1), part(2));
    let count = || {
        let count = given(arguments, 3).map_or(Ok(1), crate::builtins::argument::size)?;
        match memory::allows(usize::try_from(count).unwrap_or(0), size_of::<Value>()) {
            true => Ok(count),
            false => Err(raise!(MemoryError, "")),
        }
    };
    let sums = match (cumulative, weights) {
        (None, None) => {
            let mut chosen = Vec::new();
            for number in 0..count()? {
                let place = (source.float()? * length as f64).floor();
                chosen.push(item(population, place as u64)?);
                poll_sometimes(number)?;
            }
            return Ok(Value::list(chosen));
        }
        (Some(_), Some(_)) => {
            return Err(raise!(TypeError, "Cannot specify both weights and cumulative weights"));
        }
        (Some(cumulative), None) => iterate::collect_values(cumulative)?,
        (None, Some(weights)) if weights.to_big().is_some() => {
            let shown = ops::repr(weights)?;
            return Err(raise!(TypeError, "The number of choices must be a keyword argument: k={shown}"));
        }
        (None, Some(weights)) => running_sums(weights)?,
    };
    if sums.len() != length {
        return Err(raise!(ValueError, "The number of weights does not match the population"));
    }
    let Some((last, before)) = sums.split_last() else {
        return Err(raise!(IndexError, "list index out of range"));
    };
    let total = convert::float(&ops::binary::add(last, &Value::float(0.0))?)?;
    if total <= 0.0 {
        return Err(raise!(ValueError, "Total of weights must be greater than zero"));
    }
    if !total.is_finite() {
        return Err(raise!(ValueError, "Total of weights must be finite"));
    }
    let mut chosen = Vec::new();
    for number in 0..count()? {
        let place = insertion_place(before, &Value::float(source.float()? * total))?;
        chosen.push(item(population, place as u64)?);
        poll_sometimes(number)?;
    }
    Ok(Value::list(chosen))
}

fn poll_sometimes(number: i64) -> Result<(), Raise> {
    if number & 0xfff == 0xfff { host::poll() } else { Ok(()) }
}

/// `a + b * drawn`, with floats where they are exact enough.
fn scaled(offset: &Value, factor: &Value, drawn: f64) -> Res {
    if let (Some(offset), Some(factor)) = (plain(offset), plain(factor)) {
        return Ok(Value::float(offset + drawn * factor));
    }
    ops::binary::add(offset, &ops::binary::multiply(&Value::float(drawn), factor)?)
}

/// `uniform(a, b)`
pub fn uniform(source: &Source<'_>, arguments: &[Value]) -> Res {
    let (a, b) = (&arguments[0], &arguments[1]);
    if let (Some(a), Some(b)) = (plain(a), plain(b)) {
        return Ok(Value::float(a + (b - a) * source.float()?));
    }
    let width = ops::binary::subtract(b, a)?;
    let part = ops::binary(BinaryOp::Mul, &width, &Value::float(source.float()?))?;
    ops::binary::add(a, &part)
}

/// `triangular(low=0.0, high=1.0, mode=None)`
pub fn triangular(source: &Source<'_>, arguments: &[Value]) -> Res {
    let (low, high) = (real(arguments, 0, 0.0)?, real(arguments, 1, 1.0)?);
    let mode = given(arguments, 2).filter(|mode| !mode.is_none()).map(convert::float).transpose()?;
    Ok(match distribution::triangular(low, high, mode, &mut drawn(source))? {
        Some(float) => Value::float(float),
        None => given(arguments, 0).cloned().unwrap_or(Value::float(0.0)),
    })
}

/// Mean and deviation of a normal distribution.
fn normal_parameters(arguments: &[Value]) -> (Value, Value) {
    let part = |place: usize, default: f64| given(arguments, place).cloned().unwrap_or(Value::float(default));
    (part(0, 0.0), part(1, 1.0))
}

/// `normalvariate(mu=0.0, sigma=1.0)`
pub fn normal(source: &Source<'_>, arguments: &[Value]) -> Res {
    let (mean, deviation) = normal_parameters(arguments);
    scaled(&mean, &deviation, distribution::normal(&mut drawn(source))?)
}

/// `gauss(mu=0.0, sigma=1.0)`: each second call gives what the one before kept.
pub fn gauss(source: &Source<'_>, arguments: &[Value]) -> Res {
    let (mean, deviation) = normal_parameters(arguments);
    let generator = source.generator();
    let kept = generator.spare();
    generator.set_spare(Value::None);
    let drawn = match kept.as_float() {
        Some(kept) => kept,
        None => {
            let (first, second) = distribution::normal_pair(&mut drawn(source))?;
            generator.set_spare(Value::float(second));
            first
        }
    };
    scaled(&mean, &deviation, drawn)
}

/// `lognormvariate(mu, sigma)`
pub fn log_normal(source: &Source<'_>, arguments: &[Value]) -> Res {
    let exponent = convert::float(&normal(source, arguments)?)?;
    Ok(Value::float(crate::number::math::exp(exponent)?))
}

/// `expovariate(lambd)`
pub fn exponential(source: &Source<'_>, arguments: &[Value]) -> Res {
    let rate = convert::float(&arguments[0])?;
    Ok(Value::float(distribution::exponential(rate, &mut drawn(source))?))
}

/// A distribution with two parameters.
fn of_two(
    source: &Source<'_>,
    arguments: &[Value],
    distribution: fn(f64, f64, &mut dyn FnMut() -> Result<f64, Raise>) -> Result<f64, Raise>,
) -> Res {
    let (first, second) = (convert::float(&arguments[0])?, convert::float(&arguments[1])?);
    Ok(Value::float(distribution(first, second, &mut drawn(source))?))
}

/// `vonmisesvariate(mu, kappa)`
pub fn von_mises(source: &Source<'_>, arguments: &[Value]) -> Res {
    of_two(source, arguments, distribution::von_mises)
}

/// `gammavariate(alpha, beta)`
pub fn gamma(source: &Source<'_>, arguments: &[Value]) -> Res {
    of_two(source, arguments, distribution::gamma)
}

/// `betavariate(alpha, beta)`
pub fn beta(source: &Source<'_>, arguments: &[Value]) -> Res {
    of_two(source, arguments, distribution::beta)
}

/// `weibullvariate(alpha, beta)`
pub fn weibull(source: &Source<'_>, arguments: &[Value]) -> Res {
    of_two(source, arguments, distribution::weibull)
}

/// `paretovariate(alpha)`
pub fn pareto(source: &Source<'_>, arguments: &[Value]) -> Res {
    let alpha = convert::float(&arguments[0])?;
    Ok(Value::float(distribution::pareto(alpha, &mut drawn(source))?))
}
