//! Joining and repeating sequences.
//!
//! In: sequences and counts. Out: new sequences, or `MemoryError` before anything impossible is allocated.

use crate::raise;
use crate::value::byte_array::{self, ByteArray, plain_bytes};
use crate::value::bytes::Bytes;
use crate::value::heap::memory;
use crate::value::list::List;
use crate::value::str::Str;
use crate::value::tuple::Tuple;
use crate::value::{Kind, Raise, Ref, Res, Value, convert, type_name};

/// Whether it is a built-in sequence that can be repeated.
pub fn is_sequence(value: &Value) -> bool {
    matches!(value.kind(), Some(Kind::Str | Kind::List | Kind::Tuple | Kind::Bytes | Kind::ByteArray))
}

/// `a + b`, if both are sequences of one type.
pub fn concatenate(a: &Value, b: &Value) -> Result<Option<Value>, Raise> {
    if a.kind() != b.kind() {
        return Ok(join_bytes(a, b));
    }
    if let (Value::Object(a), Value::Object(b)) = (a, b)
        && a.kind() == Kind::Str
    {
        return join_texts(a, b).map(Some);
    }
    if let (Some(a), Some(b)) = (a.downcast::<List>(), b.downcast::<List>()) {
        // Storage without items has no kind, and no room.
        if a.is_empty() {
            return Ok(Some(Value::from(List::from_flat(b.copy(0, 1, b.len())?))));
        }
        let joined = a.copy_with_room(b.len())?;
        joined.extend(b);
        return Ok(Some(Value::from(List::from_flat(joined))));
    }
    // What nothing is added to stays the object that it is, unless its items have names.
    let is_empty = |value: &Value| match value.downcast::<Tuple>() {
        Some(tuple) => tuple.is_empty(),
        None => value.downcast::<Bytes>().is_some_and(|bytes| bytes.data().is_empty()),
    };
    let rest = if is_empty(a) { Some(b) } else { Some(a).filter(|_| is_empty(b)) };
    if let Some(rest) = rest.filter(|rest| rest.downcast::<Tuple>().is_none_or(|tuple| tuple.record().is_none())) {
        return Ok(Some(rest.clone()));
    }
    if let (Some(a), Some(b)) = (a.downcast::<Tuple>(), b.downcast::<Tuple>()) {
        check(a.len() + b.len(), size_of::<Value>())?;
        return Ok(Some(Value::tuple([a.items(), b.items()].concat())));
    }
    if let (Some(a), Some(b)) = (a.downcast::<Bytes>(), b.downcast::<Bytes>()) {
        check(a.data().len() + b.data().len(), 1)?;
        return Ok(Some(Value::from(Bytes::joined(&[a.data(), b.data()]))));
    }
    Ok(join_bytes(a, b))
}

/// Two strings joined.
pub fn join_texts(a: &Ref, b: &Ref) -> Res {
    let (whole_a, whole_b) = (a, b);
    let (Some(a), Some(b)) = (a.downcast::<Str>(), b.downcast::<Str>()) else { unreachable!("both are text") };
    if a.is_empty() || b.is_empty() {
        return Ok(Value::Object(if a.is_empty() { whole_b.clone() } else { whole_a.clone() }));
    }
    check(a.as_str().len() + b.as_str().len(), 1)?;
    Ok(Value::from(Str::joined(a, b)))
}

/// Bytes of one kind or another, joined as the kind of the first.
fn join_bytes(a: &Value, b: &Value) -> Option<Value> {
    if !matches!(a.kind(), Some(Kind::Bytes | Kind::ByteArray)) || b.kind() == Some(Kind::Array) {
        return None;
    }
    let joined = [plain_bytes(a)?, plain_bytes(b)?].concat();
    Some(match a.kind() {
        Some(Kind::Bytes) => Value::bytes(&joined),
        _ => Value::from(ByteArray::create(joined)),
    })
}

/// `text += more` where `text` was taken out of its variable: if nobody else sees it, it grows where it is. Both are
/// strings.
pub fn append_text(text: &mut Value, more: &Value) -> Result<(), Raise> {
    let Some(more) = more.downcast::<Str>() else {
        return Ok(());
    };
    check(more.as_str().len(), 1)?;
    if let Value::Object(object) = text
        && Str::append(object, more)
    {
        return Ok(());
    }
    if let Some(old) = text.downcast::<Str>() {
        *text = Value::from(Str::joined(old, more));
    }
    Ok(())
}

/// `a * b`, if one is a sequence and the other an int.
pub fn repeat_either(a: &Value, b: &Value) -> Result<Option<Value>, Raise> {
    if is_sequence(a) {
        repeat(a, b)
    } else if is_sequence(b) {
        repeat(b, a)
    } else {
        Ok(None)
    }
}

/// How often to repeat, if that is an int.
pub fn times(value: &Value) -> Result<Option<usize>, Raise> {
    match convert::as_index(value)? {
        None => Ok(None),
        Some(Value::Int(times)) => Ok(Some(times.max(0) as usize)),
        Some(_) => Err(raise!(OverflowError, "cannot fit '{}' into an index-sized integer", type_name(value))),
    }
}

fn repeat(sequence: &Value, count: &Value) -> Result<Option<Value>, Raise> {
    let Some(times) = times(count)? else {
        return Ok(None);
    };
    if let Some(list) = sequence.downcast::<List>() {
        return Ok(Some(Value::from(List::from_flat(list.repeat(times)?))));
    }
    if let Some(text) = sequence.as_str() {
        check(text.len(), times)?;
        return Ok(Some(Value::from(Str::new(text.repeat(times)))));
    }
    if let Some(tuple) = sequence.downcast::<Tuple>() {
        if times == 1 {
            return Ok(Some(sequence.clone()));
        }
        check(tuple.len().saturating_mul(size_of::<Value>()), times)?;
        let total = tuple.len() * times;
        return Ok(Some(Value::tuple(tuple.items().iter().cycle().take(total).cloned().collect())));
    }
    if let Some(array) = sequence.downcast::<ByteArray>() {
        let repeated = byte_array::repeat(array, times)?;
        return Ok(Some(Value::from(ByteArray::create(repeated))));
    }
    if let Some(bytes) = sequence.downcast::<Bytes>() {
        check(bytes.data().len(), times)?;
        return Ok(Some(Value::bytes(&bytes.data().repeat(times))));
    }
    Ok(None)
}

fn check(bytes: usize, times: usize) -> Result<(), Raise> {
    if memory::allows(bytes, times) { Ok(()) } else { Err(raise!(MemoryError, "")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::exception::{Error, catch};

    #[test]
    fn what_no_memory_holds_is_refused() {
        for sequence in [Value::str("x"), Value::list([Value::int(0)]), Value::tuple(vec![Value::none()])] {
            assert!(repeat_either(&sequence, &Value::int(10i64.pow(15))).is_err());
            assert!(catch(Error::MemoryError).is_some());
        }
        let none = repeat_either(&Value::int(-3), &Value::str("ab")).unwrap().unwrap();
        assert_eq!(none.as_str(), Some(""));
    }
}
