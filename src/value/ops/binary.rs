//! Operators with two operands.
//!
//! In: an operator and two values. Out: the result. The common pairs of machine numbers are decided inline; everything
//! else goes on out of line: other numbers, sequences, sets and dictionaries, and the methods of script classes.

use super::arithmetic::{self, arithmetic};
use super::number::Number;
use super::{base, dunder, format, mapping, sequence, sets, special, steps};
use crate::number;
use crate::raise;
use crate::resolve::tree::BinaryOp;
use crate::value::array;
use crate::value::byte_array::{self, ByteArray, plain_bytes};
use crate::value::dict::Dict;
use crate::value::function::Builtin;
use crate::value::generic::Union;
use crate::value::list::List;
use crate::value::set::Set;
use crate::value::str::Str;
use crate::value::{Kind, Raise, Res, Symbol, Value, type_name};

/// `a op b`
#[inline]
pub fn binary(op: BinaryOp, a: &Value, b: &Value) -> Res {
    match op {
        BinaryOp::Add => add(a, b),
        BinaryOp::Sub => subtract(a, b),
        BinaryOp::Mul => multiply(a, b),
        BinaryOp::Div => divide(a, b),
        _ => binary_any(op, a, b),
    }
}

/// `a + b`
#[inline(always)]
pub fn add(a: &Value, b: &Value) -> Res {
    match (a, b) {
        (Value::Int(x), Value::Int(y)) if let Some(sum) = number::int::add(*x, *y) => Ok(Value::int(sum)),
        (Value::Float(x), Value::Float(y)) => Ok(Value::float(x.get() + y.get())),
        _ => binary_any(BinaryOp::Add, a, b),
    }
}

/// `a - b`
#[inline(always)]
pub fn subtract(a: &Value, b: &Value) -> Res {
    match (a, b) {
        (Value::Int(x), Value::Int(y)) if let Some(difference) = number::int::sub(*x, *y) => Ok(Value::int(difference)),
        (Value::Float(x), Value::Float(y)) => Ok(Value::float(x.get() - y.get())),
        _ => binary_any(BinaryOp::Sub, a, b),
    }
}

/// `a * b`
#[inline(always)]
pub fn multiply(a: &Value, b: &Value) -> Res {
    match (a, b) {
        (Value::Int(x), Value::Int(y)) if let Some(product) = number::int::mul(*x, *y) => Ok(Value::int(product)),
        (Value::Float(x), Value::Float(y)) => Ok(Value::float(x.get() * y.get())),
        _ => binary_any(BinaryOp::Mul, a, b),
    }
}

/// `a / b`
#[inline(always)]
pub fn divide(a: &Value, b: &Value) -> Res {
    match (a, b) {
        (Value::Float(x), Value::Float(y)) if y.get() != 0.0 => Ok(Value::float(x.get() / y.get())),
        _ => binary_any(BinaryOp::Div, a, b),
    }
}

/// `a op b` for any operands.
#[inline(never)]
pub fn binary_any(op: BinaryOp, a: &Value, b: &Value) -> Res {
    // The most frequent operands first: neither numbers nor text have methods of their own.
    if let Some(result) = arithmetic::of_ints(op, a, b) {
        return result;
    }
    if let Some(result) = array::of_scalars(op, a, b) {
        return result;
    }
    if op == BinaryOp::Mod
        && let Some(template) = a.downcast::<Str>()
        && !dunder::is_scripted(b)
    {
        return format::percent(template.as_str(), b);
    }
    if array::takes_part(a, b) && !is_template(op, a) {
        return array::binary(op, a, b, None);
    }
    let numbers = matches!(a, Value::Int(_) | Value::Float(_)) && matches!(b, Value::Int(_) | Value::Float(_));
    let result = if numbers { built_in(op, a, b)? } else { try_binary(op, a, b)? };
    match result {
        Some(result) => Ok(result),
        None if array::takes_object(op, a, b) => array::with_object(op, a, b),
        None => Err(unsupported(op, a, b, false)),
    }
}

/// Whether an operator fills a template, whatever it is filled with.
#[inline]
fn is_template(op: BinaryOp, a: &Value) -> bool {
    op == BinaryOp::Mod && matches!(a.kind(), Some(Kind::Str | Kind::Bytes))
}

fn try_binary(op: BinaryOp, a: &Value, b: &Value) -> Result<Option<Value>, Raise> {
    if dunder::is_scripted(a) || dunder::is_scripted(b) { scripted(op, a, b) } else { built_in(op, a, b) }
}

/// `a op b` where a class of a script may have a say.
#[inline(never)]
fn scripted(op: BinaryOp, a: &Value, b: &Value) -> Result<Option<Value>, Raise> {
    let (name, mirrored, _) = dunder::names(op);
    // Numbers, sets, dictionaries and templates know the right operand before it is asked; rows are joined after it was.
    let between = || {
        let x = base::plain(a);
        match op {
            BinaryOp::Mod if matches!(x.kind(), Some(Kind::Str | Kind::Bytes | Kind::ByteArray)) => built_in(op, &x, b),
            _ if matches!(x.kind(), Some(Kind::Set | Kind::View)) => sets::binary(op, &x, &base::plain(b)),
            BinaryOp::Or if x.kind() == Some(Kind::Dict) => built_in(op, &x, &base::plain(b)),
            _ if Number::of(&x).is_some() && special::knows_number(&x, b) => built_in(op, &x, &base::plain(b)),
            _ => Ok(None),
        }
    };
    match dunder::either(a, b, name, mirrored, between)? {
        Some(result) => Ok(Some(result)),
        None => match if op == BinaryOp::Or { Union::join(a, b)? } else { None } {
            Some(union) => Ok(Some(union)),
            None => built_in(op, &base::plain(a), &base::plain(b)),
        },
    }
}

/// `a op b`, or `a op= b`, after the methods of their classes have declined.
pub fn without_methods(op: BinaryOp, a: &Value, b: &Value, in_place: bool) -> Res {
    match built_in(op, &base::plain(a), &base::plain(b))? {
        Some(result) => Ok(result),
        None if array::takes_object(op, a, b) => array::with_object(op, a, b),
        None => Err(unsupported(op, a, b, in_place)),
    }
}

/// `a op b` as the built-in types of the operands have it, without their classes being asked.
pub(super) fn built_in(op: BinaryOp, a: &Value, b: &Value) -> Result<Option<Value>, Raise> {
    if let (Some(x), Some(y)) = (Number::of(a), Number::of(b)) {
        if let (Value::Bool(x), Value::Bool(y)) = (a, b) {
            match op {
                BinaryOp::And => return Ok(Some(Value::bool(x.get() & y.get()))),
                BinaryOp::Or => return Ok(Some(Value::bool(x.get() | y.get()))),
                BinaryOp::Xor => return Ok(Some(Value::bool(x.get() ^ y.get()))),
                _ => {}
            }
        }
        return arithmetic(op, x, y);
    }
    match op {
        BinaryOp::Or if let Some(union) = Union::join(a, b)? => Ok(Some(union)),
        BinaryOp::Add => sequence::concatenate(a, b),
        BinaryOp::Mul => sequence::repeat_either(a, b),
        BinaryOp::Mod if let Some(template) = a.as_str() => format::percent(template, b).map(Some),
        BinaryOp::Mod if matches!(a.kind(), Some(Kind::Bytes | Kind::ByteArray)) => {
            format::percent_bytes(a, b).map(Some)
        }
        BinaryOp::Sub | BinaryOp::And | BinaryOp::Or | BinaryOp::Xor => {
            if op == BinaryOp::Or
                && let (Some(a), Some(b)) = (a.as_gc::<Dict>(), b.as_gc::<Dict>())
            {
                let merged = a.copy();
                merged.update(b)?;
                return Ok(Some(Value::from(merged)));
            }
            sets::binary(op, a, b)
        }
        _ => Ok(None),
    }
}

/// `a op= b`: changes `a` itself where its type does that, and returns what `a` shall be.
#[inline]
pub fn in_place(op: BinaryOp, a: &Value, b: &Value) -> Res {
    match a {
        Value::Int(_) | Value::Float(_) => match (op, a, b) {
            (_, Value::Int(_), Value::Int(_)) | (_, Value::Float(_), Value::Float(_)) => match binary_quick(op, a, b) {
                Some(result) => Ok(result),
                None => in_place_any(op, a, b),
            },
            _ => in_place_any(op, a, b),
        },
        _ => in_place_any(op, a, b),
    }
}

#[inline(always)]
fn binary_quick(op: BinaryOp, a: &Value, b: &Value) -> Option<Value> {
    match (a, b) {
        (Value::Int(x), Value::Int(y)) => match op {
            BinaryOp::Add => number::int::add(*x, *y).map(Value::int),
            BinaryOp::Sub => number::int::sub(*x, *y).map(Value::int),
            BinaryOp::Mul => number::int::mul(*x, *y).map(Value::int),
            _ => None,
        },
        (Value::Float(x), Value::Float(y)) => match op {
            BinaryOp::Add => Some(Value::float(x.get() + y.get())),
            BinaryOp::Sub => Some(Value::float(x.get() - y.get())),
            BinaryOp::Mul => Some(Value::float(x.get() * y.get())),
            _ => None,
        },
        _ => None,
    }
}

#[inline(never)]
fn in_place_any(op: BinaryOp, a: &Value, b: &Value) -> Res {
    if let Some(result) = arithmetic::of_ints(op, a, b) {
        return result;
    }
    if let Some(result) = array::of_scalars(op, a, b) {
        return result;
    }
    if array::takes_part(a, b) && !is_template(op, a) {
        return array::in_place(op, a, b);
    }
    let (_, mirrored, name) = dunder::names(op);
    // Rows are joined and repeated after the right operand was asked; but what a class inherits to join comes first.
    let asks_right = match op {
        BinaryOp::Add => matches!(a.kind(), Some(Kind::List | Kind::ByteArray)),
        BinaryOp::Mul => matches!(base::plain(a).kind(), Some(Kind::List | Kind::ByteArray)),
        _ => false,
    };
    if asks_right
        && dunder::is_scripted(b)
        && dunder::find(a, name).is_none()
        && let Some(result) = dunder::binary(b, mirrored, a)?
    {
        return Ok(result);
    }
    if dunder::is_scripted(a) {
        match dunder::find(a, name) {
            Some(_) => {
                if let Some(result) = dunder::binary(a, name, b)? {
                    return Ok(result);
                }
            }
            None => {
                if let Some(payload) = base::payload(a)
                    && changes(op, &payload, b)?
                {
                    return Ok(a.clone());
                }
            }
        }
    } else if changes(op, a, b)? {
        return Ok(a.clone());
    }
    in_place_anew(op, a, b)
}

/// `a op= b` where `a` does not change itself.
pub fn in_place_anew(op: BinaryOp, a: &Value, b: &Value) -> Res {
    match try_binary(op, a, b)? {
        Some(result) => Ok(result),
        None if array::takes_object(op, a, b) => array::with_object(op, a, b),
        None => Err(unsupported(op, a, b, true)),
    }
}

/// `a op= b` where `a` is a built-in container that changes itself; false if there is no such operator.
pub(super) fn changes(op: BinaryOp, a: &Value, b: &Value) -> Result<bool, Raise> {
    if let Some(list) = a.as_gc::<List>() {
        match op {
            BinaryOp::Add => extend(list, b)?,
            BinaryOp::Mul => match sequence::times(b)? {
                Some(times) => list.swap_with(&list.repeat(times)?),
                None => return Ok(false),
            },
            _ => return Ok(false),
        }
        return Ok(true);
    }
    if let Some(array) = a.downcast::<ByteArray>() {
        match op {
            // What is added is looked at meanwhile, and must keep its size.
            BinaryOp::Add if a.is(b) && !array.is_empty() => return Err(byte_array::shown()),
            BinaryOp::Add if let Some(more) = plain_bytes(b) => {
                array.may_resize()?;
                array.change(|data| data.extend(more));
            }
            BinaryOp::Mul => match sequence::times(b)? {
                Some(times) => {
                    array.may_resize()?;
                    let repeated = byte_array::repeat(array, times)?;
                    array.change(|data| *data = repeated);
                }
                None => return Ok(false),
            },
            _ => return Ok(false),
        }
        return Ok(true);
    }
    if let Some(set) = a.as_gc::<Set>().filter(|set| !set.is_frozen()) {
        return sets::in_place(op, set, &base::plain(b));
    }
    if let (BinaryOp::Or, Some(dict)) = (op, a.as_gc::<Dict>()) {
        mapping::update(dict, b)?;
        return Ok(true);
    }
    Ok(false)
}

/// `list.extend(items)`
pub fn extend(list: &crate::value::Gc<List>, items: &Value) -> Result<(), Raise> {
    if let Some(other) = items.downcast::<List>() {
        list.extend(other);
    } else if let Some(tuple) = items.downcast::<crate::value::tuple::Tuple>() {
        for item in tuple.items() {
            list.push(item.clone());
        }
    } else {
        steps::expect(items, size_of::<i64>())?;
        let begun = steps::expect_of_script(items, list.len(), size_of::<i64>())?;
        let mut iterator = steps::steps(begun.as_ref().unwrap_or(items))?;
        while let Some(item) = iterator.next()? {
            list.push(item);
        }
    }
    list.settle();
    Ok(())
}

/// `divmod(a, b)`
pub fn divmod(a: &Value, b: &Value) -> Res {
    if array::takes_part(a, b) {
        return array::divmod(a, b);
    }
    if let (Some(x), Some(y)) = (Number::of(a), Number::of(b)) {
        if let Some((quotient, remainder)) = arithmetic::divmod(x, y)? {
            return Ok(Value::pair(quotient, remainder));
        }
    } else {
        let (x, y) = (base::plain(a), base::plain(b));
        let between =
            || if Number::of(&x).is_some() && Number::of(&y).is_some() { divmod(&x, &y).map(Some) } else { Ok(None) };
        if let Some(result) = dunder::either(a, b, Symbol::DIVMOD, Symbol::RDIVMOD, between)? {
            return Ok(result);
        }
    }
    let (left, right) = (type_name(a), type_name(b));
    Err(raise!(TypeError, "unsupported operand type(s) for divmod(): '{left}' and '{right}'"))
}

/// `pow(a, b, modulus)`
pub fn power_modulo(a: &Value, b: &Value, modulus: &Value) -> Res {
    if modulus.is_none() {
        return binary_any(BinaryOp::Pow, a, b);
    }
    if let Some(method) = dunder::find(a, Symbol::POW) {
        let result = dunder::call(&method, a, &[b.clone(), modulus.clone()])?;
        if !result.is_not_implemented() {
            return Ok(result);
        }
    }
    let (x, y, z) = (base::plain(a), base::plain(b), base::plain(modulus));
    let numbers = [Number::of(&x), Number::of(&y), Number::of(&z)];
    if let [Some(x), Some(y), Some(z)] = numbers
        && let Some(result) = arithmetic::power_modulo(x, y, z)?
    {
        return Ok(result);
    }
    // The types of the operands are asked in order; the first that feels responsible refuses.
    for number in numbers.into_iter().flatten() {
        match number {
            Number::Float(_) => {
                return Err(raise!(TypeError, "pow() 3rd argument not allowed unless all arguments are integers"));
            }
            Number::Complex(_) if numbers[0].is_some() && numbers[1].is_some() => {
                return Err(raise!(ValueError, "complex modulo"));
            }
            _ => {}
        }
    }
    let (a, b, c) = (type_name(a), type_name(b), type_name(modulus));
    Err(raise!(TypeError, "unsupported operand type(s) for ** or pow(): '{a}', '{b}', '{c}'"))
}

/// What an operator looks like.
pub fn sign(op: BinaryOp) -> &'static str {
    match op {
        BinaryOp::Add => "+",
        BinaryOp::Sub => "-",
        BinaryOp::Mul => "*",
        BinaryOp::Div => "/",
        BinaryOp::FloorDiv => "//",
        BinaryOp::Mod => "%",
        BinaryOp::Pow => "**",
        BinaryOp::LeftShift => "<<",
        BinaryOp::RightShift => ">>",
        BinaryOp::And => "&",
        BinaryOp::Or => "|",
        BinaryOp::Xor => "^",
        BinaryOp::MatMul => "@",
    }
}

#[cold]
pub(super) fn unsupported(op: BinaryOp, a: &Value, b: &Value, in_place: bool) -> Raise {
    let (left, right) = (type_name(a), type_name(b));
    let (x, y) = (base::plain(a), base::plain(b));
    match (op, x.kind()) {
        (BinaryOp::Add, Some(Kind::Str | Kind::List | Kind::Tuple)) => {
            let left = type_name(&x);
            return raise!(TypeError, "can only concatenate {left} (not \"{right}\") to {left}");
        }
        (BinaryOp::Add, Some(Kind::Bytes | Kind::ByteArray)) => {
            return raise!(TypeError, "can't concat {right} to {left}");
        }
        (BinaryOp::Mul, _) if sequence::is_sequence(&x) => {
            return raise!(TypeError, "can't multiply sequence by non-int of type '{right}'");
        }
        // Other containers never look at the right operand here.
        (BinaryOp::Mul, Some(Kind::Set | Kind::Dict | Kind::View | Kind::Range | Kind::Instance)) if in_place => {}
        (BinaryOp::Mul, _) if sequence::is_sequence(&y) => {
            return raise!(TypeError, "can't multiply sequence by non-int of type '{left}'");
        }
        _ => {}
    }
    let sign = match (op, in_place) {
        (BinaryOp::Pow, false) => "** or pow()".to_string(),
        (op, false) => sign(op).to_string(),
        (op, true) => format!("{}=", sign(op)),
    };
    let is_print = x.downcast::<Builtin>().is_some_and(|builtin| builtin.name().as_str() == "print");
    let hint = match op {
        BinaryOp::RightShift if is_print => ". Did you mean \"print(<message>, file=<output_stream>)\"?",
        _ => "",
    };
    raise!(TypeError, "unsupported operand type(s) for {sign}: '{left}' and '{right}'{hint}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::exception::take_pending;

    fn message(result: Res) -> String {
        assert!(result.is_err());
        take_pending().args().items()[0].as_str().unwrap().to_string()
    }

    #[test]
    fn ints_go_on_where_words_end() {
        let sum = add(&Value::int(i64::MAX), &Value::int(1)).unwrap();
        assert!(sum.as_big().is_some());
        assert_eq!(subtract(&sum, &Value::int(1)).unwrap().as_int(), Some(i64::MAX));
        let power = |a, b| binary(BinaryOp::Pow, &Value::int(a), &Value::int(b)).unwrap();
        assert_eq!(power(2, -1).as_float(), Some(0.5));
        assert_eq!(power(-1, i64::MAX).as_int(), Some(-1));
        let quotient = binary(BinaryOp::FloorDiv, &Value::int(i64::MIN), &Value::int(-1)).unwrap();
        assert!(quotient.as_big().is_some());
    }

    #[test]
    fn messages() {
        let (one, text, zero) = (Value::int(1), Value::str("a"), Value::int(0));
        assert_eq!(message(add(&one, &text)), "unsupported operand type(s) for +: 'int' and 'str'");
        assert_eq!(message(add(&text, &one)), "can only concatenate str (not \"int\") to str");
        assert_eq!(message(multiply(&text, &Value::float(1.0))), "can't multiply sequence by non-int of type 'float'");
        assert_eq!(message(divide(&one, &zero)), "division by zero");
        let floor = binary(BinaryOp::FloorDiv, &one, &zero);
        assert_eq!(message(floor), "integer division or modulo by zero");
        let power = in_place(BinaryOp::Pow, &one, &text);
        assert_eq!(message(power), "unsupported operand type(s) for **=: 'int' and 'str'");
    }

    #[test]
    fn lists_change_in_place() {
        let list = List::from_values([Value::int(1)]);
        let value = Value::from(&list);
        let same = in_place(BinaryOp::Add, &value, &value).unwrap();
        assert!(same.is(&value));
        assert_eq!(list.len(), 2);
        in_place(BinaryOp::Mul, &value, &Value::int(3)).unwrap();
        assert_eq!(list.len(), 6);
    }
}
