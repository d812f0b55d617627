//! Runtime helpers that look something up in a container, or put it there: see [`objects`](super::objects).
//!
//! Keys that are numbers, text or tuples of these are found without asking anybody; for others, what would run script code gives up.

use super::abi::JitContext;
use super::objects::{WordOrStatus, look, may_run_scripts_when_released, object, refuse};
use crate::resolve::tree::CompareOp;
use crate::trace::helper::COMPARE_OPS;
use crate::value::dict::Dict;
use crate::value::set::Set;
use crate::value::str::Str;
use crate::value::tuple::Tuple;
use crate::value::{Kind, Value, ops};

pub(super) extern "C" fn set_add(context: &mut JitContext, set: u64, tag: u64, payload: u64) -> u64 {
    let (set, value) = (object(set), look(tag, payload));
    if set.downcast::<Set>().and_then(|set| set.contains_plain(&value)) == Some(true) {
        return 0;
    }
    context.done(|| match set.as_gc::<Set>() {
        Some(set) => set.add(Value::clone(&value)),
        None => refuse(),
    })
}

pub(super) extern "C" fn key_of_two(
    context: &mut JitContext,
    tag: u64,
    payload: u64,
    other_tag: u64,
    other: u64,
) -> u64 {
    let (first, second) = (Value::clone(&look(tag, payload)), Value::clone(&look(other_tag, other)));
    context.key = Value::pair(first, second);
    context.key.payload()
}

pub(super) extern "C" fn key_of_three(
    context: &mut JitContext,
    a_tag: u64,
    a: u64,
    b_tag: u64,
    b: u64,
    c_tag: u64,
    c: u64,
) -> u64 {
    let [a, b, c] = [look(a_tag, a), look(b_tag, b), look(c_tag, c)].map(|item| Value::clone(&item));
    context.key = Value::from(Tuple::of(&mut [a, b, c]));
    context.key.payload()
}

pub(super) extern "C" fn compare(
    context: &mut JitContext,
    op: u64,
    tag: u64,
    payload: u64,
    other_tag: u64,
    other: u64,
) -> WordOrStatus {
    let (x, y) = (look(tag, payload), look(other_tag, other));
    let op = COMPARE_OPS[op as usize];
    if let Some(truth) = compared_at_once(op, &x, &y) {
        return WordOrStatus { word: u64::from(truth), status: 0 };
    }
    context.word(|| {
        if matches!(op, CompareOp::In | CompareOp::NotIn) && is_consumed(&y) {
            return refuse();
        }
        match ops::compare::compare(op, &x, &y)?.as_bool() {
            Some(truth) => Ok(u64::from(truth)),
            None => refuse(),
        }
    })
}

/// A comparison of text, or a search in a set or dictionary, for which nothing can be run.
fn compared_at_once(op: CompareOp, x: &Value, y: &Value) -> Option<bool> {
    match op {
        CompareOp::In | CompareOp::NotIn => {
            let found = match (y.downcast::<Set>(), y.downcast::<Dict>()) {
                (Some(set), _) => set.contains_plain(x)?,
                (_, Some(dict)) => dict.contains_plain(x)?,
                _ => return None,
            };
            Some(found == (op == CompareOp::In))
        }
        CompareOp::Equal | CompareOp::NotEqual => {
            let same = x.downcast::<Str>()?.as_str() == y.downcast::<Str>()?.as_str();
            Some(same == (op == CompareOp::Equal))
        }
        op => ops::compare::compare_text(op, x, y),
    }
}

/// Whether looking through it changes it.
fn is_consumed(value: &Value) -> bool {
    matches!(value.kind(), Some(Kind::Iterator | Kind::Generator))
}

pub(super) extern "C" fn get_item(context: &mut JitContext, tag: u64, payload: u64, index_tag: u64, index: u64) -> u64 {
    let (object, index) = (look(tag, payload), look(index_tag, index));
    if let Some(Some(found)) = object.downcast::<Dict>().and_then(|dict| dict.get_plain(&index)) {
        return context.give(found);
    }
    if let Some(found) = object.held_item(&index).or_else(|| character(&object, &index)) {
        return context.give(found);
    }
    context.any(|| ops::index::get(&object, &index))
}

/// The character of a text at a place from the front, if it is there.
#[inline]
fn character(text: &Value, place: &Value) -> Option<Value> {
    let Value::Int(place) = *place else { return None };
    let text = text.downcast::<Str>()?;
    let place = usize::try_from(place).ok().filter(|&place| place < text.len())?;
    text.char_at(place).map(|character| Value::from(Str::of_char(character)))
}

pub(super) extern "C" fn dict_get(
    context: &mut JitContext,
    dict: u64,
    key_tag: u64,
    key: u64,
    tag: u64,
    payload: u64,
) -> u64 {
    let (dict, key, default) = (object(dict), look(key_tag, key), look(tag, payload));
    let Some(dict) = dict.downcast::<Dict>() else { return 1 };
    let default = || Value::clone(&default);
    match dict.get_plain(&key) {
        Some(found) => context.give(found.unwrap_or_else(default)),
        None => context.any(|| Ok(dict.get(&key)?.unwrap_or_else(default))),
    }
}

pub(super) extern "C" fn dict_set(
    context: &mut JitContext,
    dict: u64,
    key_tag: u64,
    key: u64,
    tag: u64,
    payload: u64,
) -> u64 {
    let (dict, key, value) = (object(dict), look(key_tag, key), look(tag, payload));
    let Some(dict) = dict.as_gc::<Dict>() else { return 1 };
    if dict.update_plain(&key, &value) {
        return 0;
    }
    let old = context.attempt(|| {
        let old = dict.replace(Value::clone(&key), Value::clone(&value))?;
        match old {
            // It has to go at its statement: nothing has happened here.
            Some(old) if may_run_scripts_when_released(&old) => {
                dict.set(Value::clone(&key), old)?;
                refuse()
            }
            old => Ok(old),
        }
    });
    let Some(old) = old else { return 1 };
    // What is overwritten may be in use where it is a variable; what comes out of other dictionaries has been kept.
    old.into_iter().filter(|_| dict.is_namespace()).for_each(|old| context.keep(old));
    0
}
