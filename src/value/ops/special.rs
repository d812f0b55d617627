//! What a special method of a built-in type gives when it is called by name: `(1).__add__(2)`.
//!
//! In: the receiver and the other operand. Out: the result, or `NotImplemented` where the type of the receiver does not
//! know the other one. The operators themselves do not come here; what they compute is the same.

use super::number::Number;
use super::{base, binary as operator, compare, dunder, unary};
use crate::raise;
use crate::resolve::tree::{BinaryOp, CompareOp};
use crate::value::byte_array::plain_bytes;
use crate::value::dict::{Part, View};
use crate::value::exception::{self, Error};
use crate::value::iterator::{Iterator, State};
use crate::value::{Kind, Raise, Res, Symbol, Value, class_of, type_name};

/// How far a type of numbers reaches: each knows itself and those before it.
fn reach(number: Number<'_>) -> u8 {
    match number {
        Number::Int(_) | Number::Big(_) => 0,
        Number::Float(_) => 1,
        Number::Complex(_) => 2,
    }
}

/// Whether the type of `a` refuses a number of the type of `b`.
pub(super) fn beyond(a: &Value, b: &Value) -> bool {
    match (Number::of(a), Number::of(b)) {
        (Some(a), Some(b)) => reach(b) > reach(a),
        _ => false,
    }
}

/// Whether the number `a` knows `b`: it is a number, and of a type that reaches no further.
pub fn knows_number(a: &Value, b: &Value) -> bool {
    Number::of(&base::plain(b)).is_some() && !beyond(a, &base::plain(b))
}

/// `a.__op__(b)`, or `a.__rop__(b)`.
pub fn binary(op: BinaryOp, a: &Value, b: &Value, mirrored: bool) -> Res {
    let (given, b) = (b, &base::plain(b));
    if Number::of(a).is_some() && (Number::of(b).is_none() || beyond(a, b)) {
        return Ok(Value::not_implemented());
    }
    let (left, right) = if mirrored { (b, a) } else { (a, b) };
    if let Some(result) = operator::built_in(op, left, right)? {
        return Ok(result);
    }
    let is_row = matches!(a.kind(), Some(Kind::Str | Kind::List | Kind::Tuple | Kind::Bytes | Kind::ByteArray));
    match op {
        BinaryOp::Add if is_row => Err(operator::unsupported(op, a, given, false)),
        BinaryOp::Mul if is_row => {
            Err(raise!(TypeError, "'{}' object cannot be interpreted as an integer", type_name(given)))
        }
        _ => Ok(Value::not_implemented()),
    }
}

/// `a.__iop__(b)` of a container.
pub fn in_place(op: BinaryOp, a: &Value, b: &Value) -> Res {
    if operator::changes(op, a, b)? {
        return Ok(a.clone());
    }
    match op {
        BinaryOp::Mul => Err(raise!(TypeError, "'{}' object cannot be interpreted as an integer", type_name(b))),
        BinaryOp::Add => Err(operator::unsupported(op, a, b, true)),
        _ => Ok(Value::not_implemented()),
    }
}

/// `a.__eq__(b)` and the other comparisons.
pub fn comparison(op: CompareOp, a: &Value, b: &Value) -> Res {
    let b = &base::plain(b);
    if !is_known(a, b) {
        return Ok(match op {
            CompareOp::Equal if a.is(b) => Value::bool(true),
            CompareOp::NotEqual if a.is(b) => Value::bool(false),
            _ => Value::not_implemented(),
        });
    }
    match op {
        CompareOp::Equal => compare::built_in_equal(a, b).map(Value::bool),
        CompareOp::NotEqual => compare::built_in_equal(a, b).map(|equal| Value::bool(!equal)),
        _ => Ok(compare::built_in_order(op, a, b)?.unwrap_or_else(Value::not_implemented)),
    }
}

/// `object.__eq__(a, b)` and its like: nothing is asked but who they are, and for `!=` what `a` says of `==`.
pub fn plain_comparison(op: CompareOp, a: &Value, b: &Value) -> Res {
    match op {
        CompareOp::NotEqual => Ok(match compare::one_sided(CompareOp::Equal, a, b)? {
            Some(equal) => Value::bool(!unary::truth(&equal)?),
            None => Value::not_implemented(),
        }),
        // Bound methods have no rows of their own.
        _ if a.kind() == Some(Kind::Method) => comparison(op, a, b),
        CompareOp::Equal if a.is(b) => Ok(Value::bool(true)),
        _ => Ok(Value::not_implemented()),
    }
}

/// Whether the type of `a` compares itself with values like `b`.
fn is_known(a: &Value, b: &Value) -> bool {
    if let (Some(a), Some(b)) = (Number::of(a), Number::of(b)) {
        return reach(b) <= reach(a);
    }
    let is_set = |value: &Value| match value.kind() {
        Some(Kind::Set) => true,
        Some(Kind::View) => value.downcast::<View>().is_some_and(|view| view.part() != Part::Values),
        _ => false,
    };
    let same = a.kind() == b.kind()
        && matches!(
            a.kind(),
            Some(Kind::Str | Kind::List | Kind::Tuple | Kind::Dict | Kind::Range | Kind::Slice | Kind::Method)
        );
    same || (is_set(a) && is_set(b)) || (plain_bytes(a).is_some() && plain_bytes(b).is_some())
}

/// `operator.length_hint(value)`: how many items an iterable says it has, if it says so.
pub fn expected_length(value: &Value) -> Result<Option<i64>, Raise> {
    match unary::length(value) {
        Ok(length) => return Ok(Some(length as i64)),
        Err(raised) if exception::catch(Error::TypeError).is_none() => return Err(raised),
        Err(_) => {}
    }
    let hint = match value.downcast::<Iterator>() {
        Some(iterator) => length_hint(iterator).map(Some),
        None => dunder::unary(value, Symbol::LENGTH_HINT),
    };
    match hint {
        Err(raised) if exception::catch(Error::TypeError).is_none() => Err(raised),
        Err(_) | Ok(None) => Ok(None),
        Ok(Some(hint)) if hint.is_not_implemented() => Ok(None),
        Ok(Some(hint)) => match hint.as_int() {
            Some(hint) if hint >= 0 => Ok(Some(hint)),
            Some(_) => Err(raise!(ValueError, "__length_hint__() should return >= 0")),
            None => Err(raise!(TypeError, "__length_hint__ must be an integer, not {}", type_name(&hint))),
        },
    }
}

/// `iterator.__length_hint__()`: how many items a built-in iterator has left.
pub fn length_hint(iterator: &Iterator) -> Res {
    let Ok(state) = iterator.state.try_borrow() else {
        return Ok(Value::not_implemented());
    };
    let left = match &*state {
        State::Done => 0,
        State::List(list, place) => list.len().saturating_sub(*place),
        State::ListReversed(_, left) => *left,
        State::Tuple(tuple, place) => tuple.len().saturating_sub(*place),
        State::Str(text, offset) => text.as_str()[*offset..].chars().count(),
        State::Bytes(bytes, place) => bytes.data().len().saturating_sub(*place),
        State::Range(_, _, left) => *left as usize,
        State::BigRange(range) => return Ok(Value::big(range[2].clone())),
        State::Dict(dict, _, position, ..) => left_from(*position, |place| dict.entry_from(place).map(|found| found.0)),
        State::DictReversed(dict, _, position, _) => {
            dict.len() - left_from(*position, |place| dict.entry_from(place).map(|found| found.0))
        }
        State::Set(set, position, _) => left_from(*position, |place| set.item_from(place).map(|found| found.0)),
        State::SequenceReversed(_, left) => (*left).max(0) as usize,
        State::Ready(items) => items.len(),
        State::Sequence(value, place) => {
            if class_of(value).lookup(Symbol::LEN).is_none() {
                return Ok(Value::not_implemented());
            }
            // Counting may run script code, which may come back here.
            let (value, place) = (value.clone(), *place);
            drop(state);
            super::length(&value)?.saturating_sub(place as usize)
        }
        State::Custom(step) => match step.length_hint() {
            Some(left) => left,
            None => return Ok(Value::not_implemented()),
        },
        _ => return Ok(Value::not_implemented()),
    };
    Ok(Value::int(left as i64))
}

/// How many steps there are from a place.
fn left_from(place: usize, step: impl Fn(usize) -> Option<usize>) -> usize {
    std::iter::successors(step(place), |&place| step(place)).count()
}
