//! `hash(x)`.
//!
//! In: a value. Out: its hash, CPython's for numbers and what is made of them; never -1.

use super::{base, dunder};
use crate::number::{self, Complex64};
use crate::raise;
use crate::value::array;
use crate::value::bytes::Bytes;
use crate::value::class::Class;
use crate::value::dict::{Part, View};
use crate::value::memory_view::MemoryView;
use crate::value::range::Range;
use crate::value::set::Set;
use crate::value::str::Str;
use crate::value::tuple::Tuple;
use crate::value::{Gc, Kind, Raise, Ref, Symbol, Value, function, generic, type_name};
use rustc_hash::FxHasher;
use std::cell::Cell;
use std::hash::Hasher;

/// `hash(value)`
#[inline]
pub fn hash(value: &Value) -> Result<i64, Raise> {
    match value {
        Value::Int(value) => Ok(number::hash::int(*value)),
        Value::Float(value) => Ok(number::hash::float(value.get())),
        Value::Bool(value) => Ok(value.get() as i64),
        Value::Unbound | Value::None => Ok(0xfca8_6420),
        Value::Object(object) => match object.downcast::<Str>() {
            Some(text) if text.hash().get() != 0 => Ok(text.hash().get()),
            _ => hash_object(value, object),
        },
        scalar => match scalar.as_scalar() {
            Some(scalar) => hash(&array::python(scalar)),
            None => Ok(0),
        },
    }
}

/// The same of a number of the machine, of text, or of a tuple of these: nothing is run for it.
#[inline]
pub fn hash_plain(value: &Value) -> Option<i64> {
    let hash_scalar = |value: &Value| match value {
        Value::Int(_) | Value::Float(_) | Value::Bool(_) | Value::None => hash(value).ok(),
        value if value.kind() == Some(Kind::Str) => hash(value).ok(),
        _ => None,
    };
    let Some(tuple) = value.downcast::<Tuple>() else { return hash_scalar(value) };
    if tuple.hash().get() == 0 {
        let mut joined = number::hash::Joined::default();
        for item in tuple.items() {
            joined.add(hash_scalar(item)?);
        }
        tuple.hash().set(joined.finish());
    }
    Some(tuple.hash().get())
}

fn hash_object(value: &Value, object: &Ref) -> Result<i64, Raise> {
    match object.kind() {
        Kind::Complex128 => match value.as_scalar() {
            Some(scalar) => hash(&array::python(scalar)),
            None => Ok(0),
        },
        Kind::DType => Ok(value.downcast::<array::DTypeBody>().map_or(0, |dtype| dtype.dtype.hash_number())),
        Kind::Str => Ok(object.downcast::<Str>().map_or(0, hash_str)),
        Kind::BigInt => Ok(value.as_big().map_or(0, number::hash::big)),
        Kind::Complex => {
            let (re, im) = value.as_complex().unwrap_or_default();
            Ok(number::hash::complex(Complex64::new(re, im)))
        }
        Kind::Tuple => object.as_gc::<Tuple>().map_or(Ok(0), hash_tuple),
        Kind::Bytes => Ok(object.downcast::<Bytes>().map_or(0, |bytes| remembered(bytes.hash(), bytes.data()))),
        Kind::Set if object.downcast::<Set>().is_some_and(Set::is_frozen) => {
            Ok(object.downcast::<Set>().map_or(0, hash_set))
        }
        Kind::Range => {
            let Some(range) = object.downcast::<Range>() else {
                return Ok(0);
            };
            let (start, _, step) = range.parts();
            let length = Value::big(range.length());
            let (start, step) = match length.as_int() {
                Some(0) => (Value::none(), Value::none()),
                Some(1) => (start, Value::none()),
                _ => (start, step),
            };
            hash(&Value::tuple(vec![length, start, step]))
        }
        Kind::Method => match object.downcast::<function::Method>() {
            Some(method) => Ok(avoid(address(method.receiver().payload()) ^ hash(method.function())?)),
            None => Ok(0),
        },
        Kind::View if object.downcast::<View>().is_some_and(|view| view.part() == Part::Values) => {
            Ok(address(value.payload()))
        }
        Kind::Array | Kind::List | Kind::ByteArray | Kind::Dict | Kind::Set | Kind::Slice | Kind::View => {
            Err(raise!(TypeError, "unhashable type: '{}'", type_name(value)))
        }
        Kind::Alias | Kind::Union => generic::hash(value).map(avoid),
        Kind::MemoryView => match object.downcast::<MemoryView>() {
            Some(view) => view.hash(hash_bytes),
            None => Ok(address(value.payload())),
        },
        Kind::Class if object.downcast::<Class>().is_some_and(|class| class.metaclass().is_none()) => {
            Ok(address(value.payload()))
        }
        Kind::Instance | Kind::Exception | Kind::Class => hash_instance(value),
        _ => Ok(address(value.payload())),
    }
}

fn hash_instance(value: &Value) -> Result<i64, Raise> {
    match dunder::find(value, Symbol::HASH) {
        None => match base::payload(value) {
            Some(payload) if is_unhashable(&payload) => {
                Err(raise!(TypeError, "unhashable type: '{}'", type_name(value)))
            }
            Some(payload) => hash(&payload),
            None => Ok(address(value.payload())),
        },
        Some(Value::None) => Err(raise!(TypeError, "unhashable type: '{}'", type_name(value))),
        Some(method) => {
            let result = dunder::call(&method, value, &[])?;
            match result.to_big() {
                // What fits is the hash as it stands; only larger numbers are hashed in turn.
                Some(number) => {
                    i64::try_from(&number).map_or_else(|_| hash(&Value::big(number)), |hash| Ok(avoid(hash)))
                }
                None => Err(raise!(TypeError, "__hash__ method should return an integer")),
            }
        }
    }
}

fn is_unhashable(payload: &Value) -> bool {
    match payload.kind() {
        Some(Kind::List | Kind::Dict | Kind::ByteArray) => true,
        Some(Kind::Set) => payload.downcast::<Set>().is_some_and(|set| !set.is_frozen()),
        _ => false,
    }
}

fn hash_str(text: &Str) -> i64 {
    remembered(text.hash(), text.as_str().as_bytes())
}

/// The hash of bytes, which is computed once.
fn remembered(known: &Cell<i64>, bytes: &[u8]) -> i64 {
    if known.get() == 0 {
        known.set(hash_bytes(bytes));
    }
    known.get()
}

/// The hash of text is the process's own affair (CPython's differs from run to run); that of nothing is zero.
fn hash_bytes(bytes: &[u8]) -> i64 {
    if bytes.is_empty() {
        return 0;
    }
    let mut hasher = FxHasher::default();
    hasher.write(bytes);
    avoid(hasher.finish() as i64)
}

/// The hash of a tuple in which no tuple is whose hash is not known yet.
fn hash_flat(tuple: &Tuple) -> Result<Option<i64>, Raise> {
    let is_new = |item: &Value| item.downcast::<Tuple>().is_some_and(|inner| inner.hash().get() == 0);
    if tuple.items().iter().any(is_new) {
        return Ok(None);
    }
    let mut joined = number::hash::Joined::default();
    for item in tuple.items() {
        joined.add(hash(item)?);
    }
    Ok(Some(joined.finish()))
}

/// Tuples may be nested as deeply as memory allows, so those inside wait in a row of their own, not on the stack.
fn hash_tuple(tuple: &Gc<Tuple>) -> Result<i64, Raise> {
    let known = tuple.hash().get();
    if known != 0 {
        return Ok(known);
    }
    if let Some(hash) = hash_flat(tuple)? {
        tuple.hash().set(hash);
        return Ok(hash);
    }
    let mut open: Vec<(Gc<Tuple>, Vec<i64>)> = vec![(tuple.clone(), Vec::with_capacity(tuple.len()))];
    loop {
        let Some((tuple, hashes)) = open.last_mut() else {
            return Ok(0);
        };
        let Some(item) = tuple.items().get(hashes.len()) else {
            let hash = number::hash::tuple(hashes.drain(..));
            tuple.hash().set(hash);
            open.pop();
            match open.last_mut() {
                Some((_, outer)) => outer.push(hash),
                None => return Ok(hash),
            }
            continue;
        };
        match item.as_gc::<Tuple>() {
            Some(inner) if inner.hash().get() == 0 => {
                let inner = inner.clone();
                open.push((inner, Vec::new()));
            }
            _ => {
                let hash = hash(item)?;
                hashes.push(hash);
            }
        }
    }
}

/// The order of the items must not matter, so their hashes are mixed and then joined by exclusive or.
fn hash_set(set: &Set) -> i64 {
    let known = set.hash().get();
    if known != 0 {
        return known;
    }
    let mixed = set.hashes().iter().fold(0u64, |sum, &hash| {
        let hash = hash as u64;
        sum ^ (hash ^ 89_869_747 ^ (hash << 16)).wrapping_mul(3_644_798_167)
    });
    let mut hash = mixed ^ (set.len() as u64 + 1).wrapping_mul(1_927_868_237);
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash.wrapping_mul(69_069).wrapping_add(907_133_923);
    let hash = if hash == u64::MAX { 590_923_713 } else { hash as i64 };
    set.hash().set(hash);
    hash
}

/// What `object.__hash__` gives: the object is equal only to itself.
pub fn identity_hash(value: &Value) -> i64 {
    address(value.payload())
}

/// An object that is equal only to itself: its address, turned so that the low bits differ.
fn address(address: u64) -> i64 {
    avoid(address.rotate_right(4) as i64)
}

fn avoid(hash: i64) -> i64 {
    if hash == -1 { -2 } else { hash }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_those_of_cpython() {
        assert_eq!(hash(&Value::pair(Value::int(1), Value::int(2))), Ok(-3550055125485641917));
        assert_eq!(hash(&Value::tuple(vec![])), Ok(5740354900026072187));
        assert_eq!(hash(&Value::int(-1)), Ok(-2));
        let frozen = Set::create(true);
        for i in 1..4 {
            frozen.add(Value::int(i)).unwrap();
        }
        assert_eq!(hash(&Value::from(frozen)), Ok(-272375401224217160));
        assert!(hash(&Value::tuple(vec![Value::list([])])).is_err());
        assert_eq!(hash(&Value::str("a")), hash(&Value::str("a")));
    }
}
