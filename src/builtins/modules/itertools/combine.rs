//! Choices from pools of items: `product`, `permutations`, `combinations`, with and without replacement.

use super::{Tool, iterator};
use crate::builtins::argument::{room, size};
use crate::raise;
use crate::value::heap::Ref;
use crate::value::iterator::Step;
use crate::value::native::given;
use crate::value::ops::iterate;
use crate::value::tuple::Tuple;
use crate::value::{Arguments, Raise, Res, Value, convert};

/// How the next choice follows from the one before. False means that there is none.
type Advance = fn(&mut Chosen) -> bool;

/// A row of items chosen from a pool, by their places.
struct Chosen {
    pool: Vec<Value>,
    places: Vec<usize>,
    started: bool,
    ended: bool,
    advance: Advance,
}

impl Step for Chosen {
    fn step(&mut self) -> Result<Option<Value>, Raise> {
        if self.started && !self.ended {
            self.ended = !(self.advance)(self);
        }
        self.started = true;
        if self.ended {
            return Ok(None);
        }
        Ok(Some(chosen(&self.pool, &self.places)))
    }

    fn is_plain(&self) -> bool {
        true
    }

    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.pool.iter().for_each(|item| item.trace(visit));
    }
}

/// The items at these places, in a tuple.
fn chosen(pool: &[Value], places: &[usize]) -> Value {
    Value::from(Tuple::filled(places.len(), |i| pool[places[i]].clone()))
}

fn count(value: &Value) -> Result<usize, Raise> {
    let count = size(value)?;
    let count = usize::try_from(count).map_err(|_| raise!(ValueError, "r must be non-negative"))?;
    room(count, 16)?;
    Ok(count)
}

/// `combinations(iterable, r)`
pub fn combinations(arguments: &[Value]) -> Res {
    let pool = iterate::collect_values(&arguments[0])?;
    let count = count(&arguments[1])?;
    let advance = |chosen: &mut Chosen| {
        let (count, length) = (chosen.places.len(), chosen.pool.len());
        let Some(last) = (0..count).rev().find(|&i| chosen.places[i] != i + length - count) else { return false };
        let first = chosen.places[last] + 1;
        for (offset, place) in chosen.places[last..].iter_mut().enumerate() {
            *place = first + offset;
        }
        true
    };
    let ended = count > pool.len();
    let places = (0..count).collect();
    Ok(iterator(Tool::Combinations, Chosen { pool, places, started: false, ended, advance }))
}

/// `combinations_with_replacement(iterable, r)`
pub fn with_replacement(arguments: &[Value]) -> Res {
    let pool = iterate::collect_values(&arguments[0])?;
    let count = count(&arguments[1])?;
    let advance = |chosen: &mut Chosen| {
        let most = chosen.pool.len().wrapping_sub(1);
        let Some(last) = chosen.places.iter().rposition(|&place| place != most) else { return false };
        let next = chosen.places[last] + 1;
        chosen.places[last..].fill(next);
        true
    };
    let ended = count > 0 && pool.is_empty();
    let chosen = Chosen { pool, places: vec![0; count], started: false, ended, advance };
    Ok(iterator(Tool::CombinationsWithReplacement, chosen))
}

/// `permutations(iterable, r=None)`
pub fn permutations(arguments: &[Value]) -> Res {
    let pool = iterate::collect_values(&arguments[0])?;
    let length = pool.len();
    let count = match given(arguments, 1).filter(|count| !count.is_none()) {
        None => length,
        Some(value) if convert::as_index(value)?.is_none() => return Err(raise!(TypeError, "Expected int as r")),
        Some(value) => count(value)?,
    };
    let permutations = Permutations {
        pool,
        order: (0..length).collect(),
        turns: (0..count).map(|i| length.saturating_sub(i)).collect(),
        started: false,
        ended: count > length,
    };
    Ok(iterator(Tool::Permutations, permutations))
}

/// A choice in which the order counts: all items are kept in an order, of which the first ones are chosen.
struct Permutations {
    pool: Vec<Value>,
    order: Vec<usize>,
    /// For each item of the choice: how many others have not been in its place yet, itself counted.
    turns: Vec<usize>,
    started: bool,
    ended: bool,
}

impl Step for Permutations {
    fn step(&mut self) -> Result<Option<Value>, Raise> {
        let Permutations { pool, order, turns, started, ended } = self;
        if *started && !*ended {
            *ended = true;
            for i in (0..turns.len()).rev() {
                turns[i] -= 1;
                if turns[i] > 0 {
                    let other = order.len() - turns[i];
                    order.swap(i, other);
                    *ended = false;
                    break;
                }
                order[i..].rotate_left(1);
                turns[i] = order.len() - i;
            }
        }
        *started = true;
        if *ended {
            return Ok(None);
        }
        Ok(Some(chosen(pool, &order[..turns.len()])))
    }

    fn is_plain(&self) -> bool {
        true
    }

    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.pool.iter().for_each(|item| item.trace(visit));
    }
}

/// All rows with one item of each pool.
struct Product {
    pools: Vec<Vec<Value>>,
    places: Vec<usize>,
    started: bool,
    ended: bool,
}

/// `product(*iterables, repeat=1)`
pub fn product(arguments: &Arguments<'_>) -> Res {
    if let Some(name) = arguments.names.iter().find(|name| name.as_str() != "repeat") {
        return Err(raise!(TypeError, "'{name}' is an invalid keyword argument for product()"));
    }
    let repeat = arguments.keyword("repeat").map_or(Ok(1), size)?;
    let Ok(repeat) = usize::try_from(repeat) else {
        return Err(raise!(ValueError, "repeat argument cannot be negative"));
    };
    let Some(count) = arguments.positional.len().checked_mul(repeat).filter(|count| *count < 1 << 60) else {
        return Err(raise!(OverflowError, "repeat argument too large"));
    };
    room(count, 8)?;
    let pools: Vec<Vec<Value>> = match repeat {
        0 => Vec::new(),
        _ => arguments.positional.iter().map(iterate::collect_values).collect::<Result<_, _>>()?,
    };
    let ended = pools.iter().any(Vec::is_empty);
    Ok(iterator(Tool::Product, Product { pools, places: vec![0; count], started: false, ended }))
}

impl Step for Product {
    fn step(&mut self) -> Result<Option<Value>, Raise> {
        let kinds = self.pools.len();
        if self.started && !self.ended {
            self.ended = true;
            for (i, place) in self.places.iter_mut().enumerate().rev() {
                *place += 1;
                if *place < self.pools[i % kinds].len() {
                    self.ended = false;
                    break;
                }
                *place = 0;
            }
        }
        self.started = true;
        if self.ended {
            return Ok(None);
        }
        let row = Tuple::filled(self.places.len(), |i| self.pools[i % kinds][self.places[i]].clone());
        Ok(Some(Value::from(row)))
    }

    fn at_least(&self) -> Option<usize> {
        let lengths = self.pools.iter().map(Vec::len);
        let turns = self.places.len() / self.pools.len().max(1);
        let whole = lengths.fold(1_usize, |all, length| all.saturating_mul(length));
        (!self.started).then(|| (0..turns).fold(1_usize, |all, _| all.saturating_mul(whole)))
    }

    fn is_plain(&self) -> bool {
        true
    }

    fn trace(&self, visit: &mut dyn FnMut(&Ref)) {
        self.pools.iter().flatten().for_each(|item| item.trace(visit));
    }
}
