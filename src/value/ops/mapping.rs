//! Mappings: anything with `keys` and subscripts.
//!
//! In: a dictionary and a mapping, or an iterable of pairs. Out: the dictionary with these pairs.

use super::{attribute, base, call, dunder, index, iterate, steps};
use crate::raise;
use crate::value::dict::Dict;
use crate::value::exception::{self, Error};
use crate::value::{Gc, Raise, Symbol, Value};

/// Gives a dictionary the pairs of a mapping; false if the value is none.
pub fn merge(dict: &Gc<Dict>, mapping: &Value) -> Result<bool, Raise> {
    if let Some(other) = mapping.as_gc::<Dict>() {
        dict.update(other)?;
        return Ok(true);
    }
    if let Some(payload) = base::payload(mapping)
        && let Some(other) = payload.as_gc::<Dict>()
        && dunder::find(mapping, Symbol::ITER).is_none()
    {
        dict.update(other)?;
        return Ok(true);
    }
    let Some(keys) = attribute::find(mapping, Symbol::KEYS)? else {
        return Ok(false);
    };
    let mut keys = steps::steps(&call::call(&keys, &[])?)?;
    while let Some(key) = keys.next()? {
        let value = index::get(mapping, &key)?;
        dict.set(key, value)?;
    }
    Ok(true)
}

/// What a pair takes at least, in bytes.
const PAIR: usize = 40;

/// Gives a dictionary the pairs of another, of a mapping, or of an iterable of pairs.
pub fn update(dict: &Gc<Dict>, other: &Value) -> Result<(), Raise> {
    if merge(dict, other)? {
        return Ok(());
    }
    steps::expect_distinct(other, PAIR)?;
    let mut pairs = steps::steps(other)?;
    let mut place = 0usize;
    while let Some(pair) = pairs.next()? {
        let pair = match iterate::collect_values(&pair) {
            Ok(pair) => pair,
            Err(raised) => {
                if exception::catch(Error::TypeError).is_none() {
                    return Err(raised);
                }
                return Err(raise!(
                    TypeError,
                    "cannot convert dictionary update sequence element #{place} to a sequence"
                ));
            }
        };
        let length = pair.len();
        let Ok([key, value]) = <[Value; 2]>::try_from(pair) else {
            return Err(raise!(
                ValueError,
                "dictionary update sequence element #{place} has length {length}; 2 is required"
            ));
        };
        dict.set(key, value)?;
        place += 1;
    }
    Ok(())
}
