//! Built-in functions of numbers: `round`, `divmod`, `pow`, `sum`, `min`, `max`, and numbers as text.

use crate::array::dtype::Class;
use crate::array::{DType, Scalar};
use crate::number;
use crate::raise;
use crate::resolve::tree::{BinaryOp, CompareOp};
use crate::value::array;
use crate::value::heap::Storage;
use crate::value::list::List;
use crate::value::native::given;
use crate::value::ops::compare::compare_truth;
use crate::value::ops::number::Number;
use crate::value::ops::{self, base, call, dunder, iterate};
use crate::value::str::Str;
use crate::value::tuple::Tuple;
use crate::value::{Arguments, Kind, Raise, Res, Symbol, Value, convert, type_name};
use dashu_int::IBig;
use dashu_int::Sign;

/// `abs(x)`
pub fn abs(arguments: &[Value]) -> Res {
    ops::unary::absolute(&arguments[0])
}

/// `round(number, ndigits=None)`
pub fn round(arguments: &[Value]) -> Res {
    let value = &arguments[0];
    let digits = given(arguments, 1).filter(|digits| !digits.is_none());
    match Number::of(value) {
        Some(Number::Int(_) | Number::Big(_)) => match digits {
            None => convert::index(value),
            Some(digits) => round_int(value, digits),
        },
        Some(Number::Float(float)) => match digits {
            None => Ok(Value::from(number::float::to_integer(number::float::round_even(float))?)),
            Some(digits) => {
                let digits = convert::clipped_index(&convert::index(digits)?, "")?;
                Ok(Value::float(number::float::round_to(float, digits)?))
            }
        },
        _ if array::concerns(value) => match round_scalar(value, digits)? {
            Some(rounded) => Ok(rounded),
            None => array::round(value, digits),
        },
        _ => match (dunder::find(value, Symbol::ROUND), digits) {
            (Some(method), None) => dunder::call(&method, value, &[]),
            (Some(method), Some(digits)) => dunder::call(&method, value, std::slice::from_ref(digits)),
            (None, _) => {
                if let Some(payload) = base::real(value) {
                    let mut plain = arguments.to_vec();
                    plain[0] = payload;
                    return round(&plain);
                }
                let class = type_name(value);
                Err(raise!(TypeError, "type {class} doesn't define __round__ method"))
            }
        },
    }
}

/// The same of a scalar of an array, where that is plain: an int, or with digits a double.
fn round_scalar(value: &Value, digits: Option<&Value>) -> Result<Option<Value>, Raise> {
    /// Powers of ten up to this one are doubles.
    const EXACT: i64 = 22;
    let Some(scalar) = value.as_scalar() else { return Ok(None) };
    match (scalar.dtype().class(), digits.map(Value::as_int)) {
        (Class::Float, None) => {
            let rounded = number::float::to_integer(number::float::round_even(scalar.float()))?;
            Ok(Some(Value::from(rounded)))
        }
        (Class::Signed | Class::Unsigned, None) => Ok(Some(array::python(scalar))),
        (Class::Float, Some(Some(digits @ 0..=EXACT))) if scalar.dtype() == DType::F64 => {
            let scale = 10f64.powi(digits as i32);
            let scaled = scalar.float() * scale;
            // numpy warns of a product that is too large.
            let rounded = Scalar::of(number::float::round_even(scaled) / scale);
            Ok(scaled.is_finite().then(|| Value::from(rounded)))
        }
        _ => Ok(None),
    }
}

fn round_int(value: &Value, digits: &Value) -> Res {
    let value = convert::index(value)?;
    let digits = convert::index(digits)?;
    let digits = convert::clipped_index(&digits, "")?;
    let digits = match u64::try_from(digits.saturating_neg()) {
        Ok(digits) if digits > 0 => digits,
        _ => return Ok(value),
    };
    Ok(match (value.as_int(), value.as_big()) {
        (Some(small), _) => match number::int::round_to(small, digits) {
            Some(rounded) => Value::int(rounded),
            None => Value::from(number::big::round_to(&IBig::from(small), digits)),
        },
        (_, Some(big)) => Value::from(number::big::round_to(big, digits)),
        _ => value,
    })
}

/// `divmod(x, y)`
pub fn divmod(arguments: &[Value]) -> Res {
    ops::binary::divmod(&arguments[0], &arguments[1])
}

/// `pow(base, exp, mod=None)`
pub fn pow(arguments: &[Value]) -> Res {
    let modulus = given(arguments, 2).unwrap_or(&Value::None);
    ops::binary::power_modulo(&arguments[0], &arguments[1], modulus)
}

/// `bin(number)`
pub fn bin(arguments: &[Value]) -> Res {
    in_base(&arguments[0], 2, "0b")
}

/// `oct(number)`
pub fn oct(arguments: &[Value]) -> Res {
    in_base(&arguments[0], 8, "0o")
}

/// `hex(number)`
pub fn hex(arguments: &[Value]) -> Res {
    in_base(&arguments[0], 16, "0x")
}

fn in_base(value: &Value, base: u32, prefix: &str) -> Res {
    if let Value::Int(number) = value {
        return Ok(small_in_base(*number, base, prefix));
    }
    let number = convert::big_index(value)?;
    let sign = if number.sign() == Sign::Negative { "-" } else { "" };
    let digits = number.in_radix(base).to_string();
    Ok(Value::str(&format!("{sign}{prefix}{}", digits.trim_start_matches('-'))))
}

/// The digits of an int in a base that is a power of two.
fn small_in_base(number: i64, base: u32, prefix: &str) -> Value {
    let bits = base.trailing_zeros();
    let mut rest = number.unsigned_abs();
    let mut text = [0; 67];
    let mut first = text.len();
    let mut put = |byte: u8| {
        first -= 1;
        text[first] = byte;
    };
    loop {
        put(b"0123456789abcdef"[(rest & u64::from(base - 1)) as usize]);
        rest >>= bits;
        if rest == 0 {
            break;
        }
    }
    prefix.bytes().rev().for_each(&mut put);
    if number < 0 {
        put(b'-');
    }
    Value::from(Str::of_ascii(std::str::from_utf8(&text[first..]).unwrap_or_default()))
}

/// `sum(iterable, /, start=0)`
pub fn sum(arguments: &[Value]) -> Res {
    let start = given(arguments, 1).cloned().unwrap_or(Value::int(0));
    let wanted = match () {
        _ if start.as_str().is_some() => Some("strings [use ''.join(seq) instead]"),
        _ if start.kind() == Some(Kind::Bytes) => Some("bytes [use b''.join(seq) instead]"),
        _ if start.kind() == Some(Kind::ByteArray) => Some("bytearray [use b''.join(seq) instead]"),
        _ => None,
    };
    if let Some(wanted) = wanted {
        return Err(raise!(TypeError, "sum() can't sum {wanted}"));
    }
    if let Some(list) = arguments[0].downcast::<List>()
        && let Some(total) = sum_list(list, &start)
    {
        return Ok(total);
    }
    if let Some(tuple) = arguments[0].downcast::<Tuple>()
        && let Some(total) = sum_plain(tuple.items(), &start)
    {
        return Ok(total);
    }
    if matches!(start.kind(), Some(Kind::List | Kind::Set)) {
        // A container that is handed on while items are taken is filled with them.
        let mut total = start;
        iterate::each(&arguments[0], |item| {
            total = ops::binary(BinaryOp::Add, &total, &item)?;
            Ok(true)
        })?;
        return Ok(total);
    }
    iterate::fold(&arguments[0], start, |total, item| match (&total, &item) {
        (Value::Int(a), Value::Int(b)) if a.checked_add(*b).is_some() => Ok(Value::int(a + b)),
        (Value::Float(a), Value::Float(b)) => Ok(Value::float(a.get() + b.get())),
        _ => ops::binary(BinaryOp::Add, &total, &item),
    })
}

/// The sum of a list that stores plain numbers, where no step leaves their type.
fn sum_list(list: &List, start: &Value) -> Option<Value> {
    match list.storage() {
        Storage::Int => {
            let mut total = start.as_int()?;
            for place in 0..list.len() {
                total = total.checked_add(list.int_at(place as i64)?)?;
            }
            Some(Value::int(total))
        }
        Storage::Float => {
            let mut total = match start {
                Value::Int(start) => *start as f64,
                _ => start.as_float()?,
            };
            for place in 0..list.len() {
                total += list.float_at(place as i64)?;
            }
            Some(Value::float(total))
        }
        _ => None,
    }
}

/// The sum of ints, and from the first float on of floats; nothing if there is anything else, or too much.
fn sum_plain(items: &[Value], start: &Value) -> Option<Value> {
    let mut total = start.as_int();
    let mut items = items.iter();
    while let (Some(sum), Some(Value::Int(item))) = (total, items.as_slice().first()) {
        total = Some(sum.checked_add(*item)?);
        items.next();
    }
    if let (Some(sum), true) = (total, items.as_slice().is_empty()) {
        return Some(Value::int(sum));
    }
    let mut total = total.map_or_else(|| start.as_float(), |sum| Some(sum as f64))?;
    for item in items {
        total += match item {
            Value::Float(item) => item.get(),
            Value::Int(item) => *item as f64,
            _ => return None,
        };
    }
    Some(Value::float(total))
}

/// `min(iterable, *[, default, key])`, `min(a, b, *args[, key])`
pub fn min(arguments: &Arguments<'_>) -> Res {
    extreme(arguments, "min", CompareOp::Less)
}

/// `max(iterable, *[, default, key])`, `max(a, b, *args[, key])`
pub fn max(arguments: &Arguments<'_>) -> Res {
    extreme(arguments, "max", CompareOp::Greater)
}

fn extreme(arguments: &Arguments<'_>, name: &str, op: CompareOp) -> Res {
    let items = arguments.positional;
    if let ([a, b], []) = (items, arguments.names) {
        // The usual case. The first of equal items wins.
        return Ok(if compare_truth(op, b, a)? { b.clone() } else { a.clone() });
    }
    if items.is_empty() {
        return Err(raise!(TypeError, "{name} expected at least 1 argument, got 0"));
    }
    for keyword in arguments.names {
        if !matches!(keyword.as_str(), "key" | "default") {
            return Err(raise!(TypeError, "'{keyword}' is an invalid keyword argument for {name}()"));
        }
    }
    let key = arguments.keyword("key").filter(|key| !key.is_none());
    let default = arguments.keyword("default");
    if items.len() > 1 && default.is_some() {
        return Err(raise!(TypeError, "Cannot specify a default for {name}() with multiple positional arguments"));
    }
    let each = |offer: &mut dyn FnMut(Value) -> Result<(), Raise>| match items {
        [iterable] => iterate::each(iterable, |item| offer(item).map(|()| true)),
        _ => items.iter().cloned().try_for_each(offer),
    };
    let best = match (key, items) {
        (None, [list]) if let Some(found) = list.downcast().and_then(|list| extreme_of_list(list, op)) => Some(found),
        (None, _) => {
            let mut best: Option<Value> = None;
            each(&mut |item| {
                let better = best.as_ref().map_or(Ok(true), |best| compare_truth(op, &item, best))?;
                if better {
                    best = Some(item);
                }
                Ok(())
            })?;
            best
        }
        (Some(key), _) => {
            let mut best: Option<(Value, Value)> = None;
            call::call_often(key, &mut |call| {
                each(&mut |item| {
                    let rank = call(item.clone())?;
                    let better = best.as_ref().map_or(Ok(true), |(_, best)| compare_truth(op, &rank, best))?;
                    if better {
                        best = Some((item, rank));
                    }
                    Ok(())
                })
            })?;
            best.map(|(item, _)| item)
        }
    };
    match (best, default) {
        (Some(item), _) => Ok(item),
        (None, Some(default)) => Ok(default.clone()),
        (None, None) => Err(raise!(ValueError, "{name}() arg is an empty sequence")),
    }
}

/// The extreme of a list that stores plain numbers.
fn extreme_of_list(list: &List, op: CompareOp) -> Option<Value> {
    match list.storage() {
        Storage::Int => {
            let items = (0..list.len() as i64).filter_map(|place| list.int_at(place));
            if op == CompareOp::Less { items.min() } else { items.max() }.map(Value::int)
        }
        Storage::Float => {
            let mut best = list.float_at(0)?;
            for place in 1..list.len() as i64 {
                let item = list.float_at(place)?;
                if if op == CompareOp::Less { item < best } else { item > best } {
                    best = item;
                }
            }
            Some(Value::float(best))
        }
        _ => None,
    }
}
